#include "app/commands/help.h"

#include "app/commands/jsonkeys.h"
#include "app/text/table.h"
#include "deployments/tomlfile.h"

#include <QCoreApplication>

namespace qd::app {

void Version::start()
{
    if (line().wantsJson())
        printDocument({{QStringLiteral("version"), QStringLiteral(QUARTERDECK_VERSION)}, {QStringLiteral("qt"), QLatin1String(qVersion())}});
    else
        terminal().print(QStringLiteral("quarterdeck " QUARTERDECK_VERSION));
    end(AllWell);
}

static QString translatedFact(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

void Help::start()
{
    const QString topic = line().arguments.value(0);
    if (topic == QLatin1String("json"))
        return keys();
    if (topic.isEmpty()) {
        terminal().print(overview().join(QLatin1Char('\n')));
        return end(AllWell);
    }
    const CommandFacts *command = findCommand(topic);
    if (!command) {
        const QString near = nearestWord(topic, commandNames());
        return fail(WrongUsage, near.isEmpty() ? tr("There is no command “%1”. “quarterdeck help” lists them.").arg(topic) : tr("There is no command “%1”. Did you mean “%2”?").arg(topic, near));
    }
    terminal().print(about(*command).join(QLatin1Char('\n')));
    end(AllWell);
}

QStringList Help::overview() const
{
    QStringList lines{tr("Quarterdeck shows what AI applications on Postgres cost, how fast and how wrong they are, since when and with which deploy. It reads only."), {}};
    Table commands({{}, {}});
    for (const CommandFacts &command : commandTable())
        commands.add({QStringLiteral("quarterdeck %1 %2").arg(QLatin1String(command.name), QLatin1String(command.arguments)).simplified(), translatedFact(command.summary)});
    lines += commands.lines(terminal().width());
    lines += QStringList{QString(), tr("“quarterdeck help COMMAND” says what a command takes, “quarterdeck help json” what every key of --json means."), {}, tr("It ends with")};
    Table codes({QStringLiteral(">"), {}});
    codes.add({QStringLiteral("0"), tr("everything asked for is ok or warning (--strict: ok only)")});
    codes.add({QStringLiteral("1"), tr("something fails, or an operation did not succeed")});
    codes.add({QStringLiteral("2"), tr("wrong usage")});
    codes.add({QStringLiteral("3"), tr("nothing could be read, not even from the mirror")});
    codes.add({QStringLiteral("4"), tr("refused: locked, guard, missing confirmation")});
    codes.add({QStringLiteral("5"), tr("nothing fails, but something is unknown, too old or needs a person")});
    return lines + codes.lines(terminal().width());
}

QStringList Help::about(const CommandFacts &command) const
{
    QStringList lines{QStringLiteral("quarterdeck %1 %2").arg(QLatin1String(command.name), QLatin1String(command.arguments)).simplified(), QStringLiteral("  ") + translatedFact(command.summary), {}};
    Table options({{}, {}});
    for (const OptionFacts &option : optionTable()) {
        if (!std::ranges::any_of(command.options, [&](const char *name) { return qstrcmp(name, option.name) == 0; }))
            continue;
        const QString letter = *option.letter ? QStringLiteral("-%1, ").arg(QLatin1String(option.letter)) : QString();
        options.add({letter + QStringLiteral("--%1 %2").arg(QLatin1String(option.name), QLatin1String(option.value)).trimmed(), translatedFact(option.summary)});
    }
    return lines + options.lines(terminal().width());
}

void Help::keys()
{
    if (line().wantsJson()) {
        printDocument(jsonKeysDocument());
        return end(AllWell);
    }
    Table table({tr("command"), tr("key"), tr("type"), tr("meaning")});
    for (const JsonKey &key : jsonKeys())
        table.add({key.command, key.path, key.type, key.says});
    terminal().print(table.lines(terminal().width(), QString()).join(QLatin1Char('\n')));
    end(AllWell);
}

} // namespace qd::app
