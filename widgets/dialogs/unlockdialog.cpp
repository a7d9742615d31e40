#include "widgets/dialogs/unlockdialog.h"

#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace qd {

UnlockDialog::UnlockDialog(const Deployment &deployment, Lock *lock, QWidget *parent)
    : QDialog(parent)
    , m_deployment(deployment)
    , m_lock(lock)
    , m_reason(new QLineEdit)
    , m_name(new QLineEdit)
    , m_problem(new Label({}, Type::Cell, Tone::Crit))
    , m_unlock(new Button(tr("Unlock"), Button::Kind::Primary))
    , m_cancel(new Button(tr("Cancel")))
{
    const bool isProduction = deployment.environment == Environment::Production;
    const QString title = tr("Unlock %1 for 10 minutes?").arg(isProduction ? tr("production") : environmentWord(deployment.environment));
    setWindowTitle(title);
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(23, 22, 23, 20);
    column->setSpacing(4);
    column->addWidget(new Label(title, Type::Heading));
    auto *says = new Label(tr("%1, %2. What changes something will be possible until the time is up, the computer sleeps or you switch the deployment. Each of these still asks once more.").arg(deployment.title.isEmpty() ? deployment.name : deployment.title, deployment.place.isEmpty() ? deployment.database.text() : deployment.place), Type::Cell, Tone::Text2);
    says->setWraps(true);
    says->setFixedWidth(scaled(394));
    column->addWidget(says);
    column->addSpacing(8);
    auto *reasonLabel = new Label(tr("Reason, goes into the journal"), Type::Cell, Tone::Text2);
    reasonLabel->setBuddy(m_reason);
    m_reason->setAccessibleName(tr("Reason, goes into the journal"));
    column->addWidget(reasonLabel);
    column->addWidget(m_reason);
    column->addSpacing(8);
    auto *nameLabel = new Label({}, Type::Cell, Tone::Text2);
    nameLabel->setTextFormat(Qt::RichText);
    nameLabel->setText(tr("Type %1 to confirm").arg(QStringLiteral("<b style='font-family:%3;color:%1'>%2</b>").arg(tokens().text.name(), deployment.name.toHtmlEscaped(), qd::font(Type::Code).family())));
    m_name->setAccessibleName(tr("Type %1 to confirm").arg(deployment.name));
    m_name->setFont(qd::font(Type::Code));
    nameLabel->setBuddy(m_name);
    nameLabel->setVisible(isProduction);
    m_name->setVisible(isProduction);
    column->addWidget(nameLabel);
    column->addWidget(m_name);
    m_problem->setWraps(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addSpacing(14);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new Label(tr("Esc cancels"), Type::Cell, Tone::Text2));
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_unlock);
    column->addLayout(row);
    connect(m_reason, &QLineEdit::textChanged, this, &UnlockDialog::judge);
    connect(m_name, &QLineEdit::textChanged, this, &UnlockDialog::judge);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockDialog::unlock);
    judge();
}

QString UnlockDialog::problem() const { return m_problem->text(); }

void UnlockDialog::judge()
{
    const bool isNamed = m_deployment.environment != Environment::Production || m_name->text() == m_deployment.name;
    const bool hasReason = !m_reason->text().trimmed().isEmpty();
    m_unlock->setEnabled(hasReason && isNamed && !m_running.isRunning());
    m_unlock->setToolTip(!hasReason ? tr("Say why first") : !isNamed ? tr("Type the name of the deployment first") : QString());
}

void UnlockDialog::unlock()
{
    m_unlock->setEnabled(false);
    m_running.start(m_lock->unlock(m_reason->text()), [this](Result<> done) {
        if (done)
            return accept();
        if (!done.error().isCancelled()) {
            m_problem->setText(done.error().message);
            m_problem->show();
        }
        judge();
    });
}

void UnlockDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.fillRect(QRect(0, 0, width(), 3), tokens().environmentLine(m_deployment.environment));
}

} // namespace qd
