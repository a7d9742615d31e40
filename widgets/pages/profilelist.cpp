#include "widgets/pages/profilelist.h"

#include "widgets/controls/paint.h"

#include <QStyledItemDelegate>

namespace qd {

namespace {

enum ProfileRole { ProfileId = Qt::UserRole, ProfileSummary, ProfileState };

class ProfileDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, scaled(29)}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const bool isChosen = option.state & QStyle::State_Selected;
        if (isChosen || option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, isChosen ? t.selected : t.hover);
        if (index.row() + 1 < index.model()->rowCount())
            painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.grid);
        QStyleOptionButton radio;
        radio.rect = QRect(option.rect.left() + 10, option.rect.center().y() - scaled(14) / 2, scaled(14), scaled(14));
        radio.state = QStyle::State_Enabled | (isChosen ? QStyle::State_On : QStyle::State_Off);
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &radio, painter, option.widget);
        const QRect name(option.rect.left() + scaled(32), option.rect.top(), scaled(170), option.rect.height());
        paint::text(*painter, name, index.data().toString(), qd::font(Type::Body), t.text);
        QRect rest(option.rect.left() + scaled(210), option.rect.top(), option.rect.width() - scaled(210) - scaled(28), option.rect.height());
        paint::text(*painter, rest, index.data(ProfileSummary).toString(), qd::font(Type::Cell), t.text2);
        if (const QVariant state = index.data(ProfileState); state.isValid())
            paintMark(*painter, QPointF(option.rect.right() - scaled(14), option.rect.center().y() + 0.5), markOf(State(state.toInt())));
    }
};

} // namespace

ProfileList::ProfileList(const Profiles &profiles, QWidget *parent) : QListWidget(parent)
{
    setAccessibleName(tr("Profile"));
    setItemDelegate(new ProfileDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("profiles"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    const auto addRow = [this](const QString &id, const QString &name, const QString &summary) {
        auto *item = new QListWidgetItem(name, this);
        item->setData(ProfileId, id);
        item->setData(ProfileSummary, summary);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(name, summary));
        item->setToolTip(summary);
    };
    addRow({}, tr("Detect from the schema"), tr("looks for tables it knows, after the test"));
    for (const Profile &profile : profiles.all)
        addRow(profile.id, profile.name, profile.summary);
    setCurrentRow(0);
    connect(this, &QListWidget::currentRowChanged, this, [this] { emit picked(current()); });
}

QString ProfileList::current() const
{
    return currentItem() ? currentItem()->data(ProfileId).toString() : QString();
}

void ProfileList::setCurrent(const QString &id)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(ProfileId).toString() == id)
            setCurrentRow(row);
    }
}

void ProfileList::setDetected(const QString &says, qd::State state)
{
    item(0)->setData(ProfileSummary, says);
    item(0)->setData(ProfileState, int(state));
    item(0)->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(item(0)->text(), says));
}

QSize ProfileList::sizeHint() const
{
    return {scaled(400), scaled(29) * std::min(7, count()) + 2};
}

} // namespace qd
