"""Judges the product's WebSocket codec by the Autobahn test suite: every case it has, straight and through nginx.

    run.py ECHO [--cases 1.*,2.*] [--nginx] [--engine wstest|kosoku]

ECHO is the built `ws-echo`. The judge is `wstest`, which needs Python 2.7; where that is not to be had `kosoku` runs the
same cases. `wstest` always exits 0, writes its report only at the end and forgets the cases it did not come to, so the
verdict is made here: each case that was asked for has to be in the report, with OK or INFORMATIONAL for its behaviour
and for how the connection was closed.
"""

import argparse
import collections
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

TOOLS = pathlib.Path(__file__).resolve().parents[2] / ".tools/autobahn"
# Cases of each group in the suite of 2025; a report with fewer is no pass.
SIZES = {1: 16, 2: 11, 3: 7, 4: 10, 5: 20, 6: 145, 7: 37, 9: 54, 10: 1, 12: 90, 13: 126}
GOOD = {"OK", "INFORMATIONAL"}
NGINX = """
worker_processes 1; daemon off; pid {folder}/pid; error_log stderr warn;
events {{ worker_connections 256; }}
http {{
    access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
    uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    server {{
        listen 127.0.0.1:{outer};
        location / {{
            proxy_pass http://127.0.0.1:{inner}; proxy_http_version 1.1; proxy_buffering off;
            proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection upgrade; proxy_read_timeout 300s;
        }}
    }}
}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(command, port):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process
        if process.poll() is not None:
            break
        time.sleep(0.05)
    process.kill()
    raise SystemExit(f"{command[0]} does not listen on {port}")


def stop(process):
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def peak(process):
    """The most memory the process held, in MiB."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


def engines():
    """What set-up has left, the better judge first."""
    return [name for name, file in (("wstest", "python"), ("kosoku", "venv/bin/kosoku")) if (TOOLS / file).exists()]


def wstest(url, cases, folder):
    spec = folder / "spec.json"
    spec.write_text(json.dumps({
        "options": {"failByDrop": False}, "outdir": str(folder / "report"), "cases": cases,
        "servers": [{"agent": "reho", "url": url, "options": {"version": 18}}],
        "exclude-cases": [], "exclude-agent-cases": {}}))
    program = f"import site; site.addsitedir('{TOOLS / 'packages'}'); from autobahntestsuite.wstest import run; run()"
    return [(TOOLS / "python").read_text().strip(), "-c", program, "-m", "fuzzingclient", "-s", str(spec)]


def kosoku(url, cases, folder):
    chosen = [] if cases == ["*"] else [word for case in cases for word in ("-i", case)]
    return [str(TOOLS / "venv/bin/kosoku"), "-m", "fuzzingclient", *chosen, "-p", "1", "-o", str(folder / "report"), url]


def judge(engine, url, cases, folder):
    """Runs the suite; gives its report by case."""
    command = {"wstest": wstest, "kosoku": kosoku}[engine](url, cases, folder)
    with open(folder / "log", "w") as log:
        subprocess.run(command, stdout=log, stderr=log, check=engine == "wstest", timeout=2_400)
    return next(iter(json.loads((folder / "report/index.json").read_text()).values()))


def verdicts(report, cases):
    """Prints a line a group; gives the cases that are not as they have to be."""
    bad, groups = [], collections.defaultdict(collections.Counter)
    for name, verdict in sorted(report.items(), key=lambda pair: [int(part) for part in pair[0].split(".")]):
        word = verdict["behavior"] if verdict["behavior"] not in GOOD else verdict["behaviorClose"]
        word = verdict["behavior"] if word in GOOD else word
        groups[int(name.split(".")[0])][word] += 1
        if word not in GOOD:
            bad.append(f"{name}: {verdict['behavior']}, close {verdict['behaviorClose']}")
    for group, words in sorted(groups.items()):
        print(f"  group {group:2}: {sum(words.values()):3} of {SIZES[group]:3}   "
              + ", ".join(f"{count} {word}" for word, count in sorted(words.items())))
    asked = [group for group in SIZES if cases == ["*"] or f"{group}.*" in cases]
    bad += [f"group {group}: only {sum(groups[group].values())} of {SIZES[group]} cases" for group in asked
            if sum(groups[group].values()) != SIZES[group]]
    total = collections.Counter(word for words in groups.values() for word in words.elements())
    print("  all:", sum(total.values()), "cases,", ", ".join(f"{n} {word}" for word, n in sorted(total.items())))
    return bad


def run(engine, echo, cases, through_nginx):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="autobahn-"))
    inner, outer = free_port(), free_port()
    processes = [start([echo, "--port", str(inner)], inner)]
    try:
        if through_nginx:
            (folder / "nginx.conf").write_text(NGINX.format(folder=folder, inner=inner, outer=outer))
            nginx = shutil.which("nginx") or "/usr/sbin/nginx"
            processes.append(start([nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")], outer))
        begun = time.monotonic()
        report = judge(engine, f"ws://127.0.0.1:{outer if through_nginx else inner}/", cases, folder)
        print(f"{engine}, {'through nginx' if through_nginx else 'straight'}: {time.monotonic() - begun:.0f} s, "
              f"the echo held {peak(processes[0]):.0f} MiB at most")
        return verdicts(report, cases)
    finally:
        for process in reversed(processes):
            stop(process)
        shutil.rmtree(folder, ignore_errors=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("echo")
    options.add_argument("--cases", default="*")
    options.add_argument("--nginx", action="store_true")
    options.add_argument("--engine", choices=["wstest", "kosoku"], default=(engines() or ["none"])[0])
    given = options.parse_args()
    bad = run(given.engine, os.path.abspath(given.echo), given.cases.split(","), given.nginx)
    for line in bad:
        print("  ", line)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
