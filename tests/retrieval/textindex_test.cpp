#include "retrieval/nastytexts.h"
#include "retrieval/text/textindex.h"
#include "retrieval/textserver.h"

#include <QTest>

#include <bit>

using namespace qd;
using namespace qd::retrieval;
using test::NastyTexts;
using test::TextServer;

// The index against the server's own table: which documents match, and the list that
// "order by rank desc" returns.
class TextIndexTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TextServer> m_server;
    TextIndex m_index;
    QByteArrayList m_words;

    QByteArray webQuery(NastyTexts &nasty)
    {
        QByteArray text;
        for (int w = 1 + nasty.below(5); w >= 0; --w) {
            const int at = nasty.below(int(m_words.size()) - 3);
            text += nasty.below(7) == 0 ? "-" + m_words[at] : nasty.below(5) == 0 ? '"' + m_words[at] + ' ' + m_words[at + 1] + '"' : m_words[at];
            text += nasty.below(2) == 0 ? " or " : " ";
        }
        return text;
    }

    static QByteArray listed(const std::vector<TextHit> &hits)
    {
        QByteArray list;
        for (const TextHit &hit : hits)
            list += (list.isEmpty() ? "" : " ") + QByteArray::number(hit.document) + ':' + QByteArray::number(std::bit_cast<quint32>(hit.score), 16).rightJustified(8, '0');
        return list;
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<TextServer>();
        m_server->query("create table notes (i int, t text, v tsvector); insert into notes select row_number() over () - 1, d from (select description d from pg_description where length(description) > 25 "
                        "union all select short_desc || '. ' || coalesce(extra_desc, '') from pg_settings order by 1) t; insert into notes select 100000, ''; "
                        "update notes set v = case when i % 3 = 0 then setweight(to_tsvector('english', left(t, 30)), 'A') || to_tsvector('english', substr(t, 31)) when i % 41 = 0 then strip(to_tsvector('english', t)) else to_tsvector('english', t) end");
        const auto rows = m_server->query("select t, encode(tsvectorsend(v), 'hex') from notes order by i");
        QVERIFY(rows.count() > 2000);
        for (qsizetype row = 0; row < rows.count(); ++row) {
            m_words += rows.at(row, 0).toByteArray().simplified().split(' ');
            const auto vector = TsVector::fromBinary(QByteArray::fromHex(rows.at(row, 1).toByteArray()));
            QVERIFY_OK(vector);
            m_index.add(*vector);
        }
        m_index.finish();
        m_server->query("update notes set i = (select count(*) from notes) - 1 where i = 100000; create index on notes using gin (v); analyze notes");
    }

    void theIndexHoldsWhatTheServerCounts()
    {
        const auto rows = m_server->query("select word, ndoc, nentry from ts_stat('select v from notes') order by word collate \"C\"");
        QCOMPARE(m_index.lexemeCount(), int(rows.count()));
        for (int lexeme = 0; lexeme < m_index.lexemeCount(); ++lexeme) {
            QCOMPARE(QByteArrayView(m_index.lexeme(lexeme)), rows.at(lexeme, 0));
            QCOMPARE(qint64(m_index.documentsOf(lexeme).size()), *rows.integer(lexeme, 1));
            QCOMPARE(m_index.find(m_index.lexeme(lexeme)), lexeme);
        }
        QCOMPARE(m_index.find("nosuchlexeme"), -1);
        const auto prefixed = m_server->query("select count(*) from ts_stat('select v from notes') where word like 'st%'");
        const auto [first, end] = m_index.withPrefix("st");
        QCOMPARE(qint64(end - first), *prefixed.integer(0, 0));
    }

    void theBestAreTheServersBest_data()
    {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<int>("flags");
        QTest::newRow("ts_rank") << QByteArray("ts_rank") << 0;
        QTest::newRow("ts_rank_cd") << QByteArray("ts_rank_cd") << 0;
        QTest::newRow("ts_rank_cd by log length and distance") << QByteArray("ts_rank_cd") << 5;
        QTest::newRow("ts_rank by rank plus one") << QByteArray("ts_rank") << 33;
    }

    void theBestAreTheServersBest()
    {
        QFETCH(QByteArray, function);
        QFETCH(int, flags);
        NastyTexts nasty(unsigned(60 + flags));
        Analyzer analyzer(Configuration::English, CharacterType::Utf8);
        int found = 0;
        for (int i = 0; i < 200; ++i) {
            QByteArray text = i % 10 == 0 ? m_words[nasty.below(int(m_words.size()))] + " -" + m_words[nasty.below(int(m_words.size()))] : webQuery(nasty);
            const auto query = TsQuery::webSearch(text.toStdString(), analyzer);
            QVERIFY_OK(query);
            const int limit = i % 2 ? 10 : 100000;
            const auto rows = m_server->query("select coalesce(string_agg(i || ':' || encode(float4send(r), 'hex'), ' ' order by r desc, i), '') from (select i, " + function + "(v, q, " + QByteArray::number(flags) + ") r from notes, websearch_to_tsquery('english', " + TextServer::quoted(text) + ") q where v @@ q order by r desc, i limit " + QByteArray::number(limit) + ") t");
            const auto ranking = function == "ts_rank" ? TextIndex::Ranking::Rank : TextIndex::Ranking::CoverDensity;
            const auto hits = m_index.ranked(*query, ranking, i % 2 ? 10 : 0, flags);
            QCOMPARE(listed(hits), rows.at(0, 0).toByteArray());
            found += int(hits.size());
        }
        QVERIFY(found > 2000);
    }

    void prefixesWeightsAndNegationsToo()
    {
        NastyTexts nasty(70);
        int found = 0;
        for (int i = 0; i < 200; ++i) {
            const auto lexeme = [&] { return "'" + QByteArray::fromStdString(std::string(m_index.lexeme(nasty.below(m_index.lexemeCount())))).replace('\'', "''").replace('\\', "\\\\") + "'"; };
            static constexpr const char *patterns[] = {"%1:A", "%1 | a:*", "!%1", "s:* & !t:*", "%1:A | (%2 <-> c:*)", "(s:* <-> t:*) | %1", "!(%1 <-> %2) & th:*", "a:*B & c:*", "(%1 | s:*) <2> (t:* & !%2)", "s:* <-> !c:*"};
            const QByteArray text = QByteArray(patterns[i % 10]).replace("%1", lexeme()).replace("%2", lexeme());
            const auto query = TsQuery::fromText(text.toStdString());
            QVERIFY_OK(query);
            // Without the index: a GIN index answers !x for empty vectors by itself.
            const auto rows = m_server->query("set enable_bitmapscan = off; select coalesce(string_agg(i || ':' || encode(float4send(r), 'hex'), ' ' order by r desc, i), '') from (select i, ts_rank_cd(v, q) r from notes, (select " + TextServer::quoted(text) + "::tsquery q) t where v @@ q) t");
            const auto hits = m_index.ranked(*query, TextIndex::Ranking::CoverDensity, 0);
            if (listed(hits) != rows.at(0, 0))
                qWarning("%s", text.constData());
            QCOMPARE(listed(hits), rows.at(0, 0).toByteArray());
            QCOMPARE(m_index.matching(*query).size(), hits.size());
            found += int(hits.size());
        }
        QVERIFY(found > 10000);
    }

    void aFilterKeepsOthersOutBeforeTheLimit()
    {
        Analyzer analyzer(Configuration::English, CharacterType::Utf8);
        DocumentFilter filter(std::size_t(m_index.documentCount()));
        for (quint32 document = 0; document < quint32(m_index.documentCount()); document += 7)
            filter.allow(document);
        for (const char *text : {"table", "index or table", "index table", "\"value is\" or -column"}) {
            const auto query = TsQuery::webSearch(text, analyzer);
            const auto rows = m_server->query("select coalesce(string_agg(i || ':' || encode(float4send(r), 'hex'), ' ' order by r desc, i), '') from (select i, ts_rank(v, q) r from notes, websearch_to_tsquery('english', '" + QByteArray(text) + "') q where v @@ q and i % 7 = 0 order by r desc, i limit 5) t");
            QCOMPARE(listed(m_index.ranked(*query, TextIndex::Ranking::Rank, 5, 0, DefaultRankWeights, filter)), rows.at(0, 0).toByteArray());
        }
    }

    void anEmptyIndexAnswersNothing()
    {
        TextIndex empty;
        empty.finish();
        Analyzer analyzer(Configuration::English, CharacterType::Utf8);
        for (const char *text : {"table", "", "-table", "a or b"})
            QVERIFY(empty.ranked(*TsQuery::webSearch(text, analyzer), TextIndex::Ranking::Rank, 10).empty());
    }
};

QTEST_GUILESS_MAIN(TextIndexTest)
#include "textindex_test.moc"
