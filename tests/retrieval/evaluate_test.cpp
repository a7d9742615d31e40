#include "retrieval/evaluate.h"

#include "support/wait.h"

#include <QTest>

using namespace qd;
using namespace qd::retrieval;

class EvaluateTest : public QObject
{
    Q_OBJECT

private:
    static bool near(double value, double expected) { return std::abs(value - expected) < 0.00005; }

    static Judgements judged()
    {
        return *readJudgements("q1 0 d1 3\nq1 0 d2 2\nq1 0 d3 0\nq1 0 d4 1\nq1 0 d5 2\nq2 0 a 0\nq3 0 b 1\n");
    }
    // Not in order; d2 and d4 have one score, so that the greater id comes first.
    static Run run()
    {
        return *readRun("q1 Q0 d2 1 0.6 x\nq1 Q0 d4 2 0.6 x\nq1 Q0 d1 3 0.8 x\nq1 Q0 unknown 4 0.7 x\nq1 Q0 d3 5 0.9 x\nq2 Q0 a 1 1 x\nq4 Q0 z 1 1 x\n");
    }

private slots:
    // Worked out by hand from the formulas: the order is d3 d1 unknown d4 d2, grades 0 3 - 1 2; four
    // are relevant, of which d5 is not returned.
    void measuresAreThoseOfTrecEval()
    {
        const auto evaluation = evaluate(run(), judged(), {.cutoffs = {3, 5, 10}});
        QVERIFY_OK(evaluation);
        QCOMPARE(evaluation->perQuery.size(), 2);
        const QueryMeasures &q1 = evaluation->perQuery[0];
        QCOMPARE(q1.query, QStringLiteral("q1"));
        QCOMPARE(q1.returned, 5);
        QCOMPARE(q1.relevant, 4);
        QCOMPARE(q1.relevantReturned, 3);
        QVERIFY(near(q1.averagePrecision, (1.0 / 2 + 2.0 / 4 + 3.0 / 5) / 4)); // 0.4
        QVERIFY(near(q1.reciprocalRank, 0.5));
        // (3/log2 3 + 1/log2 5 + 2/log2 6) / (3 + 2/log2 3 + 2/2 + 1/log2 5) = 3.09717 / 5.69254
        QVERIFY(near(q1.ndcg, 0.54407));
        QVERIFY(near(q1.ndcgAt[0], 0.35972)); // 1.89279 / 5.26186
        QVERIFY(near(q1.ndcgAt[2], 0.54407));
        QVERIFY(near(q1.precisionAt[0], 1.0 / 3));
        QVERIFY(near(q1.precisionAt[1], 3.0 / 5));
        QVERIFY(near(q1.precisionAt[2], 3.0 / 10));
        QVERIFY(near(q1.recallAt[0], 1.0 / 4));
        QVERIFY(near(q1.recallAt[1], 3.0 / 4));
        QVERIFY(near(q1.judgedAt[0], 2.0 / 3));
        QVERIFY(near(evaluation->perQuery[1].averagePrecision, 0)); // nothing relevant
        QVERIFY(near(evaluation->mean.averagePrecision, 0.2));
        QCOMPARE(evaluation->mean.relevant, 4);
        QCOMPARE(evaluation->unjudged, 1);
    }

    void theOtherGainGivesOtherNumbers()
    {
        const auto evaluation = evaluate(run(), judged(), {.gain = EvaluationSettings::Gain::PowerOfTwo});
        // (7/log2 3 + 1/log2 5 + 3/log2 6) / (7 + 3/log2 3 + 3/2 + 1/log2 5) = 6.00774 / 10.82347
        QVERIFY(near(evaluation->perQuery[0].ndcg, 0.55507));
    }

    void missingQueriesCountOnlyWhenAskedFor()
    {
        const auto all = evaluate(run(), judged(), {.allJudged = true});
        QCOMPARE(all->perQuery.size(), 3);
        QVERIFY(!all->perQuery[2].isInRun);
        QVERIFY(near(all->mean.averagePrecision, 0.4 / 3));
    }

