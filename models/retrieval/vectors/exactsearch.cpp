#include "retrieval/vectors/exactsearch.h"

#include "retrieval/vectors/kernels.h"

#include <QSemaphore>
#include <QThreadPool>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace qd::retrieval {

bool Threshold::passes(double distance) const
{
    const double value = on == On::Distance ? distance : 1.0 - distance;
    const bool isBelow = isLessAsFloat8(value, bound), isAbove = isLessAsFloat8(bound, value);
    if (on == On::Distance)
        return isInclusive ? !isAbove : isBelow;
    return isInclusive ? !isBelow : isAbove;
}

namespace {

bool isBetter(const ScoredRow &a, const ScoredRow &b)
{
    if (isLessAsFloat8(a.distance, b.distance))
        return true;
    if (isLessAsFloat8(b.distance, a.distance))
        return false;
    return a.row < b.row;
}

// A row that may be among the answers: its key is at most `best`. Keys grow with nearness.
struct Candidate
{
    double best;
    quint32 row;
};

// The k greatest of the lower bounds seen so far; the least of them is what a row must reach.
class Floor
{
public:
    explicit Floor(size_t k) : m_k(k) {}
    double value() const { return m_heap.size() < m_k ? -std::numeric_limits<double>::infinity() : m_heap.front(); }
    void add(double key)
    {
        if (m_heap.size() == m_k) {
            if (key <= m_heap.front())
                return;
            std::pop_heap(m_heap.begin(), m_heap.end(), std::greater<>());
            m_heap.back() = key;
        } else {
            m_heap.push_back(key);
        }
        std::push_heap(m_heap.begin(), m_heap.end(), std::greater<>());
    }

private:
    size_t m_k;
    std::vector<double> m_heap;
};

// The query against the quantised column: bounds of every row's key.
class Bounds
{
public:
    Bounds(const VectorColumn &column, const QuantisedColumn &quantised, const ExactQuery &query)
        : m_metric(query.metric)
        , m_codes(size_t(quantised.stride))
    {
        m_query = quantise(column.type, query.query, column.dims, m_codes.data());
        m_sum = std::accumulate(m_codes.begin(), m_codes.end(), qint32(0));
        // |fl(Σ xᵢyᵢ) − Σ xᵢyᵢ| ≤ γ Σ|xᵢyᵢ| ≤ γ|x||y| with γ = nu/(1 − nu), where n bounds the additions
        // and multiplications any one product goes through: those of its lane, of folding 16 lanes, of
        // epilogue and tail. The difference before a square adds two more.
        const int lanes = std::max(1, query.arithmetic.lanes);
        const double n = double(column.dims) / lanes + 2 * lanes + 12;
        constexpr double Unit = 5.9604644775390625e-08; // 2^-24
        m_gamma = n * Unit / (1 - n * Unit);
    }

    // What a row's cosine estimate plus its residual times residualFactor() must reach for its greatest
    // key to reach `floor`; lowered by more than float32 can round away. For cosine only.
    float leastEstimate(double floor) const
    {
        return m_metric == Metric::Cosine ? float(floor - double(m_query.residual) - 1e-9 - 3 * m_gamma - 4e-6) : -std::numeric_limits<float>::infinity();
    }
    float residualFactor() const { return float(1 + double(m_query.residual)); }
    float queryScale() const { return m_query.scale; }
    // Nothing is known of rows against a query without length.
    bool mayPrune() const { return m_query.residual != QuantisedColumn::Unbounded; }
    const qint8 *codes() const { return m_codes.data(); }
    // c·d from the products of the halves of c + 128 with d.
    qint32 dotOf(qint32 upper, qint32 lower) const { return qint32(quint32(upper) * 16 + quint32(lower) - quint32(m_sum) * 128); }
    // With (16u + 7.5 − 128)·d = (32 u·d − offset) / 2.
    qint32 upperOffset() const { return qint32(quint32(m_sum) * 241); }

