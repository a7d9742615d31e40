#pragma once

#include <QProxyStyle>
#include <QString>

namespace qd {

struct Tokens;

// Fusion, with our check and radio marks, thin scroll bars, and no focus rectangles: the ring is
// drawn outside of what has the focus, by FocusRing.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub, const QWidget *widget) const override;
};

// Fields, menus, tooltips and headers.
QString styleSheetOf(const Tokens &tokens);

// A 2 px ring with a gap of 1 px around whatever has the keyboard focus, if it asks for it with
// the property "focusRing". One for the whole program; starts itself.
void followFocus();

} // namespace qd
