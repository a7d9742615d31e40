#include "journal/journalfile.h"

#include "core/redact.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qd {

namespace {

struct JournalFileWords
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

const QByteArray JournalHeader = "{\"journal\":\"quarterdeck/1\"}\n";

Error journalTrouble(const QString &message, int code)
{
    return {Error::Kind::Refused, message, qt_error_string(code), {}};
}

// A file descriptor that closes itself, and with it gives up the lock.
class OpenJournal
{
public:
    OpenJournal(const QString &path, int flags, int lock)
        : m_file(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600))
    {
        while (m_file >= 0 && ::flock(m_file, lock) != 0 && errno == EINTR) { }
    }
    ~OpenJournal()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    OpenJournal(const OpenJournal &) = delete;
    OpenJournal &operator=(const OpenJournal &) = delete;
    int get() const { return m_file; }

private:
    int m_file;
};

// A value whose name or shape says that it is a secret.
QJsonValue redactedValue(const QString &name, const QJsonValue &value)
{
    if (value.isString()) {
        const QString named = name + QLatin1Char('=') + value.toString();
        const QString alone = redacted(value.toString());
        return redacted(named) == name + QLatin1Char('=') + alone ? alone : QStringLiteral("•••");
    }
    if (value.isArray()) {
        QJsonArray clean;
        for (const QJsonValue &item : value.toArray())
            clean.append(redactedValue(name, item));
        return clean;
    }
    if (value.isObject()) {
        QJsonObject clean;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            clean.insert(it.key(), redactedValue(it.key(), it.value()));
        return clean;
    }
    return value;
}

} // namespace

QByteArray journalLine(const JournalEntry &entry)
{
    QJsonObject object{{QStringLiteral("id"), entry.id}, {QStringLiteral("at"), isoText(entry.at)}, {QStringLiteral("kind"), entry.kind}, {QStringLiteral("state"), stateKey(entry.state)}};
    const auto add = [&object](const QString &name, const QString &text) {
        if (!text.isEmpty())
            object.insert(name, redacted(text));
    };
    add(QStringLiteral("deployment"), entry.deployment);
    add(QStringLiteral("title"), entry.title);
    add(QStringLiteral("reason"), entry.reason);
    if (!entry.facts.isEmpty())
        object.insert(QStringLiteral("facts"), redactedValue({}, entry.facts));
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<JournalEntry> journalEntryFrom(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto text = [&object](const char *name) { return object.value(QLatin1String(name)).toString(); };
    const QDateTime at = QDateTime::fromString(text("at"), Qt::ISODateWithMs);
    if (text("id").isEmpty() || text("kind").isEmpty() || !at.isValid())
        return std::nullopt;
    JournalEntry entry{text("id"), fromDateTime(at), text("kind"), text("deployment"), text("title"), text("reason"), State::Unknown, object.value(QLatin1String("facts")).toObject()};
    for (const State state : {State::Ok, State::Warning, State::Failing, State::NeedsPerson}) {
        if (text("state") == stateKey(state))
            entry.state = state;
    }
    return entry;
}

Result<JournalFile::News> JournalFile::open()
{
    const OpenJournal file(m_path, O_RDWR | O_CREAT | O_APPEND, LOCK_EX);
    if (file.get() < 0)
        return failure(journalTrouble(JournalFileWords::tr("The journal %1 cannot be opened.").arg(m_path), errno));
    QByteArray first(JournalHeader.size(), '\0');
    first.resize(std::max<ssize_t>(0, ::pread(file.get(), first.data(), size_t(first.size()), 0)));
    if (first.size() < JournalHeader.size() && JournalHeader.startsWith(first)) { // new, or a crash while it was made
        if (::ftruncate(file.get(), 0) != 0)
            return failure(journalTrouble(JournalFileWords::tr("The journal %1 cannot be written.").arg(m_path), errno));
        if (const auto written = write(file.get(), JournalHeader); !written)
            return failure(written.error());
    } else if (first != JournalHeader) {
        return failure(Error::Kind::Wrong, JournalFileWords::tr("%1 is not a journal, or one of a newer version. It was left as it is; move it away to begin a new one.").arg(m_path));
    }
    m_read = JournalHeader.size();
    m_ids.clear();
    return readOn(file.get());
}

Result<JournalFile::News> JournalFile::look()
{
    const OpenJournal file(m_path, O_RDONLY, LOCK_SH);
    if (file.get() < 0)
        return failure(journalTrouble(JournalFileWords::tr("The journal %1 cannot be opened.").arg(m_path), errno));
    return readOn(file.get());
}

Result<JournalFile::News> JournalFile::append(const JournalEntry &entry)
{
    const OpenJournal file(m_path, O_RDWR | O_APPEND, LOCK_EX);
    if (file.get() < 0)
        return failure(journalTrouble(JournalFileWords::tr("The journal %1 cannot be opened.").arg(m_path), errno));
    auto news = readOn(file.get()); // another process may have added the same
    if (!news || m_ids.contains(entry.id))
        return news;
    char last = '\n';
    if (m_read > 0 && ::pread(file.get(), &last, 1, m_read - 1) != 1)
        return failure(journalTrouble(JournalFileWords::tr("The journal %1 cannot be read.").arg(m_path), errno));
    // What a crash cut off stays a line of its own.
    const QByteArray line = journalLine(entry);
    if (const auto written = write(file.get(), last == '\n' ? line : '\n' + line); !written)
        return failure(written.error());
    auto more = readOn(file.get());
    if (!more)
        return more;
    news->entries += more->entries;
    news->brokenLines += more->brokenLines;
    return news;
}

// All or nothing, and on the disk before it returns.
Result<> JournalFile::write(int file, const QByteArray &line)
{
    struct stat before;
    if (::fstat(file, &before) != 0)
        return failure(journalTrouble(JournalFileWords::tr("The journal %1 cannot be written.").arg(m_path), errno));
    const ssize_t written = ::write(file, line.constData(), size_t(line.size()));
    const int code = errno;
    if (written == line.size() && ::fsync(file) == 0)
        return {};
    if (::ftruncate(file, before.st_size) != 0)
        return failure(journalTrouble(JournalFileWords::tr("The journal %1 was written in part only.").arg(m_path), errno));
    return failure(journalTrouble(JournalFileWords::tr("The journal %1 cannot be written. Is the disk full?").arg(m_path), written < 0 ? code : ENOSPC));
}

Result<JournalFile::News> JournalFile::readOn(int file)
{
    struct stat now;
    if (::fstat(file, &now) != 0)
        return failure(journalTrouble(JournalFileWords::tr("The journal %1 cannot be read.").arg(m_path), errno));
    News news;
    if (now.st_size <= m_read)
        return news;
    QByteArray text(now.st_size - m_read, '\0');
    const ssize_t size = ::pread(file, text.data(), size_t(text.size()), m_read);
    if (size < 0)
        return failure(journalTrouble(JournalFileWords::tr("The journal %1 cannot be read.").arg(m_path), errno));
    text.truncate(size);
    m_read += size;
    for (const QByteArray &line : text.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const auto entry = journalEntryFrom(line);
        if (!entry) {
            ++news.brokenLines;
        } else if (!m_ids.contains(entry->id)) {
            m_ids.insert(entry->id);
            news.entries.append(*entry);
        }
    }
    return news;
}

} // namespace qd
