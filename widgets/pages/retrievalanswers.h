#pragma once

#include "widgets/pages/retrievalsession.h"
#include "widgets/controls/panel.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

class QStackedLayout;

namespace qd {

class Label;
class AnswerJoins;
class Legend;

// The lines of one answer.
class AnswerRows : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { LineRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;
    void setLines(const QList<AnswerLine> &lines);
    const QList<AnswerLine> &lines() const { return m_lines; }
    int find(const QByteArray &key) const; // -1: not there

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_lines.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<AnswerLine> m_lines;
};

// One answer as a list: rank, name, score, and the part of each leg as a bar.
class AnswerList : public QListView
{
    Q_OBJECT

public:
    static constexpr int RowHeight = 39;

    AnswerList(const QString &accessibleName, QWidget *parent = nullptr);
    AnswerRows *rows() const { return m_rows; }
    void select(const QByteArray &key);

signals:
    void picked(const QByteArray &key);
    void opened(const QByteArray &key);
    void copied(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    AnswerRows *m_rows;
};

// The same question, two engines: production's answer and the offline one, joined by lines.
class RetrievalAnswers : public Panel
{
    Q_OBJECT

public:
    explicit RetrievalAnswers(QWidget *parent = nullptr);

    void showSession(const RetrievalSession &session);
    // In the middle, while there is no answer yet.
    void showHint(const QString &fact, const QString &why);
    // Nothing of any question is left.
    void clear();
    AnswerList *offline() const { return m_right; }
    AnswerList *production() const { return m_left; }
    void select(const QByteArray &key);
    QByteArray current() const { return m_current; }
    // Lists and their comparison as text, for exports.
    QByteArray csv() const;

signals:
    void picked(const QByteArray &key);
    void opened(const QByteArray &key);
    void copied(const QString &sentence);

private:
    QWidget *makeHeads();
    void showLegend(bool hasReranker);
    void showProduction(const RetrievalSession::Production &production);
    void pick(const QByteArray &key);

    AnswerList *m_left, *m_right;
    AnswerJoins *m_joins;
    Legend *m_legend;
    Label *m_leftHead, *m_leftMeta, *m_leftTime, *m_rightHead, *m_rightMeta, *m_rightTime, *m_cache, *m_why, *m_hint, *m_hintWhy;
    QStackedLayout *m_leftPlace, *m_place;
    QByteArray m_current;
    bool m_isReranked = false, m_isUnasked = false; // the order; the current row, which is the first
};

} // namespace qd
