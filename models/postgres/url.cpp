#include "postgres/url.h"

#include <QCoreApplication>

namespace qd::pg {

namespace {

struct UrlWords
{
    Q_DECLARE_TR_FUNCTIONS(Url)
};

tl::unexpected<Error> notUnderstood(const QString &message)
{
    return failure(Error::Kind::Wrong, message);
}

bool isHexDigit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// `part` names what is decoded, because the text itself may be a password.
Result<QByteArray> decodedPart(const QByteArray &text, const QString &part)
{
    for (qsizetype at = text.indexOf('%'); at != -1; at = text.indexOf('%', at + 1)) {
        if (at + 2 >= text.size() || !isHexDigit(text.at(at + 1)) || !isHexDigit(text.at(at + 2)))
            return notUnderstood(UrlWords::tr("There is a %-sign in %1 that is not followed by two hexadecimal digits. Write %25 for a %-sign.").arg(part));
    }
    const QByteArray decoded = QByteArray::fromPercentEncoding(text);
    if (decoded.contains('\0'))
        return notUnderstood(UrlWords::tr("There is a zero byte in %1, which Postgres does not allow.").arg(part));
    return decoded;
}

// [::1]:5432, db.example:5432, %2Frun%2Fpostgresql
Result<> takeHost(const QByteArray &text, QList<QByteArray> &hosts, QList<QByteArray> &ports)
{
    QByteArray host = text;
    QByteArray port;
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        if (end < 0)
            return notUnderstood(UrlWords::tr("The IPv6 address %1 has no closing bracket.").arg(QString::fromUtf8(text)));
        host = text.sliced(1, end - 1);
        port = text.sliced(end + 1);
        if (!port.isEmpty() && !port.startsWith(':'))
            return notUnderstood(UrlWords::tr("“%1” after the IPv6 address is not understood. A port is written :5432.").arg(QString::fromUtf8(port)));
        port = port.mid(1);
    } else if (const qsizetype colon = text.indexOf(':'); colon != -1) {
        host = text.first(colon);
        port = text.sliced(colon + 1);
    }
    const auto decoded = decodedPart(host, UrlWords::tr("the name of the host"));
    if (!decoded)
        return failure(decoded.error());
    if (decoded->contains(' '))
        return notUnderstood(UrlWords::tr("“%1” is not the name of a host.").arg(QString::fromUtf8(*decoded)));
    hosts << *decoded;
    ports << port;
    return {};
}

Result<> takeUser(const QByteArray &userInfo, Pairs &pairs)
{
    const qsizetype colon = userInfo.indexOf(':');
    const auto user = decodedPart(userInfo.first(colon < 0 ? userInfo.size() : colon), UrlWords::tr("the name of the role"));
    if (!user)
        return failure(user.error());
    pairs.append({"user", *user});
    if (colon < 0)
        return {};
    const auto password = decodedPart(userInfo.sliced(colon + 1), UrlWords::tr("the password"));
    if (!password)
        return failure(password.error());
    pairs.append({"password", *password});
    return {};
}

Result<> takeQuery(const QByteArray &query, Pairs &pairs)
{
    for (const QByteArray &part : query.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArray keyword = part.first(equals < 0 ? part.size() : equals);
        if (equals < 0)
            return notUnderstood(UrlWords::tr("The parameter “%1” of the address has no value.").arg(QString::fromUtf8(keyword)));
        const auto value = decodedPart(part.sliced(equals + 1), UrlWords::tr("the parameter %1").arg(QString::fromUtf8(keyword)));
        if (!value)
            return failure(value.error());
        pairs.append({keyword, *value});
    }
    return {};
}

} // namespace

Result<Pairs> pairsOfUrl(const QByteArray &url)
{
    const qsizetype begin = url.indexOf("://") + 3;
    const QByteArray scheme = url.first(begin - 3).toLower();
    // SQLAlchemy names its driver in the scheme: postgresql+asyncpg.
    if (scheme.split('+').constFirst() != "postgres" && scheme.split('+').constFirst() != "postgresql")
        return notUnderstood(UrlWords::tr("An address that begins with %1:// is not one of Postgres. It begins with postgres:// or postgresql://.").arg(QString::fromUtf8(scheme)));
    QByteArray rest = url.sliced(begin);
    Pairs pairs;

    qsizetype question = rest.indexOf('?');
    qsizetype at = rest.lastIndexOf('@', question < 0 ? -1 : question);
    if (at < 0 && question >= 0 && rest.first(question).contains(':') && rest.indexOf('@', question) > 0 && !rest.first(question).contains('/')) {
        at = rest.lastIndexOf('@'); // the question mark belongs to an unescaped password
        question = rest.indexOf('?', at);
    }
    if (question >= 0) {
        if (const auto taken = takeQuery(rest.sliced(question + 1), pairs); !taken)
            return failure(taken.error());
        rest = rest.first(question);
    }
    if (at >= 0) {
        if (const auto taken = takeUser(rest.first(at), pairs); !taken)
            return failure(taken.error());
        rest = rest.sliced(at + 1);
    }
    if (const qsizetype slash = rest.indexOf('/'); slash >= 0) {
        const auto database = decodedPart(rest.sliced(slash + 1), UrlWords::tr("the name of the database"));
        if (!database)
            return failure(database.error());
        pairs.append({"dbname", *database});
        rest = rest.first(slash);
    }
    QList<QByteArray> hosts, ports;
    for (const QByteArray &host : rest.split(',')) {
        if (const auto taken = takeHost(host, hosts, ports); !taken)
            return failure(taken.error());
    }
    // Empty here means: said by the parameters after the question mark, if at all.
    if (const QByteArray host = hosts.join(','); !host.isEmpty())
        pairs.append({"host", host});
    if (const QByteArray port = ports.join(','); port.count(',') != port.size())
        pairs.append({"port", port});
    return pairs;
}

Result<Pairs> pairsOfKeywords(const QByteArray &text)
{
    Pairs pairs;
    for (qsizetype at = 0;;) {
        const auto skipBlanks = [&] {
            while (at < text.size() && isspace(uchar(text.at(at))))
                ++at;
        };
        skipBlanks();
        if (at == text.size())
            break;
        const qsizetype begin = at;
        while (at < text.size() && text.at(at) != '=' && !isspace(uchar(text.at(at))))
            ++at;
        const QByteArray keyword = text.sliced(begin, at - begin);
        skipBlanks();
        if (at == text.size() || text.at(at) != '=') {
            if (pairs.isEmpty())
                return notUnderstood(UrlWords::tr("This is not an address of Postgres. Examples: postgres://user@db.example:5432/app, or host=db.example dbname=app user=me"));
            // What stands here may be the second half of a password with a blank in it.
            return notUnderstood(UrlWords::tr("After the value of “%1” something follows that is not keyword=value. A value with blanks needs single quotes.").arg(QString::fromUtf8(pairs.constLast().first)));
        }
        ++at;
        skipBlanks();
        const bool isQuoted = at < text.size() && text.at(at) == '\'';
        at += isQuoted ? 1 : 0;
        QByteArray value;
        for (; at < text.size() && (isQuoted ? text.at(at) != '\'' : !isspace(uchar(text.at(at)))); ++at) {
            if (text.at(at) == '\\' && at + 1 < text.size())
                ++at;
            value += text.at(at);
        }
        if (isQuoted && at == text.size())
            return notUnderstood(UrlWords::tr("The value of “%1” has no closing quote.").arg(QString::fromUtf8(keyword)));
        at += isQuoted ? 1 : 0;
        pairs.append({keyword, value});
    }
    return pairs;
}

} // namespace qd::pg
