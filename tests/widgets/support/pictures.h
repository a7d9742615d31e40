#pragma once

// Picture tests. comparePicture(widget, "name") paints a widget and compares it with
// tests/pictures/<name>.png. Run with QUARTERDECK_ACCEPT=1 to take new pictures; look at them
// before committing. QUARTERDECK_EXACT=1 allows no difference at all (the reference Qt and fonts).

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QTest>
#include <QWidget>

namespace qd::test {

inline QString pictureFile(const QString &name)
{
    return QStringLiteral(QUARTERDECK_PICTURE_FOLDER "/%1.png").arg(name);
}

// Where a picture that differs is left for a person to look at.
inline QString pictureLeftover(const QString &name)
{
    const QString folder = qEnvironmentVariable("QUARTERDECK_PICTURES", QDir::tempPath());
    return QDir(folder).filePath(QStringLiteral("quarterdeck-%1.png").arg(name));
}

// The share of pixels that differ visibly; 1 if the sizes differ.
inline double pictureDifference(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return 1;
    qint64 differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            if (qAbs(qRed(p) - qRed(q)) > 12 || qAbs(qGreen(p) - qGreen(q)) > 12 || qAbs(qBlue(p) - qBlue(q)) > 12)
                ++differing;
        }
    }
    return double(differing) / (double(a.width()) * a.height());
}

inline void comparePicture(QWidget &widget, const QString &name)
{
    widget.ensurePolished();
    // What was asked for is laid out and painted: refreshes, layouts and new children take a turn each.
    for (int turn = 0; turn < 5; ++turn) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    QImage taken = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    taken.setDevicePixelRatio(1);
    if (qEnvironmentVariableIsSet("QUARTERDECK_ACCEPT")) {
        QDir().mkpath(QFileInfo(pictureFile(name)).path());
        QVERIFY(taken.save(pictureFile(name)));
        return;
    }
    const QImage kept = QImage(pictureFile(name)).convertToFormat(QImage::Format_RGB32);
    QVERIFY2(!kept.isNull(), qPrintable(QStringLiteral("there is no picture %1; QUARTERDECK_ACCEPT=1 takes it").arg(name)));
    const double share = pictureDifference(taken, kept), allowed = qEnvironmentVariableIsSet("QUARTERDECK_EXACT") ? 0 : 0.005;
    if (share > allowed)
        taken.save(pictureLeftover(name));
    QVERIFY2(share <= allowed, qPrintable(QStringLiteral("%1: %2 % of the pixels differ; see %3").arg(name).arg(share * 100, 0, 'f', 2).arg(pictureLeftover(name))));
}

} // namespace qd::test