    // Least and greatest key that the server's score of a row may have.
    struct Range
    {
        double least, greatest;
    };
    Range of(const QuantisedColumn &block, quint32 row, qint32 dot) const
    {
        return of(double(block.scales[row]) * double(m_query.scale) * double(dot), double(block.residuals[row]), double(block.norms[row]));
    }
    Range ofUpper(const QuantisedColumn &block, quint32 row, qint32 dot) const
    {
        const qint32 doubled = qint32((quint32(dot) << 5) - quint32(upperOffset()));
        return of(double(block.scales[row]) * double(m_query.scale) * 0.5 * double(doubled), double(block.upperResiduals[row]), double(block.norms[row]));
    }
    bool isCosine() const { return m_metric == Metric::Cosine; }

private:
    Range of(double cosine, double residual, double norm) const
    {
        // The last term covers the roundings of this function and of the stored float32 norms.
        const double error = residual + double(m_query.residual) * (1 + residual) + 1e-9;
        if (m_metric == Metric::Cosine) {
            // The server divides by the root of two such sums: at most γ more each way, on |cos| ≤ 1.
            const double all = error + 3 * m_gamma;
            return {cosine - all, cosine + all};
        }
        const double queryNorm = double(m_query.norm);
        const double scale = norm * queryNorm * (1 + 1e-6);
        if (m_metric == Metric::InnerProduct) {
            const double all = scale * (error + m_gamma + 1e-6);
            return {scale * cosine - all, scale * cosine + all};
        }
        const double squares = norm * norm + queryNorm * queryNorm;
        const double middle = squares - 2 * scale * cosine, slack = 2 * scale * (error + 1e-6) + squares * 1e-6;
        // All terms are positive, so the server's sum is off by a factor only.
        return {-std::max(0.0, middle + slack) * (1 + m_gamma), -std::max(0.0, middle - slack) * (1 - m_gamma)};
    }

    Metric m_metric;
    QuantisedRow m_query;
    std::vector<qint8> m_codes;
    qint32 m_sum = 0;
    double m_gamma;
};

// One stretch of rows: what a thread works on.
class Scan
{
public:
    Scan(const VectorColumn &column, const QuantisedColumn &quantised, const ExactQuery &query, const Bounds &bounds)
        : m_column(column)
        , m_quantised(quantised)
        , m_filter(query.filter)
        , m_bounds(bounds)
        , m_queryScale(bounds.queryScale())
        , m_residualFactor(bounds.residualFactor())
        , m_floor(size_t(std::max(1, query.limit)))
    {
    }

    // `first` is a multiple of 64 and of the rows of a block.
    void run(quint32 first, quint32 end)
    {
        while (first < end) {
            const quint32 number = first >> m_quantised.blockShift;
            m_block = m_quantised.block(number);
            m_blockStart = number << m_quantised.blockShift;
            const quint32 until = std::min(end, m_blockStart + m_block.rows);
            if (m_filter || m_column.present)
                runSome(first, until);
            else
                runAll(first, until);
            first = until;
        }
    }

    double floor() const { return m_floor.value(); }
    const std::vector<Candidate> &candidates() const { return m_candidates; }
    quint32 scanned() const { return m_scanned; }

private:
    static constexpr int Block = 64;

    void runAll(quint32 first, quint32 end)
    {
        quint32 rows[Block];
        for (quint32 row = first; row < end; row += Block) {
            const int count = int(std::min<quint32>(Block, end - row));
            const quint32 inBlock = row - m_blockStart;
            dotHalves({m_block.uppers, m_block.stride, m_bounds.codes(), nullptr, inBlock, count, m_uppers});
            if (m_bounds.isCosine()) {
                quint64 reached = reach(m_block.scales + inBlock, m_block.upperResiduals + inBlock, count);
                int left = 0;
                for (; reached != 0; reached &= reached - 1) {
                    const int i = std::countr_zero(reached);
                    m_uppers[left] = m_uppers[i];
                    rows[left++] = inBlock + quint32(i);
                }
                lookCloser(rows, left);
            } else {
                std::iota(rows, rows + count, inBlock);
                lookCloser(rows, keepPossible(rows, count));
            }
        }
        m_scanned += end - first;
    }

    void runSome(quint32 first, quint32 end)
    {
        quint32 rows[Block];
        int count = 0;
        for (quint32 word = first / 64; word * 64 < end; ++word) {
            quint64 bits = ~quint64(0);
            if (m_filter)
                bits &= word < m_filter->words().size() ? m_filter->words()[word] : 0;
            if (m_column.present)
                bits &= m_column.present->words()[word];
            for (; bits != 0; bits &= bits - 1) {
                const quint32 row = word * 64 + quint32(std::countr_zero(bits));
                if (row >= end)
                    break;
                rows[count++] = row - m_blockStart;
                if (count == Block)
                    flush(rows, count);
            }
        }
        flush(rows, count);
    }

