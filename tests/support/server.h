#pragma once

// A server program that belongs to one test: it runs as an unprivileged user in a folder of its
// own and ends with the test, however the test ends.

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace qd::test {

// A folder under /tmp that the server's user owns; removed with everything in it.
class ServerFolder
{
public:
    ServerFolder();
    ~ServerFolder();
    ServerFolder(const ServerFolder &) = delete;
    ServerFolder &operator=(const ServerFolder &) = delete;

    QString path() const { return m_path; }
    QString file(const QString &name) const { return m_path + QLatin1Char('/') + name; }
    // Written as the server's user, mode 0600.
    void write(const QString &name, const QByteArray &text) const;
    QByteArray read(const QString &name) const;

private:
    QString m_path;
};

// A free port of the loopback interface.
int freePort();

// Program and arguments that run `program` as the server's user (nobody, when we are root) and
// send it SIGQUIT when the test dies.
std::pair<QString, QStringList> unprivileged(const QString &program, const QStringList &arguments);

// Runs a program as the server's user to its end. Ends the test program when it fails: without
// its servers no test can say anything.
QByteArray runToEnd(const ServerFolder &folder, const QString &program, const QStringList &arguments, const QByteArray &input = {});

// Starts a server as the server's user; its output goes to <folder>/log.
std::unique_ptr<QProcess> startServer(const ServerFolder &folder, const QString &program, const QStringList &arguments);
// SIGINT (or the given signal), then waits; SIGKILL when it takes too long.
void stopServer(std::unique_ptr<QProcess> &server, int signal);
// SIGKILL to the program and all its children at once, as a crash of the machine would.
void killServer(std::unique_ptr<QProcess> &server);
// Waits until a socket (path or loopback port) takes connections; false if the server ended.
bool waitForSocket(const QProcess &server, const QString &path);
bool waitForPort(const QProcess &server, int port);

} // namespace qd::test