    void relevanceCanBeginHigher()
    {
        const auto strict = evaluate(run(), judged(), {.relevantFrom = 2});
        QCOMPARE(strict->perQuery[0].relevant, 3);
        QVERIFY(near(strict->perQuery[0].averagePrecision, (1.0 / 2 + 2.0 / 5) / 3));
        QVERIFY(near(strict->perQuery[0].ndcg, 0.54407)); // gains do not change
    }

    // 9.x compares floats: what differs only beyond them is a tie, and the greater id wins.
    void scoresCanBeComparedAsFloats()
    {
        const auto close = *readRun("q3 Q0 b 1 0.50000000001 x\nq3 Q0 c 2 0.5 x\n");
        QVERIFY(near(evaluate(close, judged())->perQuery[0].reciprocalRank, 1));
        QVERIFY(near(evaluate(close, judged(), {.scoresAreFloats = true})->perQuery[0].reciprocalRank, 0.5));
    }

    void aMeanOverNothingIsNoNumber()
    {
        const auto nothing = evaluate(*readRun("q9 Q0 z 1 1 x\n"), judged());
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().kind, Error::Kind::Missing);
    }

    void judgementsAreReadFromEveryForm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("TREC") << QByteArray("1 0 doc-a 2\r\n1 0 doc-b 0\n\n2\t0\tdoc-a\t1\n");
        QTest::newRow("CSV") << QByteArray("query_id,doc_id,grade\n1,doc-a,2\n1,\"doc-b\",0\n2,doc-a,1\n");
        QTest::newRow("CSV, other names and order") << QByteArray("\xef\xbb\xbf""Rating;Document;Query\n2;doc-a;1\n0;doc-b;1\n1;doc-a;2\n");
        QTest::newRow("BEIR") << QByteArray("query-id\tcorpus-id\tscore\n1\tdoc-a\t2\n1\tdoc-b\t0\n2\tdoc-a\t1\n");
        QTest::newRow("JSONL") << QByteArray("{\"query\":\"1\",\"document\":\"doc-a\",\"grade\":2}\n{\"query\":1,\"doc_id\":\"doc-b\",\"relevance\":0}\n\n{\"qid\":\"2\",\"id\":\"doc-a\",\"feedback\":true}\n");
        QTest::newRow("thumbs") << QByteArray("question,chunk_id,feedback\n1,doc-a,2\n1,doc-b,down\n2,doc-a,up\n2,doc-a,up\n");
    }

    void judgementsAreReadFromEveryForm()
    {
        QFETCH(QByteArray, text);
        Judgements expected;
        expected.grades[QStringLiteral("1")] = {{QStringLiteral("doc-a"), 2}, {QStringLiteral("doc-b"), 0}};
        expected.grades[QStringLiteral("2")] = {{QStringLiteral("doc-a"), 1}};
        const auto read = readJudgements(text);
        QVERIFY_OK(read);
        QVERIFY(*read == expected);
    }

    void whatCannotBeReadIsNamedByItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("half a grade") << QByteArray("q,d,grade\nq,d,0.5\n").replace("q,d,grade", "query,doc,grade") << 2;
        QTest::newRow("another grade") << QByteArray("1 0 a 1\n1 0 b 1\n1 0 a 2\n") << 3;
        QTest::newRow("three columns") << QByteArray("1 0 a 1\n1 0 b\n") << 2;
        QTest::newRow("no JSON") << QByteArray("{\"query\":\"1\",\"doc\":\"a\",\"grade\":1}\n{\"query\":\n") << 2;
        QTest::newRow("no document") << QByteArray("query,doc,grade\n1,,1\n") << 2;
        QTest::newRow("too many cells") << QByteArray("query,doc,grade\n1,a,1,2\n") << 2;
        QTest::newRow("words") << QByteArray("query,doc,grade\n1,a,1\n1,b,good\n") << 3;
    }

    void whatCannotBeReadIsNamedByItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const auto read = readJudgements(text);
        QVERIFY(!read);
        QVERIFY2(read.error().message.startsWith(QStringLiteral("Line %1 ").arg(line)), qPrintable(read.error().message));
    }

    void anEmptyFileHasNoJudgements()
    {
        for (const char *text : {"", "\n\n", "query,doc,grade\n"})
            QVERIFY(!readJudgements(text));
    }

    void aDocumentTwiceInARunIsAnError()
    {
        const auto twice = readRun("1 Q0 a 1 2.5 x\n1 Q0 b 2 2 x\n1 Q0 a 3 1 x\n");
        QVERIFY(!twice);
        QVERIFY(twice.error().message.startsWith(QLatin1String("Line 3 ")));
        QVERIFY(!readRun("1 Q0 a 1 high x\n"));
        QVERIFY(!readRun("1 Q0 a 1\n"));
    }

    void aRunIsWrittenSoThatItIsReadBack()
    {
        Run written;
        written[QStringLiteral("q")] = {{QStringLiteral("a"), 0.1}, {QStringLiteral("b"), 1.0 / 3}};
        const QByteArray text = writeRun(written, QStringLiteral("here"));
        QCOMPARE(text, QByteArray("q Q0 b 1 0.33333333333333331 here\nq Q0 a 2 0.10000000000000001 here\n"));
        const auto read = readRun(text);
        QCOMPARE(read->value(QStringLiteral("q")).first().score, 1.0 / 3);
    }

    void queriesAreRead()
    {
        const QList<JudgedQuery> expected = {{QStringLiteral("1"), QStringLiteral("what, then?")}, {QStringLiteral("2"), QStringLiteral("über")}};
        QCOMPARE(*readQueries("{\"id\":1,\"text\":\"what, then?\"}\n{\"_id\":\"2\",\"query\":\"über\"}\n"), expected);
        QCOMPARE(*readQueries("id,text\n1,\"what, then?\"\n2,über\n"), expected);
        QVERIFY(!readQueries("id,text\n1,a\n1,b\n"));
        QVERIFY(!readQueries("id,text\n1,\n"));
    }

    void thePairedTestTriesAllFlips()
    {
        // All three differences are 0.1: of eight flips, two reach the sum of 0.3.
        const double first[] = {0.1, 0.2, 0.3}, second[] = {0.2, 0.3, 0.4};
        auto comparison = comparePaired(first, second);
        QVERIFY(comparison);
        QCOMPARE(comparison->pValue, 0.25);
        QVERIFY(near(comparison->meanDifference, 0.1));
        QVERIFY(near(comparison->low, 0.1) && near(comparison->high, 0.1));
        QCOMPARE(comparison->better, 3);

        // 0.3, -0.1, 0: sum 0.2; flips of the first two reach at least 0.2 in |±0.3 ± 0.1|: always.
        const double third[] = {0.4, 0.1, 0.3};
        comparison = comparePaired(first, third);
        QCOMPARE(comparison->pValue, 1.0);
        QCOMPARE(comparison->worse, 1);
        QCOMPARE(comparison->equal, 1);
        QVERIFY(comparison->low < 0 && comparison->high > 0.2);
        QVERIFY(!comparePaired(std::span(first).first(1), std::span(second).first(1)));
    }

    void manyQueriesAreSampled()
    {
        std::vector<double> first(60, 0.5), second, same;
        for (int i = 0; i < 60; ++i) {
            second.push_back(0.5 + (i % 5 ? 0.05 : -0.05));
            same.push_back(0.5 + (i % 2 ? 0.05 : -0.05));
        }
        const auto better = comparePaired(first, second);
        QVERIFY(better->pValue < 0.001);
        QVERIFY(better->low > 0 && better->low < better->meanDifference && better->meanDifference < better->high);
        const auto equal = comparePaired(first, same);
        QVERIFY(equal->pValue > 0.9);
        QVERIFY(equal->low < 0 && equal->high > 0);
        QCOMPARE(comparePaired(first, second)->pValue, better->pValue); // the same in every run
    }
};

QTEST_GUILESS_MAIN(EvaluateTest)
#include "evaluate_test.moc"
