#include "widgets/controls/environmentchip.h"

#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"
#include "widgets/theme/icons.h"

namespace qd {

QString environmentCapitals(Environment environment)
{
    switch (environment) {
    case Environment::Production: return EnvironmentChip::tr("PRODUCTION");
    case Environment::Staging: return EnvironmentChip::tr("STAGING");
    case Environment::Preview: return EnvironmentChip::tr("PREVIEW");
    case Environment::Local: break;
    }
    return EnvironmentChip::tr("LOCAL");
}

EnvironmentChip::EnvironmentChip(QWidget *parent) : QAbstractButton(parent)
{
    setProperty("focusRing", true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followTheme(this);
    changed();
}

void EnvironmentChip::changed()
{
    setAccessibleName(words());
    setToolTip(!m_environment ? tr("Connect a deployment (Ctrl+O)") : m_remaining ? tr("Open for changes. Click to lock (Ctrl+L)") : tr("Nothing can be changed. Click to unlock for ten minutes (Ctrl+L)"));
    update();
}

QString EnvironmentChip::words() const
{
    if (!m_environment)
        return tr("not connected");
    const QString name = environmentCapitals(*m_environment);
    if (!m_remaining)
        return tr("%1 · read-only").arg(name);
    const qint64 seconds = m_remaining->count();
    return tr("%1 open %2").arg(name, QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

void EnvironmentChip::showNone()
{
    m_environment.reset();
    m_remaining.reset();
    changed();
}

void EnvironmentChip::showLocked(Environment environment)
{
    m_environment = environment;
    m_remaining.reset();
    changed();
}

void EnvironmentChip::showOpen(Environment environment, std::chrono::seconds remaining)
{
    m_environment = environment;
    m_remaining = remaining;
    changed();
}

void EnvironmentChip::setIconOnly(bool iconOnly)
{
    m_iconOnly = iconOnly;
    updateGeometry();
    update();
}

int EnvironmentChip::scaledWidth() const { return m_iconOnly ? scaled(28) : scaled(80); }
QSize EnvironmentChip::sizeHint() const { return {m_iconOnly ? scaled(28) : paint::width(words(), qd::font(Type::SmallBold)) + scaled(42), scaled(26)}; }

void EnvironmentChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    if (!m_environment) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.field, 1, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        paintMark(painter, QPointF(scaled(14), height() / 2.0), Mark::Unknown);
        if (!m_iconOnly)
            paint::text(painter, rect().adjusted(scaled(25), 0, -6, 0), words(), qd::font(Type::Cell), t.text2);
        return;
    }
    const bool isProduction = *m_environment == Environment::Production;
    const QColor line = isProduction ? t.prod : t.environmentLine(*m_environment);
    const QColor fill = isProduction ? t.prodFill : t.environmentText(*m_environment);
    const QColor ground = m_remaining ? fill : isProduction ? t.prodBg : underMouse() ? t.hover : t.surface;
    const QColor words_ = m_remaining ? (isProduction ? t.onProd : t.surface) : isProduction ? t.prod : t.environmentText(*m_environment);
    paint::box(painter, rect(), ground, m_remaining ? QColor() : line, 4);
    const int size = scaled(16);
    paintIcon(painter, QRectF(m_iconOnly ? (width() - size) / 2 : scaled(9), (height() - size) / 2, size, size), m_remaining ? QStringLiteral("object-unlocked") : QStringLiteral("object-locked"), words_);
    if (!m_iconOnly)
        paint::text(painter, rect().adjusted(scaled(31), 0, -4, 0), words(), qd::font(Type::SmallBold), words_);
}

DeploymentSwitcher::DeploymentSwitcher(QWidget *parent) : QAbstractButton(parent)
{
    setProperty("focusRing", true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followTheme(this);
    setDeployment(nullptr);
}

void DeploymentSwitcher::setDeployment(const Deployment *deployment)
{
    m_environment = deployment ? std::optional(deployment->environment) : std::nullopt;
    m_title = deployment ? (deployment->title.isEmpty() ? deployment->name : deployment->title) : tr("No deployment");
    m_place = deployment ? deployment->place : tr("connect one or explore the demo");
    setAccessibleName(deployment ? tr("Deployment %1").arg(m_title) : m_title);
    setAccessibleDescription(m_place);
    setToolTip(tr("Switch deployment (Ctrl+D)"));
    update();
}

void DeploymentSwitcher::setIconOnly(bool iconOnly)
{
    m_iconOnly = iconOnly;
    update();
}

QSize DeploymentSwitcher::sizeHint() const { return {scaled(190), scaled(38)}; }

void DeploymentSwitcher::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    if (underMouse())
        painter.fillRect(rect(), t.hover);
    painter.fillRect(QRect(0, 1, 4, height() - 2), m_environment ? t.environmentLine(*m_environment) : t.localLine);
    if (m_iconOnly) {
        paint::text(painter, rect().adjusted(4, 0, 0, 0), m_title.left(1), qd::font(Type::Name), t.text, Qt::AlignHCenter);
        return;
    }
    const QRect inside = rect().adjusted(14, 0, -34, 0);
    paint::text(painter, QRect(inside.left(), 0, inside.width(), scaled(21)), m_title, qd::font(Type::Name), t.text);
    paint::text(painter, QRect(inside.left(), scaled(20), m_environment ? inside.width() : width() - 20, scaled(17)), m_place, qd::font(Type::Small), t.text2);
    if (!m_environment)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.text, 1.2));
    const QPointF c(width() - 19, height() / 2.0);
    painter.drawPolyline(QPolygonF{{c.x() - 6, c.y() - 3}, {c.x(), c.y() + 3}, {c.x() + 6, c.y() - 3}});
}

} // namespace qd
