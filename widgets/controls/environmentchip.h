#pragma once

#include "deployments/deployment.h"

#include <QAbstractButton>
#include <QTimer>

#include <chrono>
#include <optional>

namespace qd {

// "PRODUCTION · read-only" with a closed lock; a click asks to unlock. Unlocked it is filled and
// counts down: "PRODUCTION open 8:42". Without a deployment: "not connected", dashed.
class EnvironmentChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit EnvironmentChip(QWidget *parent = nullptr);

    void showNone();
    void showLocked(Environment environment);
    void showOpen(Environment environment, std::chrono::seconds remaining);
    void setIconOnly(bool iconOnly);
    QString words() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {scaledWidth(), sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int scaledWidth() const;
    void changed();
    std::optional<Environment> m_environment;
    std::optional<std::chrono::seconds> m_remaining;
    bool m_iconOnly = false;
};

// The deployment that is looked at: stripe in the colour of its environment, name, place.
class DeploymentSwitcher : public QAbstractButton
{
    Q_OBJECT

public:
    explicit DeploymentSwitcher(QWidget *parent = nullptr);
    void setDeployment(const Deployment *deployment);
    void setIconOnly(bool iconOnly);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title, m_place;
    std::optional<Environment> m_environment;
    bool m_iconOnly = false;
};

// "PRODUCTION": translated and in capitals.
QString environmentCapitals(Environment environment);

} // namespace qd
