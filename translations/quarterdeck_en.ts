<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ChunkQuality</name>
    <message numerus="yes">
        <source>%n embedding(s) are all zeros</source>
        <translation>
            <numerusform>%n embedding is all zeros</numerusform>
            <numerusform>%n embeddings are all zeros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embedding(s) hold NaN or infinity</source>
        <translation>
            <numerusform>%n embedding holds NaN or infinity</numerusform>
            <numerusform>%n embeddings hold NaN or infinity</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) were embedded by another model than most</source>
        <translation>
            <numerusform>%n chunk was embedded by another model than most</numerusform>
            <numerusform>%n chunks were embedded by another model than most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) repeat the text of another</source>
        <translation>
            <numerusform>%n chunk repeats the text of another</numerusform>
            <numerusform>%n chunks repeat the text of another</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) share their embedding with one of another text</source>
        <translation>
            <numerusform>%n chunk shares its embedding with one of another text</numerusform>
            <numerusform>%n chunks share their embedding with one of another text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) have no text</source>
        <translation>
            <numerusform>%n chunk has no text</numerusform>
            <numerusform>%n chunks have no text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) hold placeholder text</source>
        <translation>
            <numerusform>%n chunk holds placeholder text</numerusform>
            <numerusform>%n chunks hold placeholder text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) have offsets that do not fit their text</source>
        <translation>
            <numerusform>%n chunk has offsets that do not fit its text</numerusform>
            <numerusform>%n chunks have offsets that do not fit their text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) belong to documents that were never finished</source>
        <translation>
            <numerusform>%n chunk belongs to a document that was never finished</numerusform>
            <numerusform>%n chunks belong to documents that were never finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) with a text have no tsvector</source>
        <translation>
            <numerusform>%n chunk with a text has no tsvector</numerusform>
            <numerusform>%n chunks with a text have no tsvector</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) without an embedding that can be searched</source>
        <translation>
            <numerusform>%n chunk without an embedding that can be searched</numerusform>
            <numerusform>%n chunks without an embedding that can be searched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message numerus="yes">
        <source>All %n row(s) stand at the same rank.</source>
        <translation>
            <numerusform>The one row stands at the same rank.</numerusform>
            <numerusform>All %n rows stand at the same rank.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message numerus="yes">
        <source>%n telemetry table(s) can be read.</source>
        <translation>
            <numerusform>%n telemetry table can be read.</numerusform>
            <numerusform>%n telemetry tables can be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n address(es).</source>
        <translation>
            <numerusform>%1 has %n address.</numerusform>
            <numerusform>%1 has %n addresses.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorpusIndex</name>
    <message numerus="yes">
        <source>Building an IVFFlat index of %n list(s)</source>
        <translation>
            <numerusform>Building an IVFFlat index of %n list</numerusform>
            <numerusform>Building an IVFFlat index of %n lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>built here, %n list(s)</source>
        <translation>
            <numerusform>built here, %n list</numerusform>
            <numerusform>built here, %n lists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorpusText</name>
    <message numerus="yes">
        <source>%n tsvector(s) of the snapshot cannot be read.</source>
        <translation>
            <numerusform>%n tsvector of the snapshot cannot be read.</numerusform>
            <numerusform>%n tsvectors of the snapshot cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostReport</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Discovery</name>
    <message numerus="yes">
        <source>%n row(s) were looked at.</source>
        <translation>
            <numerusform>%n row was looked at.</numerusform>
            <numerusform>%n rows were looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorsReport</name>
    <message numerus="yes">
        <source>%n error(s) in this range; first seen %1, last %2.</source>
        <translation>
            <numerusform>%n error in this range; first seen %1, last %2.</numerusform>
            <numerusform>%n errors in this range; first seen %1, last %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) in this range; first seen %1 after deploy %3, last %2.</source>
        <translation>
            <numerusform>%n error in this range; first seen %1 after deploy %3, last %2.</numerusform>
            <numerusform>%n errors in this range; first seen %1 after deploy %3, last %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Single calls are kept for %n day(s); these are older.</source>
        <translation>
            <numerusform>Single calls are kept for %n day; these are older.</numerusform>
            <numerusform>Single calls are kept for %n days; these are older.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>few: %n request(s)</source>
        <translation>
            <numerusform>few: %n request</numerusform>
            <numerusform>few: %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message numerus="yes">
        <source>from only %n complete day(s), so the forecast is not sure</source>
        <translation>
            <numerusform>from only %n complete day, so the forecast is not sure</numerusform>
            <numerusform>from only %n complete days, so the forecast is not sure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n day(s)</source>
        <translation>
            <numerusform>from %n day</numerusform>
            <numerusform>from %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; in %n backtest(s) %2 fell inside</source>
        <translation>
            <numerusform>%1; in %n backtest %2 fell inside</numerusform>
            <numerusform>%1; in %n backtests %2 fell inside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportQuestions</name>
    <message numerus="yes">
        <source>%n judgement(s) are of ids that the corpus does not have: %1.</source>
        <translation>
            <numerusform>%n judgement is of an id that the corpus does not have: %1.</numerusform>
            <numerusform>%n judgements are of ids that the corpus does not have: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportRemarks</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read and were left out: %1.</source>
        <translation>
            <numerusform>%n line could not be read and was left out: %1.</numerusform>
            <numerusform>%n lines could not be read and were left out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embedding(s) have not the %2 dimensions of %3 and were left out; their chunks were kept: %1.</source>
        <translation>
            <numerusform>%n embedding has not the %2 dimensions of %3 and was left out; its chunk was kept: %1.</numerusform>
            <numerusform>%n embeddings have not the %2 dimensions of %3 and were left out; their chunks were kept: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embedding(s) hold NaN or an infinity, which pgvector refuses, and were left out; their chunks were kept: %1.</source>
        <translation>
            <numerusform>%n embedding holds NaN or an infinity, which pgvector refuses, and was left out; its chunk was kept: %1.</numerusform>
            <numerusform>%n embeddings hold NaN or an infinity, which pgvector refuses, and were left out; their chunks were kept: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embedding(s) are zero: they have no direction, and an index for cosine distance leaves them out: %1.</source>
        <translation>
            <numerusform>%n embedding is zero: it has no direction, and an index for cosine distance leaves it out: %1.</numerusform>
            <numerusform>%n embeddings are zero: they have no direction, and an index for cosine distance leaves them out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) have no embedding: %1.</source>
        <translation>
            <numerusform>%n chunk has no embedding: %1.</numerusform>
            <numerusform>%n chunks have no embedding: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) have no text: %1.</source>
        <translation>
            <numerusform>%n chunk has no text: %1.</numerusform>
            <numerusform>%n chunks have no text: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) make a tsvector that is longer than 1 MB, which PostgreSQL refuses, and cannot be found by their words: %1.</source>
        <translation>
            <numerusform>%n text makes a tsvector that is longer than 1 MB, which PostgreSQL refuses, and cannot be found by its words: %1.</numerusform>
            <numerusform>%n texts make a tsvector that is longer than 1 MB, which PostgreSQL refuses, and cannot be found by their words: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) hold words of more than 2,047 bytes, which PostgreSQL leaves out of a tsvector, too: %1.</source>
        <translation>
            <numerusform>%n text holds words of more than 2,047 bytes, which PostgreSQL leaves out of a tsvector, too: %1.</numerusform>
            <numerusform>%n texts hold words of more than 2,047 bytes, which PostgreSQL leaves out of a tsvector, too: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LatencyReport</name>
    <message numerus="yes">
        <source>Single calls are kept for %n day(s); this box is older.</source>
        <translation>
            <numerusform>Single calls are kept for %n day; this box is older.</numerusform>
            <numerusform>Single calls are kept for %n days; this box is older.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only what is younger than %n day(s) was compared.</source>
        <translation>
            <numerusform>Only what is younger than %n day was compared.</numerusform>
            <numerusform>Only what is younger than %n days was compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of the range</source>
        <translation>
            <numerusform>%n request of the range</numerusform>
            <numerusform>%n requests of the range</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>few: %n request(s)</source>
        <translation>
            <numerusform>few: %n request</numerusform>
            <numerusform>few: %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n request(s) in the last 24 hours;</source>
        <translation>
            <numerusform>Only %n request in the last 24 hours;</numerusform>
            <numerusform>Only %n requests in the last 24 hours;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>95 of 100 requests from %1 to %2 were at least this fast. From the merged distribution of %n request(s), never from an average of percentiles.</source>
        <translation>
            <numerusform>95 of 100 requests from %1 to %2 were at least this fast. From the merged distribution of %n request, never from an average of percentiles.</numerusform>
            <numerusform>95 of 100 requests from %1 to %2 were at least this fast. From the merged distribution of %n requests, never from an average of percentiles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Odd</name>
    <message numerus="yes">
        <source>%n cost(s) are negative or no number and left out.</source>
        <translation>
            <numerusform>%n cost is negative or no number and left out.</numerusform>
            <numerusform>%n costs are negative or no number and left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n latency value(s) are negative or no number and left out.</source>
        <translation>
            <numerusform>%n latency value is negative or no number and left out.</numerusform>
            <numerusform>%n latency values are negative or no number and left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) repeat the id of another and are counted once.</source>
        <translation>
            <numerusform>%n row repeats the id of another and is counted once.</numerusform>
            <numerusform>%n rows repeat the id of another and are counted once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are dated in the future and count when their time has come.</source>
        <translation>
            <numerusform>%n row is dated in the future and counts when its time has come.</numerusform>
            <numerusform>%n rows are dated in the future and count when their time has come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewReport</name>
    <message numerus="yes">
        <source>Began %n min after deploy %1 at %2.</source>
        <translation>
            <numerusform>Began %n min after deploy %1 at %2.</numerusform>
            <numerusform>Began %n min after deploy %1 at %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over target.</source>
        <translation>
            <numerusform>%n over target.</numerusform>
            <numerusform>%n over target.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n h</source>
        <translation>
            <numerusform>over %n h</numerusform>
            <numerusform>over %n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message numerus="yes">
        <source>… %n more</source>
        <translation>
            <numerusform>… %n more</numerusform>
            <numerusform>… %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n h</source>
        <translation>
            <numerusform>last %n h</numerusform>
            <numerusform>last %n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Retrieval</name>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation>
            <numerusform>%n chunk</numerusform>
            <numerusform>%n chunks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was found: %n chunk(s) passed the filters.</source>
        <translation>
            <numerusform>Nothing was found: %n chunk passed the filters.</numerusform>
            <numerusform>Nothing was found: %n chunks passed the filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n judged question(s).</source>
        <translation>
            <numerusform>%n judged question.</numerusform>
            <numerusform>%n judged questions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) without judgements left out.</source>
        <translation>
            <numerusform>%n question without judgements left out.</numerusform>
            <numerusform>%n questions without judgements left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) imported, %1 of them with an embedding.</source>
        <translation>
            <numerusform>%n chunk imported, %1 of them with an embedding.</numerusform>
            <numerusform>%n chunks imported, %1 of them with an embedding.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), %1 judgements.</source>
        <translation>
            <numerusform>%n question, %1 judgements.</numerusform>
            <numerusform>%n questions, %1 judgements.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was found: %n chunk(s) passed the filters, but none the threshold.</source>
        <translation>
            <numerusform>Nothing was found: %n chunk passed the filters, but none the threshold.</numerusform>
            <numerusform>Nothing was found: %n chunks passed the filters, but none the threshold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetrievalSweep</name>
    <message numerus="yes">
        <source>A threshold of %1 keeps a recall of %2 and returns %3 rows in the mean; %n question(s) get nothing.</source>
        <translation>
            <numerusform>A threshold of %1 keeps a recall of %2 and returns %3 rows in the mean; %n question get nothing.</numerusform>
            <numerusform>A threshold of %1 keeps a recall of %2 and returns %3 rows in the mean; %n questions get nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message numerus="yes">
        <source>%n row(s) that the index gave out are not in the snapshot.</source>
        <translation>
            <numerusform>%n row that the index gave out is not in the snapshot.</numerusform>
            <numerusform>%n rows that the index gave out are not in the snapshot.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Raise the limit from %1 to %2, with the same %n candidate(s).</source>
        <translation>
            <numerusform>Raise the limit from %1 to %2, with the same %n candidate.</numerusform>
            <numerusform>Raise the limit from %1 to %2, with the same %n candidates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not among the %n candidate(s) that %1 was given. %2</source>
        <comment>followed by a whole sentence</comment>
        <translation>
            <numerusform>It is not among the %n candidate that %1 was given. %2</numerusform>
            <numerusform>It is not among the %n candidates that %1 was given. %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n row(s) the similarity is no number, because their embedding is all zeros; that passes every threshold, in production too.</source>
        <translation>
            <numerusform>Of %n row the similarity is no number, because its embedding is all zeros; that passes every threshold, in production too.</numerusform>
            <numerusform>Of %n rows the similarity is no number, because their embedding is all zeros; that passes every threshold, in production too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message numerus="yes">
        <source>It shares rank %1 with %n other row(s) of equal distance, and the limit is %2.</source>
        <translation>
            <numerusform>It shares rank %1 with %n other row of equal distance, and the limit is %2.</numerusform>
            <numerusform>It shares rank %1 with %n other rows of equal distance, and the limit is %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The snapshot has no chunk “%1”. Row security hid %n row(s) from whoever took it.</source>
        <translation>
            <numerusform>The snapshot has no chunk “%1”. Row security hid %n row from whoever took it.</numerusform>
            <numerusform>The snapshot has no chunk “%1”. Row security hid %n rows from whoever took it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That may be any of %n chunk(s), among them %1: ask for one of these.</source>
        <translation>
            <numerusform>That may be any of %n chunk, among them %1: ask for one of these.</numerusform>
            <numerusform>That may be any of %n chunks, among them %1: ask for one of these.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It shares rank %1 with %n other row(s) of equal distance, which come in any order; the limit is %2.</source>
        <translation>
            <numerusform>It shares rank %1 with %n other row of equal distance, and the two come in any order; the limit is %2.</numerusform>
            <numerusform>It shares rank %1 with %n other rows of equal distance, which come in any order; the limit is %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::CallsDialog</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::CommandPalette</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::CostPage</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) of %1; the true cost is higher.</source>
        <translation>
            <numerusform>%n call of %1; the true cost is higher.</numerusform>
            <numerusform>%n calls of %1; the true cost is higher.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deploy(s)</source>
        <translation>
            <numerusform>%n deploy</numerusform>
            <numerusform>%n deploys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::DataPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::ErrorsPage</name>
    <message numerus="yes">
        <source>%n; same message after removing ids and numbers</source>
        <translation>
            <numerusform>%n; same message after removing ids and numbers</numerusform>
            <numerusform>%n; same message after removing ids and numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>errors, %n user(s)</source>
        <translation>
            <numerusform>errors, %n user</numerusform>
            <numerusform>errors, %n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::FirstRunPage</name>
    <message numerus="yes">
        <source>found %1 of %n %2 table(s)</source>
        <translation>
            <numerusform>found %1 of %n %2 table</numerusform>
            <numerusform>found %1 of %n %2 tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::Journal</name>
    <message numerus="yes">
        <source>%n line(s) of the journal could not be read, because writing was interrupted there. Everything else is complete.</source>
        <translation>
            <numerusform>%n line of the journal could not be read, because writing was interrupted there. Everything else is complete.</numerusform>
            <numerusform>%n lines of the journal could not be read, because writing was interrupted there. Everything else is complete.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::Lock</name>
    <message numerus="yes">
        <source>Unlocked for %n minute(s)</source>
        <translation>
            <numerusform>Unlocked for %n minute</numerusform>
            <numerusform>Unlocked for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::OverviewPage</name>
    <message numerus="yes">
        <source>%n now</source>
        <translation>
            <numerusform>%n now</numerusform>
            <numerusform>%n now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need(s) attention</source>
        <translation>
            <numerusform>%1, %n needs attention</numerusform>
            <numerusform>%1, %n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s)</source>
        <translation>
            <numerusform>%n deployment</numerusform>
            <numerusform>%n deployments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::RequestDrawer</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::RetrievalAnswers</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reranked by %1, %n candidate(s), %2</source>
        <comment>%2: how they were searched</comment>
        <translation>
            <numerusform>reranked by %1, %n candidate, %2</numerusform>
            <numerusform>reranked by %1, %n candidates, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is reading %n candidate(s), %2</source>
        <comment>%2: how they were searched</comment>
        <translation>
            <numerusform>%1 is reading %n candidate, %2</numerusform>
            <numerusform>%1 is reading %n candidates, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::RetrievalAskBar</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n filter</numerusform>
            <numerusform>%n filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::RetrievalEvaluation</name>
    <message numerus="yes">
        <source>Held against each other over the %n question(s) that both runs have.</source>
        <translation>
            <numerusform>Held against each other over the %n question that both runs have.</numerusform>
            <numerusform>Held against each other over the %n questions that both runs have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The snapshot has %n question(s) but no judgements; they can come from a file of TREC qrels, CSV or JSONL.</source>
        <translation>
            <numerusform>The snapshot has %n question but no judgements; they can come from a file of TREC qrels, CSV or JSONL.</numerusform>
            <numerusform>The snapshot has %n questions but no judgements; they can come from a file of TREC qrels, CSV or JSONL.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asks the %n judged question(s) offline with the settings above. Production is not asked.</source>
        <translation>
            <numerusform>Asks the %n judged question offline with the settings above. Production is not asked.</numerusform>
            <numerusform>Asks the %n judged questions offline with the settings above. Production is not asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n judged question(s)</source>
        <translation>
            <numerusform>%n judged question</numerusform>
            <numerusform>%n judged questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) judged by %1</source>
        <translation>
            <numerusform>%n question judged by %1</numerusform>
            <numerusform>%n questions judged by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) have no embedding and were asked by words only.</source>
        <translation>
            <numerusform>%n question has no embedding and was asked by words only.</numerusform>
            <numerusform>%n questions have no embedding and were asked by words only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) could not be asked and are left out.</source>
        <translation>
            <numerusform>%n question could not be asked and is left out.</numerusform>
            <numerusform>%n questions could not be asked and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::RetrievalPage</name>
    <message numerus="yes">
        <source>%n chunk(s) answer, %1.</source>
        <translation>
            <numerusform>%n chunk answers, %1.</numerusform>
            <numerusform>%n chunks answer, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This text stands in %n chunks; which one is meant?</source>
        <translation>
            <numerusform>This text stands in %n chunks; which one is meant?</numerusform>
            <numerusform>This text stands in %n chunks; which one is meant?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keys of %n chunks begin like this; which one is meant?</source>
        <translation>
            <numerusform>The keys of %n chunks begin like this; which one is meant?</numerusform>
            <numerusform>The keys of %n chunks begin like this; which one is meant?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::RetrievalQuality</name>
    <message numerus="yes">
        <source>%1 chunks, %n kind(s) of finding</source>
        <translation>
            <numerusform>%1 chunks, %n kind of finding</numerusform>
            <numerusform>%1 chunks, %n kinds of finding</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::RetrievalResult</name>
    <message numerus="yes">
        <source>%n dimension(s)</source>
        <translation>
            <numerusform>%n dimension</numerusform>
            <numerusform>%n dimensions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nearest is %1: %2 of its %n word(s) in a row, %3.</source>
        <translation>
            <numerusform>Nearest is %1: %2 of its %n word in a row, %3.</numerusform>
            <numerusform>Nearest is %1: %2 of its %n words in a row, %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It stands word for word in %n other chunk(s), too.</source>
        <translation>
            <numerusform>It stands word for word in %n other chunk, too.</numerusform>
            <numerusform>It stands word for word in %n other chunks, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::RetrievalSimilarities</name>
    <message numerus="yes">
        <source>%n row(s) have a zero vector, which has no similarity.</source>
        <translation>
            <numerusform>%n row has a zero vector, which has no similarity.</numerusform>
            <numerusform>%n rows have a zero vector, which has no similarity.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have no embedding and are not drawn.</source>
        <translation>
            <numerusform>%n row has no embedding and is not drawn.</numerusform>
            <numerusform>%n rows have no embedding and are not drawn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::RetrievalSweep</name>
    <message numerus="yes">
        <source>%n chunk(s) asked for their like, %1</source>
        <translation>
            <numerusform>%n chunk asked for its like, %1</numerusform>
            <numerusform>%n chunks asked for their like, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), %1</source>
        <translation>
            <numerusform>%n question, %1</numerusform>
            <numerusform>%n questions, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: recall %2 at a p95 of %3, least recall of a question %4, %5 rows returned, %n question(s)</source>
        <translation>
            <numerusform>%1: recall %2 at a p95 of %3, least recall of a question %4, %5 rows returned, %n question</numerusform>
            <numerusform>%1: recall %2 at a p95 of %3, least recall of a question %4, %5 rows returned, %n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At %1: p50 %2, p95 %3, %4 distances, %n answer(s) empty</source>
        <translation>
            <numerusform>At %1: p50 %2, p95 %3, %4 distances, %n answer empty</numerusform>
            <numerusform>At %1: p50 %2, p95 %3, %4 distances, %n answers empty</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::RetrievalWhyNotBar</name>
    <message numerus="yes">
        <source>%n judged chunk(s) missing</source>
        <translation>
            <numerusform>%n judged chunk missing</numerusform>
            <numerusform>%n judged chunks missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::Table</name>
    <message numerus="yes">
        <source>%n row(s) are hidden by the filter. Esc clears it.</source>
        <translation>
            <numerusform>%n row is hidden by the filter. Esc clears it.</numerusform>
            <numerusform>%n rows are hidden by the filter. Esc clears it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::app::RetrievalLive</name>
    <message numerus="yes">
        <source>%n chunk(s) in %1: %2 new, %3 changed, %4 gone.</source>
        <translation>
            <numerusform>%n chunk in %1: %2 new, %3 changed, %4 gone.</numerusform>
            <numerusform>%n chunks in %1: %2 new, %3 changed, %4 gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) in %1, taken in %2.</source>
        <translation>
            <numerusform>%n chunk in %1, taken in %2.</numerusform>
            <numerusform>%n chunks in %1, taken in %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::capture::CaptureRun</name>
    <message numerus="yes">
        <source>%1 has sent nothing for %n second(s), so the snapshot was given up. Take it again to go on.</source>
        <translation>
            <numerusform>%1 has sent nothing for %n second, so the snapshot was given up. Take it again to go on.</numerusform>
            <numerusform>%1 has sent nothing for %n seconds, so the snapshot was given up. Take it again to go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) have no embedding and are never found by meaning.</source>
        <translation>
            <numerusform>%n chunk has no embedding and is never found by meaning.</numerusform>
            <numerusform>%n chunks have no embedding and are never found by meaning.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embedding(s) have another dimension than most, %1, and were left out.</source>
        <translation>
            <numerusform>%n embedding has another dimension than most, %1, and was left out.</numerusform>
            <numerusform>%n embeddings have another dimension than most, %1, and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) have no text.</source>
        <translation>
            <numerusform>%n chunk has no text.</numerusform>
            <numerusform>%n chunks have no text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) have a text but no words to search.</source>
        <translation>
            <numerusform>%n chunk has a text but no words to search.</numerusform>
            <numerusform>%n chunks have a text but no words to search.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) share their key with another, so the key does not tell rows apart.</source>
        <translation>
            <numerusform>%n row shares its key with another, so the key does not tell rows apart.</numerusform>
            <numerusform>%n rows share their key with another, so the key does not tell rows apart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has sent nothing for %n second(s).</source>
        <translation>
            <numerusform>%1 has sent nothing for %n second.</numerusform>
            <numerusform>%1 has sent nothing for %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::demo::Fleet</name>
    <message numerus="yes">
        <source>Writing %n day(s) of telemetry.</source>
        <translation>
            <numerusform>Writing %n day of telemetry.</numerusform>
            <numerusform>Writing %n days of telemetry.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qd::tables::ErrorGroupsModel</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
</TS>
