#pragma once

#include "core/async.h"
#include "widgets/charts/tradeoffchart.h"
#include "widgets/controls/panel.h"
#include "widgets/pages/retrievalsession.h"
#include "widgets/pages/retrievalsweepaxes.h"

namespace qd {

class Button;
class CodeView;
class StatePane;
class Table;

// What recall costs: many questions at many values of a setting, points as they come, what each
// group of questions loses, and the cheapest setting that is good enough as the SQL that sets it.
class RetrievalSweep : public Panel
{
    Q_OBJECT

public:
    static constexpr double WantedRecall = retrievalsweep::WantedRecall, WantedMilliseconds = 20;

    explicit RetrievalSweep(QWidget *parent = nullptr);

    void setCorpus(const OpenedCorpus *opened); // null: none
    // As the question bar has them: limit and filters are swept with.
    void setSettings(const retrieval::SearchSettings &settings);
    QList<retrievalsweep::Choice> choices() const;
    void choose(const QString &key); // what is varied; forgets what was measured
    void setAsEachUser(bool asEachUser);
    void run();
    void stop();
    bool isRunning() const { return m_running.isRunning(); }
    QByteArray csv() const;
    QString says() const;
    QString sql() const;

signals:
    // The search as it is asked, with what is suggested.
    void settingsAsked(const retrieval::SearchSettings &settings);
    void copied(const QString &sentence);

private:
    struct Points;
    void makeContent();
    void takePoints();
    void showPoints();
    void showScale();
    void showGroups();
    void finish(Result<retrievalsweep::Swept> swept);
    void forget();
    void idle();
    void openChoices();
    QString pointWords(const retrievalsweep::Line &line, const retrieval::SweepPoint &point) const;

    std::optional<OpenedCorpus> m_opened;
    retrieval::SearchSettings m_settings;
    retrievalsweep::Choice m_choice;
    bool m_asEachUser = false;
    TradeoffChart *m_chart;
    StatePane *m_pane;
    Label *m_says, *m_groupsOf;
    Table *m_groups;
    CodeView *m_sql;
    Button *m_axis, *m_users, *m_run, *m_use;
    std::shared_ptr<Points> m_points;
    std::shared_ptr<RetrievalProgress> m_progress;
    QList<retrievalsweep::Line> m_lines;
    QList<QList<retrieval::SweepPoint>> m_measured; // for each line, by value
    std::optional<retrievalsweep::Suggestion> m_suggestion;
    std::optional<std::pair<retrieval::SweepAxis, double>> m_shown; // whose groups are listed
    QTimer m_tick;
    Latest m_running;
};

} // namespace qd
