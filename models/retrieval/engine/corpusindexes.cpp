#include "retrieval/engine/corpusprivate.h"

#include "retrieval/vectors/hnswbuild.h"
#include "retrieval/vectors/ivfflatbuild.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

namespace qd::retrieval {

namespace {

struct CorpusIndexWords
{
    Q_DECLARE_TR_FUNCTIONS(CorpusIndex)
};

int optionOf(const QJsonObject &json, const QString &definition, const QString &name, int otherwise)
{
    const QJsonValue options = json.value(QLatin1String("options")), value = options.toObject().value(name);
    if (!value.isUndefined())
        return value.toVariant().toInt();
    QString text = definition;
    for (const QJsonValue &option : options.toArray()) // pg_class.reloptions: ["m=16", …]
        text += QLatin1Char(' ') + option.toString();
    static const QString pattern = QStringLiteral("\\b%1\\s*=\\s*'?(\\d+)");
    const auto found = QRegularExpression(pattern.arg(name)).match(text);
    return found.hasMatch() ? found.captured(1).toInt() : otherwise;
}

std::optional<CorpusIndex> indexFrom(const QString &name, const QJsonValue &value, bool isHalf)
{
    const QJsonObject json = value.toObject();
    CorpusIndex index;
    index.name = json.value(QLatin1String("name")).toString(name);
    index.definition = value.isString() ? value.toString() : json.value(QLatin1String("definition")).toString();
    static const QRegularExpression using_(QStringLiteral("\\busing\\s+(hnsw|ivfflat)\\b"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression class_(QStringLiteral("\\b((?:half)?vec(?:tor)?_(?:cosine|l2|ip|l1)_ops)\\b"));
    const QString method = using_.match(index.definition).captured(1).toLower();
    if (method.isEmpty() || index.name.isEmpty())
        return {};
    index.kind = method == QLatin1String("hnsw") ? SearchSettings::Scan::Hnsw : SearchSettings::Scan::Ivfflat;
    index.operatorClass = class_.match(index.definition).captured(1).toLatin1();
    for (const char *key : {"opclass", "operator_class", "operatorClass"}) {
        if (index.operatorClass.isEmpty())
            index.operatorClass = json.value(QLatin1String(key)).toString().toLatin1();
    }
    if (index.operatorClass.isEmpty()) // the only one that pg_get_indexdef leaves out is IVFFlat's default
        index.operatorClass = isHalf ? "halfvec_l2_ops" : "vector_l2_ops";
    index.m = optionOf(json, index.definition, QStringLiteral("m"), 16);
    index.efConstruction = optionOf(json, index.definition, QStringLiteral("ef_construction"), 64);
    index.lists = optionOf(json, index.definition, QStringLiteral("lists"), 100);
    return index;
}

} // namespace

// Embeddings as embedding::halfvec makes them.
class HalfCopy
{
public:
    HalfCopy(const VectorColumn &column, bool isWanted) : m_column(column)
    {
        if (!isWanted)
            return;
        m_halves.resize(std::size_t(column.rows) * std::size_t(column.dims));
        for (quint32 row = 0; row < column.rows; ++row) {
            const float *from = static_cast<const float *>(column.row(row));
            for (int i = 0; column.has(row) && i < column.dims; ++i)
                m_halves[std::size_t(row) * std::size_t(column.dims) + std::size_t(i)] = toHalf(from[i]);
        }
    }
    VectorColumn column() const { return {m_halves.data(), ElementType::Float16, m_column.dims, m_column.rows, m_column.present, 31, 0}; }

private:
    VectorColumn m_column;
    std::vector<quint16> m_halves;
};

// A list of objects {name, definition, …} or an object name → the same or only the definition.
void Corpus::Private::readIndexes(const QByteArray &bytes)
{
    const QJsonDocument json = QJsonDocument::fromJson(bytes);
    QList<std::pair<QString, QJsonValue>> found;
    for (const QJsonValue &value : json.array())
        found << std::pair(QString(), value);
    const QJsonObject named = json.object();
    for (auto value = named.begin(); value != named.end(); ++value)
        found << std::pair(value.key(), QJsonValue(*value));
    const QList<QByteArray> notes = snapshot->notes();
    for (const auto &[name, value] : std::as_const(found)) {
        if (auto index = indexFrom(name, value, snapshot->shape().type == ElementType::Float16)) {
            index->hasPages = notes.contains(QByteArray(notes::IndexPages) + index->name.toUtf8()) && snapshot->column("tid") >= 0;
            indexes << *index;
        }
    }
}

const CorpusIndex *Corpus::index(const SearchSettings &settings) const
{
    const CorpusIndex *best = nullptr;
    for (const CorpusIndex &index : std::as_const(d->indexes)) { // d is not const here, and several threads come by
        const auto order = IndexOrder::named(index.operatorClass);
        if (index.kind != settings.scan || !order || order->metric != settings.metric || order->type != shape().type)
            continue;
        if (!settings.index.isEmpty() ? index.name == settings.index : !best || (index.hasPages && !best->hasPages))
            best = &index;
    }
    return best;
}

// The operator class in the server's arithmetic, and how far that is known.
static std::pair<IndexOrder, GradedReason> calibrated(const Corpus &corpus, const Calibration &calibration, Metric metric)
{
    IndexOrder order;
    order.metric = metric;
    order.type = corpus.shape().type;
    order.arithmetic = calibration.arithmeticOrLikely(order.ordering(), order.type);
    order.normArithmetic = calibration.normArithmetic(order.type);
    GradedReason grade = corpus.vectorGrade(metric);
    grade.lower(corpus.vectorGrade(order.ordering()));
    return {order, grade};
}

static tl::unexpected<Error> noSuchIndex(const SearchSettings &settings)
{
    return failure(Error::Kind::Missing, settings.index.isEmpty() ? CorpusIndexWords::tr("The snapshot has no %1 index for %2.").arg(nameOf(settings.scan), operatorOf(settings.metric))
                                                                   : CorpusIndexWords::tr("The snapshot has no %1 index “%2” for %3.").arg(nameOf(settings.scan), settings.index, operatorOf(settings.metric)));
}

Result<std::shared_ptr<const CorpusGraph>> Corpus::graph(const SearchSettings &wanted, const CorpusWork &work) const
{
    SearchSettings settings = wanted;
    settings.scan = SearchSettings::Scan::Hnsw;
    const CorpusIndex *index = this->index(settings);
    if (!index && !settings.index.isEmpty())
        return noSuchIndex(settings);
    if (shape().dims == 0)
        return failure(Error::Kind::Missing, CorpusIndexWords::tr("The snapshot has no embeddings."));
    // Not as [order, grade]: clang 14 cannot capture such names.
    const auto orderAndGrade = calibrated(*this, d->calibration, settings.metric);
    const auto &order = orderAndGrade.first;
    const auto &grade = orderAndGrade.second;
    const bool isHalf = settings.quantisation == SearchSettings::Quantisation::Halfvec && shape().type == ElementType::Float32;
    if (index && index->hasPages && settings.m == 0 && settings.efConstruction == 0 && !isHalf) {
        return d->graphs.get("pages " + index->name.toUtf8(), work, [&]() -> Result<std::shared_ptr<const CorpusGraph>> {
            work.tell(CorpusIndexWords::tr("Reading the pages of %1").arg(index->name), 0);
            auto made = std::make_shared<CorpusGraph>();
            auto read = d->snapshot->note(QByteArray(notes::IndexPages) + index->name.toUtf8()).and_then([this](QByteArrayView pages) { return HnswGraph::fromPages(pages, shape().type); });
            if (!read)
                return tl::unexpected(read.error());
            if (read->dims() != shape().dims && read->entry() != NoItem)
                return failure(Error::Kind::Wrong, CorpusIndexWords::tr("The index “%1” is for vectors of %2 dimensions, the snapshot's have %3.").arg(index->name).arg(read->dims()).arg(shape().dims));
            made->graph = *std::move(read);
            made->order = order;
            made->name = index->name;
            made->isProductions = true;
            made->grade = grade;
            if (made->graph.danglingReferences() > 0)
                made->grade.lower({Grade::Statistical, CorpusIndexWords::tr("The index changed while its pages were read; some of its links lead nowhere.")});
            return made;
        });
    }
    HnswBuildSettings build;
    build.m = settings.m > 0 ? settings.m : index ? index->m : 16;
    build.efConstruction = settings.efConstruction > 0 ? settings.efConstruction : index ? std::max(index->efConstruction, 2 * build.m) : std::max(64, 2 * build.m);
    const QByteArray name = "built " + QByteArray::number(int(settings.metric)) + ' ' + QByteArray::number(build.m) + ' ' + QByteArray::number(build.efConstruction) + (isHalf ? " halfvec" : "");
    return d->graphs.get(name, work, [&]() -> Result<std::shared_ptr<const CorpusGraph>> {
        const QString what = CorpusIndexWords::tr("Building an HNSW graph (m %1, ef_construction %2)").arg(build.m).arg(build.efConstruction);
        const HalfCopy halves(vectors(), isHalf);
        IndexOrder ofIndex = order;
        if (isHalf) {
            ofIndex.type = ElementType::Float16;
            ofIndex.arithmetic = d->calibration.arithmeticOrLikely(ofIndex.ordering(), ofIndex.type);
            ofIndex.normArithmetic = d->calibration.normArithmetic(ofIndex.type);
        }
        auto built = HnswBuilder::build(isHalf ? halves.column() : vectors(), ofIndex, build, [](quint32 row) { return HeapTid(row) + 1; }, [&](quint32 done) {
            work.tell(what, double(done) / double(std::max(1u, rows())));
            return work.stopped();
        });
        if (!built)
            return tl::unexpected(built.error());
        auto made = std::make_shared<CorpusGraph>();
        made->graph = *std::move(built);
        made->order = ofIndex;
        made->name = isHalf ? CorpusIndexWords::tr("built here of halfvec, m %1, ef_construction %2").arg(build.m).arg(build.efConstruction) : CorpusIndexWords::tr("built here, m %1, ef_construction %2").arg(build.m).arg(build.efConstruction);
        made->grade = {Grade::Statistical, CorpusIndexWords::tr("The graph was built here by pgvector's rules; production's is another one, so single rows may differ.")};
        return made;
    });
}

Result<std::shared_ptr<const CorpusLists>> Corpus::lists(const SearchSettings &wanted, const CorpusWork &work) const
{
    SearchSettings settings = wanted;
    settings.scan = SearchSettings::Scan::Ivfflat;
    const CorpusIndex *index = this->index(settings);
    if (!index && !settings.index.isEmpty())
        return noSuchIndex(settings);
    if (shape().dims == 0)
        return failure(Error::Kind::Missing, CorpusIndexWords::tr("The snapshot has no embeddings."));
    if (!index || !index->hasPages || settings.lists > 0) {
        // pgvector's own advice for the number of lists.
        const quint32 count = searchable().count();
        const int advised = std::max(1, int(count > 1'000'000 ? std::sqrt(double(count)) : count / 1000.0));
        IvfflatBuildSettings build;
        build.lists = settings.lists > 0 ? settings.lists : index ? index->lists : advised;
        return d->lists.get("built " + QByteArray::number(int(settings.metric)) + ' ' + QByteArray::number(build.lists), work, [&]() -> Result<std::shared_ptr<const CorpusLists>> {
            const QString what = CorpusIndexWords::tr("Building an IVFFlat index of %n list(s)", nullptr, build.lists);
            auto made = std::make_shared<CorpusLists>();
            made->order = calibrated(*this, d->calibration, settings.metric).first;
            auto built = IvfflatBuilder::build(vectors(), made->order, build, [](quint32 row) { return HeapTid(row) + 1; }, [&](double share) {
                work.tell(what, share);
                return work.stopped();
            });
            if (!built)
                return tl::unexpected(built.error());
            made->index = *std::move(built);
            made->name = CorpusIndexWords::tr("built here, %n list(s)", nullptr, build.lists);
            made->grade = {Grade::Statistical, CorpusIndexWords::tr("The lists were built here by pgvector's rules from another sample; single rows may differ.")};
            return made;
        });
    }
    return d->lists.get(index->name.toUtf8(), work, [&]() -> Result<std::shared_ptr<const CorpusLists>> {
        work.tell(CorpusIndexWords::tr("Reading the pages of %1").arg(index->name), 0);
        auto read = d->snapshot->note(QByteArray(notes::IndexPages) + index->name.toUtf8()).and_then([this](QByteArrayView pages) { return IvfflatIndex::fromPages(pages, shape().type); });
        if (!read)
            return tl::unexpected(read.error());
        if (read->dims() != shape().dims)
            return failure(Error::Kind::Wrong, CorpusIndexWords::tr("The index “%1” is for vectors of %2 dimensions, the snapshot's have %3.").arg(index->name).arg(read->dims()).arg(shape().dims));
        auto made = std::make_shared<CorpusLists>();
        made->index = *std::move(read);
        made->name = index->name;
        made->isProductions = true;
        std::tie(made->order, made->grade) = calibrated(*this, d->calibration, settings.metric);
        return made;
    });
}

} // namespace qd::retrieval
