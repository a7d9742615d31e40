// Which snapshot the retrieval page searches, and which services are asked for a question.

#include "widgets/controls/message.h"
#include "widgets/pages/retrievalaskbar.h"
#include "widgets/pages/retrievalendpointdialog.h"
#include "widgets/pages/retrievalopendialog.h"
#include "widgets/pages/retrievalpage.h"
#include "widgets/pages/retrievaltaking.h"

#include <QCryptographicHash>
#include <QDropEvent>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>

namespace qd {

constexpr qsizetype MostOpenedSnapshots = 12;

QString RetrievalPage::storeName() const
{
    // The sample is the sample, whichever deployment has no snapshot of its own yet.
    if (m_session->opened() && m_session->opened()->isSample)
        return QStringLiteral("sample");
    if (!m_session->isFile() || !m_session->opened())
        return m_deployment.isEmpty() ? QStringLiteral("sample") : m_deployment;
    const QByteArray path = QFileInfo(m_session->opened()->path).absoluteFilePath().toUtf8();
    return QStringLiteral("file-") + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16));
}

void RetrievalPage::connectSnapshots()
{
    connect(m_ask, &RetrievalAskBar::snapshotsAsked, this, &RetrievalPage::openSnapshotMenu);
    connect(m_ask, &RetrievalAskBar::endpointAsked, this, &RetrievalPage::askForEndpoint);
    connect(m_back, &QPushButton::clicked, m_session, &RetrievalSession::leaveFile);
    connect(m_session, &RetrievalSession::opening, this, [this] {
        showNote();
        sayAll();
    });
    connect(m_session, &RetrievalSession::refused, this, [this](const QString &path, const Error &error) {
        showNote();
        sayAll();
        QStringList known = settings::OpenedSnapshots.value();
        if (known.removeAll(path) > 0 && error.kind == Error::Kind::Missing)
            settings::OpenedSnapshots.set(known);
        // What was open stays open, and a question that waited is put to it.
        if (std::exchange(m_isAskedEarly, false))
            ask();
        if (auto *dialog = findChild<RetrievalOpenDialog *>())
            return dialog->complain(error.message);
        m_remark->say(State::Failing, tr("%1 was not opened.").arg(QFileInfo(path).fileName()), error.message);
        m_remark->show();
    });
    connect(m_session, &RetrievalSession::openedChanged, this, [this] {
        if (!m_session->isFile() || !m_session->opened())
            return;
        QStringList known = settings::OpenedSnapshots.value();
        known.removeAll(m_session->opened()->path);
        known.prepend(m_session->opened()->path);
        settings::OpenedSnapshots.set(known.mid(0, MostOpenedSnapshots));
        if (auto *dialog = findChild<RetrievalOpenDialog *>())
            dialog->accept();
    });
    connect(m_session, &RetrievalSession::keyNotKept, this, [this](const QString &why) {
        m_remark->say(State::Warning, tr("The key of the endpoint was not kept."), why);
        m_remark->show();
    });
}

void RetrievalPage::openSnapshot(const QString &path)
{
    keepHistory();
    m_session->openFile(path);
    sayAll();
}

void RetrievalPage::askForSnapshot()
{
    const QStringList known = settings::OpenedSnapshots.value();
    auto *dialog = new RetrievalOpenDialog(m_session->isFile() && m_session->opened() ? m_session->opened()->path : known.value(0), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RetrievalOpenDialog::chosen, this, &RetrievalPage::openSnapshot);
    dialog->open();
}

void RetrievalPage::openSnapshotMenu(QWidget *below)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const bool hasOwn = !m_deployment.isEmpty() && QFileInfo::exists(RetrievalSession::snapshotPath(m_deployment));
    QAction *own = menu->addAction(hasOwn ? tr("Snapshot of %1").arg(m_title) : tr("Sample: the PostgreSQL Manual"), m_session, &RetrievalSession::leaveFile);
    own->setCheckable(true);
    own->setChecked(!m_session->isFile());
    const QStringList known = settings::OpenedSnapshots.value();
    for (const QString &path : known) {
        const QFileInfo file(path);
        //: a snapshot file and its folder
        const QString words = tr("%1 in %2").arg(file.fileName(), fontMetrics().elidedText(file.path(), Qt::ElideMiddle, scaled(260)));
        QAction *action = menu->addAction(QString(words).replace(u'&', QStringLiteral("&&")), this, [this, path] { openSnapshot(path); });
        action->setToolTip(path);
        action->setCheckable(true);
        action->setChecked(m_session->isFile() && m_session->opened() && m_session->opened()->path == path);
    }
    menu->addSeparator();
    menu->addAction(tr("Open a Snapshot File…"), this, &RetrievalPage::askForSnapshot);
    QAction *take = menu->addAction(m_taking->isRunning() ? tr("Stop Taking the Snapshot") : hasOwn ? tr("Update the Snapshot") : tr("Take a Snapshot"), this, &RetrievalPage::take);
    take->setEnabled(m_taking->isRunning() || whyNoTaking().isEmpty());
    take->setToolTip(whyNoTaking());
    menu->popup(below->mapToGlobal(QPoint(0, below->height() + 2)));
}

void RetrievalPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event).isEmpty())
        event->acceptProposedAction();
}

void RetrievalPage::dropEvent(QDropEvent *event)
{
    openSnapshot(droppedFile(event));
}

void RetrievalPage::askForEndpoint(RetrievalEndpoint::Purpose purpose)
{
    const auto now = RetrievalEndpoint::ofSettings(purpose);
    auto *dialog = new RetrievalEndpointDialog(now, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RetrievalEndpointDialog::chosen, this, [this, now](const RetrievalEndpoint &chosen, const Secret &key) {
        // What the keychain no longer serves is taken out of it.
        const QString keychain = QStringLiteral("keychain");
        if (chosen.reference == keychain ? !key.isEmpty() : now.reference == keychain)
            m_session->keepKey(chosen.purpose, QUrl(chosen.reference == keychain ? chosen.address : now.address), key);
        chosen.keepInSettings();
        m_session->setCandidates(0);
        ask();
    });
    dialog->open();
}

} // namespace qd
