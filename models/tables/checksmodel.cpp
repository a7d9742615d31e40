#include "tables/checksmodel.h"

#include "core/format.h"

namespace qd::tables {

namespace {

// Worst first when sorted upwards.
int checkRank(State state)
{
    switch (state) {
    case State::Failing: return 0;
    case State::NeedsPerson: return 1;
    case State::Unknown: return 2;
    case State::Warning: return 3;
    case State::Ok: return 4;
    }
    Q_UNREACHABLE();
}

constexpr Column<Check> checkColumns[] = {
    {.title = QT_TRANSLATE_NOOP("qd::tables::ChecksModel", "Check"), .display = [](const Check &c, const Viewing &) -> QVariant { return c.title; }, .look = Look::Mark, .state = [](const Check &c, const Viewing &) { return toVariant(c.state); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ChecksModel", "Object"), .display = [](const Check &c, const Viewing &) -> QVariant { return c.object; }, .isMono = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ChecksModel", "State"), .display = [](const Check &c, const Viewing &) -> QVariant { return stateWord(c.state); }, .sort = [](const Check &c, const Viewing &) -> QVariant { return checkRank(c.state); }, .tone = [](const Check &c, const Viewing &) { return toVariant(c.state); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ChecksModel", "Found"), .display = [](const Check &c, const Viewing &) -> QVariant { return c.says; }, .tip = [](const Check &c, const Viewing &) -> QVariant { return c.evidence.isEmpty() ? c.says : c.evidence; }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ChecksModel", "Measured"), .display = [](const Check &c, const Viewing &v) -> QVariant { return c.measuredAt ? format::ago(*c.measuredAt, v.now) : ChecksModel::tr("never"); }, .sort = [](const Check &c, const Viewing &) { return c.measuredAt ? QVariant(toMsecs(*c.measuredAt)) : QVariant(); }, .isNumber = true},
};

} // namespace

ChecksModel::ChecksModel(QObject *parent)
    : RowsModel(
          checkColumns, [](const Check &check) { return check.id + QLatin1Char('\u001f') + check.object; }, nullptr, parent)
{
}

} // namespace qd::tables
