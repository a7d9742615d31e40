#pragma once

#include <QFrame>

#include <functional>

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace qd {

class Label;

// A white area with a title row of 34 px: title, short meta text, and at the right actions or a
// legend. No panels inside panels; use rule() instead. Without a title there is no header.
class Panel : public QFrame
{
    Q_OBJECT

public:
    explicit Panel(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setMeta(const QString &meta);
    QString title() const;
    QString meta() const;
    // Right-aligned in the header, in this order.
    void addAction(QWidget *action);
    using QWidget::addAction;
    // The body. Margins are 0: a chart or a table reaches to the edge; call setPadded() otherwise.
    QVBoxLayout *body() const { return m_body; }
    void setPadded(int pixels = 12);
    // A 1 px line across the panel.
    static QWidget *rule(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_header;
    QHBoxLayout *m_headerRow;
    Label *m_title, *m_meta;
    QVBoxLayout *m_body;
};

// What the colours of a chart mean; stands in the header of its panel, in stack order.
class Legend : public QWidget
{
    Q_OBJECT

public:
    enum class Sign { Square, Line, Dashed, Hatched, Struck };
    struct Entry
    {
        QString text;
        QColor color;
        Sign sign = Sign::Square;
    };
    explicit Legend(QWidget *parent = nullptr);
    // `colours` is asked again on every change of theme.
    void setEntries(std::function<QList<Entry>()> entries);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::function<QList<Entry>()> m_entries;
};

} // namespace qd
