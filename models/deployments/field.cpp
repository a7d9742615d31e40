#include "deployments/profile.h"

#include "postgres/statement.h"

#include <QCoreApplication>

#include <cmath>

namespace qd {

namespace {

struct FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(Field)
};

bool needsQuotes(const QString &name)
{
    return name.isEmpty() || name != name.trimmed() || name.startsWith(u'=') || name.contains(u'.') || name.contains(u'"')
        || name.contains(QStringLiteral(" * ")) || name.contains(QStringLiteral(" - "));
}

QString quotedName(const QString &name)
{
    if (!needsQuotes(name))
        return name;
    return u'"' + QString(name).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

// Where ` * ` or ` - ` stands outside quotes; -1 if nowhere.
qsizetype operatorAt(const QString &text, const QString &sign)
{
    bool quoted = false;
    for (qsizetype i = 0; i + sign.size() <= text.size(); ++i) {
        if (text[i] == u'"')
            quoted = !quoted;
        else if (!quoted && QStringView(text).mid(i, sign.size()) == sign)
            return i;
    }
    return -1;
}

// metadata."odd.key".x → three names.
Result<QStringList> fieldNames(const QString &text)
{
    QStringList names;
    qsizetype at = 0;
    for (;;) {
        QString name;
        const bool quoted = at < text.size() && text[at] == u'"';
        if (quoted) {
            for (++at;; ++at) {
                if (at >= text.size())
                    return failure(Error::Kind::Wrong, FieldWords::tr("“%1” has a double quote that is not closed.").arg(text));
                if (text[at] == u'"' && (at + 1 >= text.size() || text[at + 1] != u'"'))
                    break;
                if (text[at] == u'"')
                    ++at;
                name += text[at];
            }
            ++at;
        } else {
            while (at < text.size() && text[at] != u'.' && text[at] != u'"')
                name += text[at++];
        }
        if (at < text.size() && text[at] != u'.')
            return failure(Error::Kind::Wrong, FieldWords::tr("“%1” should be a column, or a path such as metadata.model; a name with a quote in it is written \"odd\"\"name\".").arg(text));
        if (name.isEmpty() && (!quoted || names.isEmpty()))
            return failure(Error::Kind::Wrong, FieldWords::tr("“%1” has an empty name in it.").arg(text));
        names << name;
        if (at >= text.size())
            return names;
        ++at;
    }
}

Result<Field> fieldAt(const QString &text)
{
    return fieldNames(text).map([](const QStringList &names) {
        Field field;
        field.column = names.first();
        field.path = names.mid(1);
        return field;
    });
}

bool isIndex(const QString &key)
{
    bool ok = false;
    key.toInt(&ok);
    return ok;
}

QByteArray valueSql(const Field &field, const QByteArray &alias)
{
    const QByteArray column = alias + '.' + pg::identifier(field.column);
    if (field.path.isEmpty())
        return column + "::text";
    if (field.path.size() == 1 && !isIndex(field.path.first()))
        return column + "->>" + pg::literal(field.path.first().toUtf8());
    QByteArrayList keys;
    for (const QString &key : field.path)
        keys << pg::literal(key.toUtf8());
    return column + "#>>array[" + keys.join(',') + "]::text[]";
}

} // namespace

Result<Field> Field::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Field{};
    if (trimmed.contains(QChar(u'\0')))
        return failure(Error::Kind::Wrong, FieldWords::tr("A column's name cannot contain a NUL character."));
    if (trimmed.startsWith(u'=')) {
        if (trimmed.size() == 1)
            return failure(Error::Kind::Wrong, FieldWords::tr("A constant needs a value after the equals sign."));
        Field field;
        field.constant = trimmed.mid(1);
        return field;
    }
    if (const qsizetype at = operatorAt(trimmed, QStringLiteral(" * ")); at >= 0) {
        bool ok = false;
        const double scale = trimmed.mid(at + 3).trimmed().toDouble(&ok);
        if (!ok || !std::isfinite(scale) || scale <= 0)
            return failure(Error::Kind::Wrong, FieldWords::tr("“%1” should end with a number above zero, as in “duration * 1000”.").arg(text));
        return fieldAt(trimmed.left(at).trimmed()).map([scale](Field field) {
            field.scale = scale;
            return field;
        });
    }
    if (const qsizetype at = operatorAt(trimmed, QStringLiteral(" - ")); at >= 0) {
        const auto later = fieldAt(trimmed.left(at).trimmed()), earlier = fieldAt(trimmed.mid(at + 3).trimmed());
        if (!later || !earlier || !later->path.isEmpty() || !earlier->path.isEmpty())
            return failure(Error::Kind::Wrong, FieldWords::tr("“%1” should be the difference of two time columns, as in “endTime - startTime”.").arg(text));
        Field field = *later;
        field.minus = earlier->column;
        return field;
    }
    return fieldAt(trimmed);
}

Field Field::fromText(const QString &text)
{
    auto field = parse(text);
    if (field)
        return *field;
    Field plain;
    plain.column = text;
    return plain;
}

QString Field::text() const
{
    if (!constant.isEmpty())
        return u'=' + constant;
    if (column.isEmpty())
        return {};
    QStringList names{quotedName(column)};
    for (const QString &key : path)
        names << quotedName(key);
    const QString name = names.join(u'.');
    if (!minus.isEmpty())
        return name + QStringLiteral(" - ") + quotedName(minus);
    return scale == 1 ? name : name + QStringLiteral(" * ") + QString::number(scale, 'g', 15);
}

QByteArray Field::sql(const QByteArray &alias) const
{
    if (!constant.isEmpty())
        return pg::literal(constant.toUtf8()) + "::text";
    if (column.isEmpty())
        return QByteArrayLiteral("null::text");
    if (!minus.isEmpty())
        return "(extract(epoch from (" + alias + '.' + pg::identifier(column) + " - " + alias + '.' + pg::identifier(minus) + "))*1000)::text";
    const QByteArray value = valueSql(*this, alias);
    if (scale == 1)
        return path.isEmpty() ? value : '(' + value + ')';
    // Text that is no number must not end the whole read.
    return "(case when (" + value + ") ~ '^[-+]?[0-9]*[.]?[0-9]+([eE][-+]?[0-9]{1,3})?$' then (" + value + ")::numeric*" + QByteArray::number(scale, 'g', 15)
        + " end)::text";
}

QByteArray TelemetrySource::relation() const
{
    return pg::qualified(schema, table);
}

} // namespace qd
