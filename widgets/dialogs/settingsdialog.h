#pragma once

#include "widgets/window/desk.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace qd {

class Label;
class Segments;

// Theme, text size, language, time zone, refreshing. Everything acts at once except the language,
// which is said to wait for the next start.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    // Languages as codes: "en", "de"; empty code is the system's.
    SettingsDialog(Desk *desk, const QStringList &languages, QWidget *parent = nullptr);

    Segments *theme() const { return m_theme; }
    QComboBox *textSize() const { return m_textSize; }
    QComboBox *language() const { return m_language; }
    QComboBox *zone() const { return m_zone; }
    QComboBox *refreshing() const { return m_refresh; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillChoices(const QStringList &languages);
    Desk *m_desk;
    Segments *m_theme;
    QComboBox *m_textSize, *m_language, *m_zone, *m_refresh;
    QCheckBox *m_still;
    Label *m_restart;
};

} // namespace qd
