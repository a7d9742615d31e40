#include "retrieval/engine/search.h"

#include "retrieval/engine/chunkquality.h"
#include "retrieval/engine/compare.h"
#include "retrieval/engine/sweep.h"
#include "retrieval/enginecorpus.h"
#include "retrieval/vectorserver.h"
#include "support/wait.h"

#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <numeric>

using namespace qd;
using namespace qd::retrieval;
using namespace qd::test;

namespace {

// Twelve chunks on a fan: chunk n is n·7 degrees away from the question (1, 0). Odd ones belong to
// u1, and their words are chosen so that text and vectors disagree.
std::unique_ptr<CorpusFile> fan()
{
    auto file = std::make_unique<CorpusFile>(2);
    const char *texts[] = {"carbon steel in sour service", "hardness of carbon steel", "welds and preheat", "sour service limits hardness", "the maximum hardness", "steel plates",
                           "hardness hardness hardness", "coating of pipes", "a test of pipes", "sour gas", "service hardness of steel", "nothing else"};
    for (int i = 0; i < 12; ++i) {
        CorpusChunk chunk;
        chunk.key = "c" + QByteArray::number(i);
        chunk.text = texts[i];
        chunk.owner = i % 2 ? "u1" : "u2";
        chunk.status = i == 4 ? "pending" : "ready";
        chunk.document = i < 6 ? "d1" : "d2";
        chunk.metadata = i % 3 ? R"({"standard": "API", "years": [2001, 2009]})" : R"({"standard": "NACE", "part": {"n": 1}})";
        chunk.page = 1 + i / 4;
        chunk.begin = i * 100;
        chunk.end = i * 100 + qint64(chunk.text->size());
        const double angle = i * 7 * 3.14159265358979 / 180;
        chunk.embedding = {float(std::cos(angle)), float(std::sin(angle))};
        file->chunks << chunk;
    }
    return file;
}

QByteArrayList keysOf(const Result<SearchAnswer> &answer)
{
    QByteArrayList keys;
    for (const AnswerRow &row : answer.value().rows)
        keys << row.key;
    return keys;
}

const Question asked{QStringLiteral("hardness steel"), {1, 0}};

} // namespace

class EngineSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void settingsSurviveJson();
    void settingsThatAreNoneAreRefused_data();
    void settingsThatAreNoneAreRefused();
    void vectorsComeByNearness();
    void everyFilterIsObeyed();
    void textsComeByRank();
    void hybridAddsUp();
    void everyRowIsScoredInPlace();
    void questionsWithoutAnEmbeddingSaySo();
    void embeddingsOfAnotherKindAreRefused();
    void likeThisChunkNeedsNoEmbedding();
    void sumsOfExplanationsAreTheScores();
    void whyNotFindsTheStageAndTheChange_data();
    void whyNotFindsTheStageAndTheChange();
    void somethingPastedFindsTheChunkItMeans();
    void whatHasNoSimilarityIsSaid();
    void equalDistancesAreGivenAsTheReason();
    void severalStagesNeedSeveralChanges();
    void differencesFromProductionAreExplained();
    void chunksWithFaultsAreFound();
    void sweepsArriveRoughlyThenWhole();
    void workThatIsStoppedIsCancelled();
    void oddVectorsAreAnswered_data();
    void oddVectorsAreAnswered();
    void nothingAndOneRow();
    void tablesWithoutTextOrVectors();
    void manyThreadsShareACorpus();
    void halfvecAnswersToo();
    void runsAreTheAnswers();
    void indexesAreTriedBeforeTheyAreBuilt();
};

void EngineSearchTest::settingsSurviveJson()
{
    SearchSettings settings;
    QCOMPARE(SearchSettings::fromJson(QJsonObject()).value(), settings);
    settings.mode = SearchSettings::Mode::Hybrid;
    settings.scan = SearchSettings::Scan::Hnsw;
    settings.indexSettings.efSearch = 77;
    settings.indexSettings.iterativeScan = IterativeScan::Strict;
    settings.threshold = Threshold{Threshold::On::Similarity, 0.7, true};
    settings.vectorWeight = 0.7;
    settings.rankWeights = {0.1f, 0.3f, 0.45f, 0.9f};
    settings.bm25 = {Bm25Form::Kind::Plus, 0.9f, 0.4f, 0.5f};
    settings.asUser = QStringLiteral("u1");
    settings.status = {QStringLiteral("ready")};
    settings.metadata = {{QStringLiteral("a"), 1}};
    const auto back = SearchSettings::fromJson(settings.toJson());
    QVERIFY_OK(back);
    QCOMPARE(back->toJson(), settings.toJson());
    QCOMPARE(back->rankWeights, settings.rankWeights);
    QCOMPARE(back->bm25.k1, settings.bm25.k1);
    QVERIFY(!(*back == SearchSettings()));
}

void EngineSearchTest::settingsThatAreNoneAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("key");
    QTest::newRow("unknown") << QByteArray(R"({"efsearch": 40})") << QStringLiteral("efsearch");
    QTest::newRow("another kind") << QByteArray(R"({"limit": "ten"})") << QStringLiteral("limit");
    QTest::newRow("no whole number") << QByteArray(R"({"limit": 1.5})") << QStringLiteral("limit");
    QTest::newRow("beyond the server's range") << QByteArray(R"({"efSearch": 1001})") << QStringLiteral("efSearch");
    QTest::newRow("no such choice") << QByteArray(R"({"mode": "magic"})") << QStringLiteral("mode");
    QTest::newRow("inside an object") << QByteArray(R"({"bm25": {"k2": 1}})") << QStringLiteral("bm25.k2");
    QTest::newRow("weights") << QByteArray(R"({"rankWeights": [0.1, 0.2, 0.4, 1.5]})") << QStringLiteral("rankWeights");
    QTest::newRow("threshold") << QByteArray(R"({"threshold": {"bound": "high"}})") << QStringLiteral("threshold.bound");
    QTest::newRow("list") << QByteArray(R"({"status": [1]})") << QStringLiteral("status");
}

