#include "app/commands/retrievallive.h"

#include "app/commands/retrievalsettings.h"
#include "app/commands/retrievaltext.h"
#include "app/text/ink.h"
#include "app/text/table.h"
#include "core/format.h"
#include "widgets/pages/retrievalsession.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QThreadPool>

namespace qd::app {

using namespace retrieval;

namespace {

QJsonObject cacheJson(const capture::CacheLook &look)
{
    static constexpr const char *states[] = {"none", "not-asked", "miss", "hit"};
    const auto seconds = [](const auto &time) { return time ? QJsonValue(double(time->count()) / 1000) : QJsonValue(); };
    return {{QStringLiteral("state"), QLatin1String(states[int(look.state)])}, {QStringLiteral("key"), look.key}, {QStringLiteral("says"), look.sentence}, {QStringLiteral("expiresIn"), seconds(look.expiresIn)}, {QStringLiteral("age"), seconds(look.age)},
            {QStringLiteral("sharedByUsers"), look.isSharedByUsers}};
}

// A hit is no fault, but what a user sees is then not what was searched here.
State stateOf(const capture::CacheLook &look)
{
    return look.state == capture::CacheLook::State::Hit ? State::Warning : look.state == capture::CacheLook::State::Miss ? State::Ok : State::Unknown;
}

} // namespace

RetrievalLive::RetrievalLive(const CommandLine &line, const Terminal &terminal, const Clock &clock)
    : Command(line, terminal, clock)
{
}

RetrievalLive::~RetrievalLive() = default;

void RetrievalLive::giveUp(const Error &error)
{
    fail(error.kind == Error::Kind::Wrong ? WrongUsage : error.kind == Error::Kind::Lost ? Failing : NothingRead, error);
}

void RetrievalLive::start()
{
    m_what = line().arguments.value(0);
    if (m_what == QLatin1String("compare") && line().arguments.size() < 3)
        return fail(WrongUsage, tr("Something is missing: quarterdeck retrieval compare FILE \"TEXT\" -d NAME"));
    m_file = line().arguments.value(1);
    m_subject = std::make_unique<Subject>(line(), setup(), terminal());
    m_step.start(m_subject->choose(line().value("deployment")), [this](const Result<> &chosen) {
        if (!chosen)
            return giveUp(chosen.error());
        this->chosen();
    });
}

void RetrievalLive::chosen()
{
    if (m_subject->profile().retrieval.isEmpty())
        return fail(NothingRead, Error{Error::Kind::Missing, tr("The profile %1 names no table of chunks, so there is nothing to take or to ask.").arg(m_subject->profile().name)});
    const Surroundings around = m_subject->surroundings();
    m_target = std::make_unique<Target>(m_subject->deployment(), around.secrets, around.journal, clock());
    if (!m_subject->password().isEmpty())
        m_target->setPassword(m_subject->password());
    if (m_what == QLatin1String("snapshot"))
        takeSnapshot();
    else
        openCorpus();
}

void RetrievalLive::takeSnapshot()
{
    capture::CaptureOptions options;
    options.path = m_file.isEmpty() ? RetrievalSession::snapshotPath(m_subject->deployment().name) : m_file;
    options.isFresh = line().has("replace");
    m_file = options.path;
    if (!QDir().mkpath(QFileInfo(options.path).absolutePath()))
        return fail(Failing, Error{Error::Kind::Refused, tr("The folder of %1 cannot be made. Check that you may write there.").arg(options.path)});
    m_capture = std::make_unique<capture::CaptureRun>(m_target.get(), m_subject->profile().retrieval, options);
    connect(m_capture.get(), &capture::CaptureRun::progressed, this, [this](const capture::CaptureProgress &progress) { terminal().progress(progress.says); });
    m_step.start(m_capture->start(), [this](const Result<capture::Captured> &captured) {
        terminal().endProgress();
        if (!captured)
            return giveUp(captured.error());
        tell(*captured);
    });
}

void RetrievalLive::tell(const capture::Captured &captured)
{
    if (line().wantsJson()) {
        const QJsonObject data{{QStringLiteral("file"), m_file}, {QStringLiteral("rows"), double(captured.rows)}, {QStringLiteral("added"), double(captured.added)}, {QStringLiteral("changed"), double(captured.changed)},
                               {QStringLiteral("removed"), double(captured.removed)}, {QStringLiteral("unchanged"), double(captured.unchanged)}, {QStringLiteral("hidden"), captured.hidden ? QJsonValue(double(*captured.hidden)) : QJsonValue()},
                               {QStringLiteral("bytes"), double(captured.bytes)}, {QStringLiteral("ms"), double(captured.took.count())}, {QStringLiteral("remarks"), QJsonArray::fromStringList(captured.remarks)}};
        terminal().printJson(documentOf(QStringLiteral("retrieval snapshot"), m_subject->deployment().name, clock().now(), data, {}));
    } else {
        terminal().print(captured.wasUpdate ? tr("%n chunk(s) in %1: %2 new, %3 changed, %4 gone.", nullptr, int(captured.rows)).arg(m_file).arg(captured.added).arg(captured.changed).arg(captured.removed)
                                            : tr("%n chunk(s) in %1, taken in %2.", nullptr, int(captured.rows)).arg(m_file, format::duration(captured.took)));
        for (const QString &remark : captured.remarks)
            terminal().print(remark);
    }
    end(AllWell);
}

void RetrievalLive::openCorpus()
{
    if (const Result<QString> path = corpusPathOf(m_file); path)
        m_file = *path;
    else
        return fail(NothingRead, path.error());
    m_step.start(onPool<std::shared_ptr<const Corpus>>(QThreadPool::globalInstance(), [file = m_file](const std::function<bool()> &) { return Corpus::open(file); }), [this](const Result<std::shared_ptr<const Corpus>> &corpus) {
        if (!corpus)
            return giveUp(corpus.error());
        m_corpus = *corpus;
        const Result<SearchSettings> production = m_corpus->productionSettings();
        const Result<SearchSettings> offline = production ? searchSettingsFrom(line(), *production) : production;
        if (!offline)
            return giveUp(offline.error());
        m_offline = *offline;
        m_asked = *production;
        m_asked.asUser = m_offline.asUser;
        m_asked.limit = m_offline.limit;
        m_question = withEmbedding(*m_corpus, {.text = line().arguments.value(2)}, m_asked);
        lookIntoCache();
    });
}

void RetrievalLive::lookIntoCache()
{
    const RetrievalProfile &profile = m_subject->profile().retrieval;
    if (profile.searches.isEmpty())
        return askProduction();
    m_cache = std::make_unique<capture::AnswerCache>(m_subject->deployment(), profile.searches.first(), m_subject->surroundings().secrets);
    capture::SearchInput input;
    input.text = m_question.text;
    input.user = m_asked.asUser;
    input.limit = m_asked.limit;
    m_step.start(m_cache->look(input), [this](const Result<capture::CacheLook> &look) {
        // A cache that does not answer says nothing about the search behind it.
        m_cached = look ? *look : capture::CacheLook{.state = capture::CacheLook::State::NotAsked, .key = {}, .value = {}, .expiresIn = {}, .age = {}, .isSharedByUsers = false, .sentence = look.error().message};
        askProduction();
    });
}

void RetrievalLive::askProduction()
{
    capture::ProductionQuestion question;
    question.input.text = m_question.text;
    question.input.embedding = m_question.embedding;
    if (QString model = m_asked.model; question.input.embedding.empty())
        question.input.embedding = m_corpus->recordedEmbedding(m_question.text, &model).value_or(std::vector<float>());
    if (line().has("limit"))
        question.input.limit = m_asked.limit;
    question.input.user = m_asked.asUser;
    m_production = std::make_unique<capture::ProductionSearch>(m_target.get(), m_subject->profile().retrieval);
    m_step.start(m_production->ask(question), [this](const Result<capture::ProductionAnswer> &answer) {
        if (!answer)
            return giveUp(answer.error());
        compare(*answer);
    });
}

void RetrievalLive::compare(const capture::ProductionAnswer &production)
{
    using Both = std::pair<SearchAnswer, AnswerComparison>;
    QList<ProductionRow> rows;
    for (const capture::ProductionRow &row : production.rows)
        rows << ProductionRow{row.key, row.score, row.text};
    const auto work = [corpus = m_corpus, question = m_question, asked = m_asked, settings = m_offline, rows](const std::function<bool()> &isStopped) -> Result<Both> {
        const CorpusWork stoppable{isStopped, {}, false};
        auto offline = search(*corpus, question, settings, stoppable);
        if (!offline)
            return failure(offline.error());
        auto compared = compareAnswers(*corpus, question, rows, asked, *offline, stoppable);
        if (!compared)
            return failure(compared.error());
        return Both{*std::move(offline), *std::move(compared)};
    };
    m_step.start(onPool<Both>(QThreadPool::globalInstance(), work), [this, production](const Result<Both> &both) {
        if (!both)
            return giveUp(both.error());
        tell(both->first, both->second, production);
    });
}

void RetrievalLive::tell(const SearchAnswer &offline, const AnswerComparison &comparison, const capture::ProductionAnswer &production)
{
    static constexpr const char *kinds[] = {"equal", "moved", "only-production", "only-offline"};
    const auto number = [](const auto &value) { return value ? QJsonValue(double(*value)) : QJsonValue(); };
    if (line().wantsJson()) {
        QJsonArray rows;
        for (const ComparedRow &row : comparison.rows)
            rows.append(QJsonObject{{QStringLiteral("id"), QString::fromUtf8(row.key)}, {QStringLiteral("kind"), QLatin1String(kinds[int(row.kind)])}, {QStringLiteral("production"), number(row.productionRank)}, {QStringLiteral("offline"), number(row.offlineRank)},
                                    {QStringLiteral("productionScore"), number(row.productionScore)}, {QStringLiteral("offlineScore"), number(row.offlineScore)}, {QStringLiteral("sameScore"), row.hasSameScore}, {QStringLiteral("why"), row.sentence}});
        const QJsonObject data{{QStringLiteral("cache"), cacheJson(m_cached)}, {QStringLiteral("rows"), rows}, {QStringLiteral("same"), comparison.isSame()}, {QStringLiteral("sameButTies"), comparison.isSameButTies}, {QStringLiteral("says"), comparison.sentence}, {QStringLiteral("grade"), gradeKey(offline.grade)},
                               {QStringLiteral("why"), offline.reason}, {QStringLiteral("productionMs"), double(production.took.count()) / 1000}, {QStringLiteral("offlineMs"), offline.milliseconds}, {QStringLiteral("sql"), QString::fromUtf8(production.sql)}};
        terminal().printJson(documentOf(QStringLiteral("retrieval compare"), m_subject->deployment().name, clock().now(), data, {}));
        return end(AllWell);
    }
    Table table({tr("production") + QLatin1Char('>'), tr("offline") + QLatin1Char('>'), tr("chunk"), tr("score") + QLatin1Char('>'), tr("why they differ") + QLatin1Char('*')});
    for (const ComparedRow &row : comparison.rows)
        table.add({row.productionRank ? QString::number(*row.productionRank) : format::NoValue, row.offlineRank ? QString::number(*row.offlineRank) : format::NoValue, QString::fromUtf8(row.key),
                   row.offlineScore ? QString::number(*row.offlineScore, 'f', 5) : row.productionScore ? QString::number(*row.productionScore, 'f', 5) : format::NoValue, row.sentence});
    if (!table.isEmpty())
        terminal().print(table.lines(terminal().width(), QString()).join(QLatin1Char('\n')));
    terminal().print(comparison.sentence);
    if (m_cached.state != capture::CacheLook::State::None)
        terminal().print(Ink(terminal().isColoured()).mark(stateOf(m_cached)) + QLatin1Char(' ') + m_cached.sentence);
    if (m_cached.state != capture::CacheLook::State::None && m_cached.isSharedByUsers && m_asked.asUser)
        terminal().print(tr("The key of the cache does not tell users apart, so an answer of one may be given to another."));
    terminal().print(Ink(terminal().isColoured()).dim(tr("Production %1, offline %2; %3. %4").arg(format::duration(double(production.took.count()) / 1000), format::duration(offline.milliseconds), gradeWord(offline.grade), offline.reason)));
    end(AllWell);
}

} // namespace qd::app
