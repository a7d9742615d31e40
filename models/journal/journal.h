#pragma once

// What happened, in order, for ever: unlocks and their reasons, deployments seen, changes of
// state, later every operation. One append-only file of JSON lines, local, mode 0600. Marks on
// charts and the event lanes are drawn from it, so they survive being offline.

#include "core/async.h"
#include "core/check.h"
#include "core/time.h"

#include <QJsonObject>
#include <QObject>

#include <memory>

namespace qd {

struct JournalEntry
{
    QString id;                 // unique; an entry with an id that exists already is not added again
    Instant at;                 // when it happened
    QString kind;               // "unlock", "lock", "deploy", "source", "status-page", …
    QString deployment;         // name of the deployment, empty for the program itself
    QString title;              // "4c1e9ab Rerank chunks before answering"
    QString reason;             // as the person typed it, where one was asked for
    State state = State::Ok;    // of what the entry tells
    QJsonObject facts;          // everything else, redacted
};

// Written on a thread of its own and flushed to the disk before append() answers. A line cut off
// by a crash is skipped when reading and reported once by `problem`.
class Journal : public QObject
{
    Q_OBJECT

public:
    // The folder is made when needed. Several processes may append to the same journal.
    explicit Journal(const QString &folder, QObject *parent = nullptr);
    ~Journal() override;

    // Reads what is there. Wrong: a file that is not a journal; it is left untouched.
    Result<> open();
    Reply<> append(const JournalEntry &entry);

    // Sorted by `at`. An empty deployment or kind means all.
    QList<JournalEntry> entries(const TimeRange &range, const QString &deployment = {}, const QString &kind = {}) const;
    bool contains(const QString &id) const;

signals:
    void appended(const qd::JournalEntry &entry);
    void problem(const qd::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace qd

Q_DECLARE_METATYPE(qd::JournalEntry)
