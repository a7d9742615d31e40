#include "widgets/pages/retrievalresult.h"

#include "core/format.h"
#include "widgets/controls/button.h"
#include "widgets/controls/chip.h"
#include "widgets/controls/codeview.h"
#include "widgets/controls/label.h"
#include "widgets/controls/message.h"
#include "widgets/controls/panel.h"
#include "widgets/controls/table.h"
#include "widgets/pages/retrievalchunktext.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace qd {

using namespace retrieval;

namespace {

class LegBar : public QWidget
{
public:
    LegBar(double share, int series) : m_share(share), m_series(series)
    {
        setFixedHeight(scaled(14));
        setMinimumWidth(scaled(60));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paint::shareBar(painter, QRectF(0, height() / 2.0 - scaled(3), width(), scaled(7)), m_share, tokens().seriesColour(m_series));
    }

private:
    double m_share;
    int m_series;
};

Label *selectableLabel(const QString &words, Type type, Tone tone = Tone::Text)
{
    auto *label = new Label(words, type, tone);
    label->setWraps(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString rankText(std::optional<qint64> rank)
{
    return rank ? RetrievalResult::tr("rank %1").arg(*rank) : RetrievalResult::tr("no rank");
}

} // namespace

RetrievalResult::RetrievalResult(QWidget *parent)
    : Drawer(tr("Result"), parent)
    , m_like(new Button(tr("Like This")))
    , m_copy(new Button(QStringLiteral("edit-copy"), tr("Copy the Explanation"), Button::Kind::Bare))
    , m_good(new Button(tr("Relevant")))
    , m_bad(new Button(tr("Not Relevant")))
{
    for (Button *button : {m_good, m_bad}) {
        button->setSmall(true);
        button->setCheckable(true);
        addAction(button);
        connect(button, &QPushButton::clicked, this, [this, grade = button == m_good ? 1 : 0] {
            if (m_row)
                emit judged(*m_row, grade);
        });
    }
    for (Button *button : {m_like, m_copy})
        button->setSmall(true);
    addAction(m_like);
    addActionSpace();
    addAction(m_copy);
    m_like->setAccessibleName(tr("Find Like This"));
    m_like->setToolTip(tr("Searches with this chunk's own embedding; no question has to be embedded for that."));
    connect(m_like, &QPushButton::clicked, this, [this] {
        if (m_row)
            emit likeAsked(*m_row);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_copyText);
        emit copied(tr("The explanation is copied."));
    });
    setMinimumWidth(scaled(300));
    finish(begin());
}

void RetrievalResult::clear()
{
    setTitle(tr("Result"));
    setObject({});
    setPosition(-1, 0);
    finish(begin());
}

QVBoxLayout *RetrievalResult::begin()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    m_spoken.clear();
    m_copyText.clear();
    m_row.reset();
    return column;
}

void RetrievalResult::finish(QVBoxLayout *column)
{
    column->addStretch(1);
    // What was pressed goes with the old content; whoever pressed it stays here.
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    setContent(column->parentWidget());
    m_like->setVisible(m_row.has_value());
    m_copy->setVisible(!m_copyText.isEmpty());
    setJudged(false, {});
    if (hadFocus && !isAncestorOf(QApplication::focusWidget()))
        setFocus();
    emit filled();
}

void RetrievalResult::setJudged(bool mayJudge, std::optional<int> grade)
{
    for (Button *button : {m_good, m_bad})
        button->setVisible(mayJudge);
    m_good->setChecked(grade.value_or(0) > 0);
    m_bad->setChecked(grade && *grade == 0);
    m_good->setText(grade.value_or(0) > 0 ? tr("✓ Relevant") : tr("Relevant"));
    m_bad->setText(grade && *grade == 0 ? tr("✓ Not Relevant") : tr("Not Relevant"));
}

