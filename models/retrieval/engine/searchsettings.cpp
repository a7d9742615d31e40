#include "retrieval/engine/searchsettings.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <cmath>
#include <limits>

namespace qd::retrieval {

namespace {

struct SettingsWords
{
    Q_DECLARE_TR_FUNCTIONS(SearchSettings)
};

template <typename Choice>
struct ChoiceName
{
    Choice choice;
    const char *name;
};

constexpr ChoiceName<SearchSettings::Mode> modeNames[] = {{SearchSettings::Mode::Vector, "vector"}, {SearchSettings::Mode::Text, "text"}, {SearchSettings::Mode::Hybrid, "hybrid"}, {SearchSettings::Mode::Bm25, "bm25"}};
constexpr ChoiceName<SearchSettings::Scan> scanNames[] = {{SearchSettings::Scan::Exact, "exact"}, {SearchSettings::Scan::Hnsw, "hnsw"}, {SearchSettings::Scan::Ivfflat, "ivfflat"}};
constexpr ChoiceName<SearchSettings::TextFunction> functionNames[] = {{SearchSettings::TextFunction::WebSearch, "websearch"}, {SearchSettings::TextFunction::Plain, "plain"}, {SearchSettings::TextFunction::Phrase, "phrase"}, {SearchSettings::TextFunction::Standard, "standard"}};
constexpr ChoiceName<SearchSettings::Ranking> rankingNames[] = {{SearchSettings::Ranking::Rank, "ts_rank"}, {SearchSettings::Ranking::CoverDensity, "ts_rank_cd"}, {SearchSettings::Ranking::Bm25, "bm25"}};
constexpr ChoiceName<SearchSettings::Legs> legsNames[] = {{SearchSettings::Legs::Joined, "joined"}, {SearchSettings::Legs::EveryRow, "everyRow"}};
constexpr ChoiceName<SearchSettings::Quantisation> quantisationNames[] = {{SearchSettings::Quantisation::None, "none"}, {SearchSettings::Quantisation::Halfvec, "halfvec"}};
constexpr ChoiceName<Metric> metricNames[] = {{Metric::Cosine, "cosine"}, {Metric::L2, "l2"}, {Metric::InnerProduct, "ip"}, {Metric::L1, "l1"}};
constexpr ChoiceName<IterativeScan> iterativeNames[] = {{IterativeScan::Off, "off"}, {IterativeScan::Relaxed, "relaxed"}, {IterativeScan::Strict, "strict"}};
constexpr ChoiceName<FusionFormula> fusionNames[] = {{FusionFormula::NumericReciprocalTimesWeight, "numericReciprocalTimesWeight"}, {FusionFormula::NumericThroughout, "numericThroughout"}, {FusionFormula::FloatReciprocalTimesWeight, "floatReciprocalTimesWeight"}, {FusionFormula::WeightOverRank, "weightOverRank"}, {FusionFormula::WeightedScores, "weightedScores"}};
constexpr ChoiceName<FusionRanks> ranksNames[] = {{FusionRanks::RowNumber, "rowNumber"}, {FusionRanks::Rank, "rank"}, {FusionRanks::DenseRank, "denseRank"}};
constexpr ChoiceName<Configuration> configurationNames[] = {{Configuration::English, "english"}, {Configuration::Simple, "simple"}};
constexpr ChoiceName<Bm25Form::Kind> bm25Names[] = {{Bm25Form::Kind::Lucene, "lucene"}, {Bm25Form::Kind::Tantivy, "tantivy"}, {Bm25Form::Kind::PgTextSearch, "pg_textsearch"}, {Bm25Form::Kind::Atire, "atire"}, {Bm25Form::Kind::Plus, "plus"}};
constexpr ChoiceName<Threshold::On> thresholdNames[] = {{Threshold::On::Similarity, "similarity"}, {Threshold::On::Distance, "distance"}};

template <typename Choice, std::size_t Count>
QString choiceName(const ChoiceName<Choice> (&names)[Count], Choice choice)
{
    for (const ChoiceName<Choice> &name : names) {
        if (name.choice == choice)
            return QString::fromLatin1(name.name);
    }
    return {};
}

// Takes values out of an object; the first that does not fit is kept as the error.
class SettingsReader
{
public:
    explicit SettingsReader(const QJsonObject &json, const QString &prefix = {}) : m_json(json), m_prefix(prefix) {}

