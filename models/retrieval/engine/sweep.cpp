#include "retrieval/engine/sweep.h"

#include <QCoreApplication>
#include <QMutex>
#include <QSemaphore>
#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <atomic>

namespace qd::retrieval {

namespace {

struct SweepRunWords
{
    Q_DECLARE_TR_FUNCTIONS(Sweep)
};

// What one question did at one setting.
struct Asked
{
    double milliseconds = 0;
    qint64 visited = 0;
    quint32 returned = 0;
    std::optional<double> recall;
    double share = 1; // of the corpus, that the filters let pass
    QList<RunEntry> entries; // of judged questions
    Grade grade = Grade::BitIdentical;
};

void addTo(RecallOf &of, double recall)
{
    of.least = of.questions == 0 ? recall : std::min(of.least, recall);
    of.mean += (recall - of.mean) / ++of.questions;
}

double shareClass(double share)
{
    for (const double most : {0.001, 0.01, 0.1, 0.5}) {
        if (share <= most)
            return most;
    }
    return 1;
}

class SweepRun
{
public:
    SweepRun(const Corpus &corpus, const QList<NamedQuestion> &questions, const SweepSettings &settings, const std::function<void(const SweepPoint &)> &onPoint, const CorpusWork &work)
        : m_corpus(corpus), m_questions(questions), m_settings(settings), m_onPoint(onPoint), m_work(work)
        , m_asked(std::size_t(questions.size()) * std::size_t(settings.variants.size()))
    {
        for (const SweepVariant &variant : settings.variants)
            m_truthOf << truthFor(variant.settings);
    }
    Result<QList<SweepPoint>> run();

private:
    int truthFor(SearchSettings settings);
    Result<> warmUp();
    void askSome(qsizetype end);
    void ask(qsizetype question);
    SearchSettings settingsOf(const SearchSettings &settings, qsizetype question) const;
    SweepPoint pointOf(int variant, qsizetype questions) const;
    const Asked &asked(int variant, qsizetype question) const { return m_asked[std::size_t(question) * std::size_t(m_settings.variants.size()) + std::size_t(variant)]; }
    void fail(const Error &error);

