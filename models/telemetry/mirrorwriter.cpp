#include "telemetry/mirrorwriter.h"

#include <QCoreApplication>

namespace qd::telemetry {

MirrorWriter::MirrorWriter(const QString &file)
    : m_state(std::make_shared<State>())
{
    m_state->file = file;
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // a connection of SQLite stays on its thread
}

MirrorWriter::~MirrorWriter()
{
    m_pool.start([state = std::move(m_state)] { state->mirror.reset(); });
    m_pool.waitForDone();
}

Result<> MirrorWriter::State::open()
{
    if (mirror && mirror->canWrite())
        return {};
    auto opened = Mirror::open(file, Mirror::Access::Write);
    if (!opened)
        return failure(opened.error());
    if (!(*opened)->canWrite())
        return failure(Error::Kind::Busy, QCoreApplication::translate("MirrorWriter", "Another Quarterdeck keeps the local copy up to date; this one follows it."), {}, AnotherWrites);
    mirror = std::move(*opened);
    return {};
}

} // namespace qd::telemetry
