#include "demo/sequence.h"

#include "core/async.h"

namespace qd::demo {

namespace {

struct SequenceRun
{
    Answer<> answer;
    QList<Step> steps;
    qsizetype next = 0;
};

void advance(QObject *context, const std::shared_ptr<SequenceRun> &sequence)
{
    if (sequence->next == sequence->steps.size())
        return sequence->answer.give({});
    whenAnswered(sequence->steps.at(sequence->next++)(), context, [context, sequence](const Result<> &result) {
        if (!result)
            return sequence->answer.give(result);
        advance(context, sequence);
    });
}

struct JoinRun
{
    Answer<> answer;
    qsizetype open = 0;
    bool isAnswered = false;
};

} // namespace

Reply<> inOrder(QObject *context, QList<Step> steps)
{
    const auto sequence = std::make_shared<SequenceRun>();
    sequence->steps = std::move(steps);
    const Reply<> reply = sequence->answer.reply();
    advance(context, sequence);
    return reply;
}

Reply<> together(QObject *context, const QList<Reply<>> &replies)
{
    if (replies.isEmpty())
        return ready<void>({});
    const auto join = std::make_shared<JoinRun>();
    join->open = replies.size();
    const Reply<> reply = join->answer.reply();
    for (const Reply<> &each : replies) {
        whenAnswered(each, context, [join](const Result<> &result) {
            --join->open;
            if (join->isAnswered || (result && join->open > 0))
                return;
            join->isAnswered = true;
            join->answer.give(result);
        });
    }
    return reply;
}

} // namespace qd::demo
