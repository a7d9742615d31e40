#pragma once

// How the mirror's blobs are written: columns of numbers as variable-length integers, little
// endian, under a seal that knows where the blob belongs. Reading never trusts a byte: whatever is
// wrong makes the reader fail, and a failed reader gives zeros and says so at the end.

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QtEndian>

#include <cstring>
#include <optional>
#include <vector>

namespace qd::telemetry {

using Column = std::vector<qint64>;

class Packer
{
public:
    void byte(quint8 value) { m_bytes.append(char(value)); }
    void number(quint64 value);
    void real(double value);
    void bytes(QByteArrayView value); // with its length
    void raw(QByteArrayView value) { m_bytes.append(value.data(), value.size()); }
    // Picks what is smallest: one constant, differences, a common power of ten, fixed width.
    void column(const Column &values);
    // Identities: decimal numbers, UUIDs and hexadecimal text take their binary size; repeated ones
    // are written once.
    void texts(const QList<QByteArray> &values);

    const QByteArray &content() const { return m_bytes; }
    enum class Squeeze { No, Yes };
    // `place` is part of the seal: a blob that turns up elsewhere does not open.
    QByteArray sealed(qint64 place, Squeeze squeeze = Squeeze::No) const;

private:
    void distinctTexts(const QList<QByteArray> &values);

    QByteArray m_bytes;
};

class Unpacker
{
public:
    explicit Unpacker(QByteArrayView content) : m_at(content.data()), m_end(content.data() + content.size()) {}

    quint8 byte();
    quint64 number()
    {
        // Most numbers of a mirror are one byte, and a start reads millions of them.
        if (m_at != m_end && quint8(*m_at) < 0x80)
            return quint8(*m_at++);
        return longNumber();
    }
    double real();
    QByteArrayView bytes();
    QByteArrayView raw(qsizetype size);
    Column column(qsizetype count);
    // A column's values one by one, without room of their own. Rows that are zero already are not
    // visited where all of the column is zero.
    template <typename Write>
    void visitColumn(qsizetype count, bool isZeroed, Write write);
    QList<QByteArray> texts(qsizetype count);
    // How many rows follow; at most sixteen million, so that garbage cannot ask for all memory.
    qsizetype rows();

    void fail();
    bool hasFailed() const { return m_failed; }
    bool isAtEnd() const { return !m_failed && m_at == m_end; }

private:
    struct Form
    {
        enum class Kind { Constant, FiveBytes, Differences, Scaled } kind;
        qint64 number; // the constant, or the unit of scaled values
    };
    std::optional<Form> form();
    quint64 longNumber();
    static qint64 unzigzag(quint64 value) { return qint64(value >> 1) ^ -qint64(value & 1); }
    QList<QByteArray> distinctTexts(qsizetype count);

    const char *m_at;
    const char *m_end;
    bool m_failed = false;
};

template <typename Write>
void Unpacker::visitColumn(qsizetype count, bool isZeroed, Write write)
{
    const std::optional<Form> column = form();
    if (!column || (isZeroed && column->kind == Form::Kind::Constant && column->number == 0))
        return;
    if (column->kind == Form::Kind::Constant) {
        for (qsizetype i = 0; i < count; ++i)
            write(i, column->number);
        return;
    }
    if (column->kind == Form::Kind::FiveBytes) {
        const QByteArrayView bytes = raw(count * 5);
        for (qsizetype i = 0; i < bytes.size() / 5; ++i) {
            char eight[8] = {};
            std::memcpy(eight, bytes.data() + i * 5, 5);
            write(i, qFromLittleEndian<qint64>(eight));
        }
        return;
    }
    qint64 last = 0;
    for (qsizetype i = 0; i < count; ++i) {
        const qint64 read = unzigzag(number());
        last = column->kind == Form::Kind::Differences ? qint64(quint64(last) + quint64(read)) : qint64(quint64(read) * quint64(column->number));
        write(i, last);
    }
}

// The content under a seal; nothing if the blob is damaged, of another place or of another version.
std::optional<QByteArray> unsealed(const QByteArray &blob, qint64 place);
quint32 sealOf(QByteArrayView bytes, qint64 place);

} // namespace qd::telemetry