void EngineSearchTest::settingsThatAreNoneAreRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, key);
    const auto settings = SearchSettings::fromJson(json);
    QVERIFY(!settings);
    QVERIFY2(settings.error().message.contains(key), qPrintable(settings.error().message));
    QVERIFY(!SearchSettings::fromJson(QByteArrayView("[]")));
}

void EngineSearchTest::vectorsComeByNearness()
{
    const auto file = fan();
    const auto corpus = file->open();
    SearchSettings settings;
    settings.limit = 3;
    const auto answer = search(*corpus, asked, settings);
    QVERIFY_OK(answer);
    QCOMPARE(keysOf(answer), QByteArrayList({"c0", "c1", "c2"}));
    QCOMPARE(answer->rows[0].score, std::optional(1.0));
    QCOMPARE(answer->rows[1].rank, 2);
    QVERIFY(std::fabs(*answer->rows[1].score - std::cos(7 * 3.14159265358979 / 180)) < 1e-6);
    QCOMPARE(answer->grade, Grade::SameOrder); // nothing is known of a server
    QVERIFY(!answer->reason.isEmpty());
    QCOMPARE(answer->counts.passed, 12u);
    QCOMPARE(answer->embeddedBy, QStringLiteral("given"));

    settings.threshold = Threshold{Threshold::On::Similarity, 0.99, false};
    QCOMPARE(keysOf(search(*corpus, asked, settings)), QByteArrayList({"c0", "c1"}));
    settings.limit = 0;
    QVERIFY(search(*corpus, asked, settings)->rows.empty());
}

void EngineSearchTest::everyFilterIsObeyed()
{
    auto file = fan();
    file->removed = {1};
    const auto corpus = file->open();
    SearchSettings settings;
    settings.limit = 2;
    const auto keys = [&] { return keysOf(search(*corpus, asked, settings)); };
    settings.asUser = QStringLiteral("u1");
    QCOMPARE(keys(), QByteArrayList({"c3", "c5"}));
    settings.asUser = QStringLiteral("nobody");
    QCOMPARE(keys(), QByteArrayList());
    settings.asUser.reset();
    settings.status = {QStringLiteral("pending"), QStringLiteral("other")};
    QCOMPARE(keys(), QByteArrayList({"c4"}));
    settings.status.clear();
    settings.documents = {QStringLiteral("d2")};
    QCOMPARE(keys(), QByteArrayList({"c6", "c7"}));
    settings.documents.clear();
    settings.metadata = {{QStringLiteral("standard"), QStringLiteral("NACE")}};
    QCOMPARE(keys(), QByteArrayList({"c0", "c3"}));
    settings.mode = SearchSettings::Mode::Text;
    settings.configuration = Configuration::English;
    QCOMPARE(keysOf(search(*corpus, {QStringLiteral("hardness")}, settings)), QByteArrayList({"c6", "c3"}));
    settings.asUser = QStringLiteral("u1");
    QCOMPARE(keysOf(search(*corpus, {QStringLiteral("hardness")}, settings)), QByteArrayList({"c3"}));
    QVERIFY(!search(*CorpusFile(2).open(), asked, settings)->rows.size());
    CorpusFile bare(2);
    bare.columns.clear();
    SearchSettings vectors;
    vectors.asUser = QStringLiteral("u1");
    QCOMPARE(search(*bare.open(), asked, vectors).error().kind, Error::Kind::Missing);
}

void EngineSearchTest::textsComeByRank()
{
    const auto file = fan();
    const auto corpus = file->open();
    SearchSettings settings;
    settings.mode = SearchSettings::Mode::Text;
    const auto answer = search(*corpus, {QStringLiteral("hardness steel")}, settings);
    QVERIFY_OK(answer);
    QCOMPARE(answer->tsquery, QByteArray("'hard' & 'steel'"));
    QCOMPARE(keysOf(answer).size(), 2);
    const auto nothing = search(*corpus, {QStringLiteral("the of a")}, settings);
    QVERIFY_OK(nothing);
    QVERIFY(nothing->rows.empty());
    QCOMPARE(nothing->warnings.size(), 1);
    settings.mode = SearchSettings::Mode::Bm25;
    const auto bm25 = search(*corpus, {QStringLiteral("hardness steel")}, settings);
    QVERIFY_OK(bm25);
    QCOMPARE(bm25->rows.size(), std::size_t(7)); // any of the words is enough
    QVERIFY(bm25->find(1) && bm25->find(10) && !bm25->find(2));
}

void EngineSearchTest::hybridAddsUp()
{
    const auto file = fan();
    const auto corpus = file->open();
    SearchSettings settings;
    settings.mode = SearchSettings::Mode::Hybrid;
    settings.limit = 5;
    settings.vectorLimit = settings.textLimit = 4;
    const auto answer = search(*corpus, asked, settings);
    QVERIFY_OK(answer);
    // c1 is second by vectors and by text: in c10 the words stand closer.
    QCOMPARE(answer->rows[0].key, QByteArray("c1"));
    QCOMPARE(answer->rows[0].score, std::optional(1.0 / 62 + 1.0 / 62));
    QCOMPARE(answer->rows[0].vector.rank, std::optional<qint64>(2));
    QCOMPARE(answer->rows[0].text.rank, std::optional<qint64>(2));
    QVERIFY(std::fabs(*answer->rows[0].vector.score - 0.99254) < 1e-4); // its own scale
    QCOMPARE(answer->highestScore, std::optional(2.0 / 61));
    QVERIFY(answer->find(10) && !answer->find(10)->vector.rank);
    QVERIFY(!answer->find(11));
}

