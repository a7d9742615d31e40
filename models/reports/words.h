#pragma once

// Small pieces of text that several reports need.

#include "reports/report.h"

namespace qd::reports {

inline constexpr int SentenceLimit = 120;

// Appends the sentences that still fit into 120 characters together with the fact; the first
// ones matter most.
Sentence sentence(qd::State state, const QString &fact, const QStringList &rest = {});

// A limit as people write it: 2 s, 500 ms, 1.5 s.
QString limitText(double ms);
// 1.24 % under ten, 38.4 % above.
QString rateText(double ratio);
QString ratePoints(double difference); // ▲ 0.31 pp
// "≥ $41.20" when something is unpriced.
QString atLeast(Money amount, bool isComplete);
// The first seven characters of a commit, or the first word of the title.
QString shortCommit(const JournalEntry &deploy);
// With a capital where it begins a sentence; "p95" is a name and stays as it is.
QString sentenceStart(const QString &text);
// "the 14:02 deploy", or "14:02" without one: completes "since …".
QString sinceWords(const Episode &episode, const Inputs &inputs);

// What is said instead of figures when there is nothing to show, on every page the same; nothing
// when there is data.
std::optional<Sentence> withoutData(const Inputs &inputs, const Freshness &freshness);
// Until when the data speaks: now, or when it was last read.
Instant asOf(const Inputs &inputs, const Freshness &freshness);
// "read at 14:02:11", for figures that are old.
QString readAtNote(const Inputs &inputs, const Freshness &freshness);
// Turns a figure into its old or absent form, as the freshness demands.
void ageFigure(Figure &figure, const Inputs &inputs, const Freshness &freshness);

// The parts of an explanation that are the same for every figure of the mirror.
Explanation explanation(const Inputs &inputs, const Freshness &freshness, const QString &definition, const TimeRange &range, qint64 rows, const QString &errorBound);

QString withUnitSplit(const QString &text, QString *unit);

// JSON of numbers that may be missing.
QJsonValue jsonNumber(const std::optional<double> &value);
QJsonValue jsonNumber(double value); // NaN is null
QJsonValue jsonMoney(const std::optional<Money> &amount);
QJsonValue jsonInstant(const std::optional<Instant> &instant);
QJsonObject jsonRange(const TimeRange &range);
QJsonArray jsonNumbers(const QList<double> &values);
QJsonArray jsonEvents(const QList<Event> &events);
QJsonArray jsonFigures(const QList<Figure> &figures);
QJsonObject jsonSentence(const Sentence &sentence);
QJsonValue jsonEpisode(const std::optional<Episode> &episode);

// RFC 4180.
class Csv
{
public:
    Csv &row(const QStringList &fields);
    const QByteArray &text() const { return m_text; }
    static QString number(double value); // plain, empty for NaN
    static QString number(const std::optional<double> &value);

private:
    QByteArray m_text;
};

} // namespace qd::reports
