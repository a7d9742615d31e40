#include "widgets/controls/filterfield.h"

#include "widgets/controls/paint.h"
#include "widgets/theme/icons.h"

#include <QKeyEvent>

namespace qd {

FilterField::FilterField(const QString &accessibleName, QWidget *parent) : QLineEdit(parent)
{
    setAccessibleName(accessibleName);
    setPlaceholderText(tr("Filter"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, &FilterField::restyle);
    restyle();
}

// Lower than a form field: it stands in a panel's header.
void FilterField::restyle()
{
    setTextMargins(scaled(22), 0, scaled(16), 0);
    setFont(qd::font(Type::Cell));
    setStyleSheet(QStringLiteral("min-height: %1px; max-height: %1px;").arg(scaled(22)));
    updateGeometry();
}

QSize FilterField::sizeHint() const { return {scaled(150), scaled(24)}; }

void FilterField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    paintIcon(painter, QRectF(8, (height() - scaled(16)) / 2, scaled(16), scaled(16)), QStringLiteral("view-filter"), isEnabled() ? tokens().text2 : tokens().disabled);
    if (!hasFocus() && text().isEmpty())
        paint::keyCap(painter, rect().adjusted(0, 0, -8, 0), QStringLiteral("/"));
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        return clear();
    QLineEdit::keyPressEvent(event);
}

} // namespace qd
