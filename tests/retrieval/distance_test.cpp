#include "retrieval/vectors/calibration.h"

#include "retrieval/vectors/kernels.h"
#include "retrieval/vectors/quantised.h"
#include "retrieval/onetarget.h"
#include "retrieval/vectorserver.h"
#include "support/wait.h"

#include <QRegularExpression>
#include <QTest>

using namespace qd;
using namespace qd::retrieval;
using namespace qd::test;

namespace {

constexpr std::array Metrics = {Metric::Cosine, Metric::L2, Metric::InnerProduct, Metric::L1};
constexpr std::array Operators = {"<=>", "<->", "<#>", "<+>"};

QByteArray described(Metric metric, ElementType type, int dims, double ours, double server)
{
    return QByteArray(Operators[size_t(metric)]) + (type == ElementType::Float32 ? " vector(" : " halfvec(") + QByteArray::number(dims) + "): " + QByteArray::number(ours, 'g', 17) + " here, " + QByteArray::number(server, 'g', 17) + " on the server";
}

} // namespace

class DistanceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theServersArithmeticIsFound();
    void thePairsTellArithmeticsApart();
    void everyDimensionHasTheServersBits();
    void strangeVectorsHaveTheServersBits();
    void normalisingHasTheServersBits();
    void halvesConvertAsTheServerConverts();
    void fastKernelsEqualPlainOnes();
    void productsOfCodesAreExactOnEveryTarget();
    void aDoctoredCalibrationIsNotMistaken();
    void calibrationsSurviveText();

private:
    std::unique_ptr<VectorServer> m_server;
    Calibration m_calibration;
};

void DistanceTest::initTestCase()
{
    m_server = std::make_unique<VectorServer>();
    m_calibration = m_server->calibration();
}

void DistanceTest::theServersArithmeticIsFound()
{
    for (const ElementType type : {ElementType::Float32, ElementType::Float16}) {
        for (const Metric metric : Metrics) {
            QVERIFY2(m_calibration.arithmetic(metric, type), Operators[size_t(metric)]);
            QCOMPARE(m_calibration.grade(metric, type), Grade::BitIdentical);
            qInfo("%s %s: %s", Operators[size_t(metric)], type == ElementType::Float32 ? "vector" : "halfvec", qPrintable(m_calibration.arithmetic(metric, type)->name()));
        }
    }
    QCOMPARE(m_calibration.arithmetic(Metric::SquaredL2, ElementType::Float32), m_calibration.arithmetic(Metric::L2, ElementType::Float32));
    // An old server has neither halfvec nor <+>; what it does not have is not claimed.
    const auto old = Calibration::read(m_server->rows(Calibration::sql("public", false)));
    QVERIFY_OK(old);
    QVERIFY(old->arithmetic(Metric::Cosine, ElementType::Float32));
    QVERIFY(!old->arithmetic(Metric::L1, ElementType::Float32));
    QVERIFY(!old->arithmetic(Metric::Cosine, ElementType::Float16));
}

