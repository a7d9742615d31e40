#pragma once

// The applications go on writing while the fleet runs: the same rows that a later start would have
// found as history, each when its time comes.

#include "demo/cluster.h"
#include "demo/story.h"
#include "demo/system.h"

#include <QTimer>

#include <deque>

namespace qd::demo {

class Traffic : public QObject
{
    Q_OBJECT

public:
    Traffic(const Story &story, QObject *parent);

    void add(std::shared_ptr<const System> system, Cluster *cluster, const QString &database);
    void start();

private:
    struct Stream
    {
        std::shared_ptr<const System> system;
        Cluster *cluster = nullptr;
        QString database;
        std::deque<Row> coming;      // in time order
        QDate plannedUntil;          // the last day that is in `coming`
        bool isPlanning = false, isWriting = false;
    };

    void tick();
    void plan(Stream &stream, QDate day);
    void write(Stream &stream, Instant now);

    Story m_story;
    std::deque<Stream> m_streams;
    QTimer m_timer;
};

} // namespace qd::demo
