#pragma once

#include "core/result.h"

#include <QString>

namespace qd::paths {

// Where Quarterdeck keeps its files. QUARTERDECK_HOME, when set, holds everything (config and
// data below it); otherwise $XDG_CONFIG_HOME/quarterdeck and $XDG_DATA_HOME/quarterdeck.
QString config(); // deployments.toml, profiles/, settings.ini, prices.csv (the user's changes)
QString data();   // mirror/, journal/, logs

// Makes the folder with mode 0700. The error names the folder and what prevents it.
Result<QString> ensure(const QString &folder);

} // namespace qd::paths
