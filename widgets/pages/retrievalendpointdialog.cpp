#include "widgets/pages/retrievalendpointdialog.h"

#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/message.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace qd {

RetrievalEndpointDialog::RetrievalEndpointDialog(const QString &address, const QString &reference, QWidget *parent)
    : QDialog(parent)
    , m_oldAddress(address)
    , m_oldReference(reference)
    , m_address(new QLineEdit(address))
    , m_place(new QComboBox)
    , m_key(new QLineEdit)
    , m_variable(new QLineEdit)
    , m_message(new Message)
{
    setWindowTitle(tr("Embeddings of Questions"));
    setMinimumWidth(scaled(480));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(new Label(tr("Embeddings of questions"), Type::Heading));
    auto *says = new Label(tr("Questions whose embedding is not recorded are sent to an OpenAI-compatible endpoint, for instance http://127.0.0.1:11434/v1 of Ollama. Without an address none are sent."), Type::Cell, Tone::Text2);
    says->setWraps(true);
    layout->addWidget(says);
    auto *form = new QFormLayout;
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("Its &key"), m_place);
    form->addRow(tr("K&ey"), m_key);
    form->addRow(tr("&Variable"), m_variable);
    m_keyLabel = qobject_cast<QLabel *>(form->labelForField(m_key));
    m_variableLabel = qobject_cast<QLabel *>(form->labelForField(m_variable));
    m_place->addItem(tr("needs none"), QStringLiteral("none"));
    m_place->addItem(tr("is kept in the keychain"), QStringLiteral("keychain"));
    m_place->addItem(tr("is in an environment variable"), QStringLiteral("env"));
    m_place->setCurrentIndex(std::max(0, m_place->findData(reference.section(u':', 0, 0))));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(reference == QLatin1String("keychain") ? tr("unchanged") : QString());
    m_variable->setText(reference.startsWith(QLatin1String("env:")) ? reference.mid(4) : QString());
    m_variable->setPlaceholderText(QStringLiteral("OPENAI_API_KEY"));
    m_address->setAccessibleName(tr("Address of the endpoint"));
    m_place->setAccessibleName(tr("Where its key is"));
    m_key->setAccessibleName(tr("Key of the endpoint"));
    m_variable->setAccessibleName(tr("Name of the environment variable"));
    layout->addLayout(form);
    layout->addWidget(m_message);
    m_message->hide();
    layout->addStretch(1);
    auto *cancel = new Button(tr("Cancel"));
    auto *save = new Button(tr("Save"), Button::Kind::Primary);
    save->setDefault(true);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(save);
    layout->addLayout(foot);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(save, &Button::clicked, this, &RetrievalEndpointDialog::save);
    connect(m_place, &QComboBox::currentIndexChanged, this, &RetrievalEndpointDialog::showPlace);
    showPlace();
}

void RetrievalEndpointDialog::showPlace()
{
    const QString place = m_place->currentData().toString();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_key, m_keyLabel})
        widget->setVisible(place == QLatin1String("keychain"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_variable, m_variableLabel})
        widget->setVisible(place == QLatin1String("env"));
}

QString RetrievalEndpointDialog::whyNoKey(const QUrl &address)
{
    static const QRegularExpression here(QStringLiteral("^(localhost|127\\.\\d+\\.\\d+\\.\\d+|::1)$"));
    const bool isHere = here.match(address.host()).hasMatch();
    return address.scheme() == QLatin1String("https") || isHere ? QString() : tr("A key is sent to %1 only by https://; anybody on the way could read it.").arg(address.host());
}

QString RetrievalEndpointDialog::problem() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void RetrievalEndpointDialog::complain(const QString &fact, const QString &rest)
{
    m_message->say(State::Warning, fact, rest);
    m_message->show();
}

void RetrievalEndpointDialog::save()
{
    const QString address = m_address->text().trimmed(), place = m_place->currentData().toString();
    const QUrl url(address, QUrl::StrictMode);
    const bool isWeb = url.isValid() && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")) && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery();
    // What was typed may hold a key: it is not repeated.
    if (!address.isEmpty() && !isWeb)
        return complain(tr("This is not the address of an endpoint."), tr("It begins with http:// or https:// and holds neither password nor key."));
    QString reference = place;
    if (place == QLatin1String("env")) {
        static const QRegularExpression name(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
        if (!name.match(m_variable->text().trimmed()).hasMatch())
            return complain(tr("This is not the name of an environment variable."), tr("The name is meant, such as OPENAI_API_KEY, never the key itself."));
        reference = QStringLiteral("env:") + m_variable->text().trimmed();
    }
    if (!address.isEmpty() && place != QLatin1String("none")) {
        if (const QString why = whyNoKey(url); !why.isEmpty())
            return complain(why);
    }
    const bool isKept = m_oldReference == QLatin1String("keychain") && QUrl(m_oldAddress).authority() == url.authority();
    if (!address.isEmpty() && place == QLatin1String("keychain") && m_key->text().isEmpty() && !isKept)
        return complain(tr("The keychain has no key for this endpoint. Enter it."));
    const Secret key(m_key->text().trimmed());
    m_key->clear();
    emit chosen(address, reference, key);
    accept();
}

} // namespace qd
