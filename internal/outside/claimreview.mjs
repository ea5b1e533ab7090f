// claimreview.mjs FILE: every draft holds what Google's preset of the structured data testing tool asks of a ClaimReview.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const require = createRequire(import.meta.url);
const { structuredDataTest } = require("structured-data-testing-tool");
const { ClaimReview } = require("structured-data-testing-tool/presets");
const drafts = JSON.parse(readFileSync(process.argv[2], "utf8"));
const page = drafts.map((d) => `<script type="application/ld+json">${JSON.stringify(d).replaceAll("<", "\\u003c")}</script>`).join("\n");
const options = { presets: ClaimReview ? [ClaimReview] : [require("structured-data-testing-tool/presets/google/schemas/ClaimReview").ClaimReview], schemas: ["jsonld:ClaimReview"] };
let result;
try {
  result = await structuredDataTest(`<html><head>${page}</head><body></body></html>`, options);
} catch (e) {
  if (!e.res) throw e;
  result = e.res;
}
// The day of the review is the reviewer's to write, so the preset's warning that it is missing is what we expect.
const wrong = [...result.failed, ...result.warnings.filter((w) => !/^ClaimReview\[\d+\]\.datePublished$/.test(w.test))].map((f) => `${f.test}: ${f.error?.message ?? f.error ?? ""}`);
const found = result.structuredData.jsonld.ClaimReview?.length ?? 0;
if (found !== drafts.length) wrong.push(`${found} of ${drafts.length} drafts found`);
if (!result.passed.length) wrong.push("nothing was tested");
for (const d of drafts) {
  if (d.reviewRating.ratingValue !== "" || d.author.name !== "") wrong.push(`${d["@id"]} holds a judgement`);
  if (!d.itemReviewed.author.name || !(d.itemReviewed.firstAppearance || d.itemReviewed.appearance)) wrong.push(`${d["@id"]} is not whole`);
}
if (wrong.length) { console.log(wrong.slice(0, 20).join("\n")); process.exit(1); }
console.log(`${found} drafts, ${result.passed.length} tests passed`);
