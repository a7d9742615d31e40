#include "widgets/controls/pageheader.h"

#include "widgets/controls/label.h"
#include "widgets/controls/rangepicker.h"
#include "widgets/controls/refreshcontrol.h"
#include "widgets/controls/sentenceline.h"

#include <QHBoxLayout>
#include <QPainter>

namespace qd {

PageHeader::PageHeader(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_title(new Label({}, Type::Title))
    , m_sentence(new SentenceLine)
    , m_range(new RangePicker(clock))
    , m_zone(new ZonePicker)
    , m_refresh(new RefreshControl)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 1);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    words->addStretch();
    row->addLayout(words, 1);
    row->addWidget(m_range);
    row->addWidget(m_zone);
    row->addWidget(m_refresh);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_title->setElides(true);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::say(const reports::Sentence &sentence)
{
    m_sentence->say(sentence);
}

void PageHeader::setShowsPresent(bool showsPresent)
{
    m_range->setEnabled(!showsPresent);
    m_range->setToolTip(showsPresent ? tr("This page shows the present.") : QString());
}

QSize PageHeader::sizeHint() const { return {600, scaled(61)}; }

void PageHeader::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, tokens().border);
}

} // namespace qd
