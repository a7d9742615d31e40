#include "telemetry/packing.h"

#include <algorithm>
#include <array>
#include <bit>

namespace qd::telemetry {

namespace {

constexpr char PackingVersion = 1;
constexpr char SqueezedFlag = 1;
constexpr qsizetype SealSize = 6; // version, flags, checksum
constexpr qint64 MostRows = 16'000'000;

enum ColumnForm : quint8 { Constant, Plain, Differences, Scaled, FiveBytes };

quint64 zigzag(qint64 value)
{
    return (quint64(value) << 1) ^ quint64(value >> 63);
}

int sizeOfNumber(quint64 value)
{
    return (int(std::bit_width(value | 1)) + 6) / 7;
}

qint64 wrappingDifference(qint64 a, qint64 b)
{
    return qint64(quint64(a) - quint64(b));
}

// The largest power of ten, up to 10^9, that divides every value.
int commonScale(const Column &values)
{
    int scale = 9;
    for (const qint64 value : values) {
        static constexpr std::array<qint64, 10> powers{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};
        while (scale > 0 && value % powers[size_t(scale)] != 0)
            --scale;
        if (scale == 0)
            break;
    }
    return scale;
}

qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

} // namespace

void Packer::number(quint64 value)
{
    while (value >= 0x80) {
        m_bytes.append(char(value | 0x80));
        value >>= 7;
    }
    m_bytes.append(char(value));
}

void Packer::real(double value)
{
    char bytes[8];
    qToLittleEndian(std::bit_cast<quint64>(value), bytes);
    m_bytes.append(bytes, 8);
}

void Packer::bytes(QByteArrayView value)
{
    number(quint64(value.size()));
    raw(value);
}

void Packer::column(const Column &values)
{
    if (std::all_of(values.begin(), values.end(), [&values](qint64 value) { return value == values.front(); })) {
        byte(Constant);
        number(zigzag(values.empty() ? 0 : values.front()));
        return;
    }
    const int scale = commonScale(values);
    const qint64 unit = powerOfTen(scale);
    qint64 plain = 0, differences = 0, scaled = 1, last = 0;
    bool isFive = true;
    for (const qint64 value : values) {
        plain += sizeOfNumber(zigzag(value));
        differences += sizeOfNumber(zigzag(wrappingDifference(value, last)));
        scaled += sizeOfNumber(zigzag(value / unit));
        isFive = isFive && value >= 0 && value < (qint64(1) << 40);
        last = value;
    }
    const qint64 best = std::min({plain, differences, scaled});
    if (isFive && qint64(values.size()) * 5 < best) {
        byte(FiveBytes);
        for (const qint64 value : values) {
            char eight[8];
            qToLittleEndian(quint64(value), eight);
            m_bytes.append(eight, 5);
        }
        return;
    }
    const ColumnForm form = best == plain ? Plain : best == differences ? Differences : Scaled;
    byte(form);
    if (form == Scaled)
        byte(quint8(scale));
    last = 0;
    for (const qint64 value : values) {
        number(zigzag(form == Plain ? value : form == Scaled ? value / unit : wrappingDifference(value, last)));
        last = value;
    }
}

QByteArray Packer::sealed(qint64 place, Squeeze squeeze) const
{
    QByteArray body = m_bytes;
    char flags = 0;
    if (squeeze == Squeeze::Yes && body.size() > 512) {
        if (QByteArray squeezed = qCompress(body, 1); squeezed.size() < body.size() * 9 / 10) {
            body = std::move(squeezed);
            flags = SqueezedFlag;
        }
    }
    QByteArray blob(SealSize, Qt::Uninitialized);
    blob.append(body);
    blob[0] = PackingVersion;
    blob[1] = flags;
    qToLittleEndian(sealOf(body, place ^ (qint64(PackingVersion) << 56) ^ (qint64(flags) << 48)), blob.data() + 2);
    return blob;
}

std::optional<QByteArray> unsealed(const QByteArray &blob, qint64 place)
{
    if (blob.size() < SealSize || blob[0] != PackingVersion)
        return {};
    const char flags = blob[1];
    const QByteArrayView body = QByteArrayView(blob).sliced(SealSize);
    if (sealOf(body, place ^ (qint64(PackingVersion) << 56) ^ (qint64(flags) << 48)) != qFromLittleEndian<quint32>(blob.constData() + 2))
        return {};
    if (flags & SqueezedFlag)
        return qUncompress(reinterpret_cast<const uchar *>(body.data()), int(body.size()));
    return body.toByteArray();
}

quint32 sealOf(QByteArrayView bytes, qint64 place)
{
    constexpr quint64 odd = 0x9E3779B97F4A7C15u;
    quint64 seal = (quint64(place) ^ quint64(bytes.size())) * odd + 1;
    const char *at = bytes.data();
    qsizetype left = bytes.size();
    for (; left >= 8; left -= 8, at += 8) {
        seal = (seal ^ qFromLittleEndian<quint64>(at)) * odd;
        seal ^= seal >> 29;
    }
    for (; left > 0; --left, ++at) {
        seal = (seal ^ quint8(*at)) * odd;
        seal ^= seal >> 29;
    }
    return quint32(seal ^ (seal >> 32));
}

void Unpacker::fail()
{
    m_failed = true;
    m_at = m_end;
}

quint8 Unpacker::byte()
{
    if (m_at == m_end) {
        fail();
        return 0;
    }
    return quint8(*m_at++);
}

quint64 Unpacker::longNumber()
{
    quint64 value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        if (m_at == m_end)
            break;
        const quint8 next = quint8(*m_at++);
        value |= quint64(next & 0x7f) << shift;
        if (next < 0x80)
            return value;
    }
    fail();
    return 0;
}

double Unpacker::real()
{
    const QByteArrayView bytes = raw(8);
    return bytes.size() == 8 ? std::bit_cast<double>(qFromLittleEndian<quint64>(bytes.data())) : 0;
}

QByteArrayView Unpacker::bytes()
{
    const quint64 size = number();
    if (size > quint64(m_end - m_at)) {
        fail();
        return {};
    }
    return raw(qsizetype(size));
}

QByteArrayView Unpacker::raw(qsizetype size)
{
    if (size < 0 || size > m_end - m_at) {
        fail();
        return {};
    }
    const QByteArrayView view(m_at, size);
    m_at += size;
    return view;
}

qsizetype Unpacker::rows()
{
    const quint64 count = number();
    if (count > quint64(MostRows)) {
        fail();
        return 0;
    }
    return qsizetype(count);
}

std::optional<Unpacker::Form> Unpacker::form()
{
    const quint8 form = byte();
    if (m_failed)
        return {};
    if (form == Constant)
        return Form{Form::Kind::Constant, unzigzag(number())};
    if (form == FiveBytes)
        return Form{Form::Kind::FiveBytes, 0};
    const int scale = form == Scaled ? byte() : 0;
    if (form > Scaled || scale > 9) {
        fail();
        return {};
    }
    return Form{form == Differences ? Form::Kind::Differences : Form::Kind::Scaled, powerOfTen(scale)};
}

Column Unpacker::column(qsizetype count)
{
    Column values(static_cast<size_t>(count));
    visitColumn(count, true, [&](qsizetype i, qint64 value) { values[size_t(i)] = value; });
    return values;
}

} // namespace qd::telemetry
