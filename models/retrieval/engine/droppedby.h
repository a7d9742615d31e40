#pragma once

// Which stage dropped a row. Private to the layer.

#include "retrieval/engine/whynot.h"

namespace qd::retrieval {

// As whyNot(), without looking for changes.
Result<WhyNot> stageOf(const Corpus &corpus, const Question &question, const SearchSettings &settings, quint32 row, const CorpusWork &work);

} // namespace qd::retrieval
