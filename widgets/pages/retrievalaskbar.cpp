#include "widgets/pages/retrievalaskbar.h"

#include "core/format.h"
#include "widgets/controls/button.h"
#include "widgets/controls/paint.h"
#include "widgets/theme/icons.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>

namespace qd {

using namespace retrieval;

QuestionField::QuestionField(QWidget *parent) : QLineEdit(parent)
{
    setAccessibleName(tr("Question"));
    setPlaceholderText(tr("Ask as a user would; ↑ shows what was asked before"));
    setMaxLength(100'000);
    connect(&Theme::instance(), &Theme::changed, this, &QuestionField::restyle);
    restyle();
}

void QuestionField::restyle()
{
    setTextMargins(scaled(24), 0, 0, 0);
    setFont(qd::font(Type::Body));
    setMinimumWidth(scaled(180));
}

void QuestionField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    paintIcon(painter, QRectF(9, (height() - scaled(16)) / 2, scaled(16), scaled(16)), QStringLiteral("search"), tokens().text2);
}

void QuestionField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        emit reached();
}

void QuestionField::setHistory(const QStringList &history)
{
    m_history = history;
    m_at = m_history.size();
}

void QuestionField::remember(const QString &question)
{
    m_history.removeAll(question);
    m_history << question;
    while (m_history.size() > 200)
        m_history.removeFirst();
    m_at = m_history.size();
}

void QuestionField::step(int by)
{
    if (m_at == m_history.size())
        m_typed = text();
    m_at = std::clamp<qsizetype>(m_at + by, 0, m_history.size());
    setText(m_at == m_history.size() ? m_typed : m_history[m_at]);
}

void QuestionField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up: return step(-1);
    case Qt::Key_Down: return step(1);
    case Qt::Key_Return:
    case Qt::Key_Enter: emit asked(); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

