#include "widgets/pages/retrievalsweep.h"

#include "core/format.h"
#include "widgets/controls/button.h"
#include "widgets/controls/codeview.h"
#include "widgets/controls/label.h"
#include "widgets/controls/statepane.h"

#include <QHBoxLayout>

namespace qd {

using namespace retrieval;

namespace {

constexpr qsizetype MostSweptQuestions = 200;

QString sweepParameter(const SweepPoint &point)
{
    return QLocale().toString(point.setting.value, 'g', 6);
}

// Questions that can be asked by meaning; without any, chunks ask for their like.
QList<NamedQuestion> sweepQuestions(const OpenedCorpus &opened, const SearchSettings &settings, bool &areChunks)
{
    QList<NamedQuestion> questions;
    for (const NamedQuestion &question : named(opened.questions)) {
        NamedQuestion with = question;
        retrievalview::embed(*opened.corpus, with.question, settings);
        if (vectorOf(*opened.corpus, with.question, settings))
            questions << with;
        if (questions.size() == MostSweptQuestions)
            break;
    }
    areChunks = questions.isEmpty();
    if (!areChunks)
        return questions;
    const quint32 rows = opened.corpus->rows(), step = std::max<quint32>(1, rows / 100);
    for (quint32 row = 0; row < rows; row += step) {
        if (!opened.corpus->searchable().contains(row))
            continue;
        Question question;
        question.like = row;
        questions << NamedQuestion{QString::number(row), question};
    }
    return questions;
}

bool sweepHasIndex(const Corpus &corpus, SearchSettings::Scan kind)
{
    for (const CorpusIndex &index : corpus.indexes()) {
        if (index.kind == kind)
            return true;
    }
    return false;
}

} // namespace

struct RetrievalSweep::Points
{
    QMutex mutex;
    QList<std::pair<int, SweepPoint>> waiting; // which line
};

RetrievalSweep::RetrievalSweep(QWidget *parent)
    : Panel(tr("Recall and speed"), parent)
    , m_chart(new TradeoffChart(tr("Recall against the time of a search")))
    , m_says(new Label({}, Type::Cell, Tone::Text2))
    , m_sql(new CodeView)
    , m_run(new Button(tr("Measure"), Button::Kind::Link))
    , m_use(new Button(tr("Search Like That"), Button::Kind::Link))
    , m_points(std::make_shared<Points>())
    , m_progress(std::make_shared<RetrievalProgress>())
    , m_running(this)
{
    auto *legend = new Legend;
    legend->setEntries([] { return QList<Legend::Entry>{{tr("≥ %1 within %2").arg(QLocale().toString(WantedRecall, 'f', 2), format::duration(WantedMilliseconds)), tokens().okBg}}; });
    addAction(legend);
    addAction(m_run);
    m_chart->setCostTitle(tr("p95 of the vector search, logarithmic"), [](double ms) { return format::duration(ms); });
    m_chart->setGoal(WantedRecall, WantedMilliseconds);
    m_chart->setMinimumHeight(scaled(230));
    m_pane = new StatePane(m_chart);
    m_pane->setMinimumHeight(scaled(230));
    body()->addWidget(m_pane, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(12, 4, 12, 10);
    foot->setSpacing(6);
    auto *row = new QHBoxLayout;
    m_says->setWraps(true);
    m_says->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_says, 1);
    row->addWidget(m_use, 0, Qt::AlignTop);
    foot->addLayout(row);
    m_sql->setMaximumLines(2);
    m_sql->setAccessibleName(tr("SQL of the suggestion"));
    foot->addWidget(m_sql);
    body()->addLayout(foot);
    connect(m_run, &QPushButton::clicked, this, [this] { isRunning() ? stop() : run(); });
    connect(m_pane, &StatePane::acted, this, &RetrievalSweep::run);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (m_suggestion)
            emit settingsAsked(m_suggestion->point.setting.settings);
    });
    connect(m_sql, &CodeView::copied, this, &RetrievalSweep::copied);
    connect(m_chart, &TradeoffChart::copied, this, &RetrievalSweep::copied);
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, &RetrievalSweep::takePoints);
    idle();
}

void RetrievalSweep::setCorpus(const OpenedCorpus *opened)
{
    stop();
    m_opened = opened ? std::optional(*opened) : std::nullopt;
    m_lines[0].clear();
    m_lines[1].clear();
    m_suggestion.reset();
    if (m_opened)
        m_settings = m_opened->settings;
    idle();
}

