#include "telemetry/difference.h"

#include "telemetry/divergence.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace qd::telemetry {

namespace {

struct DifferenceWords
{
    Q_DECLARE_TR_FUNCTIONS(Difference)
};

void countCall(ValueCount &count, bool inside)
{
    ++(inside ? count.inside : count.outside);
}

// Counts texts. Most calls share their texts with others, because names come from a dictionary, so
// a text is looked for by its address first. While a share of it is kept here its address cannot
// become another text's, nor its characters change; texts whose characters belong to somebody
// else are not kept and always compared.
class TextCounts
{
public:
    TextCounts() : m_places(1024) {}
    void add(const QString &text, bool inside)
    {
        const Place &place = placeOf(text.constData(), text.size());
        countCall(m_values[place.address ? place.index : indexOf(text)].second, inside);
    }
    const std::vector<std::pair<QString, ValueCount>> &values() const { return m_values; }

private:
    struct Place
    {
        const QChar *address = nullptr;
        qint32 size = 0;
        quint32 index = 0;
    };

    // Not literals, nor views of other characters. (Only the constant accessor is missing; nothing
    // is changed.)
    static bool isOwned(const QString &text) { return const_cast<QString &>(text).data_ptr().d_ptr() != nullptr; }

    // Where this address is, or where it would go: open addressing, never more than half full.
    Place &placeOf(const QChar *address, qsizetype size)
    {
        const size_t mask = m_places.size() - 1;
        size_t at = ((quintptr(address) >> 4) * 0x9E3779B97F4A7C15ull >> 20) & mask;
        while (m_places[at].address && (m_places[at].address != address || m_places[at].size != size))
            at = (at + 1) & mask;
        return m_places[at];
    }

    size_t indexOf(const QString &text)
    {
        auto found = m_indices.constFind(text);
        if (found == m_indices.constEnd()) {
            const QString own(text.constData(), text.size()); // deep: the characters may be somebody else's
            found = m_indices.insert(own, m_values.size());
            m_values.emplace_back(own, ValueCount());
        }
        // Callers whose texts are all new ones would fill the memory with shares that never help.
        if ((text.isEmpty() || isOwned(text)) && m_kept.size() < 4 * m_values.size() + 1024)
            keep(text, *found);
        return *found;
    }

    void keep(const QString &text, size_t index)
    {
        m_kept.push_back(text);
        if (2 * m_kept.size() > m_places.size()) {
            const std::vector<Place> before = std::exchange(m_places, std::vector<Place>(2 * m_places.size()));
            for (const Place &place : before) {
                if (place.address)
                    placeOf(place.address, place.size) = place;
            }
        }
        placeOf(text.constData(), text.size()) = {text.constData(), qint32(text.size()), quint32(index)};
    }

