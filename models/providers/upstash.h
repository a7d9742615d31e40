#pragma once

// Redis over HTTP, as Upstash has it (facts/providers.md A.10). Reads only; keys travel in bodies, never
// in addresses, which end in logs.

#include "providers/http.h"

namespace qd::providers {

struct CachedValue
{
    QByteArray value;                                  // text; bytes that are no UTF-8 come as U+FFFD
    std::optional<std::chrono::milliseconds> expiresIn; // nothing: never
};

class Upstash : public QObject
{
    Q_OBJECT

public:
    // `base` is the database's REST address.
    Upstash(QUrl base, const Secret &token, QObject *parent = nullptr);

    // Nothing: no such key now. Wrong: the key holds something that is not text, or an answer of another
    // shape; that is never taken for “not there”.
    Reply<std::optional<CachedValue>> get(const QString &key);

    Http &http() { return m_http; }

private:
    Http m_http;
};

} // namespace qd::providers
