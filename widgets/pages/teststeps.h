#pragma once

#include "core/result.h"
#include "deployments/connectiontest.h"

#include <QFrame>

class QVBoxLayout;

namespace qd {

// The steps of a connection test as they become known: mark, what was found, how long it took,
// and below a failed one what to do.
class TestSteps : public QFrame
{
    Q_OBJECT

public:
    explicit TestSteps(QWidget *parent = nullptr);
    void clear();
    void showRunning(const QString &words);
    void add(const TestStep &step);
    void addNote(State state, const QString &words, const QString &fix = {});
    void showError(const Error &error);
    void endRunning();
    void addAction(QWidget *button);
    using QWidget::addAction;
    int count() const { return m_count; }

signals:
    void copied(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_rows;
    QWidget *m_running = nullptr;
    int m_count = 0;
};

} // namespace qd
