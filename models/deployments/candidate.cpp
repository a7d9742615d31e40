#include "deployments/proposal.h"
#include "deployments/vocabulary.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace qd {

namespace {

constexpr int ValuesKept = 50;

Slot slotFrom(const QJsonObject &json)
{
    const auto flag = [&json](const char *key) { return json.value(QLatin1String(key)).toBool(); };
    Slot slot;
    slot.column = json.value(QStringLiteral("name")).toString();
    slot.name = slotName(slot.column);
    slot.base = json.value(QStringLiteral("base")).toString();
    slot.category = json.value(QStringLiteral("category")).toString(QStringLiteral("U")).at(0);
    slot.maySelect = flag("maySelect");
    slot.counts = flag("counts");
    slot.isUnique = flag("unique");
    slot.isPrimary = flag("primary");
    slot.leadsIndex = flag("leads");
    for (const QJsonValue &word : json.value(QStringLiteral("words")).toArray())
        slot.values << word.toString();
    return slot;
}

QChar categoryOf(const QString &jsonType)
{
    return jsonType == u"number" ? QChar(u'N') : jsonType == u"boolean" ? QChar(u'B') : QChar(u'S');
}

} // namespace

Field Slot::field() const
{
    Field field;
    field.column = column;
    field.path = path;
    return field;
}

QString slotName(const QString &name)
{
    static const QRegularExpression hump(QStringLiteral("([a-z0-9])([A-Z])")), other(QStringLiteral("[^a-z0-9]+"));
    QString word = name;
    return word.replace(hump, QStringLiteral("\\1_\\2")).toLower().replace(other, QStringLiteral("_"));
}

Candidate candidateFrom(const QJsonObject &json)
{
    Candidate candidate;
    candidate.schema = json.value(QStringLiteral("schema")).toString();
    candidate.table = json.value(QStringLiteral("table")).toString();
    candidate.kind = json.value(QStringLiteral("kind")).toString();
    candidate.mayRead = json.value(QStringLiteral("mayRead")).toBool();
    if (const QJsonValue rows = json.value(QStringLiteral("rows")); rows.isDouble())
        candidate.rows = rows.toInteger();
    for (const QJsonValue &column : json.value(QStringLiteral("columns")).toArray())
        candidate.places << slotFrom(column.toObject());
    return candidate;
}

void addCell(Candidate &candidate, qint64 row, const QStringList &path, const QString &type, const QString &value)
{
    candidate.sampled = std::max(candidate.sampled, int(row));
    const auto same = [&path](const Slot &slot) { return slot.column == path.first() && slot.path == path.mid(1); };
    auto found = std::find_if(candidate.places.begin(), candidate.places.end(), same);
    if (found == candidate.places.end()) {
        Slot slot;
        slot.column = path.first();
        slot.path = path.mid(1);
        // The column's own name says nothing (“metadata”), an inner one does (“usage”).
        slot.name = slotName(path.mid(path.size() > 2 ? path.size() - 2 : 1).join(u'_'));
        slot.base = type;
        slot.category = categoryOf(type);
        candidate.places << slot;
        found = candidate.places.end() - 1;
    }
    ++found->present;
    if (found->values.size() < ValuesKept && found->category != u'E')
        found->values << value;
}

QStringList columnsToSample(const Candidate &candidate)
{
    QStringList columns;
    for (const Slot &slot : candidate.places) {
        const bool isShort = slot.category == u'N' || slot.category == u'B' || slot.category == u'D' || slot.category == u'E';
        if (slot.maySelect && (isShort || slot.isJson() || (slot.category == u'S' && meansSomething(slot.name))))
            columns << slot.column;
    }
    return columns;
}

QString newestFirstBy(const Candidate &candidate)
{
    for (const Slot &slot : candidate.places)
        if (slot.isMoment() && slot.leadsIndex && slot.maySelect && rankOf(Meaning::Time, slot.name) >= 0)
            return slot.column;
    return {};
}

} // namespace qd
