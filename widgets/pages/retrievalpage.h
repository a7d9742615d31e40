#pragma once

#include "widgets/pages/page.h"
#include "widgets/pages/retrievalsession.h"

class QBoxLayout;
class QScrollArea;

namespace qd {

struct OwnJudgement;
class Button;
class Message;
class RetrievalAnswers;
class RetrievalAskBar;
class RetrievalEvaluation;
class RetrievalQuality;
class RetrievalQuotationBar;
class RetrievalResult;
class RetrievalSimilarities;
class RetrievalSweep;
class RetrievalTaking;
class RetrievalWhyNotBar;
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

    // Any snapshot file; what is open stays open when it cannot be read.
    void openSnapshot(const QString &path);
    void askForSnapshot();
    void askForEndpoint(RetrievalEndpoint::Purpose purpose = RetrievalEndpoint::Purpose::Embeddings);

protected:
    void refresh(const reports::Inputs &inputs) override;
    void refreshWithout() override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeContent();
    void orderTabs();
    void connectAnswers();
    void connectPanels();
    void connectTaking();
    void connectSnapshots();
    void openSnapshotMenu(QWidget *below);
    // What is kept beside a snapshot is named by this: its deployment, "sample" or the file.
    QString storeName() const;
    void showOpened();
    // Answer, comparison, chosen chunk and what was pasted; the typed question stays.
    void forgetAnswer();
    void showNote();
    void showTaking();
    void showAnswer();
    void sayAll();
    void ask();
    void askAgain();
    void askWhyNotOf(const QString &typed);
    void showWanted();
    void askLike(quint32 row);
    void pick(const QByteArray &key);
    void explainRow(quint32 row, const QString &difference);
    void askWhyNot(const QByteArray &key, const QString &difference);
    void findQuotation(const QString &quotation);
    QString differenceOf(const QByteArray &key) const;
    void showHint();
    // Which snapshot is being opened, in a sentence.
    QString openingWords() const;
    // Into view, where the page is scrolled, and focused.
    void lead(QWidget *to) const;
    void showChunk(const QByteArray &key);
    void useChange(const retrieval::SettingChange &change);
    void judgeByFile();
    // By the person at the desk: kept beside the snapshot, on top of the snapshot's own.
    void judge(quint32 row, int grade);
    void showJudged(const QByteArray &key);
    QList<OwnJudgement> ownJudgements() const;
    // Why no snapshot can be taken now; empty: it can.
    QString whyNoTaking() const;
    void take();
    QByteArray json() const;
    void restoreHistory();
    void keepHistory();

    RetrievalSession *m_session;
    Message *m_note, *m_remark;
    StatePane *m_pane;
    RetrievalAskBar *m_ask;
    RetrievalAnswers *m_answers;
    RetrievalResult *m_result;
    RetrievalWhyNotBar *m_whyNot;
    RetrievalQuotationBar *m_quotation;
    RetrievalSimilarities *m_similarities;
    RetrievalSweep *m_sweep;
    RetrievalEvaluation *m_evaluation;
    RetrievalQuality *m_quality;
    RetrievalTaking *m_taking;
    Button *m_take, *m_back;
    QBoxLayout *m_upper, *m_lower, *m_lowest;
    QScrollArea *m_area;
    QString m_deployment, m_title, m_takingSays, m_takingOf, m_takingTitle;
    std::shared_ptr<RetrievalProgress> m_progress;
    // The chunk that was asked for although it is not in the answer: it is followed through changes.
    QByteArray m_wanted;
    bool m_isAskedEarly = false; // to be asked once the snapshot is open
    bool m_isShowing = false;
    Latest m_explaining;
};

} // namespace qd