void EngineSearchTest::everyRowIsScoredInPlace()
{
    auto file = fan();
    file->chunks[3].embedding.clear();
    const auto corpus = file->open();
    SearchSettings settings;
    settings.mode = SearchSettings::Mode::Hybrid;
    settings.legs = SearchSettings::Legs::EveryRow;
    settings.ranking = SearchSettings::Ranking::CoverDensity;
    settings.vectorWeight = 0.7;
    settings.textWeight = 0.3;
    settings.limit = 12;
    const auto answer = search(*corpus, asked, settings);
    QVERIFY_OK(answer);
    QCOMPARE(answer->rows.size(), std::size_t(12));
    QCOMPARE(answer->rows.back().key, QByteArray("c3")); // NULL comes last
    QVERIFY(!answer->rows.back().score);
    for (const AnswerRow &row : answer->rows) {
        if (row.score)
            QCOMPARE(*row.score, 0.7 * *row.vector.score + 0.3 * *row.text.score);
    }
}

void EngineSearchTest::questionsWithoutAnEmbeddingSaySo()
{
    auto file = fan();
    RecordedQueries recorded;
    recorded.record(QStringLiteral("m-1"), QStringLiteral("known"), {0, 1});
    file->notes = {{notes::Queries, recorded.toBytes()}, {notes::SearchParameters, R"({"model": "m-1"})"}};
    const auto corpus = file->open();
    SearchSettings settings;
    const auto unknown = search(*corpus, {QStringLiteral("never asked")}, settings);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, Error::Kind::Missing);
    QVERIFY(unknown.error().message.contains(QStringLiteral("m-1")));
    const auto known = search(*corpus, {QStringLiteral("known")}, settings);
    QVERIFY_OK(known);
    QCOMPARE(known->rows.front().key, QByteArray("c11"));
    QCOMPARE(known->embeddedBy, QStringLiteral("recorded"));
    settings.model = QStringLiteral("m-2");
    QVERIFY(!search(*corpus, {QStringLiteral("known")}, settings));
}

void EngineSearchTest::embeddingsOfAnotherKindAreRefused()
{
    auto file = fan();
    for (CorpusChunk &chunk : file->chunks)
        chunk.model = "m-1";
    const auto corpus = file->open();
    const auto error = [&](const Question &question) { return search(*corpus, question, {}).error(); };
    QCOMPARE(error({{}, {1, 0, 0}}).kind, Error::Kind::Wrong);
    QCOMPARE(error({{}, {1, std::numeric_limits<float>::quiet_NaN()}}).kind, Error::Kind::Wrong);
    QCOMPARE(error({{}, {1, 0}, QStringLiteral("m-2")}).kind, Error::Kind::Wrong);
    QVERIFY(error({{}, {1, 0}, QStringLiteral("m-2")}).message.contains(QStringLiteral("m-2")));
    QVERIFY_OK(search(*corpus, {{}, {1, 0}, QStringLiteral("m-1")}, {}));
}

void EngineSearchTest::likeThisChunkNeedsNoEmbedding()
{
    const auto file = fan();
    const auto corpus = file->open();
    Question question;
    question.like = corpus->find("c5");
    SearchSettings settings;
    settings.limit = 1;
    QCOMPARE(keysOf(search(*corpus, question, settings)), QByteArrayList({"c5"}));
}

void EngineSearchTest::sumsOfExplanationsAreTheScores()
{
    const auto file = fan();
    const auto corpus = file->open();
    SearchSettings settings;
    settings.mode = SearchSettings::Mode::Hybrid;
    settings.vectorLimit = settings.textLimit = 4;
    settings.asUser = QStringLiteral("u1");
    const auto explained = explain(*corpus, asked, settings, *corpus->find("c1"));
    QVERIFY_OK(explained);
    QVERIFY(explained->inAnswer);
    QCOMPARE(explained->arithmetic, QStringLiteral("1/(60+1) + 1/(60+1) = 0.03279"));
    QCOMPARE(explained->place->rank, 1u);
    QCOMPARE(explained->placeUnfiltered, std::optional(2u));
    QCOMPARE(explained->terms.size(), 2);
    QCOMPARE(explained->terms[0].frequency, 1u);
    QVERIFY(explained->terms[0].isNeeded && explained->terms[0].adds == *explained->textScore);
    QCOMPARE(explained->conditions.size(), 1);
    QVERIFY(explained->conditions[0].passes);
    QCOMPARE(explained->highlights.size(), 2);
    QCOMPARE(explained->highlights[0].range.character, 0);
    QCOMPARE(explained->highlights[0].begin, std::optional<qint64>(100));
    QCOMPARE(explained->highlights[0].page, std::optional<qint64>(1));

    const auto cited = explain(*corpus, asked, settings, *corpus->find("c3"), QStringLiteral("service limits"));
    QCOMPARE(cited->citation->verdict, CitationVerdict::WordForWord);
    QCOMPARE(explain(*corpus, asked, settings, *corpus->find("c3"), QStringLiteral("service permits"))->citation->verdict, CitationVerdict::NotThere);

    settings.mode = SearchSettings::Mode::Bm25;
    settings.asUser.reset();
    const auto answer = search(*corpus, asked, settings);
    const auto first = explain(*corpus, asked, settings, answer->rows[0].row);
    QVERIFY_OK(first);
    double sum = 0;
    for (const ExplainedTerm &term : first->terms)
        sum += term.adds;
    QCOMPARE(float(sum), float(*answer->rows[0].score));
}

