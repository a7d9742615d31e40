#include "retrieval/text/bm25.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <random>

using namespace qd;
using namespace qd::retrieval;
using Kind = Bm25Form::Kind;

class Bm25Test : public QObject
{
    Q_OBJECT

private:
    static TsVector vectorOf(const QByteArray &text)
    {
        auto vector = TsVector::fromText(text);
        Q_ASSERT(vector);
        return *vector;
    }

    // Documents of lexemes with Zipf-like frequencies, some very long, some empty.
    static void fill(TextIndex &index, int documents, unsigned seed)
    {
        std::mt19937 random(seed);
        const auto uniform = [&] { return double(random() % 1000003) / 1000003.0; };
        for (int i = 0; i < documents; ++i) {
            std::map<std::string, int> counts;
            const int length = i % 97 == 0 ? 0 : i % 50 == 0 ? 900 : 5 + int(random() % 120);
            for (int w = 0; w < length; ++w)
                ++counts["w" + std::to_string(int(std::pow(400.0, uniform())))];
            TsVector vector;
            std::vector<LexemePosition> positions;
            for (const auto &[lexeme, count] : counts) {
                positions.clear();
                for (int p = 1; p <= std::min(count, MaxPositions); ++p)
                    positions.push_back(LexemePosition(p));
                vector.append(lexeme, positions);
            }
            index.add(vector);
        }
        index.finish();
    }

    // Every document scored one by one.
    static std::vector<TextHit> exhaustive(const Bm25 &bm25, int documents, std::span<const std::string_view> lexemes, const DocumentFilter &filter)
    {
        std::vector<TextHit> hits;
        for (quint32 document = 0; document < quint32(documents); ++document) {
            const auto parts = bm25.explain(lexemes, document);
            if (filter.allows(document) && std::any_of(parts.begin(), parts.end(), [](const Bm25Part &part) { return part.frequency > 0; }))
                hits.push_back({document, bm25.score(parts)});
        }
        std::stable_sort(hits.begin(), hits.end(), [](const TextHit &a, const TextHit &b) { return a.score > b.score; });
        return hits;
    }

private slots:
    // org.apache.lucene.util.SmallFloat: 0 to 39 exactly, then four significant bits.
    void lengthsAreKeptInOneByteAsLuceneDoes()
    {
        for (quint32 length = 0; length <= 40; ++length)
            QCOMPARE(Bm25::lengthOfByte(Bm25::lengthByte(length)), length);
        const std::pair<quint32, quint32> rounded[] = {{41, 40}, {42, 42}, {43, 42}, {55, 54}, {56, 56}, {59, 56}, {60, 60}, {100, 96}, {141, 136}, {1000, 984}, {100000, 98328}, {2147483647, 2013265944}};
        for (const auto &[length, kept] : rounded)
            QCOMPARE(Bm25::lengthOfByte(Bm25::lengthByte(length)), kept);
        for (int byte = 1; byte < 256; ++byte)
            QVERIFY(Bm25::lengthOfByte(quint8(byte)) > Bm25::lengthOfByte(quint8(byte - 1)));
    }

