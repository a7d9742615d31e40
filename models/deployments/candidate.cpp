#include "deployments/proposal.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace qd {

namespace {

constexpr int ValuesKept = 50;

ColumnPlace placeFrom(const QJsonObject &json)
{
    const auto flag = [&json](const char *key) { return json.value(QLatin1String(key)).toBool(); };
    ColumnPlace place;
    place.column = json.value(QStringLiteral("name")).toString();
    place.name = comparableName(place.column);
    place.base = json.value(QStringLiteral("base")).toString();
    place.category = json.value(QStringLiteral("category")).toString(QStringLiteral("U")).at(0);
    place.maySelect = flag("maySelect");
    place.counts = flag("counts");
    place.isUnique = flag("unique");
    place.isPrimary = flag("primary");
    place.leadsIndex = flag("leads");
    for (const QJsonValue &word : json.value(QStringLiteral("words")).toArray())
        place.values << word.toString();
    return place;
}

QChar categoryOf(const QString &jsonType)
{
    return jsonType == u"number" ? QChar(u'N') : jsonType == u"boolean" ? QChar(u'B') : QChar(u'S');
}

} // namespace

Field ColumnPlace::field() const
{
    Field field;
    field.column = column;
    field.path = path;
    return field;
}

QString comparableName(const QString &name)
{
    static const QRegularExpression hump(QStringLiteral("([a-z0-9])([A-Z])")), other(QStringLiteral("[^a-z0-9]+"));
    QString word = name;
    return word.replace(hump, QStringLiteral("\\1_\\2")).toLower().replace(other, QStringLiteral("_"));
}

CandidateTable candidateFrom(const QJsonObject &json)
{
    CandidateTable candidate;
    candidate.schema = json.value(QStringLiteral("schema")).toString();
    candidate.table = json.value(QStringLiteral("table")).toString();
    candidate.kind = json.value(QStringLiteral("kind")).toString();
    candidate.mayRead = json.value(QStringLiteral("mayRead")).toBool();
    if (const QJsonValue rows = json.value(QStringLiteral("rows")); rows.isDouble())
        candidate.rows = rows.toInteger();
    for (const QJsonValue &column : json.value(QStringLiteral("columns")).toArray())
        candidate.places << placeFrom(column.toObject());
    return candidate;
}

void addCell(CandidateTable &candidate, qint64 row, const QStringList &path, const QString &type, const QString &value)
{
    candidate.sampled = std::max(candidate.sampled, int(row));
    const auto same = [&path](const ColumnPlace &place) { return place.column == path.first() && place.path == path.mid(1); };
    auto found = std::find_if(candidate.places.begin(), candidate.places.end(), same);
    if (found == candidate.places.end()) {
        ColumnPlace place;
        place.column = path.first();
        place.path = path.mid(1);
        // The column's own name says nothing (“metadata”), an inner one does (“usage”).
        place.name = comparableName(path.mid(path.size() > 2 ? path.size() - 2 : 1).join(u'_'));
        place.base = type;
        place.category = categoryOf(type);
        candidate.places << place;
        found = candidate.places.end() - 1;
    }
    ++found->present;
    if (found->values.size() < ValuesKept && found->category != u'E')
        found->values << value;
}

QStringList columnsToSample(const CandidateTable &candidate)
{
    QStringList columns;
    for (const ColumnPlace &place : candidate.places) {
        const bool isShort = place.category == u'N' || place.category == u'B' || place.category == u'D' || place.category == u'E';
        if (place.maySelect && (isShort || place.isJson() || (place.category == u'S' && meansSomething(place.name))))
            columns << place.column;
    }
    return columns;
}

QString newestFirstBy(const CandidateTable &candidate)
{
    for (const ColumnPlace &place : candidate.places)
        if (place.isMoment() && place.leadsIndex && place.maySelect && rankOf(Meaning::Time, place.name) >= 0)
            return place.column;
    return {};
}

} // namespace qd
