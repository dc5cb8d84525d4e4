"""Runs the tests of the console side by side; see case.py for what they need. Exit 1 when one fails or the time is over."""

import concurrent.futures
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
#: Seconds a file may take.
BOUND = 180
#: Browsers at once: more of them than a machine has cores wait for each other, and tests then for nothing.
BROWSERS = 3
#: Those that take longest begin first.
FIRST = ["test_chat.py", "test_client.py", "test_admin.py"]


def run(file: pathlib.Path) -> tuple[str, str, bool]:
    """The file's name with its seconds, what it said, and whether all was well."""
    start = time.monotonic()
    try:
        ended = subprocess.run([sys.executable, "-B", file], cwd=HERE, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, timeout=BOUND)
        said, is_good = ended.stdout.strip(), ended.returncode == 0
    except subprocess.TimeoutExpired as late:
        said, is_good = f"{(late.stdout or b'').decode().strip()}\nnot done within {BOUND} s", False
    return f"{file.name} {time.monotonic() - start:.0f} s", said, is_good


def main() -> int:
    files = sorted(HERE.glob("test_*.py"), key=lambda file: (file.name not in FIRST, file.name))
    with concurrent.futures.ThreadPoolExecutor(BROWSERS) as pool:
        results = list(pool.map(run, files))
    for name, said, _ in results:
        print(f"== {name}\n{said}")
    # Once more at the end: of a long output people and machines keep the last lines.
    for name, said, is_good in results:
        if not is_good:
            print(f"FAILED {name}: {said[-1_500:]}")
    return 0 if all(is_good for _, _, is_good in results) else 1


if __name__ == "__main__":
    sys.exit(main())
