#pragma once

#include "core/async.h"

namespace qd {

// Calls `then` with the answer on the context's thread, unless the context has gone by then: in
// Qt 6.4 QFuture::then() asserts in that case. A cancelled reply arrives as Cancelled.
template <typename T, typename Then>
void whenAnswered(Reply<T> reply, QObject *context, Then then)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        const QFuture<Result<T>> done = watcher->future();
        if (done.resultCount() == 0)
            return then(Result<T>(failure(Error::Kind::Cancelled, QString())));
        then(done.result());
    });
    watcher->setFuture(reply);
}

} // namespace qd
