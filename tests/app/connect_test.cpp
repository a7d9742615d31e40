// Somebody pastes an address: of a database of which nobody knows anything, and without a test.
#include "app/application.h"
#include "reports/cost.h"
#include "reports/latency.h"
#include "support/cluster.h"

#include "widgets/controls/button.h"
#include "widgets/pages/addressfield.h"
#include "widgets/pages/connectform.h"
#include "widgets/pages/firstrunpage.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::app;

class ConnectTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::Cluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Application> m_application;
    std::unique_ptr<FirstRunPage> m_page;

    Button *button(const char *begins) const
    {
        for (auto *one : m_page->findChildren<Button *>()) {
            if (one->text().startsWith(QLatin1String(begins)))
                return one;
        }
        return nullptr;
    }
    void paste(const QString &text) const
    {
        QApplication::clipboard()->setText(text);
        QTest::keyClick(m_page->form()->address(), Qt::Key_V, Qt::ControlModifier);
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        Theme::start();
        m_cluster = std::make_unique<test::Cluster>();
        m_cluster->execute(QStringLiteral("create table llm_calls (id bigserial primary key, created_at timestamptz not null default now(), model text, latency_ms float8, prompt_tokens int, completion_tokens int, cost_usd numeric(10,6), error text);"
                                          "create index on llm_calls (created_at);"
                                          "insert into llm_calls (created_at, model, latency_ms, prompt_tokens, completion_tokens, cost_usd) select now() - interval '1 minute' * g, 'gpt-4o', 100 + g, 1000, 100, 0.01 from generate_series(300, 1, -1) g"));
    }
    void cleanupTestCase() { m_cluster.reset(); }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("QUARTERDECK_HOME", m_home->path().toLocal8Bit());
        m_application = std::make_unique<Application>(Clock::system(), Application::Start{});
        m_page = std::make_unique<FirstRunPage>(m_application.get());
        m_page->resize(1240, 850);
        m_page->show();
    }
    void cleanup()
    {
        m_page.reset();
        m_application.reset();
    }

    void anUnknownDatabaseIsLookedThroughAndItsMappingUsed()
    {
        paste(QString::fromUtf8(m_cluster->parameters().uri()));
        m_page->testButton()->click();
        QTRY_VERIFY(button("Use public.llm_calls"));
        // Why it is proposed stands there in sentences.
        bool isExplained = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            isExplained = isExplained || (label->text().contains(QStringLiteral("latency_ms")) && label->text().contains(QStringLiteral("looks like telemetry. It ")));
        QVERIFY(isExplained);
        button("Use public.llm_calls")->click();
        // The mapping is a profile from now on, and the form has it under its id.
        const auto isMapped = [](const Profiles &profiles, const QString &id) {
            const Profile *profile = profiles.find(id);
            return profile && profile->sources.size() == 1 && profile->sources.first().table == QStringLiteral("llm_calls");
        };
        const QString id = m_page->form()->detected();
        QVERIFY2(isMapped(m_application->profiles(), id), qPrintable(id));
        QVERIFY(isMapped(Setup(Clock::system()).profiles(), id));

        // And Connect leads to figures: what was proposed is what is read.
        QTRY_VERIFY(button("Connect") && button("Connect")->isEnabled());
        button("Connect")->click();
        QTRY_VERIFY(!m_application->current().isEmpty());
        const auto inputs = [this] { return m_application->inputs(m_application->current()); };
        QTRY_VERIFY(inputs() && inputs()->mirror && inputs()->mirror->coverage().rows == 300);
        QCOMPARE(inputs()->profile->id, id);
        m_application->setRange(*RangeRequest::parse(QStringLiteral("24h")));
        const reports::CostReport cost = reports::costReport(*inputs(), {});
        QCOMPARE(cost.total.recorded, Money::fromMicros(3'000'000)); // 300 calls of a cent
        const reports::LatencyReport latency = reports::latencyReport(*inputs());
        QVERIFY2(!latency.operations.isEmpty() && latency.operations.first().calls == 300, qPrintable(latency.sentence.text()));
    }

    void withoutATestTheDeploymentIsKeptAndTheFileStaysReadable()
    {
        paste(QStringLiteral("postgres://app@db.example/app"));
        button("Connect without a test")->click();
        QTRY_VERIFY(!m_application->current().isEmpty());
        Setup again(Clock::system());
        QVERIFY2(!again.error(), again.error() ? qPrintable(again.error()->message) : "");
        QCOMPARE(again.deployments().size(), 1);
        QVERIFY(again.profiles().find(again.deployments().first().profile));
    }
};

QTEST_MAIN(ConnectTest)
#include "connect_test.moc"
