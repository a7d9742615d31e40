#pragma once

// Spec Agents: nothing is recorded but what readers say of an answer, and which chunks it cited.

#include "demo/story.h"
#include "demo/system.h"

namespace qd::demo {

class SpecAgents : public System
{
public:
    explicit SpecAgents(const Story &story) : m_story(story) {}

    QList<Table> tables() const override;
    void appendDay(QDate day, std::vector<Row> &rows) const override;
    Result<QByteArray> writeDocuments(const QString &stem) const override;

private:
    Story m_story;
};

} // namespace qd::demo
