#pragma once

#include <QDialog>

class QDropEvent;
class QLineEdit;

namespace qd {

class Message;

// Asks for a snapshot file: typed, dropped or looked for. Stays open, with the reason, while what was
// named cannot be opened.
class RetrievalOpenDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RetrievalOpenDialog(const QString &path, QWidget *parent = nullptr);
    QLineEdit *path() const { return m_path; }
    void complain(const QString &why);
    QString problem() const;

signals:
    void chosen(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void look();
    void choose();
    QLineEdit *m_path;
    Message *m_message;
};

// The one local file of what is dragged; empty: something else.
QString droppedFile(const QDropEvent *event);

} // namespace qd
