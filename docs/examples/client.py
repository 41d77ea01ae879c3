"""A client of the service in Python's standard library alone: python3 client.py [ADDRESS [KEY]]"""

import json
import sys
from decimal import Decimal
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

ADDRESS = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
KEY = {"X-API-Key": sys.argv[2]} if len(sys.argv) > 2 else {}
PROBLEMS = "tag:copilot-credit-usage-api,2026:problems/"


class Problem(Exception):
    """An error of the service: problem details (RFC 9457)."""

    def __init__(self, document):
        super().__init__(document["detail"])
        self.code = document["type"].removeprefix(PROBLEMS)


def ask(path, query=None, body=None):
    """The JSON of a GET, or of a POST of `body`. Decimal keeps every digit of an amount."""
    url = f"{ADDRESS}{path}?{urlencode(query)}" if query else f"{ADDRESS}{path}"
    data = None if body is None else json.dumps(body).encode()
    try:
        with urlopen(Request(url, data, {"Content-Type": "application/json", **KEY}), timeout=30) as answer:
            return json.load(answer, parse_float=Decimal)
    except HTTPError as error:
        raise Problem(json.load(error)) from error


def entries():
    """Every entry of the bill, read in pages."""
    query = {"limit": 100}
    while True:
        page = ask("/v1/usage", query)
        yield from page["usage"]
        if "next_cursor" not in page:
            return
        query["cursor"] = page["next_cursor"]


totals = ask("/v1/usage/summary")["totals"]
print(f"{totals['credits_used']} credits for {totals['messages']} messages")

bill = list(entries())
print(f"{len(bill)} entries, {sum(entry['credits_used'] for entry in bill)} credits")

receipt = ask("/v1/usage/2002/receipt")
for one in receipt.get("receipts", [receipt]):
    for line in one["lines"]:
        print(f"{line['label']}: {line['credits']}, which makes {line['running_total']}")

estimate = ask("/v1/estimates", body={"messages": [{"text": "Are there any restrictions on alterations or improvements?"}]})
print(f"The estimate is {estimate['credits_used']}")

card = {"id": "flat", "title": "Flat", "rules": [{"rule": "base_cost", "credits": 5}]}
comparison = ask("/v1/usage/comparison", body=card)
print(f"A flat price makes a difference of {comparison['totals']['difference']}")

period = ask("/v1/periods/2026-01-05")
print(f"The period 2026-01-05 is {period['status']}: {period['credits_used']} credits")

try:
    ask("/v1/usage/1/receipt")
except Problem as problem:
    print(f"{problem.code}: {problem}")
