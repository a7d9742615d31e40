#pragma once

#include "app/program.h"

namespace qd::test {

// One table of telemetry with a model, tokens, cost, latency and errors, and a profile for it.
inline const char *CallsSchema = R"(
    create table public.calls (id bigserial primary key, created_at timestamptz not null default now(), kind text, model text, tool text, user_id text,
        latency_ms double precision, tokens_in int, tokens_out int, cost_usd numeric(12, 6), success boolean, error text);
    create index on public.calls (created_at);
    insert into public.calls (created_at, kind, model, tool, user_id, latency_ms, tokens_in, tokens_out, cost_usd, success, error)
        select now() - interval '1 minute' * g, 'request', 'gpt-4o', case g % 2 when 0 then 'search' else 'write' end, 'u' || g % 7, 400 + g % 900, 1000, 200, 0.004500,
               g % 50 <> 0, case when g % 50 = 0 then 'rate limit reached' end from generate_series(4000, 1, -1) g;
)";
inline const char *CallsProfile = R"(
id = "mine"
name = "Mine"
summary = "one table"

[[targets]]
metric = "p95"
at_most = 2000

[[sources]]
name = "calls"
table = "calls"
id = "id"
id_is_monotone = true
time = "created_at"
kind = "kind"
model = "model"
tool = "tool"
user = "user_id"
latency_ms = "latency_ms"
tokens_in = "tokens_in"
tokens_out = "tokens_out"
cost_usd = "cost_usd"
success = "success"
error_message = "error"
request_kinds = ["request"]
)";

// A program that knows the table as "mine".
inline std::unique_ptr<Program> configuredFor(const QString &url)
{
    auto program = std::make_unique<Program>();
    program->write(QStringLiteral("config/profiles/mine.toml"), CallsProfile);
    const Ended added = program->run({QStringLiteral("add"), QStringLiteral("mine"), QStringLiteral("--profile"), QStringLiteral("mine"), QStringLiteral("--url"), url, QStringLiteral("--title"), QStringLiteral("Mine")});
    if (added.code != 0)
        qFatal("add failed: %s", added.all().constData());
    return program;
}

} // namespace qd::test
