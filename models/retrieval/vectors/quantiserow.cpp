// The inner loops of quantise(), once per instruction set of the processor.
#include "retrieval/vectors/quantised.h"

#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "retrieval/vectors/quantiserow.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#ifndef QD_QUANTISEROW_ONCE
#define QD_QUANTISEROW_ONCE
namespace qd::retrieval {

// One row on its way: `turned` holds √mixed · R x, a multiple of 64 elements of which those beyond
// the row's own began as zero.
struct RowInWork
{
    double *turned;
    const double *signs;
    qsizetype stride;
    qsizetype part; // elements that Hadamard's matrix goes over at a time
};
struct RowLoss
{
    double codes = 0, uppers = 0; // squares of what is lost of a row of length 1
};
// Elements that lie next to each other are not mixed: that would need shuffles, and a part is still
// a mixture of at least eight.
constexpr qsizetype Unmixed = 8;

} // namespace qd::retrieval
#endif

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

// The row's squared length; its elements with their signs go to row.turned.
template <typename T>
double readElements(const T *x, int dims, const RowInWork &row)
{
    double squares = 0;
    int i = 0;
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
    const hn::ScalableTag<double> d;
    const int lanes = int(hn::Lanes(d));
    auto s0 = hn::Zero(d), s1 = s0;
    for (; i + 2 * lanes <= dims; i += 2 * lanes) {
        const auto a = elementsOf(d, x + i), b = elementsOf(d, x + i + lanes);
        s0 = hn::MulAdd(a, a, s0);
        s1 = hn::MulAdd(b, b, s1);
        hn::StoreU(hn::Mul(a, hn::LoadU(d, row.signs + i)), d, row.turned + i);
        hn::StoreU(hn::Mul(b, hn::LoadU(d, row.signs + i + lanes)), d, row.turned + i + lanes);
    }
    squares = hn::GetLane(hn::SumOfLanes(d, hn::Add(s0, s1)));
#endif
    for (; i < dims; ++i) {
        const double element = double(elementOf(x + i));
        squares += element * element;
        row.turned[i] = element * row.signs[i];
    }
    std::fill(row.turned + dims, row.turned + row.stride, 0.0);
    return squares;
}

double readHere(ElementType type, const void *vector, int dims, const RowInWork &row)
{
    if (type == ElementType::Float32)
        return readElements(static_cast<const float *>(vector), dims, row);
    return readElements(static_cast<const quint16 *>(vector), dims, row);
}

// Multiplies each part by Hadamard's matrix, two levels at a time. Returns the largest element.
double turnHere(const RowInWork &row)
{
    double largest = 0;
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
    const hn::CappedTag<double, Unmixed> d;
    const qsizetype lanes = qsizetype(hn::Lanes(d));
    qsizetype step = Unmixed;
    for (; step * 2 < row.part; step *= 4) {
        for (qsizetype first = 0; first < row.stride; first += 4 * step) {
            for (qsizetype i = first; i < first + step; i += lanes) {
                double *at = row.turned + i;
                const auto a = hn::LoadU(d, at), b = hn::LoadU(d, at + step), c = hn::LoadU(d, at + 2 * step), e = hn::LoadU(d, at + 3 * step);
                const auto ab = hn::Add(a, b), a_b = hn::Sub(a, b), ce = hn::Add(c, e), c_e = hn::Sub(c, e);
                hn::StoreU(hn::Add(ab, ce), d, at);
                hn::StoreU(hn::Add(a_b, c_e), d, at + step);
                hn::StoreU(hn::Sub(ab, ce), d, at + 2 * step);
                hn::StoreU(hn::Sub(a_b, c_e), d, at + 3 * step);
            }
        }
    }
    if (step < row.part) {
        for (qsizetype first = 0; first < row.stride; first += 2 * step) {
            for (qsizetype i = first; i < first + step; i += lanes) {
                double *at = row.turned + i;
                const auto a = hn::LoadU(d, at), b = hn::LoadU(d, at + step);
                hn::StoreU(hn::Add(a, b), d, at);
                hn::StoreU(hn::Sub(a, b), d, at + step);
            }
        }
    }
    auto most = hn::Zero(d);
    for (qsizetype i = 0; i < row.stride; i += lanes)
        most = hn::Max(most, hn::Abs(hn::LoadU(d, row.turned + i)));
    largest = hn::GetLane(hn::MaxOfLanes(d, most));
#else
    for (qsizetype step = Unmixed; step < row.part; step *= 2) {
        for (qsizetype first = 0; first < row.stride; first += 2 * step) {
            for (qsizetype i = first; i < first + step; ++i) {
                const double a = row.turned[i], b = row.turned[i + step];
                row.turned[i] = a + b;
                row.turned[i + step] = a - b;
            }
        }
    }
    for (qsizetype i = 0; i < row.stride; ++i)
        largest = std::max(largest, std::fabs(row.turned[i]));
#endif
    return largest;
}

