#pragma once

#include <algorithm>
#include <chrono>

namespace qd::bench {

// The shortest of several runs, in milliseconds: what the work takes when nothing disturbs it.
template <typename Work>
double shortestMs(int runs, Work work)
{
    double shortest = 1e300;
    for (int run = 0; run < runs; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
        shortest = std::min(shortest, took.count());
    }
    return shortest;
}

} // namespace qd::bench
