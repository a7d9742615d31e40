#include "widgets/pages/retrievalanswers.h"

#include "core/format.h"
#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>
#include <QStackedLayout>

namespace qd {

using namespace retrieval;

// The lines between the lists: equal, moved, missing. They scroll with the lists.
class AnswerJoins : public QWidget
{
public:
    AnswerJoins(AnswerList *left, AnswerList *right) : m_left(left), m_right(right)
    {
        setFixedWidth(scaled(70));
        setAccessibleName(RetrievalAnswers::tr("How both answers are joined"));
        followTheme(this);
        for (QListView *list : {left, right})
            connect(list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { update(); });
    }

    void setJoins(const QList<JoinLine> &joins, const QString &says)
    {
        m_joins = joins;
        setAccessibleDescription(says);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, 0, 1, height()), tokens().border);
        painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens().border);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(rect().adjusted(1, 0, -1, 0));
        for (const JoinLine &join : m_joins)
            paintJoin(painter, join);
    }

private:
    double y(const AnswerList *list, int rank) const { return (rank - 0.5) * scaled(AnswerList::RowHeight) - list->verticalScrollBar()->value(); }

    void paintCross(QPainter &painter, double x, double at) const
    {
        const double arm = scaled(4);
        painter.drawLine(QPointF(x - arm, at - arm), QPointF(x + arm, at + arm));
        painter.drawLine(QPointF(x - arm, at + arm), QPointF(x + arm, at - arm));
    }

    void paintJoin(QPainter &painter, const JoinLine &join) const
    {
        const Tokens &t = tokens();
        const double w = width();
        switch (join.kind) {
        case ComparedRow::Kind::Equal: {
            const double at = y(m_right, *join.right);
            painter.setPen(QPen(join.isByReranker ? t.other : t.okMark, 1.2));
            painter.drawLine(QPointF(4, at), QPointF(w / 2 - scaled(9), at));
            painter.drawLine(QPointF(w / 2 + scaled(9), at), QPointF(w - 4, at));
            painter.setPen(QPen(join.isByReranker ? t.other : t.okMark, 1.8));
            painter.drawLine(QPointF(w / 2 - scaled(5), at - 2), QPointF(w / 2 + scaled(5), at - 2));
            painter.drawLine(QPointF(w / 2 - scaled(5), at + 2), QPointF(w / 2 + scaled(5), at + 2));
            return;
        }
        case ComparedRow::Kind::Moved: {
            const double from = y(m_left, *join.left), to = y(m_right, *join.right);
            painter.setPen(QPen(join.isByReranker ? t.other : t.warnMark, 1.4));
            painter.drawLine(QPointF(4, from), QPointF(w - 4, to));
            const int by = *join.right - *join.left;
            paint::text(painter, QRect(5, int(from) - scaled(17), int(w) - 10, scaled(14)), QStringLiteral("%1%2").arg(by > 0 ? QStringLiteral("▼") : QStringLiteral("▲")).arg(std::abs(by)), qd::font(Type::Small), join.isByReranker ? t.text2 : t.warn);
            return;
        }
        case ComparedRow::Kind::OnlyProduction:
            painter.setPen(QPen(join.isByReranker ? t.other : t.critMark, 1.6));
            painter.drawLine(QPointF(4, y(m_left, *join.left)), QPointF(scaled(16), y(m_left, *join.left)));
            return paintCross(painter, scaled(21), y(m_left, *join.left));
        case ComparedRow::Kind::OnlyOffline:
            painter.setPen(QPen(join.isByReranker ? t.other : t.critMark, 1.6));
            painter.drawLine(QPointF(w - 4, y(m_right, *join.right)), QPointF(w - scaled(16), y(m_right, *join.right)));
            return paintCross(painter, w - scaled(21), y(m_right, *join.right));
        }
    }

    AnswerList *m_left, *m_right;
    QList<JoinLine> m_joins;
};

static QWidget *centredWords(Label *first, Label *second = nullptr)
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(6);
    column->addStretch(2);
    for (Label *label : {first, second}) {
        if (!label)
            continue;
        label->setWraps(true);
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    column->addStretch(3);
    return widget;
}

