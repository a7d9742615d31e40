// A chart as text and as a picture: the table behind Ctrl+T, CSV, PNG, SVG.

#include "widgets/charts/chartframe.h"

#include "widgets/controls/cells.h"
#include "widgets/controls/table.h"

#include "core/format.h"

#include <QBuffer>
#include <QKeyEvent>
#include <QMap>
#include <QSvgGenerator>

#include <cmath>

namespace qd {

namespace {

struct ChartColumns
{
    QList<ChartSeries> series;
    QMap<qint64, QList<double>> rows;
};

ChartColumns chartColumns(const QList<ChartItem *> &items)
{
    ChartColumns all;
    for (const ChartItem *item : items)
        all.series += item->series();
    for (int column = 0; column < all.series.size(); ++column) {
        for (const auto &[key, value] : std::as_const(all.series[column].values)) {
            QList<double> &row = all.rows[key];
            if (row.isEmpty())
                row.fill(qQNaN(), all.series.size());
            row[column] = value;
        }
    }
    return all;
}

} // namespace

TextTable ChartFrame::table() const
{
    const ChartColumns all = chartColumns(m_items);
    TextTable table;
    table.titles.append(m_plot.hasSlots() ? tr("Day") : tr("Time"));
    table.isNumber.append(false);
    for (const ChartSeries &series : all.series) {
        table.titles.append(series.title);
        table.isNumber.append(true);
    }
    for (auto row = all.rows.cbegin(); row != all.rows.cend(); ++row) {
        QStringList cells{keyText(row.key())};
        for (int column = 0; column < all.series.size(); ++column) {
            const double value = row.value()[column];
            cells.append(std::isnan(value) ? format::NoValue : all.series[column].words ? all.series[column].words(value) : QString::number(value));
        }
        table.rows.append(cells);
    }
    return table;
}

QByteArray ChartFrame::toCsv() const
{
    const ChartColumns all = chartColumns(m_items);
    TextTable table;
    table.titles.append(m_plot.hasSlots() ? QStringLiteral("day") : QStringLiteral("time"));
    for (const ChartSeries &series : all.series)
        table.titles.append(series.title);
    for (auto row = all.rows.cbegin(); row != all.rows.cend(); ++row) {
        QStringList cells{m_plot.hasSlots() ? keyText(row.key()) : isoText(fromMsecs(row.key()))};
        for (const double value : row.value())
            cells.append(std::isnan(value) ? QString() : QString::number(value, 'g', 12));
        table.rows.append(cells);
    }
    return table.csv().toUtf8();
}

QImage ChartFrame::toImage(qreal ratio)
{
    QImage image(viewport()->size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(tokens().surface);
    QPainter painter(&image);
    render(&painter, QRectF(QPointF(), QSizeF(viewport()->size())), viewport()->rect());
    return image;
}

QByteArray ChartFrame::toSvg()
{
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(viewport()->size());
    svg.setViewBox(viewport()->rect());
    svg.setTitle(m_name);
    svg.setDescription(m_says);
    svg.setResolution(96);
    buffer.open(QIODevice::WriteOnly);
    {
        QPainter painter(&svg);
        render(&painter, QRectF(QPointF(), QSizeF(viewport()->size())), viewport()->rect());
    }
    return buffer.data();
}

namespace {

// Lies over the chart; Ctrl+T or Esc shows the picture again.
class ChartTable : public Table
{
public:
    ChartTable(ChartFrame *chart, QList<TableColumn> columns) : Table(chart->name(), std::move(columns), Lines::One, chart), m_chart(chart) { }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Escape || (event->key() == Qt::Key_T && event->modifiers() == Qt::ControlModifier))
            return m_chart->setShowsTable(false);
        Table::keyPressEvent(event);
    }

private:
    ChartFrame *m_chart;
};

} // namespace

void ChartFrame::setShowsTable(bool shows)
{
    if (!shows) {
        if (m_table)
            m_table->deleteLater();
        m_table = nullptr;
        setFocus(Qt::OtherFocusReason);
        return;
    }
    const TextTable values = table();
    QList<TableColumn> columns;
    for (int i = 0; i < values.titles.size(); ++i)
        columns.append({values.titles[i], i == 0 ? 120 : 0, i > 0});
    auto *made = new ChartTable(this, columns);
    QList<TableRow> rows;
    for (int i = 0; i < values.rows.size(); ++i) {
        TableRow row;
        row.key = QString::number(i);
        for (const QString &cell : values.rows[i])
            row.cells.append(Cell(cell));
        rows.append(row);
    }
    made->setUnsorted();
    made->setRows(rows);
    made->setGeometry(rect());
    made->show();
    made->setFocus(Qt::TabFocusReason);
    made->setCurrentIndex(made->model()->index(0, 0));
    m_table = made;
}

} // namespace qd