void RetrievalSweep::setSettings(const SearchSettings &settings)
{
    m_settings = settings;
    setTitle(tr("Recall@%1 and speed").arg(settings.limit));
}

void RetrievalSweep::idle()
{
    setTitle(tr("Recall@%1 and speed").arg(m_settings.limit));
    m_says->hide();
    m_use->hide();
    m_sql->hide();
    m_run->setText(tr("Measure"));
    m_run->setVisible(m_opened && m_opened->corpus->shape().dims > 0);
    setMeta({});
    if (!m_opened || m_opened->corpus->shape().dims == 0)
        return m_pane->showEmpty(tr("There is nothing to measure."), tr("The snapshot has no embeddings, so no index skips any of them."));
    m_pane->showEmpty(tr("Nothing was measured yet."), tr("Asks all questions at many settings of the index and compares each answer with the exact one. Production is not asked."), {}, tr("Measure"));
}

Result<RetrievalSweep::Swept> RetrievalSweep::sweepAll(const OpenedCorpus &opened, SearchSettings settings, const std::shared_ptr<Points> &points, const CorpusWork &work)
{
    const Corpus &corpus = *opened.corpus;
    Swept swept;
    settings.mode = SearchSettings::Mode::Vector;
    settings.threshold.reset();
    const QList<NamedQuestion> questions = sweepQuestions(opened, settings, swept.areChunks);
    swept.questions = int(questions.size());
    const bool hasIvfflat = sweepHasIndex(corpus, SearchSettings::Scan::Ivfflat), hasHnsw = sweepHasIndex(corpus, SearchSettings::Scan::Hnsw);
    const std::pair<SearchSettings::Scan, SweepAxis> kinds[] = {{SearchSettings::Scan::Hnsw, SweepAxis::EfSearch}, {SearchSettings::Scan::Ivfflat, SweepAxis::Probes}};
    for (int line = 0; line < 2; ++line) {
        if (line == 1 ? !hasIvfflat : !hasHnsw && hasIvfflat)
            continue;
        SearchSettings of = settings;
        of.scan = kinds[line].first;
        if (of.scan != settings.scan)
            of.index.clear();
        QList<double> values = usualValues(corpus, of, kinds[line].second);
        const double now = line == 0 ? of.indexSettings.efSearch : of.indexSettings.probes;
        if (!values.contains(now))
            values << now;
        std::sort(values.begin(), values.end());
        SweepSettings how;
        how.variants = variantsOver(of, kinds[line].second, values);
        how.judgements = opened.judgements;
        const auto made = sweep(corpus, questions, how, [&](const SweepPoint &point) {
            const QMutexLocker locker(&points->mutex);
            points->waiting << std::pair(line, point);
        }, work);
        if (!made && (made.error().isCancelled() || swept.hnsw.isEmpty()))
            return tl::unexpected(made.error());
        if (!made)
            swept.remark = made.error().message;
        else
            (line == 0 ? swept.hnsw : swept.ivfflat) = *made;
        if (const auto estimate = estimateIndex(corpus, of.scan, of, work))
            swept.estimate += tr("An index like this takes %1 and about %2 to build; %3 of maintenance_work_mem keep the build in memory.").arg(format::bytes(estimate->bytes), format::duration(estimate->buildSeconds * 1000), format::bytes(estimate->workMemoryBytes)) + u' ';
    }
    return swept;
}

void RetrievalSweep::run()
{
    if (!m_opened || isRunning())
        return;
    m_lines[0].clear();
    m_lines[1].clear();
    m_suggestion.reset();
    m_points = std::make_shared<Points>();
    m_run->setText(tr("Stop"));
    m_says->hide();
    m_use->hide();
    m_sql->hide();
    m_chart->setLines({});
    m_pane->showContent();
    m_tick.start();
    m_running.start(retrievalWork<Swept>(m_progress, [opened = *m_opened, settings = m_settings, points = m_points](const CorpusWork &work) { return sweepAll(opened, settings, points, work); }), [this](Result<Swept> swept) { finish(std::move(swept)); });
}

void RetrievalSweep::stop()
{
    if (!isRunning())
        return;
    m_running.cancel();
    takePoints();
    m_tick.stop();
    m_run->setText(tr("Measure Again"));
    setMeta(tr("stopped"));
}