void RetrievalResult::say(QVBoxLayout *column, State state, const QString &words)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    auto *mark = new MarkLabel(state, QString());
    mark->setAccessibleName(words);
    mark->setFixedWidth(scaled(14));
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(selectableLabel(words, Type::Cell, Tone::Text2), 1);
    column->addLayout(row);
    m_spoken += words + u'\n';
}

void RetrievalResult::showWorking(const QString &title)
{
    setTitle(title);
    setObject({});
    setPosition(-1, 0); // what is looked for is no row of the answer
}

void RetrievalResult::showFailure(const QString &title, const Error &error)
{
    setTitle(title);
    setObject({});
    QVBoxLayout *column = begin();
    say(column, State::Failing, error.message);
    if (!error.detail.isEmpty())
        column->addWidget(selectableLabel(error.detail, Type::CodeSmall, Tone::Text2));
    finish(column);
}

void RetrievalResult::addGrade(QVBoxLayout *column, const SearchAnswer &answer)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new Chip(retrievalview::gradeText(answer.grade), retrievalview::gradeState(answer.grade)), 0, Qt::AlignTop);
    row->addWidget(selectableLabel(answer.reason, Type::Small, Tone::Text3), 1);
    column->addLayout(row);
}

void RetrievalResult::addLegs(QVBoxLayout *column, const SearchAnswer &answer, const RowExplanation &explained)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int line = 0;
    const auto leg = [&](const QString &name, double share, int series, const QString &value, const QString &rank, const QString &exact) {
        grid->addWidget(new Label(name, Type::Cell), line, 0);
        grid->addWidget(new LegBar(share, series), line, 1);
        auto *number = new Label(value, Type::CellBold);
        number->setToolTip(exact);
        number->setAccessibleName(tr("%1 %2, %3").arg(name, value, rank));
        grid->addWidget(number, line, 2, Qt::AlignRight);
        grid->addWidget(new Label(rank, Type::Cell, Tone::Text2), line++, 3, Qt::AlignRight);
        m_spoken += QStringLiteral("%1 %2 %3\n").arg(name, exact, rank);
    };
    const AnswerRow *row = explained.inAnswer ? &*explained.inAnswer : nullptr;
    if (explained.distance) {
        const bool isCosine = explained.similarity.has_value();
        const double value = isCosine ? *explained.similarity : *explained.distance;
        const auto rank = row && row->vector.rank ? row->vector.rank : explained.place ? std::optional<qint64>(explained.place->rank) : std::nullopt;
        leg(isCosine ? tr("Vector similarity") : tr("Vector distance %1").arg(operatorOf(answer.settings.metric)), isCosine ? value : 1 / (1 + std::abs(value)), 0, retrievalview::number(value, 3), rankText(rank), QString::number(value, 'g', 17));
    }
    if (explained.textScore && explained.matches.value_or(false)) {
        const QString function = answer.settings.usesBm25() ? QStringLiteral("BM25") : tr("Text %1").arg(nameOf(answer.settings.ranking));
        double best = *explained.textScore;
        for (const AnswerRow &other : answer.rows)
            best = std::max(best, other.text.score.value_or(answer.settings.usesVectors() ? 0 : other.score.value_or(0)));
        const auto rank = row && row->text.rank ? row->text.rank : explained.textRank ? std::optional<qint64>(*explained.textRank) : std::nullopt;
        leg(function, best > 0 ? *explained.textScore / best : 0, 1, retrievalview::number(*explained.textScore, 3), rankText(rank), QString::number(*explained.textScore, 'g', 17));
    } else if (explained.matches && !*explained.matches) {
        leg(tr("Text"), 0, 1, format::NoValue, tr("no match"), {});
    }
    column->addLayout(grid);
    if (!explained.arithmetic.isEmpty()) {
        auto *fused = new QHBoxLayout;
        fused->addWidget(new Label(answer.settings.fusion == FusionFormula::WeightedScores ? tr("Weighted sum") : tr("Fused by RRF"), Type::Cell), 0, Qt::AlignTop);
        fused->addWidget(selectableLabel(explained.arithmetic, Type::CodeSmall), 1);
        column->addLayout(fused);
        m_spoken += explained.arithmetic + u'\n';
        if (explained.highestScore)
            column->addWidget(selectableLabel(tr("The highest score this fusion can give is %1: it is no similarity.").arg(retrievalview::number(*explained.highestScore, 5)), Type::Small, Tone::Text3));
    }
    if (!row || row->candidateRank == 0)
        return;
    const QString before = QString::number(row->candidateRank), now = QString::number(row->rank);
    const QString words = !row->rerankScore ? tr("%1 could not judge it, as it has no text: from rank %2 to rank %3.").arg(answer.rerankedBy, before, now)
        : row->rank == row->candidateRank   ? tr("%1 gave it %2 and left it at rank %3.").arg(answer.rerankedBy, retrievalview::rerankText(*row->rerankScore), now)
                                            : tr("%1 gave it %2 and moved it from rank %3 to rank %4.").arg(answer.rerankedBy, retrievalview::rerankText(*row->rerankScore), before, now);
    auto *step = new QHBoxLayout;
    step->addWidget(new Label(tr("Reranked"), Type::Cell), 0, Qt::AlignTop);
    step->addWidget(selectableLabel(words, Type::Cell, Tone::Text2), 1);
    column->addLayout(step);
    m_spoken += words + u'\n';
}

