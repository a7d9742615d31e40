#include "deployments/proposal.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace qd {

namespace {

struct ProposalWords
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

class Guess
{
public:
    explicit Guess(const CandidateTable &candidate) : m_candidate(candidate) {}

    std::optional<Proposal> proposal()
    {
        const ColumnPlace *id = identityOf(m_candidate), *time = bestPlace(m_candidate, Meaning::Time);
        if (!id || !time)
            return {};
        m_source.schema = m_candidate.schema;
        m_source.table = m_source.name = m_candidate.table;
        m_source.id = id->field();
        m_source.idIsMonotone = id->counts && id->category == u'N';
        m_source.time = time->field();
        if (time->base == u"timestamp") {
            m_source.timeZone = QStringLiteral("UTC");
            m_remarks << ProposalWords::tr("%1 has no time zone; UTC is assumed.").arg(time->column);
        }
        mapNames();
        mapLatency();
        mapTokensAndCost();
        mapOutcome(id);
        mapKinds();
        return judged(id, time);
    }

private:
    void map(Field TelemetrySource::*field, Meaning meaning)
    {
        if (const ColumnPlace *place = bestPlace(m_candidate, meaning))
            m_source.*field = place->field();
    }

    void mapNames()
    {
        map(&TelemetrySource::model, Meaning::Model);
        map(&TelemetrySource::tool, Meaning::Tool);
        map(&TelemetrySource::user, Meaning::User);
        map(&TelemetrySource::userKind, Meaning::UserKind);
        map(&TelemetrySource::trace, Meaning::Trace);
        if (!m_source.trace.isMapped())
            for (const ColumnPlace &place : m_candidate.places) // auditSessionId
                if (place.path.isEmpty() && place.name.endsWith(QStringLiteral("_session_id")))
                    m_source.trace = place.field();
        if (m_source.trace == m_source.id)
            m_source.trace = {};
    }

    void mapLatency()
    {
        if (const ColumnPlace *place = bestPlace(m_candidate, Meaning::Latency)) {
            m_source.latencyMs = place->field();
            m_source.latencyMs.scale = millisecondsPerUnit(*place);
            return;
        }
        const ColumnPlace *end = bestPlace(m_candidate, Meaning::End), *start = bestPlace(m_candidate, Meaning::Start);
        const QString from = start ? start->column : m_source.time.column;
        if (end && end->column != from) {
            m_source.latencyMs = end->field();
            m_source.latencyMs.minus = from;
            m_remarks << ProposalWords::tr("Latency is the time from %1 to %2.").arg(from, end->column);
        }
    }

    // Half of all sampled model calls below 120 with fractions are seconds; whole numbers are milliseconds.
    double millisecondsPerUnit(const ColumnPlace &place)
    {
        if (const double stated = unitOf(place.name); stated > 0)
            return stated;
        QList<double> values;
        bool hasFractions = false;
        for (const QString &text : place.values) {
            bool ok = false;
            const double value = text.toDouble(&ok);
            if (!ok || value <= 0)
                continue;
            values << value;
            hasFractions = hasFractions || value != std::floor(value);
        }
        std::sort(values.begin(), values.end());
        const double median = values.isEmpty() ? 0 : values[values.size() / 2];
        if (values.size() >= 3 && median < 120 && (hasFractions || median < 20)) {
            m_remarks << ProposalWords::tr("%1 looks like seconds: half of the sampled values are below %2.").arg(place.field().text()).arg(median, 0, 'g', 3);
            return 1000;
        }
        m_remarks << (values.size() >= 3 ? ProposalWords::tr("%1 looks like milliseconds: half of the sampled values are above %2.").arg(place.field().text()).arg(median, 0, 'g', 4)
                                         : ProposalWords::tr("Nothing says in which unit %1 is; milliseconds are assumed.").arg(place.field().text()));
        return 1;
    }

