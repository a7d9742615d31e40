#include "retrieval/import/tsvectorwire.h"

#include <QtEndian>

namespace qd::retrieval {

QByteArray tsvectorWire(const TsVector &vector)
{
    QByteArray wire;
    const auto put = [&wire](auto number) {
        const auto big = qToBigEndian(number);
        wire.append(reinterpret_cast<const char *>(&big), sizeof big);
    };
    put(quint32(vector.count()));
    for (int i = 0; i < vector.count(); ++i) {
        const std::string_view lexeme = vector.lexeme(i);
        wire.append(lexeme.data(), qsizetype(lexeme.size()));
        wire.append('\0');
        put(quint16(vector.positions(i).size()));
        for (const LexemePosition position : vector.positions(i))
            put(quint16(position));
    }
    return wire;
}

} // namespace qd::retrieval
