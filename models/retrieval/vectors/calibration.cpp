#include "retrieval/vectors/calibration.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace qd::retrieval {

namespace {

struct CalibrationWords
{
    Q_DECLARE_TR_FUNCTIONS(Calibration)
};

// The loops that are calibrated: four operators and the norm.
constexpr std::array CalibrationMetrics = {Metric::Cosine, Metric::L2, Metric::InnerProduct, Metric::L1};
constexpr std::array CalibrationOperators = {"<=>", "<->", "<#>", "<+>"};
constexpr std::array CalibrationNames = {"cosine", "l2", "ip", "l1", "norm"};
constexpr int CalibrationLoops = int(CalibrationNames.size());
constexpr int CalibrationNorm = 4, CalibrationL1 = 3;

// Lengths that take every path through a loop of up to 16 lanes with an epilogue.
constexpr std::array CalibrationDims = {1, 3, 5, 7, 11, 12, 15, 16, 23, 27, 31, 30, 39, 47, 54, 55, 63, 70, 93, 94, 102, 109, 127, 126, 79, 86, 87, 95, 99, 103, 111, 118, 119, 124, 125, 77};

// Numbers that print exactly, of changing magnitude, so that every rounding shows in the sum.
class CalibrationNumbers
{
public:
    CalibrationNumbers(quint32 seed, int magnitudes) : m_state(seed), m_magnitudes(quint32(magnitudes)) {}
    // For halfvec 11 bits are all there are.
    double next(ElementType type)
    {
        m_state = m_state * 1664525u + 1013904223u;
        const int bits = type == ElementType::Float32 ? 20 : 11;
        const double whole = double(m_state >> (32 - bits)) - double(1 << (bits - 1));
        return std::ldexp(whole, 1 - bits + 8 - int((m_state >> 4) % m_magnitudes));
    }

private:
    quint32 m_state, m_magnitudes;
};

struct CalibrationPair
{
    std::vector<double> a, b;
};

CalibrationPair calibrationPair(int index, ElementType type)
{
    // Sums of absolute values round only over a wide range; in a narrow one every lane counts.
    CalibrationNumbers numbers(quint32(index) * 2 + 1 + (type == ElementType::Float16 ? 1000 : 0), index % 2 == 0 ? 20 : 13);
    CalibrationPair pair;
    for (int i = 0; i < CalibrationDims[size_t(index)]; ++i) {
        pair.a.push_back(numbers.next(type));
        pair.b.push_back(numbers.next(type));
    }
    return pair;
}

QByteArray literal(const std::vector<double> &numbers)
{
    QByteArray text = "'[";
    for (const double number : numbers)
        text += (text.size() > 2 ? "," : "") + QByteArray::number(number, 'g', 12);
    return text + "]'";
}

double calibrationValue(const Arithmetic &arithmetic, int loop, ElementType type, const void *a, const void *b, int dims)
{
    return loop == CalibrationNorm ? norm(arithmetic, type, a, dims) : distance(arithmetic, CalibrationMetrics[size_t(loop)], type, a, b, dims);
}

double calibrationValue(const Arithmetic &arithmetic, int loop, ElementType type, const CalibrationPair &pair)
{
    const int dims = int(pair.a.size());
    if (type == ElementType::Float32) {
        const std::vector<float> a(pair.a.begin(), pair.a.end()), b(pair.b.begin(), pair.b.end());
        return calibrationValue(arithmetic, loop, type, a.data(), b.data(), dims);
    }
    std::vector<quint16> a, b;
    for (int i = 0; i < dims; ++i) {
        a.push_back(toHalf(float(pair.a[size_t(i)])));
        b.push_back(toHalf(float(pair.b[size_t(i)])));
    }
    return calibrationValue(arithmetic, loop, type, a.data(), b.data(), dims);
}

tl::unexpected<Error> strangeAnswer()
{
    return failure(Error::Kind::Wrong, CalibrationWords::tr("The server's answer to the calibration query has another shape than expected."));
}

} // namespace

QByteArray Calibration::sql(const QByteArray &schema, bool hasHalf)
{
    const QByteArray quoted = '"' + QByteArray(schema).replace('"', "\"\"") + '"';
    QByteArray sql;
    for (const ElementType type : {ElementType::Float32, ElementType::Float16}) {
        if (type == ElementType::Float16 && !hasHalf)
            break;
        const QByteArray typeName = quoted + (type == ElementType::Float32 ? ".vector" : ".halfvec");
        sql += sql.isEmpty() ? "select " : "\nunion all select ";
        sql += QByteArray("'") + (type == ElementType::Float32 ? "vector" : "halfvec") + "' as type, pair";
        const auto hexed = [](const QByteArray &value) { return ", pg_catalog.encode(pg_catalog.float8send(" + value + "), 'hex')"; };
        for (int loop = 0; loop < CalibrationNorm; ++loop) {
            const bool isThere = hasHalf || loop != CalibrationL1;
            sql += isThere ? hexed("a operator(" + quoted + '.' + CalibrationOperators[size_t(loop)] + ") b") : QByteArray(", null");
        }
        sql += hexed(quoted + (type == ElementType::Float32 ? ".vector_norm(a)" : ".l2_norm(a)"));
        sql += " from (values ";
        for (size_t i = 0; i < CalibrationDims.size(); ++i) {
            const CalibrationPair pair = calibrationPair(int(i), type);
            sql += (i ? ",\n(" : "(") + QByteArray::number(int(i)) + ", " + literal(pair.a) + "::" + typeName + ", " + literal(pair.b) + "::" + typeName + ')';
        }
        sql += ") as pairs (pair, a, b)";
    }
    return sql;
}

