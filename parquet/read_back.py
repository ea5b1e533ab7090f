"""read_back.py CSVFOLDER PARQUETFOLDER: reads every table with pyarrow and holds each cell against the CSV package."""
import csv
import json
import sys

import pyarrow.parquet as pq

csv.field_size_limit(1 << 30)
folder, parquet = sys.argv[1:]
cells = 0


def unguarded(cell):
    bare = cell.lstrip("'")
    if bare == cell or not bare or bare[0] not in "=+-@\t\r\n＝＋－＠":
        return cell
    try:
        float(bare)
        return cell
    except ValueError:
        return cell[1:]


kinds = {"string": unguarded, "integer": int, "number": float, "boolean": lambda s: s == "true"}
for resource in json.load(open(f"{folder}/datapackage.json", encoding="utf-8"))["resources"]:
    fields = resource["schema"]["fields"]
    table = pq.read_table(f"{parquet}/{resource['name']}.parquet")
    assert table.column_names == [f["name"] for f in fields], table.column_names
    rows = list(csv.reader(open(f"{folder}/{resource['path']}", encoding="utf-8", newline="")))[1:]
    assert table.num_rows == len(rows), resource["name"]
    for row, got in zip(rows, table.to_pylist()):
        for f, cell in zip(fields, row):
            want = kinds[f["type"]](cell) if cell else None
            assert got[f["name"]] == want, (resource["name"], f["name"], got[f["name"]], want)
            cells += 1
assert cells > 5000, cells
print(cells, "cells")
