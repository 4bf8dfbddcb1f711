#!/usr/bin/env python3
"""Measures `message.receive` through the socket, beside a plain SQLite loop that stores the same rows.

    scripts/bench_receive.py BIN_DIR replay [messages] [clients]
    scripts/bench_receive.py BIN_DIR live [messages] [clients] [entries]
    scripts/bench_receive.py BIN_DIR million [messages] [threads] [clients]

replay: history from several clients, each of which waits for every answer; durable when answered.
live: messages that are looked up in a base of so many entries and get a draft.
million: replays into one hub, then times its lists and a full recalculation, with business hours too.
"""
import json
import os
import random
import re
import select
import socket
import sqlite3
import sys
import tempfile
import time

from bench_hub import Daemon, timed

GOODS = ["充电桩", "双枪直流桩", "壁挂桩", "群控主机", "交流桩", "储能柜", "移动充电车", "枪线", "配电箱", "计量表"]
ASKED = [
    "报价多少", "交期多久", "怎么安装", "保修几年", "支持哪些车型", "能开专票吗", "报E{n}怎么处理", "含税价格",
    "功率多大", "有没有现货", "离线了怎么办", "怎么绑定小程序", "可以上门调试吗", "需要什么资质", "区域代理政策",
]
STARTS = ["请问", "你好，", "", "麻烦问下", "我想了解", "", "老板，"]


def text_of(choose):
    power = choose.choice([7, 11, 21, 30, 60, 120, 160, 180, 240, 320, 480])
    asked = choose.choice(ASKED).replace("{n}", str(choose.randrange(101, 140)))
    return f"{choose.choice(STARTS)}{power}kW{choose.choice(GOODS)}{asked}？"


def history(count, threads, seed=7):
    """Messages of a year gone by, oldest first; every fifth is ours."""
    choose = random.Random(seed)
    start = time.time() - 400 * 86_400
    step = 365 * 86_400 / count
    for number in range(count):
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(start + number * step))
        peer = number % threads if number < threads else choose.randrange(threads)
        yield {
            "channel": "wechat", "peer_id": f"wx_{peer}", "message_id": f"m{number}",
            "text": text_of(choose), "sender_name": f"客户{peer}", "timestamp": moment,
            "speaker": "me" if choose.random() < 0.2 else "them", "replay": True,
        }


def live(count, threads, seed=11):
    choose = random.Random(seed)
    for number in range(count):
        peer = choose.randrange(threads)
        yield {
            "channel": "wechat", "peer_id": f"live_{peer}", "message_id": f"l{number}",
            "text": text_of(choose),
        }


def lines(messages):
    """Requests as they go over the wire."""
    for number, params in enumerate(messages):
        request = {"jsonrpc": "2.0", "id": number, "method": "message.receive", "params": params}
        yield (json.dumps(request, ensure_ascii=False) + "\n").encode()