Result<Calibration> Calibration::read(const QList<QList<QByteArray>> &rows)
{
    // Answers by loop and type, in the order of the pairs.
    std::map<std::pair<int, ElementType>, std::map<int, double>> answers;
    for (const QList<QByteArray> &row : rows) {
        bool isNumber = false;
        const int pair = row.size() == 2 + CalibrationLoops ? row[1].toInt(&isNumber) : -1;
        if (!isNumber || pair < 0 || pair >= int(CalibrationDims.size()) || (row[0] != "vector" && row[0] != "halfvec"))
            return strangeAnswer();
        for (int loop = 0; loop < CalibrationLoops; ++loop) {
            const QByteArray &cell = row[2 + loop];
            if (cell.isEmpty())
                continue;
            const quint64 bits = cell.toULongLong(&isNumber, 16);
            if (!isNumber || cell.size() != 16)
                return strangeAnswer();
            answers[{loop, row[0] == "vector" ? ElementType::Float32 : ElementType::Float16}][pair] = std::bit_cast<double>(bits);
        }
    }
    if (answers.empty())
        return strangeAnswer();
    Calibration calibration;
    for (const auto &[key, byPair] : answers) {
        if (byPair.size() != CalibrationDims.size())
            return strangeAnswer();
        const int loop = key.first;
        const ElementType type = key.second;
        const auto difference = [&byPair = byPair, loop, type](const Arithmetic &candidate) {
            double largest = 0;
            for (const auto &[pair, server] : byPair) {
                const double ours = calibrationValue(candidate, loop, type, calibrationPair(pair, type));
                if (std::bit_cast<quint64>(ours) != std::bit_cast<quint64>(server))
                    largest = std::max(largest, std::isnan(server) ? 1.0 : std::fabs(ours - server));
            }
            return largest;
        };
        Found &found = calibration.m_found[key];
        for (const Arithmetic &candidate : Arithmetic::known()) {
            if (difference(candidate) == 0) {
                found.arithmetic = candidate;
                break;
            }
        }
        if (!found.arithmetic)
            found.largestDifference = difference(loop == CalibrationNorm ? Arithmetic::likelyOfNorm(type) : Arithmetic::likely(type));
    }
    return calibration;
}

static int loopOf(Metric metric)
{
    // An index by L2 orders by the sum that <-> takes the root of.
    return int(metric == Metric::SquaredL2 ? Metric::L2 : metric);
}

Calibration::Found Calibration::foundOf(int loop, ElementType type) const
{
    const auto found = m_found.find({loop, type});
    return found == m_found.end() ? Found() : found->second;
}

std::optional<Arithmetic> Calibration::arithmetic(Metric metric, ElementType type) const
{
    return foundOf(loopOf(metric), type).arithmetic;
}

Arithmetic Calibration::arithmeticOrLikely(Metric metric, ElementType type) const
{
    return arithmetic(metric, type).value_or(Arithmetic::likely(type));
}

Arithmetic Calibration::normArithmetic(ElementType type) const
{
    return foundOf(CalibrationNorm, type).arithmetic.value_or(Arithmetic::likelyOfNorm(type));
}

Grade Calibration::grade(Metric metric, ElementType type) const
{
    return arithmetic(metric, type) ? Grade::BitIdentical : Grade::SameOrder;
}

double Calibration::largestDifference(Metric metric, ElementType type) const
{
    return foundOf(loopOf(metric), type).largestDifference;
}

QByteArray Calibration::toText() const
{
    QByteArray text;
    for (const auto &[key, found] : m_found) {
        text += QByteArray(CalibrationNames[size_t(key.first)]) + (key.second == ElementType::Float32 ? " vector " : " halfvec ");
        if (const auto &a = found.arithmetic)
            text += QByteArray::number(a->lanes) + ' ' + QByteArray::number(a->epilogue) + ' ' + QByteArray::number(a->isFused) + ' ' + QByteArray::number(a->isPairwise) + ' ' + QByteArray::number(a->isPaired);
        else
            text += "unknown " + QByteArray::number(found.largestDifference, 'g', 17);
        text += '\n';
    }
    return text;
}

Result<Calibration> Calibration::fromText(const QByteArray &text)
{
    const auto wrong = [] { return failure(Error::Kind::Wrong, CalibrationWords::tr("The calibration kept with this snapshot cannot be read.")); };
    Calibration calibration;
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty())
            continue;
        const QList<QByteArray> words = line.split(' ');
        const auto name = std::find(CalibrationNames.begin(), CalibrationNames.end(), words[0]);
        if (name == CalibrationNames.end() || words.size() < 4 || (words[1] != "vector" && words[1] != "halfvec"))
            return wrong();
        Found found;
        if (words[2] == "unknown") {
            found.largestDifference = words[3].toDouble();
        } else {
            if (words.size() != 7)
                return wrong();
            const Arithmetic read{words[2].toInt(), words[3].toInt(), words[4] == "1", words[5] == "1", words[6] == "1"};
            const auto known = Arithmetic::known();
            if (std::find(known.begin(), known.end(), read) == known.end())
                return wrong();
            found.arithmetic = read;
        }
        calibration.m_found[{int(name - CalibrationNames.begin()), words[1] == "vector" ? ElementType::Float32 : ElementType::Float16}] = found;
    }
    return calibration;
}

} // namespace qd::retrieval
