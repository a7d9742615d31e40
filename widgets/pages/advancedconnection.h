#pragma once

#include "postgres/parameters.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTableWidget;

namespace qd {

class Label;

// Encryption in words, SSH tunnel, where the password comes from, and every keyword of libpq.
class AdvancedConnection : public QWidget
{
    Q_OBJECT

public:
    explicit AdvancedConnection(QWidget *parent = nullptr);

    // What differs from the address; empty values are not set.
    void apply(pg::Parameters *parameters) const;
    void setParameters(const pg::Parameters &parameters);
    QString tunnel() const;
    void setTunnel(const QString &host);
    // "keychain", "env:NAME", "pgpass", "none"
    QString secret() const;
    void setSecret(const QString &reference);
    static QStringList keywords();

signals:
    void changed();

private:
    QComboBox *m_sslMode, *m_secret;
    QLineEdit *m_tunnel, *m_variable;
    QTableWidget *m_table;
    bool m_isShowing = false;
};

} // namespace qd
