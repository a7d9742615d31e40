#include "retrieval/nastytexts.h"
#include "retrieval/text/citations.h"

#include <QTest>

using namespace qd;
using namespace qd::retrieval;
using test::NastyTexts;

class CitationsTest : public QObject
{
    Q_OBJECT

private:
    static std::string part(std::string_view text, const TextRange &range) { return std::string(text.substr(std::size_t(range.byte), std::size_t(range.bytes))); }

    // The same stretch, cut by characters.
    static std::string partByCharacters(const std::string &text, const TextRange &range)
    {
        const auto characters = QString::fromStdString(text).toUcs4();
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()) + range.character, range.characters).toStdString();
    }

private slots:
    void aQuotationIsFoundWordForWord()
    {
        const std::string text = "Größe zählt. The pump is tested at 20 °C; the pump is tested at 40 °C.";
        const auto citation = findCitation(text, "the pump is tested at 40 °C");
        QCOMPARE(citation.verdict, CitationVerdict::WordForWord);
        QCOMPARE(citation.places.size(), std::size_t(1));
        QCOMPARE(citation.places[0], (TextRange{46, 28, 42, 27}));
        QCOMPARE(part(text, citation.places[0]), std::string("the pump is tested at 40 °C"));
        QCOMPARE(partByCharacters(text, citation.places[0]), std::string("the pump is tested at 40 °C"));
        QCOMPARE(findCitation(text, "pump is tested").places.size(), std::size_t(2));
    }

    void otherSpacingCaseAndEncodingAreTheSameWords()
    {
        const std::string text = "Results: the ef\xef\xac\x81"
                                 "ciency of\n  Cafe\xcc\x81 pumps, tested\ttwice.";
        const auto citation = findCitation(text, "The efficiency of café pumps tested twice");
        QCOMPARE(citation.verdict, CitationVerdict::SameWords);
        QCOMPARE(citation.places.size(), std::size_t(1));
        QCOMPARE(citation.longestWords, 7);
        QCOMPARE(partByCharacters(text, citation.places[0]), part(text, citation.places[0]));
        QVERIFY(part(text, citation.places[0]).starts_with("the ef"));
        QVERIFY(part(text, citation.places[0]).ends_with("twice"));
    }

    void whatIsCitedButNotThereIsSaidSo()
    {
        const std::string text = "The pump is tested at 20 °C before delivery.";
        const auto citation = findCitation(text, "The pump is tested at 40 °C before delivery.");
        QCOMPARE(citation.verdict, CitationVerdict::NotThere);
        QVERIFY(citation.places.empty());
        QCOMPARE(citation.words, 9);
        QCOMPARE(citation.longestWords, 5);
        QCOMPARE(part(text, citation.longest), std::string("The pump is tested at"));
        // The words alone, in another order, are no quotation.
        QCOMPARE(findCitation(text, "tested pump the").verdict, CitationVerdict::NotThere);
    }

    void aQuotationWithoutWordsIsNowhere()
    {
        QCOMPARE(findCitation("a -- b", "--").verdict, CitationVerdict::NotThere);
        QCOMPARE(findCitation("a", "").verdict, CitationVerdict::NotThere);
        QCOMPARE(findCitation("", "a").verdict, CitationVerdict::NotThere);
    }

    // Any stretch of any text that holds a word is found in it, at its place.
    void everyStretchOfEveryTextIsFoundThere()
    {
        NastyTexts nasty(90);
        int found = 0;
        for (int i = 0; i < 400; ++i) {
            const std::string text = nasty.text() + " anchor " + nasty.text();
            const auto tokens = Parser::tokens(text, CharacterType::Utf8);
            const Token &token = tokens[std::size_t(nasty.below(int(tokens.size())))];
            const auto citation = findCitation(text, std::string_view(text).substr(std::size_t(token.byte)));
            if (citation.words == 0)
                continue;
            ++found;
            QCOMPARE(citation.verdict, CitationVerdict::WordForWord);
            QCOMPARE(citation.places.back().byte, token.byte);
            QCOMPARE(citation.places.back().character, token.character);
        }
        QVERIFY(found > 250);
    }

    void theWordsOfAQueryAreHighlighted()
    {
        const std::string text = "Überprüfte Datenbanken: databases, a DATABASE-server and tables (not rows).";
        Analyzer analyzer(Configuration::English, CharacterType::Utf8);
        const auto query = TsQuery::webSearch("database table -rows", analyzer);
        QStringList marked;
        for (const TextRange &range : highlights(text, *query, analyzer)) {
            QCOMPARE(partByCharacters(text, range), part(text, range));
            marked << QString::fromStdString(part(text, range));
        }
        QCOMPARE(marked, QStringList({QStringLiteral("databases"), QStringLiteral("DATABASE"), QStringLiteral("tables")}));

        marked.clear();
        for (const TextRange &range : highlights(text, *TsQuery::standard("data:* & !(table & !row)", analyzer), analyzer))
            marked << QString::fromStdString(part(text, range));
        // A compound and its first part begin together: the compound is marked once. Twice negated is asked for.
        QCOMPARE(marked, QStringList({QStringLiteral("databases"), QStringLiteral("DATABASE-server"), QStringLiteral("rows")}));
    }

    void aPlaceHasAPage()
    {
        const int begins[] = {0, 100, 250};
        QCOMPARE(pageOf(begins, 0), 1);
        QCOMPARE(pageOf(begins, 99), 1);
        QCOMPARE(pageOf(begins, 100), 2);
        QCOMPARE(pageOf(begins, 9999), 3);
        QCOMPARE(pageOf(std::span(begins).subspan(1), 7), 0);
    }
};

QTEST_GUILESS_MAIN(CitationsTest)
#include "citations_test.moc"
