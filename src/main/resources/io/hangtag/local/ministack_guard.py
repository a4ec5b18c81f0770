"""Runs ministack until standard input ends, which it does however the process that started us ends."""

import os
import signal
import sys
import threading
import time

GRACE_SECONDS = 8


def stop_with_parent() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGINT)  # the signal on which ministack saves its state
    time.sleep(GRACE_SECONDS)
    os._exit(1)


# A terminal's Ctrl-C reaches a whole session; our parent stops first and then closes our standard input.
if os.getpgrp() != os.getpid():
    os.setsid()
threading.Thread(target=stop_with_parent, daemon=True).start()

from ministack.app import main  # noqa: E402  (after the guard: an import that hangs is stopped too)

main()
