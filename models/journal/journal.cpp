#include "journal/journal.h"

#include "core/paths.h"
#include "journal/journalfile.h"

#include <QFileSystemWatcher>
#include <QPointer>
#include <QThreadPool>
#include <QUuid>

#include <algorithm>

namespace qd {

struct Journal::Private
{
    Journal *q;
    QString folder;
    // Only the writer's single thread touches it once the journal is open.
    std::shared_ptr<JournalFile> file;
    QThreadPool writer;
    QFileSystemWatcher others; // other processes write too
    QList<JournalEntry> entries; // by time
    QSet<QString> ids;
    bool isOpen = false;
    bool hasReported = false;
    std::optional<Error> trouble;

    QString path() const { return folder + QStringLiteral("/journal.jsonl"); }
    QList<JournalEntry> add(const JournalFile::News &news);
    void report(int brokenLines);
    void onWriter(const std::function<Result<JournalFile::News>()> &work, const std::function<void(Result<>)> &done);
};

Journal::Journal(const QString &folder, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->folder = folder;
    d->writer.setMaxThreadCount(1);
    connect(&d->others, &QFileSystemWatcher::fileChanged, this, [this] {
        d->onWriter([file = d->file] { return file->look(); }, [](const Result<> &) {});
    });
}

Journal::~Journal()
{
    d->writer.waitForDone(); // what was asked for is written
}

Result<> Journal::open()
{
    d->trouble.reset();
    d->entries.clear();
    d->ids.clear();
    d->file = std::make_shared<JournalFile>(d->path());
    const auto news = paths::ensure(d->folder).and_then([this](const QString &) { return d->file->open(); });
    d->isOpen = news.has_value();
    if (!news) {
        d->trouble = news.error();
        return failure(news.error());
    }
    d->others.addPath(d->path());
    d->add(*news);
    d->report(news->brokenLines);
    return {};
}

Reply<> Journal::append(const JournalEntry &entry)
{
    if (!d->isOpen) {
        if (const Result<> opened = d->trouble ? Result<>(failure(*d->trouble)) : open(); !opened)
            return ready<void>(failure(opened.error()));
    }
    JournalEntry complete = entry;
    if (complete.id.isEmpty())
        complete.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Answer<> answer;
    d->onWriter([file = d->file, complete] { return file->append(complete); }, [answer](Result<> written) { answer.give(std::move(written)); });
    return answer.reply();
}

QList<JournalEntry> Journal::entries(const TimeRange &range, const QString &deployment, const QString &kind) const
{
    QList<JournalEntry> found;
    auto it = std::ranges::lower_bound(d->entries, range.from, {}, &JournalEntry::at);
    for (; it != d->entries.cend() && it->at < range.to; ++it) {
        if ((deployment.isEmpty() || it->deployment == deployment) && (kind.isEmpty() || it->kind == kind))
            found.append(*it);
    }
    return found;
}

bool Journal::contains(const QString &id) const { return d->ids.contains(id); }

// Takes over what is new, and says which that was.
QList<JournalEntry> Journal::Private::add(const JournalFile::News &news)
{
    QList<JournalEntry> added;
    for (const JournalEntry &entry : news.entries) {
        if (ids.contains(entry.id))
            continue;
        ids.insert(entry.id);
        added.append(entry);
    }
    entries += added;
    std::ranges::stable_sort(entries, {}, &JournalEntry::at);
    return added;
}

void Journal::Private::report(int brokenLines)
{
    if (brokenLines == 0 || std::exchange(hasReported, true))
        return;
    emit q->problem({Error::Kind::Wrong, tr("%n line(s) of the journal could not be read, because writing was interrupted there. Everything else is complete.", nullptr, brokenLines), path(), {}});
}

void Journal::Private::onWriter(const std::function<Result<JournalFile::News>()> &work, const std::function<void(Result<>)> &done)
{
    using Written = Result<JournalFile::News>;
    // A watcher, not then(): in Qt 6.4 that asserts when its context has gone before the answer.
    auto *watcher = new QFutureWatcher<Written>(q);
    QObject::connect(watcher, &QFutureWatcherBase::finished, q, [this, watcher, done] {
        watcher->deleteLater();
        const Written written = watcher->result();
        if (!written)
            return done(failure(written.error()));
        const QPointer<Journal> alive(q);
        for (const JournalEntry &entry : add(*written)) {
            if (alive)
                emit q->appended(entry);
        }
        if (alive)
            report(written->brokenLines);
        done({});
    });
    watcher->setFuture(onPool<JournalFile::News>(&writer, [work](const auto &) { return work(); }));
}

} // namespace qd
