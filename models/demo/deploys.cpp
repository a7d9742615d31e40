#include "demo/deploys.h"

#include "demo/copyline.h"
#include "demo/random.h"

#include <QHash>
#include <QJsonObject>

#include <algorithm>

namespace qd::demo {

namespace {

struct DeployFacts
{
    QByteArray commit;
    QString message, branch;
    Instant createdAt;
    std::optional<Instant> readyAt = {};
    bool isProduction = true, isFailed = false, isNewest = false;
};

const char *const deployMessages[] = {
    "Cache the user's profile for a minute", "Show the source of each answer", "Fewer steps when a quiz is made", "Retry embeddings once", "Move prompts to their own files",
    "Study plans may skip weekends", "Shorter system prompt", "Count tokens of tools", "Fix the order of flashcards", "Presence updates every 30 s", "Index documents in batches",
    "Raise the limit of notes per search to 5", "Log the id of a trace with every error", "Tidy the onboarding", "Nudges respect quiet hours", "Update dependencies",
};
const char *const deployBranches[] = {"plan-view", "quiz-editor", "search-filters", "dependencies", "nudges"};

QJsonObject deployToJson(const Story &story, const QString &project, const DeployFacts &facts, Random &random)
{
    const qint64 created = toMsecs(facts.createdAt), building = created + 900 + random.below(2'000);
    const qint64 ready = facts.readyAt ? toMsecs(*facts.readyAt) : created + 62'000 + random.below(50'000);
    const QString uid = QStringLiteral("dpl_") + QString::fromLatin1(randomHex(random, 28));
    const bool isReady = !facts.isFailed && ready <= toMsecs(story.now);
    const QString state = facts.isFailed ? QStringLiteral("ERROR") : isReady ? QStringLiteral("READY") : QStringLiteral("BUILDING");
    QJsonObject row{
        {QStringLiteral("uid"), uid}, {QStringLiteral("name"), project}, {QStringLiteral("projectId"), QString(QStringLiteral("prj_") + project)},
        {QStringLiteral("url"), QStringLiteral("%1-%2.vercel.example").arg(project, QString::fromLatin1(facts.commit.left(7)))},
        {QStringLiteral("created"), created}, {QStringLiteral("createdAt"), created}, {QStringLiteral("buildingAt"), building},
        {QStringLiteral("state"), state}, {QStringLiteral("readyState"), state}, {QStringLiteral("source"), QStringLiteral("git")},
        {QStringLiteral("target"), facts.isProduction ? QJsonValue(QStringLiteral("production")) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("creator"), QJsonObject{{QStringLiteral("uid"), QStringLiteral("usr_demo")}, {QStringLiteral("username"), QStringLiteral("oncall-%1").arg(1 + random.below(3))}}},
        {QStringLiteral("meta"), QJsonObject{{QStringLiteral("githubCommitSha"), QString::fromLatin1(facts.commit)}, {QStringLiteral("githubCommitMessage"), facts.message},
                                             {QStringLiteral("githubCommitRef"), facts.branch}}},
        {QStringLiteral("aliasError"), QJsonValue::Null}, {QStringLiteral("inspectorUrl"), QJsonValue::Null},
        {QStringLiteral("isRollbackCandidate"), facts.isProduction && isReady && !facts.isNewest},
    };
    if (isReady) {
        row.insert(QStringLiteral("ready"), ready);
        row.insert(QStringLiteral("aliasAssigned"), ready + 1'500);
        if (facts.isProduction)
            row.insert(QStringLiteral("readySubstate"), QStringLiteral("PROMOTED"));
    } else if (facts.isFailed) {
        row.insert(QStringLiteral("aliasAssigned"), QJsonValue::Null);
        row.insert(QStringLiteral("errorCode"), QStringLiteral("BUILD_FAILED"));
        row.insert(QStringLiteral("errorMessage"), QStringLiteral("Command \"npm run build\" exited with 1"));
    }
    return row;
}

} // namespace

QJsonArray deploymentHistory(const Story &story, const QString &project)
{
    using namespace std::chrono_literals;
    // How long ago the newest of the quiet projects was deployed.
    static const QHash<QString, std::chrono::hours> newest{{QStringLiteral("ara-demo"), 96h}, {QStringLiteral("spec-agents-demo"), 48h}, {QStringLiteral("steward-demo"), 6h}, {QStringLiteral("observai-demo"), 216h}};
    const bool isClerva = project == QLatin1String("clerva-demo");
    Random random(story.options.seed, Story::Deploys, qChecksum(project.toUtf8()));
    const auto commit = [&random] { return randomHex(random, 40); };

    QList<DeployFacts> all;
    Instant at = story.now - (isClerva ? 29h : newest.value(project, 72h));
    for (int i = 0; at > story.history.from; ++i) {
        DeployFacts deploy{commit(), QLatin1String(deployMessages[random.below(int(std::size(deployMessages)))]), QStringLiteral("main"), at};
        deploy.isProduction = i == 0 || random.chance(0.55);
        deploy.isFailed = i > 0 && random.chance(0.07);
        if (!deploy.isProduction)
            deploy.branch = QLatin1String(deployBranches[random.below(int(std::size(deployBranches)))]);
        all << deploy;
        at -= std::chrono::milliseconds(qint64((isClerva ? 15.0 : 60.0) * 3.6e6 * random.between(0.3, 1.8)));
    }
    if (isClerva) {
        DeployFacts broken{commit(), QStringLiteral("Rerank chunks before answering"), QStringLiteral("main"), story.now - 19h};
        broken.isFailed = true;
        all << broken;
        if (story.slowDeploy) {
            // Building takes a minute and a half; the story's moment is when traffic moves.
            DeployFacts slow{commit(), broken.message, broken.branch, *story.slowDeploy - 90s};
            slow.readyAt = story.slowDeploy;
            all << slow;
        }
    }
    std::ranges::sort(all, [](const DeployFacts &a, const DeployFacts &b) { return a.createdAt > b.createdAt; });
    for (DeployFacts &deploy : all) {
        if (deploy.isProduction && !deploy.isFailed) {
            deploy.isNewest = true;
            break;
        }
    }
    QJsonArray rows;
    for (const DeployFacts &deploy : all)
        rows << deployToJson(story, project, deploy, random);
    return rows;
}

} // namespace qd::demo
