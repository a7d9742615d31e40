<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
            <numerusform>%n row were looked at.</numerusform>
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
            <numerusform>%n cost are negative or no number and left out.</numerusform>
            <numerusform>%n costs are negative or no number and left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n latency value(s) are negative or no number and left out.</source>
        <translation>
            <numerusform>%n latency value are negative or no number and left out.</numerusform>
            <numerusform>%n latency values are negative or no number and left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) repeat the id of another and are counted once.</source>
        <translation>
            <numerusform>%n row repeat the id of another and are counted once.</numerusform>
            <numerusform>%n rows repeat the id of another and are counted once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are dated in the future and count when their time has come.</source>
        <translation>
            <numerusform>%n row are dated in the future and count when their time has come.</numerusform>
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
    <name>qd::Table</name>
    <message numerus="yes">
        <source>%n row(s) are hidden by the filter. Esc clears it.</source>
        <translation>
            <numerusform>%n row are hidden by the filter. Esc clears it.</numerusform>
            <numerusform>%n rows are hidden by the filter. Esc clears it.</numerusform>
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
