#include "widgets/controls/button.h"

#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace qd {

Button::Button(const QString &text, Kind kind, QWidget *parent) : QPushButton(text, parent), m_kind(kind)
{
    setProperty("focusRing", true);
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    if (kind == Kind::Link)
        setCursor(Qt::PointingHandCursor);
    followTheme(this);
}

Button::Button(const QString &iconName, const QString &accessibleName, Kind kind, QWidget *parent) : Button(QString(), kind, parent)
{
    m_iconName = iconName;
    setAccessibleName(accessibleName);
    setToolTip(accessibleName);
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setSmall(bool isSmall)
{
    m_isSmall = isSmall;
    updateGeometry();
}

void Button::setHasArrow(bool hasArrow)
{
    m_hasArrow = hasArrow;
    updateGeometry();
}

static QFont buttonFont(Button::Kind kind)
{
    return kind == Button::Kind::Primary || kind == Button::Kind::Production ? qd::font(Type::BodyBold) : kind == Button::Kind::Link ? qd::font(Type::Cell) : qd::font(Type::Body);
}

// A link begins at its very edge, and the hook of a J hangs over it.
static int overhang(const QString &text, const QFont &font)
{
    return text.isEmpty() ? 0 : std::max(0, -QFontMetrics(font).leftBearing(text.front()));
}

QSize Button::sizeHint() const
{
    const int words = text().isEmpty() ? 0 : paint::width(text(), buttonFont(m_kind));
    if (m_kind == Kind::Link)
        return {words + 2 + overhang(text(), buttonFont(m_kind)) + (m_hasArrow ? scaled(14) : 0), std::max(scaled(18), QFontMetrics(buttonFont(m_kind)).height())};
    const int height = scaled(m_isSmall ? 24 : 28);
    if (text().isEmpty())
        return {height, height};
    int width = words + 24;
    if (!m_iconName.isEmpty())
        width += scaled(16) + 7;
    if (m_hasArrow)
        width += 16;
    return {width, height};
}

void Button::paintLink(QPainter &painter)
{
    QFont words = buttonFont(m_kind);
    words.setUnderline(underMouse() || (hasFocus() && isDown()));
    const QColor colour = isEnabled() ? tokens().accent : tokens().disabled;
    paint::text(painter, rect().adjusted(overhang(text(), words), 0, 0, 0), text(), words, colour);
    if (!m_hasArrow)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.3));
    const QPointF c(width() - 5, height() / 2.0);
    painter.drawPolyline(QPolygonF{{c.x() - 4, c.y() - 2}, {c.x(), c.y() + 2}, {c.x() + 4, c.y() - 2}});
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_kind == Kind::Link)
        return paintLink(painter);
    const Tokens &t = tokens();
    const bool isFilled = m_kind == Kind::Primary || m_kind == Kind::Production;
    QColor ground = m_kind == Kind::Primary ? t.accent : m_kind == Kind::Production ? t.prodFill : t.surface;
    QColor line = isFilled ? QColor() : t.borderStrong, words = m_kind == Kind::Primary ? t.onAccent : m_kind == Kind::Production ? t.onProd : t.text;
    if (m_kind == Kind::Bare)
        ground = line = QColor();
    if (!isEnabled()) {
        words = t.disabled;
        if (m_kind != Kind::Bare)
            ground = t.inset, line = t.border;
    } else if (underMouse() || isDown() || isChecked()) {
        ground = m_kind == Kind::Primary ? t.accentHover : m_kind == Kind::Production ? mixed(t.prodFill, Qt::black, 0.06) : t.hover;
        if (isDown())
            ground = mixed(isFilled ? ground : t.hover, Qt::black, 0.08);
    }
    paint::box(painter, rect(), ground, line, 4);
    QRect inside = rect().adjusted(text().isEmpty() ? 0 : 12, 0, text().isEmpty() ? 0 : -10, 0);
    if (!m_iconName.isEmpty()) {
        const int size = scaled(16);
        const QRect box = text().isEmpty() ? rect() : QRect(inside.left(), 0, size, height());
        paintIcon(painter, QRectF(box.center().x() - size / 2 + (text().isEmpty() ? 1 : 0), (height() - size) / 2, size, size), m_iconName, m_kind == Kind::Bare && isEnabled() ? t.text2 : words);
        inside.setLeft(box.right() + 8);
    }
    if (m_hasArrow) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(isEnabled() ? t.text : t.disabled, 1.3));
        const QPointF c(width() - 16, height() / 2.0);
        painter.drawPolyline(QPolygonF{{c.x() - 5, c.y() - 2.5}, {c.x(), c.y() + 2.5}, {c.x() + 5, c.y() - 2.5}});
        inside.setRight(width() - 24);
    }
    // What is off does not shout.
    const QFont face = isEnabled() ? buttonFont(m_kind) : qd::font(Type::Body);
    paint::text(painter, inside, text(), face, words, m_iconName.isEmpty() && !m_hasArrow ? Qt::AlignHCenter : Qt::AlignLeft);
}

