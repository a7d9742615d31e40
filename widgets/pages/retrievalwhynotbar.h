#pragma once

#include "widgets/pages/retrievalsession.h"

#include <QWidget>

class QLineEdit;

namespace qd {

class Button;

// The chunks that are meant by what was pasted where a key is wanted.
struct ChunksMeant
{
    QList<quint32> rows;         // some of them; one: that is the chunk
    int count = 0;
    bool isByText = false;       // it is no key and no beginning of one
};

namespace retrievalview {

// Its key, the beginning of keys, or text that stands in chunks; of a text also with other spaces and case.
Result<ChunksMeant> chunksMeant(const retrieval::Corpus &corpus, const QString &typed, const retrieval::SearchSettings &settings, const retrieval::CorpusWork &work);

} // namespace retrievalview

// Below the answers: the key of a chunk that should be there and is not. What was judged relevant for
// this question and is missing can be picked.
class RetrievalWhyNotBar : public QWidget
{
    Q_OBJECT

public:
    explicit RetrievalWhyNotBar(QWidget *parent = nullptr);
    void showSession(const RetrievalSession &session, const std::optional<retrieval::Judgements> &judgements);
    void clear();
    QLineEdit *field() const { return m_field; }
    // What is offered: key and name, no two names alike.
    const QList<std::pair<QString, QString>> &missing() const { return m_judged; }

signals:
    void asked(const QByteArray &key);

private:
    void ask();
    void openMissing();

    QLineEdit *m_field;
    Button *m_ask, *m_missing;
    QList<std::pair<QString, QString>> m_judged; // key and name
};

} // namespace qd
