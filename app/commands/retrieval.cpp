#include "app/commands/retrieval.h"

#include "app/commands/retrievalsettings.h"
#include "app/commands/retrievaltext.h"
#include "app/text/ink.h"
#include "core/savefile.h"
#include "deployments/tomlfile.h"
#include "providers/embeddings.h"
#include "retrieval/import/importfolder.h"
#include "retrieval/import/samplecorpus.h"

#include <QFile>
#include <QJsonArray>
#include <QThreadPool>

namespace qd::app {

using namespace retrieval;

static constexpr double WantedRecall = 0.95;

Retrieval::Retrieval(const CommandLine &line, const Terminal &terminal, const Clock &clock)
    : Command(line, terminal, clock)
{
}

Retrieval::~Retrieval() = default;

template <typename T>
void Retrieval::later(std::function<Result<T>(const CorpusWork &)> work, std::function<void(const T &)> then)
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

void Retrieval::giveUp(const Error &error)
{
    fail(error.kind == Error::Kind::Wrong ? WrongUsage : error.kind == Error::Kind::Missing ? NothingRead : Failing, error);
}

void Retrieval::document(const QJsonObject &data, const QList<Check> &checks)
{
    QString deployment = m_corpus ? m_corpus->origin().deployment : QString();
    terminal().printJson(documentOf(QStringLiteral("retrieval ") + m_what, deployment, clock().now(), data, checks));
}

void Retrieval::start()
{
    static const QMap<QString, int> words{{QStringLiteral("import"), 3}, {QStringLiteral("query"), 3}, {QStringLiteral("evaluate"), 2}, {QStringLiteral("sweep"), 2}, {QStringLiteral("check"), 2}};
    m_what = word(0);
    if (!words.contains(m_what)) {
        const QString near = nearestWord(m_what, words.keys());
        return fail(WrongUsage, near.isEmpty() ? tr("“%1” is nothing that retrieval does. Write snapshot, query, compare, evaluate, sweep, check or import.").arg(m_what) : tr("“%1” is nothing that retrieval does. Did you mean “%2”?").arg(m_what, near));
    }
    // "Find like this chunk" needs no words.
    const bool needsText = !(m_what == QLatin1String("query") && line().has("like"));
    if (line().arguments.size() < words.value(m_what) - (needsText ? 0 : 1))
        return fail(WrongUsage, m_what == QLatin1String("import") ? tr("Something is missing: quarterdeck retrieval import DIR FILE") : m_what == QLatin1String("query") ? tr("Something is missing: quarterdeck retrieval query FILE \"TEXT\"") : tr("Something is missing: quarterdeck retrieval %1 FILE").arg(m_what));
    if (m_what == QLatin1String("import"))
        return importFolder();
    open();
}

void Retrieval::importFolder()
{
    ImportSettings settings;
    settings.model = line().value("model");
    settings.skipsBadLines = line().has("skip-bad-lines");
    const QString configuration = line().value("configuration");
    if (configuration == QLatin1String("simple"))
        settings.configuration = Configuration::Simple;
    else if (!configuration.isEmpty() && configuration != QLatin1String("english"))
        return fail(WrongUsage, tr("The configurations known here are english and simple, and “%1” is neither.").arg(configuration));
    later<ImportReport>(
        [folder = word(1), file = word(2), settings](const CorpusWork &work) {
            ImportSettings own = settings;
            own.isStopped = work.isStopped;
            own.progress = [&work](const ImportProgress &progress) { work.tell(progress.stage == ImportProgress::Stage::Checking ? Retrieval::tr("Reading the files.") : Retrieval::tr("Writing the snapshot."), progress.ofBytes ? double(progress.bytes) / double(progress.ofBytes) : 0); };
            return importCorpus(folder, file, own);
        },
        [this](const ImportReport &report) {
            if (line().wantsJson())
                document(importJson(report));
            else
                printImport(terminal(), report);
            end(AllWell);
        });
}

void Retrieval::open()
{
    QString path = word(1);
    if (path == QLatin1String("sample") && !QFile::exists(path)) {
        const Result<QString> sample = sampleCorpusPath();
        if (!sample)
            return fail(NothingRead, sample.error());
        path = *sample;
    }
    later<CorpusPtr>([path](const CorpusWork &) { return Corpus::open(path); }, [this](const CorpusPtr &corpus) { opened(corpus); });
}

Result<> Retrieval::understand()
{
    const Result<SearchSettings> production = m_corpus->productionSettings();
    if (!production)
        return failure(production.error());
    const Result<SearchSettings> settings = searchSettingsFrom(line(), *production);
    if (!settings)
        return failure(settings.error());
    m_settings = *settings;
    return {};
}

void Retrieval::opened(const CorpusPtr &corpus)
{
    m_corpus = corpus;
    if (const Result<> understood = understand(); !understood)
        return giveUp(understood.error());
    if (m_what == QLatin1String("query"))
        query();
    else if (m_what == QLatin1String("evaluate"))
        evaluateRun();
    else if (m_what == QLatin1String("sweep"))
        sweepSettings();
    else
        check();
}

void Retrieval::query()
{
    Question question{.text = word(2)};
    if (line().has("like")) {
        question.like = m_corpus->find(line().value("like").toUtf8());
        if (!question.like)
            return fail(NothingRead, Error{Error::Kind::Missing, tr("This snapshot has no chunk with the key “%1”.").arg(line().value("like"))});
    }
    question = withEmbedding(*m_corpus, question, m_settings);
    if (!line().has("embed") || !lacksEmbedding(*m_corpus, question, m_settings))
        return ask(question);
    providers::EmbeddingService service;
    service.base = QUrl(line().value("embed"));
    service.name = service.base.host();
    service.model = line().has("model") ? line().value("model") : m_settings.model;
    service.dims = m_corpus->shape().dims;
    if (const QString key = line().value("password"); key.startsWith(QLatin1String("env:")))
        service.key = Secret(qEnvironmentVariable(key.mid(4).toLatin1().constData()));
    m_embeddings = std::make_unique<providers::Embeddings>(service);
    m_step.start(m_embeddings->of(question.text), [this, question](const Result<std::vector<float>> &embedding) {
        if (!embedding)
            return fail(NothingRead, embedding.error());
        ask({.text = question.text, .embedding = *embedding, .model = line().has("model") ? line().value("model") : m_settings.model});
    });
}

void Retrieval::ask(Question question)
{
    struct Asked
    {
        SearchAnswer answer;
        QList<RowExplanation> explanations;
        std::optional<WhyNot> whyNot;
    };
    const bool explains = line().has("explain");
    const QByteArray missing = line().value("why-not").toUtf8();
    later<Asked>(
        [corpus = m_corpus, question, settings = m_settings, explains, missing](const CorpusWork &work) -> Result<Asked> {
            auto answer = search(*corpus, question, settings, work);
            if (!answer)
                return failure(answer.error());
            Asked asked{*std::move(answer), {}, {}};
            for (size_t i = 0; explains && i < asked.answer.rows.size(); ++i) {
                auto explanation = retrieval::explain(*corpus, question, settings, asked.answer.rows[i].row, {}, work);
                if (!explanation)
                    return failure(explanation.error());
                asked.explanations << *explanation;
            }
            if (!missing.isEmpty()) {
                auto reason = whyNot(*corpus, question, settings, missing, work);
                if (!reason)
                    return failure(reason.error());
                asked.whyNot = *reason;
            }
            return asked;
        },
        [this](const Asked &asked) {
            if (line().wantsJson()) {
                QJsonObject data = answerJson(*m_corpus, asked.answer);
                QJsonArray explanations;
                for (const RowExplanation &explanation : asked.explanations)
                    explanations.append(explanationJson(explanation));
                data.insert(QStringLiteral("explanations"), explanations);
                data.insert(QStringLiteral("whyNot"), asked.whyNot ? QJsonValue(whyNotJson(*asked.whyNot)) : QJsonValue());
                document(data);
            } else {
                printAnswer(terminal(), *m_corpus, asked.answer);
                for (const RowExplanation &explanation : asked.explanations)
                    printExplanation(terminal(), explanation);
                if (asked.whyNot)
                    printWhyNot(terminal(), *asked.whyNot);
            }
            end(AllWell);
        });
}

Result<QList<NamedQuestion>> Retrieval::questions() const
{
    Result<QList<JudgedQuery>> queries = m_corpus->questions();
    if (line().has("queries")) {
        const Result<QByteArray> text = ImportFolder::read(line().value("queries"));
        if (!text)
            return failure(text.error());
        queries = readQueries(*text);
    }
    if (!queries)
        return failure(queries.error());
    QList<NamedQuestion> questions = named(*queries);
    for (NamedQuestion &question : questions) {
        question.question = withEmbedding(*m_corpus, question.question, m_settings);
        question.asUser = m_settings.asUser;
    }
    return questions;
}

Result<Judgements> Retrieval::judgements() const
{
    if (!line().has("qrels"))
        return m_corpus->judgements();
    const Result<QByteArray> text = ImportFolder::read(line().value("qrels"));
    return text ? readJudgements(*text) : Result<Judgements>(failure(text.error()));
}

void Retrieval::evaluateRun()
{
    const auto questions = this->questions();
    const auto judged = judgements();
    if (!questions || !judged)
        return giveUp(questions ? judged.error() : questions.error());
    std::optional<Run> before;
    if (line().has("against")) {
        const Result<QByteArray> text = ImportFolder::read(line().value("against"));
        const Result<Run> run = text ? readRun(*text) : Result<Run>(failure(text.error()));
        if (!run)
            return giveUp(run.error());
        before = *run;
    }
    later<Run>([corpus = m_corpus, questions = *questions, settings = m_settings](const CorpusWork &work) { return runQueries(*corpus, questions, settings, work); },
               [this, judged = *judged, before](const Run &run) {
                   const EvaluationSettings rules{.cutoffs = {1, 3, 5, 10, 20, 50, 100}};
                   const Result<Evaluation> evaluation = evaluate(run, judged, rules);
                   if (!evaluation)
                       return giveUp(evaluation.error());
                   if (line().has("run")) {
                       if (const Result<> saved = saveFile(line().value("run"), writeRun(run, QStringLiteral("quarterdeck"))); !saved)
                           return fail(Failing, saved.error());
                   }
                   std::optional<PairedComparison> comparison;
                   if (before) {
                       const Result<Evaluation> old = evaluate(*before, judged, rules);
                       if (!old)
                           return giveUp(old.error());
                       std::vector<double> first, second;
                       for (const QueryMeasures &now : evaluation->perQuery)
                           for (const QueryMeasures &then : old->perQuery)
                               if (then.query == now.query)
                                   first.push_back(then.ndcgAt.value(3)), second.push_back(now.ndcgAt.value(3));
                       comparison = comparePaired(first, second);
                   }
                   if (line().wantsJson()) {
                       QJsonObject data = evaluationJson(*evaluation, rules);
                       data.insert(QStringLiteral("settings"), m_settings.toJson());
                       data.insert(QStringLiteral("comparison"), comparison ? QJsonValue(QJsonObject{{QStringLiteral("better"), comparison->better}, {QStringLiteral("worse"), comparison->worse}, {QStringLiteral("equal"), comparison->equal},
                                                                                                 {QStringLiteral("meanDifference"), comparison->meanDifference}, {QStringLiteral("low"), comparison->low}, {QStringLiteral("high"), comparison->high}, {QStringLiteral("p"), comparison->pValue}})
                                                                           : QJsonValue());
                       document(data);
                   } else {
                       printEvaluation(terminal(), *evaluation, rules);
                       if (comparison)
                           terminal().print(tr("nDCG@10 against %1: %2 better, %3 equal, %4 worse; mean difference %5 (95 %: %6 to %7), p = %8.").arg(line().value("against")).arg(comparison->better).arg(comparison->equal).arg(comparison->worse)
                                                .arg(comparison->meanDifference, 0, 'f', 4).arg(comparison->low, 0, 'f', 4).arg(comparison->high, 0, 'f', 4).arg(comparison->pValue, 0, 'g', 2));
                   }
                   end(AllWell);
               });
}

// The axis that --axis names, or that the way to the vectors has.
static Result<SweepAxis> axisFrom(const QString &name, const SearchSettings &settings)
{
    if (name.isEmpty())
        return settings.mode != SearchSettings::Mode::Vector && settings.mode != SearchSettings::Mode::Hybrid ? SweepAxis::Limit : settings.scan == SearchSettings::Scan::Ivfflat ? SweepAxis::Probes : SweepAxis::EfSearch;
    QStringList names;
    for (int axis = 0; axis <= int(SweepAxis::IterativeScan); ++axis) {
        const QString known = nameOf(SweepAxis(axis));
        if (name == known || name == known.section(QLatin1Char('.'), -1))
            return SweepAxis(axis);
        names << known;
    }
    return failure(Error::Kind::Wrong, Retrieval::tr("“%1” is nothing to sweep over. There are: %2.").arg(name, names.join(QStringLiteral(", "))));
}

void Retrieval::sweepSettings()
{
    const auto questions = this->questions();
    if (!questions)
        return giveUp(questions.error());
    const auto axis = axisFrom(line().value("axis"), m_settings);
    if (!axis)
        return giveUp(axis.error());
    if (*axis == SweepAxis::EfSearch && m_settings.scan == SearchSettings::Scan::Exact)
        m_settings.scan = SearchSettings::Scan::Hnsw; // the exact scan has nothing to sweep over
    QList<double> values;
    for (const QString &value : line().value("values").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        bool isNumber = false;
        values << value.trimmed().toDouble(&isNumber);
        if (!isNumber)
            return fail(WrongUsage, tr("--values takes numbers with commas between them, and “%1” is none.").arg(value));
    }
    if (values.isEmpty())
        values = usualValues(*m_corpus, m_settings, *axis);
    bool isNumber = true;
    const double wanted = line().has("recall") ? line().value("recall").toDouble(&isNumber) : WantedRecall;
    if (!isNumber || wanted <= 0 || wanted > 1)
        return fail(WrongUsage, tr("--recall takes a share between 0 and 1, such as 0.95."));
    SweepSettings grid;
    grid.variants = variantsOver(m_settings, *axis, values);
    if (const auto judged = judgements())
        grid.judgements = *judged;
    else if (line().has("qrels"))
        return giveUp(judged.error());
    later<QList<SweepPoint>>([corpus = m_corpus, questions = *questions, grid](const CorpusWork &work) { return sweep(*corpus, questions, grid, {}, work); },
                             [this, wanted](const QList<SweepPoint> &points) {
                                 const auto suggestion = suggest(points, m_settings, wanted);
                                 if (line().wantsJson())
                                     document(sweepJson(points, suggestion));
                                 else
                                     printSweep(terminal(), points, suggestion);
                                 end(AllWell);
                             });
}

void Retrieval::check()
{
    later<ChunkQuality>(
        [corpus = m_corpus](const CorpusWork &work) -> Result<ChunkQuality> {
            if (const Result<> whole = corpus->verify(work); !whole)
                return failure(whole.error());
            return chunkQuality(*corpus, work);
        },
        [this](const ChunkQuality &quality) {
            const QList<Check> checks = qualityChecks(quality);
            if (line().wantsJson()) {
                document({{QStringLiteral("chunks"), double(quality.chunks)}}, checks);
            } else {
                const Ink ink(terminal().isColoured());
                for (const Check &check : checks) {
                    terminal().print(QStringLiteral("%1 %2: %3").arg(ink.mark(check.state), check.title, check.says));
                    if (!check.evidence.isEmpty())
                        terminal().print(ink.dim(QStringLiteral("    ") + check.evidence));
                }
            }
            end(exitCode(checks, line().has("strict")));
        });
}

} // namespace qd::app
