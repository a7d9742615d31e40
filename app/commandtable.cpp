#include "app/commandline.h"

#include <QCoreApplication>

namespace qd::app {


const QList<OptionFacts> &optionTable()
{
    static const QList<OptionFacts> table = {
        {"deployment", "d", "NAME", QT_TRANSLATE_NOOP("CommandLine", "a configured deployment, or one of the demo's with --demo")},
        {"url", "", "URL", QT_TRANSLATE_NOOP("CommandLine", "a database's address without its password, or env:NAME to take it from a variable")},
        {"url-stdin", "", "", QT_TRANSLATE_NOOP("CommandLine", "read the address, which may hold a password, from standard input")},
        {"profile", "", "ID", QT_TRANSLATE_NOOP("CommandLine", "what kind of system it is")},
        {"password", "", "WHERE", QT_TRANSLATE_NOOP("CommandLine", "where the password is: keychain, env:NAME, pgpass or none")},
        {"environment", "", "E", QT_TRANSLATE_NOOP("CommandLine", "production (default), staging, preview or local")},
        {"title", "", "TEXT", QT_TRANSLATE_NOOP("CommandLine", "the name as it is shown")},
        {"place", "", "TEXT", QT_TRANSLATE_NOOP("CommandLine", "where it runs, shown under the name")},
        {"ssh", "", "HOST", QT_TRANSLATE_NOOP("CommandLine", "reach it through this host of ~/.ssh/config")},
        {"set", "", "KEY=VALUE", QT_TRANSLATE_NOOP("CommandLine", "a provider's setting, such as vercel.project=app or vercel.secret=env:NAME; with retrieval a search setting, such as k=50"), true},
        {"replace", "", "", QT_TRANSLATE_NOOP("CommandLine", "replace a deployment that has this name, or a snapshot instead of updating it")},
        {"demo", "", "", QT_TRANSLATE_NOOP("CommandLine", "on the demo fleet: a running one is joined, else one is started and stopped")},
        {"range", "", "R", QT_TRANSLATE_NOOP("CommandLine", "24h, 7d, now-6h, yesterday, \"this month\", 2026-11-01..07")},
        {"zone", "", "Z", QT_TRANSLATE_NOOP("CommandLine", "time zone of days and times, such as Europe/Berlin")},
        {"max-age", "", "LENGTH", QT_TRANSLATE_NOOP("CommandLine", "older data ends with 5: 90s, 5m, 2h")},
        {"refresh", "", "", QT_TRANSLATE_NOOP("CommandLine", "ask the database before answering from the mirror")},
        {"wait", "", "LENGTH", QT_TRANSLATE_NOOP("CommandLine", "how long the first reading may take (2m)")},
        {"strict", "", "", QT_TRANSLATE_NOOP("CommandLine", "only ok ends with 0")},
        {"json", "", "", QT_TRANSLATE_NOOP("CommandLine", "one JSON document; its keys are in \"help json\"")},
        {"csv", "", "", QT_TRANSLATE_NOOP("CommandLine", "the table as CSV")},
        {"since", "", "T", QT_TRANSLATE_NOOP("CommandLine", "from this time on: 7d, yesterday, 2026-11-01")},
        {"kind", "", "K", QT_TRANSLATE_NOOP("CommandLine", "only entries of this kind: deploy, unlock, status-page")},
        {"page", "", "P", QT_TRANSLATE_NOOP("CommandLine", "overview, cost, latency, errors or retrieval; all if left out")},
        {"theme", "", "T", QT_TRANSLATE_NOOP("CommandLine", "light, dark or both")},
        {"size", "", "WxH", QT_TRANSLATE_NOOP("CommandLine", "size of the window in pixels, 1440x900")},
        {"mode", "", "M", QT_TRANSLATE_NOOP("CommandLine", "exact, hnsw, ivfflat, text, bm25 or hybrid; as production searches if left out")},
        {"as-user", "", "ID", QT_TRANSLATE_NOOP("CommandLine", "ask as this user: only chunks that belong to them")},
        {"limit", "", "N", QT_TRANSLATE_NOOP("CommandLine", "how many chunks to return")},
        {"ef", "", "N", QT_TRANSLATE_NOOP("CommandLine", "hnsw.ef_search")},
        {"probes", "", "N", QT_TRANSLATE_NOOP("CommandLine", "ivfflat.probes")},
        {"explain", "", "", QT_TRANSLATE_NOOP("CommandLine", "say of every chunk why it stands where it stands")},
        {"why-not", "", "KEY", QT_TRANSLATE_NOOP("CommandLine", "say why this chunk is missing, and what brings it back")},
        {"like", "", "KEY", QT_TRANSLATE_NOOP("CommandLine", "find chunks like this one, instead of a question")},
        {"embed", "", "URL", QT_TRANSLATE_NOOP("CommandLine", "where questions are embedded: any service that speaks OpenAI's protocol")},
        {"model", "", "NAME", QT_TRANSLATE_NOOP("CommandLine", "the model of the embeddings")},
        {"rerank", "", "URL", QT_TRANSLATE_NOOP("CommandLine", "where candidates are reranked: Voyage, Cohere, Jina, llama.cpp …")},
        {"rerank-model", "", "NAME", QT_TRANSLATE_NOOP("CommandLine", "the model that reranks; what it said before needs no --rerank")},
        {"rerank-password", "", "WHERE", QT_TRANSLATE_NOOP("CommandLine", "where the reranker's key is: env:NAME")},
        {"candidates", "", "N", QT_TRANSLATE_NOOP("CommandLine", "how many chunks are reranked (four times the limit)")},
        {"queries", "", "FILE", QT_TRANSLATE_NOOP("CommandLine", "questions as JSONL or CSV: id, text")},
        {"qrels", "", "FILE", QT_TRANSLATE_NOOP("CommandLine", "judgements: TREC qrels, CSV or JSONL")},
        {"run", "", "FILE", QT_TRANSLATE_NOOP("CommandLine", "write the answers here, in TREC's format")},
        {"against", "", "FILE", QT_TRANSLATE_NOOP("CommandLine", "compare with this earlier run")},
        {"axis", "", "NAME", QT_TRANSLATE_NOOP("CommandLine", "what to sweep over: ef_search, probes, m, threshold, k …")},
        {"values", "", "A,B,C", QT_TRANSLATE_NOOP("CommandLine", "the values to try")},
        {"recall", "", "SHARE", QT_TRANSLATE_NOOP("CommandLine", "the recall that a suggestion must reach (0.95)")},
        {"configuration", "", "C", QT_TRANSLATE_NOOP("CommandLine", "text-search configuration: english (default) or simple")},
        {"skip-bad-lines", "", "", QT_TRANSLATE_NOOP("CommandLine", "leave lines out that cannot be read, and say which")},
        {"yes", "", "", QT_TRANSLATE_NOOP("CommandLine", "do it without asking")},
        {"reason", "", "TEXT", QT_TRANSLATE_NOOP("CommandLine", "why, for the journal")},
        {"help", "h", "", QT_TRANSLATE_NOOP("CommandLine", "this text")},
    };
    return table;
}

const QList<CommandFacts> &commandTable()
{
    static const QList<const char *> where = {"deployment", "url", "url-stdin", "profile", "demo"};
    static const QList<CommandFacts> table = {
        {"", "", QT_TRANSLATE_NOOP("CommandLine", "open the window"), 0, 0, {"deployment", "demo", "page", "range", "zone", "theme"}},
        {"list", "", QT_TRANSLATE_NOOP("CommandLine", "deployments and their state, from the mirrors"), 0, 0, {"demo", "zone", "strict", "json"}},
        {"add", "NAME", QT_TRANSLATE_NOOP("CommandLine", "add a deployment"), 1, 1,
         {"profile", "url", "url-stdin", "password", "environment", "title", "place", "ssh", "set", "replace", "json"}},
        {"test", "[NAME]", QT_TRANSLATE_NOOP("CommandLine", "test the connection step by step"), 0, 1, where + QList<const char *>{"strict", "json"}},
        {"remove", "NAME", QT_TRANSLATE_NOOP("CommandLine", "remove a deployment, its mirror and its password"), 1, 1, {"yes", "reason", "json"}},
        {"retrieval", "snapshot [FILE]|query FILE \"TEXT\"|compare FILE \"TEXT\"|evaluate FILE|sweep FILE|check FILE|import DIR FILE",
         QT_TRANSLATE_NOOP("CommandLine", "take a snapshot of the chunks, and ask it offline; FILE may be \"sample\""), 1, 3,
         {"deployment", "url", "url-stdin", "profile", "demo", "replace", "mode", "as-user", "limit", "ef", "probes", "set", "explain", "why-not", "like", "embed", "model", "password", "rerank", "rerank-model", "rerank-password", "candidates", "queries", "qrels", "run", "against", "axis", "values", "recall", "configuration", "skip-bad-lines", "strict", "json"}},
        {"show", "PAGE", QT_TRANSLATE_NOOP("CommandLine", "overview, cost, latency or errors, from the mirror"), 1, 1,
         where + QList<const char *>{"range", "zone", "max-age", "refresh", "wait", "strict", "json", "csv"}},
        {"capture", "DIR", QT_TRANSLATE_NOOP("CommandLine", "write pages as pictures"), 1, 1,
         {"deployment", "demo", "page", "theme", "size", "range", "zone", "wait", "json"}},
        {"journal", "", QT_TRANSLATE_NOOP("CommandLine", "what happened: deployments, unlocks, changes"), 0, 0, {"deployment", "since", "kind", "zone", "demo", "json"}},
        {"demo", "start|stop|status|unplug NAME|replug NAME", QT_TRANSLATE_NOOP("CommandLine", "the demo fleet alone"), 1, 2, {"json"}},
        {"help", "[COMMAND|json]", QT_TRANSLATE_NOOP("CommandLine", "this text; \"help json\": every key of --json"), 0, 1, {"json"}},
        {"version", "", QT_TRANSLATE_NOOP("CommandLine", "the version"), 0, 0, {"json"}},
    };
    return table;
}

const CommandFacts *findCommand(const QString &name)
{
    for (const CommandFacts &command : commandTable()) {
        if (name == QLatin1String(command.name))
            return &command;
    }
    return nullptr;
}

QStringList commandNames()
{
    QStringList names;
    for (const CommandFacts &command : commandTable()) {
        if (*command.name)
            names << QLatin1String(command.name);
    }
    return names;
}

} // namespace qd::app
