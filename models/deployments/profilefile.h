#pragma once

// How a profile is written as TOML; shared by reading and writing so that the two cannot differ.

#include "deployments/profile.h"
#include "deployments/tomlfile.h"

#include <array>

namespace qd {

struct SourceFieldKey
{
    const char *key;
    Field TelemetrySource::*field;
};
inline constexpr std::array SourceFieldKeys{
    SourceFieldKey{"id", &TelemetrySource::id},
    SourceFieldKey{"time", &TelemetrySource::time},
    SourceFieldKey{"kind", &TelemetrySource::kind},
    SourceFieldKey{"model", &TelemetrySource::model},
    SourceFieldKey{"tool", &TelemetrySource::tool},
    SourceFieldKey{"user", &TelemetrySource::user},
    SourceFieldKey{"user_kind", &TelemetrySource::userKind},
    SourceFieldKey{"trace", &TelemetrySource::trace},
    SourceFieldKey{"span", &TelemetrySource::span},
    SourceFieldKey{"parent_span", &TelemetrySource::parentSpan},
    SourceFieldKey{"latency_ms", &TelemetrySource::latencyMs},
    SourceFieldKey{"tokens_in", &TelemetrySource::tokensIn},
    SourceFieldKey{"tokens_out", &TelemetrySource::tokensOut},
    SourceFieldKey{"tokens_cached", &TelemetrySource::tokensCached},
    SourceFieldKey{"tokens_cache_write", &TelemetrySource::tokensCacheWrite},
    SourceFieldKey{"tokens_total", &TelemetrySource::tokensTotal},
    SourceFieldKey{"cost_usd", &TelemetrySource::costUsd},
    SourceFieldKey{"cost_cents", &TelemetrySource::costCents},
    SourceFieldKey{"success", &TelemetrySource::success},
    SourceFieldKey{"status", &TelemetrySource::status},
    SourceFieldKey{"error_message", &TelemetrySource::errorMessage},
    SourceFieldKey{"error_code", &TelemetrySource::errorCode},
    SourceFieldKey{"http_status", &TelemetrySource::httpStatus},
    SourceFieldKey{"in_stream", &TelemetrySource::inStream},
};

struct RetrievalFieldKey
{
    const char *key;
    Field RetrievalSource::*field;
};
inline constexpr std::array RetrievalFieldKeys{
    RetrievalFieldKey{"key", &RetrievalSource::key},
    RetrievalFieldKey{"text", &RetrievalSource::text},
    RetrievalFieldKey{"owner", &RetrievalSource::owner},
    RetrievalFieldKey{"status", &RetrievalSource::status},
    RetrievalFieldKey{"document", &RetrievalSource::document},
    RetrievalFieldKey{"title", &RetrievalSource::title},
    RetrievalFieldKey{"section", &RetrievalSource::section},
    RetrievalFieldKey{"ordinal", &RetrievalSource::ordinal},
    RetrievalFieldKey{"page", &RetrievalSource::page},
    RetrievalFieldKey{"begin", &RetrievalSource::begin},
    RetrievalFieldKey{"end", &RetrievalSource::end},
    RetrievalFieldKey{"metadata", &RetrievalSource::metadata},
    RetrievalFieldKey{"model", &RetrievalSource::model},
};

// What an argument of a search function may mean, besides a constant.
const QStringList &argumentMeanings();

// Of a key that may be missing; refused with its line where it is not understood.
Field fieldFrom(TomlTable &table, const QString &key);
// The condition is sent inside our own statement, so it must not be able to end it.
bool isOneCondition(const QString &where);
RetrievalProfile retrievalFrom(TomlTable table);
void writeRetrieval(TomlWriter &out, const RetrievalProfile &retrieval);

tl::expected<Profile, ProfileProblem> readProfile(const QByteArray &toml, const QString &file);

} // namespace qd
