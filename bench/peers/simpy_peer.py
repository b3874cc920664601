"""Usage: simpy_peer.py FORM JOBS. Prints one JSON line; see README.md for the work and the forms."""

import json
import sys
import time

import simpy

SLOTS = 64


def job_list(count):
    x, tick, jobs = 2463534242, 0, []
    for _ in range(count):
        x = (1664525 * x + 1013904223) & 0xFFFFFFFF
        tick += x >> 31
        x = (1664525 * x + 1013904223) & 0xFFFFFFFF
        jobs.append((tick, 1 + ((x >> 16) % 60)))
    return jobs


class Outcome:
    def __init__(self):
        self.wait = 0
        self.end = 0


def per_job(env, jobs, outcome):
    slots = simpy.Resource(env, capacity=SLOTS)

    def job(arrival, duration):
        with slots.request() as request:
            yield request
            outcome.wait += env.now - arrival
            yield env.timeout(duration)
        outcome.end = env.now

    def source():
        for arrival, duration in jobs:
            if arrival > env.now:
                yield env.timeout(arrival - env.now)
            env.process(job(arrival, duration))

    env.process(source())


def pool(env, jobs, outcome):
    queue = simpy.Store(env)

    def worker():
        while True:
            arrival, duration = yield queue.get()
            outcome.wait += env.now - arrival
            yield env.timeout(duration)
            outcome.end = env.now

    def source():
        for arrival, duration in jobs:
            if arrival > env.now:
                yield env.timeout(arrival - env.now)
            queue.put((arrival, duration))

    for _ in range(SLOTS):
        env.process(worker())
    env.process(source())


form, count = sys.argv[1], int(sys.argv[2])
jobs = job_list(count)
outcome = Outcome()
start = time.perf_counter()
env = simpy.Environment()
{"per-job": per_job, "pool": pool}[form](env, jobs, outcome)
env.run()
elapsed_ms = (time.perf_counter() - start) * 1000
print(
    json.dumps(
        {
            "version": simpy.__version__,
            "elapsedMs": elapsed_ms,
            "makespanTicks": outcome.end,
            "waitTicks": outcome.wait,
        }
    )
)
