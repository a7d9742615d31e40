// A whole sweep: 12 values of ef_search × 1,000 questions with recall and nDCG over 100,000 × 384, as the
// page runs it, and how soon its first points come. With a server (second argument "server") also how
// much longer one process of pgvector takes to build an index than it takes here: the factor that
// estimates of build times use. Usage: sweep_bench [ROWS] [server]
#include "retrieval/engine/sweep.h"
#include "retrieval/enginecorpus.h"
#include "retrieval/vectors/hnswbuild.h"
#include "retrieval/vectorserver.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace qd;
using namespace qd::retrieval;
using namespace qd::test;

namespace {

constexpr int Dims = 384, Questions = 1000;

// A gaussian mixture in 64 dimensions, projected, with a common mean and a little noise: near enough
// to what embeddings look like (facts/retrieval.md §3).
class LatentMixture
{
public:
    LatentMixture()
    {
        m_projection = many(Dims * Latent, 1.f / 8);
        m_centres = many(1000 * Latent, 1);
        m_mean = many(Dims, 0.5f);
        std::vector<double> weights;
        for (int i = 1; i <= 1000; ++i)
            weights.push_back(std::pow(i, -0.7));
        m_pick = std::discrete_distribution<int>(weights.begin(), weights.end());
    }
    std::vector<float> next()
    {
        const std::size_t cluster = std::size_t(m_pick(m_random));
        float latent[Latent];
        for (std::size_t i = 0; i < Latent; ++i)
            latent[i] = m_centres[cluster * Latent + i] + 0.7f * m_normal(m_random);
        std::vector<float> vector(Dims);
        double squares = 0;
        for (std::size_t d = 0; d < Dims; ++d) {
            float sum = m_mean[d] + 0.25f * m_normal(m_random);
            for (std::size_t i = 0; i < Latent; ++i)
                sum += m_projection[d * Latent + i] * latent[i];
            vector[d] = sum;
            squares += double(sum) * double(sum);
        }
        for (float &value : vector)
            value = float(double(value) / std::sqrt(squares));
        return vector;
    }

private:
    static constexpr std::size_t Latent = 64;
    std::vector<float> many(std::size_t count, float width)
    {
        std::vector<float> values(count);
        for (float &value : values)
            value = width * m_normal(m_random);
        return values;
    }
    std::mt19937_64 m_random{20240607};
    std::normal_distribution<float> m_normal;
    std::vector<float> m_projection, m_centres, m_mean;
    std::discrete_distribution<int> m_pick;
};

void compareBuilds(LatentMixture &mixture)
{
    constexpr int Rows = 20'000;
    std::vector<float> elements;
    QByteArray sql = "create table d (id int, e vector(384)); alter table d alter e set storage plain; copy d from stdin;\n";
    for (int i = 0; i < Rows; ++i) {
        const std::vector<float> vector = mixture.next();
        elements.insert(elements.end(), vector.begin(), vector.end());
        sql += QByteArray::number(i) + '\t' + literal(vector) + '\n';
    }
    const VectorServer server;
    server.execute(sql + "\\.\n");
    QElapsedTimer timer;
    timer.start();
    server.execute("set max_parallel_maintenance_workers = 0; set maintenance_work_mem = '512MB'; create index on d using hnsw (e vector_cosine_ops)");
    const double theirs = double(timer.nsecsElapsed()) / 1e9;
    const VectorColumn column{elements.data(), ElementType::Float32, Dims, Rows, nullptr};
    for (const bool mayUseCodes : {false, true}) {
        timer.restart();
        const auto graph = HnswBuilder::build(column, *IndexOrder::named("vector_cosine_ops"), {16, 64, 1, mayUseCodes}, [](quint32 row) { return HeapTid(row) + 1; });
        const double ours = double(timer.nsecsElapsed()) / 1e9;
        std::printf("build of %d x %d: server %.2f s, here %s %.2f s, factor %.2f\n", Rows, Dims, theirs, mayUseCodes ? "by codes" : "by vectors", ours, theirs / ours);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const int rows = argc > 1 ? std::atoi(argv[1]) : 100'000;
    LatentMixture mixture;
    if (argc > 2)
        compareBuilds(mixture);
    CorpusFile file(Dims);
    file.columns = {"owner"};
    for (int i = 0; i < rows; ++i) {
        CorpusChunk chunk;
        chunk.key = QByteArray::number(i);
        chunk.owner = "u" + QByteArray::number(i % 100);
        chunk.embedding = mixture.next();
        file.chunks << chunk;
    }
    const auto corpus = file.open();
    file.chunks.clear();
    QList<NamedQuestion> questions;
    Judgements judgements;
    std::mt19937 random(1);
    for (int i = 0; i < Questions; ++i) {
        questions << NamedQuestion{QString::number(i), Question{{}, mixture.next()}};
        const auto nearest = search(*corpus, questions.last().question, {});
        for (const AnswerRow &row : nearest->rows)
            judgements.grades[questions.last().id][QString::fromUtf8(row.key)] = int(random() % 3);
    }
    SearchSettings settings;
    settings.scan = SearchSettings::Scan::Hnsw;
    QElapsedTimer timer;
    timer.start();
    if (const auto graph = corpus->graph(settings); !graph)
        qFatal("no graph");
    std::printf("graph of %d x %d built in %.1f s\n", rows, Dims, double(timer.nsecsElapsed()) / 1e9);

    SweepSettings sweeping;
    sweeping.variants = variantsOver(settings, SweepAxis::EfSearch, usualValues(*corpus, settings, SweepAxis::EfSearch));
    sweeping.judgements = judgements;
    for (int round = 0; round < 2; ++round) {
        double first = 0;
        timer.restart();
        const auto points = sweep(*corpus, questions, sweeping, [&](const SweepPoint &) {
            if (first == 0)
                first = double(timer.nsecsElapsed()) / 1e6;
        });
        const double all = double(timer.nsecsElapsed()) / 1e9;
        if (!points)
            qFatal("%s", qPrintable(points.error().message));
        std::printf("sweep of %d values x %d questions: %.2f s (aim 8 s), first points after %.0f ms (aim 200 ms)\n", int(sweeping.variants.size()), Questions, all, first);
        if (round == 0)
            continue;
        for (const SweepPoint &point : *points)
            std::printf("  ef_search %3.0f: recall %.4f (least %.2f), nDCG@10 %.4f, p50 %.3f ms, p95 %.3f ms, %.0f visited\n", point.setting.value, point.recall.value_or(-1), point.leastRecall.value_or(-1), point.ndcg.value_or(-1), point.p50, point.p95, point.visited);
    }
}