void EngineSearchTest::whyNotFindsTheStageAndTheChange_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const char *settings, const char *key, DroppedBy stage, const char *sql) { QTest::newRow(name) << QByteArray(settings) << QByteArray(key) << int(stage) << QString::fromLatin1(sql); };
    row("in the answer", R"({"limit": 3})", "c2", DroppedBy::Nothing, "");
    row("limit", R"({"limit": 3})", "c7", DroppedBy::Limit, "limit 8");
    row("limit by its name", R"({"limit": 3, "arguments": {"limit": "match_count"}})", "c7", DroppedBy::Limit, "match_count => 8");
    row("threshold by its name", R"({"limit": 12, "threshold": {"bound": 0.9}, "arguments": {"threshold": "match_threshold"}})", "c4", DroppedBy::Threshold, "match_threshold => 0.88");
    row("threshold", R"({"limit": 12, "threshold": {"bound": 0.9}})", "c4", DroppedBy::Threshold, "1 - (embedding <=> $1) > 0.88");
    row("owner", R"({"asUser": "u1"})", "c2", DroppedBy::Owner, "");
    row("status", R"({"status": ["ready"]})", "c4", DroppedBy::Status, "");
    row("document", R"({"documents": ["d1"]})", "c9", DroppedBy::Document, "");
    row("metadata", R"({"metadata": {"standard": "NACE"}})", "c1", DroppedBy::Metadata, "");
    row("no match", R"({"mode": "text"})", "c0", DroppedBy::NoMatch, "");
    row("text limit", R"({"mode": "text", "limit": 1})", "c1", DroppedBy::Limit, "limit 2");
    row("leg", R"({"mode": "hybrid", "vectorLimit": 2, "textLimit": 2})", "c4", DroppedBy::LegLimit, "-- in the vector leg\nlimit 5");
    row("fused", R"({"mode": "hybrid", "limit": 2, "vectorLimit": 5, "textLimit": 5})", "c4", DroppedBy::FusedBelow, "limit 6");
    row("not there", "{}", "c99", DroppedBy::NotInSnapshot, "");
}

void EngineSearchTest::whyNotFindsTheStageAndTheChange()
{
    QFETCH(QByteArray, settings);
    QFETCH(QByteArray, key);
    QFETCH(int, stage);
    QFETCH(QString, sql);
    const auto file = fan();
    const auto corpus = file->open();
    const auto from = SearchSettings::fromJson(settings);
    QVERIFY_OK(from);
    const auto why = whyNot(*corpus, asked, *from, key);
    QVERIFY_OK(why);
    QVERIFY2(int(why->stage) == stage, qPrintable(why->sentence));
    QVERIFY(!why->sentence.isEmpty());
    if (!sql.isEmpty()) {
        QVERIFY(!why->changes.isEmpty());
        QCOMPARE(why->changes[0].sql, sql);
    }
    // What is said to bring it back does, and one less does not.
    for (const SettingChange &change : why->changes) {
        QVERIFY(search(*corpus, asked, change.settings)->find(*why->row));
        QVERIFY(change.rank > 0);
        SearchSettings less = change.settings;
        if (less.limit > from->limit) {
            --less.limit;
            QVERIFY(!search(*corpus, asked, less)->find(*why->row));
        }
    }
    if (why->stage == DroppedBy::Owner || why->stage == DroppedBy::Status || why->stage == DroppedBy::Document || why->stage == DroppedBy::Metadata)
        QCOMPARE(why->changes.size(), 1);
}

void EngineSearchTest::somethingPastedFindsTheChunkItMeans()
{
    auto file = fan();
    file->chunks[3].key = "7f3a-0003";
    file->chunks[4].key = "7f3a-0004";
    const auto corpus = file->open();
    SearchSettings settings;
    settings.limit = 2;
    QCOMPARE(rowsMeantBy(*corpus, "c5"), std::vector<quint32>{5});
    QCOMPARE(rowsMeantBy(*corpus, "7f3a-0004"), std::vector<quint32>{4});
    QCOMPARE(rowsMeantBy(*corpus, "7f3a-"), (std::vector<quint32>{3, 4}));
    QCOMPARE(rowsMeantBy(*corpus, " gas\n"), std::vector<quint32>()); // too little to mean anything
    QCOMPARE(rowsMeantBy(*corpus, "maximum\n  hardness"), std::vector<quint32>{4});
    QCOMPARE(rowsMeantBy(*corpus, "hardness of"), (std::vector<quint32>{1, 10}));
    QCOMPARE(whyNot(*corpus, asked, settings, QByteArray("welds and preheat"))->row, std::optional<quint32>(2));
    QCOMPARE(whyNot(*corpus, asked, settings, QByteArray("welds and preheat"))->stage, DroppedBy::Limit);
    const auto several = whyNot(*corpus, asked, settings, QByteArray("7f3a"));
    QVERIFY(!several->row);
    QVERIFY2(several->sentence.contains(QStringLiteral("7f3a-0004")), qPrintable(several->sentence));
    QVERIFY(whyNot(*corpus, asked, settings, QByteArray("nowhere to be found"))->sentence.contains(QStringLiteral("no chunk")));
}

