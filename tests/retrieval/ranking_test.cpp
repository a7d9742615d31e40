#include "retrieval/nastytexts.h"
#include "retrieval/text/ranking.h"
#include "retrieval/textserver.h"

#include <QTest>

#include <bit>

using namespace qd;
using namespace qd::retrieval;
using test::NastyTexts;
using test::TextServer;

// Documents of few words, so that they repeat, and queries of the same words with every operator.
class RankingTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TextServer> m_server;
    std::vector<std::string> m_documents; // texts of tsvectors
    std::vector<TsVector> m_vectors;

    static QByteArray word(NastyTexts &nasty)
    {
        static constexpr const char *all[] = {"alpha", "beta", "gamma", "delta", "alphabet", "betray", "g", "omega"};
        return all[nasty.below(8)];
    }

    static std::string document(NastyTexts &nasty, int index)
    {
        QByteArray vector;
        const int words = index % 50 == 0 ? 0 : 1 + nasty.below(7);
        for (int i = 0; i < words; ++i) {
            vector += word(nasty);
            const int positions = nasty.below(10) == 0 ? 0 : 1 + nasty.below(index % 20 == 1 ? 60 : 5);
            for (int p = 0; p < positions; ++p)
                vector += (p ? "," : ":") + QByteArray::number(1 + nasty.below(index % 9 == 0 ? 20000 : index % 2 ? 12 : 120)) + (index % 3 ? "" : QByteArray(1, "ABCD"[nasty.below(4)]));
            vector += ' ';
        }
        if (words && index % 4 == 0)
            vector += "filler:3 stuffing:8,9,700";
        return vector.toStdString();
    }

    static QByteArray query(NastyTexts &nasty, int depth)
    {
        const int kind = nasty.below(depth > 3 ? 4 : 10);
        if (kind < 4) {
            static constexpr const char *endings[] = {"", "", "", "", ":*", ":AB", ":c", ":*D"};
            return word(nasty) + endings[nasty.below(8)];
        }
        if (kind == 4)
            return "!" + query(nasty, depth + 1);
        static constexpr const char *between[] = {" & ", " & ", " | ", " | ", " <-> ", " <2> ", "<0>"};
        return "(" + query(nasty, depth + 1) + between[nasty.below(7)] + query(nasty, depth + 1) + ")";
    }

    static QByteArray bits(float value) { return QByteArray::number(std::bit_cast<quint32>(value), 16).rightJustified(8, '0'); }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<TextServer>();
        NastyTexts nasty(50);
        for (int i = 0; i < 400; ++i)
            m_documents.push_back(document(nasty, i));
        m_server->query("create table documents (i int primary key, v tsvector); insert into documents values " + TextServer::numbered(m_documents));
        const auto rows = m_server->query("select v from documents order by i");
        for (qsizetype row = 0; row < rows.count(); ++row) {
            const auto vector = TsVector::fromText(rows.at(row, 0));
            QVERIFY_OK(vector);
            m_vectors.push_back(*vector);
        }
    }

    void documentsMatchAsTheServerSays()
    {
        NastyTexts nasty(51);
        int found = 0, compared = 0;
        for (int block = 0; block < 30; ++block) {
            std::vector<std::string> texts;
            while (texts.size() < 100)
                texts.push_back(query(nasty, 0).toStdString());
            const auto rows = m_server->query("select q::text, (select string_agg(case when v @@ q then '1' else '0' end, '' order by d.i) from documents d) from (select i, t::tsquery q from (values " + TextServer::numbered(texts) + ") t(i, t)) t order by i");
            for (std::size_t i = 0; i < texts.size(); ++i) {
                const auto read = TsQuery::fromText(texts[i]);
                QVERIFY_OK(read);
                QCOMPARE(read->text(), rows.at(qsizetype(i), 0).toByteArray());
                QByteArray ours;
                for (const TsVector &vector : m_vectors) {
                    ours += matches(*read, vector) ? '1' : '0';
                    found += ours.back() == '1';
                    ++compared;
                }
                if (ours != rows.at(qsizetype(i), 1))
                    qWarning("%s", texts[i].c_str());
                QCOMPARE(ours, rows.at(qsizetype(i), 1).toByteArray());
            }
        }
        QVERIFY(found > compared / 10 && found < compared * 9 / 10);
    }

    // All 64 flag values, two sets of weights, both functions; documents that do not match too.
    void ranksAreTheServersToTheLastBit()
    {
        NastyTexts nasty(52);
        int compared = 0, differing = 0, distinct = 0;
        QSet<QByteArray> seen;
        for (int i = 0; i < 260; ++i) {
            QByteArray text = query(nasty, i % 4);
            if (i % 13 == 0)
                text = "alpha | beta | gamma | delta";
            if (i % 17 == 0)
                text = "alpha & beta & gamma";
            const auto read = TsQuery::fromText(text.toStdString());
            QVERIFY_OK(read);
            const int documents = 40;
            const RankWeights weights[] = {DefaultRankWeights, {0.05f, 0.3f, 0.5f, 0.9f}, {-1.0f, 1.0f, 0.0f, 0.7f}};
            const RankWeights &used = weights[i % 3];
            QByteArray array;
            for (const float weight : used)
                array += (array.isEmpty() ? "" : ",") + QByteArray::number(double(weight), 'g', 9);
            const auto rows = m_server->query("select string_agg(encode(float4send(ts_rank('{" + array + "}'::float4[], v, q, f)), 'hex') || encode(float4send(ts_rank_cd('{" + array + "}'::float4[], v, q, f)), 'hex'), '' order by d.i, f) "
                                              "from (select " + TextServer::quoted(text) + "::tsquery q) t, documents d, generate_series(0, 63) f where d.i % 10 = " + QByteArray::number(i % 10));
            const QByteArray theirs = rows.at(0, 0).toByteArray();
            QCOMPARE(theirs.size(), qsizetype(documents) * 64 * 16);
            qsizetype at = 0;
            for (int d = i % 10; d < 400; d += 10) {
                for (int flags = 0; flags < 64; ++flags) {
                    const QByteArray ours = bits(rank(*read, m_vectors[std::size_t(d)], flags, used)) + bits(rankCoverDensity(*read, m_vectors[std::size_t(d)], flags, used));
                    compared += 2;
                    if (ours != theirs.mid(at, 16) && ++differing <= 8)
                        qWarning("%s flags %d on %s: %s, server %s", text.constData(), flags, m_documents[std::size_t(d)].c_str(), ours.constData(), theirs.mid(at, 16).constData());
                    seen.insert(ours);
                    at += 16;
                }
            }
        }
        distinct = int(seen.size());
        QVERIFY(distinct > 20000);
        QVERIFY(compared > 1000000);
        QCOMPARE(differing, 0);
    }

    // Real sentences and websearch queries, as production asks.
    void textsAndWebSearchesToo()
    {
        const auto rows = m_server->query("create table notes (i serial, t text, v tsvector); insert into notes(t) select description from pg_description where length(description) > 25 order by objoid, classoid limit 1500;"
                                          "insert into notes(t) select short_desc || '. ' || coalesce(extra_desc, '') from pg_settings order by name; update notes set v = setweight(to_tsvector('english', left(t, 30)), 'A') || to_tsvector('english', substr(t, 31));"
                                          "select i, t, v from notes order by i");
        std::vector<TsVector> vectors;
        QByteArrayList words;
        for (qsizetype row = 0; row < rows.count(); ++row) {
            vectors.push_back(*TsVector::fromText(rows.at(row, 2)));
            words += rows.at(row, 1).toByteArray().simplified().split(' ');
        }
        NastyTexts nasty(53);
        Analyzer analyzer(Configuration::English, CharacterType::Utf8);
        qint64 matched = 0;
        for (int i = 0; i < 250; ++i) {
            QByteArray text;
            for (int w = 1 + nasty.below(5); w >= 0; --w) {
                const int at = nasty.below(int(words.size()) - 3);
                text += nasty.below(6) == 0 ? "-" + words[at] : nasty.below(5) == 0 ? '"' + words[at] + ' ' + words[at + 1] + '"' : words[at];
                text += nasty.below(3) == 0 ? " or " : " ";
            }
            const auto read = TsQuery::webSearch(text.toStdString(), analyzer);
            QVERIFY_OK(read);
            const auto answer = m_server->query("select i, encode(float4send(ts_rank(v, q)), 'hex'), encode(float4send(ts_rank_cd(v, q)), 'hex'), encode(float4send(ts_rank_cd(v, q, 1 | 4)), 'hex') from notes, websearch_to_tsquery('english', " + TextServer::quoted(text) + ") q where v @@ q order by i");
            qsizetype row = 0;
            for (std::size_t d = 0; d < vectors.size(); ++d) {
                if (!matches(*read, vectors[d]))
                    continue;
                QVERIFY(row < answer.count());
                QCOMPARE(answer.at(row, 0).toByteArray().toInt(), int(d) + 1);
                QCOMPARE(bits(rank(*read, vectors[d])), answer.at(row, 1).toByteArray());
                QCOMPARE(bits(rankCoverDensity(*read, vectors[d])), answer.at(row, 2).toByteArray());
                QCOMPARE(bits(rankCoverDensity(*read, vectors[d], 5)), answer.at(row, 3).toByteArray());
                ++row;
                ++matched;
            }
            QCOMPARE(row, answer.count());
        }
        QVERIFY(matched > 3000);
    }
};

QTEST_GUILESS_MAIN(RankingTest)
#include "ranking_test.moc"
