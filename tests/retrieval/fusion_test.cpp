#include "retrieval/fusion.h"
#include "retrieval/textserver.h"

#include <QTest>

#include <bit>
#include <random>

using namespace qd;
using namespace qd::retrieval;
using test::TextServer;

// The SQL of hybrid searches, run by the server, against the arithmetic here.
class FusionTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TextServer> m_server;

    static QByteArray bits(double value) { return QByteArray::number(std::bit_cast<quint64>(value), 16).rightJustified(16, '0'); }

    // One leg as the server orders it.
    FusionLeg leg(const QByteArray &column, double weight, int limit)
    {
        FusionLeg made{.entries = {}, .weight = weight, .limit = limit};
        const auto rows = m_server->query("select id, encode(float8send(" + column + "::float8), 'hex') from d where " + column + " is not null order by " + column + " desc, id");
        for (qsizetype row = 0; row < rows.count(); ++row)
            made.entries.push_back({*rows.integer(row, 0), std::bit_cast<double>(rows.at(row, 1).toByteArray().toULongLong(nullptr, 16))});
        return made;
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<TextServer>();
        // Scores with ties, rows that only one leg knows.
        m_server->query("create table d (id bigint primary key, text_rank float4, similarity float8); select setseed(0.25);"
                        "insert into d select i, case when random() < 0.6 then (round(random() * 300) / 300)::float4 end, case when random() < 0.7 then case when random() < 0.3 then round(random() * 50) / 50 else random() end end from generate_series(1, 1500) i");
    }

    void reciprocalsAreTheServersNumerics()
    {
        const auto rows = m_server->query("select n, encode(float8send((1.0 / n)::float8), 'hex') from (select generate_series(1::bigint, 12000) n union select 10000000 + generate_series(1, 500) union select 99999999) t order by n");
        for (qsizetype row = 0; row < rows.count(); ++row)
            QCOMPARE(bits(numericReciprocal(*rows.integer(row, 0))), rows.at(row, 1).toByteArray());
    }

    void fusedListsAreTheServers_data()
    {
        QTest::addColumn<FusionFormula>("formula");
        QTest::addColumn<FusionRanks>("ranks");
        QTest::addColumn<QByteArray>("score");
        QTest::addColumn<int>("k");
        const QByteArray guide = "coalesce(1.0 / (K + t.n), 0.0) * W1::float8 + coalesce(1.0 / (K + s.n), 0.0) * W2::float8";
        QTest::newRow("Supabase's guide") << FusionFormula::NumericReciprocalTimesWeight << FusionRanks::RowNumber << guide << 50;
        QTest::newRow("guide, rank()") << FusionFormula::NumericReciprocalTimesWeight << FusionRanks::Rank << guide << 60;
        QTest::newRow("guide, dense_rank()") << FusionFormula::NumericReciprocalTimesWeight << FusionRanks::DenseRank << guide << 60;
        QTest::newRow("large k") << FusionFormula::NumericReciprocalTimesWeight << FusionRanks::RowNumber << guide << 9950;
        QTest::newRow("numeric") << FusionFormula::NumericThroughout << FusionRanks::RowNumber << QByteArray("(coalesce(1.0 / (K + t.n), 0.0) * W1 + W2 * coalesce(1.0 / (K + s.n), 0.0))::float8") << 60;
        QTest::newRow("float8") << FusionFormula::FloatReciprocalTimesWeight << FusionRanks::RowNumber << QByteArray("coalesce(1.0::float8 / (K + t.n) * W1, 0) + coalesce(1.0::float8 / (K + s.n) * W2, 0)") << 60;
        QTest::newRow("weight over rank") << FusionFormula::WeightOverRank << FusionRanks::RowNumber << QByteArray("coalesce(W1::float8 / (K + t.n), 0) + coalesce(W2::float8 / (K + s.n), 0)") << 60;
        QTest::newRow("weighted scores") << FusionFormula::WeightedScores << FusionRanks::RowNumber << QByteArray("W1 * coalesce(t.score, 0) + W2 * coalesce(s.score, 0)") << 0;
    }

    void fusedListsAreTheServers()
    {
        QFETCH(FusionFormula, formula);
        QFETCH(FusionRanks, ranks);
        QFETCH(QByteArray, score);
        QFETCH(int, k);
        const QByteArray window = ranks == FusionRanks::RowNumber ? "row_number() over (order by X desc, id)" : ranks == FusionRanks::Rank ? "rank() over (order by X desc)" : "dense_rank() over (order by X desc)";
        const auto legSql = [&](const QByteArray &column, int limit) {
            return "(select id, " + column + " as score, " + QByteArray(window).replace("X", column) + " n from d where " + column + " is not null order by " + column + " desc, id" + (limit ? " limit " + QByteArray::number(limit) : "") + ")";
        };
        const std::pair<const char *, const char *> weights[] = {{"1.0", "1.0"}, {"0.3", "0.7"}, {"0.7", "0.3"}, {"1.5", "0.25"}};
        int compared = 0;
        for (const auto &[textWeight, vectorWeight] : weights) {
            for (const int limit : {0, 60, 20, 1}) {
                const QByteArray expression = QByteArray(score).replace("W1", textWeight).replace("W2", vectorWeight).replace("K", QByteArray::number(k));
                const auto rows = m_server->query("select coalesce(t.id, s.id) id, encode(float8send(" + expression + "), 'hex'), t.n, s.n from " + legSql("text_rank", limit) + " t full outer join " + legSql("similarity", limit) + " s on s.id = t.id order by " + expression + " desc, 1 limit 500");
                const FusionLeg legs[] = {leg("text_rank", QByteArray(textWeight).toDouble(), limit), leg("similarity", QByteArray(vectorWeight).toDouble(), limit)};
                const auto fused = fuse(legs, {.formula = formula, .ranks = ranks, .k = k, .limit = 500});
                QCOMPARE(qsizetype(fused.size()), rows.count());
                for (qsizetype row = 0; row < rows.count(); ++row, ++compared) {
                    const FusedRow &ours = fused[std::size_t(row)];
                    QCOMPARE(ours.id, *rows.integer(row, 0));
                    QCOMPARE(bits(ours.score), rows.at(row, 1).toByteArray());
                    QCOMPARE(ours.parts[0].rank, rows.integer(row, 2));
                    QCOMPARE(ours.parts[1].rank, rows.integer(row, 3));
                }
            }
        }
        QVERIFY(compared > 1500);
    }

    void equalScoresAreSaidToBeTies()
    {
        const FusionLeg legs[] = {{.entries = {{1, 0.9}, {2, 0.8}, {4, 0.7}}, .weight = 1, .limit = 0}, {.entries = {{2, 0.5}, {1, 0.4}, {3, 0.3}}, .weight = 1, .limit = 0}};
        const auto fused = fuse(legs, {});
        QCOMPARE(fused.size(), std::size_t(4));
        QCOMPARE(fused[0].id, 1);
        QVERIFY(fused[0].isTied && fused[1].isTied); // 1 and 2 changed places between the legs
        QVERIFY(fused[2].isTied && fused[3].isTied); // third in one leg each
        QVERIFY(!fused[2].parts[0].rank);
        QVERIFY(!fused[2].parts[0].score);
        QCOMPARE(fuse(std::span(legs).first(1), {})[0].isTied, false);
    }

    void theHighestFusedScoreIsFarBelowAnySimilarity()
    {
        const FusionLeg legs[2] = {};
        QCOMPARE(highestFusedScore(legs, {}), 2.0 * (1.0 / 61)); // 0.0328
    }

    void noLegsAndEmptyLegsGiveNothing()
    {
        QVERIFY(fuse({}, {}).empty());
        const FusionLeg legs[2] = {};
        QVERIFY(fuse(legs, {}).empty());
    }
};

QTEST_GUILESS_MAIN(FusionTest)
#include "fusion_test.moc"
