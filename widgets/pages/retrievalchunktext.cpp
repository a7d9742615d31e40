#include "widgets/pages/retrievalchunktext.h"

#include "widgets/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QResizeEvent>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace qd {

ChunkText::ChunkText(QWidget *parent) : QTextBrowser(parent)
{
    setAccessibleName(tr("Text of the chunk"));
    setOpenLinks(false);
    setReadOnly(true);
    setProperty("focusRing", true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&Theme::instance(), &Theme::changed, this, &ChunkText::restyle);
    restyle();
}

void ChunkText::setChunk(const QByteArray &utf8, const QList<retrieval::TextRange> &found, const QList<retrieval::TextRange> &quoted)
{
    m_utf8 = utf8;
    m_found = found;
    m_quoted = quoted;
    setPlainText(QString::fromUtf8(utf8));
    restyle();
    // The first find is what one wants to see.
    if (!found.isEmpty()) {
        QTextCursor cursor(document());
        cursor.setPosition(int(std::min<qsizetype>(QString::fromUtf8(utf8.left(found.first().byte)).size(), document()->characterCount() - 1)));
        setTextCursor(cursor);
        ensureCursorVisible();
    }
}

void ChunkText::restyle()
{
    setFont(qd::font(Type::Cell));
    setStyleSheet(QStringLiteral("QTextBrowser { background: %1; border: 1px solid %2; border-radius: 4px; color: %3; padding: 4px; }").arg(tokens().inset.name(), tokens().border.name(), tokens().text.name()));
    QList<QTextEdit::ExtraSelection> selections;
    const auto select = [&](const retrieval::TextRange &range, bool isQuoted) {
        QTextEdit::ExtraSelection selection;
        const int last = std::max(0, document()->characterCount() - 1);
        const int begin = int(std::min<qsizetype>(QString::fromUtf8(m_utf8.left(range.byte)).size(), last));
        const int end = int(std::min<qsizetype>(QString::fromUtf8(m_utf8.left(range.byte + range.bytes)).size(), last));
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(begin);
        selection.cursor.setPosition(end, QTextCursor::KeepAnchor);
        if (isQuoted)
            selection.format.setFontUnderline(true);
        else
            selection.format.setBackground(tokens().mark);
        selections << selection;
    };
    for (const auto &range : std::as_const(m_quoted))
        select(range, true);
    for (const auto &range : std::as_const(m_found))
        select(range, false);
    setExtraSelections(selections);
    fit();
}

void ChunkText::fit()
{
    const int needed = int(std::ceil(document()->documentLayout()->documentSize().height())) + scaled(12);
    setFixedHeight(std::clamp(needed, scaled(44), scaled(146)));
}

void ChunkText::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

QSize ChunkText::sizeHint() const { return {scaled(280), scaled(146)}; }

} // namespace qd
