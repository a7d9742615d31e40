#pragma once

#include "telemetry/mirror.h"

#include <QRandomGenerator>

namespace qd::test {

// Calls of every shape, the same ones for the same seed: odd latencies, missing costs, errors,
// shared traces, ids as numbers or UUIDs.
inline QList<telemetry::Call> randomCalls(quint32 seed, int count, Instant from, milliseconds length)
{
    QRandomGenerator random(seed);
    const auto oneOf = [&random](const QStringList &words) { return words[random.bounded(words.size())]; };
    QList<telemetry::Call> calls;
    for (int i = 0; i < count; ++i) {
        telemetry::Call call;
        call.id = QByteArray::number(1000 + i);
        call.atUs = toMsecs(from) * 1000 + qint64(random.generate64() % quint64(length.count() * 1000));
        call.kind = oneOf({QStringLiteral("llm_call"), QStringLiteral("tool_call"), QStringLiteral("retrieval")});
        call.model = oneOf({QString(), QStringLiteral("gpt-4o"), QStringLiteral("gpt-4o-mini")});
        call.tool = oneOf({QString(), QStringLiteral("searchNotes"), QStringLiteral("createFlashcards"), QStringLiteral("ünïcode")});
        call.user = random.bounded(10) == 0 ? QString() : QStringLiteral("user-%1").arg(random.bounded(40));
        call.userKind = call.user.isEmpty() ? QString() : QStringLiteral("school");
        call.trace = QByteArray::number(random.bounded(count / 3 + 1), 16).rightJustified(32, '0');
        if (random.bounded(8) != 0)
            call.latencyMs = random.bounded(4) == 0 ? random.bounded(5000.0) : double(random.bounded(5000));
        if (random.bounded(5) != 0) {
            call.hasTokens = true;
            call.tokens = {random.bounded(300'000), random.bounded(900), random.bounded(3) * 512, 0};
        }
        if (random.bounded(4) != 0)
            call.cost = Money::fromMicros(random.bounded(90'000));
        call.countsCost = call.kind != QStringLiteral("retrieval");
        if (random.bounded(12) == 0) {
            call.isError = true;
            call.httpStatus = oneOf({QStringLiteral("0"), QStringLiteral("429"), QStringLiteral("500")}).toInt();
            call.errorMessage = QStringLiteral("Rate limit reached, try again in %1s").arg(random.bounded(60));
            call.errorClass = telemetry::classify(call.httpStatus, {}, call.errorMessage, false);
        }
        call.checksum = qint64(random.generate64() >> 24);
        calls.append(call);
    }
    return calls;
}

} // namespace qd::test
