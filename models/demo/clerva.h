#pragma once

// Clerva as an instrumented study assistant: every request leaves a tree of steps in
// agent_telemetry. `agent_completion` is the request end to end, without cost; below it lie the
// planning `llm_call`, the `tool_call` with its own `embedding`, `retrieval` and `llm_call`, and
// the answering `llm_call`. A row is written when its step ends.
//
// Latency of a model call, in milliseconds, is
//     (first + perThousandIn × tokens_in / 1000 + perOut × tokens_out) × s,   ln s ~ N(0, 0.25)
// with the constants of each model in clervaModels(); other steps are a median × s with their own
// spread. Token counts come from the trace: the prompt is the trace's context × 2 plus 1,900 tokens
// of instructions and, after a search, 4,100 of retrieved text; the answer is the trace's.

#include "demo/story.h"
#include "demo/system.h"

#include <memory>

namespace qd::demo {

class Clerva : public System
{
public:
    explicit Clerva(const Story &story);
    ~Clerva() override;

    QList<Table> tables() const override;
    void appendDay(QDate day, std::vector<Row> &rows) const override;
    Result<QByteArray> writeDocuments(const QString &stem) const override;
    QByteArray usersAsCopy() const override;

private:
    struct Private;
    std::unique_ptr<const Private> d;
};

} // namespace qd::demo
