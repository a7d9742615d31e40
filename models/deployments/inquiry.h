#pragma once

// A question to a target that takes more than one read. Lives below the target until it has
// answered or the asker has cancelled; the read that is under way is then cancelled with it.

#include "deployments/target.h"
#include "core/async.h"

#include <functional>
#include <utility>

namespace qd {

template <typename T>
class Inquiry : public QObject
{
public:
    explicit Inquiry(Target *target) : QObject(target), m_target(target)
    {
        m_answer.onCancel(this, [this] {
            m_isOver = true;
            deleteLater();
        });
    }
    ~Inquiry() override
    {
        if (m_cancel)
            m_cancel();
    }

    Reply<T> reply() const { return m_answer.reply(); }

protected:
    template <typename Arrived>
    void ask(const QByteArray &sql, const QString &object, Arrived arrived)
    {
        ask(ReadRequest{.sql = sql, .priority = Priority::Asked, .purpose = QStringLiteral("discovery"), .object = object}, std::move(arrived));
    }

    template <typename Arrived>
    void ask(const ReadRequest &request, Arrived arrived)
    {
        auto read = m_target->read(request);
        m_cancel = [read]() mutable { read.cancel(); };
        whenAnswered(read, this, [this, arrived = std::move(arrived)](Result<Target::Answered> answered) {
            if (m_isOver)
                return;
            m_cancel = nullptr;
            arrived(std::move(answered));
        });
    }

    // Last statement of the caller.
    void finish(Result<T> result)
    {
        m_isOver = true;
        deleteLater();
        const auto answer = m_answer;
        answer.give(std::move(result));
    }

private:
    Target *m_target;
    Answer<T> m_answer;
    std::function<void()> m_cancel;
    bool m_isOver = false;
};

} // namespace qd
