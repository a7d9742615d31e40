#include "core/log.h"

#include "core/redact.h"

#include <QDir>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace qd::log {

static std::string text(const QString &message)
{
    return redacted(message).toStdString();
}

static void qtMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // The offscreen platform says this at every start; its category cannot be switched off.
    if (message.contains(QLatin1String("propagateSizeHints")))
        return;
    constexpr auto level = [](QtMsgType qtType) {
        switch (qtType) {
        case QtDebugMsg: return spdlog::level::debug;
        case QtInfoMsg: return spdlog::level::info;
        case QtWarningMsg: return spdlog::level::warn;
        default: return spdlog::level::err;
        }
    };
    spdlog::log(level(type), "{}: {}", context.category ? context.category : "qt", text(message));
}

void start(const QString &folder)
{
    QDir().mkpath(folder);
    std::vector<spdlog::sink_ptr> sinks;
    try {
        sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>((folder + QStringLiteral("/quarterdeck.log")).toStdString(), 5 << 20, 3));
    } catch (const spdlog::spdlog_ex &) {
        // A full disk or a folder we may not write to must not stop the program.
    }
    const spdlog::sink_ptr terminal = std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
    terminal->set_level(spdlog::level::warn);
    sinks.push_back(terminal);
    spdlog::set_default_logger(std::make_shared<spdlog::logger>("quarterdeck", sinks.begin(), sinks.end()));
    spdlog::flush_on(spdlog::level::warn);
    qInstallMessageHandler(qtMessage);
}

void info(const QString &message) { spdlog::info("{}", text(message)); }
void warning(const QString &message) { spdlog::warn("{}", text(message)); }
void error(const QString &message) { spdlog::error("{}", text(message)); }

} // namespace qd::log
