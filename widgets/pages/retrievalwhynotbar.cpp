#include "widgets/pages/retrievalwhynotbar.h"

#include "retrieval/engine/whynot.h"
#include "widgets/controls/button.h"
#include "widgets/pages/retrievalquotation.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>

namespace qd {

using namespace retrieval;

constexpr size_t MostNamedChunks = 6;

Result<ChunksMeant> retrievalview::chunksMeant(const Corpus &corpus, const QString &typed, const SearchSettings &settings, const CorpusWork &work)
{
    ChunksMeant meant;
    const auto take = [&](const std::vector<quint32> &rows, bool isByText) {
        meant.count = int(rows.size());
        meant.isByText = isByText;
        for (size_t i = 0; i < std::min(rows.size(), MostNamedChunks); ++i)
            meant.rows << rows[i];
        return meant;
    };
    if (const auto row = corpus.find(typed.trimmed().toUtf8()))
        return take({*row}, false);
    const QByteArray bare = withoutQuotationMarks(typed).toUtf8();
    if (const auto rows = rowsMeantBy(corpus, bare); !rows.empty())
        return take(rows, !corpus.key(rows.front()).startsWith(bare.simplified()));
    if (work.stopped())
        return failure(Error::Kind::Cancelled, QString());
    if (!typed.trimmed().contains(u' '))
        return meant;
    // Case, punctuation and spaces may differ.
    const auto place = placeOfQuotation(corpus, typed, {}, settings, work);
    if (!place && place.error().isCancelled())
        return tl::unexpected(place.error());
    if (place && place->row && place->citation.verdict != CitationVerdict::NotThere)
        return take({*place->row}, true);
    return meant;
}

RetrievalWhyNotBar::RetrievalWhyNotBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_ask(new Button(tr("Why Not?")))
    , m_missing(new Button(QString(), Button::Kind::Link))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_field->setAccessibleName(tr("Key of the missing chunk"));
    m_field->setPlaceholderText(tr("Key of a missing chunk"));
    m_field->setFont(qd::font(Type::Cell));
    m_ask->setSmall(true);
    m_ask->setEnabled(false);
    m_missing->setHasArrow(true);
    m_missing->hide();
    row->addWidget(m_field, 1);
    row->addWidget(m_ask);
    row->addWidget(m_missing);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) { m_ask->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_field, &QLineEdit::returnPressed, this, &RetrievalWhyNotBar::ask);
    connect(m_ask, &QPushButton::clicked, this, &RetrievalWhyNotBar::ask);
    connect(m_missing, &QPushButton::clicked, this, &RetrievalWhyNotBar::openMissing);
}

void RetrievalWhyNotBar::ask()
{
    const QString key = m_field->text().trimmed();
    if (!key.isEmpty())
        emit asked(key.toUtf8());
}

void RetrievalWhyNotBar::clear()
{
    m_field->clear();
    m_judged.clear();
    m_missing->hide();
}

void RetrievalWhyNotBar::showSession(const RetrievalSession &session, const std::optional<Judgements> &judgements)
{
    m_judged.clear();
    const auto &offline = session.offline();
    if (offline && judgements && session.opened()) {
        QSet<QString> there;
        for (const AnswerLine &line : offline->lines)
            there << QString::fromUtf8(line.key);
        for (const JudgedQuery &query : session.opened()->questions) {
            if (query.text != offline->question.text)
                continue;
            const auto grades = judgements->grades.value(query.id);
            for (auto grade = grades.cbegin(); grade != grades.cend(); ++grade) {
                if (*grade < 1 || there.contains(grade.key()))
                    continue;
                const auto row = session.corpus()->find(grade.key().toUtf8());
                const auto [title, place] = row ? retrievalview::nameOf(*session.corpus(), *row) : std::pair(grade.key(), QString());
                m_judged << std::pair(grade.key(), QStringLiteral("%1 %2").arg(title, place).trimmed());
            }
        }
    }
    QHash<QString, int> named;
    for (const auto &judged : std::as_const(m_judged))
        ++named[judged.second];
    // Of two that have one name the key tells which is which.
    for (auto &[key, name] : m_judged) {
        if (named.value(name) > 1 && key != name)
            name = QStringLiteral("%1 · %2").arg(name, key);
    }
    std::sort(m_judged.begin(), m_judged.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    m_missing->setVisible(!m_judged.isEmpty());
    //: short: so many judged chunks are missing
    m_missing->setText(tr("%n missing", nullptr, int(m_judged.size())));
    m_missing->setAccessibleName(tr("%n judged chunk(s) missing", nullptr, int(m_judged.size())));
    m_missing->setToolTip(m_missing->accessibleName());
    m_missing->updateGeometry();
}

void RetrievalWhyNotBar::openMissing()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[key, name] : std::as_const(m_judged)) {
        menu->addAction(QString(name).replace(u'&', QStringLiteral("&&")), this, [this, key = key] {
            m_field->setText(key);
            ask();
        });
    }
    menu->popup(m_missing->mapToGlobal(QPoint(0, m_missing->height() + 2)));
}

} // namespace qd
