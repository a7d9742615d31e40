#include "widgets/controls/copyas.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>

namespace qd {

static QString copyCell(const QModelIndex &index)
{
    const QVariant plain = index.data(Qt::DisplayRole);
    return plain.isValid() && !plain.toString().isEmpty() ? plain.toString() : index.data(Qt::AccessibleTextRole).toString();
}

TextTable TextTable::of(const QAbstractItemModel &model, const QList<int> &rows)
{
    TextTable table;
    for (int column = 0; column < model.columnCount(); ++column) {
        table.titles.append(model.headerData(column, Qt::Horizontal).toString());
        table.isNumber.append(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    }
    QList<int> wanted = rows;
    if (rows.isEmpty()) {
        for (int row = 0; row < model.rowCount(); ++row)
            wanted.append(row);
    }
    for (const int row : std::as_const(wanted)) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(copyCell(model.index(row, column)));
        table.rows.append(cells);
    }
    return table;
}

QString TextTable::markdown() const
{
    const auto line = [](const QStringList &cells) {
        QStringList safe;
        for (QString cell : cells)
            safe.append(cell.replace(QLatin1Char('|'), QStringLiteral("\\|")).replace(QLatin1Char('\n'), QLatin1Char(' ')));
        return QStringLiteral("| %1 |\n").arg(safe.join(QStringLiteral(" | ")));
    };
    QString text = line(titles);
    QStringList rules;
    for (qsizetype i = 0; i < titles.size(); ++i)
        rules.append(isNumber.value(i) ? QStringLiteral("---:") : QStringLiteral("---"));
    text += line(rules);
    for (const QStringList &row : rows)
        text += line(row);
    return text;
}

QString TextTable::csv() const
{
    const auto line = [](const QStringList &cells) {
        QStringList quoted;
        for (QString cell : cells) {
            if (cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r')))
                cell = QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
            quoted.append(cell);
        }
        return quoted.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    };
    QString text = line(titles);
    for (const QStringList &row : rows)
        text += line(row);
    return text;
}

QString TextTable::tsv() const
{
    const auto line = [](const QStringList &cells) {
        QStringList flat;
        for (QString cell : cells)
            flat.append(cell.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' ')));
        return flat.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    QString text = line(titles);
    for (const QStringList &row : rows)
        text += line(row);
    return text;
}

QString TextTable::json() const
{
    QJsonArray array;
    for (const QStringList &row : rows) {
        QJsonObject object;
        for (qsizetype i = 0; i < titles.size(); ++i)
            object.insert(titles[i], row.value(i));
        array.append(object);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

void fillCopyMenu(QMenu *menu, const std::function<TextTable()> &table, const std::function<void(const QString &)> &copied)
{
    const std::pair<const char *, QString (TextTable::*)() const> forms[] = {
        {QT_TRANSLATE_NOOP("CopyAs", "Markdown"), &TextTable::markdown}, {QT_TRANSLATE_NOOP("CopyAs", "CSV"), &TextTable::csv},
        {QT_TRANSLATE_NOOP("CopyAs", "TSV"), &TextTable::tsv}, {QT_TRANSLATE_NOOP("CopyAs", "JSON"), &TextTable::json}};
    for (const auto &[name, form] : forms) {
        const QString title = QCoreApplication::translate("CopyAs", name);
        QObject::connect(menu->addAction(title), &QAction::triggered, menu, [form = form, title, table, copied] {
            QApplication::clipboard()->setText((table().*form)());
            copied(QCoreApplication::translate("CopyAs", "Copied as %1").arg(title));
        });
    }
}

} // namespace qd
