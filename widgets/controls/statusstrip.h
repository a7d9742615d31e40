#pragma once

#include "core/check.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace qd {

class Button;
class Label;
class MarkLabel;

// 24 px at the foot of the window: connection and its latency; the load we cause and its cap; a
// running task with progress and cancel; at the right the last refresh, or for 1.5 s what was
// just done ("copied").
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    struct Task
    {
        QString words;                   // "reading back to 14 Nov"
        std::optional<double> progress;  // 0 to 1; nothing: not known
        QString left;                    // "18 s"
        bool mayCancel = false;
    };

    explicit StatusStrip(QWidget *parent = nullptr);

    void setConnection(State state, const QString &words, const QString &tooltip = {});
    // Share of one core and its cap, as ratios. Turns amber at half the cap. Nothing: no deployment.
    void setLoad(const QString &environment, std::optional<double> share, double cap, const QString &tooltip = {});
    void setTask(const std::optional<Task> &task);
    void setRight(const QString &words);
    void say(const QString &sentence);
    QSize sizeHint() const override;

signals:
    void taskCancelled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MarkLabel *m_connection;
    QWidget *m_load, *m_bar, *m_task, *m_taskBar;
    Label *m_loadWords, *m_loadShare, *m_cap, *m_taskLeft, *m_right;
    MarkLabel *m_taskWords;
    Button *m_cancel;
    QString m_rightWords;
    QTimer m_said;
};

} // namespace qd
