#pragma once

// What an HTTP answer that is no success means, in a sentence that names the provider.

#include "core/time.h"
#include "providers/http.h"

#include <QNetworkReply>

#include <optional>

namespace qd::providers {

// The provider's own words: the message inside the error bodies we know, else the first 300
// characters. Everything that looks like a secret, and the token we sent, is taken out.
QString wordsOf(const QByteArray &body, const Secret &token);

Error errorOfStatus(const QString &provider, const HttpAnswer &answer, const Secret &token);
Error errorOfNetwork(const QString &provider, const QString &host, QNetworkReply::NetworkError code, const QString &qtSays);
Error timeOutError(const QString &provider, std::chrono::milliseconds limit);

// Of a Retry-After header, as seconds or as a date. Nothing if it is neither.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &header, Instant now);

} // namespace qd::providers
