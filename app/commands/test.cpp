#include "app/commands/test.h"

#include "app/text/ink.h"
#include "app/text/reporttext.h"
#include "core/format.h"

#include <QJsonArray>

namespace qd::app {

void Test::start()
{
    const QString byArgument = line().arguments.value(0), byOption = line().value("deployment");
    if (!byArgument.isEmpty() && !byOption.isEmpty() && byArgument != byOption)
        return fail(WrongUsage, tr("Two names are given, %1 and %2. One test at a time.").arg(byArgument, byOption));
    m_subject = std::make_unique<Subject>(line(), setup(), terminal());
    m_step.start(m_subject->choose(byArgument.isEmpty() ? byOption : byArgument), [this](const Result<> &chosen) {
        if (!chosen)
            return fail(chosen.error().kind == Error::Kind::Wrong ? WrongUsage : NothingRead, chosen.error());
        const Deployment &deployment = m_subject->deployment();
        if (m_subject->isOnTheSpot() || !deployment.database.password.isEmpty())
            return run(deployment, m_subject->isOnTheSpot() ? m_subject->password() : deployment.database.password);
        m_step.start(setup().secrets().read(deployment.secret, Setup::passwordKey(deployment.name)), [this](const Result<Secret> &password) {
            // Without it the login step says what is missing; the steps before it still tell.
            if (!password)
                terminal().say(password.error().message);
            run(m_subject->deployment(), password.value_or(Secret()));
        });
    });
}

void Test::run(Deployment deployment, const Secret &password)
{
    deployment.database.password = password;
    const Profile &profile = m_subject->profile();
    m_test = std::make_unique<ConnectionTest>(deployment, profile.id.isEmpty() ? nullptr : &profile, clock());
    if (!line().wantsJson()) {
        terminal().print(tr("Testing %1").arg(deployment.database.text()));
        connect(m_test.get(), &ConnectionTest::stepDone, this, &Test::print);
    }
    m_step.start(m_test->start(), [this](const Result<QList<TestStep>> &steps) {
        if (!steps)
            return fail(NothingRead, steps.error());
        QList<Check> checks;
        QJsonArray list;
        for (const TestStep &step : *steps) {
            checks.append(step.check);
            QJsonObject json = step.check.toJson();
            json.insert(QStringLiteral("ms"), double(step.took.count()));
            list.append(json);
        }
        if (line().wantsJson())
            printDocument({{QStringLiteral("steps"), list}}, checks, m_subject->deployment().name);
        end(exitCode(checks, line().has("strict")));
    });
}

void Test::print(const TestStep &step) const
{
    const Ink ink(terminal().isColoured());
    const QString took = step.check.state == State::Unknown ? QString() : format::duration(step.took);
    terminal().print(QStringLiteral("%1 %2  %3  %4").arg(ink.mark(step.check.state), ink.bold(step.check.title), step.check.says, ink.dim(took)));
    for (const QString &fix : step.check.fix.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        terminal().print(QStringLiteral("    ") + fix);
}

} // namespace qd::app
