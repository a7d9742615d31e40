#include "widgets/pages/retrievalsession.h"

#include "core/format.h"
#include "core/paths.h"
#include "retrieval/import/samplecorpus.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

namespace qd {

using namespace retrieval;

void RetrievalProgress::tell(const QString &what, double share)
{
    const QMutexLocker locker(&m_mutex);
    m_what = what;
    m_share = share;
}

QString RetrievalProgress::text() const
{
    const QMutexLocker locker(&m_mutex);
    return m_what.isEmpty() || m_share <= 0 ? m_what : RetrievalSession::tr("%1, %2", "what is being done, how far").arg(m_what, format::percent(m_share));
}

RetrievalSession::RetrievalSession(Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_progress(std::make_shared<RetrievalProgress>())
    , m_lookingIntoCache(this)
    , m_opening(this)
    , m_keeping(this)
    , m_embedding(this)
    , m_reranking(this)
    , m_asking(this)
    , m_askingProduction(this)
    , m_comparing(this)
{
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        emit progressed();
        if (!isOpening() && !isAsking())
            m_tick.stop();
    });
}

RetrievalSession::~RetrievalSession() = default;

QString RetrievalSession::snapshotPath(const QString &deployment)
{
    return paths::data() + QStringLiteral("/retrieval/%1.qdsnap").arg(deployment);
}

void RetrievalSession::follow(const QString &deployment)
{
    const QString own = deployment.isEmpty() ? QString() : snapshotPath(deployment);
    const QFileInfo file(own);
    const bool hasOwn = !own.isEmpty() && file.exists();
    if (m_isFile && deployment == m_deployment)
        return;
    m_isFile = false;
    // A newer snapshot in the same place is another corpus.
    if (deployment == m_deployment && (hasOwn ? own == m_path && file.lastModified() == m_stamp : m_path != own && !m_path.isEmpty()))
        return;
    m_deployment = deployment;
    m_search.reset();
    if (hasOwn) {
        m_stamp = file.lastModified();
        return open(own, false);
    }
    const auto sample = sampleCorpusPath();
    if (sample)
        return open(*sample, true);
    forget();
    m_path = QStringLiteral("-");
    m_opening.cancel();
    m_opened.reset();
    m_failed = sample.error();
    emit openedChanged();
}

void RetrievalSession::openFile(const QString &path)
{
    begin(path, false, [this, path](Result<OpenedCorpus> opened) {
        if (!opened)
            return emit refused(path, opened.error());
        m_path = path;
        m_isFile = true;
        take(std::move(opened));
    });
}

void RetrievalSession::leaveFile()
{
    if (!std::exchange(m_isFile, false))
        return;
    m_path.clear();
    follow(m_deployment);
}

void RetrievalSession::open(const QString &path, bool isSample)
{
    stop();
    m_path = path;
    begin(path, isSample, [this](Result<OpenedCorpus> opened) { take(std::move(opened)); });
}

void RetrievalSession::begin(const QString &path, bool isSample, std::function<void(Result<OpenedCorpus>)> then)
{
    m_openingPath = path;
    m_isOpeningSample = isSample;
    m_tick.start();
    m_opening.start(retrievalWork<OpenedCorpus>(m_progress, [path, isSample](const CorpusWork &) { return retrievalview::opened(path, isSample); }), std::move(then));
    emit opening();
}

void RetrievalSession::take(Result<OpenedCorpus> opened)
{
    forget();
    m_opened.reset();
    m_failed.reset();
    if (opened)
        m_opened = *std::move(opened);
    else
        m_failed = opened.error();
    emit openedChanged();
}

QString RetrievalSession::progressText() const
{
    return m_progress->text();
}

void RetrievalSession::forget()
{
    stop();
    m_offline.reset();
    m_comparison.reset();
    m_production = {};
    if (m_opened) // else it is why nothing is open
        m_failed.reset();
}

