#pragma once

// Reads one page of the PostgreSQL manual as the package postgresql-doc-NN installs it (XHTML made by
// DocBook's style sheets) as text with its sections. The same page always gives the same text, so
// that character offsets into it mean something.

#include "core/result.h"

#include <QList>
#include <QString>

namespace qd::retrieval {

// A part of the page that has a name of its own: a section, or a term with its explanation, such as
// one setting. Offsets are places in ManualPage::text.
struct ManualSection
{
    QString anchor; // the id in the page where an author gave one, else the name
    QString name;   // made of the title: "building-indexes-concurrently"; editions differ in who has an id
    QString title;
    qsizetype begin = 0, end = 0; // with everything below it
    bool isTerm = false;
};

struct ManualBlock
{
    enum class Kind { Heading, Term, Text, Code, Row };
    Kind kind = Kind::Text;
    qsizetype begin = 0, end = 0;
    int section = -1; // the innermost one
};

struct ManualPage
{
    QString name;    // "sql-createindex"
    QString title;   // "CREATE INDEX"
    QString chapter; // what the page stands in: "SQL Commands"
    QString kind;    // "chapter", "reference", "appendix", "release notes" …
    QString next;    // the name of the page after it; empty after the last
    QString text;
    QList<ManualSection> sections;
    QList<ManualBlock> blocks;
};

Result<ManualPage> readManualPage(const QString &file);

} // namespace qd::retrieval
