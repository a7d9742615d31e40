#pragma once

// The six databases of the fleet: where they live, and the psql script that makes each of them.

#include "demo/story.h"
#include "demo/system.h"

#include <memory>

namespace qd::demo {

struct Blueprint
{
    QString name, title, profile, database, place;
    Environment environment = Environment::Production;
    bool isSupabase = true;          // else it lives in the plain cluster
    QString project = {};             // at the simulated Vercel; empty: not there
    std::shared_ptr<const System> system = {}; // null: nothing is recorded as time goes by
    int parts = 1;                   // into how many pieces its history is cut for the two cores
};
QList<Blueprint> blueprints(const Story &story);

// What one database is made with. `copies` reads the history; `files` is a folder of ours for
// what the script itself wants to read.
struct Making
{
    const Blueprint *blueprint = nullptr;
    const Story *story = nullptr;
    bool hasVector = false, hasCron = false;
    QByteArray copies;
    QString files;
};
Result<QByteArray> makingScript(const Making &making);

} // namespace qd::demo
