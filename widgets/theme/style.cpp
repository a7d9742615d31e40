#include "widgets/theme/style.h"

#include "widgets/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

namespace qd {

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
    followFocus();
}

static void paintCheckBox(QPainter *painter, const QStyleOption *option)
{
    const Tokens &t = tokens();
    const bool isOn = option->state & QStyle::State_On, isEnabled = option->state & QStyle::State_Enabled;
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isOn && isEnabled ? t.accent : isEnabled ? t.field : t.border, 1));
    painter->setBrush(isOn && isEnabled ? t.accent : t.surface);
    painter->drawRoundedRect(box, 3, 3);
    painter->setPen(QPen(isEnabled ? t.onAccent : t.disabled, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (option->state & QStyle::State_NoChange) {
        painter->drawLine(QPointF(box.left() + 3, box.center().y()), QPointF(box.right() - 3, box.center().y()));
    } else if (isOn) {
        const double w = box.width(), h = box.height();
        painter->drawPolyline(QPolygonF{{box.left() + 0.24 * w, box.top() + 0.52 * h}, {box.left() + 0.43 * w, box.top() + 0.71 * h}, {box.left() + 0.77 * w, box.top() + 0.31 * h}});
    }
    painter->restore();
}

static void paintRadioButton(QPainter *painter, const QStyleOption *option)
{
    const Tokens &t = tokens();
    const bool isOn = option->state & QStyle::State_On, isEnabled = option->state & QStyle::State_Enabled;
    const QRectF box = QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(!isEnabled ? t.border : isOn ? t.accent : t.field, 1.5));
    painter->setBrush(t.surface);
    painter->drawEllipse(box);
    if (isOn) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isEnabled ? t.accent : t.disabled);
        painter->drawEllipse(box.center(), box.width() * 0.27, box.width() * 0.27);
    }
    painter->restore();
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return paintCheckBox(painter, option);
    case PE_IndicatorRadioButton: return paintRadioButton(painter, option);
    case PE_FrameFocusRect: return;
    case PE_IndicatorArrowDown: {
        const QPointF c = QRectF(option->rect).center();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(option->state & State_Enabled ? tokens().text2 : tokens().disabled, 1.3));
        painter->drawPolyline(QPolygonF{{c.x() - 4, c.y() - 2}, {c.x(), c.y() + 2}, {c.x() + 4, c.y() - 2}});
        painter->restore();
        return;
    }
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !slider)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    const Tokens &t = tokens();
    if (slider->maximum <= slider->minimum)
        return;
    const bool isActive = slider->activeSubControls & SC_ScrollBarSlider || slider->state & State_Sunken;
    QRectF handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    handle = slider->orientation == Qt::Vertical ? handle.adjusted(2, 1, -2, -1) : handle.adjusted(1, 2, -1, -2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(isActive ? t.field : t.borderStrong);
    const double radius = std::min(handle.width(), handle.height()) / 2;
    painter->drawRoundedRect(handle, radius, radius);
    painter->restore();
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !slider)
        return QProxyStyle::subControlRect(control, option, sub, widget);
    const bool isVertical = slider->orientation == Qt::Vertical;
    const QRect all = slider->rect;
    const int length = isVertical ? all.height() : all.width();
    if (sub == SC_ScrollBarAddLine || sub == SC_ScrollBarSubLine)
        return {};
    if (sub == SC_ScrollBarGroove)
        return all;
    const qint64 span = qint64(slider->maximum) - slider->minimum;
    const int handle = span <= 0 ? length : qMax(24, int(qint64(slider->pageStep) * length / (span + slider->pageStep)));
    const int at = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - handle, slider->upsideDown);
    const auto part = [&](int from, int size) { return isVertical ? QRect(all.x(), all.y() + from, all.width(), size) : QRect(all.x() + from, all.y(), size, all.height()); };
    if (sub == SC_ScrollBarSlider)
        return part(at, handle);
    if (sub == SC_ScrollBarSubPage)
        return part(0, at);
    return part(at + handle, length - at - handle);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 10;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return scaled(13);
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return scaled(14);
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return scaled(16);
    case PM_CheckBoxLabelSpacing: return 7;
    case PM_ToolTipLabelFrameWidth: return 6;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    if (hint == SH_UnderlineShortcut)
        return 0;
    if (hint == SH_EtchDisabledText)
        return 0;
    if (hint == SH_ComboBox_Popup)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

QString styleSheetOf(const Tokens &t)
{
    const int fieldHeight = scaled(28) - 2, pad = 8;
    QString sheet = QStringLiteral(
        "QToolTip { background: @surface; color: @text; border: 1px solid @strong; padding: 3px 5px; }"
        "QMenu { background: @surface; border: 1px solid @strong; padding: 4px 0; }"
        "QMenu::item { padding: 5px 28px 5px 12px; background: transparent; }"
        "QMenu::item:selected { background: @selected; }"
        "QMenu::item:disabled { color: @disabled; }"
        "QMenu::icon { padding-left: 10px; }"
        "QMenu::indicator { left: 6px; }"
        "QMenu::separator { height: 1px; background: @border; margin: 4px 0; }"
        "QLineEdit, QComboBox, QSpinBox { background: @surface; border: 1px solid @field; border-radius: 4px; padding: 0 %2px; min-height: %1px; selection-background-color: @accent; selection-color: @onaccent; }"
        "QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid @focus; padding: 0 %3px; min-height: %4px; }"
        "QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { border-color: @border; background: @inset; color: @disabled; }"
        "QLineEdit#bare, QLineEdit#bare:focus { border: none; background: transparent; padding: 0; min-height: 0; }"
        "QLineEdit[wrong=true] { border: 2px solid @crit; padding: 0 %3px; min-height: %4px; }"
        "QComboBox::drop-down { border: none; width: 22px; }"
        "QComboBox QAbstractItemView { background: @surface; border: 1px solid @strong; outline: 0; }"
        "QPlainTextEdit, QTextBrowser { background: @inset; border: 1px solid @border; border-radius: 4px; selection-background-color: @accent; selection-color: @onaccent; }"
        "QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }"
        "QTreeView, QTableView, QListView { background: @surface; border: none; outline: 0; }"
        "QListView#profiles { border: 1px solid @field; border-radius: 4px; }"
        "QHeaderView { background: @inset; border: none; }"
        "QCalendarWidget QToolButton { border: none; padding: 4px; }");
    sheet = sheet.arg(fieldHeight).arg(pad).arg(pad - 1).arg(fieldHeight - 2);
    const std::pair<QLatin1String, QColor> names[] = {
        {QLatin1String("@surface"), t.surface}, {QLatin1String("@text"), t.text}, {QLatin1String("@strong"), t.borderStrong}, {QLatin1String("@selected"), t.selected},
        {QLatin1String("@disabled"), t.disabled}, {QLatin1String("@border"), t.border}, {QLatin1String("@field"), t.field}, {QLatin1String("@focus"), t.focus},
        {QLatin1String("@onaccent"), t.onAccent}, {QLatin1String("@accent"), t.accent}, {QLatin1String("@inset"), t.inset}, {QLatin1String("@crit"), t.critMark}};
    for (const auto &[name, color] : names)
        sheet.replace(name, color.name());
    return sheet;
}

} // namespace qd
