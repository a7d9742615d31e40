// Whatever is typed into a search, or comes as the text or the binary form of a vector, is read or
// refused; what was read survives being written and read again, and can be matched and ranked.

#include "retrieval/text/citations.h"
#include "retrieval/text/ranking.h"

#include <cstdio>
#include <cstdlib>

using namespace qd::retrieval;

static void fuzzFailed(const char *what, const QByteArray &detail)
{
    std::fprintf(stderr, "%s\n%s\n", what, detail.constData());
    std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    // Texts come from QString or a UTF-8 database: valid, and without zero characters.
    const std::string text = QString::fromUtf8(reinterpret_cast<const char *>(bytes), qsizetype(size)).remove(QChar(0)).toStdString();
    for (const auto type : {CharacterType::Utf8, CharacterType::C}) {
        int end = 0;
        for (const Token &token : Parser::tokens(text, type)) {
            if (isCompound(token.type))
                continue;
            if (token.byte != end)
                fuzzFailed("a gap between tokens", QByteArray::fromStdString(text));
            end += token.bytes;
        }
        if (end != int(text.size()))
            fuzzFailed("the tokens are not the text", QByteArray::fromStdString(text));

        Analyzer analyzer(Configuration::English, type);
        const auto vector = analyzer.vector(text);
        for (const auto reading : {&TsQuery::webSearch, &TsQuery::plain, &TsQuery::phrase, &TsQuery::standard}) {
            const auto query = reading(text, analyzer);
            if (!query)
                continue;
            const auto again = TsQuery::fromText(query->text().toStdString());
            if (!again || again->text() != query->text())
                fuzzFailed("a query changed", query->text());
            highlights(text, *query, analyzer);
            if (vector && matches(*query, *vector))
                rankCoverDensity(*query, *vector, 63);
        }
        webSearchWarnings(text, analyzer);
    }
    if (const auto vector = TsVector::fromText(QByteArrayView(text))) {
        const auto again = TsVector::fromText(vector->text());
        if (!again || !(*again == *vector))
            fuzzFailed("a vector changed", vector->text());
    }
    TsVector::fromBinary(QByteArrayView(bytes, qsizetype(size)));
    return 0;
}
