#include "retrieval/nastytexts.h"
#include "retrieval/text/analyzer.h"
#include "retrieval/textserver.h"

#include <QFile>
#include <QTest>

using namespace qd;
using namespace qd::retrieval;
using test::NastyTexts;
using test::TextServer;

class VectorTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TextServer> m_server;

    static QByteArray named(Configuration configuration) { return configuration == Configuration::English ? "'english'" : "'simple'"; }

    int differences(const std::vector<std::string> &texts, Configuration configuration, CharacterType type)
    {
        Analyzer analyzer(configuration, type);
        const auto rows = m_server->query("select to_tsvector(" + named(configuration) + ", s) from (values " + TextServer::numbered(texts) + ") t(i, s) order by i", type);
        int different = 0;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto vector = analyzer.vector(texts[i]);
            const QByteArray ours = vector ? vector->text() : vector.error().message.toUtf8();
            if (ours != rows.at(qsizetype(i), 0) && ++different <= 5)
                qWarning("%s\n  ours   %s\n  server %s", texts[i].c_str(), ours.constData(), rows.at(qsizetype(i), 0).toByteArray().constData());
        }
        return different;
    }

private slots:
    void initTestCase() { m_server = std::make_unique<TextServer>(); }

    void theConfigurationsAreTheServers()
    {
        for (const auto configuration : {Configuration::English, Configuration::Simple}) {
            const auto rows = m_server->query("select maptokentype, mapdict::regdictionary from pg_ts_config_map where mapcfg = " + named(configuration) + "::regconfig order by 1");
            QByteArray theirs, ours;
            for (qsizetype row = 0; row < rows.count(); ++row)
                theirs += rows.at(row, 0).toByteArray() + ' ' + rows.at(row, 1).toByteArray() + '\n';
            for (int type = 1; type <= 23; ++type) {
                const auto dictionary = dictionaryOf(configuration, TokenType(type));
                if (dictionary != Dictionary::None)
                    ours += QByteArray::number(type) + (dictionary == Dictionary::Simple ? " simple\n" : " english_stem\n");
            }
            QCOMPARE(ours, theirs);
        }
    }

    void theStopWordsAreTheServers()
    {
        const auto rows = m_server->query("select string_agg(w, ' ' order by w collate \"C\") from pg_config, regexp_split_to_table(btrim(pg_read_file(setting || '/tsearch_data/english.stop'), E'\\n'), E'\\n') w "
                                          "where name = 'SHAREDIR'");
        QByteArray ours;
        for (const auto word : englishStopWords())
            ours += (ours.isEmpty() ? "" : " ") + QByteArray(word.data(), qsizetype(word.size()));
        QCOMPARE(ours, rows.at(0, 0).toByteArray());
    }

    void vectorsAreTheServers_data()
    {
        QTest::addColumn<Configuration>("configuration");
        QTest::addColumn<CharacterType>("type");
        QTest::newRow("english, C.UTF-8") << Configuration::English << CharacterType::Utf8;
        QTest::newRow("english, C") << Configuration::English << CharacterType::C;
        QTest::newRow("simple, C.UTF-8") << Configuration::Simple << CharacterType::Utf8;
        QTest::newRow("simple, C") << Configuration::Simple << CharacterType::C;
    }

    void vectorsAreTheServers()
    {
        QFETCH(Configuration, configuration);
        QFETCH(CharacterType, type);
        NastyTexts nasty(30);
        std::vector<std::string> texts = {"", " ", "the of and", "to be or not to be"};
        while (texts.size() < 5000)
            texts.push_back(nasty.text() + ' ' + nasty.text());
        QCOMPARE(differences(texts, configuration, type), 0);
    }

    // Lower case and stems of words of every script.
    void everyLetterOfUnicodeIsFoldedAsTheServerDoes()
    {
        std::vector<std::string> texts;
        std::string text;
        for (char32_t character = 0x80; character < 0x1f000; ++character) {
            if (character >= 0xd800 && character < 0xe000)
                continue;
            appendCharacter(character, text);
            text += character % 3 ? "xing " : " ";
            if (text.size() > 3000) {
                texts.push_back(text);
                text.clear();
            }
        }
        QCOMPARE(differences(texts, Configuration::English, CharacterType::Utf8), 0);
        QCOMPARE(differences(texts, Configuration::Simple, CharacterType::C), 0);
    }

    void everyWordOfTheManualIsStemmedAsTheServerDoes()
    {
        // The names and comments of the catalogue, and what can be made of them.
        const auto rows = m_server->query("select coalesce(string_agg(w, ' '), '') from (select distinct lower(w) w from (select description d from pg_description union all select short_desc || ' ' || coalesce(extra_desc, '') from pg_settings) t, "
                                          "regexp_split_to_table(d, '[^[:alpha:]]+') w) t");
        const QByteArray words = rows.at(0, 0).toByteArray();
        QVERIFY(words.count(' ') > 1500);
        std::vector<std::string> texts;
        for (const QByteArray &word : words.split(' ')) {
            if (texts.empty() || texts.back().size() > 2000)
                texts.emplace_back();
            for (const char *ending : {"", "s", "ing", "ed", "ly", "ness", "ational", "ies", "fully", "ization"})
                texts.back() += (word + ending + ' ').toStdString();
        }
        QCOMPARE(differences(texts, Configuration::English, CharacterType::Utf8), 0);
    }

    void limitsAreTheServers()
    {
        std::string many, repeated, longWords;
        for (int i = 0; i < 17000; ++i)
            many += "w" + std::to_string(i) + ' ';
        for (int i = 0; i < 400; ++i)
            repeated += "same other" + std::to_string(i % 7) + ' ';
        // The longest word has 2,047 bytes, in PostgreSQL 15.18 still one less.
        std::vector<int> lengths{999, 1000, 1001, 2045, 2046, 2048, 4000};
        if (m_server->query("select length(to_tsvector('simple', repeat('x', 2047)))").at(0, 0) == "1")
            lengths.push_back(2047);
        for (const int length : lengths)
            longWords += std::string(std::size_t(length - 3), 'X') + "ing " + std::string(std::size_t(length - 1), '7') + "a ";
        std::string growing; // in lower case these letters take three bytes instead of two
        for (const int length : {680, 682, 683, 1000, 1023, 1024}) {
            for (int i = 0; i < length; ++i)
                growing += "Ⱥ";
            growing += " b ";
        }
        // PostgreSQL 15.18 cuts such a word inside a letter and then refuses the whole text.
        const auto taken = m_server->tryQuery("select to_tsvector('english', " + TextServer::quoted(growing) + ")");
        if (taken)
            longWords += growing;
        else
            QCOMPARE(taken.error().code, QStringLiteral("22021"));
        QCOMPARE(differences({many, repeated, longWords, many + repeated + repeated}, Configuration::English, CharacterType::Utf8), 0);
    }

    void aTextWhoseVectorIsTooLargeIsRefusedAsTheServerDoes()
    {
        std::string text;
        for (int i = 0; i < 90000; ++i)
            text += "lexeme" + std::to_string(i) + ' ';
        const auto theirs = m_server->tryQuery("select to_tsvector('english', " + TextServer::quoted(text) + ")");
        QVERIFY(!theirs);
        const auto ours = Analyzer(Configuration::English, CharacterType::Utf8).vector(text);
        QVERIFY(!ours);
        QCOMPARE(ours.error().kind, Error::Kind::Wrong);
        // "string is too long for tsvector (1048614 bytes, max 1048575 bytes)"
        const QString bytes = theirs.error().detail.section(QLatin1Char('('), 1).section(QLatin1Char(' '), 0, 0);
        QVERIFY2(ours.error().message.contains(bytes), qPrintable(ours.error().message + theirs.error().detail));
    }

    void theTextAndBinaryFormsAreReadAsTheServerReadsThem()
    {
        NastyTexts nasty(31);
        std::vector<std::string> texts = {"'a':1A,2B fat:3 'it''s':4 back\\\\slash:5c x:99999,16383A,7*", "a:1,1A,1B a:1C b b:2", "  \t", "plain", "a:0", "a:1AB", "'open", "x\\", "a:", "a:1x", "a:1,", "'' b", "q:1 :2"};
        for (int i = 0; i < 300; ++i)
            texts.push_back(nasty.soup(10) + "'q':" + std::to_string(nasty.below(300)) + (nasty.below(2) ? "A" : "") + ' ' + nasty.soup(3));
        int accepted = 0;
        for (const auto &text : texts) {
            const auto theirs = m_server->tryQuery("select v::text, encode(tsvectorsend(v), 'hex') from (select " + TextServer::quoted(text) + "::tsvector) t(v)");
            const auto ours = TsVector::fromText(QByteArrayView(text));
            QVERIFY2(ours.has_value() == theirs.has_value(), text.c_str());
            if (!theirs)
                continue;
            ++accepted;
            QCOMPARE(ours->text(), theirs->at(0, 0).toByteArray());
            const auto binary = TsVector::fromBinary(QByteArray::fromHex(theirs->at(0, 1).toByteArray()));
            QVERIFY_OK(binary);
            QCOMPARE(*binary, *ours);
        }
        QVERIFY(accepted > 50);
    }

    void aDamagedBinaryFormIsRefused()
    {
        const auto row = m_server->query("select encode(tsvectorsend(to_tsvector('english', 'a fat cat sat on a mat')), 'hex')");
        const QByteArray whole = QByteArray::fromHex(row.at(0, 0).toByteArray());
        QVERIFY(TsVector::fromBinary(whole));
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(!TsVector::fromBinary(whole.first(length)));
        QVERIFY(!TsVector::fromBinary(whole + 'x'));
    }

    void joinedAndWeightedVectorsAreTheServers()
    {
        NastyTexts nasty(32);
        std::string many;
        for (int i = 0; i < 9000; ++i)
            many += i % 2 ? "and " : "same" + std::to_string(i % 40) + ' ';
        for (int i = 0; i < 60; ++i) {
            const std::string title = i == 0 ? many : nasty.text(), body = i < 2 ? many : nasty.text() + nasty.text();
            const auto row = m_server->query("select setweight(to_tsvector('english', " + TextServer::quoted(title) + "), 'A') || setweight(to_tsvector('english', " + TextServer::quoted(body) + "), 'C')");
            Analyzer analyzer(Configuration::English, CharacterType::Utf8);
            auto first = analyzer.vector(title), second = analyzer.vector(body);
            first->setWeight(Weight::A);
            second->setWeight(Weight::C);
            QCOMPARE(first->joined(*second).text(), row.at(0, 0).toByteArray());
        }
    }

    void everyOccurrenceOfALexemeKnowsItsPlaceInTheText()
    {
        const std::string text = "Größere Katzen (cats) – the cat's CATS: http://cats.example/a.html foo-cats";
        const auto analysed = Analyzer(Configuration::English, CharacterType::Utf8).analyse(text);
        QVERIFY_OK(analysed);
        const int cat = analysed->vector.find("cat");
        QVERIFY(cat >= 0);
        QStringList found;
        for (const Occurrence &occurrence : analysed->occurrences) {
            if (occurrence.lexeme == cat)
                found << QStringLiteral("%1 %2 %3").arg(occurrence.place).arg(occurrence.token.character).arg(QString::fromStdString(text.substr(std::size_t(occurrence.token.byte), std::size_t(occurrence.token.bytes))));
        }
        QCOMPARE(found, QStringList({QStringLiteral("3 16 cats"), QStringLiteral("5 28 cat"), QStringLiteral("7 34 CATS"), QStringLiteral("13 71 cats")}));
        QCOMPARE(analysed->vector.text().contains("'cat':3,5,7,13"), true);
    }
};

QTEST_GUILESS_MAIN(VectorTest)
#include "vector_test.moc"
