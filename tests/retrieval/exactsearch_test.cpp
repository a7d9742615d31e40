#include "retrieval/vectors/exactsearch.h"

#include "retrieval/onetarget.h"
#include "retrieval/vectorserver.h"

#include <QTest>
#include <QThreadPool>

#include <set>

using namespace qd;
using namespace qd::retrieval;
using namespace qd::test;

namespace {

constexpr std::array Operators = {"<=>", "<->", "<#>", "<+>"};

struct Document
{
    Floats embedding; // empty: NULL
    int user = 0;
    bool isReady = true;
};

struct Corpus
{
    int dims = 0;
    std::vector<Document> documents;
    std::vector<Floats> queries;
};

// With everything that makes lists differ: copies, near copies, rows of no length, rows without an
// embedding, rows of other lengths, tiny and huge ones.
Corpus corpusOf(int dims, int rows, int queries, bool isUnit, quint32 seed)
{
    Corpus corpus{dims, {}, {}};
    Embeddings embeddings(dims, 30, seed);
    for (int i = 0; i < rows; ++i) {
        Document document{embeddings.next(isUnit), int(embeddings.number() % 50), embeddings.number() % 3 != 0};
        if (i % 11 == 5) // a copy
            document.embedding = corpus.documents[embeddings.number() % corpus.documents.size()].embedding;
        if (i % 97 == 3)
            document.embedding.clear();
        else if (i % 131 == 4)
            document.embedding.assign(size_t(dims), 0.f);
        else if (i % 173 == 9)
            for (float &value : document.embedding)
                value *= 1e-22f;
        else if (i % 181 == 9)
            for (float &value : document.embedding)
                value *= isUnit ? 3.f : 1e18f;
        else if (i % 13 == 2 && !document.embedding.empty())
            document.embedding[0] = std::nextafterf(document.embedding[0], 2.f);
        corpus.documents.push_back(document);
    }
    for (int i = 0; i < queries; ++i) {
        Floats query = embeddings.next(isUnit);
        if (i % 5 == 1)
            query = corpus.documents[size_t(i) % corpus.documents.size()].embedding;
        if (query.empty() || i == 3)
            query.assign(size_t(dims), i == 3 ? 0.f : 1.f);
        corpus.queries.push_back(query);
    }
    return corpus;
}

struct Case
{
    QByteArray condition; // of the SQL; $ stands for the distance
    bool isFiltered = false;
    std::optional<Threshold> threshold;
    int limit = 10;
};

} // namespace

class ExactSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void listsAreTheServers_data();
    void listsAreTheServers();
    void tenThousandIdenticalRowsAreOneGroup();
    void theBoundHoldsForEveryRow_data();
    void theBoundHoldsForEveryRow();
    void oneGreatElementDoesNotMakeTheStepsCoarse();
    void anEmptyCorpusAnswersNothing();
    void aPlaceIsTheRankInTheFullList();

private:
    std::unique_ptr<VectorServer> m_server;
    Calibration m_calibration;
};

void ExactSearchTest::initTestCase()
{
    m_server = std::make_unique<VectorServer>();
    m_calibration = m_server->calibration();
}

void ExactSearchTest::listsAreTheServers_data()
{
    QTest::addColumn<int>("dims");
    QTest::addColumn<bool>("isUnit");
    QTest::addColumn<bool>("isHalf");
    QTest::addColumn<int>("metric");
    for (int metric = 0; metric < 4; ++metric) {
        QTest::addRow("unit vectors of 64, %s", Operators[size_t(metric)]) << 64 << true << false << metric;
        QTest::addRow("any vectors of 100, %s", Operators[size_t(metric)]) << 100 << false << false << metric;
        QTest::addRow("halves of 77, %s", Operators[size_t(metric)]) << 77 << true << true << metric;
    }
}

