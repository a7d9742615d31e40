// What the window shows of the deployment it is on: environment, lock, connection, load, freshness.

#include "widgets/window/mainwindow.h"

#include "widgets/controls/environmentchip.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/rangepicker.h"
#include "widgets/controls/refreshcontrol.h"
#include "widgets/controls/searchpopup.h"
#include "widgets/controls/sidebar.h"
#include "widgets/controls/statusstrip.h"
#include "widgets/dialogs/unlockdialog.h"

#include "core/format.h"
#include "core/settings.h"
#include "reports/overview.h"

#include <QLocale>
#include <QStackedWidget>

namespace qd {

static std::optional<Deployment> windowDeployment(const Desk &desk)
{
    for (const Deployment &deployment : desk.deployments()) {
        if (deployment.name == desk.current())
            return deployment;
    }
    return {};
}

void MainWindow::showDeployment()
{
    const auto deployment = windowDeployment(*m_desk);
    m_sidebar->switcher()->setDeployment(deployment ? &*deployment : nullptr);
    m_sidebar->setPagesEnabled(deployment.has_value());
    setWindowTitle(deployment ? tr("%1 – Quarterdeck").arg(deployment->title.isEmpty() ? deployment->name : deployment->title) : QStringLiteral("Quarterdeck"));
    m_line->update();
    showLock();
    showConnection();
    if (!deployment)
        return connectDeployment();
    settings::LastDeployment.set(deployment->name);
    if (m_current.isEmpty() || isConnecting()) {
        const QString last = settings::LastPage.value();
        openPage(pageIds().contains(last) ? last : pageIds().value(0));
    }
}

void MainWindow::showLock()
{
    const auto deployment = windowDeployment(*m_desk);
    EnvironmentChip *chip = m_sidebar->chip();
    Target *target = m_desk->target(m_desk->current());
    if (!deployment)
        chip->showNone();
    else if (target && target->lock().isOpen())
        chip->showOpen(deployment->environment, target->lock().remaining());
    else
        chip->showLocked(deployment->environment);
}

void MainWindow::unlockOrLock()
{
    const auto deployment = windowDeployment(*m_desk);
    Target *target = m_desk->target(m_desk->current());
    if (!deployment)
        return connectDeployment();
    if (!target)
        return m_strip->say(tr("There is nothing to unlock: %1 is not connected.").arg(deployment->name));
    if (target->lock().isOpen())
        return target->lock().relock(QStringLiteral("by hand"));
    auto *dialog = new UnlockDialog(*deployment, &target->lock(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &MainWindow::showLock);
    dialog->open();
}

static void windowConnectionWords(StatusStrip *strip, const Target::Status &status, Instant now)
{
    using Connection = Target::Status::Connection;
    switch (status.connection) {
    case Connection::Connected: {
        const QString took = format::duration(double(status.roundTrip.count()) / 1000);
        return strip->setConnection(State::Ok, MainWindow::tr("%1 · %2").arg(status.where, took), status.isPooled ? MainWindow::tr("Through a transaction pooler. PostgreSQL %1").arg(status.server.versionText) : MainWindow::tr("PostgreSQL %1").arg(status.server.versionText));
    }
    case Connection::Failed: {
        const QString since = status.failedSince ? format::duration(now - *status.failedSince) : QString();
        const QString words = since.isEmpty() ? MainWindow::tr("%1 · no answer").arg(status.where) : MainWindow::tr("%1 · no answer for %2").arg(status.where, since);
        return strip->setConnection(State::Failing, words, status.error ? status.error->message : QString());
    }
    case Connection::Connecting: return strip->setConnection(State::Unknown, MainWindow::tr("connecting to %1").arg(status.where));
    case Connection::Idle: break;
    }
    strip->setConnection(State::Unknown, status.where.isEmpty() ? MainWindow::tr("no connection") : MainWindow::tr("%1 · not connected").arg(status.where));
}

void MainWindow::showConnection()
{
    const auto inputs = m_desk->inputs();
    const auto deployment = windowDeployment(*m_desk);
    if (!inputs || !deployment) {
        m_strip->setConnection(State::Unknown, tr("no connection"));
        m_strip->setLoad({}, {}, 0);
        m_strip->setTask({});
        m_strip->setRight(tr("Ctrl+O opens this page again"));
        return;
    }
    const Instant now = m_desk->clock().now();
    const Target::Status status = inputs->connection.value_or(Target::Status());
    windowConnectionWords(m_strip, status, now);
    const bool isFailing = status.connection == Target::Status::Connection::Failed;
    std::optional<std::chrono::seconds> retry;
    if (isFailing && status.nextTry)
        retry = std::max(std::chrono::seconds(0), std::chrono::ceil<std::chrono::seconds>(*status.nextTry - now));
    m_header->refresh()->setRetry(retry);
    m_header->refresh()->setRefreshing(inputs->progress && inputs->progress->isRefreshing);
    if (Target *target = m_desk->target(deployment->name)) {
        const Target::Load load = target->load();
        QStringList parts;
        for (auto part = load.byPurpose.cbegin(); part != load.byPurpose.cend(); ++part)
            parts << tr("%1: %2").arg(part.key(), format::duration(part.value()));
        // Inside a sentence, where only German writes a noun with a capital.
        const QString environment = environmentWord(deployment->environment);
        m_strip->setLoad(QLocale().language() == QLocale::German ? environment : environment.toLower(), load.share, load.cap, parts.join(QLatin1Char('\n')));
    } else {
        m_strip->setLoad({}, {}, 0);
    }
    std::optional<StatusStrip::Task> task;
    if (isFailing)
        task = StatusStrip::Task{tr("reconnecting, attempt %1").arg(status.attempt), std::nullopt, retry ? tr("%1 s").arg(retry->count()) : QString(), false};
    else if (inputs->progress && !inputs->progress->says.isEmpty())
        task = StatusStrip::Task{inputs->progress->says, std::nullopt, {}, false};
    m_strip->setTask(task);
    const reports::Freshness freshness = reports::freshnessOf(*inputs);
    //: time and zone: "last refresh 14:52:08 UTC"
    m_strip->setRight(freshness.readAt ? tr("last refresh %1 %2").arg(format::timeWithSeconds(*freshness.readAt, m_desk->zone()), format::zoneName(m_desk->zone())) : tr("never refreshed"));
}

void MainWindow::showRefreshing()
{
    m_header->refresh()->setInterval(m_desk->refreshSeconds());
    m_header->refresh()->setPaused(m_desk->isPaused());
}

void MainWindow::showRange()
{
    m_header->range()->setRange(m_desk->range(), m_desk->zone());
    m_header->zone()->setZone(m_desk->zone());
    showConnection();
}

void MainWindow::switchDeployment()
{
    if (m_desk->deployments().isEmpty())
        return connectDeployment();
    if (!m_switcher) {
        m_switcher = new SearchPopup(tr("Switch deployment"), this);
        connect(m_switcher, &SearchPopup::chosen, this, [this](const QString &name) { m_desk->select(name); });
    }
    QList<SearchPopup::Entry> entries;
    for (const Deployment &deployment : m_desk->deployments()) {
        SearchPopup::Entry entry{deployment.name, deployment.title.isEmpty() ? deployment.name : deployment.title, tr("%1 · %2").arg(environmentWord(deployment.environment), deployment.place)};
        entry.stripe = tokens().environmentLine(deployment.environment);
        if (const auto inputs = m_desk->inputs(deployment.name)) {
            const reports::FleetRow row = reports::fleetRow(*inputs);
            entry.mark = row.isOld ? Mark::Old : markOf(row.state);
        }
        entries.append(entry);
    }
    m_switcher->setEntries(entries, m_desk->current());
    m_switcher->openBelow(m_sidebar->switcher(), scaled(360));
}

} // namespace qd
