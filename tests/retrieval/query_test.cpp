#include "retrieval/nastytexts.h"
#include "retrieval/text/tsquery.h"
#include "retrieval/textserver.h"

#include <QTest>

using namespace qd;
using namespace qd::retrieval;
using test::NastyTexts;
using test::TextServer;

using Reading = Result<TsQuery> (*)(std::string_view, Analyzer &);

class QueryTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TextServer> m_server;

    // A query that people type and one that nobody should: operators, quotes, brackets in any order.
    static std::string typed(NastyTexts &nasty)
    {
        static constexpr std::string_view operators[] = {" ", " ", " & ", " | ", " <-> ", " <2> ", "<0>", " !", "-", " -", " \"", "\" ", " or ", " OR ", "or", " (", ") ", ":*", ":A", ":bC*", "!!", "<", "& ", "'", "\\", ":", " <17000> ", "<->"};
        std::string made;
        for (int i = nasty.below(7); i >= 0; --i) {
            if (nasty.below(8) == 0)
                made += nasty.text();
            else if (nasty.below(6) != 0)
                made += NastyTexts::words[nasty.below(int(std::size(NastyTexts::words)))];
            made += operators[nasty.below(int(std::size(operators)))];
        }
        return made;
    }

    // A query of to_tsquery that is mostly well-formed.
    static std::string wellFormed(NastyTexts &nasty, int depth)
    {
        const int kind = nasty.below(depth > 4 ? 3 : 8);
        if (kind < 3) {
            static constexpr std::string_view endings[] = {"", "", "", ":*", ":A", ":bd", ":*C"};
            return std::string(NastyTexts::words[nasty.below(22)]) + std::string(endings[nasty.below(7)]);
        }
        if (kind == 3)
            return "!" + wellFormed(nasty, depth + 1);
        if (kind == 4)
            return "( " + wellFormed(nasty, depth + 1) + " )";
        static constexpr std::string_view between[] = {" & ", " | ", " <-> ", "<3>", " <0> "};
        return wellFormed(nasty, depth + 1) + std::string(between[nasty.below(5)]) + wellFormed(nasty, depth + 1);
    }

    int differences(const std::vector<std::string> &texts, const QByteArray &function, Reading reading, const char *configuration, CharacterType type, int *refused = nullptr)
    {
        Analyzer analyzer(QByteArray(configuration) == "english" ? Configuration::English : Configuration::Simple, type);
        // One bad query must not end the others.
        m_server->query("create or replace function pg_temp.tried(q text) returns text language plpgsql as $$ begin return " + function + "('" + configuration + "', q); exception when others then return 'refused'; end $$", type);
        int different = 0;
        for (std::size_t begin = 0; begin < texts.size(); begin += 1000) {
            const std::vector<std::string> part(texts.begin() + long(begin), texts.begin() + long(std::min(texts.size(), begin + 1000)));
            const auto rows = m_server->query("select pg_temp.tried(s) from (values " + TextServer::numbered(part) + ") t(i, s) order by i", type);
            for (std::size_t i = 0; i < part.size(); ++i) {
                const auto query = reading(part[i], analyzer);
                const QByteArray ours = query ? query->text() : "refused";
                if (refused && !query)
                    ++*refused;
                if (ours != rows.at(qsizetype(i), 0) && ++different <= 5)
                    qWarning("%s\n  ours   %s\n  server %s", part[i].c_str(), ours.constData(), rows.at(qsizetype(i), 0).toByteArray().constData());
            }
        }
        return different;
    }

