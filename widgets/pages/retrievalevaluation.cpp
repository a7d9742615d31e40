#include "widgets/pages/retrievalevaluation.h"

#include "core/format.h"
#include "core/savefile.h"
#include "reports/report.h"
#include "widgets/charts/changebars.h"
#include "widgets/controls/button.h"
#include "widgets/controls/kpitile.h"
#include "widgets/controls/label.h"
#include "widgets/controls/statepane.h"
#include "widgets/controls/table.h"

#include <QFile>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>

namespace qd {

using namespace retrieval;

namespace {

constexpr int JudgedDepth = 50;

// nDCG@10, MRR, Recall@10, Recall@50, MAP
QList<double> judgedMeasures(const QueryMeasures &measures)
{
    return {measures.ndcgAt.value(0), measures.reciprocalRank, measures.recallAt.value(0), measures.recallAt.value(1), measures.averagePrecision};
}

QString changeNumber(double by)
{
    return std::abs(by) < 5e-4 ? retrievalview::number(0, 3) : retrievalview::number(std::abs(by), 3);
}

QString signedNumber(double by, int decimals)
{
    return (by > 0 ? QStringLiteral("+") : QString()) + retrievalview::number(by, decimals);
}

} // namespace

QStringList RetrievalEvaluation::measureNames()
{
    return {QStringLiteral("nDCG@10"), QStringLiteral("MRR"), QStringLiteral("Recall@10"), QStringLiteral("Recall@50"), QStringLiteral("MAP")};
}

RetrievalEvaluation::RetrievalEvaluation(QWidget *parent)
    : Panel(tr("Evaluation"), parent)
    , m_figures(new FigureStrip)
    , m_bars(new ChangeBars(tr("Change of nDCG@10 per question")))
    , m_queries(new Table(tr("Questions and their change"), {{tr("Question"), 0}, {tr("Now"), 50, true}, {tr("Before"), 58, true}, {tr("Change"), 76, true}}))
    , m_barsTitle(new Label({}, Type::Small, Tone::Text2))
    , m_foot(new Label({}, Type::Cell, Tone::Text2))
    , m_run(new Button(tr("Run"), Button::Kind::Link))
    , m_keep(new Button(tr("Keep This Run"), Button::Kind::Link))
    , m_load(new Button(tr("Judgements…"), Button::Kind::Link))
    , m_progress(std::make_shared<RetrievalProgress>())
    , m_running(this)
{
    m_keep->setToolTip(tr("Later runs are held against this one."));
    m_load->setToolTip(tr("Judges by a file: TREC qrels, CSV or JSONL."));
    for (Button *button : {m_load, m_keep, m_run})
        addAction(button);
    m_figures->setFramed(false);
    m_pane = new StatePane(makeBody());
    m_pane->setMinimumHeight(scaled(290));
    body()->addWidget(m_pane, 1);
    connect(m_run, &QPushButton::clicked, this, [this] { isRunning() ? stop() : run(); });
    connect(m_pane, &StatePane::acted, this, [this] { m_judgements && !m_opened->questions.isEmpty() ? run() : emit judgementsAsked(); });
    connect(m_keep, &QPushButton::clicked, this, &RetrievalEvaluation::keep);
    connect(m_load, &QPushButton::clicked, this, &RetrievalEvaluation::judgementsAsked);
    connect(m_figures, &FigureStrip::explanationAsked, this, &RetrievalEvaluation::explanationAsked);
    const auto open = [this](const QString &id) { emit questionAsked(questionText(id)); };
    connect(m_bars, &ChangeBars::activated, this, open);
    connect(m_queries, &Table::opened, this, open);
    connect(m_bars, &ChangeBars::copied, this, &RetrievalEvaluation::copied);
    connect(m_queries, &Table::copied, this, &RetrievalEvaluation::copied);
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isRunning())
            setMeta(m_progress->text());
    });
    idle();
}

