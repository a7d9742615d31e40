#include "widgets/pages/retrievaltaking.h"

#include "core/paths.h"

#include <QFileInfo>

namespace qd {

RetrievalTaking::RetrievalTaking(QObject *parent) : QObject(parent), m_taking(this)
{
}

RetrievalTaking::~RetrievalTaking() = default;

void RetrievalTaking::start(Target *target, const RetrievalProfile &profile, const QString &path)
{
    if (isRunning())
        return;
    if (const auto folder = paths::ensure(QFileInfo(path).path()); !folder) {
        emit failed(folder.error());
        return;
    }
    capture::CaptureOptions options;
    options.path = path;
    m_run = std::make_unique<capture::CaptureRun>(target, profile, options);
    connect(m_run.get(), &capture::CaptureRun::progressed, this, [this](const capture::CaptureProgress &progress) { emit progressed(progress.says); });
    m_taking.start(m_run->start(), [this](Result<capture::Captured> captured) {
        m_run.release()->deleteLater();
        if (captured)
            emit taken(*captured);
        else if (!captured.error().isCancelled())
            emit failed(captured.error());
    });
}

void RetrievalTaking::stop()
{
    m_taking.cancel();
    m_run.reset();
}

} // namespace qd
