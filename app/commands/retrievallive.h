#pragma once

#include "app/commands/subject.h"
#include "app/commands/command.h"
#include "capture/answercache.h"
#include "capture/capture.h"
#include "capture/productionsearch.h"
#include "retrieval/engine/compare.h"

namespace qd::app {

// retrieval snapshot|compare: what needs production. A snapshot is taken or updated, read-only and
// slower than the server could be; or the same question is put to production and to a snapshot.
class RetrievalLive : public Command
{
    Q_OBJECT

public:
    RetrievalLive(const CommandLine &line, const Terminal &terminal, const Clock &clock);
    ~RetrievalLive() override;
    void start() override;

    static bool does(const QString &what) { return what == QLatin1String("snapshot") || what == QLatin1String("compare"); }

private:
    void chosen();
    void takeSnapshot();
    void tell(const capture::Captured &captured);
    void openCorpus();
    void lookIntoCache();
    void askProduction();
    void compare(const capture::ProductionAnswer &production);
    void tell(const retrieval::SearchAnswer &offline, const retrieval::AnswerComparison &comparison, const capture::ProductionAnswer &production);
    void giveUp(const Error &error);

    std::unique_ptr<Subject> m_subject;
    std::unique_ptr<Target> m_target;
    std::unique_ptr<capture::CaptureRun> m_capture;
    std::unique_ptr<capture::ProductionSearch> m_production;
    std::unique_ptr<capture::AnswerCache> m_cache;
    capture::CacheLook m_cached;
    std::shared_ptr<const retrieval::Corpus> m_corpus;
    retrieval::SearchSettings m_asked, m_offline; // production's, and those here
    retrieval::Question m_question;
    QString m_what, m_file;
    Latest m_step{this};
};

} // namespace qd::app
