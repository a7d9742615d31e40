#pragma once

#include <QString>

namespace qd {

// The text with everything that looks like a credential replaced by "•••": passwords in URLs
// and in key=value connection strings, Authorization headers, the key formats of the providers
// we know (sk-…, sk_live_…, gsk_…, sbp_…, JWTs, Slack hooks), and ?token=… parameters. It errs on
// the side of hiding. Applied before anything is logged, stored or shown from a foreign source.
QString redacted(const QString &text);

} // namespace qd
