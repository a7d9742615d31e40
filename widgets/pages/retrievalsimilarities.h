#pragma once

#include "core/async.h"
#include "widgets/controls/panel.h"
#include "widgets/pages/retrievalsession.h"

namespace qd {

class Button;
class StatePane;

// How near the asked question is to every row that passes the filters.
struct SimilarityCounts
{
    bool isSimilarity = true;        // 1 - distance; else the distance itself
    double begin = 0, width = 0.02;  // of the first bar
    QList<qint64> bars;
    QList<double> answered;          // of the rows that the search returns
    std::optional<double> threshold; // on the scale of the bars
    bool passesAbove = true;         // which side of the threshold passes
    qint64 passing = 0, cut = 0;     // without a threshold every row passes
    qint64 notNumbers = 0;              // a zero vector has no direction; float8's order lets it pass a similarity
    qint64 withoutEmbedding = 0;
    qint64 rows() const { return passing + cut; }
};

namespace retrievalview {

// Compares every row, whatever index the search would take.
Result<SimilarityCounts> similaritiesOf(const retrieval::Corpus &corpus, const OfflineAnswer &answer, const retrieval::CorpusWork &work);

} // namespace retrievalview

// Bars from the least to the greatest, those that the threshold cuts in grey, the threshold dashed with
// the number of rows on either side; ticks below are the rows that were returned.
class SimilarityBars : public QWidget
{
    Q_OBJECT

public:
    explicit SimilarityBars(QWidget *parent = nullptr);
    void setCounts(const SimilarityCounts &counts);
    const SimilarityCounts &counts() const { return m_counts; }
    QString barWords(int bar) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void copied(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF area() const;
    double x(double value) const;
    int barAt(double x) const; // -1: none
    void paintAxes(QPainter &painter) const;
    void paintThreshold(QPainter &painter) const;

    SimilarityCounts m_counts;
    qint64 m_highest = 1;
    int m_current = -1;
};

class RetrievalSimilarities : public Panel
{
    Q_OBJECT

public:
    explicit RetrievalSimilarities(QWidget *parent = nullptr);

    // The answer whose question is counted, or none yet. Counts at once where that is cheap.
    void showAnswer(const std::shared_ptr<const retrieval::Corpus> &corpus, const std::optional<OfflineAnswer> &answer);
    void run();
    bool isRunning() const { return m_running.isRunning(); }
    const std::optional<SimilarityCounts> &counts() const { return m_counts; }
    SimilarityBars *bars() const { return m_bars; }

signals:
    void copied(const QString &sentence);
    void counted();

private:
    void showCounts();

    std::shared_ptr<const retrieval::Corpus> m_corpus;
    std::optional<OfflineAnswer> m_answer;
    std::optional<SimilarityCounts> m_counts;
    SimilarityBars *m_bars;
    StatePane *m_pane;
    Label *m_says;
    std::shared_ptr<RetrievalProgress> m_progress;
    Latest m_running;
};

} // namespace qd
