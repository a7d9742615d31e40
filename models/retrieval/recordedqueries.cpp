#include "retrieval/recordedqueries.h"

#include <QCoreApplication>
#include <QtEndian>

#include <bit>

namespace qd::retrieval {

namespace {

struct RecordedWords
{
    Q_DECLARE_TR_FUNCTIONS(RecordedQueries)
};

void putNumber(QByteArray &bytes, quint32 number)
{
    const quint32 little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

} // namespace

void RecordedQueries::record(const QString &model, const QString &question, const std::vector<float> &embedding)
{
    m_known.insert({model, int(embedding.size()), question}, embedding);
}

std::optional<std::vector<float>> RecordedQueries::find(const QString &model, int dims, const QString &question) const
{
    const auto known = m_known.constFind({model, dims, question});
    return known == m_known.cend() ? std::nullopt : std::optional(*known);
}

// Per question: sizes of model, question and embedding, then these.
QByteArray RecordedQueries::toBytes() const
{
    QByteArray bytes;
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
        const QByteArray model = std::get<0>(known.key()).toUtf8(), question = std::get<2>(known.key()).toUtf8();
        putNumber(bytes, quint32(model.size()));
        putNumber(bytes, quint32(question.size()));
        putNumber(bytes, quint32(known->size()));
        bytes += model + question;
        for (const float value : *known)
            putNumber(bytes, std::bit_cast<quint32>(value));
    }
    return bytes;
}

Result<RecordedQueries> RecordedQueries::fromBytes(QByteArrayView bytes)
{
    RecordedQueries queries;
    while (!bytes.isEmpty()) {
        const auto number = [&bytes](qsizetype at) { return qFromLittleEndian<quint32>(bytes.data() + at); };
        constexpr qsizetype Head = 12;
        const bool hasHead = bytes.size() >= Head;
        const quint64 model = hasHead ? number(0) : 0, question = hasHead ? number(4) : 0, dims = hasHead ? number(8) : 0;
        if (!hasHead || model + question + dims * 4 > quint64(bytes.size() - Head))
            return failure(Error::Kind::Wrong, RecordedWords::tr("The recorded questions of this snapshot cannot be read."));
        std::vector<float> embedding;
        for (quint64 i = 0; i < dims; ++i)
            embedding.push_back(std::bit_cast<float>(number(Head + qsizetype(model + question + 4 * i))));
        const QByteArrayView texts = bytes.sliced(Head);
        queries.record(QString::fromUtf8(texts.first(qsizetype(model))), QString::fromUtf8(texts.sliced(qsizetype(model), qsizetype(question))), embedding);
        bytes = bytes.sliced(Head + qsizetype(model + question + dims * 4));
    }
    return queries;
}

} // namespace qd::retrieval
