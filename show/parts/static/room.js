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
