#include "widgets/pages/retrievalsweep.h"

#include "core/format.h"
#include "widgets/controls/button.h"
#include "widgets/controls/codeview.h"
#include "widgets/controls/label.h"
#include "widgets/controls/statepane.h"
#include "widgets/controls/table.h"

#include <QHBoxLayout>
#include <QMenu>

namespace qd {

using namespace retrieval;

struct RetrievalSweep::Points
{
    QMutex mutex;
    QList<std::pair<int, SweepPoint>> waiting; // which line
};

RetrievalSweep::RetrievalSweep(QWidget *parent)
    : Panel(tr("Recall and speed"), parent)
    , m_chart(new TradeoffChart(tr("Recall against the time of a search")))
    , m_says(new Label({}, Type::Cell, Tone::Text2))
    , m_groupsOf(new Label({}, Type::Small, Tone::Text3))
    , m_groups(new Table(tr("Recall by group of questions"), {{tr("Recall of"), 0}, {tr("Questions"), 72, true}, {tr("Mean"), 56, true}, {tr("Least"), 56, true}}))
    , m_sql(new CodeView)
    , m_axis(new Button(QString()))
    , m_users(new Button(tr("As Each User")))
    , m_run(new Button(tr("Measure"), Button::Kind::Link))
    , m_use(new Button(tr("Search Like That"), Button::Kind::Link))
    , m_points(std::make_shared<Points>())
    , m_progress(std::make_shared<RetrievalProgress>())
    , m_running(this)
{
    addAction(m_run);
    makeContent();
    connect(m_run, &QPushButton::clicked, this, [this] { isRunning() ? stop() : run(); });
    connect(m_pane, &StatePane::acted, this, &RetrievalSweep::run);
    connect(m_axis, &QPushButton::clicked, this, &RetrievalSweep::openChoices);
    connect(m_users, &QPushButton::clicked, this, [this] { setAsEachUser(!m_asEachUser); });
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (m_suggestion)
            emit settingsAsked(retrievalsweep::applied(m_settings, m_suggestion->axis, m_suggestion->value));
    });
    connect(m_sql, &CodeView::copied, this, &RetrievalSweep::copied);
    connect(m_chart, &TradeoffChart::copied, this, &RetrievalSweep::copied);
    connect(m_groups, &Table::copied, this, &RetrievalSweep::copied);
    connect(m_chart, &TradeoffChart::activated, this, [this](int line, int point) {
        if (m_choice.isByValue)
            line = 0;
        if (line < m_measured.size() && point < m_measured[line].size())
            m_shown = std::pair(m_lines[line].axis, m_measured[line][point].setting.value);
        showGroups();
    });
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, &RetrievalSweep::takePoints);
    idle();
}

void RetrievalSweep::makeContent()
{
    auto *legend = new Legend;
    legend->setEntries([this] { return m_choice.isByValue ? QList<Legend::Entry>{} : QList<Legend::Entry>{{tr("≥ %1 within %2").arg(QLocale().toString(WantedRecall, 'f', 2), format::duration(WantedMilliseconds)), tokens().okBg}}; });
    auto *how = new QHBoxLayout;
    how->setContentsMargins(12, 8, 12, 0);
    how->setSpacing(8);
    for (Button *button : {m_axis, m_users})
        button->setSmall(true);
    m_axis->setHasArrow(true);
    m_users->setToolTip(tr("Asks every question once as each of the users who have the most chunks: what one of them does not find is lost in a mean."));
    how->addWidget(m_axis);
    how->addWidget(m_users);
    how->addStretch(1);
    how->addWidget(legend);
    body()->addLayout(how);
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
    m_sql->setMaximumLines(4);
    m_sql->setAccessibleName(tr("SQL of the suggestion"));
    foot->addWidget(m_sql);
    m_groupsOf->setElides(true);
    foot->addWidget(m_groupsOf);
    body()->addLayout(foot);
    m_groups->setUnsorted();
    body()->addWidget(m_groups);
}

