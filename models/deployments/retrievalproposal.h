#pragma once

// Where an unknown database keeps what it searches: tables with a column of embeddings and one of
// text, and the mapping proposed for each.

#include "deployments/retrievalprofile.h"
#include "deployments/target.h"

namespace qd {

struct RetrievalProposal
{
    RetrievalSource source;
    double score = 0;     // 0 to 1
    QString because;      // whole sentences
};

// Best first, at most ten. A proposal is a guess: somebody has to look at it before it becomes part of
// a profile. Reads catalogs only.
Reply<QList<RetrievalProposal>> proposeRetrieval(Target *target);

// One candidate of retrieval_candidates.sql; nothing for a table without text.
std::optional<RetrievalProposal> retrievalProposalFrom(const QJsonObject &candidate);

} // namespace qd