private slots:
    void initTestCase() { m_server = std::make_unique<TextServer>(); }

    void queriesAreTheServers_data()
    {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<CharacterType>("type");
        for (const char *function : {"websearch_to_tsquery", "plainto_tsquery", "phraseto_tsquery", "to_tsquery"}) {
            for (const char *configuration : {"english", "simple"}) {
                for (const auto type : {CharacterType::Utf8, CharacterType::C})
                    QTest::addRow("%s %s %s", function, configuration, type == CharacterType::C ? "C" : "C.UTF-8") << QByteArray(function) << QByteArray(configuration) << type;
            }
        }
    }

    void queriesAreTheServers()
    {
        QFETCH(QByteArray, function);
        QFETCH(QByteArray, configuration);
        QFETCH(CharacterType, type);
        const Reading reading = function == "websearch_to_tsquery" ? &TsQuery::webSearch : function == "plainto_tsquery" ? &TsQuery::plain : function == "phraseto_tsquery" ? &TsQuery::phrase : &TsQuery::standard;
        NastyTexts nasty(unsigned(qHash(function + configuration, 7)));
        std::vector<std::string> texts = {"", " ", "the", "the of", "\"", "\"\"", "-", "or", "or or", "or x", "x or", "x or ", "x or -y", "a or\tb", "\"the cat\" -dog", "'", "a \\", "!", "x or_y", "x or-y", "x orb", "x or9", "x orä", "x or\"y\""};
        while (texts.size() < 3000)
            texts.push_back(typed(nasty));
        if (function == "to_tsquery") {
            while (texts.size() < 5000)
                texts.push_back(wellFormed(nasty, 0));
        }
        for (int length = 28; length < 40; ++length)
            texts.push_back(std::string(std::size_t(length), '-') + 'x');
        for (int length = 28; length < 40; ++length)
            texts.push_back(std::string(std::size_t(length), '!') + 'x');
        int refused = 0;
        QCOMPARE(differences(texts, function, reading, configuration.constData(), type, &refused), 0);
        if (function == "to_tsquery")
            QVERIFY(refused > 500 && refused < 4000);
    }

    void queriesOfFourThousandCharactersToo()
    {
        NastyTexts nasty(41);
        std::vector<std::string> texts = {std::string(4000, '('), std::string(4000, '"'), std::string(2000, 'x') + ' ' + std::string(2000, '&')};
        std::string brackets = std::string(900, '(') + 'x' + std::string(900, ')');
        texts.push_back(brackets);
        while (texts.size() < 60) {
            std::string text;
            while (text.size() < 4000)
                text += typed(nasty) + ' ';
            texts.push_back(text);
        }
        QCOMPARE(differences(texts, "websearch_to_tsquery", &TsQuery::webSearch, "english", CharacterType::Utf8), 0);
        QCOMPARE(differences(texts, "phraseto_tsquery", &TsQuery::phrase, "english", CharacterType::Utf8), 0);
        QCOMPARE(differences(texts, "to_tsquery", &TsQuery::standard, "english", CharacterType::Utf8), 0);
    }

    void aQueryNestedTooDeeplyIsRefusedAndNothingElseHappens()
    {
        Analyzer analyzer(Configuration::Simple, CharacterType::Utf8);
        QVERIFY(!TsQuery::standard(std::string(200000, '('), analyzer));
        std::string words;
        for (int i = 0; i < 200000; ++i)
            words += "x ";
        QVERIFY(!TsQuery::plain(words, analyzer));
    }

    // text::tsquery
    void castsAreTheServers()
    {
        NastyTexts nasty(42);
        int accepted = 0;
        m_server->query("create or replace function pg_temp.cast_of(q text) returns text language plpgsql as $$ begin return q::tsquery; exception when others then return 'refused'; end $$");
        std::vector<std::string> texts;
        while (texts.size() < 1000)
            texts.push_back(wellFormed(nasty, 0));
        while (texts.size() < 2000)
            texts.push_back(typed(nasty));
        const auto rows = m_server->query("select pg_temp.cast_of(s) from (values " + TextServer::numbered(texts) + ") t(i, s) order by i");
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto query = TsQuery::fromText(texts[i]);
            QCOMPARE(query ? query->text() : QByteArray("refused"), rows.at(qsizetype(i), 0).toByteArray());
            if (!query || query->isEmpty())
                continue;
            ++accepted;
            QCOMPARE(TsQuery::fromText(query->text().toStdString())->text(), query->text());
        }
        QVERIFY(accepted > 900);
    }

    void aUrlThatCannotMatchIsWarnedOf_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("host");
        QTest::newRow("with protocol") << QByteArray("error http://db.example/status?x=1") << QStringLiteral("db.example");
        QTest::newRow("with port") << QByteArray("db.example:5432/status") << QStringLiteral("db.example:5432");
        QTest::newRow("in quotes") << QByteArray("\"http://db.example/status?x=1\" error") << QString();
        QTest::newRow("after quotes") << QByteArray("\"a b\" https://db.example/") << QStringLiteral("db.example");
        QTest::newRow("host alone") << QByteArray("db.example") << QString();
        QTest::newRow("without protocol") << QByteArray("db.example/status?x=1") << QString();
        QTest::newRow("no URL") << QByteArray("a: b or c:d") << QString();
    }

    // The warning is held against what the server does: does the query find a document with that text?
    void aUrlThatCannotMatchIsWarnedOf()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, host);
        Analyzer analyzer(Configuration::English, CharacterType::Utf8);
        const QStringList warnings = webSearchWarnings(query.toStdString(), analyzer);
        const auto row = m_server->query("select to_tsvector('english', translate(q, '\"', ' ')) @@ websearch_to_tsquery('english', q) from (values (" + TextServer::quoted(query) + ")) t(q)");
        QCOMPARE(warnings.isEmpty(), row.at(0, 0) == "t");
        QCOMPARE(warnings.isEmpty(), host.isEmpty());
        QVERIFY(host.isEmpty() || warnings.first().contains(QStringLiteral("“%1”").arg(host)));
    }
};

QTEST_GUILESS_MAIN(QueryTest)
#include "query_test.moc"
