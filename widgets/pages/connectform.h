#pragma once

#include "deployments/deployment.h"
#include "deployments/discovery.h"
#include "deployments/profile.h"

#include <QWidget>

class QAbstractButton;
class QLineEdit;
class QLayout;

namespace qd {

class AddressField;
class AdvancedConnection;
class Button;
class Label;
class ProfileList;

// Everything that makes a Deployment: address, name, environment, profile, and behind
// "More settings…" every keyword of libpq, encryption in words and an SSH tunnel. What is pasted
// fills what the user has not typed.
class ConnectForm : public QWidget
{
    Q_OBJECT

public:
    static inline const QString Detect = QString(); // the profile that means "look at the schema"

    explicit ConnectForm(const Profiles &profiles, QWidget *parent = nullptr);

    // Wrong: what is missing or not understood, as a sentence.
    Result<Deployment> deployment() const;
    Secret password() const;
    void edit(const Deployment &deployment);
    void fill(const pg::Found &found);
    void setFound(const QList<pg::Found> &found);

    QString profile() const;
    void setProfile(const QString &id);
    // Beside "Detect from the schema": "found 5 of 5 Clerva tables".
    void setDetected(const QString &id, const QString &says, State state);
    QString detected() const { return m_detected; }
    void toggleAdvanced();

    AddressField *address() const { return m_address; }
    QLineEdit *name() const { return m_name; }
    Environment environment() const { return m_environment; }
    void setEnvironment(Environment environment);

signals:
    void changed(); // what was tested is no longer what stands here

private:
    QLayout *addressPart();
    QLayout *namePart();
    void addressParsed();
    void guess(const pg::Parameters &parameters);
    AddressField *m_address;
    Label *m_addressHint;
    QWidget *m_found;
    QLineEdit *m_name;
    QList<QAbstractButton *> m_environments;
    Environment m_environment = Environment::Production;
    ProfileList *m_profileList;
    AdvancedConnection *m_advanced;
    Deployment m_edited;
    QString m_detected, m_secretOfFound;
    bool m_hasOwnName = false, m_hasOwnEnvironment = false;
};

} // namespace qd
