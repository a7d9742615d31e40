#include "retrieval/evaluate.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

namespace qd::retrieval {
namespace {

struct EvaluationWords
{
    Q_DECLARE_TR_FUNCTIONS(Evaluation)
};

double gainOf(int grade, EvaluationSettings::Gain gain)
{
    if (grade <= 0)
        return 0;
    return gain == EvaluationSettings::Gain::Grade ? double(grade) : std::exp2(double(grade)) - 1;
}

// The grades of a run's documents in trec_eval's order; nothing where a document was not judged.
QList<std::optional<int>> orderedGrades(QList<RunEntry> entries, const QHash<QString, int> &grades, bool scoresAreFloats)
{
    const auto scoreOf = [scoresAreFloats](const RunEntry &entry) { return scoresAreFloats ? double(float(entry.score)) : entry.score; };
    std::sort(entries.begin(), entries.end(), [&](const RunEntry &a, const RunEntry &b) {
        if (scoreOf(a) != scoreOf(b))
            return scoreOf(a) > scoreOf(b);
        return a.document.toUtf8() > b.document.toUtf8();
    });
    QList<std::optional<int>> ordered;
    for (const RunEntry &entry : entries) {
        const auto grade = grades.find(entry.document);
        ordered << (grade == grades.end() ? std::optional<int>() : *grade);
    }
    return ordered;
}

// The discounted gains, summed up to each rank.
QList<double> cumulatedGains(const QList<double> &gains)
{
    QList<double> sums = {0};
    for (int i = 0; i < gains.size(); ++i)
        sums << sums.last() + gains[i] / std::log2(double(i + 2));
    return sums;
}

double upTo(const QList<double> &sums, int k)
{
    return sums[std::min<qsizetype>(k, sums.size() - 1)];
}

QueryMeasures measure(const QString &query, const QList<RunEntry> &entries, const QHash<QString, int> &grades, const EvaluationSettings &settings)
{
    QueryMeasures measures;
    measures.query = query;
    const auto ordered = orderedGrades(entries, grades, settings.scoresAreFloats);
    measures.returned = int(ordered.size());
    measures.relevant = int(std::count_if(grades.begin(), grades.end(), [&](int grade) { return grade >= settings.relevantFrom; }));
    QList<double> gains, ideal, relevantUpTo = {0}, judgedUpTo = {0};
    for (int i = 0; i < ordered.size(); ++i) {
        const bool isRelevant = ordered[i] && *ordered[i] >= settings.relevantFrom;
        gains << gainOf(ordered[i].value_or(0), settings.gain);
        relevantUpTo << relevantUpTo.last() + (isRelevant ? 1 : 0);
        judgedUpTo << judgedUpTo.last() + (ordered[i] ? 1 : 0);
        if (!isRelevant)
            continue;
        ++measures.relevantReturned;
        measures.averagePrecision += double(measures.relevantReturned) / double(i + 1);
        if (measures.relevantReturned == 1)
            measures.reciprocalRank = 1.0 / double(i + 1);
    }
    if (measures.relevant > 0)
        measures.averagePrecision /= double(measures.relevant);
    for (const int grade : grades)
        ideal << gainOf(grade, settings.gain);
    std::sort(ideal.begin(), ideal.end(), std::greater<>());
    const auto gained = cumulatedGains(gains), possible = cumulatedGains(ideal);
    const auto share = [](double part, double whole) { return whole > 0 ? part / whole : 0.0; };
    measures.ndcg = share(gained.last(), possible.last());
    for (const int k : settings.cutoffs) {
        measures.ndcgAt << share(upTo(gained, k), upTo(possible, k));
        measures.precisionAt << upTo(relevantUpTo, k) / double(k);
        measures.recallAt << share(upTo(relevantUpTo, k), double(measures.relevant));
        measures.judgedAt << (ordered.isEmpty() ? 1.0 : upTo(judgedUpTo, k) / double(std::min<qsizetype>(k, ordered.size())));
    }
    return measures;
}

QueryMeasures meanOf(const QList<QueryMeasures> &all, qsizetype cutoffs)
{
    QueryMeasures mean;
    mean.ndcgAt = mean.precisionAt = mean.recallAt = mean.judgedAt = QList<double>(cutoffs, 0.0);
    const auto count = double(all.size());
    for (const QueryMeasures &one : all) {
        mean.returned += one.returned;
        mean.relevant += one.relevant;
        mean.relevantReturned += one.relevantReturned;
        mean.averagePrecision += one.averagePrecision / count;
        mean.reciprocalRank += one.reciprocalRank / count;
        mean.ndcg += one.ndcg / count;
        for (qsizetype i = 0; i < cutoffs; ++i) {
            mean.ndcgAt[i] += one.ndcgAt[i] / count;
            mean.precisionAt[i] += one.precisionAt[i] / count;
            mean.recallAt[i] += one.recallAt[i] / count;
            mean.judgedAt[i] += one.judgedAt[i] / count;
        }
    }
    return mean;
}

double meanDifferenceOf(std::span<const double> differences)
{
    double sum = 0;
    for (const double difference : differences)
        sum += difference;
    return sum / double(differences.size());
}

// The share of sign flips whose mean is at least as far from 0.
double randomisationTest(std::span<const double> differences)
{
    const double observed = std::abs(meanDifferenceOf(differences)) * double(differences.size()) - 1e-12;
    const auto sumOf = [&](auto isFlipped) {
        double sum = 0;
        for (std::size_t i = 0; i < differences.size(); ++i)
            sum += isFlipped(i) ? -differences[i] : differences[i];
        return std::abs(sum);
    };
    int extreme = 0;
    if (differences.size() <= 16) {
        const unsigned flips = 1u << differences.size();
        for (unsigned flip = 0; flip < flips; ++flip)
            extreme += sumOf([flip](std::size_t i) { return flip >> i & 1; }) >= observed;
        return double(extreme) / double(flips);
    }
    std::mt19937_64 random(20070611);
    constexpr int samples = 100000;
    for (int sample = 0; sample < samples; ++sample) {
        quint64 bits = 0;
        extreme += sumOf([&](std::size_t i) {
            bits = i % 64 == 0 ? random() : bits >> 1;
            return bits & 1;
        }) >= observed;
    }
    return double(extreme + 1) / double(samples + 1); // the observed labelling is one of them
}

} // namespace

Result<Evaluation> evaluate(const Run &run, const Judgements &judgements, const EvaluationSettings &settings)
{
    Evaluation evaluation;
    for (auto query = judgements.grades.begin(); query != judgements.grades.end(); ++query) {
        const auto entries = run.find(query.key());
        const bool isInRun = entries != run.end() && !entries->isEmpty();
        if (!isInRun && !settings.allJudged)
            continue;
        evaluation.perQuery << measure(query.key(), isInRun ? *entries : QList<RunEntry>(), *query, settings);
        evaluation.perQuery.last().isInRun = isInRun;
    }
    for (auto query = run.begin(); query != run.end(); ++query)
        evaluation.unjudged += !judgements.grades.contains(query.key());
    if (evaluation.perQuery.isEmpty())
        return failure(Error::Kind::Missing, EvaluationWords::tr("No query of this run has been judged, so nothing can be measured."));
    evaluation.mean = meanOf(evaluation.perQuery, settings.cutoffs.size());
    return evaluation;
}

std::optional<PairedComparison> comparePaired(std::span<const double> first, std::span<const double> second)
{
    if (first.size() < 2 || first.size() != second.size())
        return {};
    PairedComparison comparison;
    std::vector<double> differences;
    for (std::size_t i = 0; i < first.size(); ++i) {
        differences.push_back(second[i] - first[i]);
        comparison.better += second[i] > first[i];
        comparison.worse += second[i] < first[i];
        comparison.equal += second[i] == first[i];
    }
    comparison.meanDifference = meanDifferenceOf(differences);
    comparison.pValue = randomisationTest(differences);

    std::mt19937_64 random(20060806);
    constexpr int samples = 10000;
    std::vector<double> means;
    for (int sample = 0; sample < samples; ++sample) {
        double sum = 0;
        for (std::size_t i = 0; i < differences.size(); ++i)
            sum += differences[random() % differences.size()];
        means.push_back(sum / double(differences.size()));
    }
    std::sort(means.begin(), means.end());
    comparison.low = means[samples / 40];
    comparison.high = means[samples - 1 - samples / 40];
    return comparison;
}

} // namespace qd::retrieval