    std::vector<Place> m_places;
    std::vector<QString> m_kept;
    QHash<QString, size_t> m_indices;
    std::vector<std::pair<QString, ValueCount>> m_values;
};

constexpr std::array<qint64, 6> PromptEdges{1'000, 8'000, 32'000, TierEdges[0], TierEdges[1], TierEdges[2]};
constexpr std::array<qint64, 4> OutputEdges{0, 100, 1'000, 10'000};

// 0: not recorded; then one class per edge, and one for more.
template <size_t N>
size_t lengthClass(bool isRecorded, qint64 tokens, const std::array<qint64, N> &edges)
{
    return isRecorded ? 1 + size_t(std::lower_bound(edges.begin(), edges.end(), tokens) - edges.begin()) : 0;
}

template <size_t N>
QString lengthText(size_t lengthClass, const std::array<qint64, N> &edges)
{
    if (lengthClass == 0)
        return {};
    return lengthClass <= N ? QStringLiteral("≤ %1").arg(edges[lengthClass - 1]) : QStringLiteral("> %1").arg(edges.back());
}

enum CacheUse : size_t { CacheUnknown, CacheUnused, CacheRead, CacheWritten };

struct DifferenceCounts
{
    GroupSizes groups;
    TextCounts kind, model, tool, user, userKind, errorCode;
    ValueCount outcome[2]; // fine, failed
    ValueCount errorClass[ErrorClasses + 1], httpStatus[1000];
    ValueCount prompt[PromptEdges.size() + 2], output[OutputEdges.size() + 2], cache[4];
    std::unordered_map<Bin, ValueCount> bins;
    ValueCount *lastBin = nullptr; // calls mostly come in the order of time
    Bin lastBinNumber = 0;
    qint64 firstInsideUs = std::numeric_limits<qint64>::max(), lastInsideUs = std::numeric_limits<qint64>::min();

    void add(bool inside, const Call &call);
};

void DifferenceCounts::add(bool inside, const Call &call)
{
    ++(inside ? groups.inside : groups.outside);
    kind.add(call.kind, inside);
    model.add(call.model, inside);
    tool.add(call.tool, inside);
    user.add(call.user, inside);
    userKind.add(call.userKind, inside);
    errorCode.add(call.errorCode, inside);
    countCall(outcome[call.isError], inside);
    countCall(errorClass[call.isError ? 1 + size_t(call.errorClass) : 0], inside);
    countCall(httpStatus[call.httpStatus > 0 && call.httpStatus < 1000 ? call.httpStatus : 0], inside);
    const Tokens &tokens = call.tokens;
    const bool isSplit = call.hasTokens && call.unclassedTokens == 0; // known what went in and what came out
    countCall(prompt[lengthClass(isSplit, tokens[In] + tokens[Cached] + tokens[CacheWrite], PromptEdges)], inside);
    countCall(output[lengthClass(isSplit, tokens[Out], OutputEdges)], inside);
    countCall(cache[!isSplit ? CacheUnknown : tokens[Cached] > 0 ? CacheRead : tokens[CacheWrite] > 0 ? CacheWritten : CacheUnused], inside);
    if (const Bin bin = binOf(call.at()); !lastBin || bin != lastBinNumber) {
        lastBin = &bins[bin];
        lastBinNumber = bin;
    }
    countCall(*lastBin, inside);
    if (inside) {
        firstInsideUs = std::min(firstInsideUs, call.atUs);
        lastInsideUs = std::max(lastInsideUs, call.atUs);
    }
}

struct CountedValue
{
    QString text;
    ValueCount count;
    double excess = 0; // divergence beyond chance
};
struct CountedDimension
{
    QString name;
    std::vector<CountedValue> values;
};

template <size_t N, typename TextOf>
CountedDimension countedArray(const char *name, const ValueCount (&counts)[N], TextOf textOf)
{
    CountedDimension dimension{QLatin1String(name), {}};
    for (size_t i = 0; i < N; ++i) {
        if (counts[i].all() > 0)
            dimension.values.push_back({textOf(i), counts[i]});
    }
    return dimension;
}

CountedDimension countedTexts(const char *name, const TextCounts &counts)
{
    CountedDimension dimension{QLatin1String(name), {}};
    for (const auto &[text, count] : counts.values())
        dimension.values.push_back({text, count});
    return dimension;
}

CountedDimension countedHours(const DifferenceCounts &counts, const QTimeZone &zone)
{
    ValueCount hours[24];
    for (const auto &[bin, count] : counts.bins) {
        ValueCount &hour = hours[toDateTime(binStart(bin), zone).time().hour()];
        hour.inside += count.inside;
        hour.outside += count.outside;
    }
    return countedArray("hour", hours, [](size_t hour) { return QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0')); });
}

std::vector<CountedDimension> countedDimensions(const DifferenceCounts &counts, const QTimeZone &zone)
{
    std::vector<CountedDimension> dimensions{
        countedTexts("kind", counts.kind), countedTexts("model", counts.model), countedTexts("tool", counts.tool),
        countedTexts("user", counts.user), countedTexts("userKind", counts.userKind),
        countedArray("prompt", counts.prompt, [](size_t i) { return lengthText(i, PromptEdges); }),
        countedArray("output", counts.output, [](size_t i) { return lengthText(i, OutputEdges); }),
        countedArray("cache", counts.cache, [](size_t i) { return i == CacheRead ? QStringLiteral("read") : i == CacheWritten ? QStringLiteral("written") : i == CacheUnused ? QStringLiteral("unused") : QString(); })};
    const bool isChosenByError = counts.outcome[0].inside == 0 && counts.outcome[1].outside == 0;
    if (!isChosenByError) {
        dimensions.push_back(countedArray("outcome", counts.outcome, [](size_t i) { return i == 0 ? QStringLiteral("ok") : QStringLiteral("error"); }));
        dimensions.push_back(countedArray("errorClass", counts.errorClass, [](size_t i) { return i == 0 ? QStringLiteral("none") : errorClassKey(ErrorClass(i - 1)); }));
        dimensions.push_back(countedArray("httpStatus", counts.httpStatus, [](size_t i) { return i == 0 ? QString() : QString::number(i); }));
        dimensions.push_back(countedTexts("errorCode", counts.errorCode));
    }
    constexpr qint64 twoDaysUs = 2 * 86'400'000'000;
    if (counts.groups.inside > 0 && counts.lastInsideUs - counts.firstInsideUs >= twoDaysUs)
        dimensions.push_back(countedHours(counts, zone));
    dimensions.erase(std::remove_if(dimensions.begin(), dimensions.end(), [](const auto &dimension) { return dimension.values.size() < 2; }), dimensions.end());
    return dimensions;
}

// The value that sets the inside apart most: more common there than outside, and beyond chance.
size_t mostTelling(const CountedDimension &dimension, const GroupSizes &groups)
{
    const auto isMoreInside = [&groups](const ValueCount &count) {
        return double(count.inside) / double(groups.inside) > double(count.outside) / double(groups.outside);
    };
    size_t best = 0;
    for (size_t i = 1; i < dimension.values.size(); ++i) {
        const CountedValue &a = dimension.values[i], &b = dimension.values[best];
        const bool aMore = isMoreInside(a.count), bMore = isMoreInside(b.count);
        if (aMore != bMore ? aMore : std::tie(a.excess, b.text) > std::tie(b.excess, a.text))
            best = i;
    }
    return best;
}

} // namespace

QList<Difference> whatDiffers(const std::function<void(const CallVisitor &)> &each, const QTimeZone &zone)
{
    const auto counts = std::make_unique<DifferenceCounts>(); // too large for the stack
    each([&counts](bool inside, const Call &call) { counts->add(inside, call); });
    const GroupSizes &groups = counts->groups;
    if (groups.inside == 0 || groups.outside == 0)
        return {};

    std::vector<CountedDimension> dimensions = countedDimensions(*counts, zone);
    QHash<qint64, double> byChance; // many users have the same number of calls
    QHash<std::pair<qint64, qint64>, double> chances;
    std::vector<double> pValues;
    for (CountedDimension &dimension : dimensions) {
        for (CountedValue &value : dimension.values) {
            const auto chance = byChance.constFind(value.count.all());
            value.excess = divergenceOf(value.count, groups) - (chance != byChance.constEnd() ? *chance : *byChance.insert(value.count.all(), divergenceByChance(value.count.all(), groups)));
            const std::pair split(value.count.inside, value.count.outside);
            const auto known = chances.constFind(split);
            pValues.push_back(known != chances.constEnd() ? *known : *chances.insert(split, chanceOf(value.count, groups)));
        }
    }
    const std::vector<double> corrected = correctedForMany(pValues);

    QList<Difference> differences;
    size_t first = 0;
    for (const CountedDimension &dimension : dimensions) {
        const size_t best = mostTelling(dimension, groups);
        double divergence = 0;
        for (const CountedValue &value : dimension.values)
            divergence += value.excess;
        const CountedValue &value = dimension.values[best];
        differences << Difference{dimension.name, value.text, value.count.inside, groups.inside, value.count.outside, groups.outside, std::max(0.0, divergence), corrected[first + best]};
        first += dimension.values.size();
    }
    std::stable_sort(differences.begin(), differences.end(), [](const Difference &a, const Difference &b) {
        return a.isSignificant() != b.isSignificant() ? a.isSignificant() : a.divergence > b.divergence;
    });
    return differences;
}

QString differenceDimensionWord(const QString &dimension)
{
    const std::pair<const char *, QString> words[] = {
        {"kind", DifferenceWords::tr("kind")}, {"model", DifferenceWords::tr("model")}, {"tool", DifferenceWords::tr("tool")},
        {"user", DifferenceWords::tr("user")}, {"userKind", DifferenceWords::tr("kind of user")}, {"outcome", DifferenceWords::tr("outcome")},
        {"errorClass", DifferenceWords::tr("class of error")}, {"errorCode", DifferenceWords::tr("error code")}, {"httpStatus", DifferenceWords::tr("HTTP status")},
        {"prompt", DifferenceWords::tr("tokens of the prompt")}, {"output", DifferenceWords::tr("tokens of the answer")}, {"cache", DifferenceWords::tr("prompt cache")},
        {"hour", DifferenceWords::tr("hour of the day")}};
    for (const auto &[key, word] : words) {
        if (dimension == QLatin1String(key))
            return word;
    }
    return dimension;
}

QString differenceValueWord(const Difference &difference)
{
    const QString &value = difference.value;
    if (value.isEmpty())
        return DifferenceWords::tr("not recorded");
    if (difference.dimension == QLatin1String("outcome"))
        return value == QLatin1String("ok") ? DifferenceWords::tr("succeeded") : DifferenceWords::tr("failed");
    if (difference.dimension == QLatin1String("cache"))
        return value == QLatin1String("read") ? DifferenceWords::tr("read from it") : value == QLatin1String("written") ? DifferenceWords::tr("written to it") : DifferenceWords::tr("not used");
    if (difference.dimension == QLatin1String("errorClass")) {
        for (int i = 0; i < ErrorClasses; ++i) {
            if (value == errorClassKey(ErrorClass(i)))
                return errorClassWord(ErrorClass(i));
        }
        return DifferenceWords::tr("no error");
    }
    return value;
}

} // namespace qd::telemetry
