#!/usr/bin/env python3
"""A small capture program: it passes the files of a folder on to kefu, and says what it would send.

    scripts/capture_example.py INBOX [KEFU...]      KEFU is `kefu` unless it is given, with options

Each file NAME.txt in INBOX is a customer's message; the part of NAME before the first `-` is the
customer: `zhang-001.txt`. A real program reads a chat window instead, and types the replies there.
"""

import json
import pathlib
import subprocess
import sys


def messages(inbox):
    """The messages of the inbox, oldest name first, as parameters of `message.receive`."""
    for path in sorted(inbox.glob("*.txt")):
        text = path.read_text(encoding="utf-8").strip()
        yield {
            "channel": "demo", "peer_id": path.stem.split("-")[0], "message_id": path.stem, "text": text,
        }


def told(line):
    """What a line of `kefu capture` means, in words."""
    name = line.get("message_id", "line " + str(line.get("line")))
    if line.get("queued"):
        return f"{name}: waits for the daemon"
    if "error" in line:
        return f"{name}: refused, {line['error']['message']}"
    if not line.get("content"):
        return f"{name}: nothing to say"
    return f"{name}: {'send' if line['send'] else 'draft'} ({line['action']}) {line['content']}"


def main():
    inbox, kefu = pathlib.Path(sys.argv[1]), sys.argv[2:] or ["kefu"]
    capture = subprocess.Popen(
        [*kefu, "capture"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    for message in messages(inbox):
        print(json.dumps(message, ensure_ascii=False), file=capture.stdin, flush=True)
        print(told(json.loads(capture.stdout.readline())))
        # What was sent is told by {"sent": {"answer_id": …, "message_id": the id that it got}}.
    capture.stdin.close()
    for line in capture.stdout:  # what waited, once the daemon was back
        print(told(json.loads(line)))
    return capture.wait()


if __name__ == "__main__":
    sys.exit(main() if len(sys.argv) > 1 else __doc__)
