#include "app/commands/retrievaltext.h"

#include "app/text/ink.h"
#include "app/text/table.h"
#include "core/format.h"

#include <QCoreApplication>

namespace qd::app {

using namespace retrieval;

namespace {

struct RetrievalTextWords
{
    Q_DECLARE_TR_FUNCTIONS(Retrieval)
};

QString scoreText(const std::optional<double> &score)
{
    return score ? QString::number(*score, 'f', 5) : format::NoValue;
}

QString milliseconds(double ms)
{
    return RetrievalTextWords::tr("%1 ms").arg(ms, 0, 'f', ms < 10 ? 2 : 0);
}

// The first words of a chunk, on one line.
QString beginningOf(const Corpus &corpus, quint32 row)
{
    return harmless(QString::fromUtf8(corpus.text(row).left(400)).simplified().left(160));
}

QString partText(const char *name, const FusionPart &part)
{
    return part.rank ? QStringLiteral("%1 %2 #%3").arg(QLatin1String(name), scoreText(part.score)).arg(*part.rank) : QStringLiteral("%1 –").arg(QLatin1String(name));
}

} // namespace

QString harmless(QString text)
{
    for (QChar &character : text) {
        const char16_t code = character.unicode();
        const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        if (turns || (character.category() == QChar::Other_Control && code != '\n' && code != '\t'))
            character = QChar::ReplacementCharacter;
    }
    return text;
}

QString gradeKey(Grade grade)
{
    return grade == Grade::BitIdentical ? QStringLiteral("bit-identical") : grade == Grade::SameOrder ? QStringLiteral("same-order") : QStringLiteral("statistical");
}

QString gradeWord(Grade grade)
{
    return grade == Grade::BitIdentical ? RetrievalTextWords::tr("bit-identical") : grade == Grade::SameOrder ? RetrievalTextWords::tr("same order") : RetrievalTextWords::tr("statistical");
}

QList<Check> qualityChecks(const ChunkQuality &quality)
{
    QList<Check> checks;
    for (const ChunkFinding &finding : quality.findings) {
        static constexpr const char *ids[] = {"no-embedding", "no-length", "not-finite", "other-model", "duplicate", "same-embedding", "empty-text", "placeholder", "wrong-offsets", "stuck-document", "no-text-vector"};
        Check check;
        check.id = QStringLiteral("retrieval.") + QLatin1String(ids[int(finding.kind)]);
        check.title = finding.title;
        check.state = finding.isSerious ? State::Failing : State::Warning;
        check.says = finding.meaning;
        QStringList keys;
        for (const QByteArray &key : finding.keys.first(std::min<qsizetype>(5, finding.keys.size())))
            keys << QString::fromUtf8(key);
        check.evidence = keys.join(QStringLiteral(", "));
        checks << check;
    }
    for (const QString &sentence : quality.unchecked) {
        Check check;
        check.id = QStringLiteral("retrieval.unchecked");
        check.title = RetrievalTextWords::tr("Not looked at");
        check.state = State::Unknown;
        check.says = sentence;
        checks << check;
    }
    if (quality.findings.isEmpty()) {
        Check check;
        check.id = QStringLiteral("retrieval.chunks");
        check.title = RetrievalTextWords::tr("%n chunk(s)", nullptr, int(quality.chunks));
        check.state = quality.chunks > 0 ? State::Ok : State::Unknown;
        check.says = quality.chunks > 0 ? RetrievalTextWords::tr("Nothing is wrong with what was looked at.") : RetrievalTextWords::tr("There is no chunk to look at.");
        checks.prepend(check);
    }
    return checks;
}

void printAnswer(const Terminal &terminal, const Corpus &corpus, const SearchAnswer &answer)
{
    const Ink ink(terminal.isColoured());
    for (const QString &warning : answer.warnings)
        terminal.say(ink.mark(State::Warning) + QLatin1Char(' ') + warning);
    const bool isHybrid = answer.settings.mode == SearchSettings::Mode::Hybrid;
    Table table({QStringLiteral(">"), RetrievalTextWords::tr("chunk"), RetrievalTextWords::tr("score") + QLatin1Char('>'), RetrievalTextWords::tr("parts"), RetrievalTextWords::tr("text") + QLatin1Char('*')});
    for (const AnswerRow &row : answer.rows) {
        QString parts = isHybrid ? partText("cos", row.vector) + QStringLiteral("  ") + partText("text", row.text) : QString();
        if (row.candidateRank > 0)
            parts = RetrievalTextWords::tr("%1 says %2, was #%3").arg(answer.rerankedBy, scoreText(row.rerankScore)).arg(row.candidateRank) + QStringLiteral("  ") + parts;
        table.add({QString::number(row.rank) + (row.isTied ? QStringLiteral("=") : QString()), harmless(QString::fromUtf8(row.key)), scoreText(row.score), parts, beginningOf(corpus, row.row)});
    }
    if (table.isEmpty() && answer.counts.droppedByThreshold.value_or(0) > 0)
        terminal.print(RetrievalTextWords::tr("Nothing was found: %n chunk(s) passed the filters, but none the threshold.", nullptr, int(answer.counts.passed)));
    else if (table.isEmpty())
        terminal.print(RetrievalTextWords::tr("Nothing was found: %n chunk(s) passed the filters.", nullptr, int(answer.counts.passed)));
    else
        terminal.print(table.lines(terminal.width(), QString()).join(QLatin1Char('\n')));
    terminal.print(ink.dim(RetrievalTextWords::tr("%1, %2. %3").arg(milliseconds(answer.milliseconds), gradeWord(answer.grade), answer.reason)));
    if (answer.scan)
        terminal.print(ink.dim(answer.scan->sentence));
}

void printExplanation(const Terminal &terminal, const RowExplanation &explanation)
{
    const Ink ink(terminal.isColoured());
    terminal.print(ink.bold(harmless(QString::fromUtf8(explanation.key))));
    if (explanation.similarity)
        terminal.print(RetrievalTextWords::tr("  similarity %1, exact rank %2").arg(scoreText(explanation.similarity)).arg(explanation.place ? QString::number(explanation.place->rank) : format::NoValue));
    else if (explanation.distance)
        terminal.print(RetrievalTextWords::tr("  distance %1, exact rank %2").arg(scoreText(explanation.distance)).arg(explanation.place ? QString::number(explanation.place->rank) : format::NoValue));
    if (explanation.textScore)
        terminal.print(RetrievalTextWords::tr("  %1 = %2, rank %3").arg(explanation.textFunction, scoreText(explanation.textScore), explanation.textRank ? QString::number(*explanation.textRank) : format::NoValue));
    for (const ExplainedTerm &term : explanation.terms)
        terminal.print(RetrievalTextWords::tr("    %1: %2 × in the chunk, in %3 chunks, adds %4").arg(harmless(term.lexeme)).arg(term.frequency).arg(term.documents).arg(term.adds, 0, 'g', 4));
    if (!explanation.arithmetic.isEmpty())
        terminal.print(QStringLiteral("  ") + explanation.arithmetic);
    if (const auto &row = explanation.inAnswer; row && row->candidateRank > 0)
        terminal.print(row->rerankScore ? RetrievalTextWords::tr("  reranked: %1, from rank %2 to rank %3").arg(scoreText(row->rerankScore)).arg(row->candidateRank).arg(row->rank) : RetrievalTextWords::tr("  not judged by the reranker, which reads text: from rank %1 to rank %2").arg(row->candidateRank).arg(row->rank));
    for (const Corpus::Condition &condition : explanation.conditions)
        terminal.print(QStringLiteral("  %1 %2 = %3 (%4)").arg(ink.mark(condition.passes ? State::Ok : State::Failing), condition.name, condition.wanted, condition.found.value_or(QStringLiteral("NULL"))));
    if (explanation.page)
        terminal.print(explanation.begin && explanation.end ? RetrievalTextWords::tr("  page %1, characters %2 to %3").arg(*explanation.page).arg(*explanation.begin).arg(*explanation.end) : RetrievalTextWords::tr("  page %1").arg(*explanation.page));
    if (explanation.citation)
        terminal.print(explanation.citation->verdict == CitationVerdict::NotThere ? RetrievalTextWords::tr("  “%1” is cited but not there.").arg(harmless(explanation.quotation))
                       : explanation.citation->verdict == CitationVerdict::WordForWord ? RetrievalTextWords::tr("  “%1” is there word for word.").arg(harmless(explanation.quotation))
                                                                                       : RetrievalTextWords::tr("  The words of “%1” are there, written differently.").arg(harmless(explanation.quotation)));
}

void printWhyNot(const Terminal &terminal, const WhyNot &whyNot)
{
    const Ink ink(terminal.isColoured());
    terminal.print(harmless(whyNot.sentence));
    for (const SettingChange &change : whyNot.changes)
        terminal.print(change.rank > 0 ? RetrievalTextWords::tr("  %1 It then has rank %2: %3").arg(change.sentence, QString::number(change.rank), change.sql) : QStringLiteral("  %1 %2").arg(change.sentence, change.sql));
    for (const SettingChange &change : whyNot.together)
        terminal.print(RetrievalTextWords::tr("  together: %1 %2").arg(change.sentence, change.sql));
    if (whyNot.stage != DroppedBy::Nothing && whyNot.changes.isEmpty() && whyNot.together.isEmpty())
        terminal.print(ink.dim(RetrievalTextWords::tr("  No setting brings it back.")));
}

void printEvaluation(const Terminal &terminal, const Evaluation &evaluation, const EvaluationSettings &settings)
{
    Table table({RetrievalTextWords::tr("measure"), RetrievalTextWords::tr("mean") + QLatin1Char('>')});
    for (const auto &[name, value] : trecMeasures(evaluation.mean, settings))
        table.add({name, QString::number(value, 'f', 4)});
    terminal.print(table.lines(terminal.width(), QString()).join(QLatin1Char('\n')));
    terminal.print(RetrievalTextWords::tr("%n judged question(s).", nullptr, int(evaluation.perQuery.size())));
    if (evaluation.unjudged > 0)
        terminal.print(RetrievalTextWords::tr("%n question(s) without judgements left out.", nullptr, evaluation.unjudged));
}

void printSweep(const Terminal &terminal, const QList<SweepPoint> &points, const std::optional<SweepSuggestion> &suggestion)
{
    Table table({RetrievalTextWords::tr("setting"), RetrievalTextWords::tr("value") + QLatin1Char('>'), RetrievalTextWords::tr("recall") + QLatin1Char('>'), RetrievalTextWords::tr("worst") + QLatin1Char('>'), RetrievalTextWords::tr("nDCG") + QLatin1Char('>'),
                 QStringLiteral("p50>"), QStringLiteral("p95>"), RetrievalTextWords::tr("visited") + QLatin1Char('>'), RetrievalTextWords::tr("rows") + QLatin1Char('>')});
    const auto share = [](const std::optional<double> &value) { return value ? QString::number(*value, 'f', 4) : format::NoValue; };
    for (const SweepPoint &point : points)
        table.add({nameOf(point.setting.axis), QString::number(point.setting.value), share(point.recall), share(point.leastRecall), share(point.ndcg), milliseconds(point.p50), milliseconds(point.p95), QString::number(point.visited, 'f', 0), QString::number(point.returned, 'f', 1)});
    terminal.print(table.lines(terminal.width(), QString()).join(QLatin1Char('\n')));
    terminal.print(suggestion ? suggestion->sentence + QLatin1Char('\n') + suggestion->sql : RetrievalTextWords::tr("None of these settings reaches the wanted recall."));
}

void printImport(const Terminal &terminal, const ImportReport &report)
{
    terminal.print(RetrievalTextWords::tr("%n chunk(s) imported, %1 of them with an embedding.", nullptr, int(report.rows)).arg(report.withEmbedding));
    if (report.questions > 0)
        terminal.print(RetrievalTextWords::tr("%n question(s), %1 judgements.", nullptr, report.questions).arg(report.judgements));
    for (const QString &remark : report.remarks + report.analysis)
        terminal.print(remark);
}

} // namespace qd::app