    void theFormsAreTheFormulas_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QList<double>>("expected");
        // Worked out by hand from the formulas: three documents of 4, 2 and 6 words (avgdl 4), "x"
        // twice in the first and once in the last, "y" once in the second and thrice in the last.
        QTest::newRow("Lucene") << Kind::Lucene << QList<double>{0.2937523, 0.2685735, 0.4805880};
        QTest::newRow("Tantivy") << Kind::Tantivy << QList<double>{0.6462550, 0.5908617, 1.0572936};
        QTest::newRow("pg_textsearch") << Kind::PgTextSearch << QList<double>{0.6462550, 0.5908617, 1.0572936};
        QTest::newRow("ATIRE") << Kind::Atire << QList<double>{0.5575145, 0.5097276, 0.9121114};
        QTest::newRow("BM25+") << Kind::Plus << QList<double>{1.6462246, 1.5645322, 2.9455591};
    }

    void theFormsAreTheFormulas()
    {
        QFETCH(Kind, kind);
        QFETCH(QList<double>, expected);
        TextIndex index;
        for (const char *text : {"x:1,2 a:3 b:4", "y:1 a:2", "x:1 y:2,3,4 c:5 d:6"})
            index.add(vectorOf(text));
        index.finish();
        const Bm25 bm25(index, {.kind = kind});
        const std::string_view query[] = {"x", "y", "nowhere"};
        for (quint32 document = 0; document < 3; ++document) {
            const auto parts = bm25.explain(query, document);
            QCOMPARE(parts[2].lexeme, -1);
            QVERIFY2(std::abs(double(bm25.score(parts)) - expected[document]) < 6e-7, qPrintable(QString::number(double(bm25.score(parts)), 'g', 9)));
        }
        QCOMPARE(bm25.best(query, 10).size(), std::size_t(3));
        QCOMPARE(bm25.best(query, 1).front().document, 2u);
    }

    // The bits of BM25Similarity: float32 step by step.
    void lucenesBitsAreKept()
    {
        TextIndex index;
        for (const char *text : {"x:1,2 a:3 b:4", "y:1 a:2", "x:1 y:2,3,4 c:5 d:6"})
            index.add(vectorOf(text));
        index.finish();
        const std::string_view query[] = {"x", "y"};
        const auto hits = Bm25(index).best(query, 10);
        QCOMPARE(hits.size(), std::size_t(3));
        for (const TextHit &hit : hits)
            QCOMPARE(QString::number(std::bit_cast<quint32>(hit.score), 16), QStringList({QStringLiteral("3e9666b2"), QStringLiteral("3e898278"), QStringLiteral("3ef60fa1")})[int(hit.document)]);
    }

    void theBestAreThoseOfScoringEveryDocument_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("Lucene") << Kind::Lucene;
        QTest::newRow("Tantivy") << Kind::Tantivy;
        QTest::newRow("pg_textsearch") << Kind::PgTextSearch;
        QTest::newRow("ATIRE") << Kind::Atire;
        QTest::newRow("BM25+") << Kind::Plus;
    }

    void theBestAreThoseOfScoringEveryDocument()
    {
        QFETCH(Kind, kind);
        const int documents = 9500; // three windows
        TextIndex index;
        fill(index, documents, 80);
        std::mt19937 random(81);
        for (const auto &[k1, b] : {std::pair(1.2f, 0.75f), std::pair(0.9f, 0.4f), std::pair(2.0f, 1.0f), std::pair(0.0f, 0.0f)}) {
            const Bm25 bm25(index, {.kind = kind, .k1 = k1, .b = b});
            for (int i = 0; i < 12; ++i) {
                std::vector<std::string> words;
                for (int w = 1 + i % 7; w > 0; --w)
                    words.push_back("w" + std::to_string(1 + random() % (i % 2 ? 60 : 420)));
                if (i % 5 == 0)
                    words.push_back(words.front());
                if (i == 11) {
                    for (int w = 1; w < 40; ++w)
                        words.push_back("w" + std::to_string(w));
                }
                const std::vector<std::string_view> query(words.begin(), words.end());
                DocumentFilter filter;
                if (i % 3 == 0) {
                    filter = DocumentFilter(documents);
                    for (quint32 document = 0; document < documents; document += 1 + random() % 200)
                        filter.allow(document);
                }
                const auto all = exhaustive(bm25, documents, query, filter);
                for (const int limit : {1, 10, 37, 0}) {
                    const auto fast = bm25.best(query, limit, filter);
                    auto slow = all;
                    if (limit > 0 && int(slow.size()) > limit)
                        slow.resize(std::size_t(limit));
                    QCOMPARE(fast.size(), slow.size());
                    QVERIFY(fast == slow);
                }
            }
        }
    }

    void manyEqualDocumentsComeInTheirOrder()
    {
        TextIndex index;
        for (int i = 0; i < 10000; ++i)
            index.add(vectorOf("same:1 words:2"));
        index.finish();
        const Bm25 bm25(index);
        const std::string_view query[] = {"same", "words"};
        const auto hits = bm25.best(query, 10);
        QCOMPARE(hits.size(), std::size_t(10));
        for (quint32 i = 0; i < 10; ++i)
            QCOMPARE(hits[i].document, i);
    }

    void nothingIsFoundInNothing()
    {
        TextIndex index;
        index.add(TsVector());
        index.finish();
        const Bm25 bm25(index);
        const std::string_view query[] = {"x"};
        QVERIFY(bm25.best(query, 10).empty());
        QVERIFY(bm25.best(std::span<const std::string_view>(), 10).empty());
    }
};

QTEST_GUILESS_MAIN(Bm25Test)
#include "bm25_test.moc"
