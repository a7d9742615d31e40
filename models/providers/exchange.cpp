#include "providers/exchange.h"

#include "providers/httperror.h"

#include <QNetworkRequest>
#include <QSslError>

namespace qd::providers {

static bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

Exchange::Exchange(QNetworkAccessManager *network, Question question, Done done, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_question(std::move(question))
    , m_done(std::move(done))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { end(failure(timeOutError(m_question.provider, m_question.timeout))); });
    m_limit.start(m_question.timeout);
    m_clock.start();
    send(m_question.url);
}

void Exchange::send(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "quarterdeck/" QUARTERDECK_VERSION);
    request.setRawHeader("Accept", "application/json");
    // A token is for the host it was given for, and for no other.
    if (!m_question.bearer.isEmpty() && isSameOrigin(url, m_question.url))
        request.setRawHeader("Authorization", "Bearer " + m_question.bearer.reveal());
    m_body.clear();
    if (m_question.json)
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    m_reply = m_question.json ? m_network->post(request, *m_question.json) : m_network->get(request);
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::take);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finished);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_sslSays = errors.isEmpty() ? QString() : errors.first().errorString(); });
}

void Exchange::take()
{
    m_body += m_reply->readAll();
    if (m_body.size() > MostBytes)
        end(failure(Error::Kind::Wrong, tr("%1 sent more than 16 MB, which no answer of its kind should be.").arg(m_question.provider)));
}

bool Exchange::follows()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray location = m_reply->rawHeader("Location");
    const bool isRedirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    // What was posted is for the address it was posted to.
    if (!isRedirect || location.isEmpty() || m_hops > 0 || m_question.json)
        return false;
    const QUrl from = m_reply->url(), to = from.resolved(QUrl::fromEncoded(location));
    const bool isDowngrade = from.scheme() == QLatin1String("https") && to.scheme() != QLatin1String("https");
    if (isDowngrade || !to.isValid() || !to.scheme().startsWith(QLatin1String("http")))
        return false;
    ++m_hops;
    m_reply->disconnect(this);
    m_reply->deleteLater();
    send(to);
    return true;
}

void Exchange::finished()
{
    if (follows())
        return;
    m_body += m_reply->readAll();
    HttpAnswer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError code = m_reply->error();
    // To Qt a 4xx or 5xx is an error too (from 201 on); to us it is an answer. The rest is not,
    // even with a status of 200: a body that was cut off must not pass for a whole one.
    const bool wasCutOff = (code != QNetworkReply::NoError && code < QNetworkReply::ContentAccessDenied) || code == QNetworkReply::ProtocolFailure;
    if (wasCutOff || answer.status == 0 || (answer.status < 400 && code != QNetworkReply::NoError))
        return end(failure(errorOfNetwork(m_question.provider, m_reply->url().host(), code, m_sslSays.isEmpty() ? m_reply->errorString() : m_sslSays)));
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    answer.body = std::move(m_body);
    answer.took = std::chrono::milliseconds(m_clock.elapsed());
    end(std::move(answer));
}

void Exchange::abort()
{
    m_done = nullptr;
    end(failure(Error::Kind::Cancelled, {}));
}

void Exchange::end(Result<HttpAnswer> result)
{
    m_limit.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply = nullptr; // ours by parent
    }
    deleteLater();
    if (const Done done = std::exchange(m_done, nullptr))
        done(std::move(result));
}

} // namespace qd::providers