void RetrievalSweep::setCorpus(const OpenedCorpus *opened)
{
    stop();
    m_opened = opened ? std::optional(*opened) : std::nullopt;
    if (m_opened)
        m_settings = m_opened->settings;
    m_asEachUser = false;
    m_choice = choices().value(0);
    forget();
}

void RetrievalSweep::setSettings(const SearchSettings &settings)
{
    m_settings = settings;
    setTitle(tr("Recall@%1 and speed").arg(settings.limit));
    const QList<retrievalsweep::Choice> all = choices();
    if (std::none_of(all.begin(), all.end(), [this](const auto &choice) { return choice.key == m_choice.key; }) && !isRunning())
        choose(all.value(0).key);
}

QList<retrievalsweep::Choice> RetrievalSweep::choices() const
{
    return m_opened ? retrievalsweep::choices(*m_opened, m_settings) : QList<retrievalsweep::Choice>();
}

void RetrievalSweep::choose(const QString &key)
{
    stop();
    const QList<retrievalsweep::Choice> all = choices();
    const auto chosen = std::find_if(all.begin(), all.end(), [&key](const auto &choice) { return choice.key == key; });
    m_choice = chosen == all.end() ? retrievalsweep::Choice{} : *chosen;
    forget();
}

void RetrievalSweep::setAsEachUser(bool asEachUser)
{
    stop();
    m_asEachUser = asEachUser;
    forget();
}

void RetrievalSweep::forget()
{
    m_lines.clear();
    m_measured.clear();
    m_suggestion.reset();
    m_shown.reset();
    idle();
}

void RetrievalSweep::openChoices()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const retrievalsweep::Choice &choice : choices()) {
        QAction *action = menu->addAction(choice.title, this, [this, key = choice.key] {
            choose(key);
            run();
        });
        action->setCheckable(true);
        action->setChecked(choice.key == m_choice.key);
    }
    menu->popup(m_axis->mapToGlobal(QPoint(0, m_axis->height() + 2)));
}

void RetrievalSweep::idle()
{
    setTitle(tr("Recall@%1 and speed").arg(m_settings.limit));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_says, m_use, m_sql, m_groups, m_groupsOf})
        widget->hide();
    m_run->setText(tr("Measure"));
    const bool isPossible = m_opened && m_opened->corpus->shape().dims > 0;
    m_run->setVisible(isPossible);
    m_axis->setVisible(isPossible);
    m_axis->setText(m_choice.title);
    m_axis->setAccessibleName(tr("What is varied: %1").arg(m_choice.title));
    m_axis->updateGeometry();
    m_users->setVisible(isPossible && m_opened->owners.size() > 1);
    m_users->setText(m_asEachUser ? tr("✓ As Each User") : tr("As Each User"));
    m_users->updateGeometry();
    setMeta({});
    if (!isPossible)
        return m_pane->showEmpty(tr("There is nothing to measure."), tr("The snapshot has no embeddings, so no index skips any of them."));
    m_pane->showEmpty(tr("Nothing was measured yet."), tr("Asks all questions at many values of a setting and compares each answer with the exact one. Production is not asked."), {}, tr("Measure"));
}

void RetrievalSweep::showScale()
{
    m_chart->setAccessibleName(m_choice.isByValue ? tr("Recall and nDCG against the value of a setting") : tr("Recall against the time of a search"));
    m_chart->setCostLogarithmic(!m_choice.isByValue);
    if (m_choice.isByValue) {
        m_chart->setGoal({}, {});
        return m_chart->setCostTitle(m_choice.title, [](double value) { return QLocale().toString(value, 'g', 3); });
    }
    m_chart->setGoal(WantedRecall, WantedMilliseconds);
    m_chart->setCostTitle(tr("p95 of the vector search, logarithmic"), [](double ms) { return ms < 1 ? tr("%1 ms").arg(QLocale().toString(ms, 'g', 2)) : format::duration(ms); });
}

