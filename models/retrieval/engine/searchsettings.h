#pragma once

// How production searches, as data: what its search function, its index and its session settings say.
// A snapshot notes production's own; the page changes one thing after another.

#include "retrieval/fusion.h"
#include "retrieval/text/bm25.h"
#include "retrieval/vectors/exactsearch.h"
#include "retrieval/vectors/indexscan.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace qd::retrieval {

struct SearchSettings
{
    enum class Mode { Vector, Text, Hybrid, Bm25 };
    // Which way the planner takes to the nearest vectors. With Hnsw and Ivfflat the index gives out
    // rows and filters come after it; with Exact every row that passes the filters is scored.
    enum class Scan { Exact, Hnsw, Ivfflat };
    enum class TextFunction { WebSearch, Plain, Phrase, Standard }; // …_to_tsquery
    enum class Ranking { Rank, CoverDensity, Bm25 };
    // Joined: two ranked lists and their full outer join. EveryRow: one pass over the table that adds
    // both scores of every row, matching or not; a row without embedding or tsvector has no score
    // and comes last.
    enum class Legs { Joined, EveryRow };
    enum class Quantisation { None, Halfvec };

    Mode mode = Mode::Vector;
    int limit = 10;

    Metric metric = Metric::Cosine;
    Scan scan = Scan::Exact;
    QString index;                      // empty: the corpus's only index of that kind
    IndexSettings indexSettings;        // ef_search, probes, iterative scans
    // To try an index before anybody builds it: not 0 or Halfvec means one built here, with these options,
    // instead of production's.
    int m = 0, efConstruction = 0, lists = 0;
    Quantisation quantisation = Quantisation::None; // of HNSW: an index on (embedding::halfvec(n))
    std::optional<Threshold> threshold; // of the vector search, also where it is one leg of two

    int vectorLimit = 0, textLimit = 0; // of the legs of a hybrid search; 0: none
    double vectorWeight = 1, textWeight = 1;
    FusionFormula fusion = FusionFormula::NumericReciprocalTimesWeight;
    FusionRanks ranks = FusionRanks::RowNumber;
    int k = 60;
    Legs legs = Legs::Joined;

    TextFunction textFunction = TextFunction::WebSearch;
    Configuration configuration = Configuration::English;
    Ranking ranking = Ranking::Rank; // Mode::Bm25 ranks by BM25 whatever this says
    int rankFlags = 0;
    RankWeights rankWeights = DefaultRankWeights;
    Bm25Form bm25;

    std::optional<QString> asUser; // only rows of this owner
    QStringList status;            // accepted values; empty: any, also none
    QStringList documents;         // likewise, keys of documents
    QJsonObject metadata;          // contained in the row's metadata, as @> understands it
    QString model;                 // of the embeddings; empty: not said

    // What production's function calls a setting, so that a suggestion can be pasted: "limit",
    // "threshold", "text_weight", "vector_weight" → "match_count" … What is missing is not a
    // parameter of it.
    QMap<QString, QString> arguments;

    bool usesVectors() const { return mode == Mode::Vector || mode == Mode::Hybrid; }
    bool usesText() const { return mode != Mode::Vector; }
    bool usesBm25() const { return mode == Mode::Bm25 || (mode != Mode::Vector && ranking == Ranking::Bm25); }

    // With the keys of RETRIEVAL.md; every key is written. Reading takes defaults for those that are
    // missing; an unknown key, a value of another kind or out of the server's range is an error
    // that names the key.
    QJsonObject toJson() const;
    static Result<SearchSettings> fromJson(const QJsonObject &json);
    static Result<SearchSettings> fromJson(QByteArrayView bytes);
    bool operator==(const SearchSettings &other) const { return toJson() == other.toJson(); }
};

// The names used in JSON, for choices and command lines: "hnsw", "ts_rank_cd" …
QString nameOf(SearchSettings::Mode mode);
QString nameOf(SearchSettings::Scan scan);
QString nameOf(SearchSettings::Ranking ranking);
QString nameOf(Metric metric);
QString nameOf(IterativeScan scan);
QString nameOf(FusionFormula formula);
// The operator as SQL writes it: "<=>".
QString operatorOf(Metric metric);

// What is asked. For searches by meaning an embedding is needed: the one given here, else the one
// recorded in the snapshot for this text and model, else `like`: "find like this chunk".
struct Question
{
    QString text;
    std::vector<float> embedding = {};
    QString model = {}; // that the embedding comes from; empty: not said
    std::optional<quint32> like = {}; // a row of the corpus whose own embedding is asked with
};

} // namespace qd::retrieval