RetrievalAnswers::RetrievalAnswers(QWidget *parent)
    : Panel(tr("Same question, two engines"), parent)
    , m_left(new AnswerList(tr("Production's answer")))
    , m_right(new AnswerList(tr("Offline answer")))
    , m_joins(new AnswerJoins(m_left, m_right))
    , m_legend(new Legend)
    , m_cache(new Label({}, Type::Small, Tone::Text2))
    , m_why(new Label({}, Type::Cell, Tone::Text2))
    , m_hint(new Label({}, Type::BodyBold))
    , m_hintWhy(new Label({}, Type::Cell, Tone::Text2))
{
    showLegend(false);
    addAction(m_legend);
    body()->addWidget(makeHeads());
    m_cache->setWraps(true);
    m_cache->setContentsMargins(12, 0, 12, 4);
    m_cache->hide();
    body()->addWidget(m_cache);
    body()->addWidget(Panel::rule());
    auto *lists = new QWidget;
    auto *row = new QHBoxLayout(lists);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *left = new QWidget;
    m_leftPlace = new QStackedLayout(left);
    m_leftPlace->addWidget(m_left);
    m_leftPlace->addWidget(centredWords(m_why));
    row->addWidget(left, 1);
    row->addWidget(m_joins);
    row->addWidget(m_right, 1);
    auto *place = new QWidget;
    m_place = new QStackedLayout(place);
    m_place->addWidget(lists);
    m_place->addWidget(centredWords(m_hint, m_hintWhy));
    m_left->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // they scroll as one
    body()->addWidget(place, 1);
    place->setMinimumHeight(scaled(AnswerList::RowHeight) * 8 + 2);
    connect(m_left->verticalScrollBar(), &QScrollBar::valueChanged, m_right->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_right->verticalScrollBar(), &QScrollBar::valueChanged, m_left->verticalScrollBar(), &QScrollBar::setValue);
    for (AnswerList *list : {m_left, m_right}) {
        connect(list, &AnswerList::picked, this, &RetrievalAnswers::pick);
        connect(list, &AnswerList::opened, this, &RetrievalAnswers::opened);
        connect(list, &AnswerList::copied, this, &RetrievalAnswers::copied);
    }
}

void RetrievalAnswers::showLegend(bool hasReranker)
{
    m_legend->setEntries([hasReranker] {
        // Short beside the words about the comparison, which are longer then.
        QList<Legend::Entry> entries{{hasReranker ? tr("vector") : tr("vector part"), tokens().seriesColour(0)}, {hasReranker ? tr("text") : tr("text part"), tokens().seriesColour(1)}, {tr("equal"), tokens().okMark, Legend::Sign::Line}, {tr("moved"), tokens().warnMark, Legend::Sign::Line}, {tr("missing"), tokens().critMark, Legend::Sign::Struck}};
        if (hasReranker)
            entries << Legend::Entry{tr("reranked"), tokens().other, Legend::Sign::Line};
        return entries;
    });
}

QWidget *RetrievalAnswers::makeHeads()
{
    auto *heads = new QWidget;
    auto *row = new QHBoxLayout(heads);
    row->setContentsMargins(12, 3, 12, 3);
    row->setSpacing(5);
    const auto half = [row](const QString &name, Label *&head, Label *&meta, Label *&time) {
        head = new Label(name, Type::SmallBold);
        meta = new Label({}, Type::Small, Tone::Text2);
        time = new Label({}, Type::Small, Tone::Text2);
        meta->setElides(true);
        row->addWidget(head);
        row->addWidget(meta, 1);
        row->addWidget(time);
    };
    half(tr("Production"), m_leftHead, m_leftMeta, m_leftTime);
    row->addSpacing(scaled(90));
    half(tr("Offline engine"), m_rightHead, m_rightMeta, m_rightTime);
    return heads;
}

void RetrievalAnswers::showHint(const QString &fact, const QString &why)
{
    m_hint->setText(fact);
    m_hintWhy->setText(why);
    m_place->setCurrentIndex(1);
    setMeta({});
}

void RetrievalAnswers::clear()
{
    m_current.clear();
    m_isReranked = m_isUnasked = false;
    showProduction({});
    m_right->rows()->setLines({});
    for (Label *label : {m_leftMeta, m_leftTime, m_rightMeta, m_rightTime})
        label->setText({});
    m_rightMeta->setToolTip({});
    m_joins->setJoins({}, {});
    showLegend(false);
    setMeta({});
}

void RetrievalAnswers::showProduction(const RetrievalSession::Production &production)
{
    using Asked = RetrievalSession::Production::State;
    const bool hasRows = production.state == Asked::Answered && !production.lines.isEmpty();
    m_leftPlace->setCurrentIndex(hasRows ? 0 : 1);
    if (m_left->rows()->lines().size() != production.lines.size() || hasRows || production.lines.isEmpty())
        m_left->rows()->setLines(production.lines);
    m_leftMeta->setText(production.state == Asked::None ? QString() : QStringLiteral("%1 %2").arg(production.search, retrievalview::settingsText(production.settings)));
    const capture::CacheLook &cache = production.cache;
    m_cache->setVisible(cache.state != capture::CacheLook::State::None);
    m_cache->setText(cache.isSharedByUsers && production.settings.asUser && cache.state == capture::CacheLook::State::Hit ? tr("%1 Its key does not tell users apart, so an answer of one may be given to another.", "what a cache holds").arg(cache.sentence) : cache.sentence);
    m_leftTime->setText(production.state == Asked::Answered ? format::duration(double(production.took.count()) / 1000) : QString());
    switch (production.state) {
    case Asked::None: return m_why->setText(production.why);
    case Asked::Asking: return m_why->setText(tr("Production is being asked."));
    case Asked::Failed: return m_why->setText(production.detail.isEmpty() ? production.why : tr("%1\n%2", "what failed and the server's words").arg(production.why, production.detail));
    case Asked::Answered: return m_why->setText(tr("Production found nothing."));
    }
}

