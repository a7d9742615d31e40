#pragma once

// An IVFFlat index built here, for trying numbers of lists before anybody rebuilds production's and for
// servers whose pages cannot be had. As pgvector does it (ivfbuild.c, ivfkmeans.c): 50 rows per list and at
// least 10,000 are sampled, clustered from a k-means++ start, and every row goes to its nearest centre.
// Another sample gives other centres, so answers agree in the mean only: their grade is Statistical.

#include "retrieval/vectors/ivfflat.h"

namespace qd::retrieval {

struct IvfflatBuildSettings
{
    int lists = 100;
    quint64 seed = 1; // the same seed gives the same index
};

class IvfflatBuilder
{
public:
    // Rows without an embedding, and for cosine those without length, are left out. Cancelled when
    // `isStopped` says so; it is told which share of the work is done.
    static Result<IvfflatIndex> build(const VectorColumn &column, const IndexOrder &order, const IvfflatBuildSettings &settings, const std::function<HeapTid(quint32)> &tidOf,
                                      const std::function<bool(double)> &isStopped = {});

private:
    IvfflatBuilder(const VectorColumn &column, const IndexOrder &order, const IvfflatBuildSettings &settings, const std::function<bool(double)> &isStopped);
    void keepRows();
    bool chooseCentres();
    bool moveCentres();
    void setCentre(size_t list, const std::vector<double> &sum, double count);
    // The nearest of the first `count` centres and its distance.
    std::pair<size_t, double> nearest(const std::byte *vector, size_t count);
    bool isStopped(double share) const { return m_isStopped && m_isStopped(share); }
    const std::byte *vectorAt(size_t number) const { return m_vectors.get() + number * m_rowBytes; }
    double element(const std::byte *vector, size_t i) const;

    const VectorColumn &m_column;
    IndexOrder m_order;
    IvfflatBuildSettings m_settings;
    const std::function<bool(double)> &m_isStopped;
    size_t m_rowBytes;
    std::unique_ptr<std::byte[]> m_vectors, m_centres; // as the index stores them
    std::vector<quint32> m_rows;
    std::vector<size_t> m_samples; // numbers of vectors
    size_t m_lists = 0;
    Distances m_distances;
};

} // namespace qd::retrieval
