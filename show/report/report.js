// In the one-file report a place is a fragment: #x3-120-180 is bytes 120 to 180 of the third page. Its words are marked on arrival.
function mark() {
  for (const el of document.querySelectorAll(".here")) el.classList.remove("here");
  const m = /^#x\d+-(\d+)-(\d+)$/.exec(location.hash);
  const first = m && document.getElementById(location.hash.slice(1));
  if (!first) return;
  const [start, end] = [Number(m[1]), Number(m[2])];
  for (const el of first.closest(".reader").querySelectorAll("[data-b]")) {
    const at = Number(el.dataset.b);
    if (at >= start && at < end) el.classList.add("here");
  }
  first.parentElement.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", mark);
mark();

const box = document.getElementById("filter");
box?.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of document.querySelectorAll("table.statements tbody tr")) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((w) => text.includes(w));
    if (!row.hidden) shown++;
  }
  document.getElementById("filtered").textContent = words.length ? `${shown} shown` : "";
});
