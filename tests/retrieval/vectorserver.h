#pragma once

// A private PostgreSQL with pgvector, and vectors as SQL writes them.

#include "retrieval/vectors/arithmetic.h"
#include "retrieval/vectors/calibration.h"
#include "support/cluster.h"

#include <QByteArray>

#include <bit>
#include <random>

namespace qd::test {

using Floats = std::vector<float>;

inline QByteArray literal(const float *vector, int dims)
{
    QByteArray text = "[";
    for (int i = 0; i < dims; ++i)
        text += (i ? "," : "") + QByteArray::number(double(vector[i]), 'g', 9);
    return text + ']';
}

inline QByteArray literal(const Floats &vector) { return literal(vector.data(), int(vector.size())); }

inline std::vector<quint16> halves(const Floats &vector)
{
    std::vector<quint16> halves;
    for (const float value : vector)
        halves.push_back(retrieval::toHalf(value));
    return halves;
}

inline bool hasSameBits(double a, double b)
{
    return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b) || (a != a && b != b);
}

inline double fromHex(QStringView hex)
{
    return std::bit_cast<double>(hex.toULongLong(nullptr, 16));
}

// Vectors as embeddings are: clusters around a common direction.
class Embeddings
{
public:
    Embeddings(int dims, int clusters, quint32 seed)
        : m_dims(dims)
        , m_random(seed)
    {
        for (int i = 0; i < clusters; ++i)
            m_centres.push_back(gauss(1.f));
        m_common = gauss(0.5f);
    }

    Floats next(bool isUnit = true)
    {
        const Floats &centre = m_centres[m_random() % m_centres.size()];
        Floats vector = gauss(0.7f);
        double length = 0;
        for (size_t i = 0; i < vector.size(); ++i) {
            vector[i] += centre[i] + m_common[i];
            length += double(vector[i]) * double(vector[i]);
        }
        if (isUnit) {
            for (float &value : vector)
                value = float(double(value) / std::sqrt(length));
        }
        return vector;
    }

    quint32 number() { return quint32(m_random()); }

private:
    Floats gauss(float width)
    {
        std::normal_distribution<float> normal(0, width);
        Floats vector(size_t(m_dims), 0.f);
        for (float &value : vector)
            value = normal(m_random);
        return vector;
    }

    int m_dims;
    std::mt19937 m_random;
    std::vector<Floats> m_centres;
    Floats m_common;
};

class VectorServer
{
public:
    explicit VectorServer(QStringList settings = {})
        : m_cluster(options(settings))
    {
        m_cluster.execute(QStringLiteral("create extension vector; create extension pageinspect"));
    }

    QString execute(const QByteArray &sql) const { return m_cluster.execute(QString::fromUtf8(sql)); }
    // Lines of cells.
    QList<QList<QByteArray>> rows(const QByteArray &sql) const
    {
        QList<QList<QByteArray>> rows;
        const QByteArray text = execute(sql).toUtf8();
        for (const QByteArray &line : text.split('\n')) {
            if (!line.isEmpty())
                rows << line.split('|');
        }
        return rows;
    }
    retrieval::Calibration calibration() const
    {
        return retrieval::Calibration::read(rows(retrieval::Calibration::sql("public", true))).value();
    }
    const Cluster &cluster() const { return m_cluster; }

private:
    static ClusterOptions options(const QStringList &settings)
    {
        ClusterOptions options;
        options.settings = settings;
        options.settings << QStringLiteral("max_parallel_workers_per_gather = 0") << QStringLiteral("jit = off") << QStringLiteral("autovacuum = off");
        return options;
    }
    Cluster m_cluster;
};

} // namespace qd::test
