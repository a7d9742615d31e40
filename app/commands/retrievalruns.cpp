// retrieval evaluate and sweep: many questions at once.

#include "app/commands/retrieval.h"

#include "app/commands/retrievalsettings.h"
#include "app/commands/retrievaltext.h"
#include "core/savefile.h"
#include "retrieval/import/importfolder.h"
#include "widgets/pages/retrievalsweepaxes.h"

namespace qd::app {

using namespace retrieval;

static constexpr double WantedRecall = 0.95;

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

// What lies behind the limit was never returned, so nothing is measured there.
static EvaluationSettings rulesFor(const SearchSettings &settings)
{
    EvaluationSettings rules{.cutoffs = {1, 3, 5, 10, 20, 50, 100}};
    if (settings.limit > 0)
        rules.cutoffs.removeIf([&](int cutoff) { return cutoff > settings.limit; });
    if (settings.limit > 0 && !rules.cutoffs.contains(settings.limit) && settings.limit < 1000)
        rules.cutoffs << settings.limit;
    return rules;
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
                   const EvaluationSettings rules = rulesFor(m_settings);
                   const Result<Evaluation> evaluation = evaluate(run, judged, rules);
                   if (!evaluation)
                       return giveUp(evaluation.error());
                   if (line().has("run")) {
                       if (const Result<> saved = saveFile(line().value("run"), writeRun(run, QStringLiteral("quarterdeck"))); !saved)
                           return fail(Failing, saved.error());
                   }
                   std::optional<PairedComparison> comparison;
                   const qsizetype last = rules.cutoffs.size() - 1, atTen = rules.cutoffs.contains(10) ? rules.cutoffs.indexOf(10) : last;
                   if (before) {
                       const Result<Evaluation> old = evaluate(*before, judged, rules);
                       if (!old)
                           return giveUp(old.error());
                       std::vector<double> first, second;
                       for (const QueryMeasures &now : evaluation->perQuery)
                           for (const QueryMeasures &then : old->perQuery)
                               if (then.query == now.query)
                                   first.push_back(then.ndcgAt.value(atTen)), second.push_back(now.ndcgAt.value(atTen));
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
                           terminal().print(tr("nDCG@%9 against %1: %2 better, %3 equal, %4 worse; mean difference %5 (95 %: %6 to %7), p = %8.").arg(line().value("against")).arg(comparison->better).arg(comparison->equal).arg(comparison->worse)
                                                .arg(comparison->meanDifference, 0, 'f', 4).arg(comparison->low, 0, 'f', 4).arg(comparison->high, 0, 'f', 4).arg(comparison->pValue, 0, 'g', 2).arg(rules.cutoffs.at(atTen)));
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
    for (int axis = 0; axis <= int(SweepAxis::Quantisation); ++axis) {
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
                             [this, recall = wanted](const QList<SweepPoint> &points) {
                                 auto suggestion = suggest(points, m_settings, recall);
                                 if (suggestion) {
                                     const SearchSettings &suggested = suggestion->point.setting.settings;
                                     suggestion->sql = retrievalsweep::sqlOf(retrievalsweep::productionsIndex(*m_corpus, m_settings, suggested.scan), m_corpus->shape().dims, m_settings, suggested, {});
                                 }
                                 if (line().wantsJson())
                                     document(sweepJson(points, suggestion));
                                 else
                                     printSweep(terminal(), points, suggestion);
                                 end(AllWell);
                             });
}

} // namespace qd::app
