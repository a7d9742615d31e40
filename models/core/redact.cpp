#include "core/redact.h"

#include <QRegularExpression>

namespace qd {

QString redacted(const QString &text)
{
    struct Rule
    {
        QRegularExpression pattern;
        QString replacement;
    };
    static const QString dots = QStringLiteral("•••");
    static const auto rule = [](const char *pattern, const QString &replacement) {
        return Rule{QRegularExpression(QLatin1String(pattern), QRegularExpression::CaseInsensitiveOption), replacement};
    };
    static const QList<Rule> rules = {
        rule(R"(([a-z][a-z0-9+.-]*://[^\s:/@]*):[^\s@]+@)", QStringLiteral("\\1:") + dots + QLatin1Char('@')),
        rule(R"(\b((?:pg|ssl)?password|passwd|pwd|sslkeypassword)(\s*[=:]\s*)('(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.)*"|[^\s,;&}]+))", QStringLiteral("\\1\\2") + dots),
        rule(R"(\b((?:proxy-)?authorization|x-api-key|api-key|apikey|cookie|set-cookie)(["']?\s*[:=]\s*["']?)(?:(?:bearer|basic|token)\s+)?[^\s"',;]+)", QStringLiteral("\\1\\2") + dots),
        rule(R"(\bbearer\s+[a-z0-9._~+/=-]{8,})", QStringLiteral("Bearer ") + dots),
        rule(R"(([?&](?:[a-z_]*token|[a-z_]*key|secret|signature|sig|password)=)[^&\s#"']+)", QStringLiteral("\\1") + dots),
        rule(R"(\b(?:[a-z0-9_]*(?:secret|token|_key))(=)(\S{6,}))", QStringLiteral("secret=") + dots),
        rule(R"(\beyJ[a-z0-9_-]{8,}\.[a-z0-9_-]{8,}\.[a-z0-9_-]*)", dots),
        rule(R"(\b(?:sk|pk|rk|whsec)[-_][a-z0-9_-]{10,})", dots),
        rule(R"(\b(?:gsk|sbp|ghp|gho|ghs|pat|xox[abpr]|sntrys|pa|vercel|napi|sb_secret|sb_publishable)[-_][a-z0-9_-]{10,})", dots),
        rule(R"((hooks\.slack\.com/services/)[^\s"']+)", QStringLiteral("\\1") + dots),
    };
    QString clean = text;
    for (const Rule &r : rules)
        clean.replace(r.pattern, r.replacement);
    return clean;
}

} // namespace qd
