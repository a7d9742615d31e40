#include "widgets/pages/connectform.h"

#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"
#include "widgets/pages/addressfield.h"
#include "widgets/pages/advancedconnection.h"
#include "widgets/pages/profilelist.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStyleOptionButton>

namespace qd {

namespace {

// One of four, with the stripe of its environment.
class EnvironmentRadio : public QAbstractButton
{
public:
    explicit EnvironmentRadio(Environment environment) : m_environment(environment)
    {
        setText(environmentWord(environment));
        setCheckable(true);
        setAutoExclusive(true);
        setProperty("focusRing", true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        followTheme(this);
    }
    QSize sizeHint() const override { return {paint::width(text(), qd::font(Type::Body)) + scaled(56), scaled(28)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokens();
        paint::box(painter, rect(), isChecked() ? t.selected : underMouse() ? t.hover : t.surface, isChecked() ? t.accent : t.borderStrong, 4);
        QStyleOptionButton option;
        option.rect = QRect(11, (height() - scaled(14)) / 2, scaled(14), scaled(14));
        option.state = QStyle::State_Enabled | (isChecked() ? QStyle::State_On : QStyle::State_Off);
        style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);
        painter.fillRect(QRect(scaled(33), (height() - scaled(16)) / 2, 4, scaled(16)), t.environmentLine(m_environment));
        paint::text(painter, rect().adjusted(scaled(33) + 12, 0, -4, 0), text(), qd::font(Type::Body), t.text);
    }

private:
    Environment m_environment;
};

} // namespace

ConnectForm::ConnectForm(const Profiles &profiles, QWidget *parent)
    : QWidget(parent)
    , m_address(new AddressField)
    , m_addressHint(new Label({}, Type::Cell, Tone::Text2))
    , m_found(new QWidget)
    , m_name(new QLineEdit)
    , m_profileList(new ProfileList(profiles))
    , m_advanced(new AdvancedConnection)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(addressPart());
    column->addSpacing(8);
    column->addLayout(namePart());
    column->addSpacing(8);
    auto *label = new Label(tr("Profile"), Type::Cell, Tone::Text2);
    label->setBuddy(m_profileList);
    column->addWidget(label);
    column->addWidget(m_profileList);
    auto *says = new Label(tr("A profile only says where to look: table names, targets and alert rules. Everything can be changed later."), Type::Cell, Tone::Text2);
    says->setWraps(true);
    column->addWidget(says);
    column->addWidget(m_advanced);
    m_advanced->hide();
    connect(m_profileList, &ProfileList::picked, this, &ConnectForm::changed);
    connect(m_advanced, &AdvancedConnection::changed, this, &ConnectForm::changed);
    connect(m_address, &AddressField::parsed, this, &ConnectForm::addressParsed);
    connect(m_address, &AddressField::severalFound, this, &ConnectForm::setFound);
    setEnvironment(Environment::Production);
    addressParsed();
}

QLayout *ConnectForm::addressPart()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    auto *label = new Label(tr("Connection string"), Type::Cell, Tone::Text2);
    label->setBuddy(m_address);
    column->addWidget(label);
    column->addWidget(m_address);
    m_addressHint->setWraps(true);
    column->addWidget(m_addressHint);
    auto *found = new QHBoxLayout(m_found);
    found->setContentsMargins(0, 0, 0, 0);
    found->setSpacing(12);
    m_found->hide();
    column->addWidget(m_found);
    return column;
}

QLayout *ConnectForm::namePart()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    auto *nameLabel = new Label(tr("Name"), Type::Cell, Tone::Text2);
    nameLabel->setBuddy(m_name);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMinimumWidth(scaled(110));
    m_name->setMaximumWidth(scaled(154));
    left->addWidget(nameLabel);
    left->addWidget(m_name);
    row->addLayout(left);
    auto *right = new QVBoxLayout;
    right->setSpacing(4);
    right->addWidget(new Label(tr("Environment"), Type::Cell, Tone::Text2));
    auto *radios = new QHBoxLayout;
    radios->setSpacing(8);
    for (const Environment each : {Environment::Production, Environment::Staging, Environment::Preview, Environment::Local}) {
        auto *radio = new EnvironmentRadio(each);
        radios->addWidget(radio);
        m_environments.append(radio);
        connect(radio, &QAbstractButton::clicked, this, [this, each] {
            m_hasOwnEnvironment = true;
            m_environment = each;
            emit changed();
        });
    }
    right->addLayout(radios);
    row->addLayout(right, 1);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_hasOwnName = !m_name->text().isEmpty();
        emit changed();
    });
    return row;
}

void ConnectForm::setEnvironment(Environment environment)
{
    m_environment = environment;
    m_environments[int(environment)]->setChecked(true);
}

