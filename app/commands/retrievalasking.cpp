// One question of the retrieval command: embedded if it has to be, searched, reranked, explained.
#include "app/commands/retrieval.h"
#include "app/commands/retrievalsettings.h"
#include "app/commands/retrievaltext.h"
#include "providers/embeddings.h"
#include "widgets/pages/retrievalsession.h"

#include <QJsonArray>

namespace qd::app {

using namespace retrieval;

namespace {

providers::EmbeddingService serviceAt(const QString &url, const QString &model, const QString &key)
{
    providers::EmbeddingService service;
    service.base = QUrl(url);
    service.name = service.base.host();
    service.model = model;
    if (key.startsWith(QLatin1String("env:")))
        service.key = Secret(qEnvironmentVariable(key.mid(4).toLatin1().constData()));
    return service;
}

} // namespace

void Retrieval::embed(const Question &question)
{
    const QString model = line().has("model") ? line().value("model") : m_settings.model;
    const int dims = m_corpus->shape().dims;
    if (auto kept = RetrievalSession::askedBefore().embedding(model, dims, question.text))
        return ask({.text = question.text, .embedding = *std::move(kept), .model = model});
    if (!line().has("embed"))
        return ask(question);
    providers::EmbeddingService service = serviceAt(line().value("embed"), model, line().value("password"));
    service.dims = dims;
    m_embeddings = std::make_unique<providers::Embeddings>(service);
    m_step.start(m_embeddings->of(question.text), [this, question, model](const Result<std::vector<float>> &embedding) {
        if (!embedding)
            return fail(NothingRead, embedding.error());
        if (const Result<> kept = RetrievalSession::askedBefore().keepEmbedding(model, question.text, *embedding); !kept)
            terminal().say(kept.error().message);
        ask({.text = question.text, .embedding = *embedding, .model = model});
    });
}

void Retrieval::ask(const Question &question)
{
    SearchSettings settings = m_settings;
    if (line().has("rerank") || line().has("rerank-model")) {
        if (line().value("rerank-model").isEmpty())
            return fail(WrongUsage, tr("Say which model reranks: --rerank-model NAME."));
        bool isNumber = true;
        settings.limit = line().has("candidates") ? line().value("candidates").toInt(&isNumber) : 4 * m_settings.limit;
        if (!isNumber || settings.limit < m_settings.limit)
            return fail(WrongUsage, tr("--candidates takes a number from the limit (%1) on, and “%2” is none.").arg(m_settings.limit).arg(line().value("candidates")));
    }
    later<SearchAnswer>([corpus = m_corpus, question, settings](const CorpusWork &work) { return search(*corpus, question, settings, work); },
                        [this, question](const SearchAnswer &answer) { line().has("rerank-model") ? rerank(question, answer) : explainAnswer(question, answer); });
}

void Retrieval::rerank(const Question &question, const SearchAnswer &candidates)
{
    const QString model = line().value("rerank-model");
    const QList<QByteArray> texts = textsOf(*m_corpus, candidates);
    const QList<QByteArray> sent = withText(texts);
    if (const auto kept = RetrievalSession::askedBefore().scores(model, question.text, sent))
        return takeScores(question, candidates, scoresOfAll(model, texts, *kept));
    if (question.text.isEmpty())
        return fail(WrongUsage, tr("A reranker compares texts with a question, and a chunk is none. Leave out --like or --rerank."));
    if (!line().has("rerank"))
        return fail(NothingRead, Error{Error::Kind::Missing, tr("%1 has not ranked these chunks for this question before. Say with --rerank URL where it can be asked.").arg(model)});
    m_reranker = std::make_unique<providers::Reranker>(serviceAt(line().value("rerank"), model, line().value("rerank-password")));
    QStringList documents;
    for (const QByteArray &text : sent)
        documents << QString::fromUtf8(text);
    m_step.start(m_reranker->rank(question.text, documents), [this, question, candidates, texts, sent, model](const Result<QList<providers::RerankedDocument>> &ranked) {
        if (!ranked)
            return fail(NothingRead, ranked.error());
        std::vector<double> scores(size_t(sent.size()));
        for (const providers::RerankedDocument &document : *ranked)
            scores[size_t(document.index)] = document.score;
        if (const Result<> kept = RetrievalSession::askedBefore().keepScores(model, question.text, sent, scores); !kept)
            terminal().say(kept.error().message);
        takeScores(question, candidates, scoresOfAll(model, texts, scores));
    });
}

void Retrieval::takeScores(const Question &question, const SearchAnswer &candidates, const RerankScores &scores)
{
    m_reranking = Reranking{candidates, scores, m_settings.limit};
    const Result<SearchAnswer> answer = reranked(candidates, scores, m_settings.limit);
    if (!answer)
        return giveUp(answer.error());
    explainAnswer(question, *answer);
}

void Retrieval::explainAnswer(const Question &question, const SearchAnswer &answer)
{
    struct Explained
    {
        QList<RowExplanation> rows;
        std::optional<WhyNot> whyNot;
    };
    const bool explains = line().has("explain");
    const QByteArray missing = line().value("why-not").toUtf8();
    later<Explained>(
        [corpus = m_corpus, question, settings = m_reranking ? m_reranking->candidates.settings : m_settings, reranking = m_reranking, answer, explains, missing](const CorpusWork &work) -> Result<Explained> {
            Explained explained;
            for (size_t i = 0; explains && i < answer.rows.size(); ++i) {
                auto explanation = retrieval::explain(*corpus, question, settings, answer.rows[i].row, {}, work);
                if (!explanation)
                    return failure(explanation.error());
                // The reranked row says both ranks; the search knows only its own.
                if (reranking)
                    explanation->inAnswer = answer.rows[i];
                explained.rows << *explanation;
            }
            if (!missing.isEmpty()) {
                auto reason = reranking ? whyNot(*corpus, question, *reranking, missing, work) : whyNot(*corpus, question, settings, missing, work);
                if (!reason)
                    return failure(reason.error());
                // As with --like: a question about a chunk that is not there has no answer.
                if (!reason->row)
                    return failure(Error::Kind::Missing, harmless(reason->sentence));
                explained.whyNot = *reason;
            }
            return explained;
        },
        [this, answer](const Explained &explained) {
            if (line().wantsJson()) {
                QJsonObject data = answerJson(*m_corpus, answer);
                QJsonArray explanations;
                for (const RowExplanation &explanation : explained.rows)
                    explanations.append(explanationJson(explanation));
                data.insert(QStringLiteral("explanations"), explanations);
                data.insert(QStringLiteral("whyNot"), explained.whyNot ? QJsonValue(whyNotJson(*explained.whyNot)) : QJsonValue());
                document(data);
            } else {
                printAnswer(terminal(), *m_corpus, answer);
                for (const RowExplanation &explanation : explained.rows)
                    printExplanation(terminal(), explanation);
                if (explained.whyNot)
                    printWhyNot(terminal(), *explained.whyNot);
            }
            end(AllWell);
        });
}

} // namespace qd::app
