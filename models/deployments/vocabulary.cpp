#include "deployments/vocabulary.h"

#include <QRegularExpression>

#include <array>

namespace qd {

namespace {

QStringList wordsOf(const char *words)
{
    return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
}

const QStringList &namesOf(Meaning meaning)
{
    static const std::array<QStringList, Meanings> names = [] {
        std::array<QStringList, Meanings> all;
        const auto set = [&all](Meaning of, const char *words) { all[size_t(of)] = wordsOf(words); };
        set(Meaning::Id, "id uuid call_id request_id event_id log_id generation_id observation_id");
        set(Meaning::Time, "created_at timestamp ts created event_time occurred_at logged_at recorded_at inserted_at start_time started_at requested_at request_time time date_created");
        set(Meaning::Start, "start_time started_at requested_at start request_start_time begin_time");
        set(Meaning::End, "end_time ended_at finished_at completed_at responded_at end response_end_time");
        set(Meaning::Kind, "event_type call_type observation_type request_type span_type span_kind operation type kind event action task_type role feature");
        set(Meaning::Model, "model model_name llm_model provided_model_name model_id ai_model internal_model_id engine deployment_model usage_model");
        set(Meaning::Tool, "tool_name tool function_name tool_called");
        set(Meaning::User, "user_id end_user end_user_id user customer_id account_id member_id profile_id clerk_id");
        set(Meaning::UserKind, "user_kind user_type plan subscription_tier user_tier");
        set(Meaning::Trace, "trace_id session_id conversation_id thread_id run_id correlation_id chat_id request_id");
        set(Meaning::Span, "span_id observation_id");
        set(Meaning::ParentSpan, "parent_span_id parent_observation_id parent_run_id parent_id");
        set(Meaning::Latency, "latency_ms duration_ms response_time_ms elapsed_ms request_duration_ms execution_time_ms processing_time_ms took_ms total_ms latency_s latency_seconds duration_s duration_seconds duration_sec elapsed_seconds response_time_seconds response_time_s latency_us duration_us latency duration response_time execution_time processing_time elapsed elapsed_time");
        set(Meaning::TokensIn, "tokens_in input_tokens prompt_tokens tokens_input tokens_prompt prompt_token_count input_token_count num_input_tokens in_tokens usage_prompt_tokens usage_input_tokens usage_input usage_details_input token_usage_prompt");
        set(Meaning::TokensOut, "tokens_out output_tokens completion_tokens tokens_output tokens_completion completion_token_count candidates_token_count output_token_count num_output_tokens out_tokens usage_completion_tokens usage_output_tokens usage_output usage_details_output token_usage_completion");
        set(Meaning::TokensCached, "tokens_cached cached_tokens cached_input_tokens input_cached_tokens cached_prompt_tokens prompt_tokens_details_cached_tokens cache_read_input_tokens cache_read_tokens tokens_cache_read usage_cache_read_input_tokens usage_details_cache_read_input_tokens");
        set(Meaning::TokensCacheWrite, "cache_creation_input_tokens cache_write_tokens cache_creation_tokens tokens_cache_write cache_write_input_tokens usage_cache_creation_input_tokens");
        set(Meaning::TokensTotal, "tokens_total total_tokens token_count tokens_used tokens num_tokens usage_total_tokens usage_total usage_details_total");
        set(Meaning::CostUsd, "cost_usd total_cost_usd usd_cost estimated_cost_usd calculated_total_cost total_cost cost estimated_cost spend response_cost price_usd amount_usd cost_details_total usage_cost");
        set(Meaning::CostCents, "cost_cents estimated_cost_cents total_cost_cents cost_in_cents price_cents");
        set(Meaning::Success, "success is_success succeeded successful is_ok ok");
        set(Meaning::Failed, "is_error has_error failed is_failed errored");
        set(Meaning::Status, "status state outcome result level response_state");
        set(Meaning::ErrorMessage, "error_message error_text error status_message exception_message failure_reason error_details exception");
        set(Meaning::ErrorCode, "error_code error_type error_class error_kind");
        set(Meaning::HttpStatus, "http_status http_status_code status_code response_status response_code");
        set(Meaning::InStream, "in_stream is_stream_error");
        return all;
    }();
    return names[size_t(meaning)];
}

} // namespace

int rankOf(Meaning meaning, const QString &name)
{
    return int(namesOf(meaning).indexOf(name));
}

bool meansSomething(const QString &name)
{
    for (const Meaning meaning : {Meaning::Kind, Meaning::Model, Meaning::Tool, Meaning::UserKind, Meaning::Status, Meaning::ErrorCode, Meaning::HttpStatus,
                                  Meaning::Latency, Meaning::CostUsd, Meaning::TokensIn, Meaning::TokensOut, Meaning::TokensTotal, Meaning::Trace})
        if (rankOf(meaning, name) >= 0)
            return true;
    return false;
}

double unitOf(const QString &name)
{
    static const QRegularExpression ms(QStringLiteral("_(ms|msec|millis|milliseconds)$")), s(QStringLiteral("_(s|sec|secs|seconds)$")),
        us(QStringLiteral("_(us|micros|microseconds)$"));
    return ms.match(name).hasMatch() ? 1 : s.match(name).hasMatch() ? 1000 : us.match(name).hasMatch() ? 0.001 : 0;
}

bool meansFailure(const QString &status)
{
    static const QRegularExpression words(
        QStringLiteral("^(err|error|errored|fail|failed|failure|exception|timeout|timed_?out|rate_?limited|rejected|[45][0-9][0-9])$"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(status).hasMatch();
}

bool namesTelemetry(const QString &table)
{
    static const QRegularExpression words(QStringLiteral(
        "(^|_)(llm|ai|gpt|telemetry|usage|spend|generations?|observations?|traces?|spans?|chat|completions?|inference|prompts?|agent|model|tokens?|calls?|requests?)(_|$)"));
    return words.match(table).hasMatch();
}

bool namesSummary(const QString &table)
{
    static const QRegularExpression words(
        QStringLiteral("(^|_)(daily|hourly|weekly|monthly|summary|summaries|aggregated?|snapshots?|prices?|pricing|budgets?|limits?|quotas?|settings?|config|templates?|rules?)(_|$)"));
    return words.match(table).hasMatch();
}

} // namespace qd
