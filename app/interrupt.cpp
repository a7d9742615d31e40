#include "app/interrupt.h"

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace qd::app {

namespace {

int interruptSockets[2] = {-1, -1};
constexpr int InterruptSignals[] = {SIGINT, SIGTERM, SIGHUP};

// Only what is safe inside a signal handler.
void onInterrupt(int number)
{
    const char byte = 1;
    const ssize_t written = ::write(interruptSockets[0], &byte, 1);
    (void)written;
    ::signal(number, SIG_DFL);
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, interruptSockets) != 0)
        return;
    m_notifier = new QSocketNotifier(interruptSockets[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte;
        while (::read(interruptSockets[1], &byte, 1) == 1) { }
        emit requested();
    });
    for (const int number : InterruptSignals)
        ::signal(number, onInterrupt);
}

Interrupt::~Interrupt()
{
    for (const int number : InterruptSignals)
        ::signal(number, SIG_DFL);
    delete m_notifier;
    for (int &socket : interruptSockets) {
        if (socket >= 0)
            ::close(std::exchange(socket, -1));
    }
}

} // namespace qd::app
