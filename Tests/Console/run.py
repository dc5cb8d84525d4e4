"""Runs the tests of the console side by side; see case.py for what they need. Exit 1 when one fails or the time is over."""

import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
BOUND = 150


def main() -> int:
    end = time.monotonic() + BOUND
    running = {file.name: subprocess.Popen(
        [sys.executable, "-B", file], cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for file in sorted(HERE.glob("test_*.py"))}
    is_good = True
    for name, process in running.items():
        try:
            said, _ = process.communicate(timeout=max(1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.terminate()
            said = process.communicate()[0] + f"\nnot done within {BOUND} s"
        is_good = is_good and process.returncode == 0
        print(f"== {name}\n{said.strip()}")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
