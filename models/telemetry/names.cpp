#include "telemetry/names.h"

namespace qd::telemetry {

static constexpr quint32 LastShortNumber = 65'535;

Names::Names()
{
    for (OfDimension &dimension : m_dimensions) {
        dimension.numbers.insert(QString(), 0);
        dimension.names.append(QString());
    }
}

quint32 Names::numberFor(Dimension dimension, const QString &name)
{
    OfDimension &names = m_dimensions[size_t(dimension)];
    if (const auto known = names.numbers.constFind(name); known != names.numbers.cend())
        return *known;
    const bool isShort = dimension == Dimension::Kind || dimension == Dimension::Model || dimension == Dimension::Tool;
    const quint32 next = quint32(names.names.size());
    // A tool that is named after each request would otherwise run out of numbers.
    if (isShort && next >= LastShortNumber && name != QStringLiteral("…"))
        return numberFor(dimension, QStringLiteral("…"));
    learn(dimension, next, name);
    m_new.append({dimension, next, name});
    return next;
}

std::optional<quint32> Names::number(Dimension dimension, const QString &name) const
{
    const OfDimension &names = m_dimensions[size_t(dimension)];
    const auto known = names.numbers.constFind(name);
    return known == names.numbers.cend() ? std::nullopt : std::optional(*known);
}

QString Names::name(Dimension dimension, quint32 number) const
{
    return m_dimensions[size_t(dimension)].names.value(number);
}

void Names::learn(Dimension dimension, quint32 number, const QString &name)
{
    OfDimension &names = m_dimensions[size_t(dimension)];
    while (quint32(names.names.size()) <= number)
        names.names.append(QString());
    names.names[number] = name;
    names.numbers.insert(name, number);
}

QList<Names::New> Names::takeNew()
{
    return std::exchange(m_new, {});
}

} // namespace qd::telemetry
