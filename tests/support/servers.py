"""Servers on this machine: Python's own, and nginx with the configuration that the manual shows."""

from __future__ import annotations

import functools
import http.server
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/opt/homebrew/bin")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def plain(folder: Path) -> Iterator[str]:
    """A folder served as it is; gives the address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def nginx(folder: Path, server: str) -> Iterator[str]:
    """
    nginx with a `server` block of the manual, its name and its port replaced; gives the address.

    It runs below `folder`, as the one who runs the tests.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    lines = [line for line in server.splitlines() if "server_name" not in line]
    block = "\n".join(lines).replace("listen 80;", f"listen 127.0.0.1:{port};")
    places = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    conf = f"""\
daemon off; worker_processes 1; pid {folder}/pid; error_log stderr crit;
{"user root;" if Path(folder).owner() == "root" else ""}
events {{}}
http {{ include /etc/nginx/mime.types; access_log off;
{places}{block}
}}
"""
    (folder / "nginx.conf").write_text(conf, encoding="utf-8")
    assert NGINX
    process = subprocess.Popen([NGINX, "-p", folder, "-c", folder / "nginx.conf"])
    try:
        for _ in range(100):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            assert process.poll() is None, "nginx did not start"
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=10)
