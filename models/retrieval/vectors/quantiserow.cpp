// The inner loops of quantise(), once per instruction set of the processor.
#include "retrieval/vectors/quantised.h"

#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "retrieval/vectors/quantiserow.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace qd::retrieval {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

HWY_INLINE float elementOf(const float *at) { return *at; }
HWY_INLINE float elementOf(const quint16 *at) { return fromHalf(*at); }

#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
template <typename D>
HWY_INLINE hn::Vec<D> elementsOf(D d, const float *at)
{
    return hn::PromoteTo(d, hn::LoadU(hn::Rebind<float, D>(), at));
}
template <typename D>
HWY_INLINE hn::Vec<D> elementsOf(D d, const quint16 *at)
{
    const hn::Rebind<float, D> single;
    const hn::Rebind<hwy::float16_t, D> half;
    return hn::PromoteTo(d, hn::PromoteTo(single, hn::LoadU(half, reinterpret_cast<const hwy::float16_t *>(at))));
}
#endif

template <typename T>
void measureElements(const T *x, int dims, double &squares, double &largest)
{
    squares = largest = 0;
    int i = 0;
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
    const hn::ScalableTag<double> d;
    const int lanes = int(hn::Lanes(d));
    auto s0 = hn::Zero(d), s1 = s0, m0 = s0, m1 = s0;
    for (; i + 2 * lanes <= dims; i += 2 * lanes) {
        const auto a = elementsOf(d, x + i), b = elementsOf(d, x + i + lanes);
        s0 = hn::MulAdd(a, a, s0);
        s1 = hn::MulAdd(b, b, s1);
        m0 = hn::Max(m0, hn::Abs(a));
        m1 = hn::Max(m1, hn::Abs(b));
    }
    squares = hn::GetLane(hn::SumOfLanes(d, hn::Add(s0, s1)));
    largest = hn::GetLane(hn::MaxOfLanes(d, hn::Max(m0, m1)));
#endif
    for (; i < dims; ++i) {
        const double element = double(elementOf(x + i));
        squares += element * element;
        largest = std::max(largest, std::fabs(element));
    }
}

// Codes of x / step, and the squared length of what x / norm loses when scale times the code is put in its place.
template <typename T>
double encodeElements(const T *x, int dims, double step, double norm, float scale, qint8 *codes)
{
    double lost = 0;
    int i = 0;
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
    const hn::ScalableTag<double> d;
    const hn::Rebind<int32_t, decltype(d)> d32;
    const hn::Rebind<int8_t, decltype(d)> d8;
    const int lanes = int(hn::Lanes(d));
    const auto perStep = hn::Set(d, 1 / step), perNorm = hn::Set(d, 1 / norm), scales = hn::Set(d, double(scale)), most = hn::Set(d, 127.0), least = hn::Set(d, -127.0);
    auto sum = hn::Zero(d);
    for (; i + lanes <= dims; i += lanes) {
        const auto element = elementsOf(d, x + i);
        const auto code = hn::Min(hn::Max(hn::Round(hn::Mul(element, perStep)), least), most);
        const auto rest = hn::Sub(hn::Mul(element, perNorm), hn::Mul(scales, code));
        sum = hn::MulAdd(rest, rest, sum);
        hn::StoreU(hn::DemoteTo(d8, hn::DemoteTo(d32, code)), d8, reinterpret_cast<int8_t *>(codes) + i);
    }
    lost = hn::GetLane(hn::SumOfLanes(d, sum));
#endif
    for (; i < dims; ++i) {
        const double element = double(elementOf(x + i));
        const double code = std::clamp(std::nearbyint(element / step), -127.0, 127.0);
        const double rest = element / norm - double(scale) * code;
        codes[i] = qint8(code);
        lost += rest * rest;
    }
    return lost;
}

void measureHere(ElementType type, const void *vector, int dims, double &squares, double &largest)
{
    if (type == ElementType::Float32)
        measureElements(static_cast<const float *>(vector), dims, squares, largest);
    else
        measureElements(static_cast<const quint16 *>(vector), dims, squares, largest);
}

double encodeHere(ElementType type, const void *vector, int dims, double step, double norm, float scale, qint8 *codes)
{
    if (type == ElementType::Float32)
        return encodeElements(static_cast<const float *>(vector), dims, step, norm, scale, codes);
    return encodeElements(static_cast<const quint16 *>(vector), dims, step, norm, scale, codes);
}

} // namespace HWY_NAMESPACE
} // namespace qd::retrieval
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace qd::retrieval {

HWY_EXPORT(measureHere);
HWY_EXPORT(encodeHere);

static float roundedUp(double value)
{
    const float near = float(value);
    return double(near) < value ? std::nextafterf(near, std::numeric_limits<float>::infinity()) : near;
}

QuantisedRow quantise(ElementType type, const void *vector, int dims, qint8 *codes)
{
    std::fill_n(codes, QuantisedColumn::strideFor(dims), qint8(0));
    double squares = 0, largest = 0;
    HWY_DYNAMIC_DISPATCH(measureHere)(type, vector, dims, squares, largest);
    QuantisedRow row;
    const double norm = std::sqrt(squares);
    row.norm = float(norm);
    // Between these no product of two such vectors leaves the normal range of float32 by anything
    // that matters against their norms. NaN is not between them.
    if (!(norm > 1e-10 && norm < 1e15))
        return row;
    const double step = largest / 127;
    row.scale = float(step / norm);
    if (!(row.scale > 0))
        return row;
    const double lost = HWY_DYNAMIC_DISPATCH(encodeHere)(type, vector, dims, step, norm, row.scale, codes);
    // The slack covers the rounding of the doubles above.
    row.residual = roundedUp(std::sqrt(lost) * (1 + 1e-9) + 1e-12);
    return row;
}

} // namespace qd::retrieval
#endif
