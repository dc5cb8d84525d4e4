"""A chat-completions server on loopback: it looks one thing up, then answers; asked to, it breaks off."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOOK, BREAK = "Please look it up", "Please break off"


class Model(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        body = b'{"object":"list","data":[]}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["messages"]
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        question = json.dumps([one for one in asked if one["role"] == "user"][-1])
        if LOOK in question and asked[-1]["role"] != "tool":
            call = {"name": "debt_plan", "arguments": "{}"}
            self.event({"tool_calls": [{"index": 0, "id": "call_1", "type": "function", "function": call}]})
            return self.end("tool_calls")
        self.event({"content": "Here is what your records say. "})
        if BREAK in question:
            return
        self.event({"content": "That is all there is to say about it."})
        self.end("stop")

    def end(self, reason: str):
        self.event({}, reason)
        usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
        self.send({"model": "fake", "choices": [], "usage": usage})
        self.wfile.write(b"data: [DONE]\n\n")

    def event(self, delta: dict, reason: str | None = None):
        self.send({"model": "fake", "choices": [{"index": 0, "delta": delta, "finish_reason": reason}]})

    def send(self, value: dict):
        self.wfile.write(b"data: " + json.dumps(value).encode() + b"\n\n")
        self.wfile.flush()


def start() -> str:
    """Its address; it ends with this process."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"
