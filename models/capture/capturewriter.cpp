#include "capture/capturewriter.h"

#include "core/log.h"
#include "retrieval/recordedqueries.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace qd::capture {

using retrieval::NoTid;

namespace {

struct WriterWords
{
    Q_DECLARE_TR_FUNCTIONS(Capture)
};

// What a later run needs to know of this one.
constexpr char StateNote[] = "capture.state";
constexpr char OriginNote[] = "origin";

QJsonObject noteOf(const retrieval::Snapshot &snapshot, const char *name)
{
    const auto note = snapshot.note(name);
    return note ? QJsonDocument::fromJson(note->toByteArray()).object() : QJsonObject();
}

} // namespace

CaptureWriter::CaptureWriter(CapturePlan plan, Settings settings)
    : m_plan(std::move(plan))
    , m_settings(std::move(settings))
    , m_shape(m_plan.shape())
{
    for (int i = 0; i < int(m_shape.columns.size()); ++i) {
        const QByteArray &name = m_shape.columns[i].name;
        for (const auto &[wanted, column] : {std::pair{"document", &m_documentColumn}, {"tid", &m_tidColumn}, {"source.ctid", &m_ctidColumn}, {"source.xmin", &m_xminColumn}, {"owner", &m_ownerColumn},
                                             {"text", &m_textColumn}, {"tsvector", &m_wordsColumn}}) {
            if (name == wanted)
                *column = i;
        }
    }
}

CaptureWriter::~CaptureWriter() = default;

Result<CopyRange> CaptureWriter::prepare()
{
    const QMutexLocker locker(&m_mutex);
    m_isFirstRun = true;
    CopyRange range;
    if (QFileInfo::exists(m_settings.path) && !m_settings.isFresh) {
        auto old = retrieval::Snapshot::open(m_settings.path);
        if (!old)
            return tl::unexpected(old.error());
        const QJsonObject origin = noteOf(**old, OriginNote), state = noteOf(**old, StateNote);
        const auto said = [&origin](const char *key) { return origin.value(QLatin1String(key)).toString(); };
        if (said("source") != u"postgres" || said("deployment") != m_settings.deployment || said("database") != m_settings.database || said("relation") != m_plan.relation)
            return failure(Error::Kind::Refused, WriterWords::tr("“%1” holds a snapshot of something else (%2 of %3). Choose another file, or take it anew.").arg(m_settings.path, said("relation"), said("deployment")));
        const bool isComplete = state.value(QStringLiteral("complete")).toBool();
        m_isFirstRun = !isComplete;
        if ((*old)->shape() == m_shape) {
            m_old = std::move(*old);
            const bool isAlike = state.value(QStringLiteral("plan")).toString().toLatin1() == m_plan.fingerprint() && m_plan.hasVersions;
            const QString horizon = state.value(QStringLiteral("horizon")).toString();
            const auto after = retrieval::tidFromText(state.value(QStringLiteral("after")).toString().toLatin1());
            if (isAlike && !horizon.isEmpty() && (isComplete || after))
                range = {.isEverything = false, .horizon = horizon.toUInt(), .after = isComplete ? NoTid : *after};
        }
    }
    m_range = range;
    m_firstHorizon = m_isFirstRun && !range.isEverything ? range.horizon : 0;
    if (const auto opened = openWriter(); !opened)
        return tl::unexpected(opened.error());
    return m_range;
}

Result<> CaptureWriter::openWriter()
{
    m_writer.reset(); // the lock
    auto writer = m_old ? retrieval::SnapshotWriter::append(m_settings.path) : retrieval::SnapshotWriter::create(m_settings.path, m_shape);
    if (!writer)
        return tl::unexpected(writer.error());
    m_writer = std::move(*writer);
    m_reader = {};
    m_documents.clear();
    m_roots.clear();
    m_pageItems.clear();
    m_spools.clear();
    m_owners.clear();
    m_last = m_resumeAfter = NoTid;
    m_isOrdered = true;
    m_uncommitted = 0;
    m_tally = {};
    if (!m_old)
        return {};
    m_tally.isUpdate = !m_isFirstRun;
    m_tally.resumedAt = m_isFirstRun ? m_old->alive().count() : 0;
    m_oldVectors = m_old->vectors();
    m_met = retrieval::RowSet(m_old->rows());
    m_known.clear();
    m_known.reserve(m_old->alive().count());
    for (quint32 row = 0; row < m_old->rows(); ++row) {
        const auto key = m_old->alive().contains(row) ? m_old->bytes(row, 0) : std::nullopt;
        if (key)
            m_known.insert(*key, row);
    }
    if (m_old->damage())
        return failure(*m_old->damage());
    return {};
}

Result<CopyRange> CaptureWriter::startOver()
{
    const QMutexLocker locker(&m_mutex);
    m_range = {};
    m_firstHorizon = 0;
    m_hasFailed = false;
    if (const auto opened = openWriter(); !opened)
        return tl::unexpected(opened.error());
    return m_range;
}

