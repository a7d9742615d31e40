#include "widgets/pages/retrievalendpointdialog.h"

#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/message.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace qd {

RetrievalEndpointDialog::RetrievalEndpointDialog(const RetrievalEndpoint &now, QWidget *parent)
    : QDialog(parent)
    , m_now(now)
    , m_address(new QLineEdit(now.address, this))
    , m_model(new QLineEdit(now.model, this))
    , m_candidates(new QSpinBox(this))
    , m_place(new QComboBox(this))
    , m_key(new QLineEdit(this))
    , m_variable(new QLineEdit(this))
    , m_message(new Message)
{
    const bool isReranking = now.purpose == RetrievalEndpoint::Purpose::Reranking;
    setWindowTitle(isReranking ? tr("Reranking") : tr("Embeddings of Questions"));
    setMinimumWidth(scaled(480));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(new Label(isReranking ? tr("Reranking") : tr("Embeddings of questions"), Type::Heading));
    auto *says = new Label(isReranking ? tr("A model reads each candidate beside the question and puts them in its own order. Both are sent to an endpoint that knows /v1/rerank, for instance http://127.0.0.1:8080/v1 of llama.cpp. Without a model nothing is reranked; without an address only what the model ranked before.")
                                       : tr("Questions whose embedding is not recorded are sent to an OpenAI-compatible endpoint, for instance http://127.0.0.1:11434/v1 of Ollama. Without an address none are sent."),
                           Type::Cell, Tone::Text2);
    says->setWraps(true);
    layout->addWidget(says);
    addFields();
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

void RetrievalEndpointDialog::addFields()
{
    const bool isReranking = m_now.purpose == RetrievalEndpoint::Purpose::Reranking;
    auto *form = new QFormLayout;
    m_model->setVisible(isReranking);
    m_candidates->setVisible(isReranking);
    if (isReranking)
        form->addRow(tr("&Model"), m_model);
    form->addRow(tr("&Address"), m_address);
    if (isReranking)
        form->addRow(tr("Ca&ndidates"), m_candidates);
    form->addRow(tr("Its &key"), m_place);
    form->addRow(tr("K&ey"), m_key);
    form->addRow(tr("&Variable"), m_variable);
    m_keyLabel = qobject_cast<QLabel *>(form->labelForField(m_key));
    m_variableLabel = qobject_cast<QLabel *>(form->labelForField(m_variable));
    setTabOrder(m_model, m_address);
    setTabOrder(m_address, m_candidates);
    m_candidates->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_candidates->setRange(0, 1000);
    m_candidates->setSpecialValueText(tr("four times as many as are returned"));
    m_candidates->setValue(m_now.candidates);
    m_model->setPlaceholderText(QStringLiteral("bge-reranker-v2-m3"));
    m_place->addItem(tr("needs none"), QStringLiteral("none"));
    m_place->addItem(tr("is kept in the keychain"), QStringLiteral("keychain"));
    m_place->addItem(tr("is in an environment variable"), QStringLiteral("env"));
    m_place->setCurrentIndex(std::max(0, m_place->findData(m_now.reference.section(u':', 0, 0))));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(m_now.reference == QLatin1String("keychain") ? tr("unchanged") : QString());
    m_variable->setText(m_now.reference.startsWith(QLatin1String("env:")) ? m_now.reference.mid(4) : QString());
    m_variable->setPlaceholderText(isReranking ? QStringLiteral("COHERE_API_KEY") : QStringLiteral("OPENAI_API_KEY"));
    m_model->setAccessibleName(tr("Model that reranks"));
    m_candidates->setAccessibleName(tr("Candidates that it is given"));
    m_address->setAccessibleName(tr("Address of the endpoint"));
    m_place->setAccessibleName(tr("Where its key is"));
    m_key->setAccessibleName(tr("Key of the endpoint"));
    m_variable->setAccessibleName(tr("Name of the environment variable"));
    qobject_cast<QVBoxLayout *>(layout())->addLayout(form);
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
    const bool isKept = m_now.reference == QLatin1String("keychain") && QUrl(m_now.address).authority() == url.authority();
    if (!address.isEmpty() && place == QLatin1String("keychain") && m_key->text().isEmpty() && !isKept)
        return complain(tr("The keychain has no key for this endpoint. Enter it."));
    const Secret key(m_key->text().trimmed());
    m_key->clear();
    emit chosen({m_now.purpose, address, address.isEmpty() ? QStringLiteral("none") : reference, m_model->text().trimmed(), m_candidates->value()}, key);
    accept();
}

} // namespace qd
