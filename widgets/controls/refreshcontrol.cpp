#include "widgets/controls/refreshcontrol.h"

#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"
#include "widgets/controls/searchpopup.h"

#include "core/format.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>

namespace qd {

namespace {

// Half of the control: an icon (or a mark) and perhaps words.
class RefreshPart : public QAbstractButton
{
public:
    explicit RefreshPart(QWidget *parent) : QAbstractButton(parent)
    {
        setProperty("focusRing", true);
        setAttribute(Qt::WA_Hover);
        followTheme(this);
    }
    QString iconName;
    std::optional<Mark> mark;
    bool isDivided = false;

    QSize sizeHint() const override
    {
        return {scaled(16) + (text().isEmpty() ? 14 : 26 + paint::width(text(), qd::font(Type::Cell))), scaled(28)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokens();
        if (isEnabled() && (underMouse() || isDown()))
            paint::box(painter, rect().adjusted(1, 1, -1, -1), t.hover, {}, 3);
        const int size = scaled(16), left = text().isEmpty() ? (width() - size) / 2 : 11;
        if (mark)
            paintMark(painter, QPointF(left + 8, height() / 2.0), *mark);
        else
            paintIcon(painter, QRectF(left, (height() - size) / 2, size, size), iconName, isEnabled() ? t.text : t.disabled);
        paint::text(painter, rect().adjusted(left + size + 7, 0, -2, 0), text(), qd::font(Type::Cell), isEnabled() ? t.text : t.disabled);
        if (isDivided)
            painter.fillRect(0, 6, 1, height() - 12, t.border);
    }
};

} // namespace

RefreshControl::RefreshControl(QWidget *parent) : QWidget(parent)
{
    auto *refresh = new RefreshPart(this);
    auto *pause = new RefreshPart(this);
    refresh->iconName = QStringLiteral("view-refresh");
    pause->iconName = QStringLiteral("media-playback-pause");
    pause->isDivided = true;
    m_refresh = refresh;
    m_pause = pause;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 0, 3, 0);
    row->setSpacing(0);
    row->addWidget(m_refresh);
    row->addWidget(m_pause);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Refreshing"));
    connect(m_refresh, &QAbstractButton::clicked, this, &RefreshControl::refreshAsked);
    connect(m_pause, &QAbstractButton::clicked, this, [this] { emit pauseAsked(!m_isPaused); });
    followTheme(this);
    relabel();
}

QString RefreshControl::intervalText(int seconds)
{
    if (seconds <= 0)
        return tr("off");
    return seconds % 60 == 0 ? tr("%1 min").arg(seconds / 60) : tr("%1 s").arg(seconds);
}

void RefreshControl::relabel()
{
    auto *refresh = static_cast<RefreshPart *>(m_refresh);
    auto *pause = static_cast<RefreshPart *>(m_pause);
    refresh->mark = m_retry ? std::optional(Mark::Failing) : m_isRefreshing ? std::optional(Mark::Running) : std::nullopt;
    refresh->setText(m_retry ? tr("retry %1 s").arg(m_retry->count()) : m_isPaused ? tr("paused") : intervalText(m_interval));
    refresh->setAccessibleName(tr("Refresh now"));
    refresh->setAccessibleDescription(refresh->text());
    refresh->setToolTip(tr("Refresh now (F5). Right click: how often."));
    pause->iconName = m_isPaused ? QStringLiteral("media-playback-start") : QStringLiteral("media-playback-pause");
    pause->setAccessibleName(m_isPaused ? tr("Go on refreshing") : tr("Pause refreshing"));
    pause->setToolTip(tr("%1 (Ctrl+Shift+P)").arg(pause->accessibleName()));
    refresh->updateGeometry();
    refresh->update();
    pause->update();
    update();
}

void RefreshControl::setInterval(int seconds)
{
    m_interval = seconds;
    relabel();
}

void RefreshControl::setPaused(bool paused)
{
    m_isPaused = paused;
    relabel();
}

void RefreshControl::setRefreshing(bool refreshing)
{
    if (refreshing == m_isRefreshing)
        return;
    m_isRefreshing = refreshing;
    relabel();
}

void RefreshControl::setRetry(std::optional<std::chrono::seconds> in)
{
    if (in == m_retry)
        return;
    m_retry = in;
    relabel();
}

void RefreshControl::fill(QMenu *menu)
{
    for (const int seconds : {10, 30, 60, 300, 0}) {
        QAction *action = menu->addAction(seconds ? tr("Every %1").arg(intervalText(seconds)) : tr("Only When Asked"));
        action->setCheckable(true);
        action->setChecked(seconds == m_interval);
        connect(action, &QAction::triggered, this, [this, seconds] { emit intervalPicked(seconds); });
    }
}

void RefreshControl::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(menu);
    menu->popup(event->globalPos());
}

void RefreshControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    paint::box(painter, rect(), t.surface, m_retry ? t.critMark : isEnabled() ? t.borderStrong : t.border, 4);
}

ZonePicker::ZonePicker(QWidget *parent) : QWidget(parent), m_button(new Button(QString())), m_zone(QTimeZone::utc())
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_button);
    m_button->setHasArrow(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_button, &QPushButton::clicked, this, &ZonePicker::open);
    setZone(m_zone);
}

void ZonePicker::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    const QString name = format::zoneName(zone);
    m_button->setText(name.section(QLatin1Char('/'), -1).replace(QLatin1Char('_'), QLatin1Char(' ')));
    m_button->setAccessibleName(tr("Time zone %1").arg(name));
    m_button->setToolTip(tr("Times and days are shown in %1").arg(name));
    m_button->updateGeometry();
}

void ZonePicker::open()
{
    if (!m_popup) {
        m_popup = new SearchPopup(tr("Time zone"), this);
        connect(m_popup, &SearchPopup::chosen, this, [this](const QString &id) {
            setZone(QTimeZone(id.toLatin1()));
            emit picked(m_zone);
        });
    }
    QList<SearchPopup::Entry> entries{{QStringLiteral("UTC"), tr("UTC"), {}}};
    const QByteArray own = QTimeZone::systemTimeZoneId();
    if (own != "UTC" && !own.isEmpty())
        entries.append({QString::fromLatin1(own), QString::fromLatin1(own), tr("this computer")});
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/') && id != own && !id.startsWith("Etc/") && !id.startsWith("posix") && !id.startsWith("right"))
            entries.append({QString::fromLatin1(id), QString::fromLatin1(id), {}});
    }
    m_popup->setEntries(entries, format::zoneName(m_zone));
    m_popup->openBelow(m_button, scaled(280));
}

} // namespace qd
