// What the retrieval page offers besides asking: panels, judgements, exports, the history.

#include "widgets/pages/retrievalpage.h"

#include "core/paths.h"
#include "core/savefile.h"
#include "widgets/dialogs/explaindialog.h"
#include "widgets/pages/retrievalanswers.h"
#include "widgets/pages/retrievalaskbar.h"
#include "widgets/pages/retrievalevaluation.h"
#include "widgets/pages/retrievalquality.h"
#include "widgets/pages/retrievalquotation.h"
#include "widgets/pages/retrievalresult.h"
#include "widgets/pages/retrievalsimilarities.h"
#include "widgets/pages/retrievalsweep.h"
#include "widgets/pages/retrievalwhynotbar.h"

#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace qd {

using namespace retrieval;

void RetrievalPage::connectPanels()
{
    connect(m_ask, &RetrievalAskBar::changed, this, [this] {
        m_session->setCandidates(0);
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
    connect(m_quality, &RetrievalQuality::checked, this, [this] {
        showNote();
        sayAll();
    });
}

void RetrievalPage::useChange(const SettingChange &change)
{
    // Without an embedding it was asked by words only; that is no wish.
    SearchSettings wanted = change.settings;
    if (change.candidates > 0)
        m_session->setCandidates(change.candidates);
    // The chunk is followed: where one change is not enough, the next ones are shown after it.
    m_wanted = m_session->corpus() && m_result->row() ? m_session->corpus()->key(*m_result->row()) : QByteArray();
    wanted.mode = m_ask->settings().mode;
    m_ask->setSettings(wanted);
    askAgain();
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
        if (row.candidateRank > 0)
            parts.insert(QStringLiteral("rerank"), QJsonObject{{QStringLiteral("rank"), row.candidateRank}, {QStringLiteral("score"), row.rerankScore ? QJsonValue(*row.rerankScore) : QJsonValue()}});
        results << QJsonObject{{QStringLiteral("rank"), row.rank}, {QStringLiteral("id"), QString::fromUtf8(row.key)}, {QStringLiteral("score"), row.score ? QJsonValue(*row.score) : QJsonValue()}, {QStringLiteral("parts"), parts}, {QStringLiteral("grade"), retrievalview::gradeText(offline->answer.grade)}};
    }
    QJsonObject answered{{QStringLiteral("question"), offline ? offline->question.text : QString()}, {QStringLiteral("results"), results}};
    if (offline) {
        answered.insert(QStringLiteral("settings"), offline->answer.settings.toJson());
        answered.insert(QStringLiteral("rerankedBy"), offline->answer.rerankedBy);
        answered.insert(QStringLiteral("notReranked"), offline->notReranked);
    }
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
        {tr("Ask a Question"), QStringLiteral("search"), nothing, [this] { lead(m_ask->field()); m_ask->field()->selectAll(); }},
        {tr("Why Is a Chunk Missing?"), QStringLiteral("documentinfo"), m_session->offline() ? QString() : tr("Ask a question first."), [this] { lead(m_whyNot->field()); }},
        {tr("Is a Quotation There?"), QStringLiteral("documentinfo"), nothing, [this] { lead(m_quotation->field()); }},
        {tr("Measure Recall and Speed"), QStringLiteral("speedometer"), nothing, [this] { m_sweep->run(); }},
        {tr("Evaluate the Judged Questions"), QStringLiteral("view-task"), nothing, [this] { m_evaluation->run(); }},
        {tr("Keep This Run"), QStringLiteral("flag"), m_evaluation->hasRun() ? QString() : tr("Nothing was evaluated yet."), [this] { m_evaluation->keep(); }},
        {tr("Check the Chunks"), QStringLiteral("security-high"), nothing, [this] { m_quality->run(); }},
        {tr("Open a Snapshot File…"), QStringLiteral("document-import"), QString(), [page = const_cast<RetrievalPage *>(this)] { page->askForSnapshot(); }},
        {tr("Embeddings of Questions…"), QStringLiteral("configure"), nothing, [page = const_cast<RetrievalPage *>(this)] { page->askForEndpoint(RetrievalEndpoint::Purpose::Embeddings); }},
        {tr("Reranking…"), QStringLiteral("configure"), nothing, [page = const_cast<RetrievalPage *>(this)] { page->askForEndpoint(RetrievalEndpoint::Purpose::Reranking); }},
        {m_session->opened() && !m_session->opened()->isSample ? tr("Update the Snapshot") : tr("Take a Snapshot"), QStringLiteral("archive-insert"), whyNoTaking(), [page = const_cast<RetrievalPage *>(this)] { page->take(); }},
    };
}

} // namespace qd
