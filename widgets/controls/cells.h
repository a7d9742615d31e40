#pragma once

// What CellDelegate paints: words with marks, bars and sparklines. Most tables are models of
// models/tables, whose roles cellOf() turns into a Cell; what has no model of its own (a chart's
// values, a list of parameters) is a CellsModel of ready cells.

#include "deployments/deployment.h"
#include "tables/column.h"
#include "widgets/theme/marks.h"

#include <QAbstractTableModel>
#include <QVariant>

#include <optional>

namespace qd {

struct Cell
{
    QString text;
    QString note;                 // smaller, in text3, behind the text; below it in two-line tables
    Tone tone = Tone::Text;
    bool isBold = false, isMono = false;
    std::optional<Mark> mark;     // before the text; its word is spoken
    std::optional<int> swatch;    // a square in a series colour before the text (-1: other)
    std::optional<Environment> stripe; // 3 px at the left edge, for deployments
    std::optional<State> chip;    // the text as a chip of this state
    // At most one picture per cell. With a text the picture is drawn left of it.
    std::optional<double> share;  // share bar, 0 to 1 of the largest row
    int shareSeries = 0;          // its colour
    bool isTarget = false;        // bar against a target: `ratio` = value / target, or no reading
    std::optional<double> ratio;
    bool isFew = false;           // hollow bar
    QList<double> spark;          // NaN is a gap
    bool sparkAsBars = false;
    QList<State> strip;           // last n runs as cells
    QVariant sort;                // what sorting compares; the text if not set
    QString tip;                  // the whole text, the exact number
    QString spoken;               // for screen readers and Copy; made from the rest if empty

    Cell() = default;
    Cell(QString words) : text(std::move(words)) { } // NOLINT: cells are mostly words
    static Cell number(const QString &words, const QVariant &sort, Tone tone = Tone::Text);
    QString inWords() const;
    bool operator==(const Cell &) const = default;
};

struct TableRow
{
    QString key;                  // identity: selection and scroll survive a refresh by it
    QList<Cell> cells;
    bool isPinned = false;        // aggregates: above, bold, never sorted away
    bool isTotal = false;         // below, bold, line above
    bool isOld = false;           // values become text3
    QVariant value;               // whatever the page wants back
    bool operator==(const TableRow &other) const { return key == other.key && cells == other.cells && isPinned == other.isPinned && isTotal == other.isTotal && isOld == other.isOld; }
};

struct TableColumn
{
    QString title;
    int width = 0;                // px at 100 %; 0: takes what is left (give at least one)
    bool isNumber = false;        // right-aligned, sorts downwards first
    QString tip = {};
    bool isMono = false;
};

class CellsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    // Beside those of tables::Role.
    enum Role { CellRole = Qt::UserRole + 100, RowRole, OldRole };

    explicit CellsModel(QList<TableColumn> columns, QObject *parent = nullptr);

    const QList<TableColumn> &columns() const { return m_columns; }
    void setColumnTitle(int column, const QString &title);
    // Rows that stay keep their place and index; others are inserted and removed.
    void setRows(QList<TableRow> rows);
    const QList<TableRow> &rows() const { return m_rows; }
    const TableRow *find(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void replaceAt(int row, const TableRow &with);
    QList<TableColumn> m_columns;
    QList<TableRow> m_rows;
};

// The cell at an index of a CellsModel, or of any model with tables::Role.
Cell cellOf(const QModelIndex &index);

} // namespace qd

Q_DECLARE_METATYPE(qd::Cell)
