#include "telemetry/difference.h"
#include "telemetry/divergence.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace qd;
using namespace qd::telemetry;

namespace {

QString pick(std::mt19937 &random, const char *prefix, int count)
{
    // The first are the most common, as with real tools and users.
    std::geometric_distribution<int> which(2.5 / count);
    return QLatin1String(prefix) + QString::number(which(random) % count);
}

// Ordinary traffic of a week. Some dimensions go together: kind and tool, prompt and output.
Call ordinaryCall(std::mt19937 &random)
{
    std::uniform_real_distribution<double> even(0, 1);
    std::lognormal_distribution<double> tokens(7, 1.2);
    Call call;
    call.atUs = (1'780'000'000ll + qint64(random() % (7 * 86'400))) * 1'000'000;
    call.tool = pick(random, "tool-", 9);
    call.kind = even(random) < 0.8 ? QStringLiteral("kind-%1").arg(call.tool.size() % 3 + (call.tool.back().unicode() % 2)) : pick(random, "kind-", 4);
    call.model = pick(random, "model-", 6);
    call.user = pick(random, "user-", 400);
    call.userKind = pick(random, "plan-", 3);
    call.hasTokens = true;
    call.tokens[In] = qint64(tokens(random));
    call.tokens[Out] = qint64(tokens(random) / 5);
    call.tokens[Cached] = even(random) < 0.2 ? 500 : 0;
    call.isError = even(random) < 0.03;
    if (call.isError) {
        call.errorClass = ErrorClass(random() % ErrorClasses);
        call.errorCode = pick(random, "code-", 4);
    }
    call.httpStatus = call.isError ? 500 : 200;
    return call;
}

struct Cause
{
    const char *dimension;
    const char *value;
    bool (*has)(const Call &);
};