void RetrievalSession::stop()
{
    m_waiting.reset();
    m_embedding.cancel();
    if (isReranking() && m_offline)
        m_offline->notReranked = tr("It was stopped before %1 answered.").arg(m_offline->reranking->scores.model);
    m_reranking.cancel();
    m_asking.cancel();
    m_askingProduction.cancel();
    m_lookingIntoCache.cancel();
    m_comparing.cancel();
    if (m_production.state == Production::State::Asking)
        m_production = {};
}

void RetrievalSession::ask(const Question &question, const SearchSettings &settings, const QString &search)
{
    if (!m_opened)
        return;
    stop();
    m_tick.start();
    m_comparison.reset();
    m_searchName = search;
    if (!lacksEmbedding(question, settings))
        return askBoth(question, settings);
    const QString model = modelOf(settings);
    if (auto kept = askedBefore().embedding(model, m_opened->corpus->shape().dims, question.text))
        return askBoth({.text = question.text, .embedding = *std::move(kept), .model = model}, settings);
    if (!qd::settings::EmbeddingEndpoint.value().isEmpty())
        return askEmbedding(question, settings);
    askBoth(question, settings);
}

void RetrievalSession::askBoth(const Question &question, const SearchSettings &settings)
{
    const auto search = [corpus = m_opened->corpus, question, settings, candidates = candidatesFor(question, settings), model = qd::settings::RerankerModel.value(), before = askedBefore()](const CorpusWork &work) {
        auto answer = retrievalview::asked(*corpus, question, settings, work);
        if (!answer || candidates == 0 || answer->answer.rows.empty())
            return answer;
        const Result<> added = retrievalview::addCandidates(*corpus, *answer, model, candidates, before, work);
        return added ? answer : Result<OfflineAnswer>(failure(added.error()));
    };
    m_asking.start(retrievalWork<OfflineAnswer>(m_progress, search), [this](Result<OfflineAnswer> answer) {
        m_failed.reset();
        m_offline.reset();
        if (answer)
            m_offline = *std::move(answer);
        else
            m_failed = answer.error();
        compare();
        if (m_offline && m_offline->reranking && !m_offline->isReranked() && m_offline->notReranked.isEmpty())
            askReranker();
        emit answered();
    });
    askProduction(question, settings);
    emit asking();
}

bool RetrievalSession::isConnecting() const
{
    using Connection = Target::Status::Connection;
    const auto inputs = m_desk->inputs(m_deployment);
    return inputs && inputs->profile && m_desk->target(m_deployment) && (!inputs->connection || inputs->connection->connection == Connection::Idle || inputs->connection->connection == Connection::Connecting);
}

void RetrievalSession::catchUp()
{
    if (!m_waiting || !m_opened || !whyNoProduction().isEmpty())
        return;
    const auto [question, settings] = *std::exchange(m_waiting, std::nullopt);
    m_tick.start();
    askProduction(question, settings);
    emit answered();
}

QString RetrievalSession::whyNoProduction() const
{
    const auto inputs = m_desk->inputs(m_deployment);
    if (m_isFile && (m_deployment.isEmpty() || m_opened->corpus->origin().deployment != m_deployment))
        return tr("This snapshot belongs to no deployment that is connected.");
    if (m_opened->isSample)
        return tr("The sample has no production behind it. With a snapshot of a deployment its own search is asked too.");
    if (!inputs || !inputs->profile)
        return tr("This snapshot belongs to no deployment that is connected.");
    if (inputs->profile->retrieval.searches.isEmpty())
        return tr("The profile of %1 names no search of production.").arg(inputs->deployment ? inputs->deployment->title : m_deployment);
    if (!m_desk->target(m_deployment) || !inputs->connection || inputs->connection->connection != Target::Status::Connection::Connected)
        return inputs->connection && inputs->connection->error ? inputs->connection->error->message : tr("There is no connection to production. The offline engine answers without one.");
    return {};
}

SearchSettings RetrievalSession::productionSettings(const SearchSettings &asked) const
{
    SearchSettings settings = m_searchName.isEmpty() ? m_opened->settings : m_opened->corpus->productionSettings(m_searchName).value_or(m_opened->settings);
    settings.limit = asked.limit;
    settings.asUser = asked.asUser;
    settings.documents = asked.documents;
    return settings;
}

