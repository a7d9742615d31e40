#include "demo/fleet.h"

#include <QTest>

using namespace qd;

class FleetTest : public QObject
{
    Q_OBJECT

private slots:
    void starts()
    {
        demo::Fleet fleet;
        QElapsedTimer time;
        time.start();
        connect(&fleet, &demo::Fleet::progress, this, [&time](const QString &says) { qInfo("%lld ms %s", time.elapsed(), qPrintable(says)); });
        auto reply = fleet.start();
        QTRY_VERIFY_WITH_TIMEOUT(reply.isFinished(), 60000);
        if (!reply.result())
            qInfo("%s\n%s", qPrintable(reply.result().error().message), qPrintable(reply.result().error().detail));
        QVERIFY(reply.result().has_value());
        qInfo("started in %lld ms", time.elapsed());
        if (qEnvironmentVariableIsSet("KEEP")) {
            qInfo("%s %s %s", qPrintable(fleet.folder()), fleet.deployments().at(0).database.value("port").constData(), fleet.deployments().at(0).database.password.reveal().constData());
            QTest::qWait(qEnvironmentVariableIntValue("KEEP") * 1000);
        }
        auto stopped = fleet.stop();
        QTRY_VERIFY_WITH_TIMEOUT(stopped.isFinished(), 60000);
        QVERIFY(stopped.result().has_value());
    }
};

QTEST_GUILESS_MAIN(FleetTest)
#include "fleet_test.moc"
