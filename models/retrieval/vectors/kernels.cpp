#include "retrieval/vectors/kernels.h"

#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "retrieval/vectors/kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/cache_control.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace qd::retrieval {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128

// What one element of a row adds to a sum.
template <Term term, bool isFused, typename V>
HWY_INLINE V added(V sum, V x, V y)
{
    if constexpr (term == Term::Absolute) {
        return hn::Add(sum, hn::AbsDiff(x, y));
    } else {
        if constexpr (term == Term::Square)
            x = y = hn::Sub(x, y);
        if constexpr (isFused)
            return hn::MulAdd(x, y, sum);
        else
            return hn::Add(sum, hn::Mul(x, y));
    }
}

template <Term term, bool isFused>
HWY_INLINE float addedOne(float sum, float x, float y)
{
    if constexpr (term == Term::Absolute) {
        return sum + std::fabs(x - y);
    } else {
        if constexpr (term == Term::Square)
            x = y = x - y;
        return isFused ? std::fma(x, y, sum) : sum + x * y;
    }
}

template <typename D>
HWY_INLINE hn::Vec<D> loaded(D d, const float *at)
{
    return hn::LoadU(d, at);
}

template <typename D>
HWY_INLINE hn::Vec<D> loaded(D d, const quint16 *at)
{
    const hn::Rebind<hwy::float16_t, D> half;
    return hn::PromoteTo(d, hn::LoadU(half, reinterpret_cast<const hwy::float16_t *>(at)));
}

HWY_INLINE float loadedOne(const float *at) { return *at; }
HWY_INLINE float loadedOne(const quint16 *at) { return fromHalf(*at); }

// Lanes are halved down to four, the epilogue of four goes in where its width is reached, the last
// four add as (0 + 2) + (1 + 3), and an epilogue of two joins after the first of these additions.
template <Term term, bool isFused, int epilogue, typename D, typename T>
HWY_INLINE float reduced(D d, hn::Vec<D> sum, const T *x, const T *y, int i, int dims)
{
    if constexpr (hn::MaxLanes(D()) > 4) {
        const hn::Half<D> half;
        auto lower = hn::Add(hn::LowerHalf(half, sum), hn::UpperHalf(half, sum));
        if constexpr (epilogue == 4) {
            if (dims - i >= 4) {
                lower = added<term, isFused>(lower, loaded(half, x + i), loaded(half, y + i));
                i += 4;
            }
        }
        return reduced<term, isFused, 0>(half, lower, x, y, i, dims);
    } else {
        float lanes[4];
        hn::StoreU(sum, d, lanes);
        float even = lanes[0] + lanes[2], odd = lanes[1] + lanes[3];
        if constexpr (epilogue == 2) {
            if (dims - i >= 2) {
                even = addedOne<term, isFused>(even, loadedOne(x + i), loadedOne(y + i));
                odd = addedOne<term, isFused>(odd, loadedOne(x + i + 1), loadedOne(y + i + 1));
                i += 2;
            }
        }
        float total = even + odd;
        for (; i < dims; ++i)
            total = addedOne<term, isFused>(total, loadedOne(x + i), loadedOne(y + i));
        return total;
    }
}

