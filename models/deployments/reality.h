#pragma once

// Judges what the catalogs say about a mapped table. No database in here.

#include "deployments/discovery.h"

#include <QJsonObject>

namespace qd {

// What resources/sql/source_reality.sql answered → everything but whether there are rows.
SourceReality realityFrom(const TelemetrySource &source, const QJsonObject &catalog, const QString &asked, Instant at);
// Whether there are rows: yes, no, or why that is not known.
void addRows(SourceReality &reality, const Result<bool> &hasRows, const QString &asked, Instant at);

} // namespace qd
