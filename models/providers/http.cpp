#include "providers/http.h"

#include "core/format.h"
#include "providers/exchange.h"
#include "providers/httperror.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>

namespace qd::providers {

namespace {

constexpr int HttpTries = 3;
// Longer than this nobody waits: the asker is told, and until then nothing more is sent.
constexpr std::chrono::milliseconds LongestWait = std::chrono::seconds(30);
constexpr std::chrono::milliseconds LongestSilence = std::chrono::hours(1);

bool mayTryAgain(int status)
{
    return status == 408 || status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

} // namespace

struct Http::Private
{
    struct Asking
    {
        QUrl url;
        std::optional<QByteArray> json;
    };

    Http *q;
    QString provider;
    QUrl base;
    Secret bearer;
    std::chrono::milliseconds timeout = std::chrono::seconds(10);
    double patience = 1;
    QNetworkAccessManager network;
    std::optional<Instant> notBefore; // the provider asked for silence until then

    QUrl url(const QString &path, const QUrlQuery &query) const;
    void tryOnce(const Asking &asking, const Answer<HttpAnswer> &answer, int attempt);
    void answered(const Asking &asking, const Answer<HttpAnswer> &answer, int attempt, Result<HttpAnswer> result);
    Error busyUntil(Instant until) const;
};

Http::Http(QString provider, QUrl base, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->provider = std::move(provider);
    d->base = std::move(base);
}

Http::~Http()
{
    // Exchanges use the network object, which goes before the children of this do.
    qDeleteAll(findChildren<Exchange *>(Qt::FindDirectChildrenOnly));
}

void Http::setBearer(const Secret &token) { d->bearer = token; }
void Http::setTimeout(std::chrono::milliseconds timeout) { d->timeout = timeout; }
void Http::setPatience(double factor) { d->patience = factor; }
const QString &Http::provider() const { return d->provider; }
QUrl Http::base() const { return d->base; }

// The base keeps its path prefix: a stand-in, a proxy or a region may have one.
QUrl Http::Private::url(const QString &path, const QUrlQuery &query) const
{
    QUrl full = base;
    QString prefix = base.path();
    while (prefix.endsWith(QLatin1Char('/')))
        prefix.chop(1);
    full.setPath(prefix + (path.startsWith(QLatin1Char('/')) ? path : QLatin1Char('/') + path));
    full.setQuery(query);
    full.setUserInfo({});
    full.setFragment({});
    return full;
}

Error Http::Private::busyUntil(Instant until) const
{
    return {Error::Kind::Busy, Http::tr("%1 asks us to wait; it will be asked again in %2.").arg(provider, format::duration(until - Clock::system().now())), {}, QStringLiteral("Retry-After")};
}

Reply<HttpAnswer> Http::get(const QString &path, const QUrlQuery &query)
{
    return ask(d->url(path, query), {});
}

Reply<HttpAnswer> Http::ask(const QUrl &url, const std::optional<QByteArray> &json)
{
    if (!d->base.isValid() || d->base.host().isEmpty() || !d->base.scheme().startsWith(QLatin1String("http")))
        return ready<HttpAnswer>(failure(Error::Kind::Wrong, tr("The address of %1 is not an http or https address.").arg(d->provider)));
    if (d->notBefore && Clock::system().now() < *d->notBefore)
        return ready<HttpAnswer>(failure(d->busyUntil(*d->notBefore)));
    d->notBefore.reset();
    const Answer<HttpAnswer> answer;
    d->tryOnce({url, json}, answer, 1);
    return answer.reply();
}

void Http::Private::tryOnce(const Asking &asking, const Answer<HttpAnswer> &answer, int attempt)
{
    auto *exchange = new Exchange(
        &network, {provider, asking.url, bearer, timeout, asking.json},
        [this, asking, answer, attempt](Result<HttpAnswer> result) { answered(asking, answer, attempt, std::move(result)); }, q);
    answer.onCancel(exchange, [exchange] { exchange->abort(); });
}

void Http::Private::answered(const Asking &asking, const Answer<HttpAnswer> &answer, int attempt, Result<HttpAnswer> result)
{
    if (result && result->status >= 200 && result->status < 300)
        return answer.give(std::move(result));

    std::chrono::milliseconds wait = std::chrono::seconds(attempt);
    bool isWorthTrying = !result && result.error().mayRetryRead();
    if (result) {
        isWorthTrying = mayTryAgain(result->status);
        if (const auto asked = retryAfter(result->headers.value("retry-after"), Clock::system().now()); asked && isWorthTrying) {
            wait = *asked;
            if (wait > LongestWait) {
                notBefore = Clock::system().now() + std::min(wait, LongestSilence);
                Error busy = busyUntil(*notBefore);
                busy.detail = wordsOf(result->body, bearer);
                busy.code = QStringLiteral("HTTP %1").arg(result->status);
                return answer.give(failure(std::move(busy)));
            }
        }
    }
    if (isWorthTrying && attempt < HttpTries && !answer.isCancelled()) {
        const std::chrono::milliseconds pause(qint64(double(wait.count()) * patience));
        QTimer::singleShot(pause, q, [this, asking, answer, attempt] {
            if (!answer.isCancelled())
                tryOnce(asking, answer, attempt + 1);
        });
        return;
    }
    answer.give(result ? Result<HttpAnswer>(failure(errorOfStatus(provider, *result, bearer))) : std::move(result));
}

Reply<QJsonDocument> Http::getJson(const QString &path, const QUrlQuery &query)
{
    return jsonOf(get(path, query));
}

Reply<QJsonDocument> Http::askJson(const QString &path, const QJsonObject &question)
{
    return jsonOf(ask(d->url(path, {}), QJsonDocument(question).toJson(QJsonDocument::Compact)));
}

Reply<QJsonDocument> Http::askJson(const QString &path, const QJsonArray &question)
{
    return jsonOf(ask(d->url(path, {}), QJsonDocument(question).toJson(QJsonDocument::Compact)));
}

Reply<QJsonDocument> Http::jsonOf(Reply<HttpAnswer> raw)
{
    const Answer<QJsonDocument> answer;
    answer.onCancel(this, [raw]() mutable { raw.cancel(); });
    whenAnswered(raw, this, [answer, provider = d->provider, token = d->bearer](Result<HttpAnswer> got) {
        if (!got)
            return answer.give(failure(got.error()));
        QJsonParseError problem;
        QJsonDocument json = QJsonDocument::fromJson(got->body, &problem);
        if (problem.error != QJsonParseError::NoError)
            return answer.give(failure(Error::Kind::Wrong, tr("%1 answered, but not with JSON that can be read. Is its address right?").arg(provider),
                                       problem.errorString() + QStringLiteral(": ") + wordsOf(got->body, token), QStringLiteral("HTTP %1").arg(got->status)));
        answer.give(std::move(json));
    });
    return answer.reply();
}

} // namespace qd::providers
