#include "widgets/controls/rangepicker.h"

#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include <QCalendarWidget>
#include <QGridLayout>
#include <QLineEdit>
#include <QScreen>
#include <QStyle>
#include <QTextCharFormat>
#include <QVBoxLayout>

namespace qd {

RangePopup::RangePopup(const Clock &clock, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_clock(clock)
    , m_zone(QTimeZone::utc())
    , m_field(new QLineEdit)
    , m_problem(new Label({}, Type::Small, Tone::Crit))
    , m_calendar(new QCalendarWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(6);
    auto *name = new Label(tr("Range, typed"), Type::Cell, Tone::Text2);
    name->setBuddy(m_field);
    column->addWidget(name);
    column->addWidget(m_field);
    m_field->setAccessibleName(tr("Range, typed"));
    m_field->setPlaceholderText(tr("now-6h, yesterday, 2026-11-01..07"));
    m_problem->setWraps(true);
    column->addWidget(m_problem);
    auto *usual = new QGridLayout;
    usual->setSpacing(4);
    const std::pair<const char *, const char *> words[] = {
        {QT_TR_NOOP("Today"), "today"}, {QT_TR_NOOP("Yesterday"), "yesterday"}, {QT_TR_NOOP("This week"), "this week"},
        {QT_TR_NOOP("Last week"), "last week"}, {QT_TR_NOOP("This month"), "this month"}, {QT_TR_NOOP("Last month"), "last month"}};
    int place = 0;
    for (const auto &[label, typed] : words) {
        auto *button = new Button(tr(label), Button::Kind::Plain);
        button->setSmall(true);
        connect(button, &QPushButton::clicked, this, [this, text = QString::fromLatin1(typed)] { take(text); });
        usual->addWidget(button, place / 3, place % 3);
        ++place;
    }
    column->addLayout(usual);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setAccessibleName(tr("First and last day"));
    column->addWidget(m_calendar);
    column->addWidget(new Label(tr("Click the first day, then the last."), Type::Small, Tone::Text3));
    connect(m_field, &QLineEdit::returnPressed, this, [this] { take(m_field->text()); });
    connect(m_calendar, &QCalendarWidget::clicked, this, &RangePopup::takeDay);
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_problem->setText({}); });
}

void RangePopup::open(const RangeRequest &range, const QTimeZone &zone, QWidget *anchor)
{
    m_zone = zone;
    m_firstDay = {};
    m_field->setText(range.text);
    m_field->selectAll();
    m_problem->setText({});
    m_calendar->setSelectedDate(dayOf(m_clock.now(), zone));
    m_calendar->setMaximumDate(dayOf(m_clock.now(), zone));
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday}) {
        QTextCharFormat plain;
        plain.setForeground(tokens().text);
        m_calendar->setWeekdayTextFormat(day, plain);
    }
    adjustSize();
    QPoint at = anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + 3));
    if (const QScreen *screen = anchor->screen())
        at.setX(std::max(screen->availableGeometry().left(), at.x()));
    move(at);
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

QString RangePopup::problem() const
{
    return m_problem->text();
}

void RangePopup::take(const QString &typed)
{
    const Result<RangeRequest> request = RangeRequest::parse(typed);
    const Result<TimeRange> range = request ? request->resolve(m_clock.now(), m_zone) : Result<TimeRange>(failure(request.error()));
    if (!range) {
        m_problem->setText(range.error().message);
        m_field->setFocus();
        adjustSize();
        return;
    }
    hide();
    emit picked(*request);
}

void RangePopup::takeDay(const QDate &day)
{
    if (!m_firstDay.isValid()) {
        m_firstDay = day;
        m_field->setText(day.toString(Qt::ISODate));
        return;
    }
    const auto [first, last] = std::minmax(m_firstDay, day);
    take(first == last ? first.toString(Qt::ISODate) : first.toString(Qt::ISODate) + QStringLiteral("..") + last.toString(Qt::ISODate));
}

void RangePopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.setPen(tokens().borderStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace qd