// A question or a row without length has similarities that are no number; that is said.
void EngineSearchTest::whatHasNoSimilarityIsSaid()
{
    auto file = fan();
    file->chunks[7].embedding = {0, 0};
    const auto corpus = file->open();
    SearchSettings settings;
    settings.limit = 12;
    const auto some = search(*corpus, asked, settings);
    QVERIFY_OK(some);
    QVERIFY2(some->warnings.join(QLatin1Char('\n')).contains(QStringLiteral("no number")), qPrintable(some->warnings.join(QLatin1Char('\n'))));
    Question nothing = asked;
    nothing.embedding = {0, 0};
    const auto all = search(*corpus, nothing, settings);
    QVERIFY_OK(all);
    QVERIFY2(all->warnings.join(QLatin1Char('\n')).contains(QStringLiteral("order is chance")), qPrintable(all->warnings.join(QLatin1Char('\n'))));
    // Where every row is scored in place it is said as well, and that no word is searched for.
    settings.mode = SearchSettings::Mode::Hybrid;
    settings.legs = SearchSettings::Legs::EveryRow;
    nothing.text = QStringLiteral("of the");
    const auto inPlace = search(*corpus, nothing, settings);
    QVERIFY_OK(inPlace);
    const QString said = inPlace->warnings.join(QLatin1Char('\n'));
    QVERIFY2(said.contains(QStringLiteral("order is chance")) && said.contains(QStringLiteral("stop words")), qPrintable(said));
}

// Rows of equal distance come in any order, so the limit that brings one back for certain lies beyond its
// rank; why is said.
void EngineSearchTest::equalDistancesAreGivenAsTheReason()
{
    auto file = fan();
    for (int i = 5; i < 12; ++i)
        file->chunks[i].embedding = file->chunks[5].embedding;
    const auto corpus = file->open();
    SearchSettings settings;
    settings.limit = 3;
    const auto why = whyNot(*corpus, asked, settings, QByteArray("c8"));
    QVERIFY_OK(why);
    QCOMPARE(why->stage, DroppedBy::Limit);
    QCOMPARE(why->rank, std::optional<quint32>(6));
    QVERIFY2(why->sentence.contains(QStringLiteral("shares rank 6 with 6 other")), qPrintable(why->sentence));
    QVERIFY(!why->changes.isEmpty());
    QVERIFY(why->changes.first().settings.limit > 6);
    settings.limit = 7; // some of them are returned, this one is not for certain
    const auto within = whyNot(*corpus, asked, settings, QByteArray("c11"));
    QVERIFY_OK(within);
    QVERIFY2(within->sentence.contains(QStringLiteral("shares rank 6 with 6 other")), qPrintable(within->sentence));
}

void EngineSearchTest::severalStagesNeedSeveralChanges()
{
    const auto file = fan();
    const auto corpus = file->open();
    SearchSettings settings;
    settings.limit = 2;
    settings.asUser = QStringLiteral("u1");
    settings.threshold = Threshold{Threshold::On::Similarity, 0.9, false};
    const auto why = whyNot(*corpus, asked, settings, QByteArray("c8"));
    QVERIFY_OK(why);
    QCOMPARE(why->stage, DroppedBy::Owner);
    QVERIFY(why->changes.isEmpty());
    QCOMPARE(why->together.size(), 3); // owner, threshold, limit
    QVERIFY(search(*corpus, asked, why->together.last().settings)->find(*why->row));
}

void EngineSearchTest::differencesFromProductionAreExplained()
{
    const auto file = fan();
    const auto corpus = file->open();
    SearchSettings production;
    production.limit = 3;
    const auto offline = search(*corpus, asked, production);
    const auto score = [&](int row) { return *offline->rows[std::size_t(row)].score; };
    const auto same = compareAnswers(*corpus, asked, {{"c0", score(0)}, {"c1", score(1)}, {"c2", score(2)}}, production, *offline);
    QVERIFY_OK(same);
    QVERIFY(same->isSame() && same->isSameButTies);
    QCOMPARE(same->equal, 3);
    const auto other = compareAnswers(*corpus, asked, {{"c0", score(0), "another text"}, {"new", 0.99}, {"c1", score(1)}}, production, *offline);
    QVERIFY_OK(other);
    QCOMPARE(other->rows.size(), 4);
    QCOMPARE(other->rows[0].reason, DifferenceReason::ChangedSince);
    QCOMPARE(other->rows[1].reason, DifferenceReason::NotInSnapshot);
    QCOMPARE(other->rows[2].kind, ComparedRow::Kind::Moved);
    QCOMPARE(other->rows[2].reason, DifferenceReason::Displaced);
    QCOMPARE(other->rows[3].kind, ComparedRow::Kind::OnlyOffline);
    QVERIFY(!other->isSameButTies);
    production.threshold = Threshold{Threshold::On::Similarity, 0.98, false};
    const auto stricter = compareAnswers(*corpus, asked, {{"c0", score(0)}, {"c1", score(1)}}, production, *offline);
    QCOMPARE(stricter->rows[2].reason, DifferenceReason::OtherSettings);
}

