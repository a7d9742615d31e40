#include "retrieval/import/hashembedding.h"

#include <algorithm>
#include <cmath>

namespace qd::retrieval {

namespace {

// Words that say little in texts about software count less, as they would where a model had learned
// how common they are. Stems as the English configuration makes them, in ascending order.
constexpr std::string_view hashCommonStems[] = {
    "abl", "actual", "addit", "allow", "alreadi", "also", "alway", "anoth", "appear", "appli", "appropri", "ask", "avail", "base", "becom", "behavior", "call", "case", "caus", "certain", "chang",
    "command", "common", "contain", "current", "data", "databas", "default", "defin", "depend", "describ", "descript", "detail", "determin", "differ", "directori", "document", "e.g", "effect", "either", "enabl",
    "end", "even", "exampl", "except", "exist", "explain", "file", "first", "follow", "form", "function", "general", "get", "give", "given", "happen", "help", "howev", "i.e", "implement", "includ", "indic",
    "inform", "instead", "intern", "kind", "know", "last", "let", "like", "list", "look", "made", "make", "man", "mani", "may", "mean", "might", "mode", "much", "must", "name", "necessari", "need", "new",
    "normal", "note", "number", "object", "occur", "often", "oper", "option", "order", "otherwis", "page", "paramet", "part", "particular", "point", "possibl", "postgr", "postgresql", "process", "produc", "provid",
    "put", "queri", "rather", "refer", "requir", "result", "return", "row", "run", "say", "second", "section", "see", "separ", "server", "set", "show", "similar", "sinc", "singl", "specif", "specifi", "sql",
    "standard", "start", "still", "string", "support", "system", "tabl", "take", "tell", "thing", "time", "tri", "two", "type", "use", "user", "usual", "valu", "version", "via", "want", "way", "whether",
    "within", "without", "work", "would", "write"};

double weightOfStem(std::string_view stem)
{
    if (std::ranges::binary_search(hashCommonStems, stem))
        return 0.3;
    return stem.size() < 3 ? 0.6 : 1.0;
}

// FNV-1a, then the finaliser of MurmurHash3, because FNV's low bits of short names are alike.
quint64 hashOf(std::string_view name, quint64 seed)
{
    quint64 hash = 0xcbf29ce484222325u ^ seed * 0x9e3779b97f4a7c15u;
    for (const char c : name)
        hash = (hash ^ quint8(c)) * 0x100000001b3u;
    hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdu;
    hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53u;
    return hash ^ hash >> 33;
}

constexpr double HashPairWeight = 0.5;
constexpr double HashBeginningWeight = 0.35;
constexpr std::size_t HashBeginning = 5;

} // namespace

HashEmbedding::HashEmbedding()
    : m_analyzer(Configuration::English, CharacterType::Utf8)
{
}

void HashEmbedding::add(std::string name, double weight)
{
    m_features.push_back({std::move(name), weight, 1});
}

// Words, words side by side (also across one stop word), and the beginnings of long words, by which
// “authentication” is near “authenticator”. A first letter keeps the three kinds apart.
void HashEmbedding::collect(std::string_view utf8)
{
    m_features.clear();
    std::string before;
    int placeBefore = -10;
    for (const AnalysedWord &word : m_analyzer.words(utf8)) {
        const std::string lexeme(word.lexeme);
        const double weight = weightOfStem(lexeme);
        add('w' + lexeme, weight);
        if (lexeme.size() > HashBeginning)
            add('b' + lexeme.substr(0, HashBeginning), weight * HashBeginningWeight);
        if (word.place - placeBefore <= 2)
            add(std::string(1, 'p').append(before).append(1, ' ').append(lexeme), HashPairWeight * std::min(weight, weightOfStem(before)));
        before = lexeme;
        placeBefore = word.place;
    }
    std::ranges::sort(m_features, {}, &Feature::name);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_features.size(); ++i) {
        if (kept > 0 && m_features[kept - 1].name == m_features[i].name) {
            ++m_features[kept - 1].count;
            continue;
        }
        if (kept != i)
            m_features[kept] = std::move(m_features[i]);
        ++kept;
    }
    m_features.resize(kept);
}

std::vector<float> HashEmbedding::of(std::string_view utf8, int dims)
{
    collect(utf8);
    std::vector<double> sums(std::size_t(dims), 0.0);
    for (const Feature &feature : m_features) {
        // The root of the count: what is said ten times is not ten times as much what it is about.
        const double value = feature.weight * std::sqrt(double(feature.count));
        // Words have two places each, so that no two of them ever share all they have.
        const int places = feature.name.front() == 'w' ? 2 : 1;
        for (int place = 0; place < places; ++place) {
            const quint64 hash = hashOf(feature.name, quint64(place));
            sums[std::size_t(hash % quint64(dims))] += (hash >> 63 ? value : -value) / places;
        }
    }
    double square = 0;
    for (const double sum : sums)
        square += sum * sum;
    std::vector<float> embedding(std::size_t(dims), 0.0f);
    if (square > 0) {
        const double length = std::sqrt(square);
        std::ranges::transform(sums, embedding.begin(), [length](double sum) { return float(sum / length); });
    }
    return embedding;
}

static QString hashModelPrefix()
{
    return QStringLiteral("demo-hash-");
}

QString HashEmbedding::model(int dims)
{
    return hashModelPrefix() + QString::number(dims);
}

int HashEmbedding::dimsOf(const QString &model)
{
    const int dims = model.startsWith(hashModelPrefix()) ? model.mid(hashModelPrefix().size()).toInt() : 0;
    return dims > 0 && model == HashEmbedding::model(dims) ? dims : 0;
}

} // namespace qd::retrieval
