"""Start processes in groups of their own, so that their children end with them."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import Any

# Options for ``subprocess.Popen``. On Windows the priority is lowered here; elsewhere a process is niced once it runs.
OWN_GROUP: dict[str, Any]
if sys.platform == "win32":
    OWN_GROUP = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.BELOW_NORMAL_PRIORITY_CLASS}
else:
    OWN_GROUP = {"start_new_session": True}


def kill_group(leader: int) -> None:
    """Kill a process and its children; do nothing if they have ended."""
    if sys.platform == "win32":
        command = ["taskkill", "/T", "/F", "/PID", str(leader)]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    else:
        with suppress(ProcessLookupError):
            os.killpg(leader, signal.SIGKILL)


def end_group(process: "subprocess.Popen[bytes]", seconds: float) -> None:
    """Ask a process and its children to end; kill them after so many seconds."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
    kill_group(process.pid)
    process.wait()
