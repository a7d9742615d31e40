#pragma once

// Builds a TsQuery in the order of the server's parser (makepol() and pushval_morph() of PostgreSQL
// 15), then removes stop words from the tree.

#include "retrieval/text/tsquery.h"
#include "retrieval/text/valuescanner.h"

#include <functional>
#include <optional>

namespace qd::retrieval {

class TsQueryBuilder
{
public:
    using Kind = TsQuery::Kind;
    // What becomes of a value: pushes one complete operand.
    using PushValue = std::function<void(TsQueryBuilder &, std::string_view value, quint8 weights, bool isPrefix)>;

    void pushValue(std::string_view lexeme, quint8 weights, bool isPrefix);
    void pushStopWord();
    void pushOperator(Kind kind, qint16 distance);
    // The words of a value, joined by <-> (or & in plainto_tsquery), with holes for stop words.
    void pushWords(std::span<const AnalysedWord> words, Kind joinedBy, quint8 weights, bool isPrefix);

    bool failed() const { return m_failed; }
    void fail() { m_failed = true; }
    TsQuery finish();

    // Operators wait here until one of lower priority comes (to_tsquery and websearch).
    class Operators
    {
    public:
        void add(TsQueryBuilder &builder, Kind kind, qint16 distance);
        void flush(TsQueryBuilder &builder, Kind upTo);

    private:
        struct Waiting
        {
            Kind kind;
            qint16 distance;
        };
        std::vector<Waiting> m_waiting;
    };

private:
    struct Added
    {
        int left = 0, right = 0; // to the distance of a phrase operator on that side
    };
    struct Node
    {
        std::size_t item = 0;
        int left = -1, right = -1; // nodes; -1: none
    };
    int makeTree(std::vector<Node> &nodes, std::size_t &item, int depth);
    int withoutStopWords(std::vector<Node> &nodes, int node, Added &added);
    void copyTree(const std::vector<Node> &nodes, int node, TsQuery &query) const;

    // In the order of pushing; the query is this order reversed.
    std::vector<TsQuery::Item> m_items;
    std::string m_texts;
    bool m_failed = false;
};

int priorityOf(TsQuery::Kind kind);

} // namespace qd::retrieval
