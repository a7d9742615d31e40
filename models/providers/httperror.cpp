#include "providers/httperror.h"

#include "core/format.h"
#include "core/redact.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

namespace qd::providers {

namespace {

struct HttpErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(Http)
};

// The error bodies of all providers we know (facts/providers.md A.0), tried in turn.
QString messageInside(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray())
        return value.toArray().isEmpty() ? QString() : messageInside(value.toArray().first());
    if (!value.isObject())
        return {};
    const QJsonObject object = value.toObject();
    for (const char *key : {"error", "err", "errors", "message", "detail", "error_description"}) {
        if (const QString found = messageInside(object.value(QLatin1String(key))); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

QString wordsOf(const QByteArray &body, const Secret &token)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    QString words = messageInside(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()));
    if (words.isEmpty())
        words = QString::fromUtf8(body.left(4096));
    if (!token.isEmpty())
        words.replace(QString::fromUtf8(token.reveal()), QStringLiteral("•••"));
    return redacted(words).simplified().left(300);
}

Error errorOfStatus(const QString &provider, const HttpAnswer &answer, const Secret &token)
{
    const QString code = QStringLiteral("HTTP %1").arg(answer.status);
    const QString said = wordsOf(answer.body, token);
    const auto error = [&](Error::Kind kind, const QString &message) { return Error{kind, message, said, code}; };
    switch (answer.status) {
    case 401: return error(Error::Kind::Refused, HttpErrorWords::tr("%1 does not accept the access token. Check that it is right and has not expired.").arg(provider));
    case 403: return error(Error::Kind::Refused, HttpErrorWords::tr("%1 refuses this request. The access token may not have the right to it, or belongs to another team.").arg(provider));
    case 404: return error(Error::Kind::Missing, HttpErrorWords::tr("%1 does not know what was asked for. Check the project's name and the team.").arg(provider));
    case 408: return error(Error::Kind::Busy, HttpErrorWords::tr("%1 did not answer in time.").arg(provider));
    case 429: return error(Error::Kind::Busy, HttpErrorWords::tr("%1 asks us to slow down.").arg(provider));
    case 503: return error(Error::Kind::Busy, HttpErrorWords::tr("%1 says that it is overloaded or being maintained.").arg(provider));
    default: break;
    }
    if (answer.status >= 500)
        return error(Error::Kind::Wrong, HttpErrorWords::tr("%1 reports a failure of its own (%2).").arg(provider, code));
    if (answer.status >= 300 && answer.status < 400)
        return error(Error::Kind::Wrong, HttpErrorWords::tr("%1 sends us on to another address, which was not followed.").arg(provider));
    return error(Error::Kind::Wrong, HttpErrorWords::tr("%1 gave an answer that was not expected (%2).").arg(provider, code));
}

Error errorOfNetwork(const QString &provider, const QString &host, QNetworkReply::NetworkError code, const QString &qtSays)
{
    const QString words = redacted(qtSays);
    const auto unreachable = [&](const QString &message) { return Error{Error::Kind::Unreachable, message, words}; };
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return unreachable(HttpErrorWords::tr("%1 cannot be reached: there is no host called “%2”, or this computer is offline.").arg(provider, host));
    case QNetworkReply::ConnectionRefusedError:
        return unreachable(HttpErrorWords::tr("%1 cannot be reached: nothing listens at %2.").arg(provider, host));
    case QNetworkReply::SslHandshakeFailedError:
        return unreachable(HttpErrorWords::tr("%1 was not asked, because the certificate of %2 cannot be trusted.").arg(provider, host));
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        return Error{Error::Kind::Lost, HttpErrorWords::tr("%1 broke off its answer.").arg(provider), words};
    default:
        return unreachable(HttpErrorWords::tr("%1 cannot be reached at %2.").arg(provider, host));
    }
}

Error timeOutError(const QString &provider, std::chrono::milliseconds limit)
{
    return {Error::Kind::Busy, HttpErrorWords::tr("%1 did not answer within %2.").arg(provider, format::duration(limit))};
}

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &header, Instant now)
{
    const QByteArray text = header.trimmed();
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber)
        return seconds >= 0 && seconds < 1e9 ? std::optional(std::chrono::milliseconds(qint64(seconds * 1000))) : std::nullopt;
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return {};
    const Instant until = fromDateTime(QDateTime(date.date(), date.time(), Qt::UTC));
    return std::max(std::chrono::milliseconds(0), until - now);
}

} // namespace qd::providers
