// The retrieval engine from the command line: a folder becomes a snapshot, the snapshot answers.
#include "app/program.h"
#include "providers/scriptedserver.h"

#include <QTemporaryFile>

#include <cmath>

using namespace qd::test;

class RetrievalCommandTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Program> m_program;

    Ended run(const QStringList &words) const { return m_program->run(QStringList{QStringLiteral("retrieval")} + words); }
    QString snapshot() const { return m_program->file(QStringLiteral("notes.qdsnapshot")); }
    static QStringList idsOf(const Ended &ended)
    {
        QStringList ids;
        for (const QJsonValue &row : ended.data().value(QStringLiteral("results")).toArray())
            ids << row.toObject().value(QStringLiteral("id")).toString();
        return ids;
    }

private slots:
    // Six chunks on a circle: the embedding of chunk n points n times 15 degrees away from the question's.
    void initTestCase()
    {
        m_program = std::make_unique<Program>();
        QByteArray lines;
        const char *texts[] = {"The pump stops when the pressure falls below two bar.", "Valves are closed by hand before the pump is serviced.", "A pressure of nine bar opens the relief valve.",
                               "The relief valve is tested every spring.", "Bearings are greased monthly.", "The gauge shows bar and pascal."};
        for (int i = 0; i < 6; ++i) {
            const double angle = i * 3.14159265358979 / 12;
            lines += QStringLiteral("{\"id\": \"c%1\", \"text\": \"%2\", \"owner\": \"%3\", \"page\": %4, \"embedding\": [%5, %6]}\n")
                         .arg(i).arg(QLatin1String(texts[i]), i % 2 ? QStringLiteral("oncall-2") : QStringLiteral("oncall-1")).arg(i + 1).arg(std::cos(angle), 0, 'g', 9).arg(std::sin(angle), 0, 'g', 9).toUtf8();
        }
        m_program->write(QStringLiteral("corpus/chunks.jsonl"), lines);
        m_program->write(QStringLiteral("corpus/questions.jsonl"), "{\"id\": \"q1\", \"text\": \"relief valve\"}\n{\"id\": \"q2\", \"text\": \"pump pressure\"}\n");
        m_program->write(QStringLiteral("corpus/qrels.jsonl"), "{\"query\": \"q1\", \"doc_id\": \"c2\", \"grade\": 1}\n{\"query\": \"q1\", \"doc_id\": \"c3\", \"grade\": 2}\n{\"query\": \"q2\", \"doc_id\": \"c0\", \"grade\": 1}\n");
        const Ended imported = run({QStringLiteral("import"), m_program->file(QStringLiteral("corpus")), snapshot(), QStringLiteral("--model"), QStringLiteral("by-hand"), QStringLiteral("--json")});
        QCOMPARE_CODE(imported, 0);
        QCOMPARE(imported.data().value(QStringLiteral("rows")).toInt(), 6);
        QCOMPARE(imported.data().value(QStringLiteral("dims")).toInt(), 2);
        QCOMPARE(imported.data().value(QStringLiteral("judgements")).toInt(), 3);
    }

    void wordsAreFoundAndTheAnswerSaysHowFarItCanBeTrusted()
    {
        const Ended asked = run({QStringLiteral("query"), snapshot(), QStringLiteral("relief valve"), QStringLiteral("--mode"), QStringLiteral("text"), QStringLiteral("--json")});
        QCOMPARE_CODE(asked, 0);
        QStringList ids = idsOf(asked);
        ids.sort();
        QCOMPARE(ids, (QStringList{QStringLiteral("c2"), QStringLiteral("c3")}));
        QCOMPARE(asked.data().value(QStringLiteral("tsquery")).toString(), QStringLiteral("'relief' & 'valv'"));
        QVERIFY(!asked.data().value(QStringLiteral("why")).toString().isEmpty());
        const Ended plain = run({QStringLiteral("query"), snapshot(), QStringLiteral("relief valve"), QStringLiteral("--mode"), QStringLiteral("text"), QStringLiteral("--explain")});
        QCOMPARE_CODE(plain, 0);
        QVERIFY2(plain.out.contains("relief") && plain.out.contains("ts_rank"), plain.all().constData());
    }

    void aChunkFindsItsNeighboursAndAUserSeesTheirOwnOnly()
    {
        const QStringList like{QStringLiteral("query"), snapshot(), QStringLiteral("--like"), QStringLiteral("c0"), QStringLiteral("--mode"), QStringLiteral("exact"), QStringLiteral("--limit"), QStringLiteral("3"), QStringLiteral("--json")};
        QCOMPARE(idsOf(run(like)), (QStringList{QStringLiteral("c0"), QStringLiteral("c1"), QStringLiteral("c2")}));
        QCOMPARE(idsOf(run(like + QStringList{QStringLiteral("--as-user"), QStringLiteral("oncall-1")})), (QStringList{QStringLiteral("c0"), QStringLiteral("c2"), QStringLiteral("c4")}));
        const Ended missing = run(like + QStringList{QStringLiteral("--why-not"), QStringLiteral("c5")});
        const QJsonObject why = missing.data().value(QStringLiteral("whyNot")).toObject();
        QCOMPARE(why.value(QStringLiteral("stage")).toString(), QStringLiteral("limit"));
        QCOMPARE(why.value(QStringLiteral("rank")).toInt(), 6);
        QVERIFY2(why.value(QStringLiteral("changes")).toArray().first().toObject().value(QStringLiteral("sql")).toString().contains(QLatin1Char('6')), missing.all().constData());
    }

    void aChunkThatIsNotThereIsNeitherLikedNorMissed()
    {
        for (const QString &option : {QStringLiteral("--like"), QStringLiteral("--why-not")}) {
            const Ended asked = run({QStringLiteral("query"), snapshot(), QStringLiteral("relief valve"), QStringLiteral("--mode"), QStringLiteral("text"), option, QStringLiteral("nokey"), QStringLiteral("--json")});
            QCOMPARE_CODE(asked, 3);
            const QJsonObject error = asked.json().value(QStringLiteral("error")).toObject();
            QVERIFY2(error.value(QStringLiteral("message")).toString().contains(QStringLiteral("no chunk")) && error.value(QStringLiteral("message")).toString().contains(QStringLiteral("nokey")), asked.all().constData());
        }
    }

    void withoutAnEmbeddingAQuestionByMeaningIsRefusedWithASentence()
    {
        const Ended asked = run({QStringLiteral("query"), snapshot(), QStringLiteral("what opens the valve"), QStringLiteral("--mode"), QStringLiteral("exact"), QStringLiteral("--json")});
        QCOMPARE_CODE(asked, 3);
        QVERIFY2(asked.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("message")).toString().contains(QStringLiteral("embedding")), asked.all().constData());
    }

    void whatCannotBeAskedIsRefusedWithASentence()
    {
        const Ended empty = run({QStringLiteral("query"), snapshot(), QStringLiteral("  ")});
        QCOMPARE_CODE(empty, 2);
        QVERIFY2(empty.all().contains("question is empty"), empty.all().constData());
        const Ended other = run({QStringLiteral("query"), snapshot(), QStringLiteral("what opens it"), QStringLiteral("--model"), QStringLiteral("another-model")});
        QCOMPARE_CODE(other, 2);
        QVERIFY2(other.all().contains("another-model"), other.all().constData());
        QTemporaryFile text;
        QVERIFY(text.open() && text.write("# Read me\n") > 0 && text.flush());
        const Ended file = run({QStringLiteral("check"), text.fileName()});
        QVERIFY2(file.all().contains("is no snapshot"), file.all().constData());
    }

    // Asked once, then the network may be unplugged.
    void whatAServiceSaidIsKept()
    {
        ScriptedServer server;
        server.then({200, R"({"model": "by-hand", "data": [{"index": 0, "embedding": [1, 0]}]})"});
        server.then({200, R"({"results": [{"index": 0, "relevance_score": 0.1}, {"index": 1, "relevance_score": 0.2}, {"index": 2, "relevance_score": 0.9}, {"index": 3, "relevance_score": 0.2}]})"});
        const QStringList ask{QStringLiteral("query"), snapshot(), QStringLiteral("what opens it"), QStringLiteral("--mode"), QStringLiteral("exact"), QStringLiteral("--limit"), QStringLiteral("2"), QStringLiteral("--candidates"), QStringLiteral("4"),
                              QStringLiteral("--rerank-model"), QStringLiteral("judge-1"), QStringLiteral("--json")};
        const auto process = m_program->start(QStringList{QStringLiteral("retrieval")} + ask + QStringList{QStringLiteral("--embed"), server.url().toString(), QStringLiteral("--rerank"), server.url().toString()});
        QTRY_COMPARE(process->state(), QProcess::NotRunning);
        const Ended online{process->exitCode(), process->readAllStandardOutput(), process->readAllStandardError()};
        QCOMPARE_CODE(online, 0);
        QCOMPARE(server.asked().size(), 2);
        QVERIFY2(server.asked().last().target.endsWith("/v1/rerank") && server.asked().last().body.contains("what opens it"), server.asked().last().body.constData());
        QCOMPARE(idsOf(online), (QStringList{QStringLiteral("c2"), QStringLiteral("c1")}));
        QCOMPARE(online.data().value(QStringLiteral("rerankedBy")).toString(), QStringLiteral("judge-1"));
        QCOMPARE(online.data().value(QStringLiteral("grade")).toString(), QStringLiteral("statistical"));
        const Ended offline = run(ask);
        QCOMPARE_CODE(offline, 0);
        QCOMPARE(idsOf(offline), idsOf(online));
        QCOMPARE(server.asked().size(), 2);
        const QJsonObject part = offline.data().value(QStringLiteral("results")).toArray().first().toObject().value(QStringLiteral("parts")).toObject().value(QStringLiteral("rerank")).toObject();
        QCOMPARE(part.value(QStringLiteral("rank")).toInt(), 3);
        QCOMPARE(part.value(QStringLiteral("score")).toDouble(), 0.9);
        // Where a row went is said of both: before the reranker and after it.
        const QJsonObject explained = run(ask + QStringList{QStringLiteral("--explain")}).data().value(QStringLiteral("explanations")).toArray().first().toObject();
        QCOMPARE(explained.value(QStringLiteral("rank")).toInt(), 1);
        QCOMPARE(explained.value(QStringLiteral("rerank")).toObject(), (QJsonObject{{QStringLiteral("score"), 0.9}, {QStringLiteral("from"), 3}, {QStringLiteral("to"), 1}}));
        QStringList plain = ask + QStringList{QStringLiteral("--explain")};
        plain.removeAll(QStringLiteral("--json"));
        QVERIFY2(run(plain).out.contains("reranked: 0.90000, from rank 3 to rank 1"), run(plain).all().constData());
        // Why a row is missing is asked of the reranked answer, not of the search before it.
        const auto whyNot = [&](const char *key) { return run(ask + QStringList{QStringLiteral("--why-not"), QLatin1String(key)}).data().value(QStringLiteral("whyNot")).toObject(); };
        const QJsonObject below = whyNot("c0");
        QCOMPARE(below.value(QStringLiteral("stage")).toString(), QStringLiteral("reranked"));
        QCOMPARE(below.value(QStringLiteral("rank")).toInt(), 4);
        QCOMPARE(below.value(QStringLiteral("score")).toDouble(), 0.1);
        QCOMPARE(below.value(QStringLiteral("bound")).toDouble(), 0.2);
        const QJsonObject outside = whyNot("c5"), change = outside.value(QStringLiteral("changes")).toArray().first().toObject();
        QCOMPARE(outside.value(QStringLiteral("stage")).toString(), QStringLiteral("limit"));
        QVERIFY2(outside.value(QStringLiteral("says")).toString().contains(QStringLiteral("4 candidate")), qPrintable(outside.value(QStringLiteral("says")).toString()));
        QCOMPARE(change.value(QStringLiteral("candidates")).toInt(), 6);
        QVERIFY(change.value(QStringLiteral("rank")).isNull());
        const Ended documented = run(ask + QStringList{QStringLiteral("--explain"), QStringLiteral("--why-not"), QStringLiteral("c5")});
        const auto known = documentedKeys(*m_program);
        const QStringList undocumented = undocumentedKeys(documented.json(), known.value(QStringLiteral("*")) + known.value(QStringLiteral("retrieval query")));
        QVERIFY2(undocumented.isEmpty(), qPrintable(undocumented.join(QStringLiteral(", "))));
        QCOMPARE(server.asked().size(), 2);
        // Another model has not been asked, and there is nobody to ask.
        QStringList other = ask;
        other.replace(other.indexOf(QStringLiteral("judge-1")), QStringLiteral("judge-2"));
        const Ended unknown = run(other);
        QCOMPARE_CODE(unknown, 3);
        QVERIFY2(unknown.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("message")).toString().contains(QStringLiteral("--rerank URL")), unknown.all().constData());
    }

    void questionsAreJudgedAndRunsCompared()
    {
        const QStringList evaluate{QStringLiteral("evaluate"), snapshot(), QStringLiteral("--mode"), QStringLiteral("text")};
        const QString kept = m_program->file(QStringLiteral("run.trec"));
        const Ended first = run(evaluate + QStringList{QStringLiteral("--run"), kept, QStringLiteral("--json")});
        QCOMPARE_CODE(first, 0);
        QCOMPARE(first.data().value(QStringLiteral("metrics")).toObject().value(QStringLiteral("recall_10")).toDouble(), 1.0);
        QCOMPARE(first.data().value(QStringLiteral("perQuery")).toArray().size(), 2);
        QVERIFY(m_program->read(QStringLiteral("run.trec")).startsWith("q1 Q0 c"));
        const Ended second = run(evaluate + QStringList{QStringLiteral("--against"), kept, QStringLiteral("--json")});
        QCOMPARE_CODE(second, 0);
        QCOMPARE(second.data().value(QStringLiteral("comparison")).toObject().value(QStringLiteral("equal")).toInt(), 2);
    }

    void wrongWordsEndWithTwoAndOneSentence_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("unknown") << QStringList{QStringLiteral("quary"), snapshot()};
        QTest::newRow("no question") << QStringList{QStringLiteral("query"), snapshot()};
        QTest::newRow("mode") << QStringList{QStringLiteral("query"), snapshot(), QStringLiteral("x"), QStringLiteral("--mode"), QStringLiteral("magic")};
        QTest::newRow("limit") << QStringList{QStringLiteral("query"), snapshot(), QStringLiteral("x"), QStringLiteral("--limit"), QStringLiteral("many")};
        QTest::newRow("setting") << QStringList{QStringLiteral("query"), snapshot(), QStringLiteral("x"), QStringLiteral("--set"), QStringLiteral("kk=3")};
        QTest::newRow("axis") << QStringList{QStringLiteral("sweep"), snapshot(), QStringLiteral("--axis"), QStringLiteral("colour")};
    }
    void wrongWordsEndWithTwoAndOneSentence()
    {
        QFETCH(QStringList, words);
        const Ended ended = run(words);
        QCOMPARE_CODE(ended, 2);
        QCOMPARE(ended.err.trimmed().count('\n'), 0);
    }

    void whatIsNoSnapshotIsRefused()
    {
        m_program->write(QStringLiteral("letter.txt"), "Dear engineer, this is no snapshot.");
        const Ended ended = run({QStringLiteral("check"), m_program->file(QStringLiteral("letter.txt"))});
        QCOMPARE_CODE(ended, 2);
        QVERIFY2(ended.err.contains("letter.txt"), ended.all().constData());
        QVERIFY(ended.out.isEmpty());
    }

    void theSampleAnswers()
    {
#ifndef QUARTERDECK_HAS_SAMPLE
        QSKIP("The PostgreSQL manual is not installed.");
#endif
        const Ended hybrid = run({QStringLiteral("query"), QStringLiteral("sample"), QStringLiteral("how do I find out which query holds a lock"), QStringLiteral("--mode"), QStringLiteral("hybrid"), QStringLiteral("--json")});
        QCOMPARE_CODE(hybrid, 0);
        QCOMPARE(idsOf(hybrid).size(), 10);
        const Ended check = run({QStringLiteral("check"), QStringLiteral("sample"), QStringLiteral("--json")});
        QVERIFY2(check.data().value(QStringLiteral("chunks")).toInt() > 4000, check.all().constData());
        const Ended sweep = run({QStringLiteral("sweep"), QStringLiteral("sample"), QStringLiteral("--mode"), QStringLiteral("hnsw"), QStringLiteral("--values"), QStringLiteral("10,200"), QStringLiteral("--json")});
        QCOMPARE_CODE(sweep, 0);
        const QJsonArray points = sweep.data().value(QStringLiteral("points")).toArray();
        QCOMPARE(points.size(), 2);
        QVERIFY(points.at(0).toObject().value(QStringLiteral("recall")).toDouble() <= points.at(1).toObject().value(QStringLiteral("recall")).toDouble());
    }

    void everyKeyThatIsPrintedIsDocumented()
    {
        const auto documented = documentedKeys(*m_program);
        const QList<QStringList> all{{QStringLiteral("query"), snapshot(), QStringLiteral("valve"), QStringLiteral("--mode"), QStringLiteral("text"), QStringLiteral("--explain"), QStringLiteral("--why-not"), QStringLiteral("c0")},
                                     {QStringLiteral("evaluate"), snapshot(), QStringLiteral("--mode"), QStringLiteral("text")},
                                     {QStringLiteral("check"), snapshot()},
                                     {QStringLiteral("import"), m_program->file(QStringLiteral("corpus")), m_program->file(QStringLiteral("again.qdsnapshot"))}};
        for (const QStringList &words : all) {
            const Ended ended = run(words + QStringList{QStringLiteral("--json")});
            const QString command = ended.json().value(QStringLiteral("command")).toString();
            QVERIFY2(command.startsWith(QStringLiteral("retrieval ")), ended.all().constData());
            const QStringList missing = undocumentedKeys(ended.json(), documented.value(QStringLiteral("*")) + documented.value(command));
            QVERIFY2(missing.isEmpty(), qPrintable(command + QStringLiteral(": ") + missing.join(QStringLiteral(", "))));
        }
    }
};

QTEST_GUILESS_MAIN(RetrievalCommandTest)
#include "retrieval_test.moc"
