#pragma once

// What ends the fleet when its process ends, however it ends. A small shell process of its own
// session reads from a pipe whose other end only we hold; when we let go, or are killed, it ends
// the servers and removes the folder. Destroying the Guard is letting go.

#include "core/async.h"

#include <QString>

namespace qd::demo {

class Guard
{
public:
    Guard() = default;
    ~Guard() { release(); }
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;

    // `alsoRemove` is a file outside the folder that goes with it.
    Reply<> stand(QObject *context, const QString &folder, const QString &alsoRemove);
    void release();

private:
    int m_line = -1;
};

// Ends the servers that a folder's pid files name, as far as they are still running, and removes
// the folder: what a guard that was itself killed has left. Does not wait.
void sweepFleet(QObject *context, const QString &folder);

} // namespace qd::demo
