#pragma once

#include <QAbstractItemModel>
#include <QString>

#include <functional>

class QMenu;
class QTreeView;

namespace qd {

// A table as text, for the incident channel, a spreadsheet or a script. Titles first; what is
// copied is what is shown (AccessibleText where a cell is painted).
struct TextTable
{
    QStringList titles;
    QList<QStringList> rows;
    QList<bool> isNumber; // by column; right-aligned in Markdown

    QString markdown() const;
    QString csv() const;  // RFC 4180
    QString tsv() const;  // tabs and line breaks inside a cell become blanks
    QString json() const; // [{"Tool":"…"}]
    // All rows of the model, or those given.
    static TextTable of(const QAbstractItemModel &model, const QList<int> &rows = {});
};

// "Copy As ▸ Markdown, CSV, TSV, JSON"; `copied` is told what was put on the clipboard.
void fillCopyMenu(QMenu *menu, const std::function<TextTable()> &table, const std::function<void(const QString &)> &copied);

} // namespace qd
