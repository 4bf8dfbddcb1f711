#!/usr/bin/env python3
"""Measures the hub at a size: fills a data directory with threads and messages, starts kefud on it,
and times the lists, the figures, a full recalculation and an erasure over the socket.

    scripts/bench_hub.py BIN_DIR [threads] [messages]
"""
import json
import os
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time


class Daemon:
    """A kefud of its own on a data directory."""

    def __init__(self, binary, data, *options):
        self.data = data
        self.process = subprocess.Popen(
            [binary, "--data", data, *options], stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if line.startswith("kefud ready"):
                break
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(os.path.join(data, "kefu.sock"))
        self.file = self.socket.makefile("rw")

    def call(self, method, **params):
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        self.file.write(json.dumps(request) + "\n")
        self.file.flush()
        reply = json.loads(self.file.readline())
        if "error" in reply:
            raise SystemExit(f"{method}: {reply['error']}")
        return reply["result"]

    def stop(self):
        self.call("system.shutdown")
        self.process.wait()


def fill(path, threads, messages):
    """Threads of every kind, each with its share of the messages."""
    choose = random.Random(7)
    base = sqlite3.connect(path)
    now = int(time.time() * 1000)
    base.execute("INSERT INTO channel (id, name) VALUES (1, 'wechat')")
    statuses = ["UNSEEN", "NEED_REPLY", "OVERDUE", "WAITING_THEM", "RESOLVED", "SNOOZED"]
    with base:
        for row in range(1, threads + 1):
            at = now - choose.randrange(60 * 86_400_000)
            status = choose.choices(statuses, [1, 2, 4, 5, 5, 1])[0]
            bucket = choose.choices(["WHITE", "GRAY", "BLACK"], [3, 5, 2])[0]
            theirs = status in ("UNSEEN", "NEED_REPLY", "OVERDUE", "SNOOZED")
            call = {"RESOLVED": "resolved", "SNOOZED": "snoozed"}.get(status)
            base.execute(
                "INSERT INTO contact (id, name, created_at, updated_at) VALUES (?, ?, ?, ?)",
                (row, f"客户{row}", at, at))
            base.execute("INSERT INTO identity VALUES (1, ?, ?)", (f"wx_{row}", row))
            base.execute(
                """INSERT INTO thread (id, contact, channel, chat_id, name, last_speaker,
                    last_msg_at, first_unanswered_at, last_ours_at, call, call_at, call_until,
                    status, score, score_at, bucket, topic, created_at, waits_since)
                VALUES (?1, ?1, 1, '', ?2, ?3, ?4, ?5, ?6, ?7, ?4, ?8, ?9, ?10, ?4, ?11, '', ?4, ?4)""",
                (row, f"客户{row}", "them" if theirs else "me", at, at if theirs else None,
                 None if theirs else at, call, now + 3_600_000 if call == "snoozed" else None,
                 status, choose.choice([60, 60, 60, 72, 80, 92]), bucket))
    with base:
        share = max(1, messages // threads)
        text = "请问320kW双枪充电桩含税报价多少，交期多久，能不能安排上门安装调试？"
        base.executemany(
            """INSERT INTO message (thread, channel, message_id, speaker, kind, at, received_at,
                text, is_courtesy, is_replay, score, signal, thread_score, thread_bucket,
                thread_status)
            VALUES (?, 1, ?, 'them', 'text', ?, ?, ?, 0, 0, 72, 'keywords_pre\t40', 72, 'GRAY',
                'OVERDUE')""",
            ((row, f"{row}-{number}", now - number * 60_000, now - number * 60_000, text)
             for row in range(1, threads + 1) for number in range(share)))
    base.close()


def timed(daemon, method, times, **params):
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        daemon.call(method, **params)
        spent.append((time.perf_counter() - start) * 1000)
    spent.sort()
    name = f"{method} {json.dumps(params) if params else ''}".strip()
    print(f"{name:58} p50 {statistics.median(spent):9.2f} ms   "
          f"p95 {spent[int(len(spent) * 0.95)]:9.2f} ms")


def main():
    folder = sys.argv[1]
    threads = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    messages = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    with tempfile.TemporaryDirectory(prefix="kefu-bench-") as data:
        binary = os.path.join(folder, "kefud")
        Daemon(binary, data).stop()
        fill(os.path.join(data, "kefu.sqlite"), threads, messages)
        daemon = Daemon(binary, data)
        # The first recalculation of all threads is under way.
        while daemon.call("hub.recalculate")["changed"]:
            pass
        print(f"{threads} threads, {messages} messages, "
              f"{os.path.getsize(os.path.join(data, 'kefu.sqlite')) >> 20} MiB")
        later = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 90 * 86_400))
        for params in [{"at": later}, {}]:
            start = time.perf_counter()
            changed = daemon.call("hub.recalculate", **params)["changed"]
            print(f"hub.recalculate, {changed} statuses change: {time.perf_counter() - start:.2f} s")
        timed(daemon, "hub.recalculate", 5)
        for method in ["hub.unknown_pool", "hub.today", "hub.blocked"]:
            timed(daemon, method, 200)
            timed(daemon, method, 200, limit=100)
            page = daemon.call(method, limit=100)
            for _ in range(60):
                if page["next_cursor"] is None:
                    break
                page = daemon.call(method, limit=100, cursor=page["next_cursor"])
            if page["next_cursor"]:
                timed(daemon, method, 200, limit=50, cursor=page["next_cursor"])
        timed(daemon, "hub.statistics", 200)
        timed(daemon, "hub.metrics", 100)
        timed(daemon, "thread.get", 200, id="t77")
        timed(daemon, "thread.snooze", 200, id="t78")
        timed(daemon, "contact.block", 20, id="c79")
        start = time.perf_counter()
        daemon.call("contact.erase", id="c80", confirm=True)
        print(f"contact.erase: {time.perf_counter() - start:.2f} s")
        daemon.stop()


if __name__ == "__main__":
    main()
