#pragma once

#include "retrieval/engine/explain.h"
#include "retrieval/engine/whynot.h"
#include "widgets/controls/drawer.h"
#include "widgets/pages/retrievalquotation.h"
#include "widgets/pages/retrievalview.h"

class QVBoxLayout;

namespace qd {

class Button;

// Why a result stands where it stands, or why a chunk is in no answer: the numbers of each stage, the
// text with what was found in it, where it stands in its document, and what would bring it back.
class RetrievalResult : public Drawer
{
    Q_OBJECT

public:
    explicit RetrievalResult(QWidget *parent = nullptr);

    void clear();
    void showWorking(const QString &title);
    // `difference`: how it stands in production, empty where that is no question.
    void showExplanation(const retrieval::Corpus &corpus, const retrieval::SearchAnswer &answer, const retrieval::RowExplanation &explained, const QString &difference);
    void showWhyNot(const QByteArray &key, const QString &name, const retrieval::WhyNot &why, const QString &difference);
    // Without any question.
    void showChunk(const retrieval::Corpus &corpus, quint32 row);
    // Whether a quotation stands in a chunk; `hasAnswer`: a question is shown that it may be in the answer to.
    void showQuotation(const retrieval::Corpus &corpus, const QuotationPlace &place, bool hasAnswer);
    void showFailure(const QString &title, const Error &error);
    // A text that was pasted for a key means several chunks: `rows` are some of them.
    void showSeveral(const retrieval::Corpus &corpus, const QString &words, const QList<quint32> &rows);
    // Of the question that is shown, for this row; nothing: not judged.
    void setJudged(bool mayJudge, std::optional<int> grade);
    std::optional<quint32> row() const { return m_row; }
    QString spoken() const { return m_spoken; }

signals:
    void filled(); // with new widgets
    void likeAsked(quint32 row);
    void judged(quint32 row, int grade);
    void changeAsked(const retrieval::SettingChange &change);
    void whyNotAsked(const QByteArray &key);
    void copied(const QString &sentence);

private:
    QVBoxLayout *begin();
    void finish(QVBoxLayout *column);
    void addGrade(QVBoxLayout *column, const retrieval::SearchAnswer &answer);
    void addLegs(QVBoxLayout *column, const retrieval::SearchAnswer &answer, const retrieval::RowExplanation &explained);
    void addPlace(QVBoxLayout *column, const retrieval::Corpus &corpus, const retrieval::RowExplanation &explained);
    void addTerms(QVBoxLayout *column, const retrieval::SearchAnswer &answer, const retrieval::RowExplanation &explained);
    void addConditions(QVBoxLayout *column, const retrieval::RowExplanation &explained);
    void addWhyNot(QVBoxLayout *column, const QByteArray &key, const QString &words, const QString &name);
    void addChanges(QVBoxLayout *column, const QString &title, const QList<retrieval::SettingChange> &changes);
    void say(QVBoxLayout *column, State state, const QString &words);
    void setCopy(const QString &text) { m_copyText = text; }

    std::optional<quint32> m_row;
    Button *m_like, *m_copy, *m_good, *m_bad;
    QString m_spoken, m_copyText;
};

} // namespace qd
