#pragma once

// One line of a corpus: a JSON object with "id" and "text" and what else a chunk may have.

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSet>

#include <optional>
#include <vector>

namespace qd::retrieval {

struct CorpusLine
{
    QByteArray key, text;
    std::optional<QByteArray> title, document, section, owner, status, model, metadata; // metadata: JSON
    std::optional<qint64> ordinal, page, begin, end;
    std::optional<std::vector<float>> embedding;
    QSet<QString> unknown; // keys that mean nothing here
};

// The message is what was expected, as a sentence without file and line. A number of an embedding that
// a float32 cannot hold comes as an infinity, for whoever keeps it to judge.
Result<CorpusLine> readCorpusLine(QByteArrayView json);

} // namespace qd::retrieval
