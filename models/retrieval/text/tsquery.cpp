#include "retrieval/text/tsquery.h"

#include "retrieval/text/tsquerybuilder.h"

#include <algorithm>
#include <optional>

namespace qd::retrieval {
namespace {

using QueryKind = TsQuery::Kind;

void writeQuery(const TsQuery &query, std::size_t &at, int parentPriority, bool isRightOfPhrase, QByteArray &written);

void writeValue(std::string_view lexeme, const TsQuery::Item &item, QByteArray &written)
{
    written += '\'';
    for (const char c : lexeme) {
        if (c == '\'' || c == '\\')
            written += c;
        written += c;
    }
    written += '\'';
    if (!item.weights && !item.isPrefix)
        return;
    written += item.isPrefix ? ":*" : ":";
    for (int weight = 3; weight >= 0; --weight) {
        if (item.weights & (1 << weight))
            written += "DCBA"[weight];
    }
}

void writeOperator(const TsQuery &query, std::size_t &at, int parentPriority, bool isRightOfPhrase, QByteArray &written)
{
    const TsQuery::Item item = query.items()[at++];
    const int priority = priorityOf(item.kind);
    const bool inParentheses = priority < parentPriority || (item.kind == QueryKind::Phrase && isRightOfPhrase);
    if (inParentheses)
        written += "( ";
    if (item.kind == QueryKind::Not) {
        written += '!';
        writeQuery(query, at, priority, false, written);
    } else {
        QByteArray right;
        writeQuery(query, at, priority, item.kind == QueryKind::Phrase, right);
        writeQuery(query, at, priority, false, written);
        if (item.kind == QueryKind::Phrase)
            written += item.distance == 1 ? QByteArrayLiteral(" <-> ") : " <" + QByteArray::number(item.distance) + "> ";
        else
            written += item.kind == QueryKind::And ? " & " : " | ";
        written += right;
    }
    if (inParentheses)
        written += " )";
}

void writeQuery(const TsQuery &query, std::size_t &at, int parentPriority, bool isRightOfPhrase, QByteArray &written)
{
    const TsQuery::Item &item = query.items()[at];
    if (item.kind != QueryKind::Value)
        return writeOperator(query, at, parentPriority, isRightOfPhrase, written);
    ++at;
    writeValue(query.lexeme(item), item, written);
}

} // namespace

QByteArray TsQuery::text() const
{
    QByteArray written;
    std::size_t at = 0;
    if (!isEmpty())
        writeQuery(*this, at, -1, false, written);
    return written;
}

} // namespace qd::retrieval
