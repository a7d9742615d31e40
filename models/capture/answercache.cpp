#include "capture/answercache.h"

#include "core/format.h"
#include "providers/upstash.h"

namespace qd::capture {

namespace {

CacheLook miss(CacheLook look)
{
    look.state = CacheLook::State::Miss;
    look.sentence = AnswerCache::tr("The cache in front holds no answer to this question, so production searches.");
    return look;
}

CacheLook hit(CacheLook look, const providers::CachedValue &found, std::chrono::milliseconds kept)
{
    look.state = CacheLook::State::Hit;
    look.value = found.value;
    look.expiresIn = found.expiresIn;
    if (look.expiresIn && *look.expiresIn <= kept)
        look.age = kept - *look.expiresIn;
    look.sentence = look.age ? AnswerCache::tr("Users get an answer that was kept %1 ago, without a search, for another %2.").arg(format::duration(*look.age), format::duration(*look.expiresIn))
        : look.expiresIn     ? AnswerCache::tr("Users get an answer that was kept before, without a search, for another %1.").arg(format::duration(*look.expiresIn))
                             : AnswerCache::tr("Users get an answer that was kept before, without a search; it never expires.");
    return look;
}

} // namespace

QString cacheKeyOf(const AnswerCacheFacts &facts, const SearchInput &input)
{
    // One pass, so that a question which contains "{user}" stays what it is.
    QString key;
    const QString &pattern = facts.key;
    for (qsizetype at = 0; at < pattern.size();) {
        const auto takes = [&](QLatin1String placeholder, const QString &value) {
            if (!QStringView(pattern).sliced(at).startsWith(placeholder))
                return false;
            key += value;
            at += placeholder.size();
            return true;
        };
        if (!takes(QLatin1String("{text}"), input.text) && !takes(QLatin1String("{user}"), input.user.value_or(QString())) && !takes(QLatin1String("{limit}"), input.limit ? QString::number(*input.limit) : QString()))
            key += pattern[at++];
    }
    return key;
}

AnswerCache::AnswerCache(Deployment deployment, const RetrievalSearch &search, SecretStore *secrets, QObject *parent)
    : QObject(parent)
    , m_deployment(std::move(deployment))
    , m_facts(search.cache)
    , m_secrets(secrets)
{
}

AnswerCache::~AnswerCache() = default;

Reply<CacheLook> AnswerCache::look(const SearchInput &input)
{
    CacheLook look;
    if (m_facts.key.isEmpty())
        return ready<CacheLook>(look);
    look.key = cacheKeyOf(m_facts, input);
    look.isSharedByUsers = !m_facts.key.contains(QLatin1String("{user}"));
    const QString base = m_deployment.providers.value(QStringLiteral("upstash.base"));
    if (base.isEmpty()) {
        look.state = CacheLook::State::NotAsked;
        look.sentence = tr("Production keeps answers in a cache that is not connected here, so a user may see an older answer than this. Set upstash.base and upstash.secret to look into it.");
        return ready<CacheLook>(look);
    }
    const Answer<CacheLook> answer;
    if (m_upstash) {
        ask(answer, look);
        return answer.reply();
    }
    const QString reference = m_deployment.providers.value(QStringLiteral("upstash.secret"), QStringLiteral("keychain"));
    whenAnswered(m_secrets->read(reference, QStringLiteral("deployment/%1/upstash").arg(m_deployment.name)), this, [this, answer, look, base](Result<Secret> token) {
        if (!token)
            return answer.give(failure(token.error()));
        if (!m_upstash)
            m_upstash = std::make_unique<providers::Upstash>(QUrl(base), *token);
        ask(answer, look);
    });
    return answer.reply();
}

void AnswerCache::ask(const Answer<CacheLook> &answer, const CacheLook &look)
{
    whenAnswered(m_upstash->get(look.key), this, [answer, look, kept = std::chrono::milliseconds(std::chrono::seconds(m_facts.keptSeconds))](Result<std::optional<providers::CachedValue>> found) {
        if (!found)
            return answer.give(failure(found.error()));
        answer.give(*found ? hit(look, **found, kept) : miss(look));
    });
}

} // namespace qd::capture
