#include "retrieval/text/tsquerybuilder.h"

#include <algorithm>

namespace qd::retrieval {
namespace {

// The server's own limits: waiting operators, and (there by the size of its stack) nesting.
constexpr std::size_t maxWaitingOperators = 32;
constexpr int maxQueryDepth = 10000;

} // namespace

int priorityOf(TsQuery::Kind kind)
{
    switch (kind) {
    case TsQuery::Kind::Not: return 4;
    case TsQuery::Kind::Phrase: return 3;
    case TsQuery::Kind::And: return 2;
    default: return 1;
    }
}

void TsQueryBuilder::Operators::flush(TsQueryBuilder &builder, Kind upTo)
{
    const int priority = priorityOf(upTo);
    while (!m_waiting.empty()) {
        const Waiting last = m_waiting.back();
        // Not is right associative, unlike the others.
        if (upTo == Kind::Not ? priority >= priorityOf(last.kind) : priority > priorityOf(last.kind))
            break;
        m_waiting.pop_back();
        builder.pushOperator(last.kind, last.distance);
    }
}

void TsQueryBuilder::Operators::add(TsQueryBuilder &builder, Kind kind, qint16 distance)
{
    flush(builder, kind);
    if (m_waiting.size() == maxWaitingOperators)
        return builder.fail();
    m_waiting.push_back({kind, distance});
}

void TsQueryBuilder::pushValue(std::string_view lexeme, quint8 weights, bool isPrefix)
{
    if (int(lexeme.size()) > MaxLexemeBytes)
        return fail();
    m_items.push_back({.kind = Kind::Value, .isPrefix = isPrefix, .weights = weights, .text = quint32(m_texts.size()), .bytes = quint32(lexeme.size())});
    m_texts.append(lexeme);
}

void TsQueryBuilder::pushStopWord()
{
    m_items.push_back({.kind = Kind::RemovedStopWord});
}

void TsQueryBuilder::pushOperator(Kind kind, qint16 distance)
{
    m_items.push_back({.kind = kind, .distance = kind == Kind::Phrase ? distance : qint16(0)});
}

void TsQueryBuilder::pushWords(std::span<const AnalysedWord> words, Kind joinedBy, quint8 weights, bool isPrefix)
{
    if (words.empty())
        return pushStopWord();
    int place = 0, operands = 0;
    for (std::size_t i = 0; i < words.size();) {
        const int next = std::min(words[i].place, MaxPlace);
        for (; place > 0 && place + 1 < next; ++place) {
            pushStopWord();
            if (operands++)
                pushOperator(joinedBy, 1);
        }
        place = next;
        // Several at one place: only at the last place there is.
        for (int same = 0; i < words.size() && std::min(words[i].place, MaxPlace) == place; ++i) {
            pushValue(words[i].lexeme, weights, isPrefix);
            if (same++)
                pushOperator(Kind::And, 0);
        }
        if (operands++)
            pushOperator(joinedBy, 1);
    }
}

int TsQueryBuilder::makeTree(std::vector<Node> &nodes, std::size_t &item, int depth)
{
    if (depth > maxQueryDepth || item >= m_items.size()) {
        fail();
        return -1;
    }
    const int node = int(nodes.size());
    nodes.push_back({item});
    const Kind kind = m_items[item++].kind;
    if (kind == Kind::Value || kind == Kind::RemovedStopWord)
        return node;
    const int right = makeTree(nodes, item, depth + 1);
    const int left = kind == Kind::Not || m_failed ? -1 : makeTree(nodes, item, depth + 1);
    nodes[std::size_t(node)].right = right;
    nodes[std::size_t(node)].left = left;
    return node;
}

// clean_stopword_intree() of the server. A phrase operator that loses a side hands its distance to
// the phrase operator above it, on the side where the hole is; one that loses both hands the sum
// to both, and the operator above counts it once.
int TsQueryBuilder::withoutStopWords(std::vector<Node> &nodes, int node, Added &added)
{
    added = {};
    Node &here = nodes[std::size_t(node)];
    TsQuery::Item &item = m_items[here.item];
    if (item.kind == Kind::Value)
        return node;
    if (item.kind == Kind::RemovedStopWord)
        return -1;
    if (item.kind == Kind::Not) {
        here.right = withoutStopWords(nodes, here.right, added);
        return here.right < 0 ? -1 : node;
    }
    Added ofLeft, ofRight;
    here.left = withoutStopWords(nodes, here.left, ofLeft);
    here.right = withoutStopWords(nodes, here.right, ofRight);
    const bool isPhrase = item.kind == Kind::Phrase;
    if (here.left < 0 && here.right < 0) {
        added.left = added.right = isPhrase ? ofLeft.left + item.distance + ofRight.left : std::max(ofLeft.left, ofRight.left);
        return -1;
    }
    if (here.left < 0) {
        added = {isPhrase ? ofLeft.left + item.distance + ofRight.left : ofRight.left, ofRight.right};
        return here.right;
    }
    if (here.right < 0) {
        added = {ofLeft.left, isPhrase ? ofLeft.right + item.distance + ofRight.right : ofLeft.right};
        return here.left;
    }
    if (isPhrase) {
        item.distance = qint16(item.distance + ofLeft.right + ofRight.left);
        added = {ofLeft.left, ofRight.right};
    }
    return node;
}

void TsQueryBuilder::copyTree(const std::vector<Node> &nodes, int node, TsQuery &query) const
{
    const Node &here = nodes[std::size_t(node)];
    TsQuery::Item item = m_items[here.item];
    const std::size_t place = query.m_items.size();
    if (item.kind == Kind::Value) {
        const auto lexeme = std::string_view(m_texts).substr(item.text, item.bytes);
        item.text = quint32(query.m_texts.size());
        query.m_texts.append(lexeme);
    }
    query.m_items.push_back(item);
    if (item.kind == Kind::Value)
        return;
    copyTree(nodes, here.right, query);
    query.m_items[place].left = item.kind == Kind::Not ? 1 : quint32(query.m_items.size() - place);
    if (item.kind != Kind::Not)
        copyTree(nodes, here.left, query);
}

TsQuery TsQueryBuilder::finish()
{
    TsQuery query;
    if (m_failed || m_items.empty())
        return query;
    std::reverse(m_items.begin(), m_items.end());
    std::vector<Node> nodes;
    nodes.reserve(m_items.size());
    std::size_t item = 0;
    const int root = makeTree(nodes, item, 0);
    if (m_failed)
        return query;
    Added added;
    const int kept = withoutStopWords(nodes, root, added);
    if (kept >= 0)
        copyTree(nodes, kept, query);
    return query;
}

} // namespace qd::retrieval
