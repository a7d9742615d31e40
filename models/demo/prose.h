#pragma once

// Sentences for the demo's documents: put together from a vocabulary of our own about engineering
// standards, office work and study notes, varied enough that searches have something to find and to
// confuse. The same numbers give the same text.

#include "demo/random.h"

#include <QByteArray>

#include <vector>

namespace qd::demo {

// What a document is about.
struct Subject
{
    const char *name;       // "flanged joints"
    const char *thing;      // "flange"
    const char *parts[5];   // of it
    const char *properties[5];
    const char *units[5];   // of the properties
    const char *acts[4];    // what one does with it: "tighten"
};

const std::vector<Subject> &engineeringSubjects();
const std::vector<Subject> &studySubjects();
const std::vector<Subject> &officeSubjects();

class Prose
{
public:
    Prose(Random &random, const Subject &subject) : m_random(random), m_subject(subject) {}

    // About one part and one property, which the heading names.
    struct Passage
    {
        QByteArray heading, text, question; // the question is one that the text answers
    };
    Passage passage(int sentences);
    QByteArray sentence();

private:
    QByteArray filled(const char *pattern);
    QByteArray value(int property);

    Random &m_random;
    const Subject &m_subject;
    int m_part = 0, m_property = 0;
};

} // namespace qd::demo
