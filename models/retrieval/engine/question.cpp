#include "retrieval/engine/search.h"

#include <QCoreApplication>
#include <QMutex>
#include <QSemaphore>
#include <QThreadPool>

#include <atomic>
#include <cmath>
#include <cstring>

namespace qd::retrieval {

namespace {

struct QuestionWords
{
    Q_DECLARE_TR_FUNCTIONS(Question)
};

// An embedding as elements of the column; halfvec columns get what ::halfvec makes of it.
std::vector<std::byte> elementsOf(ElementType type, const std::vector<float> &embedding)
{
    std::vector<std::byte> elements(embedding.size() * std::size_t(bytesOf(type)));
    for (std::size_t i = 0; i < embedding.size(); ++i) {
        if (type == ElementType::Float32) {
            std::memcpy(elements.data() + 4 * i, &embedding[i], 4);
        } else {
            const quint16 half = toHalf(embedding[i]);
            std::memcpy(elements.data() + 2 * i, &half, 2);
        }
    }
    return elements;
}

Result<QuestionVector> checked(const Corpus &corpus, const std::vector<float> &embedding, const QString &from)
{
    const SnapshotShape &shape = corpus.shape();
    if (int(embedding.size()) != shape.dims)
        return failure(Error::Kind::Wrong, QuestionWords::tr("The question's embedding has %1 dimensions, the chunks' have %2.").arg(embedding.size()).arg(shape.dims));
    for (const float value : embedding) {
        if (!std::isfinite(value))
            return failure(Error::Kind::Wrong, QuestionWords::tr("The question's embedding holds a value that is no finite number; the server refuses such a vector."));
        if (shape.type == ElementType::Float16 && std::fabs(value) > 65'504.f)
            return failure(Error::Kind::Wrong, QuestionWords::tr("The question's embedding holds a value that halfvec cannot hold; the server refuses it."));
    }
    return QuestionVector{elementsOf(shape.type, embedding), from};
}

} // namespace

Result<QuestionVector> vectorOf(const Corpus &corpus, const Question &question, const SearchSettings &settings)
{
    const SnapshotShape &shape = corpus.shape();
    if (shape.dims == 0)
        return failure(Error::Kind::Missing, QuestionWords::tr("The snapshot has no embeddings; search its texts instead."));
    if (question.like) {
        const VectorColumn column = corpus.vectors();
        if (*question.like >= corpus.rows() || !column.has(*question.like))
            return failure(Error::Kind::Missing, QuestionWords::tr("The chunk “%1” has no embedding, so nothing can be found that is like it.").arg(QString::fromUtf8(corpus.key(*question.like))));
        const auto *from = static_cast<const std::byte *>(column.row(*question.like));
        return QuestionVector{{from, from + column.bytesPerRow()}, QStringLiteral("chunk")};
    }
    // Rows may come from several models; settings name the one that is meant.
    const QStringList models = !settings.model.isEmpty() ? QStringList{settings.model} : corpus.models();
    if (!question.embedding.empty()) {
        if (!question.model.isEmpty() && !models.isEmpty() && !models.contains(question.model))
            return failure(Error::Kind::Wrong, QuestionWords::tr("The question was embedded with “%1”, the chunks with “%2”: such vectors cannot be compared.").arg(question.model, models.join(QStringLiteral("”, “"))));
        return checked(corpus, question.embedding, QStringLiteral("given"));
    }
    for (const QString &model : models.isEmpty() ? QStringList{QString()} : models) {
        QString of = model;
        if (const auto found = corpus.recordedEmbedding(question.text, &of))
            return checked(corpus, *found, QStringLiteral("recorded"));
    }
    return failure(Error::Kind::Missing, models.isEmpty() ? QuestionWords::tr("No embedding of this question is recorded in the snapshot; give one, set up an embedding endpoint, or search the texts only.")
                                                           : QuestionWords::tr("No embedding of this question by “%1” is recorded in the snapshot; give one, set up an embedding endpoint, or search the texts only.").arg(models.first()));
}

QList<NamedQuestion> named(const QList<JudgedQuery> &queries)
{
    QList<NamedQuestion> questions;
    for (const JudgedQuery &query : queries)
        questions << NamedQuestion{query.id, Question{query.text}};
    return questions;
}

Result<Run> runQueries(const Corpus &corpus, const QList<NamedQuestion> &questions, const SearchSettings &settings, const CorpusWork &work)
{
    std::vector<QList<RunEntry>> answers{std::size_t(questions.size())};
    std::atomic<qsizetype> next = 0;
    std::atomic<bool> isOver = false;
    QMutex errorMutex;
    std::optional<Error> error;
    CorpusWork alone;
    alone.isAlone = true;
    alone.isStopped = [&isOver] { return isOver.load(std::memory_order_relaxed); };
    const auto ask = [&](qsizetype i, const CorpusWork &how) {
        SearchSettings own = settings;
        if (questions[i].asUser)
            own.asUser = questions[i].asUser;
        const auto answer = search(corpus, questions[i].question, own, how);
        if (!answer) {
            const QMutexLocker locker(&errorMutex);
            error = error.value_or(answer.error());
            isOver = true;
            return;
        }
        for (const AnswerRow &row : answer->rows) {
            if (row.score)
                answers[std::size_t(i)] << RunEntry{QString::fromUtf8(row.key), *row.score};
        }
    };
    // The first one by this thread alone: what is derived is made with progress that can be seen.
    if (!questions.isEmpty())
        ask(next++, work);
    const auto takeSome = [&](bool isCaller) {
        for (qsizetype i = next++; i < questions.size() && !isOver; i = next++) {
            if (isCaller && work.stopped())
                isOver = true;
            if (isCaller)
                work.tell(QuestionWords::tr("Asking the questions"), double(i) / double(questions.size()));
            ask(i, alone);
        }
    };
    QSemaphore isDone;
    int others = 0;
    QThreadPool *pool = QThreadPool::globalInstance();
    for (int i = 1; i < pool->maxThreadCount() && !work.isAlone && questions.size() > 8; ++i)
        others += pool->tryStart([&] {
            takeSome(false);
            isDone.release();
        });
    takeSome(true);
    isDone.acquire(others);
    if (error && !error->isCancelled())
        return tl::unexpected(*error);
    if (isOver || work.stopped())
        return failure(Error::Kind::Cancelled, QString());
    Run run;
    for (qsizetype i = 0; i < questions.size(); ++i)
        run.insert(questions[i].id, answers[std::size_t(i)]);
    return run;
}

} // namespace qd::retrieval
