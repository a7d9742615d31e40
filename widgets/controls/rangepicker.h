#pragma once

#include "core/time.h"

#include <QFrame>
#include <QTimeZone>

class QCalendarWidget;
class QLineEdit;

namespace qd {

class Label;
class Segments;
class RangePopup;

// 1h 6h 24h 7d 30d and a calendar, which also takes typed ranges (now-6h, yesterday,
// 2026-11-01..07); what was not understood is said below the field.
class RangePicker : public QWidget
{
    Q_OBJECT

public:
    explicit RangePicker(const Clock &clock, QWidget *parent = nullptr);

    // Shows without telling.
    void setRange(const RangeRequest &range, const QTimeZone &zone);
    RangeRequest range() const { return m_range; }
    // [ and ]: the next preset; Shift+← →: half a range earlier or later.
    void shorter();
    void longer();
    void moveByHalf(int direction);
    // What a range other than the presets is called: "1 to 31 Jan", "28 Jan 14:02 to 15:10".
    static QString inWords(const RangeRequest &range, Instant now, const QTimeZone &zone);
    RangePopup *openPopup();

signals:
    void picked(const qd::RangeRequest &range);

private:
    void pick(const RangeRequest &range);
    const Clock &m_clock;
    Segments *m_segments;
    RangePopup *m_popup = nullptr;
    RangeRequest m_range;
    QTimeZone m_zone;
};

// Calendar, field and the usual ranges.
class RangePopup : public QFrame
{
    Q_OBJECT

public:
    RangePopup(const Clock &clock, QWidget *parent);
    void open(const RangeRequest &range, const QTimeZone &zone, QWidget *anchor);
    QLineEdit *field() const { return m_field; }
    QString problem() const;

signals:
    void picked(const qd::RangeRequest &range);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void take(const QString &typed);
    void takeDay(const QDate &day);
    const Clock &m_clock;
    QTimeZone m_zone;
    QLineEdit *m_field;
    Label *m_problem;
    QCalendarWidget *m_calendar;
    QDate m_firstDay;
};

} // namespace qd
