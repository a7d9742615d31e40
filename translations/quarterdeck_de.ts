<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Add</name>
    <message>
        <source>“%1” cannot be the name of a deployment: use lower-case letters, digits, dots, dashes and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a deployment called “%1” already. --replace replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no environment “%1”. There are: production, staging, preview, local.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--password says where the password is, not what it is: keychain, env:NAME, pgpass or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“--set %1” is not understood. Example: --set vercel.project=app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token on the command line is seen by everybody on this computer, so it is refused here. Use --set %1=env:NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain on this computer, so the password was not kept. Put it into ~/.pgpass, or into a variable and add --password env:NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added %1: %2, profile %3. “quarterdeck test %1” tests it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdvancedConnection</name>
    <message>
        <source>decided by the host (verify-full elsewhere, prefer on this computer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host of ~/.ssh/config; empty: direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSH tunnel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every keyword of libpq</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>There is no keychain on this computer, so the password is kept only until Quarterdeck is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no deployment called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BreakdownWords</name>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallsDialog</name>
    <message>
        <source>Filter calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single calls of this time are no longer kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are kept for seven days, back to %1; the sums of older days stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the chosen time fits the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallsModel</name>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither cost nor tokens recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed from tokens and the price valid then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price book has no price for it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <source>“%1” is not a theme. Write light, dark or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a size. Write width and height as 1440x900.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page “%1”. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written. Check that the disk is not full and that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartFrame</name>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 % between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksModel</name>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cluster</name>
    <message>
        <source>The demo fleet could not write %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet could not hand %1 to its server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo needs a PostgreSQL server, and %1 was not found. Install the package postgresql.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL does not run as root, and there is no other user to run it. Start Quarterdeck as an ordinary user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet could not make the folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s PostgreSQL cluster could not be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s PostgreSQL server did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo database %1 could not be prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo database %1 did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>There is no deployment called “%1”. Did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no deployment called “%1”, and none is configured yet. “quarterdeck add” adds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no deployment called “%1”. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>A password on the command line is seen by everybody on this computer and stays in the shell&apos;s history, so it is refused here. Use --url-stdin, or an address without password and --password env:NAME or pgpass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”. “quarterdeck help” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”. Did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option “%1”. “quarterdeck help” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option “%1”. Did you mean “--%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option “--%1” takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option “--%1” needs a value: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option “--%1” is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no option “--%2”. “quarterdeck help %1” says what it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing: quarterdeck %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is one word too many for “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no length of time. Examples: 90s, 5m, 2h, 3d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a configured deployment, or one of the demo&apos;s with --demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a database&apos;s address without its password, or env:NAME to take it from a variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the address, which may hold a password, from standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what kind of system it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the password is: keychain, env:NAME, pgpass or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>production (default), staging, preview or local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name as it is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it runs, shown under the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reach it through this host of ~/.ssh/config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a provider&apos;s setting, such as vercel.project=app or vercel.secret=env:NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace a deployment that has this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the demo fleet: a running one is joined, else one is started and stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24h, 7d, now-6h, yesterday, &quot;this month&quot;, 2026-11-01..07</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time zone of days and times, such as Europe/Berlin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older data ends with 5: 90s, 5m, 2h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask the database before answering from the mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long the first reading may take (2m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only ok ends with 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one JSON document; its keys are in &quot;help json&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from this time on: 7d, yesterday, 2026-11-01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only entries of this kind: deploy, unlock, status-page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overview, cost, latency or errors; all if left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light, dark or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the window in pixels, 1440x900</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do it without asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why, for the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deployments and their state, from the mirrors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test the connection step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove a deployment, its mirror and its password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overview, cost, latency or errors, from the mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write pages as pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what happened: deployments, unlocks, changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the demo fleet alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this text; &quot;help json&quot;: every key of --json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Examples: UTC, Europe/Berlin, system.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Go to anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens    Tab narrows to one group    &gt; actions    @ deployments    # tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not possible: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectForm</name>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile only says where to look: table names, targets and alert rules. Everything can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password goes into the system keychain, never into a file. Also accepts a pasted DATABASE_URL=… line or a whole .env.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the address of a database first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the deployment a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>The database is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service %1 is not in your pg_service.conf.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Connection::Private</name>
    <message>
        <source>There is no host called “%1”. Check the spelling and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of “%1” could not be found in time. Check the network and its name server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has stopped answering. The connection was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else cancelled the query on the server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>The test was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest role that Quarterdeck needs for %1: it reads, and changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it in the database of the application, as an administrator. psql asks for the password of the new role;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in another SQL editor replace the line \password by: alter role %1 password &apos;…&apos;;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What other sessions do, statistics and settings:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The telemetry:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row-level security would hide rows from the sums:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not let you give BYPASSRLS away. Where row-level security is on, add a policy that lets %1 read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not tell what the role may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a superuser and may do everything. A role of its own that only reads is safer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot see what other sessions do: it is no member of pg_monitor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reads statistics and is not held back by row-level security.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reads statistics; row-level security applies to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not read %2. The fix lists the missing grants.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the tables of the profile %1 is in this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the database and the profile; with the generic profile Quarterdeck looks for telemetry itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this database: %1. The pages that need it say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row-level security shows %1 only some rows of %2, so sums may be too small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n telemetry table(s) can be read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>SSH tunnel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct or pooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telemetry tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no host called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling. An internal name may need a VPN or an SSH tunnel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n address(es).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Download the provider&apos;s certificate and choose it as sslrootcert. Or set sslmode=require: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the name that the certificate is made out to. With sslmode=verify-ca any name of this authority is accepted, with sslmode=require any certificate: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on TLS at the server (ssl = on). In a network of your own, sslmode=disable does without: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set sslmode=verify-full, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password once more, or set a new one: alter role %1 password &apos;…&apos;;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name of the role, and that the server or its provider lets this network address in (pg_hba.conf, “allowed IPs”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name of the database. “psql -l” lists those of a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close idle connections, or raise the connection limit of the role or of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known, because the login did not succeed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the provider&apos;s certificate as sslrootcert and set sslmode=verify-full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted, and not needed: the connection does not leave this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on TLS at the server and set sslmode=verify-full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role %1 may log in to the database %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is PostgreSQL %1. Quarterdeck needs 11 or newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is PostgreSQL %1, which gets no security fixes any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan an upgrade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is PostgreSQL %1, and a standby: it follows another one and cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is PostgreSQL %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not tell which process answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is direct: the process that greeted us answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is pooled: a pooler stands in between and may give our session to the application after every transaction. Quarterdeck reads safely through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where there is a direct address (usually port 5432), prefer it: sessions and locks are then seen as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionTest::Private</name>
    <message>
        <source>Not tried, because the step “%1” did not succeed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that “ssh %1” works in a terminal without asking anything: keys in the agent, host in known_hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tunnel through %1 is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is looked up at the other end of the tunnel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A socket of this computer; there is no name to look up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address; there is no name to look up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing takes connections at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port and that the server runs. If it does, a firewall or the provider&apos;s list of allowed addresses is in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server listens at the socket %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder and the port, and that the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The socket %1 takes connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, look into the log of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile %1 names no telemetry tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No profile is chosen yet, so there is nothing to look for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Control</name>
    <message>
        <source>The demo fleet could not listen at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet does not answer. Start it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyAs</name>
    <message>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostModel</name>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range before is not in the local copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 before, %2 now: %3 of the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded $%1, computed from tokens $%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2 tokens in %3 calls have no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of each day of the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostPage</name>
    <message>
        <source>%1–%2</source>
        <comment>first and last day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by kind of call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stack the bars by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break down by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost by tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost by kind of call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By kind of call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the money is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a price…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost by user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens have no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the telemetry begins later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alert %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls without a tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vs %1</source>
        <extracomment>Heading of a column that compares with the period before; %1 is that period: &quot;vs Oct&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2; Enter filters the chart by the selected row</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>of ≈ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded by the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens × price book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens have no price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) of %1: the true cost is higher.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Forecast: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costliest calls of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostReport</name>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>model not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact; rounded only to show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price book %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no budget set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the calls since midnight (%1) cost: as the table recorded it, and tokens × price where it recorded none. The change is against yesterday up to this time of day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the calls since the first of the month (%1) cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little history for a forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 %: %1 to %2</source>
        <extracomment>an interval that holds the month&apos;s cost in 8 of 10 cases</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month so far and what is still to come, from the hours of the week in the past. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an 80 % interval; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost and tokens not recorded in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the model and its tokens, or the cost, with every call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per 1,000 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known cost of the range divided by its requests, times 1,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of calls for which the table recorded no cost and the price book has no price. They are in no sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed, not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all recorded by the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens × the price valid at the time of the call, for calls without a recorded cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost against its budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded %1, computed %2, %3 tokens without a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the price of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved by caches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached input tokens at the full price less the cached price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost not recorded:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has neither cost nor tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost was %1 at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost today is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the %2 budget, on track for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the %2 budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on track for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on track for %2 of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on track for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost today %1.</source>
        <extracomment>the beginning of a sentence that goes on: &quot;Cost today $41.20, 62 % of the $66.50 budget&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost today %1,</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostStandingWords</name>
    <message>
        <source>cost on track for %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost on track for %1 today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Retry Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey values were read at %1. Attempt %2 failed: %3</source>
        <extracomment>%1 is a time; %2 the number of the attempt, %3 why it failed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey values were read at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database has not answered since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Is Seen as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Is Seen as JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>The demo cannot “%1”. It can: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo cannot “%1”. Did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which database: quarterdeck demo %1 NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is one word too many for “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fleet is running. Ctrl+C, or “quarterdeck demo stop” elsewhere, stops it and leaves nothing behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet does not answer. Stop the program that started it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet was asked to stop and has not within 30 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No demo fleet is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cut off. The others go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deployment</name>
    <message>
        <source>The list of deployments, %1, cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“accepted_certificates” should list SHA-256 fingerprints of 64 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deployment&apos;s name should be letters, digits, dots, dashes and underscores, such as shop-production; “%1” is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret of “%1” should be keychain, env:NAME, pgpass or none; a secret itself is never stored here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” of the deployment “%2” holds a password; it belongs into the keychain, a variable or ~/.pgpass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” of the deployment “%2” should be keychain or env:NAME; a secret itself is never stored here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text of the deployment “%1” looks as if it had a secret in it, and is not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two deployments called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeploymentSwitcher</name>
    <message>
        <source>No deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect one or explore the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch deployment (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeploymentWords</name>
    <message>
        <source>The list of deployments, %1, cannot be written; the old one is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class of error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Discovery</name>
    <message>
        <source>The catalogs of this database answered in a way that is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table may not be read, so it is unknown whether it has rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no time zone; UTC is assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency is the time from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 looks like seconds: half of the sampled values are below %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 looks like milliseconds: half of the sampled values are above %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing says in which unit %1 is; milliseconds are assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached tokens are taken to be part of the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached tokens are taken to be counted beside the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in cents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No failed row was seen; %1 is taken to mean one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of kind %1 are taken to be requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No index begins with %1 yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing makes %1 unique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This role may not read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were looked at.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It has no rows yet, so this is a guess from names alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rows could not be looked at, so this is a guess from names alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2, %3 was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a difference of two times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no time zone, and the profile does not say which one is meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every mapped column is there and has the expected type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile maps columns that are not there: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other types than expected: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they would have told is shown as not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a row&apos;s identity and time nothing can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the profile, or ask for a proposal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role %1 may not read this table. Somebody who owns it has to grant that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row-level security applies to the role %1: rows that no policy shows it are missing from every figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role %1 may read the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column to read by, so there is nothing to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rows are found by the index %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a view or a foreign table, so Quarterdeck cannot tell whether new rows are found without reading everything. It is read only when you ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map the table behind it, if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No index begins with %1, so every refresh would read the whole table. It is read only when you ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index %1 begins with %2, but it is invalid or covers only some rows, so every refresh would read the whole table. It is read only when you ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no table %1 in this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the application&apos;s migrations, or choose another profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is %1: correct the schema or the spelling in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is missing, so this could not be looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is there, with about %1 rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is there; its rows were never counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is locked or too busy to say whether it has rows. Its figures stay as old as they are until it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row is visible, but row-level security may hide them all from this role: whether telemetry is recorded is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has no row: the application does not write its telemetry (not instrumented). Cost, latency and errors are unknown, not zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the application write a row for every call, or choose another source.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnvironmentChip</name>
    <message>
        <source>PRODUCTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PREVIEW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LOCAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a deployment (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for changes. Click to lock (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be changed. Click to unlock for ten minutes (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorClass</name>
    <message>
        <source>rate limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside a 200 stream</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorGroupsModel</name>
    <message>
        <source>without a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorsPage</name>
    <message>
        <source>Error group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter error groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system records no errors in its telemetry. Map a status or a success column in the profile once it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n; same message after removing ids and numbers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of requests, windows of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors per window</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>errors, %n user(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is different</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorsReport</name>
    <message numerus="yes">
        <source>%n error(s) in this range; first seen %1, last %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) in this range; first seen %1 after deploy %3, last %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The answer had begun with HTTP 200, so a log of status codes does not show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Single calls are kept for %n day(s); these are older.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 new since the %2 deploy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 errors came inside HTTP 200 streams.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate was %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1 in the last 24 hours.</source>
        <extracomment>%1 is &quot;requests&quot; or &quot;rated answers&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 %3 failed;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rate is judged from %1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate %1,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted over %1 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over the %1 limit since %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over the %1 limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was over from %1 to %2, at most %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside HTTP 200 streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of all errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted by HTTP status alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, misses the other %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Requests that failed, by the source&apos;s own status, errors inside a stream included. Counted from bins; one failure told by several rows counts once in groups and classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing asked in 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>few: %n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed requests by all requests from %1 to %2. Errors inside an HTTP 200 stream count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate against its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors not recorded:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not say whether a call failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write with each call whether it failed, and why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>%1 sent more than 16 MB, which no answer of its kind should be.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>Explain this number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be off by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest part was read with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL that read the newest part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>“%1” has a double quote that is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” should be a column, or a path such as metadata.model; a name with a quote in it is written &quot;odd&quot;&quot;name&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has an empty name in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>A column&apos;s name cannot contain a NUL character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A constant needs a value after the equals sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” should end with a number above zero, as in “duration * 1000”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” should be the difference of two time columns, as in “endTime - startTime”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Remove the filter %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect without a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Quarterdeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost, latency and errors of your AI deployments in one window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarterdeck only reads your Postgres. Nothing is installed in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments with 30 days of data and a few things gone wrong, on databases of its own that are started on this computer. It needs no network and touches nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Quarterdeck does to your database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every question is asked in a read-only transaction of its own; nothing is set on the session. Acting needs an unlock that ends by itself after 10 minutes. A role that can only read makes it certain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most two connections, no waiting behind locks, 2 s per background question, and under 1 % of one core after the first fill. The strip at the bottom always shows what it costs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timings, costs, counts and error texts always; chunk text and embeddings only when you take a retrieval snapshot. Passwords go to the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes down what you do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every unlock with its reason goes to a journal on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No read-only role yet?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL that makes a read-only role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the connection first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking at the schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>found %1 of %n %2 table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no known system; looking for tables that resemble telemetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no table that looks like telemetry; choose a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1.%2: it %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.%2 looks like telemetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mapping saved as profile %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting; about 20 seconds the first time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database address in what was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fleet</name>
    <message>
        <source>Demo · Supabase-like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo · plain Postgres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet is already running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating two private PostgreSQL clusters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Writing %n day(s) of telemetry.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The demo fleet is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet was stopped, but its folder %1 could not be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No demo fleet is running. Start one with: quarterdeck demo start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fleet::Private</name>
    <message>
        <source>The demo fleet needs a new or empty folder, and %1 is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet could not make a folder in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 has too long a name for the demo&apos;s sockets. Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filling the databases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filling the databases. pgvector is not installed: embeddings are kept in plain arrays, without an index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet has no database called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet does not know the command “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FleetModel</name>
    <message>
        <source>%1 / %2</source>
        <comment>value and target</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>state and how fresh it is</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FleetRow</name>
    <message>
        <source>errors over limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost over the alert line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 over target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost over budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little to judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is recorded is within target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all within targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; still reading back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing asked in 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>database unreachable since %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FleetRun</name>
    <message>
        <source>No demo fleet is running. “quarterdeck demo start” starts one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Follower</name>
    <message>
        <source>The database counted its rows in a way that was not understood.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Follower::Private</name>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Quarterdeck reads this database; this one follows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading history, back to %1</source>
        <extracomment>%1 is a day such as 14 Nov or, on the first day, a time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing with the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading new calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>telemetry: audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>telemetry: history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>telemetry: clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database did not say what time it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no index to read by, and is too large to be read whole. Create the index that its check names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>telemetry: refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are changed or added more than ten minutes late are found by the catch-up of the last day and the nightly audit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This role may not see other sessions&apos; transactions, so the last ten minutes are read again each time. Grant pg_monitor to it to read less.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>no complete day yet, so there is no forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>from only %n complete day(s), so the forecast is not sure</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; in %n backtest(s) %2 fell inside</source>
        <extracomment>%1 is &quot;from 28 days&quot;, %2 is &quot;81 %&quot;</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Day of the month and abbreviated month, Qt date format: 28 Jan</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <extracomment>Abbreviated weekday, day and month, Qt date format: Tue 21 January</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is an age such as &quot;12 s&quot; or &quot;4 d&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Freshness</name>
    <message>
        <source>The role may not read %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not exist in this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists and has never had a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the application write a row for every call it makes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” maps no telemetry table.</source>
        <extracomment>%1 is a list of tables</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: named by the guide, created by no migration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first read of %1 is still to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database has not answered since %1; last read at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last read %1, at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back to %1 so far.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuardWords</name>
    <message>
        <source>The demo fleet could not use its folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthStrips</name>
    <message>
        <source>Service health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: old, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3, %4 in target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 to %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>p95 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postgres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>There is no command “%1”. “quarterdeck help” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”. Did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarterdeck shows what AI applications on Postgres cost, how fast and how wrong they are, since when and with which deploy. It reads only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“quarterdeck help COMMAND” says what a command takes, “quarterdeck help json” what every key of --json means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything asked for is ok or warning (--strict: ok only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something fails, or an operation did not succeed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing could be read, not even from the mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: locked, guard, missing confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing fails, but something is unknown, too old or needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meaning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Hold for 3 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Http</name>
    <message>
        <source>%1 asks us to wait; it will be asked again in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of %1 is not an http or https address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered, but not with JSON that can be read. Is its address right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept the access token. Check that it is right and has not expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses this request. The access token may not have the right to it, or belongs to another team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not know what was asked for. Check the project&apos;s name and the team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks us to slow down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says that it is overloaded or being maintained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reports a failure of its own (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends us on to another address, which was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gave an answer that was not expected (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached: there is no host called “%2”, or this computer is offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached: nothing listens at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not asked, because the certificate of %2 cannot be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 broke off its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer within %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpServer</name>
    <message>
        <source>The demo&apos;s provider simulator found no free port.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Journal::Private</name>
    <message numerus="yes">
        <source>%n line(s) of the journal could not be read, because writing was interrupted there. Everything else is complete.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalFileWords</name>
    <message>
        <source>The journal %1 cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a journal, or one of a newer version. It was left as it is; move it away to begin a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 was written in part only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 cannot be written. Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JournalList</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written in the journal since %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KpiTile</name>
    <message>
        <source>%1: loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LatencyPage</name>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution of response times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations against targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system records no latency. Add a duration to its telemetry and map it in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 over target; change is against the range before; Enter opens the slowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all requests, windows of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests over the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same time axis, logarithmic duration; %1 over target; drag a box to ask what is different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same time axis, logarithmic duration; drag a box to ask what is different</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LatencyReport</name>
    <message numerus="yes">
        <source>Single calls are kept for %n day(s); this box is older.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of these have %2 %3, against %4 of the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no request in this box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing sets these requests apart from the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only what is younger than %n day(s) was compared.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of the range</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>few: %n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This share of the range&apos;s requests was at least this fast. From the merged distribution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>±0.54 % of the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests of the range that took longer than the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact but for one bucket of 1.1 % at the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 against its target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 of %1 requests: %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency not recorded:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no column for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write how long each call took, in milliseconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over the %2 target since %3.</source>
        <extracomment>follows &quot;p95 is 2.31 s,&quot;; %3 is a time or &quot;the 14:02 deploy&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over the %2 target since %3; %4 is the slow part.</source>
        <extracomment>follows &quot;p95 is 2.31 s,&quot;; %3 is a time or &quot;the 14:02 deploy&quot;, %4 a part such as &quot;retrieval&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was over from %1 to %2, at most %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 was %1 at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request in the last 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only %n request(s) in the last 24 hours;</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>p95 is judged from %1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 is %1;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the profile sets no target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 is %1,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over the %2 target in the last hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within the %1 target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>95 of 100 requests from %1 to %2 were at least this fast. From the merged distribution of %n request(s), never from an average of percentiles.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no request in 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target &lt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took %2 (target %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took %2 of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the request itself is recorded, none of its parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, computed from tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>never read on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deployment is configured yet. “quarterdeck add NAME --profile P --url URL” adds one; “quarterdeck --demo” shows the demo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Say why %1 is unlocked; the reason is written to the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no journal to write the reason to, so %1 stays locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Unlocked for %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Connect a deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause Refreshing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a Deployment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock or Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier by Half a Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later by Half a Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Table as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect a deployment first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Quarterdeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to unlock: %1 is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through a transaction pooler. PostgreSQL %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · no answer for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+O opens this page again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnecting, attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last refresh %1 %2</source>
        <extracomment>time and zone: &quot;last refresh 14:52:08 UTC&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never refreshed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch deployment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkLabel</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>within target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near or pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>old or blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silenced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deployed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mirror</name>
    <message>
        <source>A name in the local copy was damaged; it is shown as “?”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Quarterdeck keeps the local copy “%1” up to date; this one only reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time to bring up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calls of %1 are no longer in the local copy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MirrorWords</name>
    <message>
        <source>The local copy “%1” cannot be opened. Check the rights of its folder and the space on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: the local copy “%1” could not be brought up to date. What was read before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy “%1” could not be read or written: the disk is full or failing. What was read before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy “%1” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy “%1” is in use by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy “%1” cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy “%1” was written by a newer Quarterdeck and is left as it is. Use that version, or move the file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy “%1” is damaged and will be read again from the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy “%1” is damaged and could not be set aside. Move it away by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy was damaged. It has been set aside as “%1” and is being read again from the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy was damaged. It has been set aside and is being read again from the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the local copy was damaged, %1; it is left out until it has been read again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MirrorWriter</name>
    <message>
        <source>Another Quarterdeck keeps the local copy up to date; this one follows it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>“%1” is not an amount of money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dollars is more than Quarterdeck can count.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationsModel</name>
    <message>
        <source>no target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>few</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 %1, from few calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 %1, no target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 %1, within target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 %1, over target</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Service health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens a deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cells of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What still answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that is measured is over its target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is measured yet, so nothing can be said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>database lanes are old after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deploys, what was over target, providers, operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 need attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewReport</name>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the slow part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began with deploy %1 at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Began %n min after deploy %1 at %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <extracomment>&quot;2.31 s against 2 s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 response over target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate over its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost today over the alert line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost today over budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost today on track over budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of the month over budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of the month on track over budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reports a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 is %1 against a %2 target since %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 %1, errors %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency and errors are not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency and cost are not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency is not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost is not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors are not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <extracomment>two statements about different things in one sentence</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown in grey is from then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing newer is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n over target.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was asked in the last 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little to judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All within target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is recorded is within target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vercel deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 status page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 &gt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 &gt; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors &gt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 today</source>
        <extracomment>%1 is &quot;Requests&quot; or another word for them</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per min now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that count as a request since midnight (%1). The change is against yesterday up to this time of day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 p95</source>
        <extracomment>%1 is a step such as &quot;RAG retrieval&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>This page shows the present.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>“%1” is not a port. A port is a number from 1 to 65535; Postgres usually has 5432.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an sslmode. It is one of disable, allow, prefer, require, verify-ca and verify-full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter sslpassword cannot be kept safely. Use a client key without a passphrase that only you can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a parameter that Postgres understands. Correct or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not encrypted: everybody on the way can read along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not encrypted unless the server insists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted if the server can, identity not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted, identity not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted, and the certificate comes from a known authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted, and nobody else can pose as the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParametersWords</name>
    <message>
        <source>There is no address. An example: postgres://user@db.example:5432/app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <extracomment>%1 is an address such as db.example:5432/app, %2 the name of a role</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paths</name>
    <message>
        <source>The folder %1 cannot be made. Check that the disk is not full and that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Postgres</name>
    <message>
        <source>%1 did not accept the password of the role %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pooler at %1 does not know the role %2. There it is written postgres.PROJECT, with the reference of the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role %1 may not log in. An administrator can allow it: alter role %2 login;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no role %1 at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 demands encryption, and this deployment is set to do without. Choose another SSL mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not let the role %2 into the database %3 from this computer: pg_hba.conf has no entry for it. Allow this network address at the server or its provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not let the role %2 in without encryption, or not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the login of the role %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database %1 at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role %1 may not connect to the database %2. The missing grant: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended the connection during the login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not encrypt, but this deployment demands it. Turn on TLS at the server, or choose another SSL mode if the network in between is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 comes from an authority that this computer does not know. Choose the certificate of the provider, or continue with “require”: encrypted, identity not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is made out to another name, so it could be somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the root certificate cannot be read. Choose another file, or leave it out to use the certificates of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate or key that this computer should show to the server cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encrypted connection to %1 came about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer. Check the address, the network, and any firewall in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something at %1 took the connection, but did not answer as a Postgres server does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing listens at %1. Check the port, and that the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server listens at the socket %1. Check the folder and the port, and that the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached from this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at %1 is not a Postgres server, or it broke off at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for the password of the role %2, and none was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role may not do that. The details name the privilege that is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not look into the schema %2. The missing grant: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not read %2. The missing grant: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table it needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database did not accept the password of this role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody holds a lock that this read would have to wait for. It was given up at once instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody holds a lock on %1 that this read would have to wait for. It was given up at once instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database stopped the query because it took too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table that this query reads does not exist. The details name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table %1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column that this query reads does not exist in %1. The details name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function that this query uses does not exist on this server. The details name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A schema that this query reads does not exist. The details name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database of this name on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused to change anything: this connection only reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no connection left for this role. Close some, or raise the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the database server is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server ended the connection, because it was shut down or by an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is starting or shutting down and takes no connections yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server ended the connection because it was idle for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the database was interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query got in the way of another transaction. The same query may work later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database server has run out of memory or other resources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database did not understand the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database refused the query. The details hold its own words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceBook</name>
    <message>
        <source>“%1” in the column “%2” is not a price. Write dollars per million tokens with at most six decimals, for example 2.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in the column “%2” is not a day. Write it like 2026-03-13.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in the column “%2” is neither true nor false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in the column “%2” is not a number of tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per million tokens is more than $1,000; is it a price for another number of tokens?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per million tokens is less than any model costs; is it a price per token? Write 0 if it is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “%1” is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line must name the columns; “model” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no price for input of long prompts on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no price for input on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no price for the output of long prompts on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no price for output on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no price for cached tokens of long prompts on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no price for cached tokens on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no price for writing long prompts to the cache on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no price for writing to the cache on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prices in %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceBookWords</name>
    <message>
        <source>%1, line %2: There is no model “%3” that “%4” could be another name of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your prices cannot be written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no price on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a negative number of tokens was recorded for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This changes the price of %1 more than three times. Is that right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” already has a price of yours for a part of this time. Give the day on which this one ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceDialog</name>
    <message>
        <source>Price of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the price of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dollars per million tokens, as the provider&apos;s price list has them. History is priced anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cached input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Valid from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2026-11-01; empty: always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write dollars per million tokens, for example 2.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price needs the model&apos;s name and the price of its input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 2026-11-01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Save Price again if it is right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceFileWords</name>
    <message>
        <source>The name of the model is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no price in this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output costs less than a twentieth of input. If this is an embedding model, write true in the column “embedding”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached input costs more than new input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing to the cache costs more than four times new input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices change at midnight UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price for long prompts needs both the number of tokens and its prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices for long prompts can begin above %1, %2 or %3 tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more fields than columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line that names another model under “same_as” has a model and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is named twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” already has a price for this time in line %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Process</name>
    <message>
        <source>The program %1 could not be started. Check that it is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not finish in time and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large to be a profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not usable: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“id” is missing here: a column that tells one row from another is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“time” should be the column that says when the row was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“time_zone” should be a time zone such as UTC or Europe/Berlin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“status” needs “error_statuses” beside it: which words mean that a call failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“error_statuses” needs “status” beside it: where the words are found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either “success” or “status” tells whether a call failed; both are given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“kind” is missing here: lists of kinds need to know where the kind is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“input_kinds” and “output_kinds” belong together, beside “tokens_total”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be both an input kind and an output kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“where” should be one condition without semicolons or comments, and with its quotes and brackets closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is missing here; it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A target needs either “at_most” or “at_least”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“path” should begin with a slash; the host belongs to the deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“pattern” should be a regular expression: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two checklist items with the id “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“status_page” should be an address that begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“id” should be small letters, digits and dashes, such as my-app.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileList</name>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detect from the schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks for tables it knows, after the test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderWatch</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a provider, %2 what its status page says: &quot;Supabase: Database: partial outage&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1 of the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangePicker</name>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>days of one month: &quot;1 to 31 Jan&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangePopup</name>
    <message>
        <source>Range, typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now-6h, yesterday, 2026-11-01..07</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First and last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the first day, then the last.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangeRequest</name>
    <message>
        <source>“%1” is not a time range. Write for example 24h, now-6h, yesterday, last month or 2026-11-01..07.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangeWords</name>
    <message>
        <source>“%1” ends before it begins. Write the earlier time first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefreshControl</name>
    <message>
        <source>Refreshing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now (F5). Right click: how often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on refreshing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause refreshing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Ctrl+Shift+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only When Asked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Relay</name>
    <message>
        <source>The demo fleet found no free port on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Remove</name>
    <message>
        <source>Nothing was removed. --yes removes it without asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This removes %1 (%2) from the list, its mirror %3 and its password. The database itself is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type its name to go on:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was removed from Quarterdeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is gone from the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pp</source>
        <comment>percentage points</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ %1</source>
        <extracomment>%1 is an amount of money; some of the calls have no known price</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the %1 deploy</source>
        <extracomment>completes &quot;over the 2 s target since …&quot;; %1 is a time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not instrumented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not visible to this role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 ms for %3 rows, %4 of them new</source>
        <extracomment>what the newest read of a table cost the server</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens without a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per 1,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will cost %2 (so far %3), with 80 % certainty between %4 and %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to come in %1: %2, with 80 % certainty between %3 and %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of equal messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>few</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, since %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>last %n h</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestDrawer</name>
    <message>
        <source>What is different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that is recorded sets these calls apart from the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single calls are kept for seven days; in this range there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between %1 and %2, %3 to %4, against %5 others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowest of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times the %2 target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median of this step %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>The keychain has no secret for this deployment. Enter it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it, or enter the secret for this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no keychain that answers. Enter the secret for this run, or keep it in ~/.pgpass or in an environment variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable %1 is not set in this session. Set it before starting Quarterdeck.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretWords</name>
    <message>
        <source>A secret should be kept as keychain, env:NAME, pgpass or none.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves: words instead of motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a deployment: use lower-case letters, digits, dots, dashes and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a profile: use lower-case letters, digits, dots, dashes and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile could not be written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Show</name>
    <message>
        <source>There is no page “%1”. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page “%1”. Did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV is the table of cost, latency or errors, and not together with JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” cannot be used, so nothing is mapped. “quarterdeck list” says why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Go to anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidebarItem</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Startup</name>
    <message>
        <source>There is no display for the window here. “quarterdeck show overview” says the same in words, “quarterdeck capture DIR” in pictures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatePane</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has taken 5 seconds so far. The server or the network is slow; you can cancel and keep what is on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>The demo fleet cannot use %1, because it belongs to somebody else or is open to others. Remove it and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo fleet could not write %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>The SQL needs a value for “%1”, and none was given.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cap %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Statuspage</name>
    <message>
        <source>operational</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial outage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>major outage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a part of a provider, %2 its state: &quot;Database: partial outage&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page lists no components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all named components operational</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all components operational</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The status page of %1 answered in a shape that is not known, so nothing is concluded from it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>An address and a name, or the demo, do not go together: give one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deployment is configured yet. “quarterdeck add” adds one, and --demo shows the demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which deployment with -d NAME. There are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no deployment called “%1”. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no deployment called “%1”. Did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No temporary folder can be made. Check that the disk is not full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the address once: with --url or with --url-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input held no address. Example: echo &quot;$DATABASE_URL&quot; | quarterdeck test --url-stdin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no address: --url is empty, or the variable it names is not set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile “%1”. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile “%1”. Did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message numerus="yes">
        <source>%n row(s) are hidden by the filter. Esc clears it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Row copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Table As</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>%1 %2</source>
        <comment>heading and value, read aloud</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>value and remark, read aloud</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Target::Private</name>
    <message>
        <source>The connections to %1 are closed while this computer sleeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connections to %1 were closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Test</name>
    <message>
        <source>Two names are given, %1 and %2. One test at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestSteps</name>
    <message>
        <source>Connection test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toml</name>
    <message>
        <source>This is not valid TOML: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TomlWords</name>
    <message>
        <source>“%1” should be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text in double quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” contains a NUL character, which no name can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is missing here; it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of texts, such as [&quot;one&quot;, &quot;two&quot;]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of whole numbers, such as [200, 204]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dollars, such as 66.50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time such as &quot;30s&quot;, &quot;5m&quot; or &quot;1h&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of tables, written [[%1]]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table, written [%1]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” should be one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “%1” is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “%1” is not known here; did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tunnel</name>
    <message>
        <source>The SSH tunnel through %1 did not come about in time. Check that “ssh %1” works in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the name of a host for the SSH tunnel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An SSH tunnel leads to one host and port, not to a list or a socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ssh is not installed, and this deployment is reached through an SSH tunnel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SSH tunnel through %1 was interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SSH tunnel through %1 could not be opened. Check that “ssh %1” works in a terminal without asking anything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock %1 for 10 minutes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2. What changes something will be possible until the time is up, the computer sleeps or you switch the deployment. Each of these still asks once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, goes into the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc cancels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of the deployment first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Url</name>
    <message>
        <source>There is a %-sign in %1 that is not followed by two hexadecimal digits. Write %25 for a %-sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a zero byte in %1, which Postgres does not allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The IPv6 address %1 has no closing bracket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” after the IPv6 address is not understood. A port is written :5432.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the name of a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter “%1” of the address has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parameter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address that begins with %1:// is not one of Postgres. It begins with postgres:// or postgresql://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address of Postgres. Examples: postgres://user@db.example:5432/app, or host=db.example dbname=app user=me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the value of “%1” something follows that is not keyword=value. A value with blanks needs single quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of “%1” has no closing quote.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vercel</name>
    <message>
        <source>Vercel answered in a shape that is not known, so its list of deployments is not used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>Steps of the request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZonePicker</name>
    <message>
        <source>Time zone %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times and days are shown in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qd::tables::CallsModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qd::tables::ChecksModel</name>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qd::tables::CostModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vs before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per 1 k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qd::tables::ErrorGroupsModel</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qd::tables::FleetModel</name>
    <message>
        <source>Deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 / target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost today / budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qd::tables::OperationsModel</name>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 against target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
