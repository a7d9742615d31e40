#include "deployments/tomlfile.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace qd {

QString TomlWriter::quoted(const QString &text)
{
    QString out = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += QStringLiteral("\\") + c;
        else if (c == u'\n')
            out += QStringLiteral("\\n");
        else if (c == u'\t')
            out += QStringLiteral("\\t");
        else if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            out += c;
    }
    return out + QChar(u'"');
}

QString TomlWriter::key(const QString &name)
{
    static const QRegularExpression bare(QStringLiteral("^[A-Za-z0-9_-]+$"));
    return bare.match(name).hasMatch() ? name : quoted(name);
}

void TomlWriter::comment(const QString &text)
{
    for (const QString &line : text.split(u'\n'))
        m_out += line.isEmpty() ? QStringLiteral("#\n") : QStringLiteral("# %1\n").arg(line);
}

void TomlWriter::blank()
{
    m_out += u'\n';
}

void TomlWriter::heading(const QString &name)
{
    m_out += QStringLiteral("\n[[%1]]\n").arg(name);
}

void TomlWriter::table(const QString &name)
{
    m_out += QStringLiteral("\n[%1]\n").arg(name);
}

void TomlWriter::raw(const QString &name, const QString &toml)
{
    m_out += key(name) + QStringLiteral(" = ") + toml + u'\n';
}

void TomlWriter::text(const QString &name, const QString &value)
{
    if (!value.isEmpty())
        raw(name, quoted(value));
}

void TomlWriter::table(const QString &name, const QMap<QString, QString> &texts)
{
    QStringList parts;
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        parts << key(text.key()) + QStringLiteral(" = ") + quoted(text.value());
    if (!parts.isEmpty())
        raw(name, QStringLiteral("{ ") + parts.join(QStringLiteral(", ")) + QStringLiteral(" }"));
}

void TomlWriter::texts(const QString &name, const QStringList &values)
{
    if (values.isEmpty())
        return;
    QStringList parts;
    for (const QString &value : values)
        parts << quoted(value);
    const QString line = parts.join(QStringLiteral(", "));
    if (line.size() <= 100)
        raw(name, QStringLiteral("[") + line + u']');
    else
        raw(name, QStringLiteral("[\n    ") + parts.join(QStringLiteral(",\n    ")) + QStringLiteral(",\n]"));
}

void TomlWriter::flag(const QString &name, bool value, bool fallback)
{
    if (value != fallback)
        raw(name, value ? QStringLiteral("true") : QStringLiteral("false"));
}

void TomlWriter::number(const QString &name, double value)
{
    // Shortest text that reads back as the same number; TOML wants a digit after the point.
    QString text = QString::number(value, 'g', 15);
    if (text.toDouble() != value)
        text = QString::number(value, 'g', 17);
    raw(name, text);
}

void TomlWriter::money(const QString &name, const std::optional<Money> &value)
{
    if (value) // as text where a double would not keep every digit
        raw(name, std::abs(value->toDouble()) < 1e6 && value->pico() % 1'000'000 == 0 ? value->toDecimal() : quoted(value->toDecimal()));
}

QString tomlText(const TomlValue &value)
{
    QStringList parts;
    switch (value.kind) {
    case TomlValue::Kind::Text: return TomlWriter::quoted(value.text);
    case TomlValue::Kind::Integer: return QString::number(value.integer);
    case TomlValue::Kind::Number: {
        if (std::isnan(value.number))
            return QStringLiteral("nan");
        if (std::isinf(value.number))
            return value.number > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
        const QString text = QString::number(value.number, 'g', 17);
        return text.contains(u'.') || text.contains(u'e') ? text : text + QStringLiteral(".0");
    }
    case TomlValue::Kind::Flag: return value.flag ? QStringLiteral("true") : QStringLiteral("false");
    case TomlValue::Kind::List:
        for (const TomlValue &item : value.items)
            parts << tomlText(item);
        return QStringLiteral("[") + parts.join(QStringLiteral(", ")) + u']';
    case TomlValue::Kind::Table:
        for (auto entry = value.keys.cbegin(); entry != value.keys.cend(); ++entry)
            parts << TomlWriter::key(entry.key()) + QStringLiteral(" = ") + tomlText(*entry);
        return parts.isEmpty() ? QStringLiteral("{}") : QStringLiteral("{ ") + parts.join(QStringLiteral(", ")) + QStringLiteral(" }");
    case TomlValue::Kind::Other: break;
    }
    return value.text;
}

static QString tomlOfJson(const QJsonValue &value)
{
    QStringList parts;
    switch (value.type()) {
    case QJsonValue::String: return TomlWriter::quoted(value.toString());
    case QJsonValue::Bool: return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: {
        const double number = value.toDouble();
        return number == std::floor(number) && std::abs(number) < 1e15 ? QString::number(qint64(number)) : QString::number(number, 'g', 17);
    }
    case QJsonValue::Array:
        for (const QJsonValue &item : value.toArray())
            parts << tomlOfJson(item);
        return QStringLiteral("[") + parts.join(QStringLiteral(", ")) + u']';
    case QJsonValue::Object: return tomlText(value.toObject());
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return {};
}

QString tomlText(const QJsonObject &object)
{
    QStringList parts;
    for (auto entry = object.constBegin(); entry != object.constEnd(); ++entry)
        if (const QString text = tomlOfJson(entry.value()); !text.isEmpty())
            parts << TomlWriter::key(entry.key()) + QStringLiteral(" = ") + text;
    return parts.isEmpty() ? QStringLiteral("{}") : QStringLiteral("{ ") + parts.join(QStringLiteral(", ")) + QStringLiteral(" }");
}

} // namespace qd
