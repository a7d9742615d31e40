#include "widgets/controls/kpitile.h"

#include "widgets/controls/label.h"

#include <QTextLayout>

namespace qd {

QString spokenFigure(const reports::Figure &figure)
{
    if (figure.shown == reports::Figure::Shown::Error || figure.shown == reports::Figure::Shown::Absent)
        return QStringLiteral("%1: %2").arg(figure.label, figure.problem);
    QStringList parts{figure.unit.isEmpty() ? QStringLiteral("%1 %2").arg(figure.label, figure.value) : QStringLiteral("%1 %2 %3").arg(figure.label, figure.value, figure.unit)};
    parts << markWord(figure.shown == reports::Figure::Shown::Old ? Mark::Old : markOf(figure.state));
    for (const QString &part : {figure.note, figure.change}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QStringLiteral(", "));
}

KpiTile::KpiTile(QWidget *parent) : QAbstractButton(parent)
{
    setProperty("focusRing", true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followTheme(this);
    m_patience.setSingleShot(true);
    m_patience.setInterval(300);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_showsBlocks = m_isLoading;
        update();
    });
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_isLoading)
            return;
        if (m_figure.problem.isEmpty())
            emit explanationAsked(m_figure);
        else
            emit remedyAsked(m_figure);
    });
}

void KpiTile::setFigure(const reports::Figure &figure)
{
    m_figure = figure;
    m_isLoading = m_showsBlocks = false;
    m_patience.stop();
    setAccessibleName(spokenFigure(figure));
    setAccessibleDescription(figure.explanation.definition);
    setToolTip(QStringList{spokenFigure(figure), figure.explanation.definition}.join(QLatin1Char('\n')));
    update();
}

void KpiTile::showLoading(const QString &label)
{
    m_isLoading = true;
    m_figure.label = label;
    setAccessibleName(tr("%1: loading").arg(label));
    m_patience.start();
    update();
}

void KpiTile::setSource(const QString &source)
{
    m_source = source;
    update();
}

QSize KpiTile::sizeHint() const { return {193, scaled(98)}; }
QSize KpiTile::minimumSizeHint() const { return {scaled(150), scaled(98)}; }

void KpiTile::paintEvent(QPaintEvent *)
{
    using Shown = reports::Figure::Shown;
    QPainter painter(this);
    const Tokens &t = tokens();
    const bool mayClick = !m_isLoading && (underMouse() || isDown());
    paint::box(painter, rect(), t.surface, mayClick ? t.borderStrong : t.border, 6);
    const QRect inside = rect().adjusted(13, 0, -13, 0);
    const int top = scaled(18);
    Mark mark = markOf(m_figure.state);
    if (m_isLoading)
        mark = Mark::Running;
    else if (m_figure.shown == Shown::Old)
        mark = Mark::Old;
    else if (m_figure.shown == Shown::Absent)
        mark = Mark::Unknown;
    else if (m_figure.shown == Shown::Error)
        mark = Mark::Failing;
    paintMark(painter, QPointF(inside.right() - scaled(4), top), mark);
    const QRect head(inside.left(), 0, inside.width() - scaled(20), top * 2);
    const int used = paint::text(painter, head, m_figure.label, qd::font(Type::Cell), t.text2);
    if (!m_source.isEmpty())
        paint::text(painter, head.adjusted(used + 5, 0, 0, 0), m_source, qd::font(Type::Small), t.text3);
    if (m_isLoading)
        return paintBlocks(painter, inside);
    if (m_figure.shown == Shown::Error || m_figure.shown == Shown::Absent)
        return paintProblem(painter, inside);
    paintValue(painter, inside);
}

void KpiTile::paintBlocks(QPainter &painter, const QRect &inside)
{
    if (!m_showsBlocks)
        return;
    const QColor grey = tokens().unknownBg;
    paint::box(painter, QRect(inside.left(), scaled(38), scaled(86), scaled(18)), grey, {}, 1);
    paint::box(painter, QRect(inside.left(), scaled(74), scaled(60), scaled(9)), grey, {}, 1);
    paint::box(painter, QRect(inside.right() - scaled(36), scaled(74), scaled(36), scaled(9)), grey, {}, 1);
}

