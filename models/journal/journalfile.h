#pragma once

// The file behind the journal: JSON lines after a first line that says what it is. Used from one
// thread at a time.

#include "journal/journal.h"

#include <QSet>

namespace qd {

QByteArray journalLine(const JournalEntry &entry); // with its line feed, redacted
std::optional<JournalEntry> journalEntryFrom(const QByteArray &line);

class JournalFile
{
public:
    explicit JournalFile(QString path) : m_path(std::move(path)) {}

    struct News
    {
        QList<JournalEntry> entries; // since the last look, ours and those of other processes
        int brokenLines = 0;
    };

    // Makes the file where there is none. Wrong: it is something else.
    Result<News> open();
    // What others have written since.
    Result<News> look();
    // Adds the entry unless its id is there, flushes, and tells what is new.
    Result<News> append(const JournalEntry &entry);

private:
    Result<News> readOn(int file);
    Result<> write(int file, const QByteArray &line);

    QString m_path;
    qint64 m_read = 0; // bytes
    QSet<QString> m_ids;
};

} // namespace qd
