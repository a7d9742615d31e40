#include "widgets/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace qd {

QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal ratio)
{
    const QString key = QStringLiteral("qd/%1/%2/%3/%4").arg(name).arg(size).arg(color.rgba()).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const QString file = QStringLiteral(":/icons/%1.svg").arg(name);
    if (!QFile::exists(file))
        return {};
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        QSvgRenderer(file).render(&painter, QRectF(QPointF(), pixmap.size()));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
    }
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &box, const QString &name, const QColor &color)
{
    const int size = qRound(std::min(box.width(), box.height()));
    const QPixmap pixmap = iconPixmap(name, size, color, painter.device()->devicePixelRatioF());
    if (!pixmap.isNull())
        painter.drawPixmap(QPointF(qRound(box.center().x() - size / 2.0), qRound(box.center().y() - size / 2.0)), pixmap);
}

namespace {

class TintedIcon : public QIconEngine
{
public:
    TintedIcon(QString name, Tone tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(*painter, rect, m_name, tint(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap result = iconPixmap(m_name, qRound(std::min(size.width(), size.height()) / scale), tint(mode, state), scale);
        result.setDevicePixelRatio(1);
        return result;
    }
    QIconEngine *clone() const override { return new TintedIcon(*this); }
    QString key() const override { return QStringLiteral("quarterdeck-tinted"); }

private:
    QColor tint(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return tokens().disabled;
        return state == QIcon::On ? tokens().accent : colour(m_tone);
    }
    QString m_name;
    Tone m_tone;
};

} // namespace

QIcon icon(const QString &name, Tone tone)
{
    if (!QFile::exists(QStringLiteral(":/icons/%1.svg").arg(name)))
        return {};
    return QIcon(new TintedIcon(name, tone));
}

QIcon icon(const QString &name)
{
    return icon(name, Tone::Text2);
}

} // namespace qd
