#pragma once

#include "widgets/theme/icons.h"

#include <QPushButton>

namespace qd {

// Buttons are for doing, links for going somewhere. One Primary per page at most; Production is
// only for the action that changes production. A button that is locked stays visible, disabled,
// and its tooltip says what would enable it.
class Button : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind { Plain, Primary, Production, Link, Bare }; // Bare: an icon without a frame

    explicit Button(const QString &text, Kind kind = Kind::Plain, QWidget *parent = nullptr);
    // An icon needs a name for those who cannot see it.
    Button(const QString &iconName, const QString &accessibleName, Kind kind, QWidget *parent = nullptr);

    void setIconName(const QString &name);
    void setSmall(bool isSmall); // 24 instead of 28 high
    void setHasArrow(bool hasArrow);
    Kind kind() const { return m_kind; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLink(QPainter &painter);
    Kind m_kind;
    QString m_iconName;
    bool m_isSmall = false, m_hasArrow = false;
};

// One of few, in one frame: [Model | Tool | User]. Left and right arrows move, Tab leaves.
class Segments : public QWidget
{
    Q_OBJECT

public:
    explicit Segments(const QString &accessibleName, QWidget *parent = nullptr);

    // An icon name may stand for the text; then the text is the accessible name.
    void add(const QString &key, const QString &text, const QString &iconName = {});
    void setText(const QString &key, const QString &text);
    void setSmall(bool isSmall); // 24 instead of 28 high, for the header of a panel
    QString current() const { return m_current; }
    // Shows without telling. An unknown key shows none as chosen.
    void setCurrent(const QString &key);
    QAbstractButton *button(const QString &key) const;

signals:
    void chosen(const QString &key); // also when the current one is clicked again

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<std::pair<QString, QAbstractButton *>> m_parts;
    QString m_current;
};

} // namespace qd
