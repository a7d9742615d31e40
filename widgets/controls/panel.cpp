#include "widgets/controls/panel.h"

#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include <QVBoxLayout>

namespace qd {

namespace {

class PanelRule : public QWidget
{
public:
    explicit PanelRule(QWidget *parent) : QWidget(parent)
    {
        setFixedHeight(1);
        followTheme(this);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), tokens().border); }
};

class PanelHeader : public QWidget
{
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {QWidget::sizeHint().width(), scaled(34)}; }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(0, height() - 1, width(), 1, tokens().border); }
};

} // namespace

Panel::Panel(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_header(new PanelHeader(this))
    , m_headerRow(new QHBoxLayout(m_header))
    , m_title(new Label(title, Type::BodyBold))
    , m_meta(new Label({}, Type::Cell, Tone::Text2))
    , m_body(new QVBoxLayout)
{
    // The rounded frame does not clip its children: they stay a pixel inside.
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 1, 1);
    all->setSpacing(0);
    m_header->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_headerRow->setContentsMargins(12, 0, 12, 1);
    m_headerRow->setSpacing(9);
    m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_meta->setElides(true);
    m_headerRow->addWidget(m_title);
    m_headerRow->addWidget(m_meta, 1);
    all->addWidget(m_header);
    m_header->setVisible(!title.isEmpty());
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    all->addLayout(m_body, 1);
    setAccessibleName(title);
    followTheme(this);
}

void Panel::setTitle(const QString &title)
{
    m_title->setText(title);
    m_header->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Panel::setMeta(const QString &meta)
{
    m_meta->setText(meta);
    setAccessibleDescription(meta);
}

QString Panel::title() const { return m_title->text(); }
QString Panel::meta() const { return m_meta->text(); }

void Panel::addAction(QWidget *action)
{
    m_headerRow->addWidget(action);
}

void Panel::setPadded(int pixels)
{
    m_body->setContentsMargins(pixels, pixels, pixels, pixels);
}

QWidget *Panel::rule(QWidget *parent)
{
    return new PanelRule(parent);
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), tokens().surface, tokens().border, 6);
}

Legend::Legend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    followTheme(this);
}

void Legend::setEntries(std::function<QList<Entry>()> entries)
{
    m_entries = std::move(entries);
    QStringList words;
    for (const Entry &entry : m_entries())
        words.append(entry.text);
    setAccessibleName(tr("Legend"));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

static int legendSignWidth(Legend::Sign sign)
{
    return sign == Legend::Sign::Line || sign == Legend::Sign::Dashed ? scaled(12) : scaled(9);
}

QSize Legend::sizeHint() const
{
    int width = 0;
    for (const Entry &entry : m_entries ? m_entries() : QList<Entry>{})
        width += (width ? 14 : 0) + legendSignWidth(entry.sign) + 6 + paint::width(entry.text, qd::font(Type::Cell));
    return {width, scaled(18)};
}

static void paintLegendSign(QPainter &painter, const QRectF &box, const Legend::Entry &entry)
{
    const QRectF square(box.left(), std::round(box.center().y() - scaled(9) / 2.0), scaled(9), scaled(9));
    switch (entry.sign) {
    case Legend::Sign::Line: painter.fillRect(QRectF(box.left(), std::floor(box.center().y()) - 1, box.width(), 2), entry.color); break;
    case Legend::Sign::Dashed:
        for (double x = box.left(); x < box.right(); x += 5)
            painter.fillRect(QRectF(x, std::floor(box.center().y()) - 1, std::min(3.0, box.right() - x), 2), entry.color);
        break;
    case Legend::Sign::Square: painter.fillRect(square, entry.color); break;
    case Legend::Sign::Struck:
        painter.fillRect(square, entry.color);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens().surface, 1.3));
        painter.drawLine(square.bottomLeft() + QPointF(1, 0), square.topRight() - QPointF(1, 0));
        painter.restore();
        break;
    case Legend::Sign::Hatched:
        paint::hatch(painter, square, entry.color, 4);
        paint::box(painter, square, {}, entry.color, 1);
    }
}

void Legend::paintEvent(QPaintEvent *)
{
    if (!m_entries)
        return;
    QPainter painter(this);
    int x = std::max(0, width() - sizeHint().width());
    for (const Entry &entry : m_entries()) {
        const int sign = legendSignWidth(entry.sign), words = paint::width(entry.text, qd::font(Type::Cell));
        if (x + sign + 6 + words > width() + 1)
            break;
        paintLegendSign(painter, QRectF(x, 0, sign, height()), entry);
        paint::text(painter, QRect(x + sign + 6, 0, words + 1, height()), entry.text, qd::font(Type::Cell), tokens().text2);
        x += sign + 6 + words + 14;
    }
}

} // namespace qd