void ExactSearchTest::listsAreTheServers()
{
    QFETCH(int, dims);
    QFETCH(bool, isUnit);
    QFETCH(bool, isHalf);
    QFETCH(int, metric);
    const Corpus corpus = corpusOf(dims, 1500, 100, isUnit, quint32(dims));
    const ElementType type = isHalf ? ElementType::Float16 : ElementType::Float32;

    QByteArray sql = QByteArray("drop table if exists d, q; create table d (id int, u int, ready bool, e ") + (isHalf ? "halfvec" : "vector") + "); copy d from stdin;\n";
    const quint32 count = quint32(corpus.documents.size());
    const qsizetype rowBytes = qsizetype(dims) * bytesOf(type);
    QByteArray elements(count * rowBytes, 0), queries(qsizetype(corpus.queries.size()) * rowBytes, 0);
    const auto store = [&](QByteArray &to, size_t at, const Floats &vector) {
        const auto half = halves(vector);
        std::memcpy(to.data() + qsizetype(at) * rowBytes, isHalf ? static_cast<const void *>(half.data()) : vector.data(), size_t(rowBytes));
    };
    RowSet present(count), users(count);
    for (quint32 i = 0; i < count; ++i) {
        const Document &document = corpus.documents[i];
        sql += QByteArray::number(i) + '\t' + QByteArray::number(document.user) + (document.isReady ? "\tt\t" : "\tf\t") + (document.embedding.empty() ? QByteArray("\\N") : literal(document.embedding)) + '\n';
        if (document.user < 3 && document.isReady)
            users.insert(i);
        if (document.embedding.empty())
            continue;
        present.insert(i);
        store(elements, i, document.embedding);
    }
    sql += QByteArray("\\.\ncreate table q (id int, e ") + (isHalf ? "halfvec" : "vector") + "); copy q from stdin;\n";
    for (size_t i = 0; i < corpus.queries.size(); ++i) {
        sql += QByteArray::number(int(i)) + '\t' + literal(corpus.queries[i]) + '\n';
        store(queries, i, corpus.queries[i]);
    }
    m_server->execute(sql + "\\.\n");

    const VectorColumn column{elements.constData(), type, dims, count, &present};
    const QuantisedCopy copy(column);
    const QuantisedColumn quantised = copy.column();
    const Case cases[] = {
        {"true", false, {}, 10},
        {"true", false, {}, 1},
        {"true", false, {}, 200},
        {"u < 3 and ready", true, {}, 10},
        {"$ < 0.7", false, Threshold{Threshold::On::Distance, 0.7, false}, 25},
        {"1 - ($) >= 0.4 and u < 3 and ready", true, Threshold{Threshold::On::Similarity, 0.4, true}, 60},
    };
    int lists = 0;
    quint32 rescored = 0, scanned = 0;
    for (const Case &one : cases) {
        const QByteArray score = QByteArray("d.e ") + Operators[size_t(metric)] + " q.e";
        const auto rows = m_server->rows("select q.id, r.id, encode(float8send(r.s), 'hex') from q, lateral (select d.id, " + score + " as s from d where d.e is not null and " + QByteArray(one.condition).replace("$", score) + " order by " + score + " limit "
                                         + QByteArray::number(one.limit) + ") r");
        std::map<size_t, std::vector<std::pair<quint32, double>>> server;
        for (const QList<QByteArray> &row : rows)
            server[row[0].toUInt()].emplace_back(row[1].toUInt(), fromHex(QString::fromLatin1(row[2])));
        for (size_t i = 0; i < corpus.queries.size(); ++i) {
            ExactQuery query;
            query.metric = Metric(metric);
            query.arithmetic = *m_calibration.arithmetic(query.metric, type);
            query.query = queries.constData() + qsizetype(i) * rowBytes;
            query.limit = one.limit;
            query.filter = one.isFiltered ? &users : nullptr;
            query.threshold = one.threshold;
            query.pool = i % 2 ? QThreadPool::globalInstance() : nullptr;
            const ExactAnswer answer = searchExactly(column, &quantised, query);
            const auto &expected = server[i];
            const QByteArray what = "query " + QByteArray::number(int(i)) + " where " + one.condition + " limit " + QByteArray::number(one.limit);
            QVERIFY2(answer.rows.size() == expected.size(), (what + ": " + QByteArray::number(int(answer.rows.size())) + " rows here, " + QByteArray::number(int(expected.size())) + " there").constData());
            std::set<quint32> ours, theirs, seen;
            for (size_t k = 0; k < expected.size(); ++k) {
                QVERIFY2(hasSameBits(answer.rows[k].distance, expected[k].second), (what + ", rank " + QByteArray::number(int(k + 1))).constData());
                QVERIFY(seen.insert(answer.rows[k].row).second);
                ours.insert(answer.rows[k].row);
                theirs.insert(expected[k].first);
                // A group is complete where the next begins: then it holds the same rows.
                if (k + 1 < expected.size() ? answer.rows[k + 1].group != answer.rows[k].group : answer.tiedBeyondLimit == 0) {
                    QVERIFY2(ours == theirs, (what + ", group ending at rank " + QByteArray::number(int(k + 1))).constData());
                    ours.clear();
                    theirs.clear();
                }
            }
            // The last group may be cut: every row the server chose must be at that distance.
            const Distances distances(query.arithmetic, query.metric, type, query.query, dims);
            for (const quint32 row : theirs)
                QVERIFY(hasSameBits(distances.of(column.row(row)), answer.rows.back().distance));
            ++lists;
            rescored += answer.rescored;
            scanned += answer.scanned;
        }
    }
    qInfo("%d lists, %.1f of %.1f rows rescored", lists, double(rescored) / lists, double(scanned) / lists);
}

