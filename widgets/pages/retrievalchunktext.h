#pragma once

#include "retrieval/text/citations.h"

#include <QTextBrowser>

namespace qd {

// The text of a chunk with what a question found in it on `mark`, and a quotation in bold. Only shows
// what is there: no markup of the text is read.
class ChunkText : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ChunkText(QWidget *parent = nullptr);
    // Ranges are in bytes of the text.
    void setChunk(const QByteArray &utf8, const QList<retrieval::TextRange> &found, const QList<retrieval::TextRange> &quoted);
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void fit(); // no higher than its words, and never higher than a page has room for
    QByteArray m_utf8;
    QList<retrieval::TextRange> m_found, m_quoted;
};

} // namespace qd
