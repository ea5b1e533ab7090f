// Keys, whole-row clicks, filters that apply at once, and the tie between a margin note and its words. Everything works without it.
const rows = () => [...document.querySelectorAll("[data-row]")].filter((r) => r.getClientRects().length > 0);
const opener = (row) => (row.matches("a") ? row : row.querySelector("a.main"));

let at = -1;
function step(by) {
  const all = rows();
  if (all.length === 0) return;
  const here = all.findIndex((r) => r.contains(document.activeElement));
  if (here >= 0) at = here;
  at = Math.min(Math.max(at + by, 0), all.length - 1);
  const link = opener(all[at]);
  if (!link) return;
  link.focus({ preventScroll: true, focusVisible: true });
  all[at].scrollIntoView({ block: "nearest" });
}

const here = () => document.activeElement?.closest("[data-row]") ?? rows()[at];
const tell = (words) => { const box = document.getElementById("told"); if (box) box.textContent = words; };

// A source note of a row: what its own page says under "Cite", or the row's words where it has none.
const rowID = (row) => /^statement-(.+)$/.exec(row.id)?.[1];
async function cite(row) {
  let note = document.querySelector("[data-cite]")?.textContent;
  const id = rowID(row);
  if (id) note = (await (await fetch(`/statements/${encodeURIComponent(id)}.json`)).json()).cite;
  if (!note) return;
  try { await navigator.clipboard.writeText(note); tell("copied"); } catch { tell(note); }
}

// Collected statements are kept in this browser; the tray's address holds them, so that it can be sent on.
const kept = () => { try { return JSON.parse(localStorage.getItem("hearsay-tray")) ?? []; } catch { return []; } };
function collect(id) {
  if (!id) return;
  const list = kept();
  const k = list.indexOf(id);
  if (k < 0) list.push(id); else list.splice(k, 1);
  try { localStorage.setItem("hearsay-tray", JSON.stringify(list.slice(-200))); } catch { return; }
  tell(k < 0 ? "collected" : "let go");
  trays();
}
function trays() {
  const list = kept();
  for (const link of document.querySelectorAll("[data-tray]")) {
    link.hidden = list.length === 0;
    link.href = `/tray?rows=${list.map(encodeURIComponent).join(",")}`;
    link.querySelector("[data-count]").textContent = list.length;
  }
}
if (location.protocol !== "file:") trays();
for (const b of document.querySelectorAll("[data-copy]")) { b.hidden = false; b.addEventListener("click", () => cite(b)); }
for (const b of document.querySelectorAll("[data-collect]")) { b.hidden = false; b.addEventListener("click", () => collect(b.dataset.collect)); }

// The last visit is known to this browser alone; visits within half an hour are one.
const since = document.querySelector("[data-since]");
if (since) {
  try {
    const [now, last, before] = [new Date(), localStorage.getItem("hearsay-visit"), localStorage.getItem("hearsay-visit-before")];
    const apart = !last || now - new Date(last) > 30 * 60 * 1000;
    const from = apart ? last : before;
    if (apart && last) localStorage.setItem("hearsay-visit-before", last);
    localStorage.setItem("hearsay-visit", now.toISOString().slice(0, 19) + "Z");
    if (from) {
      since.hidden = false;
      since.firstElementChild.href = `/?new_since=${encodeURIComponent(from)}`;
    }
  } catch { /* a browser that keeps nothing knows of no visit */ }
}

