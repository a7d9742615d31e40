#include "app/commands/jsonkeys.h"

#include <QJsonArray>

namespace qd::app {

namespace {

struct KeyFacts
{
    const char *path, *type, *says;
};
using KeyList = std::initializer_list<KeyFacts>;

const KeyList CheckKeys = {
    {"id", "string", "stable, dotted: test.tls"},
    {"title", "string", "what is checked"},
    {"object", "string", "what it is about"},
    {"state", "state", "ok, warning, failing, unknown, needs-person"},
    {"says", "string", "one sentence: what was found"},
    {"evidence", "string", "the question and the answer, word for word"},
    {"measuredAt", "time?", "when"},
    {"fix", "string", "what to do; empty if nothing"},
};
const KeyList RangeKeys = {{"from", "time", "belongs to it"}, {"to", "time", "does not belong to it"}};
const KeyList SentenceKeys = {{"state", "state", "of the whole page"}, {"text", "string", "the line under the page's title"}};
const KeyList FigureKeys = {
    {"id", "string", "stable: p95, cost_today"},
    {"label", "string", "its name for people"},
    {"shown", "string", "value, old, error or absent"},
    {"state", "state", "against its target"},
    {"text", "string", "as people read it; ≥ means that something in it has no price"},
    {"value", "number?", "the same as a number: milliseconds, ratio, dollars or a count"},
    {"note", "string", "target or share"},
    {"change", "string", "against the range before"},
    {"problem", "string", "why there is no value"},
    {"explanation", "object", "where the number comes from"},
    {"explanation.definition", "string", "in words"},
    {"explanation.sql", "string", "as sent for the newest part"},
    {"explanation.prices", "string", "version of the price book and what was used"},
    {"explanation.rows", "integer", "rows behind it"},
    {"explanation.bins", "integer", "15-minute bins behind it"},
    {"explanation.errorBound", "string", "exact, or the largest possible error"},
    {"explanation.readAt", "time?", "when the newest part was read"},
    {"explanation.cost", "string", "server time it took"},
};
const KeyList EventKeys = {
    {"lane", "string", "deploys, over-target, providers or operations"},
    {"from", "time", "when it began"},
    {"to", "time?", "when it ended, for a period"},
    {"ongoing", "boolean", "it still lasts"},
    {"state", "state", "of what it tells"},
    {"label", "string", "in words"},
};
const KeyList EpisodeKeys = {
    {"since", "time", "when it went over its limit"},
    {"until", "time?", "null while it lasts"},
    {"ongoing", "boolean", "it still lasts"},
    {"peak", "number?", "the worst value in it"},
    {"deploy", "object?", "the last deploy at most 30 minutes before"},
    {"deploy.at", "time", "when it went live"},
    {"deploy.commit", "string", "short"},
    {"deploy.title", "string", "commit and message"},
};
const KeyList AmountKeys = {
    {"recorded", "money", "the table's own cost"},
    {"computed", "money", "tokens times price, for calls without a recorded cost"},
    {"unpricedTokens", "integer", "tokens of neither"},
    {"unpricedCalls", "integer", "calls of neither"},
};
const KeyList CostRowKeys = {
    {"name", "string", "as recorded; empty: not recorded"},
    {"label", "string", "as shown"},
    {"rest", "boolean", "all that the rows above leave over"},
    {"calls", "integer", ""},
    {"tokensIn", "integer", "cached or not"},
    {"tokensOut", "integer", ""},
    {"cost", "money", "what is known of it"},
    {"amount", "object", "in its three kinds"},
    {"share", "number", "of the known cost"},
    {"perThousand", "money?", "per 1,000 calls"},
    {"before", "money?", "in the range before"},
    {"contribution", "money?", "to the change; the rows sum to the total's"},
};
const KeyList DocumentKeys = {
    {"schema", "string", "quarterdeck/1; another number: a key changed its meaning"},
    {"command", "string", "what was run"},
    {"deployment", "string?", "what it is about"},
    {"readAt", "time?", "when the data were read, or the command run"},
    {"freshness", "object?", "how old the data are, and why"},
    {"freshness.state", "string", "live, filling, stale, never, not-instrumented or blind"},
    {"freshness.readAt", "time?", "last successful reading"},
    {"freshness.newestEvent", "time?", "time of the newest row"},
    {"freshness.since", "time?", "could not be refreshed since"},
    {"freshness.says", "string", "one sentence"},
    {"freshness.fix", "string", "SQL or a step, where there is one"},
    {"freshness.reason", "string", "the server's words"},
    {"freshness.covered", "object?", "what the mirror covers"},
    {"data", "object", "differs by command"},
    {"checks", "array", "what was checked; decides the exit code of test, and with --strict of the others"},
    {"error", "object", "only when the command could not do its work"},
    {"error.kind", "string", "unreachable, refused, missing, busy, wrong, lost"},
    {"error.message", "string", "one sentence, in the user's language"},
    {"error.detail", "string", "the server's own words"},
    {"error.code", "string", "SQLSTATE or HTTP status"},
};
const KeyList OverviewKeys = {
    
    {"health", "array", "one strip each"},
    {"health[].id", "string", "stable"},
    {"health[].label", "string", "as shown"},
    {"health[].note", "string", "what it is called in the database"},
    {"health[].state", "state", "now"},
    {"health[].cells", "array", "48 states of 30 minutes, oldest first; unknown: no data"},
    {"health[].old", "boolean", "from a source that does not answer"},
    {"health[].now", "string", "as people read it"},
    {"health[].inTarget", "string", "share of measured cells"},
    {"overTarget", "array", "what is over its target now"},
    {"overTarget[].state", "state", ""},
    {"overTarget[].title", "string", ""},
    {"overTarget[].says", "string", "value against target"},
    {"overTarget[].since", "time", ""},
    {"overTarget[].page", "string", "where to look"},
    {"overTarget[].cause", "string", "the deploy before it, if there was one"},
    {"sources", "array", "what still answers"},
    {"sources[].label", "string", ""},
    {"sources[].state", "state", ""},
    {"sources[].lastAnswer", "string", ""},
    {"sources[].nextTry", "string", ""},
    {"series", "object", "p95 over the range"},
    {"series.stepSeconds", "number", ""},
    {"series.first", "time?", "of the first value"},
    {"series.p95", "array", "milliseconds; null: nothing was measured"},
    {"p95Target", "number?", "milliseconds"},
};
const KeyList CostKeys = {
    {"total", "money?", "of the range; null: nothing was read"},
    {"amount", "object?", "the same in its three kinds"},
    {"before", "money?", "of the range before; null: not covered"},
    {"today", "money?", "so far"},
    {"month", "money?", "so far"},
    {"budgetPerDay", "money?", "of the profile"},
    {"budgetPerMonth", "money?", "of the profile"},
    {"alertPerDay", "money?", "of the profile"},
    {"savedByCaches", "money?", "cached tokens at the full price less the cached price"},
    {"days", "array", "local days of the range, oldest first"},
    {"days[].day", "string", "2026-11-21"},
    {"days[].from", "time", ""},
    {"days[].to", "time", ""},
    {"days[].covered", "boolean", "false: not read, which is not 0"},
    {"days[].cost", "money?", "recorded and computed"},
    {"days[].recorded", "money?", ""},
    {"days[].computed", "money?", ""},
    {"days[].unpricedTokens", "integer?", "tokens without a price: not in cost"},
    {"days[].calls", "integer?", ""},
    {"days[].today", "boolean", ""},
    {"days[].remainder", "object?", "what is still to come today"},
    {"days[].remainder.expected", "money", ""},
    {"days[].remainder.low", "money", "80 % interval"},
    {"days[].remainder.high", "money", "80 % interval"},
    {"days[].byModel", "array", "the day's cost by model"},
    {"days[].byModel[].name", "string", ""},
    {"days[].byModel[].cost", "money", ""},
    {"forecast", "object", "rest of the month"},
    {"forecast.days", "array", ""},
    {"forecast.days[].day", "string", ""},
    {"forecast.days[].expected", "money", ""},
    {"forecast.days[].low", "money", "80 % interval"},
    {"forecast.days[].high", "money", "80 % interval"},
    {"forecast.says", "string", "what it rests on"},
    {"forecast.sure", "boolean", "at least 14 complete days behind it"},
    {"forecast.coverage", "number", "share of backtest days inside their interval"},
    {"forecast.backtests", "integer", ""},
    {"forecast.month", "money?", "the whole month, so far and to come"},
    {"forecast.monthLow", "money?", ""},
    {"forecast.monthHigh", "money?", ""},
    {"byTool", "array", "largest first"},
    {"byModel", "array", "largest first"},
    {"byUser", "array", "largest first"},
    {"byKind", "array", "largest first"},
    {"users", "integer?", "how many there are"},
    {"unpricedModels", "array", "names without a price"},
};
const KeyList OperationKeys = {
    {"name", "string", "requests, a kind or a tool"},
    {"type", "string", "requests, kind or tool"},
    {"label", "string", ""},
    {"calls", "integer", ""},
    {"p50", "number?", "milliseconds"},
    {"p95", "number?", "milliseconds"},
    {"p99", "number?", "milliseconds; from 100 calls"},
    {"target", "number?", "milliseconds of p95"},
    {"change", "number?", "of p95 against the range before, milliseconds"},
    {"errorRate", "number?", "ratio"},
    {"few", "boolean", "under 20 calls: not judged"},
    {"state", "state", ""},
};

const KeyList LatencyKeys = {
    {"recorded", "boolean", "false: this system records no latency"},
    {"target", "number?", "milliseconds of p95"},
    {"overTarget", "integer?", "calls over it"},
    {"operations", "array", "all requests and kinds first, then tools"},
    {"operationsSince", "array", "the same since the episode began, while it lasts; empty otherwise"},
    {"series", "object", "over the range"},
    {"series.stepSeconds", "number", ""},
    {"series.first", "time?", "of the first value"},
    {"series.p50", "array", "milliseconds; null: nothing was measured"},
    {"series.p95", "array", ""},
    {"series.p99", "array", ""},
    {"series.calls", "array", "per step"},
    {"episode", "object?", "p95 over its target"},
    {"slowPart", "string?", "the operation that grew most since then"},
};
const KeyList ErrorsKeys = {
    {"recorded", "boolean", "false: this system records no errors"},
    {"limit", "number?", "ratio"},
    {"groups", "array", "of equal messages, most frequent first"},
    {"groups[].message", "string", "with <n> and <s> for what differs"},
    {"groups[].class", "string", "rate_limit, time_out, provider, sql, refused or in_stream"},
    {"groups[].httpStatus", "integer?", ""},
    {"groups[].code", "string", ""},
    {"groups[].count", "integer", "in the range"},
    {"groups[].users", "integer", ""},
    {"groups[].first", "time", "ever, in the mirror"},
    {"groups[].last", "time", ""},
    {"groups[].sinceDeploy", "string?", "commit it first appeared after"},
    {"groups[].new", "boolean", "first seen within the range"},
    {"groups[].inStream", "boolean", "inside an HTTP 200 stream"},
    {"series", "object", "over the range"},
    {"series.stepSeconds", "number", ""},
    {"series.first", "time?", ""},
    {"series.rate", "array", "ratio; null: nothing was asked"},
    {"series.rateByStatus", "array", "as an HTTP log would show it"},
    {"series.byClass", "object", "counts per step, by class"},
    {"series.byClass.*", "array", ""},
    {"episode", "object?", "the rate over its limit"},
};
const KeyList FleetKeys = {
    {"name", "string", ""},
    {"title", "string", ""},
    {"place", "string", ""},
    {"environment", "string", "production, staging, preview, local"},
    {"profile", "string", ""},
    {"database", "string", "never with a password"},
    {"state", "state", "as its mirror tells it"},
    {"says", "string", ""},
    {"errorRate", "number?", "ratio"},
    {"p95", "number?", "milliseconds"},
    {"p95Target", "number?", "milliseconds"},
    {"costToday", "money?", ""},
    {"costPartial", "boolean", "something in it has no price"},
    {"budget", "money?", "per day"},
    {"deployedAt", "time?", ""},
    {"old", "boolean", ""},
    {"freshness", "string", ""},
};
const KeyList JournalKeys = {
    {"id", "string", "unique"},
    {"at", "time", "when it happened"},
    {"kind", "string", "deploy, unlock, lock, status-page, …"},
    {"deployment", "string", "empty: the program itself"},
    {"title", "string", ""},
    {"reason", "string", "as typed"},
    {"state", "state", ""},
    {"facts", "object", "everything else"},
    {"facts.*", "string", ""},
};

// Collects keys of one command, with the shapes they share.
class KeyBook
{
public:
    void at(const QString &command, const QString &prefix, const KeyList &keys)
    {
        for (const KeyFacts &key : keys)
            m_keys.append({command, prefix + QLatin1String(key.path), QLatin1String(key.type), QString::fromUtf8(key.says)});
    }
    void one(const QString &command, const char *path, const char *type, const char *says) { at(command, {}, {{path, type, says}}); }
    void page(const char *name, const KeyList &keys, const char *figures)
    {
        const QString command = QStringLiteral("show ") + QLatin1String(name), data = QStringLiteral("data.");
        at(command, data, {{"sentence", "object", "what is said first"}, {"range", "object", "what was asked for"}, {figures, "array", "figures with their targets"}, {"events", "array", "marks on the time axis"}});
        at(command, data + QStringLiteral("sentence."), SentenceKeys);
        at(command, data + QStringLiteral("range."), RangeKeys);
        at(command, data + QLatin1String(figures) + QStringLiteral("[]."), FigureKeys);
        at(command, data + QStringLiteral("events[]."), EventKeys);
        at(command, data, keys);
    }
    QList<JsonKey> keys() const { return m_keys; }

private:
    QList<JsonKey> m_keys;
};

void addPages(KeyBook &book)
{
    const QString overview = QStringLiteral("show overview"), cost = QStringLiteral("show cost"), latency = QStringLiteral("show latency"), errors = QStringLiteral("show errors");
    book.page("overview", OverviewKeys, "tiles");
    book.one(overview, "data.healthRange", "object", "of the strips");
    book.at(overview, QStringLiteral("data.healthRange."), RangeKeys);
    book.page("cost", CostKeys, "figures");
    book.one(cost, "data.previous", "object", "the range before");
    book.at(cost, QStringLiteral("data.previous."), RangeKeys);
    book.at(cost, QStringLiteral("data.amount."), AmountKeys);
    for (const char *by : {"byTool", "byModel", "byUser", "byKind"}) {
        book.at(cost, QStringLiteral("data.%1[].").arg(QLatin1String(by)), CostRowKeys);
        book.at(cost, QStringLiteral("data.%1[].amount.").arg(QLatin1String(by)), AmountKeys);
    }
    book.page("latency", LatencyKeys, "figures");
    book.at(latency, QStringLiteral("data.operations[]."), OperationKeys);
    book.at(latency, QStringLiteral("data.operationsSince[]."), OperationKeys);
    book.at(latency, QStringLiteral("data.episode."), EpisodeKeys);
    book.page("errors", ErrorsKeys, "figures");
    book.at(errors, QStringLiteral("data.episode."), EpisodeKeys);
}

void addRetrieval(KeyBook &book)
{
    const KeyList settings = {{"settings", "object", "the search's settings; the keys are those of --set"}, {"settings.*", "any", ""}};
    const KeyList changes = {{"says", "string", "what to change"}, {"sql", "string", "to run, or to call the function with"}, {"rank", "integer?", "that the chunk then has; null: not known, as where a reranker still decides"}, {"visited", "integer?", "distances computed then"},
                             {"candidates", "integer?", "that the reranker is given then; null: nothing is reranked"}, {"candidateRank", "integer?", "of the chunk among them"}};
    const QString query = QStringLiteral("retrieval query"), data = QStringLiteral("data.");
    book.at(query, data, {{"results", "array", "best first"}, {"results[].rank", "integer", "from 1"}, {"results[].id", "string", "key of the chunk"}, {"results[].score", "number?", "higher is better; null: NULL on the server"},
                          {"results[].distance", "number?", "as the operator computes it"}, {"results[].parts", "object", "vector, text and rerank, where they took part"}, {"results[].parts.*", "any", "rank, score on the leg's own scale, and what it added"},
                          {"results[].tied", "boolean", "shares its score: the server may return it elsewhere"}, {"results[].grade", "string", "bit-identical, same-order or statistical"}, {"results[].title", "string", "of its document"},
                          {"results[].page", "integer?", ""}, {"grade", "string", "of the whole answer"}, {"why", "string", "why this grade"}, {"scan", "string?", "the way to the vectors"}, {"tsquery", "string", "as the server writes it"},
                          {"embeddedBy", "string", "where the question's embedding came from"}, {"rerankedBy", "string", "the model whose order this is; empty: the search's own"}, {"ms", "number", "all of it"}, {"stages", "object", "milliseconds"}, {"stages.*", "any", ""}, {"warnings", "array", "sentences"},
                          {"counts", "object", "what happened on the way; null: not counted by this search"}, {"counts.*", "any", ""}, {"explanations", "array", "with --explain"}, {"explanations[].*", "any", "of one result; rerank: what the model said, and the rank before and after"},
                          {"whyNot", "object?", "with --why-not"}, {"whyNot.stage", "string", "that dropped it"}, {"whyNot.says", "string", ""}, {"whyNot.rank", "number?", "where it would stand"}, {"whyNot.limit", "number?", "that it had to reach"},
                          {"whyNot.score", "number?", ""}, {"whyNot.bound", "number?", "the threshold or the last score returned"}, {"whyNot.margin", "number?", "what is missing"}, {"whyNot.changes", "array", "each alone brings it back"},
                          {"whyNot.together", "array", "all of these bring it back"}});
    book.at(query, data, settings);
    book.at(query, QStringLiteral("data.whyNot.changes[]."), changes);
    book.at(query, QStringLiteral("data.whyNot.together[]."), changes);
    const QString evaluate = QStringLiteral("retrieval evaluate");
    book.at(evaluate, data, {{"metrics", "object", "means, by trec_eval's names and rules"}, {"metrics.*", "any", ""}, {"queries", "integer", "judged and asked"}, {"unjudged", "integer", "left out"}, {"perQuery", "array", "by id"},
                             {"perQuery[].*", "any", "id, counts and the same measures"}, {"comparison", "object?", "with --against: nDCG@10, or at the limit"}, {"comparison.*", "any", "better, worse, equal, meanDifference, low, high (95 %), p"}});
    book.at(evaluate, data, settings);
    book.at(QStringLiteral("retrieval sweep"), data, {{"points", "array", "one for each value"}, {"points[].axis", "string", "what was changed"}, {"points[].value", "number", ""}, {"points[].questions", "integer", ""}, {"points[].recall", "number?", "against the exact search with the same filters"},
                                                      {"points[].leastRecall", "number?", "of the worst question"}, {"points[].ndcg", "number?", "where judged"}, {"points[].p50", "number", "milliseconds"}, {"points[].p95", "number", "milliseconds"}, {"points[].visited", "number", "distances per search"},
                                                      {"points[].returned", "number", "rows per search"}, {"points[].empty", "integer", "searches without a row"}, {"points[].grade", "string", ""}, {"suggestion", "object?", "the cheapest that reaches the recall"},
                                                      {"suggestion.sql", "string", ""}, {"suggestion.says", "string", ""}});
    book.at(QStringLiteral("retrieval import"), data, {{"rows", "integer", ""}, {"withEmbedding", "integer", ""}, {"dims", "integer", "0: no embeddings"}, {"questions", "integer", ""}, {"judgements", "integer", ""}, {"skipped", "integer", "lines"}, {"remarks", "array", "sentences"}, {"analysis", "array", "where a server may analyse differently"}});
    book.at(QStringLiteral("retrieval snapshot"), data, {{"file", "string", "where it lies"}, {"rows", "integer", "chunks in it now"}, {"added", "integer", ""}, {"changed", "integer", ""}, {"removed", "integer", ""}, {"unchanged", "integer", ""},
                                                         {"hidden", "integer?", "rows that row security keeps from us; null: it keeps some, and nobody knows how many"}, {"bytes", "integer", "over the wire"}, {"ms", "number", ""}, {"remarks", "array", "sentences"}});
    book.at(QStringLiteral("retrieval compare"), data, {{"cache", "object", "the level in front of the search"}, {"cache.state", "string", "none (the profile knows of none), not-asked, miss or hit"}, {"cache.key", "string", ""}, {"cache.says", "string", ""},
                                                        {"cache.expiresIn", "number?", "seconds"}, {"cache.age", "number?", "seconds"}, {"cache.sharedByUsers", "boolean", "the key does not tell users apart"}, {"rows", "array", "production's in order, then those only offline"}, {"rows[].id", "string", ""}, {"rows[].kind", "string", "equal, moved, only-production or only-offline"}, {"rows[].production", "integer?", "rank"},
                                                        {"rows[].offline", "integer?", "rank"}, {"rows[].productionScore", "number?", ""}, {"rows[].offlineScore", "number?", ""}, {"rows[].sameScore", "boolean", "bit for bit"}, {"rows[].why", "string", "they differ"},
                                                        {"same", "boolean", "row by row"}, {"sameButTies", "boolean", "only rows of equal score stand elsewhere"}, {"says", "string", ""}, {"grade", "string", ""}, {"why", "string", "this grade"}, {"productionMs", "number", ""}, {"offlineMs", "number", ""}, {"sql", "string", "as it was sent, without the embedding"}});
    book.one(QStringLiteral("retrieval check"), "data.chunks", "integer", "looked at; what was found are the checks");
}

void addCommands(KeyBook &book)
{
    book.one(QStringLiteral("list"), "data.deployments", "array", "in the order they were added");
    book.at(QStringLiteral("list"), QStringLiteral("data.deployments[]."), FleetKeys);
    book.at(QStringLiteral("add"), QStringLiteral("data."),
            {{"name", "string", ""}, {"profile", "string", ""}, {"environment", "string", ""}, {"database", "string", "never with a password"}, {"secret", "string", "where the password is"}});
    book.one(QStringLiteral("remove"), "data.removed", "string", "its name");
    book.one(QStringLiteral("test"), "data.steps", "array", "in the order they were taken");
    book.at(QStringLiteral("test"), QStringLiteral("data.steps[]."), CheckKeys);
    book.one(QStringLiteral("test"), "data.steps[].ms", "number", "how long it took");
    book.one(QStringLiteral("journal"), "data.entries", "array", "oldest first");
    book.at(QStringLiteral("journal"), QStringLiteral("data.entries[]."), JournalKeys);
    book.at(QStringLiteral("demo"), QStringLiteral("data."),
            {{"running", "boolean", ""}, {"folder", "string", "everything of the fleet lies there"}, {"name", "string", "unplug, replug: which"}, {"plugged", "boolean", "unplug, replug: now"},
             {"deployments", "array", ""}, {"deployments[].name", "string", "for -d"}, {"deployments[].url", "string", "with the random password of this private cluster"}, {"deployments[].profile", "string", ""}});
    book.at(QStringLiteral("capture"), QStringLiteral("data."), {{"pictures", "array", ""}, {"pictures[].page", "string", ""}, {"pictures[].theme", "string", "light or dark"}, {"pictures[].file", "string", ""}});
    book.at(QStringLiteral("version"), QStringLiteral("data."), {{"version", "string", ""}, {"qt", "string", "version of Qt at run time"}});
    book.at(QStringLiteral("help"), QStringLiteral("data."), {{"keys", "array", "this list"}, {"keys[].command", "string", "*: every document"}, {"keys[].path", "string", ""}, {"keys[].type", "string", "? may be null"}, {"keys[].says", "string", ""}});
}

} // namespace

const QList<JsonKey> &jsonKeys()
{
    static const QList<JsonKey> keys = [] {
        KeyBook book;
        const QString every = QStringLiteral("*");
        book.at(every, {}, DocumentKeys);
        book.at(every, QStringLiteral("freshness.covered."), RangeKeys);
        book.at(every, QStringLiteral("checks[]."), CheckKeys);
        addPages(book);
        addCommands(book);
        addRetrieval(book);
        return book.keys();
    }();
    return keys;
}

QJsonObject jsonKeysDocument()
{
    QJsonArray list;
    for (const JsonKey &key : jsonKeys())
        list.append(QJsonObject{{QStringLiteral("command"), key.command}, {QStringLiteral("path"), key.path}, {QStringLiteral("type"), key.type}, {QStringLiteral("says"), key.says}});
    return {{QStringLiteral("keys"), list}};
}

} // namespace qd::app
