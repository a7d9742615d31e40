#include "widgets/pages/retrievalview.h"

#include "core/format.h"
#include "retrieval/import/hashembedding.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace qd::retrievalview {

using namespace retrieval;

namespace {

struct RetrievalViewWords
{
    Q_DECLARE_TR_FUNCTIONS(Retrieval)
};

constexpr qsizetype MostChoices = 200;

QString cellText(const Corpus &corpus, quint32 row, QByteArrayView column)
{
    const auto cell = corpus.hasColumn(column) ? corpus.bytes(row, column) : std::nullopt;
    return cell ? QString::fromUtf8(*cell).simplified() : QString();
}

QList<std::pair<QString, quint32>> choicesOf(const Corpus &corpus, QByteArrayView column)
{
    QList<std::pair<QString, quint32>> choices;
    if (!corpus.hasColumn(column))
        return choices;
    for (const auto &[value, count] : corpus.valuesOf(column).mid(0, MostChoices))
        choices << std::pair(QString::fromUtf8(value), count);
    return choices;
}

QList<std::pair<QString, QString>> documentsOf(const Corpus &corpus)
{
    QList<std::pair<QString, QString>> documents;
    QHash<QString, qsizetype> known;
    for (const auto &[value, count] : choicesOf(corpus, "document")) {
        known.insert(value, documents.size());
        documents << std::pair(value, value);
    }
    if (!corpus.hasColumn("title"))
        return documents;
    qsizetype missing = known.size();
    for (quint32 row = 0; row < corpus.rows() && missing > 0; ++row) {
        if (!corpus.alive().contains(row))
            continue;
        const auto found = known.constFind(cellText(corpus, row, "document"));
        if (found == known.cend() || documents[*found].first != documents[*found].second)
            continue;
        if (const QString title = cellText(corpus, row, "title"); !title.isEmpty()) {
            documents[*found].second = title;
            --missing;
        }
    }
    std::stable_sort(documents.begin(), documents.end(), [](const auto &a, const auto &b) { return a.second.localeAwareCompare(b.second) < 0; });
    return documents;
}

QString legText(const QString &name, const FusionPart &part)
{
    if (!part.rank || !part.score)
        return {};
    //: a leg's score and rank in a list: "cos 0.812 #1"
    return RetrievalViewWords::tr("%1 %2 #%3").arg(name, number(*part.score, 3)).arg(*part.rank);
}

// A leg's name with what it is not: no row of this leg.
QString partsText(const SearchSettings &settings, const AnswerRow &row)
{
    // What the order is by comes first.
    QString reranked;
    if (row.candidateRank > 0)
        //: in a list: what a reranker said and the rank before it
        reranked = row.rerankScore ? RetrievalViewWords::tr("rerank %1, was #%2").arg(rerankText(*row.rerankScore)).arg(row.candidateRank) : RetrievalViewWords::tr("no text to rerank, was #%1").arg(row.candidateRank);
    QStringList parts{reranked, legText(shortName(settings.metric), row.vector), legText(textName(settings), row.text)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  "));
}

} // namespace

// A zero vector has no direction: the server's similarity to it is NaN too, and passes any threshold.
QString number(double value, int decimals)
{
    if (std::isnan(value))
        return RetrievalViewWords::tr("not a number");
    QString text = QLocale().toString(value, 'f', decimals);
    return text.replace(u'-', QChar(0x2212));
}

QString rerankText(double score)
{
    const double size = std::abs(score);
    return size == 0 || (size >= 0.001 && size < 1000) ? number(score, 3) : QLocale().toString(score, 'g', 3).replace(u'-', QChar(0x2212));
}

QString scoreText(const SearchSettings &settings, double score)
{
    return number(score, settings.mode == SearchSettings::Mode::Hybrid ? 5 : 4);
}

QString shortName(Metric metric)
{
    switch (metric) {
    case Metric::Cosine: return QStringLiteral("cos");
    case Metric::InnerProduct: return QStringLiteral("ip");
    case Metric::L1: return QStringLiteral("l1");
    default: return QStringLiteral("l2");
    }
}

QString textName(const SearchSettings &settings)
{
    return settings.usesBm25() ? QStringLiteral("bm25") : QStringLiteral("ts");
}

QString settingsText(const SearchSettings &settings)
{
    QStringList parts;
    if (settings.usesVectors()) {
        switch (settings.scan) {
        case SearchSettings::Scan::Exact: parts << RetrievalViewWords::tr("exact %1", "exact search by an operator").arg(nameOf(settings.metric)); break;
        case SearchSettings::Scan::Hnsw: parts << QStringLiteral("hnsw ef_search %1").arg(settings.indexSettings.efSearch); break;
        case SearchSettings::Scan::Ivfflat: parts << QStringLiteral("ivfflat probes %1").arg(settings.indexSettings.probes); break;
        }
    }
    if (settings.usesText())
        parts << (settings.usesBm25() ? QStringLiteral("BM25 %1 / %2").arg(settings.bm25.k1).arg(settings.bm25.b) : nameOf(settings.ranking));
    return parts.join(QStringLiteral(", "));
}

QString gradeText(Grade grade)
{
    switch (grade) {
    case Grade::BitIdentical: return RetrievalViewWords::tr("bit-identical");
    case Grade::SameOrder: return RetrievalViewWords::tr("same order");
    default: return RetrievalViewWords::tr("statistical");
    }
}

State gradeState(Grade grade)
{
    return grade == Grade::BitIdentical ? State::Ok : grade == Grade::SameOrder ? State::Ok : State::Warning;
}

static QString pageText(const QString &section, qint64 page)
{
    return RetrievalViewWords::tr("%1 p. %2", "section and page").arg(section).arg(page).trimmed();
}

// The end of a place, where it is a page.
static QString pageOf(const Corpus &corpus, quint32 row, const QString &place)
{
    const auto page = corpus.hasColumn("page") ? corpus.integer(row, "page") : std::nullopt;
    const QString text = page ? pageText({}, *page) : QString();
    return place.endsWith(text) ? text : QString();
}

// What a document says before its first heading bears the document's own name, and a path of headings
// begins with it.
static QString withoutTitle(const QString &section, const QString &title)
{
    if (title.isEmpty() || !section.startsWith(title, Qt::CaseInsensitive))
        return section;
    const QString rest = section.mid(title.size()).trimmed();
    if (rest.isEmpty())
        return rest;
    return QStringView(u">›»/|·:—–").contains(rest.front()) ? rest.mid(1).trimmed() : section;
}

std::pair<QString, QString> nameOf(const Corpus &corpus, quint32 row)
{
    QString title = cellText(corpus, row, "title");
    QString section = cellText(corpus, row, "section");
    if (title.isEmpty())
        title = cellText(corpus, row, "document");
    section = withoutTitle(section, title);
    if (title.isEmpty())
        return {QString::fromUtf8(corpus.key(row)), section};
    const auto page = corpus.hasColumn("page") ? corpus.integer(row, "page") : std::nullopt;
    if (page)
        section = pageText(section, *page);
    else if (section.isEmpty())
        section = QString::fromUtf8(corpus.key(row));
    return {title, section};
}

Result<OpenedCorpus> opened(const QString &path, bool isSample)
{
    auto corpus = Corpus::open(path);
    if (!corpus)
        return tl::unexpected(corpus.error());
    OpenedCorpus opened;
    opened.corpus = *corpus;
    opened.path = path;
    opened.isSample = isSample;
    opened.isPart = QJsonDocument::fromJson((*corpus)->note("origin").value_or(QByteArray())).object().value(QLatin1String("complete")) == QJsonValue(false);
    const Corpus &of = **corpus;
    if (const auto settings = of.productionSettings()) {
        opened.settings = *settings;
    } else {
        opened.remark = settings.error().message;
        opened.settings.mode = of.shape().dims == 0 ? SearchSettings::Mode::Text : SearchSettings::Mode::Vector;
    }
    opened.searches = of.searches();
    opened.questions = of.questions().value_or(QList<JudgedQuery>());
    if (auto judgements = of.judgements())
        opened.judgements = *std::move(judgements);
    opened.owners = choicesOf(of, "owner");
    opened.statuses = choicesOf(of, "status");
    opened.documents = documentsOf(of);
    return opened;
}

void embed(const Corpus &corpus, Question &question, const SearchSettings &settings)
{
    if (question.like || !question.embedding.empty() || question.text.isEmpty() || corpus.shape().dims == 0)
        return;
    QStringList models = corpus.models();
    if (!settings.model.isEmpty())
        models = {settings.model};
    for (const QString &model : std::as_const(models)) {
        QString of = model;
        if (corpus.recordedEmbedding(question.text, &of))
            return; // the engine takes it
    }
    for (const QString &model : std::as_const(models)) {
        if (HashEmbedding::dimsOf(model) != corpus.shape().dims)
            continue;
        question.embedding = HashEmbedding().of(question.text.toStdString(), corpus.shape().dims);
        question.model = model;
        return;
    }
}

Result<OfflineAnswer> asked(const Corpus &corpus, Question question, SearchSettings settings, const CorpusWork &work)
{
    embed(corpus, question, settings);
    OfflineAnswer made;
    if (question.like)
        settings.mode = SearchSettings::Mode::Vector;
    else if (settings.mode == SearchSettings::Mode::Hybrid) {
        if (const auto vector = vectorOf(corpus, question, settings); !vector && vector.error().kind == Error::Kind::Missing) {
            settings.mode = SearchSettings::Mode::Text;
            made.remark = RetrievalViewWords::tr("Searched by words only. %1").arg(vector.error().message);
        }
    }
    auto answer = search(corpus, question, settings, work);
    if (!answer)
        return tl::unexpected(answer.error());
    made.question = std::move(question);
    made.lines = linesOf(corpus, *answer);
    made.answer = *std::move(answer);
    return made;
}

QList<AnswerLine> linesOf(const Corpus &corpus, const SearchAnswer &answer)
{
    const SearchSettings &settings = answer.settings;
    double best = 0;
    for (const AnswerRow &row : answer.rows)
        best = std::max(best, row.score.value_or(0));
    best = answer.highestScore.value_or(best);
    QList<AnswerLine> lines;
    for (const AnswerRow &row : answer.rows) {
        AnswerLine line;
        line.rank = row.rank;
        line.key = row.key;
        line.row = row.row;
        std::tie(line.title, line.place) = nameOf(corpus, row.row);
        line.page = pageOf(corpus, row.row, line.place);
        line.exactScore = row.score;
        line.score = row.score ? scoreText(settings, *row.score) : RetrievalViewWords::tr("no score");
        line.parts = partsText(settings, row);
        line.isTied = row.isTied;
        line.rerankScore = row.rerankScore;
        line.candidateRank = row.candidateRank;
        const double whole = best > 0 ? best : 1;
        if (settings.mode == SearchSettings::Mode::Hybrid) {
            line.vectorShare = std::max(0.0, row.vector.added) / whole;
            line.textShare = std::max(0.0, row.text.added) / whole;
        } else if (settings.mode == SearchSettings::Mode::Vector) {
            // A distance has no whole that it is a share of; of a cosine that is 1.
            line.vectorShare = settings.metric == Metric::Cosine ? std::clamp(row.score.value_or(0), 0.0, 1.0) : row.score.value_or(0) < 0 ? 1 / (1 - *row.score) : 1;
        } else {
            line.textShare = std::max(0.0, row.score.value_or(0)) / whole;
        }
        //: for screen readers: rank, title, place, score, parts
        line.spoken = RetrievalViewWords::tr("%1. %2 %3, score %4, %5").arg(QString::number(line.rank), line.title, line.place, line.score, line.parts);
        lines << line;
    }
    return lines;
}

QList<AnswerLine> linesOf(const Corpus &corpus, const QList<ProductionRow> &rows)
{
    double best = 0;
    for (const ProductionRow &row : rows)
        best = std::max(best, row.score.value_or(0));
    QList<AnswerLine> lines;
    for (const ProductionRow &row : rows) {
        AnswerLine line;
        line.rank = int(lines.size()) + 1;
        line.key = row.key;
        line.row = corpus.find(row.key);
        if (line.row) {
            std::tie(line.title, line.place) = nameOf(corpus, *line.row);
            line.page = pageOf(corpus, *line.row, line.place);
        } else {
            line.title = row.key.isEmpty() ? RetrievalViewWords::tr("a chunk without a key") : QString::fromUtf8(row.key);
            line.place = RetrievalViewWords::tr("not in the snapshot");
        }
        line.exactScore = row.score;
        line.score = row.score ? number(*row.score, best > 0 && best < 0.1 ? 5 : 4) : QString();
        line.otherShare = best > 0 && row.score ? std::clamp(*row.score / std::max(best, best > 0.1 ? 1.0 : best), 0.0, 1.0) : 0;
        line.spoken = RetrievalViewWords::tr("%1. %2 %3, score %4").arg(QString::number(line.rank), line.title, line.place, line.score.isEmpty() ? format::NoValue : line.score);
        lines << line;
    }
    return lines;
}

} // namespace qd::retrievalview
