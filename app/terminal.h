#pragma once

#include "core/check.h"
#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace qd::app {

// Where commands write: answers to standard output, everything else to standard error. Colours
// only on a terminal, and not when NO_COLOR is set.
class Terminal
{
public:
    Terminal();

    void print(const QString &text) const;             // with a line end
    void printJson(const QJsonObject &document) const;
    void say(const QString &sentence) const;           // to standard error
    // A line that the next one replaces; only on a terminal.
    void progress(const QString &sentence) const;
    void endProgress() const;

    // Why an answer could not be written: a full disk behind standard output. Empty: it could.
    QString writeError() const { return m_writeError; }

    bool isColoured() const { return m_isColoured; }
    bool mayAsk() const { return m_mayAsk; }           // a person sits at standard input
    QString ask(const QString &question) const;
    int width() const { return m_width; }

private:
    void answer(const QString &text) const;

    bool m_isColoured, m_mayAsk, m_isErrorTerminal;
    int m_width;
    mutable bool m_hasProgress = false;
    mutable QString m_writeError;
};

// All of standard input, without the line end; for --url-stdin.
QString readStandardInput();

} // namespace qd::app
