#include "demo/guard.h"

#include "core/process.h"
#include "core/async.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace qd::demo {

namespace {

struct GuardWords
{
    Q_DECLARE_TR_FUNCTIONS(DemoGuard)
};

// QUIT is Postgres' immediate shutdown; it still gives back its shared memory, KILL would not. A
// pid file may appear late when the owner died while a server was starting, so it looks twice.
const char guardScript[] = R"sh(
folder=$1 state=$2
trap '' HUP INT TERM
if [ -p "$folder/lifeline" ]; then
    exec <"$folder/lifeline"
    : >"$folder/guarded"
    read -r _
fi
for turn in 1 2; do
    pids=
    for file in "$folder"/*/data/postmaster.pid; do
        [ -f "$file" ] || continue
        read -r pid <"$file" || continue
        grep -qs "$folder" "/proc/$pid/cmdline" || continue
        kill -QUIT "$pid" && pids="$pids $pid"
    done
    tries=0
    for pid in $pids; do
        while [ -d "/proc/$pid" ] && [ $tries -lt 100 ]; do sleep 0.05; tries=$((tries + 1)); done
        [ -d "/proc/$pid" ] && kill -KILL "$pid"
    done
    [ -z "$state" ] || rm -f "$state"
    rm -rf "$folder"
    [ -d "$folder" ] || [ -n "$pids" ] || sleep 0.3
done
[ -z "$state" ] || rmdir "${state%/*}" 2>/dev/null
exit 0
)sh";

Command guardCommand(const QString &folder, const QString &state)
{
    // setsid: Ctrl+C in the owner's terminal is not for the guard. The inner & lets run() answer at once.
    return {.program = QStringLiteral("/bin/sh"),
            .arguments = {QStringLiteral("-c"), QStringLiteral("setsid /bin/sh -c \"$1\" quarterdeck-guard \"$2\" \"$3\" </dev/null >/dev/null 2>&1 &"),
                          QStringLiteral("sh"), QString::fromLatin1(guardScript), folder, state},
            .folder = QStringLiteral("/")};
}

} // namespace

Reply<> Guard::stand(QObject *context, const QString &folder, const QString &alsoRemove)
{
    const QByteArray pipe = QFile::encodeName(folder + QStringLiteral("/lifeline"));
    // Opened for both directions so that opening does not wait for the guard; closed on exec so
    // that no child of ours keeps the fleet alive.
    if (::mkfifo(pipe.constData(), 0600) != 0 || (m_line = ::open(pipe.constData(), O_RDWR | O_CLOEXEC)) < 0)
        return ready<void>(failure(Error::Kind::Refused, GuardWords::tr("The demo fleet could not use its folder %1.").arg(folder), QString::fromLocal8Bit(std::strerror(errno))));

    const Answer<> answer;
    whenAnswered(qd::run(context, guardCommand(folder, alsoRemove)), context, [answer](const Result<Output> &output) {
        answer.give(output ? Result<>{} : failure(output.error()));
    });
    return answer.reply();
}

void Guard::release()
{
    if (m_line >= 0)
        ::close(m_line);
    m_line = -1;
}

void sweepFleet(QObject *context, const QString &folder)
{
    QFile::remove(folder + QStringLiteral("/lifeline"));
    qd::run(context, guardCommand(folder, QString()));
}

} // namespace qd::demo
