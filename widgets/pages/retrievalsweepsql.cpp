#include "widgets/pages/retrievalsweepaxes.h"

#include "retrieval/engine/whynot.h"

#include <QRegularExpression>

namespace qd::retrievalsweep {

using namespace retrieval;

QString sqlOf(const CorpusIndex *productions, int dims, const SearchSettings &from, const SearchSettings &to, const QString &workMemory)
{
    const bool isNewHnsw = from.m != to.m || from.efConstruction != to.efConstruction || from.quantisation != to.quantisation, isNewLists = from.lists != to.lists;
    const CorpusIndex *index = isNewHnsw || isNewLists ? productions : nullptr;
    static const QRegularExpression form(QStringLiteral("^create index (\\S+) on (?:only )?(\\S+) using \\w+ \\((.*?)\\)(?: with \\([^)]*\\))?( where .*)?$"), QRegularExpression::CaseInsensitiveOption);
    const auto parts = form.match(index ? index->definition : QString());
    if (!parts.hasMatch())
        return sqlOfChange(from, to).join(QLatin1Char('\n'));
    QString what = parts.captured(3);
    QStringList sql;
    if (!workMemory.isEmpty())
        sql << QStringLiteral("set maintenance_work_mem = '%1';").arg(workMemory);
    QString hint;
    if (to.quantisation == SearchSettings::Quantisation::Halfvec && !what.contains(QLatin1String("halfvec"))) {
        static const QRegularExpression plain(QStringLiteral("^(\\S+) vector_(\\w+_ops)$"));
        const auto column = plain.match(what);
        if (!column.hasMatch())
            return sqlOfChange(from, to).join(QLatin1Char('\n'));
        what = QStringLiteral("(%1::halfvec(%2)) halfvec_%3").arg(column.captured(1)).arg(dims).arg(column.captured(2));
        hint = QStringLiteral("-- the search has to order by %1::halfvec(%2) %3 $1::halfvec(%2)").arg(column.captured(1)).arg(dims).arg(operatorOf(to.metric));
    }
    const QString with = isNewLists ? QStringLiteral("lists = %1").arg(to.lists) : QStringLiteral("m = %1, ef_construction = %2").arg(to.m > 0 ? to.m : index->m).arg(to.efConstruction > 0 ? to.efConstruction : index->efConstruction);
    sql << QStringLiteral("create index concurrently on %1 using %2 (%3) with (%4)%5;").arg(parts.captured(2), isNewLists ? QStringLiteral("ivfflat") : QStringLiteral("hnsw"), what, with, parts.captured(4));
    const QString schema = parts.captured(2).contains(QLatin1Char('.')) ? parts.captured(2).section(QLatin1Char('.'), 0, -2) + QLatin1Char('.') : QString();
    sql << (hint.isEmpty() ? QStringLiteral("-- the planner takes it once the old one is gone: drop index concurrently %1%2;").arg(schema, parts.captured(1)) : hint);
    return sql.join(QLatin1Char('\n'));
}

} // namespace qd::retrievalsweep