QWidget *RetrievalEvaluation::makeBody()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_figures);
    column->addWidget(Panel::rule());
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_changes = new QWidget;
    auto *left = new QVBoxLayout(m_changes);
    left->setContentsMargins(12, 6, 4, 4);
    left->addWidget(m_barsTitle);
    m_barsTitle->setElides(true);
    left->addWidget(m_bars, 1);
    row->addWidget(m_changes, 41);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    m_queries->setUnsorted();
    right->addWidget(m_queries, 1);
    m_foot->setContentsMargins(10, 5, 10, 7);
    m_foot->setWraps(true);
    m_foot->setTextInteractionFlags(Qt::TextSelectableByMouse);
    right->addWidget(m_foot);
    row->addLayout(right, 59);
    column->addLayout(row, 1);
    return content;
}

void RetrievalEvaluation::setCorpus(const OpenedCorpus *opened, const QString &keptAt)
{
    stop();
    m_opened = opened ? std::optional(*opened) : std::nullopt;
    m_judgements = opened ? opened->judgements : std::nullopt;
    m_judgementsName.clear();
    m_now.reset();
    m_before.reset();
    m_keptAt = keptAt;
    if (m_opened)
        m_settings = m_opened->settings;
    QFile file(keptAt);
    if (opened && file.open(QIODevice::ReadOnly))
        m_before = JudgedRun::fromJson(QJsonDocument::fromJson(file.readAll()).object());
    idle();
}

void RetrievalEvaluation::setOwnJudgements(const QList<OwnJudgement> &own)
{
    if (!m_opened || own.isEmpty())
        return;
    QHash<QString, QString> ids;
    for (const JudgedQuery &query : std::as_const(m_opened->questions))
        ids.insert(query.text, query.id);
    if (!m_judgements)
        m_judgements = Judgements();
    for (const OwnJudgement &each : own) {
        if (!ids.contains(each.question)) {
            // A question of their own is known by its words.
            ids.insert(each.question, each.question);
            m_opened->questions << JudgedQuery{each.question, each.question};
        }
        m_judgements->grades[ids.value(each.question)][each.key] = each.grade;
    }
    if (!m_now)
        idle();
}

std::optional<int> RetrievalEvaluation::gradeOf(const QString &question, const QString &key) const
{
    for (const JudgedQuery &query : m_opened && m_judgements ? m_opened->questions : QList<JudgedQuery>()) {
        if (query.text != question)
            continue;
        const auto grades = m_judgements->grades.value(query.id);
        const auto grade = grades.constFind(key);
        return grade == grades.cend() ? std::nullopt : std::optional(*grade);
    }
    return {};
}

void RetrievalEvaluation::setSettings(const SearchSettings &settings)
{
    m_settings = settings;
}

void RetrievalEvaluation::idle()
{
    setMeta({});
    m_keep->hide();
    m_run->setText(tr("Run"));
    m_run->setVisible(m_opened && m_judgements && !m_opened->questions.isEmpty());
    m_load->setVisible(m_opened.has_value());
    if (!m_opened || m_opened->questions.isEmpty())
        return m_pane->showEmpty(tr("There is nothing to judge by."), tr("The snapshot has no questions with their texts. A profile that names a feedback table brings them with the next snapshot."), {}, m_opened ? tr("Judgements…") : QString());
    if (!m_judgements)
        return m_pane->showEmpty(tr("No answer was judged."), tr("The snapshot has %n question(s) but no judgements; they can come from a file of TREC qrels, CSV or JSONL.", nullptr, int(m_opened->questions.size())), {}, tr("Judgements…"));
    m_pane->showEmpty(tr("Nothing was evaluated yet."), tr("Asks the %n judged question(s) offline with the settings above. Production is not asked.", nullptr, int(m_judgements->grades.size())), {}, tr("Run"));
}

void RetrievalEvaluation::loadJudgements(const QString &name)
{
    QFile file(name);
    const auto read = file.open(QIODevice::ReadOnly) ? readJudgements(file.readAll()) : Result<Judgements>(failure(Error::Kind::Missing, tr("The file “%1” cannot be read.").arg(name), file.errorString()));
    if (!read)
        return m_pane->showError(read.error());
    m_judgements = *read;
    // A question may be named by its own words, as those that were judged in place are.
    QSet<QString> ids;
    for (const JudgedQuery &query : m_opened ? m_opened->questions : QList<JudgedQuery>())
        ids << query.id;
    for (auto query = read->grades.keyBegin(); m_opened && query != read->grades.keyEnd(); ++query) {
        if (!ids.contains(*query) && query->trimmed().contains(u' '))
            m_opened->questions << JudgedQuery{*query, *query};
    }
    m_judgementsName = name.section(u'/', -1);
    m_now.reset();
    idle();
    run();
}

