#pragma once

// Asks production's own search what it would answer now, read-only and with a time-out, for the page
// that shows it beside the offline answer.

#include "capture/searchcall.h"
#include "core/async.h"
#include "deployments/target.h"

#include <QObject>

#include <memory>

namespace qd::capture {

struct ProductionRow
{
    QByteArray key;                 // empty: the answer does not tell which chunk it is
    std::optional<double> score;    // as the search shows it
    int rank = 0;                   // from 1
    std::optional<QByteArray> text;
    QMap<QString, double> parts;    // of the profile's, as far as they are numbers
};

struct ProductionAnswer
{
    QList<ProductionRow> rows;
    std::chrono::microseconds took{0}; // from asking to the last byte
    QByteArray plan;                // EXPLAIN (format json); empty: not asked, or not known
    QString planRemark;             // why there is none, a finished sentence
    QByteArray sql;                 // as it was sent, without the embedding
    Instant at;
};

struct ProductionQuestion
{
    QString search = {};            // of the profile; empty: the first
    SearchInput input = {};
    std::chrono::milliseconds timeout{10'000};
    bool wantsPlan = true;
    bool mayRunForPlan = false;     // EXPLAIN ANALYZE: runs the search once more
    // `set local` for this one question: hnsw.ef_search, ivfflat.probes, …; others are refused.
    QMap<QString, QString> settings = {};
};

class ProductionSearch : public QObject
{
    Q_OBJECT

public:
    ProductionSearch(Target *target, RetrievalProfile profile, QObject *parent = nullptr);
    ~ProductionSearch() override;

    // Missing: no such search or function; Refused: names the grant, or a setting that may not be
    // set; Wrong: the search needs what was not given, or an embedding of another dimension.
    Reply<ProductionAnswer> ask(const ProductionQuestion &question);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace qd::capture
