#include "retrieval/import/importquestions.h"

#include "retrieval/import/importremarks.h"
#include "retrieval/judgements.h"
#include "retrieval/recordedqueries.h"
#include "retrieval/snapshotwriter.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace qd::retrieval {

namespace {

struct ImportQuestionWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportQuestions)
};

QByteArray importedLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<Judgements> judgementsBeside(const ImportFolder &folder)
{
    if (folder.judgements.isEmpty())
        return Judgements();
    const auto read = ImportFolder::read(folder.judgements).and_then([](const QByteArray &text) { return readJudgements(text); });
    if (!read)
        return failure(read.error().kind, ImportQuestionWords::tr("The judgements “%1” cannot be used. %2").arg(folder.judgements, read.error().message), read.error().detail);
    return read;
}

Result<QList<JudgedQuery>> questionsBeside(const ImportFolder &folder)
{
    if (folder.questions.isEmpty())
        return QList<JudgedQuery>();
    const auto read = ImportFolder::read(folder.questions).and_then([](const QByteArray &text) { return readQueries(text); });
    if (!read)
        return failure(read.error().kind, ImportQuestionWords::tr("The questions “%1” cannot be used. %2").arg(folder.questions, read.error().message), read.error().detail);
    return read;
}

QByteArray judgementLines(const Judgements &judgements, const ImportedCorpus &corpus, ImportReport &report)
{
    QByteArray lines;
    ImportRemark strangers;
    for (auto query = judgements.grades.cbegin(); query != judgements.grades.cend(); ++query) {
        QStringList keys = query->keys();
        keys.sort();
        for (const QString &key : std::as_const(keys)) {
            if (!corpus.keys.contains(key.toUtf8()))
                strangers.add(key);
            lines += importedLine({{QStringLiteral("query"), query.key()}, {QStringLiteral("key"), key}, {QStringLiteral("grade"), query->value(key)}});
            ++report.judgements;
        }
    }
    if (strangers.count > 0)
        report.remarks << ImportQuestionWords::tr("%n judgement(s) are of ids that the corpus does not have: %1.", nullptr, strangers.count).arg(strangers.places());
    return lines;
}

Result<RecordedQueries> recordedBeside(const QList<JudgedQuery> &questions, const ImportedCorpus &corpus)
{
    RecordedQueries recorded;
    const QString &path = corpus.folder.questionVectors;
    if (path.isEmpty() || questions.isEmpty())
        return recorded;
    const auto vectors = VectorFile::open(path, questions.size());
    if (!vectors)
        return tl::unexpected(vectors.error());
    if ((*vectors)->dims() != corpus.dims)
        return failure(Error::Kind::Wrong, ImportQuestionWords::tr("The questions' vectors “%1” have %2 dimensions and the corpus %3.").arg(path).arg((*vectors)->dims()).arg(corpus.dims));
    for (qsizetype i = 0; i < questions.size(); ++i)
        recorded.record(corpus.model, questions[i].text, (*vectors)->row(i));
    return recorded;
}

} // namespace

Result<> writeImportedQuestions(SnapshotWriter &writer, const ImportedCorpus &corpus, ImportReport &report)
{
    const auto judgements = judgementsBeside(corpus.folder);
    if (!judgements)
        return tl::unexpected(judgements.error());
    const auto questions = questionsBeside(corpus.folder);
    if (!questions)
        return tl::unexpected(questions.error());
    const auto recorded = recordedBeside(*questions, corpus);
    if (!recorded)
        return tl::unexpected(recorded.error());
    QByteArray lines;
    for (const JudgedQuery &question : *questions)
        lines += importedLine({{QStringLiteral("id"), question.id}, {QStringLiteral("text"), question.text}, {QStringLiteral("judged"), judgements->grades.contains(question.id)}});
    report.questions = int(questions->size());
    report.recorded = int(recorded->count());
    auto done = writer.setNote(notes::Judgements, judgementLines(*judgements, corpus, report));
    if (done)
        done = writer.setNote("questions", lines);
    return done ? writer.setNote(notes::Queries, recorded->toBytes()) : done;
}

} // namespace qd::retrieval
