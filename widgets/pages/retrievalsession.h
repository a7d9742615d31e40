#pragma once

// What the retrieval page asks: the offline engine on the pool, production beside it. It keeps the
// corpus of the current deployment, the last answer of each side and how they compare; it paints nothing.

#include "capture/productionsearch.h"
#include "core/async.h"
#include "widgets/pages/retrievalview.h"
#include "widgets/window/desk.h"

#include <QMutex>
#include <QTimer>

namespace qd {

// Work on the pool that tells how far it is, polled by whoever shows it.
struct RetrievalProgress
{
    void tell(const QString &what, double share);
    QString text() const;

private:
    mutable QMutex m_mutex;
    QString m_what;
    double m_share = 0;
};

class RetrievalSession : public QObject
{
    Q_OBJECT

public:
    // Production's side of the last question.
    struct Production
    {
        enum class State { None, Asking, Answered, Failed };
        State state = State::None;
        QString why;                 // a finished sentence where there is no answer
        QString detail;              // the server's words
        QList<retrieval::ProductionRow> rows;
        QList<AnswerLine> lines;
        retrieval::SearchSettings settings;
        QString search;              // its name in the profile
        std::chrono::microseconds took{0};
        QByteArray sql;
    };

    explicit RetrievalSession(Desk *desk, QObject *parent = nullptr);
    ~RetrievalSession() override;

    // Where a deployment's snapshot lies, whether it is there or not.
    static QString snapshotPath(const QString &deployment);
    // Opens the deployment's snapshot, or the sample, unless it is open already. An empty name: the sample.
    void follow(const QString &deployment);
    void openFile(const QString &path);

    bool isOpening() const { return m_opening.isRunning(); }
    bool isAsking() const { return m_asking.isRunning() || m_comparing.isRunning() || m_production.state == Production::State::Asking; }
    const OpenedCorpus *opened() const { return m_opened ? &*m_opened : nullptr; }
    std::shared_ptr<const retrieval::Corpus> corpus() const { return m_opened ? m_opened->corpus : nullptr; }
    const std::optional<OfflineAnswer> &offline() const { return m_offline; }
    const Production &production() const { return m_production; }
    const std::optional<retrieval::AnswerComparison> &comparison() const { return m_comparison; }
    const std::optional<Error> &failed() const { return m_failed; } // of opening or of the last question
    // What is being done and how far it is; empty: nothing that takes long.
    QString progressText() const;

    void ask(const retrieval::Question &question, const retrieval::SearchSettings &settings);
    void stop();

signals:
    void openedChanged();   // corpus or why there is none
    void asking();
    void answered();        // offline answer, production's or the comparison: any of them is new
    void progressed();

private:
    void open(const QString &path, bool isSample);
    void askProduction(const retrieval::Question &question, const retrieval::SearchSettings &settings);
    QString whyNoProduction() const;
    void takeProduction(Result<capture::ProductionAnswer> answer, const retrieval::SearchSettings &asked);
    void compare();
    // Production's settings as the question changed them: what its function was called with.
    retrieval::SearchSettings productionSettings(const retrieval::SearchSettings &asked) const;

    Desk *m_desk;
    QString m_deployment, m_path;
    QDateTime m_stamp;
    std::optional<OpenedCorpus> m_opened;
    std::optional<OfflineAnswer> m_offline;
    Production m_production;
    std::optional<retrieval::AnswerComparison> m_comparison;
    std::optional<Error> m_failed;
    std::shared_ptr<RetrievalProgress> m_progress;
    std::unique_ptr<capture::ProductionSearch> m_search;
    QString m_searchOf;
    Latest m_opening, m_asking, m_askingProduction, m_comparing;
    QTimer m_tick;
};

// Runs retrieval work on the global pool with a way to stop it and to tell its progress.
template <typename T>
Reply<T> retrievalWork(const std::shared_ptr<RetrievalProgress> &progress, std::function<Result<T>(const retrieval::CorpusWork &)> work)
{
    return onPool<T>(QThreadPool::globalInstance(), [progress, work = std::move(work)](const std::function<bool()> &isStopped) {
        retrieval::CorpusWork how;
        how.isStopped = isStopped;
        how.onProgress = [progress](const QString &what, double share) { progress->tell(what, share); };
        auto result = work(how);
        progress->tell({}, 0);
        return result;
    });
}

} // namespace qd
