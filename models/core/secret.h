#pragma once

#include <QByteArray>
#include <QString>

namespace qd {

// A password or token. There is no stream operator and no conversion, so it cannot slip into a
// log, a message or JSON; whoever really needs the characters says reveal(). The memory is
// overwritten when the last holder lets go.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray text) : m_text(std::move(text)) {}
    explicit Secret(const QString &text) : m_text(text.toUtf8()) {}
    Secret(const Secret &) = default;
    Secret &operator=(const Secret &) = default;
    ~Secret()
    {
        if (m_text.isDetached())
            m_text.fill('\0');
    }

    bool isEmpty() const { return m_text.isEmpty(); }
    const QByteArray &reveal() const { return m_text; }
    bool operator==(const Secret &other) const { return m_text == other.m_text; }

private:
    QByteArray m_text;
};

} // namespace qd
