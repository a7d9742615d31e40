#include "widgets/pages/advancedconnection.h"

#include "widgets/controls/label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>

namespace qd {

// Of libpq 17. What an older one does not know, it says when it connects.
QStringList AdvancedConnection::keywords()
{
    return QStringLiteral("host hostaddr port dbname user passfile require_auth channel_binding connect_timeout client_encoding options application_name fallback_application_name "
                          "keepalives keepalives_idle keepalives_interval keepalives_count tcp_user_timeout replication gssencmode sslmode sslnegotiation sslcompression sslcert sslkey "
                          "sslcertmode sslrootcert sslcrl sslcrldir sslsni requirepeer ssl_min_protocol_version ssl_max_protocol_version krbsrvname gsslib gssdelegation service "
                          "target_session_attrs load_balance_hosts")
        .split(QLatin1Char(' '));
}

AdvancedConnection::AdvancedConnection(QWidget *parent)
    : QWidget(parent)
    , m_sslMode(new QComboBox)
    , m_secret(new QComboBox)
    , m_tunnel(new QLineEdit)
    , m_variable(new QLineEdit)
    , m_table(new QTableWidget)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 8, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    const auto row = [form](const QString &name, QWidget *field) {
        auto *label = new Label(name, Type::Cell, Tone::Text2);
        label->setBuddy(field);
        field->setAccessibleName(name);
        form->addRow(label, field);
    };
    m_sslMode->addItem(tr("decided by the host (verify-full elsewhere, prefer on this computer)"), QByteArray());
    for (const char *mode : {"verify-full", "verify-ca", "require", "prefer", "allow", "disable"})
        m_sslMode->addItem(tr("%1: %2").arg(QLatin1String(mode), pg::sslModeInWords(mode)), QByteArray(mode));
    m_sslMode->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sslMode->setMinimumContentsLength(20);
    row(tr("Encryption"), m_sslMode);
    m_tunnel->setPlaceholderText(tr("host of ~/.ssh/config; empty: direct"));
    row(tr("SSH tunnel"), m_tunnel);
    m_secret->addItem(tr("the system keychain"), QStringLiteral("keychain"));
    m_secret->addItem(tr("an environment variable"), QStringLiteral("env"));
    m_secret->addItem(QStringLiteral("~/.pgpass"), QStringLiteral("pgpass"));
    m_secret->addItem(tr("there is none"), QStringLiteral("none"));
    row(tr("Password from"), m_secret);
    m_variable->setPlaceholderText(QStringLiteral("PGPASSWORD"));
    row(tr("Variable"), m_variable);
    const QStringList words = keywords();
    m_table->setRowCount(int(words.size()));
    m_table->setColumnCount(2);
    m_table->setHorizontalHeaderLabels({tr("Keyword"), tr("Value")});
    m_table->setAccessibleName(tr("Every keyword of libpq"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(scaled(24));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(0, scaled(220));
    m_table->setShowGrid(false);
    m_table->setFixedHeight(scaled(170));
    m_table->setTabKeyNavigation(false);
    for (int i = 0; i < words.size(); ++i) {
        auto *name = new QTableWidgetItem(words[i]);
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        name->setFont(qd::font(Type::Code));
        m_table->setItem(i, 0, name);
        m_table->setItem(i, 1, new QTableWidgetItem);
    }
    form->addRow(m_table);
    const auto tell = [this] {
        m_variable->setEnabled(m_secret->currentData().toString() == QLatin1String("env"));
        if (!m_isShowing)
            emit changed();
    };
    connect(m_sslMode, &QComboBox::currentIndexChanged, this, tell);
    connect(m_secret, &QComboBox::currentIndexChanged, this, tell);
    connect(m_tunnel, &QLineEdit::textEdited, this, tell);
    connect(m_variable, &QLineEdit::textEdited, this, tell);
    connect(m_table, &QTableWidget::cellChanged, this, tell);
    tell();
}

void AdvancedConnection::apply(pg::Parameters *parameters) const
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QByteArray keyword = m_table->item(row, 0)->text().toUtf8(), value = m_table->item(row, 1)->text().toUtf8();
        if (value.isEmpty())
            parameters->values.remove(keyword);
        else
            parameters->values.insert(keyword, value);
    }
    const QByteArray mode = m_sslMode->currentData().toByteArray();
    if (!mode.isEmpty())
        parameters->values.insert("sslmode", mode);
}

void AdvancedConnection::setParameters(const pg::Parameters &parameters)
{
    m_isShowing = true;
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->item(row, 1)->setText(QString::fromUtf8(parameters.values.value(m_table->item(row, 0)->text().toUtf8())));
    m_sslMode->setCurrentIndex(std::max(0, m_sslMode->findData(parameters.value("sslmode"))));
    m_isShowing = false;
}

QString AdvancedConnection::tunnel() const { return m_tunnel->text().trimmed(); }
void AdvancedConnection::setTunnel(const QString &host) { m_tunnel->setText(host); }

QString AdvancedConnection::secret() const
{
    const QString kind = m_secret->currentData().toString();
    return kind == QLatin1String("env") ? QStringLiteral("env:%1").arg(m_variable->text().trimmed().isEmpty() ? QStringLiteral("PGPASSWORD") : m_variable->text().trimmed()) : kind;
}

void AdvancedConnection::setSecret(const QString &reference)
{
    m_isShowing = true;
    const bool isVariable = reference.startsWith(QLatin1String("env:"));
    m_secret->setCurrentIndex(std::max(0, m_secret->findData(isVariable ? QStringLiteral("env") : reference)));
    if (isVariable)
        m_variable->setText(reference.mid(4));
    m_isShowing = false;
}

} // namespace qd
