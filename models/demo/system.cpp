#include "demo/system.h"

#include "demo/cluster.h"

#include <QFile>

#include <algorithm>
#include <memory>

namespace qd::demo {

Result<QByteArray> System::writeDocuments(const QString &) const
{
    return QByteArray();
}

Result<QByteArray> writtenCopy(const Table &table, const QString &file, const QByteArray &rows)
{
    if (const auto written = writeForServer(file, rows); !written)
        return failure(written.error());
    return "copy " + table.name + " (" + table.columns + ") from '" + QFile::encodeName(file).replace('\'', "''") + "';\n";
}

Result<Written> writeRows(const System &system, const TimeRange &range, const QString &stem, const std::function<bool()> &isCancelled)
{
    const QList<Table> tables = system.tables();
    std::vector<std::unique_ptr<QFile>> files;
    Written written;
    for (qsizetype i = 0; i < tables.size(); ++i) {
        const QString file = stem + QLatin1Char('.') + QString::number(i);
        if (const auto made = writeForServer(file, {}); !made)
            return failure(made.error());
        files.push_back(std::make_unique<QFile>(file));
        if (!files.back()->open(QIODevice::Append | QIODevice::Unbuffered))
            return failure(Error::Kind::Refused, Cluster::tr("The demo fleet could not write %1.").arg(file), files.back()->errorString());
        written.copies += "copy " + tables[i].name + " (" + tables[i].columns + ") from '" + QFile::encodeName(file).replace('\'', "''") + "';\n";
    }

    std::vector<Row> rows;
    std::vector<QByteArray> texts(files.size());
    const qint64 from = toMsecs(range.from) * 1000, to = toMsecs(range.to) * 1000;
    // What began the day before may be written in the range.
    for (QDate day = dayOf(range.from, QTimeZone::utc()).addDays(-1); day <= dayOf(range.to, QTimeZone::utc()); day = day.addDays(1)) {
        if (isCancelled())
            return failure(Error::Kind::Cancelled, Cluster::tr("The demo fleet was stopped."));
        rows.clear();
        system.appendDay(day, rows);
        std::erase_if(rows, [from, to](const Row &row) { return row.atUs < from || row.atUs >= to; });
        std::ranges::stable_sort(rows, {}, &Row::atUs);
        for (const Row &row : rows)
            texts[size_t(row.table)] += row.line;
        for (size_t i = 0; i < files.size(); ++i) {
            if (files[i]->write(texts[i]) != texts[i].size())
                return failure(Error::Kind::Refused, Cluster::tr("The demo fleet could not write %1.").arg(files[i]->fileName()), files[i]->errorString());
            texts[i].resize(0);
        }
        written.rows += qint64(rows.size());
    }
    return written;
}

} // namespace qd::demo
