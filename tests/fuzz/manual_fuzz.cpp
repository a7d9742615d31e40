// A page of XHTML that is no page of the manual, or a damaged one: read or refused; what was read can be
// cut into chunks that together are the page.
#include "retrieval/import/manualchunks.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace qd;
using namespace qd::retrieval;

static void demand(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static QTemporaryDir folder(QStringLiteral("/dev/shm/qd-manual-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("page.html"));
    QFile file(path);
    demand(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(reinterpret_cast<const char *>(bytes), qint64(size)) == qint64(size));
    file.close();
    const auto page = readManualPage(path);
    if (!page) {
        demand(!page.error().message.isEmpty());
        return 0;
    }
    qsizetype end = 0;
    for (const ManualChunk &chunk : chunksOf(*page)) {
        demand(chunk.begin >= end && chunk.end > chunk.begin && chunk.end <= page->text.size());
        for (const int section : sectionsOf(*page, chunk))
            demand(section < page->sections.size() && !page->sections[section].anchor.isEmpty());
        end = chunk.end;
    }
    demand(characterAt(page->text, page->text.size()) <= page->text.size());
    return 0;
}