def drive(path, requests, clients):
    """Sends requests from several clients, each of which waits for its answer before the next.

    - Returns: seconds, and the seconds after each tenth of the requests.
    """
    requests = list(requests)
    poll, peers, marks = select.epoll(), {}, []
    following = iter(requests)
    start = time.perf_counter()
    for _ in range(clients):
        peer = socket.socket(socket.AF_UNIX)
        peer.connect(path)
        peer.sendall(next(following))
        peers[peer.fileno()] = [peer, b""]
        poll.register(peer.fileno(), select.EPOLLIN)
    answered, tenth = 0, max(1, len(requests) // 10)
    while answered < len(requests):
        for number, _ in poll.poll():
            entry = peers[number]
            entry[1] += entry[0].recv(65_536)
            if not entry[1].endswith(b"\n"):
                continue
            if b'"error"' in entry[1]:
                raise SystemExit(entry[1].decode())
            entry[1] = b""
            answered += 1
            if answered % tenth == 0:
                marks.append(time.perf_counter() - start)
            request = next(following, None)
            if request is not None:
                entry[0].sendall(request)
    for peer, _ in peers.values():
        peer.close()
    return time.perf_counter() - start, marks


def plain(path, messages, together):
    """The least that storing them takes: contact, thread, message, `together` a commit."""
    base = sqlite3.connect(path, isolation_level=None)
    for pragma in ["journal_mode = WAL", "synchronous = FULL", "wal_autocheckpoint = 8000",
                   "foreign_keys = ON"]:
        base.execute(f"PRAGMA {pragma}")
    base.execute("INSERT OR IGNORE INTO channel (id, name) VALUES (1, 'wechat')")
    now = int(time.time() * 1000)
    start = time.perf_counter()
    for number, message in enumerate(messages):
        if number % together == 0:
            base.execute("BEGIN IMMEDIATE")
        found = base.execute(
            "SELECT contact FROM identity WHERE channel = 1 AND peer_id = ?",
            (message["peer_id"],)).fetchone()
        if found is None:
            contact = base.execute(
                "INSERT INTO contact (name, created_at, updated_at) VALUES (?, ?, ?)",
                (message["sender_name"], now, now)).lastrowid
            base.execute("INSERT INTO identity VALUES (1, ?, ?)", (message["peer_id"], contact))
            thread = base.execute(
                """INSERT INTO thread (contact, channel, chat_id, name, status, bucket, created_at,
                    waits_since)
                VALUES (?1, 1, '', ?2, 'UNSEEN', 'GRAY', ?3, ?3)""",
                (contact, message["sender_name"], now)).lastrowid
        else:
            thread = base.execute(
                "SELECT id FROM thread WHERE contact = ? AND channel = 1 AND chat_id = ''",
                found).fetchone()[0]
        base.execute(
            """INSERT INTO message (thread, channel, message_id, speaker, kind, at, received_at, text,
                is_courtesy, is_replay, score, signal, thread_score, thread_bucket, thread_status)
            VALUES (?, 1, ?, ?, 'text', ?, ?, ?, 0, 1, 72, 'keywords_pre\t40', 72, 'GRAY', 'OVERDUE')""",
            (thread, message["message_id"], message["speaker"], now + number, now,
             message["text"]))
        base.execute(
            """UPDATE thread SET last_speaker = ?, last_msg_at = ?, status = 'OVERDUE', score = 72,
                score_at = ?, topic = ? WHERE id = ?""",
            (message["speaker"], now + number, now, message["text"], thread))
        if number % together == together - 1:
            base.execute("COMMIT")
    if base.in_transaction:
        base.execute("COMMIT")
    spent = time.perf_counter() - start
    base.close()
    return spent


def size(data):
    return sum(
        os.path.getsize(os.path.join(data, name)) for name in os.listdir(data)
        if name.startswith("kefu.sqlite")) / (1 << 20)


def memory(daemon):
    with open(f"/proc/{daemon.process.pid}/status") as status:
        found = re.findall(r"(VmRSS|VmHWM):\s+(\d+) kB", status.read())
    return {name: int(kilobytes) >> 10 for name, kilobytes in found}


def report(what, count, seconds, note=""):
    print(f"{what:46} {count / seconds:9.0f} a second   {note}", flush=True)


def bench_replay(binary, count=40_000, clients=8):
    threads = max(1, count // 10)
    with tempfile.TemporaryDirectory(prefix="kefu-bench-") as folder:
        for together in [1, clients]:
            data = os.path.join(folder, f"plain{together}")
            Daemon(binary, data).stop()
            spent = plain(os.path.join(data, "kefu.sqlite"), history(count, threads), together)
            report(f"plain SQLite loop, {together} a commit", count, spent)
        for number in [1, clients]:
            data = os.path.join(folder, f"hub{number}")
            daemon = Daemon(binary, data)
            spent, marks = drive(
                os.path.join(data, "kefu.sock"), lines(history(count, threads)), number)
            total = daemon.call("hub.statistics")["total"]
            report(f"message.receive, replayed, {number} clients", count, spent,
                   f"{total} threads, {size(data):.0f} MiB, memory {memory(daemon)} MiB")
            daemon.stop()


def bench_live(binary, count=6_000, clients=8, entries=10_000):
    with tempfile.TemporaryDirectory(prefix="kefu-bench-") as data:
        daemon = Daemon(binary, data)
        choose = random.Random(3)
        known, rows = set(), []
        while len(rows) < entries:
            question = text_of(choose) + f"（{choose.choice(GOODS)}{choose.randrange(9000)}号）"
            if question not in known:
                known.add(question)
                rows.append(json.dumps(
                    {"question": question, "answer": f"答：{question}请看说明书第{len(rows)}页。"},
                    ensure_ascii=False))
        daemon.call("kb.import", content="\n".join(rows), name="bench.jsonl")
        while True:
            health = daemon.call("system.health")
            if health["index"]["behind"] == 0 and health["calibration"]["state"] == "settled":
                break
            time.sleep(1)
        path = os.path.join(data, "kefu.sock")
        drive(path, lines(live(500, 200, seed=5)), clients)
        spent, _ = drive(path, lines(live(count, 500)), clients)
        timing = next(method for method in daemon.call("system.metrics")["methods"]
                      if method["method"] == "message.receive")
        report(f"message.receive, live, {clients} clients, {entries} entries", count, spent,
               f"p50 {timing['p50_ms']:.1f} ms, p95 {timing['p95_ms']:.1f} ms")
        daemon.stop()


def bench_million(binary, count=1_000_000, threads=100_000, clients=8):
    with tempfile.TemporaryDirectory(prefix="kefu-bench-") as data:
        daemon = Daemon(binary, data)
        path = os.path.join(data, "kefu.sock")
        part, messages, done = 50_000, history(count, threads), 0
        while done < count:
            batch = [request for _, request in zip(range(part), lines(messages))]
            spent, _ = drive(path, batch, clients)
            done += len(batch)
            report(f"replayed up to {done}", len(batch), spent,
                   f"{size(data):.0f} MiB, memory {memory(daemon)} MiB")
        figures(daemon)
        daemon.stop()
        config = os.path.join(data, "config.json")
        with open(config, "w") as file:
            json.dump({"hub": {"sla": {"business_hours": {
                "hours": "09:00-18:00", "lunch": "12:00-13:30",
                "holidays": ["2026-10-01", "2026-10-02", "2026-10-05"]}}}}, file)
        print("with business hours")
        daemon = Daemon(binary, data, "--config", config)
        figures(daemon)
        daemon.stop()


def figures(daemon):
    while daemon.call("hub.recalculate")["changed"]:
        pass
    later = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 90 * 86_400))
    for params in [{"at": later}, {}, {}]:
        start = time.perf_counter()
        result = daemon.call("hub.recalculate", **params)
        print(f"hub.recalculate, {result['changed']} of {result['checked']} change: "
              f"{time.perf_counter() - start:.2f} s")
    for method in ["hub.unknown_pool", "hub.today"]:
        timed(daemon, method, 200)
        timed(daemon, method, 200, limit=100)
    timed(daemon, "hub.statistics", 200)


def main():
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    binary = os.path.join(sys.argv[1], "kefud")
    benches = {"replay": bench_replay, "live": bench_live, "million": bench_million}
    if sys.argv[2] not in benches:
        raise SystemExit(__doc__)
    benches[sys.argv[2]](binary, *[int(word) for word in sys.argv[3:]])


if __name__ == "__main__":
    main()
