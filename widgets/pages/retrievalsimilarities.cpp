#include "widgets/pages/retrievalsimilarities.h"

#include "core/format.h"
#include "widgets/controls/label.h"
#include "widgets/controls/statepane.h"

#include <QVBoxLayout>

#include <cmath>

namespace qd {

using namespace retrieval;

namespace {

constexpr qint64 MostUncountedBytes = 256 << 20; // of embeddings, that are read unasked

// Round steps that make 20 to 50 bars of a range.
double barWidth(double range)
{
    const double raw = std::max(range, 1e-6) / 50, power = std::pow(10.0, std::floor(std::log10(raw)));
    return (raw / power > 5 ? 10 : raw / power > 2 ? 5 : raw / power > 1 ? 2 : 1) * power;
}

} // namespace

Result<SimilarityCounts> retrievalview::similaritiesOf(const Corpus &corpus, const OfflineAnswer &answer, const CorpusWork &work)
{
    const SearchSettings &settings = answer.answer.settings;
    const auto vector = vectorOf(corpus, answer.question, settings);
    const auto filter = corpus.filter(settings, work);
    if (!vector || !filter)
        return tl::unexpected(!vector ? vector.error() : filter.error());
    const auto &threshold = settings.threshold;
    SimilarityCounts counts;
    counts.isSimilarity = settings.metric == Metric::Cosine || (threshold && threshold->on == Threshold::On::Similarity);
    const auto shown = [&counts](double distance) { return counts.isSimilarity ? 1.0 - distance : distance; };
    const VectorColumn column = corpus.vectors();
    const Distances distances(corpus.arithmetic(settings.metric), settings.metric, column.type, vector->elements.data(), column.dims);
    std::vector<double> values;
    for (quint32 row = 0; row < corpus.rows(); ++row) {
        if (row % 4096 == 0 && work.stopped())
            return failure(Error::Kind::Cancelled, QString());
        if (!(*filter)->rows.contains(row))
            continue;
        if (!column.has(row) || !corpus.searchable().contains(row)) {
            ++counts.withoutEmbedding;
            continue;
        }
        const double distance = distances.of(column.row(row));
        ++(!threshold || threshold->passes(distance) ? counts.passing : counts.cut);
        if (std::isnan(distance))
            ++counts.notNumbers;
        else
            values.push_back(shown(distance));
    }
    if (threshold) {
        const bool isOnSimilarity = threshold->on == Threshold::On::Similarity;
        counts.passesAbove = counts.isSimilarity;
        counts.threshold = isOnSimilarity == counts.isSimilarity ? threshold->bound : 1.0 - threshold->bound;
    }
    for (const AnswerRow &row : answer.answer.rows) {
        if (column.has(row.row) && corpus.searchable().contains(row.row))
            counts.answered << shown(distances.of(column.row(row.row)));
    }
    if (values.empty())
        return counts;
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    const double low = std::min(*least, counts.threshold.value_or(*least)), high = std::max(*greatest, counts.threshold.value_or(*greatest));
    counts.width = barWidth(high - low);
    counts.begin = std::floor(low / counts.width) * counts.width;
    counts.bars = QList<qint64>(int(std::floor((high - counts.begin) / counts.width)) + 1);
    for (const double value : values)
        ++counts.bars[std::clamp<qsizetype>(qsizetype((value - counts.begin) / counts.width), 0, counts.bars.size() - 1)];
    return counts;
}

RetrievalSimilarities::RetrievalSimilarities(QWidget *parent)
    : Panel(tr("Similarities of the question"), parent)
    , m_bars(new SimilarityBars)
    , m_says(new Label({}, Type::Cell, Tone::Text2))
    , m_progress(std::make_shared<RetrievalProgress>())
    , m_running(this)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 4, 0, 8);
    column->setSpacing(4);
    column->addWidget(m_bars, 1);
    m_says->setWraps(true);
    m_says->setContentsMargins(12, 0, 12, 0);
    m_says->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_says);
    m_pane = new StatePane(content);
    m_pane->setMinimumHeight(scaled(180));
    body()->addWidget(m_pane, 1);
    connect(m_pane, &StatePane::acted, this, &RetrievalSimilarities::run);
    connect(m_bars, &SimilarityBars::copied, this, &RetrievalSimilarities::copied);
    showAnswer(nullptr, {});
}

