"use strict";
(function () {
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (one) { one.open = true; });
  });
  addEventListener("afterprint", function () { opened.forEach(function (one) { one.open = false; }); });

  var form = document.getElementById("day");
  if (!form) return;
  var groups = Array.prototype.slice.call(document.querySelectorAll(".day-group"));
  var title = document.getElementById("shown-day"), count = document.getElementById("shown-count");
  var shown = form.querySelector(".shown");
  var written = new Intl.DateTimeFormat(document.documentElement.lang === "fr" ? "fr-FR" : "en-GB",
    { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  var order = ["yes", "disputed", "unconfirmed", "no"];
  var rows = groups.map(function (group) {
    return Array.prototype.slice.call(group.querySelectorAll(".day-row")).map(function (row) {
      return {
        row: row, words: row.textContent.toLocaleLowerCase(), badge: row.querySelector(".force"),
        limbs: row.dataset.spans.split("|").map(function (limb) {
          return limb.split(",").map(function (span) { return span.split("/"); });
        })
      };
    });
  });
  function forceOf(limb, day) {
    var before = null;
    for (var i = 0; i < limb.length; i += 1) {
      var first = limb[i][0], last = limb[i][1], note = limb[i][2];
      if (first > day) return "no";
      if (!last || day <= last) return note === "disputed" ? note : note === "unconfirmed" && !last ? note : "yes";
      before = note;
    }
    return before === "unconfirmed" ? "unconfirmed" : "no";
  }
  function apply() {
    var day = form.elements.day.value, search = form.elements.q.value.trim().toLocaleLowerCase(), total = 0;
    if (!day) return;
    groups.forEach(function (group, at) {
      var here = 0;
      rows[at].forEach(function (one) {
        var force = one.limbs.map(function (limb) { return forceOf(limb, day); })
          .sort(function (a, b) { return order.indexOf(a) - order.indexOf(b); })[0];
        var fits = force !== "no" && one.words.indexOf(search) >= 0;
        one.row.hidden = !fits;
        one.badge.textContent = form.dataset[force];
        one.badge.className = "force f-" + force;
        if (fits) here += 1;
      });
      group.hidden = !here;
      group.querySelector(".size").textContent = here;
      total += here;
    });
    title.textContent = written.format(new Date(day + "T00:00:00Z")).replace(/^1 /, document.documentElement.lang === "fr" ? "1er " : "1 ");
    count.textContent = count.dataset.words.replace("%1", total);
    shown.textContent = day > form.dataset.known ? shown.dataset.beyond : "";
  }
  function remember() {
    try { history.replaceState(null, "", "#" + form.elements.day.value); } catch (refused) { return; }
  }
  var asked = location.hash.slice(1);
  form.hidden = false;
  if (/^\d{4}-\d{2}-\d{2}$/.test(asked)) {
    form.elements.day.value = asked;
    apply();
  }
  form.addEventListener("input", function () { apply(); remember(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