RetrievalAskBar::RetrievalAskBar(QWidget *parent)
    : Panel({}, parent)
    , m_field(new QuestionField)
    , m_mode(new Segments(tr("How to search")))
    , m_snapshots(new Button(QStringLiteral("document-import"), tr("Snapshots"), Button::Kind::Plain))
    , m_limit(new Button(QString()))
    , m_constant(new Button(QString()))
    , m_filter(new Button(QString()))
    , m_ask(new Button(tr("Ask"), Button::Kind::Primary))
{
    setPadded(9);
    setAccessibleName(tr("Question and how it is asked"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_mode->add(QStringLiteral("hybrid"), tr("Hybrid"));
    m_mode->add(QStringLiteral("vector"), tr("Vector"));
    m_mode->add(QStringLiteral("text"), tr("Text"));
    m_mode->add(QStringLiteral("bm25"), QStringLiteral("BM25"));
    for (Button *button : {m_limit, m_constant, m_filter})
        button->setHasArrow(true);
    m_ask->setIconName(QStringLiteral("media-playback-start"));
    m_snapshots->setToolTip(tr("Which snapshot is searched"));
    row->addWidget(m_snapshots);
    row->addWidget(m_field, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_mode, m_limit, m_constant, m_filter, m_ask})
        row->addWidget(widget);
    body()->addLayout(row);
    connect(m_field, &QuestionField::asked, this, &RetrievalAskBar::asked);
    connect(m_ask, &QPushButton::clicked, this, [this] { m_isAsking ? emit stopped() : emit asked(); });
    connect(m_snapshots, &QPushButton::clicked, this, [this] { emit snapshotsAsked(m_snapshots); });
    connect(m_limit, &QPushButton::clicked, this, &RetrievalAskBar::openLimits);
    connect(m_constant, &QPushButton::clicked, this, &RetrievalAskBar::openConstants);
    connect(m_filter, &QPushButton::clicked, this, &RetrievalAskBar::openFilters);
    connect(m_mode, &Segments::chosen, this, [this](const QString &key) {
        change([&key](SearchSettings &settings) {
            settings.mode = key == QLatin1String("hybrid") ? SearchSettings::Mode::Hybrid : key == QLatin1String("vector") ? SearchSettings::Mode::Vector : key == QLatin1String("text") ? SearchSettings::Mode::Text : SearchSettings::Mode::Bm25;
        });
    });
    show();
}

QString RetrievalAskBar::text() const { return m_field->text().trimmed(); }

void RetrievalAskBar::setText(const QString &text)
{
    m_field->setText(text);
    m_field->setCursorPosition(0);
}

void RetrievalAskBar::offer(const OpenedCorpus &opened)
{
    m_opened = opened;
    m_production = opened.settings;
    m_search.clear();
    setSettings(opened.settings);
}

void RetrievalAskBar::setSettings(const SearchSettings &settings)
{
    m_settings = settings;
    show();
}

void RetrievalAskBar::setAsksBoth(bool asksBoth)
{
    if (!m_isAsking)
        m_ask->setText(asksBoth ? tr("Ask Both") : tr("Ask"));
    m_ask->setProperty("both", asksBoth);
    m_ask->updateGeometry();
}

void RetrievalAskBar::setAsking(bool isAsking)
{
    m_isAsking = isAsking;
    m_ask->setIconName(isAsking ? QStringLiteral("media-playback-stop") : QStringLiteral("media-playback-start"));
    if (isAsking)
        m_ask->setText(tr("Stop"));
    else
        setAsksBoth(m_ask->property("both").toBool());
}

// A change of how it is asked asks again, if there is a question.
void RetrievalAskBar::change(const std::function<void(SearchSettings &)> &how)
{
    how(m_settings);
    show();
    emit changed();
    if (!text().isEmpty())
        emit asked();
}

void RetrievalAskBar::show()
{
    static const QMap<SearchSettings::Mode, QString> keys{{SearchSettings::Mode::Hybrid, QStringLiteral("hybrid")}, {SearchSettings::Mode::Vector, QStringLiteral("vector")}, {SearchSettings::Mode::Text, QStringLiteral("text")}, {SearchSettings::Mode::Bm25, QStringLiteral("bm25")}};
    m_mode->setCurrent(keys.value(m_settings.mode));
    m_limit->setText(tr("top %1").arg(m_settings.limit));
    m_limit->setAccessibleName(tr("Number of results, %1").arg(m_settings.limit));
    const bool isRanks = m_settings.fusion != FusionFormula::WeightedScores;
    m_constant->setVisible(m_settings.mode == SearchSettings::Mode::Hybrid && isRanks);
    m_constant->setText(tr("RRF k %1").arg(m_settings.k));
    QStringList filters;
    if (m_settings.asUser)
        filters << tr("as %1", "asked as a user").arg(*m_settings.asUser);
    if (!m_settings.documents.isEmpty())
        filters << tr("%n document(s)", nullptr, int(m_settings.documents.size()));
    if (m_settings.status != m_production.status)
        filters << tr("status: %1").arg(m_settings.status.isEmpty() ? tr("any") : m_settings.status.join(QStringLiteral(", ")));
    if (m_settings.scan != m_production.scan)
        filters << nameOf(m_settings.scan);
    if (m_settings.threshold.has_value() != m_production.threshold.has_value())
        filters << tr("no threshold");
    QString words = filters.isEmpty() ? tr("user: any") : filters.size() == 1 ? filters.first() : tr("%n filter(s)", nullptr, int(filters.size()));
    m_filter->setText(QFontMetrics(qd::font(Type::Body)).elidedText(words, Qt::ElideMiddle, scaled(150)));
    m_filter->setAccessibleName(tr("Filters: %1").arg(words));
    m_filter->setToolTip(filters.join(u'\n'));
    m_constant->setAccessibleName(tr("Constant k of reciprocal rank fusion, %1").arg(m_settings.k));
}

static void openChoicesBelow(QMenu *menu, QWidget *anchor)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height() + 2)));
}

void RetrievalAskBar::openLimits()
{
    auto *menu = new QMenu(this);
    for (const int limit : {3, 5, 8, 10, 20, 50, 100}) {
        QAction *action = menu->addAction(tr("top %1").arg(limit), this, [this, limit] { change([limit](SearchSettings &settings) { settings.limit = limit; }); });
        action->setCheckable(true);
        action->setChecked(limit == m_settings.limit);
    }
    openChoicesBelow(menu, m_limit);
}

void RetrievalAskBar::openConstants()
{
    auto *menu = new QMenu(this);
    for (const int k : {1, 10, 20, 40, 50, 60, 80, 100}) {
        QAction *action = menu->addAction(tr("RRF k %1").arg(k), this, [this, k] { change([k](SearchSettings &settings) { settings.k = k; }); });
        action->setCheckable(true);
        action->setChecked(k == m_settings.k);
    }
    openChoicesBelow(menu, m_constant);
}