// Whoever answers the calibration query with one arithmetic must not be taken for another that gives
// other bits somewhere.
void DistanceTest::thePairsTellArithmeticsApart()
{
    const QByteArray sql = Calibration::sql("public", true);
    std::vector<std::pair<Floats, Floats>> pairs; // as the server will read them
    QList<QByteArray> types, numbers;
    static const QRegularExpression pattern(QStringLiteral("\\((\\d+), '\\[([^]]*)\\]'::\"public\"\\.(\\w+), '\\[([^]]*)\\]'"));
    for (auto match = pattern.globalMatch(QString::fromLatin1(sql)); match.hasNext();) {
        const auto found = match.next();
        const auto floats = [](const QString &text) {
            Floats values;
            for (const QString &value : text.split(QLatin1Char(',')))
                values.push_back(value.toFloat());
            return values;
        };
        numbers << found.captured(1).toLatin1();
        types << found.captured(3).toLatin1();
        pairs.emplace_back(floats(found.captured(2)), floats(found.captured(4)));
    }
    QCOMPARE(pairs.size(), size_t(72));
    Embeddings embeddings(300, 1, 9);
    for (const ElementType type : {ElementType::Float32, ElementType::Float16}) {
        for (const Arithmetic &truth : Arithmetic::known()) {
            if (truth.isPaired && !truth.isPairwise)
                continue; // only norms have these
            const auto value = [type](const Arithmetic &arithmetic, Metric metric, const Floats &a, const Floats &b, int dims) {
                const auto ha = halves(a), hb = halves(b);
                return type == ElementType::Float32 ? distance(arithmetic, metric, type, a.data(), b.data(), dims) : distance(arithmetic, metric, type, ha.data(), hb.data(), dims);
            };
            QList<QList<QByteArray>> answer;
            for (size_t i = 0; i < pairs.size(); ++i) {
                if ((types[qsizetype(i)] == "vector") != (type == ElementType::Float32))
                    continue;
                QList<QByteArray> row = {types[qsizetype(i)], numbers[qsizetype(i)]};
                for (const Metric metric : Metrics)
                    row << QByteArray::number(std::bit_cast<quint64>(value(truth, metric, pairs[i].first, pairs[i].second, int(pairs[i].first.size()))), 16).rightJustified(16, '0');
                answer << (row << QByteArray());
            }
            const auto calibration = Calibration::read(answer);
            QVERIFY_OK(calibration);
            for (const Metric metric : Metrics) {
                const auto found = calibration->arithmetic(metric, type);
                QVERIFY(found);
                for (int dims = 1; dims <= 300 && *found != truth; ++dims) {
                    const Floats a = embeddings.next(), b = embeddings.next();
                    QVERIFY2(hasSameBits(value(*found, metric, a, b, dims), value(truth, metric, a, b, dims)), qPrintable(truth.name() + QStringLiteral(" taken for ") + found->name() + QStringLiteral(" %1 %2").arg(int(metric)).arg(int(type))));
                }
            }
        }
    }
}

