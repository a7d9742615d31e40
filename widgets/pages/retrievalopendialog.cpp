#include "widgets/pages/retrievalopendialog.h"

#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/message.h"

#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QUrl>

namespace qd {

QString droppedFile(const QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

RetrievalOpenDialog::RetrievalOpenDialog(const QString &path, QWidget *parent)
    : QDialog(parent)
    , m_path(new QLineEdit(path))
    , m_message(new Message)
{
    setWindowTitle(tr("Open a Snapshot"));
    setMinimumWidth(scaled(520));
    setAcceptDrops(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(new Label(tr("Open a snapshot"), Type::Heading));
    auto *says = new Label(tr("The file that “quarterdeck retrieval snapshot” or “import” wrote, or one of another computer. It is only read."), Type::Cell, Tone::Text2);
    says->setWraps(true);
    layout->addWidget(says);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_path->setAccessibleName(tr("Path of the snapshot"));
    m_path->setPlaceholderText(tr("Type its path, or drop it here"));
    m_path->setAcceptDrops(false); // the dialog takes it as a file, not as words
    auto *browse = new Button(tr("Browse…"));
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    layout->addLayout(row);
    layout->addWidget(m_message);
    m_message->hide();
    layout->addStretch(1);
    auto *cancel = new Button(tr("Cancel"));
    auto *open = new Button(tr("Open"), Button::Kind::Primary);
    open->setDefault(true);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(open);
    layout->addLayout(foot);
    connect(browse, &Button::clicked, this, &RetrievalOpenDialog::look);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(open, &Button::clicked, this, &RetrievalOpenDialog::choose);
    connect(m_path, &QLineEdit::textChanged, m_message, &QWidget::hide);
    m_path->setFocus();
}

void RetrievalOpenDialog::look()
{
    auto *dialog = new QFileDialog(this, tr("Open a Snapshot"), QFileInfo(m_path->text()).path(), tr("Snapshots (*.qdsnap *.qdsnapshot);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_path->setText(path);
        choose();
    });
    dialog->open();
}

void RetrievalOpenDialog::choose()
{
    QString path = m_path->text().trimmed();
    if (path.startsWith(QLatin1String("file://")))
        path = QUrl(path).toLocalFile();
    if (path.startsWith(QLatin1String("~/")))
        path = QDir::homePath() + path.mid(1);
    if (!path.isEmpty())
        emit chosen(QFileInfo(path).absoluteFilePath());
}

void RetrievalOpenDialog::complain(const QString &why)
{
    m_message->say(State::Failing, why);
    m_message->show();
    m_path->setFocus();
    m_path->selectAll();
}

QString RetrievalOpenDialog::problem() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void RetrievalOpenDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event).isEmpty())
        event->acceptProposedAction();
}

void RetrievalOpenDialog::dropEvent(QDropEvent *event)
{
    m_path->setText(droppedFile(event));
    choose();
}

} // namespace qd
