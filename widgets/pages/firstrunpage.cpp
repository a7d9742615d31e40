#include "widgets/pages/firstrunpage.h"

#include "widgets/controls/button.h"
#include "widgets/controls/codeview.h"
#include "widgets/controls/label.h"
#include "widgets/pages/addressfield.h"
#include "widgets/pages/connectform.h"
#include "widgets/pages/teststeps.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>

namespace qd {

FirstRunPage::~FirstRunPage() = default;

void FirstRunPage::open(const QString &name)
{
    for (const Deployment &deployment : desk()->deployments()) {
        if (deployment.name == name)
            m_form->edit(deployment);
    }
    m_connect->setText(tr("Save and connect"));
}

void FirstRunPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_form->address()->setFocus();
}

void FirstRunPage::judge()
{
    const Result<Deployment> deployment = m_form->deployment();
    const bool isComplete = deployment.has_value();
    m_test->setEnabled(isComplete && !m_testing.isRunning());
    m_test->setText(m_isTested ? tr("Test again") : tr("Test"));
    m_connect->setEnabled(isComplete && m_mayConnect && !m_adding.isRunning());
    m_connect->setToolTip(!isComplete ? deployment.error().message : m_mayConnect ? QString() : tr("Test the connection first"));
    m_untested->setVisible(isComplete && !m_mayConnect);
}

void FirstRunPage::test()
{
    const Result<Deployment> deployment = m_form->deployment();
    if (!deployment)
        return;
    Deployment tried = *deployment;
    tried.database.password = m_form->password();
    m_isTested = m_mayConnect = false;
    m_problem->hide();
    m_steps->clear();
    m_steps->showRunning(tr("Testing %1").arg(tried.database.text()));
    m_running = std::make_unique<ConnectionTest>(tried, desk()->profiles().find(tried.profile), desk()->clock());
    connect(m_running.get(), &ConnectionTest::stepDone, m_steps, &TestSteps::add);
    m_testing.start(m_running->start(), [this](const Result<QList<TestStep>> &steps) { tested(steps); });
    judge();
}

void FirstRunPage::tested(const Result<QList<TestStep>> &steps)
{
    m_isTested = true;
    m_steps->endRunning();
    const int shown = m_steps->count();
    bool isFine = steps.has_value();
    if (steps) {
        // Steps that were not announced one by one.
        for (qsizetype i = shown; i < steps->size(); ++i)
            m_steps->add(steps->at(i));
        for (const TestStep &step : *steps)
            isFine = isFine && step.check.state != State::Failing;
    } else {
        m_steps->showError(steps.error());
    }
    m_mayConnect = isFine;
    if (isFine && m_form->profile() == ConnectForm::Detect)
        detectProfile(*m_form->deployment());
    judge();
}

// With a connection of its own, closed when the page is left.
void FirstRunPage::detectProfile(const Deployment &deployment)
{
    m_secrets = std::make_unique<SecretStore>();
    m_probe = std::make_unique<Target>(deployment, m_secrets.get(), desk()->journal(), desk()->clock());
    if (const Secret password = m_form->password(); !password.isEmpty())
        m_probe->setPassword(password);
    m_form->setDetected({}, tr("looking at the schema"), State::Unknown);
    m_detecting.start(detect(m_probe.get(), desk()->profiles()), [this](const Result<QList<Fit>> &fits) {
        if (!fits)
            return m_form->setDetected({}, fits.error().message, State::Warning);
        detected(*fits);
    });
}

void FirstRunPage::detected(const QList<Fit> &fits)
{
    const Profile *best = fits.isEmpty() || fits.first().found == 0 ? nullptr : desk()->profiles().find(fits.first().profile);
    if (best) {
        m_form->setDetected(best->id, tr("found %1 of %n %2 table(s)", nullptr, fits.first().expected).arg(fits.first().found).arg(best->name), fits.first().found == fits.first().expected ? State::Ok : State::Warning);
        return showRoleSql();
    }
    m_form->setDetected({}, tr("no known system; looking for tables that resemble telemetry"), State::Unknown);
    m_detecting.start(propose(m_probe.get()), [this](const Result<QList<Proposal>> &proposals) {
        if (!proposals)
            return m_form->setDetected({}, proposals.error().message, State::Warning);
        offerProposal(*proposals);
    });
}

