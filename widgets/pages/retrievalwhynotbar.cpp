#include "widgets/pages/retrievalwhynotbar.h"

#include "widgets/controls/button.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>

namespace qd {

using namespace retrieval;

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
