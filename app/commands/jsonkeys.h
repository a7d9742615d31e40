#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace qd::app {

// One stable key: data.days[].cost is a decimal string of dollars. In English in every language,
// as the keys themselves are.
struct JsonKey
{
    QString command; // as the document's "command"; "*": every document
    QString path;    // dots, and [] for the items of a list; ".*" holds names that are data themselves
    QString type;    // string, number, integer, boolean, object, array, time, money, state; "?": may be null
    QString says;
};

// Every key that any command prints; a test holds the documents against it.
const QList<JsonKey> &jsonKeys();
QJsonObject jsonKeysDocument();

} // namespace qd::app
