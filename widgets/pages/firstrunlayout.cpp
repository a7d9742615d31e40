// How the first run is laid out, and its promises in words (true to DESIGN §1 and §4).

#include "widgets/pages/firstrunpage.h"

#include "widgets/controls/button.h"
#include "widgets/controls/codeview.h"
#include "widgets/controls/label.h"
#include "widgets/controls/panel.h"
#include "widgets/pages/addressfield.h"
#include "widgets/pages/connectform.h"
#include "widgets/pages/teststeps.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>

namespace qd {

namespace {

class PromiseIcon : public QWidget
{
public:
    explicit PromiseIcon(QString name) : m_name(std::move(name)) { setFixedSize(scaled(18), scaled(18)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_name, tokens().text);
    }

private:
    QString m_name;
};

QLayout *promise(const QString &iconName, const QString &title, const QString &words)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(new PromiseIcon(iconName), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(1);
    column->addWidget(new Label(title, Type::BodyBold));
    auto *says = new Label(words, Type::Cell, Tone::Text2);
    says->setWraps(true);
    column->addWidget(says);
    row->addLayout(column, 1);
    return row;
}

} // namespace

FirstRunPage::FirstRunPage(Desk *desk, QWidget *parent)
    : Page(desk, parent)
    , m_form(new ConnectForm(desk->profiles()))
    , m_steps(new TestSteps)
    , m_test(new Button(tr("Test")))
    , m_more(new Button(tr("More settings…")))
    , m_connect(new Button(tr("Connect read-only"), Button::Kind::Primary))
    , m_untested(new Button(tr("Connect without a test"), Button::Kind::Link))
    , m_demo(new Button(tr("Explore the demo")))
    , m_problem(new Label({}, Type::Cell, Tone::Crit))
    , m_demoSays(new Label({}, Type::Cell, Tone::Text2))
    , m_role(new CodeView)
{
    setAcceptDrops(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *all = new QWidget;
    all->setObjectName(QStringLiteral("scrolled"));
    auto *centred = new QHBoxLayout(all);
    centred->setContentsMargins(24, 28, 24, 20);
    centred->addStretch(1);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(new Label(tr("Welcome to Quarterdeck"), Type::Title));
    column->addWidget(new Label(tr("Cost, latency and errors of your AI deployments in one window."), Type::Body, Tone::Text2));
    column->addSpacing(14);
    auto *doors = new QHBoxLayout;
    doors->setSpacing(16);
    doors->addWidget(connectPanel(), 660);
    auto *right = new QVBoxLayout;
    right->setSpacing(14);
    right->addWidget(demoPanel());
    right->addWidget(promisesPanel(), 1);
    doors->addLayout(right, 444);
    column->addLayout(doors, 1);
    column->addStretch();
    centred->addLayout(column, 20);
    centred->addStretch(1);
    area->setWidget(all);
    outer->addWidget(area);
    connect(m_form, &ConnectForm::changed, this, [this] {
        m_mayConnect = false;
        showRoleSql();
        judge();
    });
    connect(m_test, &QPushButton::clicked, this, &FirstRunPage::test);
    connect(m_more, &QPushButton::clicked, m_form, &ConnectForm::toggleAdvanced);
    connect(m_connect, &QPushButton::clicked, this, &FirstRunPage::connectNow);
    connect(m_untested, &QPushButton::clicked, this, [this] {
        m_mayConnect = true;
        connectNow();
    });
    connect(m_demo, &QPushButton::clicked, this, &FirstRunPage::exploreDemo);
    connect(m_role, &CodeView::copied, this, &Page::copied);
    connect(m_steps, &TestSteps::copied, this, &Page::copied);
    QList<pg::Found> found = pg::fromServiceFile();
    found += pg::fromPasswordFile();
    if (!found.isEmpty())
        m_form->setFound(found);
    showRoleSql();
    judge();
}

QWidget *FirstRunPage::connectPanel()
{
    auto *panel = new Panel;
    auto *column = new QVBoxLayout;
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(2);
    column->addWidget(new Label(tr("Connect a deployment"), Type::Heading));
    column->addWidget(new Label(tr("Quarterdeck only reads your Postgres. Nothing is installed in it."), Type::Cell, Tone::Text2));
    column->addSpacing(12);
    column->addWidget(m_form);
    column->addSpacing(10);
    column->addWidget(m_steps);
    m_problem->setWraps(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addSpacing(16);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_test->setIconName(QStringLiteral("view-refresh"));
    m_connect->setIconName(QStringLiteral("object-locked"));
    row->addWidget(m_test);
    row->addWidget(m_untested);
    row->addStretch();
    row->addWidget(m_more);
    row->addWidget(m_connect);
    column->addLayout(row);
    panel->body()->addLayout(column);
    return panel;
}

QWidget *FirstRunPage::demoPanel()
{
    auto *panel = new Panel;
    auto *column = new QVBoxLayout;
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(2);
    column->addWidget(new Label(tr("Explore the demo"), Type::Heading));
    auto *says = new Label(tr("Deployments with 30 days of data and a few things gone wrong, on databases of its own that are started on this computer. It needs no network and touches nothing else."), Type::Cell, Tone::Text2);
    says->setWraps(true);
    column->addWidget(says);
    column->addSpacing(14);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    m_demo->setIconName(QStringLiteral("media-playback-start"));
    row->addWidget(m_demo);
    m_demoSays->setWraps(true);
    row->addWidget(m_demoSays, 1);
    column->addLayout(row);
    panel->body()->addLayout(column);
    return panel;
}

QWidget *FirstRunPage::promisesPanel()
{
    auto *panel = new Panel;
    auto *column = new QVBoxLayout;
    column->setContentsMargins(24, 18, 24, 14);
    column->setSpacing(10);
    column->addWidget(new Label(tr("What Quarterdeck does to your database"), Type::Heading));
    column->addLayout(promise(QStringLiteral("object-locked"), tr("Reads only"), tr("Every question is a read-only transaction of its own; nothing is set on the session. Acting needs an unlock that ends by itself after 10 minutes. Only a role that can only read makes it certain.")));
    column->addLayout(promise(QStringLiteral("speedometer"), tr("Stays small"), tr("At most two connections, no waiting behind locks, and under 1 % of one core after the first fill. The strip at the bottom always shows what it costs you.")));
    column->addLayout(promise(QStringLiteral("view-visible"), tr("What is kept on this computer"), tr("Timings, costs, counts and error texts always; chunk text and embeddings only when you take a retrieval snapshot. Passwords go to the keychain.")));
    column->addLayout(promise(QStringLiteral("view-calendar-list"), tr("Writes down what you do"), tr("Every unlock with its reason goes to a journal on this computer.")));
    column->addStretch(1);
    panel->body()->addLayout(column);
    panel->body()->addWidget(Panel::rule());
    auto *role = new QVBoxLayout;
    role->setContentsMargins(24, 10, 24, 16);
    role->setSpacing(6);
    role->addWidget(new Label(tr("No read-only role yet?"), Type::Cell, Tone::Text2));
    m_role->setMaximumLines(6);
    m_role->setAccessibleName(tr("SQL that makes a read-only role"));
    role->addWidget(m_role);
    panel->body()->addLayout(role);
    return panel;
}

} // namespace qd
