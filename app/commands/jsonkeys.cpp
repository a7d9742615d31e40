#include "app/commands/jsonkeys.h"

#include <QJsonArray>

namespace qd::app {

const QList<JsonKey> &jsonKeys()
{
    static const QList<JsonKey> keys = {
        {"*", "schema", "string", "quarterdeck/1; another number means that a key changed its meaning"},
        {"*", "command", "string", "the command that was run"},
        {"*", "deployment", "string?", "the deployment it is about"},
    };
    return keys;
}

QJsonObject jsonKeysDocument()
{
    QJsonArray list;
    for (const JsonKey &key : jsonKeys())
        list.append(QJsonObject{{QStringLiteral("command"), QLatin1String(key.command)},
                                {QStringLiteral("path"), QLatin1String(key.path)},
                                {QStringLiteral("type"), QLatin1String(key.type)},
                                {QStringLiteral("says"), QLatin1String(key.says)}});
    return {{QStringLiteral("keys"), list}};
}

} // namespace qd::app
