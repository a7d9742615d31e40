// A profile is a file from somewhere else: whatever is in it, it is read or refused with a line, and
// what was read survives being written and read again.

#include "deployments/profile.h"

#include <cstdio>
#include <cstdlib>

static void fuzzFailed(const char *what, const QByteArray &detail)
{
    std::fprintf(stderr, "%s\n%s\n", what, detail.constData());
    std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const QString file = QStringLiteral("fuzz.toml");

    if (const auto field = qd::Field::parse(QString::fromUtf8(input)); field && field->isMapped()) {
        const auto again = qd::Field::parse(field->text());
        if (!again || *again != *field)
            fuzzFailed("a field changed", field->text().toUtf8());
        field->sql();
    }

    auto profile = qd::parseProfile(input, file);
    if (!profile) {
        if (!profile.error().message.contains(file))
            fuzzFailed("an error without its file", profile.error().message.toUtf8());
        return 0;
    }
    const QByteArray written = qd::toToml(*profile);
    const auto again = qd::parseProfile(written, file);
    if (!again)
        fuzzFailed("what was written is not read", again.error().message.toUtf8() + '\n' + written);
    if (!(*again == *profile))
        fuzzFailed("a profile changed", written + "\n--- and then ---\n" + qd::toToml(*again));
    return 0;
}
