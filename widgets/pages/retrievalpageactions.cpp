// What the retrieval page offers besides asking: taking a snapshot, files, exports, the history.

#include "widgets/pages/retrievalpage.h"

#include "core/format.h"
#include "core/paths.h"
#include "core/savefile.h"
#include "widgets/controls/button.h"
#include "widgets/controls/message.h"
#include "widgets/dialogs/explaindialog.h"
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
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace qd {

using namespace retrieval;

void RetrievalPage::connectPanels()
{
    connect(m_ask, &RetrievalAskBar::changed, this, [this] {
        m_sweep->setSettings(m_ask->settings());
        m_evaluation->setSettings(m_ask->settings());
    });
    connect(m_sweep, &RetrievalSweep::settingsAsked, this, [this](const SearchSettings &settings) {
        m_ask->setSettings(settings);
        ask();
    });
    connect(m_sweep, &RetrievalSweep::copied, this, &Page::copied);
    connect(m_evaluation, &RetrievalEvaluation::questionAsked, this, &RetrievalPage::open);
    connect(m_evaluation, &RetrievalEvaluation::copied, this, &Page::copied);
    connect(m_evaluation, &RetrievalEvaluation::evaluated, this, [this] {
        emit menuChanged();
        sayAll();
    });
    connect(m_evaluation, &RetrievalEvaluation::judgementsAsked, this, &RetrievalPage::judgeByFile);
    connect(m_evaluation, &RetrievalEvaluation::explanationAsked, this, [this](const reports::Figure &figure) {
        ExplainDialog dialog(figure, desk()->zone(), this);
        dialog.exec();
    });
    connect(m_quality, &RetrievalQuality::chunkAsked, this, &RetrievalPage::showChunk);
    connect(m_quality, &RetrievalQuality::copied, this, &Page::copied);
}

void RetrievalPage::connectTaking()
{
    connect(m_take, &QPushButton::clicked, this, &RetrievalPage::take);
    connect(m_taking, &RetrievalTaking::progressed, this, [this](const QString &says) {
        m_takingSays = says;
        showNote();
    });
    connect(m_taking, &RetrievalTaking::taken, this, [this](const capture::Captured &captured) {
        m_takingSays.clear();
        emit copied(tr("The snapshot is taken: %1 chunks.").arg(format::count(captured.rows)));
        m_session->leaveFile();
        m_session->follow(m_deployment);
        if (m_session->opened())
            showNote();
        if (!captured.remarks.isEmpty()) {
            m_remark->say(State::Warning, captured.remarks.first(), captured.remarks.mid(1).join(u' '));
            m_remark->show();
        }
        emit menuChanged();
    });
    connect(m_taking, &RetrievalTaking::failed, this, [this](const Error &error) {
        m_takingSays.clear();
        showNote();
        m_note->say(State::Failing, tr("The snapshot was not taken."), error.message);
        m_note->show();
        emit menuChanged();
    });
}

// Where a file comes from, as far as it says so.
static QString fileWords(const OpenedCorpus &opened)
{
    const CorpusOrigin &origin = opened.corpus->origin();
    const QString from = origin.deployment.isEmpty() ? origin.relation : origin.relation.isEmpty() ? origin.deployment : RetrievalPage::tr("%1 of %2", "a table of a deployment").arg(origin.relation, origin.deployment);
    if (!origin.takenAt.isValid())
        return from.isEmpty() ? RetrievalPage::tr("It does not say where it comes from.") : RetrievalPage::tr("It comes from %1.").arg(from);
    const QString day = QLocale().toString(origin.takenAt.date(), QLocale::ShortFormat);
    return from.isEmpty() ? RetrievalPage::tr("It was taken on %1.").arg(day) : RetrievalPage::tr("It was taken on %1 from %2.").arg(day, from);
}

void RetrievalPage::showTaking()
{
    const QString whyNot = whyNoTaking();
    m_take->setText(m_taking->isRunning() ? tr("Stop") : tr("Take Snapshot"));
    m_take->setEnabled(whyNot.isEmpty() || m_taking->isRunning());
    m_take->setToolTip(whyNot);
    m_take->setVisible(!m_deployment.isEmpty() && (!m_session->isFile() || m_taking->isRunning()));
    m_back->setVisible(m_session->isFile() && !m_taking->isRunning());
    m_take->updateGeometry();
}

void RetrievalPage::showNote()
{
    const OpenedCorpus *opened = m_session->opened();
    // A button that goes away with the focus would give it to whatever comes first in the window.
    if ((m_take->hasFocus() && !m_taking->isRunning()) || (m_back->hasFocus() && !m_session->isFile()))
        m_ask->field()->setFocus();
    showTaking();
    if (m_taking->isRunning()) {
        m_note->advise(tr("A snapshot of %1 is being taken.").arg(m_takingTitle), m_takingSays);
        return m_note->show();
    }
    m_note->setVisible(opened && (opened->isSample || m_session->isFile()));
    if (opened && m_session->isFile())
        m_note->advise(tr("Snapshot file %1.").arg(QFileInfo(opened->path).fileName()), fileWords(*opened));
    if (opened && opened->isSample)
        m_note->advise(tr("Sample: the PostgreSQL manual."), m_title.isEmpty() ? tr("No deployment is connected.") : tr("No snapshot of %1 has been taken.").arg(m_title));
    m_remark->setVisible(opened && !opened->remark.isEmpty());
    if (opened && !opened->remark.isEmpty())
        m_remark->say(State::Warning, tr("The snapshot's own search settings cannot be read; these are defaults."), opened->remark);
}

QString RetrievalPage::whyNoTaking() const
{
    const auto inputs = desk()->inputs(m_deployment);
    if (!inputs || !inputs->profile)
        return tr("No deployment is connected.");
    if (inputs->profile->retrieval.isEmpty())
        return tr("The profile of %1 names no table of chunks.").arg(m_title);
    if (!inputs->connection || inputs->connection->connection != Target::Status::Connection::Connected)
        return tr("There is no connection to %1.").arg(m_title);
    return {};
}

void RetrievalPage::take()
{
    if (m_taking->isRunning()) {
        m_taking->stop();
        m_takingSays.clear();
        return showNote();
    }
    const auto inputs = desk()->inputs(m_deployment);
    if (!whyNoTaking().isEmpty() || !inputs)
        return;
    m_takingOf = m_deployment;
    m_takingTitle = m_title;
    m_taking->start(desk()->target(m_deployment), inputs->profile->retrieval, RetrievalSession::snapshotPath(m_deployment));
    showNote();
    emit menuChanged();
}

void RetrievalPage::useSettings(const SearchSettings &settings)
{
    // Without an embedding it was asked by words only; that is no wish.
    SearchSettings wanted = settings;
    wanted.mode = m_ask->settings().mode;
    m_ask->setSettings(wanted);
    ask();
}

void RetrievalPage::showChunk(const QByteArray &key)
{
    const auto corpus = m_session->corpus();
    const auto row = corpus ? corpus->find(key) : std::nullopt;
    m_result->show();
    if (row)
        m_result->showChunk(*corpus, *row);
    m_result->setFocus();
}

void RetrievalPage::judgeByFile()
{
    auto *dialog = new QFileDialog(this, tr("Judgements"), QString(), tr("Judgements (*.qrels *.txt *.csv *.tsv *.jsonl);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_evaluation, &RetrievalEvaluation::loadJudgements);
    dialog->open();
}

static QString ownJudgementsPath(const QString &store)
{
    return RetrievalSession::snapshotPath(store) + QStringLiteral(".judgements.jsonl");
}

QList<OwnJudgement> RetrievalPage::ownJudgements() const
{
    QList<OwnJudgement> own;
    QFile file(ownJudgementsPath(storeName()));
    if (!file.open(QIODevice::ReadOnly))
        return own;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.contains(QStringLiteral("grade")))
            own << OwnJudgement{line.value(QStringLiteral("question")).toString(), line.value(QStringLiteral("key")).toString(), line.value(QStringLiteral("grade")).toInt()};
    }
    return own;
}

void RetrievalPage::judge(quint32 row, int grade)
{
    const auto corpus = m_session->corpus();
    if (!corpus || !m_session->offline() || m_session->offline()->question.text.isEmpty())
        return;
    const OwnJudgement own{m_session->offline()->question.text, QString::fromUtf8(corpus->key(row)), grade};
    const QString path = ownJudgementsPath(storeName());
    QFile old(path);
    QByteArray lines = old.open(QIODevice::ReadOnly) ? old.readAll() : QByteArray();
    lines += QJsonDocument(QJsonObject{{QStringLiteral("question"), own.question}, {QStringLiteral("key"), own.key}, {QStringLiteral("grade"), own.grade}}).toJson(QJsonDocument::Compact) + '\n';
    const auto saved = paths::ensure(paths::data() + QStringLiteral("/retrieval")).and_then([&](const QString &) { return saveFile(path, lines, QFileDevice::ReadOwner | QFileDevice::WriteOwner); });
    if (!saved) {
        emit copied(saved.error().message);
        return;
    }
    m_evaluation->setOwnJudgements({own});
    m_result->setJudged(true, grade);
    m_whyNot->showSession(*m_session, m_evaluation->judgements());
    emit copied(tr("Judged; the next evaluation counts it."));
}

void RetrievalPage::showJudged(const QByteArray &key)
{
    const QString question = m_session->offline() ? m_session->offline()->question.text : QString();
    m_result->setJudged(!question.isEmpty() && m_result->row(), m_evaluation->gradeOf(question, QString::fromUtf8(key)));
}

// Questions may quote what users wrote: the file is the owner's alone.
static QString historyPath(const QString &store)
{
    return RetrievalSession::snapshotPath(store).chopped(7) + QStringLiteral(".questions");
}

void RetrievalPage::restoreHistory()
{
    QFile file(historyPath(storeName()));
    QStringList history;
    if (file.open(QIODevice::ReadOnly))
        history = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    m_ask->field()->setHistory(history);
}

void RetrievalPage::keepHistory()
{
    const QStringList &history = m_ask->field()->history();
    if (history.isEmpty())
        return;
    // A history that cannot be kept is not worth a message.
    if (paths::ensure(paths::data() + QStringLiteral("/retrieval")))
        (void)saveFile(historyPath(storeName()), history.join(u'\n').toUtf8(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

QByteArray RetrievalPage::json() const
{
    QJsonArray results;
    const auto &offline = m_session->offline();
    for (const AnswerRow &row : offline ? offline->answer.rows : std::vector<AnswerRow>()) {
        QJsonObject parts;
        if (row.vector.score)
            parts.insert(QStringLiteral("vector"), QJsonObject{{QStringLiteral("rank"), row.vector.rank.value_or(0)}, {QStringLiteral("score"), *row.vector.score}, {QStringLiteral("added"), row.vector.added}});
        if (row.text.score)
            parts.insert(QStringLiteral("text"), QJsonObject{{QStringLiteral("rank"), row.text.rank.value_or(0)}, {QStringLiteral("score"), *row.text.score}, {QStringLiteral("added"), row.text.added}});
        results << QJsonObject{{QStringLiteral("rank"), row.rank}, {QStringLiteral("id"), QString::fromUtf8(row.key)}, {QStringLiteral("score"), row.score ? QJsonValue(*row.score) : QJsonValue()}, {QStringLiteral("parts"), parts}, {QStringLiteral("grade"), retrievalview::gradeText(offline->answer.grade)}};
    }
    QJsonObject answered{{QStringLiteral("question"), offline ? offline->question.text : QString()}, {QStringLiteral("results"), results}};
    if (offline)
        answered.insert(QStringLiteral("settings"), offline->answer.settings.toJson());
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), QStringLiteral("quarterdeck/1")}, {QStringLiteral("data"), answered}}).toJson();
}

