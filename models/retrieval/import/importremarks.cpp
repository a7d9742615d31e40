#include "retrieval/import/importremarks.h"

#include <QCoreApplication>

namespace qd::retrieval {

namespace {

struct ImportRemarkWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportRemarks)
};

} // namespace

QString ImportRemark::places() const
{
    return count > first.size() ? ImportRemarkWords::tr("%1 and %n more", nullptr, count - int(first.size())).arg(first.join(QStringLiteral(", "))) : first.join(QStringLiteral(", "));
}

QStringList ImportRemarks::sentences(int dims, const QString &dimsFrom) const
{
    QStringList remarks;
    const auto remark = [&remarks](const ImportRemark &what, const QString &sentence) {
        if (what.count > 0)
            remarks << sentence.arg(what.places());
    };
    remark(skipped, ImportRemarkWords::tr("%n line(s) could not be read and were left out: %1.", nullptr, skipped.count));
    remark(otherDims, ImportRemarkWords::tr("%n embedding(s) have not the %2 dimensions of %3 and were left out; their chunks were kept: %1.", nullptr, otherDims.count).arg(QStringLiteral("%1"), QString::number(dims), dimsFrom));
    remark(notFinite, ImportRemarkWords::tr("%n embedding(s) hold NaN or an infinity, which pgvector refuses, and were left out; their chunks were kept: %1.", nullptr, notFinite.count));
    remark(zero, ImportRemarkWords::tr("%n embedding(s) are zero: they have no direction, and an index for cosine distance leaves them out: %1.", nullptr, zero.count));
    remark(noEmbedding, ImportRemarkWords::tr("%n chunk(s) have no embedding: %1.", nullptr, noEmbedding.count));
    remark(empty, ImportRemarkWords::tr("%n chunk(s) have no text: %1.", nullptr, empty.count));
    remark(tooLong, ImportRemarkWords::tr("%n text(s) make a tsvector that is longer than 1 MB, which PostgreSQL refuses, and cannot be found by their words: %1.", nullptr, tooLong.count));
    remark(tokens, ImportRemarkWords::tr("%n text(s) hold words of more than 2,047 bytes, which PostgreSQL leaves out of a tsvector, too: %1.", nullptr, tokens.count));
    if (!unknownKeys.isEmpty()) {
        QStringList unknown = unknownKeys.values();
        unknown.sort();
        remarks << ImportRemarkWords::tr("Keys without a meaning here were left out: %1. What chunks shall be filtered by belongs into “metadata”.").arg(unknown.join(QStringLiteral(", ")));
    }
    return remarks;
}

QStringList analysisOfImport(const ImportSettings &settings)
{
    QStringList analysis;
    analysis << (settings.characters == CharacterType::C ? ImportRemarkWords::tr("Words were found as PostgreSQL 15 to 17 finds them in a database with the locale C, where every character beyond ASCII is a letter without lower case.")
                                                           : ImportRemarkWords::tr("Words were found as PostgreSQL 15 to 17 finds them in a UTF-8 database with the locale C.UTF-8. In a database with the locale C, or with Turkish rules for i, texts beyond ASCII are analysed differently."));
    if (settings.configuration == Configuration::English)
        analysis << ImportRemarkWords::tr("The configuration is “english”. PostgreSQL 18 has a newer stemmer and reduces some words differently (“added” becomes “add”, here “ad”).");
    else
        analysis << ImportRemarkWords::tr("The configuration is “simple”: words are in lower case and not reduced to their stems.");
    analysis << ImportRemarkWords::tr("A server with dictionaries or configurations of its own (synonyms, unaccent, other languages) makes other lexemes; a snapshot of it brings them along.");
    if (!CharacterClasses::of(settings.characters).isFaithful())
        analysis << ImportRemarkWords::tr("This system has no locale C.UTF-8, so what counts as a letter follows Unicode's own tables and may differ from a server's for rare characters.");
    return analysis;
}

} // namespace qd::retrieval
