// "What is different" over a million calls; the bar is 300 ms.
#include "bench/stopwatch.h"
#include "telemetry/difference.h"

#include <cstdio>
#include <random>

using namespace qd::telemetry;

int main()
{
    constexpr int Calls = 1'000'000;
    std::mt19937 random(1);
    const auto names = [](const char *prefix, int count) {
        QStringList list;
        for (int i = 0; i < count; ++i)
            list << QLatin1String(prefix) + QString::number(i);
        return list;
    };
    const QStringList kinds = names("kind-", 5), models = names("model-", 8), tools = names("tool-", 20), users = names("user-", 30'000), plans = names("plan-", 3), codes = names("code-", 12);
    // As the mirror delivers them: texts shared from its dictionaries, in the order of time.
    std::vector<Call> calls(Calls);
    for (int i = 0; i < Calls; ++i) {
        Call &call = calls[size_t(i)];
        const auto from = [&random](const QStringList &list) { return list[qsizetype(random() % quint32(list.size()))]; };
        call.atUs = (1'780'000'000ll + i * 7 * 86'400ll / Calls) * 1'000'000;
        call.kind = from(kinds);
        call.model = from(models);
        call.tool = from(tools);
        call.user = from(users);
        call.userKind = from(plans);
        call.hasTokens = true;
        call.tokens = {qint64(random() % 40'000), qint64(random() % 2'000), qint64(random() % 3 ? 0 : 1'000), 0};
        call.isError = random() % 50 == 0;
        if (call.isError)
            call.errorCode = from(codes);
        call.httpStatus = call.isError ? 500 : 200;
        call.latencyMs = random() % (call.tool == tools[3] ? 2'000 : 1'000);
    }
    // The visiting alone, which every way of looking at all calls has to do.
    const auto visitAll = [&calls](const CallVisitor &visit) {
        for (const Call &call : calls)
            visit(*call.latencyMs > 980, call);
    };
    qint64 chosen = 0;
    const double bare = qd::bench::shortestMs(5, [&] { visitAll([&chosen](bool inside, const Call &) { chosen += inside; }); });
    QList<Difference> found;
    const double ms = qd::bench::shortestMs(5, [&] { found = whatDiffers(visitAll); });
    std::printf("%d calls, %d dimensions, %s %s first: %.0f ms (bar: 300 ms), %.1f times visiting them\n", Calls, int(found.size()), qPrintable(found.first().dimension), qPrintable(found.first().value), ms, ms / bare);
    return chosen > 0 ? 0 : 1;
}
