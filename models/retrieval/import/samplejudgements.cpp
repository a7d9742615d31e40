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

// Editions write an id with _ or -, and give one to sections that had none.
static bool isNamed(const ManualSection &section, const QString &anchor)
{
    const auto plain = [](QString id) { return id.replace(QLatin1Char('_'), QLatin1Char('-')).toLower(); };
    return plain(section.anchor) == plain(anchor) || section.name == anchor;
}

// Pages are joined and renamed, too: an author's id is looked for everywhere if its page is gone.
static QList<int> pagesOf(const SectionJudgement &judgement, const QList<ManualPage> &pages)
{
    QList<int> found;
    for (int i = 0; i < pages.size() && found.isEmpty(); ++i) {
        if (pages[i].name == judgement.page)
            found << i;
    }
    const auto has = [&judgement](const ManualPage &page) { return std::any_of(page.sections.cbegin(), page.sections.cend(), [&judgement](const ManualSection &section) { return isNamed(section, judgement.anchor); }); };
    if (judgement.anchor != judgement.anchor.toUpper() || (!found.isEmpty() && has(pages[found.first()])))
        return found;
    for (int i = 0; i < pages.size(); ++i) {
        if (has(pages[i]))
            return {i};
    }
    return found;
}

ChunkJudgements judgementsOfChunks(const QList<SectionJudgement> &judgements, const QList<ManualPage> &pages, const QList<QList<ManualChunk>> &chunks)
{
    ChunkJudgements found;
    for (const SectionJudgement &judgement : judgements) {
        bool isThere = false;
        for (const int number : pagesOf(judgement, pages)) {
            const ManualPage &page = pages[number];
            for (const ManualSection &section : page.sections) {
                if (!isNamed(section, judgement.anchor))
                    continue;
                for (const ManualChunk &chunk : chunks[number]) {
                    const QStringView text = QStringView(page.text).sliced(chunk.begin, chunk.end - chunk.begin);
                    if (!isOfSection(chunk, section) || !std::all_of(judgement.with.cbegin(), judgement.with.cend(), [text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
                        continue;
                    isThere = true;
                    int &grade = found.judgements.grades[judgement.query][chunk.key];
                    grade = std::max(grade, judgement.grade);
                }
            }
        }
        if (!isThere)
            found.missing << SampleJudgementWords::tr("Line %1 of the judgements: there is no chunk of “%2#%3” with “%4”.").arg(judgement.line).arg(judgement.page, judgement.anchor, judgement.with.join(SampleJudgementWords::tr("”, “", "between two words in quotation marks")));
    }
    return found;
}

} // namespace qd::retrieval
