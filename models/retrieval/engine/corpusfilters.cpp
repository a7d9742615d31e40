#include "retrieval/engine/corpusprivate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace qd::retrieval {

namespace {

struct FilterWords
{
    Q_DECLARE_TR_FUNCTIONS(CorpusFilter)
};

// Scalars are equal as jsonb has them: by kind and value, numbers by value.
bool jsonEquals(const QJsonValue &a, const QJsonValue &b)
{
    return a.isDouble() && b.isDouble() ? a.toDouble() == b.toDouble() && a.toInteger() == b.toInteger() : a == b;
}

} // namespace

bool jsonContains(const QJsonValue &whole, const QJsonValue &part)
{
    if (part.isObject()) {
        const QJsonObject has = whole.toObject(), wants = part.toObject();
        for (auto wanted = wants.begin(); wanted != wants.end(); ++wanted) {
            const auto found = has.constFind(wanted.key());
            if (found == has.constEnd() || found->type() != wanted->type() || !jsonContains(*found, *wanted))
                return false;
        }
        return whole.isObject();
    }
    if (part.isArray()) {
        const QJsonArray has = whole.toArray(), wants = part.toArray();
        return whole.isArray() && std::all_of(wants.begin(), wants.end(), [&has](const QJsonValue &wanted) {
            return std::any_of(has.begin(), has.end(), [&wanted](const QJsonValue &found) { return found.type() == wanted.type() && jsonContains(found, wanted); });
        });
    }
    return jsonEquals(whole, part);
}

Result<RowSet> Corpus::Private::withMetadata(const RowSet &among, const QJsonObject &metadata, const CorpusWork &work) const
{
    const int column = snapshot->column("metadata");
    if (column < 0)
        return failure(Error::Kind::Missing, FilterWords::tr("The snapshot has no metadata, so nothing can be filtered by it."));
    RowSet found(among.rows());
    for (quint32 row = 0; row < among.rows(); ++row) {
        if (row % 1024 == 0 && work.stopped())
            return corpusCancelled();
        if (!among.contains(row))
            continue;
        const auto json = cell(row, column);
        if (json && jsonContains(QJsonDocument::fromJson(*json).object(), metadata))
            found.insert(row);
    }
    return found;
}

static Result<> keepValues(RowSet &rows, const Result<std::shared_ptr<const CorpusValues>> &values, const QStringList &wanted)
{
    if (!values)
        return tl::unexpected(values.error());
    const CorpusValues &known = **values;
    std::vector<bool> isWanted(std::size_t(known.values.size()) + 1);
    for (const QString &value : wanted) {
        const quint32 number = known.numberOf.value(value.toUtf8());
        if (number > 0)
            isWanted[number] = true;
    }
    for (quint32 row = 0; row < rows.rows(); ++row) {
        if (!isWanted[known.numbers[row]])
            rows.remove(row);
    }
    return {};
}

Result<std::shared_ptr<const RowFilter>> Corpus::filter(const SearchSettings &settings, const CorpusWork &work) const
{
    QByteArray name;
    if (settings.asUser)
        name += "user " + settings.asUser->toUtf8() + '\n';
    for (const QString &status : settings.status)
        name += "status " + status.toUtf8() + '\n';
    for (const QString &document : settings.documents)
        name += "document " + document.toUtf8() + '\n';
    if (!settings.metadata.isEmpty())
        name += QJsonDocument(settings.metadata).toJson(QJsonDocument::Compact);
    // The text index is made first, because it may take long and has progress of its own.
    std::shared_ptr<const CorpusText> text;
    if (settings.usesText()) {
        const auto made = this->text(settings.configuration, work);
        if (!made)
            return tl::unexpected(made.error());
        text = *made;
        name += settings.configuration == Configuration::English ? "\nenglish" : "\nsimple";
    }
    return d->filters.get(name, work, [&]() -> Result<std::shared_ptr<const RowFilter>> {
        auto made = std::make_shared<RowFilter>();
        made->rows = alive();
        const std::pair<const char *, QStringList> columns[] = {{"owner", settings.asUser ? QStringList{*settings.asUser} : QStringList()}, {"status", settings.status}, {"document", settings.documents}};
        for (const auto &[column, wanted] : columns) {
            if (wanted.isEmpty())
                continue;
            if (const auto kept = keepValues(made->rows, d->valuesOf(column, work), wanted); !kept)
                return tl::unexpected(kept.error());
        }
        if (!settings.metadata.isEmpty()) {
            const auto kept = d->withMetadata(made->rows, settings.metadata, work);
            if (!kept)
                return tl::unexpected(kept.error());
            made->rows = *kept;
        }
        made->count = made->rows.count();
        if (text) {
            RowSet both = made->rows;
            both.intersect(text->hasVector);
            // An empty filter would let all through.
            if (both.count() < rows() || rows() == 0) {
                made->documents = DocumentFilter(std::max(1u, rows()));
                for (quint32 row = 0; row < rows(); ++row) {
                    if (both.contains(row))
                        made->documents.allow(row);
                }
            }
        }
        return made;
    });
}

QList<Corpus::Condition> Corpus::conditions(quint32 row, const SearchSettings &settings) const
{
    QList<Condition> conditions;
    const std::pair<const char *, QStringList> columns[] = {{"owner", settings.asUser ? QStringList{*settings.asUser} : QStringList()}, {"status", settings.status}, {"document", settings.documents}};
    for (const auto &[column, wanted] : columns) {
        if (wanted.isEmpty())
            continue;
        const auto found = bytes(row, column);
        conditions << Condition{QString::fromLatin1(column), wanted.join(QStringLiteral(", ")), found ? std::optional(QString::fromUtf8(*found)) : std::nullopt, found && wanted.contains(QString::fromUtf8(*found))};
    }
    if (!settings.metadata.isEmpty()) {
        const auto found = bytes(row, "metadata");
        conditions << Condition{QStringLiteral("metadata"), QString::fromUtf8(QJsonDocument(settings.metadata).toJson(QJsonDocument::Compact)), found ? std::optional(QString::fromUtf8(*found)) : std::nullopt,
                                found && jsonContains(QJsonDocument::fromJson(*found).object(), settings.metadata)};
    }
    return conditions;
}

} // namespace qd::retrieval