// One sum has to add in one chain, so speed comes from several rows side by side.
template <Term term, bool isFused, int laneCount, int epilogue, int rowCount, typename T>
HWY_INLINE void sumSome(const T *query, const void *const *rows, int dims, float *sums, float *norms)
{
    const hn::FixedTag<float, laneCount> d;
    const T *row[rowCount];
    for (int r = 0; r < rowCount; ++r)
        row[r] = static_cast<const T *>(rows[r]);
    // Not an array: GCC would keep one in memory.
    auto s0 = hn::Zero(d), s1 = s0, s2 = s0, s3 = s0, n0 = s0, n1 = s0, n2 = s0, n3 = s0;
    [[maybe_unused]] auto s4 = s0, s5 = s0, s6 = s0, s7 = s0;
    int i = 0;
    const bool withNorms = rowCount <= 4 && norms != nullptr;
    for (; i + laneCount <= dims; i += laneCount) {
        const auto q = loaded(d, query + i);
        const auto add = [&](const T *from, auto &sum, auto &length) HWY_ATTR {
            const auto x = loaded(d, from + i);
            sum = added<term, isFused>(sum, q, x);
            if (withNorms)
                length = added<Term::Product, isFused>(length, x, x);
        };
        add(row[0], s0, n0);
        if constexpr (rowCount > 1) {
            add(row[1], s1, n1);
            add(row[2], s2, n2);
            add(row[3], s3, n3);
        }
        if constexpr (rowCount > 4) { // never with norms: they would need as many registers again
            add(row[4], s4, n0);
            add(row[5], s5, n0);
            add(row[6], s6, n0);
            add(row[7], s7, n0);
        }
    }
    const auto finish = [&](int r, auto sum, auto length) HWY_ATTR {
        sums[r] = reduced<term, isFused, epilogue>(d, sum, query, row[r], i, dims);
        if (withNorms)
            norms[r] = reduced<Term::Product, isFused, epilogue>(d, length, row[r], row[r], i, dims);
    };
    finish(0, s0, n0);
    if constexpr (rowCount > 1) {
        finish(1, s1, n1);
        finish(2, s2, n2);
        finish(3, s3, n3);
    }
    if constexpr (rowCount > 4) {
        finish(4, s4, n0);
        finish(5, s5, n0);
        finish(6, s6, n0);
        finish(7, s7, n0);
    }
}

template <Term term, bool isFused, int laneCount, int epilogue, typename T>
HWY_NOINLINE void sumAll(const SumsOfRows &work)
{
    const T *query = static_cast<const T *>(work.query);
    int r = 0;
    for (; !work.norms && r + 8 <= work.count; r += 8)
        sumSome<term, isFused, laneCount, epilogue, 8>(query, work.rows + r, work.dims, work.sums + r, nullptr);
    for (; r + 4 <= work.count; r += 4)
        sumSome<term, isFused, laneCount, epilogue, 4>(query, work.rows + r, work.dims, work.sums + r, work.norms ? work.norms + r : nullptr);
    for (; r < work.count; ++r)
        sumSome<term, isFused, laneCount, epilogue, 1>(query, work.rows + r, work.dims, work.sums + r, work.norms ? work.norms + r : nullptr);
}

template <bool isFused, int laneCount, int epilogue, typename T>
void sumTerms(const SumsOfRows &work)
{
    switch (work.term) {
    case Term::Product: return sumAll<Term::Product, isFused, laneCount, epilogue, T>(work);
    case Term::Square: return sumAll<Term::Square, isFused, laneCount, epilogue, T>(work);
    case Term::Absolute: return sumAll<Term::Absolute, isFused, laneCount, epilogue, T>(work);
    }
}

#endif

void sumRowsHere(const SumsOfRows &work)
{
    [[maybe_unused]] const Arithmetic &a = work.arithmetic;
#if HWY_TARGET <= HWY_AVX2 && HWY_ARCH_X86
    if (a == Arithmetic{8, 4, true, false, false} && work.type == ElementType::Float32)
        return sumTerms<true, 8, 4, float>(work);
    if (a == Arithmetic{8, 0, true, false, false} && work.type == ElementType::Float16)
        return sumTerms<true, 8, 0, quint16>(work);
#endif
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
    if (a == Arithmetic{4, 0, false, false, false} && work.type == ElementType::Float32)
        return sumTerms<false, 4, 0, float>(work);
    if (a == Arithmetic{4, 2, false, false, false} && work.type == ElementType::Float32)
        return sumTerms<false, 4, 2, float>(work);
#endif
    sumRowsPlainly(work);
}