void RetrievalResult::addPlace(QVBoxLayout *column, const Corpus &corpus, const RowExplanation &explained)
{
    const QString page = explained.page ? tr("Page %1").arg(*explained.page) : tr("Text");
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new Label(page, Type::CellBold));
    const QString where = explained.begin && explained.end ? tr("characters %1 to %2 of its document").arg(format::count(*explained.begin), format::count(*explained.end)) : QString();
    auto *offsets = new Label(where, Type::Cell, Tone::Text2);
    offsets->setElides(true);
    row->addWidget(offsets, 1);
    column->addLayout(row);
    auto *text = new ChunkText;
    QList<TextRange> ranges, quoted;
    for (const ExplainedHighlight &highlight : explained.highlights)
        ranges << highlight.range;
    if (explained.citation)
        quoted = QList<TextRange>(explained.citation->places.begin(), explained.citation->places.end());
    text->setChunk(corpus.text(explained.row), ranges, quoted);
    column->addWidget(text);
    if (!explained.citation)
        return;
    const Citation &citation = *explained.citation;
    switch (citation.verdict) {
    case CitationVerdict::WordForWord: {
        const int begin = citation.places.front().character, end = begin + citation.places.front().characters;
        return say(column, State::Ok, tr("Citation found word for word at %1 to %2.").arg(format::count(explained.begin.value_or(0) + begin), format::count(explained.begin.value_or(0) + end)));
    }
    case CitationVerdict::SameWords: return say(column, State::Warning, tr("Citation found with the same words; only case, spacing or punctuation differ."));
    case CitationVerdict::NotThere: return say(column, State::Failing, tr("Cited but not there: at most %1 of its %2 words stand here in a row.").arg(citation.longestWords).arg(citation.words));
    }
}