// Some 128,000 distances: dimensions 1 to 2000, four operators, two types.
void DistanceTest::everyDimensionHasTheServersBits()
{
    constexpr int Rows = 16, Dims = 2000;
    Embeddings embeddings(Dims, 4, 1);
    std::vector<Floats> vectors;
    QByteArray copy = "create table v (i int, a vector, h halfvec); copy v (i, a, h) from stdin;\n";
    for (int i = 0; i < Rows; ++i) {
        vectors.push_back(embeddings.next(i % 2 == 0));
        const QByteArray text = literal(vectors.back());
        copy += QByteArray::number(i) + '\t' + text + '\t' + text + '\n';
    }
    m_server->execute(copy + "\\.\n");
    std::vector<std::vector<quint16>> half;
    for (const Floats &vector : vectors)
        half.push_back(halves(vector));
    QByteArray sql = "select d, x.i, y.i";
    for (const char *column : {"a", "h"}) {
        for (const char *op : Operators)
            sql += QByteArray(", encode(float8send(subvector(x.") + column + ",1,d) " + op + " subvector(y." + column + ",1,d)),'hex')";
    }
    sql += " from generate_series(1,2000) d join v x on x.i < 8 join v y on y.i = (x.i + d) % 16 and y.i <> x.i";
    int compared = 0;
    for (const QList<QByteArray> &row : m_server->rows(sql)) {
        const int dims = row[0].toInt();
        const size_t x = row[1].toUInt(), y = row[2].toUInt();
        for (size_t k = 0; k < 8; ++k) {
            const ElementType type = k < 4 ? ElementType::Float32 : ElementType::Float16;
            const Metric metric = Metrics[k % 4];
            const void *a = k < 4 ? static_cast<const void *>(vectors[x].data()) : half[x].data();
            const void *b = k < 4 ? static_cast<const void *>(vectors[y].data()) : half[y].data();
            const double ours = distance(*m_calibration.arithmetic(metric, type), metric, type, a, b, dims);
            const double server = fromHex(QString::fromLatin1(row[qsizetype(3 + k)]));
            QVERIFY2(hasSameBits(ours, server), described(metric, type, dims, ours, server).constData());
            ++compared;
        }
    }
    QVERIFY(compared > 110'000);
}

void DistanceTest::strangeVectorsHaveTheServersBits()
{
    std::vector<Floats> vectors;
    for (const int dims : {3, 8, 13}) {
        const auto all = [dims](float value) { return Floats(size_t(dims), value); };
        vectors.insert(vectors.end(), {all(0), all(-0.f), all(1), all(-1), all(1e-45f), all(1e-40f), all(1.2e-38f), all(1e-20f), all(1e19f), all(1e20f), all(3.4e38f), all(0.1f)});
        Floats mixed = all(0);
        mixed[0] = 1e-45f;
        mixed[1] = 3e38f;
        mixed[2] = -1;
        vectors.push_back(mixed);
    }
    QByteArray sql = "create table s (i int, a vector); copy s from stdin;\n";
    for (size_t i = 0; i < vectors.size(); ++i)
        sql += QByteArray::number(int(i)) + '\t' + literal(vectors[i]) + '\n';
    sql += "\\.\nselect x.i, y.i";
    for (const char *op : Operators)
        sql += QByteArray(", encode(float8send(x.a ") + op + " y.a),'hex')";
    sql += " from s x join s y on vector_dims(x.a) = vector_dims(y.a)";
    int nans = 0;
    for (const QList<QByteArray> &row : m_server->rows(sql)) {
        const Floats &a = vectors[row[0].toUInt()], &b = vectors[row[1].toUInt()];
        for (size_t k = 0; k < 4; ++k) {
            const double ours = distance(*m_calibration.arithmetic(Metrics[k], ElementType::Float32), Metrics[k], ElementType::Float32, a.data(), b.data(), int(a.size()));
            const double server = fromHex(QString::fromLatin1(row[qsizetype(2 + k)]));
            nans += ours != ours;
            QVERIFY2(hasSameBits(ours, server), described(Metrics[k], ElementType::Float32, int(a.size()), ours, server).constData());
        }
    }
    QVERIFY(nans > 10);
}

void DistanceTest::normalisingHasTheServersBits()
{
    Embeddings embeddings(40, 4, 2);
    for (int i = 0; i < 120; ++i) {
        Floats vector = embeddings.next(false);
        vector.resize(size_t(1 + i % 40));
        if (i == 7)
            vector.assign(vector.size(), 0.f);
        const QByteArray text = literal(vector);
        // The norm is checked through its bits, the unit vectors through exact equality.
        const auto answer = m_server->rows("select encode(float8send(vector_norm('" + text + "'::vector)),'hex'), l2_normalize('" + text + "'::vector) = '" + literal(reinterpret_cast<const float *>(normalised(m_calibration.normArithmetic(ElementType::Float32), ElementType::Float32, vector.data(), int(vector.size())).data()), int(vector.size())) + "'::vector, l2_normalize('" + text + "'::halfvec)::vector = '"
                                           + [&] {
                                                 const auto half = halves(vector);
                                                 Floats unit;
                                                 const auto bytes = normalised(m_calibration.normArithmetic(ElementType::Float16), ElementType::Float16, half.data(), int(half.size()));
                                                 for (size_t k = 0; k < half.size(); ++k)
                                                     unit.push_back(fromHalf(reinterpret_cast<const quint16 *>(bytes.data())[k]));
                                                 return literal(unit);
                                             }()
                                           + "'::vector");
        QVERIFY(hasSameBits(norm(m_calibration.normArithmetic(ElementType::Float32), ElementType::Float32, vector.data(), int(vector.size())), fromHex(QString::fromLatin1(answer[0][0]))));
        QCOMPARE(answer[0][1], QByteArray("t"));
        QCOMPARE(answer[0][2], QByteArray("t"));
    }
}

void DistanceTest::halvesConvertAsTheServerConverts()
{
    std::mt19937 random(3);
    Floats values;
    for (int i = 0; i < 4000; ++i) {
        const float value = std::bit_cast<float>(quint32((random() & 0x807fffff) | (90 + random() % 53) << 23));
        if (std::fabs(value) < 65519)
            values.push_back(value);
    }
    for (int half = 0; half < 0x7c00; half += 7) { // exactly between two halves
        const float low = fromHalf(quint16(half)), high = fromHalf(quint16(half + 1));
        if (half + 1 < 0x7c00)
            values.push_back((low + high) / 2);
    }
    const auto answer = m_server->rows("select encode(float4send(x), 'hex') from unnest('" + QByteArray(literal(values)).replace('[', '{').replace(']', '}') + "'::real[]) with ordinality as v (y, n), lateral (select (array[y]::halfvec::vector::real[])[1]) as w (x) order by n");
    QCOMPARE(answer.size(), qsizetype(values.size()));
    for (size_t i = 0; i < values.size(); ++i) {
        const float server = std::bit_cast<float>(quint32(answer[qsizetype(i)][0].toUInt(nullptr, 16)));
        QVERIFY2(std::bit_cast<quint32>(fromHalf(toHalf(values[i]))) == std::bit_cast<quint32>(server), qPrintable(QString::number(double(values[i]), 'g', 9)));
    }
    for (int half = 0; half <= 0xffff; ++half) {
        const float value = fromHalf(quint16(half));
        if (value == value)
            QCOMPARE(toHalf(value), quint16(half));
    }
}

void DistanceTest::fastKernelsEqualPlainOnes()
{
    qInfo("kernels: %s", qPrintable(kernelTarget()));
    std::mt19937 random(4);
    std::normal_distribution<float> normal;
    for (int dims = 1; dims <= 300; ++dims) {
        Floats room(size_t(dims) * 8 + 1);
        for (float &value : room)
            value = normal(random);
        const std::vector<quint16> halfRoom = halves(room);
        for (const ElementType type : {ElementType::Float32, ElementType::Float16}) {
            const void *rows[7];
            for (int r = 0; r < 7; ++r) // odd starts: rows of a file are not aligned
                rows[r] = type == ElementType::Float32 ? static_cast<const void *>(room.data() + 1 + (r + 1) * dims) : halfRoom.data() + 1 + (r + 1) * dims;
            const void *query = type == ElementType::Float32 ? static_cast<const void *>(room.data()) : halfRoom.data();
            for (const Arithmetic &arithmetic : Arithmetic::known()) {
                for (const Term term : {Term::Product, Term::Square, Term::Absolute}) {
                    float sums[7], norms[7], plainSums[7], plainNorms[7];
                    sumRows({arithmetic, term, type, query, rows, 7, dims, sums, norms});
                    sumRowsPlainly({arithmetic, term, type, query, rows, 7, dims, plainSums, plainNorms});
                    for (int r = 0; r < 7; ++r) {
                        QCOMPARE(std::bit_cast<quint32>(sums[r]), std::bit_cast<quint32>(plainSums[r]));
                        QCOMPARE(std::bit_cast<quint32>(norms[r]), std::bit_cast<quint32>(plainNorms[r]));
                    }
                }
            }
        }
    }
}

// On each instruction set that this processor has, down to plain C++.
void DistanceTest::productsOfCodesAreExactOnEveryTarget()
{
    std::mt19937 random(5);
    for (const int64_t target : hwy::SupportedAndGeneratedTargets()) {
        const OneTarget only(target);
        qInfo("%s", qPrintable(kernelTarget()));
        for (int stride = 64; stride <= 2048; stride += 64) {
            constexpr int Rows = 5;
            std::vector<qint8> codes(size_t(stride) * Rows), query(size_t(stride), 0);
            std::vector<quint8> uppers(codes.size() / 2), lowers(uppers.size());
            for (std::vector<qint8> *some : {&codes, &query}) {
                for (qint8 &code : *some) // the greatest products are the ones that could overflow
                    code = stride % 128 == 0 ? qint8(random() % 2 ? 127 : -127) : qint8(int(random() % 255) - 127);
            }
            const quint32 rows[] = {4, 0, 3, 1, 2, 2};
            const qint8 *at[6];
            for (int r = 0; r < 6; ++r)
                at[r] = codes.data() + qsizetype(rows[r]) * stride;
            for (int r = 0; r < Rows; ++r)
                splitCodes(codes.data() + qsizetype(r) * stride, stride, uppers.data() + qsizetype(r) * stride / 2, lowers.data() + qsizetype(r) * stride / 2);
            qint32 dots[6], upper[6], lower[6], inARow[Rows];
            dotCodes(query.data(), stride, at, 6, dots);
            dotHalves({uppers.data(), stride, query.data(), rows, 0, 6, upper});
            dotHalves({lowers.data(), stride, query.data(), rows, 0, 6, lower});
            dotHalves({uppers.data(), stride, query.data(), nullptr, 1, Rows - 1, inARow + 1});
            for (int r = 0; r < 6; ++r) {
                qint32 plain = 0, plainUpper = 0, plainLower = 0;
                for (int i = 0; i < stride; ++i) {
                    const int code = at[r][i], other = query[size_t(i)];
                    plain += code * other;
                    plainUpper += (code + 128) / 16 * other;
                    plainLower += (code + 128) % 16 * other;
                }
                QCOMPARE(dots[r], plain);
                QCOMPARE(upper[r], plainUpper);
                QCOMPARE(lower[r], plainLower);
                if (rows[r] > 0)
                    QCOMPARE(inARow[rows[r]], plainUpper);
            }
        }
        for (int count = 0; count <= 64; ++count) {
            std::vector<qint32> dots;
            Floats scales, residuals;
            for (int i = 0; i < count; ++i) {
                dots.push_back(qint32(random() % 2'000'000));
                scales.push_back(float(random() % 1000) * 1e-6f);
                residuals.push_back(i % 9 == 4 ? std::numeric_limits<float>::infinity() : float(random() % 100) * 1e-3f);
            }
            const ReachOfRows work{dots.data(), scales.data(), residuals.data(), count, 32'000'000, 1e-5f, 1.01f, 0.05f};
            const quint64 reached = rowsThatReach(work);
            for (int i = 0; i < count; ++i) {
                const double bound = (32.0 * dots[size_t(i)] - 32e6) * double(scales[size_t(i)]) * 1e-5 + double(residuals[size_t(i)]) * 1.01;
                if (std::fabs(bound - 0.05) > 1e-5)
                    QCOMPARE((reached >> i & 1) != 0, bound >= 0.05);
            }
            QVERIFY(count == 64 || reached >> count == 0);
        }
    }
}

void DistanceTest::aDoctoredCalibrationIsNotMistaken()
{
    QList<QList<QByteArray>> rows = m_server->rows(Calibration::sql("public", true));
    // One last bit of one cosine: another server, or one that lies.
    QByteArray &cell = rows[17][2];
    cell[15] = cell[15] == '0' ? '1' : '0';
    const auto calibration = Calibration::read(rows);
    QVERIFY_OK(calibration);
    QVERIFY(!calibration->arithmetic(Metric::Cosine, ElementType::Float32));
    QCOMPARE(calibration->grade(Metric::Cosine, ElementType::Float32), Grade::SameOrder);
    QVERIFY(calibration->largestDifference(Metric::Cosine, ElementType::Float32) > 0);
    QVERIFY(calibration->largestDifference(Metric::Cosine, ElementType::Float32) < 4e-7);
    QVERIFY(calibration->arithmetic(Metric::L2, ElementType::Float32));

    rows[3].removeLast();
    QVERIFY(!Calibration::read(rows));
    QVERIFY(!Calibration::read({}));
    QVERIFY(!Calibration::read({{"vector", "0", "zz", "", "", "", ""}}));
}

void DistanceTest::calibrationsSurviveText()
{
    const auto again = Calibration::fromText(m_calibration.toText());
    QVERIFY_OK(again);
    QCOMPARE(again->toText(), m_calibration.toText());
    QCOMPARE(again->arithmetic(Metric::L1, ElementType::Float16), m_calibration.arithmetic(Metric::L1, ElementType::Float16));
    QVERIFY(!Calibration::fromText("cosine vector 7 1 1 0 0\n"));
    QVERIFY(!Calibration::fromText("cosine\n"));
}

QTEST_GUILESS_MAIN(DistanceTest)
#include "distance_test.moc"