    void flush(quint32 *rows, int &count)
    {
        dotHalves({m_block.uppers, m_block.stride, m_bounds.codes(), rows, 0, count, m_uppers});
        lookCloser(rows, keepPossible(rows, count));
        m_scanned += quint32(count);
        count = 0;
    }

    quint64 reach(const float *scales, const float *residuals, int count) const
    {
        return rowsThatReach({m_uppers, scales, residuals, count, m_bounds.upperOffset(), m_queryScale * 0.5f, m_residualFactor, m_leastEstimate});
    }

    // Moves those of `rows` that their products in m_uppers do not rule out to the front.
    int keepPossible(quint32 *rows, int count)
    {
        int left = 0;
        for (int i = 0; i < count; ++i) {
            // Not a number, where nothing is known of a row, is possible.
            if (m_bounds.ofUpper(m_block, rows[i], m_uppers[i]).greatest < m_floor.value())
                continue;
            m_uppers[left] = m_uppers[i];
            rows[left++] = rows[i];
        }
        return left;
    }

    // Rows that the upper halves of their codes, whose products are in m_uppers, do not rule out.
    void lookCloser(const quint32 *rows, int count)
    {
        qint32 lowers[Block];
        dotHalves({m_block.lowers, m_block.stride, m_bounds.codes(), rows, 0, count, lowers});
        for (int i = 0; i < count; ++i)
            take(rows[i], m_bounds.dotOf(m_uppers[i], lowers[i]));
    }

    // `row` counts within the block.
    void take(quint32 row, qint32 dot)
    {
        // Most rows are far away, and float32 is enough to see that.
        if (m_block.scales[row] * m_queryScale * float(dot) + m_block.residuals[row] * m_residualFactor < m_leastEstimate)
            return;
        if (m_block.residuals[row] == QuantisedColumn::Unbounded) {
            m_candidates.push_back({std::numeric_limits<double>::infinity(), m_blockStart + row});
            return;
        }
        const Bounds::Range key = m_bounds.of(m_block, row, dot);
        if (key.greatest < m_floor.value())
            return;
        m_candidates.push_back({key.greatest, m_blockStart + row});
        m_floor.add(key.least);
        m_leastEstimate = m_bounds.leastEstimate(m_floor.value());
    }

