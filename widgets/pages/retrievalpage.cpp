#include "widgets/pages/retrievalpage.h"

#include "core/format.h"
#include "core/paths.h"
#include "core/savefile.h"
#include "widgets/controls/button.h"
#include "widgets/controls/message.h"
#include "widgets/controls/statepane.h"
#include "widgets/pages/retrievalanswers.h"
#include "widgets/pages/retrievalaskbar.h"
#include "widgets/pages/retrievalevaluation.h"
#include "widgets/pages/retrievalquality.h"
#include "widgets/pages/retrievalquotation.h"
#include "widgets/pages/retrievalresult.h"
#include "widgets/pages/retrievalsimilarities.h"
#include "widgets/pages/retrievalsweep.h"
#include "widgets/pages/retrievaltaking.h"
#include "widgets/pages/retrievalwhynotbar.h"

#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace qd {

using namespace retrieval;

constexpr qint64 MostUnaskedWork = 3'000'000; // chunks times questions
constexpr quint32 MostUnaskedChunks = 50'000;

// The run that later ones are held against lies beside the snapshot.
static QString keptRunPath(const QString &store)
{
    return RetrievalSession::snapshotPath(store) + QStringLiteral(".run.json");
}

RetrievalPage::RetrievalPage(Desk *desk, QWidget *parent)
    : Page(desk, parent)
    , m_session(new RetrievalSession(desk, this))
    , m_note(new Message)
    , m_remark(new Message)
    , m_ask(new RetrievalAskBar)
    , m_answers(new RetrievalAnswers)
    , m_result(new RetrievalResult)
    , m_whyNot(new RetrievalWhyNotBar)
    , m_quotation(new RetrievalQuotationBar)
    , m_similarities(new RetrievalSimilarities)
    , m_sweep(new RetrievalSweep)
    , m_evaluation(new RetrievalEvaluation)
    , m_quality(new RetrievalQuality)
    , m_taking(new RetrievalTaking(this))
    , m_take(new Button(tr("Take Snapshot")))
    , m_back(new Button(tr("Close File")))
    , m_upper(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_lower(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_lowest(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_area(new QScrollArea)
    , m_progress(std::make_shared<RetrievalProgress>())
    , m_explaining(this)
{
    m_pane = new StatePane(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_note);
    layout->addWidget(m_pane, 1);
    m_note->hide();
    m_remark->hide();
    m_take->setSmall(true);
    m_back->setSmall(true);
    m_note->addAction(m_take);
    m_note->addAction(m_back);
    setAcceptDrops(true);
    connect(m_session, &RetrievalSession::openedChanged, this, &RetrievalPage::showOpened);
    connect(m_session, &RetrievalSession::answered, this, &RetrievalPage::showAnswer);
    connect(m_session, &RetrievalSession::progressed, this, &RetrievalPage::sayAll);
    // Focused from the keyboard it must be seen; what the mouse reached stays under it.
    connect(m_ask->field(), &QuestionField::reached, this, [this] { m_area->ensureWidgetVisible(m_ask, 0, 0); });
    connectAnswers();
    connectPanels();
    connectTaking();
    connectSnapshots();
    connect(m_result, &RetrievalResult::filled, this, &RetrievalPage::orderTabs);
    orderTabs();
}

// Down the page as the eye goes; widgets that are made later would come last.
void RetrievalPage::orderTabs()
{
    QWidget *last = nullptr;
    for (QWidget *panel : std::initializer_list<QWidget *>{m_note, m_ask, m_remark, m_answers, m_result, m_sweep, m_evaluation, m_similarities, m_quality}) {
        const auto children = panel->findChildren<QWidget *>();
        for (QWidget *child : children) {
            if (!(child->focusPolicy() & Qt::TabFocus))
                continue;
            if (last)
                QWidget::setTabOrder(last, child);
            last = child;
        }
    }
}

void RetrievalPage::connectAnswers()
{
    connect(m_ask, &RetrievalAskBar::asked, this, &RetrievalPage::ask);
    connect(m_ask, &RetrievalAskBar::stopped, this, [this] {
        const bool wasReranking = m_session->isReranking();
        m_isAskedEarly = false;
        m_session->stop();
        m_ask->setAsking(false);
        wasReranking ? showAnswer() : sayAll();
    });
    connect(m_answers, &RetrievalAnswers::picked, this, [this](const QByteArray &key) {
        if (m_isShowing)
            return;
        m_wanted.clear();
        pick(key);
    });
    connect(m_answers, &RetrievalAnswers::opened, this, [this] {
        m_result->show();
        m_result->setFocus();
    });
    connect(m_whyNot, &RetrievalWhyNotBar::asked, this, [this](const QByteArray &key) { askWhyNotOf(QString::fromUtf8(key)); });
    connect(m_result, &RetrievalResult::whyNotAsked, this, [this](const QByteArray &key) {
        m_wanted = key;
        askWhyNot(key, differenceOf(key));
    });
    connect(m_quotation, &RetrievalQuotationBar::asked, this, &RetrievalPage::findQuotation);
    connect(m_similarities, &RetrievalSimilarities::copied, this, &Page::copied);
    connect(m_answers, &RetrievalAnswers::copied, this, &Page::copied);
    connect(m_result, &RetrievalResult::copied, this, &Page::copied);
    connect(m_result, &RetrievalResult::likeAsked, this, &RetrievalPage::askLike);
    connect(m_result, &RetrievalResult::judged, this, &RetrievalPage::judge);
    connect(m_result, &RetrievalResult::changeAsked, this, &RetrievalPage::useChange);
    connect(m_result, &RetrievalResult::stepped, this, [this](int by) {
        const QList<AnswerLine> &lines = m_answers->offline()->rows()->lines();
        const int at = m_answers->offline()->rows()->find(m_answers->current()) + by;
        if (at >= 0 && at < lines.size())
            m_answers->select(lines[at].key);
    });
}

RetrievalPage::~RetrievalPage() = default;

QWidget *RetrievalPage::makeContent()
{
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("scrolled"));
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
    rows->addWidget(m_ask);
    rows->addWidget(m_remark);
    m_upper->setSpacing(12);
    m_upper->addWidget(m_answers, 790);
    m_upper->addWidget(m_result, 362);
    rows->addLayout(m_upper, 1);
    m_answers->body()->addWidget(Panel::rule());
    auto *pasted = new QHBoxLayout;
    pasted->setContentsMargins(12, 6, 12, 6);
    pasted->setSpacing(20);
    pasted->addWidget(m_whyNot, 1);
    pasted->addWidget(m_quotation, 1);
    m_answers->body()->addLayout(pasted);
    m_lower->setSpacing(10);
    m_lower->addWidget(m_sweep, 424);
    m_lower->addWidget(m_evaluation, 731);
    rows->addLayout(m_lower);
    m_lowest->setSpacing(10);
    m_lowest->addWidget(m_similarities, 424);
    m_lowest->addWidget(m_quality, 731);
    rows->addLayout(m_lowest);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(content);
    return m_area;
}

void RetrievalPage::lead(QWidget *to) const
{
    m_area->ensureWidgetVisible(to, 0, scaled(12));
    to->setFocus(Qt::ShortcutFocusReason);
}

void RetrievalPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    // Side by side as long as both lists keep their words.
    for (QBoxLayout *layout : {m_upper, m_lower, m_lowest})
        layout->setDirection(width() < scaled(1040) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

bool RetrievalPage::isSettled() const
{
    return !m_session->isOpening() && !m_session->isAsking() && !m_explaining.isRunning() && !m_evaluation->isRunning() && !m_sweep->isRunning() && !m_quality->isRunning() && !m_similarities->isRunning() && !m_taking->isRunning();
}

QWidget *RetrievalPage::filter() const
{
    return m_ask->field();
}

bool RetrievalPage::escape()
{
    if (!m_ask->field()->text().isEmpty() && m_ask->field()->hasFocus()) {
        m_ask->field()->clear();
        return true;
    }
    if (!m_result->isVisible())
        return false;
    m_result->hide();
    return true;
}

void RetrievalPage::refresh(const reports::Inputs &inputs)
{
    m_title = inputs.deployment ? inputs.deployment->title : QString();
    const QString name = inputs.deployment ? inputs.deployment->name : QString();
    const bool isOther = name != m_deployment;
    if (isOther) {
        keepHistory();
        // What was asked of one deployment is not put to the next.
        m_isAskedEarly = m_isAskedEarly && m_deployment.isEmpty();
        forgetAnswer();
    }
    m_deployment = name;
    // A snapshot that is being taken grows; it is opened when it is whole.
    if (isOther || !m_taking->isRunning() || name != m_takingOf)
        m_session->follow(name);
    m_session->catchUp();
    // The connection may have come or gone since.
    showTaking();
    if (m_session->isOpening() && (isOther || !m_session->opened()))
        m_pane->showLoading(tr("Opening the snapshot"));
    sayAll();
}

void RetrievalPage::refreshWithout()
{
    m_title.clear();
    if (!m_deployment.isEmpty()) {
        m_isAskedEarly = false;
        forgetAnswer();
    }
    m_deployment.clear();
    m_session->follow({});
    sayAll();
}

void RetrievalPage::showOpened()
{
    const OpenedCorpus *opened = m_session->opened();
    const bool isAskedEarly = std::exchange(m_isAskedEarly, false);
    forgetAnswer();
    m_session->setCandidates(0);
    m_sweep->setCorpus(opened);
    m_evaluation->setCorpus(opened, keptRunPath(storeName()));
    m_evaluation->setOwnJudgements(ownJudgements());
    m_quality->setCorpus(opened);
    if (!opened) {
        const Error error = m_session->failed().value_or(Error{});
        m_note->hide();
        error.kind == Error::Kind::Missing ? m_pane->showEmpty(tr("There is nothing to search yet."), error.message) : m_pane->showError(error);
        return sayAll();
    }
    m_pane->showContent();
    m_ask->offer(*opened);
    restoreHistory();
    showNote();
    showHint();
    // Cheap enough to be there unasked.
    if (m_evaluation->judgements() && qint64(opened->corpus->rows()) * opened->questions.size() <= MostUnaskedWork)
        m_evaluation->run();
    if (opened->corpus->rows() <= MostUnaskedChunks)
        m_quality->run();
    emit menuChanged();
    sayAll();
    if (isAskedEarly)
        ask();
}

void RetrievalPage::forgetAnswer()
{
    m_explaining.cancel();
    m_wanted.clear();
    m_session->forget();
    m_ask->setAsking(m_isAskedEarly);
    m_ask->setAsksBoth(false);
    m_answers->clear();
    m_whyNot->clear();
    m_quotation->field()->clear();
    m_result->clear();
    m_result->hide();
    m_similarities->showAnswer(nullptr, {});
    if (m_session->opened())
        showHint();
}

void RetrievalPage::showHint()
{
    const OpenedCorpus &opened = *m_session->opened();
    QStringList examples;
    for (const JudgedQuery &question : opened.questions.mid(0, 3))
        examples << tr("“%1”", "a question").arg(question.text);
    m_answers->showHint(tr("Ask a question."), examples.isEmpty() ? tr("Write it as a user of the application would.") : tr("For example: %1").arg(examples.join(QStringLiteral(", "))));
    m_result->hide();
}

void RetrievalPage::open(const QString &question)
{
    m_ask->setText(question);
    ask();
}

void RetrievalPage::ask()
{
    m_wanted.clear();
    askAgain();
}

void RetrievalPage::askAgain()
{
    const QString text = m_ask->text();
    if (text.isEmpty())
        return;
    // Before the page was shown nothing is being opened yet either.
    if (m_session->isOpening() || (!m_session->opened() && !m_session->failed())) {
        m_isAskedEarly = true;
        m_ask->setAsking(true);
        return;
    }
    if (!m_session->opened())
        return;
    m_ask->field()->remember(text);
    keepHistory();
    m_ask->setAsking(true);
    m_sweep->setSettings(m_ask->settings());
    m_evaluation->setSettings(m_ask->settings());
    m_session->ask(Question{text}, m_ask->settings(), m_ask->search());
    sayAll();
}

void RetrievalPage::askLike(quint32 row)
{
    m_wanted.clear();
    Question question;
    question.like = row;
    m_ask->setAsking(true);
    SearchSettings settings = m_ask->settings();
    // A chunk is asked for others that are like it, whatever threshold questions have.
    settings.threshold.reset();
    m_session->ask(question, settings);
    sayAll();
}

void RetrievalPage::showAnswer()
{
    m_ask->setAsking(m_session->isAsking());
    m_ask->setAsksBoth(m_session->production().state != RetrievalSession::Production::State::None);
    m_whyNot->showSession(*m_session, m_evaluation->judgements());
    if (const auto &error = m_session->failed(); error && !m_session->isAsking()) {
        m_answers->showHint(error->message, error->detail);
        m_result->hide();
        m_similarities->showAnswer(nullptr, {});
        return sayAll();
    }
    if (const auto &offline = m_session->offline()) {
        QStringList warnings = offline->answer.warnings;
        if (!offline->remark.isEmpty())
            warnings.prepend(offline->remark);
        if (!offline->notReranked.isEmpty())
            warnings = QStringList{tr("Not reranked: the order is the search's own."), offline->notReranked} + warnings;
        m_remark->setVisible(!warnings.isEmpty());
        if (!warnings.isEmpty())
            m_remark->say(State::Warning, warnings.first(), warnings.mid(1).join(u' '));
        m_isShowing = true;
        m_answers->showSession(*m_session);
        m_isShowing = false;
        m_similarities->showAnswer(m_session->corpus(), offline);
        m_result->setVisible(!offline->lines.isEmpty() || !m_session->production().lines.isEmpty());
        showWanted();
    }
    emit menuChanged();
    sayAll();
}

// The row that was chosen, or the chunk that is looked for: once it is in the answer, that is chosen.
void RetrievalPage::showWanted()
{
    if (m_wanted.isEmpty())
        return pick(m_answers->current());
    if (m_answers->offline()->rows()->find(m_wanted) < 0)
        return askWhyNot(m_wanted, differenceOf(m_wanted));
    const QByteArray wanted = m_session->isAsking() ? m_wanted : std::exchange(m_wanted, {});
    m_isShowing = true;
    m_answers->select(wanted);
    m_isShowing = false;
    pick(wanted);
}

QString RetrievalPage::differenceOf(const QByteArray &key) const
{
    const auto &comparison = m_session->comparison();
    return comparison && m_session->offline() ? retrievalview::differenceOf(*comparison, *m_session->offline(), key) : QString();
}

void RetrievalPage::pick(const QByteArray &key)
{
    const auto corpus = m_session->corpus();
    if (!corpus || !m_session->offline() || key.isEmpty())
        return;
    const auto row = corpus->find(key);
    const int at = m_answers->offline()->rows()->find(key);
    m_result->setPosition(at, at < 0 ? 0 : int(m_answers->offline()->rows()->lines().size()));
    if (row && at >= 0)
        return explainRow(*row, differenceOf(key));
    askWhyNot(key, differenceOf(key));
}

void RetrievalPage::explainRow(quint32 row, const QString &difference)
{
    const OfflineAnswer &offline = *m_session->offline();
    const auto corpus = m_session->corpus();
    m_explaining.start(retrievalWork<RowExplanation>(m_progress, [corpus, question = offline.question, settings = offline.isReranked() ? offline.reranking->candidates.settings : offline.answer.settings, row](const CorpusWork &work) { return explain(*corpus, question, settings, row, {}, work); }), [this, corpus, difference](Result<RowExplanation> explained) {
        if (!explained)
            return m_result->showFailure(tr("Result"), explained.error());
        // The search knows only its own ranks; the answer has both.
        if (const auto &shown = m_session->offline(); shown && shown->isReranked()) {
            const AnswerRow *found = shown->answer.find(explained->row);
            explained->inAnswer = found ? std::optional(*found) : std::nullopt;
        }
        if (m_session->offline())
            m_result->showExplanation(*corpus, m_session->offline()->answer, *explained, difference);
        showJudged(explained->key);
    });
}

void RetrievalPage::askWhyNotOf(const QString &typed)
{
    if (!m_session->offline())
        return;
    const auto corpus = m_session->corpus();
    m_wanted.clear();
    m_result->show();
    m_result->showWorking(tr("Looking for the reason"));
    m_explaining.start(retrievalWork<ChunksMeant>(m_progress, [corpus, typed, settings = m_ask->settings()](const CorpusWork &work) { return retrievalview::chunksMeant(*corpus, typed, settings, work); }), [this, corpus, typed](const Result<ChunksMeant> &meant) {
        if (!meant)
            return m_result->showFailure(tr("Why it is missing"), meant.error());
        if (meant->count > 1)
            return m_result->showSeveral(*corpus, meant->isByText ? tr("This text stands in %n chunks; which one is meant?", nullptr, meant->count) : tr("The keys of %n chunks begin like this; which one is meant?", nullptr, meant->count), meant->rows);
        if (meant->count == 0 && typed.contains(u' '))
            return m_result->showFailure(tr("Why it is missing"), {Error::Kind::Missing, tr("No chunk of the snapshot has this key, and none holds this text."), {}});
        m_wanted = meant->count == 0 ? typed.toUtf8() : corpus->key(meant->rows.first());
        askWhyNot(m_wanted, differenceOf(m_wanted));
    });
}

void RetrievalPage::askWhyNot(const QByteArray &key, const QString &difference)
{
    if (!m_session->offline())
        return;
    const OfflineAnswer &offline = *m_session->offline();
    const auto corpus = m_session->corpus();
    m_result->show();
    m_result->showWorking(tr("Looking for the reason"));
    m_explaining.start(retrievalWork<WhyNot>(m_progress, [corpus, question = offline.question, settings = offline.answer.settings, reranking = offline.isReranked() ? offline.reranking : std::nullopt, key](const CorpusWork &work) { return reranking ? whyNot(*corpus, question, *reranking, key, work) : whyNot(*corpus, question, settings, key, work); }), [this, corpus, key, difference](Result<WhyNot> why) {
        if (!why)
            return m_result->showFailure(tr("Why it is missing"), why.error());
        const auto [title, place] = why->row ? retrievalview::nameOf(*corpus, *why->row) : std::pair<QString, QString>();
        m_result->showWhyNot(key, QStringLiteral("%1 %2").arg(title, place).trimmed(), *why, difference);
        showJudged(key);
    });
}

void RetrievalPage::findQuotation(const QString &quotation)
{
    const auto corpus = m_session->corpus();
    if (!corpus)
        return;
    QList<quint32> answered;
    const auto &offline = m_session->offline();
    for (const QList<AnswerLine> &lines : {offline ? offline->lines : QList<AnswerLine>(), m_session->production().lines}) {
        for (const AnswerLine &line : lines) {
            if (line.row && !answered.contains(*line.row))
                answered << *line.row;
        }
    }
    m_result->show();
    m_result->showWorking(tr("Looking for the quotation"));
    m_explaining.start(retrievalWork<QuotationPlace>(m_progress, [corpus, quotation, answered, settings = m_ask->settings()](const CorpusWork &work) { return retrievalview::placeOfQuotation(*corpus, quotation, answered, settings, work); }), [this, corpus](Result<QuotationPlace> place) {
        if (!place)
            return m_result->showFailure(tr("Quotation"), place.error());
        m_result->showQuotation(*corpus, *place, m_session->offline().has_value());
    });
}

static QString corpusWords(const OpenedCorpus &opened, const QTimeZone &zone, Instant now)
{
    const CorpusOrigin &origin = opened.corpus->origin();
    const QString count = format::count(opened.corpus->alive().count());
    if (opened.isPart)
        return RetrievalPage::tr("%1 chunks can be searched, of a snapshot that is not finished.").arg(count);
    if (opened.isSample || !origin.takenAt.isValid())
        return RetrievalPage::tr("%1 chunks can be searched.").arg(count);
    return RetrievalPage::tr("%1 chunks can be searched, taken at %2.").arg(count, format::time(Instant(milliseconds(origin.takenAt.toMSecsSinceEpoch())), now, zone));
}

void RetrievalPage::sayAll()
{
    const OpenedCorpus *opened = m_session->opened();
    if (m_session->isOpening())
        return say({State::Unknown, openingWords(), {}});
    if (!opened)
        return say({State::Unknown, tr("There is nothing to search yet."), {}});
    if (m_session->isReranking())
        return say({State::Unknown, tr("%1 is reading the candidates.").arg(m_session->offline()->reranking->scores.model), {}});
    if (m_session->isAsking())
        return say({State::Unknown, tr("Searching."), m_session->progressText()});
    if (m_session->failed())
        return say({State::Failing, tr("The question could not be asked."), m_session->failed()->message});
    // Nothing is well that was found in a part, or in what is not what was written.
    const bool isDamaged = m_quality->damage().has_value();
    const auto atBest = [opened, isDamaged](State state) { return (opened->isPart || isDamaged) && state == State::Ok ? State::Warning : state; };
    const QString quality = isDamaged ? tr("The snapshot is damaged.") : opened->isPart && (m_session->comparison() || m_session->offline()) ? tr("The snapshot is not finished.") : m_evaluation->sentence();
    if (const auto &offline = m_session->offline(); offline && !offline->notReranked.isEmpty())
        return say({State::Warning, tr("Not reranked: the order is the search's own."), offline->notReranked});
    if (const auto &comparison = m_session->comparison())
        return say({comparison->rows.isEmpty() ? State::Unknown : atBest(comparison->isSame() || comparison->isSameButTies ? State::Ok : State::Warning), m_session->offline() && m_session->offline()->isReranked() ? tr("Before reranking: %1", "followed by a whole sentence").arg(comparison->sentence) : comparison->sentence, quality});
    if (const auto &offline = m_session->offline()) {
        const QString fact = tr("%n chunk(s) answer, %1.", nullptr, int(offline->answer.rows.size())).arg(retrievalview::gradeText(offline->answer.grade));
        return say({offline->answer.rows.empty() ? State::Warning : atBest(retrievalview::gradeState(offline->answer.grade)), fact, m_session->production().state == RetrievalSession::Production::State::Failed ? tr("Production could not be asked. %1").arg(quality) : tr("Production was not asked. %1").arg(quality)});
    }
    say({opened->corpus->alive().count() == 0 ? State::Unknown : atBest(State::Ok), corpusWords(*opened, desk()->zone(), desk()->clock().now()), quality});
}

} // namespace qd