    const Corpus &m_corpus;
    const QList<NamedQuestion> &m_questions;
    const SweepSettings &m_settings;
    const std::function<void(const SweepPoint &)> &m_onPoint;
    const CorpusWork &m_work;
    std::vector<Asked> m_asked; // by question, then variant
    QList<SearchSettings> m_truths; // exact settings that variants are held against
    QList<int> m_truthOf;
    std::atomic<qsizetype> m_next = 0;
    std::atomic<bool> m_isOver = false;
    QMutex m_errorMutex;
    std::optional<Error> m_error;
};

// The same question asked exactly and without a threshold. Variants of ef_search share one.
int SweepRun::truthFor(SearchSettings settings)
{
    settings.scan = SearchSettings::Scan::Exact;
    settings.index.clear();
    settings.indexSettings = {};
    settings.m = settings.efConstruction = settings.lists = 0;
    settings.quantisation = SearchSettings::Quantisation::None;
    settings.threshold.reset();
    const qsizetype known = m_truths.indexOf(settings);
    if (known >= 0)
        return int(known);
    m_truths << settings;
    return int(m_truths.size()) - 1;
}

void SweepRun::fail(const Error &error)
{
    const QMutexLocker locker(&m_errorMutex);
    if (!m_error)
        m_error = error;
    m_isOver = true;
}

SearchSettings SweepRun::settingsOf(const SearchSettings &settings, qsizetype question) const
{
    SearchSettings own = settings;
    if (m_questions[question].asUser)
        own.asUser = m_questions[question].asUser;
    return own;
}

// What is derived is made before anything is timed.
Result<> SweepRun::warmUp()
{
    for (const SweepVariant &variant : m_settings.variants) {
        const auto answer = search(m_corpus, m_questions.first().question, settingsOf(variant.settings, 0), m_work);
        if (!answer)
            return tl::unexpected(answer.error());
    }
    return {};
}

void SweepRun::ask(qsizetype question)
{
    CorpusWork alone;
    alone.isAlone = true;
    alone.isStopped = [this] { return m_isOver.load(std::memory_order_relaxed); };
    QList<QSet<quint32>> truths;
    for (const SearchSettings &truth : std::as_const(m_truths)) {
        const auto answer = search(m_corpus, m_questions[question].question, settingsOf(truth, question), alone);
        if (!answer)
            return fail(answer.error());
        QSet<quint32> &rows = truths.emplaceBack();
        for (const AnswerRow &row : answer->rows) {
            if (row.score) // rows without an embedding are in no index
                rows.insert(row.row);
        }
    }
    const bool isJudged = m_settings.judgements && m_settings.judgements->grades.contains(m_questions[question].id);
    // Each question begins with another variant: the first finds the caches cold.
    const int count = int(m_settings.variants.size());
    for (int i = 0; i < count; ++i) {
        const int variant = int((question + i) % count);
        const auto answer = search(m_corpus, m_questions[question].question, settingsOf(m_settings.variants[variant].settings, question), alone);
        if (!answer)
            return fail(answer.error());
        Asked &asked = m_asked[std::size_t(question) * std::size_t(m_settings.variants.size()) + std::size_t(variant)];
        const QSet<quint32> &truth = truths[m_truthOf[variant]];
        asked.milliseconds = answer->milliseconds;
        asked.visited = answer->counts.visited.value_or(qint64(answer->counts.scanned.value_or(0)));
        asked.returned = quint32(answer->rows.size());
        asked.grade = answer->grade;
        asked.share = double(answer->counts.passed) / std::max(1.0, double(answer->counts.inCorpus));
        const auto found = std::count_if(answer->rows.begin(), answer->rows.end(), [&truth](const AnswerRow &row) { return truth.contains(row.row); });
        if (!truth.isEmpty())
            asked.recall = double(found) / double(truth.size());
        for (const AnswerRow &row : answer->rows) {
            if (isJudged && row.score)
                asked.entries << RunEntry{QString::fromUtf8(row.key), *row.score};
        }
    }
}

// The questions up to `end`, by this thread and one more where one is free.
void SweepRun::askSome(qsizetype end)
{
    const auto take = [this, end](bool isCaller) {
        for (qsizetype question = m_next++; question < end && !m_isOver; question = m_next++) {
            if (isCaller && m_work.stopped())
                m_isOver = true;
            else
                ask(question);
        }
    };
    QSemaphore isDone;
    int helpers = 0;
    QThreadPool *pool = QThreadPool::globalInstance();
    for (int i = 1; i < pool->maxThreadCount() && !m_work.isAlone; ++i)
        helpers += pool->tryStart([&take, &isDone] {
            take(false);
            isDone.release();
        });
    take(true);
    isDone.acquire(helpers);
    m_next = end;
}

SweepPoint SweepRun::pointOf(int variant, qsizetype questions) const
{
    SweepPoint point;
    point.variant = variant;
    point.setting = m_settings.variants[variant];
    point.questions = int(questions);
    point.isFinal = questions == m_questions.size();
    std::vector<double> times;
    Run run;
    double recall = 0;
    int measured = 0;
    for (qsizetype question = 0; question < questions; ++question) {
        const Asked &one = asked(variant, question);
        times.push_back(one.milliseconds);
        point.visited += double(one.visited) / double(questions);
        point.returned += double(one.returned) / double(questions);
        point.empty += one.returned == 0;
        point.grade = std::max(point.grade, one.grade);
        if (!one.entries.isEmpty())
            run.insert(m_questions[question].id, one.entries);
        if (!one.recall)
            continue;
        recall += *one.recall;
        ++measured;
        point.leastRecall = std::min(point.leastRecall.value_or(1), *one.recall);
        if (m_questions[question].asUser)
            addTo(point.perUser[*m_questions[question].asUser], *one.recall);
        addTo(point.perShare[shareClass(one.share)], *one.recall);
    }
    if (measured > 0)
        point.recall = recall / measured;
    std::sort(times.begin(), times.end());
    const auto quantile = [&times](double share) { return times[std::min(times.size() - 1, std::size_t(share * double(times.size())))]; };
    point.p50 = quantile(0.5);
    point.p95 = quantile(0.95);
    if (m_settings.judgements && !run.isEmpty()) {
        EvaluationSettings evaluation;
        evaluation.cutoffs = {std::max(1, point.setting.settings.limit)};
        if (const auto measures = evaluate(run, *m_settings.judgements, evaluation))
            point.ndcg = measures->mean.ndcgAt.first();
    }
    return point;
}

Result<QList<SweepPoint>> SweepRun::run()
{
    QList<SweepPoint> points;
    if (m_questions.isEmpty() || m_settings.variants.isEmpty())
        return failure(Error::Kind::Missing, SweepRunWords::tr("There are no questions to try settings with."));
    if (const auto warm = warmUp(); !warm)
        return tl::unexpected(warm.error());
    for (qsizetype end = std::min<qsizetype>(std::max(1, m_settings.firstAfter), m_questions.size());; end = std::min(end * 4, m_questions.size())) {
        askSome(end);
        if (m_error && !m_error->isCancelled())
            return tl::unexpected(*m_error);
        if (m_isOver)
            return failure(Error::Kind::Cancelled, QString());
        points.clear();
        for (int variant = 0; variant < int(m_settings.variants.size()); ++variant) {
            points << pointOf(variant, end);
            if (m_onPoint)
                m_onPoint(points.last());
        }
        m_work.tell(SweepRunWords::tr("Trying settings"), double(end) / double(m_questions.size()));
        if (end == m_questions.size())
            return points;
    }
}

} // namespace

Result<QList<SweepPoint>> sweep(const Corpus &corpus, const QList<NamedQuestion> &questions, const SweepSettings &settings, const std::function<void(const SweepPoint &)> &onPoint, const CorpusWork &work)
{
    return SweepRun(corpus, questions, settings, onPoint, work).run();
}

} // namespace qd::retrieval
