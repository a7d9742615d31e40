#include "retrieval/import/samplejudgements.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace qd::retrieval {

namespace {

struct SampleJudgementWords
{
    Q_DECLARE_TR_FUNCTIONS(SampleCorpus)
};

} // namespace

Result<QList<SectionJudgement>> readSectionJudgements(QByteArrayView jsonl)
{
    QList<SectionJudgement> judgements;
    const QList<QByteArray> lines = jsonl.toByteArray().split('\n');
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(lines[i]).object();
        SectionJudgement judgement{object.value(QLatin1String("query")).toString(), object.value(QLatin1String("page")).toString(), object.value(QLatin1String("anchor")).toString(), {}, object.value(QLatin1String("grade")).toInt(-1), i + 1};
        for (const QJsonValue &word : object.value(QLatin1String("with")).toArray())
            judgement.with << word.toString();
        if (judgement.query.isEmpty() || judgement.page.isEmpty() || judgement.anchor.isEmpty() || judgement.grade < 0)
            return failure(Error::Kind::Wrong, SampleJudgementWords::tr("Line %1 of the judgements names no query, page, anchor and grade.").arg(i + 1));
        judgements << judgement;
    }
    return judgements;
}

ChunkJudgements judgementsOfChunks(const QList<SectionJudgement> &sections, const QList<ManualPage> &pages, const QList<QList<ManualChunk>> &chunks)
{
    QHash<QString, int> pageOf;
    for (int i = 0; i < pages.size(); ++i)
        pageOf.insert(pages[i].name, i);
    ChunkJudgements found;
    for (const SectionJudgement &judgement : sections) {
        bool isThere = false;
        const int number = pageOf.value(judgement.page, -1);
        const QList<ManualSection> none;
        for (const ManualSection &section : number < 0 ? none : pages[number].sections) {
            if (section.anchor != judgement.anchor)
                continue;
            for (const ManualChunk &chunk : chunks[number]) {
                const QStringView text = QStringView(pages[number].text).sliced(chunk.begin, chunk.end - chunk.begin);
                if (!isOfSection(chunk, section) || !std::all_of(judgement.with.cbegin(), judgement.with.cend(), [text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
                    continue;
                isThere = true;
                int &grade = found.judgements.grades[judgement.query][chunk.key];
                grade = std::max(grade, judgement.grade);
            }
        }
        if (!isThere)
            found.missing << SampleJudgementWords::tr("Line %1 of the judgements: there is no chunk of “%2#%3” with “%4”.").arg(judgement.line).arg(judgement.page, judgement.anchor, judgement.with.join(QStringLiteral("”, “")));
    }
    return found;
}

} // namespace qd::retrieval
