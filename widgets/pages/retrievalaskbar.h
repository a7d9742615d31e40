#pragma once

#include "widgets/controls/panel.h"
#include "widgets/pages/retrievalendpointdialog.h"
#include "widgets/pages/retrievalview.h"

#include <QLineEdit>

class QMenu;

namespace qd {

class Button;
class Segments;

// The field for a question: Return asks, Up and Down go through what was asked before.
class QuestionField : public QLineEdit
{
    Q_OBJECT

public:
    explicit QuestionField(QWidget *parent = nullptr);
    // Oldest first.
    void setHistory(const QStringList &history);
    const QStringList &history() const { return m_history; }
    void remember(const QString &question);

signals:
    void asked();
    void reached(); // by the keyboard

protected:
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restyle();
    void step(int by);
    QStringList m_history;
    qsizetype m_at = 0;   // m_history.size(): what is being typed
    QString m_typed;
};

// What is asked and how: the question, the mode, how many, and the filters. Settings that are not
// shown here stay as production has them.
class RetrievalAskBar : public Panel
{
    Q_OBJECT

public:
    explicit RetrievalAskBar(QWidget *parent = nullptr);

    // Takes production's settings as the beginning, and the choices that the corpus has.
    void offer(const OpenedCorpus &opened);
    // Which of production's searches is meant; empty: the main one.
    QString search() const { return m_search; }
    void setSettings(const retrieval::SearchSettings &settings);
    const retrieval::SearchSettings &settings() const { return m_settings; }
    QString text() const;
    void setText(const QString &text);
    QuestionField *field() const { return m_field; }
    void setAsksBoth(bool asksBoth);
    void setAsking(bool isAsking);

signals:
    void asked();
    void stopped();
    void changed();         // settings, by the person
    void snapshotsAsked(QWidget *below); // which one is searched
    void endpointAsked(qd::RetrievalEndpoint::Purpose purpose); // which service is asked for it

private:
    void show();
    void change(const std::function<void(retrieval::SearchSettings &)> &how);
    void openLimits();
    void openConstants();
    void openFilters();
    void addScans(QMenu *menu);
    void addSearches(QMenu *menu);
    void takeSearch(const QString &name);
    template <typename Take>
    void addChoices(QMenu *menu, const QString &title, const QList<std::pair<QString, QString>> &choices, const QString &current, Take take);

    QuestionField *m_field;
    Segments *m_mode;
    Button *m_snapshots, *m_limit, *m_constant, *m_filter, *m_ask;
    retrieval::SearchSettings m_settings, m_production;
    std::optional<OpenedCorpus> m_opened;
    QString m_search;
    bool m_isAsking = false;
};

} // namespace qd
