#!/usr/bin/env python3
"""Lives a month at the desk three times over: learning off, reviewed by the operator, automatic.

    scripts/simulate_month.py QUESTIONS.jsonl [--base kb/zh] [--kefud PATH] [--lacks 0.35]
        [--per-day 40] [--days 28] [--seed 1] [--json FILE]

QUESTIONS holds one question a line, {"id", "text", "relevant": [ids]}; an empty list means that
nobody at the desk would answer it either. The ids are those of the base: a file of entries, or a
folder of which the JSONL files are imported. A share of the entries that are asked for is left out
of the base at first; customers ask in the words of QUESTIONS, and for what was left out in those of
the entries themselves as well. The operator answers what was handed over with the words of the
entry, as people write: with a greeting, over several messages, corrected, late. Into that go
private cases (telephone numbers, addresses, order numbers, names) and answers that contradict the
base, none of which may be learned.

Printed is, by week, the share of questions that got a reply and the share of those that were right;
what of the private and the contradicting entered the base; and whether taking everything back gives
the export that the base had before, byte for byte. The daemons run at the real clock; messages carry
their times in the month before it.
"""
import argparse
import collections
import datetime
import json
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
import unicodedata

MODES = ["off", "reviewed", "automatic"]
OPENINGS = ["", "", "", "你好，", "请问", "在吗，", "想问一下，", "麻烦问下", "老板，", "咨询个事，"]
ENDINGS = ["", "", "", "？", "呢", "啊", "谢谢", "，急"]
GREETINGS = ["", "", "您好，", "亲，", "你好，"]
THANKS = ["好的谢谢", "明白了", "收到，谢谢", "知道了", "好的", "ok"]
COMPLAINTS = ["不对吧，我问的不是这个", "没看懂"]
ELSEWHERE = "这个我帮您转给同事，晚点单独回您。"


