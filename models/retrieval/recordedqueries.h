#pragma once

// What a snapshot notes about itself, by name, and the embeddings of questions that were asked once:
// kept by model and dimension, so that asking again needs neither network nor key, and a question of
// another model is never answered with the wrong numbers.

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QMap>
#include <QString>

#include <optional>
#include <tuple>
#include <vector>

namespace qd::retrieval::notes {

constexpr char SearchFunction[] = "search.function";     // its source, as pg_get_functiondef() prints it
constexpr char SearchParameters[] = "search.parameters"; // JSON
constexpr char IndexDefinitions[] = "index.definitions"; // JSON: name, definition, operator class, options
constexpr char Settings[] = "settings";                  // JSON: name → value, as current_setting() says
constexpr char Calibration[] = "calibration";            // Calibration::toText()
constexpr char Judgements[] = "judgements";              // JSONL: query, key, grade
constexpr char Queries[] = "queries";                    // RecordedQueries::toBytes()
constexpr char Plan[] = "plan";                          // EXPLAIN (FORMAT JSON) of the search
constexpr char IndexPages[] = "index.pages/";            // and the index's name: its relation file

} // namespace qd::retrieval::notes

namespace qd::retrieval {

class RecordedQueries
{
public:
    void record(const QString &model, const QString &question, const std::vector<float> &embedding);
    // Nothing if this question was not asked with this model and dimension.
    std::optional<std::vector<float>> find(const QString &model, int dims, const QString &question) const;
    qsizetype count() const { return m_known.size(); }

    QByteArray toBytes() const;
    static Result<RecordedQueries> fromBytes(QByteArrayView bytes);

private:
    QMap<std::tuple<QString, int, QString>, std::vector<float>> m_known;
};

} // namespace qd::retrieval
