"""Run each test file by itself: what a test needs it says, and finds in no other file's leavings.

    python tests/alone.py [--shard 2/4] [--at-once 2] [ARGUMENT_OF_PYTEST ...]

Shows what pytest says of a file that fails, names all that do, and ends with 1 if any does.
"""

import argparse
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
NO_TESTS = 5  # what pytest answers when the arguments leave nothing of a file


def main() -> int:
    """Run the files of the shard, and return 1 if any fails."""
    asked, arguments = _asked()
    part, parts = map(int, asked.shard.split("/"))
    files = sorted((ROOT / "tests").rglob("test_*.py"))[part - 1 :: parts]
    with ThreadPoolExecutor(asked.at_once) as pool:
        passes = list(pool.map(lambda file: _passes(file, arguments), files))
    failing = [file for file, passed in zip(files, passes, strict=True) if not passed]
    _say(f"\n{len(files)} test files, each by itself: {len(failing)} fail\n")
    for file in failing:
        _say(f"  {file.relative_to(ROOT)}\n")
    return bool(failing)


def _asked() -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser()
    parser.add_argument("--shard", default="1/1")
    parser.add_argument("--at-once", type=int, default=2)
    return parser.parse_known_args()


def _passes(file: Path, arguments: list[str]) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", *arguments, str(file.relative_to(ROOT))]
    run = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    passed = run.returncode in (0, NO_TESTS)
    _say("." if passed else f"\n{run.stdout}")
    return passed


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
