#pragma once

#include "app/commands/command.h"
#include "app/commands/subject.h"
#include "deployments/connectiontest.h"

namespace qd::app {

// test NAME: connects step by step and says of each how it went, how long it took and what to do.
class Test : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void run(Deployment deployment, const Secret &password);
    void print(const TestStep &step) const;

    std::unique_ptr<Subject> m_subject;
    std::unique_ptr<ConnectionTest> m_test;
    Latest m_step{this};
};

} // namespace qd::app
