// A differential fuzz of what people type: texts grow by mutation, and what the engine makes of them is
// held against a live PostgreSQL: the four functions that read queries, in both configurations and two
// locales, the document's vector, the match and the bits of both ranks. Under ctest a few thousand cases
// of a fixed seed; for longer, and with another seed each time:
//
//     QUARTERDECK_FUZZ_SECONDS=600 build-ci/tests/retrieval/retrieval_queryfuzz_test
//
// A difference is made as short as it goes and printed with its seed (QUARTERDECK_FUZZ_SEED repeats a run).

#include "retrieval/nastytexts.h"
#include "retrieval/text/ranking.h"
#include "retrieval/textserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <bit>

using namespace qd;
using namespace qd::retrieval;
using test::NastyTexts;
using test::TextServer;

namespace {

struct FuzzCase
{
    std::string query, document;
};

std::u32string charactersOf(const std::string &utf8)
{
    return QString::fromStdString(utf8).toStdU32String();
}

std::string utf8Of(const std::u32string &characters)
{
    return QString::fromStdU32String(characters).remove(QChar(0)).toStdString();
}

// Texts that are made of earlier ones: pieces are repeated, dropped, swapped, put together.
class GrowingTexts
{
public:
    explicit GrowingTexts(unsigned seed) : m_nasty(seed) {}

    std::string next()
    {
        std::string made;
        if (m_pool.size() < 200 || m_nasty.below(4) == 0)
            made = fresh();
        else
            made = mutated();
        if (made.size() > 600)
            made = utf8Of(charactersOf(made).substr(0, 300));
        if (m_pool.size() < 4000)
            m_pool.push_back(made);
        else
            m_pool[std::size_t(m_nasty.below(4000))] = made;
        return made;
    }

private:
    std::string fresh()
    {
        static constexpr std::string_view operators[] = {" ", " ", " & ", " | ", " <-> ", " <2> ", "<0>", " !", "-", " -", " \"", "\" ", " or ", " OR ", "or", " (", ") ", ":*", ":A", ":bC*", "!!", "<", "& ", "'", "\\", ":", " <17000> ", "<->", "\\'", "''", ": *", ":*:", "<16384>", "<16383>", "< 1 >"};
        std::string made;
        for (int i = m_nasty.below(6); i >= 0; --i) {
            made += m_nasty.below(3) ? std::string(NastyTexts::words[m_nasty.below(int(std::size(NastyTexts::words)))]) : m_nasty.piece();
            made += operators[m_nasty.below(int(std::size(operators)))];
        }
        return made;
    }

    std::string mutated()
    {
        std::u32string text = charactersOf(any());
        for (int changes = 1 + m_nasty.below(4); changes > 0; --changes) {
            const std::size_t at = text.empty() ? 0 : std::size_t(m_nasty.below(int(text.size())));
            const std::size_t length = text.empty() ? 0 : std::size_t(m_nasty.below(std::min(12, int(text.size() - at)) + 1));
            switch (m_nasty.below(6)) {
            case 0: text.erase(at, length); break;
            case 1: text.insert(at, text.substr(at, length)); break;
            case 2: text.insert(at, charactersOf(m_nasty.soup(1 + m_nasty.below(3)))); break;
            case 3: text.insert(at, charactersOf(m_nasty.piece())); break;
            case 4: text = text.substr(0, at) + charactersOf(any()); break;
            default:
                if (!text.empty())
                    text[at] = charactersOf(m_nasty.soup(1))[0];
            }
        }
        return utf8Of(text);
    }
    const std::string &any() const { return m_pool[std::size_t(m_nasty.below(int(m_pool.size())))]; }

    mutable NastyTexts m_nasty;
    std::vector<std::string> m_pool;
};

} // namespace

class QueryFuzzTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TextServer> m_server;
    qint64 m_readings = 0, m_refused = 0, m_matches = 0;
    static constexpr CharacterType Types[] = {CharacterType::Utf8, CharacterType::C};

    // What the server says to a case, one line for each thing that is compared.
    std::vector<QByteArray> serversAnswers(const std::vector<FuzzCase> &cases, const char *configuration, CharacterType type)
    {
        QByteArray values;
        for (std::size_t i = 0; i < cases.size(); ++i)
            values += (i ? "," : "") + QByteArrayLiteral("(") + QByteArray::number(qulonglong(i)) + ',' + TextServer::quoted(cases[i].query) + ',' + TextServer::quoted(cases[i].document) + ')';
        const auto rows = m_server->query("select pg_temp.answered('" + QByteArray(configuration) + "', q, d) from (values " + values + ") t(i, q, d) order by i", type);
        std::vector<QByteArray> answers;
        for (qsizetype i = 0; i < rows.count(); ++i)
            answers.push_back(rows.at(i, 0).toByteArray());
        return answers;
    }

    static QByteArray bits(float value) { return QByteArray::number(std::bit_cast<quint32>(value), 16).rightJustified(8, '0'); }

    static QByteArray ourAnswer(const FuzzCase &each, Analyzer &analyzer)
    {
        const auto vector = analyzer.vector(each.document);
        QByteArray answer = vector ? vector->text() : QByteArray("refused");
        for (const auto reading : {&TsQuery::webSearch, &TsQuery::plain, &TsQuery::phrase, &TsQuery::standard}) {
            const auto query = reading(each.query, analyzer);
            answer += '\n' + (query ? query->text() : QByteArray("refused"));
            if (query && vector) {
                answer += matches(*query, *vector) ? " t " : " f ";
                answer += bits(rank(*query, *vector)) + ' ' + bits(rankCoverDensity(*query, *vector));
            }
        }
        return answer;
    }

    bool differs(const FuzzCase &each, const char *configuration, CharacterType type)
    {
        Analyzer analyzer(QByteArray(configuration) == "english" ? Configuration::English : Configuration::Simple, type);
        return ourAnswer(each, analyzer) != serversAnswers({each}, configuration, type).front();
    }

    // Takes away what the difference does not need.
    FuzzCase shortened(FuzzCase each, const char *configuration, CharacterType type)
    {
        for (std::string FuzzCase::*part : {&FuzzCase::document, &FuzzCase::query}) {
            for (std::size_t length = charactersOf(each.*part).size(); length > 0; length /= 2) {
                for (std::size_t at = 0; at < charactersOf(each.*part).size();) {
                    FuzzCase smaller = each;
                    smaller.*part = utf8Of(charactersOf(each.*part).erase(at, length));
                    if (differs(smaller, configuration, type))
                        each = smaller;
                    else
                        at += length;
                }
            }
        }
        return each;
    }

    int compare(const std::vector<FuzzCase> &cases)
    {
        int different = 0;
        for (const char *configuration : {"english", "simple"}) {
            for (const CharacterType type : Types) {
                Analyzer analyzer(QByteArray(configuration) == "english" ? Configuration::English : Configuration::Simple, type);
                const std::vector<QByteArray> theirs = serversAnswers(cases, configuration, type);
                for (std::size_t i = 0; i < cases.size(); ++i) {
                    m_readings += 4;
                    m_refused += theirs[i].count("\nrefused");
                    m_matches += theirs[i].count(" t ");
                    if (ourAnswer(cases[i], analyzer) == theirs[i] || ++different > 3)
                        continue;
                    const FuzzCase small = shortened(cases[i], configuration, type);
                    qWarning("%s, %s\nquery    %s\ndocument %s\nours   %s\nserver %s", configuration, type == CharacterType::C ? "C" : "C.UTF-8", small.query.c_str(), small.document.c_str(), ourAnswer(small, analyzer).constData(),
                        serversAnswers({small}, configuration, type).front().constData());
                }
            }
        }
        return different;
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<TextServer>();
        for (const CharacterType type : Types)
            m_server->query(R"(create function pg_temp.answered(c regconfig, q text, d text) returns text language plpgsql as $$
declare
    v tsvector; t tsquery; answer text; f int;
begin
    begin v := to_tsvector(c, d); exception when others then v := null; end;
    answer := coalesce(v::text, 'refused');
    for f in 1..4 loop
        begin
            t := case f when 1 then websearch_to_tsquery(c, q) when 2 then plainto_tsquery(c, q) when 3 then phraseto_tsquery(c, q) else to_tsquery(c, q) end;
        exception when others then t := null;
        end;
        answer := answer || E'\n' || coalesce(t::text, 'refused');
        if t is not null and v is not null then
            answer := answer || case when v @@ t then ' t ' else ' f ' end || encode(float4send(ts_rank(v, t)), 'hex') || ' ' || encode(float4send(ts_rank_cd(v, t)), 'hex');
        end if;
    end loop;
    return answer;
end $$)", type);
    }

    // The test itself can tell a difference.
    void anotherStemmerWouldBeNoticed()
    {
        QVERIFY(!differs({"cats", "the cats sat"}, "english", CharacterType::Utf8));
        Analyzer other(Configuration::Simple, CharacterType::Utf8);
        QVERIFY(ourAnswer({"cats", "the cats sat"}, other) != serversAnswers({{"cats", "the cats sat"}}, "english", CharacterType::Utf8).front());
    }

    void whatIsTypedMeansTheSameOnTheServer()
    {
        const int seconds = qEnvironmentVariableIntValue("QUARTERDECK_FUZZ_SECONDS");
        const QByteArray given = qgetenv("QUARTERDECK_FUZZ_SEED");
        const unsigned seed = !given.isEmpty() ? given.toUInt() : seconds > 0 ? unsigned(QDateTime::currentMSecsSinceEpoch()) : 20261121;
        GrowingTexts texts(seed);
        QElapsedTimer clock;
        clock.start();
        int different = 0;
        do {
            std::vector<FuzzCase> batch;
            for (int i = 0; i < 500; ++i) {
                FuzzCase each{texts.next(), texts.next()};
                // Half of the documents hold something of the query, or little would ever match.
                if (i % 2)
                    each.document += ' ' + each.query + ' ' + each.document;
                batch.push_back(std::move(each));
            }
            different += compare(batch);
        } while (different == 0 && (seconds > 0 ? clock.elapsed() < seconds * 1000 : m_readings < 48'000));
        qInfo("seed %u: %lld readings compared, of which %lld are refused and %lld match; %d different", seed, static_cast<long long>(m_readings), static_cast<long long>(m_refused), static_cast<long long>(m_matches), different);
        QCOMPARE(different, 0);
        // Or nothing much was compared.
        QVERIFY(m_matches > m_readings / 20 && m_refused > m_readings / 100 && m_refused < m_readings / 3);
    }
};

int main(int argc, char **argv)
{
    // A long run is no hanging test.
    if (const int seconds = qEnvironmentVariableIntValue("QUARTERDECK_FUZZ_SECONDS"); seconds > 0)
        qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number((seconds + 300) * 1000));
    QCoreApplication application(argc, argv);
    QueryFuzzTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "queryfuzz_test.moc"
