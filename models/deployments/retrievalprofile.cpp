#include "deployments/retrievalprofile.h"

#include "postgres/statement.h"

#include <algorithm>

namespace qd {

QByteArray DocumentTable::relation() const { return pg::qualified(schema, table); }
QByteArray RetrievalSource::relation() const { return pg::qualified(schema, table); }

template <typename Named>
static const Named *namedOrFirst(const QList<Named> &all, const QString &name)
{
    const auto found = std::find_if(all.cbegin(), all.cend(), [&name](const Named &one) { return name.isEmpty() || one.name == name; });
    return found == all.cend() ? nullptr : &*found;
}

const RetrievalSource *RetrievalProfile::source(const QString &name) const { return namedOrFirst(sources, name); }
const RetrievalSearch *RetrievalProfile::search(const QString &name) const { return namedOrFirst(searches, name); }

} // namespace qd