namespace {

class SegmentButton : public QAbstractButton
{
public:
    SegmentButton(const QString &text, QString iconName, QWidget *parent) : QAbstractButton(parent), m_iconName(std::move(iconName))
    {
        setText(text);
        setCheckable(true);
        setProperty("focusRing", true);
        setAttribute(Qt::WA_Hover);
        if (!m_iconName.isEmpty()) {
            setAccessibleName(text);
            setToolTip(text);
            setText({});
        }
        followTheme(this);
    }
    QSize sizeHint() const override
    {
        const int words = text().isEmpty() ? 0 : paint::width(text(), qd::font(Type::CellBold));
        const int icon = m_iconName.isEmpty() ? 0 : scaled(16) + (words ? 6 : 0);
        return {words + icon + scaled(m_iconName.isEmpty() ? 20 : 24), scaled(isLow ? 24 : 28)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }
    bool isFirst = false, isLast = false, isLow = false;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokens();
        const QColor ground = isChecked() ? t.selected : isEnabled() && (isDown() || underMouse()) ? t.hover : QColor();
        if (ground.isValid()) {
            painter.setClipRect(rect().adjusted(isFirst ? 1 : 0, 1, isLast ? -1 : 0, -1));
            paint::box(painter, rect().adjusted(isFirst ? 1 : -8, 1, isLast ? -1 : 8, -1), ground, {}, 3);
            painter.setClipping(false);
        }
        if (!isLast)
            painter.fillRect(width() - 1, 1, 1, height() - 2, isEnabled() ? t.borderStrong : t.border);
        const QColor color = !isEnabled() ? t.disabled : isChecked() ? t.accent : t.text2;
        QRect inside = rect().adjusted(0, 0, isLast ? 0 : -1, 0);
        if (!m_iconName.isEmpty()) {
            const int size = scaled(16);
            const int left = text().isEmpty() ? (width() - size) / 2 : scaled(10);
            paintIcon(painter, QRectF(left, (height() - size) / 2, size, size), m_iconName, isChecked() ? t.accent : isEnabled() ? t.text2 : t.disabled);
            inside.setLeft(left + size + 6);
        }
        paint::text(painter, inside, text(), qd::font(isChecked() ? Type::CellBold : Type::Cell), color, m_iconName.isEmpty() ? Qt::AlignHCenter : Qt::AlignLeft);
    }

private:
    QString m_iconName;
};

} // namespace

Segments::Segments(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
}

void Segments::add(const QString &key, const QString &text, const QString &iconName)
{
    auto *part = new SegmentButton(text, iconName, this);
    part->isFirst = m_parts.isEmpty();
    part->isLast = true;
    if (!m_parts.isEmpty())
        static_cast<SegmentButton *>(m_parts.last().second)->isLast = false;
    part->installEventFilter(this);
    connect(part, &QAbstractButton::clicked, this, [this, key] {
        setCurrent(key);
        emit chosen(key);
    });
    layout()->addWidget(part);
    m_parts.append({key, part});
}

void Segments::setText(const QString &key, const QString &text)
{
    if (QAbstractButton *part = button(key)) {
        part->setText(text);
        part->updateGeometry();
        part->update();
    }
}

void Segments::setSmall(bool isSmall)
{
    for (const auto &[name, part] : std::as_const(m_parts)) {
        static_cast<SegmentButton *>(part)->isLow = isSmall;
        part->updateGeometry();
    }
}

QAbstractButton *Segments::button(const QString &key) const
{
    for (const auto &[name, part] : m_parts) {
        if (name == key)
            return part;
    }
    return nullptr;
}

void Segments::setCurrent(const QString &key)
{
    m_current = key;
    for (const auto &[name, part] : std::as_const(m_parts)) {
        part->setChecked(name == key);
        part->update();
    }
}

bool Segments::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int pressed = static_cast<QKeyEvent *>(event)->key();
    const int step = pressed == Qt::Key_Left ? -1 : pressed == Qt::Key_Right ? 1 : 0;
    if (step == 0 || static_cast<QKeyEvent *>(event)->modifiers() != Qt::NoModifier)
        return false;
    for (int i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i].second == watched && i + step >= 0 && i + step < m_parts.size())
            m_parts[i + step].second->setFocus(Qt::TabFocusReason);
    }
    return true;
}

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), tokens().surface, isEnabled() ? tokens().borderStrong : tokens().border, 4);
}

} // namespace qd
