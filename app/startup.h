#pragma once

#include "app/commandline.h"
#include "app/terminal.h"

#include <QLocale>
#include <QTranslator>

namespace qd::app {

QStringList wordsOf(int count, char **words);

// Chooses where windows go before Qt does: pictures are taken offscreen, the window needs a
// display. An exit code when there is none, after saying so.
std::optional<int> preparePlatform(const Result<CommandLine> &line, const Terminal &terminal);

// The user's language, or the system's, for as long as it lives.
class Translation
{
public:
    Translation();
    ~Translation();

private:
    QTranslator m_ours, m_qts;
};

void startLog();
int refuseUsage(const Error &error, const QStringList &words, const Terminal &terminal);

} // namespace qd::app
