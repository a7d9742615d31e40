#pragma once

// Waiting for replies and looking into results; for tests only, the program never waits.

#include "core/async.h"
#include "support/patience.h"

#include <QTest>

namespace qd::test {

// The answer of a reply, or an error when it was cancelled or did not come in time.
template <typename T>
Result<T> await(Reply<T> reply, std::chrono::milliseconds limit = std::chrono::milliseconds(PatienceMs))
{
    if (!QTest::qWaitFor([&reply] { return reply.isFinished(); }, int(limit.count())))
        return failure(Error::Kind::Busy, QStringLiteral("The test waited %1 ms for an answer that did not come.").arg(limit.count()));
    if (reply.resultCount() == 0)
        return failure(Error::Kind::Cancelled, QStringLiteral("The reply was cancelled."));
    return reply.result();
}

inline QByteArray described(const Error &error)
{
    return QStringLiteral("kind %1, %2: %3 [%4]").arg(int(error.kind)).arg(error.code, error.message, error.detail).toUtf8();
}

} // namespace qd::test

// QVERIFY for a Result: shows what the error says.
#define QVERIFY_OK(result) \
    do { \
        const auto &verified = (result); \
        if (!QTest::qVerify(verified.has_value(), #result, verified ? "" : qd::test::described(verified.error()).constData(), __FILE__, __LINE__)) \
            return; \
    } while (false)