void EngineSearchTest::chunksWithFaultsAreFound()
{
    auto file = fan();
    for (CorpusChunk &chunk : file->chunks)
        chunk.model = "m-1";
    file->chunks[0].embedding.clear();
    file->chunks[1].embedding = {0, 0};
    file->chunks[2].embedding = {std::numeric_limits<float>::quiet_NaN(), 0};
    file->chunks[3].model = "m-2";
    file->chunks[5].text = file->chunks[7].text; // both of u1
    file->chunks[6].text = "Lorem ipsum dolor sit amet";
    file->chunks[8].text = "  ";
    file->chunks[10].embedding = file->chunks[11].embedding;
    file->chunks[11].end = 1102;
    const auto quality = chunkQuality(*file->open());
    QVERIFY_OK(quality);
    QCOMPARE(quality->chunks, 12u);
    QMap<ChunkFinding::Kind, QList<quint32>> found;
    for (const ChunkFinding &finding : quality->findings) {
        found[finding.kind] = finding.examples;
        QVERIFY(!finding.title.isEmpty() && !finding.meaning.isEmpty());
        QCOMPARE(int(finding.count), finding.examples.size());
    }
    using Kind = ChunkFinding::Kind;
    QCOMPARE(found[Kind::NoEmbedding], QList<quint32>{0});
    QCOMPARE(found[Kind::NoLength], QList<quint32>{1});
    QCOMPARE(found[Kind::NotFinite], QList<quint32>{2});
    QCOMPARE(found[Kind::OtherModel], QList<quint32>{3});
    QCOMPARE(found[Kind::Duplicate], QList<quint32>{7});
    QCOMPARE(found[Kind::Placeholder], QList<quint32>{6});
    QCOMPARE(found[Kind::EmptyText], QList<quint32>{8});
    QCOMPARE(found[Kind::SameEmbedding], QList<quint32>{11});
    QCOMPARE(found[Kind::StuckDocument], QList<quint32>{4});
    QVERIFY(found[Kind::WrongOffsets].contains(11));
    QVERIFY(quality->findings.first().isSerious);
    QVERIFY(quality->unchecked.isEmpty());
}

void EngineSearchTest::sweepsArriveRoughlyThenWhole()
{
    Embeddings source(16, 5, 3);
    CorpusFile file(16);
    for (int i = 0; i < 400; ++i) {
        CorpusChunk chunk;
        chunk.key = QByteArray::number(i);
        chunk.owner = "u" + QByteArray::number(i % 4);
        chunk.embedding = source.next();
        file.chunks << chunk;
    }
    const auto corpus = file.open();
    QList<NamedQuestion> questions;
    Judgements judgements;
    for (int i = 0; i < 40; ++i) {
        questions << NamedQuestion{QString::number(i), Question{{}, source.next()}, QStringLiteral("u%1").arg(i % 2)};
        judgements.grades[QString::number(i)] = {{QStringLiteral("7"), 1}};
    }
    SearchSettings now;
    now.scan = SearchSettings::Scan::Hnsw;
    SweepSettings settings;
    settings.variants = variantsOver(now, SweepAxis::EfSearch, {10, 40, 200});
    settings.judgements = judgements;
    settings.firstAfter = 8;
    QList<SweepPoint> seen;
    const auto points = sweep(*corpus, questions, settings, [&seen](const SweepPoint &point) { seen << point; });
    QVERIFY_OK(points);
    QCOMPARE(points->size(), 3);
    QCOMPARE(seen.size(), 9); // after 8, 32 and 40
    QCOMPARE(seen[0].questions, 8);
    QVERIFY(!seen[0].isFinal && seen.last().isFinal);
    for (const SweepPoint &point : *points) {
        QCOMPARE(point.questions, 40);
        QVERIFY(point.isFinal && point.recall && point.ndcg && point.p50 > 0 && point.p95 >= point.p50);
        QCOMPARE(point.perUser.size(), 2);
        QCOMPARE(point.grade, Grade::Statistical);
    }
    // A quarter of the rows is each user's: what the filter takes after the scan is missing.
    QVERIFY(*points->at(0).recall < *points->at(2).recall);
    QVERIFY(points->at(0).returned < 9);
    QVERIFY(*points->at(2).recall > 0.95);
    const auto suggestion = suggest(*points, now, 0.95);
    QVERIFY(suggestion);
    QCOMPARE(suggestion->sql, QStringLiteral("set local hnsw.ef_search = 200;"));
    QVERIFY(suggestion->sentence.contains(QStringLiteral("(now")));
    QVERIFY(!suggest(*points, now, 1.01));

    const auto histogram = histogramOf(*corpus, questions, now, judgements);
    QVERIFY_OK(histogram);
    QCOMPARE(std::accumulate(histogram->best.begin(), histogram->best.end(), qint64(0)), 40);
    QCOMPARE(std::accumulate(histogram->kept.begin(), histogram->kept.end(), qint64(0)), 400);
    QCOMPARE(std::accumulate(histogram->all.begin(), histogram->all.end(), qint64(0)), 4000);
    const auto estimate = estimateIndex(*corpus, SearchSettings::Scan::Hnsw, now);
    QVERIFY_OK(estimate);
    QVERIFY(estimate->bytes > 400 * 16 * 4 && estimate->buildSeconds > 0 && !estimate->derivation.isEmpty());
}

void EngineSearchTest::workThatIsStoppedIsCancelled()
{
    const auto file = fan();
    const auto corpus = file->open();
    CorpusWork work;
    work.isStopped = [] { return true; };
    SearchSettings settings;
    settings.mode = SearchSettings::Mode::Text;
    const auto text = search(*corpus, asked, settings, work);
    QVERIFY(!text && text.error().isCancelled());
    settings.mode = SearchSettings::Mode::Vector;
    settings.scan = SearchSettings::Scan::Hnsw;
    const auto graph = search(*corpus, asked, settings, work);
    QVERIFY(!graph && graph.error().isCancelled());
    QVERIFY_OK(search(*corpus, asked, settings)); // and can be asked again
}

void EngineSearchTest::oddVectorsAreAnswered_data()
{
    QTest::addColumn<int>("scan");
    QTest::addColumn<int>("metric");
    for (const auto scan : {SearchSettings::Scan::Exact, SearchSettings::Scan::Hnsw}) {
        for (const auto metric : {Metric::Cosine, Metric::L2, Metric::InnerProduct, Metric::L1})
            QTest::addRow("%s %s", qPrintable(nameOf(scan)), qPrintable(nameOf(metric))) << int(scan) << int(metric);
    }
}

