#pragma once

// Takes a snapshot of production's chunks for the embedded retrieval engine, and never becomes part of
// the incident: read-only, in one repeatable-read snapshot of the database, over one of the target's
// connections, slower than the server could be. Existing snapshots are updated: what did not change is
// neither sent nor written again. Interrupted at any point, the file is what it was at its last commit,
// and the next run goes on from there.

#include "capture/captureplan.h"
#include "core/async.h"
#include "deployments/profile.h"
#include "deployments/target.h"

#include <QObject>

#include <memory>

namespace qd::capture {

struct CaptureOptions
{
    QString path = {};              // of the snapshot
    QString source = {};            // of the profile; empty: the first
    QString search = {};            // production's main search; empty: the first of the source
    bool isFresh = false;           // replaces what the path holds, whatever it is
    double cap = 0.25;              // share of one core of the server; from 1 on: no pauses
    bool withIndexPages = true;     // where the server allows it
    qint64 mostIndexBytes = qint64(2) << 30; // larger indexes are left out, and it is said
    qint64 commitBytes = 64 << 20;  // how much an interrupted first run may lose
    std::chrono::seconds silence{60}; // a server that sends nothing for so long is given up
};

struct CaptureProgress
{
    enum class Stage { Looking, Rows, Pages, Writing };
    Stage stage = Stage::Looking;
    qint64 rows = 0;                // that the server sent
    std::optional<qint64> expectedRows; // its own estimate
    qint64 bytes = 0;
    QString says;                   // "Reading public.chunks: 12,000 of about 45,000 rows"
};

struct Captured
{
    qint64 rows = 0;                // in the snapshot now
    qint64 added = 0, changed = 0, removed = 0, unchanged = 0;
    qint64 resumedAt = 0;           // rows that an interrupted run had left
    bool wasUpdate = false;
    qint64 bytes = 0;               // over the wire
    std::chrono::milliseconds took{0};
    std::optional<qint64> hidden;   // rows that row security keeps from us, 0: none; nothing: it keeps some, nobody knows how many
    QStringList remarks;            // finished sentences: what is missing, odd or left out
};

class CaptureRun : public QObject
{
    Q_OBJECT

public:
    CaptureRun(Target *target, RetrievalProfile profile, CaptureOptions options, QObject *parent = nullptr);
    ~CaptureRun() override; // cancels

    // Once. Missing: table, column; Refused: names the grant, or the file holds something else; Busy:
    // somebody holds a lock, or the server is silent; Lost: the connection or the disk, go on later.
    Reply<Captured> start();

signals:
    void progressed(const qd::capture::CaptureProgress &progress);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace qd::capture

Q_DECLARE_METATYPE(qd::capture::CaptureProgress)
