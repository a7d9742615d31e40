#include "retrieval/engine/corpusprivate.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace qd::retrieval {

namespace {

struct CorpusWords
{
    Q_DECLARE_TR_FUNCTIONS(Corpus)
};

} // namespace

void GradedReason::lower(const GradedReason &other)
{
    if (int(other.grade) > int(grade))
        *this = other;
}

Corpus::Corpus() : d(std::make_unique<Private>()) {}
Corpus::~Corpus() = default;

Result<std::shared_ptr<const Corpus>> Corpus::open(const QString &path)
{
    auto snapshot = Snapshot::open(path);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return over(std::move(*snapshot));
}

Result<std::shared_ptr<const Corpus>> Corpus::over(std::unique_ptr<Snapshot> snapshot)
{
    std::shared_ptr<Corpus> corpus(new Corpus);
    corpus->d->snapshot = std::move(snapshot);
    if (corpus->d->snapshot->column("key") < 0)
        return failure(Error::Kind::Missing, CorpusWords::tr("The snapshot has no keys, so its chunks cannot be told apart; take it again."));
    corpus->d->readNotes();
    return std::shared_ptr<const Corpus>(std::move(corpus));
}

// Notes that cannot be read leave what they would have said unknown; the grades say so.
void Corpus::Private::readNotes()
{
    const auto noted = [this](const char *name) { return QByteArray(snapshot->note(name).value_or(QByteArrayView()).toByteArray()); };
    const QJsonObject from = QJsonDocument::fromJson(noted("origin")).object();
    const auto text = [](const QJsonObject &json, const char *key) { return json.value(QLatin1String(key)).toString(); };
    origin = {text(from, "deployment"), text(from, "database"), text(from, "server_version"), text(from, "pgvector"), text(from, "relation"),
              QDateTime::fromString(text(from, "taken_at"), Qt::ISODate), {}, text(from, "source")};
    if (const QJsonValue hidden = from.value(QLatin1String("rows_hidden_by_rls")); hidden.isDouble())
        origin.rowsHidden = hidden.toInteger();

    const QJsonObject place = QJsonDocument::fromJson(noted("locale")).object();
    locale.name = text(place, "ctype");
    locale.isKnown = !locale.name.isEmpty();
    locale.type = locale.name == QLatin1String("C") || locale.name == QLatin1String("POSIX") ? CharacterType::C : CharacterType::Utf8;
    locale.stemOfAdded = text(place, "stem_of_added").toUtf8();

    if (const auto read = Calibration::fromText(noted(notes::Calibration)); read && !noted(notes::Calibration).isEmpty()) {
        calibration = *read;
        hasCalibration = true;
    }
    recorded = RecordedQueries::fromBytes(noted(notes::Queries)).value_or(RecordedQueries());
    model = text(QJsonDocument::fromJson(noted(notes::SearchParameters)).object(), "model");
    readIndexes(noted(notes::IndexDefinitions));
}

const SnapshotShape &Corpus::shape() const { return d->snapshot->shape(); }
quint64 Corpus::generation() const { return d->snapshot->generation(); }
quint32 Corpus::rows() const { return d->snapshot->rows(); }
const RowSet &Corpus::alive() const { return d->snapshot->alive(); }
const RowSet &Corpus::searchable() const { return d->snapshot->searchable(); }
VectorColumn Corpus::vectors() const { return d->snapshot->vectors(); }
QuantisedColumn Corpus::quantised() const { return d->snapshot->quantised(); }
const CorpusOrigin &Corpus::origin() const { return d->origin; }
const QList<CorpusIndex> &Corpus::indexes() const { return d->indexes; }
bool Corpus::hasColumn(QByteArrayView name) const { return d->snapshot->column(name) >= 0; }
CharacterType Corpus::characterType() const { return d->locale.type; }
Result<> Corpus::verify(const CorpusWork &work) const { return d->snapshot->verify(work.isStopped); }
qsizetype Corpus::recordedCount() const { return d->recorded.count(); }

Result<QByteArray> Corpus::note(QByteArrayView name) const
{
    return d->snapshot->note(name).map([](QByteArrayView bytes) { return bytes.toByteArray(); });
}

std::optional<Error> Corpus::damage() const
{
    const QMutexLocker locker(&d->cells);
    return d->snapshot->damage();
}

