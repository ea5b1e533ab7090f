"""ftm.py FILE: holds FollowTheMoney lines against the model: schemata, properties, required ones, values that survive cleaning, links that lead
to an entity of the right kind."""
import json
import sys

from followthemoney import model
from followthemoney.exc import InvalidData

lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
schemata = {}
for data in lines:
    assert data["id"] not in schemata, f"{data['id']} stands twice"
    schemata[data["id"]] = model.get(data["schema"])
wrong = []
for data in lines:
    schema = schemata[data["id"]]
    try:
        schema.validate({"properties": data["properties"]})
    except InvalidData as e:
        wrong.append(f"{data['id']}: {e} {e.errors}: {data['properties']}"[:600])
    for name in schema.required:
        if not data["properties"].get(name):
            wrong.append(f"{data['id']}: no {name}")
    proxy = model.get_proxy(data, cleaned=False)
    for name, values in data["properties"].items():
        prop = schema.get(name)
        if prop is None or prop.stub:
            wrong.append(f"{data['id']}: no property {name} in {schema.name}")
            continue
        for value in values:
            clean = prop.type.clean(value)
            if clean is None or prop.type.name == "date" and clean != value:
                wrong.append(f"{data['id']}: {name} {value!r} becomes {clean!r}")
            if prop.type.name == "entity":
                to = schemata.get(value)
                if to is None or not to.is_a(prop.range):
                    wrong.append(f"{data['id']}: {name} leads to {value!r}, {to and to.name}, not a {prop.range.name}")
    if len(proxy.properties) != len(data["properties"]):
        wrong.append(f"{data['id']}: {set(data['properties']) - set(proxy.properties)} lost")
for w in wrong[:20]:
    print(w)
counts = {}
for data in lines:
    counts[data["schema"]] = counts.get(data["schema"], 0) + 1
print(json.dumps(counts, sort_keys=True))
sys.exit(bool(wrong))
