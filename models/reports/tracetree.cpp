#include "reports/tracetree.h"

#include <algorithm>

namespace qd::reports {

namespace {

class TraceTree
{
public:
    TraceTree(const telemetry::Call &request, const QList<telemetry::Call> &calls)
    {
        m_nodes.push_back(TraceNode{.call = request});
        for (const telemetry::Call &call : calls) {
            if (call.id != request.id)
                m_nodes.push_back(TraceNode{.call = call});
        }
        placeInTime();
        findParents();
    }

    std::vector<TraceNode> inOrder()
    {
        m_children.assign(m_nodes.size(), {});
        for (size_t i = 1; i < m_nodes.size(); ++i)
            m_children[size_t(m_nodes[i].parent)].push_back(int(i));
        for (auto &list : m_children)
            std::ranges::sort(list, {}, [this](int child) { return std::pair(m_nodes[size_t(child)].startMs, child); });
        measureSelf();
        markCritical(0);
        std::vector<TraceNode> ordered;
        append(ordered, 0, -1, 0);
        return ordered;
    }

private:
    static double lengthOf(const telemetry::Call &call) { return call.latencyMs.value_or(0); }

    void placeInTime()
    {
        const telemetry::Call &request = m_nodes.front().call;
        int before = 0, after = 0;
        for (size_t i = 1; i < m_nodes.size(); ++i)
            ++(m_nodes[i].call.atUs > request.atUs ? after : before);
        // The request is written last when rows are written at the end of a call.
        const bool isEnd = before >= after;
        const double zero = double(request.atUs) / 1000 - (isEnd ? lengthOf(request) : 0);
        for (TraceNode &node : m_nodes) {
            node.startMs = double(node.call.atUs) / 1000 - (isEnd ? lengthOf(node.call) : 0) - zero;
            node.endMs = node.startMs + lengthOf(node.call);
        }
    }

    void findParents()
    {
        for (size_t i = 1; i < m_nodes.size(); ++i) {
            const int recorded = recordedParent(i);
            m_nodes[i].parent = recorded >= 0 ? recorded : enclosing(i);
        }
        // Identities that lead in a circle are no tree: such calls hang below the request.
        for (size_t i = 1; i < m_nodes.size(); ++i) {
            size_t steps = 0;
            for (int at = int(i); at > 0 && steps <= m_nodes.size(); at = m_nodes[size_t(at)].parent)
                ++steps;
            if (steps > m_nodes.size())
                m_nodes[i].parent = 0;
        }
    }

    int recordedParent(size_t child) const
    {
        const QByteArray &wanted = m_nodes[child].call.parentSpan;
        if (wanted.isEmpty())
            return -1;
        for (size_t i = 0; i < m_nodes.size(); ++i) {
            if (i != child && m_nodes[i].call.span == wanted)
                return int(i);
        }
        return -1;
    }

    int enclosing(size_t child) const
    {
        constexpr double slack = 2; // ms; rows are written one after the other
        int best = 0;
        const TraceNode &inner = m_nodes[child];
        for (size_t i = 1; i < m_nodes.size(); ++i) {
            const TraceNode &outer = m_nodes[i];
            const bool isLonger = lengthOf(outer.call) > lengthOf(inner.call);
            if (i == child || !isLonger || outer.startMs - slack > inner.startMs || outer.endMs + slack < inner.endMs)
                continue;
            if (best == 0 || lengthOf(outer.call) < lengthOf(m_nodes[size_t(best)].call))
                best = int(i);
        }
        return best;
    }

    // Own time is what no child covers.
    void measureSelf()
    {
        for (size_t i = 0; i < m_nodes.size(); ++i) {
            TraceNode &node = m_nodes[i];
            double covered = 0, until = node.startMs;
            for (const int child : m_children[i]) { // in order of their start
                const double from = std::max(m_nodes[size_t(child)].startMs, until), to = std::min(m_nodes[size_t(child)].endMs, node.endMs);
                if (to > from) {
                    covered += to - from;
                    until = to;
                }
            }
            node.selfMs = std::max(0.0, node.endMs - node.startMs - covered);
        }
    }

    // Backwards from the end: who ended last before the point that is still unexplained decided it.
    void markCritical(int index)
    {
        m_nodes[size_t(index)].isCritical = true;
        double point = m_nodes[size_t(index)].endMs + 0.5;
        std::vector<int> left = m_children[size_t(index)];
        while (!left.empty()) {
            const auto last = std::ranges::max_element(left, {}, [&](int child) { return m_nodes[size_t(child)].endMs <= point ? m_nodes[size_t(child)].endMs : -1e18; });
            const int child = *last;
            left.erase(last);
            if (m_nodes[size_t(child)].endMs > point)
                break; // the others end later than what is left to explain: they ran beside it
            point = m_nodes[size_t(child)].startMs + 0.5;
            markCritical(child);
        }
    }

    void append(std::vector<TraceNode> &ordered, int index, int parent, int depth)
    {
        TraceNode node = m_nodes[size_t(index)];
        node.parent = parent;
        node.depth = depth;
        const int place = int(ordered.size());
        ordered.push_back(std::move(node));
        for (const int child : m_children[size_t(index)])
            append(ordered, child, place, depth + 1);
    }

    std::vector<TraceNode> m_nodes;
    std::vector<std::vector<int>> m_children;
};

} // namespace

std::vector<TraceNode> traceTree(const telemetry::Call &request, const QList<telemetry::Call> &calls)
{
    return TraceTree(request, calls).inOrder();
}

} // namespace qd::reports
