// annotations.mjs FOLDER: expands the annotations as JSON-LD without losing a property, and finds every selector's words in the text it leads to,
// with the matchers of Apache Annotator, once and at one and the same place.
import jsonld from "jsonld";
import { JSDOM } from "jsdom";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const dom = new JSDOM("");
for (const name of ["Node", "NodeFilter", "Range", "document", "Element"]) globalThis[name] = dom.window[name];
globalThis.window = dom.window;
const { createTextQuoteSelectorMatcher, createTextPositionSelectorMatcher } = await import("@apache-annotator/dom");

const folder = process.argv[2];
const data = JSON.parse(readFileSync(join(folder, "annotations.jsonld"), "utf8"));

// The terms of the annotation vocabulary that are used, so that nothing is fetched; an unknown one fails.
const oa = "http://www.w3.org/ns/oa#";
const context = {
  "@version": 1.1, oa, as: "http://www.w3.org/ns/activitystreams#", dc: "http://purl.org/dc/elements/1.1/", dctypes: "http://purl.org/dc/dcmitype/", rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", xsd: "http://www.w3.org/2001/XMLSchema#",
  id: { "@id": "@id", "@type": "@id" }, type: { "@id": "@type", "@type": "@vocab" },
  Annotation: "oa:Annotation", AnnotationPage: "as:OrderedCollectionPage", SpecificResource: "oa:SpecificResource", TextualBody: "oa:TextualBody", Text: "dctypes:Text",
  TextPositionSelector: "oa:TextPositionSelector", TextQuoteSelector: "oa:TextQuoteSelector",
  describing: "oa:describing", classifying: "oa:classifying", linking: "oa:linking", identifying: "oa:identifying",
  body: { "@id": "oa:hasBody" }, target: { "@id": "oa:hasTarget", "@type": "@id" }, source: { "@id": "oa:hasSource", "@type": "@id" }, selector: { "@id": "oa:hasSelector", "@type": "@id" },
  motivation: { "@id": "oa:motivatedBy", "@type": "@vocab" }, purpose: { "@id": "oa:hasPurpose", "@type": "@vocab" }, via: { "@id": "oa:via", "@type": "@id" },
  exact: "oa:exact", prefix: "oa:prefix", suffix: "oa:suffix", start: { "@id": "oa:start", "@type": "xsd:nonNegativeInteger" }, end: { "@id": "oa:end", "@type": "xsd:nonNegativeInteger" },
  value: "rdf:value", format: "dc:format", language: "dc:language", items: { "@id": "as:items", "@type": "@id", "@container": "@list" },
};
const expanded = await jsonld.expand(data, {
  base: "https://example.org/record/", safe: true,
  documentLoader: async (url) => { if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`asks for ${url}`); return { contextUrl: null, documentUrl: url, document: { "@context": context } }; },
});
const items = expanded[0]["http://www.w3.org/ns/activitystreams#items"][0]["@list"];
const wrong = [];
if (items.length !== data.items.length) wrong.push(`${items.length} of ${data.items.length} annotations survive`);
for (const i of items) for (const p of ["hasBody", "hasTarget", "motivatedBy"]) if (!i[oa + p]) wrong.push(`${i["@id"]} has no ${p}`);

const texts = new Map(); // path → element
const element = (path) => {
  if (!texts.has(path)) {
    const doc = new JSDOM("<body></body>").window.document;
    doc.body.append(readFileSync(join(folder, path), "utf8"));
    texts.set(path, doc.body);
  }
  return texts.get(path);
};
let selectors = 0;
for (const item of data.items) {
  for (const t of [...item.target, ...item.body.filter((b) => b.selector)]) {
    const scope = element(t.source.id);
    const [position, quote] = t.selector;
    const found = [];
    for await (const range of createTextQuoteSelectorMatcher(quote)(scope)) found.push(range);
    const at = (await createTextPositionSelectorMatcher(position)(scope).next()).value;
    selectors++;
    if (found.length !== 1) wrong.push(`${item.id}: ${JSON.stringify(quote.exact)} found ${found.length} times on ${t.source.id}`);
    else if (at.toString() !== quote.exact) wrong.push(`${item.id}: position gives ${JSON.stringify(at.toString())}, not ${JSON.stringify(quote.exact)}`);
    else if (at.startOffset !== found[0].startOffset || at.startContainer !== found[0].startContainer) wrong.push(`${item.id}: position and quotation lead to two places`);
  }
}
if (wrong.length) { console.log(wrong.slice(0, 20).join("\n")); process.exit(1); }
console.log(`${items.length} annotations, ${selectors} selectors`);
