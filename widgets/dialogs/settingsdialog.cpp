#include "widgets/dialogs/settingsdialog.h"

#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/refreshcontrol.h"

#include "core/format.h"
#include "core/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLocale>
#include <QPainter>

namespace qd {

static const Setting<bool> settingsReducedMotion{"look/reducedMotion", false};

SettingsDialog::SettingsDialog(Desk *desk, const QStringList &languages, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_theme(new Segments(tr("Theme")))
    , m_textSize(new QComboBox)
    , m_language(new QComboBox)
    , m_zone(new QComboBox)
    , m_refresh(new QComboBox)
    , m_still(new QCheckBox(tr("Nothing moves: words instead of motion")))
    , m_restart(new Label(tr("The language changes at the next start."), Type::Small, Tone::Text3))
{
    setWindowTitle(tr("Settings"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(23, 20, 23, 20);
    column->setSpacing(14);
    column->addWidget(new Label(tr("Settings"), Type::Heading));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(18);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeft);
    const auto row = [form](const QString &name, QWidget *field) {
        auto *label = new Label(name, Type::Body, Tone::Text2);
        label->setBuddy(field);
        field->setAccessibleName(name);
        form->addRow(label, field);
    };
    row(tr("Theme"), m_theme);
    row(tr("Text size"), m_textSize);
    row(tr("Language"), m_language);
    form->addRow(QString(), m_restart);
    row(tr("Time zone"), m_zone);
    row(tr("Refresh"), m_refresh);
    form->addRow(QString(), m_still);
    column->addLayout(form);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    auto *close = new Button(tr("Close"), Button::Kind::Primary);
    foot->addWidget(close);
    column->addLayout(foot);
    m_restart->hide();
    fillChoices(languages);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_theme, &Segments::chosen, this, [](const QString &key) { Theme::instance().setMode(Theme::modeFromKey(key)); });
    connect(m_textSize, &QComboBox::activated, this, [this] { Theme::instance().setTextPercent(m_textSize->currentData().toInt()); });
    connect(m_language, &QComboBox::activated, this, [this] {
        settings::Language.set(m_language->currentData().toString());
        m_restart->show();
    });
    connect(m_zone, &QComboBox::activated, this, [this] { m_desk->setZone(QTimeZone(m_zone->currentData().toByteArray())); });
    connect(m_refresh, &QComboBox::activated, this, [this] { m_desk->setRefreshSeconds(m_refresh->currentData().toInt()); });
    connect(m_still, &QCheckBox::toggled, this, [](bool isStill) {
        settingsReducedMotion.set(isStill);
        Theme::instance().setHasMotion(!isStill);
    });
}

void SettingsDialog::fillChoices(const QStringList &languages)
{
    m_theme->add(QStringLiteral("system"), tr("System"));
    m_theme->add(QStringLiteral("light"), tr("Light"));
    m_theme->add(QStringLiteral("dark"), tr("Dark"));
    m_theme->setCurrent(Theme::keyOf(Theme::instance().mode()));
    for (int percent = 90; percent <= 150; percent += 10)
        m_textSize->addItem(format::percent(percent / 100.0), percent);
    m_textSize->setCurrentIndex(m_textSize->findData(Theme::instance().textPercent()));
    m_language->addItem(tr("As the system"), QString());
    for (const QString &code : languages) {
        const QString own = QLocale(code).nativeLanguageName();
        m_language->addItem(own.isEmpty() ? code : own.left(1).toUpper() + own.mid(1), code);
    }
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings::Language.value())));
    const QByteArray current = m_desk->zone().id();
    QList<QByteArray> zones{"UTC", QTimeZone::systemTimeZoneId(), current, "Europe/Berlin", "Europe/London", "America/New_York", "America/Los_Angeles", "Asia/Kolkata", "Asia/Tokyo", "Australia/Sydney"};
    for (const QByteArray &zone : std::as_const(zones)) {
        if (!zone.isEmpty() && m_zone->findData(zone) < 0)
            m_zone->addItem(QString::fromLatin1(zone), zone);
    }
    m_zone->setCurrentIndex(m_zone->findData(current));
    for (const int seconds : {10, 30, 60, 300, 0})
        m_refresh->addItem(seconds ? tr("Every %1").arg(RefreshControl::intervalText(seconds)) : tr("Only when asked"), seconds);
    m_refresh->setCurrentIndex(m_refresh->findData(m_desk->refreshSeconds()));
    m_still->setChecked(!Theme::instance().hasMotion());
}

void SettingsDialog::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().surface);
}

} // namespace qd
