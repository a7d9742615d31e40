#pragma once

#include "core/check.h"
#include "deployments/profile.h"

#include <QListWidget>

namespace qd {

// "Detect from the schema", then every profile with its summary; one is chosen.
class ProfileList : public QListWidget
{
    Q_OBJECT

public:
    explicit ProfileList(const Profiles &profiles, QWidget *parent = nullptr);
    QString current() const; // empty: detect
    void setCurrent(const QString &id);
    void setDetected(const QString &says, qd::State state);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

signals:
    void picked(const QString &id);
};

} // namespace qd
