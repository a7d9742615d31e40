// The retrieval page on a small corpus: what it answers, how it explains, why something is missing,
// what it says when nothing can be asked, and how it looks.

#include "widgets/support/access.h"
#include "widgets/support/fixeddesk.h"
#include "widgets/support/pictures.h"
#include "widgets/support/retrievalcorpus.h"

#include "widgets/controls/button.h"
#include "widgets/controls/message.h"
#include "widgets/controls/statepane.h"
#include "widgets/pages/retrievalanswers.h"
#include "widgets/pages/retrievalaskbar.h"
#include "widgets/pages/retrievalpage.h"
#include "widgets/pages/retrievalresult.h"

#include <QLocale>
#include <QSignalSpy>

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
    template <typename T>
    T *the() const { return page->findChild<T *>(); }

    std::unique_ptr<RetrievalPage> page;
};

} // namespace

class RetrievalPageTest : public QObject
{
    Q_OBJECT

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
    void init() { m_desk->select(QStringLiteral("clerva")); }
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

    void nothingThatIsPressedLacksAName()
    {
        Shown shown(*m_desk);
        QTRY_VERIFY(shown.page->session()->opened() && shown.page->isSettled());
        shown.ask(backupQuestion);
        QTRY_VERIFY(shown.page->session()->offline() && shown.page->isSettled());
        QCOMPARE(unnamed(shown.page.get()), QStringList());
        QCOMPARE(clipped(shown.page.get()), QStringList());
    }

private:
    std::unique_ptr<FixedDesk> m_desk;
};

QTEST_MAIN(RetrievalPageTest)
#include "retrieval_page_test.moc"
