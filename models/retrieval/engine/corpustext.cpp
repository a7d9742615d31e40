#include "retrieval/engine/corpusprivate.h"

#include <QCoreApplication>

namespace qd::retrieval {

namespace {

struct CorpusTextWords
{
    Q_DECLARE_TR_FUNCTIONS(CorpusText)
};

QByteArray nameOfConfiguration(Configuration configuration)
{
    return configuration == Configuration::English ? "english" : "simple";
}

} // namespace

GradedReason Corpus::Private::textGrade(Configuration configuration, bool isFromServer, quint32 unreadable) const
{
    GradedReason grade{Grade::BitIdentical, isFromServer ? CorpusTextWords::tr("Lexemes are the server's own; ranks have its bits.") : CorpusTextWords::tr("Texts were analysed here as the server's parser does; ranks have its bits.")};
    if (unreadable > 0)
        grade.lower({Grade::Statistical, CorpusTextWords::tr("%n tsvector(s) of the snapshot cannot be read.", nullptr, int(unreadable))});
    if (configuration == Configuration::English && !locale.stemOfAdded.isEmpty() && !Analyzer::stemsLike(std::string_view(locale.stemOfAdded.constData(), std::size_t(locale.stemOfAdded.size()))))
        grade.lower({Grade::SameOrder, CorpusTextWords::tr("The server stems English by newer rules (“added” becomes “%1”), so words of the question may be cut otherwise than production cuts them.").arg(QString::fromUtf8(locale.stemOfAdded))});
    if (!locale.isKnown)
        grade.lower({Grade::SameOrder, isFromServer ? CorpusTextWords::tr("The server's locale is not noted; the question was read as in UTF-8.")
                                                    : CorpusTextWords::tr("Texts were analysed here, as PostgreSQL 15 does in UTF-8; a server of another locale or version may find other words.")});
    else if (!CharacterClasses::of(locale.type).isFaithful())
        grade.lower({Grade::SameOrder, CorpusTextWords::tr("This computer has no C.UTF-8 locale, so letters beyond ASCII may be told apart otherwise than by the server.")});
    return grade;
}

Result<std::shared_ptr<const CorpusText>> Corpus::Private::makeText(Configuration configuration, const CorpusWork &work) const
{
    const int vectorColumn = snapshot->column("tsvector"), textColumn = snapshot->column("text");
    if (vectorColumn < 0 && textColumn < 0)
        return failure(Error::Kind::Missing, CorpusTextWords::tr("The snapshot has neither texts nor tsvectors, so only vectors can be searched."));
    const QString what = vectorColumn >= 0 ? CorpusTextWords::tr("Reading the lexemes of production") : CorpusTextWords::tr("Reading the words of all texts");
    auto made = std::make_shared<CorpusText>();
    made->hasVector = RowSet(snapshot->rows());
    Analyzer analyzer(configuration, locale.type);
    quint32 unreadable = 0;
    for (quint32 row = 0; row < snapshot->rows(); ++row) {
        if (row % 512 == 0) {
            if (work.stopped())
                return corpusCancelled();
            work.tell(what, double(row) / double(snapshot->rows()));
        }
        std::optional<QByteArray> bytes;
        if (snapshot->alive().contains(row))
            bytes = cell(row, vectorColumn >= 0 ? vectorColumn : textColumn);
        std::optional<TsVector> vector;
        if (bytes && vectorColumn >= 0) {
            if (auto read = TsVector::fromBinary(*bytes))
                vector = *std::move(read);
            else
                ++unreadable;
        } else if (bytes) {
            if (auto analysed = analyzer.vector(std::string_view(bytes->constData(), std::size_t(bytes->size()))))
                vector = *std::move(analysed); // too long for the server: it would have refused the row
        }
        if (vector)
            made->hasVector.insert(row);
        made->index.add(vector.value_or(TsVector()));
    }
    made->index.finish();
    made->grade = textGrade(configuration, vectorColumn >= 0 && origin.source != QLatin1String("import") && origin.source != QLatin1String("sample"), unreadable);
    return made;
}

Result<std::shared_ptr<const CorpusText>> Corpus::text(Configuration configuration, const CorpusWork &work) const
{
    // Lexemes that the server made are what they are, whatever the question is read with.
    const QByteArray name = hasColumn("tsvector") ? QByteArray("server") : nameOfConfiguration(configuration);
    return d->texts.get(name, work, [&] { return d->makeText(configuration, work); });
}

Result<std::shared_ptr<const Bm25>> Corpus::bm25(Configuration configuration, const Bm25Form &form, const CorpusWork &work) const
{
    const auto text = this->text(configuration, work);
    if (!text)
        return tl::unexpected(text.error());
    const QByteArray name = nameOfConfiguration(configuration) + ' ' + QByteArray::number(int(form.kind)) + ' ' + QByteArray::number(double(form.k1), 'g', 9) + ' ' + QByteArray::number(double(form.b), 'g', 9) + ' ' + QByteArray::number(double(form.delta), 'g', 9);
    return d->bm25s.get(name, work, [&]() -> Result<std::shared_ptr<const Bm25>> {
        // Keeps its text index alive.
        struct Kept
        {
            std::shared_ptr<const CorpusText> text;
            Bm25 bm25;
        };
        work.tell(CorpusTextWords::tr("Weighing the words of all texts"), 0);
        auto kept = std::make_shared<Kept>(Kept{*text, Bm25((*text)->index, form)});
        const Bm25 *bm25 = &kept->bm25;
        return std::shared_ptr<const Bm25>(std::move(kept), bm25);
    });
}

} // namespace qd::retrieval
