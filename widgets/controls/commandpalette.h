#pragma once

#include <QDialog>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace qd {

class Label;

// One thing that can be gone to or done.
struct PaletteEntry
{
    enum class Kind { Page, Action, Deployment, Table };
    Kind kind = Kind::Action;
    QString title, group;      // "Cost", "Watch"
    QString iconName, shortcut;
    QString whyNot;            // not empty: disabled, and this is why
    std::function<void()> run;
    QString words;             // other words it is found by
};

// Ctrl+K: pages, actions (`>`), deployments (`@`), tables (`#`). Typing narrows by the words of the
// title, Enter opens, Tab narrows to the group of the current row. A disabled command stays in the
// list and says why.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);
    void setCommands(QList<PaletteEntry> commands);
    void openOver(QWidget *window, const QString &text = {});
    QLineEdit *field() const { return m_field; }
    QStringList shownTitles() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void narrow(const QString &text);
    void choose();
    QList<PaletteEntry> m_commands;
    QList<int> m_shown;
    QString m_group;
    QLineEdit *m_field;
    Label *m_count;
    QListView *m_list;
    QStandardItemModel *m_model;
};

// How well the words fit the title, larger is better, negative is not at all; `marks` gets the
// places to print in bold.
int matchOf(const QString &title, const QString &words, QList<int> *marks = nullptr);

} // namespace qd
