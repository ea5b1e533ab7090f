"""crate.py FOLDER CONTEXT: holds a research object against the RO-Crate 1.2 profile, and its provenance as triples: every text is derived from a page,
the rows from the pages by an action of a versioned program. CONTEXT is the format's JSON-LD context as the npm package ro-crate ships it, so that
nothing is fetched."""
import json
import sys

import requests
from rdflib import Graph, Namespace, URIRef
from rocrate_validator import services
from rocrate_validator.utils.http import HttpRequester

folder, context_path = sys.argv[1:]
raw = open(context_path, "rb").read()
context_url = "https://w3id.org/ro/crate/1.2/context"


def get(self, url, *args, **kwargs):
    response = requests.Response()
    response.url, response.status_code = url, 404
    if url == context_url:
        response.status_code, response._content = 200, raw
        response.headers["Content-Type"] = "application/ld+json"
    return response


HttpRequester.get = HttpRequester.head = get
result = services.validate({"rocrate_uri": folder, "profile_identifier": "ro-crate-1.2", "requirement_severity": "REQUIRED", "skip_availability_check": True, "disable_inherited_profiles_issue_reporting": False})
for issue in result.get_issues():
    print(issue.check.identifier, issue.message)
if not result.passed():
    sys.exit("rocrate-validator: not valid")

document = json.load(open(f"{folder}/ro-crate-metadata.json", encoding="utf-8"))
document["@context"] = [json.loads(raw)["@context"], document["@context"][1]]
g = Graph().parse(data=json.dumps(document), format="json-ld", base="https://example.org/crate/")
prov, schema = Namespace("http://www.w3.org/ns/prov#"), Namespace("http://schema.org/")
action = URIRef("https://example.org/crate/#reading")
texts = [n for n in document["@graph"] if n["@id"].startswith("texts/")]
derived = set(g.subjects(prov.wasDerivedFrom, None))
assert len([d for d in derived if "/texts/" in d]) == len(texts) > 0, "a text is derived from nothing"
rows = URIRef("https://example.org/crate/record.json")
assert (rows, prov.wasGeneratedBy, action) in g, "nothing generated the rows"
assert len(list(g.objects(rows, prov.wasDerivedFrom))) == len(list(g.objects(action, schema.object))) > 0
program = next(g.objects(action, schema.instrument))
assert (program, schema.softwareVersion, None) in g
print(f"{len(g)} triples, {len(texts)} texts")
