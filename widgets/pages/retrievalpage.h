#pragma once

#include "widgets/pages/page.h"
#include "widgets/pages/retrievalsession.h"

class QBoxLayout;

namespace qd {

class Button;
class Message;
class RetrievalAnswers;
class RetrievalAskBar;
class RetrievalResult;
class StatePane;

// What the embedded engine answers, beside production where it can be asked: explained row by row,
// with why a chunk is missing, what a setting costs, and how good the answers are. Works without any
// connection: on the deployment's snapshot, or on the sample that comes with the program.
class RetrievalPage : public Page
{
    Q_OBJECT

public:
    explicit RetrievalPage(Desk *desk, QWidget *parent = nullptr);
    ~RetrievalPage() override;

    bool showsPresent() const override { return true; }
    bool isSettled() const override;
    QWidget *filter() const override;
    bool escape() override;
    QList<PageExport> exports() const override;
    QList<PageAction> actions() const override;
    // A question to ask.
    void open(const QString &question) override;
    RetrievalSession *session() const { return m_session; }

protected:
    void refresh(const reports::Inputs &inputs) override;
    void refreshWithout() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    void showOpened();
    void showNote();
    void showAnswer();
    void sayAll();
    void ask();
    void askLike(quint32 row);
    void pick(const QByteArray &key);
    void explainRow(quint32 row, const QString &difference);
    void askWhyNot(const QByteArray &key, const QString &difference);
    QString differenceOf(const QByteArray &key) const;
    void showHint();
    void restoreHistory();
    void keepHistory();

    RetrievalSession *m_session;
    Message *m_note, *m_remark;
    StatePane *m_pane;
    RetrievalAskBar *m_ask;
    RetrievalAnswers *m_answers;
    RetrievalResult *m_result;
    QBoxLayout *m_upper;
    QString m_deployment, m_title;
    std::shared_ptr<RetrievalProgress> m_progress;
    Latest m_explaining;
};

} // namespace qd
