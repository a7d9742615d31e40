#include "tables/tablemodel.h"

#include <QCoreApplication>

namespace qd::tables {

QHash<int, QByteArray> TableModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{SortRole, "sort"}, {LookRole, "look"}, {StateRole, "state"}, {ToneRole, "tone"}, {BarRole, "bar"}, {HollowRole, "hollow"}, {SparkRole, "spark"}, {NoteRole, "note"}, {ColourRole, "colour"}, {MonoRole, "mono"}, {PinRole, "pin"}, {KeyRole, "key"}});
    return names;
}

void TableModel::setHeading(int column, const QString &text)
{
    if (m_headings.value(column) == text)
        return;
    m_headings.insert(column, text);
    emit headerDataChanged(Qt::Horizontal, column, column);
}

QString TableModel::headingOf(int column, const char *own) const
{
    const auto other = m_headings.constFind(column);
    return other != m_headings.constEnd() ? *other : QCoreApplication::translate(metaObject()->className(), own);
}

int TableModel::alignmentOf(bool isNumber)
{
    return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QString TableModel::spokenText(const QString &heading, const QString &text, const QString &note, const QVariant &state)
{
    QString spoken = heading.isEmpty() ? text : tr("%1 %2", "heading and value, read aloud").arg(heading, text);
    if (!note.isEmpty())
        spoken = tr("%1, %2", "value and remark, read aloud").arg(spoken, note);
    if (state.isValid())
        spoken = tr("%1, %2", "value and remark, read aloud").arg(spoken, stateWord(State(state.toInt())));
    return spoken;
}

} // namespace qd::tables
