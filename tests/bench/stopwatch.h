#pragma once

#include <ctime>

#include <algorithm>

namespace qd::bench {

// The shortest of several runs, in milliseconds of this thread's processor time: what the work
// takes when nothing disturbs it.
template <typename Work>
double shortestMs(int runs, Work work)
{
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    };
    double shortest = 1e300;
    for (int run = 0; run < runs; ++run) {
        const double begin = now();
        work();
        shortest = std::min(shortest, now() - begin);
    }
    return shortest;
}

} // namespace qd::bench