void ExactSearchTest::tenThousandIdenticalRowsAreOneGroup()
{
    constexpr int Dims = 32, Rows = 10'000;
    Floats elements(size_t(Dims) * Rows, 0.25f);
    for (int i = 0; i < Dims; ++i)
        elements[size_t(777 * Dims + i)] = i % 2 ? 0.3f : 0.2f; // one that is further
    const VectorColumn column{elements.data(), ElementType::Float32, Dims, Rows, nullptr};
    const QuantisedCopy copy(column);
    const QuantisedColumn quantised = copy.column();
    const Floats query(size_t(Dims), 1.f);
    ExactQuery ask;
    ask.query = query.data();
    const ExactAnswer answer = searchExactly(column, &quantised, ask);
    QCOMPARE(answer.rows.size(), size_t(10));
    QCOMPARE(answer.rows.back().group, 0);
    QCOMPARE(answer.tiedBeyondLimit, quint32(Rows - 1 - 10));
    ask.limit = Rows;
    const ExactAnswer all = searchExactly(column, &quantised, ask);
    QCOMPARE(all.rows.back().row, quint32(777));
    QCOMPARE(all.rows.back().group, 1);
}

void ExactSearchTest::theBoundHoldsForEveryRow_data()
{
    QTest::addColumn<qint64>("target");
    for (const int64_t target : hwy::SupportedAndGeneratedTargets())
        QTest::addRow("%s", hwy::TargetName(target)) << qint64(target);
}

// The proof, on vectors made to break it: few directions, spikes, alternating signs, denormals.
void ExactSearchTest::theBoundHoldsForEveryRow()
{
    QFETCH(qint64, target);
    const OneTarget only(target);
    std::mt19937 random(6);
    std::normal_distribution<float> normal;
    for (int dims : {1, 2, 3, 17, 63, 64, 65, 384, 1536}) {
        const auto strange = [&] {
            Floats vector(size_t(dims), 0.f);
            const int kind = int(random() % 6);
            for (float &value : vector) {
                value = normal(random);
                if (kind == 1)
                    value = random() % 20 == 0 ? 1000.f * value : 1e-3f * value;
                if (kind == 2)
                    value = random() % 2 ? 1.f : -1.f;
                if (kind == 3)
                    value *= 1e-30f;
                if (kind == 4)
                    value = std::ldexp(value, int(random() % 60) - 30);
                if (kind == 5)
                    value *= 1e12f;
            }
            return vector;
        };
        Floats elements;
        for (int i = 0; i < 300; ++i) {
            const Floats vector = strange();
            elements.insert(elements.end(), vector.begin(), vector.end());
        }
        const VectorColumn column{elements.data(), ElementType::Float32, dims, 300, nullptr};
        const QuantisedCopy copy(column);
        const QuantisedColumn quantised = copy.column();
        for (int i = 0; i < 40; ++i) {
            const Floats query = strange();
            for (const Metric metric : {Metric::Cosine, Metric::L2, Metric::InnerProduct}) {
                for (const Arithmetic &arithmetic : {Arithmetic{8, 4, true}, Arithmetic{4, 0, false}, Arithmetic{1, 0, false}}) {
                    ExactQuery ask;
                    ask.metric = metric;
                    ask.arithmetic = arithmetic;
                    ask.query = query.data();
                    ask.limit = 5;
                    const ExactAnswer fast = searchExactly(column, &quantised, ask), slow = searchExactly(column, nullptr, ask);
                    QCOMPARE(fast.rows.size(), slow.rows.size());
                    QCOMPARE(fast.tiedBeyondLimit, slow.tiedBeyondLimit);
                    for (size_t k = 0; k < slow.rows.size(); ++k) {
                        QCOMPARE(fast.rows[k].row, slow.rows[k].row);
                        QVERIFY(hasSameBits(fast.rows[k].distance, slow.rows[k].distance));
                    }
                }
            }
        }
    }
}