// How the offline answer was found, and in whose order it is.
static QString searchText(const RetrievalSession &session)
{
    const OfflineAnswer &offline = *session.offline();
    const QString search = retrievalview::settingsText(offline.answer.settings);
    if (offline.isReranked())
        return RetrievalAnswers::tr("reranked by %1, %n candidate(s), %2", "%2: how they were searched", int(offline.reranking->candidates.rows.size())).arg(offline.answer.rerankedBy, search);
    return session.isReranking() ? RetrievalAnswers::tr("%1 is reading %n candidate(s), %2", "%2: how they were searched", int(offline.reranking->candidates.rows.size())).arg(offline.reranking->scores.model, search) : search;
}

void RetrievalAnswers::showSession(const RetrievalSession &session)
{
    const auto &offline = session.offline();
    if (!offline)
        return;
    const SearchAnswer &answer = offline->answer;
    if (answer.rows.empty() && session.production().lines.isEmpty())
        return showHint(tr("Nothing answers this question."), answer.warnings.isEmpty() ? tr("%1 of %2 chunks pass the filters; none of them is found.").arg(format::count(answer.counts.passed), format::count(answer.counts.inCorpus)) : answer.warnings.join(u' '));
    m_place->setCurrentIndex(0);
    showProduction(session.production());
    m_right->rows()->setLines(offline->lines);
    m_rightMeta->setText(searchText(session));
    m_rightMeta->setToolTip(m_rightMeta->text());
    m_rightTime->setText(format::duration(answer.milliseconds < 10 ? std::round(answer.milliseconds * 10) / 10 : answer.milliseconds));
    const auto &comparison = session.comparison();
    const bool isReranked = offline->isReranked();
    // Production does not rerank: what is counted is what the search found before.
    const QString sentence = !comparison ? QString() : isReranked ? tr("Before reranking: %1", "followed by a whole sentence").arg(comparison->sentence) : comparison->sentence;
    m_joins->setJoins(comparison ? retrievalview::joinsOf(*comparison, *offline) : QList<JoinLine>(), sentence);
    showLegend(comparison && isReranked);
    const qsizetype rows = std::max(session.production().lines.size(), qsizetype(offline->searched().rows.size()));
    setMeta(!comparison ? tr("%n result(s)", nullptr, int(offline->lines.size()))
            : isReranked ? tr("search: %1 of %2 equal", "before a reranker").arg(comparison->equal).arg(rows)
                         : tr("%1 of %2 at the same rank").arg(comparison->equal).arg(rows));
    const QByteArray first = offline->lines.isEmpty() ? QByteArray() : offline->lines.first().key;
    // What came first before the reranker answered was nobody's wish.
    const bool isOtherFirst = isReranked && !m_isReranked && m_isUnasked;
    const bool takesFirst = isOtherFirst || (m_right->rows()->find(m_current) < 0 && m_left->rows()->find(m_current) < 0);
    const QByteArray wanted = takesFirst ? first : m_current;
    const bool isUnasked = takesFirst || m_isUnasked;
    m_current.clear();
    select(wanted);
    m_isReranked = isReranked;
    m_isUnasked = isUnasked && wanted == first;
}

void RetrievalAnswers::select(const QByteArray &key)
{
    m_left->select(key);
    m_right->select(key);
    m_isUnasked = false;
    if (key == m_current)
        return;
    m_current = key;
    emit picked(key);
}

void RetrievalAnswers::pick(const QByteArray &key)
{
    select(key);
}

static QByteArray csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (QString cell : cells)
        quoted << (cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char('\n')) ? QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"') : cell);
    return quoted.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

QByteArray RetrievalAnswers::csv() const
{
    QByteArray text = csvLine({QStringLiteral("engine"), QStringLiteral("rank"), QStringLiteral("key"), QStringLiteral("title"), QStringLiteral("place"), QStringLiteral("score"), QStringLiteral("parts"), QStringLiteral("rerank_score"), QStringLiteral("candidate_rank")});
    const auto add = [&text](const QString &engine, const QList<AnswerLine> &lines) {
        for (const AnswerLine &line : lines)
            text += csvLine({engine, QString::number(line.rank), QString::fromUtf8(line.key), line.title, line.place, line.exactScore ? QString::number(*line.exactScore, 'g', 17) : QString(), line.parts, line.rerankScore ? QString::number(*line.rerankScore, 'g', 17) : QString(), line.candidateRank > 0 ? QString::number(line.candidateRank) : QString()});
    };
    add(QStringLiteral("production"), m_left->rows()->lines());
    add(QStringLiteral("offline"), m_right->rows()->lines());
    return text;
}

} // namespace qd
