// What a question needs from services: an embedding, once; and whether a cache stands in front.
#include "widgets/pages/retrievalsession.h"

#include "core/log.h"
#include "core/paths.h"
#include "widgets/pages/retrievalendpointdialog.h"

namespace qd {

using namespace retrieval;

AskedBefore RetrievalSession::askedBefore()
{
    return AskedBefore(paths::data() + QStringLiteral("/retrieval/asked"));
}

static QString endpointKeyName(const QUrl &endpoint)
{
    return QStringLiteral("embeddings/") + endpoint.authority();
}

void RetrievalSession::keepKey(const QUrl &endpoint, const Secret &key)
{
    m_keeping.start(key.isEmpty() ? m_secrets.remove(endpointKeyName(endpoint)) : m_secrets.write(endpointKeyName(endpoint), key), [this](const Result<> &kept) {
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
    m_embedding.start(m_secrets.read(reference, endpointKeyName(endpoint)), [this, question, settings, fail](const Result<Secret> &key) { key ? sendEmbedding(question, settings, *key) : fail(key.error()); });
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
