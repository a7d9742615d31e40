#pragma once

// ARA: audits as conversations. It records tokens of messages and nothing else.

#include "demo/story.h"
#include "demo/system.h"
#include "demo/trace.h"

namespace qd::demo {

class Ara : public System
{
public:
    explicit Ara(const Story &story) : m_story(story) {}

    QList<Table> tables() const override;
    void appendDay(QDate day, std::vector<Row> &rows) const override;

private:
    void appendSession(Random &random, const Arrival &arrival, std::vector<Row> &rows) const;

    Story m_story;
};

} // namespace qd::demo