    void mapTokensAndCost()
    {
        map(&TelemetrySource::tokensIn, Meaning::TokensIn);
        map(&TelemetrySource::tokensOut, Meaning::TokensOut);
        map(&TelemetrySource::tokensTotal, Meaning::TokensTotal);
        if (const ColumnPlace *cached = bestPlace(m_candidate, Meaning::TokensCached)) {
            m_source.tokensCached = cached->field();
            // Anthropic's names: counted beside the input, not inside it.
            m_source.cachedInsideInput = !cached->name.contains(QStringLiteral("cache_read"));
        }
        if (const ColumnPlace *written = bestPlace(m_candidate, Meaning::TokensCacheWrite)) {
            m_source.tokensCacheWrite = written->field();
            m_source.cachedInsideInput = false;
        }
        if (m_source.tokensCached.isMapped())
            m_remarks << (m_source.cachedInsideInput ? ProposalWords::tr("Cached tokens are taken to be part of the input.")
                                                     : ProposalWords::tr("Cached tokens are taken to be counted beside the input."));
        map(&TelemetrySource::costUsd, Meaning::CostUsd);
        if (!m_source.costUsd.isMapped()) {
            map(&TelemetrySource::costCents, Meaning::CostCents);
            if (m_source.costCents.isMapped())
                m_remarks << ProposalWords::tr("%1 is in cents.").arg(m_source.costCents.text());
        }
    }

    void mapOutcome(const ColumnPlace *id)
    {
        map(&TelemetrySource::parentSpan, Meaning::ParentSpan);
        map(&TelemetrySource::span, Meaning::Span);
        if (m_source.parentSpan.isMapped() && !m_source.span.isMapped())
            m_source.span = id->field();
        map(&TelemetrySource::errorMessage, Meaning::ErrorMessage);
        map(&TelemetrySource::errorCode, Meaning::ErrorCode);
        map(&TelemetrySource::httpStatus, Meaning::HttpStatus);
        map(&TelemetrySource::inStream, Meaning::InStream);
        if (const ColumnPlace *success = bestPlace(m_candidate, Meaning::Success)) {
            m_source.success = success->field();
        } else if (const ColumnPlace *failed = bestPlace(m_candidate, Meaning::Failed)) {
            m_source.status = failed->field();
            m_source.errorStatuses = {QStringLiteral("true")};
        } else if (const ColumnPlace *status = bestPlace(m_candidate, Meaning::Status)) {
            mapStatus(*status);
        }
    }

    void mapStatus(const ColumnPlace &status)
    {
        for (const QString &value : status.values)
            if (meansFailure(value) && !m_source.errorStatuses.contains(value))
                m_source.errorStatuses << value;
        if (m_source.errorStatuses.isEmpty()) {
            const bool isUpper = !status.values.isEmpty() && status.values.first() == status.values.first().toUpper();
            m_source.errorStatuses = isUpper ? QStringList{QStringLiteral("ERROR"), QStringLiteral("FAILED"), QStringLiteral("FAILURE")}
                                             : QStringList{QStringLiteral("error"), QStringLiteral("failed"), QStringLiteral("failure")};
            m_remarks << ProposalWords::tr("No failed row was seen; %1 is taken to mean one.").arg(m_source.errorStatuses.join(QStringLiteral(", ")));
        }
        m_source.status = status.field();
    }

