#include "widgets/pages/teststeps.h"

#include "widgets/controls/codeview.h"
#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include "core/format.h"

#include <QVBoxLayout>

namespace qd {

namespace {

class TestMark : public QWidget
{
public:
    explicit TestMark(Mark mark) : m_mark(mark)
    {
        setFixedSize(scaled(16), scaled(18));
        setAccessibleName(markWord(mark));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintMark(painter, QPointF(scaled(6), height() / 2.0), m_mark);
    }

private:
    Mark m_mark;
};

} // namespace

TestSteps::TestSteps(QWidget *parent) : QFrame(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(11, 9, 11, 9);
    m_rows->setSpacing(3);
    setAccessibleName(tr("Connection test"));
    hide();
}

void TestSteps::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_running = nullptr;
    m_count = 0;
    hide();
}

static QWidget *testRow(Mark mark, const QString &words, const QString &aside)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(new TestMark(mark), 0, Qt::AlignTop);
    auto *says = new Label(words, Type::Cell);
    says->setWraps(true);
    says->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(says, 1);
    line->addWidget(new Label(aside, Type::Small, Tone::Text3), 0, Qt::AlignTop);
    return row;
}

void TestSteps::showRunning(const QString &words)
{
    delete m_running;
    m_running = testRow(Mark::Running, words, {});
    m_rows->addWidget(m_running);
    show();
}

void TestSteps::add(const TestStep &step)
{
    const bool wasReached = step.check.state != State::Unknown || step.took.count() > 0;
    auto *row = testRow(wasReached ? markOf(step.check.state) : Mark::Skipped, tr("%1: %2").arg(step.check.title, step.check.says), step.took.count() > 0 ? format::duration(step.took) : QString());
    row->setToolTip(step.check.evidence);
    row->setAccessibleName(tr("%1: %2, %3").arg(step.check.title, stateWord(step.check.state), step.check.says));
    m_rows->insertWidget(m_running ? m_rows->indexOf(m_running) : m_rows->count(), row);
    ++m_count;
    if (!step.check.fix.isEmpty() && step.check.state != State::Ok)
        addNote(State::Unknown, {}, step.check.fix);
    show();
}

void TestSteps::addNote(State state, const QString &words, const QString &fix)
{
    const auto place = [this] { return m_running ? m_rows->indexOf(m_running) : m_rows->count(); };
    if (!words.isEmpty())
        m_rows->insertWidget(place(), testRow(markOf(state), words, {}));
    if (!fix.isEmpty()) {
        const bool isCode = fix.contains(QLatin1Char(';'));
        if (isCode) {
            auto *code = new CodeView;
            code->setMaximumLines(6);
            code->setCode(fix);
            connect(code, &CodeView::copied, this, &TestSteps::copied);
            m_rows->insertWidget(place(), code);
        } else {
            auto *says = new Label(fix, Type::Cell, Tone::Text2);
            says->setWraps(true);
            says->setContentsMargins(scaled(22), 0, 0, 2);
            m_rows->insertWidget(place(), says);
        }
    }
    show();
}

void TestSteps::showError(const Error &error)
{
    if (!error.isCancelled())
        addNote(State::Failing, error.message, error.detail);
}

void TestSteps::endRunning()
{
    delete m_running;
    m_running = nullptr;
}

void TestSteps::addAction(QWidget *button)
{
    m_rows->addWidget(button, 0, Qt::AlignLeft);
    show();
}

void TestSteps::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), tokens().inset, tokens().border, 4);
}

} // namespace qd
