#pragma once

#include "widgets/window/desk.h"

#include <QDialog>

class QLineEdit;

namespace qd {

class Message;

// Enter the price of a model that the price book does not know. History is priced anew with it
// from the day it is said to be valid; a price that cannot be right is refused with a reason, one
// that is only surprising asks once more.
class PriceDialog : public QDialog
{
    Q_OBJECT

public:
    PriceDialog(Desk *desk, const QString &model, QWidget *parent = nullptr);

private:
    void save();

    Desk *m_desk;
    QLineEdit *m_model, *m_in, *m_out, *m_cached, *m_from;
    Message *m_message;
    bool m_isConfirmed = false;
};

} // namespace qd
