// Daily p95 after regrouping: merged distributions against the average of hourly p95s, both
// compared with the exact value; and what merging costs beside a map of buckets.
#include "bench/stopwatch.h"
#include "telemetry/distribution.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <random>

using qd::telemetry::Distribution;

namespace {

constexpr int Days = 30, Hours = 24, Groups = 20, CallsPerHour = 340; // 5 M calls

struct Errors
{
    double sum = 0, worst = 0;
    int count = 0;
    void add(double ours, double exact)
    {
        const double error = ours / exact - 1;
        sum += error;
        worst = std::abs(error) > std::abs(worst) ? error : worst;
        ++count;
    }
    double mean() const { return sum / count; }
};

double p95Of(std::vector<double> &values)
{
    const auto at = values.begin() + std::ptrdiff_t(std::ceil(0.95 * double(values.size()))) - 1;
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

} // namespace

int main()
{
    std::mt19937_64 random(1);
    std::normal_distribution<double> normal;
    Errors merged, averaged;
    std::vector<Distribution> all;
    for (int day = 0; day < Days; ++day) {
        std::vector<double> values;
        Distribution whole;
        double sumOfP95 = 0;
        for (int hour = 0; hour < Hours; ++hour) {
            for (int group = 0; group < Groups; ++group) {
                // Models and tools differ, and so do the busy hours.
                const double centre = 5.5 + 0.25 * (group % 5) + 0.2 * (group / 5) + 0.3 * std::sin(hour * 0.26);
                std::vector<double> here;
                Distribution cell;
                for (int call = 0; call < CallsPerHour; ++call) {
                    here.push_back(std::exp(centre + 0.7 * normal(random)) + 1);
                    cell.add(here.back());
                }
                values.insert(values.end(), here.begin(), here.end());
                sumOfP95 += p95Of(here);
                whole += cell;
                all.push_back(cell);
            }
        }
        const double exact = p95Of(values);
        merged.add(*whole.quantile(0.95), exact);
        averaged.add(sumOfP95 / (Hours * Groups), exact);
    }
    std::printf("daily p95 of %d calls in %d cells, error against the exact value\n", Days * Hours * Groups * CallsPerHour, int(all.size()));
    std::printf("  merged distributions  mean %+.3f %%, worst %+.3f %%\n", 100 * merged.mean(), 100 * merged.worst);
    std::printf("  averaged hourly p95   mean %+.3f %%, worst %+.3f %%\n", 100 * averaged.mean(), 100 * averaged.worst);
    std::printf("  worst against worst: 1 : %.0f\n", std::abs(averaged.worst / merged.worst));

    const double ours = qd::bench::shortestMs(5, [&all] {
        Distribution sum;
        for (const Distribution &cell : all)
            sum += cell;
        if (sum.isEmpty())
            std::abort();
    });
    std::vector<QList<std::pair<quint16, qint64>>> packed;
    for (const Distribution &cell : all)
        packed.push_back(cell.buckets());
    const double map = qd::bench::shortestMs(5, [&packed] {
        std::map<quint16, qint64> sum;
        for (const auto &cell : packed) {
            for (const auto &[bucket, count] : cell)
                sum[bucket] += count;
        }
        if (sum.empty())
            std::abort();
    });
    const double adding = qd::bench::shortestMs(5, [] {
        Distribution sum;
        for (int i = 0; i < 1'000'000; ++i)
            sum.add(1 + (i * 7919ll) % 60'000);
        if (sum.isEmpty())
            std::abort();
    });
    std::printf("merging a cell: %.0f ns, map of buckets %.0f ns, ratio 1 : %.1f; adding a value: %.0f ns\n", ours * 1e6 / double(all.size()), map * 1e6 / double(all.size()), map / ours, adding);
}