    const std::optional<Error> &error() const { return m_error; }
    void fail(const QString &key, const QString &why)
    {
        if (!m_error)
            m_error = Error{Error::Kind::Wrong, SettingsWords::tr("The search setting “%1” cannot be used: %2").arg(m_prefix + key, why)};
    }
    // Nothing for one that is missing or null.
    QJsonValue take(const char *key)
    {
        m_known.insert(QString::fromLatin1(key));
        const QJsonValue value = m_json.value(QLatin1String(key));
        return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
    }
    template <typename Choice, std::size_t Count>
    void choose(const char *key, const ChoiceName<Choice> (&names)[Count], Choice &to)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        QStringList all;
        for (const ChoiceName<Choice> &name : names) {
            if (value.isString() && value.toString() == QLatin1String(name.name)) {
                to = name.choice;
                return;
            }
            all << QString::fromLatin1(name.name);
        }
        fail(QString::fromLatin1(key), SettingsWords::tr("it must be one of %1.").arg(all.join(QStringLiteral(", "))));
    }
    template <typename Number>
    void number(const char *key, Number &to, double least, double most)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        const double found = value.toDouble(std::numeric_limits<double>::quiet_NaN());
        if (!(found >= least && found <= most) || (std::is_integral_v<Number> && found != std::floor(found)))
            return fail(QString::fromLatin1(key), SettingsWords::tr("it must be a number from %1 to %2.").arg(least).arg(most));
        to = Number(found);
    }
    void boolean(const char *key, bool &to)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isBool())
            return fail(QString::fromLatin1(key), SettingsWords::tr("it must be true or false."));
        to = value.toBool(to);
    }
    void string(const char *key, QString &to)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isString())
            return fail(QString::fromLatin1(key), SettingsWords::tr("it must be a text."));
        to = value.toString(to);
    }
    void strings(const char *key, QStringList &to)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        to.clear();
        bool isRight = value.isArray();
        for (const QJsonValue &item : value.toArray()) {
            isRight = isRight && item.isString();
            to << item.toString();
        }
        if (!isRight)
            fail(QString::fromLatin1(key), SettingsWords::tr("it must be a list of texts."));
    }
    std::optional<QJsonObject> object(const char *key)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return {};
        if (!value.isObject())
            fail(QString::fromLatin1(key), SettingsWords::tr("it must be an object."));
        return value.toObject();
    }
    // After everything was taken.
    void refuseOthers()
    {
        for (const QString &key : m_json.keys()) {
            if (!m_known.contains(key))
                fail(key, SettingsWords::tr("there is no such setting."));
        }
    }
    void failLike(const SettingsReader &inner)
    {
        if (!m_error)
            m_error = inner.m_error;
    }

private:
    QJsonObject m_json;
    QString m_prefix;
    QSet<QString> m_known;
    std::optional<Error> m_error;
};

constexpr double greatestInt = double(std::numeric_limits<int>::max());
constexpr double greatestBound = std::numeric_limits<double>::max();

void readThreshold(SettingsReader &reader, SearchSettings &settings)
{
    const auto json = reader.object("threshold");
    if (!json)
        return;
    Threshold threshold;
    threshold.on = Threshold::On::Similarity;
    SettingsReader inner(*json, QStringLiteral("threshold."));
    inner.choose("on", thresholdNames, threshold.on);
    inner.number("bound", threshold.bound, -greatestBound, greatestBound);
    inner.boolean("inclusive", threshold.isInclusive);
    inner.refuseOthers();
    reader.failLike(inner);
    settings.threshold = threshold;
}

void readBm25(SettingsReader &reader, SearchSettings &settings)
{
    const auto json = reader.object("bm25");
    if (!json)
        return;
    SettingsReader inner(*json, QStringLiteral("bm25."));
    inner.choose("form", bm25Names, settings.bm25.kind);
    inner.number("k1", settings.bm25.k1, 0, 1000);
    inner.number("b", settings.bm25.b, 0, 1);
    inner.number("delta", settings.bm25.delta, 0, 1000);
    inner.refuseOthers();
    reader.failLike(inner);
}

