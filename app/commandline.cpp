#include "app/commandline.h"

#include "deployments/tomlfile.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace qd::app {

namespace {

struct CommandLineWords
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Error usage(const QString &sentence)
{
    return {Error::Kind::Wrong, sentence};
}

// Takes the words one by one; the first that is no option is the command.
class CommandLineReader
{
public:
    explicit CommandLineReader(const QStringList &words) : m_words(words) {}

    Result<CommandLine> read()
    {
        while (m_at < m_words.size()) {
            const QString word = m_words[m_at++];
            if (carriesPassword(word))
                return failure(usage(CommandLineWords::tr("A password on the command line is seen by everybody on this computer and stays in the shell's history, so it is refused here. Use --url-stdin, or an address without password and --password env:NAME or pgpass.")));
            const bool isOption = !m_onlyArguments && word.size() > 1 && word.startsWith(QLatin1Char('-'));
            if (word == QLatin1String("--") && !m_onlyArguments)
                m_onlyArguments = true;
            else if (const Result<> taken = isOption ? takeOption(word) : takeWord(word); !taken)
                return failure(taken.error());
        }
        return finish();
    }

private:
    Result<> takeWord(const QString &word)
    {
        if (!m_command.isNull()) {
            m_line.arguments << word;
            return {};
        }
        m_command = word;
        if (!word.isEmpty() && findCommand(word))
            return {};
        const QString near = nearestWord(word, commandNames());
        return failure(usage(near.isEmpty() ? CommandLineWords::tr("There is no command “%1”. “quarterdeck help” lists them.").arg(word)
                                            : CommandLineWords::tr("There is no command “%1”. Did you mean “%2”?").arg(word, near)));
    }

    Result<> takeOption(const QString &word)
    {
        const bool isLong = word.startsWith(QLatin1String("--"));
        const QString text = word.mid(isLong ? 2 : 1);
        QString name = isLong ? text.section(QLatin1Char('='), 0, 0) : text.left(1);
        if (name == QLatin1String("version") && isLong) {
            m_command = QStringLiteral("version");
            return {};
        }
        const auto &table = optionTable();
        const auto option = std::ranges::find_if(table, [&](const OptionFacts &facts) { return name == QLatin1String(isLong ? facts.name : facts.letter); });
        if (option == table.end()) {
            QStringList names;
            for (const OptionFacts &facts : table)
                names << QLatin1String(facts.name);
            // A single letter is near to every short name.
            const QString near = isLong ? nearestWord(name, names) : QString();
            return failure(usage(near.isEmpty() ? CommandLineWords::tr("There is no option “%1”. “quarterdeck help” lists them.").arg(word)
                                                : CommandLineWords::tr("There is no option “%1”. Did you mean “--%2”?").arg(word, near)));
        }
        name = QLatin1String(option->name);
        const bool hasInline = isLong ? text.contains(QLatin1Char('=')) : text.size() > 1;
        if (!*option->value && hasInline)
            return failure(usage(CommandLineWords::tr("The option “--%1” takes no value.").arg(name)));
        QString value;
        if (*option->value) {
            if (!hasInline && m_at == m_words.size())
                return failure(usage(CommandLineWords::tr("The option “--%1” needs a value: %2.").arg(name, QLatin1String(option->value))));
            value = hasInline ? (isLong ? text.section(QLatin1Char('='), 1) : text.mid(1)) : m_words[m_at++];
        }
        if (carriesPassword(value))
            return failure(usage(CommandLineWords::tr("A password on the command line is seen by everybody on this computer and stays in the shell's history, so it is refused here. Use --url-stdin, or an address without password and --password env:NAME or pgpass.")));
        if (m_line.options.contains(name) && *option->value && !option->mayRepeat)
            return failure(usage(CommandLineWords::tr("The option “--%1” is given twice.").arg(name)));
        m_line.options[name] << value;
        return {};
    }

    Result<CommandLine> finish()
    {
        if (m_line.has("help")) {
            CommandLine help;
            help.command = QStringLiteral("help");
            if (!m_command.isEmpty())
                help.arguments << m_command;
            return help;
        }
        m_line.command = m_command;
        const CommandFacts &command = *findCommand(m_command.isNull() ? QString() : m_command);
        const QString shown = m_command.isEmpty() ? QStringLiteral("quarterdeck") : m_command;
        for (const QString &option : m_line.options.keys()) {
            if (!std::ranges::any_of(command.options, [&](const char *name) { return option == QLatin1String(name); }))
                return failure(usage(CommandLineWords::tr("“%1” has no option “--%2”. “quarterdeck help %1” says what it has.").arg(shown, option)));
        }
        if (m_line.arguments.size() < command.least)
            return failure(usage(CommandLineWords::tr("Something is missing: quarterdeck %1 %2").arg(shown, QLatin1String(command.arguments))));
        if (m_line.arguments.size() > command.most)
            return failure(usage(CommandLineWords::tr("“%1” is one word too many for “%2”.").arg(m_line.arguments[command.most], shown)));
        return m_line;
    }

    QStringList m_words;
    qsizetype m_at = 0;
    bool m_onlyArguments = false;
    QString m_command;
    CommandLine m_line;
};

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &words)
{
    return CommandLineReader(words).read();
}

Result<std::chrono::milliseconds> lengthFromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,6})(s|m|min|h|d)$"));
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return failure(usage(CommandLineWords::tr("“%1” is no length of time. Examples: 90s, 5m, 2h, 3d.").arg(text)));
    const QString unit = match.captured(2);
    const qint64 seconds = unit == QLatin1String("s") ? 1 : unit == QLatin1String("h") ? 3600 : unit == QLatin1String("d") ? 86400 : 60;
    return std::chrono::seconds(match.captured(1).toLongLong() * seconds);
}

bool carriesPassword(const QString &text)
{
    static const QRegularExpression inUrl(QStringLiteral("://[^\\s/@?#]*:[^\\s/]+@")), asKey(QStringLiteral("(^|[\\s?&;])(ssl)?password\\s*=\\s*[^\\s&]"), QRegularExpression::CaseInsensitiveOption);
    return inUrl.match(text).hasMatch() || asKey.match(text).hasMatch();
}

} // namespace qd::app
