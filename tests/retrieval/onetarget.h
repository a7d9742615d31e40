#pragma once

// While it lives, Highway's kernels run on one instruction set only.
#include <hwy/targets.h>

namespace qd::test {

class OneTarget
{
public:
    explicit OneTarget(int64_t target)
    {
        hwy::SetSupportedTargetsForTest(target);
        hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    }
    ~OneTarget()
    {
        hwy::SetSupportedTargetsForTest(0);
        hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    }
    OneTarget(const OneTarget &) = delete;
    OneTarget &operator=(const OneTarget &) = delete;
};

} // namespace qd::test
