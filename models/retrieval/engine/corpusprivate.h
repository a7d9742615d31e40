#pragma once

// What a Corpus keeps. Private to the layer.

#include "retrieval/engine/corpus.h"

#include <QHash>
#include <QMutex>

#include <map>
#include <mutex>
#include <unordered_map>

namespace qd::retrieval {

inline tl::unexpected<Error> corpusCancelled()
{
    return failure(Error::Kind::Cancelled, QString());
}

// Something that is made once, by whoever needs it first. Others wait, and stop waiting when they are
// told to. What failed is tried again by the next.
template <typename T>
class MadeOnce
{
public:
    using Made = Result<std::shared_ptr<const T>>;

    template <typename Make>
    Made get(const CorpusWork &work, Make make)
    {
        std::unique_lock lock(m_mutex, std::defer_lock);
        while (!lock.try_lock_for(std::chrono::milliseconds(20))) {
            if (work.stopped())
                return corpusCancelled();
        }
        if (m_made)
            return m_made;
        Made made = make();
        if (made)
            m_made = *made;
        return made;
    }

private:
    std::timed_mutex m_mutex;
    std::shared_ptr<const T> m_made;
};

// The same by name. With `most` names the ones before are forgotten; who uses them keeps them.
template <typename T>
class MadeByName
{
public:
    explicit MadeByName(std::size_t most) : m_most(most) {}

    template <typename Make>
    typename MadeOnce<T>::Made get(const QByteArray &name, const CorpusWork &work, Make make)
    {
        return made(name)->get(work, make);
    }

private:
    std::shared_ptr<MadeOnce<T>> made(const QByteArray &name)
    {
        const QMutexLocker locker(&m_mutex);
        if (m_made.size() >= m_most && !m_made.count(name))
            m_made.clear();
        std::shared_ptr<MadeOnce<T>> &found = m_made[name];
        if (!found)
            found = std::make_shared<MadeOnce<T>>();
        return found;
    }
    std::size_t m_most;
    QMutex m_mutex;
    std::map<QByteArray, std::shared_ptr<MadeOnce<T>>> m_made;
};

// A column of few distinct values: one number per row, 0 for NULL.
struct CorpusValues
{
    std::vector<quint32> numbers;
    QList<QByteArray> values; // of number n + 1
    QHash<QByteArray, quint32> numberOf;
};

// What of the server's locale decides how words are found.
struct CorpusLocale
{
    bool isKnown = false;
    CharacterType type = CharacterType::Utf8;
    QString name;
    QByteArray stemOfAdded; // empty: not noted
};

struct Corpus::Private
{
    std::unique_ptr<Snapshot> snapshot;
    mutable QMutex cells; // Snapshot reads cells for one thread at a time
    CorpusOrigin origin;
    QList<CorpusIndex> indexes;
    CorpusLocale locale;
    Calibration calibration;
    bool hasCalibration = false;
    RecordedQueries recorded;
    QString model; // of the embeddings, as the noted settings say

    MadeOnce<QHash<QByteArray, quint32>> keys;
    MadeOnce<std::unordered_map<HeapTid, quint32>> tids;
    MadeOnce<std::vector<quint32>> tableOrder;
    MadeByName<CorpusValues> values{8};
    MadeByName<RowFilter> filters{64};
    MadeByName<CorpusText> texts{2};
    MadeByName<Bm25> bm25s{8};
    MadeByName<CorpusGraph> graphs{8};
    MadeByName<CorpusLists> lists{4};

    // A cell as text, whatever its kind.
    std::optional<QByteArray> cell(quint32 row, int column) const;
    Result<std::shared_ptr<const CorpusValues>> valuesOf(QByteArrayView column, const CorpusWork &work);
    Result<std::shared_ptr<const CorpusText>> makeText(Configuration configuration, const CorpusWork &work) const;
    GradedReason textGrade(Configuration configuration, bool isFromServer, quint32 unreadable) const;
    Result<RowSet> withMetadata(const RowSet &among, const QJsonObject &metadata, const CorpusWork &work) const;
    void readNotes();
    void readIndexes(const QByteArray &json);
};

// jsonb's @>: whether `whole` contains `part`.
bool jsonContains(const QJsonValue &whole, const QJsonValue &part);

} // namespace qd::retrieval
