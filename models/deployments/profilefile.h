#pragma once

// How a profile is written as TOML; shared by reading and writing so that the two cannot differ.

#include "deployments/profile.h"

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

tl::expected<Profile, ProfileProblem> readProfile(const QByteArray &toml, const QString &file);

} // namespace qd