void RetrievalSweep::takePoints()
{
    QList<std::pair<int, SweepPoint>> taken;
    {
        const QMutexLocker locker(&m_points->mutex);
        taken.swap(m_points->waiting);
    }
    for (const auto &[line, point] : std::as_const(taken)) {
        QList<SweepPoint> &points = m_lines[line];
        const auto known = std::find_if(points.begin(), points.end(), [&point = point](const SweepPoint &each) { return each.variant == point.variant; });
        if (known == points.end())
            points << point;
        else
            *known = point;
    }
    if (!taken.isEmpty())
        showPoints();
    if (isRunning())
        setMeta(m_progress->text());
}

void RetrievalSweep::showPoints()
{
    const SearchSettings::Scan kinds[] = {SearchSettings::Scan::Hnsw, SearchSettings::Scan::Ivfflat};
    const QString names[] = {QStringLiteral("hnsw ef_search"), QStringLiteral("ivfflat probes")};
    QList<TradeoffChart::Line> lines;
    for (int i = 0; i < 2; ++i) {
        TradeoffChart::Line line{names[i], i, i == 1, {}};
        QList<SweepPoint> points = m_lines[i];
        std::sort(points.begin(), points.end(), [](const SweepPoint &a, const SweepPoint &b) { return a.setting.value < b.setting.value; });
        for (const SweepPoint &point : std::as_const(points)) {
            if (!point.recall)
                continue;
            TradeoffChart::Point shown{point.p95, *point.recall, sweepParameter(point)};
            const double now = i == 0 ? m_settings.indexSettings.efSearch : m_settings.indexSettings.probes;
            const bool isNow = m_settings.scan == kinds[i] && point.setting.value == now;
            const bool isSuggested = m_suggestion && m_suggestion->point.setting.axis == point.setting.axis && m_suggestion->point.setting.value == point.setting.value;
            shown.ring = isNow ? TradeoffChart::Point::Ring::Now : isSuggested ? TradeoffChart::Point::Ring::Suggested : TradeoffChart::Point::Ring::None;
            if (isNow)
                shown.label = QStringLiteral("%1 %2").arg(i == 0 ? QStringLiteral("ef_search") : QStringLiteral("probes"), shown.label);
            shown.isRough = !point.isFinal;
            shown.words = tr("%1 %2: recall %3 at a p95 of %4, least recall of a question %5, %6 rows returned, %n question(s)", nullptr, point.questions).arg(names[i], sweepParameter(point), retrievalview::number(*point.recall, 3), format::duration(std::round(point.p95 * 100) / 100), retrievalview::number(point.leastRecall.value_or(*point.recall), 2), retrievalview::number(point.returned, 1));
            line.points << shown;
        }
        if (!line.points.isEmpty())
            lines << line;
    }
    m_chart->setLines(lines);
}

void RetrievalSweep::finish(Result<Swept> swept)
{
    takePoints();
    m_tick.stop();
    m_run->setText(tr("Measure Again"));
    m_says->show();
    if (!swept) {
        if (m_lines[0].isEmpty() && m_lines[1].isEmpty())
            m_pane->showError(swept.error());
        m_says->setText(swept.error().message);
        return;
    }
    m_lines[0] = swept->hnsw;
    m_lines[1] = swept->ivfflat;
    m_suggestion = suggest(swept->ivfflat.isEmpty() || m_settings.scan == SearchSettings::Scan::Hnsw ? swept->hnsw : m_settings.scan == SearchSettings::Scan::Ivfflat ? swept->ivfflat : swept->hnsw, m_settings, WantedRecall);
    showPoints();
    const Grade grade = swept->hnsw.isEmpty() ? swept->ivfflat.value(0).grade : swept->hnsw.first().grade;
    //: how many questions were asked, how far the answers can be trusted
    setMeta(swept->areChunks ? tr("%n chunk(s) asked for their like, %1", nullptr, swept->questions).arg(retrievalview::gradeText(grade)) : tr("%n question(s), %1", nullptr, swept->questions).arg(retrievalview::gradeText(grade)));
    QStringList says;
    says << (m_suggestion ? m_suggestion->sentence : tr("No setting that was tried reaches a recall of %1.").arg(QLocale().toString(WantedRecall, 'f', 2)));
    says << swept->estimate.trimmed() << swept->remark;
    says.removeAll(QString());
    m_says->setText(says.join(u' '));
    m_use->setVisible(m_suggestion.has_value());
    m_sql->setVisible(m_suggestion && !m_suggestion->sql.isEmpty());
    if (m_suggestion)
        m_sql->setCode(m_suggestion->sql);
}

QByteArray RetrievalSweep::csv() const
{
    return m_chart->table().csv().toUtf8();
}

} // namespace qd
