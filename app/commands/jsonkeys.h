#pragma once

#include <QJsonObject>
#include <QList>

namespace qd::app {

// One stable key of a document: data.days[].cost is a decimal string of dollars.
struct JsonKey
{
    const char *command; // "*": every document
    const char *path;    // dots and [] for the items of a list
    const char *type;    // string, number, integer, boolean, object, array, time, money, state; "?" may be null
    const char *says;
};

const QList<JsonKey> &jsonKeys();
QJsonObject jsonKeysDocument();

} // namespace qd::app
