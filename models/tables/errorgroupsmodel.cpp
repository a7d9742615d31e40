#include "tables/errorgroupsmodel.h"

#include "core/format.h"

namespace qd::tables {

namespace {

using Group = reports::ErrorsReport::Group;

QVariant groupMessage(const Group &group, const Viewing &)
{
    return group.message.isEmpty() ? ErrorGroupsModel::tr("without a message") : group.message;
}

constexpr Column<Group> groupColumns[] = {
    {.title = QT_TRANSLATE_NOOP("qd::tables::ErrorGroupsModel", "Message"), .display = groupMessage},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ErrorGroupsModel", "Class"), .display = [](const Group &g, const Viewing &) -> QVariant { return telemetry::errorClassWord(g.errorClass); }, .colour = [](const Group &g, const Viewing &) -> QVariant { return int(g.errorClass); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ErrorGroupsModel", "HTTP"), .display = [](const Group &g, const Viewing &) -> QVariant { return g.httpStatus ? QString::number(g.httpStatus) : format::NoValue; }, .sort = [](const Group &g, const Viewing &) { return g.httpStatus ? QVariant(g.httpStatus) : QVariant(); }, .isNumber = true, .tone = [](const Group &g, const Viewing &) { return g.isInStream ? toVariant(State::Warning) : QVariant(); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ErrorGroupsModel", "Count"), .display = [](const Group &g, const Viewing &) -> QVariant { return format::count(g.count); }, .sort = [](const Group &g, const Viewing &) -> QVariant { return g.count; }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ErrorGroupsModel", "Users"), .display = [](const Group &g, const Viewing &) -> QVariant { return g.users ? format::count(g.users) : format::NoValue; }, .sort = [](const Group &g, const Viewing &) { return g.users ? QVariant(g.users) : QVariant(); }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ErrorGroupsModel", "First"), .display = [](const Group &g, const Viewing &v) -> QVariant { return format::time(g.first, v.now, v.zone); }, .sort = [](const Group &g, const Viewing &) -> QVariant { return toMsecs(g.first); }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ErrorGroupsModel", "Last"), .display = [](const Group &g, const Viewing &v) -> QVariant { return format::time(g.last, v.now, v.zone); }, .sort = [](const Group &g, const Viewing &) -> QVariant { return toMsecs(g.last); }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ErrorGroupsModel", "Since"), .display = [](const Group &g, const Viewing &) -> QVariant { return g.sinceDeploy.isEmpty() ? ErrorGroupsModel::tr("older") : g.sinceDeploy; }, .isMono = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ErrorGroupsModel", "In the range"), .display = [](const Group &, const Viewing &) -> QVariant { return QString(); }, .sort = [](const Group &g, const Viewing &) -> QVariant { return g.spark.isEmpty() ? QVariant() : QVariant(g.spark.last()); }, .look = Look::Spark, .spark = [](const Group &g, const Viewing &) { return QVariant::fromValue(g.spark); }, .tip = [](const Group &g, const Viewing &) -> QVariant { return ErrorGroupsModel::tr("%n error(s)", nullptr, int(g.count)); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::ErrorGroupsModel", "State"), .display = [](const Group &g, const Viewing &) -> QVariant { return g.isNew ? ErrorGroupsModel::tr("new") : ErrorGroupsModel::tr("known"); }, .sort = [](const Group &g, const Viewing &) -> QVariant { return g.isNew ? 0 : 1; }, .look = Look::Chip, .tone = [](const Group &g, const Viewing &) { return g.isNew ? toVariant(State::Warning) : QVariant(); }},
};

} // namespace

ErrorGroupsModel::ErrorGroupsModel(QObject *parent)
    : RowsModel(
          groupColumns, [](const Group &group) { return QString::number(group.id); }, nullptr, parent)
{
}

} // namespace qd::tables
