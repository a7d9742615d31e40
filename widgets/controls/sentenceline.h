#pragma once

#include "reports/report.h"

#include <QWidget>

namespace qd {

// The line under a page's title: mark, the fact in bold, then cause or consequence.
class SentenceLine : public QWidget
{
    Q_OBJECT

public:
    explicit SentenceLine(QWidget *parent = nullptr);
    void say(const reports::Sentence &sentence);
    const reports::Sentence &sentence() const { return m_sentence; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    reports::Sentence m_sentence;
};

} // namespace qd