QStringList Corpus::searches() const
{
    QStringList names;
    const QByteArray prefix = QByteArray(notes::SearchParameters) + '/';
    for (const QByteArray &name : d->snapshot->notes()) {
        if (name.startsWith(prefix))
            names << QString::fromUtf8(name.mid(prefix.size()));
    }
    return names;
}

Result<SearchSettings> Corpus::productionSettings(const QString &search) const
{
    const auto noted = note(search.isEmpty() ? QByteArray(notes::SearchParameters) : QByteArray(notes::SearchParameters) + '/' + search.toUtf8());
    if (noted)
        return SearchSettings::fromJson(*noted);
    if (!search.isEmpty() || noted.error().kind != Error::Kind::Missing)
        return tl::unexpected(noted.error());
    SearchSettings settings;
    const bool hasText = hasColumn("text") || hasColumn("tsvector");
    settings.mode = shape().dims == 0 ? SearchSettings::Mode::Text : hasText ? SearchSettings::Mode::Hybrid : SearchSettings::Mode::Vector;
    settings.ranking = SearchSettings::Ranking::CoverDensity;
    settings.vectorLimit = settings.textLimit = 60;
    return settings;
}

Result<Judgements> Corpus::judgements() const
{
    return note(notes::Judgements).and_then([](const QByteArray &bytes) { return readJudgements(bytes); });
}

Result<QList<JudgedQuery>> Corpus::questions() const
{
    return note("questions").and_then([](const QByteArray &bytes) { return readQueries(bytes); });
}

std::optional<std::vector<float>> Corpus::recordedEmbedding(const QString &text, QString *model) const
{
    QStringList candidates = model && !model->isEmpty() ? QStringList{*model} : models();
    if (candidates.isEmpty())
        candidates << QString();
    for (const QString &candidate : std::as_const(candidates)) {
        if (auto found = d->recorded.find(candidate, shape().dims, text)) {
            if (model)
                *model = candidate;
            return found;
        }
    }
    return {};
}

QStringList Corpus::models() const
{
    QStringList models;
    for (const auto &[model, rows] : valuesOf("model"))
        models << QString::fromUtf8(model);
    if (models.isEmpty() && !d->model.isEmpty())
        models << d->model;
    return models;
}

std::optional<QByteArray> Corpus::Private::cell(quint32 row, int column) const
{
    if (column < 0)
        return {};
    const QMutexLocker locker(&cells);
    switch (snapshot->shape().columns[column].kind) {
    case SnapshotColumn::Kind::Bytes:
        if (const auto bytes = snapshot->bytes(row, column))
            return bytes->toByteArray();
        return {};
    case SnapshotColumn::Kind::Integer:
        if (const auto integer = snapshot->integer(row, column))
            return QByteArray::number(*integer);
        return {};
    case SnapshotColumn::Kind::Number:
        if (const auto number = snapshot->number(row, column))
            return QByteArray::number(*number, 'g', 17);
        return {};
    }
    return {};
}

std::optional<QByteArray> Corpus::bytes(quint32 row, QByteArrayView column) const
{
    return d->cell(row, d->snapshot->column(column));
}

std::optional<qint64> Corpus::integer(quint32 row, QByteArrayView column) const
{
    const int number = d->snapshot->column(column);
    if (number < 0)
        return {};
    const QMutexLocker locker(&d->cells);
    return d->snapshot->integer(row, number);
}

QByteArray Corpus::key(quint32 row) const { return bytes(row, "key").value_or(QByteArray()); }
QByteArray Corpus::text(quint32 row) const { return bytes(row, "text").value_or(QByteArray()); }

std::optional<quint32> Corpus::find(QByteArrayView key) const
{
    const auto keys = d->keys.get({}, [this]() -> Result<std::shared_ptr<const QHash<QByteArray, quint32>>> {
        auto made = std::make_shared<QHash<QByteArray, quint32>>();
        made->reserve(rows());
        for (quint32 row = 0; row < rows(); ++row) {
            if (alive().contains(row))
                made->insert(this->key(row), row);
        }
        return made;
    });
    const auto found = (*keys)->constFind(key.toByteArray());
    return found == (*keys)->cend() ? std::nullopt : std::optional(*found);
}

