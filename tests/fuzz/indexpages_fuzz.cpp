// Pages of HNSW and IVFFlat indexes as anybody may have left them. What is accepted must be searchable
// without reading beyond the pages. Seeds: relation files of small indexes.
#include "retrieval/vectors/hnswgraph.h"
#include "retrieval/vectors/ivfflat.h"

#include <cstdlib>

using namespace qd;
using namespace qd::retrieval;

static void demand(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArrayView view(reinterpret_cast<const char *>(bytes), qsizetype(size));
    for (const ElementType type : {ElementType::Float32, ElementType::Float16}) {
        IndexOrder order = *IndexOrder::named(type == ElementType::Float32 ? "vector_cosine_ops" : "halfvec_l2_ops");
        const std::vector<float> query(16'000 * 2, 1.f);
        IndexSettings settings;
        settings.iterativeScan = IterativeScan::Relaxed;
        if (const auto graph = HnswGraph::fromPages(view, type)) {
            HnswRoom room;
            HnswScan scan(*graph, order, settings, query.data(), room);
            for (int i = 0; i < 1000 && scan.next(); ++i) { }
        } else {
            demand(!graph.error().message.isEmpty());
        }
        if (const auto index = IvfflatIndex::fromPages(view, type); index && index->dims() <= 16'000) {
            IvfflatScan scan(*index, order, settings, query.data());
            for (int i = 0; i < 1000 && scan.next(); ++i) { }
        } else {
            demand(index || !index.error().message.isEmpty());
        }
    }
    return 0;
}