HWY_INLINE qint32 dotOfCodes(const qint8 *codes, const qint8 *query, qsizetype stride)
{
#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128
    qint32 sum = 0;
    for (qsizetype i = 0; i < stride; ++i)
        sum += qint32(codes[i]) * query[i];
    return sum;
#else
    const hn::CappedTag<int16_t, 16> d16;
    const hn::Rebind<int8_t, decltype(d16)> d8;
    const hn::RepartitionToWide<decltype(d16)> d32;
    constexpr size_t Lanes = hn::MaxLanes(d16);
    auto a = hn::Zero(d32), b = a, c = a, e = a;
    const auto widened = [&](const qint8 *at) HWY_ATTR { return hn::PromoteTo(d16, hn::LoadU(d8, at)); };
    for (qsizetype i = 0; i < stride; i += 2 * Lanes) {
        a = hn::ReorderWidenMulAccumulate(d32, widened(codes + i), widened(query + i), a, b);
        c = hn::ReorderWidenMulAccumulate(d32, widened(codes + i + Lanes), widened(query + i + Lanes), c, e);
    }
    return hn::GetLane(hn::SumOfLanes(d32, hn::Add(hn::Add(a, b), hn::Add(c, e))));
#endif
}

void dotCodesHere(const qint8 *query, qsizetype stride, const qint8 *const *rows, int count, qint32 *dots)
{
    for (int r = 0; r < count; ++r)
        dots[r] = dotOfCodes(rows[r], query, stride);
}

HWY_INLINE qint32 dotOfHalves(const quint8 *plane, const qint8 *query, qsizetype stride)
{
#if HWY_TARGET <= HWY_AVX2 && HWY_ARCH_X86
    // One instruction multiplies unsigned by signed bytes and adds pairs in 16 bits: at most
    // 2 · 15 · 127, so that eight of these fit.
    const __m256i low = _mm256_set1_epi8(15), one = _mm256_set1_epi16(1);
    __m256i sum = _mm256_setzero_si256();
    const auto add = [&](__m256i some, qsizetype group) HWY_ATTR {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(plane + group / 2));
        const __m256i first = _mm256_and_si256(bytes, low), second = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low);
        const __m256i a = _mm256_maddubs_epi16(first, _mm256_loadu_si256(reinterpret_cast<const __m256i *>(query + group)));
        const __m256i b = _mm256_maddubs_epi16(second, _mm256_loadu_si256(reinterpret_cast<const __m256i *>(query + group + 32)));
        return _mm256_add_epi16(some, _mm256_add_epi16(a, b));
    };
    qsizetype group = 0;
    for (; group + 256 <= stride; group += 256) {
        const __m256i some = add(add(add(add(_mm256_setzero_si256(), group), group + 64), group + 128), group + 192);
        sum = _mm256_add_epi32(sum, _mm256_madd_epi16(some, one));
    }
    __m256i rest = _mm256_setzero_si256(); // of at most three groups
    for (; group < stride; group += 64)
        rest = add(rest, group);
    sum = _mm256_add_epi32(sum, _mm256_madd_epi16(rest, one));
    const __m128i half = _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
    const __m128i pair = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0x4e));
    return _mm_cvtsi128_si32(_mm_add_epi32(pair, _mm_shuffle_epi32(pair, 0xb1)));
#elif HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128
    qint32 sum = 0;
    for (qsizetype group = 0; group < stride; group += 64) {
        for (qsizetype i = 0; i < 32; ++i) {
            const quint8 both = plane[group / 2 + i];
            sum += qint32(both & 15) * query[group + i] + qint32(both >> 4) * query[group + 32 + i];
        }
    }
    return sum;
#else
    const hn::CappedTag<int16_t, 16> d16;
    const hn::Rebind<uint8_t, decltype(d16)> u8;
    const hn::Rebind<int8_t, decltype(d16)> s8;
    const hn::RepartitionToWide<decltype(d16)> d32;
    const qsizetype lanes = qsizetype(hn::Lanes(d16));
    const auto low = hn::Set(d16, int16_t(15));
    auto a = hn::Zero(d32), b = a, c = a, e = a;
    const auto wide = [&](qsizetype at) HWY_ATTR { return hn::PromoteTo(d16, hn::LoadU(s8, reinterpret_cast<const int8_t *>(query) + at)); };
    for (qsizetype group = 0; group < stride; group += 64) {
        for (qsizetype i = 0; i < 32; i += lanes) {
            const auto both = hn::PromoteTo(d16, hn::LoadU(u8, plane + group / 2 + i));
            a = hn::ReorderWidenMulAccumulate(d32, hn::And(both, low), wide(group + i), a, b);
            c = hn::ReorderWidenMulAccumulate(d32, hn::ShiftRight<4>(both), wide(group + 32 + i), c, e);
        }
    }
    return hn::GetLane(hn::SumOfLanes(d32, hn::Add(hn::Add(a, b), hn::Add(c, e))));