Result<std::shared_ptr<const CorpusValues>> Corpus::Private::valuesOf(QByteArrayView name, const CorpusWork &work)
{
    return values.get(name.toByteArray(), work, [&]() -> Result<std::shared_ptr<const CorpusValues>> {
        const int column = snapshot->column(name);
        if (column < 0)
            return failure(Error::Kind::Missing, CorpusWords::tr("The snapshot has no column “%1”, so nothing can be filtered by it.").arg(QString::fromUtf8(name)));
        auto made = std::make_shared<CorpusValues>();
        made->numbers.resize(snapshot->rows());
        for (quint32 row = 0; row < snapshot->rows(); ++row) {
            if (row % 4096 == 0 && work.stopped())
                return corpusCancelled();
            const auto value = cell(row, column);
            if (!value)
                continue;
            quint32 &number = made->numberOf[*value];
            if (number == 0) {
                made->values << *value;
                number = quint32(made->values.size());
            }
            made->numbers[row] = number;
        }
        return made;
    });
}

QList<std::pair<QByteArray, quint32>> Corpus::valuesOf(QByteArrayView column) const
{
    QList<std::pair<QByteArray, quint32>> counted;
    const auto values = hasColumn(column) ? d->valuesOf(column, {}) : failure(Error{});
    if (!values)
        return counted;
    for (const QByteArray &value : (*values)->values)
        counted << std::pair(value, 0u);
    for (quint32 row = 0; row < rows(); ++row) {
        const quint32 number = (*values)->numbers[row];
        if (number > 0 && alive().contains(row))
            ++counted[number - 1].second;
    }
    counted.removeIf([](const auto &value) { return value.second == 0; });
    std::sort(counted.begin(), counted.end(), [](const auto &a, const auto &b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
    return counted;
}

std::optional<HeapTid> Corpus::tid(quint32 row) const
{
    const auto tid = integer(row, "tid");
    return tid ? std::optional(HeapTid(*tid)) : std::nullopt;
}

std::shared_ptr<const std::vector<quint32>> Corpus::rowsInTableOrder() const
{
    return *d->tableOrder.get({}, [this]() -> Result<std::shared_ptr<const std::vector<quint32>>> {
        std::vector<std::pair<HeapTid, quint32>> places;
        for (quint32 row = 0; row < rows(); ++row) {
            if (alive().contains(row))
                places.emplace_back(tid(row).value_or(NoTid), row);
        }
        std::sort(places.begin(), places.end());
        auto made = std::make_shared<std::vector<quint32>>();
        for (const auto &place : places)
            made->push_back(place.second);
        return made;
    });
}

RowOfTid Corpus::rowsByTid() const
{
    const auto tids = d->tids.get({}, [this]() -> Result<std::shared_ptr<const std::unordered_map<HeapTid, quint32>>> {
        auto made = std::make_shared<std::unordered_map<HeapTid, quint32>>();
        made->reserve(rows());
        for (quint32 row = 0; row < rows(); ++row) {
            const auto known = alive().contains(row) ? this->tid(row) : std::nullopt;
            if (known)
                made->emplace(*known, row);
        }
        return made;
    });
    return [tids = *tids](HeapTid tid) {
        const auto found = tids->find(tid);
        return found == tids->end() ? std::nullopt : std::optional(found->second);
    };
}

Arithmetic Corpus::arithmetic(Metric metric) const
{
    return d->calibration.arithmeticOrLikely(metric, shape().type);
}

GradedReason Corpus::vectorGrade(Metric metric) const
{
    if (!d->hasCalibration)
        return {Grade::SameOrder, CorpusWords::tr("The snapshot has no calibration of the server's arithmetic: scores agree to 4e-7, ties may swap.")};
    if (d->calibration.grade(metric, shape().type) != Grade::BitIdentical)
        return {Grade::SameOrder, CorpusWords::tr("The server adds up in a way that is not known here: scores agree to %1, ties may swap.").arg(std::max(4e-7, d->calibration.largestDifference(metric, shape().type)))};
    return {Grade::BitIdentical, CorpusWords::tr("Scores have the bits of the server's own (%1).").arg(arithmetic(metric).name())};
}

} // namespace qd::retrieval
