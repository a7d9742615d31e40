#pragma once

#include "widgets/pages/page.h"

class QVBoxLayout;

namespace qd {

class ChartFrame;
class Message;
class StatePane;

// What Overview, Cost, Latency and Errors have in common: above the report stands the banner when
// the data is old, and instead of it the reason when there is none. Old content is never cleared
// while new content is read.
class DataPage : public Page
{
    Q_OBJECT

public:
    explicit DataPage(Desk *desk, QWidget *parent = nullptr);

    const reports::Freshness &freshness() const { return m_freshness; }
    QList<PageExport> exports() const override;
    // The document that --json prints for this page; empty before the first report.
    virtual QByteArray json() const = 0;
    virtual QByteArray csv() const { return {}; }

protected:
    void refresh(const reports::Inputs &inputs) final;
    // Paints the report and ends with told().
    virtual void show(const reports::Inputs &inputs) = 0;
    // Where nothing can be shown: false lets the page paint a partial report all the same.
    virtual bool hidesWithoutData() const { return true; }
    // The chart that PNG and SVG are made of.
    virtual ChartFrame *mainChart() const = 0;
    // `notRecorded` says why this page has nothing to show although there is data.
    void told(const reports::Sentence &sentence, const reports::Freshness &freshness, const QString &notRecorded = {});
    // What is odd about what was read (no index, values left out, clocks apart): the worst of it is a
    // note above the page, with its remedy.
    void remark(const QList<Check> &checks);
    QVBoxLayout *rows() const { return m_rows; }
    void explain(const reports::Figure &figure);
    // A dragged stretch of time becomes the range; going back takes the one before.
    void look(const TimeRange &range);
    void lookBack();

private:
    void showBanner(const reports::Inputs &inputs);
    void showReason(const reports::Inputs &inputs);

    Message *m_banner;
    Message *m_remark;
    StatePane *m_pane;
    QVBoxLayout *m_rows;
    reports::Freshness m_freshness;
    QString m_notRecorded;
    QList<RangeRequest> m_before;
};

// Ids are long: 3f2a91c4….
QString shortId(const QString &id);

} // namespace qd