#endif
}

void dotHalvesHere(const DotsOfHalves &work)
{
    const qsizetype bytes = work.stride / 2;
    if (!work.rows) {
        // Asked for by hand, because the processor itself does not fetch across a page's end.
        constexpr qsizetype Far = 4096;
        const quint8 *row = work.plane + qsizetype(work.firstRow) * bytes;
        for (int r = 0; r < work.count; ++r, row += bytes) {
            for (qsizetype line = 0; line < bytes; line += 64)
                hwy::Prefetch(row + Far + line);
            work.dots[r] = dotOfHalves(row, work.query, work.stride);
        }
        return;
    }
    constexpr int Ahead = 4;
    for (int r = 0; r < work.count; ++r) {
        if (r + Ahead < work.count) {
            const quint8 *next = work.plane + qsizetype(work.rows[r + Ahead]) * bytes;
            for (qsizetype line = 0; line < bytes; line += 64)
                hwy::Prefetch(next + line);
        }
        work.dots[r] = dotOfHalves(work.plane + qsizetype(work.rows[r]) * bytes, work.query, work.stride);
    }
}

quint64 rowsThatReachHere(const ReachOfRows &work)
{
    quint64 reached = 0;
    int i = 0;
#if HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
    const hn::CappedTag<float, 8> d;
    const hn::Rebind<int32_t, decltype(d)> d32;
    const int lanes = int(hn::Lanes(d));
    const auto offset = hn::Set(d32, work.offset);
    const auto factor = hn::Set(d, work.factor), residualFactor = hn::Set(d, work.residualFactor), least = hn::Set(d, work.least);
    for (; i + lanes <= work.count; i += lanes) {
        const auto dot = hn::ConvertTo(d, hn::Sub(hn::ShiftLeft<5>(hn::LoadU(d32, work.dots + i)), offset));
        const auto estimate = hn::Mul(hn::Mul(hn::LoadU(d, work.scales + i), factor), dot);
        const auto greatest = hn::MulAdd(hn::LoadU(d, work.residuals + i), residualFactor, estimate);
        uint8_t bits[8];
        hn::StoreMaskBits(d, hn::Not(hn::Lt(greatest, least)), bits);
        reached |= quint64(bits[0] & ((1u << lanes) - 1)) << i;
    }
#endif
    for (; i < work.count; ++i) {
        const float dot = float(qint32((quint32(work.dots[i]) << 5) - quint32(work.offset)));
        reached |= quint64(!(work.scales[i] * work.factor * dot + work.residuals[i] * work.residualFactor < work.least)) << i;
    }
    return reached;
}

int targetHere()
{
    return int(HWY_TARGET & 0x7fffffff);
}

} // namespace HWY_NAMESPACE
} // namespace qd::retrieval
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace qd::retrieval {

HWY_EXPORT(sumRowsHere);
HWY_EXPORT(dotCodesHere);
HWY_EXPORT(dotHalvesHere);
HWY_EXPORT(rowsThatReachHere);
HWY_EXPORT(targetHere);

void sumRows(const SumsOfRows &work) { HWY_DYNAMIC_DISPATCH(sumRowsHere)(work); }

void dotCodes(const qint8 *query, qsizetype stride, const qint8 *const *rows, int count, qint32 *dots)
{
    HWY_DYNAMIC_DISPATCH(dotCodesHere)(query, stride, rows, count, dots);
}

void dotHalves(const DotsOfHalves &work) { HWY_DYNAMIC_DISPATCH(dotHalvesHere)(work); }

quint64 rowsThatReach(const ReachOfRows &work) { return HWY_DYNAMIC_DISPATCH(rowsThatReachHere)(work); }

QString kernelTarget()
{
    return QString::fromLatin1(hwy::TargetName(HWY_DYNAMIC_DISPATCH(targetHere)()));
}

} // namespace qd::retrieval
#endif