void RetrievalSession::askProduction(const Question &question, const SearchSettings &settings)
{
    m_production = {};
    m_production.settings = productionSettings(settings);
    m_production.why = question.like ? tr("Production's search takes a question, not a chunk.") : whyNoProduction();
    if (!m_production.why.isEmpty()) {
        // The sample and a file of nobody's have no connection to wait for.
        const bool isOwn = !m_opened->isSample && !(m_isFile && m_opened->corpus->origin().deployment != m_deployment);
        if (isOwn && !question.like && isConnecting() && !m_desk->inputs(m_deployment)->profile->retrieval.searches.isEmpty())
            m_waiting = std::pair(question, settings);
        return;
    }
    const auto inputs = m_desk->inputs(m_deployment);
    const RetrievalProfile profile = inputs->profile->retrieval;
    if (!m_search || m_searchOf != m_deployment)
        m_search = std::make_unique<capture::ProductionSearch>(m_desk->target(m_deployment), profile);
    m_searchOf = m_deployment;
    m_production.state = Production::State::Asking;
    const RetrievalSearch *search = profile.search(m_searchName);
    m_production.search = !search ? m_searchName : search->name.isEmpty() ? search->function : search->name;
    // Hashing a question takes microseconds; looking a recorded one up as well.
    Question with = question;
    retrievalview::embed(*m_opened->corpus, with, m_production.settings);
    capture::ProductionQuestion asked;
    asked.search = m_searchName;
    asked.input.text = question.text;
    asked.input.embedding = with.embedding;
    if (with.embedding.empty()) {
        QString model = m_production.settings.model;
        if (auto recorded = m_opened->corpus->recordedEmbedding(question.text, &model))
            asked.input.embedding = *std::move(recorded);
    }
    asked.input.limit = settings.limit;
    asked.input.user = settings.asUser;
    asked.input.documents = settings.documents;
    asked.wantsPlan = false;
    lookIntoCache(search ? *search : profile.searches.first(), asked.input);
    m_askingProduction.start(m_search->ask(asked), [this](Result<capture::ProductionAnswer> answer) { takeProduction(std::move(answer)); });
}

void RetrievalSession::takeProduction(Result<capture::ProductionAnswer> answer)
{
    m_production.rows.clear();
    m_production.why.clear();
    if (!answer) {
        m_production.state = Production::State::Failed;
        m_production.why = answer.error().message;
        m_production.detail = answer.error().detail;
        emit answered();
        return;
    }
    m_production.state = Production::State::Answered;
    m_production.took = answer->took;
    m_production.sql = answer->sql;
    for (const capture::ProductionRow &row : answer->rows)
        m_production.rows << ProductionRow{row.key, row.score, row.text};
    if (m_opened)
        m_production.lines = retrievalview::linesOf(*m_opened->corpus, m_production.rows);
    for (qsizetype i = 0; i < m_production.lines.size(); ++i) {
        QStringList parts;
        for (auto part = answer->rows[i].parts.cbegin(); part != answer->rows[i].parts.cend(); ++part)
            parts << QStringLiteral("%1 %2").arg(part.key(), QLocale().toString(*part, 'g', 4));
        m_production.lines[i].parts = parts.join(QStringLiteral("  "));
    }
    compare();
    emit answered();
}

void RetrievalSession::compare()
{
    if (!m_offline || m_asking.isRunning() || m_production.state != Production::State::Answered)
        return;
    m_tick.start();
    m_comparing.start(retrievalWork<AnswerComparison>(m_progress, [corpus = m_opened->corpus, offline = *m_offline, rows = m_production.rows, settings = m_production.settings](const CorpusWork &work) {
        return compareAnswers(*corpus, offline.question, rows, settings, offline.searched(), work);
    }), [this](Result<AnswerComparison> comparison) {
        if (comparison)
            m_comparison = *std::move(comparison);
        else
            m_production.detail = comparison.error().message;
        emit answered();
    });
}

} // namespace qd
