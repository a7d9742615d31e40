#pragma once

#include "app/commandline.h"
#include "retrieval/engine/search.h"

namespace qd::app {

// The file of a snapshot by what the user wrote; "sample" is the one that comes with the program.
Result<QString> corpusPathOf(const QString &file);
// Production's settings with what --mode, --as-user, --limit, --ef, --probes and --set KEY=VALUE change.
Result<retrieval::SearchSettings> searchSettingsFrom(const CommandLine &line, const retrieval::SearchSettings &production);

// The question with an embedding, where one is needed and can be had without asking anybody: recorded,
// or hashed for a corpus that was hashed. Without one it is returned as it is.
retrieval::Question withEmbedding(const retrieval::Corpus &corpus, retrieval::Question question, const retrieval::SearchSettings &settings);
// Whether it can be asked as it is.
bool lacksEmbedding(const retrieval::Corpus &corpus, const retrieval::Question &question, const retrieval::SearchSettings &settings);

} // namespace qd::app
