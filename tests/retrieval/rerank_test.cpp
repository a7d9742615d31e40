// Reranking on top of an answer, and what services said once and need not be asked again.
#include "retrieval/askedbefore.h"
#include "retrieval/engine/rerank.h"
#include "retrieval/enginecorpus.h"
#include "retrieval/recordedqueries.h"

#include <QDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace qd;
using namespace qd::retrieval;
using namespace qd::test;

namespace {

const QString model = QStringLiteral("reranker-1");

// Chunk n lies n times 10 degrees away from the question (1, 0); the third has no text.
std::unique_ptr<CorpusFile> fiveChunks()
{
    auto file = std::make_unique<CorpusFile>(2);
    for (int i = 0; i < 5; ++i) {
        CorpusChunk chunk;
        chunk.key = "c" + QByteArray::number(i);
        if (i != 2)
            chunk.text = "text " + QByteArray::number(i);
        chunk.embedding = {float(std::cos(i * 0.1745)), float(std::sin(i * 0.1745))};
        file->chunks << chunk;
    }
    return file;
}

SearchAnswer candidatesOf(const Corpus &corpus)
{
    SearchSettings settings;
    settings.limit = 5;
    const auto answer = search(corpus, {QStringLiteral("question"), {1, 0}}, settings);
    if (!answer)
        qFatal("%s", qPrintable(answer.error().message));
    return *answer;
}

QByteArrayList keysOf(const SearchAnswer &answer)
{
    QByteArrayList keys;
    for (const AnswerRow &row : answer.rows)
        keys << row.key;
    return keys;
}

// The reranker's words about the first rows of a search; what is returned of them.
Reranking rerankingOf(const Corpus &corpus, const SearchSettings &settings, const std::vector<std::optional<double>> &scores, int limit)
{
    const auto candidates = search(corpus, {QStringLiteral("question"), {1, 0}}, settings);
    if (!candidates)
        qFatal("%s", qPrintable(candidates.error().message));
    return {*candidates, {model, scores}, limit};
}

SearchSettings candidateSettings(int candidates)
{
    SearchSettings settings;
    settings.limit = candidates;
    return settings;
}

const Question rerankQuestion{QStringLiteral("question"), {1, 0}};

// Asks for candidates as the change says and looks whether the row is one.
void tryCandidates(const Corpus &corpus, const SettingChange &change, quint32 row)
{
    SearchSettings settings = change.settings;
    settings.limit = change.candidates;
    const auto answer = search(corpus, rerankQuestion, settings);
    QVERIFY(answer);
    const AnswerRow *found = answer->find(row);
    QVERIFY2(found, qPrintable(change.sentence));
    QCOMPARE(change.candidateRank, found->rank);
    QCOMPARE(change.rank, 0);
    QVERIFY2(change.sentence.contains(model) && change.sentence.contains(QStringLiteral("decides")), qPrintable(change.sentence));
}

} // namespace

class RerankTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void theModelsOrderReplacesTheSearchsAndBothRanksStay()
    {
        const auto file = fiveChunks();
        const auto corpus = file->open();
        const SearchAnswer candidates = candidatesOf(*corpus);
        QCOMPARE(keysOf(candidates), (QByteArrayList{"c0", "c1", "c2", "c3", "c4"}));
        QCOMPARE(textsOf(*corpus, candidates), (QList<QByteArray>{"text 0", "text 1", QByteArray(), "text 3", "text 4"}));
        const auto answer = reranked(candidates, {model, {0.1, 0.5, std::nullopt, 0.9, 0.5}}, 3);
        QVERIFY(answer);
        // c1 and c4 are equal: the search's order decides, both are marked, and one is beyond the limit of 2.
        QCOMPARE(keysOf(*answer), (QByteArrayList{"c3", "c1", "c4"}));
        QCOMPARE(answer->rows[0].rank, 1);
        QCOMPARE(answer->rows[0].candidateRank, 4);
        QCOMPARE(answer->rows[0].rerankScore, std::optional(0.9));
        QCOMPARE(answer->rows[0].score, candidates.rows[3].score);
        QVERIFY(!answer->rows[0].isTied && answer->rows[1].isTied && answer->rows[2].isTied);
        QCOMPARE(answer->rows[1].group, answer->rows[2].group);
        QCOMPARE(answer->counts.candidates, std::optional<quint32>(5));
        QCOMPARE(answer->rerankedBy, model);
        QCOMPARE(answer->settings.limit, 3);
        QCOMPARE(reranked(candidates, {model, {0.1, 0.5, std::nullopt, 0.9, 0.5}}, 2)->counts.tiedBeyondLimit, std::optional<quint32>(1));
        // A row that could not be judged comes last.
        QCOMPARE(keysOf(*reranked(candidates, {model, {0.1, 0.5, std::nullopt, 0.9, 0.5}}, 0)).last(), QByteArray("c2"));
    }

    // What a service says is no promise about production, however exact the search was.
    void theGradeIsNoMoreThanStatistical()
    {
        const auto file = fiveChunks();
        const auto corpus = file->open();
        const SearchAnswer candidates = candidatesOf(*corpus);
        const auto answer = reranked(candidates, {model, std::vector<std::optional<double>>(5, 0.5)}, 5);
        QVERIFY(answer);
        QCOMPARE(answer->grade, Grade::Statistical);
        QVERIFY2(answer->reason.contains(model) && answer->reason != candidates.reason, qPrintable(answer->reason));
        QCOMPARE(keysOf(*answer), keysOf(candidates));
    }

    void halfARankingIsNotUsed()
    {
        const auto file = fiveChunks();
        const auto corpus = file->open();
        const SearchAnswer candidates = candidatesOf(*corpus);
        for (const std::vector<std::optional<double>> &scores : {std::vector<std::optional<double>>{1, 2}, {1, 2, 3, 4, std::numeric_limits<double>::quiet_NaN()}}) {
            const auto answer = reranked(candidates, {model, scores}, 3);
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Error::Kind::Wrong);
            QVERIFY(answer.error().message.contains(model));
        }
    }

    void belowTheLimitIsWhatTheModelSaidAndAHigherLimitReturnsIt()
    {
        const auto file = fiveChunks();
        const auto corpus = file->open();
        const Reranking reranking = rerankingOf(*corpus, candidateSettings(5), {0.1, 0.5, std::nullopt, 0.9, 0.7}, 2); // c3 c4 | c1 c0 c2
        const auto why = whyNot(*corpus, rerankQuestion, reranking, QByteArray("c0"));
        QVERIFY(why);
        QCOMPARE(why->stage, DroppedBy::Reranked);
        QCOMPARE(why->rank, std::optional<quint32>(4));
        QCOMPARE(why->limit, std::optional<quint32>(2));
        QCOMPARE(why->score, std::optional(0.1));
        QCOMPARE(why->bound, std::optional(0.7));
        QCOMPARE(*why->margin, 0.7 - 0.1);
        QVERIFY2(why->sentence.contains(model) && why->sentence.contains(QStringLiteral("0.1")) && why->sentence.contains(QStringLiteral("rank 4 of 5")), qPrintable(why->sentence));
        QVERIFY2(why->sentence.endsWith(QStringLiteral("The search had it at rank 1.")), qPrintable(why->sentence));
        // Every row that is left out, each change tried.
        for (const char *key : {"c1", "c0", "c2"}) {
            const auto row = corpus->find(key);
            const auto reason = whyNot(*corpus, rerankQuestion, reranking, *row);
            QVERIFY(reason && reason->stage == DroppedBy::Reranked);
            QCOMPARE(reason->changes.size(), 1);
            const SettingChange &change = reason->changes.first();
            QCOMPARE(change.candidates, 5);
            QVERIFY2(change.sql.contains(QStringLiteral("limit %1").arg(change.settings.limit)), qPrintable(change.sql));
            const auto higher = reranked(reranking.candidates, reranking.scores, change.settings.limit);
            QVERIFY(higher && higher->find(*row));
            QCOMPARE(higher->find(*row)->rank, change.rank);
            QVERIFY(!reranked(reranking.candidates, reranking.scores, change.settings.limit - 1)->find(*row));
        }
    }

    void withoutTextOrAmongEqualsTheReasonIsAnother()
    {
        const auto file = fiveChunks();
        const auto corpus = file->open();
        const Reranking reranking = rerankingOf(*corpus, candidateSettings(5), {0.1, 0.5, std::nullopt, 0.9, 0.5}, 2); // c3 c1 | c4 c0 c2
        const auto tied = whyNot(*corpus, rerankQuestion, reranking, QByteArray("c4"));
        QVERIFY(tied);
        QCOMPARE(tied->margin, std::optional(0.0));
        QVERIFY2(tied->sentence.contains(QStringLiteral("as much as the last row returned")), qPrintable(tied->sentence));
        const auto silent = whyNot(*corpus, rerankQuestion, reranking, QByteArray("c2"));
        QVERIFY(silent);
        QVERIFY(!silent->score && !silent->margin);
        QCOMPARE(silent->rank, std::optional<quint32>(5));
        QVERIFY2(silent->sentence.contains(QStringLiteral("no text")), qPrintable(silent->sentence));
        const auto there = whyNot(*corpus, rerankQuestion, reranking, QByteArray("c3"));
        QVERIFY(there);
        QCOMPARE(there->stage, DroppedBy::Nothing);
        QVERIFY2(there->sentence.contains(QStringLiteral("at rank 1")) && there->sentence.contains(QStringLiteral("at rank 4")), qPrintable(there->sentence));
        QVERIFY(there->changes.isEmpty());
        QCOMPARE(whyNot(*corpus, rerankQuestion, reranking, QByteArray("c9"))->stage, DroppedBy::NotInSnapshot);
        // Without a limit nothing is left out.
        QCOMPARE(whyNot(*corpus, rerankQuestion, {reranking.candidates, reranking.scores, 0}, QByteArray("c2"))->stage, DroppedBy::Nothing);
    }

    void whatWasNoCandidateSpeaksOfTheCandidates()
    {
        const auto file = fiveChunks();
        const auto corpus = file->open();
        const Reranking reranking = rerankingOf(*corpus, candidateSettings(3), {0.1, 0.5, std::nullopt}, 2);
        const auto row = corpus->find("c4");
        const auto why = whyNot(*corpus, rerankQuestion, reranking, *row);
        QVERIFY(why);
        QCOMPARE(why->stage, DroppedBy::Limit);
        QCOMPARE(why->rank, std::optional<quint32>(5));
        QCOMPARE(why->limit, std::optional<quint32>(3));
        QVERIFY2(why->sentence.startsWith(QStringLiteral("It is not among the 3 candidate")) && why->sentence.contains(model), qPrintable(why->sentence));
        QCOMPARE(why->changes.size(), 1);
        const SettingChange &change = why->changes.first();
        QVERIFY2(change.sentence.startsWith(QStringLiteral("Give the reranker 5 candidates instead of 3. It is candidate 5 then")), qPrintable(change.sentence));
        QCOMPARE(change.candidates, 5);
        QCOMPARE(change.settings.limit, 2);
        QCOMPARE(change.sql, QStringLiteral("limit 5"));
        tryCandidates(*corpus, change, *row);
    }

    void aFilterOrAThresholdKeepsItFromTheReranker()
    {
        auto file = fiveChunks();
        for (int i = 0; i < 5; ++i)
            file->chunks[i].owner = i < 4 ? "a" : "b";
        const auto corpus = file->open();
        const auto row = corpus->find("c4");
        SearchSettings settings = candidateSettings(5);
        settings.threshold = Threshold{Threshold::On::Similarity, 0.9, false}; // c4: cos 40° = 0.766
        const auto below = whyNot(*corpus, rerankQuestion, rerankingOf(*corpus, settings, {0.1, 0.5, std::nullopt}, 2), *row);
        QVERIFY(below);
        QCOMPARE(below->stage, DroppedBy::Threshold);
        QVERIFY(!below->changes.isEmpty());
        for (const SettingChange &change : below->changes) {
            QCOMPARE(change.candidates, 5);
            QVERIFY2(change.sentence.startsWith(QStringLiteral("Lower the threshold")) || change.sentence.startsWith(QStringLiteral("Ask without")), qPrintable(change.sentence));
            tryCandidates(*corpus, change, *row);
        }
        settings.threshold.reset();
        settings.asUser = QStringLiteral("a");
        const auto owner = whyNot(*corpus, rerankQuestion, rerankingOf(*corpus, settings, {0.1, 0.5, std::nullopt, 0.9}, 2), *row);
        QVERIFY(owner);
        QCOMPARE(owner->stage, DroppedBy::Owner);
        QCOMPARE(owner->changes.size(), 1);
        tryCandidates(*corpus, owner->changes.first(), *row);
    }

    // An owner and a limit: only both make it a candidate, and only the last step speaks of the reranker.
    void severalChangesMakeItACandidateOneAfterTheOther()
    {
        auto file = fiveChunks();
        for (int i = 0; i < 5; ++i) {
            file->chunks[i].owner = i < 3 ? "a" : "b";
            file->chunks[i].status = i < 4 ? "ready" : "draft";
        }
        const auto corpus = file->open();
        const auto row = corpus->find("c4");
        SearchSettings settings = candidateSettings(1);
        settings.asUser = QStringLiteral("a");
        settings.status = {QStringLiteral("ready")};
        const auto why = whyNot(*corpus, rerankQuestion, rerankingOf(*corpus, settings, {0.1}, 1), *row);
        QVERIFY(why);
        QVERIFY(why->changes.isEmpty());
        QVERIFY(why->together.size() >= 3);
        for (qsizetype i = 0; i + 1 < why->together.size(); ++i)
            QVERIFY2(!why->together[i].sentence.contains(model), qPrintable(why->together[i].sentence));
        QVERIFY(std::any_of(why->together.cbegin(), why->together.cend(), [](const SettingChange &change) { return change.sentence.startsWith(QStringLiteral("Give the reranker 2 candidates instead of 1.")); }));
        tryCandidates(*corpus, why->together.last(), *row);
    }

    void anEmbeddingIsKeptByModelDimensionAndQuestion()
    {
        const AskedBefore asked(m_folder.filePath(QStringLiteral("asked")));
        const QString question = QStringLiteral("what opens the valve? — größer");
        QVERIFY(!asked.embedding(model, 3, question));
        // A model without a name could be any.
        QVERIFY(asked.keepEmbedding({}, question, {9, 9, 9}));
        QVERIFY(!asked.embedding({}, 3, question));
        QVERIFY(asked.keepEmbedding(model, question, {1, -2.5F, 1e-30F}));
        const AskedBefore another(m_folder.filePath(QStringLiteral("asked")));
        QCOMPARE(another.embedding(model, 3, question), std::optional(std::vector<float>{1, -2.5F, 1e-30F}));
        QVERIFY(!another.embedding(model, 2, question));
        QVERIFY(!another.embedding(QStringLiteral("reranker-2"), 3, question));
        QVERIFY(!another.embedding(model, 3, question + QLatin1Char(' ')));
        QCOMPARE(QFileInfo(m_folder.filePath(QStringLiteral("asked"))).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    }

    void scoresCountOnlyWhenEveryTextWasRanked()
    {
        const AskedBefore asked(m_folder.filePath(QStringLiteral("scores")));
        const QString question = QStringLiteral("q");
        QVERIFY(asked.keepScores(model, question, {"a", "b"}, {0.25, -1}));
        QCOMPARE(asked.scores(model, question, {"b", "a"}), std::optional(std::vector<double>{-1, 0.25}));
        QVERIFY(!asked.scores(model, question, {"a", "c"}));
        QVERIFY(asked.keepScores(model, question, {"c"}, {7}));
        QCOMPARE(asked.scores(model, question, {"a", "b", "c"}), std::optional(std::vector<double>{0.25, -1, 7}));
        QVERIFY(!asked.scores(model, QStringLiteral("another"), {"a"}));
    }

    // Cut anywhere, a kept file is a question that was not asked; never a wrong answer.
    void aDamagedFileIsAskedAgain()
    {
        const QString folder = m_folder.filePath(QStringLiteral("damaged"));
        const AskedBefore asked(folder);
        QVERIFY(asked.keepEmbedding(model, QStringLiteral("q"), {1, 2, 3}));
        QVERIFY(asked.keepScores(model, QStringLiteral("q"), {"a"}, {1}));
        for (const QString &name : QDir(folder).entryList(QDir::Files)) {
            QFile file(folder + QLatin1Char('/') + name);
            QVERIFY(file.open(QIODevice::ReadWrite));
            const QByteArray whole = file.readAll();
            for (qsizetype size = whole.size() - 1; size >= 0; --size) {
                QVERIFY(file.resize(size));
                QVERIFY(name.endsWith(QLatin1String(".scores")) ? !asked.scores(model, QStringLiteral("q"), {"a"}) : !asked.embedding(model, 3, QStringLiteral("q")));
            }
        }
        QVERIFY(asked.keepScores(model, QStringLiteral("q"), {"a"}, {2}));
        QCOMPARE(asked.scores(model, QStringLiteral("q"), {"a"}), std::optional(std::vector<double>{2}));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        QFile file(m_folder.filePath(QStringLiteral("in the way")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto kept = AskedBefore(file.fileName() + QStringLiteral("/asked")).keepEmbedding(model, QStringLiteral("q"), {1});
        QVERIFY(!kept);
        QVERIFY(kept.error().message.contains(QStringLiteral("asked again")));
    }
};

QTEST_GUILESS_MAIN(RerankTest)
#include "rerank_test.moc"