// The mapping is used only once the user has connected with it, and can be edited later.
void FirstRunPage::offerProposal(const QList<Proposal> &proposals)
{
    if (proposals.isEmpty())
        return m_form->setDetected({}, tr("no table that looks like telemetry; choose a profile"), State::Warning);
    const Proposal &best = proposals.first();
    const Result<Deployment> deployment = m_form->deployment();
    Profile profile;
    profile.id = deployment ? deployment->name : best.source.table;
    profile.name = deployment ? deployment->title : best.source.table;
    profile.summary = best.because;
    profile.sources = {best.source};
    auto *use = new Button(tr("Use %1.%2").arg(best.source.schema, best.source.table), Button::Kind::Plain);
    //: %1 a schema, %2 a table, %3 whole sentences that say why: "It has created_at, model and latency_ms."
    m_steps->addNote(State::NeedsPerson, tr("%1.%2 looks like telemetry. %3").arg(best.source.schema, best.source.table, best.because), {});
    m_steps->addAction(use);
    m_form->setDetected({}, tr("%1.%2 looks like telemetry").arg(best.source.schema, best.source.table), State::NeedsPerson);
    connect(use, &QPushButton::clicked, this, [this, profile, use] {
        const Result<QString> saved = desk()->saveProfile(profile);
        if (!saved)
            return m_steps->showError(saved.error());
        use->setEnabled(false);
        m_form->setDetected(*saved, tr("mapping saved as profile %1").arg(*saved), State::Ok);
    });
}

void FirstRunPage::connectNow()
{
    const Result<Deployment> deployment = m_form->deployment();
    if (!deployment)
        return;
    m_problem->hide();
    m_adding.start(desk()->add(*deployment, m_form->password()), [this, name = deployment->name](Result<> added) {
        if (added)
            return desk()->select(name);
        if (!added.error().isCancelled()) {
            m_problem->setText(added.error().message);
            m_problem->show();
        }
        judge();
    });
    judge();
}

void FirstRunPage::exploreDemo()
{
    m_demo->setEnabled(false);
    m_demoSays->setTone(Tone::Text2);
    m_demoSays->setText(tr("starting; about 20 seconds the first time"));
    m_exploring.start(desk()->exploreDemo(), [this](Result<> ready) {
        m_demo->setEnabled(true);
        m_demoSays->setText(ready ? tr("running") : ready.error().message);
        m_demoSays->setTone(ready ? Tone::Text2 : Tone::Crit);
        if (ready && desk()->current().isEmpty() && !desk()->deployments().isEmpty())
            desk()->select(desk()->deployments().first().name);
    });
}

void FirstRunPage::showRoleSql()
{
    const QString id = m_form->profile() == ConnectForm::Detect ? m_form->detected() : m_form->profile();
    const Profile *profile = desk()->profiles().find(id);
    if (!profile && !desk()->profiles().all.isEmpty())
        profile = &desk()->profiles().all.first();
    m_role->setCode(profile ? minimalRoleSql(*profile, QStringLiteral("quarterdeck_ro"), false) : QString());
}

void FirstRunPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

// A .env file, or any text with an address in it.
void FirstRunPage::dropEvent(QDropEvent *event)
{
    QString text = event->mimeData()->text();
    for (const QUrl &url : event->mimeData()->urls()) {
        QFile file(url.toLocalFile());
        if (file.size() < 1'000'000 && file.open(QIODevice::ReadOnly))
            text = QString::fromUtf8(file.readAll());
    }
    const QList<pg::Found> found = pg::fromDotEnv(text);
    if (!found.isEmpty()) {
        m_form->fill(found.first());
        m_form->setFound(found);
    } else if (const auto parameters = pg::Parameters::fromText(text)) {
        m_form->address()->setParameters(*parameters);
    } else {
        m_problem->setText(tr("There is no database address in what was dropped."));
        m_problem->show();
    }
    event->acceptProposedAction();
}

} // namespace qd