Result<JudgedRun> RetrievalEvaluation::runAll(const OpenedCorpus &opened, const Judgements &judgements, const SearchSettings &settings, const CorpusWork &work)
{
    JudgedRun made;
    made.at = QDateTime::currentDateTimeUtc();
    made.settings = settings;
    made.snapshot = opened.isSample ? QString() : opened.corpus->origin().takenAt.toUTC().toString(Qt::ISODate);
    SearchSettings deep = settings;
    deep.limit = std::max(deep.limit, JudgedDepth);
    std::optional<Error> error;
    for (qsizetype i = 0; i < opened.questions.size(); ++i) {
        if (work.stopped())
            return failure(Error::Kind::Cancelled, QString());
        const JudgedQuery &query = opened.questions[i];
        if (!judgements.grades.contains(query.id))
            continue;
        work.tell(tr("Asking the judged questions"), double(i) / double(opened.questions.size()));
        const auto answer = retrievalview::asked(*opened.corpus, Question{query.text}, deep, CorpusWork{work.isStopped, {}, work.isAlone});
        if (!answer) {
            error = answer.error();
            ++made.failed;
            continue;
        }
        made.fallbacks += !answer->remark.isEmpty();
        QList<RunEntry> &entries = made.run[query.id];
        // Ranks decide: a fused score may be shared, and trec_eval sorts by the score.
        for (const AnswerRow &row : answer->answer.rows)
            entries << RunEntry{QString::fromUtf8(row.key), row.score.value_or(-1e9)};
    }
    if (made.run.isEmpty() && error)
        return tl::unexpected(*error);
    EvaluationSettings how;
    how.cutoffs = {10, JudgedDepth};
    const auto evaluation = evaluate(made.run, judgements, how);
    if (!evaluation)
        return tl::unexpected(evaluation.error());
    for (const QueryMeasures &query : evaluation->perQuery)
        made.perQuery.insert(query.query, judgedMeasures(query));
    made.mean = judgedMeasures(evaluation->mean);
    return made;
}

void RetrievalEvaluation::run()
{
    if (!m_opened || !m_judgements || isRunning())
        return;
    m_run->setText(tr("Stop"));
    if (!m_now)
        m_pane->showLoading(tr("Asking the judged questions"));
    m_tick.start();
    m_running.start(retrievalWork<JudgedRun>(m_progress, [opened = *m_opened, judgements = *m_judgements, settings = m_settings](const CorpusWork &work) { return runAll(opened, judgements, settings, work); }), [this](Result<JudgedRun> run) { finish(std::move(run)); });
}

void RetrievalEvaluation::stop()
{
    if (!isRunning())
        return;
    m_running.cancel();
    m_tick.stop();
    m_run->setText(tr("Run Again"));
    m_now ? showRun() : idle();
}

void RetrievalEvaluation::finish(Result<JudgedRun> run)
{
    m_tick.stop();
    m_run->setText(tr("Run Again"));
    setMeta({});
    if (!run) {
        m_pane->showError(run.error(), m_opened && m_opened->questions.isEmpty() ? tr("Judgements…") : tr("Run Again"));
        return emit evaluated();
    }
    // Other settings than those of the run before: that is what one wants to compare with.
    if (m_now && !(m_now->settings == run->settings) && (!meanChange() || !QFile::exists(m_keptAt)))
        m_before = *m_now;
    m_now = *std::move(run);
    showRun();
    emit evaluated();
}

void RetrievalEvaluation::keep()
{
    if (!m_now)
        return;
    const auto saved = saveFile(m_keptAt, QJsonDocument(m_now->toJson()).toJson(QJsonDocument::Compact), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!saved) {
        m_foot->setText(saved.error().message);
        return;
    }
    m_before = *m_now;
    emit copied(tr("The run is kept; later runs are held against it."));
    showRun();
}

