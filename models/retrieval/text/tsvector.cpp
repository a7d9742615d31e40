#include "retrieval/text/tsvector.h"

#include "retrieval/text/valuescanner.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <numeric>

namespace qd::retrieval {
namespace {

struct VectorWords
{
    Q_DECLARE_TR_FUNCTIONS(TsVector)
};

// Positions of one lexeme from several places: ascending, one per place with its highest weight,
// at most 256, and nothing behind the last place that exists (uniquePos() of the server).
void makeUnique(std::vector<LexemePosition> &positions)
{
    if (positions.size() < 2)
        return;
    std::stable_sort(positions.begin(), positions.end(), [](LexemePosition a, LexemePosition b) { return placeOf(a) < placeOf(b); });
    std::size_t last = 0;
    for (std::size_t i = 1; i < positions.size(); ++i) {
        if (placeOf(positions[last]) == placeOf(positions[i])) {
            positions[last] = std::max(positions[last], positions[i]);
            continue;
        }
        positions[++last] = positions[i];
        if (int(last) >= MaxPositions || placeOf(positions[last]) == MaxPlace)
            break;
    }
    positions.resize(last + 1);
}

} // namespace

int TsVector::lowerBound(std::string_view wanted) const
{
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), wanted, [this](const Entry &entry, std::string_view text) {
        return std::string_view(m_texts.data() + entry.text, entry.bytes) < text;
    });
    return int(found - m_entries.begin());
}

int TsVector::find(std::string_view wanted) const
{
    const int index = lowerBound(wanted);
    return index < count() && lexeme(index) == wanted ? index : -1;
}

int TsVector::length() const
{
    return std::accumulate(m_entries.begin(), m_entries.end(), 0, [](int sum, const Entry &entry) { return sum + std::max<int>(1, entry.positions); });
}

void TsVector::reserve(int lexemes, int bytes, int positions)
{
    m_entries.reserve(std::size_t(lexemes));
    m_texts.reserve(std::size_t(bytes));
    m_positions.reserve(std::size_t(positions));
}

void TsVector::append(std::string_view lexeme, std::span<const LexemePosition> positions)
{
    m_entries.push_back({quint32(m_texts.size()), quint32(m_positions.size()), quint16(lexeme.size()), quint16(positions.size())});
    m_texts.append(lexeme);
    m_positions.insert(m_positions.end(), positions.begin(), positions.end());
}

qsizetype TsVector::storedBytes() const
{
    qsizetype bytes = 0;
    for (const Entry &entry : m_entries) {
        bytes += entry.bytes;
        if (entry.positions)
            bytes = ((bytes + 1) & ~qsizetype(1)) + 2 + 2 * entry.positions;
    }
    return bytes;
}

QByteArray TsVector::text() const
{
    QByteArray written;
    for (int i = 0; i < count(); ++i) {
        written += i ? " '" : "'";
        for (const char c : lexeme(i)) {
            if (c == '\'' || c == '\\')
                written += c;
            written += c;
        }
        written += '\'';
        char before = ':';
        for (const LexemePosition position : positions(i)) {
            written += before + QByteArray::number(placeOf(position));
            if (weightOf(position) != Weight::D)
                written += "DCBA"[int(weightOf(position))];
            before = ',';
        }
    }
    return written;
}

