// That translated strings reach the screen: the file may be complete and its contexts wrong.

#include "widgets/pages/overviewpage.h"

#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace qd;

class TranslationTest : public QObject
{
    Q_OBJECT

private slots:
    void classesAreAskedForByTheContextsOfTheFile()
    {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/translations/quarterdeck_de.qm")));
        QCoreApplication::installTranslator(&german);
        QCOMPARE(OverviewPage::tr("Service health"), QStringLiteral("Dienstzustand"));
        QCoreApplication::removeTranslator(&german);
        QCOMPARE(OverviewPage::tr("Service health"), QStringLiteral("Service health"));
    }

    // A class with a meta object asks by its full name.
    void noContextLacksItsNamespace()
    {
        QFile file(QStringLiteral(QUARTERDECK_SOURCE "/translations/quarterdeck_de.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader reader(&file);
        QStringList bare;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("name")) {
                const QString context = reader.readElementText();
                const bool isClass = context.endsWith(QLatin1String("Page")) || context.endsWith(QLatin1String("Dialog")) || context.endsWith(QLatin1String("Window")) || context.endsWith(QLatin1String("Model"));
                if (isClass && !context.startsWith(QLatin1String("qd::")))
                    bare << context;
            }
        }
        QCOMPARE(bare, QStringList());
    }

    void englishHasPlurals()
    {
        QTranslator english;
        QVERIFY(english.load(QStringLiteral(":/translations/quarterdeck_en.qm")));
        QCoreApplication::installTranslator(&english);
        QCOMPARE(OverviewPage::tr("%n deployment(s)", nullptr, 1), QStringLiteral("1 deployment"));
        QCOMPARE(OverviewPage::tr("%n deployment(s)", nullptr, 6), QStringLiteral("6 deployments"));
        QCoreApplication::removeTranslator(&english);
    }
};

QTEST_GUILESS_MAIN(TranslationTest)
#include "translation_test.moc"
