#pragma once

#include "core/secret.h"

#include <QDialog>
#include <QUrl>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace qd {

class Message;

// A service that is asked for a question, as the settings have it.
struct RetrievalEndpoint
{
    enum class Purpose { Embeddings, Reranking };

    Purpose purpose = Purpose::Embeddings;
    QString address;                            // empty: nowhere
    QString reference = QStringLiteral("none"); // of its key: "none", "keychain" or "env:NAME"
    // Of a reranker: empty and 0 for none and for four times the limit.
    QString model = {};
    int candidates = 0;

    static RetrievalEndpoint ofSettings(Purpose purpose);
    void keepInSettings() const;
};

// Where questions are embedded that the snapshot has no embedding of, or where their answers are
// reranked, and with which key. The key is shown to nobody: it goes to the keychain, or the environment
// keeps it.
class RetrievalEndpointDialog : public QDialog
{
    Q_OBJECT

public:
    // As it is set now.
    explicit RetrievalEndpointDialog(const RetrievalEndpoint &now, QWidget *parent = nullptr);

    // Why a key must not be sent there; empty: it may.
    static QString whyNoKey(const QUrl &address);

    QLineEdit *address() const { return m_address; }
    QComboBox *place() const { return m_place; }
    QLineEdit *key() const { return m_key; }
    QLineEdit *variable() const { return m_variable; }
    QLineEdit *model() const { return m_model; }
    QSpinBox *candidates() const { return m_candidates; }
    QString problem() const;
    void save();

signals:
    // An empty key with "keychain": the one that is there.
    void chosen(const qd::RetrievalEndpoint &endpoint, const qd::Secret &key);

private:
    void addFields();
    void showPlace();
    void complain(const QString &fact, const QString &rest = {});

    RetrievalEndpoint m_now;
    QLineEdit *m_address, *m_model;
    QSpinBox *m_candidates;
    QComboBox *m_place;
    QLineEdit *m_key, *m_variable;
    QLabel *m_keyLabel = nullptr, *m_variableLabel = nullptr;
    Message *m_message;
};

} // namespace qd