// Zero, denormal, huge, infinite and NaN values in chunks and zero and denormal ones in the question:
// every search ends, answers what it can and says of each row where it stands.
void EngineSearchTest::oddVectorsAreAnswered()
{
    QFETCH(int, scan);
    QFETCH(int, metric);
    auto file = fan();
    const float denormal = std::numeric_limits<float>::denorm_min(), infinite = std::numeric_limits<float>::infinity(), nan = std::numeric_limits<float>::quiet_NaN();
    file->chunks[1].embedding = {0, 0};
    file->chunks[2].embedding = {denormal, -denormal};
    file->chunks[3].embedding = {3e38f, 3e38f};
    file->chunks[4].embedding = {nan, 1};
    file->chunks[5].embedding = {infinite, 0};
    file->chunks[6].embedding.clear();
    const auto corpus = file->open();
    SearchSettings settings;
    settings.scan = SearchSettings::Scan(scan);
    settings.metric = Metric(metric);
    settings.limit = 12;
    for (const std::vector<float> &embedding : {std::vector<float>{1, 0}, {0, 0}, {denormal, denormal}, {3e38f, -3e38f}}) {
        const Question question{QStringLiteral("x"), embedding};
        const auto answer = search(*corpus, question, settings);
        QVERIFY_OK(answer);
        if (settings.scan == SearchSettings::Scan::Exact)
            QCOMPARE(answer->rows.size(), std::size_t(12));
        QSet<quint32> seen;
        for (const AnswerRow &row : answer->rows)
            seen.insert(row.row);
        QCOMPARE(std::size_t(seen.size()), answer->rows.size());
        for (quint32 row = 0; row < 12; ++row) {
            QVERIFY_OK(explain(*corpus, question, settings, row));
            const auto why = whyNot(*corpus, question, settings, row);
            QVERIFY_OK(why);
            QCOMPARE(why->stage == DroppedBy::Nothing, seen.contains(row));
            QVERIFY(!why->sentence.isEmpty());
        }
    }
}

void EngineSearchTest::nothingAndOneRow()
{
    CorpusFile file(2);
    const auto none = file.open();
    file.chunks << fan()->chunks[0];
    const auto one = file.open();
    for (const char *json : {R"({})", R"({"scan": "hnsw"})", R"({"mode": "text"})", R"({"mode": "bm25"})", R"({"mode": "hybrid"})", R"({"mode": "hybrid", "legs": "everyRow"})", R"({"status": ["ready"]})"}) {
        const SearchSettings settings = SearchSettings::fromJson(QByteArrayView(json)).value();
        const auto nothing = search(*none, {QStringLiteral("steel"), {1, 0}}, settings);
        QVERIFY_OK(nothing);
        QVERIFY2(nothing->rows.empty(), json);
        const auto single = search(*one, {QStringLiteral("steel"), {1, 0}}, settings);
        QVERIFY_OK(single);
        QVERIFY2(single->rows.size() == 1, json);
        QCOMPARE(whyNot(*none, asked, settings, QByteArray("c0"))->stage, DroppedBy::NotInSnapshot);
    }
    QCOMPARE(chunkQuality(*none)->chunks, 0u);
    QVERIFY(!estimateIndex(*none, SearchSettings::Scan::Hnsw, {}));
    QCOMPARE(histogramOf(*none, {{QStringLiteral("1"), asked}}, {})->questions, 1);
}

void EngineSearchTest::tablesWithoutTextOrVectors()
{
    auto vectorsOnly = fan();
    vectorsOnly->columns = {"owner"};
    const auto vectors = vectorsOnly->open();
    SearchSettings text;
    text.mode = SearchSettings::Mode::Text;
    QCOMPARE(search(*vectors, asked, text).error().kind, Error::Kind::Missing);
    QVERIFY_OK(search(*vectors, asked, {}));
    QVERIFY(chunkQuality(*vectors)->unchecked.size() >= 4);
    CorpusFile textsOnly(0);
    textsOnly.chunks = fan()->chunks;
    for (CorpusChunk &chunk : textsOnly.chunks)
        chunk.embedding.clear();
    const auto texts = textsOnly.open();
    QCOMPARE(search(*texts, asked, {}).error().kind, Error::Kind::Missing);
    QVERIFY_OK(search(*texts, asked, text));
    QVERIFY_OK(chunkQuality(*texts));
    QCOMPARE(texts->productionSettings()->mode, SearchSettings::Mode::Text);
}

void EngineSearchTest::manyThreadsShareACorpus()
{
    const auto file = fan();
    const auto corpus = file->open();
    QThreadPool pool;
    pool.setMaxThreadCount(8);
    std::atomic<int> right = 0;
    for (int i = 0; i < 200; ++i) {
        pool.start([&, i] {
            const char *const ways[] = {R"({"scan": "hnsw", "limit": 3})", R"({"mode": "text"})", R"({"mode": "bm25", "asUser": "u1"})", R"({"mode": "hybrid", "status": ["ready"]})", R"({"documents": ["d2"]})"};
            const auto answer = search(*corpus, asked, SearchSettings::fromJson(QByteArrayView(ways[i % 5])).value());
            right += answer && !answer->rows.empty() && corpus->find(answer->rows[0].key) == answer->rows[0].row;
        });
    }
    pool.waitForDone();
    QCOMPARE(right.load(), 200);
}

