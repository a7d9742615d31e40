// The retrieval page on a small corpus: what it answers, how it explains, why something is missing,
// what it says when nothing can be asked, and how it looks.

#include "widgets/support/access.h"
#include "widgets/support/fixeddesk.h"
#include "widgets/support/pictures.h"
#include "widgets/support/retrievalcorpus.h"

#include "retrieval/enginecorpus.h"

#include "core/format.h"
#include "core/paths.h"
#include "retrieval/import/samplecorpus.h"
#include "retrieval/snapshotformat.h"
#include "retrieval/snapshotwriter.h"
#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/message.h"
#include "widgets/controls/statepane.h"
#include "widgets/controls/table.h"
#include "widgets/charts/changebars.h"
#include "widgets/charts/tradeoffchart.h"
#include "widgets/pages/retrievalanswers.h"
#include "widgets/pages/retrievalaskbar.h"
#include "widgets/pages/retrievalendpointdialog.h"
#include "widgets/pages/retrievalevaluation.h"
#include "widgets/pages/retrievalopendialog.h"
#include "widgets/pages/retrievalpage.h"
#include "widgets/pages/retrievalquality.h"
#include "widgets/pages/retrievalquotation.h"
#include "widgets/pages/retrievalresult.h"
#include "widgets/pages/retrievalsimilarities.h"
#include "widgets/pages/retrievalsweep.h"
#include "widgets/pages/retrievalwhynotbar.h"

#include <QComboBox>
#include <QDirIterator>
#include <QDropEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTcpServer>
#include <QTcpSocket>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace qd;
using namespace qd::test;

namespace {

const QString backupQuestion = QStringLiteral("restore a base backup to a point in time");

struct Shown
{
    explicit Shown(FixedDesk &desk, const QSize &size = {1189, 780})
        : page(std::make_unique<RetrievalPage>(&desk))
    {
        page->resize(size);
        static_cast<QWidget &>(*page).show();
        page->refreshNow();
    }
    void ask(const QString &question) { page->open(question); }
    void askAndWait(const QString &question)
    {
        QTRY_VERIFY(page->session()->opened() && page->isSettled());
        ask(question);
        QTRY_VERIFY(page->session()->offline() && page->isSettled());
    }
    // Production's answer: the offline one with its third row missing and two others swapped.
    void answerAsProduction()
    {
        capture::ProductionAnswer answer;
        answer.took = std::chrono::milliseconds(112);
        const auto &lines = the<RetrievalAnswers>()->offline()->rows()->lines();
        QList<qsizetype> order;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i != 2)
                order << i;
        }
        order.swapItemsAt(4, 5);
        for (const qsizetype i : order)
            answer.rows << capture::ProductionRow{lines[i].key, lines[i].exactScore, int(answer.rows.size()) + 1, {}, {}};
        page->session()->takeProduction(answer);
        QTRY_VERIFY(page->session()->comparison() && page->isSettled());
    }
    template <typename T>
    T *the() const { return page->findChild<T *>(); }

    std::unique_ptr<RetrievalPage> page;
};

// Answers every request with an embedding of so many dimensions.
class EmbeddingServer : public QTcpServer
{
public:
    EmbeddingServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                m_read += socket->readAll();
                const qsizetype head = m_read.indexOf("\r\n\r\n");
                const qsizetype at = m_read.toLower().indexOf("content-length:");
                if (head < 0 || at < 0 || m_read.size() < head + 4 + m_read.mid(at + 15, m_read.indexOf('\r', at) - at - 15).trimmed().toInt())
                    return;
                ++asked;
                const qsizetype key = m_read.toLower().indexOf("authorization:");
                authorization = key < 0 ? QByteArray() : m_read.mid(key + 14, m_read.indexOf('\r', key) - key - 14).trimmed();
                m_read.clear();
                QJsonArray numbers;
                for (int i = 0; i < dims; ++i)
                    numbers << (i == 0 ? 1.0 : 0.0);
                const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("model"), QStringLiteral("bge-small")}, {QStringLiteral("data"), QJsonArray{QJsonObject{{QStringLiteral("index"), 0}, {QStringLiteral("embedding"), numbers}}}}}).toJson(QJsonDocument::Compact);
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
    }
    QString address() const { return QStringLiteral("http://127.0.0.1:%1/v1").arg(serverPort()); }
    int dims = 96, asked = 0;
    QByteArray authorization;

private:
    QByteArray m_read;
};

// A reranker that likes best what the search found last.
class RerankServer : public QTcpServer
{
public:
    RerankServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                m_read += socket->readAll();
                const qsizetype head = m_read.indexOf("\r\n\r\n"), at = m_read.toLower().indexOf("content-length:");
                if (head < 0 || at < 0 || m_read.size() < head + 4 + m_read.mid(at + 15, m_read.indexOf('\r', at) - at - 15).trimmed().toInt())
                    return;
                ++asked;
                const qsizetype key = m_read.toLower().indexOf("authorization:");
                authorization = key < 0 ? QByteArray() : m_read.mid(key + 14, m_read.indexOf('\r', key) - key - 14).trimmed();
                question = QJsonDocument::fromJson(m_read.mid(head + 4)).object();
                m_read.clear();
                if (isSilent)
                    return;
                const int documents = int(question.value(QStringLiteral("documents")).toArray().size());
                QJsonArray results;
                for (int i = 0; i < documents; ++i)
                    results << QJsonObject{{QStringLiteral("index"), i}, {QStringLiteral("relevance_score"), double(i + 1) / documents}};
                const QByteArray body = status == 200 ? QJsonDocument(QJsonObject{{QStringLiteral("results"), results}}).toJson(QJsonDocument::Compact) : QByteArray("{}");
                socket->write("HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
    }
    QString address() const { return QStringLiteral("http://127.0.0.1:%1/v1").arg(serverPort()); }
    int status = 200, asked = 0;
    bool isSilent = false;
    QByteArray authorization;
    QJsonObject question;

private:
    QByteArray m_read;
};

QByteArrayList keysOf(const QList<AnswerLine> &lines)
{
    QByteArrayList keys;
    for (const AnswerLine &line : lines)
        keys << line.key;
    return keys;
}

// The settings of one test, and none after it.
struct RerankedBy
{
    RerankedBy(const QString &model, const QString &address) { RetrievalEndpoint{RetrievalEndpoint::Purpose::Reranking, address, QStringLiteral("none"), model, 0}.keepInSettings(); }
    ~RerankedBy() { RetrievalEndpoint{RetrievalEndpoint::Purpose::Reranking, {}, QStringLiteral("none"), {}, 0}.keepInSettings(); }
};

} // namespace

class RetrievalPageTest : public QObject
{
    Q_OBJECT

