"""Holds golden conversations with a real server over a real socket and judges each answer.

    .tools/peers/bin/python Evals/run.py [--server .build/release/reho] [--area care] [--case id] [--list]

Without OPENAI_BASE_URL four fake models play against the server, and the built-in coach answers where a case asks for
it. With it the model there (OPENAI_API_KEY, OPENAI_MODEL) plays every case. Exits 1 when a case fails, 2 when there is
none to play.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time

import cases
import report
from play import Player
from provider import FakeProvider
from server import Server
from store import Store

PROVIDER = ("OPENAI_BASE_URL", "OPENAI_API_KEY", "OPENAI_MODEL")


def main():
    options = arguments()
    chosen = [case for case in cases.load() if options.area in (None, case.area) and options.case in (None, case.id)]
    if options.list or not chosen:
        print("\n".join(f"{case.area:10} {case.id:36} {', '.join(case.characters)}" for case in chosen))
        print(f"{len(chosen)} cases")
        return 0 if chosen else 2
    if not os.access(options.server, os.X_OK):
        sys.exit(f"there is no server at {options.server}; build it, or name one with --server")
    return asyncio.run(run(options, chosen))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--server", default=".build/release/reho")
    parser.add_argument("--area")
    parser.add_argument("--case")
    parser.add_argument("--list", action="store_true")
    return parser.parse_args()


async def run(options, chosen):
    fake = None if os.environ.get("OPENAI_BASE_URL") else FakeProvider()
    name, settings = await provider(fake)
    print(f"judged: {name}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="reho-evals-") as folder:
        server = Server(options.server, folder, settings)
        try:
            results = await Player(server, Store(folder), fake).play(chosen)
        finally:
            server.stop()
    about = {"provider": name, "seconds": round(time.monotonic() - began, 1),
             "tokens": sum(result.tokens for result in results), "rules": fake.rules if fake else None}
    return tell(results, about, isWhole=not (options.area or options.case))


async def provider(fake):
    """What is judged, in words, and the settings that make the server ask it."""
    if fake:
        address = f"http://127.0.0.1:{await fake.start()}/v1"
        return "four fake models and the built-in coach", {"OPENAI_BASE_URL": address, "OPENAI_API_KEY": "fake"}
    settings = {name: os.environ[name] for name in PROVIDER if os.environ.get(name)}
    model = settings.get("OPENAI_MODEL", "the server's default model")
    return f"{model} at {settings['OPENAI_BASE_URL']}, and the built-in coach", settings


def tell(results, about, isWhole):
    """Prints the report; a whole run is kept and compared with the one before."""
    failed = sum(1 for result in results if result.faults)
    print(report.failures(results))
    print(report.table(results))
    if isWhole:
        print(report.difference(results, report.save(results, about)))
    print(f"answers of models took {report.latency(results)}; {about['seconds']} s in all, {about['tokens']} tokens; "
          f"rules of the prompt {about['rules'] or 'not told'}")
    print(f"{len(results) - failed} of {len(results)} passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
