#pragma once

// The arithmetic of pgvector's distances, bit for bit. pgvector adds float32 products in loops that
// the compiler of the server vectorised (vector.c and halfutils.c of pgvector 0.8), so the last bits
// of a distance depend on how many lanes that loop had, on whether it fuses multiply and add, and on
// how the lanes were added up. An Arithmetic names these choices; with the server's choice every
// distance computed here has the server's 64 bits.

#include <QtGlobal>

#include <QString>

#include <cstddef>
#include <span>
#include <vector>

namespace qd::retrieval {

// An operator of pgvector: <=>, <->, <#> (the negative inner product) and <+>. SquaredL2 is what an
// index with an L2 operator class orders by; it has no operator.
enum class Metric { Cosine, L2, InnerProduct, L1, SquaredL2 };

// What a column stores: `vector` is float32, `halfvec` is IEEE 754 binary16.
enum class ElementType { Float32, Float16 };

constexpr int bytesOf(ElementType type) { return type == ElementType::Float32 ? 4 : 2; }

// How much an answer can be trusted to be production's.
enum class Grade {
    BitIdentical, // every score has the server's bits
    SameOrder,    // scores agree to 4e-7, ties may swap
    Statistical,  // another graph or another sample: comparable in the mean only
};

// How a server adds up. `lanes` sums run side by side; what is left when fewer than `lanes` elements
// remain goes once through a loop of `epilogue` lanes (0: there is none) and then one by one. The
// lanes are halved until one is left (the upper half is added to the lower), or neighbours are added
// when `isPairwise`. `isFused` says that products are added unrounded. `isPaired` is what GCC makes
// of half-precision loops on ARM: the products of two blocks are added before they join the sum.
struct Arithmetic
{
    int lanes = 8;
    int epilogue = 4;
    bool isFused = true;
    bool isPairwise = false;
    bool isPaired = false;

    bool operator==(const Arithmetic &) const = default;
    // "8 lanes, fused", for a remark.
    QString name() const;

    // The default for a type and the default for norms of a type: what Debian's build has.
    static Arithmetic likely(ElementType type) { return type == ElementType::Float32 ? Arithmetic{8, 4, true, false, false} : Arithmetic{8, 0, true, false, false}; }
    static Arithmetic likelyOfNorm(ElementType type) { return type == ElementType::Float32 ? Arithmetic{2, 0, false, false, true} : Arithmetic{1, 0, false, false, false}; }
    // Every arithmetic that a build of pgvector is known or likely to have, the commonest first:
    // GCC on x86-64 with FMA (what Debian, PGDG and the Docker image ship), SSE2, AVX-512 and NEON.
    static std::span<const Arithmetic> known();
};

// A distance as the operator returns it. `a` and `b` hold `dims` elements of the type. The order of
// arguments matters to no bit. Cosine of a vector without length is NaN, as it is on the server.
double distance(const Arithmetic &arithmetic, Metric metric, ElementType type, const void *a, const void *b, int dims);

// One query against many rows: the same bits as distance(), several rows at a time. The query's
// elements are read on every call and must outlive the object.
class Distances
{
public:
    Distances(const Arithmetic &arithmetic, Metric metric, ElementType type, const void *query, int dims);
    // Writes the distance of each row to `out`. Rows need no alignment beyond their element's.
    void of(const void *const *rows, int count, double *out) const;
    double of(const void *row) const;
    void setQuery(const void *query);

private:
    Arithmetic m_arithmetic;
    Metric m_metric;
    ElementType m_type;
    const void *m_query = nullptr;
    int m_dims;
    float m_queryNorm = 0; // the sum of squares, in the server's arithmetic
};

// vector_norm() and l2_norm(): the Euclidean norm in double. Its loop is compiled apart from those of
// the distances and has an Arithmetic of its own, of lanes of double.
double norm(const Arithmetic &arithmetic, ElementType type, const void *vector, int dims);
// l2_normalize(): every element divided by the norm in double, then rounded to the type. A vector
// without length becomes zeros. An index with a cosine operator class stores vectors so and compares
// them by negative inner product; it does not contain those without length. The bytes of the result
// are elements of the type.
std::vector<std::byte> normalised(const Arithmetic &arithmetic, ElementType type, const void *vector, int dims);

float fromHalf(quint16 half);
// Rounds to nearest, ties to even, as Float4ToHalfUnchecked() does; beyond 65,504 becomes infinite.
quint16 toHalf(float value);

// float8's order in PostgreSQL: NaN equals NaN and is greater than every number.
inline bool isLessAsFloat8(double a, double b)
{
    return a < b || (b != b && a == a);
}

} // namespace qd::retrieval
