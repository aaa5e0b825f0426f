"""Engines of others (Dask, Spark) that run the frame function on many machines; nothing here schedules anything itself."""
