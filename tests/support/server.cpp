#include "support/server.h"

#include "core/process.h"
#include "support/patience.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <pwd.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace qd::test {

namespace {

constexpr int StartLimitMs = 2 * PatienceMs; // other tests and builds may run beside us

// The user that servers run as: we, or nobody when we are root.
const passwd *serverUser()
{
    return geteuid() == 0 ? getpwnam("nobody") : getpwuid(geteuid());
}

void own(const QString &path, mode_t mode)
{
    const QByteArray name = QFile::encodeName(path);
    const passwd *user = serverUser();
    if (chmod(name.constData(), mode) != 0 || (geteuid() == 0 && chown(name.constData(), user->pw_uid, user->pw_gid) != 0))
        qFatal("%s cannot be given to the server's user", name.constData());
}

// Folders of tests that were killed before they could tidy up.
void removeLeftovers()
{
    const QDir tmp(QDir::tempPath());
    for (const QString &name : tmp.entryList({QStringLiteral("quarterdeck-server-*")}, QDir::Dirs)) {
        const pid_t owner = name.section(QLatin1Char('-'), 2, 2).toInt();
        if (owner > 0 && ::kill(owner, 0) != 0 && errno == ESRCH)
            QDir(tmp.filePath(name)).removeRecursively();
    }
}

// Neither gone nor a zombie that nobody has collected.
bool isRunning(int pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = stat.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1) != "Z";
}

template <typename Socket>
bool takesConnections(const QProcess &server, const std::function<void(Socket &)> &connectTo)
{
    QElapsedTimer since;
    since.start();
    while (server.state() != QProcess::NotRunning && !since.hasExpired(StartLimitMs)) {
        Socket socket;
        connectTo(socket);
        if (socket.waitForConnected(100))
            return true;
        const_cast<QProcess &>(server).waitForFinished(20);
    }
    return false;
}

} // namespace

ServerFolder::ServerFolder()
{
    removeLeftovers();
    QByteArray pattern = QFile::encodeName(QDir::tempPath()) + "/quarterdeck-server-" + QByteArray::number(getpid()) + "-XXXXXX";
    if (!mkdtemp(pattern.data()))
        qFatal("no temporary folder can be made");
    m_path = QFile::decodeName(pattern);
    own(m_path, 0700);
}

ServerFolder::~ServerFolder()
{
    QDir(m_path).removeRecursively();
}

void ServerFolder::write(const QString &name, const QByteArray &text) const
{
    QFile out(file(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(name));
    out.close();
    own(file(name), 0600);
}

QByteArray ServerFolder::read(const QString &name) const
{
    QFile in(file(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

int freePort()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        qFatal("no free port");
    return probe.serverPort();
}

std::pair<QString, QStringList> unprivileged(const QString &program, const QStringList &arguments)
{
    QStringList all{QStringLiteral("--pdeathsig"), QStringLiteral("QUIT")};
    if (geteuid() == 0) {
        const passwd *user = serverUser();
        all << QStringLiteral("--reuid=%1").arg(user->pw_uid) << QStringLiteral("--regid=%1").arg(user->pw_gid) << QStringLiteral("--clear-groups");
    }
    all << program;
    return {findProgram(QStringLiteral("setpriv")), all + arguments};
}

QByteArray runToEnd(const ServerFolder &folder, const QString &program, const QStringList &arguments, const QByteArray &input)
{
    const auto [command, all] = unprivileged(findProgram(program), arguments);
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(command, all);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(StartLimitMs) || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

std::unique_ptr<QProcess> startServer(const ServerFolder &folder, const QString &program, const QStringList &arguments)
{
    const auto [command, all] = unprivileged(findProgram(program), arguments);
    auto server = std::make_unique<QProcess>();
    server->setWorkingDirectory(folder.path());
    server->setProcessChannelMode(QProcess::MergedChannels);
    server->setStandardOutputFile(folder.file(QStringLiteral("log")), QIODevice::Append);
    server->start(command, all);
    if (!server->waitForStarted(StartLimitMs))
        qFatal("%s cannot be started", qPrintable(program));
    return server;
}

void stopServer(std::unique_ptr<QProcess> &server, int signal)
{
    if (!server)
        return;
    if (server->state() != QProcess::NotRunning) {
        ::kill(pid_t(server->processId()), signal);
        if (!server->waitForFinished(PatienceMs))
            killServer(server);
    }
    server.reset();
}

void killServer(std::unique_ptr<QProcess> &server)
{
    if (!server || server->state() == QProcess::NotRunning)
        return server.reset();
    const pid_t parent = pid_t(server->processId());
    ::kill(parent, SIGSTOP); // or it would notice and start new children
    QList<int> killed;
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(parent));
    if (children.open(QIODevice::ReadOnly)) {
        for (const QByteArray &child : children.readAll().split(' ')) {
            if (child.toInt() > 0 && ::kill(child.toInt(), SIGKILL) == 0)
                killed << child.toInt();
        }
    }
    ::kill(parent, SIGKILL);
    server->waitForFinished(PatienceMs);
    server.reset();
    // A big process takes a while to die, and holds shared memory until then.
    QElapsedTimer since;
    since.start();
    while (std::ranges::any_of(killed, isRunning) && !since.hasExpired(StartLimitMs))
        QThread::msleep(10);
}

bool waitForSocket(const QProcess &server, const QString &path)
{
    return takesConnections<QLocalSocket>(server, [&path](QLocalSocket &socket) { socket.connectToServer(path); });
}

bool waitForPort(const QProcess &server, int port)
{
    return takesConnections<QTcpSocket>(server, [port](QTcpSocket &socket) { socket.connectToHost(QHostAddress::LocalHost, quint16(port)); });
}

} // namespace qd::test
