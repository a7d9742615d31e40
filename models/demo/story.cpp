#include "demo/story.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace qd::demo {

Story::Story(const Options &startOptions, Instant startedAt)
    : options(startOptions)
    , now(startedAt)
    , history{startedAt - std::chrono::days(std::max(1, startOptions.days)), startedAt}
{
    using namespace std::chrono_literals;
    const Incidents &incidents = options.incidents;
    if (incidents.hasSlowDeploy)
        slowDeploy = now - incidents.slowDeployAge;
    rateLimited = {now - incidents.rateLimitAge, now - incidents.rateLimitAge + 16min};
    if (options.days >= 9) {
        const Instant midnight = std::chrono::floor<std::chrono::days>(now) - std::chrono::days(7);
        retryStorm = TimeRange{midnight + 3h + 10min, midnight + 3h + 40min};
    }
    if (incidents.hasUnpricedModel)
        unpricedSince = now - std::min<milliseconds>(std::chrono::days(4), history.length() / 2);
}

double profileOf(QDate day, int hour)
{
    static constexpr std::array<double, 24> hours{0.78, 0.70, 0.64, 0.60, 0.60, 0.64, 0.74, 0.86, 1.00, 1.10, 1.16, 1.18,
                                                  1.15, 1.18, 1.22, 1.28, 1.32, 1.31, 1.26, 1.20, 1.14, 1.06, 0.96, 0.86};
    static constexpr std::array<double, 7> week{1.06, 1.10, 1.10, 1.08, 1.02, 0.78, 0.82};
    static const double mean = std::accumulate(hours.begin(), hours.end(), 0.0) / 24 * std::accumulate(week.begin(), week.end(), 0.0) / 7;
    return hours[size_t(hour)] * week[size_t(day.dayOfWeek() - 1)] / mean;
}

} // namespace qd::demo
