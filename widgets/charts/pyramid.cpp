#include "widgets/charts/pyramid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace qd {

static constexpr float PyramidNothingLow = std::numeric_limits<float>::infinity();
static constexpr float PyramidNothingHigh = -std::numeric_limits<float>::infinity();

Pyramid::Pyramid(std::vector<float> values) : m_values(std::move(values))
{
    qsizetype below = count();
    while (below > Fan) {
        const qsizetype size = (below + Fan - 1) / Fan;
        Level level;
        level.low.assign(size_t(size), PyramidNothingLow);
        level.high.assign(size_t(size), PyramidNothingHigh);
        const Level *under = m_levels.empty() ? nullptr : &m_levels.back();
        for (qsizetype i = 0; i < below; ++i) {
            const float low = under ? under->low[size_t(i)] : m_values[size_t(i)], high = under ? under->high[size_t(i)] : m_values[size_t(i)];
            float &least = level.low[size_t(i / Fan)], &most = level.high[size_t(i / Fan)];
            if (low < least) // false for NaN
                least = low;
            if (high > most)
                most = high;
        }
        m_levels.push_back(std::move(level));
        below = size;
    }
}

Pyramid::Extremes Pyramid::extremes(qsizetype from, qsizetype to) const
{
    from = std::max<qsizetype>(0, from);
    to = std::min(count(), to);
    float low = PyramidNothingLow, high = PyramidNothingHigh;
    const auto take = [&](size_t level, qsizetype i) {
        const float least = level == 0 ? m_values[size_t(i)] : m_levels[level - 1].low[size_t(i)], most = level == 0 ? m_values[size_t(i)] : m_levels[level - 1].high[size_t(i)];
        if (least < low)
            low = least;
        if (most > high)
            high = most;
    };
    // From both ends inwards, one level higher whenever both stand on an edge of it.
    for (size_t level = 0; from < to; ++level) {
        if (level == m_levels.size() || to - from < Fan) {
            for (; from < to; ++from)
                take(level, from);
            break;
        }
        while (from % Fan && from < to)
            take(level, from++);
        while (to % Fan && from < to)
            take(level, --to);
        from /= Fan;
        to /= Fan;
    }
    if (low > high)
        return {};
    return {low, high, false};
}

} // namespace qd