void readRankWeights(SettingsReader &reader, SearchSettings &settings)
{
    const QJsonValue value = reader.take("rankWeights");
    if (value.isUndefined())
        return;
    const QJsonArray weights = value.toArray();
    for (int i = 0; i < 4 && weights.size() == 4; ++i)
        settings.rankWeights[std::size_t(i)] = float(weights[i].toDouble(std::numeric_limits<double>::quiet_NaN()));
    if (weights.size() != 4 || !rankWeightsAllowed(settings.rankWeights))
        reader.fail(QStringLiteral("rankWeights"), SettingsWords::tr("it must be four numbers, none above 1, for D, C, B and A."));
}

// A float as the shortest decimal that reads back as it.
double shortDecimal(float value)
{
    return QByteArray::number(value, 'g', 9).toDouble() == double(value) ? double(value) : QString::number(double(value), 'g', 7).toDouble();
}

} // namespace

QJsonObject SearchSettings::toJson() const
{
    const auto strings = [](const QStringList &list) { return QJsonArray::fromStringList(list); };
    QJsonArray weights;
    for (const float weight : rankWeights)
        weights.append(shortDecimal(weight));
    QJsonObject named;
    for (const auto &[meaning, name] : arguments.asKeyValueRange())
        named.insert(meaning, name);
    QJsonObject json{
        {QStringLiteral("mode"), choiceName(modeNames, mode)},
        {QStringLiteral("limit"), limit},
        {QStringLiteral("metric"), choiceName(metricNames, metric)},
        {QStringLiteral("scan"), choiceName(scanNames, scan)},
        {QStringLiteral("index"), index},
        {QStringLiteral("efSearch"), indexSettings.efSearch},
        {QStringLiteral("iterativeScan"), choiceName(iterativeNames, indexSettings.iterativeScan)},
        {QStringLiteral("maxScanTuples"), indexSettings.maxScanTuples},
        {QStringLiteral("scanMemMultiplier"), indexSettings.scanMemoryMultiplier},
        {QStringLiteral("workMemKb"), indexSettings.workMemoryKb},
        {QStringLiteral("probes"), indexSettings.probes},
        {QStringLiteral("maxProbes"), indexSettings.maxProbes},
        {QStringLiteral("m"), m},
        {QStringLiteral("efConstruction"), efConstruction},
        {QStringLiteral("lists"), lists},
        {QStringLiteral("quantisation"), choiceName(quantisationNames, quantisation)},
        {QStringLiteral("threshold"), threshold ? QJsonValue(QJsonObject{{QStringLiteral("on"), choiceName(thresholdNames, threshold->on)}, {QStringLiteral("bound"), threshold->bound}, {QStringLiteral("inclusive"), threshold->isInclusive}}) : QJsonValue()},
        {QStringLiteral("vectorLimit"), vectorLimit},
        {QStringLiteral("textLimit"), textLimit},
        {QStringLiteral("vectorWeight"), vectorWeight},
        {QStringLiteral("textWeight"), textWeight},
        {QStringLiteral("fusion"), choiceName(fusionNames, fusion)},
        {QStringLiteral("ranks"), choiceName(ranksNames, ranks)},
        {QStringLiteral("k"), k},
        {QStringLiteral("legs"), choiceName(legsNames, legs)},
        {QStringLiteral("textFunction"), choiceName(functionNames, textFunction)},
        {QStringLiteral("configuration"), choiceName(configurationNames, configuration)},
        {QStringLiteral("ranking"), choiceName(rankingNames, ranking)},
        {QStringLiteral("rankFlags"), rankFlags},
        {QStringLiteral("rankWeights"), weights},
        {QStringLiteral("bm25"), QJsonObject{{QStringLiteral("form"), choiceName(bm25Names, bm25.kind)}, {QStringLiteral("k1"), shortDecimal(bm25.k1)}, {QStringLiteral("b"), shortDecimal(bm25.b)}, {QStringLiteral("delta"), shortDecimal(bm25.delta)}}},
        {QStringLiteral("asUser"), asUser ? QJsonValue(*asUser) : QJsonValue()},
        {QStringLiteral("status"), strings(status)},
        {QStringLiteral("documents"), strings(documents)},
        {QStringLiteral("metadata"), metadata},
        {QStringLiteral("model"), model},
        {QStringLiteral("arguments"), named},
    };
    return json;
}

