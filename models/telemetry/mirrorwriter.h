#pragma once

#include "core/async.h"
#include "telemetry/mirror.h"

#include <QThreadPool>

#include <memory>

namespace qd::telemetry {

// A thread of its own for everything that takes time: making calls of rows, binning, packing,
// writing. Work is done in the order it was asked for. The mirror is opened there with the first
// work, and as long as another process writes it, again with each.
class MirrorWriter
{
public:
    explicit MirrorWriter(const QString &file);
    ~MirrorWriter(); // waits for what is being written

    // Error::code is AnotherWrites when another process holds the lock.
    static inline const QString AnotherWrites = QStringLiteral("LOCKED");

    template <typename T>
    Reply<T> run(std::function<Result<T>(Mirror &)> work)
    {
        return onPool<T>(&m_pool, [state = m_state, work = std::move(work)](const std::function<bool()> &isCancelled) -> Result<T> {
            if (isCancelled())
                return failure(Error::Kind::Cancelled, {});
            if (auto ready = state->open(); !ready)
                return failure(ready.error());
            return work(*state->mirror);
        });
    }

private:
    struct State // belongs to the writing thread
    {
        QString file;
        std::unique_ptr<Mirror> mirror;
        Result<> open();
    };
    std::shared_ptr<State> m_state;
    QThreadPool m_pool;
};

} // namespace qd::telemetry
