#pragma once

#include "core/secret.h"

#include <QDialog>
#include <QUrl>

class QComboBox;
class QLabel;
class QLineEdit;

namespace qd {

class Message;

// Where questions are embedded that the snapshot has no embedding of, and with which key. The key is
// shown to nobody: it goes to the keychain, or the environment keeps it.
class RetrievalEndpointDialog : public QDialog
{
    Q_OBJECT

public:
    // `reference`: "none", "keychain" or "env:NAME", as it is set now.
    RetrievalEndpointDialog(const QString &address, const QString &reference, QWidget *parent = nullptr);

    // Why a key must not be sent there; empty: it may.
    static QString whyNoKey(const QUrl &address);

    QLineEdit *address() const { return m_address; }
    QComboBox *place() const { return m_place; }
    QLineEdit *key() const { return m_key; }
    QLineEdit *variable() const { return m_variable; }
    QString problem() const;
    void save();

signals:
    // An empty address: nowhere. An empty key with "keychain": the one that is there.
    void chosen(const QString &address, const QString &reference, const qd::Secret &key);

private:
    void showPlace();
    void complain(const QString &fact, const QString &rest = {});

    QString m_oldAddress, m_oldReference;
    QLineEdit *m_address;
    QComboBox *m_place;
    QLineEdit *m_key, *m_variable;
    QLabel *m_keyLabel = nullptr, *m_variableLabel = nullptr;
    Message *m_message;
};

} // namespace qd
