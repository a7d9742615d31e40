#pragma once

#include "postgres/parameters.h"

#include <QLineEdit>

namespace qd {

class Button;

// Where a database address is typed or pasted: postgres:// URLs, key=value strings, a DATABASE_URL
// line or a whole .env. The password is taken out of the text and shown as dots, except while the
// eye is pressed; it is never part of what can be copied from the field.
class AddressField : public QLineEdit
{
    Q_OBJECT

public:
    explicit AddressField(QWidget *parent = nullptr);

    // Of what stands there, with the password kept aside.
    const Result<pg::Parameters> &parameters() const { return m_parameters; }
    void setParameters(const pg::Parameters &parameters);
    bool isEmptyAddress() const { return text().trimmed().isEmpty(); }
    bool isRevealed() const { return m_isRevealed; }

signals:
    void parsed();
    void severalFound(const QList<qd::pg::Found> &found); // a whole .env was pasted

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void take(const QString &text);
    void pasteFrom(const QString &text);
    void hidePassword();
    void reveal(bool reveals);
    Button *m_eye;
    Result<pg::Parameters> m_parameters;
    Secret m_password;
    bool m_isRevealed = false, m_isWriting = false;
};

// The same text with dots where the password is; `found` gets what was there, decoded.
QString maskedAddress(const QString &text, QString *found = nullptr);

} // namespace qd
