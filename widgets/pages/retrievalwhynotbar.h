#pragma once

#include "widgets/pages/retrievalsession.h"

#include <QWidget>

class QLineEdit;

namespace qd {

class Button;

// Below the answers: the key of a chunk that should be there and is not. What was judged relevant for
// this question and is missing can be picked.
class RetrievalWhyNotBar : public QWidget
{
    Q_OBJECT

public:
    explicit RetrievalWhyNotBar(QWidget *parent = nullptr);
    void showSession(const RetrievalSession &session, const std::optional<retrieval::Judgements> &judgements);
    QLineEdit *field() const { return m_field; }

signals:
    void asked(const QByteArray &key);

private:
    void ask();
    void openMissing();

    QLineEdit *m_field;
    Button *m_ask, *m_missing;
    QList<std::pair<QString, QString>> m_judged; // key and name
};

} // namespace qd
