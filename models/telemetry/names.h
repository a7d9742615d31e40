#pragma once

#include "telemetry/cells.h"

#include <array>

namespace qd::telemetry {

inline constexpr int Dimensions = 5;

// The dictionary of a mirror: every name once, numbered from 1 in the order of arrival; 0 is the
// empty name. Kinds, models and tools have 65,534 numbers; what comes after shares one name.
class Names
{
public:
    Names();

    quint32 numberFor(Dimension dimension, const QString &name); // made if there is none
    std::optional<quint32> number(Dimension dimension, const QString &name) const;
    QString name(Dimension dimension, quint32 number) const;

    quint32 count(Dimension dimension) const { return quint32(m_dimensions[size_t(dimension)].names.size()); }

    void learn(Dimension dimension, quint32 number, const QString &name); // as read from the file
    struct New
    {
        Dimension dimension;
        quint32 number;
        QString name;
    };
    QList<New> takeNew();

private:
    struct OfDimension
    {
        QHash<QString, quint32> numbers;
        QList<QString> names; // by number; null where a number is missing
    };
    std::array<OfDimension, Dimensions> m_dimensions;
    QList<New> m_new;
};

} // namespace qd::telemetry
