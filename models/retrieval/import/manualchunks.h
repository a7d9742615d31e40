#pragma once

// Cuts a page of the manual into chunks of about 100 to 250 words, the way people cut documents for
// retrieval: at sections first, then between paragraphs, never inside a paragraph that fits.

#include "retrieval/import/manualpage.h"

namespace qd::retrieval {

struct ManualChunk
{
    QString key;         // "sql-createindex#SQL-CREATEINDEX-CONCURRENTLY/2": page, section it begins in, number there
    int section = -1;    // in which it begins
    qsizetype begin = 0, end = 0; // places in ManualPage::text
    int words = 0;
};

QList<ManualChunk> chunksOf(const ManualPage &page);

// The sections that a chunk has a part of, the one it begins in first.
QList<int> sectionsOf(const ManualPage &page, const ManualChunk &chunk);

// Whether a judgement of a section is one of this chunk: most of the chunk lies in the section, or
// most of the section in the chunk.
bool isOfSection(const ManualChunk &chunk, const ManualSection &section);

// The Unicode character that stands at a place of the text, counted as databases count.
int characterAt(QStringView text, qsizetype place);

} // namespace qd::retrieval
