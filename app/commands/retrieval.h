#pragma once

#include "app/commands/command.h"
#include "core/async.h"
#include "retrieval/engine/rerank.h"

#include <QThreadPool>

namespace qd::providers {
class Embeddings;
class Reranker;
}

namespace qd::app {

// retrieval import|query|evaluate|sweep|check: the embedded retrieval engine without a window. FILE is
// a snapshot, or "sample" for the one that comes with the program. Works with the network unplugged.
class Retrieval : public Command
{
    Q_OBJECT

public:
    Retrieval(const CommandLine &line, const Terminal &terminal, const Clock &clock);
    ~Retrieval() override;
    void start() override;

private:
    using CorpusPtr = std::shared_ptr<const retrieval::Corpus>;

    void importFolder();
    void open();
    void opened(const CorpusPtr &corpus);
    Result<> understand();
    void query();
    void embed(const retrieval::Question &question);
    void ask(const retrieval::Question &question);
    void rerank(const retrieval::Question &question, const retrieval::SearchAnswer &candidates);
    void takeScores(const retrieval::Question &question, const retrieval::SearchAnswer &candidates, const retrieval::RerankScores &scores);
    void explainAnswer(const retrieval::Question &question, const retrieval::SearchAnswer &answer);
    void evaluateRun();
    void sweepSettings();
    void check();

    // Runs on the pool; its answer comes back here.
    template <typename T>
    void later(std::function<Result<T>(const retrieval::CorpusWork &)> work, std::function<void(const T &)> then);
    // Sentence and exit code by what went wrong.
    void giveUp(const Error &error);
    void document(const QJsonObject &data, const QList<Check> &checks = {});
    QString word(int index) const { return line().arguments.value(index); }
    Result<QList<retrieval::NamedQuestion>> questions() const;
    Result<retrieval::Judgements> judgements() const;

    QString m_what;
    CorpusPtr m_corpus;
    retrieval::SearchSettings m_settings;
    std::optional<retrieval::Reranking> m_reranking; // of a reranked answer
    std::unique_ptr<providers::Embeddings> m_embeddings;
    std::unique_ptr<providers::Reranker> m_reranker;
    Latest m_step{this};
};

template <typename T>
void Retrieval::later(std::function<Result<T>(const retrieval::CorpusWork &)> work, std::function<void(const T &)> then)
{
    const auto tell = [this](const QString &what, double share) {
        QMetaObject::invokeMethod(this, [this, what, share] { terminal().progress(tr("%1 %2 %").arg(what).arg(qRound(share * 100))); });
    };
    m_step.start(onPool<T>(QThreadPool::globalInstance(), [work = std::move(work), tell](const std::function<bool()> &isStopped) { return work({isStopped, tell, false}); }),
                 [this, then = std::move(then)](const Result<T> &result) {
                     terminal().endProgress();
                     if (!result)
                         return giveUp(result.error());
                     then(*result);
                 });
}

} // namespace qd::app