QString RetrievalEvaluation::questionText(const QString &id) const
{
    for (const JudgedQuery &query : m_opened ? m_opened->questions : QList<JudgedQuery>()) {
        if (query.id == id)
            return query.text;
    }
    return id;
}

QString RetrievalEvaluation::sentence() const
{
    if (!m_now)
        return {};
    const QString value = retrievalview::number(m_now->mean.first(), 3);
    const auto change = meanChange();
    if (!change)
        return tr("nDCG@10 is %1.").arg(value);
    const double by = change->first();
    if (std::abs(by) < 5e-4)
        return tr("nDCG@10 is %1, as before.").arg(value);
    return by > 0 ? tr("nDCG@10 is %1, up %2.").arg(value, changeNumber(by)) : tr("nDCG@10 is %1, down %2.").arg(value, changeNumber(by));
}

int RetrievalEvaluation::questionsInBoth() const
{
    int both = 0;
    for (auto query = m_now->perQuery.cbegin(); m_before && query != m_now->perQuery.cend(); ++query)
        both += m_before->perQuery.contains(query.key());
    return both;
}

// Means over different questions are no comparison.
std::optional<QList<double>> RetrievalEvaluation::meanChange() const
{
    const int both = m_now ? questionsInBoth() : 0;
    if (both == 0)
        return {};
    QList<double> change(measureNames().size(), 0);
    for (auto query = m_now->perQuery.cbegin(); query != m_now->perQuery.cend(); ++query) {
        const auto before = m_before->perQuery.constFind(query.key());
        for (qsizetype i = 0; before != m_before->perQuery.cend() && i < change.size(); ++i)
            change[i] += (query->at(i) - before->at(i)) / both;
    }
    return change;
}

void RetrievalEvaluation::showRun()
{
    m_pane->showContent();
    m_keep->show();
    const int count = int(m_now->perQuery.size());
    const QString judged = m_judgementsName.isEmpty() ? tr("%n judged question(s)", nullptr, count) : tr("%n question(s) judged by %1", nullptr, count).arg(m_judgementsName);
    const QString how = m_opened && m_now->settings == m_opened->settings ? tr("production settings") : retrievalview::settingsText(m_now->settings);
    setMeta(meanChange() ? tr("%1, %2 against the run of %3").arg(judged, how, format::day(m_before->at.date())) : tr("%1, %2").arg(judged, how));
    showFigures();
    showQueries();
    showFoot();
}

void RetrievalEvaluation::showFigures()
{
    const QString definitions[] = {tr("Normalised discounted cumulative gain of the first ten, by the rules of trec_eval: the grade over log2(rank + 1), over the best possible order of all judged chunks."), tr("The mean of 1 / rank of the first relevant chunk, 0 where there is none."), tr("The share of all relevant chunks that is among the first ten."), tr("The share of all relevant chunks that is among the first fifty."), tr("The mean over questions of the average precision: the precision at the rank of each relevant chunk.")};
    QList<reports::Figure> figures;
    const QStringList names = measureNames();
    const auto change = meanChange();
    for (qsizetype i = 0; i < names.size(); ++i) {
        reports::Figure figure;
        figure.id = names[i];
        figure.label = names[i];
        figure.state = State::Ok;
        figure.value = retrievalview::number(m_now->mean[i], 3);
        if (change) {
            const double by = change->at(i);
            figure.change = std::abs(by) < 5e-4 ? changeNumber(by) : format::change(by, changeNumber(by));
            figure.changeState = std::abs(by) < 5e-4 ? State::Unknown : by > 0 ? State::Ok : State::Warning;
        }
        figure.explanation.definition = definitions[i];
        figures << figure;
    }
    m_figures->setFigures(figures);
}

