#pragma once

// Everything that takes time returns a Reply<T>, which is a QFuture<Result<T>>.
//
// Whoever asks keeps a Latest and gives it the reply:
//
//     m_reload.start(m_target->read(request), [this](Result<pg::Rows> rows) { ... });
//
// Starting again, cancelling, or destroying the Latest cancels the earlier work at its source
// and drops its answer. Each reply has one reader; producers finish their promise as the last
// statement of a function, because the reader runs right there and may ask for more.

#include "core/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace qd {

template <typename T = void>
using Reply = QFuture<Result<T>>;

// A reply that is already answered.
template <typename T>
Reply<T> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

// The producing end of a Reply, shareable with the callbacks that will answer it. Destroyed
// unanswered, the reply counts as cancelled. Answering twice is a bug.
template <typename T = void>
class Answer
{
public:
    Answer()
        : m_promise(std::make_shared<QPromise<Result<T>>>())
    {
        m_promise->start();
    }

    Reply<T> reply() const { return m_promise->future(); }
    bool isCancelled() const { return m_promise->isCanceled(); }

    // Must be the last statement: the reader runs inside.
    void give(Result<T> result) const
    {
        const auto promise = m_promise; // the reader may destroy whoever owns us
        promise->addResult(std::move(result));
        promise->finish();
    }

    // Calls `stop` on the context's thread once the asker cancels.
    template <typename Stop>
    void onCancel(QObject *context, Stop stop) const
    {
        auto *watcher = new QFutureWatcher<Result<T>>(context);
        QObject::connect(watcher, &QFutureWatcherBase::canceled, context, std::move(stop));
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(m_promise->future());
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

// Runs CPU or file work on a thread pool and answers with what it returns. `work` gets a
// function that tells whether the asker has cancelled; long work asks it now and then.
template <typename T>
Reply<T> onPool(QThreadPool *pool, std::function<Result<T>(const std::function<bool()> &)> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const Reply<T> reply = promise->future();
    pool->start([promise, work = std::move(work)] {
        Result<T> result = work([&promise] { return promise->isCanceled(); });
        promise->addResult(std::move(result));
        promise->finish();
    });
    return reply;
}

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

class Latest
{
public:
    explicit Latest(QObject *owner) : m_owner(owner) {}
    ~Latest() { cancel(); }
    Latest(const Latest &) = delete;
    Latest &operator=(const Latest &) = delete;

    template <typename T, typename Arrived>
    void start(Reply<T> reply, Arrived arrived)
    {
        cancel();
        // Cancelling what then() returns would not reach the work (Qt < 6.10), so keep the source.
        m_cancel = [reply]() mutable { reply.cancel(); };
        // The turn is shared: a Latest may go before its owner does.
        whenAnswered(reply, m_owner, [this, turns = m_turn, turn = *m_turn, arrived = std::move(arrived)](Result<T> result) {
            if (turn != *turns)
                return;
            m_cancel = nullptr;
            arrived(std::move(result));
        });
    }

    void cancel()
    {
        ++*m_turn;
        if (const auto cancel = std::exchange(m_cancel, nullptr))
            cancel();
    }

    bool isRunning() const { return m_cancel != nullptr; }

private:
    QObject *m_owner;
    std::shared_ptr<int> m_turn = std::make_shared<int>(0);
    std::function<void()> m_cancel;
};

} // namespace qd
