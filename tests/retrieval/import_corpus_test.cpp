// A folder of files becomes a snapshot, or one sentence.

#include "retrieval/engine/search.h"
#include "retrieval/import/importcorpus.h"
#include "retrieval/import/vectorfile.h"
#include "retrieval/judgements.h"
#include "retrieval/recordedqueries.h"
#include "retrieval/snapshot.h"
#include "retrieval/textserver.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <limits>

using namespace qd;
using namespace qd::retrieval;

class ImportCorpusTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    void write(const char *name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QString target() const { return m_folder->filePath(QStringLiteral("made.snapshot")); }
    Result<ImportReport> import(const ImportSettings &settings = {}) { return importCorpus(m_folder->path(), target(), settings); }

    static QByteArray floats(const std::vector<float> &numbers)
    {
        QByteArray bytes;
        for (const float number : numbers) {
            const quint32 little = qToLittleEndian(std::bit_cast<quint32>(number));
            bytes.append(reinterpret_cast<const char *>(&little), 4);
        }
        return bytes;
    }
    static QByteArray numpy(const char *descr, const char *shape, const QByteArray &numbers, char version = 1, const char *fortran = "False")
    {
        QByteArray header = QByteArray("{'descr': '") + descr + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
        while ((header.size() + (version == 1 ? 11 : 13)) % 64 != 0)
            header += ' ';
        header += '\n';
        QByteArray bytes("\x93NUMPY");
        bytes += version;
        bytes += '\0';
        bytes += char(header.size() & 255);
        bytes += char(header.size() >> 8);
        if (version > 1)
            bytes += QByteArray(2, '\0');
        return bytes + header + numbers;
    }
    static std::vector<float> embeddingOf(const Snapshot &snapshot, quint32 row)
    {
        const VectorColumn column = snapshot.vectors();
        const float *at = static_cast<const float *>(column.row(row));
        return {at, at + column.dims};
    }
    static QByteArray bytesOf(const Snapshot &snapshot, quint32 row, const char *column) { return snapshot.bytes(row, snapshot.column(column)).value_or(QByteArrayView()).toByteArray(); }
    static bool mentions(const QStringList &sentences, const QString &text)
    {
        return std::ranges::any_of(sentences, [&text](const QString &sentence) { return sentence.contains(text); });
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyFieldArrivesInItsColumn()
    {
        write("a.jsonl", R"({"id":"one","text":"Fat cats sat.","title":"Cats","document":7,"section":"On mats","ordinal":3,"page":12,"begin":100,"end":113,"owner":"oncall-1","status":"ready","metadata":{"kind":"fable","n":[1,2]},"model":"m-1","embedding":[0.5,-1,2e-3]})"
                         "\n\n"
                         R"({"id":42,"text":"über 日本語 \u0001","page":null})"
                         "\r\n");
        const auto report = import();
        QVERIFY_OK(report);
        QCOMPARE(report->rows, 2u);
        QCOMPARE(report->withEmbedding, 1u);
        QCOMPARE(report->dims, 3);
        const auto opened = Snapshot::open(target());
        QVERIFY_OK(opened);
        const Snapshot &s = **opened;
        QVERIFY_OK(s.verify());
        QCOMPARE(bytesOf(s, 0, "key"), QByteArray("one"));
        QCOMPARE(bytesOf(s, 1, "key"), QByteArray("42"));
        QCOMPARE(bytesOf(s, 1, "text"), QByteArray("über 日本語 \x01"));
        for (const auto &[column, value] : {std::pair("title", "Cats"), {"document", "7"}, {"section", "On mats"}, {"owner", "oncall-1"}, {"status", "ready"}, {"model", "m-1"}}) {
            QCOMPARE(bytesOf(s, 0, column), QByteArray(value));
            QVERIFY(!s.bytes(1, s.column(column)));
        }
        for (const auto &[column, value] : {std::pair("ordinal", 3), {"page", 12}, {"begin", 100}, {"end", 113}}) {
            QCOMPARE(s.integer(0, s.column(column)), std::optional<qint64>(value));
            QVERIFY(!s.integer(1, s.column(column)));
        }
        QCOMPARE(QJsonDocument::fromJson(bytesOf(s, 0, "metadata")).object().value(QLatin1String("n")).toArray().size(), 2);
        QVERIFY(embeddingOf(s, 0) == (std::vector<float>{0.5f, -1, 2e-3f}));
        QVERIFY(s.searchable().contains(0) && !s.searchable().contains(1));
        QCOMPARE(TsVector::fromBinary(bytesOf(s, 0, "tsvector"))->text(), QByteArray("'cat':2 'fat':1 'sat':3"));
        QCOMPARE(QJsonDocument::fromJson(s.note("origin")->toByteArray()).object().value(QLatin1String("source")).toString(), QStringLiteral("import"));
    }

    void columnsThatNoLineHasAreNotThere()
    {
        write("a.jsonl", R"({"id":"one","text":"x"})");
        QVERIFY_OK(import());
        const auto s = Snapshot::open(target());
        QVERIFY_OK(s);
        QCOMPARE((*s)->shape().columns.size(), 3);
        QCOMPARE((*s)->shape().dims, 0);
    }

    void lexemesAreTheServersOwn()
    {
        const std::vector<std::string> texts = {"Fat cats, http://db.example:5432/a?b=c and /usr/lib/x.so", "well-known 1.5e3 -7 someone@mail.example", "ΣΊΣΥΦΟΣ naïve Straße 日本語", std::string(5000, 'x') + " short", "the of and"};
        QByteArray lines;
        for (std::size_t i = 0; i < texts.size(); ++i)
            lines += QJsonDocument(QJsonObject{{QStringLiteral("id"), int(i)}, {QStringLiteral("text"), QString::fromStdString(texts[i])}}).toJson(QJsonDocument::Compact) + '\n';
        write("a.jsonl", lines);
        test::TextServer server;
        for (const auto type : {CharacterType::Utf8, CharacterType::C}) {
            for (const auto configuration : {Configuration::English, Configuration::Simple}) {
                const auto report = import({configuration, type});
                QVERIFY_OK(report);
                QVERIFY(mentions(report->remarks, QStringLiteral("2,047")));
                const auto s = Snapshot::open(target());
                QVERIFY_OK(s);
                for (std::size_t i = 0; i < texts.size(); ++i) {
                    const auto rows = server.query("select encode(tsvectorsend(to_tsvector('" + QByteArray(configuration == Configuration::English ? "english" : "simple") + "', " + test::TextServer::quoted(texts[i]) + ")), 'hex')", type);
                    QCOMPARE(bytesOf(**s, quint32(i), "tsvector").toHex(), rows.at(0, 0).toByteArray());
                }
            }
        }
    }

    void whereTheAnalysisMayDifferIsSaid()
    {
        write("a.jsonl", R"({"id":"one","text":"x"})");
        const auto report = import();
        QVERIFY_OK(report);
        QVERIFY(mentions(report->analysis, QStringLiteral("C.UTF-8")));
        QVERIFY(mentions(report->analysis, QStringLiteral("PostgreSQL 18")));
        QVERIFY(!mentions(import({Configuration::Simple})->analysis, QStringLiteral("PostgreSQL 18")));
    }

    void aLineThatCannotBeReadIsNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &line, const char *expected) { QTest::newRow(name) << line << QString::fromUtf8(expected); };
        row("cut", "{\"id\":\"two\",\"te", "no JSON");
        row("array", R"([1])", "JSON object");
        row("a word", R"(hello)", "no JSON");
        row("no id", R"({"text":"x"})", "“id” and a “text”");
        row("no text", R"({"id":"two"})", "“id” and a “text”");
        row("text is a number", R"({"id":"two","text":5})", "“id” and a “text”");
        row("id is an object", R"({"id":{},"text":"x"})", "“id”");
        row("id is a fraction", R"({"id":1.5,"text":"x"})", "“id”");
        row("id is empty", R"({"id":"","text":"x"})", "empty");
        row("id again", R"({"id":"one","text":"x"})", "line 1");
        row("zero character", R"({"id":"two","text":"a\u0000b"})", "U+0000");
        row("page is a text", R"({"id":"two","text":"x","page":"4"})", "“page”");
        row("page is a fraction", R"({"id":"two","text":"x","page":4.5})", "“page”");
        row("metadata is a text", R"({"id":"two","text":"x","metadata":"{}"})", "“metadata”");
        row("embedding is a text", R"({"id":"two","text":"x","embedding":"[1]"})", "“embedding”");
        row("embedding holds a null", R"({"id":"two","text":"x","embedding":[1,null]})", "element 2");
        row("NaN is no JSON", R"({"id":"two","text":"x","embedding":[NaN]})", "no JSON");
        row("bytes that are no text", QByteArray("{\"id\":\"two\",\"text\":\"\xff\xfe\"}"), "no JSON");
    }
    void aLineThatCannotBeReadIsNamed()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, expected);
        write("a.jsonl", R"({"id":"one","text":"kept"})" + QByteArray("\n") + line + "\n" + R"({"id":"three","text":"kept","page":1})");
        const auto stopped = import();
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Error::Kind::Wrong);
        QVERIFY2(stopped.error().message.contains(QStringLiteral("Line 2 of")) && stopped.error().message.contains(QStringLiteral("a.jsonl")) && stopped.error().message.contains(expected), qPrintable(stopped.error().message));
        QVERIFY(!QFile::exists(target()));

        ImportSettings settings;
        settings.skipsBadLines = true;
        const auto report = import(settings);
        QVERIFY_OK(report);
        QCOMPARE(report->skipped, 1);
        QVERIFY(mentions(report->remarks, QStringLiteral("a.jsonl line 2")));
        const auto s = Snapshot::open(target());
        QVERIFY_OK(s);
        QCOMPARE((*s)->rows(), 2u);
        QCOMPARE(bytesOf(**s, 0, "text"), QByteArray("kept"));
        QCOMPARE(bytesOf(**s, 1, "key"), QByteArray("three"));
    }

    void aLineWithoutEndIsNotReadAsOne()
    {
        write("a.jsonl", "{\"id\":1,\"text\":\"" + QByteArray(65 << 20, 'x') + "\"}\n{\"id\":2,\"text\":\"y\"}\n");
        const auto stopped = import();
        QVERIFY(!stopped && stopped.error().message.contains(QStringLiteral("64 MB")));
        ImportSettings settings;
        settings.skipsBadLines = true;
        const auto report = import(settings);
        QVERIFY_OK(report);
        QCOMPARE(report->rows, 1u);
    }

    void filesThatChangeMeanwhileAreNoticed()
    {
        write("a.jsonl", "{\"id\":1,\"text\":\"x\"}\n{\"id\":2,\"text\":\"y\"}\n");
        ImportSettings settings;
        settings.progress = [this](const ImportProgress &progress) {
            if (progress.stage == ImportProgress::Stage::Checking && progress.bytes == progress.ofBytes)
                write("a.jsonl", "{\"id\":1,\"text\":\"x\"}\n");
        };
        const auto report = import(settings);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::Lost);
        QVERIFY(!QFile::exists(target()));
    }

    void embeddingsThatPgvectorWouldNotTakeAreLeftOutAndSaid()
    {
        write("a.jsonl", R"({"id":1,"text":"x","embedding":[1,2]})"
                         "\n"
                         R"({"id":2,"text":"x","embedding":[1,2,3]})"
                         "\n"
                         R"({"id":3,"text":"x","embedding":[0,0]})"
                         "\n"
                         R"({"id":4,"text":"x","embedding":[1e300,0]})"
                         "\n"
                         R"({"id":5,"text":"","embedding":null,"colour":"red"})"
                         "\n"
                         R"({"id":6,"text":"x","embedding":[1e-42,0]})");
        const auto report = import();
        QVERIFY_OK(report);
        QCOMPARE(report->rows, 6u);
        QCOMPARE(report->withEmbedding, 3u);
        QVERIFY(mentions(report->remarks, QStringLiteral("a.jsonl line 2 (3 numbers)")));
        QVERIFY(mentions(report->remarks, QStringLiteral("zero: they have no direction, and an index for cosine distance leaves them out: a.jsonl line 3")));
        QVERIFY(mentions(report->remarks, QStringLiteral("NaN or an infinity, which pgvector refuses, and were left out; their chunks were kept: a.jsonl line 4")));
        QVERIFY(mentions(report->remarks, QStringLiteral("have no embedding: a.jsonl line 5")));
        QVERIFY(mentions(report->remarks, QStringLiteral("have no text: a.jsonl line 5")));
        QVERIFY(mentions(report->remarks, QStringLiteral("colour")));
        const auto s = Snapshot::open(target());
        QVERIFY_OK(s);
        QCOMPARE((*s)->searchable().count(), 3u);
        QVERIFY(embeddingOf(**s, 5) == (std::vector<float>{1e-42f, 0})); // a denormal stays what it is
    }

    void vectorsBesideTheLinesAreTakenRowByRow_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const std::vector<float> numbers = {1, 0.5f, -2, 0.25f, 0, 3};
        QByteArray doubles, halves;
        for (const float number : numbers) {
            const quint64 little = qToLittleEndian(std::bit_cast<quint64>(double(number)));
            doubles.append(reinterpret_cast<const char *>(&little), 8);
        }
        for (const quint16 half : {0x3c00, 0x3800, 0xc000, 0x3400, 0x0000, 0x4200}) {
            const quint16 little = qToLittleEndian(half);
            halves.append(reinterpret_cast<const char *>(&little), 2);
        }
        QTest::newRow("f32") << QStringLiteral("a.f32") << floats(numbers);
        QTest::newRow("npy 1") << QStringLiteral("a.npy") << numpy("<f4", "(3, 2)", floats(numbers));
        QTest::newRow("npy 2") << QStringLiteral("a.npy") << numpy("<f4", "(3, 2)", floats(numbers), 2);
        QTest::newRow("float64") << QStringLiteral("a.npy") << numpy("<f8", "(3, 2)", doubles);
        QTest::newRow("float16") << QStringLiteral("a.npy") << numpy("<f2", "(3, 2)", halves);
    }
    void vectorsBesideTheLinesAreTakenRowByRow()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        write("a.jsonl", "{\"id\":1,\"text\":\"x\"}\n\nbroken\n{\"id\":3,\"text\":\"y\"}\n");
        write(name.toUtf8().constData(), bytes);
        ImportSettings settings;
        settings.skipsBadLines = true;
        settings.model = QStringLiteral("m-2");
        const auto report = import(settings);
        QVERIFY_OK(report);
        QCOMPARE(report->dims, 2);
        const auto s = Snapshot::open(target());
        QVERIFY_OK(s);
        QCOMPARE((*s)->rows(), 2u);
        QVERIFY(embeddingOf(**s, 0) == (std::vector<float>{1, 0.5f}));
        QVERIFY(embeddingOf(**s, 1) == (std::vector<float>{0, 3})); // the broken line had the second row
        QCOMPARE(bytesOf(**s, 0, "model"), QByteArray("m-2"));
    }

    void vectorsThatDoNotFitAreRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *test, const char *name, const QByteArray &bytes, const char *says) { QTest::newRow(test) << QString::fromLatin1(name) << bytes << QString::fromUtf8(says); };
        row("empty", "a.f32", {}, "empty");
        row("not whole numbers", "a.f32", QByteArray(9, 'x'), "9 bytes");
        row("not the same for each line", "a.f32", floats({1, 2, 3}), "12 bytes");
        row("no numpy", "a.npy", floats({1, 2}), "NumPy");
        row("cut in the header", "a.npy", numpy("<f4", "(2, 1)", {}).left(40), "inside its header");
        row("cut in the numbers", "a.npy", numpy("<f4", "(2, 2)", floats({1, 2, 3})), "16 bytes");
        row("more numbers", "a.npy", numpy("<f4", "(2, 1)", floats({1, 2, 3})), "8 bytes");
        row("other rows", "a.npy", numpy("<f4", "(3, 1)", floats({1, 2, 3})), "3 rows");
        row("one axis", "a.npy", numpy("<f4", "(2,)", floats({1, 2})), "two axes");
        row("three axes", "a.npy", numpy("<f4", "(2, 1, 1)", floats({1, 2})), "two axes");
        row("big endian", "a.npy", numpy(">f4", "(2, 1)", floats({1, 2})), ">f4");
        row("integers", "a.npy", numpy("<i8", "(2, 1)", QByteArray(16, 'x')), "<i8");
        row("by column", "a.npy", numpy("<f4", "(2, 1)", floats({1, 2}), 1, "True"), "column by column");
        row("version 9", "a.npy", numpy("<f4", "(2, 1)", floats({1, 2}), 9), "version 9");
        row("no dimension", "a.npy", numpy("<f4", "(2, 0)", {}), "0 dimensions");
        row("too many", "a.npy", numpy("<f4", "(2, 99999)", {}), "99999 dimensions");
        row("rows beyond reason", "a.npy", numpy("<f8", "(999999999999999, 999999)", {}), "999999999999999 rows");
    }
    void vectorsThatDoNotFitAreRefusedWithASentence()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        write("a.jsonl", "{\"id\":1,\"text\":\"x\"}\n{\"id\":2,\"text\":\"y\"}\n");
        write(name.toUtf8().constData(), bytes);
        const auto report = import();
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::Wrong);
        QVERIFY2(report.error().message.contains(name) && report.error().message.contains(says), qPrintable(report.error().message));
        QVERIFY(!QFile::exists(target()));
    }

    void twoFilesOfVectorsForOneCorpusAreAQuestion()
    {
        write("a.jsonl", "{\"id\":1,\"text\":\"x\"}\n");
        write("a.f32", floats({1}));
        write("a.npy", numpy("<f4", "(1, 1)", floats({1})));
        QVERIFY(!import());
    }

    void filesJoinInTheOrderOfTheirNames()
    {
        write("b.jsonl", "{\"id\":\"b\",\"text\":\"x\"}\n");
        write("a.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n");
        write("a.f32", floats({1, 2}));
        write("b.f32", floats({3, 4}));
        const auto report = import();
        QVERIFY_OK(report);
        QCOMPARE(report->files.size(), 2);
        const auto s = Snapshot::open(target());
        QCOMPARE(bytesOf(**s, 1, "key"), QByteArray("b"));
        QVERIFY(embeddingOf(**s, 1) == (std::vector<float>{3, 4}));
        write("b.f32", floats({3, 4, 5}));
        const auto other = import();
        QVERIFY(!other && other.error().message.contains(QStringLiteral("one corpus has one dimension")));
    }

    void questionsAndJudgementsComeAlong()
    {
        write("corpus.jsonl", "{\"id\":\"a\",\"text\":\"x\",\"embedding\":[1,0]}\n{\"id\":\"b\",\"text\":\"y\",\"embedding\":[0,1]}\n");
        write("questions.jsonl", "{\"id\":\"q1\",\"text\":\"what is x?\"}\n{\"id\":\"q2\",\"text\":\"what is z?\"}\n");
        write("questions.f32", floats({0.5f, 0.5f, 0, 1}));
        write("qrels.txt", "q1 0 a 2\nq1 0 gone 1\n");
        ImportSettings settings;
        settings.model = QStringLiteral("m");
        const auto report = import(settings);
        QVERIFY_OK(report);
        QCOMPARE(report->questions, 2);
        QCOMPARE(report->judgements, 2);
        QCOMPARE(report->recorded, 2);
        QVERIFY(mentions(report->remarks, QStringLiteral("gone")));
        const auto s = Snapshot::open(target());
        QVERIFY_OK(s);
        const auto judgements = readJudgements(*(*s)->note(notes::Judgements));
        QVERIFY_OK(judgements);
        QCOMPARE(judgements->grades.value(QStringLiteral("q1")).value(QStringLiteral("a")), 2);
        const auto recorded = RecordedQueries::fromBytes(*(*s)->note(notes::Queries));
        QVERIFY_OK(recorded);
        QVERIFY(recorded->find(QStringLiteral("m"), 2, QStringLiteral("what is z?")) == (std::vector<float>{0, 1}));
        const QList<QByteArray> questions = (*s)->note("questions")->toByteArray().trimmed().split('\n');
        QCOMPARE(questions.size(), 2);
        QCOMPARE(QJsonDocument::fromJson(questions[1]).object().value(QLatin1String("judged")).toBool(true), false);
    }

    void theEngineAnswersFromWhatWasImported()
    {
        write("corpus.jsonl", "{\"id\":\"a\",\"text\":\"dead rows\",\"owner\":\"oncall-1\",\"embedding\":[1,0]}\n{\"id\":\"b\",\"text\":\"dead letters\",\"owner\":\"oncall-2\",\"embedding\":[0,1]}\n");
        write("questions.jsonl", "{\"id\":\"q1\",\"text\":\"letters\"}\n");
        write("questions.f32", floats({0.25f, 1}));
        for (const char *model : {"", "m"}) {
            ImportSettings settings;
            settings.model = QLatin1String(model);
            QVERIFY_OK(import(settings));
            const auto corpus = Corpus::open(target());
            QVERIFY_OK(corpus);
            const auto production = (*corpus)->productionSettings();
            QVERIFY_OK(production);
            QVERIFY((*corpus)->recordedEmbedding(QStringLiteral("letters")).has_value());
            Question question;
            question.text = QStringLiteral("letters");
            const auto answer = search(**corpus, question, *production);
            QVERIFY_OK(answer);
            QCOMPARE(answer->rows.size(), 2u);
            QCOMPARE(answer->rows.front().key, QByteArray("b")); // nearer, and the only one by its words
        }
    }

    void badQuestionsAreNamed()
    {
        write("corpus.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n");
        write("questions.jsonl", "{\"id\":\"q1\"}\n");
        const auto questions = import();
        QVERIFY(!questions && questions.error().message.contains(QStringLiteral("questions.jsonl")) && questions.error().message.contains(QStringLiteral("Line 1")));
        QFile::remove(m_folder->filePath(QStringLiteral("questions.jsonl")));
        write("qrels.txt", "q1 0 a very\n");
        const auto judgements = import();
        QVERIFY(!judgements && judgements.error().message.contains(QStringLiteral("qrels.txt")));
    }

    void aFolderWithoutACorpusIsMissing()
    {
        QCOMPARE(import().error().kind, Error::Kind::Missing);
        QCOMPARE(importCorpus(m_folder->filePath(QStringLiteral("nowhere")), target()).error().kind, Error::Kind::Missing);
    }

    void anEmptyCorpusIsASnapshotWithoutRows()
    {
        write("a.jsonl", "\n");
        const auto report = import();
        QVERIFY_OK(report);
        QVERIFY(mentions(report->remarks, QStringLiteral("empty")));
        QCOMPARE((*Snapshot::open(target()))->rows(), 0u);
    }

    void cancellingLeavesWhatWasThere()
    {
        write("a.jsonl", "{\"id\":\"old\",\"text\":\"x\"}\n");
        QVERIFY_OK(import());
        QByteArray lines;
        for (int i = 0; i < 1000; ++i)
            lines += "{\"id\":" + QByteArray::number(i) + ",\"text\":\"new\"}\n";
        write("a.jsonl", lines);
        int asked = 0;
        for (const int stopAfter : {0, 5, 20}) {
            asked = 0;
            ImportSettings settings;
            settings.isStopped = [&] { return asked++ >= stopAfter; };
            const auto stopped = import(settings);
            QVERIFY(!stopped && stopped.error().isCancelled());
            QCOMPARE((*Snapshot::open(target()))->rows(), 1u);
            QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2); // nothing is left lying about
        }
        QVERIFY_OK(import());
        QCOMPARE((*Snapshot::open(target()))->rows(), 1000u);
    }

    void progressGoesForwardToTheEnd()
    {
        QByteArray lines;
        for (int i = 0; i < 1000; ++i)
            lines += "{\"id\":" + QByteArray::number(i) + ",\"text\":\"new\"}\n";
        write("a.jsonl", lines);
        QList<ImportProgress> seen;
        ImportSettings settings;
        settings.progress = [&seen](const ImportProgress &progress) { seen << progress; };
        QVERIFY_OK(import(settings));
        QVERIFY(seen.size() > 10);
        for (qsizetype i = 1; i < seen.size(); ++i)
            QVERIFY(seen[i].stage > seen[i - 1].stage || (seen[i].stage == seen[i - 1].stage && seen[i].bytes >= seen[i - 1].bytes));
        QCOMPARE(seen.last().stage, ImportProgress::Stage::Writing);
        QCOMPARE(seen.last().bytes, seen.last().ofBytes);
        QCOMPARE(seen.last().rows, 1000u);
    }
};

QTEST_GUILESS_MAIN(ImportCorpusTest)
#include "import_corpus_test.moc"
