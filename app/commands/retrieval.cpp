#include "app/commands/retrieval.h"

#include "app/commands/retrievalsettings.h"
#include "app/commands/retrievaltext.h"
#include "app/text/ink.h"
#include "deployments/tomlfile.h"
#include "providers/embeddings.h"
#include "retrieval/import/importcorpus.h"

#include <QJsonArray>

namespace qd::app {

using namespace retrieval;

Retrieval::Retrieval(const CommandLine &line, const Terminal &terminal, const Clock &clock)
    : Command(line, terminal, clock)
{
}

Retrieval::~Retrieval() = default;

void Retrieval::giveUp(const Error &error)
{
    fail(error.kind == Error::Kind::Wrong ? WrongUsage : error.kind == Error::Kind::Missing ? NothingRead : Failing, error);
}

void Retrieval::document(const QJsonObject &data, const QList<Check> &checks)
{
    QString deployment = m_corpus ? m_corpus->origin().deployment : QString();
    terminal().printJson(documentOf(QStringLiteral("retrieval ") + m_what, deployment, clock().now(), data, checks));
}

void Retrieval::start()
{
    static const QMap<QString, int> words{{QStringLiteral("import"), 3}, {QStringLiteral("query"), 3}, {QStringLiteral("evaluate"), 2}, {QStringLiteral("sweep"), 2}, {QStringLiteral("check"), 2}};
    m_what = word(0);
    if (!words.contains(m_what)) {
        const QString near = nearestWord(m_what, words.keys());
        return fail(WrongUsage, near.isEmpty() ? tr("“%1” is nothing that retrieval does. Write snapshot, query, compare, evaluate, sweep, check or import.").arg(m_what) : tr("“%1” is nothing that retrieval does. Did you mean “%2”?").arg(m_what, near));
    }
    // "Find like this chunk" needs no words.
    const bool needsText = !(m_what == QLatin1String("query") && line().has("like"));
    if (line().arguments.size() < words.value(m_what) - (needsText ? 0 : 1))
        return fail(WrongUsage, m_what == QLatin1String("import") ? tr("Something is missing: quarterdeck retrieval import DIR FILE") : m_what == QLatin1String("query") ? tr("Something is missing: quarterdeck retrieval query FILE \"TEXT\"") : tr("Something is missing: quarterdeck retrieval %1 FILE").arg(m_what));
    if (m_what == QLatin1String("import"))
        return importFolder();
    open();
}

void Retrieval::importFolder()
{
    ImportSettings settings;
    settings.model = line().value("model");
    settings.skipsBadLines = line().has("skip-bad-lines");
    const QString configuration = line().value("configuration");
    if (configuration == QLatin1String("simple"))
        settings.configuration = Configuration::Simple;
    else if (!configuration.isEmpty() && configuration != QLatin1String("english"))
        return fail(WrongUsage, tr("The configurations known here are english and simple, and “%1” is neither.").arg(configuration));
    later<ImportReport>(
        [folder = word(1), file = word(2), settings](const CorpusWork &work) {
            ImportSettings own = settings;
            own.isStopped = work.isStopped;
            own.progress = [&work](const ImportProgress &progress) { work.tell(progress.stage == ImportProgress::Stage::Checking ? Retrieval::tr("Reading the files.") : Retrieval::tr("Writing the snapshot."), progress.ofBytes ? double(progress.bytes) / double(progress.ofBytes) : 0); };
            return importCorpus(folder, file, own);
        },
        [this](const ImportReport &report) {
            if (line().wantsJson())
                document(importJson(report));
            else
                printImport(terminal(), report);
            end(AllWell);
        });
}

void Retrieval::open()
{
    const Result<QString> path = corpusPathOf(word(1));
    if (!path)
        return fail(NothingRead, path.error());
    later<CorpusPtr>([path = *path](const CorpusWork &) { return Corpus::open(path); }, [this](const CorpusPtr &corpus) { opened(corpus); });
}

Result<> Retrieval::understand()
{
    const Result<SearchSettings> production = m_corpus->productionSettings();
    if (!production)
        return failure(production.error());
    const Result<SearchSettings> settings = searchSettingsFrom(line(), *production);
    if (!settings)
        return failure(settings.error());
    m_settings = *settings;
    return {};
}

void Retrieval::opened(const CorpusPtr &corpus)
{
    m_corpus = corpus;
    if (const Result<> understood = understand(); !understood)
        return giveUp(understood.error());
    if (m_what == QLatin1String("query"))
        query();
    else if (m_what == QLatin1String("evaluate"))
        evaluateRun();
    else if (m_what == QLatin1String("sweep"))
        sweepSettings();
    else
        check();
}

void Retrieval::query()
{
    Question question{.text = word(2)};
    if (!line().has("like") && question.text.trimmed().isEmpty())
        return fail(WrongUsage, tr("The question is empty. Write what to search for, or --like KEY for what is like a chunk."));
    const QStringList models = m_corpus->models();
    if (const QString model = line().value("model"); !model.isEmpty() && !models.isEmpty() && !models.contains(model))
        return fail(WrongUsage, tr("The chunks were embedded with “%1”; a question embedded with “%2” cannot be compared with them.").arg(models.join(QStringLiteral("”, “")), model));
    if (line().has("like")) {
        question.like = m_corpus->find(line().value("like").toUtf8());
        if (!question.like)
            return fail(NothingRead, Error{Error::Kind::Missing, tr("This snapshot has no chunk with the key “%1”.").arg(line().value("like"))});
    }
    question = withEmbedding(*m_corpus, question, m_settings);
    if (!lacksEmbedding(*m_corpus, question, m_settings))
        return ask(question);
    embed(question);
}

void Retrieval::check()
{
    later<ChunkQuality>(
        [corpus = m_corpus](const CorpusWork &work) -> Result<ChunkQuality> {
            if (const Result<> whole = corpus->verify(work); !whole)
                return failure(whole.error());
            return chunkQuality(*corpus, work);
        },
        [this](const ChunkQuality &quality) {
            const QList<Check> checks = qualityChecks(quality);
            if (line().wantsJson()) {
                document({{QStringLiteral("chunks"), double(quality.chunks)}}, checks);
            } else {
                const Ink ink(terminal().isColoured());
                for (const Check &check : checks) {
                    terminal().print(QStringLiteral("%1 %2: %3").arg(ink.mark(check.state), check.title, check.says));
                    if (!check.evidence.isEmpty())
                        terminal().print(ink.dim(QStringLiteral("    ") + check.evidence));
                }
            }
            end(exitCode(checks, line().has("strict")));
        });
}

} // namespace qd::app
