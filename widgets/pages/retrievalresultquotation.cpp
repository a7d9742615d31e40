// What the result says about a pasted quotation.

#include "core/format.h"
#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/pages/retrievalchunktext.h"
#include "widgets/pages/retrievalresult.h"
#include "widgets/pages/retrievalwhynotbar.h"

#include <QVBoxLayout>

namespace qd {

using namespace retrieval;

// A chunk with a title is named with its page already.
static QString quotationWhere(const QuotationPlace &place, bool isPageNamed)
{
    const TextRange &range = place.citation.places.empty() ? place.citation.longest : place.citation.places.front();
    const QString from = format::count(place.begin.value_or(range.character)), to = format::count(place.begin.value_or(range.character) + range.characters);
    if (place.begin && place.page && !isPageNamed)
        return RetrievalResult::tr("page %1, characters %2 to %3 of its document").arg(*place.page).arg(from, to);
    if (place.begin)
        return RetrievalResult::tr("characters %1 to %2 of its document").arg(from, to);
    if (place.page && !isPageNamed)
        return RetrievalResult::tr("page %1, characters %2 to %3 of the chunk").arg(*place.page).arg(from, to);
    return RetrievalResult::tr("characters %1 to %2 of the chunk").arg(from, to);
}

void RetrievalResult::showQuotation(const Corpus &corpus, const QuotationPlace &place, bool hasAnswer)
{
    const auto [title, at] = place.row ? retrievalview::nameOf(corpus, *place.row) : std::pair<QString, QString>();
    const QString name = QStringLiteral("%1 %2").arg(title, at).trimmed(), where = quotationWhere(place, place.row && title.toUtf8() != corpus.key(*place.row));
    setTitle(tr("Quotation"));
    setNamed(name);
    setPosition(-1, 0);
    QVBoxLayout *column = begin();
    m_row = place.row;
    const bool isThere = place.citation.verdict != CitationVerdict::NotThere;
    if (place.citation.verdict == CitationVerdict::WordForWord)
        say(column, State::Ok, tr("Found word for word in %1: %2.").arg(name, where));
    else if (isThere)
        say(column, State::Ok, tr("All its words stand in their order in %1: %2. Only case, spacing or punctuation differ.").arg(name, where));
    else
        say(column, State::Failing, tr("Cited, but not there: no chunk of the snapshot holds it."));
    if (!isThere && place.row)
        say(column, State::Unknown, tr("Nearest is %1: %2 of its %n word(s) in a row, %3.", nullptr, place.citation.words).arg(name).arg(place.citation.longestWords).arg(where));
    if (isThere && hasAnswer && !place.isInAnswer)
        say(column, State::Warning, tr("This chunk is not in the answer to the question, so the answer cannot have it from there."));
    if (isThere && hasAnswer && !place.isInAnswer)
        addWhyNot(column, corpus.key(*place.row), RetrievalWhyNotBar::tr("Why Not?"), name);
    if (isThere && !place.passesFilters)
        say(column, State::Warning, tr("This chunk does not pass the filters of the question."));
    if (isThere && place.otherChunks > 0)
        say(column, State::Unknown, tr("It stands word for word in %n other chunk(s), too.", nullptr, place.otherChunks));
    if (place.row) {
        auto *text = new ChunkText;
        text->setChunk(corpus.text(*place.row), isThere ? QList<TextRange>(place.citation.places.begin(), place.citation.places.end()) : QList<TextRange>{place.citation.longest}, {});
        column->addWidget(text);
        auto *key = new Label(QString::fromUtf8(corpus.key(*place.row)), Type::CodeSmall, Tone::Text3);
        key->setTextInteractionFlags(Qt::TextSelectableByMouse);
        key->setElides(true, Qt::ElideMiddle);
        column->addWidget(key);
    }
    setCopy(place.quotation + u'\n' + m_spoken + (place.row ? QString::fromUtf8(corpus.key(*place.row)) : QString()));
    finish(column);
    m_like->setEnabled(place.row && corpus.searchable().contains(*place.row));
}

void RetrievalResult::addWhyNot(QVBoxLayout *column, const QByteArray &key, const QString &words, const QString &name)
{
    auto *button = new Button(words, Button::Kind::Link);
    button->setAutoDefault(true); // Enter presses it
    button->setAccessibleName(words == name ? name : QStringLiteral("%1 %2").arg(words, name));
    // The answer takes the place of what is pressed.
    connect(button, &QPushButton::clicked, this, [this, key] { emit whyNotAsked(key); }, Qt::QueuedConnection);
    column->addWidget(button, 0, Qt::AlignLeft);
}

void RetrievalResult::showSeveral(const Corpus &corpus, const QString &words, const QList<quint32> &rows)
{
    setTitle(tr("Why it is missing"));
    setObject({});
    setPosition(-1, 0);
    QVBoxLayout *column = begin();
    say(column, State::Unknown, words);
    for (const quint32 row : rows) {
        const auto [title, at] = retrievalview::nameOf(corpus, row);
        const QString key = QString::fromUtf8(corpus.key(row));
        const QString name = title == key || at == key ? QStringLiteral("%1 %2").arg(title, at).trimmed() : QStringLiteral("%1 %2 · %3").arg(title, at, key);
        addWhyNot(column, corpus.key(row), name, name);
        m_spoken += name + u'\n';
    }
    setCopy(m_spoken);
    finish(column);
}

} // namespace qd
