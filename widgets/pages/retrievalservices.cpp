// What a question needs from services: an embedding, once; the order of a reranker; and whether a cache
// stands in front.
#include "widgets/pages/retrievalsession.h"

#include "core/log.h"
#include "core/paths.h"

namespace qd {

using namespace retrieval;

RetrievalEndpoint RetrievalEndpoint::ofSettings(Purpose purpose)
{
    if (purpose == Purpose::Embeddings)
        return {purpose, qd::settings::EmbeddingEndpoint.value(), qd::settings::EmbeddingSecret.value()};
    return {purpose, qd::settings::RerankerEndpoint.value(), qd::settings::RerankerSecret.value(), qd::settings::RerankerModel.value(), qd::settings::RerankerCandidates.value()};
}

void RetrievalEndpoint::keepInSettings() const
{
    const bool isReranking = purpose == Purpose::Reranking;
    (isReranking ? qd::settings::RerankerEndpoint : qd::settings::EmbeddingEndpoint).set(address);
    (isReranking ? qd::settings::RerankerSecret : qd::settings::EmbeddingSecret).set(reference);
    if (!isReranking)
        return;
    qd::settings::RerankerModel.set(model);
    qd::settings::RerankerCandidates.set(candidates);
}

AskedBefore RetrievalSession::askedBefore()
{
    return AskedBefore(paths::data() + QStringLiteral("/retrieval/asked"));
}

// A key belongs to the host it was given for, and is sent to no other.
static QString endpointKeyName(RetrievalEndpoint::Purpose purpose, const QUrl &endpoint)
{
    return (purpose == RetrievalEndpoint::Purpose::Reranking ? QStringLiteral("reranker/") : QStringLiteral("embeddings/")) + endpoint.authority();
}

void RetrievalSession::keepKey(RetrievalEndpoint::Purpose purpose, const QUrl &endpoint, const Secret &key)
{
    const QString name = endpointKeyName(purpose, endpoint);
    m_keeping.start(key.isEmpty() ? m_secrets.remove(name) : m_secrets.write(name, key), [this](const Result<> &kept) {
        if (!kept)
            emit keyNotKept(kept.error().message);
    });
}

QString RetrievalSession::modelOf(const SearchSettings &settings) const
{
    return settings.model.isEmpty() ? m_opened->corpus->models().value(0) : settings.model;
}

// Only what the recorded embeddings and the demo's own arithmetic cannot give goes over the network.
bool RetrievalSession::lacksEmbedding(const Question &question, const SearchSettings &settings) const
{
    if (!settings.usesVectors() || question.like || !question.embedding.empty() || m_opened->corpus->shape().dims == 0)
        return false;
    Question with = question;
    retrievalview::embed(*m_opened->corpus, with, settings);
    const auto vector = vectorOf(*m_opened->corpus, with, settings);
    return !vector && vector.error().kind == Error::Kind::Missing;
}

void RetrievalSession::askEmbedding(const Question &question, const SearchSettings &settings)
{
    const QUrl endpoint(qd::settings::EmbeddingEndpoint.value());
    const QString reference = qd::settings::EmbeddingSecret.value();
    const auto fail = [this](const Error &error) {
        m_offline.reset();
        m_failed = error;
        emit answered();
    };
    const QString whyNot = reference == QLatin1String("none") ? QString() : RetrievalEndpointDialog::whyNoKey(endpoint);
    if (!whyNot.isEmpty())
        return fail({Error::Kind::Refused, whyNot, {}});
    m_embedding.start(m_secrets.read(reference, endpointKeyName(RetrievalEndpoint::Purpose::Embeddings, endpoint)), [this, question, settings, fail](const Result<Secret> &key) { key ? sendEmbedding(question, settings, *key) : fail(key.error()); });
    emit asking();
}

void RetrievalSession::sendEmbedding(const Question &question, const SearchSettings &settings, const Secret &key)
{
    providers::EmbeddingService service;
    service.base = QUrl(qd::settings::EmbeddingEndpoint.value());
    service.name = service.base.host();
    service.model = modelOf(settings);
    service.dims = m_opened->corpus->shape().dims;
    service.key = key;
    m_embeddings = std::make_unique<providers::Embeddings>(service);
    m_embedding.start(m_embeddings->of(question.text), [this, question, settings, model = service.model](const Result<std::vector<float>> &embedding) {
        if (!embedding) {
            m_offline.reset();
            m_failed = embedding.error();
            return emit answered();
        }
        if (const Result<> kept = askedBefore().keepEmbedding(model, question.text, *embedding); !kept)
            log::warning(kept.error().message);
        Question with = question;
        with.embedding = *embedding;
        with.model = model;
        askBoth(with, settings);
    });
}

// A chunk that others are like is no question that texts could be judged by.
int RetrievalSession::candidatesFor(const Question &question, const SearchSettings &settings) const
{
    if (qd::settings::RerankerModel.value().isEmpty() || question.like || question.text.trimmed().isEmpty())
        return 0;
    const int wanted = m_candidates > 0 ? m_candidates : qd::settings::RerankerCandidates.value();
    return std::max(settings.limit, wanted > 0 ? wanted : 4 * settings.limit);
}

// The search's own order is what is shown then, and why.
void RetrievalSession::leaveUnranked(const QString &why)
{
    m_offline->notReranked = why;
    emit answered();
}

void RetrievalSession::askReranker()
{
    const QUrl endpoint(qd::settings::RerankerEndpoint.value());
    const QString reference = qd::settings::RerankerSecret.value();
    if (endpoint.isEmpty())
        return leaveUnranked(tr("%1 has not ranked these chunks for this question before, and there is no address where it could be asked.").arg(m_offline->reranking->scores.model));
    const QString whyNot = reference == QLatin1String("none") ? QString() : RetrievalEndpointDialog::whyNoKey(endpoint);
    if (!whyNot.isEmpty())
        return leaveUnranked(whyNot);
    m_tick.start();
    m_reranking.start(m_secrets.read(reference, endpointKeyName(RetrievalEndpoint::Purpose::Reranking, endpoint)), [this](const Result<Secret> &key) { key ? sendCandidates(*key) : leaveUnranked(key.error().message); });
}

void RetrievalSession::sendCandidates(const Secret &key)
{
    providers::EmbeddingService service;
    service.base = QUrl(qd::settings::RerankerEndpoint.value());
    service.name = service.base.host();
    service.model = m_offline->reranking->scores.model;
    service.key = key;
    const QList<QByteArray> sent = withText(textsOf(*m_opened->corpus, m_offline->reranking->candidates));
    QStringList documents;
    for (const QByteArray &text : sent)
        documents << QString::fromUtf8(text);
    m_reranker = std::make_unique<providers::Reranker>(service);
    m_reranking.start(m_reranker->rank(m_offline->question.text, documents), [this, sent, model = service.model](const Result<QList<providers::RerankedDocument>> &ranked) {
        if (!ranked)
            return leaveUnranked(ranked.error().message);
        std::vector<double> scores(size_t(sent.size()));
        for (const providers::RerankedDocument &document : *ranked)
            scores[size_t(document.index)] = document.score;
        if (const Result<> kept = askedBefore().keepScores(model, m_offline->question.text, sent, scores); !kept)
            log::warning(kept.error().message);
        if (const Result<> taken = retrievalview::takeScores(*m_opened->corpus, *m_offline, scores); !taken)
            return leaveUnranked(taken.error().message);
        emit answered();
    });
}

// Beside the search, which does not wait for it.
void RetrievalSession::lookIntoCache(const RetrievalSearch &search, const capture::SearchInput &input)
{
    const auto inputs = m_desk->inputs(m_deployment);
    if (!inputs || !inputs->deployment || search.cache.key.isEmpty())
        return;
    m_cache = std::make_unique<capture::AnswerCache>(*inputs->deployment, search, &m_secrets);
    m_lookingIntoCache.start(m_cache->look(input), [this](const Result<capture::CacheLook> &look) {
        m_production.cache = look ? *look : capture::CacheLook();
        // A cache that does not answer says nothing about the search behind it.
        if (!look) {
            m_production.cache.state = capture::CacheLook::State::NotAsked;
            m_production.cache.sentence = look.error().message;
        }
        emit answered();
    });
}

} // namespace qd
