#pragma once

// One row in COPY's text format: tab between cells, \N for NULL, backslashes doubled.

#include "core/time.h"

#include <QByteArray>

#include <optional>

namespace qd::demo {

class Random;

class CopyLine
{
public:
    CopyLine() { m_line.reserve(420); }

    CopyLine &text(QByteArrayView value); // escaped
    CopyLine &plain(QByteArrayView value); // known to need no escape
    CopyLine &null();
    CopyLine &number(qint64 value);
    CopyLine &number(std::optional<qint64> value) { return value ? number(*value) : null(); }
    // Millionths, with six decimals: 0.001234.
    CopyLine &millionths(std::optional<qint64> value);
    CopyLine &instant(qint64 us);          // 2026-11-21 14:02:11.123456+00
    CopyLine &instantWithoutZone(qint64 us); // 2026-11-21 14:02:11.123, in UTC
    QByteArray take();

private:
    void cell();
    QByteArray m_line;
};

// {"key":value,…} with keys in the order given; nothing is written for a value that is not there.
class JsonLine
{
public:
    JsonLine &text(QByteArrayView key, QByteArrayView value); // empty: left out
    JsonLine &number(QByteArrayView key, std::optional<qint64> value);
    JsonLine &truth(QByteArrayView key, bool value);
    QByteArray take() { return m_text.isEmpty() ? QByteArray("{}") : m_text + '}'; }

private:
    void key(QByteArrayView key);
    QByteArray m_text;
};

QByteArray instantText(qint64 us);
QByteArray randomHex(Random &random, int digits);
QByteArray randomUuid(Random &random); // version 4

} // namespace qd::demo
