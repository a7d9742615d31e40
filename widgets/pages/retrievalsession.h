#pragma once

// What the retrieval page asks: the offline engine on the pool, production beside it. It keeps the
// corpus of the current deployment, the last answer of each side and how they compare; it paints nothing.

#include "capture/answercache.h"
#include "capture/productionsearch.h"
#include "core/async.h"
#include "core/settings.h"
#include "deployments/secrets.h"
#include "providers/embeddings.h"
#include "retrieval/askedbefore.h"
#include "widgets/pages/retrievalendpointdialog.h"
#include "widgets/pages/retrievalview.h"
#include "widgets/window/desk.h"

#include <QMutex>
#include <QTimer>

namespace qd {

namespace settings {

// An OpenAI-compatible endpoint for embeddings of questions: Ollama, llama.cpp, OpenAI.
inline const Setting<QString> EmbeddingEndpoint{"retrieval/embeddings", QString()};
// Where its key is: none, keychain or env:NAME.
inline const Setting<QString> EmbeddingSecret{"retrieval/embeddingsSecret", QStringLiteral("none")};
// A model that puts the candidates of a question in its own order; empty: none does.
inline const Setting<QString> RerankerModel{"retrieval/rerankerModel", QString()};
// Where it is asked; empty: only what it said before is used.
inline const Setting<QString> RerankerEndpoint{"retrieval/reranker", QString()};
inline const Setting<QString> RerankerSecret{"retrieval/rerankerSecret", QStringLiteral("none")};
// How many it is given; 0: four times the limit.
inline const Setting<int> RerankerCandidates{"retrieval/rerankerCandidates", 0};
// Snapshot files that were opened, the last one first.
inline const Setting<QStringList> OpenedSnapshots{"retrieval/snapshots", QStringList()};

} // namespace settings

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
        capture::CacheLook cache;    // in front of the search; State::None: none, or not known yet
    };

    explicit RetrievalSession(Desk *desk, QObject *parent = nullptr);
    ~RetrievalSession() override;

    // Where a deployment's snapshot lies, whether it is there or not.
    static QString snapshotPath(const QString &deployment);
    // What services said once is kept beside the snapshots.
    static retrieval::AskedBefore askedBefore();
    // Opens the deployment's snapshot, or the sample, unless it is open already. An empty name: the sample.
    void follow(const QString &deployment);
    // Any snapshot, until another deployment is followed or leaveFile(). What is open stays open if it
    // cannot be read: refused() says why.
    void openFile(const QString &path);
    void leaveFile();
    bool isFile() const { return m_isFile; }
    // Of an endpoint; an empty key removes what the keychain has.
    void keepKey(RetrievalEndpoint::Purpose purpose, const QUrl &endpoint, const Secret &key);
    // So many candidates for the reranker instead of what the settings say; 0: as they say.
    void setCandidates(int candidates) { m_candidates = candidates; }

    bool isOpening() const { return m_opening.isRunning(); }
    // What is being opened; until it is, opened() is what was there before. Empty: nothing.
    QString openingPath() const { return isOpening() ? m_openingPath : QString(); }
    bool isOpeningSample() const { return isOpening() && m_isOpeningSample; }
    bool isAsking() const { return m_asking.isRunning() || m_embedding.isRunning() || m_comparing.isRunning() || isReranking() || m_production.state == Production::State::Asking; }
    // The search's own order is there and the reranker is being asked.
    bool isReranking() const { return m_reranking.isRunning(); }
    const OpenedCorpus *opened() const { return m_opened ? &*m_opened : nullptr; }
    std::shared_ptr<const retrieval::Corpus> corpus() const { return m_opened ? m_opened->corpus : nullptr; }
    const std::optional<OfflineAnswer> &offline() const { return m_offline; }
    const Production &production() const { return m_production; }
    const std::optional<retrieval::AnswerComparison> &comparison() const { return m_comparison; }
    const std::optional<Error> &failed() const { return m_failed; } // of opening or of the last question
    // What is being done and how far it is; empty: nothing that takes long.
    QString progressText() const;

    // `search` names one of production's; empty: the main one. Where the snapshot has no embedding of the
    // question, the endpoint of the settings is asked for one first.
    void ask(const retrieval::Question &question, const retrieval::SearchSettings &settings, const QString &search = {});
    void stop();
    // The last question and all that was found for it: it belongs to what was open until now.
    void forget();
    // Puts the question that is shown to production, if the connection stands now that was being made
    // when it was asked.
    void catchUp();
    // What production answered, also when somebody else asked it.
    void takeProduction(Result<capture::ProductionAnswer> answer);

signals:
    void opening();         // openingPath() is new
    void openedChanged();   // corpus or why there is none
    void refused(const QString &path, const qd::Error &error); // by openFile()
    void keyNotKept(const QString &sentence); // and why
    void asking();
    void answered();        // offline answer, production's or the comparison: any of them is new
    void progressed();

private:
    QString modelOf(const retrieval::SearchSettings &settings) const;
    void lookIntoCache(const RetrievalSearch &search, const capture::SearchInput &input);
    bool lacksEmbedding(const retrieval::Question &question, const retrieval::SearchSettings &settings) const;
    void askEmbedding(const retrieval::Question &question, const retrieval::SearchSettings &settings);
    void sendEmbedding(const retrieval::Question &question, const retrieval::SearchSettings &settings, const Secret &key);
    void askBoth(const retrieval::Question &question, const retrieval::SearchSettings &settings);
    int candidatesFor(const retrieval::Question &question, const retrieval::SearchSettings &settings) const;
    void askReranker();
    void sendCandidates(const Secret &key);
    void leaveUnranked(const QString &why);
    void open(const QString &path, bool isSample);
    void begin(const QString &path, bool isSample, std::function<void(Result<OpenedCorpus>)> then);
    void take(Result<OpenedCorpus> opened);
    void askProduction(const retrieval::Question &question, const retrieval::SearchSettings &settings);
    QString whyNoProduction() const;
    bool isConnecting() const;
    void compare();
    // Production's settings as the question changed them: what its function was called with.
    retrieval::SearchSettings productionSettings(const retrieval::SearchSettings &asked) const;

    Desk *m_desk;
    QString m_deployment, m_path, m_openingPath;
    QDateTime m_stamp;
    bool m_isFile = false, m_isOpeningSample = false;
    SecretStore m_secrets;
    std::optional<OpenedCorpus> m_opened;
    std::optional<OfflineAnswer> m_offline;
    Production m_production;
    std::optional<retrieval::AnswerComparison> m_comparison;
    std::optional<Error> m_failed;
    std::shared_ptr<RetrievalProgress> m_progress;
    std::unique_ptr<capture::ProductionSearch> m_search;
    QString m_searchOf, m_searchName;
    std::optional<std::pair<retrieval::Question, retrieval::SearchSettings>> m_waiting; // for the connection
    std::unique_ptr<providers::Embeddings> m_embeddings;
    std::unique_ptr<providers::Reranker> m_reranker;
    int m_candidates = 0;
    std::unique_ptr<capture::AnswerCache> m_cache;
    Latest m_lookingIntoCache, m_opening, m_keeping, m_embedding, m_reranking, m_asking, m_askingProduction, m_comparing;
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