void RetrievalResult::addTerms(QVBoxLayout *column, const SearchAnswer &answer, const RowExplanation &explained)
{
    if (explained.terms.isEmpty())
        return;
    column->addWidget(Panel::rule());
    column->addWidget(selectableLabel(explained.textFunction, Type::CodeSmall, Tone::Text2));
    auto *table = new Table(tr("Terms of the question"), {{tr("Term"), 0}, {tr("Here"), 48, true}, {tr("In chunks"), 80, true}, {answer.settings.usesBm25() ? tr("Adds") : tr("Its loss"), 66, true, tr("What the score loses without this term in the chunk")}});
    table->setUnsorted();
    QList<TableRow> rows;
    for (const ExplainedTerm &term : explained.terms) {
        TableRow row;
        row.key = term.lexeme + (term.isPrefix ? QStringLiteral(":*") : QString());
        QString name = term.isNegated ? tr("not %1").arg(row.key) : row.key;
        Cell lexeme(name);
        lexeme.isMono = true;
        lexeme.isBold = term.isNeeded;
        lexeme.tip = term.isNeeded ? tr("Without it the chunk would not match at all.") : tr("Weights %1").arg(term.weights.isEmpty() ? format::NoValue : term.weights);
        row.cells = {lexeme, Cell::number(format::count(term.frequency), term.frequency), Cell::number(format::count(term.documents), term.documents, Tone::Text2), Cell::number(term.frequency ? retrievalview::number(term.adds, 4) : format::NoValue, term.adds)};
        rows << row;
        m_spoken += QStringLiteral("%1\t%2\t%3\t%4\n").arg(name).arg(term.frequency).arg(term.documents).arg(term.adds, 0, 'g', 9);
    }
    table->setRows(rows);
    table->setFixedHeight(table->heightForRows(std::min(8, int(rows.size()))));
    connect(table, &Table::copied, this, &RetrievalResult::copied);
    column->addWidget(table);
}

void RetrievalResult::addConditions(QVBoxLayout *column, const RowExplanation &explained)
{
    for (const Corpus::Condition &condition : explained.conditions)
        say(column, condition.passes ? State::Ok : State::Failing, tr("%1: wanted %2, it has %3.").arg(condition.name, condition.wanted, condition.found.value_or(tr("none"))));
    if (explained.passesThreshold)
        say(column, *explained.passesThreshold ? State::Ok : State::Failing, *explained.passesThreshold ? tr("It passes the threshold.") : tr("It does not pass the threshold."));
}

void RetrievalResult::showExplanation(const Corpus &corpus, const SearchAnswer &answer, const RowExplanation &explained, const QString &difference)
{
    const auto [title, place] = retrievalview::nameOf(corpus, explained.row);
    setTitle(explained.inAnswer ? tr("Result %1").arg(explained.inAnswer->rank) : tr("Not in the answer"));
    setNamed(QStringLiteral("%1 %2").arg(title, place).trimmed());
    QVBoxLayout *column = begin();
    m_row = explained.row;
    addLegs(column, answer, explained);
    column->addWidget(Panel::rule());
    addPlace(column, corpus, explained);
    if (!difference.isEmpty())
        say(column, State::Warning, difference);
    addConditions(column, explained);
    addTerms(column, answer, explained);
    addGrade(column, answer);
    m_copyText = QStringLiteral("%1 %2\n%3\n%4\n%5").arg(title, place, QString::fromUtf8(explained.key), m_spoken, QString::fromUtf8(corpus.text(explained.row)));
    finish(column);
    m_like->setEnabled(corpus.searchable().contains(explained.row));
}

void RetrievalResult::showChunk(const Corpus &corpus, quint32 row)
{
    const auto [title, place] = retrievalview::nameOf(corpus, row);
    setTitle(tr("Chunk"));
    setNamed(QStringLiteral("%1 %2").arg(title, place).trimmed());
    setPosition(-1, 0);
    QVBoxLayout *column = begin();
    m_row = row;
    auto *text = new ChunkText;
    text->setChunk(corpus.text(row), {}, {});
    column->addWidget(text);
    QList<std::pair<QString, QString>> facts{{tr("Key"), QString::fromUtf8(corpus.key(row))}};
    const std::pair<const char *, QString> columns[] = {{"document", tr("Document")}, {"owner", tr("Owner")}, {"status", tr("Status")}, {"model", tr("Model")}};
    for (const auto &[name, label] : columns) {
        if (!corpus.hasColumn(name))
            continue;
        const auto value = corpus.bytes(row, name);
        facts << std::pair(label, value ? QString::fromUtf8(*value) : tr("none"));
    }
    const bool hasEmbedding = corpus.searchable().contains(row);
    facts << std::pair(tr("Embedding"), hasEmbedding ? tr("%n dimension(s)", nullptr, corpus.shape().dims) : tr("none"));
    auto *table = new Facts;
    table->setFacts(facts);
    column->addWidget(table);
    m_copyText = QStringLiteral("%1 %2\n%3\n%4").arg(title, place, QString::fromUtf8(corpus.key(row)), QString::fromUtf8(corpus.text(row)));
    finish(column);
    m_like->setEnabled(hasEmbedding);
}

