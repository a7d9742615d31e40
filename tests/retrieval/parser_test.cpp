#include "retrieval/nastytexts.h"
#include "retrieval/text/parser.h"
#include "retrieval/textserver.h"

#include <QTest>

using namespace qd;
using namespace qd::retrieval;
using test::NastyTexts;
using test::TextServer;

// "1:666f6f 12:20": types and bytes of the tokens.
static QByteArray written(std::string_view text, CharacterType type)
{
    QByteArray line;
    for (const Token &token : Parser::tokens(text, type))
        line += (line.isEmpty() ? "" : " ") + QByteArray::number(int(token.type)) + ':' + QByteArray(text.data() + token.byte, token.bytes).toHex();
    return line;
}

static int characters(std::string_view text)
{
    return int(std::count_if(text.begin(), text.end(), [](char c) { return (quint8(c) & 0xc0) != 0x80; }));
}

class ParserTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TextServer> m_server;

    int differences(const std::vector<std::string> &texts, CharacterType type)
    {
        int different = 0;
        for (std::size_t begin = 0; begin < texts.size(); begin += 2000) {
            const std::vector<std::string> part(texts.begin() + long(begin), texts.begin() + long(std::min(texts.size(), begin + 2000)));
            const auto rows = m_server->query("select (select string_agg(p.tokid || ':' || encode(convert_to(p.token, 'UTF8'), 'hex'), ' ' order by p.n) "
                                              "from ts_parse('default', t.s) with ordinality p(tokid, token, n)) from (values " + TextServer::numbered(part) + ") t(i, s) order by t.i", type);
            for (std::size_t i = 0; i < part.size(); ++i) {
                const QByteArray ours = written(part[i], type);
                if (ours != rows.at(qsizetype(i), 0) && ++different <= 5)
                    qWarning("%s\n  ours   %s\n  server %s", QByteArray::fromStdString(part[i]).toPercentEncoding(" <>/:@").constData(), ours.constData(), rows.at(qsizetype(i), 0).toByteArray().constData());
            }
        }
        return different;
    }

private slots:
    void initTestCase() { m_server = std::make_unique<TextServer>(); }

    void theNamesOfTheTypesAreTheServers()
    {
        const auto rows = m_server->query("select tokid, alias from ts_token_type('default') order by 1");
        QCOMPARE(rows.count(), 23);
        for (int i = 0; i < 23; ++i)
            QCOMPARE(rows.at(i, 1), QByteArrayView(tokenTypeName(TokenType(i + 1))));
    }

    void everyCharacterOfUnicodeIsOfTheServersClass()
    {
        // Inside a word, at its beginning, after a digit and alone.
        std::vector<std::string> texts;
        std::string text;
        for (char32_t character = 1; character < 0x110000; ++character) {
            if (character >= 0xd800 && character < 0xe000)
                continue;
            std::string one;
            appendCharacter(character, one);
            if (character < 0x3400 || (character >= 0xa000 && character < 0x20000) || (character >= 0xe0000 && character < 0xe0200) || character % 61 == 0)
                text += "a" + one + "b " + one + "c 1" + one + " é-" + one + "x ";
            if (text.size() > 4000 || character == 0x10ffff) {
                texts.push_back(text);
                text.clear();
            }
        }
        QVERIFY(CharacterClasses::of(CharacterType::Utf8).isFaithful());
        QCOMPARE(differences(texts, CharacterType::Utf8), 0);
        QCOMPARE(differences(texts, CharacterType::C), 0);
    }

    void tokensAreTheServers_data()
    {
        QTest::addColumn<CharacterType>("type");
        QTest::newRow("C.UTF-8") << CharacterType::Utf8;
        QTest::newRow("C") << CharacterType::C;
    }

    void tokensAreTheServers()
    {
        QFETCH(CharacterType, type);
        NastyTexts nasty(20);
        std::vector<std::string> texts;
        for (const auto word : NastyTexts::words)
            texts.emplace_back(word);
        for (const auto oddity : NastyTexts::oddities)
            texts.emplace_back(oddity);
        while (texts.size() < 6000)
            texts.push_back(nasty.text());
        while (texts.size() < 12000)
            texts.push_back(nasty.soup(1 + nasty.below(24)));
        while (texts.size() < 13000)
            texts.push_back(nasty.script(30) + nasty.piece() + nasty.script(5));
        QCOMPARE(differences(texts, type), 0);
    }

    void longTextsToo()
    {
        NastyTexts nasty(21);
        std::vector<std::string> texts = {std::string(5000, 'a'), std::string(3000, '<'), std::string(3000, '/'), std::string(4000, '-'), "<script>" + std::string(3000, 'x') + "</script>tail"};
        for (int i = 0; i < 40; ++i) {
            std::string text;
            while (text.size() < 4000)
                text += nasty.text() + ' ';
            texts.push_back(text);
        }
        QCOMPARE(differences(texts, CharacterType::Utf8), 0);
    }

    // Character offsets: the property that makes citations possible.
    void theTokensThatAreNoCompoundsAreTheTextAndKnowTheirCharacters()
    {
        NastyTexts nasty(22);
        for (int i = 0; i < 3000; ++i) {
            const std::string text = nasty.text();
            std::string joined;
            int end = 0;
            for (const Token &token : Parser::tokens(text, CharacterType::Utf8)) {
                QCOMPARE(token.character, characters(text.substr(0, std::size_t(token.byte))));
                QCOMPARE(token.characters, characters(text.substr(std::size_t(token.byte), std::size_t(token.bytes))));
                if (isCompound(token.type))
                    continue;
                QCOMPARE(token.byte, end);
                end += token.bytes;
                joined += text.substr(std::size_t(token.byte), std::size_t(token.bytes));
            }
            QCOMPARE(joined, text);
        }
    }
};

QTEST_GUILESS_MAIN(ParserTest)
#include "parser_test.moc"
