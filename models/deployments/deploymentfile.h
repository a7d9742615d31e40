#pragma once

// How deployments.toml is written.

#include "deployments/deployment.h"

namespace qd {

struct StoredDeployment
{
    Deployment deployment;
    int line = 0;                   // of [[deployments]]
    QMap<QString, QString> unknown; // keys of another version and their values as TOML
};

// Wrong: file, line, what was expected.
Result<QList<StoredDeployment>> readDeployments(const QByteArray &toml, const QString &file);
// The new text of the file: what did not change is taken over as it stands in `before`.
Result<QByteArray> writtenDeployments(const QList<Deployment> &deployments, const QByteArray &before, const QString &file);
// Wrong: what of it must not be stored. Checked before writing and after reading.
Result<> storable(const Deployment &deployment);

} // namespace qd