void KpiTile::paintProblem(QPainter &painter, const QRect &inside)
{
    const bool isError = m_figure.shown == reports::Figure::Shown::Error;
    const QRect words(inside.left(), scaled(33), inside.width(), scaled(36));
    painter.setFont(qd::font(Type::Cell));
    painter.setPen(isError ? tokens().text : tokens().text2);
    painter.drawText(words, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, m_figure.problem);
    paint::text(painter, QRect(inside.left(), scaled(71), inside.width(), scaled(18)), m_figure.remedy, qd::font(Type::Cell), tokens().accent);
}

void KpiTile::paintValue(QPainter &painter, const QRect &inside)
{
    const Tokens &t = tokens();
    const bool isOld = m_figure.shown == reports::Figure::Shown::Old;
    // The value is never cut: the line beside it gives way.
    const int valueWidth = paint::width(m_figure.value, qd::font(Type::Tile)) + (m_figure.unit.isEmpty() ? 0 : 4 + paint::width(m_figure.unit, qd::font(Type::Body)));
    const int sparkRoom = std::min({scaled(66), inside.width() * 2 / 5, inside.width() - valueWidth - 10});
    const int sparkWidth = m_figure.spark.isEmpty() || sparkRoom < scaled(28) ? 0 : sparkRoom;
    const QRect line(inside.left(), scaled(32), inside.width() - (sparkWidth ? sparkWidth + 8 : 0), scaled(30));
    const int used = paint::text(painter, line, m_figure.value, qd::font(Type::Tile), isOld ? t.text3 : t.text);
    if (!m_figure.unit.isEmpty()) {
        // On the baseline of the large digits.
        const int drop = (QFontMetrics(qd::font(Type::Tile)).ascent() - QFontMetrics(qd::font(Type::Tile)).descent() - QFontMetrics(qd::font(Type::Body)).ascent() + QFontMetrics(qd::font(Type::Body)).descent()) / 2;
        paint::text(painter, line.adjusted(used + 4, drop, 0, drop), m_figure.unit, qd::font(Type::Body), t.text2);
    }
    if (sparkWidth) {
        const QColor color = isOld ? t.unknownMark : m_figure.state == State::Warning ? t.warnMark : m_figure.state == State::Failing ? t.critMark : t.accent;
        const QColor fill = mixed(t.surface, color, 0.12);
        const QRectF area(inside.right() - sparkWidth - 1, scaled(34), sparkWidth - 1, scaled(29));
        paint::spark(painter, area, {m_figure.spark, m_figure.sparkTarget, color, fill});
    }
    const QRect bottom(inside.left(), scaled(68), inside.width(), scaled(20));
    const QColor tone = m_figure.changeState == State::Unknown ? t.text3 : t.stateText(m_figure.changeState);
    // The note says what the value is measured by; the change gives way to it.
    const int noteWidth = paint::width(m_figure.note, qd::font(Type::Small)), changeWidth = paint::width(m_figure.change, qd::font(Type::Small));
    const bool hasRoom = !m_figure.change.isEmpty() && noteWidth + 8 + changeWidth <= inside.width();
    const int right = isOld || !hasRoom ? 0 : paint::text(painter, bottom, m_figure.change, qd::font(Type::Small), tone, Qt::AlignRight);
    paint::text(painter, bottom.adjusted(0, 0, right ? -right - 6 : 0, 0), m_figure.note, qd::font(Type::Small), t.text3);
}

