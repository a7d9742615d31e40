#pragma once

#include <QPlainTextEdit>

namespace qd {

class Button;

// SQL or JSON on inset ground, coloured, read-only, with a copy button. Long lines scroll; the
// height follows the text up to `maximumLines`.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent = nullptr);
    void setCode(const QString &code);
    QString code() const { return toPlainText(); }
    void setMaximumLines(int lines);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void copied(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    Button *m_copy;
    int m_maximumLines = 12;
};

} // namespace qd
