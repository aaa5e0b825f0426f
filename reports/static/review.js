"use strict";
(function () {
  const SCHEMA = "checker/decisions/1", PREFIX = "checker-review:", NAME = "checker-review-name", KEYS = "checker-review-keys";
  const all = (where, what) => Array.from(where.querySelectorAll(what));
  const fill = (words, ...values) => values.reduce((text, value, at) => text.replace("%" + (at + 1), () => value), words);
  const inertJson = (node) => JSON.parse(node.content.textContent);

  // --- what the browser keeps: one file of decisions for each document of a run ---
  let keeps = true;
  const kept = {
    read(key) {
      try { return localStorage.getItem(key); } catch (refused) { keeps = false; return null; }
    },
    write(key, value) {
      try {
        if (value === null) localStorage.removeItem(key); else localStorage.setItem(key, value);
      } catch (refused) { keeps = false; }
    },
    keys(start) {
      try { return Object.keys(localStorage).filter((key) => key.startsWith(start)); } catch (refused) { return []; }
    }
  };
  function parsed(text) {
    try {
      const file = JSON.parse(text);
      return file && file.schema === SCHEMA && Array.isArray(file.decisions) ? file : null;
    } catch (broken) { return null; }
  }
  function save(text, name) {
    const link = document.createElement("a"), address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }
  function fileName(who, what) {
    const plain = (words) => words.normalize("NFKD").replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
    return ["decisions", plain(who), plain(what)].filter(Boolean).join("-") + ".json";
  }

  // --- the index: what lies in this browser, from all pages of the run ---
  const own = document.querySelector(".review-own");
  if (own) {
    const files = kept.keys(PREFIX + own.dataset.run + ":").map((key) => parsed(kept.read(key)))
      .filter((file) => file && file.decisions.length);
    const decisions = files.flatMap((file) => file.decisions);
    if (decisions.length) {
      own.hidden = false;
      own.querySelector("span").textContent = fill(own.dataset.words, decisions.length, files.length);
      own.querySelector("button").addEventListener("click", () => {
        const who = kept.read(NAME) || files[0].reviewer || "";
        save(JSON.stringify({ ...files[0], reviewer: who, decisions: decisions.map((one) => ({ ...one, reviewer: who })) }, null, 1) + "\n",
          fileName(who, "all"));
      });
    }
  }

  const bar = document.getElementById("review-bar");
  if (!bar) return;
  const told = bar.querySelector(".bar-told"), words = bar.dataset, controls = document.getElementById("decide-controls");
  const name = bar.querySelector("[name=reviewer]"), show = bar.querySelector("[name=show]");
  const help = document.querySelector(".review-help"), file = help.querySelector("[type=file]");
  const keys = help.querySelector("[name=keys]");
  const texts = new Map(all(document, "template.review-data").map((node) => {
    const data = inertJson(node);
    data.key = PREFIX + data.run.sha256 + ":" + data.document + ":" + data.sha256.slice(0, 16);
    return [data.document, data];
  }));
  const leads = [], signed = document.querySelector(".decided") !== null;
  const written = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  all(document, ".card[data-claim]").forEach((card) => {
    const text = texts.get(card.dataset.document);
    const claim = text && text.claims.find((one) => one.claim === card.dataset.claim);
    if (claim) leads.push({ card, text, claim, at: leads.length, said: null });
  });
  let current = -1, past = [];

  function today() {
    const now = new Date(), two = (n) => String(n).padStart(2, "0");
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }
  const complete = (lead) => lead.said && (lead.said.verdict !== "reject" || lead.said.reason);
  const tell = (text) => { told.textContent = ""; told.textContent = text; };
  const number = (lead) => String(lead.at + 1);

  // --- decisions as files ---
  function entry(lead) {
    const { claim, text, said } = lead, correction = {};
    Object.entries(said.correction).forEach(([key, value]) => { if (value.trim()) correction[key] = value.trim(); });
    return {
      document: text.document, sha256: text.sha256, source: text.source, claim: claim.claim, anchor: claim.anchor, words: claim.words,
      label: claim.label, activity: claim.activity, giver: claim.giver, taker: claim.taker, law: claim.law, beside: claim.beside,
      decision: said.verdict, reason: said.reason, note: said.note.trim(), correction, day: said.day
    };
  }
  function asFile(found) {
    return { schema: SCHEMA, run: (found[0] || leads[0]).text.run, reviewer: name.value.trim(), decisions: found.map(entry) };
  }
  function fromEntry(one) {
    if (["accept", "reject", "unsure"].indexOf(one.decision) < 0) return null;
    const text = (value) => typeof value === "string" ? value : "", correction = {};
    Object.entries(one.correction || {}).forEach(([key, value]) => { correction[key] = text(value); });
    return { verdict: one.decision, reason: text(one.reason), note: text(one.note), day: /^\d{4}-\d\d-\d\d$/.test(one.day) ? one.day : today(), correction };
  }
  function take(found) {
    let taken = 0;
    found.decisions.forEach((one) => {
      const lead = leads.find((each) => each.claim.claim === one.claim && each.claim.anchor === one.anchor && each.text.document === one.document);
      const said = lead && fromEntry(one);
      if (said) { lead.said = said; taken += 1; }
    });
    return taken;
  }
  function keep(text) {
    const found = leads.filter((lead) => lead.text === text && lead.said);
    kept.write(text.key, found.length ? JSON.stringify(asFile(found)) : null);
    warn();
  }
  function warn() { bar.classList.toggle("nowhere", !keeps); if (!keeps) tell(words.nowhere); }

  // --- the controls of one lead ---
  function build(lead) {
    const section = lead.card.querySelector(".decide"), part = (what) => section.querySelector(what);
    section.append(controls.content.cloneNode(true));
    section.hidden = false;
    const lists = { giver: Object.keys(lead.text.parties), taker: Object.keys(lead.text.parties), provision: lead.claim.provisions };
    all(section, "input[list]").forEach((field) => {
      const list = document.createElement("datalist");
      list.id = field.name + "-" + lead.at;
      lists[field.name].forEach((key) => {
        const option = document.createElement("option");
        option.value = key;
        if (field.name !== "provision") option.label = lead.text.parties[key];
        list.append(option);
      });
      field.setAttribute("list", list.id);
      field.after(list);
    });
    all(section, "[type=radio]").forEach((radio) => { radio.name = "why-" + lead.at; });
    section.setAttribute("role", "group");
    section.setAttribute("aria-label", part(".decide-title").textContent + " " + number(lead));
    section.addEventListener("click", (event) => {
      const button = event.target.closest("[data-verdict]");
      if (button) { current = lead.at; decide(lead, button.dataset.verdict); }
    });
    section.addEventListener("change", (event) => {
      const field = event.target;
      if (!lead.said) return;
      if (field.type === "radio") change(lead, { reason: field.value });
      else if (field.name) change(lead, { correction: { ...lead.said.correction, [field.name]: field.value } });
      else settle([lead]);
    });
    part("textarea").addEventListener("input", (event) => {
      grow(event.target);
      if (lead.said) { lead.said.note = event.target.value; keep(lead.text); }
    });
    lead.part = part;
    lead.live = document.querySelector('[data-live="' + CSS.escape(lead.claim.claim) + '"]');
    const heading = lead.card.querySelector("h3");
    if (heading) heading.tabIndex = -1;
    lead.card.addEventListener("focusin", () => { if (current !== lead.at) mark(lead.at); });
  }
  function grow(area) { area.rows = Math.min(10, Math.max(1, area.value.split("\n").length, Math.ceil(area.value.length / 70))); }
  function draw(lead) {
    const { part, said } = lead, verdict = said ? said.verdict : "";
    let shown = "";
    all(part(".verdicts"), "button").forEach((button) => {
      const on = button.dataset.verdict === verdict;
      button.setAttribute("aria-pressed", String(on));
      if (on) shown = button.dataset.done;
    });
    part(".after").hidden = !said;
    part(".why-fields").hidden = verdict === "accept" || !said;
    const area = part("textarea");
    if (document.activeElement !== area) { area.value = said ? said.note : ""; grow(area); }
    let reason = "";
    all(part(".why-fields"), "label").forEach((label) => {
      const radio = label.firstElementChild;
      radio.checked = Boolean(said) && said.reason === radio.value;
      if (radio.checked) reason = label.textContent.trim().replace(/^\d\s*/, "");
    });
    all(part(".correct-grid"), "[name]").forEach((field) => { field.value = said && said.correction[field.name] || ""; });
    const changed = said && Object.values(said.correction).some((value) => value.trim());
    if (changed) part(".correct").open = true;
    lead.card.classList.toggle("said-" + "reject", verdict === "reject");
    const line = part(".said");
    line.hidden = !said;
    line.textContent = said ? [shown + (name.value.trim() ? " · " + name.value.trim() : ""), written.format(new Date(said.day + "T00:00:00Z")), reason, said.note.trim()].filter(Boolean).join(" · ") : "";
    if (lead.live) {
      lead.live.hidden = !said;
      lead.live.textContent = said ? shown + (complete(lead) ? "" : " …") : "";
    }
  }
  function progress() {
    const done = leads.filter(complete).length, bare = leads.filter((lead) => lead.said && !complete(lead)).length;
    bar.querySelector(".progress-words").textContent =
      fill(signed ? words.again : words.progress, done, leads.length) + (bare ? " · " + fill(words.unreasoned, bare) : "");
    bar.querySelector(".meter span").style.width = done / leads.length * 100 + "%";
    bar.querySelector(".bar-next").disabled = done === leads.length;
  }

  // --- what a reviewer does ---
  function remember(found) { past.push(found.map((lead) => [lead, lead.said && { ...lead.said }])); }
  function settle(found) {
    new Set(found.map((lead) => lead.text)).forEach(keep);
    found.forEach(draw);
    progress();
  }
  function change(lead, what) {
    remember([lead]);
    lead.said = { ...lead.said, ...what, day: today() };
    settle([lead]);
  }
  function decide(lead, verdict) {
    remember([lead]);
    const before = lead.said, same = before && before.verdict === verdict;
    lead.said = same ? null : { reason: "", note: "", correction: {}, ...before, verdict, day: today() };
    if (lead.said && verdict === "accept") lead.said.reason = "";
    if (same && lead.part("textarea") === document.activeElement) document.activeElement.blur();
    settle([lead]);
    const button = lead.part("[data-verdict=" + verdict + "]");
    tell(fill(same ? words.withdrawn : words.said, number(lead), button.dataset.done));
    if (lead.said && verdict !== "accept") lead.part(".note-field").scrollIntoView({ block: "nearest" });
  }
  function undo() {
    const last = past.pop();
    if (!last) return;
    last.forEach(([lead, said]) => { lead.said = said; });
    settle(last.map(([lead]) => lead));
    go(last[0][0].at);
    tell(words.undone);
  }
  function mark(at) {
    leads.forEach((lead) => lead.card.classList.toggle("current", lead.at === at));
    current = at;
  }
  function go(at) {
    const lead = leads[at];
    if (!lead) return;
    mark(at);
    const show = () => {
      (lead.card.querySelector("h3") || lead.card).focus({ preventScroll: true });
      lead.card.scrollIntoView({ block: "start" });
    };
    if (lead.card.closest("[hidden]")) { // in a single file another document is open
      location.hash = lead.card.id;
      setTimeout(show, 60);
    } else show();
  }
  function step(by) {
    const seen = leads.filter((lead) => !lead.card.hidden);
    if (!seen.length) return;
    const at = seen.findIndex((lead) => lead.at === current);
    go(seen[at < 0 ? (by > 0 ? 0 : seen.length - 1) : Math.min(seen.length - 1, Math.max(0, at + by))].at);
  }
  function next() {
    const order = [...leads.slice(current + 1), ...leads.slice(0, current + 1)];
    const lead = order.find((one) => !complete(one));
    if (lead) { lead.card.hidden = false; go(lead.at); }
  }
  function filter() {
    leads.forEach((lead) => { lead.card.hidden = show.value === "open" ? Boolean(complete(lead)) : show.value === "done" ? !complete(lead) : false; });
    tell(fill(words.shown, leads.filter((lead) => !lead.card.hidden).length));
  }
  function ready() {
    const found = leads.filter((lead) => lead.said), bare = found.find((lead) => !complete(lead));
    if (!found.length) { tell(words.nothing); return null; }
    if (!name.value.trim()) { name.focus(); tell(words.nameless); return null; }
    if (bare) { bare.card.hidden = false; go(bare.at); tell(fill(words.unreasoned, 1)); bare.part("[type=radio]").focus(); return null; }
    return found;
  }
  const printed = (found) => JSON.stringify(asFile(found), null, 1) + "\n";
  const actions = {
    next,
    export() {
      const found = ready();
      if (!found) return;
      save(printed(found), fileName(name.value.trim(), texts.size === 1 ? found[0].text.document : "all"));
      tell(fill(words.exported, found.length));
    },
    copy() {
      const found = ready();
      help.close();
      if (!found) return;
      const text = printed(found), done = () => tell(fill(words.copied, found.length));
      const byHand = () => {
        const area = document.createElement("textarea");
        area.value = text;
        document.body.append(area);
        area.select();
        if (document.execCommand("copy")) done();
        area.remove();
      };
      if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand); else byHand();
    },
    help() { help.showModal(); },
    close() { help.close(); }
  };
  file.addEventListener("change", () => {
    const chosen = file.files[0];
    if (!chosen) return;
    chosen.text().then((text) => {
      const found = parsed(text);
      file.value = "";
      help.close();
      if (!found) return tell(words.foreign);
      const by = typeof found.reviewer === "string" ? found.reviewer.trim() : "";
      if (name.value.trim() && by && by.toLowerCase() !== name.value.trim().toLowerCase()) return tell(fill(words.other, by));
      if (!name.value.trim() && by) { name.value = by; kept.write(NAME, by); }
      remember(leads);
      const taken = take(found);
      settle(leads);
      return tell(fill(words.imported, taken, found.decisions.length - taken));
    });
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) actions[button.dataset.do]();
  });
  name.addEventListener("change", () => {
    kept.write(NAME, name.value.trim() || null);
    settle(leads);
  });
  show.addEventListener("change", filter);
  keys.addEventListener("change", () => kept.write(KEYS, keys.checked ? null : "off"));
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("input:not([type=radio]), textarea, select, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || !(keys.checked || event.key === "Escape")) return;
    if (field) {
      if (event.key === "Escape" && current >= 0 && leads[current].card.contains(field)) go(current);
      return;
    }
    const lead = leads[current], verdict = { a: "accept", r: "reject", u: "unsure" }[event.key];
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "z") undo();
    else if (event.key === "?") help.showModal();
    else if (event.key === "/") (document.querySelector("[data-search]") || show).focus();
    else if (verdict && lead) decide(lead, verdict);
    else if (verdict) step(1);
    else if (event.key === "n" && lead) {
      if (!lead.said) decide(lead, "unsure");
      lead.part("textarea").focus();
    } else if (/^[0-9]$/.test(event.key) && lead && lead.said && lead.said.verdict !== "accept") {
      const radio = all(lead.part(".why-fields"), "input")[(Number(event.key) + 9) % 10];
      if (radio) { change(lead, { reason: radio.value }); tell(radio.parentElement.textContent.trim().replace(/^\d\s*/, "") + "."); }
    } else return;
    event.preventDefault();
  });
  window.addEventListener("storage", (event) => {
    const text = Array.from(texts.values()).find((one) => one.key === event.key);
    if (!text) return;
    leads.forEach((lead) => { if (lead.text === text) lead.said = null; });
    const found = parsed(event.newValue || "");
    if (found) take(found);
    leads.filter((lead) => lead.text === text).forEach(draw);
    progress();
  });

  // --- begin where the reviewer left off ---
  name.value = kept.read(NAME) || "";
  keys.checked = kept.read(KEYS) !== "off";
  let restored = 0;
  texts.forEach((text) => {
    const found = parsed(kept.read(text.key) || "");
    if (found) restored += take(found);
  });
  leads.forEach(build);
  leads.forEach(draw);
  progress();
  bar.querySelector(".bar-off").hidden = true;
  bar.querySelector(".bar-on").hidden = false;
  kept.write(PREFIX + "probe", "1");
  kept.write(PREFIX + "probe", null);
  if (restored) tell(fill(words.restored, restored));
  warn();
})();
