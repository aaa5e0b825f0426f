"use strict";
(function () {
  var form = document.getElementById("tools"), held = document.getElementById("data");
  if (!form || !held) return;
  var data = null, all = null, screen = Number(held.dataset.screen);
  var HREF = 0, TITLE = 1, LANGUAGE = 2, FOLDER = 3, FILE = 4, DAY = 5, GROUP = 6, COUNTS = 7, STRONGEST = 8, SAYS = 9,
    DENIES = 10, ACTIVITIES = 11, REGIMES = 12, FORCES = 13, ORDER = 14, NOTE = 15, INVENTED = 16, ID = 17, COPY = 18;
  var fields = ["q", "label", "activity", "regime", "force", "language", "sort"];
  var collator = new Intl.Collator(document.documentElement.lang);
  var blank = document.getElementById("row").content.firstElementChild;
  var labels = document.getElementById("count").content;
  var shown = form.querySelector(".shown");
  var groups = ["leads", "none", "error"].map(function (id, at) {
    var section = document.getElementById(id), list = section.querySelector(".rows");
    return list && {
      at: at, list: list, size: section.querySelector(".size"), nothing: section.querySelector(".nothing"),
      pager: section.querySelector(".pager"), fits: null, page: 0, section: section,
      length: Number(section.dataset.length)
    };
  }).filter(Boolean);
  var words = null, states = reviewed();

  function ready() {
    if (data) return;
    data = JSON.parse(held.textContent);
    all = data.rows;
    groups.forEach(function (group) { group.fits = []; });
    all.forEach(function (row, at) { of(row).fits.push({ row: row, at: at }); });
  }
  function of(row) { return groups.filter(function (one) { return one.at === row[GROUP]; })[0]; }
  function source(row) { return data.folders[row[FOLDER]] + row[FILE]; }
  function reviewed() {
    var found = document.querySelector("template.review-states");
    try { return found ? JSON.parse(found.content.textContent) : {}; } catch (broken) { return {}; }
  }
  function id(row) { return row[ID] || row[HREF].replace(/^#/, ""); }
  function done(row) {
    var state = states[id(row)];
    return { part: 1, done: 2 }[state && state[0]] || 0;
  }
  function grouped(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, form.dataset.group); }
  function counted(key, n) {
    var forms = data.words[key];
    if (typeof forms === "string") return forms.replace("{n}", grouped(n));
    var form = Object.keys(data.plural).filter(function (one) { return data.plural[one].indexOf(n) >= 0; })[0] || "other";
    return forms[form].replace("{n}", grouped(n));
  }
  function written(day) {
    var last = day % 100, month = Math.floor(day / 100) % 100;
    return (last === 1 ? data.date.first : last) + " " + data.date.months[month - 1] + " " + Math.floor(day / 10000);
  }
  function voices(row, column) {
    return row[column].map(function (one) { return data.voices[one]; }).join(", ");
  }
  function put(row, chosen, text) {
    var slot = row.querySelector(chosen);
    if (!text) slot.remove();
    else (slot.querySelector("bdi") || slot).textContent = text;
  }
  function made(one) {
    var row = blank.cloneNode(true), heading = row.querySelector("h3"), link = heading.firstElementChild;
    var language = data.languages[one[LANGUAGE]];
    row.dataset.document = id(one);
    if (language) heading.lang = language; else heading.removeAttribute("lang");
    if (one[HREF]) {
      link.textContent = one[TITLE];
      link.href = one[HREF].charAt(0) === "#" ? one[HREF] : encodeURIComponent(one[HREF]) + ".html";
    } else heading.textContent = one[TITLE];
    put(row, ".strongest", one[STRONGEST]);
    put(row, ".note-line", one[GROUP] === 0 ? "" : one[GROUP] === 2 ? one[NOTE] :
      one[NOTE] ? counted("index.looked_at", one[NOTE]) : form.dataset.any);
    put(row, ".source-name", source(one));
    put(row, ".day", one[DAY] ? " · " + written(one[DAY]) : "");
    put(row, ".tongue", language && " · " + data.language_names[one[LANGUAGE]]);
    if (!one[COPY] && row.querySelector(".copied")) row.querySelector(".copied").remove();
    if (!one[INVENTED]) row.querySelector(".invented").remove();
    if (!one[COUNTS].length) row.querySelector(".row-side").remove();
    else {
      var list = row.querySelector(".counts");
      for (var i = 0; i < one[COUNTS].length; i += 2) {
        var item = document.createElement("li");
        var label = labels.querySelector("[data-key=\"" + data.labels[one[COUNTS][i]] + "\"]").cloneNode(true);
        label.querySelector(".count").textContent = counted("index.count", one[COUNTS][i + 1]);
        item.appendChild(label);
        list.appendChild(item);
      }
      put(row, ".says", voices(one, SAYS) || form.dataset.voice);
      put(row, ".denies", voices(one, DENIES));
    }
    return row;
  }

  var orders = {
    "": function (a, b) { return done(a.row) - done(b.row) || a.at - b.at; },
    order: function (a, b) { return a.row[ORDER] - b.row[ORDER]; },
    newest: function (a, b) { return b.row[DAY] - a.row[DAY] || a.at - b.at; },
    oldest: function (a, b) { return (a.row[DAY] || 1e9) - (b.row[DAY] || 1e9) || a.at - b.at; },
    title: function (a, b) { return collator.compare(a.row[TITLE], b.row[TITLE]) || a.at - b.at; }
  };
  function searched(row) {
    return [row[TITLE], source(row), row[DAY] ? written(row[DAY]) : "", row[STRONGEST], row[GROUP] === 2 ? row[NOTE] : "", voices(row, SAYS),
      voices(row, DENIES)].join(" ").toLocaleLowerCase();
  }
  function value(name) { return form.elements[name] ? form.elements[name].value : ""; }
  function test(column, list, name, step) {
    var asked = value(name);
    if (!asked) return null;
    var number = list.indexOf(asked);
    return function (row) {
      if (column === LANGUAGE) return row[LANGUAGE] === number;
      for (var i = 0; i < row[column].length; i += step) if (row[column][i] === number) return true;
      return false;
    };
  }
  function apply(keep) {
    ready();
    var search = value("q").trim().toLocaleLowerCase();
    if (search && !words) words = all.map(searched);
    var tests = [test(COUNTS, data.labels, "label", 2), test(ACTIVITIES, data.activities, "activity", 1),
      test(REGIMES, data.regimes, "regime", 1), test(FORCES, data.forces, "force", 1),
      test(LANGUAGE, data.languages, "language", 1)].filter(Boolean);
    var order = orders[value("sort")] || orders[""], count = 0;
    groups.forEach(function (group) { group.fits = []; });
    all.forEach(function (row, at) {
      if (search && words[at].indexOf(search) < 0) return;
      if (!tests.every(function (holds) { return holds(row); })) return;
      of(row).fits.push({ row: row, at: at });
      count += 1;
    });
    groups.forEach(function (group) {
      group.fits.sort(order);
      if (!keep) group.page = 0;
      draw(group);
    });
    shown.textContent = form.dataset.shown.replace("%1", grouped(count)).replace("%2", grouped(all.length));
  }
  function draw(group) {
    ready();
    var last = Math.max(Math.ceil(group.fits.length / screen), 1) - 1;
    group.page = Math.min(Math.max(group.page, 0), last);
    var from = group.page * screen, rows = group.fits.slice(from, from + screen);
    group.list.replaceChildren.apply(group.list, rows.map(function (one) { return made(one.row); }));
    group.list.start = from + 1;
    group.nothing.hidden = rows.length > 0;
    place(group, group.fits.length);
  }
  function place(group, length) {
    var from = group.page * screen, to = Math.min(from + screen, length);
    group.pager.hidden = length <= screen;
    group.pager.querySelector(".back-page").disabled = group.page === 0;
    group.pager.querySelector(".next-page").disabled = to === length;
    group.pager.querySelector(".place-in").textContent = form.dataset.pager.replace("%1", grouped(from + 1))
      .replace("%2", grouped(to)).replace("%3", grouped(length));
  }
  function remember() {
    var saved = new URLSearchParams();
    fields.forEach(function (name) { if (value(name)) saved.set(name, value(name)); });
    groups.forEach(function (group) { if (group.page) saved.set("p." + group.section.id, group.page + 1); });
    var text = saved.toString();
    try { history.replaceState(null, "", text ? "#" + text : location.pathname + location.search); } catch (refused) { return; }
  }
  function recall() {
    var saved = new URLSearchParams(location.hash.slice(1)), asked = false;
    fields.forEach(function (name) {
      if (saved.has(name) && form.elements[name]) { form.elements[name].value = saved.get(name); asked = true; }
    });
    groups.forEach(function (group) {
      var page = Number(saved.get("p." + group.section.id));
      if (page > 1) { group.page = page - 1; asked = true; }
    });
    return asked;
  }
  var later = 0;
  form.addEventListener("input", function (event) {
    clearTimeout(later);
    later = setTimeout(function () { apply(false); remember(); }, event.target.name === "q" ? 80 : 0);
  });
  form.addEventListener("reset", function () { setTimeout(function () { apply(false); remember(); }, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  groups.forEach(function (group) {
    function turn(by) {
      return function () {
        group.page += by;
        draw(group);
        remember();
        group.section.scrollIntoView();
        var first = group.list.querySelector("a");
        if (first) first.focus({ preventScroll: true });
      };
    }
    group.pager.querySelector(".back-page").addEventListener("click", turn(-1));
    group.pager.querySelector(".next-page").addEventListener("click", turn(1));
  });
  form.hidden = false;
  if (recall() || Object.keys(states).length) apply(true);
  else {
    var sum = 0;
    groups.forEach(function (group) {
      place(group, group.length);
      sum += group.length;
    });
    shown.textContent = form.dataset.shown.replace("%1", grouped(sum)).replace("%2", grouped(sum));
  }
})();
