#!/usr/bin/env python3
"""Measures what learning costs a message: fills a base with entries, has customers ask and a person
answer, and reads how long the learner takes, by the wall and by its own thread's processor time.

    scripts/bench_learning.py BIN_DIR [entries] [conversations]
"""
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time

THINGS = ["充电桩", "枪线", "立柱", "配电箱", "读卡器", "显示屏", "散热风扇", "继电器", "防雷模块", "急停按钮",
          "通信模块", "电表", "枪座", "外壳", "底座", "断路器", "接触器", "主板", "电源模块", "网关"]
ASPECTS = ["多少钱一个", "保修几年", "怎么安装", "怎么拆下来", "用什么颜色", "有多重", "防水吗", "怎么清洁",
           "多久能到货", "坏了怎么换", "支持定制吗", "功耗多大", "噪音大不大", "有没有证书", "哪里生产的"]
QUESTIONS = [
    ("{0}型{1}能不能露天放", "{0}型{1}的防护等级是IP54，可以露天放，但是要避开积水。"),
    ("{0}型{1}最低多少度能用", "{0}型{1}的工作温度是零下30度到55度，北方冬天也能正常使用。"),
    ("{0}型{1}可以自己换吗", "{0}型{1}可以自己换，断电以后松开四颗螺丝就能取下来。"),
    ("{0}型{1}要不要接地", "{0}型{1}必须接地，接地电阻不能大于4欧姆。"),
]


class Daemon:
    def __init__(self, binary, data):
        self.process = subprocess.Popen([binary, "--data", data], stderr=subprocess.PIPE, text=True)
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

    def learner_ms(self):
        """The processor time of the thread that learns."""
        for task in os.listdir(f"/proc/{self.process.pid}/task"):
            with open(f"/proc/{self.process.pid}/task/{task}/stat") as file:
                name, _, rest = file.read().partition(") ")
            if name.endswith("kefu-learn"):
                fields = rest.split()
                return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")
        raise SystemExit("there is no thread that learns")

    def wait(self, method, is_done):
        while not is_done(self.call(method)):
            time.sleep(0.001)

    def stop(self):
        self.call("system.shutdown")
        self.process.wait()


def base(entries):
    choose = random.Random(7)
    lines = []
    for number in range(entries):
        thing, aspect = choose.choice(THINGS), choose.choice(ASPECTS)
        question = f"{choose.choice('ABCDEFGH')}{number}型{thing}{aspect}"
        answer = f"{question}：请看说明书第{choose.randrange(1, 90)}页，第{choose.randrange(1, 9)}条。"
        lines.append(json.dumps({"question": question, "answer": answer}, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def line(name, values):
    values = sorted(values)
    print(f"{name:52} mean {statistics.fmean(values):8.2f} ms   p50 {statistics.median(values):8.2f} ms"
          f"   p95 {values[int(len(values) * 0.95)]:8.2f} ms   max {values[-1]:8.2f} ms")


def converse(daemon, number, kinds):
    """One conversation: a question, a person's answer, thanks; the wall time of learning from each."""
    thing = THINGS[number % len(THINGS)]
    question, answer = QUESTIONS[number % len(QUESTIONS)]
    model = f"N{number}"
    said = [("them", question.format(model, thing)), ("me", answer.format(model, thing)),
            ("them", "好的谢谢")]
    for place, (speaker, text) in enumerate(said):
        daemon.call("message.receive", channel="wechat", peer_id=f"p{number}", speaker=speaker,
                    message_id=f"{number}-{place}", text=text)
        start = time.perf_counter()
        daemon.wait("learn.stats", lambda figures: figures["behind"] == 0)
        kinds[place].append((time.perf_counter() - start) * 1000)


def main():
    folder = sys.argv[1]
    entries = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    conversations = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    with tempfile.TemporaryDirectory(prefix="kefu-bench-") as data:
        daemon = Daemon(os.path.join(folder, "kefud"), data)
        path = os.path.join(data, "base.jsonl")
        with open(path, "w") as file:
            file.write(base(entries))
        daemon.call("kb.import", path=path)
        daemon.wait("system.health", lambda health: health["index"] == {
            "state": "ready", "behind": 0} and health["calibration"]["state"] == "settled")
        kinds = [[], [], []]
        before = daemon.learner_ms()
        for number in range(conversations):
            converse(daemon, number, kinds)
        spent = daemon.learner_ms() - before
        figures = daemon.call("learn.stats")
        print(f"{entries} entries, {conversations} conversations, "
              f"{figures['candidates']}, reasons {figures['reasons']}, gates {figures['gates']}")
        print(f"cost of learning per message: {spent / (3 * conversations):.2f} ms of processor time")
        for name, values in zip(["a customer's question", "a person's answer", "thanks"], kinds):
            line(f"until it was learned from: {name}", values)
        daemon.stop()


main()
