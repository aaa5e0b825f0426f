# What people run by hand; .ci/run does all of it in an environment of its own.

python := ".venv/bin/python"

# list the recipes
default:
    @just --list

# make the environment
setup:
    python3 -m venv .venv
    .venv/bin/pip install --quiet -e '.[dev]'

# lint, types, and the tests that take seconds
quick:
    {{python}} -m ruff check .
    {{python}} -m mypy
    {{python}} -m pytest -m "not long"

# everything that CI runs
ci:
    .ci/run

# scores on the sample corpus, held against the floors
scores:
    {{python}} -m checker evaluate tests/corpus --floors tests/corpus/floors.json

# a report of the sample articles
report:
    {{python}} -m checker check tests/corpus/articles -o checker-report

# the sample report of docs/sample-report anew, with its picture where there is a browser
sample:
    {{python}} tests/sample_report.py

# the pages with 5,000 documents: sizes and ratios
pages:
    {{python}} benchmarks/pages.py

# licences and known vulnerabilities of what checker pulls in
audit:
    {{python}} .ci/audit

# start-up times as ratios
startup:
    {{python}} benchmarks/startup.py

# branch coverage of matching, assessing, dates and review; fails below 95 of a hundred
coverage:
    {{python}} .ci/coverage

# every fifth small mistake in the same parts: do the tests notice it? (an hour)
mutation:
    {{python}} tests/mutation/run.py --every 5

# fuzz one target for so many seconds (pip install atheris first)
fuzz target seconds="600":
    {{python}} tests/fuzz/run.py {{target}} {{seconds}} /tmp/checker-fuzz
