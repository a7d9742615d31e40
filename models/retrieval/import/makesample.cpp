// Run when the program is built: quarterdeck_makesample MANUAL QUESTIONS QRELS SNAPSHOT

#include "retrieval/import/samplecorpus.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        std::fprintf(stderr, "usage: %s MANUAL QUESTIONS QRELS SNAPSHOT\n", argv[0]);
        return 2;
    }
    const auto made = qd::retrieval::makeSampleCorpus({arguments[1], arguments[2], arguments[3]}, arguments[4]);
    if (!made) {
        std::fprintf(stderr, "%s\n%s\n", qPrintable(made.error().message), qPrintable(made.error().detail));
        return 1;
    }
    // Another edition of the manual may lack a section; the sample is good without it.
    for (const QString &sentence : made->missing)
        std::fprintf(stderr, "%s\n", qPrintable(sentence));
    std::printf("%d pages, %d chunks, %d questions, %d of them judged\n", made->pages, made->chunks, made->questions, made->judged);
    return 0;
}