void EngineSearchTest::halfvecAnswersToo()
{
    CorpusFile file(2, ElementType::Float16);
    file.chunks = fan()->chunks;
    const auto corpus = file.open();
    SearchSettings settings;
    settings.limit = 4;
    for (const auto scan : {SearchSettings::Scan::Exact, SearchSettings::Scan::Hnsw}) {
        settings.scan = scan;
        QCOMPARE(keysOf(search(*corpus, asked, settings)), QByteArrayList({"c0", "c1", "c2", "c3"}));
    }
    QCOMPARE(search(*corpus, {{}, {70'000, 0}}, settings).error().kind, Error::Kind::Wrong); // halfvec holds up to 65,504
}

void EngineSearchTest::runsAreTheAnswers()
{
    auto file = fan();
    file->notes = {{notes::SearchParameters, R"({"limit": 2})"}, {notes::SearchParameters + QByteArray("/by words"), R"({"mode": "text", "limit": 3})"}, {notes::SearchParameters + QByteArray("/broken"), R"({"limitt": 3})"}};
    const auto corpus = file->open();
    QCOMPARE(corpus->searches(), QStringList({QStringLiteral("by words"), QStringLiteral("broken")}));
    QCOMPARE(corpus->productionSettings()->limit, 2);
    QCOMPARE(corpus->productionSettings(QStringLiteral("by words"))->mode, SearchSettings::Mode::Text);
    QCOMPARE(corpus->productionSettings(QStringLiteral("broken")).error().kind, Error::Kind::Wrong);
    QCOMPARE(corpus->productionSettings(QStringLiteral("none")).error().kind, Error::Kind::Missing);
    QList<NamedQuestion> questions;
    for (int i = 0; i < 50; ++i) {
        questions << NamedQuestion{QString::number(i), asked, i % 2 ? std::optional(QStringLiteral("u1")) : std::nullopt};
        questions.last().question.like = quint32(i % 12);
    }
    SearchSettings settings;
    settings.limit = 3;
    const auto run = runQueries(*corpus, questions, settings);
    QVERIFY_OK(run);
    QCOMPARE(run->size(), 50);
    for (int i = 0; i < 50; ++i) {
        SearchSettings own = settings;
        own.asUser = questions[i].asUser;
        const auto answer = search(*corpus, questions[i].question, own);
        QCOMPARE(run->value(QString::number(i)).size(), qsizetype(answer->rows.size()));
        QCOMPARE(run->value(QString::number(i))[0].document.toUtf8(), answer->rows[0].key);
    }
    questions[30].question = Question{QStringLiteral("no embedding")};
    QCOMPARE(runQueries(*corpus, questions, settings).error().kind, Error::Kind::Missing);
}

void EngineSearchTest::indexesAreTriedBeforeTheyAreBuilt()
{
    Embeddings source(24, 12, 8);
    CorpusFile file(24);
    for (int i = 0; i < 1200; ++i) {
        CorpusChunk chunk;
        chunk.key = QByteArray::number(i);
        if (i % 40 != 7)
            chunk.embedding = source.next(false);
        file.chunks << chunk;
    }
    const auto corpus = file.open();
    QList<NamedQuestion> questions;
    for (int i = 0; i < 20; ++i)
        questions << NamedQuestion{QString::number(i), Question{{}, source.next(false)}};
    for (const Metric metric : {Metric::Cosine, Metric::L2, Metric::InnerProduct}) {
        SearchSettings settings;
        settings.metric = metric;
        settings.scan = SearchSettings::Scan::Ivfflat;
        settings.lists = 20;
        SweepSettings sweeping;
        sweeping.variants = variantsOver(settings, SweepAxis::Probes, {1, 4, 20}) + variantsOver(settings, SweepAxis::Quantisation, {0, 1});
        const auto points = sweep(*corpus, questions, sweeping, {});
        QVERIFY_OK(points);
        QVERIFY(*points->at(0).recall < 1 && *points->at(0).recall > 0.2);
        QVERIFY(*points->at(1).recall > *points->at(0).recall);
        QCOMPARE(*points->at(2).recall, 1.0); // all lists
        QVERIFY(points->at(0).visited < 0.3 * points->at(2).visited);
        QVERIFY(*points->at(3).recall > 0.9 && *points->at(4).recall > 0.9);
        QCOMPARE(points->at(0).grade, Grade::Statistical);
    }
    SearchSettings ivfflat;
    ivfflat.scan = SearchSettings::Scan::Ivfflat;
    ivfflat.lists = 20;
    // What few probes skip is found by more.
    int skipped = 0;
    for (int i = 0; i < 20; ++i) {
        SearchSettings exact;
        const auto nearest = search(*corpus, questions[i].question, exact);
        for (const AnswerRow &row : nearest->rows) {
            const auto why = whyNot(*corpus, questions[i].question, ivfflat, row.row);
            QVERIFY_OK(why);
            if (why->stage != DroppedBy::IndexSkipped)
                continue;
            ++skipped;
            QVERIFY(!why->changes.isEmpty() && why->changes[0].sql.startsWith(QStringLiteral("set local ivfflat.probes = ")));
        }
    }
    QVERIFY(skipped > 5);
    SearchSettings half = ivfflat;
    half.quantisation = SearchSettings::Quantisation::Halfvec;
    QVERIFY(estimateIndex(*corpus, SearchSettings::Scan::Hnsw, half)->bytes < estimateIndex(*corpus, SearchSettings::Scan::Hnsw, ivfflat)->bytes);
    QVERIFY(variantsOver(ivfflat, SweepAxis::Lists, usualValues(*corpus, ivfflat, SweepAxis::Lists)).size() >= 2);
}

QTEST_GUILESS_MAIN(EngineSearchTest)
#include "engine_search_test.moc"
