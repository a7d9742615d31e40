// [retrieval] of a profile, and what is proposed for a database without one.

#include "deployments/profile.h"
#include "deployments/retrievalproposal.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <QTest>

using namespace qd;
using namespace qd::test;

static const QByteArray Source = "id = \"mine\"\n\n[[retrieval.sources]]\ntable = \"chunks\"\nkey = \"id\"\ntext = \"content\"\n";

class RetrievalTest : public QObject
{
    Q_OBJECT

private slots:
    void shippedProfilesKnowWhereChunksLie()
    {
        const Profiles profiles = Profiles::load({});
        const RetrievalProfile &clerva = profiles.find(QStringLiteral("clerva"))->retrieval;
        QCOMPARE(clerva.sources.size(), 1);
        QCOMPARE(clerva.sources[0].documents.owner.column, QStringLiteral("user_id"));
        QCOMPARE(clerva.search({})->function, QStringLiteral("search_chunks"));
        QCOMPARE(clerva.search({})->settings.value(QStringLiteral("threshold")).toObject().value(QStringLiteral("bound")).toDouble(), 0.7);
        const RetrievalProfile &specs = profiles.find(QStringLiteral("spec-agents"))->retrieval;
        QCOMPARE(specs.searches.size(), 3);
        QCOMPARE(specs.feedback.first().grades.value(QStringLiteral("correct")), 2);
        QCOMPARE(specs.source(QStringLiteral("chunks"))->tsvector, QStringLiteral("search_vector"));
        QCOMPARE(specs.search({})->cache.key, QStringLiteral("query:{text}"));
        QCOMPARE(specs.search({})->cache.keptSeconds, 3600);
        QVERIFY(!profiles.find(QStringLiteral("ara"))->retrieval.search({})->statement.isEmpty());
        QVERIFY(profiles.find(QStringLiteral("steward"))->retrieval.isEmpty());
        QVERIFY(!specs.source(QStringLiteral("nothing")));
    }

    void mistakesAreSaidWithTheirLine_data()
    {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("says");
        QTest::newRow("no text") << QByteArray("id = \"mine\"\n[[retrieval.sources]]\ntable = \"chunks\"\nkey = \"id\"\n") << 2 << QStringLiteral("“text” is missing");
        QTest::newRow("a typo") << Source + "embeding = \"e\"\n" << 7 << QStringLiteral("did you mean “embedding”");
        QTest::newRow("key in JSON") << QByteArray("id = \"mine\"\n[[retrieval.sources]]\ntable = \"c\"\ntext = \"t\"\nkey = \"meta.id\"\n") << 5 << QStringLiteral("should be a column");
        QTest::newRow("documents without a reference") << Source + "documents = { table = \"d\", key = \"id\" }\n" << 7 << QStringLiteral("needs “document”");
        QTest::newRow("two owners") << Source + "document = \"d\"\nowner = \"u\"\ndocuments = { table = \"d\", key = \"id\", owner = \"u\" }\n" << 8 << QStringLiteral("both are given");
        QTest::newRow("two kinds of words") << Source + "tsvector = \"w\"\nconfiguration = \"english\"\nanalysed = \"t.a || t.b\"\n" << 9 << QStringLiteral("both are given");
        QTest::newRow("more than an expression") << Source + "where = \"true; drop table chunks\"\n" << 7 << QStringLiteral("without semicolons");
        QTest::newRow("search of nothing") << Source + "[[retrieval.searches]]\nname = \"s\"\n" << 7 << QStringLiteral("“function” or “statement”");
        QTest::newRow("search elsewhere") << Source + "[[retrieval.searches]]\nfunction = \"f\"\nsource = \"other\"\n" << 7 << QStringLiteral("no source “other”");
        QTest::newRow("an argument that means nothing") << Source + "[[retrieval.searches]]\nfunction = \"f\"\narguments = { q = \"embeding\" }\n" << 9 << QStringLiteral("one of: embedding, text");
        QTest::newRow("a statement that ends") << Source + "[[retrieval.searches]]\nname = \"s\"\nstatement = \"select 1; select 2\"\n" << 9 << QStringLiteral("without semicolons");
        QTest::newRow("a cache without the question") << Source + "[[retrieval.searches]]\nfunction = \"f\"\ncache = { key = \"query\" }\n" << 9 << QStringLiteral("{text}");
        QTest::newRow("feedback without grades") << Source + "[[retrieval.feedback]]\ntable = \"f\"\nquestion = \"q\"\nrating = \"r\"\nsources = \"s\"\n" << 7 << QStringLiteral("“grades”");
        QTest::newRow("a grade that is none") << Source + "[[retrieval.feedback]]\ntable = \"f\"\nquestion = \"q\"\nrating = \"r\"\nsources = \"s\"\ngrades = { good = \"yes\" }\n" << 12 << QStringLiteral("grade from 0 to 10");
    }