void RetrievalResult::addChanges(QVBoxLayout *column, const QString &title, const QList<SettingChange> &changes)
{
    if (changes.isEmpty())
        return;
    column->addWidget(new Label(title, Type::CellBold));
    for (const SettingChange &change : changes) {
        auto *row = new QHBoxLayout;
        row->addWidget(selectableLabel(change.rank > 0 ? tr("%1 It is at rank %2 then.").arg(change.sentence).arg(change.rank) : change.sentence, Type::Cell, Tone::Text2), 1);
        auto *attempt = new Button(tr("Try It"), Button::Kind::Link);
        attempt->setAccessibleName(tr("Try it: %1").arg(change.sentence));
        attempt->setAutoDefault(true); // Enter presses it
        connect(attempt, &QPushButton::clicked, this, [this, change] { emit changeAsked(change); });
        row->addWidget(attempt, 0, Qt::AlignTop);
        column->addLayout(row);
        auto *code = new CodeView;
        code->setMaximumLines(3);
        code->setCode(change.sql);
        code->setAccessibleName(tr("SQL of the change"));
        connect(code, &CodeView::copied, this, &RetrievalResult::copied);
        column->addWidget(code);
        m_spoken += change.sentence + u'\n' + change.sql + u'\n';
    }
}

void RetrievalResult::showWhyNot(const QByteArray &key, const QString &name, const WhyNot &why, const QString &difference)
{
    setTitle(why.stage == DroppedBy::Nothing ? tr("It is in the answer") : tr("Why it is missing"));
    name.isEmpty() ? setObject(QString::fromUtf8(key)) : setNamed(name);
    QVBoxLayout *column = begin();
    m_row = why.row;
    say(column, why.stage == DroppedBy::Nothing ? State::Ok : State::Warning, why.sentence);
    if (!difference.isEmpty() && difference != why.sentence)
        say(column, State::Warning, difference);
    QList<std::pair<QString, QString>> facts;
    if (why.rank)
        facts << std::pair(tr("Its rank"), why.limit ? tr("%1, where %2 is needed").arg(*why.rank).arg(*why.limit) : QString::number(*why.rank));
    if (why.score)
        facts << std::pair(tr("Its score"), retrievalview::number(*why.score, 5));
    if (why.bound)
        facts << std::pair(tr("Needed"), retrievalview::number(*why.bound, 5));
    if (why.margin)
        facts << std::pair(tr("It lacks"), retrievalview::number(*why.margin, 5));
    for (const auto &[label, value] : std::as_const(facts))
        m_spoken += QStringLiteral("%1: %2\n").arg(label, value);
    if (!facts.isEmpty()) {
        auto *table = new Facts;
        table->setFacts(facts);
        column->addWidget(table);
    }
    addChanges(column, tr("What brings it back"), why.changes);
    addChanges(column, tr("What brings it back, one after the other"), why.together);
    if (why.stage != DroppedBy::Nothing && why.changes.isEmpty() && why.together.isEmpty() && why.row)
        say(column, State::Unknown, tr("No change of a setting that was tried brings it back."));
    m_copyText = QString::fromUtf8(key) + u'\n' + m_spoken;
    finish(column);
    m_like->setEnabled(why.stage != DroppedBy::NoEmbedding);
}

} // namespace qd
