#pragma once

// ObservAI Hub: one row for each model call, with everything in it.

#include "demo/story.h"
#include "demo/system.h"

namespace qd::demo {

class ObservAi : public System
{
public:
    explicit ObservAi(const Story &story);

    QList<Table> tables() const override;
    void appendDay(QDate day, std::vector<Row> &rows) const override;
    QByteArray usersAsCopy() const override;

private:
    Story m_story;
    std::vector<QByteArray> m_users;
};

} // namespace qd::demo
