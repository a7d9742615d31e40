#pragma once

#include <QString>

namespace qd::log {

// Starts writing to <data>/log/quarterdeck.log (rotated at 5 MB, three files) and warnings to
// stderr. Qt's own messages go the same way. Everything passes through redacted() first.
void start(const QString &folder);

void info(const QString &message);
void warning(const QString &message);
void error(const QString &message);

} // namespace qd::log
