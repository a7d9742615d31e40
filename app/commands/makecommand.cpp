#include "app/commands/add.h"
#include "app/commands/capture.h"
#include "app/commands/demo.h"
#include "app/commands/help.h"
#include "app/commands/journallist.h"
#include "app/commands/list.h"
#include "app/commands/remove.h"
#include "app/commands/retrieval.h"
#include "app/commands/retrievallive.h"
#include "app/commands/show.h"
#include "app/commands/test.h"

namespace qd::app {

std::unique_ptr<Command> makeCommand(const CommandLine &line, const Terminal &terminal, const Clock &clock)
{
    if (line.command == QLatin1String("add"))
        return std::make_unique<Add>(line, terminal, clock);
    if (line.command == QLatin1String("capture"))
        return std::make_unique<Capture>(line, terminal, clock);
    if (line.command == QLatin1String("demo"))
        return std::make_unique<Demo>(line, terminal, clock);
    if (line.command == QLatin1String("help"))
        return std::make_unique<Help>(line, terminal, clock);
    if (line.command == QLatin1String("journal"))
        return std::make_unique<JournalList>(line, terminal, clock);
    if (line.command == QLatin1String("list"))
        return std::make_unique<List>(line, terminal, clock);
    if (line.command == QLatin1String("remove"))
        return std::make_unique<Remove>(line, terminal, clock);
    if (line.command == QLatin1String("retrieval") && RetrievalLive::does(line.arguments.value(0)))
        return std::make_unique<RetrievalLive>(line, terminal, clock);
    if (line.command == QLatin1String("retrieval"))
        return std::make_unique<Retrieval>(line, terminal, clock);
    if (line.command == QLatin1String("show"))
        return std::make_unique<Show>(line, terminal, clock);
    if (line.command == QLatin1String("test"))
        return std::make_unique<Test>(line, terminal, clock);
    Q_ASSERT(line.command == QLatin1String("version"));
    return std::make_unique<Version>(line, terminal, clock);
}

} // namespace qd::app
