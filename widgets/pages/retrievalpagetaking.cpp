// How the retrieval page takes a snapshot, and what it says about the one it searches.

#include "core/format.h"
#include "widgets/controls/button.h"
#include "widgets/controls/message.h"
#include "widgets/pages/retrievalaskbar.h"
#include "widgets/pages/retrievalpage.h"
#include "widgets/pages/retrievalquality.h"
#include "widgets/pages/retrievaltaking.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QLocale>

namespace qd {

using namespace retrieval;

void RetrievalPage::connectTaking()
{
    connect(m_take, &QPushButton::clicked, this, &RetrievalPage::take);
    connect(m_taking, &RetrievalTaking::progressed, this, [this](const QString &says) {
        m_takingSays = says;
        showNote();
    });
    connect(m_taking, &RetrievalTaking::taken, this, [this](const capture::Captured &captured) {
        m_takingSays.clear();
        emit copied(tr("The snapshot is taken: %1 chunks.").arg(format::count(captured.rows)));
        m_session->leaveFile();
        m_session->follow(m_deployment);
        if (m_session->opened())
            showNote();
        if (!captured.remarks.isEmpty()) {
            m_remark->say(State::Warning, captured.remarks.first(), captured.remarks.mid(1).join(u' '));
            m_remark->show();
        }
        emit menuChanged();
    });
    connect(m_taking, &RetrievalTaking::failed, this, [this](const Error &error) {
        m_takingSays.clear();
        showNote();
        m_note->say(State::Failing, tr("The snapshot was not taken."), error.message);
        m_note->show();
        emit menuChanged();
    });
}

// Where a file comes from, as far as it says so.
static QString fileWords(const OpenedCorpus &opened)
{
    const CorpusOrigin &origin = opened.corpus->origin();
    const QString from = origin.deployment.isEmpty() ? origin.relation : origin.relation.isEmpty() ? origin.deployment : RetrievalPage::tr("%1 of %2", "a table of a deployment").arg(origin.relation, origin.deployment);
    if (opened.isPart)
        return RetrievalPage::tr("It is not finished: it was stopped after %1 chunks.").arg(format::count(opened.corpus->alive().count()));
    if (!origin.takenAt.isValid())
        return from.isEmpty() ? RetrievalPage::tr("It does not say where it comes from.") : RetrievalPage::tr("It comes from %1.").arg(from);
    const QString day = QLocale().toString(origin.takenAt.date(), QLocale::ShortFormat);
    return from.isEmpty() ? RetrievalPage::tr("It was taken on %1.").arg(day) : RetrievalPage::tr("It was taken on %1 from %2.").arg(day, from);
}

QString RetrievalPage::openingWords() const
{
    const QString path = m_session->openingPath();
    if (m_session->isOpeningSample())
        return tr("The sample is being opened.");
    return path == RetrievalSession::snapshotPath(m_deployment) ? tr("The snapshot of %1 is being opened.").arg(m_title) : tr("%1 is being opened.", "a file").arg(QFileInfo(path).fileName());
}

void RetrievalPage::showTaking()
{
    const QString whyNot = whyNoTaking();
    const bool isPart = m_session->opened() && m_session->opened()->isPart;
    //: takes a snapshot on from where it was stopped
    m_take->setText(m_taking->isRunning() ? tr("Stop") : isPart ? tr("Go On") : tr("Take Snapshot"));
    m_take->setEnabled(whyNot.isEmpty() || m_taking->isRunning());
    m_take->setToolTip(whyNot);
    m_take->setVisible(!m_deployment.isEmpty() && (!m_session->isFile() || m_taking->isRunning()));
    m_back->setVisible(m_session->isFile() && !m_taking->isRunning());
    m_take->updateGeometry();
}

void RetrievalPage::showNote()
{
    const OpenedCorpus *opened = m_session->opened();
    // A button that goes away with the focus would give it to whatever comes first in the window.
    if ((m_take->hasFocus() && !m_taking->isRunning()) || (m_back->hasFocus() && !m_session->isFile()))
        m_ask->field()->setFocus();
    showTaking();
    if (m_taking->isRunning()) {
        m_note->advise(tr("A snapshot of %1 is being taken.").arg(m_takingTitle), m_takingSays);
        return m_note->show();
    }
    // What is open stays until then; a note that comes and goes would only move the page.
    if (m_session->isOpening() && opened && m_note->isVisible())
        return m_note->advise(openingWords(), tr("Until then the page shows what was open before."));
    const auto &damage = m_quality->damage();
    m_note->setVisible(opened && (opened->isSample || opened->isPart || m_session->isFile() || damage));
    if (opened && opened->isPart && !m_session->isFile())
        m_note->say(State::Warning, tr("The snapshot of %1 is not finished.").arg(m_title), tr("Only %1 chunks were read before it was stopped; what is missing is not found.").arg(format::count(opened->corpus->alive().count())));
    if (opened && m_session->isFile())
        m_note->advise(tr("Snapshot file %1.").arg(QFileInfo(opened->path).fileName()), fileWords(*opened));
    if (opened && opened->isSample)
        m_note->advise(tr("Sample: the PostgreSQL manual."), m_title.isEmpty() ? tr("No deployment is connected.") : tr("No snapshot of %1 has been taken.").arg(m_title));
    if (opened && damage)
        m_note->say(State::Failing, damage->message, tr("What it answers may be wrong."));
    m_remark->setVisible(opened && !opened->remark.isEmpty());
    if (opened && !opened->remark.isEmpty())
        m_remark->say(State::Warning, tr("The snapshot's own search settings cannot be read; these are defaults."), opened->remark);
}

QString RetrievalPage::whyNoTaking() const
{
    const auto inputs = desk()->inputs(m_deployment);
    if (!inputs || !inputs->profile)
        return tr("No deployment is connected.");
    if (inputs->profile->retrieval.isEmpty())
        return tr("The profile of %1 names no table of chunks.").arg(m_title);
    if (!inputs->connection || inputs->connection->connection != Target::Status::Connection::Connected)
        return tr("There is no connection to %1.").arg(m_title);
    return {};
}

void RetrievalPage::take()
{
    if (m_taking->isRunning()) {
        m_taking->stop();
        m_takingSays.clear();
        return showNote();
    }
    const auto inputs = desk()->inputs(m_deployment);
    if (!whyNoTaking().isEmpty() || !inputs)
        return;
    m_takingOf = m_deployment;
    m_takingTitle = m_title;
    m_taking->start(desk()->target(m_deployment), inputs->profile->retrieval, RetrievalSession::snapshotPath(m_deployment));
    showNote();
    emit menuChanged();
}

} // namespace qd