QList<PageExport> RetrievalPage::exports() const
{
    QList<PageExport> all;
    if (m_session->offline()) {
        all << PageExport{tr("Answers as CSV…"), QStringLiteral("csv"), [this] { return m_answers->csv(); }};
        all << PageExport{tr("Offline Answer as JSON…"), QStringLiteral("json"), [this] { return json(); }};
    }
    if (m_evaluation->hasRun()) {
        all << PageExport{tr("Evaluation by Question as CSV…"), QStringLiteral("csv"), [this] { return m_evaluation->csv(); }};
        all << PageExport{tr("Run in TREC Format…"), QStringLiteral("txt"), [this] { return m_evaluation->trec(); }};
    }
    return all;
}

QList<PageAction> RetrievalPage::actions() const
{
    const QString nothing = m_session->opened() ? QString() : tr("There is nothing to search yet.");
    return {
        {tr("Ask a Question"), QStringLiteral("search"), nothing, [this] { m_ask->field()->setFocus(); m_ask->field()->selectAll(); }},
        {tr("Why Is a Chunk Missing?"), QStringLiteral("documentinfo"), m_session->offline() ? QString() : tr("Ask a question first."), [this] { m_whyNot->field()->setFocus(); }},
        {tr("Is a Quotation There?"), QStringLiteral("documentinfo"), nothing, [this] { m_quotation->field()->setFocus(); }},
        {tr("Measure Recall and Speed"), QStringLiteral("speedometer"), nothing, [this] { m_sweep->run(); }},
        {tr("Evaluate the Judged Questions"), QStringLiteral("view-task"), nothing, [this] { m_evaluation->run(); }},
        {tr("Keep This Run"), QStringLiteral("flag"), m_evaluation->hasRun() ? QString() : tr("Nothing was evaluated yet."), [this] { m_evaluation->keep(); }},
        {tr("Check the Chunks"), QStringLiteral("security-high"), nothing, [this] { m_quality->run(); }},
        {tr("Open a Snapshot File…"), QStringLiteral("document-import"), QString(), [page = const_cast<RetrievalPage *>(this)] { page->askForSnapshot(); }},
        {tr("Embeddings of Questions…"), QStringLiteral("configure"), nothing, [page = const_cast<RetrievalPage *>(this)] { page->askForEndpoint(); }},
        {m_session->opened() && !m_session->opened()->isSample ? tr("Update the Snapshot") : tr("Take a Snapshot"), QStringLiteral("archive-insert"), whyNoTaking(), [page = const_cast<RetrievalPage *>(this)] { page->take(); }},
    };
}

} // namespace qd
