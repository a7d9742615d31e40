#pragma once

#include "reports/report.h"
#include "widgets/window/desk.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace qd {

// Something a page can write to a file or put on the clipboard: "Chart as PNG", "Calls as CSV".
struct PageExport
{
    QString title;             // "Daily Cost as CSV…"
    QString suffix;            // "csv", "json", "png", "svg"
    std::function<QByteArray()> bytes;
};

// A thing a page can do, listed in the menu and in the palette while the page is shown.
struct PageAction
{
    QString title, iconName;
    QString whyNot;            // not empty: disabled, and this is why
    std::function<void()> run;
};

// A page owns itself: it takes the inputs of the current deployment from the desk, makes its
// report, paints it, and says its sentence. It is asked to do so once per turn of the event loop
// however much has changed, and only while it is visible. Old content is never cleared for new.
//
//     void CostPage::refresh(const reports::Inputs &inputs)
//     {
//         const reports::CostReport report = reports::costReport(inputs, m_options);
//         say(report.sentence);
//         …
//     }
//
// The window shows the title, the sentence, the range picker and the strip; a page has none of them.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(Desk *desk, QWidget *parent = nullptr);

    const reports::Sentence &sentence() const { return m_sentence; }
    // Greys out the range picker.
    virtual bool showsPresent() const { return false; }
    // Without header, picker and sentence: the first run.
    virtual bool isBare() const { return false; }
    virtual QList<PageExport> exports() const { return {}; }
    virtual QList<PageAction> actions() const { return {}; }
    // Where "/" leads; null: no filter.
    virtual QWidget *filter() const { return nullptr; }
    // Clears the filter or closes the drawer; false if there was nothing to do.
    virtual bool escape() { return false; }
    // The drawer, if any, becomes its header only in a narrow window.
    virtual void setNarrow(bool) { }
    // Shows what another page pointed at: an operation, a day, an error group.
    virtual void open(const QString &) { }

    // False while something that takes longer is still on its way; what is there is right as it is.
    virtual bool isSettled() const { return true; }
    // Now, also if hidden: for pictures and tests.
    void refreshNow();

signals:
    void said();                                             // the sentence changed
    void pageAsked(const QString &id, const QString &object); // a link to another page
    void copied(const QString &sentence);                    // one line for the strip
    void menuChanged();                                      // exports or actions differ

protected:
    Desk *desk() const { return m_desk; }
    void say(const reports::Sentence &sentence);
    // The current deployment's. Called on every change of data, range, zone or deployment.
    virtual void refresh(const reports::Inputs &inputs) = 0;
    // There is no deployment.
    virtual void refreshWithout() { }
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void schedule();
    Desk *m_desk;
    QTimer m_soon;
    reports::Sentence m_sentence;
    bool m_isDue = true;
    bool m_isPainted = false; // since it was shown: what changes before is painted after the first time
};

} // namespace qd
