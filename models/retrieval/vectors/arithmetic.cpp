#include "retrieval/vectors/arithmetic.h"

#include "retrieval/vectors/kernels.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace qd::retrieval {

namespace {

struct ArithmeticWords
{
    Q_DECLARE_TR_FUNCTIONS(Arithmetic)
};

constexpr std::array KnownArithmetics = {
    Arithmetic{8, 4, true, false, false},  // x86-64 with FMA: vector
    Arithmetic{8, 0, true, false, false},  // x86-64 with F16C: halfvec
    Arithmetic{4, 0, false, false, false}, // x86-64 without FMA: vector
    Arithmetic{4, 2, false, false, false}, // the same, its L2 loop
    Arithmetic{1, 0, false, false, false}, // x86-64 without F16C: halfvec
    Arithmetic{16, 8, true, false, false}, // built for AVX-512
    Arithmetic{16, 0, true, false, false},
    Arithmetic{4, 0, true, true, false},   // ARM: vector
    Arithmetic{4, 0, true, true, true},    // ARM: halfvec
    Arithmetic{4, 2, true, true, false},
    Arithmetic{8, 4, false, false, false}, // AVX without FMA
    Arithmetic{8, 0, false, false, false},
    Arithmetic{4, 0, true, false, false},
    Arithmetic{4, 2, true, false, false},
    Arithmetic{1, 0, true, false, false},
    Arithmetic{2, 0, false, false, true},  // x86-64: the norm of a vector
    Arithmetic{2, 0, true, false, true},   // ARM: the same
    Arithmetic{4, 0, true, false, true},   // built for AVX2
    Arithmetic{4, 2, true, false, true},
    Arithmetic{8, 0, true, false, true},   // built for AVX-512
    Arithmetic{8, 4, true, false, true},
};

} // namespace

std::span<const Arithmetic> Arithmetic::known()
{
    return KnownArithmetics;
}

QString Arithmetic::name() const
{
    //: how a server adds up products: so many sums side by side
    const QString sums = epilogue > 0 ? ArithmeticWords::tr("%1 lanes then %2").arg(lanes).arg(epilogue) : lanes == 1 ? ArithmeticWords::tr("one lane") : ArithmeticWords::tr("%1 lanes").arg(lanes);
    //: %1: "8 lanes then 4"; products are added without being rounded (FMA), or rounded
    const QString name = isFused ? ArithmeticWords::tr("%1, fused").arg(sums) : ArithmeticWords::tr("%1, unfused").arg(sums);
    //: %1: "8 lanes, fused"
    return isPairwise ? ArithmeticWords::tr("%1, neighbours first").arg(name) : name;
}

static Term termOf(Metric metric)
{
    switch (metric) {
    case Metric::Cosine:
    case Metric::InnerProduct: return Term::Product;
    case Metric::L2:
    case Metric::SquaredL2: return Term::Square;
    case Metric::L1: return Term::Absolute;
    }
    Q_UNREACHABLE();
}

// cosine_distance(), l2_distance(), vector_negative_inner_product(), l1_distance() of vector.c after
// their loops.
static double finished(Metric metric, float sum, float normA, float normB)
{
    switch (metric) {
    case Metric::Cosine: {
        double similarity = double(sum) / std::sqrt(double(normA) * double(normB));
        if (similarity > 1)
            similarity = 1;
        else if (similarity < -1)
            similarity = -1;
        return 1.0 - similarity;
    }
    case Metric::L2: return std::sqrt(double(sum));
    case Metric::InnerProduct: return double(-sum);
    case Metric::L1:
    case Metric::SquaredL2: return double(sum);
    }
    Q_UNREACHABLE();
}

double distance(const Arithmetic &arithmetic, Metric metric, ElementType type, const void *a, const void *b, int dims)
{
    return Distances(arithmetic, metric, type, a, dims).of(b);
}

Distances::Distances(const Arithmetic &arithmetic, Metric metric, ElementType type, const void *query, int dims)
    : m_arithmetic(arithmetic)
    , m_metric(metric)
    , m_type(type)
    , m_dims(dims)
{
    setQuery(query);
}

