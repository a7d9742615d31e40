#pragma once

// The least of HTTP/1.1 that clients of the simulator need: request line, headers, a body with a
// length, one answer per request, connections that are kept.

#include "core/result.h"

#include <QMap>
#include <QObject>
#include <QUrlQuery>

#include <functional>

QT_BEGIN_NAMESPACE
class QTcpServer;
class QTcpSocket;
QT_END_NAMESPACE

namespace qd::demo {

struct HttpRequest
{
    QByteArray method;
    QString path;
    QUrlQuery query;
    QMap<QByteArray, QByteArray> headers; // lower-case names
    QByteArray body;

    QString value(const char *name) const { return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); }
};

struct HttpResponse
{
    int status = 200;
    QByteArray body;
    QMap<QByteArray, QByteArray> headers = {};
    bool isCutOff = false; // half of the body, then the connection ends
};

// Called once, at any time, or never.
using HttpReplier = std::function<void(const HttpResponse &)>;

class HttpServer : public QObject
{
    Q_OBJECT

public:
    HttpServer(std::function<void(const HttpRequest &, const HttpReplier &)> answer, QObject *parent = nullptr);

    Result<quint16> listen();

private:
    void read(QTcpSocket *client);

    std::function<void(const HttpRequest &, const HttpReplier &)> m_answer;
    QTcpServer *m_server;
};

} // namespace qd::demo
