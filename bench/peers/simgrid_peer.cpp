// Usage: simgrid_peer FORM JOBS. Prints one JSON line; see README.md for the work and the forms.
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <simgrid/s4u.hpp>
#include <simgrid/version.h>
#include <string>
#include <vector>

namespace sg = simgrid::s4u;

constexpr int SLOTS = 64;

struct Job {
  double arrival;
  double duration;
};

static std::vector<Job> job_list(int count)
{
  std::uint32_t x = 2463534242u;
  std::uint32_t tick = 0;
  std::vector<Job> jobs;
  jobs.reserve(count);
  for (int i = 0; i < count; i++) {
    x = 1664525u * x + 1013904223u;
    tick += x >> 31;
    x = 1664525u * x + 1013904223u;
    jobs.push_back({double(tick), 1.0 + ((x >> 16) % 60)});
  }
  return jobs;
}

static double wait_ticks = 0;
static double end_ticks = 0;

static void work(const Job& job)
{
  wait_ticks += sg::Engine::get_clock() - job.arrival;
  sg::this_actor::sleep_for(job.duration);
  end_ticks = sg::Engine::get_clock();
}

static void per_job(sg::Host* host, const std::vector<Job>& jobs)
{
  auto slots = sg::Semaphore::create(SLOTS);
  sg::Actor::create("source", host, [host, slots, &jobs] {
    for (const Job& job : jobs) {
      if (job.arrival > sg::Engine::get_clock())
        sg::this_actor::sleep_until(job.arrival);
      sg::Actor::create("job", host, [slots, &job] {
        slots->acquire();
        work(job);
        slots->release();
      });
    }
  });
}

static void pool(sg::Host* host, const std::vector<Job>& jobs)
{
  static std::deque<const Job*> queue;
  auto waiting = sg::Semaphore::create(0);
  for (int i = 0; i < SLOTS; i++) {
    sg::Actor::create("worker", host, [waiting] {
      while (true) {
        waiting->acquire();
        const Job* job = queue.front();
        queue.pop_front();
        if (job == nullptr)
          return;
        work(*job);
      }
    });
  }
  sg::Actor::create("source", host, [waiting, &jobs] {
    for (const Job& job : jobs) {
      if (job.arrival > sg::Engine::get_clock())
        sg::this_actor::sleep_until(job.arrival);
      queue.push_back(&job);
      waiting->release();
    }
    for (int i = 0; i < SLOTS; i++) {
      queue.push_back(nullptr);
      waiting->release();
    }
  });
}

int main(int argc, char** argv)
{
  sg::Engine engine(&argc, argv);
  const std::string form = argv[1];
  const auto jobs = job_list(std::atoi(argv[2]));
  auto* zone = sg::create_full_zone("zone");
  auto* host = zone->create_host("host", 1e9);
  zone->seal();

  const auto start = std::chrono::steady_clock::now();
  form == "pool" ? pool(host, jobs) : per_job(host, jobs);
  engine.run();
  const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;

  int major, minor, patch;
  sg_version_get(&major, &minor, &patch);
  std::printf("{\"version\": \"%d.%d.%d\", \"elapsedMs\": %.3f, \"makespanTicks\": %.0f, \"waitTicks\": %.0f}\n", major, minor,
              patch, elapsed.count(), std::round(end_ticks), std::round(wait_ticks));
  return 0;
}
