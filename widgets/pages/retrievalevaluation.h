#pragma once

#include "core/async.h"
#include "retrieval/evaluate.h"
#include "widgets/controls/panel.h"
#include "widgets/pages/retrievalsession.h"

namespace qd {

class Button;
class ChangeBars;
class FigureStrip;
class Label;
class StatePane;
class Table;

namespace reports {
struct Figure;
}

// What the person at the desk said of a chunk as an answer to a question.
struct OwnJudgement
{
    QString question, key;
    int grade = 0;
};

// One run over the judged questions: its measures by question, and with what it was made. The measures
// are those of trec_eval, a list of them in the order of RetrievalEvaluation::measureNames().
struct JudgedRun
{
    QDateTime at;
    retrieval::SearchSettings settings;
    QString snapshot;                        // when it was taken, or its name
    QMap<QString, QList<double>> perQuery;
    QList<double> mean;
    retrieval::Run run;                      // empty for one that was kept
    int fallbacks = 0;                       // questions without an embedding, asked by words only
    int failed = 0;                          // questions that could not be asked

    QJsonObject toJson() const;
    static std::optional<JudgedRun> fromJson(const QJsonObject &json);
};

// How good the answers are by people's judgements, against the run before: five measures, the change
// of each question, and the questions that lost most.
class RetrievalEvaluation : public Panel
{
    Q_OBJECT

public:
    explicit RetrievalEvaluation(QWidget *parent = nullptr);

    // The kept run is read from beside the snapshot; `deployment` names it.
    void setCorpus(const OpenedCorpus *opened, const QString &keptAt);
    // On top of the snapshot's: a later one for the same question and chunk replaces an earlier.
    void setOwnJudgements(const QList<OwnJudgement> &own);
    std::optional<int> gradeOf(const QString &question, const QString &key) const;
    void setSettings(const retrieval::SearchSettings &settings);
    void run();
    void stop();
    void keep();
    // Judgements of one's own instead of those in the snapshot: TREC qrels, CSV or JSONL.
    void loadJudgements(const QString &file);
    bool isRunning() const { return m_running.isRunning(); }
    bool hasRun() const { return m_now.has_value(); }
    const std::optional<JudgedRun> &now() const { return m_now; }
    const std::optional<JudgedRun> &before() const { return m_before; }
    const std::optional<retrieval::Judgements> &judgements() const { return m_judgements; }
    // "nDCG@10 is 0.842, up 0.013."; empty before the first run.
    QString sentence() const;
    QByteArray csv() const;
    QByteArray trec() const;
    static QStringList measureNames();

signals:
    void questionAsked(const QString &text);
    void explanationAsked(const qd::reports::Figure &figure);
    void judgementsAsked();
    void copied(const QString &sentence);
    void evaluated();

private:
    QWidget *makeBody();
    static Result<JudgedRun> runAll(const OpenedCorpus &opened, const retrieval::Judgements &judgements, const retrieval::SearchSettings &settings, const retrieval::CorpusWork &work);
    void finish(Result<JudgedRun> run);
    void showRun();
    void showFigures();
    void showQueries();
    void showFoot();
    // Of each measure, over the questions that both runs have; nothing: there are none.
    std::optional<QList<double>> meanChange() const;
    int questionsInBoth() const;
    void idle();
    QString questionText(const QString &id) const;

    std::optional<OpenedCorpus> m_opened;
    std::optional<retrieval::Judgements> m_judgements;
    QString m_judgementsName, m_keptAt;
    retrieval::SearchSettings m_settings;
    std::optional<JudgedRun> m_now, m_before;
    StatePane *m_pane;
    FigureStrip *m_figures;
    QWidget *m_changes;
    ChangeBars *m_bars;
    Table *m_queries;
    Label *m_barsTitle, *m_foot;
    Button *m_run, *m_keep, *m_load;
    std::shared_ptr<RetrievalProgress> m_progress;
    QTimer m_tick;
    Latest m_running;
};

} // namespace qd
