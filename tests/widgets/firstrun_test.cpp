#include "widgets/support/access.h"
#include "widgets/support/fixeddesk.h"
#include "widgets/support/pictures.h"

#include "widgets/controls/button.h"
#include "widgets/pages/addressfield.h"
#include "widgets/pages/advancedconnection.h"
#include "widgets/pages/connectform.h"
#include "widgets/pages/firstrunpage.h"
#include "widgets/pages/teststeps.h"
#include "widgets/window/mainwindow.h"

#include <QClipboard>
#include <QMimeData>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

using namespace qd;
using namespace qd::test;

namespace {

struct FirstRun
{
    FixedDesk desk;
    std::unique_ptr<FirstRunPage> page = std::make_unique<FirstRunPage>(&desk);

    FirstRun()
    {
        page->resize(1240, 850);
        page->show();
    }
    void paste(const QString &text) const
    {
        QApplication::clipboard()->setText(text);
        QTest::keyClick(page->form()->address(), Qt::Key_V, Qt::ControlModifier);
    }
};

const QString Address = QStringLiteral("postgres://quarterdeck_ro:s3cret%21x@db.clerva.example:6543/postgres");

} // namespace

class FirstRunTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale::c());
        Theme::start();
    }
    void init() { Theme::instance().show(Theme::Mode::Light); }

    void theFirstRunLooksAsDrawn_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void theFirstRunLooksAsDrawn()
    {
        QFETCH(bool, isDark);
        Theme::instance().show(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
        FixedDesk desk;
        MainWindow window(&desk);
        window.setConnectPage([](Desk *at) { return new FirstRunPage(at); });
        window.registerPage({QStringLiteral("overview"), QStringLiteral("Overview"), QStringLiteral("compass"), QStringLiteral("Watch"), QStringLiteral("Ctrl+1"), [](Desk *at) { return new FirstRunPage(at); }});
        window.resize(1440, 900);
        window.start();
        window.resize(1440, 900);
        window.show();
        auto *page = qobject_cast<FirstRunPage *>(window.currentPage());
        QVERIFY(page);
        QApplication::clipboard()->setText(Address);
        QTest::keyClick(page->form()->address(), Qt::Key_V, Qt::ControlModifier);
        const auto step = [&](const char *title, State state, const char *says, int ms) {
            TestStep made;
            made.check.title = QString::fromLatin1(title);
            made.check.state = state;
            made.check.says = QString::fromLatin1(says);
            made.took = std::chrono::milliseconds(ms);
            page->steps()->add(made);
        };
        step("Login", State::Ok, "as quarterdeck_ro, TLS 1.3, PostgreSQL 15.8", 142);
        step("Role", State::Ok, "can only read; pg_monitor is granted", 12);
        step("Telemetry", State::Warning, "no index to read agent_telemetry by", 9);
        page->form()->setDetected(QStringLiteral("clerva"), QStringLiteral("found 5 of 5 Clerva tables"), State::Ok);
        page->form()->address()->setCursorPosition(0);
        page->testButton()->setFocus(Qt::OtherFocusReason);
        comparePicture(window, isDark ? QStringLiteral("firstrun-dark") : QStringLiteral("firstrun-light"));
    }

    void aPastedAddressFillsTheFormAndHidesThePassword()
    {
        FirstRun run;
        run.paste(Address);
        AddressField *field = run.page->form()->address();
        QVERIFY(!field->text().contains(QStringLiteral("s3cret")));
        QVERIFY(field->text().contains(QStringLiteral("••••••••@db.clerva.example:6543")));
        QCOMPARE(run.page->form()->password().reveal(), QByteArray("s3cret!x"));
        QCOMPARE(run.page->form()->name()->text(), QStringLiteral("db"));
        QCOMPARE(run.page->form()->environment(), Environment::Production);
        const Result<Deployment> made = run.page->form()->deployment();
        QVERIFY(made);
        QVERIFY(made->database.password.isEmpty());
        QCOMPARE(made->database.value("port"), QByteArray("6543"));
        QCOMPARE(made->secret, QStringLiteral("keychain"));
    }
    void theEyeShowsThePasswordAndHidesItAgain()
    {
        FirstRun run;
        run.paste(Address);
        AddressField *field = run.page->form()->address();
        auto *eye = field->findChild<Button *>();
        eye->click();
        QVERIFY(field->text().contains(QStringLiteral("s3cret")));
        eye->click();
        QVERIFY(!field->text().contains(QStringLiteral("s3cret")));
        QCOMPARE(run.page->form()->password().reveal(), QByteArray("s3cret!x"));
    }
    void editingTheAddressKeepsTheHiddenPassword()
    {
        FirstRun run;
        run.paste(Address);
        AddressField *field = run.page->form()->address();
        field->setCursorPosition(int(field->text().size()));
        QTest::keyClicks(field, QStringLiteral("2"));
        QCOMPARE(run.page->form()->password().reveal(), QByteArray("s3cret!x"));
        QCOMPARE(field->parameters()->value("dbname"), QByteArray("postgres2"));
    }
    void aTypedPasswordIsHiddenWhenTheFieldIsLeft()
    {
        FirstRun run;
        AddressField *field = run.page->form()->address();
        QTest::keyClicks(field, QStringLiteral("postgres://a:typed@localhost/app"));
        QCOMPARE(run.page->form()->password().reveal(), QByteArray("typed"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!field->text().contains(QStringLiteral("typed")));
        QCOMPARE(run.page->form()->password().reveal(), QByteArray("typed"));
        QCOMPARE(run.page->form()->environment(), Environment::Local);
    }
    void passwordsInQueriesAndPairsAreHiddenToo()
    {
        QString found;
        QVERIFY(!maskedAddress(QStringLiteral("host=h password=abc dbname=d"), &found).contains(QStringLiteral("abc")));
        QCOMPARE(found, QStringLiteral("abc"));
        QVERIFY(!maskedAddress(QStringLiteral("postgres://h/d?user=u&password=xyz"), &found).contains(QStringLiteral("xyz")));
        QCOMPARE(maskedAddress(QStringLiteral("postgres://u@h/d")), QStringLiteral("postgres://u@h/d"));
    }
    void anAddressThatIsNotUnderstoodIsSaidBelowIt()
    {
        FirstRun run;
        run.paste(QStringLiteral("postgres://host:notaport/db"));
        QVERIFY(!run.page->testButton()->isEnabled());
        QVERIFY(!run.page->connectButton()->isEnabled());
        bool isSaid = false;
        for (const auto *label : run.page->findChildren<QLabel *>())
            isSaid = isSaid || (!label->text().isEmpty() && label->text() == run.page->form()->address()->parameters().error().message);
        QVERIFY(isSaid);
    }
    void aWholeDotEnvOffersWhatIsInIt()
    {
        FirstRun run;
        run.paste(QStringLiteral("NODE_ENV=production\nDATABASE_URL=\"postgres://a:b@pooler.x.example:6543/db\"\nDIRECT_URL=postgres://a:b@db.x.example:5432/db\n"));
        QVERIFY(run.page->form()->address()->text().contains(QStringLiteral("db.x.example:5432")));
        QStringList links;
        for (const auto *button : run.page->form()->findChildren<Button *>())
            links << button->text();
        QVERIFY(links.contains(QStringLiteral("DATABASE_URL")));
        QVERIFY(!run.page->form()->address()->text().contains(QStringLiteral(":b@")));
    }
    void connectingComesAfterATestOrOnPurposeWithoutOne()
    {
        FirstRun run;
        run.paste(Address);
        QVERIFY(run.page->testButton()->isEnabled());
        QVERIFY(!run.page->connectButton()->isEnabled());
        for (auto *button : run.page->findChildren<Button *>()) {
            if (button->text() == QStringLiteral("Connect without a test"))
                button->click();
        }
        QTRY_COMPARE(run.desk.held.size(), 1);
        QVERIFY(run.desk.held[0].database.password.isEmpty());
        QCOMPARE(run.desk.passwords.value(QStringLiteral("db")).reveal(), QByteArray("s3cret!x"));
        QTRY_COMPARE(run.desk.current(), QStringLiteral("db"));
    }
    void aRefusalStaysOnThePage()
    {
        FirstRun run;
        run.desk.refusal = Error{Error::Kind::Refused, QStringLiteral("The keychain is locked.")};
        run.paste(Address);
        for (auto *button : run.page->findChildren<Button *>()) {
            if (button->text() == QStringLiteral("Connect without a test"))
                button->click();
        }
        const auto isSaid = [&run] {
            const auto labels = run.page->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->isVisible() && label->text() == QStringLiteral("The keychain is locked."); });
        };
        QTRY_VERIFY(isSaid());
    }
    void aTestThatFailsShowsItsStepsAndDoesNotConnect()
    {
        // A port on which nobody listens.
        quint16 port = 0;
        {
            QTcpServer server;
            QVERIFY(server.listen(QHostAddress::LocalHost));
            port = server.serverPort();
        }
        FirstRun run;
        run.paste(QStringLiteral("postgres://a:b@127.0.0.1:%1/db").arg(port));
        run.page->testButton()->click();
        QTRY_VERIFY(run.page->testButton()->text() == QStringLiteral("Test again"));
        QVERIFY(run.page->steps()->count() >= 2);
        QVERIFY(!run.page->connectButton()->isEnabled());
    }
    void everyKeywordCanBeSetAndEncryptionIsSaidInWords()
    {
        FirstRun run;
        run.paste(Address);
        run.page->form()->toggleAdvanced();
        QVERIFY(AdvancedConnection::keywords().contains(QStringLiteral("target_session_attrs")));
        auto *advanced = run.page->form()->findChild<AdvancedConnection *>();
        QVERIFY(advanced && advanced->isVisible());
        advanced->setTunnel(QStringLiteral("bastion"));
        advanced->setSecret(QStringLiteral("env:CLERVA_PW"));
        const auto made = run.page->form()->deployment();
        QVERIFY(made);
        QCOMPARE(made->sshTunnel, QStringLiteral("bastion"));
        QCOMPARE(made->secret, QStringLiteral("env:CLERVA_PW"));
    }
    void editingFillsTheFormAndKeepsTheName()
    {
        FirstRun run;
        run.desk.populate();
        run.desk.held[0].database = *pg::Parameters::fromText(QStringLiteral("postgres://u@h.example/d"));
        run.page->open(QStringLiteral("clerva"));
        QCOMPARE(run.page->form()->name()->text(), QStringLiteral("Clerva"));
        run.page->form()->name()->setText(QStringLiteral("Clerva EU"));
        const auto made = run.page->form()->deployment();
        QVERIFY(made);
        QCOMPARE(made->name, QStringLiteral("clerva"));
        QCOMPARE(made->title, QStringLiteral("Clerva EU"));
    }
    void exploringTheDemoSelectsADeployment()
    {
        FirstRun run;
        for (auto *button : run.page->findChildren<Button *>()) {
            if (button->text() == QStringLiteral("Explore the demo"))
                button->click();
        }
        QTRY_COMPARE(run.desk.current(), QStringLiteral("clerva"));
    }
    void nothingClaimsWhatTheServerDoesNotPromise()
    {
        FirstRun run;
        for (const auto *label : run.page->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(QStringLiteral("default_transaction_read_only")));
    }
    void everythingThatCanBeUsedHasANameAndFits()
    {
        for (const int percent : {100, 150}) {
            Theme::instance().show(Theme::Mode::Light, percent);
            FirstRun run;
            run.page->form()->toggleAdvanced();
            QCOMPARE(unnamed(run.page.get()), QStringList());
            QCOMPARE(clipped(run.page.get()), QStringList());
        }
    }
};

QTEST_MAIN(FirstRunTest)
#include "firstrun_test.moc"
