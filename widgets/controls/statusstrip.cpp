#include "widgets/controls/statusstrip.h"

#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include "core/format.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace qd {

namespace {

class StripBar : public QWidget
{
public:
    explicit StripBar(int width)
    {
        setFixedSize(width, scaled(14));
    }
    void setFill(std::optional<double> fill, Tone tone)
    {
        m_fill = fill;
        m_tone = tone;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRectF bar(0, height() / 2 - 2, width(), 4);
        paint::box(painter, bar, tokens().border, {}, 1);
        if (!m_fill)
            return paint::hatch(painter, bar, tokens().accent, 4);
        const double w = std::max(*m_fill > 0 ? 2.0 : 0.0, bar.width() * std::clamp(*m_fill, 0.0, 1.0));
        paint::box(painter, QRectF(bar.left(), bar.top(), w, bar.height()), m_tone == Tone::Warn ? tokens().warnMark : m_tone == Tone::Crit ? tokens().critMark : tokens().accent, {}, 1);
    }

private:
    std::optional<double> m_fill = 0;
    Tone m_tone = Tone::Accent;
};

class StripDivider : public QWidget
{
public:
    StripDivider() { setFixedSize(1, scaled(14)); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), tokens().borderStrong); }
};

} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_connection(new MarkLabel)
    , m_load(new QWidget)
    , m_bar(new StripBar(36))
    , m_task(new QWidget)
    , m_taskBar(new StripBar(60))
    , m_loadWords(new Label({}, Type::Small, Tone::Text2))
    , m_loadShare(new Label({}, Type::SmallBold))
    , m_cap(new Label({}, Type::Small, Tone::Text2))
    , m_taskLeft(new Label({}, Type::Small, Tone::Text2))
    , m_right(new Label({}, Type::Small, Tone::Text2))
    , m_taskWords(new MarkLabel)
    , m_cancel(new Button(tr("Cancel"), Button::Kind::Link))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(13, 1, 13, 0);
    row->setSpacing(10);
    m_connection->setType(Type::Small);
    m_taskWords->setType(Type::Small);
    m_taskWords->setTone(Tone::Text2);
    row->addWidget(m_connection);
    row->addWidget(new StripDivider);
    auto *load = new QHBoxLayout(m_load);
    load->setContentsMargins(0, 0, 0, 0);
    load->setSpacing(6);
    load->addWidget(m_loadWords);
    load->addWidget(m_loadShare);
    load->addWidget(m_bar);
    load->addWidget(m_cap);
    load->addSpacing(4);
    load->addWidget(new StripDivider);
    row->addWidget(m_load);
    auto *task = new QHBoxLayout(m_task);
    task->setContentsMargins(0, 0, 0, 0);
    task->setSpacing(6);
    task->addWidget(m_taskWords);
    task->addWidget(m_taskBar);
    task->addWidget(m_taskLeft);
    task->addWidget(m_cancel);
    task->addSpacing(4);
    task->addWidget(new StripDivider);
    row->addWidget(m_task);
    row->addStretch(1);
    row->addWidget(m_right);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Status"));
    m_said.setSingleShot(true);
    m_said.setInterval(1500);
    connect(&m_said, &QTimer::timeout, this, [this] {
        m_right->setTone(Tone::Text2);
        m_right->setText(m_rightWords);
    });
    connect(m_cancel, &QPushButton::clicked, this, &StatusStrip::taskCancelled);
    setTask({});
    setLoad({}, {}, 0.01);
    followTheme(this);
}

void StatusStrip::setConnection(State state, const QString &words, const QString &tooltip)
{
    m_connection->say(state, words);
    m_connection->setTone(state == State::Failing ? Tone::Crit : Tone::Text2);
    m_connection->setToolTip(tooltip.isEmpty() ? words : tooltip);
}

void StatusStrip::setLoad(const QString &environment, std::optional<double> share, double cap, const QString &tooltip)
{
    m_load->setVisible(share.has_value());
    if (!share)
        return;
    m_loadWords->setText(tr("load on %1").arg(environment));
    m_loadShare->setText(format::percent(*share, *share > 0 && *share < 0.1 ? 1 : 0));
    const Tone tone = *share >= cap ? Tone::Crit : *share >= cap / 2 ? Tone::Warn : Tone::Text;
    m_loadShare->setTone(tone);
    static_cast<StripBar *>(m_bar)->setFill(cap > 0 ? *share / cap : 0, tone);
    m_cap->setText(tr("cap %1").arg(format::percent(cap)));
    m_load->setToolTip(tooltip);
}

void StatusStrip::setTask(const std::optional<Task> &task)
{
    m_task->setVisible(task.has_value());
    if (!task)
        return;
    m_taskWords->say(int(Mark::Running), task->words);
    static_cast<StripBar *>(m_taskBar)->setFill(task->progress, Tone::Accent);
    m_taskLeft->setText(task->left);
    m_taskLeft->setVisible(!task->left.isEmpty());
    m_cancel->setVisible(task->mayCancel);
}

void StatusStrip::setRight(const QString &words)
{
    m_rightWords = words;
    if (!m_said.isActive())
        m_right->setText(words);
}

void StatusStrip::say(const QString &sentence)
{
    m_right->setTone(Tone::Text);
    m_right->setText(sentence);
    m_said.start();
}

QSize StatusStrip::sizeHint() const { return {600, scaled(24)}; }

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().sidebar);
    painter.fillRect(0, 0, width(), 1, tokens().border);
}

} // namespace qd
