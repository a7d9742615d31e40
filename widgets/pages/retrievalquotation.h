#pragma once

#include "core/async.h"
#include "widgets/pages/retrievalview.h"

#include <QWidget>

class QLineEdit;

namespace qd {

class Button;

// Where a quotation stands, or what comes nearest to it.
struct QuotationPlace
{
    QString quotation;              // as it was looked for: without marks around it
    retrieval::Citation citation;
    std::optional<quint32> row;     // nothing: not a word of it stands anywhere
    std::optional<qint64> page;
    std::optional<qint64> begin;    // of the first place, in characters of the document
    bool isInAnswer = false;        // of the question that is shown
    bool passesFilters = true;      // as this question is asked
    int otherChunks = 0;            // where it stands word for word too
};

namespace retrievalview {

// Marks of quotation around a text, of any language, and dots where it was cut.
QString withoutQuotationMarks(const QString &text);
// Looks at `answered` first, then at every chunk that is alive.
Result<QuotationPlace> placeOfQuotation(const retrieval::Corpus &corpus, const QString &quotation, const QList<quint32> &answered, const retrieval::SearchSettings &settings, const retrieval::CorpusWork &work);

} // namespace retrievalview

// Below the answers: a quotation of an answer that should stand in a chunk.
class RetrievalQuotationBar : public QWidget
{
    Q_OBJECT

public:
    explicit RetrievalQuotationBar(QWidget *parent = nullptr);
    QLineEdit *field() const { return m_field; }

signals:
    void asked(const QString &quotation);

private:
    void ask();
    QLineEdit *m_field;
    Button *m_ask;
};

} // namespace qd
