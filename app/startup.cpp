#include "app/startup.h"

#include "app/commands/command.h"
#include "core/log.h"
#include "core/paths.h"
#include "core/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <cstdio>
#include <cstdlib>

namespace qd::app {

QStringList wordsOf(int count, char **words)
{
    QStringList list;
    for (int i = 1; i < count; ++i)
        list << QString::fromLocal8Bit(words[i]);
    return list;
}

namespace {

QString noDisplay()
{
    return QCoreApplication::translate("Startup", "There is no display for the window here. “quarterdeck show overview” says the same in words, “quarterdeck capture DIR” in pictures.");
}

// Qt ends the program with a core dump when the display that is named does not answer. Stands in
// until the log takes the messages.
void withoutDisplay(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtFatalMsg && message.contains(QLatin1String("platform plugin"))) {
        Terminal().say(noDisplay());
        std::_Exit(WrongUsage);
    }
    if (!QByteArrayView(context.category).startsWith("qt.qpa"))
        fprintf(stderr, "%s\n", qPrintable(message));
}

} // namespace

std::optional<int> preparePlatform(const Result<CommandLine> &line, const Terminal &terminal)
{
    if (!line || !line->needsWindow() || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        return {};
    if (line->command == QLatin1String("capture")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return {};
    }
    if (!qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        qInstallMessageHandler(withoutDisplay);
        return {};
    }
    terminal.say(noDisplay());
    return WrongUsage;
}

Translation::Translation()
{
    const QString chosen = settings::Language.value();
    QLocale locale = chosen.isEmpty() ? QLocale::system() : QLocale(chosen);
    // The C locale groups no digits; English is what its users read.
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English, QLocale::UnitedStates);
    QLocale::setDefault(locale);
    if (m_ours.load(locale, QStringLiteral("quarterdeck"), QStringLiteral("_"), QStringLiteral(":/translations")))
        QCoreApplication::installTranslator(&m_ours);
    if (m_qts.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
}

void startLog()
{
    QCoreApplication::setApplicationName(QStringLiteral("quarterdeck"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QUARTERDECK_VERSION));
    const QString folder = paths::data() + QStringLiteral("/log");
    if (const Result<QString> made = paths::ensure(paths::data()); made)
        log::start(folder);
}

int refuseUsage(const Error &error, const QStringList &words, const Terminal &terminal)
{
    terminal.say(error.message);
    if (words.contains(QLatin1String("--json"))) {
        QJsonObject document = documentOf(words.value(0), {}, Clock::system().now(), {}, {});
        document.insert(QStringLiteral("error"), errorJson(error));
        terminal.printJson(document);
    }
    return WrongUsage;
}

} // namespace qd::app
