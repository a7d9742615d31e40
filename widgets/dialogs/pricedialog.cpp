#include "widgets/dialogs/pricedialog.h"

#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/message.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace qd {

PriceDialog::PriceDialog(Desk *desk, const QString &model, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_model(new QLineEdit(model))
    , m_in(new QLineEdit)
    , m_out(new QLineEdit)
    , m_cached(new QLineEdit)
    , m_from(new QLineEdit)
    , m_message(new Message)
{
    setWindowTitle(tr("Price of a model"));
    setObjectName(QStringLiteral("price"));
    resize(scaled(460), scaled(320));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->addWidget(new Label(tr("Enter the price of a model"), Type::Heading));
    auto *why = new Label(tr("Dollars per million tokens, as the provider's price list has them. History is priced anew."), Type::Cell, Tone::Text2);
    why->setWraps(true);
    layout->addWidget(why);
    auto *form = new QFormLayout;
    form->addRow(tr("&Model"), m_model);
    form->addRow(tr("&Input"), m_in);
    form->addRow(tr("&Output"), m_out);
    form->addRow(tr("&Cached input"), m_cached);
    form->addRow(tr("&Valid from"), m_from);
    m_in->setPlaceholderText(QStringLiteral("2.50"));
    m_out->setPlaceholderText(QStringLiteral("10.00"));
    m_cached->setPlaceholderText(tr("not known"));
    m_from->setPlaceholderText(tr("2026-11-01; empty: always"));
    for (QLineEdit *field : {m_model, m_in, m_out, m_cached, m_from})
        field->setAccessibleName(qobject_cast<QLabel *>(form->labelForField(field))->text().remove(QLatin1Char('&')));
    layout->addLayout(form);
    layout->addWidget(m_message);
    m_message->hide();
    layout->addStretch(1);
    auto *cancel = new Button(tr("Cancel"));
    auto *save = new Button(tr("Save Price"), Button::Kind::Primary);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(save, &Button::clicked, this, &PriceDialog::save);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(save);
    layout->addLayout(foot);
    (model.isEmpty() ? m_model : m_in)->setFocus();
}

void PriceDialog::save()
{
    const auto complain = [this](State state, const QString &fact, const QString &rest = {}) {
        m_message->say(state, fact, rest);
        m_message->show();
    };
    // Micro-dollars per million tokens; empty is "not known".
    bool isUsable = true;
    const auto micros = [&](QLineEdit *field) -> std::optional<qint64> {
        if (field->text().trimmed().isEmpty())
            return {};
        const auto amount = Money::fromText(field->text().trimmed().toUtf8());
        if (!amount || amount->isNegative()) {
            complain(State::Failing, tr("“%1” is not a price.").arg(field->text()), tr("Write dollars per million tokens, for example 2.50."));
            field->setFocus();
            isUsable = false;
            return {};
        }
        return amount->pico() / 1'000'000;
    };
    telemetry::Price price;
    price.model = m_model->text().trimmed();
    price.source = QStringLiteral("yours");
    price.in = micros(m_in);
    price.out = micros(m_out);
    price.cached = micros(m_cached);
    if (!isUsable)
        return;
    if (price.model.isEmpty() || !price.in)
        return complain(State::Failing, tr("A price needs the model's name and the price of its input."));
    if (!m_from->text().trimmed().isEmpty()) {
        const QDate from = QDate::fromString(m_from->text().trimmed(), Qt::ISODate);
        if (!from.isValid())
            return complain(State::Failing, tr("“%1” is not a day.").arg(m_from->text()), tr("Write it as 2026-11-01."));
        price.from = startOfDay(from, QTimeZone::utc());
    }
    if (const auto saved = m_desk->setPrice(price, m_isConfirmed); !saved) {
        m_isConfirmed = true; // pressing again means it
        return complain(State::Warning, saved.error().message, tr("Press Save Price again if it is right."));
    }
    accept();
}

} // namespace qd
