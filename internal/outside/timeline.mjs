// timeline.mjs FILE: holds a timeline against TimelineJS3's own TimelineConfig, and its dates against the calendar, which that takes on trust.
import { build } from "esbuild";
import { JSDOM } from "jsdom";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const dom = new JSDOM("", { url: "http://localhost/" });
globalThis.window = dom.window;
for (const name of Object.getOwnPropertyNames(dom.window)) if (!(name in globalThis)) globalThis[name] = dom.window[name];
const out = new URL("./timeline-config.mjs", import.meta.url).pathname;
await build({
  stdin: { contents: 'export { TimelineConfig } from "@knight-lab/timelinejs/src/js/core/TimelineConfig.js"', resolveDir: new URL(".", import.meta.url).pathname },
  bundle: true, format: "esm", platform: "node", outfile: out, logLevel: "error",
});
const { TimelineConfig } = await import(pathToFileURL(out));
const data = JSON.parse(readFileSync(process.argv[2], "utf8"));
const wrong = [];
for (const e of data.events) {
  for (const [name, d] of [["start_date", e.start_date], ["end_date", e.end_date]]) {
    if (!d) { if (name === "start_date") wrong.push(`${e.unique_id}: no start`); continue; }
    const date = new Date(Date.UTC(d.year, (d.month || 1) - 1, d.day || 1));
    if (d.year >= 100 && (date.getUTCFullYear() !== d.year || date.getUTCMonth() !== (d.month || 1) - 1 || date.getUTCDate() !== (d.day || 1)))
      wrong.push(`${e.unique_id}: no such day ${JSON.stringify(d)}`);
  }
}
const shown = structuredClone(data);
const config = new TimelineConfig(shown);
config.validate();
wrong.push(...config.getErrors().map(String));
if (config.events.length !== data.events.length) wrong.push(`${config.events.length} of ${data.events.length} events taken`);
for (const e of config.events) {
  const given = data.events.find((x) => x.unique_id === e.unique_id);
  if (!given) { wrong.push(`${e.unique_id} was renamed`); continue; }
  // the sanitiser must not change what was written: what is quoted stays what the page says
  const words = (x) => new JSDOM(x).window.document.body.textContent;
  if (words(e.text.text) !== words(given.text.text)) wrong.push(`${e.unique_id}: text changed: ${e.text.text}`);
}
if (wrong.length) { console.log(wrong.slice(0, 20).join("\n")); process.exit(1); }
console.log(`${config.events.length} events`);