void RetrievalEvaluation::showQueries()
{
    struct Judged
    {
        QString id;
        double now = 0;
        std::optional<double> before;
        double by() const { return before ? now - *before : 0; }
    };
    QList<Judged> judged;
    for (auto query = m_now->perQuery.cbegin(); query != m_now->perQuery.cend(); ++query) {
        const auto before = m_before ? m_before->perQuery.constFind(query.key()) : QMap<QString, QList<double>>::const_iterator();
        judged << Judged{query.key(), query->first(), m_before && before != m_before->perQuery.cend() ? std::optional(before->first()) : std::nullopt};
    }
    QList<ChangeBars::Change> changes;
    for (const Judged &each : std::as_const(judged)) {
        if (each.before)
            changes << ChangeBars::Change{each.id, questionText(each.id), each.by()};
    }
    m_bars->setChanges(changes);
    m_barsTitle->setText(tr("Change of nDCG@10 per question, sorted"));
    m_changes->setVisible(!changes.isEmpty());
    const bool hasBefore = !changes.isEmpty();
    // What lost most stands first; without a run before, what is worst.
    std::stable_sort(judged.begin(), judged.end(), [hasBefore](const Judged &a, const Judged &b) { return hasBefore && a.by() != b.by() ? a.by() < b.by() : a.now < b.now; });
    QList<TableRow> rows;
    for (const Judged &each : std::as_const(judged)) {
        TableRow row;
        row.key = each.id;
        Cell question(questionText(each.id));
        question.tip = QStringLiteral("%1: %2").arg(each.id, question.text);
        Cell change = Cell::number(each.before ? signedNumber(each.by(), 2) : format::NoValue, each.by(), !each.before || std::abs(each.by()) < 5e-4 ? Tone::Text3 : each.by() < 0 ? Tone::Warn : Tone::Accent);
        change.isBold = each.before && std::abs(each.by()) >= 5e-4;
        row.cells = {question, Cell::number(retrievalview::number(each.now, 2), each.now), Cell::number(each.before ? retrievalview::number(*each.before, 2) : format::NoValue, each.before.value_or(-1), Tone::Text2), change};
        rows << row;
    }
    m_queries->setRows(rows);
}

void RetrievalEvaluation::showFoot()
{
    QStringList says;
    const int both = questionsInBoth();
    if (m_before && both == 0)
        says << tr("The run that was kept is of other questions, so nothing is held against it.");
    if (both > 0) {
        std::vector<double> first, second;
        for (auto query = m_now->perQuery.cbegin(); query != m_now->perQuery.cend(); ++query) {
            if (const auto before = m_before->perQuery.constFind(query.key()); before != m_before->perQuery.cend())
                first.push_back(before->first()), second.push_back(query->first());
        }
        says << tr("Before: %1, %2.").arg(retrievalview::settingsText(m_before->settings), format::day(m_before->at.date()));
        if (const auto paired = comparePaired(first, second))
            says << tr("Mean change %1, 95 % between %2 and %3; paired test p = %4.").arg(signedNumber(paired->meanDifference, 3), signedNumber(paired->low, 3), signedNumber(paired->high, 3), retrievalview::number(paired->pValue, 2));
    }
    if (both > 0 && both < m_now->perQuery.size())
        says << tr("Held against each other over the %n question(s) that both runs have.", nullptr, both);
    if (m_now->fallbacks > 0)
        says << tr("%n question(s) have no embedding and were asked by words only.", nullptr, m_now->fallbacks);
    if (m_now->failed > 0)
        says << tr("%n question(s) could not be asked and are left out.", nullptr, m_now->failed);
    if (!m_before)
        says << tr("Keep this run to see with the next one how each question changes.");
    says << tr("Enter opens a question.");
    m_foot->setText(says.join(u' '));
}

QByteArray RetrievalEvaluation::csv() const
{
    TextTable table{QStringList{QStringLiteral("query"), QStringLiteral("question")} + measureNames() + QStringList{QStringLiteral("nDCG@10 before")}, {}, {}};
    if (!m_now)
        return {};
    for (auto query = m_now->perQuery.cbegin(); query != m_now->perQuery.cend(); ++query) {
        QStringList row{query.key(), questionText(query.key())};
        for (const double value : *query)
            row << QString::number(value, 'f', 6);
        row << (m_before && m_before->perQuery.contains(query.key()) ? QString::number(m_before->perQuery.value(query.key()).first(), 'f', 6) : QString());
        table.rows << row;
    }
    return table.csv().toUtf8();
}

QByteArray RetrievalEvaluation::trec() const
{
    return m_now ? writeRun(m_now->run, QStringLiteral("quarterdeck")) : QByteArray();
}

} // namespace qd