void CaptureWriter::expect(const CopyScript &script)
{
    const QMutexLocker locker(&m_mutex);
    m_script = script;
    for (qsizetype i = 0; i < script.pagesOf.size(); ++i)
        m_spools.push_back(std::make_unique<QTemporaryFile>(m_settings.path + QStringLiteral(".pages-XXXXXX")));
}

Result<CaptureTally> CaptureWriter::take(QByteArrayView bytes)
{
    const QMutexLocker locker(&m_mutex);
    const auto fed = m_reader.feed(bytes, [this](int copy, const CopiedRow &row) { return takeRow(copy, row); });
    if (!fed) {
        m_hasFailed = m_hasFailed || fed.error().code != QLatin1String("capture.everything");
        return tl::unexpected(fed.error());
    }
    return m_tally;
}

QByteArray CaptureWriter::stateNote(bool isComplete) const
{
    QJsonObject state{{QStringLiteral("complete"), isComplete}, {QStringLiteral("plan"), QString::fromLatin1(m_plan.fingerprint())},
                      {QStringLiteral("horizon"), QString::number(isComplete || m_firstHorizon == 0 ? m_horizon : m_firstHorizon)}};
    const auto after = std::max(m_range.after, m_last);
    if (!isComplete && m_isOrdered && after != NoTid)
        state.insert(QStringLiteral("after"), QString::fromLatin1(retrieval::toText(after)));
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

Result<> CaptureWriter::commitPart()
{
    const QJsonObject origin{{QStringLiteral("deployment"), m_settings.deployment}, {QStringLiteral("database"), m_settings.database}, {QStringLiteral("relation"), m_plan.relation},
                             {QStringLiteral("source"), QStringLiteral("postgres")}, {QStringLiteral("taken_at"), QString::fromLatin1(m_moment)}, {QStringLiteral("complete"), false}};
    for (const auto &[name, note] : {std::pair{StateNote, stateNote(false)}, {OriginNote, QJsonDocument(origin).toJson(QJsonDocument::Compact)}}) {
        if (const auto set = m_writer->setNote(name, note); !set)
            return set;
    }
    m_uncommitted = 0;
    return m_writer->commit();
}

void CaptureWriter::keep()
{
    const QMutexLocker locker(&m_mutex);
    if (m_writer && m_isFirstRun && !m_hasFailed && m_uncommitted > 0)
        (void)commitPart();
}

Result<CaptureTally> CaptureWriter::finish(const QList<std::pair<QByteArray, QByteArray>> &notes, QJsonObject origin)
{
    const QMutexLocker locker(&m_mutex);
    if (m_reader.finished() != m_script.kinds.size() || m_reader.isInside())
        return failure(Error::Kind::Lost, WriterWords::tr("The database ended the snapshot early; what was read so far is kept where it is the first one."));
    m_hasFailed = true; // until all of it is done
    for (quint32 row = 0; m_old && row < m_old->rows(); ++row) {
        if (!m_old->alive().contains(row) || m_met.contains(row))
            continue;
        m_writer->remove(row);
        ++m_tally.removed;
    }
    origin.insert(QStringLiteral("taken_at"), QString::fromLatin1(m_moment));
    origin.insert(QStringLiteral("complete"), true);
    QList<std::pair<QByteArray, QByteArray>> all = notes;
    all << std::pair{QByteArray(OriginNote), QJsonDocument(origin).toJson(QJsonDocument::Compact)} << std::pair{QByteArray(StateNote), stateNote(true)};
    for (const auto &[name, note] : std::as_const(all)) {
        if (const auto set = m_writer->setNote(name, note); !set)
            return tl::unexpected(set.error());
    }
    for (size_t i = 0; i < m_spools.size(); ++i) {
        QTemporaryFile &spool = *m_spools[i];
        const QByteArray name = retrieval::notes::IndexPages + m_script.pagesOf[qsizetype(i)].toUtf8();
        const uchar *bytes = spool.isOpen() && spool.size() > 0 ? spool.map(0, spool.size()) : nullptr;
        const QByteArrayView pages(reinterpret_cast<const char *>(bytes), bytes ? spool.size() : 0);
        const auto before = m_old ? m_old->note(name) : Result<QByteArrayView>(tl::unexpected(Error()));
        if (before && *before == pages)
            continue; // an index that did not change is not written once more
        if (const auto set = m_writer->setNote(name, pages); !set)
            return tl::unexpected(set.error());
    }
    if (const auto done = m_writer->commit(); !done)
        return tl::unexpected(done.error());
    m_writer.reset();
    // It is complete already; where there is no room to write it smaller it stays as it is.
    if (const auto compacted = m_old ? retrieval::compactSnapshot(m_settings.path) : Result<bool>(false); !compacted)
        log::warning(QStringLiteral("The snapshot could not be made smaller: ") + compacted.error().message);
    return m_tally;
}

CaptureSample CaptureWriter::sample()
{
    const QMutexLocker locker(&m_mutex);
    CaptureSample sample{{}, m_sampleText};
    int most = 0;
    for (auto owner = m_owners.cbegin(); owner != m_owners.cend(); ++owner) {
        if (*owner > most || (*owner == most && owner.key() < sample.owner)) {
            most = *owner;
            sample.owner = owner.key();
        }
    }
    return sample;
}

} // namespace qd::capture
