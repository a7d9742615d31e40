#pragma once

#include "core/time.h"

#include <QTimeZone>
#include <QWidget>

#include <chrono>
#include <optional>

class QAbstractButton;
class QMenu;

namespace qd {

class Button;
class SearchPopup;

// Refresh now (F5), how often, and pause. While the database does not answer it is outlined and
// says when the next try is: "retry 18 s".
class RefreshControl : public QWidget
{
    Q_OBJECT

public:
    explicit RefreshControl(QWidget *parent = nullptr);

    void setInterval(int seconds); // 0: only when asked
    void setPaused(bool paused);
    void setRefreshing(bool refreshing); // the icon turns; the content stays
    void setRetry(std::optional<std::chrono::seconds> in);
    static QString intervalText(int seconds);
    // The menu of intervals; also used by the main menu.
    void fill(QMenu *menu);

signals:
    void refreshAsked();
    void pauseAsked(bool paused);
    void intervalPicked(int seconds);

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void relabel();
    QAbstractButton *m_refresh, *m_pause;
    int m_interval = 30;
    bool m_isPaused = false, m_isRefreshing = false;
    std::optional<std::chrono::seconds> m_retry;
};

// In which time zone times and days are shown.
class ZonePicker : public QWidget
{
    Q_OBJECT

public:
    explicit ZonePicker(QWidget *parent = nullptr);
    void setZone(const QTimeZone &zone);
    void open();

signals:
    void picked(const QTimeZone &zone);

private:
    Button *m_button;
    SearchPopup *m_popup = nullptr;
    QTimeZone m_zone;
};

} // namespace qd
