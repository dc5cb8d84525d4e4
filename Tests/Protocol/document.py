"""The AsyncAPI document as its five files hold it, and a judge of frames made of it."""

import functools
import json
import pathlib

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ROOT / "Sources/Routes/Pages"


def part(name: str) -> dict:
    return json.loads((PAGES / f"asyncapi{name}.json").read_text())


@functools.cache
def document() -> dict:
    """Joined as the server joins them."""
    messages = part("-asked") | part("-said") | part("-legacy")
    return part("") | {"components": {"messages": messages, **part("-shapes")}}


def follow(reference: str) -> dict:
    place = document()
    for key in reference.removeprefix("#/").split("/"):
        place = place[key]
    return place


def messages(operation: str) -> dict[str, dict]:
    """The messages of an operation by their names on the wire."""
    found = [follow(follow(one["$ref"])["$ref"]) for one in document()["operations"][operation]["messages"]]
    return {one["name"]: one for one in found}


def closed(schema):
    """The same schema where a key that is not named is a fault: later versions may add keys, this one has these."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    if inner.get("type") == "object" or "object" in (inner.get("type") or []):
        if "properties" in inner:
            inner["additionalProperties"] = False
    return inner


@functools.cache
def judge(operation: str, name: str) -> jsonschema.Draft202012Validator:
    schema = {**messages(operation)[name]["payload"], "components": {"schemas": document()["components"]["schemas"]}}
    return jsonschema.Draft202012Validator(closed(schema), format_checker=jsonschema.FormatChecker())


def faults(operation: str, frame) -> list[str]:
    """What is wrong with a frame; an unknown type, or a key that no schema names, is wrong."""
    name = frame["type"] if isinstance(frame, dict) and "type" in frame else "message" if isinstance(frame, dict) else "text"
    if name not in messages(operation):
        return [f"unknown frame {name}"]
    return [deepest(one) for one in judge(operation, name).iter_errors(frame)]


def deepest(error: jsonschema.ValidationError) -> str:
    best = jsonschema.exceptions.best_match([error])
    return f"{'/'.join(map(str, best.absolute_path))}: {best.message[:300]}"