constexpr Cause causes[] = {
    {"tool", "tool-2", [](const Call &call) { return call.tool == QLatin1String("tool-2"); }},
    {"model", "model-1", [](const Call &call) { return call.model == QLatin1String("model-1"); }},
    {"user", "user-3", [](const Call &call) { return call.user == QLatin1String("user-3"); }},
    {"userKind", "plan-1", [](const Call &call) { return call.userKind == QLatin1String("plan-1"); }},
    {"cache", "read", [](const Call &call) { return call.tokens[Cached] > 0; }},
    {"prompt", "≤ 32000", [](const Call &call) { const qint64 tokens = call.tokens[In] + call.tokens[Cached]; return tokens > 8'000 && tokens <= 32'000; }},
    {"hour", "14:00", [](const Call &call) { return call.atUs / 3'600'000'000 % 24 == 14; }},
};

// 8,000 calls of which 3 % are slow, and of those with the cause 30 %.
QList<Difference> differencesOf(unsigned seed, bool (*has)(const Call &), double slowWithCause = 0.3, int calls = 8'000)
{
    return whatDiffers([=](const CallVisitor &visit) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> even(0, 1);
        for (int i = 0; i < calls; ++i) {
            const Call call = ordinaryCall(random);
            visit(even(random) < (has && has(call) ? slowWithCause : 0.03), call);
        }
    });
}

Call callWith(const char *tool)
{
    Call call;
    call.tool = QLatin1String(tool);
    return call;
}

} // namespace

class DifferenceTest : public QObject
{
    Q_OBJECT

private slots:
    void aPlantedCauseComesFirst()
    {
        int first = 0, dimensions = 0;
        for (unsigned seed = 0; seed < 100; ++seed) {
            const Cause &cause = causes[seed % std::size(causes)];
            const QList<Difference> found = differencesOf(seed, cause.has);
            QVERIFY(!found.isEmpty());
            dimensions = std::max(dimensions, int(found.size()));
            const bool isFirst = found.first().dimension == QLatin1String(cause.dimension) && found.first().value == QString::fromUtf8(cause.value) && found.first().isSignificant();
            if (!isFirst)
                qInfo("seed %u: %s, not %s %s", seed, qPrintable(found.first().dimension + QLatin1Char(' ') + found.first().value), cause.dimension, cause.value);
            first += isFirst;
        }
        qInfo("first in %d of 100, among %d dimensions", first, dimensions);
        QVERIFY(dimensions >= 12);
        QVERIFY(first >= 95);
    }

    void withoutACauseNothingIsSignificant()
    {
        int significant = 0;
        for (unsigned seed = 0; seed < 100; ++seed) {
            for (const Difference &difference : differencesOf(seed + 500, nullptr))
                significant += difference.isSignificant();
        }
        QVERIFY2(significant <= 5, qPrintable(QString::number(significant)));
    }

    void countsAndSharesAreThoseOfTheCalls()
    {
        const QList<Difference> found = whatDiffers([](const CallVisitor &visit) {
            for (int i = 0; i < 100; ++i)
                visit(i < 40, callWith(i < 30 || i >= 95 ? "search" : "answer"));
        });
        QCOMPARE(found.size(), 1); // every other dimension has one value only
        QCOMPARE(found[0].dimension, QStringLiteral("tool"));
        QCOMPARE(found[0].value, QStringLiteral("search"));
        QCOMPARE(found[0].inside, 30);
        QCOMPARE(found[0].insideOf, 40);
        QCOMPARE(found[0].outside, 5);
        QCOMPARE(found[0].outsideOf, 60);
        QVERIFY(found[0].isSignificant());
    }

    void withNothingToCompareThereIsNoAnswer()
    {
        QVERIFY(whatDiffers([](const CallVisitor &) {}).isEmpty());
        QVERIFY(whatDiffers([](const CallVisitor &visit) { visit(true, callWith("a")); visit(true, callWith("b")); }).isEmpty());
        QVERIFY(whatDiffers([](const CallVisitor &visit) { visit(false, callWith("a")); visit(false, callWith("b")); }).isEmpty());
    }

    void whatTheChoiceItselfDecidesIsNotACause()
    {
        const QList<Difference> failed = whatDiffers([](const CallVisitor &visit) {
            std::mt19937 random(3);
            for (int i = 0; i < 5'000; ++i) {
                const Call call = ordinaryCall(random);
                visit(call.isError, call);
            }
        });
        for (const Difference &difference : failed)
            QVERIFY2(difference.dimension != QLatin1String("outcome") && difference.dimension != QLatin1String("httpStatus") && !difference.dimension.startsWith(QLatin1String("error")), qPrintable(difference.dimension));

        // A box of three hours is at its hours by being drawn there.
        const QList<Difference> box = whatDiffers([](const CallVisitor &visit) {
            std::mt19937 random(4);
            for (int i = 0; i < 5'000; ++i) {
                const Call call = ordinaryCall(random);
                const qint64 hour = call.atUs / 3'600'000'000 - 1'780'000'000ll / 3'600;
                visit(hour >= 40 && hour < 43, call);
            }
        });
        QVERIFY(!box.isEmpty());
        for (const Difference &difference : box)
            QVERIFY(difference.dimension != QLatin1String("hour"));
    }

    void manyUsersDoNotLookLikeACause()
    {
        // Every call has its own user: the plain divergence is as large as it can be and means nothing.
        const QList<Difference> found = whatDiffers([](const CallVisitor &visit) {
            std::mt19937 random(5);
            for (int i = 0; i < 3'000; ++i) {
                Call call = callWith(i % 10 == 0 ? "rare" : "common");
                call.user = QString::number(i);
                visit(random() % 100 < (i % 10 == 0 ? 30u : 3u), call);
            }
        });
        QCOMPARE(found.first().dimension, QStringLiteral("tool"));
        QCOMPARE(found.last().dimension, QStringLiteral("user"));
        QVERIFY(found.last().divergence < 1e-6);
        QVERIFY(!found.last().isSignificant());
    }

    void theHourIsThatOfTheZone()
    {
        const auto each = [](const CallVisitor &visit) {
            for (int day = 0; day < 4; ++day) {
                for (int hour = 0; hour < 24; ++hour) {
                    Call call;
                    call.atUs = (1'780'012'800ll + day * 86'400 + hour * 3'600) * 1'000'000; // midnight UTC
                    for (int i = 0; i < 20; ++i)
                        visit(hour == 6, call);
                }
            }
        };
        QCOMPARE(whatDiffers(each).first().value, QStringLiteral("06:00"));
        QCOMPARE(whatDiffers(each, QTimeZone("Asia/Tokyo")).first().value, QStringLiteral("15:00"));
    }

    void textsThatAreGoneAreNotConfused()
    {
        // Every text has its characters at the same address.
        const QList<Difference> found = whatDiffers([](const CallVisitor &visit) {
            QChar letters[] = {QLatin1Char('a')};
            for (int i = 0; i < 200; ++i) {
                letters[0] = QLatin1Char(i < 60 ? 'x' : 'y');
                Call call;
                call.tool = QString::fromRawData(letters, 1);
                visit(i < 50, call);
            }
        });
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].value, QStringLiteral("x"));
        QCOMPARE(found[0].outside, 10);
    }

    void valuesHaveWords()
    {
        for (const Difference &difference : differencesOf(1, causes[0].has)) {
            QVERIFY(!differenceDimensionWord(difference.dimension).isEmpty());
            QVERIFY(!differenceValueWord(difference).isEmpty());
        }
        QVERIFY(!differenceValueWord(Difference{QStringLiteral("tool"), QString()}).isEmpty());
    }

    void fishersTestIsExact()
    {
        // R: fisher.test(matrix(c(3,1,1,3),2)), and a lady tasting eight cups.
        QVERIFY(std::abs(chanceOf({3, 1}, {4, 4}) - 0.4857142857) < 1e-9);
        QVERIFY(std::abs(chanceOf({4, 0}, {4, 4}) - 0.0285714286) < 1e-9);
        QVERIFY(std::abs(chanceOf({1, 9}, {12, 12}) - 0.0027594561) < 1e-9);
        QCOMPARE(chanceOf({4, 4}, {4, 4}), 1.0);
        // Large counts go over to chi-square without a jump.
        const double exact = chanceOf({45, 5'000}, {340, 100'000}), approximate = chanceOf({53, 5'900}, {401, 118'000});
        QVERIFY(exact < 1e-6 && approximate < 1e-6);
    }

    void divergenceByChanceIsItsAverage()
    {
        const GroupSizes groups{30, 170};
        std::mt19937 random(9);
        for (const int count : {1, 3, 40, 150}) {
            double sum = 0;
            for (int round = 0; round < 20'000; ++round) {
                qint64 inside = 0;
                for (int i = 0, left = 30; i < count; ++i) { // drawing without putting back
                    const bool isInside = int(random() % unsigned(200 - i)) < left;
                    inside += isInside;
                    left -= isInside;
                }
                sum += divergenceOf({inside, count - inside}, groups);
            }
            const double expected = divergenceByChance(count, groups);
            QVERIFY2(std::abs(sum / 20'000 - expected) < 0.03 * expected, qPrintable(QStringLiteral("%1: %2, %3").arg(count).arg(sum / 20'000).arg(expected)));
        }
    }

    void correctionIsThatOfBenjaminiAndHochberg()
    {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 1), "BH")
        const std::vector<double> corrected = correctedForMany({0.01, 0.04, 0.03, 0.005, 1});
        const std::vector<double> expected{0.025, 0.05, 0.05, 0.025, 1};
        for (size_t i = 0; i < expected.size(); ++i)
            QVERIFY(std::abs(corrected[i] - expected[i]) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(DifferenceTest)
#include "difference_test.moc"
