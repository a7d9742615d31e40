#pragma once

// The level in front of production's search: many applications keep an answer for a while and give it out
// again without asking the database. What a search finds now is then not what a user sees. This looks
// whether such an answer is there, and for how long still; it changes nothing.

#include "capture/searchcall.h"
#include "core/async.h"
#include "deployments/deployment.h"
#include "deployments/secrets.h"

#include <QObject>

#include <memory>

namespace qd::providers {
class Upstash;
}

namespace qd::capture {

struct CacheLook
{
    // None: the profile knows of no cache. NotAsked: of one, but not how to reach it.
    enum class State { None, NotAsked, Miss, Hit };
    State state = State::None;
    QString key;             // that was looked for
    QByteArray value;        // of a hit, as it is kept
    std::optional<std::chrono::milliseconds> expiresIn, age; // of a hit; age as far as the profile says how long answers are kept
    bool isSharedByUsers = false; // the key does not tell users apart
    QString sentence;        // what that means; empty for None
};

// The key of a question: {text}, {user} and {limit} in the pattern are replaced.
QString cacheKeyOf(const AnswerCacheFacts &facts, const SearchInput &input);

class AnswerCache : public QObject
{
    Q_OBJECT

public:
    // The deployment's settings upstash.base and upstash.secret say where; `search` has the pattern.
    AnswerCache(Deployment deployment, const RetrievalSearch &search, SecretStore *secrets, QObject *parent = nullptr);
    ~AnswerCache() override;

    Reply<CacheLook> look(const SearchInput &input);

private:
    void ask(const Answer<CacheLook> &answer, const CacheLook &look);

    Deployment m_deployment;
    AnswerCacheFacts m_facts;
    SecretStore *m_secrets;
    std::unique_ptr<providers::Upstash> m_upstash;
};

} // namespace qd::capture