void RetrievalSimilarities::showAnswer(const std::shared_ptr<const Corpus> &corpus, const std::optional<OfflineAnswer> &answer)
{
    // Production's answer to the same question changes nothing here.
    const auto isSame = [&] { return m_answer->question.text == answer->question.text && m_answer->question.like == answer->question.like && m_answer->question.embedding == answer->question.embedding && m_answer->answer.settings == answer->answer.settings && m_answer->answer.rerankedBy == answer->answer.rerankedBy; };
    if (corpus && corpus == m_corpus && answer && m_answer && isSame())
        return;
    m_running.cancel();
    m_corpus = corpus;
    m_answer = answer;
    m_counts.reset();
    setMeta({});
    if (!corpus || !answer)
        return m_pane->showEmpty(tr("No question was asked yet."), tr("Shows how similar a question is to every row that passes the filters, and what a threshold cuts."));
    if (!answer->answer.settings.usesVectors())
        return m_pane->showEmpty(tr("The question was searched by words."), tr("Words have no similarity that a threshold could cut."));
    if (qint64(corpus->vectors().bytesPerRow()) * corpus->rows() <= MostUncountedBytes)
        return run();
    m_pane->showEmpty(tr("Nothing was counted yet."), tr("Compares the question with every row that passes the filters; in a snapshot of this size that takes a while."), {}, tr("Count"));
}

void RetrievalSimilarities::run()
{
    if (!m_corpus || !m_answer || isRunning())
        return;
    m_running.start(retrievalWork<SimilarityCounts>(m_progress, [corpus = m_corpus, answer = *m_answer](const CorpusWork &work) { return retrievalview::similaritiesOf(*corpus, answer, work); }), [this](Result<SimilarityCounts> counts) {
        if (counts) {
            m_counts = *std::move(counts);
            showCounts();
        } else {
            m_pane->showError(counts.error());
        }
        emit counted();
    });
}

void RetrievalSimilarities::showCounts()
{
    setTitle(m_counts->isSimilarity ? tr("Similarities of the question") : tr("Distances of the question"));
    setMeta(tr("%1 rows pass the filters").arg(format::count(m_counts->rows() + m_counts->withoutEmbedding)));
    if (m_counts->bars.isEmpty())
        return m_pane->showEmpty(tr("No row that passes the filters can be compared."), m_counts->withoutEmbedding > 0 ? tr("%1 of them have no embedding.").arg(format::count(m_counts->withoutEmbedding)) : QString());
    m_bars->setCounts(*m_counts);
    const QString bound = m_counts->threshold ? retrievalview::number(*m_counts->threshold, 3) : QString();
    QStringList says;
    if (!m_counts->threshold)
        says << tr("No threshold is set: only the number of results cuts.");
    else if (m_counts->passing == 0)
        says << tr("The threshold of %1 cuts all %2 rows.").arg(bound, format::count(m_counts->cut));
    else if (m_counts->passing == 1)
        says << tr("The threshold of %1 lets one row pass and cuts %2.").arg(bound, format::count(m_counts->cut));
    else
        says << tr("The threshold of %1 lets %2 rows pass and cuts %3.").arg(bound, format::count(m_counts->passing), format::count(m_counts->cut));
    if (m_counts->notNumbers > 0)
        says << tr("%n row(s) have a zero vector, which has no similarity.", nullptr, int(m_counts->notNumbers));
    if (m_counts->withoutEmbedding > 0)
        says << tr("%n row(s) have no embedding and are not drawn.", nullptr, int(m_counts->withoutEmbedding));
    m_says->setText(says.join(u' '));
    m_bars->setAccessibleDescription(m_says->text());
    m_pane->showContent();
}

} // namespace qd
