#pragma once

#include "widgets/controls/paint.h"

#include <QFrame>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace qd {

// A list with a search line above it that opens below a button: deployments, time zones.
// Typing narrows, Enter chooses, Esc closes.
class SearchPopup : public QFrame
{
    Q_OBJECT

public:
    struct Entry
    {
        QString key, text, note;
        std::optional<Mark> mark = {};
        QColor stripe = {};
    };

    SearchPopup(const QString &placeholder, QWidget *parent);
    void setEntries(const QList<Entry> &entries, const QString &current);
    void openBelow(QWidget *anchor, int width);
    int visibleCount() const;

signals:
    void chosen(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void narrow(const QString &text);
    void choose();
    QList<Entry> m_entries;
    QString m_current;
    QLineEdit *m_search;
    QListView *m_list;
    QStandardItemModel *m_model;
};

} // namespace qd
