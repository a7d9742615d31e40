#pragma once

// A question to a target that takes more than one read. Lives below the target until it has
// answered or the asker has cancelled; the read that is under way is then cancelled with it.

#include "deployments/target.h"

#include <utility>

namespace qd {

template <typename T>
class Inquiry : public QObject
{
public:
    explicit Inquiry(Target *target) : QObject(target), m_target(target)
    {
        m_answer.onCancel(this, [this] { deleteLater(); });
    }

    Reply<T> reply() const { return m_answer.reply(); }

protected:
    template <typename Arrived>
    void ask(const QByteArray &sql, const QString &object, Arrived arrived)
    {
        m_read.start(m_target->read({.sql = sql, .priority = Priority::Asked, .purpose = QStringLiteral("discovery"), .object = object}),
                     std::move(arrived));
    }

    // Last statement of the caller.
    void finish(Result<T> result)
    {
        deleteLater();
        const auto answer = m_answer;
        answer.give(std::move(result));
    }

private:
    Target *m_target;
    Answer<T> m_answer;
    Latest m_read{this};
};

} // namespace qd
