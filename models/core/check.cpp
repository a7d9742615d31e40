#include "core/check.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd {

QString stateKey(State state)
{
    switch (state) {
    case State::Ok: return QStringLiteral("ok");
    case State::Warning: return QStringLiteral("warning");
    case State::Failing: return QStringLiteral("failing");
    case State::Unknown: return QStringLiteral("unknown");
    case State::NeedsPerson: return QStringLiteral("needs-person");
    }
    Q_UNREACHABLE();
}

QString stateWord(State state)
{
    switch (state) {
    case State::Ok: return QCoreApplication::translate("State", "ok");
    case State::Warning: return QCoreApplication::translate("State", "warning");
    case State::Failing: return QCoreApplication::translate("State", "failing");
    case State::Unknown: return QCoreApplication::translate("State", "unknown");
    case State::NeedsPerson: return QCoreApplication::translate("State", "needs a person");
    }
    Q_UNREACHABLE();
}

QJsonObject Check::toJson() const
{
    QJsonObject json{{QStringLiteral("id"), id},
                     {QStringLiteral("title"), title},
                     {QStringLiteral("object"), object},
                     {QStringLiteral("state"), stateKey(state)},
                     {QStringLiteral("says"), says},
                     {QStringLiteral("evidence"), evidence},
                     {QStringLiteral("fix"), fix}};
    json.insert(QStringLiteral("measuredAt"), measuredAt ? QJsonValue(isoText(*measuredAt)) : QJsonValue());
    return json;
}

static int severity(State state)
{
    switch (state) {
    case State::Ok: return 0;
    case State::Warning: return 1;
    case State::Unknown: return 2;
    case State::NeedsPerson: return 3;
    case State::Failing: return 4;
    }
    Q_UNREACHABLE();
}

State worst(const QList<Check> &checks)
{
    if (checks.isEmpty())
        return State::Unknown;
    return std::ranges::max_element(checks, {}, [](const Check &check) { return severity(check.state); })->state;
}

int exitCode(const QList<Check> &checks, bool strict)
{
    switch (worst(checks)) {
    case State::Ok: return 0;
    case State::Warning: return strict ? 1 : 0;
    case State::Failing: return 1;
    case State::Unknown:
    case State::NeedsPerson: return 5;
    }
    Q_UNREACHABLE();
}

} // namespace qd
