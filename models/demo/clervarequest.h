#pragma once

// One request to Clerva, step by step. Internal to clerva.cpp.

#include "demo/random.h"
#include "demo/story.h"
#include "demo/system.h"
#include "demo/trace.h"

namespace qd::demo {

struct ClervaUser
{
    QByteArray id, kind;
    double slowness = 1; // of retrieval: users with many chunks wait longer
};

struct ClervaModel
{
    const char *name;
    const char *provider;
    double weight;                       // share of answers
    double first, perThousandIn, perOut; // milliseconds
    bool caches;
};

struct ClervaTool
{
    const char *name;
    double weight;
    double ownMs, spread;  // its own work, median
    bool retrieves = false;
    bool asksModel = false;
    double promptFactor = 1, answerFactor = 1;
};

struct ClervaError
{
    const char *message; // %n a number, %u an id, %m the model
    const char *code;
    int httpStatus;
    bool inStream;
    double weight;
    enum class Where { Model, Stream, Tool, Function } where;
    const char *only;    // provider or tool it happens with; empty: any
    double lengthMs;     // 0: at once
};

std::span<const ClervaModel> clervaModels();
std::span<const ClervaTool> clervaTools(); // the first is "no tool"

class ClervaRequest
{
public:
    ClervaRequest(const Story &story, Random &random, const ClervaUser &user, const Arrival &arrival);

    // An ordinary request; a summary that a faulty client sends again and again, each time billed.
    void play();
    void playRetryStorm(int attempts);
    void appendTo(std::vector<Row> &rows) const;

private:
    struct Failure
    {
        QByteArray message, code;
        int httpStatus = 500;
        bool inStream = false;
    };
    struct Call
    {
        QByteArray kind, tool, model;
        qint64 startMs = 0, lengthMs = 0;
        std::optional<qint64> in, out, cached;
        std::optional<qint64> matchCount;
        std::optional<Failure> failure;
        QByteArray span, parent;
        bool isRequest = false;
    };

    Call &begin(const char *kind, const QByteArray &parent);
    bool askModel(const ClervaModel &model, qint64 context, qint64 out, const QByteArray &parent);
    bool retrieve(const QByteArray &parent);
    bool useTool();
    bool failed(const Failure &failure);
    Failure failureFrom(const ClervaError &error, const QByteArray &model);
    const ClervaError *drawError(ClervaError::Where where, const char *model, const char *provider);
    bool isAfter(const std::optional<Instant> &moment) const;
    QByteArray line(const Call &call, qint64 endUs) const;

    const Story &m_story;
    Random &m_random;
    const ClervaUser &m_user;
    const Arrival &m_arrival;
    const ClervaTool *m_tool = nullptr;
    const ClervaModel *m_model = nullptr;
    QByteArray m_trace, m_root;
    qint64 m_startUs = 0, m_nowMs = 0; // since the start of the request
    std::vector<Call> m_calls;
    std::optional<Failure> m_failure;
};

} // namespace qd::demo
