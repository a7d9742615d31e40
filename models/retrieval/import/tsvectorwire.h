#pragma once

#include "retrieval/text/tsvector.h"

namespace qd::retrieval {

// A vector in the server's binary form (tsvectorsend), as snapshots keep it; TsVector::fromBinary()
// reads it.
QByteArray tsvectorWire(const TsVector &vector);

} // namespace qd::retrieval
