#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFileDevice>

namespace qd {

// Puts a whole file in the place of an old one: written beside it, flushed to the disk, renamed.
// Refused: the disk is full, or one may not write there; then the old file is as it was.
Result<> saveFile(const QString &name, const QByteArray &bytes, QFileDevice::Permissions permissions = {});

} // namespace qd
