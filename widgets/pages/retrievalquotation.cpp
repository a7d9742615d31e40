#include "widgets/pages/retrievalquotation.h"

#include "widgets/controls/button.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace qd {

using namespace retrieval;

namespace {

constexpr int MostCandidates = 300;
constexpr quint32 MostReadChunks = 20'000; // one after the other, where there is no text index

std::string_view viewOfBytes(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

class QuotationSearch
{
public:
    QuotationSearch(const Corpus &corpus, const QByteArray &quotation) : m_corpus(corpus), m_quotation(quotation) { }

    const Citation &best() const { return m_best; }
    std::optional<quint32> row() const { return m_row; }
    // Takes a chunk that comes nearer than those before.
    void look(quint32 row)
    {
        const QByteArray text = m_corpus.text(row);
        Citation citation = findCitation(viewOfBytes(text), viewOfBytes(m_quotation), m_corpus.characterType());
        m_best.words = citation.words;
        const auto isNearer = [&] { return citation.verdict != m_best.verdict ? citation.verdict < m_best.verdict : citation.longestWords > m_best.longestWords; };
        if (!isNearer())
            return;
        m_best = std::move(citation);
        m_row = row;
    }
    // Every chunk, byte by byte: much faster than by words.
    Result<int> lookEverywhere(const CorpusWork &work)
    {
        int found = 0;
        for (quint32 row = 0; row < m_corpus.rows(); ++row) {
            if (row % 1024 == 0 && work.stopped())
                return failure(Error::Kind::Cancelled, QString());
            if (!m_corpus.alive().contains(row) || !m_corpus.text(row).contains(m_quotation))
                continue;
            ++found;
            if (m_best.verdict != CitationVerdict::WordForWord)
                look(row);
        }
        return found;
    }
    // What shares most with it, by BM25; without a text index by reading, as long as that is bearable.
    Result<> lookAtCandidates(const SearchSettings &settings, const CorpusWork &work)
    {
        SearchSettings byWords;
        byWords.mode = SearchSettings::Mode::Bm25;
        byWords.configuration = settings.configuration;
        byWords.limit = MostCandidates;
        const auto answer = search(m_corpus, Question{QString::fromUtf8(m_quotation)}, byWords, work);
        if (!answer && answer.error().isCancelled())
            return tl::unexpected(answer.error());
        for (const AnswerRow &candidate : answer ? answer->rows : std::vector<AnswerRow>())
            look(candidate.row);
        for (quint32 row = 0; !answer && row < std::min(m_corpus.rows(), MostReadChunks); ++row) {
            if (work.stopped())
                return failure(Error::Kind::Cancelled, QString());
            if (m_corpus.alive().contains(row))
                look(row);
        }
        return {};
    }

private:
    const Corpus &m_corpus;
    QByteArray m_quotation;
    Citation m_best;
    std::optional<quint32> m_row;
};

} // namespace

QString retrievalview::withoutQuotationMarks(const QString &text)
{
    static const QString marks = QStringLiteral("\"'“”„‟‘’‚‛«»‹›「」『』…");
    QString bare = text.trimmed();
    while (!bare.isEmpty() && (marks.contains(bare.front()) || bare.startsWith(QLatin1String("..."))))
        bare = bare.mid(marks.contains(bare.front()) ? 1 : 3).trimmed();
    while (!bare.isEmpty() && (marks.contains(bare.back()) || bare.endsWith(QLatin1String("..."))))
        bare.chop(marks.contains(bare.back()) ? 1 : 3), bare = bare.trimmed();
    return bare;
}

Result<QuotationPlace> retrievalview::placeOfQuotation(const Corpus &corpus, const QString &quotation, const QList<quint32> &answered, const SearchSettings &settings, const CorpusWork &work)
{
    QuotationPlace place;
    place.quotation = withoutQuotationMarks(quotation);
    const QByteArray wanted = place.quotation.toUtf8();
    QuotationSearch search(corpus, wanted);
    if (wanted.isEmpty() || findCitation(viewOfBytes(wanted), viewOfBytes(wanted), corpus.characterType()).words == 0)
        return failure(Error::Kind::Wrong, RetrievalQuotationBar::tr("A quotation without a word cannot be looked for."));
    for (const quint32 row : answered)
        search.look(row);
    const auto everywhere = search.lookEverywhere(work);
    if (!everywhere)
        return tl::unexpected(everywhere.error());
    if (search.best().verdict != CitationVerdict::WordForWord) {
        if (const auto looked = search.lookAtCandidates(settings, work); !looked)
            return tl::unexpected(looked.error());
    }
    place.citation = search.best();
    place.otherChunks = std::max(0, *everywhere - 1);
    place.row = search.row();
    if (!place.row || place.citation.longestWords == 0) {
        place.row.reset();
        return place;
    }
    place.isInAnswer = answered.contains(*place.row);
    const auto conditions = corpus.conditions(*place.row, settings);
    place.passesFilters = std::all_of(conditions.begin(), conditions.end(), [](const Corpus::Condition &condition) { return condition.passes; });
    if (corpus.hasColumn("page"))
        place.page = corpus.integer(*place.row, "page");
    const TextRange &range = place.citation.places.empty() ? place.citation.longest : place.citation.places.front();
    if (const auto begin = corpus.hasColumn("begin") ? corpus.integer(*place.row, "begin") : std::nullopt)
        place.begin = *begin + range.character;
    return place;
}

RetrievalQuotationBar::RetrievalQuotationBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_ask(new Button(tr("Is It There?")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_field->setAccessibleName(tr("Quotation to look for"));
    m_field->setPlaceholderText(tr("Quotation of an answer"));
    m_field->setFont(qd::font(Type::Cell));
    m_field->setMaxLength(20'000);
    m_ask->setSmall(true);
    m_ask->setEnabled(false);
    row->addWidget(m_field, 1);
    row->addWidget(m_ask);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) { m_ask->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_field, &QLineEdit::returnPressed, this, &RetrievalQuotationBar::ask);
    connect(m_ask, &QPushButton::clicked, this, &RetrievalQuotationBar::ask);
}

void RetrievalQuotationBar::ask()
{
    if (!m_field->text().trimmed().isEmpty())
        emit asked(m_field->text());
}

} // namespace qd
