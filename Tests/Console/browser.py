"""One headless Chromium, driven over its DevTools protocol."""

import asyncio
import json
import logging
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import urllib.request

import websockets

logging.getLogger("asyncio").setLevel(logging.ERROR)

# Notes every breach of the content policy, on every page from its first line.
WATCH_POLICY = """
window.policyBreaches = [];
document.addEventListener("securitypolicyviolation", e => policyBreaches.push(e.violatedDirective + " " + e.blockedURI));
"""


class Chromium:
    """The process, with a profile that is thrown away."""

    def __init__(self, path: str):
        self.path = path

    def start(self):
        self._profile = tempfile.mkdtemp(prefix="console-")
        flags = ["--headless=new", "--disable-gpu", "--remote-debugging-port=0", f"--user-data-dir={self._profile}"]
        if os.geteuid() == 0:
            flags.append("--no-sandbox")
        self._process = subprocess.Popen(
            [self.path, *flags, "about:blank"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
            start_new_session=True)
        for line in self._process.stderr:
            if "DevTools listening on" in line:
                self._port = line.rsplit(":", 1)[1].split("/")[0]
                break
        else:
            raise RuntimeError("Chromium did not start")
        # Whatever else it says is read, so that it never waits for us.
        threading.Thread(target=self._process.stderr.read, daemon=True).start()

    def stop(self):
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(10)
        shutil.rmtree(self._profile, ignore_errors=True)

    def ask(self, path: str, method: str = "GET") -> str:
        request = urllib.request.Request(f"http://127.0.0.1:{self._port}/json/{path}", method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read().decode()


class Page:
    """A page, and what it said: `errors` of its console, socket frames, bytes of each file."""

    def __init__(self, chromium: Chromium):
        self.chromium = chromium
        self.errors: list[str] = []
        self.frames: list[dict] = []
        self.sent: list[dict] = []
        self.bytes: dict[str, int] = {}
        self._urls: dict[str, str] = {}
        self._waiting: dict[int, asyncio.Future] = {}
        self._last = 0

    async def __aenter__(self):
        self._target = json.loads(await asyncio.to_thread(self.chromium.ask, "new?about:blank", "PUT"))
        self._socket = await websockets.connect(self._target["webSocketDebuggerUrl"], max_size=None)
        self._reader = asyncio.create_task(self._read())
        for domain in ("Page", "Runtime", "Log", "Network", "Accessibility"):
            await self.call(f"{domain}.enable")
        await self.call("Network.setCacheDisabled", cacheDisabled=True)
        await self.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH_POLICY)
        return self

    async def __aexit__(self, *_):
        self._reader.cancel()
        await self._socket.close()
        await asyncio.to_thread(self.chromium.ask, f"close/{self._target['id']}")

    async def _read(self):
        async for text in self._socket:
            message = json.loads(text)
            if "id" in message:
                self._waiting.pop(message["id"]).set_result(message)
            else:
                self._hear(message["method"], message["params"])

    def _hear(self, method: str, told: dict):
        if method == "Runtime.exceptionThrown":
            self.errors.append(json.dumps(told["exceptionDetails"])[:400])
        elif method == "Runtime.consoleAPICalled" and told["type"] in ("error", "assert"):
            self.errors.append(json.dumps(told["args"])[:400])
        elif method == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.errors.append(f"{told['entry']['text']} {told['entry'].get('url', '')}")
        elif method == "Network.webSocketFrameReceived":
            self._note(self.frames, told)
        elif method == "Network.webSocketFrameSent":
            self._note(self.sent, told)
        elif method == "Network.responseReceived":
            self._urls[told["requestId"]] = told["response"]["url"]
        elif method == "Network.loadingFinished" and told["requestId"] in self._urls:
            self.bytes[self._urls[told["requestId"]]] = int(told["encodedDataLength"])

    @staticmethod
    def _note(frames: list, told: dict):
        if told["response"]["opcode"] == 1:
            frames.append(json.loads(told["response"]["payloadData"]))

    async def call(self, method: str, **parameters):
        self._last += 1
        number = self._last
        future = self._waiting[number] = asyncio.get_running_loop().create_future()
        await self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        answer = await asyncio.wait_for(future, 20)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    async def js(self, source: str):
        """What an expression gives, as JSON."""
        answer = await self.call("Runtime.evaluate", expression=source, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{source}: {json.dumps(answer['exceptionDetails'])[:300]}")
        return answer["result"].get("value")

    async def until(self, source: str, seconds: float = 30):
        """Waits until an expression is true; one that fails counts as not yet."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if await self.js(f"(() => {{ try {{ return !!({source}) }} catch {{ return false }} }})()"):
                return
            await asyncio.sleep(0.03)
        raise AssertionError(f"not within {seconds} s: {source}; errors: {self.errors}; frames: {self.frames[-3:]}")

    async def open(self, url: str):
        await self.call("Page.navigate", url=url)

    async def size(self, width: int, height: int = 900, dark: bool = False):
        await self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        await self.call("Emulation.setEmulatedMedia", features=[scheme])

    async def cut(self, is_cut: bool):
        """Takes the network away, or gives it back."""
        await self.call(
            "Network.emulateNetworkConditions", offline=is_cut, latency=0, downloadThroughput=-1, uploadThroughput=-1)

    async def press(self, key: str, code: int):
        for kind in ("keyDown", "keyUp"):
            await self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    async def breaches(self) -> list[str]:
        return await self.js("window.policyBreaches")
