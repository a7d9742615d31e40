#pragma once

#include "deployments/connectiontest.h"
#include "widgets/pages/page.h"

#include <memory>

namespace qd {

class Button;
class CodeView;
class ConnectForm;
class Label;
class TestSteps;

// Three doors: paste an address, choose a profile, explore the demo; and what Quarterdeck does to
// a database and keeps on this computer, in plain words. Also the place where a deployment is
// added (Ctrl+O) or edited later. "Connect read-only" comes after a test, or without one when the
// user says so.
class FirstRunPage : public Page
{
    Q_OBJECT

public:
    explicit FirstRunPage(Desk *desk, QWidget *parent = nullptr);
    ~FirstRunPage() override;

    bool isBare() const override { return true; }
    // The name of a deployment to edit.
    void open(const QString &name) override;

    ConnectForm *form() const { return m_form; }
    TestSteps *steps() const { return m_steps; }
    Button *testButton() const { return m_test; }
    Button *connectButton() const { return m_connect; }

protected:
    void refresh(const reports::Inputs &) override { }
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *connectPanel();
    QWidget *demoPanel();
    QWidget *promisesPanel();
    void test();
    void tested(const Result<QList<TestStep>> &steps);
    void detectProfile(const Deployment &deployment);
    void detected(const QList<Fit> &fits);
    void offerProposal(const QList<Proposal> &proposals);
    void connectNow();
    void exploreDemo();
    void judge();
    void showRoleSql();

    ConnectForm *m_form;
    TestSteps *m_steps;
    Button *m_test, *m_more, *m_connect, *m_untested, *m_demo;
    Label *m_problem, *m_demoSays;
    CodeView *m_role;
    std::unique_ptr<ConnectionTest> m_running;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<Target> m_probe;
    bool m_isTested = false, m_mayConnect = false;
    Latest m_testing{this}, m_detecting{this}, m_adding{this}, m_exploring{this};
};

} // namespace qd
