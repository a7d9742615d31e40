// The entry: takes the command line apart and starts either the window or one command.

#include "app/commands/command.h"
#include "app/interrupt.h"
#include "app/startup.h"
#include "app/windowrun.h"

#include <QApplication>

using namespace qd;
using namespace qd::app;

int main(int count, char **words)
{
    const Terminal terminal;
    // Which kind of application is needed must be known before there is one, and without one
    // nothing is translated: so the words are read twice.
    const QStringList list = wordsOf(count, words);
    const Result<CommandLine> first = CommandLine::parse(list);
    const bool needsWindow = first && first->needsWindow();
    if (const std::optional<int> refused = preparePlatform(first, terminal))
        return *refused;
    const std::unique_ptr<QCoreApplication> application = needsWindow ? std::make_unique<QApplication>(count, words) : std::make_unique<QCoreApplication>(count, words);
    const Translation translation;
    const Result<CommandLine> line = CommandLine::parse(list);
    if (!line)
        return refuseUsage(line.error(), list, terminal);
    startLog();

    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::requested, application.get(), [] { QCoreApplication::exit(Interrupted); });
    if (line->command.isEmpty())
        return runWindow(*line, terminal);

    const std::unique_ptr<Command> command = makeCommand(*line, terminal, Clock::system());
    QObject::connect(command.get(), &Command::finished, application.get(), &QCoreApplication::exit, Qt::QueuedConnection);
    QMetaObject::invokeMethod(command.get(), &Command::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
