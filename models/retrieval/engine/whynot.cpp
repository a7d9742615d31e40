#include "retrieval/engine/droppedby.h"

#include <QCoreApplication>

#include <cmath>

namespace qd::retrieval {

namespace {

struct WhyNotWords
{
    Q_DECLARE_TR_FUNCTIONS(WhyNot)
};

// The least value from low to high for which it works, if it works at high. Found by halving; the
// value that is returned was tried.
template <typename Works>
std::optional<int> leastThatWorks(int low, int high, Works works)
{
    if (low > high || !works(high))
        return {};
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (works(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return high;
}

// Tries changes of settings against one row.
class ChangeFinder
{
public:
    ChangeFinder(const Corpus &corpus, const Question &question, quint32 row, const CorpusWork &work)
        : m_corpus(corpus), m_question(question), m_row(row), m_work(work)
    {
    }

    // Changes that may help against a stage, in the order in which they are worth trying.
    // `isEnough` says of settings whether they help.
    template <typename Enough>
    QList<SettingChange> against(const WhyNot &why, const SearchSettings &from, Enough isEnough);
    bool returns(const SearchSettings &settings, SettingChange *change = nullptr) const
    {
        const auto answer = search(m_corpus, m_question, settings, m_work);
        const AnswerRow *found = answer ? answer->find(m_row) : nullptr;
        if (change && answer) {
            change->rank = found ? found->rank : 0;
            change->visited = answer->counts.visited;
        }
        return found;
    }

private:
    template <typename Enough>
    void add(const QString &sentence, const SearchSettings &to, Enough isEnough)
    {
        if (m_work.stopped() || !isEnough(to))
            return;
        SettingChange change{sentence, sqlOfChange(m_from, to).join(QLatin1Char('\n')), to, 0, {}, 0, 0};
        returns(to, &change);
        m_changes << change;
    }
    // `likely` is what the row's rank says; only among equals the least may be another.
    template <typename Enough>
    void addNumber(int SearchSettings::*member, int high, const QString &sentence, Enough isEnough, quint32 likely = 0)
    {
        SearchSettings to = m_from;
        const auto works = [&](int value) {
            to.*member = value;
            return isEnough(to);
        };
        const int now = m_from.*member, guess = int(std::min<quint32>(likely, quint32(high)));
        const auto least = guess > now && works(guess) ? leastThatWorks(works(guess - 1) ? now + 1 : guess, guess, works) : leastThatWorks(std::max(now + 1, guess), high, works);
        if (least) {
            to.*member = *least;
            add(sentence.arg(m_from.*member).arg(*least), to, isEnough);
        }
    }
    template <typename Enough>
    void addScan(Enough isEnough);
    template <typename Enough>
    void addThreshold(double score, Enough isEnough);
    template <typename Enough>
    void addFilter(DroppedBy stage, Enough isEnough);

    const Corpus &m_corpus;
    const Question &m_question;
    quint32 m_row;
    const CorpusWork &m_work;
    SearchSettings m_from;
    QList<SettingChange> m_changes;
};

template <typename Enough>
void ChangeFinder::addScan(Enough isEnough)
{
    SearchSettings to = m_from;
    const bool isHnsw = m_from.scan == SearchSettings::Scan::Hnsw;
    int &knob = isHnsw ? to.indexSettings.efSearch : to.indexSettings.probes;
    const int now = knob;
    const auto lists = isHnsw ? failure(Error{}) : m_corpus.lists(m_from, m_work);
    const int most = isHnsw ? 1000 : lists ? int((*lists)->index.lists().size()) : now;
    const auto least = leastThatWorks(now + 1, most, [&](int value) {
        knob = value;
        return isEnough(to);
    });
    if (least) {
        knob = *least;
        add(isHnsw ? WhyNotWords::tr("Raise hnsw.ef_search from %1 to %2.").arg(now).arg(*least) : WhyNotWords::tr("Raise ivfflat.probes from %1 to %2.").arg(now).arg(*least), to, isEnough);
    }
    if (m_from.indexSettings.iterativeScan == IterativeScan::Off) {
        to = m_from;
        to.indexSettings.iterativeScan = IterativeScan::Relaxed;
        add(WhyNotWords::tr("Let the scan go on until enough rows pass (iterative scan)."), to, isEnough);
    } else if (isHnsw) {
        to = m_from;
        to.indexSettings.maxScanTuples = std::max(m_from.indexSettings.maxScanTuples, int(std::min<quint32>(m_corpus.rows() * 2, 1'000'000'000)));
        if (to.indexSettings.maxScanTuples > m_from.indexSettings.maxScanTuples)
            add(WhyNotWords::tr("Raise hnsw.max_scan_tuples from %1 to %2.").arg(m_from.indexSettings.maxScanTuples).arg(to.indexSettings.maxScanTuples), to, isEnough);
    }
    to = m_from;
    to.scan = SearchSettings::Scan::Exact;
    add(WhyNotWords::tr("Compare every row, without the index."), to, isEnough);
}

template <typename Enough>
void ChangeFinder::addThreshold(double score, Enough isEnough)
{
    SearchSettings to = m_from;
    const bool isSimilarity = m_from.threshold->on == Threshold::On::Similarity;
    // The roundest bound that lets it in.
    for (int decimals = 2; decimals <= 9; ++decimals) {
        const double scale = std::pow(10.0, decimals);
        to.threshold->bound = (isSimilarity ? std::floor(score * scale) : std::ceil(score * scale)) / scale;
        if (to.threshold->passes(isSimilarity ? 1.0 - score : score))
            break;
    }
    add(isSimilarity ? WhyNotWords::tr("Lower the threshold from %1 to %2.").arg(m_from.threshold->bound).arg(to.threshold->bound) : WhyNotWords::tr("Raise the threshold from %1 to %2.").arg(m_from.threshold->bound).arg(to.threshold->bound), to, isEnough);
    to = m_from;
    to.threshold.reset();
    if (m_changes.isEmpty())
        add(WhyNotWords::tr("Ask without a threshold."), to, isEnough);
}

template <typename Enough>
void ChangeFinder::addFilter(DroppedBy stage, Enough isEnough)
{
    SearchSettings to = m_from;
    const auto cell = [this](const char *column) { return QString::fromUtf8(m_corpus.bytes(m_row, column).value_or(QByteArray())); };
    switch (stage) {
    case DroppedBy::Owner:
        if (!m_corpus.bytes(m_row, "owner"))
            return;
        to.asUser = cell("owner");
        return add(WhyNotWords::tr("Ask as its owner, “%1”.").arg(*to.asUser), to, isEnough);
    case DroppedBy::Status:
        to.status << cell("status");
        return add(WhyNotWords::tr("Accept the status “%1” too.").arg(cell("status")), to, isEnough);
    case DroppedBy::Document:
        to.documents << cell("document");
        return add(WhyNotWords::tr("Search its document “%1” too.").arg(cell("document")), to, isEnough);
    default:
        to.metadata = {};
        return add(WhyNotWords::tr("Ask without a condition on the metadata."), to, isEnough);
    }
}

template <typename Enough>
QList<SettingChange> ChangeFinder::against(const WhyNot &why, const SearchSettings &from, Enough isEnough)
{
    m_from = from;
    m_changes.clear();
    const int all = int(m_corpus.rows());
    switch (why.stage) {
    case DroppedBy::Owner:
    case DroppedBy::Status:
    case DroppedBy::Document:
    case DroppedBy::Metadata:
        addFilter(why.stage, isEnough);
        break;
    case DroppedBy::NoLength:
    case DroppedBy::NotIndexed:
    case DroppedBy::IndexSkipped:
    case DroppedBy::FilterAfterScan:
        addScan(isEnough);
        break;
    case DroppedBy::Threshold:
        addThreshold(*why.score, isEnough);
        break;
    case DroppedBy::LegLimit:
        if (from.vectorLimit > 0)
            addNumber(&SearchSettings::vectorLimit, all, WhyNotWords::tr("Raise the limit of the vector leg from %1 to %2."), isEnough);
        if (from.textLimit > 0)
            addNumber(&SearchSettings::textLimit, all, WhyNotWords::tr("Raise the limit of the text leg from %1 to %2."), isEnough);
        break;
    case DroppedBy::FusedBelow:
        addNumber(&SearchSettings::limit, all, WhyNotWords::tr("Raise the limit from %1 to %2."), isEnough, why.rank.value_or(0));
        if (from.vectorLimit > 0)
            addNumber(&SearchSettings::vectorLimit, all, WhyNotWords::tr("Raise the limit of the vector leg from %1 to %2."), isEnough);
        if (from.textLimit > 0)
            addNumber(&SearchSettings::textLimit, all, WhyNotWords::tr("Raise the limit of the text leg from %1 to %2."), isEnough);
        if (from.scan != SearchSettings::Scan::Exact)
            addScan(isEnough);
        break;
    case DroppedBy::Limit:
        addNumber(&SearchSettings::limit, all, WhyNotWords::tr("Raise the limit from %1 to %2."), isEnough, why.rank.value_or(0));
        break;
    default:
        break;
    }
    return m_changes;
}

// None alone is enough: one stage after the other, until the row is there.
QList<SettingChange> severalChanges(const Corpus &corpus, const Question &question, const SearchSettings &settings, quint32 row, WhyNot why, const CorpusWork &work)
{
    QList<SettingChange> made;
    SearchSettings now = settings;
    ChangeFinder finder(corpus, question, row, work);
    for (int step = 0; step < 6 && why.stage != DroppedBy::Nothing; ++step) {
        const DroppedBy stage = why.stage;
        const QList<SettingChange> changes = finder.against(why, now, [&](const SearchSettings &to) {
            const auto then = stageOf(corpus, question, to, row, work);
            return then && then->stage != stage;
        });
        if (changes.isEmpty())
            return {};
        made << changes.first();
        now = changes.first().settings;
        const auto next = stageOf(corpus, question, now, row, work);
        if (!next)
            return {};
        why = *next;
    }
    return why.stage == DroppedBy::Nothing ? made : QList<SettingChange>();
}

} // namespace

Result<WhyNot> whyNot(const Corpus &corpus, const Question &question, const SearchSettings &settings, quint32 row, const CorpusWork &work)
{
    auto why = stageOf(corpus, question, settings, row, work);
    if (!why || why->stage == DroppedBy::Nothing || why->stage == DroppedBy::NotInSnapshot)
        return why;
    ChangeFinder finder(corpus, question, row, work);
    why->changes = finder.against(*why, settings, [&finder](const SearchSettings &to) { return finder.returns(to); });
    if (why->changes.isEmpty())
        why->together = severalChanges(corpus, question, settings, row, *why, work);
    if (work.stopped())
        return failure(Error::Kind::Cancelled, QString());
    return why;
}

std::vector<quint32> rowsMeantBy(const Corpus &corpus, const QByteArray &pasted)
{
    if (const auto row = corpus.find(pasted))
        return {*row};
    std::vector<quint32> byKey, byText;
    const QByteArray words = pasted.simplified();
    for (quint32 row = 0; row < corpus.rows(); ++row) {
        if (!corpus.alive().contains(row))
            continue;
        if (words.size() >= 4 && corpus.key(row).startsWith(words))
            byKey.push_back(row);
        else if (words.size() >= 8 && byKey.empty() && corpus.text(row).simplified().contains(words))
            byText.push_back(row);
    }
    return byKey.empty() ? byText : byKey;
}

Result<WhyNot> whyNot(const Corpus &corpus, const Question &question, const SearchSettings &settings, const QByteArray &key, const CorpusWork &work)
{
    const std::vector<quint32> meant = rowsMeantBy(corpus, key);
    if (meant.size() == 1)
        return whyNot(corpus, question, settings, meant.front(), work);
    WhyNot why;
    why.stage = DroppedBy::NotInSnapshot;
    if (!meant.empty()) {
        QStringList keys;
        for (size_t i = 0; i < std::min<size_t>(5, meant.size()); ++i)
            keys << QString::fromUtf8(corpus.key(meant[i]));
        why.sentence = WhyNotWords::tr("That may be any of %n chunk(s), among them %1: ask for one of these.", nullptr, int(meant.size())).arg(keys.join(QStringLiteral(", ")));
        return why;
    }
    why.sentence = corpus.origin().rowsHidden.value_or(0) > 0
        ? WhyNotWords::tr("The snapshot has no chunk “%1”. Row security hid %n row(s) from whoever took it.", nullptr, int(*corpus.origin().rowsHidden)).arg(QString::fromUtf8(key))
        : WhyNotWords::tr("The snapshot has no chunk “%1”: it is newer, gone, or was hidden from whoever took the snapshot.").arg(QString::fromUtf8(key));
    return why;
}

QStringList sqlOfChange(const SearchSettings &from, const SearchSettings &to)
{
    QStringList sql;
    const auto add = [&sql](bool isChanged, const QString &text) {
        if (isChanged)
            sql << text;
    };
    const IndexSettings &a = from.indexSettings, &b = to.indexSettings;
    const bool isHnsw = to.scan == SearchSettings::Scan::Hnsw;
    add(a.efSearch != b.efSearch, QStringLiteral("set local hnsw.ef_search = %1;").arg(b.efSearch));
    add(a.probes != b.probes, QStringLiteral("set local ivfflat.probes = %1;").arg(b.probes));
    if (a.iterativeScan != b.iterativeScan) {
        const QString value = b.iterativeScan == IterativeScan::Off ? QStringLiteral("off") : b.iterativeScan == IterativeScan::Relaxed ? QStringLiteral("relaxed_order") : QStringLiteral("strict_order");
        sql << QStringLiteral("set local %1.iterative_scan = %2;").arg(isHnsw ? QStringLiteral("hnsw") : QStringLiteral("ivfflat"), value);
    }
    add(a.maxScanTuples != b.maxScanTuples, QStringLiteral("set local hnsw.max_scan_tuples = %1;").arg(b.maxScanTuples));
    add(a.scanMemoryMultiplier != b.scanMemoryMultiplier, QStringLiteral("set local hnsw.scan_mem_multiplier = %1;").arg(b.scanMemoryMultiplier));
    add(a.workMemoryKb != b.workMemoryKb, QStringLiteral("set local work_mem = '%1kB';").arg(b.workMemoryKb));
    add(a.maxProbes != b.maxProbes, QStringLiteral("set local ivfflat.max_probes = %1;").arg(b.maxProbes));
    add(from.scan != to.scan && to.scan == SearchSettings::Scan::Exact, QStringLiteral("set local enable_indexscan = off;"));
    add(from.scan != to.scan && from.scan == SearchSettings::Scan::Exact, QStringLiteral("set local enable_seqscan = off;"));
    if (from.m != to.m || from.efConstruction != to.efConstruction)
        sql << QStringLiteral("create index concurrently … using hnsw (…) with (m = %1, ef_construction = %2);").arg(to.m > 0 ? to.m : 16).arg(to.efConstruction > 0 ? to.efConstruction : 64);
    add(from.lists != to.lists && to.lists > 0, QStringLiteral("create index concurrently … using ivfflat (…) with (lists = %1);").arg(to.lists));
    add(from.quantisation != to.quantisation && to.quantisation == SearchSettings::Quantisation::Halfvec, QStringLiteral("create index concurrently … using hnsw ((embedding::halfvec(…)) halfvec_…_ops);"));
    // A parameter of production's function by its name; `otherwise` where it is in the text of the search.
    const auto give = [&to](const char *meaning, double value, const QString &otherwise) {
        const QString name = to.arguments.value(QLatin1String(meaning));
        return name.isEmpty() ? otherwise : QStringLiteral("%1 => %2").arg(name).arg(value, 0, 'g', 12);
    };
    add(from.limit != to.limit, give("limit", to.limit, QStringLiteral("limit %1").arg(to.limit)));
    add(from.vectorLimit != to.vectorLimit, QStringLiteral("-- in the vector leg\nlimit %1").arg(to.vectorLimit));
    add(from.textLimit != to.textLimit, QStringLiteral("-- in the text leg\nlimit %1").arg(to.textLimit));
    const auto bound = [](const SearchSettings &settings) { return settings.threshold ? std::optional(settings.threshold->bound) : std::nullopt; };
    if (bound(from) != bound(to) && to.threshold) {
        const bool isSimilarity = to.threshold->on == Threshold::On::Similarity;
        const QString comparison = isSimilarity ? (to.threshold->isInclusive ? QStringLiteral(">=") : QStringLiteral(">")) : (to.threshold->isInclusive ? QStringLiteral("<=") : QStringLiteral("<"));
        const QString compared = (isSimilarity ? QStringLiteral("1 - (embedding %1 $1)") : QStringLiteral("embedding %1 $1")).arg(operatorOf(to.metric));
        sql << give("threshold", to.threshold->bound, QStringLiteral("%1 %2 %3").arg(compared, comparison).arg(to.threshold->bound, 0, 'g', 12));
    }
    add(from.k != to.k, QStringLiteral("-- where the ranks are fused\nk = %1").arg(to.k));
    add(from.vectorWeight != to.vectorWeight, give("vector_weight", to.vectorWeight, QStringLiteral("-- where the ranks are fused\nweight of the vectors = %1").arg(to.vectorWeight)));
    add(from.textWeight != to.textWeight, give("text_weight", to.textWeight, QStringLiteral("-- where the ranks are fused\nweight of the text = %1").arg(to.textWeight)));
    return sql;
}

} // namespace qd::retrieval