void Distances::setQuery(const void *query)
{
    m_query = query;
    if (m_metric == Metric::Cosine)
        sumRows({m_arithmetic, Term::Product, m_type, query, &query, 1, m_dims, &m_queryNorm, nullptr});
}

void Distances::of(const void *const *rows, int count, double *out) const
{
    constexpr int AtOnce = 64;
    float sums[AtOnce], norms[AtOnce];
    for (int done = 0; done < count; done += AtOnce) {
        const int some = std::min(AtOnce, count - done);
        sumRows({m_arithmetic, termOf(m_metric), m_type, m_query, rows + done, some, m_dims, sums, m_metric == Metric::Cosine ? norms : nullptr});
        for (int i = 0; i < some; ++i)
            out[done + i] = finished(m_metric, sums[i], m_queryNorm, norms[i]);
    }
}

double Distances::of(const void *row) const
{
    double out = 0;
    of(&row, 1, &out);
    return out;
}

double norm(const Arithmetic &arithmetic, ElementType type, const void *vector, int dims)
{
    return std::sqrt(sumOfSquares(arithmetic, type, vector, dims));
}

std::vector<std::byte> normalised(const Arithmetic &arithmetic, ElementType type, const void *vector, int dims)
{
    std::vector<std::byte> unit(size_t(dims) * size_t(bytesOf(type)));
    const double length = norm(arithmetic, type, vector, dims);
    if (!(length > 0))
        return unit;
    for (int i = 0; i < dims; ++i) {
        if (type == ElementType::Float32) {
            const float value = float(double(static_cast<const float *>(vector)[i]) / length);
            std::memcpy(unit.data() + size_t(i) * sizeof value, &value, sizeof value);
        } else {
            const quint16 value = toHalf(float(double(fromHalf(static_cast<const quint16 *>(vector)[i])) / length));
            std::memcpy(unit.data() + size_t(i) * sizeof value, &value, sizeof value);
        }
    }
    return unit;
}

float fromHalf(quint16 half)
{
    const quint32 sign = quint32(half & 0x8000) << 16;
    quint32 exponent = (half >> 10) & 0x1f;
    quint32 mantissa = half & 0x3ff;
    quint32 bits = sign;
    if (exponent == 31) {
        bits |= mantissa == 0 ? 0x7f800000u : 0x7fc00000u | mantissa << 13;
    } else if (exponent != 0) {
        bits |= (exponent + 112) << 23 | mantissa << 13;
    } else if (mantissa != 0) {
        exponent = 113;
        while ((mantissa & 0x400) == 0) {
            mantissa <<= 1;
            --exponent;
        }
        bits |= exponent << 23 | (mantissa & 0x3ff) << 13;
    }
    float value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

quint16 toHalf(float value)
{
    quint32 bits;
    std::memcpy(&bits, &value, sizeof bits);
    const quint16 sign = quint16((bits >> 16) & 0x8000);
    const quint32 magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000)
        return quint16(sign | 0x7e00 | ((magnitude & 0x7fffff) >> 13));
    if (magnitude >= 0x47800000) // 65,536 and more
        return quint16(sign | 0x7c00);
    const auto rounded = [](quint32 mantissa, int drop) {
        const quint32 kept = mantissa >> drop, rest = mantissa & ((1u << drop) - 1), half = 1u << (drop - 1);
        return kept + (rest > half || (rest == half && (kept & 1)) ? 1 : 0);
    };
    const int exponent = int(magnitude >> 23) - 127;
    if (exponent < -25)
        return sign;
    if (exponent < -14) // subnormal: the value counts units of 2^-24
        return quint16(sign | rounded((magnitude & 0x7fffff) | 0x800000, -exponent - 1));
    // A mantissa that overflows carries into the exponent, which is right, up to infinity.
    return quint16(sign + (quint32(exponent + 15) << 10) + rounded(magnitude & 0x7fffff, 13));
}

} // namespace qd::retrieval