Result<TsVector> TsVector::fromText(QByteArrayView text)
{
    struct Found
    {
        std::string lexeme;
        std::vector<LexemePosition> positions;
    };
    std::vector<Found> found;
    ValueScanner scanner({text.data(), std::size_t(text.size())}, ValueScanner::Syntax::Vector, CharacterClasses::of(CharacterType::Utf8));
    for (std::size_t at = 0;;) {
        const auto outcome = scanner.next(at);
        if (outcome == ValueScanner::Outcome::End)
            break;
        if (outcome == ValueScanner::Outcome::Wrong || int(scanner.value().size()) > MaxLexemeBytes)
            return failure(Error::Kind::Wrong, VectorWords::tr("This is not the text of a tsvector."), QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 200))));
        found.push_back({scanner.value(), std::move(scanner.positions())});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return a.lexeme < b.lexeme; });
    TsVector vector;
    for (std::size_t i = 0; i < found.size();) {
        std::vector<LexemePosition> positions;
        const std::size_t first = i;
        for (; i < found.size() && found[i].lexeme == found[first].lexeme; ++i)
            positions.insert(positions.end(), found[i].positions.begin(), found[i].positions.end());
        makeUnique(positions);
        vector.append(found[first].lexeme, positions);
    }
    if (vector.storedBytes() > MaxVectorBytes)
        return failure(vectorTooLong(vector.storedBytes()));
    return vector;
}

Result<TsVector> TsVector::fromBinary(QByteArrayView wire)
{
    const auto broken = [] { return failure(Error::Kind::Wrong, VectorWords::tr("The binary tsvector is damaged.")); };
    const char *at = wire.data();
    const char *end = at + wire.size();
    if (wire.size() < 4)
        return broken();
    const auto count = qFromBigEndian<quint32>(at);
    at += 4;
    TsVector vector;
    vector.reserve(int(std::min<quint32>(count, quint32(wire.size()) / 3)), int(wire.size()), int(wire.size()) / 2);
    std::vector<LexemePosition> positions;
    for (quint32 i = 0; i < count; ++i) {
        const char *zero = std::find(at, end, '\0');
        if (end - zero < 3 || zero - at > MaxLexemeBytes)
            return broken();
        const std::string_view lexeme(at, std::size_t(zero - at));
        const auto places = qFromBigEndian<quint16>(zero + 1);
        at = zero + 3;
        if (places > MaxPositions + 1 || end - at < 2 * places)
            return broken();
        positions.clear();
        for (int p = 0; p < places; ++p, at += 2)
            positions.push_back(qFromBigEndian<quint16>(at));
        if (i && !(vector.lexeme(int(i) - 1) < lexeme))
            return broken();
        vector.append(lexeme, positions);
    }
    if (at != end)
        return broken();
    return vector;
}

void TsVector::setWeight(Weight weight)
{
    for (LexemePosition &position : m_positions)
        position = quint16(placeOf(position) | int(weight) << 14);
}

// The positions of the second vector continue behind the greatest of the first; places beyond the
// last possible one fall together there, and only the first of them stays.
TsVector TsVector::joined(const TsVector &behind) const
{
    int offset = 0;
    for (const LexemePosition position : m_positions)
        offset = std::max(offset, placeOf(position));
    TsVector all;
    std::vector<LexemePosition> positions;
    int mine = 0, theirs = 0;
    while (mine < count() || theirs < behind.count()) {
        const bool takeMine = mine < count() && (theirs >= behind.count() || lexeme(mine) <= behind.lexeme(theirs));
        const bool takeTheirs = theirs < behind.count() && (mine >= count() || behind.lexeme(theirs) <= lexeme(mine));
        positions.clear();
        if (takeMine)
            positions.assign(this->positions(mine).begin(), this->positions(mine).end());
        if (takeTheirs) {
            for (const LexemePosition position : behind.positions(theirs)) {
                const int place = std::min(placeOf(position) + offset, MaxPlace);
                if (int(positions.size()) > MaxPositions || (!positions.empty() && placeOf(positions.back()) == MaxPlace))
                    break;
                positions.push_back(quint16(place | int(weightOf(position)) << 14));
            }
        }
        all.append(takeMine ? lexeme(mine) : behind.lexeme(theirs), positions);
        mine += takeMine;
        theirs += takeTheirs;
    }
    return all;
}

Error vectorTooLong(qsizetype bytes)
{
    return {Error::Kind::Wrong, VectorWords::tr("The text is too long for text search: its lexemes need %1 bytes and the server allows %2.").arg(bytes).arg(MaxVectorBytes)};
}

} // namespace qd::retrieval