void RetrievalSweep::run()
{
    if (!m_opened || isRunning() || m_choice.axes.isEmpty())
        return;
    forget();
    m_lines = retrievalsweep::linesOf(*m_opened, m_settings, m_choice);
    m_measured.resize(m_lines.size());
    m_points = std::make_shared<Points>();
    m_run->setText(tr("Stop"));
    showScale();
    m_chart->setLines({});
    m_pane->showContent();
    m_tick.start();
    m_running.start(retrievalWork<retrievalsweep::Swept>(m_progress, [opened = *m_opened, settings = m_settings, choice = m_choice, asEachUser = m_asEachUser, points = m_points](const CorpusWork &work) {
        return retrievalsweep::swept(opened, settings, choice, asEachUser, [points](int line, const SweepPoint &point) {
            const QMutexLocker locker(&points->mutex);
            points->waiting << std::pair(line, point);
        }, work);
    }), [this](Result<retrievalsweep::Swept> swept) { finish(std::move(swept)); });
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
        QList<SweepPoint> &points = m_measured[line];
        const auto known = std::find_if(points.begin(), points.end(), [&point = point](const SweepPoint &each) { return each.variant == point.variant; });
        if (known == points.end())
            points << point;
        else
            *known = point;
        std::sort(points.begin(), points.end(), [](const SweepPoint &a, const SweepPoint &b) { return a.setting.value < b.setting.value; });
    }
    if (!taken.isEmpty())
        showPoints();
    if (isRunning())
        setMeta(m_progress->text());
}

QString RetrievalSweep::pointWords(const retrievalsweep::Line &line, const SweepPoint &point) const
{
    const QString name = tr("%1 %2", "a setting and its value").arg(line.name, retrievalsweep::valueText(line.axis, point.setting.value));
    const QString recall = point.recall ? retrievalview::number(*point.recall, 3) : format::NoValue, least = point.leastRecall ? retrievalview::number(*point.leastRecall, 2) : format::NoValue;
    const QString words = tr("%1: recall %2 at a p95 of %3, least recall of a question %4, %5 rows returned, %n question(s)", nullptr, point.questions).arg(name, recall, format::duration(std::round(point.p95 * 100) / 100), least, retrievalview::number(point.returned, 1));
    return point.ndcg ? tr("%1, nDCG %2").arg(words, retrievalview::number(*point.ndcg, 3)) : words;
}

void RetrievalSweep::showPoints()
{
    using Ring = TradeoffChart::Point::Ring;
    QList<TradeoffChart::Line> lines;
    for (int i = 0; i < m_lines.size(); ++i) {
        const retrievalsweep::Line &of = m_lines[i];
        TradeoffChart::Line recall{m_choice.isByValue ? tr("recall") : of.name, of.axis == SweepAxis::Probes || of.axis == SweepAxis::Lists ? 1 : 0, of.axis == SweepAxis::Probes, {}}, ndcg{QStringLiteral("nDCG@%1").arg(m_settings.limit), 1, true, {}};
        for (const SweepPoint &point : std::as_const(m_measured[i])) {
            const double value = point.setting.value;
            TradeoffChart::Point shown{m_choice.isByValue ? value : point.p95, point.recall.value_or(0), retrievalsweep::valueText(of.axis, value)};
            const bool isNow = of.now && *of.now == value, isSuggested = m_suggestion && m_suggestion->axis == of.axis && m_suggestion->value == value;
            shown.ring = isNow ? Ring::Now : isSuggested ? Ring::Suggested : Ring::None;
            if (isNow)
                shown.label = retrievalsweep::settingText(of.axis, value);
            shown.isRough = !point.isFinal;
            shown.words = pointWords(of, point);
            if (point.recall)
                recall.points << shown;
            shown.gain = point.ndcg.value_or(0);
            shown.label.clear();
            shown.ring = Ring::None;
            if (point.ndcg && m_choice.isByValue)
                ndcg.points << shown;
        }
        for (const TradeoffChart::Line &line : {recall, ndcg}) {
            if (!line.points.isEmpty())
                lines << line;
        }
    }
    m_chart->setLines(lines);
}

