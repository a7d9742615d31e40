#include "app/terminal.h"

#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <sys/ioctl.h>
#include <unistd.h>

namespace qd::app {

static bool writeTo(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const bool isWritten = fwrite(bytes.constData(), 1, size_t(bytes.size()), stream) == size_t(bytes.size());
    return fflush(stream) == 0 && isWritten;
}

Terminal::Terminal()
    : m_isColoured(isatty(STDOUT_FILENO) && qEnvironmentVariableIsEmpty("NO_COLOR") && qEnvironmentVariable("TERM") != QLatin1String("dumb"))
    , m_mayAsk(isatty(STDIN_FILENO))
    , m_isErrorTerminal(isatty(STDERR_FILENO))
    , m_width(140) // in a pipe or a file nobody folds lines
{
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20)
        m_width = size.ws_col;
}

void Terminal::print(const QString &text) const
{
    endProgress();
    answer(text + QLatin1Char('\n'));
}

void Terminal::printJson(const QJsonObject &document) const
{
    endProgress();
    answer(QString::fromUtf8(QJsonDocument(document).toJson()));
}

// Half an answer must not look like a whole one to a script. A reader that has enough (head) is
// not a failure.
void Terminal::answer(const QString &text) const
{
    if (!writeTo(stdout, text) && errno != EPIPE && m_writeError.isEmpty())
        m_writeError = QString::fromLocal8Bit(strerror(errno));
}

void Terminal::say(const QString &sentence) const
{
    endProgress();
    writeTo(stderr, sentence + QLatin1Char('\n'));
}

void Terminal::progress(const QString &sentence) const
{
    if (!m_isErrorTerminal || sentence.isEmpty())
        return;
    writeTo(stderr, QStringLiteral("\r\033[K") + sentence.left(m_width - 1));
    m_hasProgress = true;
}

void Terminal::endProgress() const
{
    if (std::exchange(m_hasProgress, false))
        writeTo(stderr, QStringLiteral("\r\033[K"));
}

QString Terminal::ask(const QString &question) const
{
    writeTo(stderr, question + QLatin1Char(' '));
    QFile input;
    if (!input.open(stdin, QFile::ReadOnly))
        return {};
    return QString::fromUtf8(input.readLine()).trimmed();
}

QString readStandardInput()
{
    QFile input;
    if (!input.open(stdin, QFile::ReadOnly))
        return {};
    return QString::fromUtf8(input.read(64 * 1024)).trimmed();
}

} // namespace qd::app
