"""The verbs on the command line."""

import sys

from styrdok.messages.check import find_faults
from styrdok.messages.keeping import compile_all, update_all
from styrdok.messages.project import OURS, Project


def main(arguments: list[str], project: Project = OURS) -> int:
    """Carry out the verb given on the command line, and return the exit status."""
    match arguments:
        case ["compile"]:
            compile_all(project)
        case ["update"]:
            update_all(project)
        case ["check"]:
            faults = list(find_faults(project))
            sys.stderr.writelines(f"{fault}\n" for fault in faults)
            return 1 if faults else 0
        case _:
            sys.stderr.write("Say compile, update or check.\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
