#pragma once

// The fleet's ear for other processes of the same user: one line of text asked, one line answered,
// over a local socket in the fleet's folder. "ok" or "error: words".

#include "core/async.h"

#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QLocalServer;
QT_END_NAMESPACE

namespace qd::demo {

class Control : public QObject
{
    Q_OBJECT

public:
    // `answer` gets the words of the line.
    Control(std::function<QString(const QStringList &)> answer, QObject *parent);

    Result<> listen(const QString &path);

private:
    void accept();

    std::function<QString(const QStringList &)> m_answer;
    QLocalServer *m_server;
};

Reply<> askControl(QObject *context, const QString &path, const QString &line);

} // namespace qd::demo
