#include "deployments/tomlfile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace qd {

namespace {

struct TomlWords
{
    Q_DECLARE_TR_FUNCTIONS(Toml)
};

// How many letters have to be changed, added, left out or swapped.
int wordDistance(const QString &a, const QString &b)
{
    QList<QList<int>> cost(a.size() + 1, QList<int>(b.size() + 1, 0));
    for (qsizetype i = 0; i <= a.size(); ++i) {
        for (qsizetype j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = int(i + j);
                continue;
            }
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

} // namespace

QString nearestWord(const QString &word, const QStringList &words)
{
    QString nearest;
    int least = std::max(2, int(word.size()) / 3) + 1;
    if (word.size() > 64)
        return {};
    for (const QString &candidate : words) {
        const int distance = wordDistance(word.toLower(), candidate.toLower());
        if (distance < least) {
            least = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

void TomlTable::refuse(int line, const QString &says)
{
    if (!m_problem->has_value())
        *m_problem = TomlProblem{line, says};
}

const TomlValue *TomlTable::find(const QString &key, TomlValue::Kind kind, const QString &expected)
{
    m_known << key;
    const auto found = m_table->keys.constFind(key);
    if (found == m_table->keys.constEnd())
        return nullptr;
    const bool fits = found->kind == kind || (kind == TomlValue::Kind::Number && found->kind == TomlValue::Kind::Integer);
    if (!fits) {
        refuse(found->line, TomlWords::tr("“%1” should be %2.").arg(key, expected));
        return nullptr;
    }
    return &*found;
}

QString TomlTable::text(const QString &key, const QString &fallback)
{
    const TomlValue *value = find(key, TomlValue::Kind::Text, TomlWords::tr("text in double quotes"));
    if (value && value->text.contains(QChar(u'\0'))) {
        refuse(value->line, TomlWords::tr("“%1” contains a NUL character, which no name can.").arg(key));
        return fallback;
    }
    return value ? value->text : fallback;
}

QString TomlTable::neededText(const QString &key)
{
    const QString found = text(key);
    if (found.isEmpty())
        refuse(has(key) ? line(key) : line(), TomlWords::tr("“%1” is missing here; it is needed.").arg(key));
    return found;
}

QStringList TomlTable::texts(const QString &key)
{
    const QString expected = TomlWords::tr("a list of texts, such as [\"one\", \"two\"]");
    const TomlValue *value = find(key, TomlValue::Kind::List, expected);
    QStringList found;
    if (!value)
        return found;
    for (const TomlValue &item : value->items) {
        if (item.kind != TomlValue::Kind::Text)
            refuse(item.line, TomlWords::tr("“%1” should be %2.").arg(key, expected));
        found << item.text;
    }
    return found;
}

QMap<QString, QString> TomlTable::textsByKey(const QString &key)
{
    QMap<QString, QString> found;
    if (const auto inner = table(key))
        collectTexts(*inner->m_table, {}, &found);
    return found;
}

void TomlTable::collectTexts(const TomlValue &table, const QString &prefix, QMap<QString, QString> *found)
{
    for (auto entry = table.keys.cbegin(); entry != table.keys.cend(); ++entry) {
        const QString name = prefix + entry.key();
        if (entry->kind == TomlValue::Kind::Table)
            collectTexts(*entry, name + u'.', found);
        else if (entry->kind == TomlValue::Kind::Integer)
            found->insert(name, QString::number(entry->integer));
        else if (entry->kind == TomlValue::Kind::Text && !entry->text.contains(QChar(u'\0')))
            found->insert(name, entry->text);
        else
            refuse(entry->line, TomlWords::tr("“%1” should be %2.").arg(name, TomlWords::tr("text in double quotes")));
    }
}

static QJsonValue jsonOf(const TomlValue &value)
{
    switch (value.kind) {
    case TomlValue::Kind::Text: return value.text;
    case TomlValue::Kind::Integer: return value.integer;
    case TomlValue::Kind::Number: return value.number;
    case TomlValue::Kind::Flag: return value.flag;
    case TomlValue::Kind::List: {
        QJsonArray items;
        for (const TomlValue &item : value.items)
            items << jsonOf(item);
        return items;
    }
    case TomlValue::Kind::Table: {
        QJsonObject object;
        for (auto entry = value.keys.cbegin(); entry != value.keys.cend(); ++entry)
            object.insert(entry.key(), jsonOf(*entry));
        return object;
    }
    case TomlValue::Kind::Other: break;
    }
    return {};
}

QJsonObject TomlTable::json(const QString &key)
{
    const TomlValue *value = find(key, TomlValue::Kind::Table, TomlWords::tr("a table, written [%1]").arg(key));
    return value ? jsonOf(*value).toObject() : QJsonObject();
}

bool TomlTable::flag(const QString &key, bool fallback)
{
    const TomlValue *value = find(key, TomlValue::Kind::Flag, TomlWords::tr("true or false"));
    return value ? value->flag : fallback;
}

double TomlTable::number(const QString &key, double fallback)
{
    const TomlValue *value = find(key, TomlValue::Kind::Number, TomlWords::tr("a number"));
    if (value && !std::isfinite(value->number)) {
        refuse(value->line, TomlWords::tr("“%1” should be %2.").arg(key, TomlWords::tr("a number")));
        return fallback;
    }
    return value ? value->number : fallback;
}

QList<int> TomlTable::integers(const QString &key)
{
    const QString expected = TomlWords::tr("a list of whole numbers, such as [200, 204]");
    const TomlValue *value = find(key, TomlValue::Kind::List, expected);
    QList<int> found;
    if (!value)
        return found;
    for (const TomlValue &item : value->items) {
        if (item.kind != TomlValue::Kind::Integer || item.integer < 0 || item.integer > 1'000'000)
            refuse(item.line, TomlWords::tr("“%1” should be %2.").arg(key, expected));
        else
            found << int(item.integer);
    }
    return found;
}

std::optional<Money> TomlTable::money(const QString &key)
{
    const QString expected = TomlWords::tr("dollars, such as 66.50");
    if (!has(key)) {
        m_known << key;
        return {};
    }
    const bool isText = m_table->keys.value(key).kind == TomlValue::Kind::Text;
    const TomlValue *value = find(key, isText ? TomlValue::Kind::Text : TomlValue::Kind::Number, expected);
    if (!value)
        return {};
    // Fifteen digits are what a double keeps, so 66.50 stays exactly that.
    const auto amount = Money::fromText(isText ? value->text.toUtf8() : QByteArray::number(value->number, 'g', 15));
    if (!amount || amount->isNegative()) {
        refuse(value->line, TomlWords::tr("“%1” should be %2.").arg(key, expected));
        return {};
    }
    return *amount;
}

int TomlTable::seconds(const QString &key, int fallback)
{
    const QString expected = TomlWords::tr("a time such as \"30s\", \"5m\" or \"1h\"");
    if (!has(key)) {
        m_known << key;
        return fallback;
    }
    const bool isText = m_table->keys.value(key).kind == TomlValue::Kind::Text;
    const TomlValue *value = find(key, isText ? TomlValue::Kind::Text : TomlValue::Kind::Integer, expected);
    if (!value)
        return fallback;
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,6})\\s*(s|m|h|d)$"));
    const auto match = form.match(value->text);
    qint64 found = value->integer;
    if (isText) {
        const QString unit = match.captured(2);
        const int factor = unit == u"d" ? 86400 : unit == u"h" ? 3600 : unit == u"m" ? 60 : 1;
        found = match.hasMatch() ? match.captured(1).toLongLong() * factor : -1;
    }
    if (found < 0 || found > 366 * 86400) {
        refuse(value->line, TomlWords::tr("“%1” should be %2.").arg(key, expected));
        return fallback;
    }
    return int(found);
}

QList<TomlTable> TomlTable::tables(const QString &key)
{
    const QString expected = TomlWords::tr("a list of tables, written [[%1]]").arg(key);
    QList<TomlTable> found;
    const TomlValue *value = find(key, TomlValue::Kind::List, expected);
    if (!value)
        return found;
    for (const TomlValue &item : value->items) {
        if (item.kind != TomlValue::Kind::Table)
            refuse(item.line, TomlWords::tr("“%1” should be %2.").arg(key, expected));
        else
            found << TomlTable(item, m_problem);
    }
    return found;
}

std::optional<TomlTable> TomlTable::table(const QString &key)
{
    const TomlValue *value = find(key, TomlValue::Kind::Table, TomlWords::tr("a table, written [%1]").arg(key));
    return value ? std::optional<TomlTable>(TomlTable(*value, m_problem)) : std::nullopt;
}

QString TomlTable::oneOf(const QString &key, const QStringList &words, const QString &fallback)
{
    const QString found = text(key, fallback);
    if (has(key) && !words.contains(found))
        refuse(line(key), TomlWords::tr("“%1” should be one of: %2.").arg(key, words.join(QStringLiteral(", "))));
    return found;
}

QMap<QString, TomlValue> TomlTable::unknown() const
{
    QMap<QString, TomlValue> rest = m_table->keys;
    for (const QString &key : m_known)
        rest.remove(key);
    return rest;
}

void TomlTable::finish()
{
    const auto rest = unknown();
    for (auto entry = rest.cbegin(); entry != rest.cend(); ++entry) {
        const QString nearest = nearestWord(entry.key(), m_known);
        refuse(entry->line, nearest.isEmpty() ? TomlWords::tr("The key “%1” is not known here.").arg(entry.key())
                                              : TomlWords::tr("The key “%1” is not known here; did you mean “%2”?").arg(entry.key(), nearest));
    }
}

} // namespace qd
