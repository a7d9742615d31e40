#pragma once

#include "core/async.h"
#include "retrieval/engine/chunkquality.h"
#include "widgets/controls/panel.h"
#include "widgets/pages/retrievalsession.h"

namespace qd {

class Button;
class Label;
class StatePane;
class Table;

// What is wrong with chunks before anybody asks, most serious first; Enter shows an example.
class RetrievalQuality : public Panel
{
    Q_OBJECT

public:
    explicit RetrievalQuality(QWidget *parent = nullptr);
    void setCorpus(const OpenedCorpus *opened); // null: none
    void run();
    bool isRunning() const { return m_running.isRunning(); }
    const std::optional<retrieval::ChunkQuality> &quality() const { return m_quality; }
    // Why the chunks could not all be read: the files are not what was once written.
    const std::optional<Error> &damage() const { return m_damage; }

signals:
    void chunkAsked(const QByteArray &key);
    void copied(const QString &sentence);
    void checked();

private:
    void showQuality();

    std::shared_ptr<const retrieval::Corpus> m_corpus;
    std::optional<retrieval::ChunkQuality> m_quality;
    std::optional<Error> m_damage;
    StatePane *m_pane;
    Table *m_table;
    Label *m_unchecked;
    Button *m_run;
    std::shared_ptr<RetrievalProgress> m_progress;
    Latest m_running;
};

} // namespace qd