// Codes of what was turned / step, and what is lost of turned / norm when scale times the code, or the
// middle of its upper half, is put in its place.
RowLoss encodeHere(const RowInWork &row, double step, double norm, float scale, qint8 *codes)
{
    RowLoss loss;
    qsizetype i = 0;
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
    const hn::CappedTag<double, Unmixed> d;
    const hn::Rebind<int32_t, decltype(d)> d32;
    const hn::Rebind<int8_t, decltype(d)> d8;
    const qsizetype lanes = qsizetype(hn::Lanes(d));
    const auto perStep = hn::Set(d, 1 / step), perNorm = hn::Set(d, 1 / norm), scales = hn::Set(d, double(scale)), most = hn::Set(d, 127.0), least = hn::Set(d, -127.0);
    const auto sixteenth = hn::Set(d, 1.0 / 16), sixteen = hn::Set(d, 16.0), half = hn::Set(d, 7.5);
    auto ofCodes = hn::Zero(d), ofUppers = ofCodes;
    for (; i < row.stride; i += lanes) {
        const auto element = hn::LoadU(d, row.turned + i);
        const auto unit = hn::Mul(element, perNorm);
        const auto code = hn::Min(hn::Max(hn::Round(hn::Mul(element, perStep)), least), most);
        const auto upper = hn::MulAdd(hn::Floor(hn::Mul(code, sixteenth)), sixteen, half);
        const auto rest = hn::Sub(unit, hn::Mul(scales, code)), upperRest = hn::Sub(unit, hn::Mul(scales, upper));
        ofCodes = hn::MulAdd(rest, rest, ofCodes);
        ofUppers = hn::MulAdd(upperRest, upperRest, ofUppers);
        hn::StoreU(hn::DemoteTo(d8, hn::DemoteTo(d32, code)), d8, reinterpret_cast<int8_t *>(codes) + i);
    }
    loss.codes = hn::GetLane(hn::SumOfLanes(d, ofCodes));
    loss.uppers = hn::GetLane(hn::SumOfLanes(d, ofUppers));
#else
    for (; i < row.stride; ++i) {
        const double code = std::clamp(std::nearbyint(row.turned[i] / step), -127.0, 127.0);
        const double rest = row.turned[i] / norm - double(scale) * code, upperRest = row.turned[i] / norm - double(scale) * (std::floor(code / 16) * 16 + 7.5);
        codes[i] = qint8(code);
        loss.codes += rest * rest;
        loss.uppers += upperRest * upperRest;
    }
#endif
    return loss;
}

} // namespace HWY_NAMESPACE
} // namespace qd::retrieval
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace qd::retrieval {

HWY_EXPORT(readHere);
HWY_EXPORT(turnHere);
HWY_EXPORT(encodeHere);

namespace {

float roundedUp(double value)
{
    const float near = float(value);
    return double(near) < value ? std::nextafterf(near, std::numeric_limits<float>::infinity()) : near;
}

// Room for one row, and the signs, which are part of the snapshot's format: bit i % 64 of the
// SplitMix64 output number i / 64 + 1 from seed 0 (Steele, Lea, Flood: Fast Splittable Pseudorandom
// Number Generators, 2014).
class Room
{
public:
    RowInWork begin(int dims)
    {
        const qsizetype stride = QuantisedColumn::strideFor(dims);
        if (m_turned.size() < size_t(stride)) {
            m_turned.resize(size_t(stride));
            m_codes.resize(size_t(stride));
            for (size_t i = m_signs.size(); i < size_t(stride); ++i) {
                quint64 bits = quint64(i / 64 + 1) * 0x9E3779B97F4A7C15u;
                bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9u;
                bits = (bits ^ bits >> 27) * 0x94D049BB133111EBu;
                m_signs.push_back((bits ^ bits >> 31) >> (i % 64) & 1 ? -1.0 : 1.0);
            }
        }
        return {m_turned.data(), m_signs.data(), stride, stride & -stride};
    }
    qint8 *codes() { return m_codes.data(); }

private:
    std::vector<double> m_turned, m_signs;
    std::vector<qint8> m_codes;
};
thread_local Room room;

} // namespace

QuantisedRow quantise(ElementType type, const void *vector, int dims, qint8 *codes)
{
    const RowInWork work = room.begin(dims);
    const double norm = std::sqrt(HWY_DYNAMIC_DISPATCH(readHere)(type, vector, dims, work));
    QuantisedRow row;
    row.norm = float(norm);
    std::fill_n(codes, work.stride, qint8(0));
    // Between these no product of two such vectors leaves the normal range of float32 by anything
    // that matters against their norms. NaN is not between them.
    if (!(norm > 1e-10 && norm < 1e15))
        return row;
    const double largest = HWY_DYNAMIC_DISPATCH(turnHere)(work), turnedNorm = norm * std::sqrt(double(work.part / Unmixed));
    const double step = largest / 127;
    row.scale = float(step / turnedNorm);
    if (!(row.scale > 0))
        return row;
    const RowLoss loss = HWY_DYNAMIC_DISPATCH(encodeHere)(work, step, turnedNorm, row.scale, codes);
    // The slack covers the rounding of the doubles above.
    row.residual = roundedUp(std::sqrt(loss.codes) * (1 + 1e-9) + 1e-12);
    row.upperResidual = roundedUp(std::sqrt(loss.uppers) * (1 + 1e-9) + 1e-12);
    return row;
}

void splitCodes(const qint8 *codes, qsizetype stride, quint8 *uppers, quint8 *lowers)
{
    for (qsizetype group = 0; group < stride; group += 64, codes += 64, uppers += 32, lowers += 32) {
        for (int i = 0; i < 32; ++i) {
            const quint8 first = quint8(codes[i]) ^ 0x80, second = quint8(codes[32 + i]) ^ 0x80; // + 128
            uppers[i] = quint8(first >> 4 | (second & 0xf0));
            lowers[i] = quint8((first & 0x0f) | second << 4);
        }
    }
}

QuantisedRow quantise(ElementType type, const void *vector, int dims, quint8 *uppers, quint8 *lowers)
{
    const qsizetype stride = room.begin(dims).stride;
    const QuantisedRow row = quantise(type, vector, dims, room.codes());
    splitCodes(room.codes(), stride, uppers, lowers);
    return row;
}

} // namespace qd::retrieval
#endif
