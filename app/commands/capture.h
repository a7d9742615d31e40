#pragma once

#include "app/application.h"
#include "app/commands/command.h"

#include <QElapsedTimer>
#include <QSize>
#include <QTimer>

namespace qd {
class MainWindow;
}

namespace qd::app {

// Writes pages as pictures: the real window, offscreen, once its data has been read.
class Capture : public Command
{
    Q_OBJECT

public:
    Capture(const CommandLine &line, const Terminal &terminal, const Clock &clock);
    ~Capture() override;
    void start() override;

private:
    Result<> understand();
    void waitForData();
    bool isReady() const;
    void take();
    void next();
    void settle();
    void write();

    struct Picture
    {
        QString page, theme;
    };
    QList<Picture> m_left;
    QStringList m_written;
    int m_turns = 0;

    QString m_folder;
    QStringList m_themes;
    QSize m_size{1440, 900};
    std::chrono::milliseconds m_wait{120'000};
    std::unique_ptr<Application> m_application;
    std::unique_ptr<MainWindow> m_window;
    Latest m_beginning{this};
    QTimer m_poll;
    QElapsedTimer m_waited;
};

} // namespace qd::app
