#pragma once

// A live PostgreSQL with two databases, LC_CTYPE C.UTF-8 and C, to hold the engine's answers
// against, and quoting for the texts that go there.

#include "postgres/connection.h"
#include "retrieval/text/characters.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <string>
#include <vector>

namespace qd::test {

class TextServer
{
public:
    TextServer()
    {
        for (const auto &[name, ctype] : {std::pair("utf8", "C.UTF-8"), std::pair("plain", "C")})
            m_cluster.execute(QStringLiteral("create database %1 template template0 encoding 'UTF8' lc_collate '%2' lc_ctype '%2'").arg(QLatin1String(name), QLatin1String(ctype)));
        for (auto [connection, name] : {std::pair(&m_utf8, "utf8"), std::pair(&m_plain, "plain")}) {
            if (!await(connection->open(m_cluster.parameters(name))))
                qFatal("no connection to %s", name);
            query("set client_min_messages = error; set statement_timeout = 0", connection == &m_utf8 ? retrieval::CharacterType::Utf8 : retrieval::CharacterType::C);
        }
    }

    // The rows of the last statement; ends the test program with the server's words when it fails.
    pg::Rows query(const QByteArray &sql, retrieval::CharacterType type = retrieval::CharacterType::Utf8)
    {
        auto rows = tryQuery(sql, type);
        if (!rows)
            qFatal("%s\n%s", described(rows.error()).constData(), sql.left(2000).constData());
        return *std::move(rows);
    }
    Result<pg::Rows> tryQuery(const QByteArray &sql, retrieval::CharacterType type = retrieval::CharacterType::Utf8)
    {
        return await((type == retrieval::CharacterType::C ? m_plain : m_utf8).execute(sql), std::chrono::minutes(3));
    }
    Cluster &cluster() { return m_cluster; }

    static QByteArray quoted(QByteArray text) { return '\'' + text.replace('\'', "''") + '\''; }
    static QByteArray quoted(const std::string &text) { return quoted(QByteArray::fromStdString(text)); }
    // "(0,'…'),(1,'…')" for a VALUES list.
    static QByteArray numbered(const std::vector<std::string> &texts)
    {
        QByteArray values;
        for (std::size_t i = 0; i < texts.size(); ++i)
            values += (i ? "," : "") + QByteArrayLiteral("(") + QByteArray::number(qulonglong(i)) + ',' + quoted(texts[i]) + ')';
        return values;
    }

private:
    Cluster m_cluster;
    pg::Connection m_utf8, m_plain;
};

} // namespace qd::test