class Desk:
    """A daemon on a directory of its own, with a connection to it."""

    def __init__(self, binary, directory, settings):
        self.directory = directory
        config = os.path.join(directory, "config.json")
        with open(config, "w", encoding="utf-8") as file:
            json.dump(settings, file)
        data = os.path.join(directory, "data")
        self.process = subprocess.Popen(
            [binary, "--data", data, "--config", config, "--log-level", "error"],
            stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if line.startswith("kefud ready"):
                break
        else:
            raise SystemExit(f"kefud ended with status {self.process.wait()}")
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(os.path.join(data, "kefu.sock"))
        self.file = self.socket.makefile("rw", encoding="utf-8")
        self.number = 0

    def ask(self, method, **params):
        """The reply to a call: a result, or an error."""
        self.number += 1
        request = {"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}
        self.file.write(json.dumps(request, ensure_ascii=False) + "\n")
        self.file.flush()
        while True:
            reply = json.loads(self.file.readline())
            if reply.get("id") == self.number:
                return reply

    def call(self, method, **params):
        reply = self.ask(method, **params)
        if "error" in reply:
            raise SystemExit(f"{method}: {reply['error']}")
        return reply["result"]

    def settle(self):
        """Waits until all messages were learned from, and the base has examined itself."""
        for _ in range(6000):
            behind = self.call("learn.stats").get("behind", 0)
            health = self.call("system.health")
            is_quiet = health["calibration"]["state"] == "settled" and not health["index"]["behind"]
            if not behind and is_quiet:
                return
            time.sleep(0.02)
        raise SystemExit("the daemon does not come to rest")

    def pages(self, method, member, **params):
        cursor = None
        while True:
            page = self.call(method, limit=100, **params, **({"cursor": cursor} if cursor else {}))
            yield from page[member]
            cursor = page["next_cursor"]
            if not cursor:
                return

    def export(self, name):
        path = os.path.join(self.directory, name)
        self.call("kb.export", path=path, format="jsonl")
        with open(path, "rb") as file:
            return file.read()

    def stop(self):
        self.ask("system.shutdown")
        self.process.wait()


def plain(text):
    """Letters and digits only, folded: what an answer says, however it is set."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


def pairs(text):
    return collections.Counter(text[i:i + 2] for i in range(len(text) - 1))


def says(content, answer):
    """Whether a content gives an answer: nearly all of one's pairs of characters are the other's."""
    one, other = pairs(plain(content)), pairs(plain(answer))
    common = sum((one & other).values())
    return common >= 0.75 * min(sum(one.values()), sum(other.values())) and \
        common >= 0.4 * sum(other.values())


def read_entries(path):
    files = [path]
    if os.path.isdir(path):
        files = [os.path.join(path, name) for name in sorted(os.listdir(path))
                 if name.endswith(".jsonl")]
    entries = {}
    for name in files:
        with open(name, encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                if not row.get("answer"):
                    row["answer"] = f"关于“{row['question']}”的处理办法已经登记在册。"
                entries[row["id"]] = row
    return entries


class Month:
    """What is asked, when and by whom: the same for every mode."""

    def __init__(self, options):
        chance = random.Random(options.seed)
        self.entries = read_entries(options.base)
        with open(options.questions, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
        known = [row for row in rows
                 if row["relevant"] and all(i in self.entries for i in row["relevant"])]
        self.foreign = [row["text"] for row in rows if not row["relevant"]]
        wanted = sorted({row["relevant"][0] for row in known})
        chance.shuffle(wanted)
        self.lacking = set(wanted[:round(len(wanted) * options.lacks)])
        self.wordings = collections.defaultdict(list)
        for row in known:
            self.wordings[row["relevant"][0]].append(row["text"])
        for entry in self.lacking:
            row = self.entries[entry]
            self.wordings[entry] += [row["question"]] + row.get("variants", [])
        self.right = {text: set(row["relevant"]) for row in known for text in [row["text"]]}
        self.start = (datetime.datetime.now().astimezone() - datetime.timedelta(days=options.days)
                      ).replace(hour=0, minute=0, second=0, microsecond=0)
        self.days = [self.day(chance, options, number) for number in range(options.days)]

    def day(self, chance, options, number):
        """The conversations of a day, some topics asked far more often than others."""
        topics = sorted(self.wordings)
        random.Random(options.seed).shuffle(topics)
        weights = [1 / (rank + 3) for rank in range(len(topics))]
        moments = sorted(chance.randrange(9 * 3600, 18 * 3600) for _ in range(options.per_day))
        talks = []
        for place, seconds in enumerate(moments):
            at = self.start + datetime.timedelta(days=number, seconds=seconds)
            kind = chance.choices(
                ["topic", "foreign", "private", "contradiction"], [86, 6, 4, 4])[0]
            if kind == "foreign" and not self.foreign:
                kind = "topic"
            entry = chance.choices(topics, weights)[0]
            if kind == "contradiction":
                # What the base does not say cannot be contradicted.
                entry = chance.choice([topic for topic in topics if topic not in self.lacking])
            text = chance.choice(self.wordings[entry])
            if kind == "foreign":
                entry, text = None, chance.choice(self.foreign)
            elif kind == "private":
                entry, text = None, private_question(chance)
            talks.append({
                "peer": f"wx_{number}_{place}", "at": at, "kind": kind, "entry": entry,
                "raw": text,
                "text": chance.choice(OPENINGS) + text.rstrip("？?") + chance.choice(ENDINGS),
                "seed": chance.random()})
        return talks

    def answers(self, talk):
        """The ids that answer what is asked in a talk."""
        return self.right.get(talk["raw"], set()) | {talk["entry"]}


def digits(chance, count):
    return "".join(chance.choice("0123456789") for _ in range(count))


def private_question(chance):
    return chance.choice([
        f"我的订单{digits(chance, 14)}发货了吗", "我上周报修的那台什么时候能来修",
        "师傅到哪里了，我在小区门口等", f"我手机号1{chance.choice('35789')}{digits(chance, 9)}，帮我查下保修",
        "我那个退款怎么还没到账"])


def private_answer(chance):
    """An answer to one person's case, with what must never enter the base."""
    name = chance.choice(["张", "李", "王", "赵", "陈"]) + chance.choice(["师傅", "先生", "女士", "工"])
    phone = f"1{chance.choice('35789')}{digits(chance, 9)}"
    order = digits(chance, 14)
    street = chance.choice(["人民路", "解放大道", "建设三路", "滨河东街"]) + digits(chance, 2) + "号"
    text = chance.choice([
        f"您的订单{order}已经发出，快递单号SF{digits(chance, 12)}，明天送到。",
        f"{name}明天上午十点上门，他的电话是{phone}，您保持手机畅通。",
        f"已经查到，{name}登记的地址是{street}2单元301，我们按这个地址派单。",
        f"退款已经退到尾号{digits(chance, 4)}的银行卡，账号6222{digits(chance, 15)}。",
        f"资料请发到{name[0]}经理的邮箱{digits(chance, 5)}@qq.com，他电话{phone}。"])
    marks = re.findall(r"\d{7,}|[0-9]+@qq\.com", text) + [name, street]
    return text, [mark for mark in marks if mark in text]


def contradiction(chance, answer):
    """An answer that says otherwise: with another number, or the contrary."""
    numbers = [m for m in re.finditer(r"\d+", answer)]
    if numbers:
        match = chance.choice(numbers[:3])
        other = str(int(match.group()) * 2 + 1)
        return answer[:match.start()] + other + answer[match.end():]
    for yes, no in [("可以", "不可以"), ("支持", "不支持"), ("能", "不能"), ("是", "不是")]:
        if yes in answer and no not in answer:
            return answer.replace(yes, no, 1)
    return None


class Run:
    """One month in one mode."""

    def __init__(self, month, mode, options):
        self.month, self.mode, self.options = month, mode, options
        self.weeks = [collections.Counter() for _ in range((options.days + 6) // 7)]
        self.private, self.contrary = set(), {}
        self.count = 0
        self.folder = tempfile.TemporaryDirectory(prefix="kefu-month-")
        settings = {"learning": {"automatic": mode == "automatic"}}
        self.desk = Desk(options.kefud, self.folder.name, settings)
        self.ids = {}

    def prepare(self):
        """Imports the base without what it is to lack."""
        path = os.path.join(self.folder.name, "base.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            for id, row in self.month.entries.items():
                if id not in self.month.lacking:
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")
        self.desk.call("kb.import", path=path)
        self.desk.settle()
        self.before = self.desk.export("before.jsonl")
        self.began = datetime.datetime.now().astimezone() - datetime.timedelta(seconds=1)

    def hear(self, peer, text, at, speaker="them"):
        self.count += 1
        return self.desk.call(
            "message.receive", channel="wechat", peer_id=peer, message_id=f"m{self.count}",
            text=text, timestamp=at.isoformat(), speaker=speaker)

    def live(self):
        for number, day in enumerate(self.month.days):
            for talk in day:
                self.talk(talk, self.weeks[number // 7])
            self.desk.settle()
            if self.mode == "reviewed":
                self.review()

    def is_right(self, reply, talk):
        """Whether a reply gives the answer to what was asked."""
        answers = [self.month.entries[id]["answer"] for id in self.month.answers(talk) if id]
        ids = {citation.get("external_id") for citation in reply["citations"][:1]}
        return bool(ids & self.month.answers(talk)) or \
            any(says(reply["content"], answer) for answer in answers)

    def talk(self, talk, week):
        chance = random.Random(talk["seed"])
        reply = self.hear(talk["peer"], talk["text"], talk["at"])
        truth = talk["entry"] and self.month.entries[talk["entry"]]["answer"]
        if talk["kind"] in ("topic", "foreign"):
            week["asked"] += 1
            if reply["action"] == "reply":
                week["replied"] += 1
                week["right"] += bool(truth) and self.is_right(reply, talk)
            elif reply["action"] == "clarify":
                week["asked back"] += 1
        later = talk["at"] + datetime.timedelta(seconds=chance.randrange(20, 900))
        if talk["kind"] == "private":
            text, marks = private_answer(chance)
            self.private.update(marks)
            return self.person(talk, text, later, chance)
        if talk["kind"] == "contradiction":
            wrong = contradiction(chance, truth)
            if wrong:
                self.contrary[plain(wrong)] = plain(truth)
                return self.person(talk, wrong, later, chance)
        if truth is None:
            self.hear(talk["peer"], ELSEWHERE, later, "me")
        elif reply["action"] == "reply" and self.is_right(reply, talk):
            self.desk.call(
                "message.sent", answer_id=reply["answer_id"], message_id=f"s{self.count}",
                at=later.isoformat())
            if chance.random() < 0.5:
                self.hear(talk["peer"], chance.choice(THANKS), self.soon(later, chance))
        else:
            self.person(talk, truth, later, chance)

    @staticmethod
    def soon(at, chance):
        return at + datetime.timedelta(seconds=chance.randrange(10, 120))

    def person(self, talk, answer, at, chance):
        """A person answers: at once, in two messages, or with a slip that is put right."""
        parts = [chance.choice(GREETINGS) + answer]
        ends = [m.end() for m in re.finditer("[。；]", answer)]
        if len(ends) > 1 and chance.random() < 0.3:
            cut = ends[len(ends) // 2 - 1]
            parts = [answer[:cut], answer[cut:]]
        for part in parts:
            if part:
                self.hear(talk["peer"], part, at, "me")
                at += datetime.timedelta(seconds=chance.randrange(4, 25))
        if chance.random() < 0.7:
            is_content = chance.random() < 0.96
            text = chance.choice(THANKS if is_content else COMPLAINTS)
            self.hear(talk["peer"], text, self.soon(at, chance))

    def review(self):
        """The operator's evening: the queue, and the three foremost gaps."""
        for candidate in list(self.desk.pages("learn.pending", "candidates")):
            entry = self.meant(candidate["question"])
            if entry and not self.is_contrary(candidate["answer"]) and says(
                    candidate["answer"], self.month.entries[entry]["answer"]):
                reply = self.desk.ask("learn.approve", id=candidate["id"])
                if "error" not in reply:
                    continue
            self.desk.ask("learn.reject", id=candidate["id"])
        for gap in self.desk.call("learn.gaps", limit=10)["gaps"][:3]:
            entry = self.meant(gap["question"])
            if entry in self.month.lacking:
                self.desk.ask(
                    "learn.answer_gap", id=gap["id"], answer=self.month.entries[entry]["answer"])

    def meant(self, question):
        """The entry that a customer's words are about, as the operator knows."""
        key = plain(question)
        known = [
            (len(plain(text)), entry) for entry, texts in self.month.wordings.items()
            for text in texts if plain(text) in key]
        return max(known)[1] if known else None

    def is_contrary(self, answer):
        return any(wrong in plain(answer) for wrong in self.contrary)

    def entered(self):
        """The learned texts that hold something private, and the entries that say otherwise; what
        waits for a review has not entered, but is told."""
        private, contrary = [], []
        old = {text for row in self.month.entries.values()
               for text in [row["question"], row["answer"]] + row.get("variants", [])
               + row.get("negatives", [])}
        for entry in self.desk.pages("kb.list", "entries"):
            texts = [entry["question"], entry["answer"]] + entry["variants"] + entry["negatives"]
            new = [text for text in texts if text not in old]
            private += [text for text in new if any(mark in text for mark in self.private)]
            if entry["answer"] not in old and self.is_contrary(entry["answer"]):
                contrary.append([entry["status"], entry["question"], entry["answer"]])
        return private, contrary

    def finish(self):
        figures = self.desk.call("learn.stats")
        private, contrary = self.entered()
        undone = self.desk.call("learn.undo", since=self.began.isoformat())
        after = self.desk.export("after.jsonl")
        self.desk.stop()
        self.folder.cleanup()
        return {
            "mode": self.mode, "weeks": self.weeks, "private": private, "contradictions": contrary,
            "learned": figures["entries"], "candidates": figures["candidates"],
            "gates": figures["gates"], "gaps": figures["gaps"], "undone": undone["undone"],
            "kept": len(undone.get("kept", [])), "restored": after == self.before}


def contrary(run):
    """The entries that say otherwise and answer, now or once they leave the shadow."""
    return [entry for entry in run["contradictions"] if entry[0] in ("active", "shadow")]


def share(part, whole):
    return f"{100 * part / whole:5.1f} %" if whole else "      –"


def table(runs):
    print(f"{'':10}" + "".join(f"{'week ' + str(n + 1):>24}" for n in range(len(runs[0]['weeks']))))
    print(f"{'':10}" + f"{'answered':>15}{'right':>9}" * len(runs[0]["weeks"]))
    for run in runs:
        cells = "".join(
            f"{share(w['replied'], w['asked']):>15}{share(w['right'], w['replied']):>9}"
            for w in run["weeks"])
        print(f"{run['mode']:10}{cells}")
    print()
    for run in runs:
        entries = run["learned"]
        print(
            f"{run['mode']:10} learned {entries['active']} (shadow {entries['shadow']}), "
            f"private data entered {len(run['private'])}, "
            f"contradictions entered {len(contrary(run))}, "
            f"undone {run['undone']} (kept {run['kept']}), "
            f"export as before: {'yes' if run['restored'] else 'NO'}")
        for text in run["private"] + run["contradictions"]:
            print(f"{'':10} {text}")


def main():
    parser = argparse.ArgumentParser(description="A month at the desk, three times over.")
    parser.add_argument("questions")
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parser.add_argument("--base", default=os.path.join(here, "kb", "zh"))
    parser.add_argument("--kefud", default=os.path.join(here, ".build", "release", "kefud"))
    parser.add_argument("--lacks", type=float, default=0.35)
    parser.add_argument("--per-day", type=int, default=40)
    parser.add_argument("--days", type=int, default=28)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--modes", default=",".join(MODES))
    parser.add_argument("--json")
    options = parser.parse_args()
    month = Month(options)
    print(
        f"{len(month.entries)} entries, {len(month.lacking)} of {len(month.wordings)} asked for are "
        f"missing at first; {options.per_day} conversations a day")
    runs = []
    for mode in options.modes.split(","):
        run = Run(month, mode, options)
        run.prepare()
        run.live()
        runs.append(run.finish())
        print(f"{mode}: done", file=sys.stderr)
    table(runs)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(runs, file, ensure_ascii=False, indent=1)
    is_clean = all(
        run["restored"] and not run["private"] and not contrary(run) for run in runs)
    sys.exit(0 if is_clean else 1)


if __name__ == "__main__":
    main()