void ConnectForm::addressParsed()
{
    const Result<pg::Parameters> &parameters = m_address->parameters();
    const bool isWrong = !parameters && !m_address->isEmptyAddress();
    m_addressHint->setText(isWrong ? parameters.error().message : tr("The password goes into the system keychain, never into a file. Also accepts a pasted DATABASE_URL=… line or a whole .env."));
    m_addressHint->setTone(isWrong ? Tone::Crit : Tone::Text2);
    if (parameters)
        guess(*parameters);
    emit changed();
}

// Fills only what the user has not chosen.
void ConnectForm::guess(const pg::Parameters &parameters)
{
    m_advanced->setParameters(parameters);
    const QString host = QString::fromUtf8(parameters.value("host")), database = QString::fromUtf8(parameters.value("dbname"));
    if (!m_hasOwnName) {
        static const QStringList dull{QStringLiteral("postgres"), QStringLiteral("neondb"), QStringLiteral("defaultdb"), QString()};
        QString name = dull.contains(database) ? host.section(QLatin1Char('.'), 0, 0) : database;
        m_name->setText(name.toLower().replace(QRegularExpression(QStringLiteral("[^a-z0-9-]+")), QStringLiteral("-")));
    }
    if (!m_hasOwnEnvironment) {
        const QString all = host + database;
        setEnvironment(parameters.isLocal() ? Environment::Local : all.contains(QLatin1String("stag")) ? Environment::Staging : all.contains(QLatin1String("preview")) ? Environment::Preview : Environment::Production);
    }
}

Result<Deployment> ConnectForm::deployment() const
{
    if (m_address->isEmptyAddress())
        return failure(Error::Kind::Wrong, tr("Paste the address of a database first."));
    if (!m_address->parameters())
        return failure(m_address->parameters().error());
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return failure(Error::Kind::Wrong, tr("Give the deployment a name."));
    Deployment made = m_edited;
    made.name = m_edited.name.isEmpty() ? name.toLower().replace(QRegularExpression(QStringLiteral("[^a-z0-9-]+")), QStringLiteral("-")).remove(QRegularExpression(QStringLiteral("^-+"))) : m_edited.name;
    made.title = name;
    made.environment = m_environment;
    made.profile = profile() == Detect ? m_detected : profile();
    made.database = *m_address->parameters();
    m_advanced->apply(&made.database);
    made.database.password = {};
    made.sshTunnel = m_advanced->tunnel();
    made.secret = !m_secretOfFound.isEmpty() ? m_secretOfFound : m_advanced->secret();
    if (made.secret == QLatin1String("keychain") && password().isEmpty() && m_edited.name.isEmpty())
        made.secret = QStringLiteral("none");
    if (made.place.isEmpty())
        made.place = QString::fromUtf8(made.database.value("host"));
    return made;
}

Secret ConnectForm::password() const
{
    return m_address->parameters() ? m_address->parameters()->password : Secret();
}

void ConnectForm::edit(const Deployment &deployment)
{
    m_edited = deployment;
    m_hasOwnName = m_hasOwnEnvironment = true;
    m_address->setParameters(deployment.database);
    m_name->setText(deployment.title.isEmpty() ? deployment.name : deployment.title);
    setEnvironment(deployment.environment);
    setProfile(deployment.profile);
    m_advanced->setParameters(deployment.database);
    m_advanced->setTunnel(deployment.sshTunnel);
    m_advanced->setSecret(deployment.secret);
}

void ConnectForm::fill(const pg::Found &found)
{
    m_secretOfFound = found.source.endsWith(QLatin1String("pgpass")) ? QStringLiteral("pgpass") : QString();
    m_address->setParameters(found.parameters);
}

void ConnectForm::setFound(const QList<pg::Found> &found)
{
    auto *row = static_cast<QHBoxLayout *>(m_found->layout());
    while (QLayoutItem *item = row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_found->setVisible(!found.isEmpty());
    row->addWidget(new Label(tr("Found:"), Type::Cell, Tone::Text2));
    for (const pg::Found &each : found.first(std::min<qsizetype>(4, found.size()))) {
        auto *link = new Button(each.name, Button::Kind::Link);
        link->setToolTip(tr("%1, from %2").arg(each.parameters.text(), each.source));
        connect(link, &QPushButton::clicked, this, [this, each] { fill(each); });
        row->addWidget(link);
    }
    row->addStretch();
}

QString ConnectForm::profile() const { return m_profileList->current(); }
void ConnectForm::setProfile(const QString &id) { m_profileList->setCurrent(id); }

void ConnectForm::setDetected(const QString &id, const QString &says, State state)
{
    m_detected = id;
    m_profileList->setDetected(says, state);
}

void ConnectForm::toggleAdvanced()
{
    m_advanced->setVisible(m_advanced->isHidden());
}

} // namespace qd
