#pragma once

#include <QtGlobal>

#include <vector>

// The statistics behind whatDiffers(), over counts of two groups.
namespace qd::telemetry {

// Some calls were chosen out of all; a value was seen so many times inside and outside.
struct GroupSizes
{
    qint64 inside = 0, outside = 0;
    qint64 all() const { return inside + outside; }
};
struct ValueCount
{
    qint64 inside = 0, outside = 0;
    qint64 all() const { return inside + outside; }
};

// A value's part of the Jensen–Shannon divergence between inside and outside, in bits.
double divergenceOf(const ValueCount &value, const GroupSizes &groups);
// What that part would be on average if the calls were chosen blindly: exact, by the
// hypergeometric distribution of how many of the value's calls are chosen.
double divergenceByChance(qint64 count, const GroupSizes &groups);
// How likely so uneven a split is by chance, two-sided: Fisher's exact test, or chi-square where
// every expected count is at least 20.
double chanceOf(const ValueCount &value, const GroupSizes &groups);
// Benjamini and Hochberg: the smallest rate of false discoveries at which each would be one.
std::vector<double> correctedForMany(const std::vector<double> &pValues);

} // namespace qd::telemetry
