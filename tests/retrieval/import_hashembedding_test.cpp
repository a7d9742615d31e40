#include "retrieval/import/hashembedding.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace qd::retrieval;

class HashEmbeddingTest : public QObject
{
    Q_OBJECT

private:
    HashEmbedding m_embedding;

    double nearness(std::string_view a, std::string_view b, int dims = 1536)
    {
        const std::vector<float> x = m_embedding.of(a, dims), y = m_embedding.of(b, dims);
        double sum = 0;
        for (std::size_t i = 0; i < x.size(); ++i)
            sum += double(x[i]) * double(y[i]);
        return sum;
    }

private slots:
    void theCommonStemsAreStemsInOrder()
    {
        // A word that says little weighs less than one that says something.
        QVERIFY(nearness("tables replication", "replication") > nearness("tables replication", "tables"));
        QVERIFY(nearness("using checkpoints", "checkpoints") > nearness("using checkpoints", "using"));
        QVERIFY(nearness("queries vacuum", "vacuum") > nearness("queries vacuum", "queries"));
    }

    void everyTextHasLengthOne_data()
    {
        QTest::addColumn<int>("dims");
        for (const int dims : {3, 384, 1024, 1536})
            QTest::addRow("%d", dims) << dims;
    }
    void everyTextHasLengthOne()
    {
        QFETCH(int, dims);
        const std::string longText = [] {
            std::string text;
            for (int i = 0; i < 5000; ++i)
                text += "word" + std::to_string(i * 7919 % 1000) + ' ';
            return text;
        }();
        for (const std::string &text : {std::string("autovacuum"), std::string("How is a dead row removed?"), std::string("日本語 über ٣٤"), longText}) {
            const std::vector<float> embedding = m_embedding.of(text, dims);
            QCOMPARE(int(embedding.size()), dims);
            double square = 0;
            for (const float x : embedding)
                square += double(x) * double(x);
            QVERIFY(std::abs(square - 1) < 1e-5);
        }
    }

    void aTextWithoutWordsHasNoDirection()
    {
        for (const char *text : {"", "   ", "the of and", "?!"}) {
            const std::vector<float> embedding = m_embedding.of(text, 64);
            QVERIFY(std::ranges::all_of(embedding, [](float x) { return x == 0.0f; }));
        }
    }

    void likeTextsAreNear()
    {
        const char *question = "How does photosynthesis store energy?";
        QVERIFY(nearness(question, question) > 0.9999);
        QVERIFY(nearness(question, "Energy that photosynthesis stores") > 0.5);
        QVERIFY(std::abs(nearness(question, "Treaties of the seventeenth century")) < 0.15);
        QVERIFY(nearness("authentication", "authenticator", 1024) > 0.03);
        // Words in the same order are nearer than the same words in another.
        QVERIFY(nearness("replication slot invalidated", "an invalidated replication slot") < nearness("replication slot invalidated", "the replication slot was invalidated"));
    }

    void sentencesOfTheSameSubjectFindEachOther()
    {
        const std::vector<const char *> texts = {
            "VACUUM removes dead row versions and makes their space available for new rows.",
            "A replication slot keeps write-ahead log until every standby has received it.",
            "The statistics collector counts how often an index was scanned.",
            "Client authentication is controlled by a file that lists hosts, users and methods.",
            "A checkpoint writes all dirty pages to disk.",
        };
        const std::vector<const char *> questions = {"where does space of dead rows go after vacuum", "why is write-ahead log kept for a slot", "which index is never scanned", "what authentication method does a host get", "when are dirty pages written"};
        for (std::size_t i = 0; i < questions.size(); ++i) {
            std::vector<double> scores;
            for (const char *text : texts)
                scores.push_back(nearness(questions[i], text));
            QCOMPARE(std::ranges::max_element(scores) - scores.begin(), std::ptrdiff_t(i));
        }
    }

    // The demo's database, its simulator and the sample that was built on another day must agree.
    void theBitsNeverChange()
    {
        const std::vector<float> embedding = m_embedding.of("Why was the replication slot lost?", 8);
        QByteArray bits;
        for (const float x : embedding)
            bits += QByteArray::number(double(x), 'g', 9) + ' ';
        QCOMPARE(bits.trimmed(), QByteArray("-0.392534345 0.785068691 0 -0.392534345 0 -0.274774045 0 0"));
    }

    void noPlaceTakesMuchMoreThanItsShare()
    {
        std::vector<int> places(1536);
        for (int i = 0; i < 3000; ++i) {
            const std::vector<float> embedding = m_embedding.of("w" + std::to_string(i * 7919), 1536);
            ++places[std::size_t(std::ranges::max_element(embedding, {}, [](float x) { return std::abs(x); }) - embedding.begin())];
        }
        QVERIFY(*std::ranges::max_element(places) < 25);
    }

    void theModelSaysHowManyDimensionsItHas()
    {
        QCOMPARE(HashEmbedding::model(1536), QStringLiteral("demo-hash-1536"));
        QCOMPARE(HashEmbedding::dimsOf(QStringLiteral("demo-hash-1024")), 1024);
        for (const char *other : {"", "demo-hash-", "demo-hash-0", "demo-hash-01", "demo-hash--5", "demo-hash-15x", "text-embedding-3-large", "xdemo-hash-15"})
            QCOMPARE(HashEmbedding::dimsOf(QLatin1String(other)), 0);
    }
};

QTEST_GUILESS_MAIN(HashEmbeddingTest)
#include "import_hashembedding_test.moc"
