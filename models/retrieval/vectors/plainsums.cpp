#include "retrieval/vectors/kernels.h"

#include <array>
#include <cmath>

// Every arithmetic in plain C++, lane by lane: what the fast kernels are held against, and what runs
// for a server whose arithmetic has no fast kernel.
namespace qd::retrieval {

namespace {

constexpr int MostLanes = 16;

template <typename Number>
class PlainSum
{
public:
    PlainSum(const Arithmetic &arithmetic, Term term) : m_arithmetic(arithmetic), m_term(term) {}

    Number of(const Number *x, const Number *y, int dims)
    {
        m_lanes.fill(0);
        int i = 0;
        const int width = m_arithmetic.lanes, stride = strideOf(width);
        for (; i + stride <= dims; i += stride)
            step(x + i, y + i, width);
        for (int left = width; left > 1; left /= 2) {
            if (left == m_arithmetic.epilogue && left < width && i + strideOf(left) <= dims) {
                step(x + i, y + i, left);
                i += strideOf(left);
            }
            fold(left);
        }
        Number sum = m_lanes[0];
        for (; i < dims; ++i)
            sum = added(sum, x[i], y[i]);
        return sum;
    }

private:
    int strideOf(int width) const { return m_arithmetic.isPaired ? 2 * width : width; }

    void step(const Number *x, const Number *y, int width)
    {
        for (int lane = 0; lane < width; ++lane) {
            Number &sum = m_lanes[size_t(lane)];
            if (m_arithmetic.isPaired)
                sum += added(fresh(x[width + lane], y[width + lane]), x[lane], y[lane]);
            else
                sum = added(sum, x[lane], y[lane]);
        }
    }

    void fold(int width)
    {
        for (int lane = 0; lane < width / 2; ++lane) {
            const size_t at = size_t(lane);
            m_lanes[at] = m_arithmetic.isPairwise ? m_lanes[2 * at] + m_lanes[2 * at + 1] : m_lanes[at] + m_lanes[at + size_t(width) / 2];
        }
    }

    Number fresh(Number x, Number y) const
    {
        switch (m_term) {
        case Term::Product: return x * y;
        case Term::Square: return (x - y) * (x - y);
        case Term::Absolute: return std::fabs(x - y);
        }
        Q_UNREACHABLE();
    }

    Number added(Number sum, Number x, Number y) const
    {
        if (m_term == Term::Absolute || !m_arithmetic.isFused)
            return sum + fresh(x, y);
        return m_term == Term::Product ? std::fma(x, y, sum) : std::fma(x - y, x - y, sum);
    }

    Arithmetic m_arithmetic;
    Term m_term;
    std::array<Number, MostLanes> m_lanes = {};
};

const float *widened(const void *vector, ElementType type, int dims, std::vector<float> &room)
{
    if (type == ElementType::Float32)
        return static_cast<const float *>(vector);
    room.resize(size_t(dims));
    for (int i = 0; i < dims; ++i)
        room[size_t(i)] = fromHalf(static_cast<const quint16 *>(vector)[i]);
    return room.data();
}

} // namespace

void sumRowsPlainly(const SumsOfRows &work)
{
    std::vector<float> queryRoom, rowRoom;
    const float *query = widened(work.query, work.type, work.dims, queryRoom);
    PlainSum<float> sum(work.arithmetic, work.term), length(work.arithmetic, Term::Product);
    for (int r = 0; r < work.count; ++r) {
        const float *row = widened(work.rows[r], work.type, work.dims, rowRoom);
        work.sums[r] = sum.of(query, row, work.dims);
        if (work.norms)
            work.norms[r] = length.of(row, row, work.dims);
    }
}

// The commonest norm, which every query by cosine needs.
static double sumOfSquaresInPairs(const float *x, int dims)
{
    double even = 0, odd = 0;
    int i = 0;
    for (; i + 4 <= dims; i += 4) {
        even += double(x[i + 2]) * double(x[i + 2]) + double(x[i]) * double(x[i]);
        odd += double(x[i + 3]) * double(x[i + 3]) + double(x[i + 1]) * double(x[i + 1]);
    }
    double sum = even + odd;
    for (; i < dims; ++i)
        sum += double(x[i]) * double(x[i]);
    return sum;
}

double sumOfSquares(const Arithmetic &arithmetic, ElementType type, const void *vector, int dims)
{
    if (type == ElementType::Float32 && arithmetic == Arithmetic::likelyOfNorm(type))
        return sumOfSquaresInPairs(static_cast<const float *>(vector), dims);
    std::vector<double> wide;
    wide.reserve(size_t(dims));
    for (int i = 0; i < dims; ++i)
        wide.push_back(type == ElementType::Float32 ? double(static_cast<const float *>(vector)[i]) : double(fromHalf(static_cast<const quint16 *>(vector)[i])));
    return PlainSum<double>(arithmetic, Term::Product).of(wide.data(), wide.data(), dims);
}

} // namespace qd::retrieval
