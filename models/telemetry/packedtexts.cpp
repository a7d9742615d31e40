// Columns of texts: identities of rows, traces, spans, messages.

#include "telemetry/packing.h"

#include <QHash>

#include <algorithm>

namespace qd::telemetry {

namespace {

enum TextForm : quint8 { Verbatim, Decimal, Uuid, Hexadecimal };
enum TextsForm : quint8 { Each, Repeated };

bool isDecimal(const QByteArray &text)
{
    if (text.isEmpty() || text.size() > 18 || (text.size() > 1 && text[0] == '0'))
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

bool isHexadecimal(const QByteArray &text)
{
    return text.size() % 2 == 0 && std::all_of(text.begin(), text.end(), isHex);
}

bool isUuid(const QByteArray &text)
{
    if (text.size() != 36)
        return false;
    for (int i = 0; i < 36; ++i) {
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        if (isDash ? text[i] != '-' : !isHex(text[i]))
            return false;
    }
    return true;
}

QByteArray uuidFrom(QByteArrayView sixteen)
{
    QByteArray text = sixteen.toByteArray().toHex();
    for (const int dash : {8, 13, 18, 23})
        text.insert(dash, '-');
    return text;
}

TextForm formOf(const QList<QByteArray> &values)
{
    if (values.isEmpty())
        return Verbatim;
    if (std::all_of(values.begin(), values.end(), isDecimal))
        return Decimal;
    if (std::all_of(values.begin(), values.end(), isUuid))
        return Uuid;
    if (std::all_of(values.begin(), values.end(), isHexadecimal))
        return Hexadecimal;
    return Verbatim;
}

} // namespace

void Packer::texts(const QList<QByteArray> &values)
{
    QHash<QByteArray, qint64> places;
    QList<QByteArray> distinct;
    Column indexes;
    indexes.reserve(size_t(values.size()));
    for (const QByteArray &value : values) {
        const auto known = places.constFind(value);
        indexes.push_back(known == places.cend() ? distinct.size() : *known);
        if (known == places.cend()) {
            places.insert(value, distinct.size());
            distinct.append(value);
        }
    }
    if (distinct.size() > values.size() / 2 + 1) {
        byte(Each);
        distinctTexts(values);
        return;
    }
    byte(Repeated);
    number(quint64(distinct.size()));
    distinctTexts(distinct);
    column(indexes);
}

void Packer::distinctTexts(const QList<QByteArray> &values)
{
    const TextForm form = formOf(values);
    byte(form);
    Column numbers;
    numbers.reserve(size_t(values.size()));
    if (form == Decimal) {
        for (const QByteArray &value : values)
            numbers.push_back(value.toLongLong());
        column(numbers);
        return;
    }
    QByteArray joined;
    for (const QByteArray &value : values) {
        const QByteArray written = form == Verbatim ? value : QByteArray::fromHex(value);
        numbers.push_back(written.size());
        joined.append(written);
    }
    if (form != Uuid)
        column(numbers);
    raw(joined);
}

QList<QByteArray> Unpacker::texts(qsizetype count)
{
    switch (byte()) {
    case Each: return distinctTexts(count);
    case Repeated: break;
    default: fail();
    }
    const QList<QByteArray> distinct = distinctTexts(rows());
    QList<QByteArray> values;
    values.reserve(count);
    for (const qint64 index : column(count)) {
        if (index < 0 || index >= distinct.size())
            fail();
        values.append(m_failed ? QByteArray() : distinct[index]);
    }
    return values;
}

QList<QByteArray> Unpacker::distinctTexts(qsizetype count)
{
    const quint8 form = byte();
    QList<QByteArray> values;
    values.reserve(count);
    if (form == Uuid) {
        for (qsizetype i = 0; i < count; ++i)
            values.append(uuidFrom(raw(16)));
        return values;
    }
    if (form > Hexadecimal)
        fail();
    for (const qint64 number : column(count)) {
        if (form == Decimal) {
            values.append(QByteArray::number(number));
            continue;
        }
        const QByteArrayView written = raw(number);
        values.append(form == Hexadecimal ? written.toByteArray().toHex() : written.toByteArray());
    }
    return values;
}

} // namespace qd::telemetry
