#include "reports/words.h"

#include <cmath>

namespace qd::reports {

static QByteArray csvField(const QString &field)
{
    // A spreadsheet takes =, +, - and @ at the start for a formula; numbers are what they are.
    bool isNumber = false;
    field.toDouble(&isNumber);
    QByteArray text = field.toUtf8();
    if (!isNumber && !text.isEmpty() && QByteArrayView("=+-@").contains(text.front()))
        text.prepend('\'');
    if (text.contains('"') || text.contains(',') || text.contains('\n') || text.contains('\r'))
        return '"' + text.replace('"', "\"\"") + '"';
    return text;
}

Csv &Csv::row(const QStringList &fields)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i)
            m_text += ',';
        m_text += csvField(fields.at(i));
    }
    m_text += "\r\n";
    return *this;
}

QString Csv::number(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', 12) : QString();
}

QString Csv::number(const std::optional<double> &value)
{
    return value ? number(*value) : QString();
}

} // namespace qd::reports
