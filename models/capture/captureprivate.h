#pragma once

// The inside of CaptureRun.

#include "capture/capture.h"
#include "capture/capturenotes.h"
#include "capture/capturewriter.h"

#include <QElapsedTimer>
#include <QTimer>

#include <atomic>
#include <deque>

namespace qd::capture {

struct CaptureRun::Private
{
    Private(CaptureRun *owner, Target *of, RetrievalProfile what, CaptureOptions how);

    // Looking
    void lookAround();
    void measureDims();
    void prepare();
    void learnSettings();
    void learnDefinitions();
    void learnCalibration();
    void learnFeedback();
    void explainNext();
    // A read whose failure leaves something unknown and does not end the run.
    void learn(const QByteArray &sql, const QString &object, const QString &whatIsUnknown, std::function<void(const pg::Rows &)> take, void (Private::*next)());

    // Copying
    void copy(const CopyRange &range);
    std::chrono::milliseconds chunk(QByteArrayView bytes);
    void listen();
    std::chrono::milliseconds pauseFor(qint64 nowMs);
    void work();
    void worked(const Result<CaptureTally> &tally);
    void copied(const Result<qint64> &result);
    void drained();
    void startOver();
    void finish();

    template <typename T>
    void onWriter(std::function<Result<T>(CaptureWriter &)> work, std::function<void(Result<T>)> then);
    void tell(CaptureProgress::Stage stage);
    void fail(Error error);
    void stop();
    QJsonObject origin() const;
    void addRemarks(Captured &captured) const;
    std::vector<float> plainEmbedding() const;

    CaptureRun *q;
    Target *target;
    const RetrievalProfile profile; // pointers go into it
    CaptureOptions options;
    const RetrievalSource *source = nullptr;
    const RetrievalSearch *main = nullptr;
    Answer<Captured> answer;
    bool isOver = false, hasStartedOver = false;
    std::function<void()> cancel; // of the read or copy that is under way

    CapturePlan plan;
    CopyScript script;
    Learnt learnt;
    QStringList unknown;          // finished sentences
    qsizetype nextPlan = 0;

    std::shared_ptr<CaptureWriter> writer;
    std::shared_ptr<std::atomic_bool> isStopped = std::make_shared<std::atomic_bool>(false);
    QByteArray batch;
    std::deque<QByteArray> batches;
    bool isWorking = false;
    std::optional<Result<qint64>> copyEnded;
    std::optional<Error> writerFailed;
    CaptureTally tally;
    qint64 bytes = 0;
    QElapsedTimer clock;          // of the whole run
    qint64 workingSince = 0;      // on it: since the last pause
    qint64 toldAt = -1000;
    qint64 heardAt = 0;           // on it: when the server last sent something, or when a pause ends
    QTimer silence;               // looks how long that was
};

} // namespace qd::capture
