#include "widgets/pages/addressfield.h"

#include "widgets/controls/button.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QUrl>

namespace qd {

static const QString addressDots = QString(8, QChar(0x2022));

QString maskedAddress(const QString &text, QString *found)
{
    static const QRegularExpression inUrl(QStringLiteral("(://[^:/@\\s]*:)([^@\\s]*)(@)"));
    static const QRegularExpression inPairs(QStringLiteral("(\\bpassword\\s*=\\s*)('(?:[^'\\\\]|\\\\.)*'|\\S+)()"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression inQuery(QStringLiteral("([?&]password=)([^&\\s]*)()"), QRegularExpression::CaseInsensitiveOption);
    QString masked = text;
    for (const QRegularExpression &rule : {inUrl, inQuery, inPairs}) {
        const auto match = rule.match(masked);
        if (!match.hasMatch() || match.captured(2).isEmpty())
            continue;
        if (found && match.captured(2) != addressDots)
            *found = rule == inPairs ? match.captured(2) : QUrl::fromPercentEncoding(match.captured(2).toUtf8());
        masked.replace(match.capturedStart(2), match.capturedLength(2), addressDots);
    }
    return masked;
}

AddressField::AddressField(QWidget *parent)
    : QLineEdit(parent)
    , m_eye(new Button(QStringLiteral("view-visible"), tr("Show the password"), Button::Kind::Bare, this))
    , m_parameters(failure(Error::Kind::Wrong, QString()))
{
    setAccessibleName(tr("Connection string"));
    setPlaceholderText(QStringLiteral("postgres://user:password@host:5432/dbname"));
    setFont(qd::font(Type::Code));
    setTextMargins(0, 0, scaled(28), 0);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        setFont(qd::font(Type::Code));
        setTextMargins(0, 0, scaled(28), 0);
    });
    m_eye->setSmall(true);
    m_eye->setCheckable(true);
    connect(m_eye, &QPushButton::toggled, this, &AddressField::reveal);
    connect(this, &QLineEdit::textEdited, this, &AddressField::take);
    connect(this, &QLineEdit::editingFinished, this, &AddressField::hidePassword);
}

// Typed: understood as it grows, hidden when the field is left.
void AddressField::take(const QString &text)
{
    if (m_isWriting)
        return;
    QString typed;
    maskedAddress(text, &typed);
    m_parameters = text.trimmed().isEmpty() ? Result<pg::Parameters>(failure(Error::Kind::Wrong, QString())) : pg::Parameters::fromText(text);
    if (m_parameters) {
        // Dots stand for the password that is known already.
        if (m_parameters->password.reveal() == addressDots.toUtf8())
            m_parameters->password = m_password;
        else
            m_password = m_parameters->password;
    }
    emit parsed();
}

void AddressField::pasteFrom(const QString &text)
{
    const QList<pg::Found> found = text.contains(QLatin1Char('\n')) ? pg::fromDotEnv(text) : QList<pg::Found>();
    if (!found.isEmpty()) {
        setParameters(found.first().parameters);
        emit severalFound(found);
        return;
    }
    insert(text.simplified());
    take(this->text());
    hidePassword();
}

void AddressField::setParameters(const pg::Parameters &parameters)
{
    m_parameters = parameters;
    m_password = parameters.password;
    m_isRevealed = false;
    QString text = QString::fromUtf8(parameters.uri());
    if (!m_password.isEmpty()) {
        const auto at = text.indexOf(QLatin1Char('@'));
        if (at > 0)
            text.insert(at, QLatin1Char(':') + addressDots);
    }
    m_isWriting = true;
    setText(text);
    m_isWriting = false;
    setCursorPosition(0);
    emit parsed();
}

void AddressField::hidePassword()
{
    if (m_isRevealed)
        return;
    const QString masked = maskedAddress(text());
    if (masked == text())
        return;
    m_isWriting = true;
    setText(masked);
    m_isWriting = false;
}

void AddressField::reveal(bool reveals)
{
    m_isRevealed = reveals;
    m_eye->setAccessibleName(reveals ? tr("Hide the password") : tr("Show the password"));
    if (!reveals)
        return hidePassword();
    QString shown = text();
    shown.replace(addressDots, QString::fromUtf8(QUrl::toPercentEncoding(QString::fromUtf8(m_password.reveal()))));
    m_isWriting = true;
    setText(shown);
    m_isWriting = false;
}

void AddressField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    m_eye->adjustSize();
    m_eye->move(width() - m_eye->width() - 3, (height() - m_eye->height()) / 2);
}

void AddressField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        return pasteFrom(QApplication::clipboard()->text());
    QLineEdit::keyPressEvent(event);
}

void AddressField::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Paste")), &QAction::triggered, this, [this] { pasteFrom(QApplication::clipboard()->text()); });
    connect(menu->addAction(tr("Clear")), &QAction::triggered, this, [this] {
        clear();
        take({});
    });
    menu->popup(event->globalPos());
}

} // namespace qd
