"""What every command shares: expected errors become one line and exit status 2."""

from __future__ import annotations

import sys
from collections.abc import Callable

from hangtag_models.errors import HangtagError


def run_main(main: Callable[[], None]) -> None:
    try:
        main()
    except HangtagError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)