    void mistakesAreSaidWithTheirLine()
    {
        QFETCH(QByteArray, toml);
        QFETCH(int, line);
        QFETCH(QString, says);
        const auto profile = parseProfile(toml, QStringLiteral("my.toml"));
        QVERIFY(!profile);
        QVERIFY2(profile.error().message.startsWith(QStringLiteral("my.toml, line %1:").arg(line)), qPrintable(profile.error().message));
        QVERIFY2(profile.error().message.contains(says), qPrintable(profile.error().message));
    }

    void anUnknownDatabaseGetsAProposal()
    {
        const Cluster cluster;
        cluster.execute(QStringLiteral("create table files (id serial primary key, \"ownerId\" int, filename text, state text);"
                                       "create table passages (uuid uuid primary key, \"fileId\" int references files (id), \"chunkIndex\" int, body text, embedding real[], extra jsonb, words tsvector, page int);"
                                       "create table prices (id int primary key, name text, levels float8[]); create table numbers (id int primary key, embedding real[]);"));
        Deployment deployment;
        deployment.name = QStringLiteral("unknown");
        deployment.database = cluster.parameters();
        deployment.secret = QStringLiteral("none");
        Target target(deployment, nullptr, nullptr, Clock::system());
        const auto proposed = await(proposeRetrieval(&target));
        QVERIFY_OK(proposed);
        QCOMPARE(proposed->size(), 1);
        const RetrievalSource &source = proposed->first().source;
        QCOMPARE(source.table, QStringLiteral("passages"));
        QCOMPARE(source.key.column, QStringLiteral("uuid"));
        QCOMPARE(source.text.column, QStringLiteral("body"));
        QCOMPARE(source.embedding, QStringLiteral("embedding"));
        QCOMPARE(source.tsvector, QStringLiteral("words"));
        QCOMPARE(source.ordinal.column, QStringLiteral("chunkIndex"));
        QCOMPARE(source.page.column, QStringLiteral("page"));
        QCOMPARE(source.metadata.column, QStringLiteral("extra"));
        QCOMPARE(source.document.column, QStringLiteral("fileId"));
        QCOMPARE(source.documents.table, QStringLiteral("files"));
        QCOMPARE(source.documents.owner.column, QStringLiteral("ownerId"));
        QCOMPARE(source.documents.status.column, QStringLiteral("state"));
        QCOMPARE(source.documents.title.column, QStringLiteral("filename"));
        QVERIFY(proposed->first().because.contains(QStringLiteral("public.passages has embeddings in embedding and texts in body.")));
        // What is proposed can be written into a profile and read back.
        Profile profile;
        profile.id = profile.name = QStringLiteral("mine");
        profile.retrieval.sources << source;
        const auto again = parseProfile(toToml(profile), QStringLiteral("x"));
        QVERIFY_OK(again);
        QCOMPARE(again->retrieval, profile.retrieval);
    }
};

QTEST_GUILESS_MAIN(RetrievalTest)
#include "retrieval_test.moc"