    const VectorColumn &m_column;
    const QuantisedColumn &m_quantised;
    const RowSet *m_filter;
    const Bounds &m_bounds;
    QuantisedColumn m_block;
    quint32 m_blockStart = 0;
    float m_queryScale, m_residualFactor, m_leastEstimate = -std::numeric_limits<float>::infinity();
    Floor m_floor;
    qint32 m_uppers[Block];
    std::vector<Candidate> m_candidates;
    quint32 m_scanned = 0;
};

// Sorts, cuts and numbers the groups.
void finish(ExactAnswer &answer, const ExactQuery &query)
{
    std::vector<ScoredRow> &rows = answer.rows;
    if (query.threshold)
        std::erase_if(rows, [&query](const ScoredRow &row) { return !query.threshold->passes(row.distance); });
    const size_t limit = size_t(std::max(0, query.limit));
    if (rows.size() > limit) {
        if (limit > 0) {
            std::nth_element(rows.begin(), rows.begin() + qsizetype(limit) - 1, rows.end(), isBetter);
            const double last = rows[limit - 1].distance;
            answer.tiedBeyondLimit = quint32(std::count_if(rows.begin() + qsizetype(limit), rows.end(), [last](const ScoredRow &row) { return !isLessAsFloat8(last, row.distance); }));
        }
        rows.resize(limit);
    }
    std::sort(rows.begin(), rows.end(), isBetter);
    for (size_t i = 1; i < rows.size(); ++i)
        rows[i].group = rows[i - 1].group + isLessAsFloat8(rows[i - 1].distance, rows[i].distance);
}

ExactAnswer scoreAll(const VectorColumn &column, const ExactQuery &query)
{
    ExactAnswer answer;
    const Distances distances(query.arithmetic, query.metric, column.type, query.query, column.dims);
    constexpr int Block = 64;
    const void *at[Block];
    quint32 rows[Block];
    double scores[Block];
    int count = 0;
    const auto flush = [&] {
        distances.of(at, count, scores);
        for (int i = 0; i < count; ++i)
            answer.rows.push_back({rows[i], scores[i]});
        count = 0;
    };
    for (quint32 row = 0; row < column.rows; ++row) {
        if ((query.filter && !query.filter->contains(row)) || !column.has(row))
            continue;
        at[count] = column.row(row);
        rows[count] = row;
        if (++count == Block)
            flush();
    }
    flush();
    answer.scanned = answer.rescored = quint32(answer.rows.size());
    return answer;
}

// Scores candidates, the most promising first, until no other can be among the nearest k.
void rescore(ExactAnswer &answer, const VectorColumn &column, const ExactQuery &query, std::vector<Candidate> candidates)
{
    std::sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) { return a.best > b.best; });
    const Distances distances(query.arithmetic, query.metric, column.type, query.query, column.dims);
    const auto keyOf = [metric = query.metric](double distance) { return metric == Metric::Cosine ? 1 - distance : metric == Metric::L2 ? -distance * distance : -distance; };
    Floor floor(size_t(std::max(1, query.limit)));
    constexpr size_t AtOnce = 16;
    const void *rows[AtOnce];
    double scores[AtOnce];
    for (size_t i = 0; i < candidates.size();) {
        int count = 0;
        // A hair of slack, because the key is computed back from a rounded distance.
        while (i < candidates.size() && size_t(count) < AtOnce && !(candidates[i].best < floor.value() - 1e-9 * std::fabs(floor.value()) - 1e-12))
            rows[count++] = column.row(candidates[i++].row);
        if (count == 0)
            break;
        distances.of(rows, count, scores);
        for (int k = 0; k < count; ++k) {
            answer.rows.push_back({candidates[i - size_t(count) + size_t(k)].row, scores[k]});
            if (scores[k] == scores[k])
                floor.add(keyOf(scores[k]));
        }
    }
    answer.rescored = quint32(answer.rows.size());
}

} // namespace

ExactAnswer searchExactly(const VectorColumn &column, const QuantisedColumn *quantised, const ExactQuery &query)
{
    if (!quantised || query.metric == Metric::L1) {
        ExactAnswer answer = scoreAll(column, query);
        finish(answer, query);
        return answer;
    }
    const Bounds bounds(column, *quantised, query);
    if (!bounds.mayPrune()) {
        ExactAnswer answer = scoreAll(column, query);
        finish(answer, query);
        return answer;
    }
    Scan scan(column, *quantised, query, bounds), other(column, *quantised, query, bounds);
    const quint32 unit = quantised->blockShift < 31 ? quantised->rowsPerBlock() : 64;
    const quint32 half = column.rows / 2 / unit * unit;
    QSemaphore isDone;
    // tryStart never waits for a thread: a full pool means that this one does it all.
    const bool isShared = query.pool && half > 0 && query.pool->tryStart([&] {
        other.run(0, half);
        isDone.release();
    });
    scan.run(isShared ? half : 0, column.rows);
    if (isShared)
        isDone.acquire();

    ExactAnswer answer;
    answer.scanned = scan.scanned() + other.scanned();
    const double floor = std::max(scan.floor(), other.floor());
    std::vector<Candidate> candidates;
    for (const Scan *from : {&scan, &other}) {
        for (const Candidate &candidate : from->candidates()) {
            if (candidate.best >= floor)
                candidates.push_back(candidate);
        }
    }
    rescore(answer, column, query, std::move(candidates));
    finish(answer, query);
    return answer;
}

ExactPlace placeOf(const VectorColumn &column, const ExactQuery &query, quint32 row)
{
    ExactPlace place;
    place.distance = Distances(query.arithmetic, query.metric, column.type, query.query, column.dims).of(column.row(row));
    place.rank = 1;
    for (const ScoredRow &other : scoreAll(column, query).rows) {
        if (other.row == row)
            continue;
        place.rank += isLessAsFloat8(other.distance, place.distance);
        place.ties += !isLessAsFloat8(other.distance, place.distance) && !isLessAsFloat8(place.distance, other.distance);
    }
    return place;
}

} // namespace qd::retrieval
