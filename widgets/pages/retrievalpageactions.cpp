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
#include "widgets/pages/retrievalresult.h"
#include "widgets/pages/retrievalsweep.h"
#include "widgets/pages/retrievaltaking.h"
#include "widgets/pages/retrievalwhynotbar.h"

#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

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
    connect(m_ask, &RetrievalAskBar::embeddingsAsked, this, &RetrievalPage::askForEndpoint);
    connect(m_take, &QPushButton::clicked, this, &RetrievalPage::take);
    connect(m_taking, &RetrievalTaking::progressed, this, [this](const QString &says) {
        m_takingSays = says;
        showNote();
    });
    connect(m_taking, &RetrievalTaking::taken, this, [this](const capture::Captured &captured) {
        m_takingSays.clear();
        emit copied(tr("The snapshot is taken: %1 chunks.").arg(format::count(captured.rows)));
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

void RetrievalPage::showNote()
{
    const OpenedCorpus *opened = m_session->opened();
    const QString whyNot = whyNoTaking();
    m_take->setText(m_taking->isRunning() ? tr("Stop") : tr("Take Snapshot"));
    m_take->setEnabled(whyNot.isEmpty() || m_taking->isRunning());
    m_take->setToolTip(whyNot);
    m_take->setVisible(!m_deployment.isEmpty());
    m_take->updateGeometry();
    if (m_taking->isRunning()) {
        m_note->advise(tr("A snapshot of %1 is being taken.").arg(m_takingTitle), m_takingSays);
        return m_note->show();
    }
    m_note->setVisible(opened && opened->isSample);
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

// Where questions are embedded that the snapshot has no embedding of; an empty address: nowhere.
void RetrievalPage::askForEndpoint()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Embeddings of Questions"));
    dialog->setLabelText(tr("Address of an OpenAI-compatible endpoint, for instance http://127.0.0.1:11434/v1 of Ollama. Questions whose embedding is not recorded are sent there; leave it empty to send none."));
    dialog->setTextValue(settings::EmbeddingEndpoint.value());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &address) {
        const QUrl url(address.trimmed(), QUrl::StrictMode);
        const bool isWeb = url.isValid() && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")) && !url.host().isEmpty() && url.userInfo().isEmpty();
        if (!address.trimmed().isEmpty() && !isWeb) {
            m_remark->say(State::Warning, tr("“%1” is not the address of an endpoint.").arg(url.toDisplayString()), tr("It begins with http:// or https:// and holds no password."));
            return m_remark->show();
        }
        settings::EmbeddingEndpoint.set(address.trimmed());
        ask();
    });
    dialog->open();
}

void RetrievalPage::judgeByFile()
{
    auto *dialog = new QFileDialog(this, tr("Judgements"), QString(), tr("Judgements (*.qrels *.txt *.csv *.tsv *.jsonl);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_evaluation, &RetrievalEvaluation::loadJudgements);
    dialog->open();
}

static QString ownJudgementsPath(const QString &deployment)
{
    return RetrievalSession::snapshotPath(deployment.isEmpty() ? QStringLiteral("sample") : deployment) + QStringLiteral(".judgements.jsonl");
}

QList<OwnJudgement> RetrievalPage::ownJudgements() const
{
    QList<OwnJudgement> own;
    QFile file(ownJudgementsPath(m_deployment));
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
    const QString path = ownJudgementsPath(m_deployment);
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
static QString historyPath(const QString &deployment)
{
    return RetrievalSession::snapshotPath(deployment.isEmpty() ? QStringLiteral("sample") : deployment).chopped(7) + QStringLiteral(".questions");
}

void RetrievalPage::restoreHistory()
{
    QFile file(historyPath(m_deployment));
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
        (void)saveFile(historyPath(m_deployment), history.join(u'\n').toUtf8(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
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
        {tr("Measure Recall and Speed"), QStringLiteral("speedometer"), nothing, [this] { m_sweep->run(); }},
        {tr("Evaluate the Judged Questions"), QStringLiteral("view-task"), nothing, [this] { m_evaluation->run(); }},
        {tr("Keep This Run"), QStringLiteral("flag"), m_evaluation->hasRun() ? QString() : tr("Nothing was evaluated yet."), [this] { m_evaluation->keep(); }},
        {tr("Check the Chunks"), QStringLiteral("security-high"), nothing, [this] { m_quality->run(); }},
        {m_session->opened() && !m_session->opened()->isSample ? tr("Update the Snapshot") : tr("Take a Snapshot"), QStringLiteral("archive-insert"), whyNoTaking(), [page = const_cast<RetrievalPage *>(this)] { page->take(); }},
    };
}

} // namespace qd