Result<SearchSettings> SearchSettings::fromJson(const QJsonObject &json)
{
    SearchSettings settings;
    SettingsReader reader(json);
    reader.choose("mode", modeNames, settings.mode);
    reader.number("limit", settings.limit, 0, greatestInt);
    reader.choose("metric", metricNames, settings.metric);
    reader.choose("scan", scanNames, settings.scan);
    reader.string("index", settings.index);
    // The ranges are those of pgvector's settings.
    reader.number("efSearch", settings.indexSettings.efSearch, 1, 1000);
    reader.choose("iterativeScan", iterativeNames, settings.indexSettings.iterativeScan);
    reader.number("maxScanTuples", settings.indexSettings.maxScanTuples, 1, greatestInt);
    reader.number("scanMemMultiplier", settings.indexSettings.scanMemoryMultiplier, 1, 1000);
    reader.number("workMemKb", settings.indexSettings.workMemoryKb, 64, greatestInt);
    reader.number("probes", settings.indexSettings.probes, 1, 32'768);
    reader.number("maxProbes", settings.indexSettings.maxProbes, 1, 32'768);
    reader.number("m", settings.m, 0, 100);
    reader.number("efConstruction", settings.efConstruction, 0, 1000);
    reader.number("lists", settings.lists, 0, 32'768);
    reader.choose("quantisation", quantisationNames, settings.quantisation);
    readThreshold(reader, settings);
    reader.number("vectorLimit", settings.vectorLimit, 0, greatestInt);
    reader.number("textLimit", settings.textLimit, 0, greatestInt);
    reader.number("vectorWeight", settings.vectorWeight, -1e6, 1e6);
    reader.number("textWeight", settings.textWeight, -1e6, 1e6);
    reader.choose("fusion", fusionNames, settings.fusion);
    reader.choose("ranks", ranksNames, settings.ranks);
    reader.number("k", settings.k, 0, 1e9);
    reader.choose("legs", legsNames, settings.legs);
    reader.choose("textFunction", functionNames, settings.textFunction);
    reader.choose("configuration", configurationNames, settings.configuration);
    reader.choose("ranking", rankingNames, settings.ranking);
    reader.number("rankFlags", settings.rankFlags, 0, 63);
    readRankWeights(reader, settings);
    readBm25(reader, settings);
    if (const QJsonValue user = reader.take("asUser"); !user.isUndefined()) {
        settings.asUser = user.toString();
        if (!user.isString())
            reader.fail(QStringLiteral("asUser"), SettingsWords::tr("it must be a text."));
    }
    reader.strings("status", settings.status);
    reader.strings("documents", settings.documents);
    settings.metadata = reader.object("metadata").value_or(QJsonObject());
    reader.string("model", settings.model);
    if (const auto named = reader.object("arguments"))
        for (auto argument = named->begin(); argument != named->end(); ++argument)
            settings.arguments.insert(argument.key(), argument->toString());
    reader.refuseOthers();
    if (settings.m > 0 && settings.m < 2)
        reader.fail(QStringLiteral("m"), SettingsWords::tr("it must be a number from %1 to %2.").arg(2).arg(100));
    if (reader.error())
        return tl::unexpected(*reader.error());
    return settings;
}

Result<SearchSettings> SearchSettings::fromJson(QByteArrayView bytes)
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(bytes.toByteArray(), &error);
    if (!json.isObject())
        return failure(Error::Kind::Wrong, SettingsWords::tr("The search settings are not a JSON object."), error.errorString());
    return fromJson(json.object());
}

QString nameOf(SearchSettings::Mode mode) { return choiceName(modeNames, mode); }
QString nameOf(SearchSettings::Scan scan) { return choiceName(scanNames, scan); }
QString nameOf(SearchSettings::Ranking ranking) { return choiceName(rankingNames, ranking); }
QString nameOf(Metric metric) { return choiceName(metricNames, metric); }
QString nameOf(IterativeScan scan) { return choiceName(iterativeNames, scan); }
QString nameOf(FusionFormula formula) { return choiceName(fusionNames, formula); }

QString operatorOf(Metric metric)
{
    switch (metric) {
    case Metric::Cosine: return QStringLiteral("<=>");
    case Metric::L2: return QStringLiteral("<->");
    case Metric::InnerProduct: return QStringLiteral("<#>");
    case Metric::L1: return QStringLiteral("<+>");
    case Metric::SquaredL2: break;
    }
    return {};
}

} // namespace qd::retrieval
