#pragma once

// The one HTTP transport of Quarterdeck; the only folder with QNetworkAccessManager. Every
// provider is a file pair beside it: a path, a query and a mapping.

#include "core/async.h"
#include "core/secret.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <memory>
#include <optional>

namespace qd::providers {

struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    QMap<QByteArray, QByteArray> headers; // lower-case names
    std::chrono::milliseconds took{0};
};

// Base address with its path prefix, how to log in, and manners: 10 s time-out, at most 16 MB of
// answer, three tries for reads with waits of Retry-After or 1, 2 s. Bodies and addresses are
// redacted before they reach an Error. An answer of another shape is Wrong, never empty.
class Http : public QObject
{
    Q_OBJECT

public:
    Http(QString provider, QUrl base, QObject *parent = nullptr);
    ~Http() override;

    void setBearer(const Secret &token);
    void setTimeout(std::chrono::milliseconds timeout);
    // Waits between tries are multiplied by this; tests set 0.
    void setPatience(double factor);
    const QString &provider() const;
    QUrl base() const;

    // Refused 401/403, Missing 404, Busy 429/503/time-out, Unreachable, Wrong for other answers.
    Reply<HttpAnswer> get(const QString &path, const QUrlQuery &query = {});
    Reply<QJsonDocument> getJson(const QString &path, const QUrlQuery &query = {});
    // For questions that are too long for an address; they change nothing there, so they are asked
    // again like reads.
    Reply<QJsonDocument> askJson(const QString &path, const QJsonObject &question);
    Reply<QJsonDocument> askJson(const QString &path, const QJsonArray &question);

private:
    struct Private;
    Reply<HttpAnswer> ask(const QUrl &url, const std::optional<QByteArray> &json);
    Reply<QJsonDocument> jsonOf(Reply<HttpAnswer> raw);
    std::unique_ptr<Private> d;
};

} // namespace qd::providers
