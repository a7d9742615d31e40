#pragma once

#include "core/async.h"
#include "retrieval/engine/sweep.h"
#include "widgets/charts/tradeoffchart.h"
#include "widgets/controls/panel.h"
#include "widgets/pages/retrievalsession.h"

namespace qd {

class Button;
class CodeView;
class StatePane;

// What recall costs: many questions at many settings of the index, points as they come, and the
// cheapest setting that is good enough as the SQL that sets it.
class RetrievalSweep : public Panel
{
    Q_OBJECT

public:
    static constexpr double WantedRecall = 0.95, WantedMilliseconds = 20;

    explicit RetrievalSweep(QWidget *parent = nullptr);

    void setCorpus(const OpenedCorpus *opened); // null: none
    // As the question bar has them: limit and filters are swept with.
    void setSettings(const retrieval::SearchSettings &settings);
    void run();
    void stop();
    bool isRunning() const { return m_running.isRunning(); }
    QByteArray csv() const;

signals:
    void settingsAsked(const retrieval::SearchSettings &settings);
    void copied(const QString &sentence);

private:
    struct Points;
    struct Swept
    {
        QList<retrieval::SweepPoint> hnsw, ivfflat;
        QString estimate, remark;
        int questions = 0;
        bool areChunks = false;
    };
    static Result<Swept> sweepAll(const OpenedCorpus &opened, retrieval::SearchSettings settings, const std::shared_ptr<Points> &points, const retrieval::CorpusWork &work);
    void takePoints();
    void showPoints();
    void finish(Result<Swept> swept);
    void idle();

    std::optional<OpenedCorpus> m_opened;
    retrieval::SearchSettings m_settings;
    TradeoffChart *m_chart;
    StatePane *m_pane;
    Label *m_says;
    CodeView *m_sql;
    Button *m_run, *m_use;
    std::shared_ptr<Points> m_points;
    std::shared_ptr<RetrievalProgress> m_progress;
    QList<retrieval::SweepPoint> m_lines[2]; // HNSW, IVFFlat
    std::optional<retrieval::SweepSuggestion> m_suggestion;
    QTimer m_tick;
    Latest m_running;
};

} // namespace qd
