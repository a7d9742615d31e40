#pragma once

// Starting a fleet is a list of steps, some side by side. Both functions stop at the first error
// and give up silently when the context is destroyed.

#include "core/async.h"

namespace qd::demo {

// Calls `arrived` with the answer, on the context's thread. Nothing happens when the reply was
// cancelled or the context is gone by then; QFuture::then would insist on the context.
template <typename T, typename Arrived>
void whenAnswered(Reply<T> reply, QObject *context, Arrived arrived)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, arrived = std::move(arrived)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            arrived(watcher->result());
    });
    watcher->setFuture(reply);
}

using Step = std::function<Reply<>()>;

Reply<> inOrder(QObject *context, QList<Step> steps);
Reply<> together(QObject *context, const QList<Reply<>> &replies);

} // namespace qd::demo
