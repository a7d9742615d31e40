#pragma once

// The only way Quarterdeck starts other programs (ssh, initdb, pg_dump, …). Nothing blocks:
// the answer arrives as a Reply, cancelling it ends the program (TERM, then KILL after 5 s).
// Secrets travel by environment, never by argument; output is redacted before it is kept.

#include "core/async.h"

#include <QByteArray>
#include <QMap>
#include <QProcess>
#include <QStringList>

#include <chrono>

namespace qd {

struct Command
{
    QString program;
    QStringList arguments;
    QMap<QString, QString> environment = {}; // added to ours
    QString folder = {};                     // working directory; ours if empty
    QByteArray input = {};
    std::chrono::milliseconds timeout = std::chrono::minutes(10);
};

struct Output
{
    int exitCode = 0;
    QByteArray out, err; // redacted
};

// Answers with whatever exit code; an error means the program could not be started, crashed,
// or ran out of time.
Reply<Output> run(QObject *context, const Command &command);

// The full path of a program on PATH or in the usual places (/usr/lib/postgresql/*/bin, newest
// first); empty if it is not installed.
QString findProgram(const QString &name);

} // namespace qd