namespace {

class StripCell : public QAbstractButton
{
public:
    StripCell(reports::Figure figure, QWidget *parent) : QAbstractButton(parent), m_figure(std::move(figure))
    {
        setProperty("focusRing", true);
        setAccessibleName(spokenFigure(m_figure));
        setToolTip(QStringList{spokenFigure(m_figure), m_figure.explanation.definition}.join(QLatin1Char('\n')).trimmed());
    }
    bool isLast = false;
    // Wide enough for label, value and note side by side.
    int wish() const
    {
        return std::max(paint::width(m_figure.label, qd::font(Type::Small)), paint::width(valueText(), qd::font(Type::Strip)) + 5 + paint::width(m_figure.note, qd::font(Type::Small))) + 28;
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        using Shown = reports::Figure::Shown;
        QPainter painter(this);
        const Tokens &t = tokens();
        const QRect inside = rect().adjusted(14, 0, -8, 0);
        paint::text(painter, QRect(inside.left(), scaled(9), inside.width(), scaled(16)), m_figure.label, qd::font(Type::Small), t.text2);
        const QRect line(inside.left(), scaled(27), inside.width(), scaled(24));
        const bool isProblem = m_figure.shown == Shown::Error || m_figure.shown == Shown::Absent;
        if (isProblem) {
            paint::text(painter, line, m_figure.problem, qd::font(Type::Small), m_figure.shown == Shown::Error ? t.crit : t.text3);
        } else {
            const int used = paint::text(painter, line, valueText(), qd::font(Type::Strip), m_figure.shown == Shown::Old ? t.text3 : t.text);
            const QColor tone = m_figure.changeState == State::Unknown || m_figure.shown == Shown::Old ? t.text2 : t.stateText(m_figure.changeState);
            const QString note = m_figure.note.isEmpty() ? m_figure.change : m_figure.note;
            paint::text(painter, line.adjusted(used + 5, scaled(2), 0, scaled(2)), note, qd::font(Type::Small), tone);
        }
        if (!isLast)
            painter.fillRect(width() - 1, 1, 1, height() - 2, t.border);
    }

private:
    QString valueText() const { return m_figure.unit.isEmpty() ? m_figure.value : m_figure.value + QChar(0xA0) + m_figure.unit; }
    reports::Figure m_figure;
};

} // namespace

FigureStrip::FigureStrip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followTheme(this);
    connect(&Theme::instance(), &Theme::changed, this, &FigureStrip::place);
}

void FigureStrip::setFigures(const QList<reports::Figure> &figures)
{
    const int focused = int(m_cells.indexOf(qobject_cast<QAbstractButton *>(focusWidget())));
    qDeleteAll(m_cells);
    m_cells.clear();
    for (const reports::Figure &figure : figures) {
        auto *cell = new StripCell(figure, this);
        connect(cell, &QAbstractButton::clicked, this, [this, figure] { emit explanationAsked(figure); });
        cell->show();
        m_cells.append(cell);
    }
    if (!m_cells.isEmpty())
        static_cast<StripCell *>(m_cells.last())->isLast = true;
    place();
    if (focused >= 0 && focused < m_cells.size())
        m_cells[focused]->setFocus();
}

// Room is given by need; what is over is shared equally.
void FigureStrip::place()
{
    int wished = 0;
    for (QAbstractButton *cell : std::as_const(m_cells))
        wished += static_cast<StripCell *>(cell)->wish();
    const double over = m_cells.isEmpty() ? 0 : double(width() - wished) / double(m_cells.size());
    double x = 0;
    for (QAbstractButton *cell : std::as_const(m_cells)) {
        const double size = std::max(scaled(60) * 1.0, static_cast<StripCell *>(cell)->wish() + over);
        cell->setGeometry(qRound(x), 0, qRound(x + size) - qRound(x), height());
        x += size;
    }
}

void FigureStrip::resizeEvent(QResizeEvent *) { place(); }

QSize FigureStrip::sizeHint() const { return {scaled(600), scaled(62)}; }

void FigureStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_isFramed)
        paint::box(painter, rect(), tokens().surface, tokens().border, 6);
}

} // namespace qd
