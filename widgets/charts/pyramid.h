#pragma once

#include <QtGlobal>

#include <vector>

namespace qd {

// Smallest and largest of any stretch of evenly spaced values in a few steps: a tree with 16
// children per node. What a line chart draws per pixel column is exact at any zoom: no spike is
// ever lost. NaN is a gap and takes no part.
class Pyramid
{
public:
    struct Extremes
    {
        float low = 0, high = 0;
        bool isEmpty = true; // nothing but gaps
    };

    Pyramid() = default;
    explicit Pyramid(std::vector<float> values);

    qsizetype count() const { return qsizetype(m_values.size()); }
    float at(qsizetype index) const { return m_values[size_t(index)]; }
    // Of the values in [from, to), clipped to what is there.
    Extremes extremes(qsizetype from, qsizetype to) const;

private:
    static constexpr qsizetype Fan = 16;
    struct Level
    {
        std::vector<float> low, high;
    };
    std::vector<float> m_values;
    std::vector<Level> m_levels;
};

} // namespace qd
