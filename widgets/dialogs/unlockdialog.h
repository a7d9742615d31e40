#pragma once

#include "core/async.h"
#include "deployments/deployment.h"
#include "deployments/lock.h"

#include <QDialog>

class QLineEdit;

namespace qd {

class Button;
class Label;

// Asks why a deployment is to be unlocked for ten minutes. Production also wants its name typed.
// Return does nothing until everything is there; Cancel is what Return would find first. An error
// of the journal stays in the dialog, and the deployment stays locked.
class UnlockDialog : public QDialog
{
    Q_OBJECT

public:
    UnlockDialog(const Deployment &deployment, Lock *lock, QWidget *parent = nullptr);

    QLineEdit *reason() const { return m_reason; }
    QLineEdit *name() const { return m_name; }
    Button *unlockButton() const { return m_unlock; }
    QString problem() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void judge();
    void unlock();
    Deployment m_deployment;
    Lock *m_lock;
    QLineEdit *m_reason, *m_name;
    Label *m_problem;
    Button *m_unlock, *m_cancel;
    Latest m_running{this};
};

} // namespace qd
