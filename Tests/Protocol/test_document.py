"""The AsyncAPI document by itself: its own rules, its examples, and its names against the code."""

import json
import re
import unittest

import jsonschema

from document import ROOT, document, faults, follow, messages

CHAT = ROOT / "Sources/Chat/Wire"
# What AsyncAPI 3.0 lets an object of each kind hold, and what it must.
FIELDS = {
    "document": ("asyncapi info id defaultContentType servers channels operations components", "asyncapi info"),
    "info": ("title version description termsOfService contact license tags externalDocs", "title version"),
    "server": ("host protocol protocolVersion pathname description title summary variables security tags bindings",
               "host protocol"),
    "channel": ("address messages title summary description servers parameters tags externalDocs bindings", ""),
    "operation": ("action channel title summary description security tags externalDocs bindings traits messages reply",
                  "action channel"),
    "message": ("headers payload correlationId contentType name title summary description tags externalDocs bindings "
                "examples traits", ""),
    "example": ("headers payload name summary", ""),
    "ws": ("method query headers bindingVersion", ""),
    "components": ("schemas servers channels operations messages securitySchemes serverVariables parameters "
                   "correlationIds replies replyAddresses externalDocs tags operationTraits messageTraits", ""),
}
SCHEMES = {"http": {"type", "scheme", "bearerFormat", "description"}, "httpApiKey": {"type", "name", "in", "description"}}


def texts(file: str, pattern: str) -> set[str]:
    return set(re.findall(pattern, (ROOT / file).read_text()))


class RulesTest(unittest.TestCase):
    """No validator of AsyncAPI is at hand without a network, so these are its rules as far as this document uses them."""

    def holds(self, kind: str, value: dict):
        may, must = (set(words.split()) for words in FIELDS[kind])
        self.assertEqual({key for key in value if not key.startswith("x-")} - may, set(), kind)
        self.assertEqual(must - set(value), set(), kind)

    def test_objects_hold_what_they_may(self):
        whole = document()
        self.assertRegex(whole["asyncapi"], r"^3\.0\.\d+$")
        self.holds("document", whole)
        self.holds("info", whole["info"])
        self.holds("components", whole["components"])
        for server in whole["servers"].values():
            self.holds("server", server)
        for name, channel in whole["channels"].items():
            self.holds("channel", channel)
            self.holds("ws", channel["bindings"]["ws"])
            self.assertEqual(channel["bindings"]["ws"]["query"]["type"], "object")
        for operation in whole["operations"].values():
            self.holds("operation", operation)
            self.assertIn(operation["action"], ("send", "receive"))
        for message in whole["components"]["messages"].values():
            self.holds("message", message)
            for example in message["examples"]:
                self.holds("example", example)
        for scheme in whole["components"]["securitySchemes"].values():
            self.assertLessEqual(set(scheme), SCHEMES[scheme["type"]])

    def test_keys_are_names_and_references_lead_somewhere(self):
        whole = document()
        for group in (whole["channels"], whole["operations"], *whole["components"].values()):
            for key in group:
                self.assertRegex(key, r"^[A-Za-z0-9._-]+$")
        for reference in re.findall(r'"\$ref": "([^"]*)"', json.dumps(whole)):
            self.assertIsInstance(follow(reference), dict, reference)

    def test_operations_name_messages_of_their_own_channel_and_all_of_them(self):
        whole = document()
        for name, channel in whole["channels"].items():
            own = {f"#/channels/{name}/messages/{key}" for key in channel["messages"]}
            said = [one["$ref"] for operation in whole["operations"].values()
                    if operation["channel"]["$ref"] == f"#/channels/{name}" for one in operation["messages"]]
            self.assertEqual(sorted(said), sorted(own))
        used = {one["$ref"] for channel in whole["channels"].values() for one in channel["messages"].values()}
        self.assertEqual(used, {f"#/components/messages/{key}" for key in whole["components"]["messages"]})

    def test_schemas_are_valid_and_all_used(self):
        whole = json.dumps(document())
        for name, schema in document()["components"]["schemas"].items():
            jsonschema.Draft202012Validator.check_schema(schema)
            jsonschema.Draft7Validator.check_schema(schema)
            self.assertIn(f'"#/components/schemas/{name}"', whole)
        for message in document()["components"]["messages"].values():
            jsonschema.Draft202012Validator.check_schema(message["payload"])

    def test_every_example_is_a_frame_of_its_message(self):
        for operation in document()["operations"]:
            for name, message in messages(operation).items():
                self.assertTrue(message["examples"], name)
                for example in message["examples"]:
                    self.assertEqual(faults(operation, example["payload"]), [], f"{operation} {name}")

    def test_the_judge_sees_what_is_wrong(self):
        good = messages("send")["auth_ok"]["examples"][0]["payload"]
        for bad in ({**good, "type": "auth_fine"}, {**good, "more": 1}, {**good, "data": {**good["data"], "more": 1}},
                    {**good, "data": {}}, {**good, "seq": 1}, {**good, "ts": 1}):
            self.assertNotEqual(faults("send", bad), [])


class CodeTest(unittest.TestCase):
    """The names in the document are those in the code, both ways."""

    def test_frames_of_clients(self):
        self.assertEqual(set(messages("receive")), texts("Sources/Chat/Wire/ClientFrame.swift", r'case "([a-z_]+)"'))

    def test_frames_of_the_server(self):
        spelled = texts("Sources/Chat/Wire/V2Wire.swift", r'(?<= )\("([a-z_]+)", ')
        flows = texts("Sources/Flows/Run/FlowEvent.swift", r'"(flow_[a-z]+)", run')
        self.assertEqual(len(flows), 3)
        self.assertEqual(set(messages("send")), spelled | flows)

    def test_frames_of_the_old_service(self):
        spelled = texts("Sources/Chat/Wire/LegacyWire.swift", r'typed\("([a-z_]+)"|\.init\("type", "([a-z_]+)"\)')
        self.assertEqual(set(messages("sendLegacy")), {one for pair in spelled for one in pair if one})
        self.assertEqual(set(messages("receiveLegacy")), {"message", "text", "stop"})

    def test_error_codes(self):
        lines = texts("Sources/Chat/Wire/ErrorCode.swift", r"\n    case (\w+)(?: = \"(\w+)\")?(?=\n)")
        self.assertEqual(set(document()["components"]["schemas"]["ErrorCode"]["enum"]), {raw or name for name, raw in lines})

    def test_close_codes(self):
        chat = texts("Sources/Chat/Wire/CloseCode.swift", r"case \w+ = (\d+)")
        server = texts("Sources/Server/CloseCode.swift", r"static let \w+: UInt16 = (\d+)")
        self.assertEqual({str(one["code"]) for one in document()["x-closeCodes"]}, chat | server)

    def test_kinds_of_cards(self):
        text = (ROOT / "Sources/Analyses/Figures/Card.swift").read_text()
        cases = re.findall(r"\n        case (.+)", text)
        kinds = {raw or name for line in cases for name, raw in re.findall(r"(\w+)(?: = \"(\w+)\")?", line)}
        said = document()["components"]["schemas"]["Card"]["anyOf"]
        named = {kind for one in said for kind in one["properties"]["kind"].get("enum", [one["properties"]["kind"].get("const")])}
        self.assertEqual(named, kinds)


if __name__ == "__main__":
    unittest.main(verbosity=1)
