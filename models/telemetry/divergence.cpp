#include "telemetry/divergence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace qd::telemetry {

namespace {

double halfOfDivergence(double mine, double other)
{
    return mine > 0 ? 0.5 * mine * std::log2(2 * mine / (mine + other)) : 0;
}

// Visits how many of `count` calls could be inside, and each one's weight relative to the most
// likely. Weights follow from their neighbour's, so nothing over- or underflows near the middle;
// `reach` is the weight below which the rest does not matter.
template <typename Visit>
void forEachSplit(qint64 count, const GroupSizes &groups, double reach, Visit visit)
{
    const qint64 least = std::max<qint64>(0, count - groups.outside), most = std::min(count, groups.inside);
    const double likely = std::floor((double(count) + 1) * (double(groups.inside) + 1) / (double(groups.all()) + 2));
    const qint64 middle = std::clamp(qint64(likely), least, most);
    const double n = double(count), in = double(groups.inside), out = double(groups.outside);
    visit(middle, 1.0);
    double weight = 1;
    for (qint64 x = middle; x < most && weight > reach; ++x) {
        weight *= (n - double(x)) * (in - double(x)) / ((double(x) + 1) * (out - n + double(x) + 1));
        visit(x + 1, weight);
    }
    weight = 1;
    for (qint64 x = middle; x > least && weight > reach; --x) {
        weight *= double(x) * (out - n + double(x)) / ((n - double(x) + 1) * (in - double(x) + 1));
        visit(x - 1, weight);
    }
}

} // namespace

double divergenceOf(const ValueCount &value, const GroupSizes &groups)
{
    const double inside = double(value.inside) / double(groups.inside), outside = double(value.outside) / double(groups.outside);
    return halfOfDivergence(inside, outside) + halfOfDivergence(outside, inside);
}

double divergenceByChance(qint64 count, const GroupSizes &groups)
{
    double sum = 0, weights = 0;
    forEachSplit(count, groups, 1e-12, [&](qint64 inside, double weight) {
        sum += weight * divergenceOf({inside, count - inside}, groups);
        weights += weight;
    });
    return sum / weights;
}

double chanceOf(const ValueCount &value, const GroupSizes &groups)
{
    const double all = double(groups.all()), in = double(groups.inside), out = double(groups.outside);
    const double with = double(value.all()), without = all - with;
    if (with == 0 || without == 0)
        return 1;
    if (std::min(in, out) * std::min(with, without) / all >= 20) {
        const double gap = double(value.inside) * out - double(value.outside) * in; // the 2×2 determinant, simplified
        const double chiSquare = gap / in * (gap / out) / with / without * all;
        return std::erfc(std::sqrt(chiSquare / 2));
    }
    double observed = 0, weights = 0;
    std::vector<double> seen;
    forEachSplit(value.all(), groups, 0, [&](qint64 inside, double weight) {
        observed = inside == value.inside ? weight : observed;
        weights += weight;
        seen.push_back(weight);
    });
    double asUneven = 0;
    for (const double weight : seen)
        asUneven += weight <= observed * (1 + 1e-7) ? weight : 0;
    return std::min(1.0, asUneven / weights);
}

std::vector<double> correctedForMany(const std::vector<double> &pValues)
{
    std::vector<size_t> order(pValues.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return pValues[a] < pValues[b]; });
    std::vector<double> corrected(pValues.size());
    double least = 1;
    for (size_t rank = order.size(); rank > 0; --rank) {
        least = std::min(least, pValues[order[rank - 1]] * double(order.size()) / double(rank));
        corrected[order[rank - 1]] = least;
    }
    return corrected;
}

} // namespace qd::telemetry
