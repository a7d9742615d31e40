#pragma once

// Reading and writing of the TOML files that people edit: profiles and deployments.toml. Every
// key that is asked for is thereby known; finish() refuses the others and suggests the nearest
// known one. The first problem is kept, with its line. toml++ and its exceptions stay inside
// tomlparsing.cpp.

#include "core/money.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace qd {

struct TomlProblem
{
    int line = 0;
    QString says;
};

// One value of a TOML file and the line it stands on.
struct TomlValue
{
    enum class Kind { Text, Integer, Number, Flag, List, Table, Other };

    Kind kind = Kind::Other;
    int line = 0;
    QString text;
    qint64 integer = 0;
    double number = 0;
    bool flag = false;
    QList<TomlValue> items;
    QMap<QString, TomlValue> keys;
};

tl::expected<TomlValue, TomlProblem> parsedToml(const QByteArray &toml);
// The value as TOML text on one line, to carry over what this version does not know.
QString tomlText(const TomlValue &value);
// { mode = "hybrid", limit = 10 }; JSON's null has no form in TOML and is left out.
QString tomlText(const QJsonObject &object);

class TomlTable
{
public:
    TomlTable(const TomlValue &table, std::optional<TomlProblem> *problem) : m_table(&table), m_problem(problem) {}

    bool has(const QString &key) const { return m_table->keys.contains(key); }
    int line() const { return m_table->line; }
    int line(const QString &key) const { return m_table->keys.value(key).line; }

    QString text(const QString &key, const QString &fallback = {});
    QString neededText(const QString &key);
    QStringList texts(const QString &key);
    // Every text below a table; vercel.project and "vercel.project" are the same key here.
    QMap<QString, QString> textsByKey(const QString &key);
    // Whatever lies below a table, for settings that are somebody else's to understand.
    QJsonObject json(const QString &key);
    bool flag(const QString &key, bool fallback);
    double number(const QString &key, double fallback);
    QList<int> integers(const QString &key);
    std::optional<Money> money(const QString &key);
    int seconds(const QString &key, int fallback); // 300, "90s", "5m", "1h"
    QList<TomlTable> tables(const QString &key);
    std::optional<TomlTable> table(const QString &key);
    // The text has to be one of these.
    QString oneOf(const QString &key, const QStringList &words, const QString &fallback = {});

    void refuse(int line, const QString &says);
    // Refuses keys that were not asked for.
    void finish();
    // The same keys instead, with their values: for files whose unknown keys are kept.
    QMap<QString, TomlValue> unknown() const;

private:
    void collectTexts(const TomlValue &table, const QString &prefix, QMap<QString, QString> *found);
    const TomlValue *find(const QString &key, TomlValue::Kind kind, const QString &expected);

    const TomlValue *m_table;
    std::optional<TomlProblem> *m_problem;
    QStringList m_known;
};

// Puts TOML text together. Values that say nothing are left out.
class TomlWriter
{
public:
    void comment(const QString &text);
    void blank();
    void heading(const QString &name);     // [[sources]]
    void table(const QString &name);       // [labels]
    void text(const QString &key, const QString &value);
    void table(const QString &key, const QMap<QString, QString> &texts); // on one line
    void texts(const QString &key, const QStringList &values);
    void flag(const QString &key, bool value, bool fallback);
    void number(const QString &key, double value);
    void money(const QString &key, const std::optional<Money> &value);
    void raw(const QString &key, const QString &toml);

    QByteArray result() const { return m_out.toUtf8(); }

    static QString quoted(const QString &text);
    static QString key(const QString &name);

private:
    QString m_out;
};

// The nearest of the words, or an empty text if none is near.
QString nearestWord(const QString &word, const QStringList &words);

} // namespace qd
