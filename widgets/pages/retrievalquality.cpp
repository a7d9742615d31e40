#include "widgets/pages/retrievalquality.h"

#include "core/format.h"
#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/statepane.h"
#include "widgets/controls/table.h"

#include <QVBoxLayout>

namespace qd {

using namespace retrieval;

RetrievalQuality::RetrievalQuality(QWidget *parent)
    : Panel(tr("Chunk quality"), parent)
    , m_table(new Table(tr("Findings about chunks"), {{tr("Finding and what it does to answers"), 0}, {tr("Chunks"), 70, true}, {tr("For example"), 150}}, Table::Lines::Two))
    , m_unchecked(new Label({}, Type::Cell, Tone::Text3))
    , m_run(new Button(tr("Check"), Button::Kind::Link))
    , m_progress(std::make_shared<RetrievalProgress>())
    , m_running(this)
{
    addAction(m_run);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_table->setUnsorted();
    column->addWidget(m_table, 1);
    m_unchecked->setWraps(true);
    m_unchecked->setContentsMargins(12, 5, 12, 7);
    column->addWidget(m_unchecked);
    m_pane = new StatePane(content);
    m_pane->setMinimumHeight(scaled(96));
    body()->addWidget(m_pane, 1);
    connect(m_run, &QPushButton::clicked, this, &RetrievalQuality::run);
    connect(m_pane, &StatePane::acted, this, &RetrievalQuality::run);
    connect(m_table, &Table::copied, this, &RetrievalQuality::copied);
    connect(m_table, &Table::opened, this, [this](const QString &key) {
        for (const ChunkFinding &finding : m_quality ? m_quality->findings : QList<ChunkFinding>()) {
            if (QString::number(int(finding.kind)) == key && !finding.keys.isEmpty())
                emit chunkAsked(finding.keys.first());
        }
    });
    setCorpus(nullptr);
}

void RetrievalQuality::setCorpus(const OpenedCorpus *opened)
{
    m_running.cancel();
    m_corpus = opened ? opened->corpus : nullptr;
    m_quality.reset();
    m_damage.reset();
    setMeta({});
    m_run->setVisible(opened != nullptr);
    m_run->setText(tr("Check"));
    m_pane->showEmpty(tr("Nothing was checked yet."), tr("Looks for chunks that cost answers without an error: missing or odd embeddings, duplicates, placeholders, wrong offsets, stuck documents."), {}, opened ? tr("Check") : QString());
}

void RetrievalQuality::run()
{
    if (!m_corpus || isRunning())
        return;
    m_pane->showLoading(tr("Looking at every chunk"));
    m_damage.reset();
    m_running.start(retrievalWork<ChunkQuality>(m_progress, [corpus = m_corpus](const CorpusWork &work) -> Result<ChunkQuality> {
        // A file is opened by its beginning; what is wrong farther on is found here.
        if (const Result<> whole = corpus->verify(work); !whole)
            return failure(whole.error());
        return chunkQuality(*corpus, work);
    }), [this](Result<ChunkQuality> quality) {
        m_run->setText(tr("Check Again"));
        if (!quality) {
            m_damage = quality.error();
            m_pane->showError(quality.error(), tr("Check Again"));
            return emit checked();
        }
        m_quality = *std::move(quality);
        showQuality();
        emit checked();
    });
}

void RetrievalQuality::showQuality()
{
    const QString unchecked = m_quality->unchecked.join(u' ');
    setMeta(tr("%1 chunks, %n kind(s) of finding", nullptr, int(m_quality->findings.size())).arg(format::count(m_quality->chunks)));
    if (m_quality->findings.isEmpty())
        return m_pane->showEmpty(tr("Nothing odd was found in %1 chunks.").arg(format::count(m_quality->chunks)), unchecked);
    QList<TableRow> rows;
    for (const ChunkFinding &finding : std::as_const(m_quality->findings)) {
        TableRow row;
        row.key = QString::number(int(finding.kind));
        Cell title(finding.title);
        title.mark = finding.isSerious ? Mark::Over : Mark::Note;
        QStringList keys;
        for (const QByteArray &key : finding.keys)
            keys << QString::fromUtf8(key);
        Cell example(keys.value(0));
        example.isMono = true;
        example.tip = keys.join(u'\n');
        title.note = finding.meaning;
        title.tip = QStringLiteral("%1\n%2").arg(finding.title, finding.meaning);
        row.cells = {title, Cell::number(format::count(finding.count), finding.count), example};
        rows << row;
    }
    m_table->setRows(rows);
    m_unchecked->setText(unchecked);
    m_unchecked->setVisible(!unchecked.isEmpty());
    m_pane->setMinimumHeight(std::max(scaled(140), m_table->heightForRows(int(rows.size())) + scaled(40)));
    m_pane->showContent();
}

} // namespace qd
