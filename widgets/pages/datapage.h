#pragma once

#include "reports/report.h"
#include "widgets/window/desk.h"

#include <QWidget>

class QVBoxLayout;

namespace qd {

class Button;
class ChartFrame;
class Message;
class StatePane;

// What Overview, Cost, Latency and Errors have in common: they take the desk's inputs, make their
// report and paint it; above it stands the banner when the data is old, and instead of it the
// reason when there is none. Old content is never cleared while new content is read.
class DataPage : public QWidget
{
    Q_OBJECT

public:
    explicit DataPage(Desk *desk, QWidget *parent = nullptr);

    // Makes and paints the report of what the desk has now.
    void refresh();
    const reports::Sentence &sentence() const { return m_sentence; }
    const reports::Freshness &freshness() const { return m_freshness; }
    // The document --json would print for this page; empty before the first report.
    virtual QByteArray json() const = 0;
    virtual QByteArray csv() const { return {}; }

signals:
    void sentenceChanged(const qd::reports::Sentence &sentence);
    void pageAsked(const QString &page);               // "latency": go there
    void connectionAsked(const QString &deployment);   // Diagnose: open the connection's form

protected:
    // Paints the report and tells how fresh it is and what the line above says.
    virtual void show(const reports::Inputs &inputs) = 0;
    // Where nothing can be shown: false lets the page paint a partial report all the same.
    virtual bool hidesWithoutData() const { return true; }
    // `notRecorded` says why this page has nothing to show although there is data.
    void said(const reports::Sentence &sentence, const reports::Freshness &freshness, const QString &notRecorded = {});
    Desk *desk() const { return m_desk; }
    QVBoxLayout *rows() const { return m_rows; }
    void explain(const reports::Figure &figure);
    // CSV, JSON, PNG and SVG of what is seen.
    Button *exportButton(ChartFrame *chart, const QString &name);

private:
    void exportAs(const QString &format, ChartFrame *chart, const QString &name);
    void showBanner(const reports::Inputs &inputs);
    void showReason();

    Desk *m_desk;
    Message *m_banner;
    StatePane *m_pane;
    QVBoxLayout *m_rows;
    reports::Sentence m_sentence;
    reports::Freshness m_freshness;
    QString m_notRecorded;
};

} // namespace qd
