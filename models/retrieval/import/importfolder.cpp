#include "retrieval/import/importfolder.h"

#include <QCoreApplication>
#include <QDir>

#include <numeric>

namespace qd::retrieval {

namespace {

struct ImportFolderWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportFolder)
};

// The one file of these names that is there; an error when there are two.
Result<QString> importOnly(const QDir &folder, const QStringList &names)
{
    QStringList found;
    for (const QString &name : names) {
        if (folder.exists(name))
            found << folder.filePath(name);
    }
    if (found.size() > 1)
        return failure(Error::Kind::Wrong, ImportFolderWords::tr("“%1” and “%2” are both there; keep the one that counts.").arg(found[0], found[1]));
    return found.value(0);
}

QStringList importNames(const QStringList &stems, const QStringList &endings)
{
    QStringList names;
    for (const QString &stem : stems) {
        for (const QString &ending : endings)
            names << stem + QLatin1Char('.') + ending;
    }
    return names;
}

} // namespace

qint64 ImportFolder::bytes() const
{
    return std::accumulate(files.cbegin(), files.cend(), qint64(0), [](qint64 sum, const ImportFile &file) { return sum + file.bytes; });
}

Result<ImportFolder> ImportFolder::look(const QString &path)
{
    const QDir folder(path);
    if (!folder.exists())
        return failure(Error::Kind::Missing, ImportFolderWords::tr("There is no folder “%1”.").arg(path));
    const QStringList tables{QStringLiteral("jsonl"), QStringLiteral("csv"), QStringLiteral("tsv")}, vectors{QStringLiteral("f32"), QStringLiteral("npy")};
    const QStringList questionNames = importNames({QStringLiteral("questions"), QStringLiteral("queries")}, tables);
    const QStringList judgementNames = importNames({QStringLiteral("qrels"), QStringLiteral("judgements")}, tables + QStringList{QStringLiteral("txt"), QStringLiteral("qrels")}) + QStringList{QStringLiteral("qrels"), QStringLiteral("judgements")};
    ImportFolder found;
    const auto questions = importOnly(folder, questionNames), judgements = importOnly(folder, judgementNames);
    const auto questionVectors = importOnly(folder, importNames({QStringLiteral("questions"), QStringLiteral("queries")}, vectors));
    for (const auto *each : {&questions, &judgements, &questionVectors}) {
        if (!*each)
            return tl::unexpected(each->error());
    }
    found.questions = *questions;
    found.judgements = *judgements;
    found.questionVectors = *questionVectors;
    const QFileInfoList entries = folder.entryInfoList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name);
    for (const QFileInfo &entry : entries) {
        if (questionNames.contains(entry.fileName()) || judgementNames.contains(entry.fileName()))
            continue;
        const auto beside = importOnly(folder, importNames({entry.completeBaseName()}, vectors));
        if (!beside)
            return tl::unexpected(beside.error());
        found.files << ImportFile{folder.filePath(entry.fileName()), entry.fileName(), entry.size(), *beside, 0, nullptr};
    }
    if (found.files.isEmpty())
        return failure(Error::Kind::Missing, ImportFolderWords::tr("There is no corpus in “%1”: a file *.jsonl with one chunk a line, {\"id\": …, \"text\": …}.").arg(path));
    return found;
}

Result<QByteArray> ImportFolder::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Missing, ImportFolderWords::tr("The file “%1” cannot be read.").arg(path), file.errorString());
    return file.readAll();
}

} // namespace qd::retrieval
