#pragma once

// A table is a list of columns. Each says in one place what it shows, how it sorts and what else a
// delegate or a screen reader needs to know.

#include "core/check.h"
#include "core/time.h"

#include <QTimeZone>
#include <QVariant>

namespace qd::tables {

enum Role {
    SortRole = Qt::UserRole + 1, // a number or text to sort by; invalid: no value, sorts last
    LookRole,                    // int of Look
    StateRole,                   // int of qd::State: a mark beside the text
    ToneRole,                    // int of qd::State: the text's colour; absent: ordinary
    BarRole,                     // double: share of the largest (Share) or of the target (AgainstTarget)
    HollowRole,                  // bool: the bar is an outline ("few", nothing read)
    SparkRole,                   // QList<double>, NaN is a gap
    NoteRole,                    // small text behind the main one
    ColourRole,                  // int: chart colour, -1 is "other"
    MonoRole,                    // bool: in the fixed font
    PinRole,                     // int: -1 stays above, 1 stays below, whatever is sorted by
    KeyRole,                     // QString: the row's identity
};

// What a delegate paints into the cell.
enum class Look { Text, Mark, Share, AgainstTarget, Spark, Chip };

// What times are shown against.
struct Viewing
{
    QTimeZone zone = QTimeZone::utc();
    Instant now;
};

template <typename Row>
struct Column
{
    using Value = QVariant (*)(const Row &, const Viewing &);

    const char *title = "";  // QT_TRANSLATE_NOOP in the context of its model
    Value display = nullptr;
    Value sort = nullptr;    // what is shown, when absent
    bool isNumber = false;   // aligned to the right
    bool isMono = false;
    Look look = Look::Text;
    Value state = nullptr;
    Value tone = nullptr;
    Value bar = nullptr;
    Value hollow = nullptr;
    Value spark = nullptr;
    Value note = nullptr;
    Value colour = nullptr;
    Value tip = nullptr;     // what is shown, when absent
    Value spoken = nullptr;  // put together from the rest, when absent
};

inline QVariant toVariant(qd::State state) { return int(state); }
// Nothing for a missing value, so that it neither shows nor sorts as 0.
template <typename T>
QVariant toVariant(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

} // namespace qd::tables