template <typename Take>
void RetrievalAskBar::addChoices(QMenu *menu, const QString &title, const QList<std::pair<QString, QString>> &choices, const QString &current, Take take)
{
    if (choices.isEmpty())
        return;
    QMenu *sub = menu->addMenu(title);
    QAction *any = sub->addAction(tr("Any"), this, [this, take] { change([&take](SearchSettings &settings) { take(settings, QString()); }); });
    any->setCheckable(true);
    any->setChecked(current.isEmpty());
    sub->addSeparator();
    for (const auto &[value, words] : choices) {
        QAction *action = sub->addAction(QString(words).replace(u'&', QStringLiteral("&&")), this, [this, take, value = value] { change([&](SearchSettings &settings) { take(settings, value); }); });
        action->setCheckable(true);
        action->setChecked(value == current);
    }
}

void RetrievalAskBar::openFilters()
{
    if (!m_opened)
        return;
    auto *menu = new QMenu(this);
    const auto counted = [](const QList<std::pair<QString, quint32>> &values) {
        QList<std::pair<QString, QString>> choices;
        for (const auto &[value, count] : values)
            choices << std::pair(value, tr("%1 (%2)", "value and how many chunks have it").arg(value, format::count(count)));
        return choices;
    };
    addChoices(menu, tr("As User"), counted(m_opened->owners), m_settings.asUser.value_or(QString()), [](SearchSettings &settings, const QString &user) { settings.asUser = user.isEmpty() ? std::nullopt : std::optional(user); });
    addChoices(menu, tr("Document"), m_opened->documents, m_settings.documents.value(0), [](SearchSettings &settings, const QString &document) { settings.documents = document.isEmpty() ? QStringList() : QStringList{document}; });
    addChoices(menu, tr("Status"), counted(m_opened->statuses), m_settings.status.value(0), [](SearchSettings &settings, const QString &status) { settings.status = status.isEmpty() ? QStringList() : QStringList{status}; });
    addScans(menu);
    addSearches(menu);
    menu->addSeparator();
    menu->addAction(tr("Embeddings of Questions…"), this, [this] { emit endpointAsked(RetrievalEndpoint::Purpose::Embeddings); });
    menu->addAction(tr("Reranking…"), this, [this] { emit endpointAsked(RetrievalEndpoint::Purpose::Reranking); });
    QAction *back = menu->addAction(tr("As Production Searches"), this, [this] { change([this](SearchSettings &settings) { settings = m_production; }); });
    back->setEnabled(!(m_settings == m_production));
    openChoicesBelow(menu, m_filter);
}

void RetrievalAskBar::addSearches(QMenu *menu)
{
    if (m_opened->searches.size() < 2)
        return;
    QMenu *sub = menu->addMenu(tr("Production's Search"));
    for (const QString &name : std::as_const(m_opened->searches)) {
        QAction *action = sub->addAction(name, this, [this, name] { takeSearch(name); });
        action->setCheckable(true);
        action->setChecked(m_search.isEmpty() ? name == m_opened->searches.first() : name == m_search);
    }
}

// Its settings become the beginning, as if the snapshot had been opened for it.
void RetrievalAskBar::takeSearch(const QString &name)
{
    const auto settings = m_opened->corpus->productionSettings(name);
    if (!settings)
        return;
    m_search = name;
    m_production = *settings;
    change([this](SearchSettings &how) { how = m_production; });
}

void RetrievalAskBar::addScans(QMenu *menu)
{
    if (!m_settings.usesVectors())
        return;
    QMenu *sub = menu->addMenu(tr("Scan of the Vectors"));
    const std::pair<SearchSettings::Scan, QString> scans[] = {{SearchSettings::Scan::Exact, tr("Exact: every row that passes the filters")}, {SearchSettings::Scan::Hnsw, QStringLiteral("HNSW, ef_search %1").arg(m_settings.indexSettings.efSearch)}, {SearchSettings::Scan::Ivfflat, QStringLiteral("IVFFlat, probes %1").arg(m_settings.indexSettings.probes)}};
    for (const auto &[scan, words] : scans) {
        const bool isProductions = scan == m_production.scan;
        QAction *action = sub->addAction(isProductions ? tr("%1, as production").arg(words) : words, this, [this, scan = scan] { change([scan](SearchSettings &settings) { settings.scan = scan; }); });
        action->setCheckable(true);
        action->setChecked(scan == m_settings.scan);
    }
    if (m_production.threshold) {
        QAction *action = menu->addAction(tr("Without Production's Threshold"), this, [this] { change([this](SearchSettings &settings) { settings.threshold = settings.threshold ? std::nullopt : m_production.threshold; }); });
        action->setCheckable(true);
        action->setChecked(!m_settings.threshold);
    }
}

} // namespace qd
