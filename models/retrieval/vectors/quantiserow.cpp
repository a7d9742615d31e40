// The inner loops of quantise(), once per instruction set of the processor.
#include "retrieval/vectors/quantised.h"

#include <cmath>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "retrieval/vectors/quantiserow.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#ifndef QD_QUANTISEROW_ONCE
#define QD_QUANTISEROW_ONCE
namespace qd::retrieval {

// One row on its way: `turned` holds √mixed · R x, a multiple of 64 elements of which those beyond
// the row's own began as zero. In float32, whose roundings residuals allow for: see Roundings below.
struct RowInWork
{
    float *turned;
    const float *signs;
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
    return hn::LoadU(d, at);
}
template <typename D>
HWY_INLINE hn::Vec<D> elementsOf(D d, const quint16 *at)
{
    return hn::PromoteTo(d, hn::LoadU(hn::Rebind<hwy::float16_t, D>(), reinterpret_cast<const hwy::float16_t *>(at)));
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
    const hn::Rebind<float, decltype(d)> d32;
    const int lanes = int(hn::Lanes(d));
    auto s0 = hn::Zero(d), s1 = s0;
    for (; i + 2 * lanes <= dims; i += 2 * lanes) {
        const auto a = elementsOf(d32, x + i), b = elementsOf(d32, x + i + lanes);
        const auto wideA = hn::PromoteTo(d, a), wideB = hn::PromoteTo(d, b);
        s0 = hn::MulAdd(wideA, wideA, s0);
        s1 = hn::MulAdd(wideB, wideB, s1);
        hn::StoreU(hn::Mul(a, hn::LoadU(d32, row.signs + i)), d32, row.turned + i);
        hn::StoreU(hn::Mul(b, hn::LoadU(d32, row.signs + i + lanes)), d32, row.turned + i + lanes);
    }
    squares = hn::GetLane(hn::SumOfLanes(d, hn::Add(s0, s1)));
#endif
    for (; i < dims; ++i) {
        const float element = elementOf(x + i);
        squares += double(element) * double(element);
        row.turned[i] = element * row.signs[i];
    }
    std::fill(row.turned + dims, row.turned + row.stride, 0.f);
    return squares;
}

double readHere(ElementType type, const void *vector, int dims, const RowInWork &row)
{
    if (type == ElementType::Float32)
        return readElements(static_cast<const float *>(vector), dims, row);
    return readElements(static_cast<const quint16 *>(vector), dims, row);
}

// Multiplies each part by Hadamard's matrix, two levels at a time. Returns the largest element.
float turnHere(const RowInWork &row)
{
    float largest = 0;
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
    const hn::CappedTag<float, Unmixed> d;
    const qsizetype lanes = qsizetype(hn::Lanes(d));
    qsizetype step = Unmixed;
    for (; step * 2 < row.part; step *= 4) {
        for (qsizetype first = 0; first < row.stride; first += 4 * step) {
            for (qsizetype i = first; i < first + step; i += lanes) {
                float *at = row.turned + i;
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
                float *at = row.turned + i;
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
                const float a = row.turned[i], b = row.turned[i + step];
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

// Codes of what was turned · perStep, and what is lost of turned · perNorm when scale times the code, or
// the middle of its upper half, is put in its place.
RowLoss encodeHere(const RowInWork &row, float perStep, float perNorm, float scale, qint8 *codes)
{
    RowLoss loss;
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
    const hn::CappedTag<float, Unmixed> d;
    const hn::Rebind<int32_t, decltype(d)> d32;
    const hn::Rebind<int16_t, decltype(d)> d16;
    const hn::Rebind<int8_t, decltype(d)> d8;
    const qsizetype lanes = qsizetype(hn::Lanes(d));
    const auto steps = hn::Set(d, perStep), norms = hn::Set(d, perNorm), scales = hn::Set(d, scale), most = hn::Set(d, 127.f), least = hn::Set(d, -127.f);
    const auto sixteenth = hn::Set(d, 1 / 16.f), sixteen = hn::Set(d, 16.f), half = hn::Set(d, 7.5f);
    auto ofCodes = hn::Zero(d), ofUppers = ofCodes;
    for (qsizetype i = 0; i < row.stride; i += lanes) {
        const auto element = hn::LoadU(d, row.turned + i);
        const auto unit = hn::Mul(element, norms);
        const auto code = hn::Min(hn::Max(hn::Round(hn::Mul(element, steps)), least), most);
        const auto upper = hn::MulAdd(hn::Floor(hn::Mul(code, sixteenth)), sixteen, half);
        const auto rest = hn::Sub(unit, hn::Mul(scales, code)), upperRest = hn::Sub(unit, hn::Mul(scales, upper));
        ofCodes = hn::MulAdd(rest, rest, ofCodes);
        ofUppers = hn::MulAdd(upperRest, upperRest, ofUppers);
        hn::StoreU(hn::DemoteTo(d8, hn::DemoteTo(d16, hn::ConvertTo(d32, code))), d8, reinterpret_cast<int8_t *>(codes) + i);
    }
    loss.codes = double(hn::GetLane(hn::SumOfLanes(d, ofCodes)));
    loss.uppers = double(hn::GetLane(hn::SumOfLanes(d, ofUppers)));
#else
    for (qsizetype i = 0; i < row.stride; ++i) {
        const float code = std::clamp(std::nearbyint(row.turned[i] * perStep), -127.f, 127.f);
        const float unit = row.turned[i] * perNorm, rest = unit - scale * code, upperRest = unit - scale * (std::floor(code / 16) * 16 + 7.5f);
        codes[i] = qint8(code);
        loss.codes += double(rest * rest);
        loss.uppers += double(upperRest * upperRest);
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
                m_signs.push_back((bits ^ bits >> 31) >> (i % 64) & 1 ? -1.f : 1.f);
            }
        }
        return {m_turned.data(), m_signs.data(), stride, stride & -stride};
    }
    qint8 *codes() { return m_codes.data(); }

private:
    std::vector<float> m_turned, m_signs;
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
    const double largest = double(HWY_DYNAMIC_DISPATCH(turnHere)(work)), turnedNorm = norm * std::sqrt(double(work.part / Unmixed));
    const double step = largest / 127;
    row.scale = float(step / turnedNorm);
    if (!(row.scale > 0))
        return row;
    const RowLoss loss = HWY_DYNAMIC_DISPATCH(encodeHere)(work, float(1 / step), float(1 / turnedNorm), row.scale, codes);
    // What float32 rounds: a level of additions at most 2⁻²⁴ of the row's length, of which there are at
    // most 13; the norm's inverse, two products and a difference, each once, of lengths below 2. And the
    // sum of squares: as much per addition into a lane, of which there are stride / 4 at most.
    constexpr double Unit = 5.9604644775390625e-08, Roundings = 24 * Unit; // 2^-24
    const double sum = 1 + double(work.stride) / 4 * Unit;
    row.residual = roundedUp(std::sqrt(loss.codes * sum) + Roundings);
    row.upperResidual = roundedUp(std::sqrt(loss.uppers * sum) + Roundings);
    return row;
}

void splitCodes(const qint8 *codes, qsizetype stride, quint8 *uppers, quint8 *lowers)
{
    for (qsizetype group = 0; group < stride; group += 64, codes += 64, uppers += 32, lowers += 32) {
        for (int i = 0; i < 32; i += 8) {
            constexpr quint64 Low = 0x0f0f0f0f0f0f0f0fu, Signs = 0x8080808080808080u;
            quint64 first, second;
            std::memcpy(&first, codes + i, 8);
            std::memcpy(&second, codes + 32 + i, 8);
            first ^= Signs; // + 128
            second ^= Signs;
            const quint64 upper = (first >> 4 & Low) | (second & ~Low), lower = (first & Low) | (second << 4 & ~Low);
            std::memcpy(uppers + i, &upper, 8);
            std::memcpy(lowers + i, &lower, 8);
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
