"use strict";
(function () {
  var form = document.getElementById("tools");
  var rows = Array.prototype.slice.call(document.querySelectorAll(".row"));
  if (!form || rows.length < 2) return;
  var fields = ["q", "label", "activity", "regime", "language", "sort"];
  var shown = form.querySelector(".shown");
  var collator = new Intl.Collator(document.documentElement.lang);
  var words = rows.map(function (row) { return row.textContent.toLocaleLowerCase(); });
  var orders = {
    "": function (a, b) { return a.dataset.order - b.dataset.order; },
    newest: function (a, b) { return collator.compare(b.dataset.day, a.dataset.day) || orders[""](a, b); },
    oldest: function (a, b) { return collator.compare(a.dataset.day || "9", b.dataset.day || "9") || orders[""](a, b); },
    title: function (a, b) { return collator.compare(a.dataset.title, b.dataset.title) || orders[""](a, b); }
  };
  var kept = {};
  function value(name) { return form.elements[name].value; }
  function holds(row, name) {
    var asked = value(name);
    return !asked || (" " + row.dataset[name] + " ").indexOf(" " + asked + " ") >= 0;
  }
  function apply() {
    var search = value("q").trim().toLocaleLowerCase(), count = 0;
    rows.forEach(function (row, i) {
      var fits = words[i].indexOf(search) >= 0 && ["label", "activity", "regime", "language"].every(function (name) {
        return holds(row, name);
      });
      row.hidden = !fits;
      if (fits) count += 1;
    });
    if (kept.sort !== value("sort")) {
      kept.sort = value("sort");
      document.querySelectorAll(".rows").forEach(function (list) {
        Array.prototype.slice.call(list.children).sort(orders[kept.sort] || orders[""]).forEach(function (row) {
          list.appendChild(row);
        });
      });
    }
    shown.textContent = form.dataset.shown.replace("%1", count).replace("%2", rows.length);
  }
  function remember() {
    var saved = new URLSearchParams();
    fields.forEach(function (name) { if (value(name)) saved.set(name, value(name)); });
    var text = saved.toString();
    try { history.replaceState(null, "", text ? "#" + text : location.pathname + location.search); } catch (refused) { return; }
  }
  var saved = new URLSearchParams(location.hash.slice(1));
  fields.forEach(function (name) { if (saved.has(name)) form.elements[name].value = saved.get(name); });
  form.addEventListener("input", function () { apply(); remember(); });
  form.addEventListener("reset", function () { setTimeout(function () { apply(); remember(); }, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.hidden = false;
  apply();
})();