// A picture as PNG, twice as large as it is shown: into a file, or to be pasted.
for (const b of document.querySelectorAll("[data-png]")) {
  if ("clip" in b.dataset && !window.ClipboardItem) continue;
  b.hidden = false;
  b.addEventListener("click", async () => {
    const img = new Image();
    img.src = b.dataset.png;
    try { await img.decode(); } catch { return tell("the picture could not be made"); }
    const canvas = Object.assign(document.createElement("canvas"), { width: img.naturalWidth * 2, height: img.naturalHeight * 2 });
    canvas.getContext("2d").drawImage(img, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if ("clip" in b.dataset) {
      try { await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]); b.textContent = "copied"; tell("copied"); return; } catch { /* it becomes a file */ }
    }
    const name = new URL(b.dataset.png, location).pathname.split("/").pop().replace(/\.svg$/, "") || "picture";
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `hearsay-${name}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
}

// What the pointer is told over a mark, the keyboard is told, too.
const tip = Object.assign(document.createElement("div"), { className: "tip", hidden: true });
tip.setAttribute("aria-hidden", "true"); // the mark itself is named so
document.body.append(tip);
let marked = null;
function beside() {
  if (tip.hidden) return;
  const box = marked.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${box.bottom + 6 + tip.offsetHeight < innerHeight ? box.bottom + 6 : Math.max(0, box.top - tip.offsetHeight - 6)}px`;
}
document.addEventListener("focusin", (e) => {
  marked = e.target.closest?.("svg a");
  const words = marked?.querySelector("title")?.textContent;
  tip.hidden = !words || !marked.matches(":focus-visible");
  tip.textContent = words ?? "";
  beside();
});
document.addEventListener("focusout", () => { tip.hidden = true; });
addEventListener("scroll", beside, { passive: true });

// Drawing over the days with the pointer keeps to them.
for (const svg of document.querySelectorAll("svg.coverage")) {
  let first = null;
  const bars = [...svg.querySelectorAll("a.bar")];
  const bar = (e) => bars.indexOf(document.elementFromPoint(e.clientX, e.clientY)?.closest("a.bar"));
  const mark = (a, b) => bars.forEach((el, i) => el.classList.toggle("in", i >= Math.min(a, b) && i <= Math.max(a, b)));
  svg.addEventListener("pointerdown", (e) => { first = bar(e); });
  svg.addEventListener("dragstart", (e) => e.preventDefault());
  svg.addEventListener("pointermove", (e) => { if (first >= 0 && first !== null && e.buttons) { const to = bar(e); if (to >= 0 && to !== first) { svg.classList.add("picking"); mark(first, to); } } });
  svg.addEventListener("pointerup", (e) => {
    const to = bar(e);
    if (!svg.classList.contains("picking") || to < 0) { svg.classList.remove("picking"); first = null; return; }
    const ends = [bars[Math.min(first, to)], bars[Math.max(first, to)]].map((el) => new URL(el.href?.baseVal ?? el.getAttribute("href"), location).searchParams);
    const q = new URLSearchParams(location.search);
    q.set("since", ends[0].get("since")); q.set("until", ends[1].get("until")); q.delete("from");
    location.search = q;
  });
}

const typing = (e) => e.target.closest("input, select, textarea, [contenteditable]");

document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const help = document.getElementById("help");
  if (e.key === "Escape" && typing(e)) return e.target.blur();
  if (typing(e)) return;
  switch (e.key) {
    case "/": {
      const box = document.querySelector("input[type=search]");
      if (box) { e.preventDefault(); box.focus(); box.select(); }
      break;
    }
    case "j": case "n": e.preventDefault(); step(1); break;
    case "k": case "p": e.preventDefault(); step(-1); break;
    case "?": if (help) { e.preventDefault(); help.open ? help.close() : help.showModal(); } break;
    case "u": history.back(); break;
    case "f": { const bar = document.querySelector("[data-filter]"); if (bar) { e.preventDefault(); bar.open = !bar.open; if (bar.open) bar.querySelector("input, select")?.focus(); } break; }
    case "o": { const both = here()?.querySelector("details"); if (both) { e.preventDefault(); both.open = !both.open; } break; }
    case "c": { const row = here(); if (row) { e.preventDefault(); cite(row); } break; }
    case "x": { const row = here(); if (row) { e.preventDefault(); collect(rowID(row)); } break; }
    default: {
      const link = document.querySelector(`a[data-key="${CSS.escape(e.key)}"]`);
      if (link) { e.preventDefault(); link.click(); }
    }
  }
});

document.addEventListener("click", (e) => {
  if (e.target.closest("[data-help]")) return document.getElementById("help")?.showModal();
  if (e.target.closest("a, button, summary, input, label, select, details")) return;
  const row = e.target.closest("tr[data-row]");
  if (row && String(getSelection()) === "") opener(row)?.click();
});

for (const form of document.querySelectorAll("form.filter")) {
  form.addEventListener("change", (e) => { if (e.target.matches("select, input[type=checkbox]")) form.requestSubmit(); });
  form.addEventListener("formdata", (e) => { for (const [k, v] of [...e.formData]) if (v === "") e.formData.delete(k); }); // short addresses
}

// A note in the margin lights up its words, and the words their note.
function light(ids, on) {
  for (const id of ids) {
    for (const el of document.querySelectorAll(`[data-s~="${CSS.escape(id)}"], [data-n="${CSS.escape(id)}"]`)) el.classList.toggle("on", on);
  }
}
const lit = (el) => el?.closest?.("[data-n]")?.dataset.n.split(" ") ?? el?.closest?.("[data-s]")?.dataset.s.split(" ");
for (const [type, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(type, (e) => { const ids = lit(e.target); if (ids) light(ids, on); });
}

// The address of a passage may be given as a fragment alone: #b120-180 is asked for again as ?at=120-180.
const reader = document.querySelector(".reader[data-marks]");
function passage() {
  const m = /^#b(\d+)-(\d+)$/.exec(location.hash);
  if (!m || !reader || document.getElementById(location.hash.slice(1))) return;
  location.replace(`?at=${m[1]}-${m[2]}${location.hash}`);
}
addEventListener("hashchange", passage);
passage();
if (reader) document.querySelector(".reader mark")?.scrollIntoView({ block: "center" });