void RetrievalSweep::showGroups()
{
    const SweepPoint *shown = nullptr;
    for (int i = 0; i < m_lines.size() && m_shown; ++i) {
        for (const SweepPoint &point : std::as_const(m_measured[i])) {
            if (m_lines[i].axis == m_shown->first && point.setting.value == m_shown->second)
                shown = &point;
        }
    }
    const bool isThere = shown && shown->recall;
    m_groups->setVisible(isThere);
    m_groupsOf->setVisible(isThere);
    if (!isThere)
        return;
    QList<TableRow> rows;
    const auto add = [&rows](const QString &name, int questions, double mean, double least, bool isPinned = false) {
        TableRow row;
        row.key = name;
        row.cells = {Cell(name), Cell::number(format::count(questions), questions), Cell::number(retrievalview::number(mean, 3), mean), Cell::number(retrievalview::number(least, 3), least, least < WantedRecall ? Tone::Warn : Tone::Text)};
        row.isPinned = isPinned;
        rows << row;
    };
    add(tr("all questions"), shown->questions, *shown->recall, shown->leastRecall.value_or(*shown->recall), true);
    for (auto user = shown->perUser.cbegin(); user != shown->perUser.cend(); ++user)
        add(tr("user %1").arg(user.key()), user->questions, user->mean, user->least);
    for (auto share = shown->perShare.cbegin(); share != shown->perShare.cend() && shown->perShare.size() > 1; ++share)
        add(tr("filters that pass up to %1").arg(format::percent(share.key())), share->questions, share->mean, share->least);
    m_groups->setRows(rows);
    m_groups->setFixedHeight(m_groups->heightForRows(std::min(7, int(rows.size()))));
    m_groupsOf->setText(tr("At %1: p50 %2, p95 %3, %4 distances, %n answer(s) empty", nullptr, shown->empty).arg(retrievalsweep::settingText(m_shown->first, m_shown->second), format::duration(std::round(shown->p50 * 100) / 100), format::duration(std::round(shown->p95 * 100) / 100), format::count(qint64(shown->visited))));
}

void RetrievalSweep::finish(Result<retrievalsweep::Swept> swept)
{
    takePoints();
    m_tick.stop();
    m_run->setText(tr("Measure Again"));
    m_says->show();
    if (!swept) {
        if (std::all_of(m_measured.begin(), m_measured.end(), [](const auto &points) { return points.isEmpty(); }))
            m_pane->showError(swept.error());
        m_says->setText(swept.error().message);
        return;
    }
    m_suggestion = swept->suggestion;
    showPoints();
    Grade grade = Grade::BitIdentical;
    for (const auto &points : std::as_const(m_measured)) {
        for (const SweepPoint &point : points)
            grade = std::max(grade, point.grade);
    }
    const QString trust = retrievalview::gradeText(grade);
    //: how many questions were asked, how far the answers can be trusted
    setMeta(swept->areChunks ? tr("%n chunk(s) asked for their like, %1", nullptr, swept->questions).arg(trust) : tr("%n question(s), %1", nullptr, swept->questions).arg(trust));
    QStringList says{m_suggestion ? m_suggestion->sentence : QString(), swept->says};
    says.removeAll(QString());
    m_says->setText(says.join(u' '));
    m_says->setVisible(!says.isEmpty());
    m_use->setVisible(m_suggestion.has_value());
    m_sql->setVisible(m_suggestion && !m_suggestion->sql.isEmpty());
    if (m_suggestion)
        m_sql->setCode(m_suggestion->sql);
    for (const retrievalsweep::Line &line : std::as_const(m_lines)) {
        if (line.now && !m_shown)
            m_shown = std::pair(line.axis, *line.now);
    }
    if (m_suggestion)
        m_shown = std::pair(m_suggestion->axis, m_suggestion->value);
    else if (!m_shown && !m_measured.first().isEmpty())
        m_shown = std::pair(m_lines.first().axis, m_measured.first().last().setting.value);
    showGroups();
}

QByteArray RetrievalSweep::csv() const
{
    return m_chart->table().csv().toUtf8();
}

QString RetrievalSweep::says() const
{
    return m_says->text();
}

QString RetrievalSweep::sql() const
{
    return m_suggestion ? m_suggestion->sql : QString();
}

} // namespace qd
