#include "retrieval/import/manualchunks.h"

#include <QHash>

#include <algorithm>

namespace qd::retrieval {

namespace {

constexpr int ManualMostWords = 250;     // a chunk that is not too small ends before it gets longer
constexpr int ManualFewWords = 110;       // shorter ones go on, unless a section begins
constexpr int ManualSectionWords = 80;   // from here on a section begins a chunk of its own
constexpr int ManualTermWords = 100;      // and a term
constexpr int ManualRestWords = 60;      // what is left of a page joins the chunk before it
constexpr int ManualLeastWords = 12;     // pages with less say nothing

struct ManualPiece
{
    qsizetype begin = 0, end = 0;
    int section = -1;
    int words = 0;
    bool isSticky = false;  // belongs to what follows
};

int manualWordCount(QStringView text)
{
    int words = 0;
    bool isInside = false;
    for (const QChar c : text) {
        const bool isWord = c.isLetterOrNumber() || c == QLatin1Char('_');
        words += isWord && !isInside;
        isInside = isWord;
    }
    return words;
}

// Where a block that is too long may be cut, at or after `from`: behind a line of code or behind a
// sentence. The end of the block if nowhere.
qsizetype manualCutAfter(QStringView text, qsizetype from, qsizetype end, bool isCode)
{
    for (qsizetype i = from; i + 1 < end; ++i) {
        if (isCode ? text[i] == QLatin1Char('\n') : text[i] == QLatin1Char(' ') && i > 0 && (text[i - 1] == QLatin1Char('.') || text[i - 1] == QLatin1Char(';')))
            return i + 1;
    }
    return end;
}

QList<ManualPiece> manualPieces(const ManualPage &page)
{
    const QStringView text(page.text);
    QList<ManualPiece> pieces;
    for (const ManualBlock &block : page.blocks) {
        const bool isSticky = block.kind == ManualBlock::Kind::Heading || block.kind == ManualBlock::Kind::Term;
        const bool isCode = block.kind == ManualBlock::Kind::Code || block.kind == ManualBlock::Kind::Row;
        qsizetype begin = block.begin;
        while (begin < block.end) {
            qsizetype end = begin;
            int words = 0;
            do {
                const qsizetype next = manualCutAfter(text, end, block.end, isCode);
                const int more = manualWordCount(text.sliced(end, next - end));
                if (words > 0 && words + more > ManualMostWords)
                    break;
                words += more;
                end = next;
            } while (end < block.end);
            pieces << ManualPiece{begin, end, block.section, words, isSticky};
            begin = end;
        }
    }
    return pieces;
}

} // namespace

QList<ManualChunk> chunksOf(const ManualPage &page)
{
    const QList<ManualPiece> pieces = manualPieces(page);
    QList<QList<ManualPiece>> groups;
    QList<ManualPiece> current;
    int words = 0;
    const auto cut = [&] {
        // A heading goes with what it is the heading of.
        QList<ManualPiece> carried;
        while (current.size() > 1 && current.last().isSticky)
            carried.prepend(current.takeLast());
        groups << current;
        current = carried;
        words = 0;
        for (const ManualPiece &piece : std::as_const(current))
            words += piece.words;
    };
    for (const ManualPiece &piece : pieces) {
        const bool isNewSection = !current.isEmpty() && piece.section >= 0 && page.sections[piece.section].begin == piece.begin;
        const int enough = isNewSection ? (page.sections[piece.section].isTerm ? ManualTermWords : ManualSectionWords) : 0;
        const bool hasSubstance = std::any_of(current.cbegin(), current.cend(), [](const ManualPiece &p) { return !p.isSticky; });
        if (hasSubstance && ((isNewSection && words >= enough) || (words >= ManualFewWords && words + piece.words > ManualMostWords)))
            cut();
        current << piece;
        words += piece.words;
    }
    if (!current.isEmpty() && !groups.isEmpty() && words < ManualRestWords)
        groups.last() += current;
    else if (words >= ManualLeastWords)
        groups << current;

    QList<ManualChunk> chunks;
    QHash<QString, int> numbers;
    for (const QList<ManualPiece> &group : std::as_const(groups)) {
        ManualChunk chunk;
        chunk.section = group.first().section;
        chunk.begin = group.first().begin;
        chunk.end = group.last().end;
        while (chunk.end > chunk.begin && page.text[chunk.end - 1].isSpace())
            --chunk.end;
        for (const ManualPiece &piece : group)
            chunk.words += piece.words;
        const QString place = page.name + QLatin1Char('#') + (chunk.section < 0 ? QStringLiteral("text") : page.sections[chunk.section].anchor);
        chunk.key = QStringLiteral("%1/%2").arg(place).arg(++numbers[place]);
        chunks << chunk;
    }
    return chunks;
}

QList<int> sectionsOf(const ManualPage &page, const ManualChunk &chunk)
{
    QList<int> sections;
    if (chunk.section >= 0)
        sections << chunk.section;
    for (const ManualBlock &block : page.blocks) {
        if (block.begin < chunk.end && block.end > chunk.begin && block.section >= 0 && !sections.contains(block.section))
            sections << block.section;
    }
    return sections;
}

bool isOfSection(const ManualChunk &chunk, const ManualSection &section)
{
    const qsizetype common = std::min(chunk.end, section.end) - std::max(chunk.begin, section.begin);
    return common > 0 && (common * 2 >= chunk.end - chunk.begin || common * 2 >= section.end - section.begin);
}

int characterAt(QStringView text, qsizetype place)
{
    int characters = 0;
    for (qsizetype i = 0; i < place; ++i)
        characters += !text[i].isLowSurrogate();
    return characters;
}

} // namespace qd::retrieval
