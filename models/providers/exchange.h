#pragma once

#include "providers/http.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <functional>
#include <optional>

namespace qd::providers {

// One request and its answer: at most one redirect, a limit for the whole time and for the size.
// Deletes itself after `done`, or silently with its parent.
class Exchange : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 MostBytes = 16 * 1024 * 1024;

    struct Question
    {
        QString provider;
        QUrl url;
        Secret bearer;
        std::chrono::milliseconds timeout;
        std::optional<QByteArray> json = {}; // sent as the body of a POST; a GET without
    };
    using Done = std::function<void(Result<HttpAnswer>)>;

    // An answer of any status counts as answered; an error means there was none to be had.
    Exchange(QNetworkAccessManager *network, Question question, Done done, QObject *parent);
    void abort();

private:
    void send(const QUrl &url);
    void take();
    void finished();
    void end(Result<HttpAnswer> result);
    // True if the answer sends us on and we went there.
    bool follows();

    QNetworkAccessManager *m_network;
    Question m_question;
    Done m_done;
    QTimer m_limit;
    QElapsedTimer m_clock;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
    QString m_sslSays;
    int m_hops = 0;
};

} // namespace qd::providers