// As embeddings of several vendors have it: one element ten times the others.
void ExactSearchTest::oneGreatElementDoesNotMakeTheStepsCoarse()
{
    constexpr int Dims = 1536, Rows = 2000;
    Embeddings embeddings(Dims, 30, 7);
    Floats elements;
    for (int i = 0; i < Rows; ++i) {
        Floats vector = embeddings.next(true);
        vector[194] = 0.3f;
        elements.insert(elements.end(), vector.begin(), vector.end());
    }
    const VectorColumn column{elements.data(), ElementType::Float32, Dims, Rows, nullptr};
    const QuantisedCopy copy(column);
    const QuantisedColumn quantised = copy.column();
    for (quint32 row = 0; row < Rows; ++row) {
        // 0.027 and 0.43 if that element alone made the steps.
        QVERIFY2(quantised.residuals[row] < 0.016f, qPrintable(QString::number(double(quantised.residuals[row]))));
        QVERIFY2(quantised.upperResiduals[row] < 0.26f, qPrintable(QString::number(double(quantised.upperResiduals[row]))));
    }
    ExactQuery ask;
    ask.query = elements.data();
    const ExactAnswer answer = searchExactly(column, &quantised, ask);
    QCOMPARE(answer.rows.front().row, quint32(0));
    QVERIFY2(answer.rescored < 100, qPrintable(QString::number(answer.rescored)));
}

void ExactSearchTest::anEmptyCorpusAnswersNothing()
{
    const VectorColumn column{nullptr, ElementType::Float32, 8, 0, nullptr};
    const QuantisedCopy copy(column);
    const QuantisedColumn quantised = copy.column();
    const Floats query(8, 1.f);
    ExactQuery ask;
    ask.query = query.data();
    ask.pool = QThreadPool::globalInstance();
    QVERIFY(searchExactly(column, &quantised, ask).rows.empty());
    const VectorColumn one{query.data(), ElementType::Float32, 8, 1, nullptr};
    const RowSet nobody(1);
    ask.filter = &nobody;
    QVERIFY(searchExactly(one, nullptr, ask).rows.empty());
    ask.filter = nullptr;
    QCOMPARE(searchExactly(one, nullptr, ask).rows.size(), size_t(1));
}

void ExactSearchTest::aPlaceIsTheRankInTheFullList()
{
    const Floats elements = {1, 0, 0.9f, 0.1f, 0, 1, 0.9f, 0.1f, -1, 0};
    const VectorColumn column{elements.data(), ElementType::Float32, 2, 5, nullptr};
    const Floats query = {1, 0};
    ExactQuery ask;
    ask.query = query.data();
    ask.limit = 1;
    QCOMPARE(placeOf(column, ask, 0).rank, quint32(1));
    QCOMPARE(placeOf(column, ask, 3).rank, quint32(2));
    QCOMPARE(placeOf(column, ask, 3).ties, quint32(1));
    QCOMPARE(placeOf(column, ask, 4).rank, quint32(5));
    QCOMPARE(placeOf(column, ask, 4).distance, 2.0);
}

QTEST_GUILESS_MAIN(ExactSearchTest)
#include "exactsearch_test.moc"