    // Answers of services are kept from one question to the next.
    static void forgetServices() { QDir(paths::data() + QStringLiteral("/retrieval/asked")).removeRecursively(); }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        Theme::start();
        Theme::instance().show(Theme::Mode::Light, 100);
        m_desk = std::make_unique<FixedDesk>();
        m_desk->populate();
        makeRetrievalCorpus(RetrievalSession::snapshotPath(QStringLiteral("clerva")));
        makeRetrievalCorpus(RetrievalSession::snapshotPath(QStringLiteral("clerva-staging")), 0);
    }
    void init()
    {
        m_desk->select(QStringLiteral("clerva"));
        forgetServices();
    }
    void cleanup() { Theme::instance().show(Theme::Mode::Light, 100); }

    void aQuestionIsAnsweredAndItsFirstResultExplained()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->isSettled() && shown.page->session()->opened());
        QVERIFY2(shown.page->sentence().text().contains(QStringLiteral("48 chunks")), qPrintable(shown.page->sentence().text()));
        shown.ask(backupQuestion);
        QTRY_VERIFY(shown.page->session()->offline() && shown.page->isSettled());
        const auto &lines = shown.the<RetrievalAnswers>()->offline()->rows()->lines();
        QCOMPARE(lines.size(), 10);
        QVERIFY(!lines.first().title.isEmpty() && lines.first().vectorShare && lines.first().textShare);
        const QString spoken = shown.the<RetrievalResult>()->spoken();
        QVERIFY2(spoken.contains(QStringLiteral("1/(60+")), qPrintable(spoken));
        QVERIFY2(spoken.contains(QStringLiteral("backup")), qPrintable(spoken));
    }

    void anAnswerIsTheEnginesOwn()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        shown.ask(backupQuestion);
        QTRY_VERIFY(shown.page->session()->offline() && shown.page->isSettled());
        const auto corpus = shown.page->session()->corpus();
        retrieval::Question question{backupQuestion};
        question.embedding = retrieval::HashEmbedding().of(backupQuestion.toStdString(), 96);
        const auto answer = retrieval::search(*corpus, question, shown.page->session()->opened()->settings);
        QVERIFY(answer);
        const auto &lines = shown.the<RetrievalAnswers>()->offline()->rows()->lines();
        QCOMPARE(size_t(lines.size()), answer->rows.size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QCOMPARE(lines[i].key, answer->rows[size_t(i)].key);
            QCOMPARE(lines[i].exactScore, answer->rows[size_t(i)].score);
        }
    }

    void returnAsksAndUpBringsWhatWasAskedBefore()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        auto *field = shown.the<QuestionField>();
        field->clear();
        QTest::keyClicks(field, QStringLiteral("dead rows"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(shown.page->session()->offline() && shown.page->isSettled());
        field->clear();
        QTest::keyClicks(field, QStringLiteral("typed"));
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(field->text(), QStringLiteral("dead rows"));
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(field->text(), QStringLiteral("typed"));
    }

    void withoutAnEmbeddingItSearchesByWordsAndSaysWhatIsMissing()
    {
        m_desk->select(QStringLiteral("clerva-staging"));
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        auto settings = shown.page->session()->opened()->settings;
        settings.mode = retrieval::SearchSettings::Mode::Hybrid;
        shown.the<RetrievalAskBar>()->setSettings(settings);
        shown.ask(backupQuestion);
        QTRY_VERIFY(shown.page->session()->offline() && shown.page->isSettled());
        QVERIFY(shown.page->session()->offline()->remark.contains(QStringLiteral("words only")));
        QVERIFY(!shown.the<RetrievalAnswers>()->offline()->rows()->lines().isEmpty());
    }

    void theEndpointIsAskedOnlyForWhatIsNotRecorded()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("other.qdsnap"));
        makeRetrievalCorpus(path, 96, QStringLiteral("bge-small"));
        EmbeddingServer server;
        Shown shown(*m_desk);
        RetrievalSession &session = *shown.page->session();
        QTRY_VERIFY(session.opened() && shown.page->isSettled());
        settings::EmbeddingEndpoint.set(server.address());
        shown.askAndWait(backupQuestion);
        QCOMPARE(server.asked, 0);
        session.openFile(path);
        QTRY_VERIFY(session.opened() && session.opened()->path == path && shown.page->isSettled());
        shown.askAndWait(backupQuestion);
        QCOMPARE(server.asked, 1);
        QCOMPARE(session.offline()->answer.embeddedBy, QStringLiteral("given"));
        QVERIFY(session.offline()->remark.isEmpty());
        // Asked once, kept: also without an endpoint.
        settings::EmbeddingEndpoint.set({});
        shown.askAndWait(backupQuestion);
        QCOMPARE(server.asked, 1);
        QCOMPARE(session.offline()->answer.embeddedBy, QStringLiteral("given"));
        forgetServices();
        settings::EmbeddingEndpoint.set(server.address());
        server.dims = 3;
        shown.ask(backupQuestion);
        QTRY_VERIFY(session.failed() && shown.page->isSettled());
        QVERIFY2(session.failed()->message.contains(QStringLiteral("96")), qPrintable(session.failed()->message));
        settings::EmbeddingEndpoint.set({});
        shown.askAndWait(backupQuestion);
        QVERIFY(session.offline()->remark.contains(QStringLiteral("words only")));
    }

    void theKeyOfTheEndpointIsSentAndNeverWritten()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("other.qdsnap"));
        makeRetrievalCorpus(path, 96, QStringLiteral("bge-small"));
        EmbeddingServer server;
        Shown shown(*m_desk);
        RetrievalSession &session = *shown.page->session();
        QTRY_VERIFY(session.opened() && shown.page->isSettled());
        session.openFile(path);
        QTRY_VERIFY(session.isFile() && shown.page->isSettled());
        const auto choose = [&](int place, const QString &typed) {
            shown.page->askForEndpoint();
            auto *dialog = shown.page->findChild<RetrievalEndpointDialog *>();
            dialog->address()->setText(server.address());
            dialog->place()->setCurrentIndex(place);
            (place == 1 ? dialog->key() : dialog->variable())->setText(typed);
            QCOMPARE(dialog->key()->echoMode(), QLineEdit::Password);
            dialog->save();
            QCOMPARE(dialog->problem(), QString());
            QVERIFY(dialog->key()->text().isEmpty());
            delete dialog;
        };
        qputenv("QD_TEST_EMBEDDING_KEY", "sk-of-the-environment");
        choose(2, QStringLiteral("QD_TEST_EMBEDDING_KEY"));
        shown.askAndWait(backupQuestion);
        QCOMPARE(server.authorization, QByteArray("Bearer sk-of-the-environment"));
        qunsetenv("QD_TEST_EMBEDDING_KEY");
        forgetServices();
        shown.ask(backupQuestion);
        QTRY_VERIFY(session.failed() && shown.page->isSettled());
        QVERIFY2(session.failed()->message.contains(QStringLiteral("QD_TEST_EMBEDDING_KEY")), qPrintable(session.failed()->message));
        QCOMPARE(server.asked, 1);
        // Without a keychain it is kept for this run; with one it is there, and nowhere else.
        choose(1, QStringLiteral("sk-that-was-typed"));
        QTRY_VERIFY(shown.page->isSettled());
        QTRY_VERIFY((forgetServices(), shown.ask(backupQuestion), QTest::qWait(50), server.authorization == "Bearer sk-that-was-typed"));
        QTRY_VERIFY(shown.page->isSettled());
        int read = 0;
        for (const QString &place : {paths::config(), paths::data()}) {
            QDirIterator files(place, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray bytes = file.readAll();
                QVERIFY2(!bytes.contains("sk-that-was-typed") && !bytes.contains("sk-of-the-environment"), qPrintable(file.fileName()));
                ++read;
            }
        }
        QVERIFY(read > 0);
        choose(0, {});
        settings::EmbeddingEndpoint.set({});
    }

    void aKeyIsNotSentInTheClear()
    {
        RetrievalEndpointDialog dialog{RetrievalEndpoint()};
        QSignalSpy chosen(&dialog, &RetrievalEndpointDialog::chosen);
        dialog.address()->setText(QStringLiteral("http://models.example/v1"));
        dialog.place()->setCurrentIndex(2);
        dialog.variable()->setText(QStringLiteral("SOME_KEY"));
        dialog.save();
        QVERIFY2(dialog.problem().contains(QStringLiteral("https://")), qPrintable(dialog.problem()));
        dialog.variable()->setText(QStringLiteral("sk-proj-1234"));
        dialog.save();
        QVERIFY2(dialog.problem().contains(QStringLiteral("environment variable")) && !dialog.problem().contains(QStringLiteral("1234")), qPrintable(dialog.problem()));
        dialog.address()->setText(QStringLiteral("https://models.example/v1?key=1234"));
        dialog.variable()->setText(QStringLiteral("SOME_KEY"));
        dialog.save();
        QVERIFY2(!dialog.problem().isEmpty() && !dialog.problem().contains(QStringLiteral("1234")), qPrintable(dialog.problem()));
        QCOMPARE(chosen.count(), 0);
        dialog.address()->setText(QStringLiteral("https://models.example/v1"));
        dialog.save();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().at(0).value<RetrievalEndpoint>().reference, QStringLiteral("env:SOME_KEY"));
        // A reference that was written by hand is held to the same.
        settings::EmbeddingEndpoint.set(QStringLiteral("http://models.example/v1"));
        settings::EmbeddingSecret.set(QStringLiteral("env:PATH"));
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("other.qdsnap"));
        makeRetrievalCorpus(path, 96, QStringLiteral("bge-small"));
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        shown.page->openSnapshot(path);
        QTRY_VERIFY(shown.page->session()->isFile() && shown.page->isSettled());
        shown.ask(backupQuestion);
        QTRY_VERIFY(shown.page->session()->failed() && shown.page->isSettled());
        QVERIFY2(shown.page->session()->failed()->message.contains(QStringLiteral("https://")), qPrintable(shown.page->session()->failed()->message));
        settings::EmbeddingEndpoint.set({});
        settings::EmbeddingSecret.set(QStringLiteral("none"));
    }

    void anAnswerIsShownInTheRerankersOrderAndKept()
    {
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        const auto &lines = shown.the<RetrievalAnswers>()->offline()->rows()->lines();
        const QByteArrayList own = keysOf(lines);
        RerankServer server;
        const RerankedBy reranker(QStringLiteral("judge-1"), server.address());
        shown.askAndWait(backupQuestion);
        QCOMPARE(server.asked, 1);
        QCOMPARE(server.question.value(QStringLiteral("model")).toString(), QStringLiteral("judge-1"));
        QCOMPARE(server.question.value(QStringLiteral("query")).toString(), backupQuestion);
        QCOMPARE(server.question.value(QStringLiteral("documents")).toArray().size(), 40);
        const OfflineAnswer &answer = *shown.page->session()->offline();
        QCOMPARE(answer.answer.rerankedBy, QStringLiteral("judge-1"));
        QCOMPARE(answer.answer.grade, retrieval::Grade::Statistical);
        QCOMPARE(lines.size(), 10);
        QVERIFY2(lines.first().parts.startsWith(QStringLiteral("rerank 1.000, was #40")), qPrintable(lines.first().parts));
        QVERIFY2(lines.last().parts.startsWith(QStringLiteral("rerank 0.775, was #31")), qPrintable(lines.last().parts));
        const auto labels = shown.the<RetrievalAnswers>()->findChildren<Label *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const Label *label) { return label->text().startsWith(QStringLiteral("reranked by judge-1, 40 candidate")); }));
        QVERIFY2(shown.the<RetrievalResult>()->spoken().contains(QStringLiteral("judge-1 gave it 1.000 and moved it from rank 40 to rank 1.")), qPrintable(shown.the<RetrievalResult>()->spoken()));
        const QList<PageExport> exports = shown.page->exports();
        const QList<QByteArray> csv = exports[0].bytes().split('\n');
        QVERIFY2(csv.first().trimmed().endsWith("rerank_score,candidate_rank") && csv[1].trimmed().endsWith(",1,40"), csv[1].constData());
        const QJsonObject data = QJsonDocument::fromJson(exports[1].bytes()).object().value(QStringLiteral("data")).toObject();
        QCOMPARE(data.value(QStringLiteral("rerankedBy")).toString(), QStringLiteral("judge-1"));
        QCOMPARE(data.value(QStringLiteral("results")).toArray().first().toObject().value(QStringLiteral("parts")).toObject().value(QStringLiteral("rerank")).toObject(), (QJsonObject{{QStringLiteral("rank"), 40}, {QStringLiteral("score"), 1}}));
        // Unplugged it is the same, and of another model nothing is known.
        const QByteArrayList reranked = keysOf(lines);
        server.close();
        shown.askAndWait(QStringLiteral("dead rows"));
        shown.askAndWait(backupQuestion);
        QCOMPARE(keysOf(lines), reranked);
        QVERIFY(reranked != own);
        settings::RerankerModel.set(QStringLiteral("judge-2"));
        shown.askAndWait(backupQuestion);
        QCOMPARE(keysOf(lines), own);
        QVERIFY(!shown.page->session()->offline()->notReranked.isEmpty());
    }

    void aRerankerThatDoesNotAnswerLeavesTheSearchsOrderAndSaysSo()
    {
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        const auto &lines = shown.the<RetrievalAnswers>()->offline()->rows()->lines();
        const QByteArrayList own = keysOf(lines);
        const auto isSaid = [&](const QString &why) {
            const auto messages = shown.page->findChildren<Message *>();
            return keysOf(lines) == own && lines.first().candidateRank == 0 && shown.page->session()->offline()->answer.rerankedBy.isEmpty()
                && shown.page->sentence().state == State::Warning && shown.page->sentence().fact.startsWith(QStringLiteral("Not reranked"))
                && std::any_of(messages.cbegin(), messages.cend(), [&](const Message *message) { return !message->isHidden() && message->text().count(QStringLiteral("Not reranked")) == 1 && message->text().contains(why); });
        };
        RerankServer server;
        server.status = 403;
        const RerankedBy reranker(QStringLiteral("judge-1"), server.address());
        shown.askAndWait(backupQuestion);
        QCOMPARE(server.asked, 1);
        QVERIFY2(isSaid(QStringLiteral("127.0.0.1")), qPrintable(shown.page->session()->offline()->notReranked));
        settings::RerankerEndpoint.set({});
        shown.askAndWait(backupQuestion);
        QVERIFY2(isSaid(QStringLiteral("no address")), qPrintable(shown.page->session()->offline()->notReranked));
        // A key is not sent in the clear, also when somebody wrote the settings by hand.
        settings::RerankerEndpoint.set(QStringLiteral("http://models.example/v1"));
        settings::RerankerSecret.set(QStringLiteral("env:PATH"));
        shown.askAndWait(backupQuestion);
        QVERIFY2(isSaid(QStringLiteral("https://")), qPrintable(shown.page->session()->offline()->notReranked));
        settings::RerankerEndpoint.set(server.address());
        settings::RerankerSecret.set(QStringLiteral("env:QD_TEST_NO_SUCH_KEY"));
        shown.askAndWait(backupQuestion);
        QVERIFY2(isSaid(QStringLiteral("QD_TEST_NO_SUCH_KEY")), qPrintable(shown.page->session()->offline()->notReranked));
        QCOMPARE(server.asked, 1);
        // Without a model nothing is missing.
        settings::RerankerModel.set({});
        shown.askAndWait(backupQuestion);
        QVERIFY(shown.page->session()->offline()->notReranked.isEmpty());
    }

    void theSearchsOrderIsThereWhileTheRerankerReadsAndStopLeavesIt()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        RerankServer server;
        server.isSilent = true;
        const RerankedBy reranker(QStringLiteral("judge-1"), server.address());
        shown.ask(backupQuestion);
        QTRY_COMPARE(server.asked, 1);
        QVERIFY(shown.page->session()->isReranking() && !shown.page->isSettled());
        QCOMPARE(shown.the<RetrievalAnswers>()->offline()->rows()->lines().size(), 10);
        QVERIFY2(shown.page->sentence().text().contains(QStringLiteral("judge-1")), qPrintable(shown.page->sentence().text()));
        emit shown.the<RetrievalAskBar>()->stopped();
        QVERIFY(!shown.page->session()->isAsking());
        QTRY_VERIFY(shown.page->isSettled());
        QVERIFY2(shown.page->session()->offline()->notReranked.contains(QStringLiteral("stopped")), qPrintable(shown.page->session()->offline()->notReranked));
        QVERIFY(shown.page->sentence().fact.startsWith(QStringLiteral("Not reranked")));
    }

    // Whoever picked nothing looks at the first result, also when it has become another one.
    void theFirstResultIsTheRerankersFirst()
    {
        Shown shown(*m_desk);
        RerankServer server;
        const RerankedBy reranker(QStringLiteral("judge-1"), server.address());
        settings::RerankerCandidates.set(10);
        shown.askAndWait(backupQuestion);
        auto *answers = shown.the<RetrievalAnswers>();
        const auto &lines = answers->offline()->rows()->lines();
        QCOMPARE(lines.first().candidateRank, 10);
        QCOMPARE(answers->current(), lines.first().key);
        // A row that was picked stays, wherever it goes.
        forgetServices();
        const QByteArray picked = lines[3].key;
        answers->select(picked);
        shown.askAndWait(backupQuestion);
        QCOMPARE(server.asked, 2);
        QCOMPARE(answers->current(), picked);
    }

    void aChunkIsNoQuestionForAReranker()
    {
        Shown shown(*m_desk);
        RerankServer server;
        const RerankedBy reranker(QStringLiteral("judge-1"), server.address());
        shown.askAndWait(backupQuestion);
        QCOMPARE(server.asked, 1);
        emit shown.the<RetrievalResult>()->likeAsked(*shown.page->session()->corpus()->find("g1-1"));
        QTRY_VERIFY(shown.page->session()->offline()->question.like && shown.page->isSettled());
        QCOMPARE(server.asked, 1);
        QVERIFY(!shown.page->session()->offline()->isReranked() && shown.page->session()->offline()->notReranked.isEmpty());
    }

    void whatHasNoTextIsNotSent()
    {
        const auto open = [](Shown &shown, const CorpusFile &file) {
            QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
            shown.page->openSnapshot(file.path());
            QTRY_VERIFY(shown.page->session()->isFile() && shown.page->isSettled());
        };
        CorpusFile half(2), none(2);
        for (int i = 0; i < 4; ++i) {
            CorpusChunk chunk;
            chunk.key = "c" + QByteArray::number(i);
            chunk.model = "by-hand";
            chunk.embedding = {1, float(i)};
            none.chunks << chunk;
            if (i != 1)
                chunk.text = i == 2 ? "  " : "text " + QByteArray::number(i);
            half.chunks << chunk;
        }
        half.open();
        none.open();
        QVERIFY(RetrievalSession::askedBefore().keepEmbedding(QStringLiteral("by-hand"), backupQuestion, {1, 0}));
        RerankServer server;
        const RerankedBy reranker(QStringLiteral("judge-1"), server.address());
        Shown shown(*m_desk);
        open(shown, half);
        shown.askAndWait(backupQuestion);
        QCOMPARE(server.question.value(QStringLiteral("documents")).toArray(), (QJsonArray{QStringLiteral("text 0"), QStringLiteral("text 3")}));
        const auto &lines = shown.the<RetrievalAnswers>()->offline()->rows()->lines();
        QCOMPARE(keysOf(lines), (QByteArrayList{"c3", "c0", "c1", "c2"}));
        QVERIFY2(lines[2].parts.startsWith(QStringLiteral("no text to rerank, was #2")), qPrintable(lines[2].parts));
        open(shown, none);
        shown.askAndWait(backupQuestion);
        QCOMPARE(server.asked, 1);
        QCOMPARE(keysOf(lines), (QByteArrayList{"c0", "c1", "c2", "c3"}));
        QVERIFY2(shown.page->session()->offline()->notReranked.contains(QStringLiteral("text")), qPrintable(shown.page->session()->offline()->notReranked));
        settings::OpenedSnapshots.set({});
    }

    // Production's function does not rerank: what is compared is what the search found before.
    void productionIsComparedWithTheSearchBeforeReranking()
    {
        Shown shown(*m_desk);
        RerankServer server;
        const RerankedBy reranker(QStringLiteral("judge-1"), server.address());
        settings::RerankerCandidates.set(12);
        shown.askAndWait(backupQuestion);
        QCOMPARE(server.question.value(QStringLiteral("documents")).toArray().size(), 12);
        RetrievalSession &session = *shown.page->session();
        const OfflineAnswer &offline = *session.offline();
        capture::ProductionAnswer answer;
        for (const retrieval::AnswerRow &row : offline.searched().rows)
            answer.rows << capture::ProductionRow{row.key, row.score, row.rank, {}, {}};
        session.takeProduction(answer);
        QTRY_VERIFY(session.comparison() && shown.page->isSettled());
        QVERIFY(session.comparison()->isSame());
        QVERIFY2(shown.page->sentence().fact.startsWith(QStringLiteral("Before reranking: All 10 row")), qPrintable(shown.page->sentence().fact));
        const auto labels = shown.the<RetrievalAnswers>()->findChildren<Label *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const Label *label) { return label->text() == QStringLiteral("search: 10 of 10 equal"); }));
        // Of 12 candidates the first two fell out, and 11 and 12 came up.
        const auto joins = retrievalview::joinsOf(*session.comparison(), offline);
        QCOMPARE(joins.size(), 12);
        for (const JoinLine &join : joins) {
            QVERIFY(join.isByReranker == !(join.left && join.right && *join.left == *join.right));
            QCOMPARE(join.kind == retrieval::ComparedRow::Kind::OnlyOffline, !join.left);
            if (join.left && join.right)
                QCOMPARE(*join.right, 13 - *join.left);
        }
        const auto difference = [&](int candidate) { return retrievalview::differenceOf(*session.comparison(), offline, offline.reranking->candidates.rows[size_t(candidate) - 1].key); };
        QVERIFY2(difference(12).contains(QStringLiteral("Neither production")) && difference(12).contains(QStringLiteral("rank 12")), qPrintable(difference(12)));
        QVERIFY2(difference(10).contains(QStringLiteral("only the reranker moved it, to rank 3")), qPrintable(difference(10)));
        QVERIFY2(difference(1).contains(QStringLiteral("below the limit")), qPrintable(difference(1)));
        // What differs anyway keeps its reason.
        answer.rows.swapItemsAt(4, 8);
        session.takeProduction(answer);
        QTRY_VERIFY(session.comparison() && session.comparison()->moved == 2 && shown.page->isSettled());
        QVERIFY2(difference(5).contains(QStringLiteral("Then the reranker moved it from rank 5 to rank 8.")), qPrintable(difference(5)));
    }

    void whyAChunkIsMissingKnowsTheRerankerAndTheChangeBringsItBack()
    {
        Shown shown(*m_desk);
        RerankServer server;
        const RerankedBy reranker(QStringLiteral("judge-1"), server.address());
        settings::RerankerCandidates.set(12);
        shown.askAndWait(backupQuestion);
        const auto tryFirst = [&](const QByteArray &key) {
            auto *field = shown.the<RetrievalWhyNotBar>()->field();
            field->setText(QString::fromUtf8(key));
            QTest::keyClick(field, Qt::Key_Return);
            QTRY_VERIFY(shown.page->isSettled());
            const auto buttons = shown.the<RetrievalResult>()->findChildren<Button *>();
            const auto attempt = std::find_if(buttons.cbegin(), buttons.cend(), [](const Button *button) { return button->text() == QStringLiteral("Try It"); });
            QVERIFY(attempt != buttons.cend());
            m_spoken = shown.the<RetrievalResult>()->spoken();
            (*attempt)->click();
            QTRY_VERIFY(shown.page->isSettled() && shown.page->session()->offline());
        };
        const auto &lines = shown.the<RetrievalAnswers>()->offline()->rows()->lines();
        const QByteArray below = shown.page->session()->offline()->reranking->candidates.rows[1].key;
        QVERIFY(!keysOf(lines).contains(below));
        tryFirst(below);
        QVERIFY2(m_spoken.contains(QStringLiteral("judge-1 gave it")) && m_spoken.contains(QStringLiteral("Raise the limit from 10 to 11")), qPrintable(m_spoken));
        QVERIFY(keysOf(lines).contains(below));
        QCOMPARE(server.asked, 1); // the same candidates
        // Back to ten, and one that was no candidate.
        auto settings = shown.the<RetrievalAskBar>()->settings();
        settings.limit = 10;
        shown.the<RetrievalAskBar>()->setSettings(settings);
        emit shown.the<RetrievalAskBar>()->changed();
        shown.askAndWait(backupQuestion);
        settings.limit = 15;
        const auto more = retrieval::search(*shown.page->session()->corpus(), shown.page->session()->offline()->question, settings);
        QVERIFY(more && more->rows.size() == 15);
        const QByteArray outside = more->rows[14].key;
        tryFirst(outside);
        QVERIFY2(m_spoken.contains(QStringLiteral("not among the 12 candidate")) && m_spoken.contains(QStringLiteral("Give the reranker 15 candidates instead of 12.")), qPrintable(m_spoken));
        QCOMPARE(shown.page->session()->offline()->reranking->candidates.rows.size(), size_t(15));
        QCOMPARE(lines.size(), 10);
        QCOMPARE(lines.first().key, outside); // the reranker decided: it likes the last best
        // The settings stay as they were; what was tried is no setting.
        QCOMPARE(settings::RerankerCandidates.value(), 12);
    }

    void theRerankersKeyIsSentAndNeverWritten()
    {
        RerankServer server;
        const RerankedBy reranker({}, {});
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        shown.page->askForEndpoint(RetrievalEndpoint::Purpose::Reranking);
        auto *dialog = shown.page->findChild<RetrievalEndpointDialog *>();
        QVERIFY(dialog->model()->isVisible() && dialog->candidates()->isVisible());
        QTRY_COMPARE(dialog->focusWidget(), dialog->model());
        QTest::keyClick(dialog->model(), Qt::Key_Tab);
        QCOMPARE(dialog->focusWidget(), dialog->address());
        QCOMPARE(unnamed(dialog).join(u' '), QString());
        dialog->model()->setText(QStringLiteral(" judge-1 "));
        dialog->candidates()->setValue(20);
        dialog->address()->setText(server.address());
        dialog->place()->setCurrentIndex(2);
        dialog->variable()->setText(QStringLiteral("QD_TEST_RERANKER_KEY"));
        qputenv("QD_TEST_RERANKER_KEY", "sk-of-the-reranker");
        dialog->save();
        QCOMPARE(dialog->problem(), QString());
        delete dialog;
        QTRY_VERIFY(server.asked == 1 && shown.page->isSettled());
        QCOMPARE(server.authorization, QByteArray("Bearer sk-of-the-reranker"));
        QCOMPARE(server.question.value(QStringLiteral("documents")).toArray().size(), 20);
        QVERIFY(shown.page->session()->offline()->isReranked());
        QCOMPARE(settings::RerankerSecret.value(), QStringLiteral("env:QD_TEST_RERANKER_KEY"));
        QCOMPARE(settings::EmbeddingSecret.value(), QStringLiteral("none"));
        qunsetenv("QD_TEST_RERANKER_KEY");
        for (const QString &place : {paths::config(), paths::data()}) {
            QDirIterator files(place, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!file.readAll().contains("sk-of-the-reranker"), qPrintable(file.fileName()));
            }
        }
        // The dialog shows what is set, and of embeddings no model is asked.
        shown.page->askForEndpoint(RetrievalEndpoint::Purpose::Reranking);
        dialog = shown.page->findChild<RetrievalEndpointDialog *>();
        QCOMPARE(dialog->model()->text(), QStringLiteral("judge-1"));
        QCOMPARE(dialog->candidates()->value(), 20);
        QCOMPARE(dialog->variable()->text(), QStringLiteral("QD_TEST_RERANKER_KEY"));
        delete dialog;
        shown.page->askForEndpoint();
        dialog = shown.page->findChild<RetrievalEndpointDialog *>();
        QVERIFY(!dialog->model()->isVisible() && !dialog->candidates()->isVisible());
        delete dialog;
    }

    void anySnapshotFileCanBeOpenedAndIsRemembered()
    {
        settings::OpenedSnapshots.set({});
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("of-a-colleague.qdsnap")), damaged = folder.filePath(QStringLiteral("damaged.qdsnap"));
        makeRetrievalCorpus(path, 0);
        makeRetrievalCorpus(damaged);
        QFile cut(damaged);
        QVERIFY(cut.resize(QFileInfo(damaged).size() / 2));
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        const auto before = shown.page->session()->corpus();
        const auto lines = shown.the<RetrievalAnswers>()->offline()->rows()->lines().size();
        // Typed: the dialog stays open and says why.
        shown.page->askForSnapshot();
        auto *dialog = shown.page->findChild<RetrievalOpenDialog *>();
        dialog->path()->setText(damaged);
        QTest::keyClick(dialog->path(), Qt::Key_Return);
        QTRY_VERIFY(!dialog->problem().isEmpty());
        QVERIFY(dialog->isVisible());
        QCOMPARE(shown.page->session()->corpus(), before);
        QCOMPARE(shown.the<RetrievalAnswers>()->offline()->rows()->lines().size(), lines);
        QVERIFY(shown.page->session()->offline());
        delete dialog;
        // Dropped.
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(shown.page.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(shown.page.get(), &drop);
        QTRY_VERIFY(shown.page->session()->isFile() && shown.page->isSettled());
        QCOMPARE(shown.page->session()->opened()->path, path);
        QCOMPARE(settings::OpenedSnapshots.value(), QStringList{path});
        // A refresh leaves it there, and a question is not put to a production that has nothing to do with it.
        shown.page->refreshNow();
        QVERIFY(shown.page->session()->isFile());
        shown.askAndWait(QStringLiteral("dead rows"));
        QVERIFY(!shown.page->session()->production().why.isEmpty());
        shown.page->session()->leaveFile();
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        QCOMPARE(shown.page->session()->opened()->path, RetrievalSession::snapshotPath(QStringLiteral("clerva")));
        // Another deployment is not looked at through a file.
        shown.page->openSnapshot(path);
        QTRY_VERIFY(shown.page->session()->isFile() && shown.page->isSettled());
        m_desk->select(QStringLiteral("clerva-staging"));
        shown.page->refreshNow();
        QTRY_VERIFY(!shown.page->session()->isFile() && shown.page->isSettled());
        settings::OpenedSnapshots.set({});
    }

    void aSnapshotThatWasStoppedIsNotTakenForAWhole()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("begun.qdsnap"));
        makeRetrievalCorpus(path);
        {
            auto writer = retrieval::SnapshotWriter::append(path);
            QVERIFY(writer);
            QVERIFY((*writer)->setNote("origin", R"({"deployment":"clerva","source":"postgres","complete":false})"));
            QVERIFY((*writer)->commit());
        }
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        shown.page->openSnapshot(path);
        QTRY_VERIFY(shown.page->session()->isFile() && shown.page->isSettled());
        QCOMPARE(shown.page->sentence().state, State::Warning);
        QVERIFY2(shown.page->sentence().text().contains(QStringLiteral("not finished")), qPrintable(shown.page->sentence().text()));
        shown.askAndWait(backupQuestion);
        QCOMPARE(shown.page->sentence().state, State::Warning);
        QVERIFY2(shown.page->sentence().text().contains(QStringLiteral("not finished")), qPrintable(shown.page->sentence().text()));
        settings::OpenedSnapshots.set({});
    }

    void anotherSnapshotLeavesNothingOfTheAnswerButTheTypedQuestion()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("other.qdsnap"));
        makeRetrievalCorpus(path, 0);
        Shown shown(*m_desk);
        const auto fill = [&] {
            shown.askAndWait(backupQuestion);
            shown.answerAsProduction();
            shown.the<RetrievalWhyNotBar>()->field()->setText(QStringLiteral("g5-3"));
            shown.the<RetrievalQuotationBar>()->field()->setText(QStringLiteral("every night"));
            QVERIFY(!shown.the<RetrievalWhyNotBar>()->missing().isEmpty() && !shown.the<RetrievalResult>()->spoken().isEmpty());
        };
        const auto isEmpty = [&] {
            const RetrievalSession &session = *shown.page->session();
            const auto *answers = shown.the<RetrievalAnswers>();
            const auto labels = answers->findChildren<Label *>();
            const auto buttons = shown.page->findChildren<Button *>();
            return !session.offline() && !session.comparison() && session.production().lines.isEmpty() && answers->current().isEmpty()
                && answers->offline()->rows()->lines().isEmpty() && answers->production()->rows()->lines().isEmpty()
                && std::none_of(labels.cbegin(), labels.cend(), [](const Label *label) { return label->text().contains(QStringLiteral("ts_rank")) || label->text().endsWith(QStringLiteral(" ms")); })
                && std::none_of(buttons.cbegin(), buttons.cend(), [](const Button *button) { return button->text() == QStringLiteral("Ask Both"); })
                && shown.the<RetrievalWhyNotBar>()->missing().isEmpty() && shown.the<RetrievalWhyNotBar>()->field()->text().isEmpty() && shown.the<RetrievalQuotationBar>()->field()->text().isEmpty()
                && shown.the<RetrievalResult>()->isHidden() && shown.the<RetrievalResult>()->spoken().isEmpty();
        };
        fill();
        QVERIFY(!isEmpty());
        shown.page->openSnapshot(path);
        QTRY_VERIFY(shown.page->session()->isFile() && shown.page->isSettled());
        QVERIFY(isEmpty());
        QCOMPARE(shown.the<QuestionField>()->text(), backupQuestion);
        shown.page->session()->leaveFile();
        QTRY_VERIFY(!shown.page->session()->isFile() && shown.page->isSettled());
        fill();
        // Another deployment, from the moment on that it is chosen.
        m_desk->select(QStringLiteral("clerva-staging"));
        shown.page->refreshNow();
        QVERIFY(isEmpty());
        QTRY_VERIFY(shown.page->session()->opened()->path.contains(QStringLiteral("staging")) && shown.page->isSettled());
        QVERIFY(isEmpty());
        QCOMPARE(shown.the<QuestionField>()->text(), backupQuestion);
        settings::OpenedSnapshots.set({});
    }

    void aQuestionThatIsAskedBeforeTheSnapshotIsOpenIsAskedOnceItIs()
    {
        RetrievalPage page(m_desk.get());
        page.open(backupQuestion);
        QVERIFY(!page.session()->opened());
        page.refreshNow();
        QVERIFY(!page.session()->opened());
        QTRY_VERIFY(page.session()->offline() && page.isSettled());
        QCOMPARE(page.session()->offline()->question.text, backupQuestion);
        // While another deployment's is being opened it is not put to the one before.
        m_desk->select(QStringLiteral("clerva-staging"));
        page.refreshNow();
        QVERIFY(page.session()->isOpening());
        page.open(QStringLiteral("dead rows"));
        QTRY_VERIFY(page.session()->offline() && page.isSettled());
        QVERIFY(page.session()->opened()->path.contains(QStringLiteral("staging")));
        QCOMPARE(page.session()->offline()->question.text, QStringLiteral("dead rows"));
        // Whoever goes on to the next one did not mean that.
        m_desk->select(QStringLiteral("clerva"));
        page.refreshNow();
        page.open(backupQuestion);
        m_desk->select(QStringLiteral("clerva-staging"));
        page.refreshNow();
        QTRY_VERIFY(page.session()->opened() && page.isSettled());
        QVERIFY(!page.session()->offline());
    }

    void productionIsAskedOnceTheConnectionStands()
    {
        using Asked = RetrievalSession::Production::State;
        RetrievalSearch search;
        search.function = QStringLiteral("search_chunks");
        const auto searches = std::exchange(m_desk->world.profile.retrieval.searches, {search});
        const auto restore = qScopeGuard([&] {
            m_desk->world.profile.retrieval.searches = searches;
            m_desk->connection->connection = Target::Status::Connection::Connected;
        });
        m_desk->connection->connection = Target::Status::Connection::Connecting;
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        QCOMPARE(shown.page->session()->production().state, Asked::None);
        QVERIFY(!shown.page->session()->production().why.isEmpty());
        shown.page->refreshNow();
        QCOMPARE(shown.page->session()->production().state, Asked::None);
        m_desk->connection->connection = Target::Status::Connection::Connected;
        shown.page->refreshNow();
        QVERIFY(shown.page->session()->production().state != Asked::None);
        // Once: what is there now stays.
        shown.page->session()->takeProduction(failure(Error::Kind::Refused, QStringLiteral("Production refuses the search."), {}));
        shown.page->session()->stop();
        shown.page->refreshNow();
        QCOMPARE(shown.page->session()->production().why, QStringLiteral("Production refuses the search."));
    }

    void whatIsPastedForAKeyIsFoundByItsBeginningOrItsText()
    {
        CorpusFile file(2);
        for (const char *key : {"abcd-1", "abcd-2", "wxyz-3"}) {
            CorpusChunk chunk;
            chunk.key = key;
            chunk.text = QByteArray("The chunk ") + key + "\nis about vacuum.";
            file.chunks << chunk;
        }
        const auto corpus = file.open();
        const auto meant = [&](const QString &typed) { return retrievalview::chunksMeant(*corpus, typed, {}, {}).value_or(ChunksMeant{{}, -1, false}); };
        QCOMPARE(meant(QStringLiteral("abcd-2")).rows, QList<quint32>{1});
        QCOMPARE(meant(QStringLiteral("wxyz")).rows, QList<quint32>{2});
        QCOMPARE(meant(QStringLiteral("abcd")).count, 2);
        QVERIFY(!meant(QStringLiteral("abcd")).isByText);
        QCOMPARE(meant(QStringLiteral("about vacuum")).count, 3);
        QVERIFY(meant(QStringLiteral("about vacuum")).isByText);
        // Neither the line break nor the case is the chunk's.
        QCOMPARE(meant(QStringLiteral("“the chunk abcd-2 is about Vacuum”")).rows, QList<quint32>{1});
        QCOMPARE(meant(QStringLiteral("nothing of that kind")).count, 0);

        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        const auto why = [&](const QString &typed) {
            emit shown.the<RetrievalWhyNotBar>()->asked(typed.toUtf8());
            QTRY_VERIFY(shown.page->isSettled());
            m_spoken = shown.the<RetrievalResult>()->spoken();
        };
        why(QStringLiteral("See section 3 of the vacuum guide"));
        QCOMPARE(shown.the<RetrievalResult>()->row(), shown.page->session()->corpus()->find("g5-3"));
        why(QStringLiteral("of the vacuum guide"));
        QVERIFY2(m_spoken.contains(QStringLiteral("stands in 8 chunks")) && m_spoken.contains(QStringLiteral("g5-3")), qPrintable(m_spoken));
        const auto press = [&](const QString &words) {
            const auto buttons = shown.the<RetrievalResult>()->findChildren<Button *>();
            const auto found = std::find_if(buttons.cbegin(), buttons.cend(), [&](const Button *button) { return button->text().contains(words); });
            QVERIFY(found != buttons.cend());
            (*found)->click();
            QTRY_VERIFY(shown.page->isSettled() && shown.the<RetrievalResult>()->spoken() != m_spoken);
            m_spoken = shown.the<RetrievalResult>()->spoken();
        };
        press(QStringLiteral("g5-3"));
        QCOMPARE(shown.the<RetrievalResult>()->row(), shown.page->session()->corpus()->find("g5-3"));
        const QString reason = m_spoken;
        // A quotation leads there too.
        emit shown.the<RetrievalQuotationBar>()->asked(QStringLiteral("See section 3 of the vacuum guide"));
        QTRY_VERIFY(shown.page->isSettled());
        m_spoken = shown.the<RetrievalResult>()->spoken();
        QVERIFY(m_spoken != reason);
        press(QStringLiteral("Why Not?"));
        QCOMPARE(m_spoken, reason);
    }

    void severalChangesCanBeFollowedOneAfterTheOther()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        auto settings = shown.page->session()->opened()->settings;
        settings.limit = 3;
        settings.asUser = QStringLiteral("oncall-2");
        shown.the<RetrievalAskBar>()->setSettings(settings);
        shown.askAndWait(backupQuestion);
        const QByteArray wanted("g5-3"); // of the other user, and not among the first three
        emit shown.the<RetrievalWhyNotBar>()->asked(wanted);
        QTRY_VERIFY(shown.page->isSettled());
        const auto steps = [&] {
            QList<Button *> all;
            for (auto *button : shown.the<RetrievalResult>()->findChildren<Button *>()) {
                if (button->text() == QStringLiteral("Try It"))
                    all << button;
            }
            return all;
        };
        QVERIFY2(steps().size() >= 2, qPrintable(shown.the<RetrievalResult>()->spoken()));
        const auto rows = shown.the<RetrievalAnswers>()->offline()->rows();
        int pressed = 0;
        for (; pressed < 6 && rows->find(wanted) < 0; ++pressed) {
            QVERIFY(!steps().isEmpty());
            QTest::keyClick(steps().first(), Qt::Key_Return);
            QTRY_VERIFY(shown.page->isSettled());
        }
        QVERIFY(pressed >= 2 && rows->find(wanted) >= 0);
        QCOMPARE(shown.the<RetrievalAnswers>()->current(), wanted);
    }

    void withoutQuestionsInTheSnapshotAFileCanBring()
    {
        CorpusFile file(2);
        CorpusChunk chunk;
        chunk.key = "only";
        chunk.text = "Dead rows are removed by vacuum.";
        file.chunks << chunk;
        file.open();
        QTemporaryDir folder;
        const QString judgements = folder.filePath(QStringLiteral("judged.csv")), unknown = folder.filePath(QStringLiteral("unknown.csv"));
        writeRetrievalFile(judgements, "question,key,grade\nwhat removes dead rows,only,1\n");
        writeRetrievalFile(unknown, "query_id,key,grade\nq77,only,1\n");
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        shown.page->openSnapshot(file.path());
        QTRY_VERIFY(shown.page->session()->isFile() && shown.page->isSettled());
        auto *evaluation = shown.the<RetrievalEvaluation>();
        QSignalSpy asked(evaluation, &RetrievalEvaluation::judgementsAsked);
        disconnect(evaluation, &RetrievalEvaluation::judgementsAsked, shown.page.get(), nullptr); // no dialog of files
        int offered = 0;
        for (auto *button : evaluation->findChildren<Button *>()) {
            if (button->text() == QStringLiteral("Judgements…") && !button->isHidden())
                button->click(), ++offered;
        }
        QVERIFY(offered > 0);
        QCOMPARE(asked.count(), offered);
        evaluation->loadJudgements(unknown);
        QTRY_VERIFY(!evaluation->isRunning());
        QVERIFY(!evaluation->hasRun() && !evaluation->findChild<StatePane *>()->words().isEmpty());
        evaluation->loadJudgements(judgements);
        QTRY_VERIFY(!evaluation->isRunning());
        QVERIFY(evaluation->hasRun());
        QCOMPARE(evaluation->now()->perQuery.size(), 1);
        settings::OpenedSnapshots.set({});
    }

    void likeThisNeedsNoQuestion()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        shown.ask(backupQuestion);
        QTRY_VERIFY(shown.page->session()->offline() && shown.page->isSettled());
        const quint32 row = *shown.the<RetrievalAnswers>()->offline()->rows()->lines().at(3).row;
        emit shown.the<RetrievalResult>()->likeAsked(row);
        QTRY_VERIFY(shown.page->session()->offline()->question.like && shown.page->isSettled());
        QCOMPARE(shown.the<RetrievalAnswers>()->offline()->rows()->lines().first().row, std::optional(row));
    }

    void aDamagedSnapshotIsRefusedWithASentence()
    {
        const QString path = RetrievalSession::snapshotPath(QStringLiteral("clerva-staging"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray whole = file.readAll();
        file.resize(whole.size() / 2);
        file.close();
        m_desk->select(QStringLiteral("clerva-staging"));
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->isSettled());
        QVERIFY(!shown.page->session()->opened());
        QVERIFY(!shown.the<StatePane>()->words().isEmpty());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(whole);
    }

    // Opened by hand: each with one sentence, and the page goes on with the next good file.
    void filesThatAreNoWholeSnapshotAreRefusedOneAfterTheOther()
    {
        using namespace retrieval;
        settings::OpenedSnapshots.set({});
        QTemporaryDir folder;
        const QString good = folder.filePath(QStringLiteral("good.qdsnap"));
        makeRetrievalCorpus(good);
        const auto bytesOf = [](const QString &name) {
            QFile file(name);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray main = bytesOf(good), vectors = bytesOf(vectorPathOf(good));
        SnapshotHeader header = *SnapshotHeader::fromBytes(QByteArrayView(main).sliced(SnapshotHeader::SlotDistance));
        header.version = Snapshot::Version + 1;
        QByteArray newer = main, spoilt = main;
        newer.replace(SnapshotHeader::SlotDistance, SnapshotHeader::Size, header.toBytes());
        for (qsizetype i = 0; i < SnapshotHeader::FirstSection; ++i)
            spoilt[i] = char(spoilt[i] ^ 0x55);
        struct Bad
        {
            QString name;
            QByteArray main, vectors;
            QString says;
        };
        const QList<Bad> all{{QStringLiteral("newer"), newer, vectors, QStringLiteral("newer")},
                             {QStringLiteral("halved"), main.first(main.size() / 2), vectors, QStringLiteral("damaged or cut off")},
                             {QStringLiteral("half-vectors"), main, vectors.first(vectors.size() / 2), QStringLiteral("damaged or cut off")},
                             {QStringLiteral("spoilt"), spoilt, vectors, QStringLiteral("no snapshot")},
                             {QStringLiteral("empty"), {}, vectors, QStringLiteral("damaged or cut off")}};
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        const QString typed = QStringLiteral("typed and not asked yet");
        auto *remark = shown.page->findChildren<Message *>().last();
        for (const Bad &bad : all) {
            const QString path = folder.filePath(bad.name + QStringLiteral(".qdsnap"));
            writeRetrievalFile(path, bad.main);
            writeRetrievalFile(vectorPathOf(path), bad.vectors);
            shown.the<QuestionField>()->setText(typed);
            const auto before = shown.page->session()->corpus();
            const auto lines = shown.the<RetrievalAnswers>()->offline()->rows()->lines().size();
            QSignalSpy refused(shown.page->session(), &RetrievalSession::refused);
            shown.page->openSnapshot(path);
            QTRY_VERIFY2(!refused.isEmpty() && shown.page->isSettled(), qPrintable(bad.name));
            QVERIFY(!remark->isHidden());
            QVERIFY2(remark->text().contains(bad.says) && remark->text().contains(bad.name), qPrintable(remark->text()));
            QCOMPARE(shown.page->session()->corpus(), before);
            QCOMPARE(shown.the<RetrievalAnswers>()->offline()->rows()->lines().size(), lines);
            QCOMPARE(shown.the<QuestionField>()->text(), typed);
            QVERIFY2(!shown.page->sentence().text().contains(QStringLiteral("opened")), qPrintable(shown.page->sentence().text()));
            // The next good one.
            shown.page->openSnapshot(good);
            QTRY_VERIFY(shown.page->session()->isFile() && shown.page->isSettled());
            QVERIFY(remark->isHidden());
            QCOMPARE(shown.the<QuestionField>()->text(), typed);
            shown.askAndWait(backupQuestion);
            QCOMPARE(shown.the<RetrievalAnswers>()->offline()->rows()->lines().size(), lines);
        }
        settings::OpenedSnapshots.set({});
    }

    void damageBehindTheBeginningOfAFileIsFoundWithoutBeingAskedFor()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("bitten.qdsnap")), vectors = retrieval::vectorPathOf(path);
        makeRetrievalCorpus(path);
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        QVERIFY(!shown.the<RetrievalQuality>()->damage());
        QFile file(vectors);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 at = retrieval::VectorLayout::FirstBlock + 100;
        QVERIFY(file.seek(at));
        char byte = 0;
        QVERIFY(file.getChar(&byte) && file.seek(at) && file.putChar(char(byte ^ 0xff)));
        file.close();
        shown.page->openSnapshot(path);
        QTRY_VERIFY(shown.page->session()->isFile() && shown.page->isSettled());
        QVERIFY(shown.the<RetrievalQuality>()->damage());
        QCOMPARE(shown.page->sentence().state, State::Warning);
        QVERIFY2(shown.page->sentence().text().contains(QStringLiteral("is damaged")), qPrintable(shown.page->sentence().text()));
        const auto notes = shown.page->findChildren<Message *>();
        QVERIFY(std::any_of(notes.cbegin(), notes.cend(), [](const Message *note) { return note->isVisible() && note->text().contains(QStringLiteral("bitten.qdsnap.vectors")) && note->text().contains(QStringLiteral("damaged")); }));
        // And is no more once another one is open.
        shown.page->session()->leaveFile();
        QTRY_VERIFY(!shown.page->session()->isFile() && shown.page->isSettled());
        QVERIFY(!shown.the<RetrievalQuality>()->damage());
        QVERIFY2(!shown.page->sentence().text().contains(QStringLiteral("damaged")), qPrintable(shown.page->sentence().text()));
        settings::OpenedSnapshots.set({});
    }

    void whileAnotherSnapshotIsOpenedTheHeaderNamesThatOne()
    {
        QTemporaryDir folder;
        const QString first = folder.filePath(QStringLiteral("first.qdsnap")), second = folder.filePath(QStringLiteral("second.qdsnap"));
        makeRetrievalCorpus(first);
        makeRetrievalCorpus(second, 0);
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        const auto notes = shown.page->findChildren<Message *>();
        const auto says = [&](const QString &words) {
            return std::any_of(notes.cbegin(), notes.cend(), [&](const Message *note) { return note->isVisible() && note->text().contains(words); });
        };
        shown.page->openSnapshot(first);
        QCOMPARE(shown.page->sentence().text(), QStringLiteral("first.qdsnap is being opened."));
        QTRY_VERIFY(shown.page->session()->isFile() && shown.page->isSettled());
        QVERIFY(says(QStringLiteral("Snapshot file first.qdsnap.")));
        shown.page->openSnapshot(second);
        QCOMPARE(shown.page->sentence().text(), QStringLiteral("second.qdsnap is being opened."));
        QVERIFY(says(QStringLiteral("second.qdsnap is being opened.")) && !says(QStringLiteral("first.qdsnap")));
        QTRY_VERIFY(shown.page->session()->opened()->path == second && shown.page->isSettled());
        QVERIFY(says(QStringLiteral("Snapshot file second.qdsnap.")));
        // One that is not there leaves the words as they were.
        shown.page->openSnapshot(folder.filePath(QStringLiteral("third.qdsnap")));
        QVERIFY(says(QStringLiteral("third.qdsnap is being opened.")));
        QTRY_VERIFY(says(QStringLiteral("third.qdsnap was not opened.")) && shown.page->isSettled());
        QVERIFY(says(QStringLiteral("Snapshot file second.qdsnap.")));
        shown.page->session()->leaveFile();
        QVERIFY2(shown.page->sentence().text().startsWith(QStringLiteral("The snapshot of ")), qPrintable(shown.page->sentence().text()));
        QTRY_VERIFY(!shown.page->session()->isOpening() && shown.page->isSettled());
        settings::OpenedSnapshots.set({});
    }

    void theQuestionComesIntoViewWhenTheKeyboardReachesIt()
    {
        Shown shown(*m_desk, {936, 600});
        shown.page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(shown.page.get()));
        shown.askAndWait(backupQuestion);
        auto *bar = shown.page->findChild<QScrollArea *>()->verticalScrollBar();
        const auto isSeen = [&] { return shown.the<RetrievalAskBar>()->visibleRegion().boundingRect().size() == shown.the<RetrievalAskBar>()->size(); };
        shown.the<RetrievalQuality>()->setFocus();
        QTRY_VERIFY(bar->maximum() > 100);
        bar->setValue(30); // the bar is cut through
        QVERIFY(!isSeen());
        shown.page->filter()->setFocus(Qt::ShortcutFocusReason);
        QTRY_VERIFY(isSeen());
        // So do the other fields that a command leads to.
        bar->setValue(bar->maximum());
        for (const PageAction &action : shown.page->actions()) {
            if (action.title == QStringLiteral("Is a Quotation There?"))
                action.run();
        }
        QTRY_COMPARE(shown.the<RetrievalQuotationBar>()->visibleRegion().boundingRect().size(), shown.the<RetrievalQuotationBar>()->size());
    }

    // Six chunks of one page: two names are borne twice, and one heading is the page's own.
    void namesStandOnceAndTheMissingAreCountedByTheirKeys()
    {
        QTemporaryDir folder;
        QByteArray chunks, judgements;
        for (int i = 0; i < 6; ++i) {
            const QString section = i < 4 ? QStringLiteral("13.5. Serialization Failure Handling") : QStringLiteral("Parameters");
            chunks += retrievalLine({{QStringLiteral("id"), QStringLiteral("c%1").arg(i)}, {QStringLiteral("text"), i == 0 ? QStringLiteral("Serialization failures are retried.") : QStringLiteral("Deadlocks are something else, number %1.").arg(i)}, {QStringLiteral("title"), QStringLiteral("13.5. Serialization Failure Handling")}, {QStringLiteral("section"), section}, {QStringLiteral("page"), i < 2 ? 23 : 24}});
            judgements += retrievalLine({{QStringLiteral("query"), QStringLiteral("q1")}, {QStringLiteral("key"), QStringLiteral("c%1").arg(i)}, {QStringLiteral("grade"), i == 5 ? 0 : 1}});
        }
        writeRetrievalFile(folder.filePath(QStringLiteral("chunks.jsonl")), chunks);
        writeRetrievalFile(folder.filePath(QStringLiteral("questions.jsonl")), retrievalLine({{QStringLiteral("id"), QStringLiteral("q1")}, {QStringLiteral("text"), QStringLiteral("retried serialization failures")}}));
        writeRetrievalFile(folder.filePath(QStringLiteral("qrels.jsonl")), judgements);
        const QString path = folder.filePath(QStringLiteral("names.qdsnap"));
        QVERIFY(retrieval::importCorpus(folder.path(), path));
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        shown.page->openSnapshot(path);
        QTRY_VERIFY(shown.page->session()->isFile() && shown.page->isSettled());
        shown.askAndWait(QStringLiteral("retried serialization failures"));
        const auto &lines = shown.the<RetrievalAnswers>()->offline()->rows()->lines();
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().title, QStringLiteral("13.5. Serialization Failure Handling"));
        QCOMPARE(lines.first().place, QStringLiteral("p. 23"));
        // c1 to c4 are judged relevant and missing; c2 and c3 bear one name.
        const auto missing = shown.the<RetrievalWhyNotBar>()->missing();
        QCOMPARE(missing.size(), 4);
        QSet<QString> keys, names;
        for (const auto &[key, name] : missing) {
            keys << key;
            names << name;
        }
        QCOMPARE(keys, (QSet<QString>{QStringLiteral("c1"), QStringLiteral("c2"), QStringLiteral("c3"), QStringLiteral("c4")}));
        QCOMPARE(names.size(), 4);
        const auto buttons = shown.the<RetrievalWhyNotBar>()->findChildren<Button *>();
        const auto counted = std::find_if(buttons.cbegin(), buttons.cend(), [](const Button *button) { return button->text() == QStringLiteral("4 missing"); });
        QVERIFY(counted != buttons.cend());
        // Each leads to its own chunk.
        (*counted)->click();
        auto *menu = shown.the<RetrievalWhyNotBar>()->findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 4);
        const auto chosen = menu->actions();
        const auto ofThird = std::find_if(chosen.cbegin(), chosen.cend(), [](const QAction *action) { return action->text().endsWith(QStringLiteral("c3")); });
        QVERIFY(ofThird != chosen.cend());
        (*ofThird)->trigger();
        menu->close();
        QTRY_VERIFY(shown.page->isSettled() && shown.the<RetrievalResult>()->row() == shown.page->session()->corpus()->find("c3"));
        settings::OpenedSnapshots.set({});
    }

    void productionStandsBesideAndDifferencesHaveReasons()
    {
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        shown.answerAsProduction();
        const auto &comparison = *shown.page->session()->comparison();
        QCOMPARE(comparison.onlyOffline, 1);
        QVERIFY(comparison.moved >= 2);
        for (const auto &row : comparison.rows)
            QVERIFY(row.kind == retrieval::ComparedRow::Kind::Equal || !row.sentence.isEmpty());
        QVERIFY2(shown.page->sentence().fact.contains(QStringLiteral("at the same rank")), qPrintable(shown.page->sentence().fact));
        QCOMPARE(shown.the<RetrievalAnswers>()->production()->rows()->lines().size(), 9);
    }

    void whatProductionCannotAnswerIsSaid()
    {
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        shown.page->session()->takeProduction(failure(Error::Kind::Refused, QStringLiteral("Production refuses the search."), QStringLiteral("permission denied for function search_chunks")));
        QCOMPARE(shown.page->session()->production().why, QStringLiteral("Production refuses the search."));
        QVERIFY(!shown.the<RetrievalAnswers>()->offline()->rows()->lines().isEmpty());
    }

    void whyAChunkIsMissingIsFoundAndTheChangeBringsItBack()
    {
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        const auto &lines = shown.the<RetrievalAnswers>()->offline()->rows()->lines();
        auto settings = shown.page->session()->opened()->settings;
        settings.limit = 3;
        const QByteArray wanted = lines.at(4).key;
        shown.the<RetrievalAskBar>()->setSettings(settings);
        shown.askAndWait(backupQuestion);
        QCOMPARE(lines.size(), 3);
        auto *field = shown.the<RetrievalWhyNotBar>()->field();
        field->setText(QString::fromUtf8(wanted));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(shown.page->isSettled());
        const QString spoken = shown.the<RetrievalResult>()->spoken();
        QVERIFY2(spoken.contains(QStringLiteral("limit"), Qt::CaseInsensitive), qPrintable(spoken));
        Button *attempt = nullptr;
        for (auto *button : shown.the<RetrievalResult>()->findChildren<Button *>()) {
            if (button->text() == QStringLiteral("Try It") && !attempt)
                attempt = button;
        }
        QVERIFY(attempt);
        attempt->click();
        QTRY_VERIFY(shown.page->isSettled() && shown.the<RetrievalAnswers>()->offline()->rows()->find(wanted) >= 0);
    }

    void aKeyThatNobodyKnowsIsSaidToBeUnknown()
    {
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        emit shown.the<RetrievalWhyNotBar>()->asked("no such key");
        QTRY_VERIFY(shown.page->isSettled());
        QVERIFY2(!shown.the<RetrievalResult>()->spoken().isEmpty(), "nothing is said");
    }

    void judgedQuestionsAreEvaluatedAsTrecEvalWould()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        auto *evaluation = shown.the<RetrievalEvaluation>();
        QVERIFY(evaluation->hasRun());
        const auto run = retrieval::readRun(evaluation->trec());
        QVERIFY(run);
        retrieval::EvaluationSettings how;
        how.cutoffs = {10};
        const auto mean = retrieval::evaluate(*run, *shown.page->session()->opened()->judgements, how);
        QVERIFY(mean);
        QCOMPARE(evaluation->now()->perQuery.size(), 7);
        QVERIFY(std::abs(evaluation->now()->mean.first() - mean->mean.ndcgAt.first()) < 1e-6);
        QVERIFY(evaluation->csv().startsWith("query,question,nDCG@10"));
    }

    void aKeptRunIsWhatLaterOnesAreHeldAgainst()
    {
        {
            Shown shown(*m_desk);
            QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
            shown.the<RetrievalEvaluation>()->keep();
        }
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        auto *evaluation = shown.the<RetrievalEvaluation>();
        QVERIFY(evaluation->before());
        QVERIFY(evaluation->sentence().contains(QStringLiteral("as before")));
        auto settings = shown.page->session()->opened()->settings;
        settings.mode = retrieval::SearchSettings::Mode::Text;
        evaluation->setSettings(settings);
        evaluation->run();
        QTRY_VERIFY(shown.page->isSettled());
        QCOMPARE(shown.the<ChangeBars>()->changes().size(), 7);
        QFile::remove(RetrievalSession::snapshotPath(QStringLiteral("clerva")) + QStringLiteral(".run.json"));
    }

    // As one that was kept before the judgements were made anew.
    void aKeptRunOfOtherQuestionsIsNotComparedWith()
    {
        const QString kept = RetrievalSession::snapshotPath(QStringLiteral("clerva")) + QStringLiteral(".run.json");
        const auto removed = qScopeGuard([&] { QFile::remove(kept); });
        const auto rewrite = [&](const std::function<void(QJsonObject &)> &how) {
            QFile file(kept);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QJsonObject run = QJsonDocument::fromJson(file.readAll()).object();
            QJsonObject queries = run.value(QStringLiteral("perQuery")).toObject();
            how(queries);
            run.insert(QStringLiteral("perQuery"), queries);
            run.insert(QStringLiteral("mean"), QJsonArray{0.9, 0.9, 0.9, 0.9, 0.9});
            file.resize(0);
            file.seek(0);
            file.write(QJsonDocument(run).toJson());
        };
        {
            Shown shown(*m_desk);
            QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
            shown.the<RetrievalEvaluation>()->keep();
        }
        // One question is in both: its change counts, not that of the means.
        rewrite([](QJsonObject &queries) {
            for (const char *id : {"q2", "q3", "q4", "q5", "q6", "q7"})
                queries.remove(QLatin1String(id));
        });
        {
            Shown shown(*m_desk);
            QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
            const QString says = shown.the<RetrievalEvaluation>()->sentence();
            QVERIFY2(says.contains(QStringLiteral("as before")), qPrintable(says));
        }
        rewrite([](QJsonObject &queries) {
            queries.insert(QStringLiteral("another"), queries.value(QStringLiteral("q1")));
            queries.remove(QStringLiteral("q1"));
        });
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        const QString says = shown.the<RetrievalEvaluation>()->sentence();
        QVERIFY2(says.startsWith(QStringLiteral("nDCG@10 is")) && !says.contains(QLatin1Char(',')), qPrintable(says));
        const auto labels = shown.the<RetrievalEvaluation>()->findChildren<Label *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const Label *label) { return label->text().contains(QStringLiteral("is of other questions")); }));
    }

    // What is kept of the sample is not taken for what was kept of the deployment it stands in for.
    void whatIsKeptOfTheSampleIsKeptAsTheSamples()
    {
        if (!retrieval::sampleCorpusPath())
            QSKIP("this build has no sample");
        const QString own = RetrievalSession::snapshotPath(QStringLiteral("clerva-staging")), aside = own + QStringLiteral(".aside");
        QVERIFY(QFile::rename(own, aside));
        const auto back = qScopeGuard([&] { QFile::rename(aside, own); });
        m_desk->select(QStringLiteral("clerva-staging"));
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->session()->opened()->isSample && shown.page->isSettled() && shown.the<RetrievalEvaluation>()->hasRun());
        shown.the<RetrievalEvaluation>()->keep();
        QVERIFY(!QFile::exists(own + QStringLiteral(".run.json")));
        QVERIFY(QFile::remove(RetrievalSession::snapshotPath(QStringLiteral("sample")) + QStringLiteral(".run.json")));
    }

    void whatIsJudgedInPlaceIsKeptAndCounts()
    {
        QString key;
        {
            Shown shown(*m_desk);
            shown.askAndWait(backupQuestion);
            const AnswerLine line = shown.the<RetrievalAnswers>()->offline()->rows()->lines().at(7);
            key = QString::fromUtf8(line.key);
            QVERIFY(!shown.the<RetrievalEvaluation>()->gradeOf(backupQuestion, key));
            emit shown.the<RetrievalResult>()->judged(*line.row, 0);
            emit shown.the<RetrievalResult>()->judged(*line.row, 1);
        }
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        QCOMPARE(shown.the<RetrievalEvaluation>()->gradeOf(backupQuestion, key), std::optional(1));
        QVERIFY(QFile::remove(RetrievalSession::snapshotPath(QStringLiteral("clerva")) + QStringLiteral(".judgements.jsonl")));
    }

    void aSweepShowsItsPointsAndSaysWhatToSet()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        auto *sweep = shown.the<RetrievalSweep>();
        sweep->run();
        QTRY_VERIFY(shown.page->isSettled());
        QVERIFY2(sweep->csv().count('\n') > 3, sweep->csv().constData());
        QVERIFY2(sweep->meta().contains(QStringLiteral("7 question")), qPrintable(sweep->meta()));
    }

    void everySettingThatAppliesCanBeSwept_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("values");
        QTest::newRow("m") << QStringLiteral("m") << QStringLiteral("m = ") << 5;
        QTest::newRow("ef_construction") << QStringLiteral("ef_construction") << QStringLiteral("ef_construction = ") << 4;
        QTest::newRow("halfvec") << QStringLiteral("halfvec") << QString() << 2;
        QTest::newRow("threshold") << QStringLiteral("threshold") << QStringLiteral("1 - (embedding <=> $1) > ") << 19;
        QTest::newRow("limit") << QStringLiteral("limit") << QString() << 8;
        QTest::newRow("k") << QStringLiteral("rrf_k") << QString() << 7;
        QTest::newRow("weight") << QStringLiteral("weight") << QString() << 8;
    }
    void everySettingThatAppliesCanBeSwept()
    {
        QFETCH(QString, key);
        QFETCH(QString, sql);
        QFETCH(int, values);
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        auto *sweep = shown.the<RetrievalSweep>();
        sweep->choose(key);
        sweep->run();
        QTRY_VERIFY(shown.page->isSettled());
        QVERIFY2(sweep->csv().count('\n') > values, sweep->csv().constData());
        QVERIFY2(sweep->sql().contains(sql), qPrintable(sweep->sql() + sweep->says()));
        QVERIFY2(key == QStringLiteral("limit") || !sweep->says().isEmpty(), "nothing is suggested and nothing says why");
        // What is said stands below the chart and not on it.
        QVERIFY(QTest::qWaitForWindowExposed(shown.page.get()));
        const QRect chart = sweep->findChild<StatePane *>()->geometry();
        const auto said = sweep->findChildren<Label *>(QString(), Qt::FindDirectChildrenOnly);
        int below = 0;
        for (const Label *label : said) {
            if (!label->isVisible())
                continue;
            QTRY_VERIFY2(!label->geometry().intersects(chart), qPrintable(label->text()));
            ++below;
        }
        QVERIFY(below > 0);
    }

    void whatDoesNotApplyIsNotOfferedToASweep()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        auto *sweep = shown.the<RetrievalSweep>();
        const auto keys = [sweep] {
            QStringList all;
            for (const auto &choice : sweep->choices())
                all << choice.key;
            return all;
        };
        QVERIFY2(keys().contains(QStringLiteral("rrf_k")) && !keys().contains(QStringLiteral("lists")) && !keys().contains(QStringLiteral("iterative_scan")), qPrintable(keys().join(u' ')));
        auto settings = shown.page->session()->opened()->settings;
        settings.mode = retrieval::SearchSettings::Mode::Vector;
        sweep->setSettings(settings);
        QVERIFY(!keys().contains(QStringLiteral("rrf_k")) && !keys().contains(QStringLiteral("weight")));
        m_desk->select(QStringLiteral("clerva-staging"));
        Shown without(*m_desk);
        QTRY_VERIFY(without.page->session()->opened() && without.page->isSettled());
        QVERIFY(without.the<RetrievalSweep>()->choices().isEmpty());
    }

    void aSweepAsEachUserTellsWhatEachOneLoses()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        auto *sweep = shown.the<RetrievalSweep>();
        sweep->setAsEachUser(true);
        sweep->run();
        QTRY_VERIFY(shown.page->isSettled());
        QVERIFY2(sweep->meta().contains(QStringLiteral("14 question")), qPrintable(sweep->meta()));
        const TextTable groups = sweep->findChild<Table *>()->text();
        QStringList names;
        for (const QStringList &row : groups.rows)
            names << row.first();
        QVERIFY2(names.contains(QStringLiteral("user oncall-1")) && names.contains(QStringLiteral("user oncall-2")), qPrintable(names.join(u'|')));
    }

    void theSqlOfANewIndexIsThatOfProductionsOwn()
    {
        retrieval::CorpusIndex index;
        index.name = QStringLiteral("chunks_embedding_idx");
        index.definition = QStringLiteral("CREATE INDEX chunks_embedding_idx ON public.chunks USING hnsw (embedding vector_cosine_ops) WITH (m='16', ef_construction='200') WHERE (status = 'ready'::text)");
        index.efConstruction = 200;
        retrieval::SearchSettings from, to;
        from.scan = to.scan = retrieval::SearchSettings::Scan::Hnsw;
        to.m = 24;
        QCOMPARE(retrievalsweep::sqlOf(&index, 1536, from, to, QStringLiteral("900MB")),
            QStringLiteral("set maintenance_work_mem = '900MB';\n"
                           "create index concurrently on public.chunks using hnsw (embedding vector_cosine_ops) with (m = 24, ef_construction = 200) WHERE (status = 'ready'::text);\n"
                           "-- the planner takes it once the old one is gone: drop index concurrently public.chunks_embedding_idx;"));
        to = from;
        to.quantisation = retrieval::SearchSettings::Quantisation::Halfvec;
        const QString half = retrievalsweep::sqlOf(&index, 1536, from, to, {});
        QVERIFY2(half.contains(QStringLiteral("using hnsw ((embedding::halfvec(1536)) halfvec_cosine_ops) with (m = 16, ef_construction = 200)")), qPrintable(half));
        // Without a definition it is left open what nobody knows.
        QVERIFY(retrievalsweep::sqlOf(nullptr, 1536, from, to, {}).contains(QStringLiteral("…")));
        to = from;
        to.indexSettings.efSearch = 80;
        QCOMPARE(retrievalsweep::sqlOf(&index, 1536, from, to, {}), QStringLiteral("set local hnsw.ef_search = 80;"));
    }

    void similaritiesAreCountedOnBothSidesOfTheThreshold()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        auto settings = shown.page->session()->opened()->settings;
        settings.mode = retrieval::SearchSettings::Mode::Vector;
        settings.limit = 100;
        settings.threshold = retrieval::Threshold{retrieval::Threshold::On::Similarity, 0.3, false};
        shown.the<RetrievalAskBar>()->setSettings(settings);
        shown.askAndWait(backupQuestion);
        const auto &counts = shown.the<RetrievalSimilarities>()->counts();
        QVERIFY(counts && counts->threshold);
        QCOMPARE(counts->rows(), 48);
        QVERIFY(counts->passing > 0 && counts->cut > 0);
        // What the search returns without a limit that cuts is what passes.
        QCOMPARE(counts->passing, qint64(shown.page->session()->offline()->lines.size()));
        qint64 drawn = 0;
        for (const qint64 bar : counts->bars)
            drawn += bar;
        QCOMPARE(drawn, 48);
        settings.asUser = QStringLiteral("oncall-1");
        shown.the<RetrievalAskBar>()->setSettings(settings);
        shown.askAndWait(backupQuestion);
        QCOMPARE(counts->rows(), 24);
        settings.mode = retrieval::SearchSettings::Mode::Text;
        shown.the<RetrievalAskBar>()->setSettings(settings);
        shown.askAndWait(backupQuestion);
        QVERIFY(!counts);
    }

    void aQuotationIsFoundWordForWordWithItsPlace()
    {
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        auto *field = shown.the<RetrievalQuotationBar>()->field();
        field->setText(QStringLiteral("“A base backup is taken every night”"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(shown.page->isSettled());
        const QString spoken = shown.the<RetrievalResult>()->spoken();
        QVERIFY2(spoken.contains(QStringLiteral("word for word in Backup guide 1.1 p. 1: ")) && spoken.contains(QStringLiteral("characters 0 to 34 of its document")), qPrintable(spoken));
    }

    void whatIsCitedButNotThereIsSaidWithTheNearest()
    {
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        emit shown.the<RetrievalQuotationBar>()->asked(QStringLiteral("Dead rows are removed by vacuum, and by nothing else in the world"));
        QTRY_VERIFY(shown.page->isSettled());
        QString spoken = shown.the<RetrievalResult>()->spoken();
        QVERIFY2(spoken.contains(QStringLiteral("Cited, but not there")) && spoken.contains(QStringLiteral("6 of its 13 word")), qPrintable(spoken));
        emit shown.the<RetrievalQuotationBar>()->asked(QStringLiteral("dead rows are REMOVED by vacuum"));
        QTRY_VERIFY(shown.page->isSettled());
        spoken = shown.the<RetrievalResult>()->spoken();
        QVERIFY2(spoken.contains(QStringLiteral("Only case, spacing or punctuation")), qPrintable(spoken));
        emit shown.the<RetrievalQuotationBar>()->asked(QStringLiteral("“…!”"));
        QTRY_VERIFY(shown.page->isSettled());
        spoken = shown.the<RetrievalResult>()->spoken();
        QVERIFY2(spoken.contains(QStringLiteral("without a word")), qPrintable(spoken));
    }

    void aQuotationOfWhatAUserMayNotSeeIsSaid()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        auto settings = shown.page->session()->opened()->settings;
        settings.asUser = QStringLiteral("oncall-2");
        shown.the<RetrievalAskBar>()->setSettings(settings);
        shown.askAndWait(backupQuestion);
        emit shown.the<RetrievalQuotationBar>()->asked(QStringLiteral("See section 3 of the backup guide"));
        QTRY_VERIFY(shown.page->isSettled());
        const QString spoken = shown.the<RetrievalResult>()->spoken();
        QVERIFY2(spoken.contains(QStringLiteral("does not pass the filters")) && spoken.contains(QStringLiteral("not in the answer")), qPrintable(spoken));
    }

    void chunksAreCheckedUnasked()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        QVERIFY(shown.the<RetrievalQuality>()->quality());
        QCOMPARE(shown.the<RetrievalQuality>()->quality()->chunks, 48u);
    }

    void pagesLookAsDrawn_data()
    {
        QTest::addColumn<Theme::Mode>("mode");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << Theme::Mode::Light << QSize(1189, 1010);
        QTest::newRow("dark") << Theme::Mode::Dark << QSize(1189, 1010);
        QTest::newRow("small-light") << Theme::Mode::Light << QSize(1136, 632);
        QTest::newRow("small-dark") << Theme::Mode::Dark << QSize(1136, 632);
    }
    void pagesLookAsDrawn()
    {
        QFETCH(Theme::Mode, mode);
        QFETCH(QSize, size);
        Theme::instance().show(mode, 100);
        Shown shown(*m_desk, size);
        QVERIFY(QTest::qWaitForWindowExposed(shown.page.get()));
        shown.askAndWait(backupQuestion);
        shown.answerAsProduction();
        if (QWidget *focused = QApplication::focusWidget())
            focused->clearFocus();
        comparePicture(*shown.page, QStringLiteral("page-retrieval-") + QString::fromLatin1(QTest::currentDataTag()));
    }

    void chartsLookAsDrawn_data()
    {
        QTest::addColumn<Theme::Mode>("mode");
        QTest::newRow("light") << Theme::Mode::Light;
        QTest::newRow("dark") << Theme::Mode::Dark;
    }
    void chartsLookAsDrawn()
    {
        QFETCH(Theme::Mode, mode);
        Theme::instance().show(mode, 100);
        Panel panel(QStringLiteral("Recall@10 and speed"));
        auto *tradeoff = new TradeoffChart(QStringLiteral("Recall against time"));
        tradeoff->setGoal(0.95, 20);
        tradeoff->setCostTitle(QStringLiteral("p95 of the vector search, logarithmic"), [](double ms) { return format::duration(ms); });
        using Ring = TradeoffChart::Point::Ring;
        tradeoff->setLines({{QStringLiteral("hnsw ef_search"), 0, false, {{3.7, 0.842, QStringLiteral("10")}, {5.9, 0.921, QStringLiteral("20")}, {11, 0.962, QStringLiteral("ef_search 40"), {}, Ring::Now}, {17, 0.984, QStringLiteral("80"), {}, Ring::Suggested}, {31, 0.993, QStringLiteral("160")}, {58, 0.997, QStringLiteral("320"), {}, Ring::None, true}}},
            {QStringLiteral("ivfflat probes"), 1, true, {{2.4, 0.708, QStringLiteral("1")}, {3.9, 0.791, QStringLiteral("2")}, {7.6, 0.872, QStringLiteral("5")}, {14, 0.919, QStringLiteral("10")}, {27, 0.951, QStringLiteral("20")}, {52, 0.976, QStringLiteral("40")}, {101, 0.991, QStringLiteral("80")}}}});
        auto *bars = new ChangeBars(QStringLiteral("Change per question"));
        QList<ChangeBars::Change> changes;
        for (int i = 0; i < 120; ++i)
            changes << ChangeBars::Change{QString::number(i), QString::number(i), i < 48 ? 0.21 * std::pow(0.9, i) : i < 90 ? 0 : -0.19 * std::pow(0.9, 119 - i)};
        bars->setChanges(changes);
        panel.body()->addWidget(tradeoff, 1);
        panel.body()->addWidget(bars, 1);
        panel.resize(424, 640);
        comparePicture(panel, QStringLiteral("retrieval-charts-") + QString::fromLatin1(QTest::currentDataTag()));
    }

    void similaritiesLookAsDrawn_data() { chartsLookAsDrawn_data(); }
    void similaritiesLookAsDrawn()
    {
        QFETCH(Theme::Mode, mode);
        Theme::instance().show(mode, 100);
        Panel panel(QStringLiteral("Similarities of the question"));
        SimilarityCounts counts;
        counts.begin = 0;
        for (int i = 0; i < 40; ++i)
            counts.bars << qint64(900 * std::exp(-(i - 12) * (i - 12) / 60.0)) + (i == 38);
        counts.threshold = 0.5;
        counts.cut = 11200;
        counts.passing = 214;
        counts.answered = {0.77, 0.64, 0.62, 0.61, 0.6, 0.58};
        auto *bars = new SimilarityBars;
        bars->setCounts(counts);
        panel.body()->addWidget(bars, 1);
        counts.isSimilarity = counts.passesAbove = false;
        counts.threshold = 0.03;
        auto *distances = new SimilarityBars;
        distances->setCounts(counts);
        panel.body()->addWidget(distances, 1);
        QVERIFY2(bars->barWords(38).contains(QStringLiteral("0.76 to 0.78: 1 rows")), qPrintable(bars->barWords(38)));
        panel.resize(424, 440);
        comparePicture(panel, QStringLiteral("retrieval-similarities-") + QString::fromLatin1(QTest::currentDataTag()));
    }

    void tabGoesDownThePageAsTheEyeDoes()
    {
        Shown shown(*m_desk);
        shown.askAndWait(backupQuestion);
        shown.answerAsProduction();
        QVERIFY(QTest::qWaitForWindowExposed(shown.page.get()));
        QStringList met;
        QWidget *begin = shown.the<QuestionField>();
        for (QWidget *each = begin->nextInFocusChain(); each != begin; each = each->nextInFocusChain()) {
            if (shown.page->isAncestorOf(each) && (each->focusPolicy() & Qt::TabFocus) && each->isVisible())
                met << QStringLiteral("%1/%2").arg(QString::fromLatin1(each->metaObject()->className()), each->accessibleName());
        }
        const auto at = [&](const QWidget *widget) {
            int place = 0;
            for (QWidget *each = begin->nextInFocusChain(); each != begin; each = each->nextInFocusChain(), ++place) {
                if (each == widget)
                    return place;
            }
            return -1;
        };
        const QList<const QWidget *> wanted{shown.the<RetrievalAnswers>()->production(), shown.the<RetrievalAnswers>()->offline(), shown.the<RetrievalWhyNotBar>()->field(), shown.the<RetrievalQuotationBar>()->field(), shown.the<RetrievalResult>()->findChild<QTextBrowser *>(), shown.the<RetrievalSweep>()->findChild<Button *>(), shown.the<RetrievalEvaluation>()->findChild<Table *>(), shown.the<RetrievalSimilarities>()->bars()};
        for (qsizetype i = 1; i < wanted.size(); ++i)
            QVERIFY2(at(wanted[i]) > at(wanted[i - 1]), qPrintable(QStringLiteral("%1 comes before %2: %3").arg(wanted[i]->accessibleName(), wanted[i - 1]->accessibleName(), met.join(QStringLiteral(", ")))));
    }

    void nothingThatIsPressedLacksAName()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        shown.ask(backupQuestion);
        QTRY_VERIFY(shown.page->session()->offline() && shown.page->isSettled());
        QVERIFY(QTest::qWaitForWindowExposed(shown.page.get()));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(); // what was shown last is laid out
        QCOMPARE(unnamed(shown.page.get()).join(u' '), QString());
        // The drawer's close button is a sign of fixed width, not words.
        QCOMPARE(clipped(shown.page.get()).filter(QRegularExpression(QStringLiteral("^(?!button ×)"))).join(u' '), QString());
    }

private:
    std::unique_ptr<FixedDesk> m_desk;
    QString m_spoken;
};

QTEST_MAIN(RetrievalPageTest)
#include "retrieval_page_test.moc"
