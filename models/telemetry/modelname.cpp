#include "telemetry/pricefile.h"

namespace qd::telemetry {

namespace {

struct ModelPrefix
{
    QLatin1String text, provider;
};

// Prefixes that say which provider is billed, at its list price. Resellers (azure/, openrouter/,
// regional Bedrock names) have prices of their own and are left unknown.
constexpr ModelPrefix modelPrefixes[] = {
    {QLatin1String("openai/"), QLatin1String("openai")},
    {QLatin1String("openai:"), QLatin1String("openai")},
    {QLatin1String("anthropic/"), QLatin1String("anthropic")},
    {QLatin1String("anthropic:"), QLatin1String("anthropic")},
    {QLatin1String("anthropic."), QLatin1String("anthropic")},
    {QLatin1String("global.anthropic."), QLatin1String("anthropic")},
    {QLatin1String("groq/"), QLatin1String("groq")},
    {QLatin1String("groq:"), QLatin1String("groq")},
    {QLatin1String("voyage/"), QLatin1String("voyage")},
    {QLatin1String("voyageai/"), QLatin1String("voyage")},
};

bool isNumberBetween(QStringView digits, int least, int most)
{
    int number = 0;
    for (const QChar digit : digits) {
        if (digit < QLatin1Char('0') || digit > QLatin1Char('9'))
            return false;
        number = number * 10 + digit.unicode() - '0';
    }
    return number >= least && number <= most;
}

// "-20241022", "@20241022" or "-2024-10-22" at the end. Shorter forms such as "-0613" name models
// of other prices.
QStringView withoutDate(QStringView name)
{
    const auto isDate = [](QStringView year, QStringView month, QStringView day) {
        return isNumberBetween(year, 2020, 2099) && isNumberBetween(month, 1, 12) && isNumberBetween(day, 1, 31);
    };
    if (name.size() > 9) {
        const QStringView end = name.last(9);
        if ((end[0] == QLatin1Char('-') || end[0] == QLatin1Char('@')) && isDate(end.mid(1, 4), end.mid(5, 2), end.mid(7, 2)))
            return name.chopped(9);
    }
    if (name.size() > 11) {
        const QStringView end = name.last(11);
        if (end[0] == QLatin1Char('-') && end[5] == QLatin1Char('-') && end[8] == QLatin1Char('-') && isDate(end.mid(1, 4), end.mid(6, 2), end.mid(9, 2)))
            return name.chopped(11);
    }
    return name;
}

// Bedrock's "-v1:0".
QStringView withoutVersion(QStringView name)
{
    const qsizetype at = name.lastIndexOf(QLatin1String("-v"));
    const qsizetype colon = at < 0 ? -1 : name.indexOf(QLatin1Char(':'), at);
    if (colon <= at + 2 || colon + 1 >= name.size())
        return name;
    if (!isNumberBetween(name.mid(at + 2, colon - at - 2).left(4), 0, 9999) || !isNumberBetween(name.mid(colon + 1).left(4), 0, 9999))
        return name;
    return name.left(at);
}

} // namespace

QList<ModelName> ModelName::candidates(const QString &model)
{
    QList<ModelName> names;
    const auto append = [&names](QStringView form, const QString &of) {
        if (names.isEmpty() || names.last().name != form)
            names.append({form.toString(), of});
    };
    const auto appendForms = [&append](QStringView form, const QString &of) {
        append(form, of);
        const QStringView plain = withoutVersion(form);
        append(plain, of);
        if (const qsizetype at = plain.indexOf(QLatin1Char('@')); at > 0 && withoutDate(plain).size() == at)
            append(plain.toString().replace(at, 1, QLatin1Char('-')), of); // Vertex writes @20241022
        append(withoutDate(plain), of);
    };

    const QString whole = model.trimmed().toLower();
    if (whole.isEmpty())
        return names;
    appendForms(whole, {});
    for (const ModelPrefix &prefix : modelPrefixes) {
        if (whole.startsWith(prefix.text) && whole.size() > prefix.text.size())
            appendForms(QStringView(whole).mid(prefix.text.size()), prefix.provider);
    }
    return names;
}

} // namespace qd::telemetry
