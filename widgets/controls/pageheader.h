#pragma once

#include "reports/report.h"

#include <QWidget>

namespace qd {

class Label;
class RangePicker;
class RefreshControl;
class SentenceLine;
class ZonePicker;

// 61 px above every page: title, the state sentence, and at the right range, zone and refresh.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const Clock &clock, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void say(const reports::Sentence &sentence);
    // Pages that show the present grey the picker out instead of hiding it.
    void setShowsPresent(bool showsPresent);
    RangePicker *range() const { return m_range; }
    ZonePicker *zone() const { return m_zone; }
    RefreshControl *refresh() const { return m_refresh; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_title;
    SentenceLine *m_sentence;
    RangePicker *m_range;
    ZonePicker *m_zone;
    RefreshControl *m_refresh;
};

} // namespace qd
