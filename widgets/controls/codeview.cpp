#include "widgets/controls/codeview.h"

#include "widgets/controls/button.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace qd {

namespace {

class CodeColours : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression keyword(QStringLiteral("\\b(select|from|where|and|or|not|null|create|alter|drop|role|table|index|unique|concurrently|on|to|grant|revoke|set|with|as|join|left|inner|order|group|by|limit|insert|update|delete|into|values|begin|commit|rollback|read|only|local|login|password|connection|schema|usage|using|if|exists|in|is|true|false|default|privileges|connect|database|bypassrls)\\b"), QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression number(QStringLiteral("\\b\\d+(\\.\\d+)?\\b"));
        static const QRegularExpression string(QStringLiteral("'[^']*'|\"[^\"]*\"(?=\\s*[:,}\\]])"));
        static const QRegularExpression comment(QStringLiteral("--.*$"));
        const Tokens &t = tokens();
        const std::pair<const QRegularExpression *, QColor> rules[] = {{&keyword, t.codeKeyword}, {&number, t.codeNumber}, {&string, t.codeString}, {&comment, t.codeComment}};
        for (const auto &[rule, color] : rules) {
            for (auto found = rule->globalMatch(text); found.hasNext();) {
                const auto match = found.next();
                setFormat(int(match.capturedStart()), int(match.capturedLength()), color);
            }
        }
    }
};

} // namespace

CodeView::CodeView(QWidget *parent) : QPlainTextEdit(parent), m_copy(new Button(QStringLiteral("edit-copy"), tr("Copy"), Button::Kind::Plain, this))
{
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Code"));
    setTabChangesFocus(true);
    setProperty("focusRing", true);
    document()->setDocumentMargin(8);
    m_copy->setSmall(true);
    new CodeColours(document());
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(code());
        emit copied(tr("Copied"));
    });
    connect(&Theme::instance(), &Theme::changed, this, &CodeView::restyle);
    restyle();
}

void CodeView::restyle()
{
    setFont(qd::font(Type::CodeSmall));
    for (QObject *child : document()->children()) {
        if (auto *colours = qobject_cast<QSyntaxHighlighter *>(child))
            colours->rehighlight();
    }
    updateGeometry();
}

void CodeView::setCode(const QString &code)
{
    setPlainText(code);
    updateGeometry();
}

void CodeView::setMaximumLines(int lines)
{
    m_maximumLines = lines;
    updateGeometry();
}

QSize CodeView::sizeHint() const
{
    const int lines = qBound(1, document()->blockCount(), m_maximumLines);
    return {scaled(320), lines * fontMetrics().lineSpacing() + 20};
}

QSize CodeView::minimumSizeHint() const
{
    return {scaled(120), sizeHint().height()};
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_copy->adjustSize();
    m_copy->move(viewport()->width() - m_copy->width() - 3, 3);
}

} // namespace qd
