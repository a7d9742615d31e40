#pragma once

// The command line, taken apart and held against the table of commands. One table serves the
// parser, `help`, and the suggestion of the nearest known word.

#include "core/result.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <chrono>

namespace qd::app {

struct OptionFacts
{
    const char *name;     // without dashes
    const char *letter;   // "" if there is no short form
    const char *value;    // what it takes, "" for a switch
    const char *summary;  // for help; QT_TRANSLATE_NOOP("CommandLine", …)
    bool mayRepeat = false;
};

struct CommandFacts
{
    const char *name;
    const char *arguments; // "NAME", for help
    const char *summary;
    int least, most;       // how many arguments
    QList<const char *> options;
};

const QList<OptionFacts> &optionTable();
const QList<CommandFacts> &commandTable();
const CommandFacts *findCommand(const QString &name);
QStringList commandNames();

struct CommandLine
{
    QString command; // empty: the window
    QStringList arguments;
    QMap<QString, QStringList> options;

    // `words` without the program's name. Wrong: one sentence, with the nearest known word.
    static Result<CommandLine> parse(const QStringList &words);

    bool has(const char *option) const { return options.contains(QLatin1String(option)); }
    QString value(const char *option) const { return options.value(QLatin1String(option)).value(0); }
    QStringList values(const char *option) const { return options.value(QLatin1String(option)); }
    bool wantsJson() const { return has("json"); }
    bool needsWindow() const { return command.isEmpty() || command == QLatin1String("capture"); }
};

// 90s, 5m, 2h, 3d.
Result<std::chrono::milliseconds> lengthFromText(const QString &text);

// A text that carries a password, as a URL or as password=… has it.
bool carriesPassword(const QString &text);

} // namespace qd::app