    void mapKinds()
    {
        const ColumnPlace *kind = bestPlace(m_candidate, Meaning::Kind);
        if (!kind)
            return;
        QStringList kinds = kind->values;
        kinds.removeDuplicates();
        if (kinds.size() > 16) // free text, not a kind
            return;
        m_source.kind = kind->field();
        QStringList requests, inputs, outputs, tools;
        static const QRegularExpression request(QStringLiteral("completion|generation|request|chat|query|^user$|answer"), QRegularExpression::CaseInsensitiveOption),
            input(QStringLiteral("^(user|system|function|tool|human|developer)$"), QRegularExpression::CaseInsensitiveOption),
            output(QStringLiteral("^(assistant|ai|model)$"), QRegularExpression::CaseInsensitiveOption),
            tool(QStringLiteral("tool|function"), QRegularExpression::CaseInsensitiveOption);
        for (const QString &word : std::as_const(kinds)) {
            if (request.match(word).hasMatch())
                requests << word;
            if (input.match(word).hasMatch())
                inputs << word;
            else if (output.match(word).hasMatch())
                outputs << word;
            if (tool.match(word).hasMatch())
                tools << word;
        }
        if (!requests.isEmpty() && requests.size() < kinds.size()) {
            m_source.requestKinds = requests;
            m_remarks << ProposalWords::tr("Rows of kind %1 are taken to be requests.").arg(requests.join(QStringLiteral(", ")));
        }
        if (m_source.tool.isMapped())
            m_source.toolKinds = tools;
        if (m_source.tokensTotal.isMapped() && !m_source.tokensIn.isMapped() && !inputs.isEmpty() && !outputs.isEmpty()) {
            m_source.inputKinds = inputs;
            m_source.outputKinds = outputs;
        }
    }

    std::optional<Proposal> judged(const ColumnPlace *id, const ColumnPlace *time)
    {
        const bool hasTokens = m_source.tokensIn.isMapped() || m_source.tokensOut.isMapped() || m_source.tokensTotal.isMapped();
        const bool hasCost = m_source.costUsd.isMapped() || m_source.costCents.isMapped();
        const bool isNamed = namesTelemetry(comparableName(m_candidate.table));
        const int signs = int(m_source.model.isMapped()) + int(hasTokens) + int(hasCost) + int(m_source.latencyMs.isMapped());
        // Orders have a cost and cars a model: without tokens or a telling name it takes three signs.
        if (signs == 0 || signs + int(isNamed) < 2 || !(hasTokens || isNamed || signs >= 3))
            return {};

        Proposal proposal;
        proposal.score = 0.15 + 0.2 * m_source.model.isMapped() + (m_source.tokensIn.isMapped() && m_source.tokensOut.isMapped() ? 0.2 : hasTokens ? 0.12 : 0)
            + 0.2 * hasCost + 0.15 * m_source.latencyMs.isMapped() + 0.05 * (m_source.success.isMapped() || m_source.status.isMapped()) + 0.05 * isNamed;
        if (namesSummary(comparableName(m_candidate.table)))
            proposal.score -= 0.3;
        if (m_candidate.rows && *m_candidate.rows == 0)
            proposal.score -= 0.05;
        proposal.score = std::clamp(proposal.score, 0.0, 1.0);
        if (proposal.score < 0.25)
            return {};

        QStringList has{time->column};
        for (const Field *field : {&m_source.model, &m_source.latencyMs, &m_source.tokensIn, &m_source.tokensOut, &m_source.tokensTotal, &m_source.costUsd, &m_source.costCents})
            if (field->isMapped())
                has << field->text();
        QStringList says{ProposalWords::tr("It has %1.").arg(has.join(QStringLiteral(", ")))};
        says << m_remarks;
        if (!m_source.idIsMonotone && !time->leadsIndex)
            says << ProposalWords::tr("No index begins with %1 yet.").arg(time->column);
        if (!id->isPrimary && !id->isUnique)
            says << ProposalWords::tr("Nothing makes %1 unique.").arg(id->column);
        if (!m_candidate.mayRead)
            says << ProposalWords::tr("This role may not read it.");
        else if (!m_candidate.notSampled.isEmpty())
            says << m_candidate.notSampled;
        else
            says << (m_candidate.sampled > 0 ? ProposalWords::tr("%n row(s) were looked at.", nullptr, m_candidate.sampled)
                                       : ProposalWords::tr("It has no rows yet, so this is a guess from names alone."));
        proposal.source = m_source;
        proposal.because = says.join(u' ');
        return proposal;
    }

    const CandidateTable &m_candidate;
    TelemetrySource m_source;
    QStringList m_remarks;
};

} // namespace

std::optional<Proposal> proposalFrom(const CandidateTable &candidate)
{
    return Guess(candidate).proposal();
}

} // namespace qd
