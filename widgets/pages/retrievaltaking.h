#pragma once

#include "capture/capture.h"
#include "core/async.h"

namespace qd {

// Takes or updates the snapshot of a deployment from the window: read-only, under the capture's cap.
class RetrievalTaking : public QObject
{
    Q_OBJECT

public:
    explicit RetrievalTaking(QObject *parent = nullptr);
    ~RetrievalTaking() override;

    void start(Target *target, const RetrievalProfile &profile, const QString &path);
    // What is there stays as it was at its last commit; the next run goes on.
    void stop();
    bool isRunning() const { return m_taking.isRunning(); }

signals:
    void progressed(const QString &says);
    void taken(const qd::capture::Captured &captured);
    void failed(const qd::Error &error);

private:
    std::unique_ptr<capture::CaptureRun> m_run;
    Latest m_taking;
};

} // namespace qd
