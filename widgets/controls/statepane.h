#pragma once

#include "core/result.h"
#include "widgets/theme/theme.h"

#include <QStackedWidget>
#include <QTimer>

namespace qd {

class Button;
class CodeView;
class Label;
class Message;

// Content, or why there is none. First load: what is being read, a Cancel, and only after 300 ms;
// after 5 s what is slow. Empty: what would be here, why it is not, and the one next step. Error:
// what failed, the server's own words (selectable), and what to do. Content that was once shown
// is never replaced by an error: use a Message above it instead.
class StatePane : public QStackedWidget
{
    Q_OBJECT

public:
    explicit StatePane(QWidget *content, QWidget *parent = nullptr);

    void showContent();
    void showLoading(const QString &whatIsRead);
    // `fix` is shown as code with a copy button; `action` is the label of the one button.
    void showEmpty(const QString &fact, const QString &why, const QString &fix = {}, const QString &action = {});
    void showError(const Error &error, const QString &action = {});
    bool showsContent() const { return currentIndex() == 0; }
    QString words() const; // fact and why of what is shown; empty with content

signals:
    void cancelled();
    void acted(); // the one button: Try Again, Connect…

private:
    void fill(Tone tone, const QString &fact, const QString &why, const QString &code, const QString &action);
    QTimer m_patience, m_slow;
    QString m_loading;
    QWidget *m_blank;
    QWidget *m_said;
    Label *m_fact, *m_why;
    CodeView *m_code = nullptr;
    Button *m_action, *m_cancel;
};

} // namespace qd
