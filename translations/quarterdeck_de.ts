<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
  <context>
    <name>Arithmetic</name>
    <message>
      <source>%1 lanes then %2</source>
      <extracomment>how a server adds up products: so many sums side by side</extracomment>
      <translation>%1 Bahnen, dann %2</translation>
    </message>
    <message>
      <source>one lane</source>
      <translation>eine Bahn</translation>
    </message>
    <message>
      <source>%1 lanes</source>
      <translation>%1 Bahnen</translation>
    </message>
    <message>
      <source>%1, fused</source>
      <extracomment>%1: "8 lanes then 4"; products are added without being rounded (FMA), or rounded</extracomment>
      <translation>%1, mit FMA</translation>
    </message>
    <message>
      <source>%1, unfused</source>
      <translation>%1, ohne FMA</translation>
    </message>
    <message>
      <source>%1, neighbours first</source>
      <extracomment>%1: "8 lanes, fused"</extracomment>
      <translation>%1, Nachbarn zuerst</translation>
    </message>
  </context>
  <context>
    <name>AskedBefore</name>
    <message>
      <source>The answer could not be kept in “%1”, so the service will be asked again.</source>
      <translation>Die Antwort konnte nicht in „%1“ behalten werden, der Dienst wird also noch einmal gefragt.</translation>
    </message>
  </context>
  <context>
    <name>Calibration</name>
    <message>
      <source>The server's answer to the calibration query has another shape than expected.</source>
      <translation>Die Antwort des Servers auf die Kalibrierungsabfrage hat eine andere Form als erwartet.</translation>
    </message>
    <message>
      <source>The calibration kept with this snapshot cannot be read.</source>
      <translation>Die mit diesem Schnappschuss aufbewahrte Kalibrierung ist nicht lesbar.</translation>
    </message>
  </context>
  <context>
    <name>Capture</name>
    <message>
      <source>The database sent rows in a form that is not understood. Something between here and there may have changed them.</source>
      <translation>Die Datenbank hat Zeilen in einer unverständlichen Form gesendet. Möglicherweise hat etwas auf dem Weg hierher sie verändert.</translation>
    </message>
    <message>
      <source>The table %1 does not exist.</source>
      <translation>Die Tabelle %1 existiert nicht.</translation>
    </message>
    <message>
      <source>The table %1 has no column “%2”. The profile or the database has changed.</source>
      <translation>Die Tabelle %1 hat keine Spalte „%2“. Das Profil oder die Datenbank hat sich geändert.</translation>
    </message>
    <message>
      <source>%1 may not read %2. The missing grant: %3</source>
      <translation>%1 darf %2 nicht lesen. Der fehlende Grant: %3</translation>
    </message>
    <message>
      <source>%1 has no column “%2”, so the words are analysed from the text while the snapshot is taken.</source>
      <translation>%1 hat keine Spalte „%2“, daher werden die Wörter beim Aufnehmen des Schnappschusses aus dem Text ermittelt.</translation>
    </message>
    <message>
      <source>No text-search configuration is known for %1, so this snapshot cannot be searched by words.</source>
      <translation>Für %1 ist keine Konfiguration der Textsuche bekannt, daher lässt sich dieser Schnappschuss nicht über Wörter durchsuchen.</translation>
    </message>
    <message>
      <source>No column of embeddings is known for %1: this snapshot can be searched by words only.</source>
      <translation>Für %1 ist keine Spalte mit Embeddings bekannt: Dieser Schnappschuss lässt sich nur über Wörter durchsuchen.</translation>
    </message>
    <message>
      <source>The table %1 has no column “%2”: this snapshot can be searched by words only.</source>
      <translation>Die Tabelle %1 hat keine Spalte „%2“: Dieser Schnappschuss lässt sich nur über Wörter durchsuchen.</translation>
    </message>
    <message>
      <source>Embeddings of %1 are plain arrays (%2), not of pgvector's type: no index of the server can search them, and distances are those that pgvector would compute.</source>
      <translation>Die Embeddings von %1 sind einfache Arrays (%2), nicht vom Typ von pgvector: Kein Index des Servers kann sie durchsuchen, und die Distanzen sind die, die pgvector berechnen würde.</translation>
    </message>
    <message>
      <source>The column “%2” of %1 is of type %3, which is not understood: this snapshot can be searched by words only.</source>
      <translation>Die Spalte „%2“ von %1 hat den Typ %3, der nicht unterstützt wird: Dieser Schnappschuss lässt sich nur über Wörter durchsuchen.</translation>
    </message>
    <message>
      <source>Owners, states and titles of documents are therefore missing from this snapshot.</source>
      <translation>Eigentümer, Status und Titel von Dokumenten fehlen daher in diesem Schnappschuss.</translation>
    </message>
    <message>
      <source>The index %1 is not valid: the server does not use it.</source>
      <translation>Der Index %1 ist ungültig: Der Server verwendet ihn nicht.</translation>
    </message>
    <message>
      <source>Where rows lie is known as of now; a row that was updated in its place may be known to an index by an earlier place.</source>
      <translation>Wo Zeilen liegen, ist nur mit Stand von jetzt bekannt; eine an Ort und Stelle geänderte Zeile kann ein Index noch unter einem früheren Platz führen.</translation>
    </message>
    <message>
      <source>The table %1 has no column of text (“%2” was expected), so there is nothing to search or to show.</source>
      <translation>Die Tabelle %1 hat keine Textspalte (erwartet wurde „%2“), daher gibt es nichts zu durchsuchen und nichts zu zeigen.</translation>
    </message>
    <message>
      <source>Row security applies to %1 of %2.%3: chunks of documents that it hides have no owner, state or title here.</source>
      <translation>Row-Level Security gilt für die Rolle %1 auf %2.%3: Chunks von Dokumenten, die sie verbirgt, haben hier weder Eigentümer noch Status noch Titel.</translation>
    </message>
    <message>
      <source>The table was rebuilt since the last snapshot, so all rows have to be read again.</source>
      <translation>Die Tabelle wurde seit dem letzten Schnappschuss neu aufgebaut, daher müssen alle Zeilen erneut gelesen werden.</translation>
    </message>
    <message>
      <source>The database sent a row of another shape than was asked for.</source>
      <translation>Die Datenbank hat eine Zeile in einer anderen Form gesendet als angefordert.</translation>
    </message>
    <message>
      <source>A row of %1 has no key, so it cannot be told from others. Choose another column as the key.</source>
      <translation>Eine Zeile von %1 hat keinen Schlüssel und ist daher nicht von anderen zu unterscheiden. Bitte eine andere Spalte als Schlüssel wählen.</translation>
    </message>
    <message>
      <source>“%1” holds a snapshot of something else (%2 of %3). Choose another file, or take it anew.</source>
      <translation>„%1“ enthält einen Schnappschuss von etwas anderem (%2 von %3). Bitte eine andere Datei wählen oder ihn neu aufnehmen.</translation>
    </message>
    <message>
      <source>The database ended the snapshot early; what was read so far is kept where it is the first one.</source>
      <translation>Die Datenbank hat den Schnappschuss vorzeitig beendet; war es der erste, bleibt das bisher Gelesene erhalten.</translation>
    </message>
    <message>
      <source>The profile of this deployment names no search of production.</source>
      <translation>Das Profil dieses Deployments nennt keine Suche der Produktion.</translation>
    </message>
    <message>
      <source>The profile has no search “%1”.</source>
      <translation>Das Profil hat keine Suche „%1“.</translation>
    </message>
    <message>
      <source>“%1” is not a setting that may be changed for a question.</source>
      <translation>„%1“ ist keine Einstellung, die sich für eine Frage ändern lässt.</translation>
    </message>
    <message>
      <source>The embedding of the question has %1 dimensions, those of %2 have %3: it comes from another model.</source>
      <translation>Das Embedding der Frage hat %1 Dimensionen, die von %2 haben %3: Es stammt von einem anderen Modell.</translation>
    </message>
    <message>
      <source>The statement inside %1 could not be told apart, so how the planner runs it is unknown.</source>
      <translation>Die Anweisung in %1 ließ sich nicht herauslösen, daher ist unbekannt, wie der Planner sie ausführt.</translation>
    </message>
    <message>
      <source>How the planner runs %1 could not be asked. %2</source>
      <translation>Wie der Planner %1 ausführt, ließ sich nicht abfragen. %2</translation>
    </message>
    <message>
      <source>production search</source>
      <translation>Suche der Produktion</translation>
    </message>
    <message>
      <source>There is no function %1 that takes what the profile says. Without it the application cannot search either.</source>
      <translation>Es gibt keine Funktion %1, die annimmt, was das Profil angibt. Ohne sie kann auch die Anwendung nicht suchen.</translation>
    </message>
    <message>
      <source>%1 may not call %2. The missing grant: %3</source>
      <translation>%1 darf %2 nicht aufrufen. Der fehlende Grant: %3</translation>
    </message>
    <message>
      <source>%1 searches the chunks of one user: choose as whom to ask.</source>
      <translation>%1 durchsucht die Chunks eines einzelnen Benutzers: Bitte wählen, als wer gefragt wird.</translation>
    </message>
    <message>
      <source>%1 needs the embedding of the question.</source>
      <translation>%1 braucht das Embedding der Frage.</translation>
    </message>
    <message>
      <source>%1 needs a value for “%2”.</source>
      <translation>%1 braucht einen Wert für „%2“.</translation>
    </message>
    <message>
      <source>The pages of %1 cannot be read: that takes a superuser and the extension pageinspect, or its two functions in a schema “quarterdeck” that run with a superuser's rights. What the index leaves out can only be estimated from one that is built here.</source>
      <translation>Die Seiten von %1 können nicht gelesen werden: Dazu braucht es einen Superuser und die Erweiterung pageinspect, oder deren zwei Funktionen in einem Schema „quarterdeck“, die mit den Rechten eines Superusers laufen. Was der Index auslässt, lässt sich nur an einem hier gebauten schätzen.</translation>
    </message>
    <message>
      <source>The pages of an index could not be kept beside “%1”. Is its disk full?</source>
      <translation>Die Seiten eines Index konnten nicht neben „%1“ abgelegt werden. Ist der Datenträger voll?</translation>
    </message>
  </context>
  <context>
    <name>Charts</name>
    <message>
      <source>forecast</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <source>not read yet</source>
      <translation>noch nicht gelesen</translation>
    </message>
    <message>
      <source>Total</source>
      <translation>Gesamt</translation>
    </message>
    <message>
      <source>80 % between %1 and %2</source>
      <translation>80 % zwischen %1 und %2</translation>
    </message>
    <message>
      <source>%1 to %2</source>
      <translation>%1 bis %2</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>Anfragen</translation>
    </message>
    <message>
      <source>%1 %2</source>
      <translation>%1 %2</translation>
    </message>
    <message>
      <source>no reading</source>
      <translation>kein Messwert</translation>
    </message>
    <message>
      <source>%1 at %2</source>
      <translation>%1 um %2</translation>
    </message>
    <message>
      <source>now</source>
      <translation>jetzt</translation>
    </message>
  </context>
  <context>
    <name>ChunkQuality</name>
    <message numerus="yes">
      <source>%n embedding(s) are all zeros</source>
      <translation>
        <numerusform>%n Embedding besteht nur aus Nullen</numerusform>
        <numerusform>%n Embeddings bestehen nur aus Nullen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n embedding(s) hold NaN or infinity</source>
      <translation>
        <numerusform>%n Embedding enthält NaN oder Unendlich</numerusform>
        <numerusform>%n Embeddings enthalten NaN oder Unendlich</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) were embedded by another model than most</source>
      <translation>
        <numerusform>%n Chunk stammt von einem anderen Embedding-Modell als die meisten</numerusform>
        <numerusform>%n Chunks stammen von einem anderen Embedding-Modell als die meisten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) repeat the text of another</source>
      <translation>
        <numerusform>%n Chunk wiederholt den Text eines anderen</numerusform>
        <numerusform>%n Chunks wiederholen den Text eines anderen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) share their embedding with one of another text</source>
      <translation>
        <numerusform>%n Chunk teilt sein Embedding mit einem Chunk mit anderem Text</numerusform>
        <numerusform>%n Chunks teilen ihr Embedding mit einem Chunk mit anderem Text</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) have no text</source>
      <translation>
        <numerusform>%n Chunk hat keinen Text</numerusform>
        <numerusform>%n Chunks haben keinen Text</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) hold placeholder text</source>
      <translation>
        <numerusform>%n Chunk enthält Platzhaltertext</numerusform>
        <numerusform>%n Chunks enthalten Platzhaltertext</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) have offsets that do not fit their text</source>
      <translation>
        <numerusform>%n Chunk hat Offsets, die nicht zu seinem Text passen</numerusform>
        <numerusform>%n Chunks haben Offsets, die nicht zu ihrem Text passen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) belong to documents that were never finished</source>
      <translation>
        <numerusform>%n Chunk gehört zu einem nie fertiggestellten Dokument</numerusform>
        <numerusform>%n Chunks gehören zu nie fertiggestellten Dokumenten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) with a text have no tsvector</source>
      <translation>
        <numerusform>%n Chunk mit Text hat keinen tsvector</numerusform>
        <numerusform>%n Chunks mit Text haben keinen tsvector</numerusform>
      </translation>
    </message>
    <message>
      <source>An index by cosine does not hold them; an exact search gives them the similarity NaN, which passes every threshold.</source>
      <translation>Ein Kosinus-Index enthält sie nicht; eine exakte Suche gibt ihnen die Ähnlichkeit NaN, die jede Schwelle passiert.</translation>
    </message>
    <message>
      <source>Their distance is no number, so they stand anywhere in an answer.</source>
      <translation>Ihre Distanz ist keine Zahl, daher stehen sie irgendwo in einer Antwort.</translation>
    </message>
    <message>
      <source>Vectors of two models cannot be compared; what they are near to is chance.</source>
      <translation>Vektoren zweier Modelle sind nicht vergleichbar; was ihnen nahe liegt, ist Zufall.</translation>
    </message>
    <message>
      <source>The same text takes several places of an answer, and which of them is chance.</source>
      <translation>Derselbe Text belegt mehrere Plätze einer Antwort, und welcher davon vorn steht, ist Zufall.</translation>
    </message>
    <message>
      <source>The embedding of one text was probably stored for another.</source>
      <translation>Das Embedding eines Textes wurde wahrscheinlich bei einem anderen gespeichert.</translation>
    </message>
    <message>
      <source>They take places in answers and say nothing.</source>
      <translation>In Antworten belegen sie Plätze und sagen nichts aus.</translation>
    </message>
    <message>
      <source>Citations of these chunks point to the wrong place.</source>
      <translation>Zitate aus diesen Chunks verweisen auf die falsche Stelle.</translation>
    </message>
    <message>
      <source>A search that asks for finished documents leaves them out.</source>
      <translation>Eine Suche nach fertigen Dokumenten lässt sie aus.</translation>
    </message>
    <message>
      <source>They are never found by words.</source>
      <translation>Über Wörter werden sie nie gefunden.</translation>
    </message>
    <message>
      <source>Looking at every chunk</source>
      <translation>Alle Chunks werden geprüft</translation>
    </message>
    <message>
      <source>There are no embeddings in the snapshot, so none was looked at.</source>
      <translation>Der Schnappschuss enthält keine Embeddings, daher wurde keines geprüft.</translation>
    </message>
    <message>
      <source>There are no texts in the snapshot, so duplicates and placeholders were not looked for.</source>
      <translation>Der Schnappschuss enthält keine Texte, daher wurde nicht nach Duplikaten und Platzhaltern gesucht.</translation>
    </message>
    <message>
      <source>No column says which model made an embedding, so two models in one column would not be noticed.</source>
      <translation>Keine Spalte nennt das Modell eines Embeddings, daher fielen zwei Modelle in einer Spalte nicht auf.</translation>
    </message>
    <message>
      <source>There are no offsets in the snapshot, so citations were not checked.</source>
      <translation>Der Schnappschuss enthält keine Offsets, daher wurden Zitate nicht geprüft.</translation>
    </message>
    <message>
      <source>No status of documents is in the snapshot, so stuck ones would not be noticed.</source>
      <translation>Der Schnappschuss enthält keinen Status von Dokumenten, daher fielen hängen gebliebene nicht auf.</translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) without an embedding that can be searched</source>
      <translation>
        <numerusform>%n Chunk ohne Embedding, das durchsucht werden kann</numerusform>
        <numerusform>%n Chunks ohne Embedding, das durchsucht werden kann</numerusform>
      </translation>
    </message>
    <message>
      <source>It is missing or has another dimension than the others; they are never found by meaning, and no error says so.</source>
      <translation>Es fehlt oder hat eine andere Dimension als die übrigen; sie werden nie nach Bedeutung gefunden, und kein Fehler sagt es.</translation>
    </message>
  </context>
  <context>
    <name>CommandLine</name>
    <message>
      <source>A password on the command line is seen by everybody on this computer and stays in the shell's history, so it is refused here. Use --url-stdin, or an address without password and --password env:NAME or pgpass.</source>
      <translation>Ein Passwort auf der Befehlszeile ist für alle auf diesem Computer sichtbar und bleibt im Verlauf der Shell, deshalb wird es hier abgelehnt. Verwenden Sie --url-stdin oder eine Adresse ohne Passwort und --password env:NAME oder pgpass.</translation>
    </message>
    <message>
      <source>There is no command “%1”. “quarterdeck help” lists them.</source>
      <translation>Es gibt keinen Befehl „%1“. „quarterdeck help“ listet alle auf.</translation>
    </message>
    <message>
      <source>There is no command “%1”. Did you mean “%2”?</source>
      <translation>Es gibt keinen Befehl „%1“. Meinten Sie „%2“?</translation>
    </message>
    <message>
      <source>There is no option “%1”. “quarterdeck help” lists them.</source>
      <translation>Es gibt keine Option „%1“. „quarterdeck help“ listet alle auf.</translation>
    </message>
    <message>
      <source>There is no option “%1”. Did you mean “--%2”?</source>
      <translation>Es gibt keine Option „%1“. Meinten Sie „--%2“?</translation>
    </message>
    <message>
      <source>The option “--%1” takes no value.</source>
      <translation>Die Option „--%1“ nimmt keinen Wert an.</translation>
    </message>
    <message>
      <source>The option “--%1” needs a value: %2.</source>
      <translation>Die Option „--%1“ braucht einen Wert: %2.</translation>
    </message>
    <message>
      <source>The option “--%1” is given twice.</source>
      <translation>Die Option „--%1“ ist doppelt angegeben.</translation>
    </message>
    <message>
      <source>“%1” has no option “--%2”. “quarterdeck help %1” says what it has.</source>
      <translation>„%1“ hat keine Option „--%2“. „quarterdeck help %1“ zeigt die vorhandenen.</translation>
    </message>
    <message>
      <source>Something is missing: quarterdeck %1 %2</source>
      <translation>Es fehlt etwas: quarterdeck %1 %2</translation>
    </message>
    <message>
      <source>“%1” is one word too many for “%2”.</source>
      <translation>„%1“ ist ein Wort zu viel für „%2“.</translation>
    </message>
    <message>
      <source>“%1” is no length of time. Examples: 90s, 5m, 2h, 3d.</source>
      <translation>„%1“ ist keine Zeitdauer. Beispiele: 90s, 5m, 2h, 3d.</translation>
    </message>
    <message>
      <source>a configured deployment, or one of the demo's with --demo</source>
      <translation>ein eingerichtetes Deployment oder mit --demo eines der Demo</translation>
    </message>
    <message>
      <source>a database's address without its password, or env:NAME to take it from a variable</source>
      <translation>Adresse einer Datenbank ohne Passwort, oder env:NAME, um sie aus einer Variable zu nehmen</translation>
    </message>
    <message>
      <source>read the address, which may hold a password, from standard input</source>
      <translation>die Adresse, auch mit Passwort, von der Standardeingabe lesen</translation>
    </message>
    <message>
      <source>what kind of system it is</source>
      <translation>um welche Art von System es sich handelt</translation>
    </message>
    <message>
      <source>where the password is: keychain, env:NAME, pgpass or none</source>
      <translation>wo das Passwort liegt: keychain, env:NAME, pgpass oder none</translation>
    </message>
    <message>
      <source>production (default), staging, preview or local</source>
      <translation>production (Vorgabe), staging, preview oder local</translation>
    </message>
    <message>
      <source>the name as it is shown</source>
      <translation>der angezeigte Name</translation>
    </message>
    <message>
      <source>where it runs, shown under the name</source>
      <translation>wo es läuft; steht unter dem Namen</translation>
    </message>
    <message>
      <source>reach it through this host of ~/.ssh/config</source>
      <translation>über diesen Host aus ~/.ssh/config verbinden</translation>
    </message>
    <message>
      <source>on the demo fleet: a running one is joined, else one is started and stopped</source>
      <translation>auf der Demo-Flotte: eine laufende wird mitbenutzt, sonst wird eine gestartet und wieder angehalten</translation>
    </message>
    <message>
      <source>24h, 7d, now-6h, yesterday, "this month", 2026-11-01..07</source>
      <translation>24h, 7d, now-6h, yesterday, "this month", 2026-11-01..07</translation>
    </message>
    <message>
      <source>time zone of days and times, such as Europe/Berlin</source>
      <translation>Zeitzone für Tage und Uhrzeiten, etwa Europe/Berlin</translation>
    </message>
    <message>
      <source>older data ends with 5: 90s, 5m, 2h</source>
      <translation>ältere Daten ergeben Exit-Code 5: 90s, 5m, 2h</translation>
    </message>
    <message>
      <source>ask the database before answering from the mirror</source>
      <translation>erst die Datenbank fragen, dann aus der lokalen Kopie antworten</translation>
    </message>
    <message>
      <source>how long the first reading may take (2m)</source>
      <translation>wie lange das erste Lesen dauern darf (2m)</translation>
    </message>
    <message>
      <source>only ok ends with 0</source>
      <translation>Exit-Code 0 nur, wenn alles in Ordnung ist</translation>
    </message>
    <message>
      <source>one JSON document; its keys are in "help json"</source>
      <translation>ein JSON-Dokument; seine Schlüssel stehen in „help json“</translation>
    </message>
    <message>
      <source>the table as CSV</source>
      <translation>die Tabelle als CSV</translation>
    </message>
    <message>
      <source>from this time on: 7d, yesterday, 2026-11-01</source>
      <translation>ab diesem Zeitpunkt: 7d, yesterday, 2026-11-01</translation>
    </message>
    <message>
      <source>only entries of this kind: deploy, unlock, status-page</source>
      <translation>nur Einträge dieser Art: deploy, unlock, status-page</translation>
    </message>
    <message>
      <source>light, dark or both</source>
      <translation>light, dark oder both</translation>
    </message>
    <message>
      <source>size of the window in pixels, 1440x900</source>
      <translation>Größe des Fensters in Pixeln, 1440x900</translation>
    </message>
    <message>
      <source>do it without asking</source>
      <translation>ohne Rückfrage ausführen</translation>
    </message>
    <message>
      <source>why, for the journal</source>
      <translation>Begründung für das Journal</translation>
    </message>
    <message>
      <source>this text</source>
      <translation>dieser Text</translation>
    </message>
    <message>
      <source>open the window</source>
      <translation>das Fenster öffnen</translation>
    </message>
    <message>
      <source>deployments and their state, from the mirrors</source>
      <translation>Deployments und ihr Zustand, aus den lokalen Kopien</translation>
    </message>
    <message>
      <source>add a deployment</source>
      <translation>ein Deployment hinzufügen</translation>
    </message>
    <message>
      <source>test the connection step by step</source>
      <translation>die Verbindung Schritt für Schritt prüfen</translation>
    </message>
    <message>
      <source>remove a deployment, its mirror and its password</source>
      <translation>ein Deployment samt lokaler Kopie und Passwort entfernen</translation>
    </message>
    <message>
      <source>overview, cost, latency or errors, from the mirror</source>
      <translation>overview, cost, latency oder errors, aus der lokalen Kopie</translation>
    </message>
    <message>
      <source>write pages as pictures</source>
      <translation>Seiten als Bilder speichern</translation>
    </message>
    <message>
      <source>what happened: deployments, unlocks, changes</source>
      <translation>was geschehen ist: Deploys, Entsperrungen, Änderungen</translation>
    </message>
    <message>
      <source>the demo fleet alone</source>
      <translation>nur die Demo-Flotte</translation>
    </message>
    <message>
      <source>this text; "help json": every key of --json</source>
      <translation>dieser Text; „help json“: alle Schlüssel von --json</translation>
    </message>
    <message>
      <source>the version</source>
      <translation>die Version</translation>
    </message>
    <message>
      <source>There is no time zone “%1”. Examples: UTC, Europe/Berlin, system.</source>
      <translation>Es gibt keine Zeitzone „%1“. Beispiele: UTC, Europe/Berlin, system.</translation>
    </message>
    <message>
      <source>a provider's setting, such as vercel.project=app or vercel.secret=env:NAME; with retrieval a search setting, such as k=50</source>
      <translation>Einstellung eines Anbieters, etwa vercel.project=app oder vercel.secret=env:NAME; bei retrieval eine Sucheinstellung, etwa k=50</translation>
    </message>
    <message>
      <source>replace a deployment that has this name, or a snapshot instead of updating it</source>
      <translation>ein Deployment mit diesem Namen ersetzen, oder einen Schnappschuss, statt ihn zu aktualisieren</translation>
    </message>
    <message>
      <source>exact, hnsw, ivfflat, text, bm25 or hybrid; as production searches if left out</source>
      <translation>exact, hnsw, ivfflat, text, bm25 oder hybrid; ohne Angabe so, wie die Produktion sucht</translation>
    </message>
    <message>
      <source>ask as this user: only chunks that belong to them</source>
      <translation>als dieser Benutzer fragen: nur Chunks, die ihm gehören</translation>
    </message>
    <message>
      <source>how many chunks to return</source>
      <translation>wie viele Chunks zurückgegeben werden</translation>
    </message>
    <message>
      <source>hnsw.ef_search</source>
      <translation>hnsw.ef_search</translation>
    </message>
    <message>
      <source>ivfflat.probes</source>
      <translation>ivfflat.probes</translation>
    </message>
    <message>
      <source>say of every chunk why it stands where it stands</source>
      <translation>zu jedem Chunk sagen, warum er dort steht, wo er steht</translation>
    </message>
    <message>
      <source>say why this chunk is missing, and what brings it back</source>
      <translation>sagen, warum dieser Chunk fehlt und was ihn zurückbringt</translation>
    </message>
    <message>
      <source>find chunks like this one, instead of a question</source>
      <translation>Chunks wie diesen finden, anstelle einer Frage</translation>
    </message>
    <message>
      <source>where questions are embedded: any service that speaks OpenAI's protocol</source>
      <translation>wo Fragen ihr Embedding erhalten: ein beliebiger Dienst, der das Protokoll von OpenAI spricht</translation>
    </message>
    <message>
      <source>the model of the embeddings</source>
      <translation>das Modell der Embeddings</translation>
    </message>
    <message>
      <source>questions as JSONL or CSV: id, text</source>
      <translation>Fragen als JSONL oder CSV: id, text</translation>
    </message>
    <message>
      <source>judgements: TREC qrels, CSV or JSONL</source>
      <translation>Bewertungen: TREC qrels, CSV oder JSONL</translation>
    </message>
    <message>
      <source>write the answers here, in TREC's format</source>
      <translation>die Antworten im TREC-Format hierhin schreiben</translation>
    </message>
    <message>
      <source>compare with this earlier run</source>
      <translation>mit diesem früheren Lauf vergleichen</translation>
    </message>
    <message>
      <source>what to sweep over: ef_search, probes, m, threshold, k …</source>
      <translation>was durchprobiert wird: ef_search, probes, m, threshold, k …</translation>
    </message>
    <message>
      <source>the values to try</source>
      <translation>die Werte, die probiert werden</translation>
    </message>
    <message>
      <source>the recall that a suggestion must reach (0.95)</source>
      <translation>der Recall, den ein Vorschlag erreichen muss (0.95)</translation>
    </message>
    <message>
      <source>text-search configuration: english (default) or simple</source>
      <translation>Konfiguration der Textsuche: english (Vorgabe) oder simple</translation>
    </message>
    <message>
      <source>leave lines out that cannot be read, and say which</source>
      <translation>nicht lesbare Zeilen auslassen und sagen, welche</translation>
    </message>
    <message>
      <source>take a snapshot of the chunks, and ask it offline; FILE may be "sample"</source>
      <translation>einen Schnappschuss der Chunks aufnehmen und offline befragen; FILE darf „sample“ sein</translation>
    </message>
    <message>
      <source>where candidates are reranked: Voyage, Cohere, Jina, llama.cpp …</source>
      <translation>wo Kandidaten neu geordnet werden: Voyage, Cohere, Jina, llama.cpp …</translation>
    </message>
    <message>
      <source>the model that reranks; what it said before needs no --rerank</source>
      <translation>das Modell, das neu ordnet; was es schon gesagt hat, braucht kein --rerank</translation>
    </message>
    <message>
      <source>where the reranker's key is: env:NAME</source>
      <translation>wo der Schlüssel des Rerankers ist: env:NAME</translation>
    </message>
    <message>
      <source>how many chunks are reranked (four times the limit)</source>
      <translation>wie viele Chunks neu geordnet werden (viermal so viele wie zurückgegeben)</translation>
    </message>
    <message>
      <source>overview, cost, latency, errors or retrieval; all if left out</source>
      <translation>overview, cost, latency, errors oder retrieval; ohne Angabe alle</translation>
    </message>
  </context>
  <context>
    <name>Compare</name>
    <message>
      <source>Others have the same score, so production may return any of them.</source>
      <translation>Andere haben denselben Score, daher kann die Produktion jeden davon zurückgeben.</translation>
    </message>
    <message>
      <source>Production does not have it any more as the snapshot does: it was changed, removed or closed to this user since.</source>
      <translation>Die Produktion hat ihn nicht mehr so wie der Schnappschuss: Er wurde seither geändert, entfernt oder für diesen Benutzer gesperrt.</translation>
    </message>
    <message>
      <source>Production's index is another one than the graph that was searched here.</source>
      <translation>Der Index der Produktion ist ein anderer als der Graph, der hier durchsucht wurde.</translation>
    </message>
    <message>
      <source>Production did not return it, and nothing in the snapshot says why; the chunk or the index may have changed since.</source>
      <translation>Die Produktion hat ihn nicht zurückgegeben, und nichts im Schnappschuss sagt, warum; der Chunk oder der Index kann sich seither geändert haben.</translation>
    </message>
    <message>
      <source>With production's settings it is not returned: %1</source>
      <comment>followed by a whole sentence</comment>
      <translation>Mit den Einstellungen der Produktion wird er nicht zurückgegeben: %1</translation>
    </message>
    <message>
      <source>The offline search has other settings: %1</source>
      <comment>followed by a whole sentence</comment>
      <translation>Die Offline-Suche hat andere Einstellungen: %1</translation>
    </message>
    <message>
      <source>The snapshot does not have it: it is newer, or was hidden from whoever took the snapshot.</source>
      <translation>Im Schnappschuss fehlt er: Er ist neuer, oder er war vor der Rolle verborgen, die den Schnappschuss aufgenommen hat.</translation>
    </message>
    <message>
      <source>The chunk has changed since the snapshot was taken.</source>
      <translation>Der Chunk hat sich seit der Aufnahme des Schnappschusses geändert.</translation>
    </message>
    <message>
      <source>It shares its score with others, and among equals any order is right.</source>
      <translation>Er teilt seinen Score mit anderen, und unter gleichen ist jede Reihenfolge richtig.</translation>
    </message>
    <message>
      <source>It moved because others before it are missing or new.</source>
      <translation>Er steht anderswo, weil andere vor ihm fehlen oder neu sind.</translation>
    </message>
    <message>
      <source>The offline search has other settings and gives it another score.</source>
      <translation>Die Offline-Suche hat andere Einstellungen und gibt ihm einen anderen Score.</translation>
    </message>
    <message numerus="yes">
      <source>All %n row(s) stand at the same rank.</source>
      <translation>
        <numerusform>%n Zeile steht auf demselben Rang.</numerusform>
        <numerusform>Alle %n Zeilen stehen auf demselben Rang.</numerusform>
      </translation>
    </message>
    <message>
      <source>%1 of %2 rows stand at the same rank; the others share their scores, where any order is right.</source>
      <translation>%1 von %2 Zeilen stehen auf demselben Rang; die übrigen teilen ihren Score mit anderen, und da ist jede Reihenfolge richtig.</translation>
    </message>
    <message>
      <source>%1 of %2 rows stand at the same rank; %3 moved, %4 only in production, %5 only offline.</source>
      <translation>%1 von %2 Zeilen stehen auf demselben Rang; %3 verschoben, %4 nur in der Produktion, %5 nur offline.</translation>
    </message>
    <message>
      <source>Neither returned a chunk.</source>
      <translation>Keine der beiden Suchen hat einen Chunk zurückgegeben.</translation>
    </message>
  </context>
  <context>
    <name>ConnectionTest</name>
    <message>
      <source>The smallest role that Quarterdeck needs for %1: it reads, and changes nothing.</source>
      <translation>Die kleinste Rolle, die Quarterdeck für %1 braucht: Sie liest und ändert nichts.</translation>
    </message>
    <message>
      <source>Run it in the database of the application, as an administrator. psql asks for the password of the new role;</source>
      <translation>In der Datenbank der Anwendung als Administrator ausführen. psql fragt nach dem Passwort der neuen Rolle;</translation>
    </message>
    <message>
      <source>in another SQL editor replace the line \password by: alter role %1 password '…';</source>
      <translation>in einem anderen SQL-Editor die Zeile \password ersetzen durch: alter role %1 password '…';</translation>
    </message>
    <message>
      <source>What other sessions do, statistics and settings:</source>
      <translation>Was andere Sitzungen tun, Statistiken und Einstellungen:</translation>
    </message>
    <message>
      <source>The telemetry:</source>
      <translation>Die Telemetrie:</translation>
    </message>
    <message>
      <source>Row-level security would hide rows from the sums:</source>
      <translation>Row-Level Security würde Zeilen vor den Summen verbergen:</translation>
    </message>
    <message>
      <source>This server does not let you give BYPASSRLS away. Where row-level security is on, add a policy that lets %1 read.</source>
      <translation>Dieser Server erlaubt es nicht, BYPASSRLS zu vergeben. Wo Row-Level Security aktiv ist, eine Policy hinzufügen, die %1 lesen lässt.</translation>
    </message>
    <message>
      <source>The server did not tell what the role may do.</source>
      <translation>Der Server hat nicht mitgeteilt, was die Rolle darf.</translation>
    </message>
    <message>
      <source>%1 is a superuser and may do everything. A role of its own that only reads is safer.</source>
      <translation>%1 ist Superuser und darf alles. Eine eigene Rolle, die nur liest, ist sicherer.</translation>
    </message>
    <message>
      <source>%1 cannot see what other sessions do: it is no member of pg_monitor.</source>
      <translation>%1 sieht nicht, was andere Sitzungen tun: Die Rolle ist kein Mitglied von pg_monitor.</translation>
    </message>
    <message>
      <source>%1 reads statistics and is not held back by row-level security.</source>
      <translation>%1 liest Statistiken und wird durch Row-Level Security nicht eingeschränkt.</translation>
    </message>
    <message>
      <source>%1 reads statistics; row-level security applies to it.</source>
      <translation>%1 liest Statistiken; Row-Level Security gilt für diese Rolle.</translation>
    </message>
    <message>
      <source>%1 may not read %2. The fix lists the missing grants.</source>
      <translation>%1 darf %2 nicht lesen. Die Abhilfe führt die fehlenden Grants auf.</translation>
    </message>
    <message>
      <source>None of the tables of the profile %1 is in this database.</source>
      <translation>Keine der Tabellen des Profils %1 ist in dieser Datenbank.</translation>
    </message>
    <message>
      <source>Check the database and the profile; with the generic profile Quarterdeck looks for telemetry itself.</source>
      <translation>Prüfen Sie die Datenbank und das Profil; mit dem generischen Profil sucht Quarterdeck selbst nach Telemetrie.</translation>
    </message>
    <message>
      <source>Not in this database: %1. The pages that need it say so.</source>
      <translation>Nicht in dieser Datenbank: %1. Die Seiten, die es brauchen, weisen darauf hin.</translation>
    </message>
    <message>
      <source>Row-level security shows %1 only some rows of %2, so sums may be too small.</source>
      <translation>Durch Row-Level Security sieht %1 nur einen Teil der Zeilen von %2, die Summen können also zu klein sein.</translation>
    </message>
    <message numerus="yes">
      <source>%n telemetry table(s) can be read.</source>
      <translation>
        <numerusform>%n Telemetrietabelle ist lesbar.</numerusform>
        <numerusform>%n Telemetrietabellen sind lesbar.</numerusform>
      </translation>
    </message>
    <message>
      <source>SSH tunnel</source>
      <translation>SSH-Tunnel</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Netzwerk</translation>
    </message>
    <message>
      <source>Encryption</source>
      <translation>Verschlüsselung</translation>
    </message>
    <message>
      <source>Login</source>
      <translation>Anmeldung</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>Direct or pooled</source>
      <translation>Direkt oder Pooler</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rolle</translation>
    </message>
    <message>
      <source>Telemetry tables</source>
      <translation>Telemetrietabellen</translation>
    </message>
    <message>
      <source>There is no host called “%1”.</source>
      <translation>Es gibt keinen Host namens „%1“.</translation>
    </message>
    <message>
      <source>Check the spelling. An internal name may need a VPN or an SSH tunnel.</source>
      <translation>Prüfen Sie die Schreibweise. Ein interner Name braucht womöglich ein VPN oder einen SSH-Tunnel.</translation>
    </message>
    <message numerus="yes">
      <source>%1 has %n address(es).</source>
      <translation>
        <numerusform>%1 hat %n Adresse.</numerusform>
        <numerusform>%1 hat %n Adressen.</numerusform>
      </translation>
    </message>
    <message>
      <source>Download the provider's certificate and choose it as sslrootcert. Or set sslmode=require: %1.</source>
      <translation>Laden Sie das Zertifikat des Anbieters herunter und wählen Sie es als sslrootcert. Oder setzen Sie sslmode=require: %1.</translation>
    </message>
    <message>
      <source>Use the name that the certificate is made out to. With sslmode=verify-ca any name of this authority is accepted, with sslmode=require any certificate: %1.</source>
      <translation>Verwenden Sie den Namen, auf den das Zertifikat ausgestellt ist. Mit sslmode=verify-ca gilt jeder Name dieser Zertifizierungsstelle, mit sslmode=require jedes Zertifikat: %1.</translation>
    </message>
    <message>
      <source>Turn on TLS at the server (ssl = on). In a network of your own, sslmode=disable does without: %1.</source>
      <translation>Schalten Sie TLS am Server ein (ssl = on). Im eigenen Netz geht es mit sslmode=disable auch ohne: %1.</translation>
    </message>
    <message>
      <source>Set sslmode=verify-full, or leave it out.</source>
      <translation>Setzen Sie sslmode=verify-full, oder lassen Sie es weg.</translation>
    </message>
    <message>
      <source>Enter the password once more, or set a new one: alter role %1 password '…';</source>
      <translation>Geben Sie das Passwort noch einmal ein, oder setzen Sie ein neues: alter role %1 password '…';</translation>
    </message>
    <message>
      <source>Check the name of the role, and that the server or its provider lets this network address in (pg_hba.conf, “allowed IPs”).</source>
      <translation>Prüfen Sie den Namen der Rolle und ob der Server oder sein Anbieter diese Netzwerkadresse zulässt (pg_hba.conf, „allowed IPs“).</translation>
    </message>
    <message>
      <source>Check the name of the database. “psql -l” lists those of a server.</source>
      <translation>Prüfen Sie den Namen der Datenbank. „psql -l“ listet die Datenbanken eines Servers auf.</translation>
    </message>
    <message>
      <source>Close idle connections, or raise the connection limit of the role or of the server.</source>
      <translation>Schließen Sie ungenutzte Verbindungen, oder erhöhen Sie das Verbindungslimit der Rolle oder des Servers.</translation>
    </message>
    <message>
      <source>Not known, because the login did not succeed.</source>
      <translation>Nicht bekannt, weil die Anmeldung nicht gelungen ist.</translation>
    </message>
    <message>
      <source>The connection is %1.</source>
      <translation>Die Verbindung ist %1.</translation>
    </message>
    <message>
      <source>Choose the provider's certificate as sslrootcert and set sslmode=verify-full.</source>
      <translation>Wählen Sie das Zertifikat des Anbieters als sslrootcert und setzen Sie sslmode=verify-full.</translation>
    </message>
    <message>
      <source>Not encrypted, and not needed: the connection does not leave this computer.</source>
      <translation>Nicht verschlüsselt und auch nicht nötig: Die Verbindung verlässt diesen Computer nicht.</translation>
    </message>
    <message>
      <source>Turn on TLS at the server and set sslmode=verify-full.</source>
      <translation>Schalten Sie TLS am Server ein und setzen Sie sslmode=verify-full.</translation>
    </message>
    <message>
      <source>The role %1 may log in to the database %2.</source>
      <translation>Die Rolle %1 darf sich an der Datenbank %2 anmelden.</translation>
    </message>
    <message>
      <source>The server is PostgreSQL %1. Quarterdeck needs 11 or newer.</source>
      <translation>Der Server ist PostgreSQL %1. Quarterdeck braucht 11 oder neuer.</translation>
    </message>
    <message>
      <source>Upgrade the server.</source>
      <translation>Aktualisieren Sie den Server.</translation>
    </message>
    <message>
      <source>The server is PostgreSQL %1, which gets no security fixes any more.</source>
      <translation>Der Server ist PostgreSQL %1 und erhält keine Sicherheitsupdates mehr.</translation>
    </message>
    <message>
      <source>Plan an upgrade.</source>
      <translation>Planen Sie ein Upgrade.</translation>
    </message>
    <message>
      <source>The server is PostgreSQL %1, and a standby: it follows another one and cannot be written to.</source>
      <translation>Der Server ist PostgreSQL %1 und ein Standby: Er folgt einem anderen und lässt keine Schreibzugriffe zu.</translation>
    </message>
    <message>
      <source>The server is PostgreSQL %1.</source>
      <translation>Der Server ist PostgreSQL %1.</translation>
    </message>
    <message>
      <source>The server did not tell which process answers.</source>
      <translation>Der Server hat nicht mitgeteilt, welcher Prozess antwortet.</translation>
    </message>
    <message>
      <source>The connection is direct: the process that greeted us answers.</source>
      <translation>Die Verbindung ist direkt: Es antwortet der Prozess, der uns begrüßt hat.</translation>
    </message>
    <message>
      <source>The connection is pooled: a pooler stands in between and may give our session to the application after every transaction. Quarterdeck reads safely through it.</source>
      <translation>Die Verbindung läuft über einen Pooler: Er steht dazwischen und kann unsere Sitzung nach jeder Transaktion der Anwendung geben. Quarterdeck liest auch so sicher.</translation>
    </message>
    <message>
      <source>Where there is a direct address (usually port 5432), prefer it: sessions and locks are then seen as they are.</source>
      <translation>Wo es eine direkte Adresse gibt (meist Port 5432), ziehen Sie diese vor: Sitzungen und Sperren sind dann so zu sehen, wie sie sind.</translation>
    </message>
  </context>
  <context>
    <name>CopyAs</name>
    <message>
      <source>Markdown</source>
      <translation>Markdown</translation>
    </message>
    <message>
      <source>CSV</source>
      <translation>CSV</translation>
    </message>
    <message>
      <source>TSV</source>
      <translation>TSV</translation>
    </message>
    <message>
      <source>JSON</source>
      <translation>JSON</translation>
    </message>
    <message>
      <source>Copied as %1</source>
      <translation>Als %1 kopiert</translation>
    </message>
  </context>
  <context>
    <name>Corpus</name>
    <message>
      <source>The snapshot has no keys, so its chunks cannot be told apart; take it again.</source>
      <translation>Der Schnappschuss hat keine Schlüssel, daher sind seine Chunks nicht zu unterscheiden; er muss neu aufgenommen werden.</translation>
    </message>
    <message>
      <source>The snapshot has no column “%1”, so nothing can be filtered by it.</source>
      <translation>Der Schnappschuss hat keine Spalte „%1“, daher lässt sich danach nicht filtern.</translation>
    </message>
    <message>
      <source>The snapshot has no calibration of the server's arithmetic: scores agree to 4e-7, ties may swap.</source>
      <translation>Der Schnappschuss enthält keine Kalibrierung der Arithmetik des Servers: Scores stimmen auf 4e-7 überein, gleiche können die Plätze tauschen.</translation>
    </message>
    <message>
      <source>The server adds up in a way that is not known here: scores agree to %1, ties may swap.</source>
      <translation>Der Server summiert auf eine hier unbekannte Art: Scores stimmen auf %1 überein, gleiche können die Plätze tauschen.</translation>
    </message>
    <message>
      <source>Scores have the bits of the server's own (%1).</source>
      <translation>Scores sind bitgleich mit denen des Servers (%1).</translation>
    </message>
  </context>
  <context>
    <name>CorpusFilter</name>
    <message>
      <source>The snapshot has no metadata, so nothing can be filtered by it.</source>
      <translation>Der Schnappschuss enthält keine Metadaten, daher lässt sich danach nicht filtern.</translation>
    </message>
  </context>
  <context>
    <name>CorpusIndex</name>
    <message>
      <source>The snapshot has no %1 index for %2.</source>
      <translation>Der Schnappschuss hat keinen %1-Index für %2.</translation>
    </message>
    <message>
      <source>The snapshot has no %1 index “%2” for %3.</source>
      <translation>Der Schnappschuss hat keinen %1-Index „%2“ für %3.</translation>
    </message>
    <message>
      <source>The snapshot has no embeddings.</source>
      <translation>Der Schnappschuss enthält keine Embeddings.</translation>
    </message>
    <message>
      <source>Reading the pages of %1</source>
      <translation>Die Seiten von %1 werden gelesen</translation>
    </message>
    <message>
      <source>The index “%1” is for vectors of %2 dimensions, the snapshot's have %3.</source>
      <translation>Der Index „%1“ ist für Vektoren mit %2 Dimensionen, die des Schnappschusses haben %3.</translation>
    </message>
    <message>
      <source>The index changed while its pages were read; some of its links lead nowhere.</source>
      <translation>Der Index änderte sich, während seine Seiten gelesen wurden; einige seiner Verbindungen führen ins Leere.</translation>
    </message>
    <message>
      <source>Building an HNSW graph (m %1, ef_construction %2)</source>
      <translation>Ein HNSW-Graph wird aufgebaut (m %1, ef_construction %2)</translation>
    </message>
    <message>
      <source>built here, m %1, ef_construction %2</source>
      <translation>hier aufgebaut, m %1, ef_construction %2</translation>
    </message>
    <message>
      <source>The graph was built here by pgvector's rules; production's is another one, so single rows may differ.</source>
      <translation>Der Graph wurde hier nach den Regeln von pgvector aufgebaut; der der Produktion ist ein anderer, daher können einzelne Zeilen abweichen.</translation>
    </message>
    <message>
      <source>built here of halfvec, m %1, ef_construction %2</source>
      <translation>hier aus halfvec gebaut, m %1, ef_construction %2</translation>
    </message>
    <message numerus="yes">
      <source>Building an IVFFlat index of %n list(s)</source>
      <translation>
        <numerusform>Ein IVFFlat-Index mit %n Liste wird gebaut</numerusform>
        <numerusform>Ein IVFFlat-Index mit %n Listen wird gebaut</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>built here, %n list(s)</source>
      <translation>
        <numerusform>hier gebaut, %n Liste</numerusform>
        <numerusform>hier gebaut, %n Listen</numerusform>
      </translation>
    </message>
    <message>
      <source>The lists were built here by pgvector's rules from another sample; single rows may differ.</source>
      <translation>Die Listen wurden hier nach den Regeln von pgvector aus einer anderen Stichprobe gebaut; einzelne Zeilen können abweichen.</translation>
    </message>
  </context>
  <context>
    <name>CorpusLine</name>
    <message>
      <source>“%1” must be a text.</source>
      <translation>„%1“ muss ein Text sein.</translation>
    </message>
    <message>
      <source>“%1” holds the character U+0000, which PostgreSQL cannot store.</source>
      <translation>„%1“ enthält das Zeichen U+0000, das PostgreSQL nicht speichern kann.</translation>
    </message>
    <message>
      <source>“embedding” must be a list of numbers.</source>
      <translation>„embedding“ muss eine Liste von Zahlen sein.</translation>
    </message>
    <message>
      <source>“embedding” must be a list of numbers; its element %1 is none.</source>
      <translation>„embedding“ muss eine Liste von Zahlen sein; ihr Element %1 ist keine.</translation>
    </message>
    <message>
      <source>“%1” must be a whole number.</source>
      <translation>„%1“ muss eine ganze Zahl sein.</translation>
    </message>
    <message>
      <source>“metadata” must be an object.</source>
      <translation>„metadata“ muss ein Objekt sein.</translation>
    </message>
    <message>
      <source>it must be a JSON object.</source>
      <translation>sie muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
      <source>it is no JSON (%1 at byte %2).</source>
      <translation>sie ist kein JSON (%1 bei Byte %2).</translation>
    </message>
    <message>
      <source>it needs an “id” and a “text”.</source>
      <translation>sie braucht eine „id“ und einen „text“.</translation>
    </message>
    <message>
      <source>its “id” is empty.</source>
      <translation>ihre „id“ ist leer.</translation>
    </message>
  </context>
  <context>
    <name>CorpusText</name>
    <message>
      <source>Lexemes are the server's own; ranks have its bits.</source>
      <translation>Die Lexeme sind die des Servers; Rangwerte sind bitgleich mit seinen.</translation>
    </message>
    <message>
      <source>Texts were analysed here as the server's parser does; ranks have its bits.</source>
      <translation>Texte wurden hier so zerlegt, wie es der Parser des Servers tut; Rangwerte sind bitgleich mit seinen.</translation>
    </message>
    <message numerus="yes">
      <source>%n tsvector(s) of the snapshot cannot be read.</source>
      <translation>
        <numerusform>%n tsvector des Schnappschusses ist nicht lesbar.</numerusform>
        <numerusform>%n tsvectors des Schnappschusses sind nicht lesbar.</numerusform>
      </translation>
    </message>
    <message>
      <source>The server stems English by newer rules (“added” becomes “%1”), so words of the question may be cut otherwise than production cuts them.</source>
      <translation>Der Server bildet englische Wortstämme nach neueren Regeln („added“ wird zu „%1“), daher können Wörter der Frage anders gekürzt sein als in der Produktion.</translation>
    </message>
    <message>
      <source>The server's locale is not noted; the question was read as in UTF-8.</source>
      <translation>Die Locale des Servers ist nicht vermerkt; die Frage wurde wie in UTF-8 gelesen.</translation>
    </message>
    <message>
      <source>Texts were analysed here, as PostgreSQL 15 does in UTF-8; a server of another locale or version may find other words.</source>
      <translation>Texte wurden hier zerlegt, wie PostgreSQL 15 es in UTF-8 tut; ein Server mit anderer Locale oder Version kann andere Wörter finden.</translation>
    </message>
    <message>
      <source>This computer has no C.UTF-8 locale, so letters beyond ASCII may be told apart otherwise than by the server.</source>
      <translation>Dieser Computer hat keine Locale C.UTF-8, daher können Buchstaben jenseits von ASCII anders erkannt werden als vom Server.</translation>
    </message>
    <message>
      <source>The snapshot has neither texts nor tsvectors, so only vectors can be searched.</source>
      <translation>Der Schnappschuss enthält weder Texte noch tsvectors, daher lassen sich nur Vektoren durchsuchen.</translation>
    </message>
    <message>
      <source>Reading the lexemes of production</source>
      <translation>Die Lexeme der Produktion werden gelesen</translation>
    </message>
    <message>
      <source>Reading the words of all texts</source>
      <translation>Die Wörter aller Texte werden gelesen</translation>
    </message>
    <message>
      <source>Weighing the words of all texts</source>
      <translation>Die Wörter aller Texte werden gewichtet</translation>
    </message>
  </context>
  <context>
    <name>CostReport</name>
    <message>
      <source>other</source>
      <translation>sonstige</translation>
    </message>
    <message numerus="yes">
      <source>%n other(s)</source>
      <translation>
        <numerusform>%n weiterer</numerusform>
        <numerusform>%n weitere</numerusform>
      </translation>
    </message>
    <message>
      <source>model not recorded</source>
      <translation>Modell nicht erfasst</translation>
    </message>
    <message>
      <source>without a tool</source>
      <translation>ohne Tool</translation>
    </message>
    <message>
      <source>user not recorded</source>
      <translation>Benutzer nicht erfasst</translation>
    </message>
    <message>
      <source>kind not recorded</source>
      <translation>Art nicht erfasst</translation>
    </message>
    <message>
      <source>exact; rounded only to show it</source>
      <translation>exakt; nur für die Anzeige gerundet</translation>
    </message>
    <message>
      <source>price book %1</source>
      <translation>Preisliste %1</translation>
    </message>
    <message>
      <source>no budget set</source>
      <translation>kein Budget festgelegt</translation>
    </message>
    <message>
      <source>%1 of %2</source>
      <translation>%1 von %2</translation>
    </message>
    <message>
      <source>Cost today</source>
      <translation>Kosten heute</translation>
    </message>
    <message>
      <source>What the calls since midnight (%1) cost: as the table recorded it, and tokens × price where it recorded none. The change is against yesterday up to this time of day.</source>
      <translation>Was die Aufrufe seit Mitternacht (%1) kosten: wie von der Tabelle erfasst, sonst Tokens × Preis. Die Veränderung bezieht sich auf gestern bis zur gleichen Uhrzeit.</translation>
    </message>
    <message>
      <source>%1 so far</source>
      <translation>%1 bisher</translation>
    </message>
    <message>
      <source>What the calls since the first of the month (%1) cost.</source>
      <translation>Was die Aufrufe seit dem Monatsersten (%1) kosten.</translation>
    </message>
    <message>
      <source>Forecast for %1</source>
      <translation>Vorhersage für %1</translation>
    </message>
    <message>
      <source>too little history for a forecast</source>
      <translation>zu wenig Vorgeschichte für eine Vorhersage</translation>
    </message>
    <message>
      <source>%1 of budget</source>
      <translation>%1 des Budgets</translation>
    </message>
    <message>
      <source>The month so far and what is still to come, from the hours of the week in the past. %1</source>
      <translation>Der bisherige Monat und was noch kommt, berechnet aus den Wochenstunden der Vergangenheit. %1</translation>
    </message>
    <message>
      <source>an 80 % interval; %1</source>
      <translation>ein 80-%-Intervall; %1</translation>
    </message>
    <message>
      <source>cost and tokens not recorded in %1</source>
      <translation>Kosten und Tokens in %1 nicht erfasst</translation>
    </message>
    <message>
      <source>Write the model and its tokens, or the cost, with every call.</source>
      <translation>Schreiben Sie mit jedem Aufruf das Modell und seine Tokens oder die Kosten.</translation>
    </message>
    <message>
      <source>Per 1,000 requests</source>
      <translation>Je 1.000 Anfragen</translation>
    </message>
    <message>
      <source>%1 requests</source>
      <translation>%1 Anfragen</translation>
    </message>
    <message>
      <source>Known cost of the range divided by its requests, times 1,000.</source>
      <translation>Bekannte Kosten des Zeitraums, geteilt durch seine Anfragen, mal 1.000.</translation>
    </message>
    <message>
      <source>Without a price</source>
      <translation>Ohne Preis</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>%1 tokens</source>
      <translation>%1 Tokens</translation>
    </message>
    <message>
      <source>Tokens of calls for which the table recorded no cost and the price book has no price. They are in no sum.</source>
      <translation>Tokens von Aufrufen, für die die Tabelle keine Kosten erfasst hat und die Preisliste keinen Preis enthält. Sie sind in keiner Summe enthalten.</translation>
    </message>
    <message>
      <source>Computed, not recorded</source>
      <translation>Berechnet, nicht erfasst</translation>
    </message>
    <message>
      <source>all recorded by the table</source>
      <translation>alles von der Tabelle erfasst</translation>
    </message>
    <message>
      <source>%1 recorded</source>
      <translation>%1 erfasst</translation>
    </message>
    <message>
      <source>Tokens × the price valid at the time of the call, for calls without a recorded cost.</source>
      <translation>Tokens × der zum Zeitpunkt des Aufrufs gültige Preis, für Aufrufe ohne erfasste Kosten.</translation>
    </message>
    <message>
      <source>Cost against its budget</source>
      <translation>Kosten gegenüber dem Budget</translation>
    </message>
    <message>
      <source>recorded %1, computed %2, %3 tokens without a price</source>
      <translation>erfasst %1, berechnet %2, %3 Tokens ohne Preis</translation>
    </message>
    <message>
      <source>Enter the price of %1.</source>
      <translation>Geben Sie den Preis von %1 ein.</translation>
    </message>
    <message>
      <source>Saved by caches</source>
      <translation>Durch Caches gespart</translation>
    </message>
    <message>
      <source>Cached input tokens at the full price less the cached price.</source>
      <translation>Gecachte Eingabe-Tokens zum vollen Preis abzüglich des Cache-Preises.</translation>
    </message>
    <message>
      <source>Cost not recorded:</source>
      <translation>Kosten nicht erfasst:</translation>
    </message>
    <message>
      <source>%1 has neither cost nor tokens.</source>
      <translation>%1 enthält weder Kosten noch Tokens.</translation>
    </message>
    <message>
      <source>Cost was %1 at %2.</source>
      <translation>Kosten lagen bei %1 (Stand %2).</translation>
    </message>
    <message>
      <source>Cost today is not known yet.</source>
      <translation>Die heutigen Kosten sind noch nicht bekannt.</translation>
    </message>
    <message>
      <source>%1 of the %2 budget, on track for %3.</source>
      <translation>%1 des Budgets von %2, voraussichtlich %3.</translation>
    </message>
    <message>
      <source>%1 of the %2 budget.</source>
      <translation>%1 des Budgets von %2.</translation>
    </message>
    <message>
      <source>on track for %1.</source>
      <translation>voraussichtlich %1.</translation>
    </message>
    <message>
      <source>%1 on track for %2 of %3.</source>
      <translation>%1 voraussichtlich %2 von %3.</translation>
    </message>
    <message>
      <source>%1 on track for %2.</source>
      <translation>%1 voraussichtlich %2.</translation>
    </message>
    <message>
      <source>%1 has no price.</source>
      <translation>%1 ist ohne Preis.</translation>
    </message>
    <message>
      <source>Cost today %1.</source>
      <extracomment>the beginning of a sentence that goes on: "Cost today $41.20, 62 % of the $66.50 budget"</extracomment>
      <translation>Kosten heute %1.</translation>
    </message>
    <message>
      <source>Cost today %1,</source>
      <translation>Kosten heute %1,</translation>
    </message>
    <message>
      <source>Total</source>
      <translation>Gesamt</translation>
    </message>
    <message>
      <source>80 %: %1–%2</source>
      <extracomment>an interval that holds the month's cost in 8 of 10 cases</extracomment>
      <translation>80 %: %1–%2</translation>
    </message>
    <message numerus="yes">
      <source>%n call(s)</source>
      <translation>
        <numerusform>%n Aufruf</numerusform>
        <numerusform>%n Aufrufe</numerusform>
      </translation>
    </message>
    <message>
      <source>cost on track for %1 of %2</source>
      <translation>Kosten voraussichtlich %1 von %2</translation>
    </message>
    <message>
      <source>cost on track for %1 today</source>
      <translation>Kosten heute voraussichtlich %1</translation>
    </message>
  </context>
  <context>
    <name>DemoGuard</name>
    <message>
      <source>The demo fleet could not use its folder %1.</source>
      <translation>Die Demo-Flotte konnte ihren Ordner %1 nicht verwenden.</translation>
    </message>
  </context>
  <context>
    <name>DemoState</name>
    <message>
      <source>The demo fleet cannot use %1, because it belongs to somebody else or is open to others. Remove it and start again.</source>
      <translation>Die Demo-Flotte kann %1 nicht verwenden, weil es jemand anderem gehört oder für andere zugänglich ist. Entfernen Sie es, und starten Sie noch einmal.</translation>
    </message>
    <message>
      <source>The demo fleet could not write %1.</source>
      <translation>Die Demo-Flotte konnte %1 nicht schreiben.</translation>
    </message>
  </context>
  <context>
    <name>Deployment</name>
    <message>
      <source>The list of deployments, %1, cannot be read.</source>
      <translation>Die Liste der Deployments, %1, kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>A deployment's name should be letters, digits, dots, dashes and underscores, such as shop-production; “%1” is not.</source>
      <translation>Der Name eines Deployments darf nur aus Buchstaben, Ziffern, Punkten, Bindestrichen und Unterstrichen bestehen, zum Beispiel shop-production; „%1“ ist unzulässig.</translation>
    </message>
    <message>
      <source>The secret of “%1” should be keychain, env:NAME, pgpass or none; a secret itself is never stored here.</source>
      <translation>Das Geheimnis von „%1“ muss keychain, env:NAME, pgpass oder none sein; das Geheimnis selbst wird hier nie gespeichert.</translation>
    </message>
    <message>
      <source>“%1” of the deployment “%2” holds a password; it belongs into the keychain, a variable or ~/.pgpass.</source>
      <translation>„%1“ des Deployments „%2“ enthält ein Passwort; es gehört in den Schlüsselbund, in eine Variable oder in ~/.pgpass.</translation>
    </message>
    <message>
      <source>“%1” of the deployment “%2” should be keychain or env:NAME; a secret itself is never stored here.</source>
      <translation>„%1“ des Deployments „%2“ muss keychain oder env:NAME sein; das Geheimnis selbst wird hier nie gespeichert.</translation>
    </message>
    <message>
      <source>A text of the deployment “%1” looks as if it had a secret in it, and is not stored.</source>
      <translation>Ein Text des Deployments „%1“ scheint ein Geheimnis zu enthalten und wird nicht gespeichert.</translation>
    </message>
    <message>
      <source>%1, line %2: %3</source>
      <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
      <source>There are two deployments called “%1”.</source>
      <translation>Es gibt zwei Deployments mit dem Namen „%1“.</translation>
    </message>
  </context>
  <context>
    <name>Difference</name>
    <message>
      <source>kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>tool</source>
      <translation>Tool</translation>
    </message>
    <message>
      <source>user</source>
      <translation>Benutzer</translation>
    </message>
    <message>
      <source>kind of user</source>
      <translation>Benutzerart</translation>
    </message>
    <message>
      <source>outcome</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>class of error</source>
      <translation>Fehlerklasse</translation>
    </message>
    <message>
      <source>error code</source>
      <translation>Fehlercode</translation>
    </message>
    <message>
      <source>HTTP status</source>
      <translation>HTTP-Status</translation>
    </message>
    <message>
      <source>tokens of the prompt</source>
      <translation>Tokens des Prompts</translation>
    </message>
    <message>
      <source>tokens of the answer</source>
      <translation>Tokens der Antwort</translation>
    </message>
    <message>
      <source>prompt cache</source>
      <translation>Prompt-Cache</translation>
    </message>
    <message>
      <source>hour of the day</source>
      <translation>Tagesstunde</translation>
    </message>
    <message>
      <source>not recorded</source>
      <translation>nicht erfasst</translation>
    </message>
    <message>
      <source>succeeded</source>
      <translation>erfolgreich</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>fehlgeschlagen</translation>
    </message>
    <message>
      <source>read from it</source>
      <translation>daraus gelesen</translation>
    </message>
    <message>
      <source>written to it</source>
      <translation>hineingeschrieben</translation>
    </message>
    <message>
      <source>not used</source>
      <translation>nicht genutzt</translation>
    </message>
    <message>
      <source>no error</source>
      <translation>kein Fehler</translation>
    </message>
  </context>
  <context>
    <name>Discovery</name>
    <message>
      <source>The catalogs of this database answered in a way that is not understood.</source>
      <translation>Die Systemkataloge dieser Datenbank haben unverständlich geantwortet.</translation>
    </message>
    <message>
      <source>The table may not be read, so it is unknown whether it has rows.</source>
      <translation>Die Tabelle darf nicht gelesen werden, daher ist unbekannt, ob sie Zeilen enthält.</translation>
    </message>
    <message>
      <source>%1 has no time zone; UTC is assumed.</source>
      <translation>%1 hat keine Zeitzone; UTC wird angenommen.</translation>
    </message>
    <message>
      <source>Latency is the time from %1 to %2.</source>
      <translation>Die Latenz ist die Zeit von %1 bis %2.</translation>
    </message>
    <message>
      <source>%1 looks like seconds: half of the sampled values are below %2.</source>
      <translation>%1 sieht nach Sekunden aus: Die Hälfte der Stichprobenwerte liegt unter %2.</translation>
    </message>
    <message>
      <source>%1 looks like milliseconds: half of the sampled values are above %2.</source>
      <translation>%1 sieht nach Millisekunden aus: Die Hälfte der Stichprobenwerte liegt über %2.</translation>
    </message>
    <message>
      <source>Nothing says in which unit %1 is; milliseconds are assumed.</source>
      <translation>Nichts verrät die Einheit von %1; Millisekunden werden angenommen.</translation>
    </message>
    <message>
      <source>Cached tokens are taken to be part of the input.</source>
      <translation>Gecachte Tokens gelten als Teil der Eingabe.</translation>
    </message>
    <message>
      <source>Cached tokens are taken to be counted beside the input.</source>
      <translation>Gecachte Tokens gelten als zusätzlich zur Eingabe gezählt.</translation>
    </message>
    <message>
      <source>%1 is in cents.</source>
      <translation>%1 ist in Cent angegeben.</translation>
    </message>
    <message>
      <source>No failed row was seen; %1 is taken to mean one.</source>
      <translation>Es wurde keine fehlgeschlagene Zeile gefunden; %1 wird als Kennzeichen dafür angenommen.</translation>
    </message>
    <message>
      <source>Rows of kind %1 are taken to be requests.</source>
      <translation>Zeilen der Art %1 gelten als Anfragen.</translation>
    </message>
    <message>
      <source>It has %1.</source>
      <translation>Sie enthält %1.</translation>
    </message>
    <message>
      <source>No index begins with %1 yet.</source>
      <translation>Noch beginnt kein Index mit %1.</translation>
    </message>
    <message>
      <source>Nothing makes %1 unique.</source>
      <translation>Nichts macht %1 eindeutig.</translation>
    </message>
    <message>
      <source>This role may not read it.</source>
      <translation>Diese Rolle darf sie nicht lesen.</translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) were looked at.</source>
      <translation>
        <numerusform>%n Zeile wurde geprüft.</numerusform>
        <numerusform>%n Zeilen wurden geprüft.</numerusform>
      </translation>
    </message>
    <message>
      <source>It has no rows yet, so this is a guess from names alone.</source>
      <translation>Sie enthält noch keine Zeilen, daher beruht diese Vermutung allein auf Namen.</translation>
    </message>
    <message>
      <source>Its rows could not be looked at, so this is a guess from names alone.</source>
      <translation>Ihre Zeilen konnten nicht geprüft werden, daher beruht diese Vermutung allein auf Namen.</translation>
    </message>
    <message>
      <source>%1 is %2, %3 was expected</source>
      <translation>%1 ist %2, erwartet wurde %3</translation>
    </message>
    <message>
      <source>%1 is not a difference of two times</source>
      <translation>%1 ist keine Differenz zweier Zeitpunkte</translation>
    </message>
    <message>
      <source>JSON</source>
      <translation>JSON</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>eine Zahl</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>wahr oder falsch</translation>
    </message>
    <message>
      <source>a time</source>
      <translation>ein Zeitpunkt</translation>
    </message>
    <message>
      <source>%1 has no time zone, and the profile does not say which one is meant</source>
      <translation>%1 hat keine Zeitzone, und das Profil nennt nicht, welche gemeint ist</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <source>Every mapped column is there and has the expected type.</source>
      <translation>Alle zugeordneten Spalten sind vorhanden und haben den erwarteten Typ.</translation>
    </message>
    <message>
      <source>The profile maps columns that are not there: %1.</source>
      <translation>Das Profil ordnet Spalten zu, die nicht vorhanden sind: %1.</translation>
    </message>
    <message>
      <source>Other types than expected: %1.</source>
      <translation>Andere Typen als erwartet: %1.</translation>
    </message>
    <message>
      <source>What they would have told is shown as not recorded.</source>
      <translation>Was sie ausgesagt hätten, wird als nicht erfasst angezeigt.</translation>
    </message>
    <message>
      <source>Without a row's identity and time nothing can be read.</source>
      <translation>Ohne Identität und Zeitpunkt einer Zeile kann nichts gelesen werden.</translation>
    </message>
    <message>
      <source>Correct the profile, or ask for a proposal.</source>
      <translation>Korrigieren Sie das Profil oder fordern Sie einen Vorschlag an.</translation>
    </message>
    <message>
      <source>Rights</source>
      <translation>Rechte</translation>
    </message>
    <message>
      <source>The role %1 may not read this table. Somebody who owns it has to grant that.</source>
      <translation>Die Rolle %1 darf diese Tabelle nicht lesen. Das Recht muss von jemandem erteilt werden, dem sie gehört.</translation>
    </message>
    <message>
      <source>Row-level security applies to the role %1: rows that no policy shows it are missing from every figure.</source>
      <translation>Für die Rolle %1 gilt Row-Level Security: Zeilen, die ihr keine Policy zeigt, fehlen in jeder Zahl.</translation>
    </message>
    <message>
      <source>The role %1 may read the table.</source>
      <translation>Die Rolle %1 darf die Tabelle lesen.</translation>
    </message>
    <message>
      <source>Reading order</source>
      <translation>Lesereihenfolge</translation>
    </message>
    <message>
      <source>There is no column to read by, so there is nothing to look for.</source>
      <translation>Es gibt keine Spalte, nach der gelesen werden kann, daher gibt es nichts zu suchen.</translation>
    </message>
    <message>
      <source>New rows are found by the index %1.</source>
      <translation>Neue Zeilen werden über den Index %1 gefunden.</translation>
    </message>
    <message>
      <source>This is a view or a foreign table, so Quarterdeck cannot tell whether new rows are found without reading everything. It is read only when you ask.</source>
      <translation>Dies ist eine View oder Fremdtabelle, daher kann Quarterdeck nicht erkennen, ob neue Zeilen gefunden werden, ohne alles zu lesen. Sie wird nur auf Anforderung gelesen.</translation>
    </message>
    <message>
      <source>Map the table behind it, if there is one.</source>
      <translation>Ordnen Sie die Tabelle dahinter zu, falls es eine gibt.</translation>
    </message>
    <message>
      <source>No index begins with %1, so every refresh would read the whole table. It is read only when you ask.</source>
      <translation>Kein Index beginnt mit %1, daher würde jede Aktualisierung die ganze Tabelle lesen. Sie wird nur auf Anforderung gelesen.</translation>
    </message>
    <message>
      <source>The index %1 begins with %2, but it is invalid or covers only some rows, so every refresh would read the whole table. It is read only when you ask.</source>
      <translation>Der Index %1 beginnt mit %2, ist aber ungültig oder deckt nur einen Teil der Zeilen ab, daher würde jede Aktualisierung die ganze Tabelle lesen. Sie wird nur auf Anforderung gelesen.</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <source>There is no table %1 in this database.</source>
      <translation>In dieser Datenbank gibt es keine Tabelle %1.</translation>
    </message>
    <message>
      <source>Run the application's migrations, or choose another profile.</source>
      <translation>Führen Sie die Migrationen der Anwendung aus oder wählen Sie ein anderes Profil.</translation>
    </message>
    <message>
      <source>There is %1: correct the schema or the spelling in the profile.</source>
      <translation>Vorhanden ist %1: Korrigieren Sie das Schema oder die Schreibweise im Profil.</translation>
    </message>
    <message>
      <source>The table is missing, so this could not be looked at.</source>
      <translation>Die Tabelle fehlt, daher konnte dies nicht geprüft werden.</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <source>The table is there, with about %1 rows.</source>
      <translation>Die Tabelle ist vorhanden, mit etwa %1 Zeilen.</translation>
    </message>
    <message>
      <source>The table is there; its rows were never counted.</source>
      <translation>Die Tabelle ist vorhanden; ihre Zeilen wurden nie gezählt.</translation>
    </message>
    <message>
      <source>The table is locked or too busy to say whether it has rows. Its figures stay as old as they are until it answers.</source>
      <translation>Die Tabelle ist gesperrt oder zu ausgelastet, um zu sagen, ob sie Zeilen enthält. Ihre Zahlen bleiben auf dem bisherigen Stand, bis sie antwortet.</translation>
    </message>
    <message>
      <source>The table has rows.</source>
      <translation>Die Tabelle enthält Zeilen.</translation>
    </message>
    <message>
      <source>No row is visible, but row-level security may hide them all from this role: whether telemetry is recorded is unknown.</source>
      <translation>Keine Zeile ist sichtbar, aber Row-Level Security verbirgt dieser Rolle möglicherweise alle: Ob Telemetrie erfasst wird, ist unbekannt.</translation>
    </message>
    <message>
      <source>The table has no row: the application does not write its telemetry (not instrumented). Cost, latency and errors are unknown, not zero.</source>
      <translation>Die Tabelle enthält keine Zeile: Die Anwendung schreibt ihre Telemetrie nicht (nicht instrumentiert). Kosten, Latenz und Fehler sind unbekannt, nicht null.</translation>
    </message>
    <message>
      <source>Make the application write a row for every call, or choose another source.</source>
      <translation>Lassen Sie die Anwendung für jeden Aufruf eine Zeile schreiben oder wählen Sie eine andere Quelle.</translation>
    </message>
    <message>
      <source>%1 has embeddings in %2 and texts in %3.</source>
      <translation>%1 hat Embeddings in %2 und Texte in %3.</translation>
    </message>
    <message>
      <source>Its rows are parts of documents in %1.</source>
      <translation>Ihre Zeilen sind Teile von Dokumenten in %1.</translation>
    </message>
    <message>
      <source>This role may not read it yet.</source>
      <translation>Diese Rolle darf sie noch nicht lesen.</translation>
    </message>
  </context>
  <context>
    <name>Environment</name>
    <message>
      <source>Production</source>
      <translation>Produktion</translation>
    </message>
    <message>
      <source>Staging</source>
      <translation>Staging</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Preview</translation>
    </message>
    <message>
      <source>Local</source>
      <translation>Lokal</translation>
    </message>
  </context>
  <context>
    <name>ErrorClass</name>
    <message>
      <source>rate limited</source>
      <translation>Rate-Limit</translation>
    </message>
    <message>
      <source>timed out</source>
      <translation>Zeitüberschreitung</translation>
    </message>
    <message>
      <source>provider error</source>
      <translation>Anbieterfehler</translation>
    </message>
    <message>
      <source>SQL error</source>
      <translation>SQL-Fehler</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <source>inside a 200 stream</source>
      <translation>in einem 200-Stream</translation>
    </message>
  </context>
  <context>
    <name>ErrorsReport</name>
    <message numerus="yes">
      <source>%n error(s) in this range; first seen %1, last %2.</source>
      <translation>
        <numerusform>%n Fehler in diesem Zeitraum; zuerst gesehen %1, zuletzt %2.</numerusform>
        <numerusform>%n Fehler in diesem Zeitraum; zuerst gesehen %1, zuletzt %2.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n error(s) in this range; first seen %1 after deploy %3, last %2.</source>
      <translation>
        <numerusform>%n Fehler in diesem Zeitraum; zuerst gesehen %1 nach Deploy %3, zuletzt %2.</numerusform>
        <numerusform>%n Fehler in diesem Zeitraum; zuerst gesehen %1 nach Deploy %3, zuletzt %2.</numerusform>
      </translation>
    </message>
    <message>
      <source>The answer had begun with HTTP 200, so a log of status codes does not show it.</source>
      <translation>Die Antwort hatte mit HTTP 200 begonnen, daher ist der Fehler in einem Log der Statuscodes nicht zu sehen.</translation>
    </message>
    <message numerus="yes">
      <source>Single calls are kept for %n day(s); these are older.</source>
      <translation>
        <numerusform>Einzelne Aufrufe werden %n Tag lang aufbewahrt; diese sind älter.</numerusform>
        <numerusform>Einzelne Aufrufe werden %n Tage lang aufbewahrt; diese sind älter.</numerusform>
      </translation>
    </message>
    <message>
      <source>%1 new since the %2 deploy.</source>
      <translation>%1 neu seit dem Deploy %2.</translation>
    </message>
    <message>
      <source>%1 of %2 errors came inside HTTP 200 streams.</source>
      <translation>%1 von %2 Fehlern traten in HTTP-200-Streams auf.</translation>
    </message>
    <message>
      <source>Error rate was %1.</source>
      <translation>Die Fehlerrate lag bei %1.</translation>
    </message>
    <message>
      <source>No %1 in the last 24 hours.</source>
      <extracomment>%1 is "requests" or "rated answers"</extracomment>
      <translation>Keine %1 in den letzten 24 Stunden.</translation>
    </message>
    <message>
      <source>%1 of %2 %3 failed;</source>
      <translation>%1 von %2 %3 fehlgeschlagen;</translation>
    </message>
    <message>
      <source>a rate is judged from %1 on.</source>
      <translation>eine Rate wird erst ab %1 beurteilt.</translation>
    </message>
    <message>
      <source>Error rate %1,</source>
      <translation>Fehlerrate %1,</translation>
    </message>
    <message>
      <source>no limit set.</source>
      <translation>kein Grenzwert festgelegt.</translation>
    </message>
    <message>
      <source>requests</source>
      <translation>Anfragen</translation>
    </message>
    <message>
      <source>Counted over %1 only.</source>
      <translation>Nur über %1 gezählt.</translation>
    </message>
    <message>
      <source>over the %1 limit since %2.</source>
      <translation>über dem Grenzwert von %1 seit %2.</translation>
    </message>
    <message>
      <source>over the %1 limit.</source>
      <translation>über dem Grenzwert von %1.</translation>
    </message>
    <message>
      <source>It was over from %1 to %2, at most %3.</source>
      <translation>Überschritten von %1 bis %2, höchstens %3.</translation>
    </message>
    <message>
      <source>limit %1.</source>
      <translation>Grenzwert %1.</translation>
    </message>
    <message>
      <source>%1 of %2 %3</source>
      <translation>%1 von %2 %3</translation>
    </message>
    <message>
      <source>Whole range</source>
      <translation>Gesamter Zeitraum</translation>
    </message>
    <message>
      <source>Inside HTTP 200 streams</source>
      <translation>In HTTP-200-Streams</translation>
    </message>
    <message>
      <source>%1 of all errors</source>
      <translation>%1 aller Fehler</translation>
    </message>
    <message>
      <source>Counted by HTTP status alone</source>
      <translation>Nur nach HTTP-Status gezählt</translation>
    </message>
    <message>
      <source>%1, misses the other %2</source>
      <translation>%1, übersieht die übrigen %2</translation>
    </message>
    <message>
      <source>Users affected</source>
      <translation>Betroffene Benutzer</translation>
    </message>
    <message>
      <source>Groups</source>
      <translation>Gruppen</translation>
    </message>
    <message numerus="yes">
      <source>%n new</source>
      <translation>
        <numerusform>%n neu</numerusform>
        <numerusform>%n neu</numerusform>
      </translation>
    </message>
    <message>
      <source>Requests that failed, by the source's own status, errors inside a stream included. Counted from bins; one failure told by several rows counts once in groups and classes.</source>
      <translation>Fehlgeschlagene Anfragen nach dem eigenen Status der Quelle, einschließlich Fehlern innerhalb eines Streams. Aus Bins gezählt; ein Fehler, den mehrere Zeilen melden, zählt in Gruppen und Klassen nur einmal.</translation>
    </message>
    <message>
      <source>exact</source>
      <translation>exakt</translation>
    </message>
    <message>
      <source>Error rate</source>
      <translation>Fehlerrate</translation>
    </message>
    <message>
      <source>nothing asked in 24 h</source>
      <translation>keine Anfragen in 24 h</translation>
    </message>
    <message numerus="yes">
      <source>few: %n request(s)</source>
      <translation>
        <numerusform>wenige: %n Anfrage</numerusform>
        <numerusform>wenige: %n Anfragen</numerusform>
      </translation>
    </message>
    <message>
      <source>limit %1</source>
      <translation>Grenzwert %1</translation>
    </message>
    <message>
      <source>no limit</source>
      <translation>kein Grenzwert</translation>
    </message>
    <message>
      <source>Failed requests by all requests from %1 to %2. Errors inside an HTTP 200 stream count.</source>
      <translation>Fehlgeschlagene Anfragen geteilt durch alle Anfragen von %1 bis %2. Fehler innerhalb eines HTTP-200-Streams zählen mit.</translation>
    </message>
    <message>
      <source>Error rate against its limit</source>
      <translation>Fehlerrate gegenüber ihrem Grenzwert</translation>
    </message>
    <message>
      <source>%1 of %2 failed</source>
      <translation>%1 von %2 fehlgeschlagen</translation>
    </message>
    <message>
      <source>Errors not recorded:</source>
      <translation>Fehler nicht erfasst:</translation>
    </message>
    <message>
      <source>%1 does not say whether a call failed.</source>
      <translation>%1 gibt nicht an, ob ein Aufruf fehlgeschlagen ist.</translation>
    </message>
    <message>
      <source>errors not recorded</source>
      <translation>Fehler nicht erfasst</translation>
    </message>
    <message>
      <source>Write with each call whether it failed, and why.</source>
      <translation>Schreiben Sie zu jedem Aufruf, ob er fehlgeschlagen ist und warum.</translation>
    </message>
  </context>
  <context>
    <name>Evaluation</name>
    <message>
      <source>No query of this run has been judged, so nothing can be measured.</source>
      <translation>Keine Frage dieses Laufs ist beurteilt; es lässt sich nichts messen.</translation>
    </message>
  </context>
  <context>
    <name>Explain</name>
    <message>
      <source>The snapshot has no such chunk.</source>
      <translation>Im Schnappschuss gibt es diesen Chunk nicht.</translation>
    </message>
  </context>
  <context>
    <name>Field</name>
    <message>
      <source>“%1” has a double quote that is not closed.</source>
      <translation>„%1“ enthält ein doppeltes Anführungszeichen, das nicht geschlossen ist.</translation>
    </message>
    <message>
      <source>“%1” should be a column, or a path such as metadata.model; a name with a quote in it is written "odd""name".</source>
      <translation>„%1“ muss eine Spalte oder ein Pfad wie metadata.model sein; ein Name mit einem Anführungszeichen darin wird als "odd""name" geschrieben.</translation>
    </message>
    <message>
      <source>“%1” has an empty name in it.</source>
      <translation>„%1“ enthält einen leeren Namen.</translation>
    </message>
    <message>
      <source>A column's name cannot contain a NUL character.</source>
      <translation>Der Name einer Spalte darf kein NUL-Zeichen enthalten.</translation>
    </message>
    <message>
      <source>A constant needs a value after the equals sign.</source>
      <translation>Eine Konstante braucht einen Wert nach dem Gleichheitszeichen.</translation>
    </message>
    <message>
      <source>“%1” should end with a number above zero, as in “duration * 1000”.</source>
      <translation>„%1“ muss mit einer Zahl größer als null enden, wie in „duration * 1000“.</translation>
    </message>
    <message>
      <source>“%1” should be the difference of two time columns, as in “endTime - startTime”.</source>
      <translation>„%1“ muss die Differenz zweier Zeitspalten sein, wie in „endTime - startTime“.</translation>
    </message>
  </context>
  <context>
    <name>FleetRow</name>
    <message>
      <source>errors over limit</source>
      <translation>Fehler über Grenzwert</translation>
    </message>
    <message>
      <source>cost over the alert line</source>
      <translation>Kosten über der Alarmschwelle</translation>
    </message>
    <message>
      <source>p95 over target</source>
      <translation>p95 über Ziel</translation>
    </message>
    <message>
      <source>cost over budget</source>
      <translation>Kosten über Budget</translation>
    </message>
    <message>
      <source>too little to judge</source>
      <translation>zu wenig für ein Urteil</translation>
    </message>
    <message>
      <source>what is recorded is within target</source>
      <translation>was erfasst wird, liegt im Ziel</translation>
    </message>
    <message>
      <source>all within targets</source>
      <translation>alle Ziele eingehalten</translation>
    </message>
    <message>
      <source>%1; still reading back</source>
      <translation>%1; ältere Daten werden noch gelesen</translation>
    </message>
    <message>
      <source>nothing asked in 24 hours</source>
      <translation>keine Anfragen in 24 Stunden</translation>
    </message>
    <message>
      <source>database unreachable since %1</source>
      <translation>Datenbank seit %1 nicht erreichbar</translation>
    </message>
    <message>
      <source>%1 over target</source>
      <translation>%1 über Ziel</translation>
    </message>
  </context>
  <context>
    <name>Follower</name>
    <message>
      <source>The database counted its rows in a way that was not understood.</source>
      <translation>Die Datenbank hat ihre Zeilen auf unverständliche Weise gezählt.</translation>
    </message>
  </context>
  <context>
    <name>Forecast</name>
    <message>
      <source>no complete day yet, so there is no forecast</source>
      <translation>noch kein vollständiger Tag, daher keine Vorhersage</translation>
    </message>
    <message numerus="yes">
      <source>from only %n complete day(s), so the forecast is not sure</source>
      <translation>
        <numerusform>aus nur %n vollständigen Tag, daher ist die Vorhersage unsicher</numerusform>
        <numerusform>aus nur %n vollständigen Tagen, daher ist die Vorhersage unsicher</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>from %n day(s)</source>
      <translation>
        <numerusform>aus %n Tag</numerusform>
        <numerusform>aus %n Tagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%1; in %n backtest(s) %2 fell inside</source>
      <extracomment>%1 is "from 28 days", %2 is "81 %"</extracomment>
      <translation>
        <numerusform>%1; in %n Backtest lagen %2 im Bereich</numerusform>
        <numerusform>%1; in %n Backtests lagen %2 im Bereich</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Format</name>
    <message>
      <source>ms</source>
      <translation>ms</translation>
    </message>
    <message>
      <source>s</source>
      <translation>s</translation>
    </message>
    <message>
      <source>min</source>
      <translation>min</translation>
    </message>
    <message>
      <source>h</source>
      <translation>h</translation>
    </message>
    <message>
      <source>d</source>
      <translation>T</translation>
    </message>
    <message>
      <source>new</source>
      <translation>neu</translation>
    </message>
    <message>
      <source>d MMM</source>
      <extracomment>Day of the month and abbreviated month, Qt date format: 28 Jan</extracomment>
      <translation>d. MMM</translation>
    </message>
    <message>
      <source>ddd d MMMM</source>
      <extracomment>Abbreviated weekday, day and month, Qt date format: Tue 21 January</extracomment>
      <translation>ddd d. MMMM</translation>
    </message>
    <message>
      <source>now</source>
      <translation>jetzt</translation>
    </message>
    <message>
      <source>%1 ago</source>
      <extracomment>%1 is an age such as "12 s" or "4 d"</extracomment>
      <translation>vor %1</translation>
    </message>
  </context>
  <context>
    <name>Freshness</name>
    <message>
      <source>The role may not read %1.</source>
      <translation>Die Rolle darf %1 nicht lesen.</translation>
    </message>
    <message>
      <source>%1 does not exist in this database.</source>
      <translation>%1 existiert in dieser Datenbank nicht.</translation>
    </message>
    <message>
      <source>%1 exists and has never had a row.</source>
      <translation>%1 existiert und hatte noch nie eine Zeile.</translation>
    </message>
    <message>
      <source>Let the application write a row for every call it makes.</source>
      <translation>Lassen Sie die Anwendung für jeden ihrer Aufrufe eine Zeile schreiben.</translation>
    </message>
    <message>
      <source>The profile “%1” maps no telemetry table.</source>
      <extracomment>%1 is a list of tables</extracomment>
      <translation>Das Profil „%1“ ordnet keine Telemetrietabelle zu.</translation>
    </message>
    <message>
      <source>%1: named by the guide, created by no migration.</source>
      <translation>%1: in der Anleitung genannt, von keiner Migration angelegt.</translation>
    </message>
    <message>
      <source>The first read of %1 is still to come.</source>
      <translation>%1 wurde noch nicht zum ersten Mal gelesen.</translation>
    </message>
    <message>
      <source>The database has not answered since %1; last read at %2.</source>
      <translation>Die Datenbank antwortet seit %1 nicht; zuletzt gelesen: %2.</translation>
    </message>
    <message>
      <source>Last read %1, at %2.</source>
      <translation>Zuletzt gelesen %1 (%2).</translation>
    </message>
    <message>
      <source>Read %1.</source>
      <translation>Gelesen %1.</translation>
    </message>
    <message>
      <source>Read back to %1 so far.</source>
      <translation>Bisher zurück bis %1 gelesen.</translation>
    </message>
    <message>
      <source>%1 has no index to read by, so it is read only when asked.</source>
      <translation>%1 hat keinen Index zum Lesen und wird daher nur auf Verlangen gelesen.</translation>
    </message>
  </context>
  <context>
    <name>HnswGraph</name>
    <message>
      <source>Page %1 of the HNSW index is damaged or not of an HNSW index.</source>
      <translation>Seite %1 des HNSW-Index ist beschädigt oder gehört nicht zu einem HNSW-Index.</translation>
    </message>
    <message>
      <source>The HNSW index is of version %1, which this program does not know.</source>
      <translation>Der HNSW-Index hat Version %1, die dieses Programm nicht kennt.</translation>
    </message>
  </context>
  <context>
    <name>Http</name>
    <message>
      <source>%1 does not accept the access token. Check that it is right and has not expired.</source>
      <translation>%1 akzeptiert das Zugriffstoken nicht. Prüfen Sie, ob es stimmt und noch nicht abgelaufen ist.</translation>
    </message>
    <message>
      <source>%1 refuses this request. The access token may not have the right to it, or belongs to another team.</source>
      <translation>%1 lehnt diese Anfrage ab. Womöglich hat das Zugriffstoken nicht das Recht dazu oder gehört zu einem anderen Team.</translation>
    </message>
    <message>
      <source>%1 does not know what was asked for. Check the project's name and the team.</source>
      <translation>%1 kennt das Angefragte nicht. Prüfen Sie den Namen des Projekts und das Team.</translation>
    </message>
    <message>
      <source>%1 did not answer in time.</source>
      <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
      <source>%1 asks us to slow down.</source>
      <translation>%1 verlangt weniger Anfragen.</translation>
    </message>
    <message>
      <source>%1 says that it is overloaded or being maintained.</source>
      <translation>%1 meldet Überlastung oder Wartung.</translation>
    </message>
    <message>
      <source>%1 reports a failure of its own (%2).</source>
      <translation>%1 meldet einen eigenen Fehler (%2).</translation>
    </message>
    <message>
      <source>%1 sends us on to another address, which was not followed.</source>
      <translation>%1 leitet auf eine andere Adresse um; der Umleitung wurde nicht gefolgt.</translation>
    </message>
    <message>
      <source>%1 gave an answer that was not expected (%2).</source>
      <translation>%1 hat eine unerwartete Antwort gegeben (%2).</translation>
    </message>
    <message>
      <source>%1 cannot be reached: there is no host called “%2”, or this computer is offline.</source>
      <translation>%1 ist nicht erreichbar: Es gibt keinen Host namens „%2“, oder dieser Computer ist offline.</translation>
    </message>
    <message>
      <source>%1 cannot be reached: nothing listens at %2.</source>
      <translation>%1 ist nicht erreichbar: An %2 lauscht nichts.</translation>
    </message>
    <message>
      <source>%1 was not asked, because the certificate of %2 cannot be trusted.</source>
      <translation>%1 wurde nicht abgefragt, weil dem Zertifikat von %2 nicht vertraut werden kann.</translation>
    </message>
    <message>
      <source>%1 broke off its answer.</source>
      <translation>%1 hat die Antwort abgebrochen.</translation>
    </message>
    <message>
      <source>%1 cannot be reached at %2.</source>
      <translation>%1 ist unter %2 nicht erreichbar.</translation>
    </message>
    <message>
      <source>%1 did not answer within %2.</source>
      <translation>%1 hat nicht innerhalb von %2 geantwortet.</translation>
    </message>
  </context>
  <context>
    <name>ImportCorpus</name>
    <message>
      <source>The file “%1” cannot be read.</source>
      <translation>Die Datei „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
      <source>%1 line %2</source>
      <comment>a place in a file</comment>
      <translation>%1 Zeile %2</translation>
    </message>
    <message>
      <source>it is longer than 64 MB.</source>
      <translation>sie ist länger als 64 MB.</translation>
    </message>
    <message>
      <source>Line %1 of “%2” cannot be imported: %3</source>
      <translation>Zeile %1 von „%2“ lässt sich nicht importieren: %3</translation>
    </message>
    <message>
      <source>%1 (%2)</source>
      <translation>%1 (%2)</translation>
    </message>
    <message>
      <source>its id “%1” was already that of %2.</source>
      <translation>ihre Kennung „%1“ gehörte schon zu %2.</translation>
    </message>
    <message>
      <source>“%1” has vectors of %2 dimensions and %3 vectors of %4; one corpus has one dimension.</source>
      <translation>„%1“ hat Vektoren mit %2 Dimensionen und %3 Vektoren mit %4; ein Korpus hat nur eine Dimensionszahl.</translation>
    </message>
    <message>
      <source>“%1” holds float64; the embeddings were rounded to float32, as pgvector's type vector would.</source>
      <translation>„%1“ enthält float64; die Embeddings wurden auf float32 gerundet, wie es auch der Typ vector von pgvector täte.</translation>
    </message>
    <message>
      <source>“%1” holds float16; the embeddings were kept as float32 of the same value, so distances are those of a vector column, not of a halfvec.</source>
      <translation>„%1“ enthält float16; die Embeddings wurden als float32 desselben Werts übernommen, daher sind die Distanzen die einer vector-Spalte, nicht die einer halfvec-Spalte.</translation>
    </message>
    <message>
      <source>%1 (%2 numbers)</source>
      <translation>%1 (%2 Zahlen)</translation>
    </message>
    <message>
      <source>The corpus is empty: there is no line in its files.</source>
      <translation>Der Korpus ist leer: In seinen Dateien steht keine Zeile.</translation>
    </message>
    <message>
      <source>The embedding of %1 has %2 dimensions; pgvector's limit is 16,000.</source>
      <translation>Das Embedding von %1 hat %2 Dimensionen; das Limit von pgvector ist 16.000.</translation>
    </message>
    <message>
      <source>The files in “%1” changed while they were imported; import them again.</source>
      <translation>Die Dateien in „%1“ haben sich während des Imports geändert; bitte noch einmal importieren.</translation>
    </message>
  </context>
  <context>
    <name>ImportFolder</name>
    <message>
      <source>“%1” and “%2” are both there; keep the one that counts.</source>
      <translation>„%1“ und „%2“ sind beide vorhanden; nur die Datei behalten, die gelten soll.</translation>
    </message>
    <message>
      <source>There is no folder “%1”.</source>
      <translation>Es gibt keinen Ordner „%1“.</translation>
    </message>
    <message>
      <source>There is no corpus in “%1”: a file *.jsonl with one chunk a line, {"id": …, "text": …}.</source>
      <translation>In „%1“ gibt es keinen Korpus: eine Datei *.jsonl mit einem Chunk je Zeile, {"id": …, "text": …}.</translation>
    </message>
    <message>
      <source>The file “%1” cannot be read.</source>
      <translation>Die Datei „%1“ ist nicht lesbar.</translation>
    </message>
  </context>
  <context>
    <name>ImportQuestions</name>
    <message>
      <source>The judgements “%1” cannot be used. %2</source>
      <translation>Die Bewertungen „%1“ sind nicht verwendbar. %2</translation>
    </message>
    <message>
      <source>The questions “%1” cannot be used. %2</source>
      <translation>Die Fragen „%1“ sind nicht verwendbar. %2</translation>
    </message>
    <message numerus="yes">
      <source>%n judgement(s) are of ids that the corpus does not have: %1.</source>
      <translation>
        <numerusform>%n Bewertung gilt einer Kennung, die der Korpus nicht hat: %1.</numerusform>
        <numerusform>%n Bewertungen gelten Kennungen, die der Korpus nicht hat: %1.</numerusform>
      </translation>
    </message>
    <message>
      <source>The questions' vectors “%1” have %2 dimensions and the corpus %3.</source>
      <translation>Die Vektoren der Fragen „%1“ haben %2 Dimensionen, der Korpus %3.</translation>
    </message>
  </context>
  <context>
    <name>ImportRemarks</name>
    <message numerus="yes">
      <source>%1 and %n more</source>
      <translation>
        <numerusform>%1 und %n weitere</numerusform>
        <numerusform>%1 und %n weitere</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) could not be read and were left out: %1.</source>
      <translation>
        <numerusform>%n Zeile war nicht lesbar und wurde ausgelassen: %1.</numerusform>
        <numerusform>%n Zeilen waren nicht lesbar und wurden ausgelassen: %1.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n embedding(s) have not the %2 dimensions of %3 and were left out; their chunks were kept: %1.</source>
      <translation>
        <numerusform>%n Embedding hat nicht die %2 Dimensionen von %3 und wurde ausgelassen; sein Chunk blieb erhalten: %1.</numerusform>
        <numerusform>%n Embeddings haben nicht die %2 Dimensionen von %3 und wurden ausgelassen; ihre Chunks blieben erhalten: %1.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n embedding(s) hold NaN or an infinity, which pgvector refuses, and were left out; their chunks were kept: %1.</source>
      <translation>
        <numerusform>%n Embedding enthält NaN oder Unendlich, was pgvector ablehnt, und wurde ausgelassen; sein Chunk blieb erhalten: %1.</numerusform>
        <numerusform>%n Embeddings enthalten NaN oder Unendlich, was pgvector ablehnt, und wurden ausgelassen; ihre Chunks blieben erhalten: %1.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n embedding(s) are zero: they have no direction, and an index for cosine distance leaves them out: %1.</source>
      <translation>
        <numerusform>%n Embedding ist null: Es hat keine Richtung, und ein Index für die Kosinus-Distanz lässt es aus: %1.</numerusform>
        <numerusform>%n Embeddings sind null: Sie haben keine Richtung, und ein Index für die Kosinus-Distanz lässt sie aus: %1.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) have no embedding: %1.</source>
      <translation>
        <numerusform>%n Chunk hat kein Embedding: %1.</numerusform>
        <numerusform>%n Chunks haben kein Embedding: %1.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) have no text: %1.</source>
      <translation>
        <numerusform>%n Chunk hat keinen Text: %1.</numerusform>
        <numerusform>%n Chunks haben keinen Text: %1.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n text(s) make a tsvector that is longer than 1 MB, which PostgreSQL refuses, and cannot be found by their words: %1.</source>
      <translation>
        <numerusform>%n Text ergibt einen tsvector von mehr als 1 MB, den PostgreSQL ablehnt, und ist über seine Wörter nicht zu finden: %1.</numerusform>
        <numerusform>%n Texte ergeben einen tsvector von mehr als 1 MB, den PostgreSQL ablehnt, und sind über ihre Wörter nicht zu finden: %1.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n text(s) hold words of more than 2,047 bytes, which PostgreSQL leaves out of a tsvector, too: %1.</source>
      <translation>
        <numerusform>%n Text enthält Wörter von mehr als 2.047 Bytes, die auch PostgreSQL im tsvector auslässt: %1.</numerusform>
        <numerusform>%n Texte enthalten Wörter von mehr als 2.047 Bytes, die auch PostgreSQL im tsvector auslässt: %1.</numerusform>
      </translation>
    </message>
    <message>
      <source>Keys without a meaning here were left out: %1. What chunks shall be filtered by belongs into “metadata”.</source>
      <translation>Schlüssel, die hier nichts bedeuten, wurden ausgelassen: %1. Wonach Chunks gefiltert werden sollen, gehört in „metadata“.</translation>
    </message>
    <message>
      <source>Words were found as PostgreSQL 15 to 17 finds them in a database with the locale C, where every character beyond ASCII is a letter without lower case.</source>
      <translation>Wörter wurden gefunden, wie PostgreSQL 15 bis 17 sie in einer Datenbank mit der Locale C findet, wo jedes Zeichen jenseits von ASCII ein Buchstabe ohne Kleinschreibung ist.</translation>
    </message>
    <message>
      <source>Words were found as PostgreSQL 15 to 17 finds them in a UTF-8 database with the locale C.UTF-8. In a database with the locale C, or with Turkish rules for i, texts beyond ASCII are analysed differently.</source>
      <translation>Wörter wurden gefunden, wie PostgreSQL 15 bis 17 sie in einer UTF-8-Datenbank mit der Locale C.UTF-8 findet. In einer Datenbank mit der Locale C oder mit türkischen Regeln für das i werden Texte jenseits von ASCII anders zerlegt.</translation>
    </message>
    <message>
      <source>The configuration is “english”. PostgreSQL 18 has a newer stemmer and reduces some words differently (“added” becomes “add”, here “ad”).</source>
      <translation>Die Konfiguration ist „english“. PostgreSQL 18 hat einen neueren Stemmer und kürzt manche Wörter anders („added“ wird zu „add“, hier zu „ad“).</translation>
    </message>
    <message>
      <source>The configuration is “simple”: words are in lower case and not reduced to their stems.</source>
      <translation>Die Konfiguration ist „simple“: Wörter werden kleingeschrieben und nicht auf ihren Stamm gekürzt.</translation>
    </message>
    <message>
      <source>A server with dictionaries or configurations of its own (synonyms, unaccent, other languages) makes other lexemes; a snapshot of it brings them along.</source>
      <translation>Ein Server mit eigenen Wörterbüchern oder Konfigurationen (Synonyme, unaccent, andere Sprachen) bildet andere Lexeme; ein Schnappschuss von ihm bringt sie mit.</translation>
    </message>
    <message>
      <source>This system has no locale C.UTF-8, so what counts as a letter follows Unicode's own tables and may differ from a server's for rare characters.</source>
      <translation>Dieses System hat keine Locale C.UTF-8, daher richtet sich nach den Tabellen von Unicode, was als Buchstabe gilt; bei seltenen Zeichen kann das von einem Server abweichen.</translation>
    </message>
  </context>
  <context>
    <name>IvfflatIndex</name>
    <message>
      <source>Page %1 of the IVFFlat index is damaged or not of an IVFFlat index.</source>
      <translation>Seite %1 des IVFFlat-Index ist beschädigt oder gehört nicht zu einem IVFFlat-Index.</translation>
    </message>
    <message>
      <source>The IVFFlat index is of version %1, which this program does not know.</source>
      <translation>Der IVFFlat-Index hat Version %1, die dieses Programm nicht kennt.</translation>
    </message>
  </context>
  <context>
    <name>Journal</name>
    <message>
      <source>The journal %1 cannot be opened.</source>
      <translation>Das Journal %1 kann nicht geöffnet werden.</translation>
    </message>
    <message>
      <source>The journal %1 cannot be written.</source>
      <translation>Das Journal %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>%1 is not a journal, or one of a newer version. It was left as it is; move it away to begin a new one.</source>
      <translation>%1 ist kein Journal oder eines einer neueren Version. Die Datei blieb unverändert; verschieben Sie sie, um ein neues Journal zu beginnen.</translation>
    </message>
    <message>
      <source>The journal %1 cannot be read.</source>
      <translation>Das Journal %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The journal %1 was written in part only.</source>
      <translation>Das Journal %1 wurde nur teilweise geschrieben.</translation>
    </message>
    <message>
      <source>The journal %1 cannot be written. Is the disk full?</source>
      <translation>Das Journal %1 kann nicht geschrieben werden. Ist der Datenträger voll?</translation>
    </message>
  </context>
  <context>
    <name>Judgements</name>
    <message>
      <source>Line %1 cannot be read: %2</source>
      <translation>Zeile %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
      <source>it is no JSON object (%1).</source>
      <translation>sie ist kein JSON-Objekt (%1).</translation>
    </message>
    <message>
      <source>it is no JSON object.</source>
      <translation>sie ist kein JSON-Objekt.</translation>
    </message>
    <message>
      <source>it has %1 columns and the header has %2.</source>
      <translation>sie hat %1 Spalten und der Kopf %2.</translation>
    </message>
    <message>
      <source>it names no query or no document.</source>
      <translation>sie nennt keine Frage oder kein Dokument.</translation>
    </message>
    <message>
      <source>“%1” is no grade; grades are whole numbers.</source>
      <translation>„%1“ ist keine Note; Noten sind ganze Zahlen.</translation>
    </message>
    <message>
      <source>document “%1” already has another grade for query “%2”.</source>
      <translation>Dokument „%1“ hat für Frage „%2“ schon eine andere Note.</translation>
    </message>
    <message>
      <source>a line of TREC judgements has four columns: query, 0, document, grade.</source>
      <translation>eine Zeile mit TREC-Urteilen hat vier Spalten: Frage, 0, Dokument, Note.</translation>
    </message>
    <message>
      <source>There is no judgement in this file.</source>
      <translation>In dieser Datei ist kein Urteil.</translation>
    </message>
    <message>
      <source>a query needs an id and a text.</source>
      <translation>eine Frage braucht eine Kennung und einen Text.</translation>
    </message>
    <message>
      <source>query “%1” already has another text.</source>
      <translation>Frage „%1“ hat schon einen anderen Text.</translation>
    </message>
    <message>
      <source>a line of a TREC run has six columns: query, Q0, document, rank, score, tag.</source>
      <translation>eine Zeile eines TREC-Laufs hat sechs Spalten: Frage, Q0, Dokument, Rang, Wert, Name.</translation>
    </message>
    <message>
      <source>document “%1” is there twice for query “%2”.</source>
      <translation>Dokument „%1“ steht zweimal bei Frage „%2“.</translation>
    </message>
  </context>
  <context>
    <name>LatencyReport</name>
    <message numerus="yes">
      <source>Single calls are kept for %n day(s); this box is older.</source>
      <translation>
        <numerusform>Einzelne Aufrufe werden %n Tag aufbewahrt; dieser Ausschnitt ist älter.</numerusform>
        <numerusform>Einzelne Aufrufe werden %n Tage aufbewahrt; dieser Ausschnitt ist älter.</numerusform>
      </translation>
    </message>
    <message>
      <source>%1 of these have %2 %3, against %4 of the rest.</source>
      <translation>%1 davon haben %2 %3, im Rest sind es %4.</translation>
    </message>
    <message>
      <source>There is no request in this box.</source>
      <translation>In diesem Ausschnitt gibt es keine Anfrage.</translation>
    </message>
    <message>
      <source>Nothing sets these requests apart from the rest.</source>
      <translation>Nichts unterscheidet diese Anfragen vom Rest.</translation>
    </message>
    <message numerus="yes">
      <source>Only what is younger than %n day(s) was compared.</source>
      <translation>
        <numerusform>Verglichen wurde nur, was jünger als %n Tag ist.</numerusform>
        <numerusform>Verglichen wurde nur, was jünger als %n Tage ist.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n request(s) of the range</source>
      <translation>
        <numerusform>%n Anfrage im Zeitraum</numerusform>
        <numerusform>%n Anfragen im Zeitraum</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>few: %n request(s)</source>
      <translation>
        <numerusform>nur %n Anfrage</numerusform>
        <numerusform>nur %n Anfragen</numerusform>
      </translation>
    </message>
    <message>
      <source>This share of the range's requests was at least this fast. From the merged distribution.</source>
      <translation>Dieser Anteil der Anfragen des Zeitraums war mindestens so schnell. Aus der zusammengeführten Verteilung.</translation>
    </message>
    <message>
      <source>±0.54 % of the value</source>
      <translation>±0,54 % des Werts</translation>
    </message>
    <message>
      <source>Over target</source>
      <translation>Über Ziel</translation>
    </message>
    <message>
      <source>%1 of %2 requests</source>
      <translation>%1 von %2 Anfragen</translation>
    </message>
    <message>
      <source>Requests of the range that took longer than the target.</source>
      <translation>Anfragen des Zeitraums, die länger dauerten als das Ziel.</translation>
    </message>
    <message>
      <source>exact but for one bucket of 1.1 % at the target</source>
      <translation>exakt bis auf einen Bucket von 1,1 % am Ziel</translation>
    </message>
    <message>
      <source>p95 against its target</source>
      <translation>p95 gegenüber dem Ziel</translation>
    </message>
    <message>
      <source>All requests</source>
      <translation>Alle Anfragen</translation>
    </message>
    <message>
      <source>p95 of %1 requests: %2 ms</source>
      <translation>p95 von %1 Anfragen: %2 ms</translation>
    </message>
    <message>
      <source>Latency not recorded:</source>
      <translation>Latenz nicht erfasst:</translation>
    </message>
    <message>
      <source>%1 has no column for it.</source>
      <translation>keine Spalte dafür in %1.</translation>
    </message>
    <message>
      <source>p95 response</source>
      <translation>p95-Antwortzeit</translation>
    </message>
    <message>
      <source>latency not recorded</source>
      <translation>Latenz nicht erfasst</translation>
    </message>
    <message>
      <source>Write how long each call took, in milliseconds.</source>
      <translation>Schreiben Sie mit, wie lange jeder Aufruf gedauert hat, in Millisekunden.</translation>
    </message>
    <message>
      <source>%1 over the %2 target since %3.</source>
      <extracomment>follows "p95 is 2.31 s,"; %3 is a time or "the 14:02 deploy"</extracomment>
      <translation>%1 über dem Ziel von %2 seit %3.</translation>
    </message>
    <message>
      <source>%1 over the %2 target since %3; %4 is the slow part.</source>
      <extracomment>follows "p95 is 2.31 s,"; %3 is a time or "the 14:02 deploy", %4 a part such as "retrieval"</extracomment>
      <translation>%1 über dem Ziel von %2 seit %3; langsam ist %4.</translation>
    </message>
    <message>
      <source>It was over from %1 to %2, at most %3.</source>
      <translation>Der Wert lag von %1 bis %2 darüber, höchstens bei %3.</translation>
    </message>
    <message>
      <source>p95 was %1 at %2.</source>
      <translation>p95 war %1 (Stand %2).</translation>
    </message>
    <message>
      <source>No request in the last 24 hours.</source>
      <translation>Keine Anfrage in den letzten 24 Stunden.</translation>
    </message>
    <message numerus="yes">
      <source>Only %n request(s) in the last 24 hours;</source>
      <translation>
        <numerusform>Nur %n Anfrage in den letzten 24 Stunden;</numerusform>
        <numerusform>Nur %n Anfragen in den letzten 24 Stunden;</numerusform>
      </translation>
    </message>
    <message>
      <source>p95 is judged from %1 on.</source>
      <translation>p95 wird erst ab %1 bewertet.</translation>
    </message>
    <message>
      <source>p95 is %1;</source>
      <translation>p95 ist %1;</translation>
    </message>
    <message>
      <source>the profile sets no target.</source>
      <translation>das Profil legt kein Ziel fest.</translation>
    </message>
    <message>
      <source>p95 is %1,</source>
      <translation>p95 ist %1,</translation>
    </message>
    <message>
      <source>%1 over the %2 target in the last hour.</source>
      <translation>%1 über dem Ziel von %2 in der letzten Stunde.</translation>
    </message>
    <message>
      <source>within the %1 target.</source>
      <translation>innerhalb des Ziels von %1.</translation>
    </message>
    <message numerus="yes">
      <source>95 of 100 requests from %1 to %2 were at least this fast. From the merged distribution of %n request(s), never from an average of percentiles.</source>
      <translation>
        <numerusform>95 von 100 Anfragen von %1 bis %2 waren mindestens so schnell. Aus der zusammengeführten Verteilung von %n Anfrage, nie aus einem Mittelwert von Perzentilen.</numerusform>
        <numerusform>95 von 100 Anfragen von %1 bis %2 waren mindestens so schnell. Aus der zusammengeführten Verteilung von %n Anfragen, nie aus einem Mittelwert von Perzentilen.</numerusform>
      </translation>
    </message>
    <message>
      <source>no request in 24 h</source>
      <translation>keine Anfrage in 24 h</translation>
    </message>
    <message>
      <source>target &lt; %1</source>
      <translation>Ziel &lt; %1</translation>
    </message>
    <message>
      <source>no target</source>
      <translation>kein Ziel</translation>
    </message>
    <message>
      <source>call</source>
      <translation>Aufruf</translation>
    </message>
    <message>
      <source>%1 took %2 (target %3).</source>
      <translation>%1 dauerte %2 (Ziel %3).</translation>
    </message>
    <message>
      <source>%1 took %2 of %3.</source>
      <translation>%1 dauerte %2 von %3.</translation>
    </message>
    <message>
      <source>%1 failed: %2</source>
      <translation>%1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
      <source>Only the request itself is recorded, none of its parts.</source>
      <translation>Erfasst ist nur die Anfrage selbst, keiner ihrer Teile.</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Tool</source>
      <translation>Tool</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Tokens</source>
      <translation>Tokens</translation>
    </message>
    <message>
      <source>%1 in, %2 out</source>
      <translation>%1 Eingabe, %2 Ausgabe</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Benutzer</translation>
    </message>
    <message>
      <source>User kind</source>
      <translation>Benutzerart</translation>
    </message>
    <message>
      <source>Trace</source>
      <translation>Trace</translation>
    </message>
    <message>
      <source>Deployment</source>
      <translation>Deploy</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <source>%1, computed from tokens</source>
      <translation>%1, aus Tokens berechnet</translation>
    </message>
    <message>
      <source>HTTP status</source>
      <translation>HTTP-Status</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>Fehler</translation>
    </message>
  </context>
  <context>
    <name>Manual</name>
    <message>
      <source>The page “%1” of the manual cannot be read.</source>
      <translation>Die Seite „%1“ des Handbuchs ist nicht lesbar.</translation>
    </message>
    <message>
      <source>The page “%1” of the manual is not the XHTML that was expected.</source>
      <translation>Die Seite „%1“ des Handbuchs ist nicht das erwartete XHTML.</translation>
    </message>
  </context>
  <context>
    <name>Marks</name>
    <message>
      <source>within target</source>
      <translation>im Ziel</translation>
    </message>
    <message>
      <source>over target</source>
      <translation>über Ziel</translation>
    </message>
    <message>
      <source>failing</source>
      <translation>gestört</translation>
    </message>
    <message>
      <source>near or pending</source>
      <translation>knapp oder ausstehend</translation>
    </message>
    <message>
      <source>note</source>
      <translation>Hinweis</translation>
    </message>
    <message>
      <source>running</source>
      <translation>läuft</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <source>old or blind</source>
      <translation>veraltet oder nicht sichtbar</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>übersprungen</translation>
    </message>
    <message>
      <source>silenced</source>
      <translation>stummgeschaltet</translation>
    </message>
    <message>
      <source>needs a person</source>
      <translation>erfordert Eingreifen</translation>
    </message>
    <message>
      <source>deployed</source>
      <translation>Deploy</translation>
    </message>
  </context>
  <context>
    <name>Mirror</name>
    <message>
      <source>A name in the local copy was damaged; it is shown as “?”.</source>
      <translation>Ein Name in der lokalen Kopie war beschädigt; er wird als „?“ angezeigt.</translation>
    </message>
    <message>
      <source>Another Quarterdeck keeps the local copy “%1” up to date; this one only reads it.</source>
      <translation>Ein anderes Quarterdeck hält die lokale Kopie „%1“ aktuell; dieses liest sie nur.</translation>
    </message>
    <message>
      <source>There is no time to bring up to date.</source>
      <translation>Es gibt keinen Zeitraum zu aktualisieren.</translation>
    </message>
    <message>
      <source>The calls of %1 are no longer in the local copy.</source>
      <translation>Die Aufrufe von %1 sind nicht mehr in der lokalen Kopie.</translation>
    </message>
    <message>
      <source>The local copy “%1” cannot be opened. Check the rights of its folder and the space on the disk.</source>
      <translation>Die lokale Kopie „%1“ kann nicht geöffnet werden. Prüfen Sie die Rechte ihres Ordners und den freien Platz auf dem Datenträger.</translation>
    </message>
    <message>
      <source>The disk is full: the local copy “%1” could not be brought up to date. What was read before is kept.</source>
      <translation>Der Datenträger ist voll: Die lokale Kopie „%1“ konnte nicht aktualisiert werden. Bereits Gelesenes bleibt erhalten.</translation>
    </message>
    <message>
      <source>The local copy “%1” could not be read or written: the disk is full or failing. What was read before is kept.</source>
      <translation>Die lokale Kopie „%1“ konnte nicht gelesen oder geschrieben werden: Der Datenträger ist voll oder defekt. Bereits Gelesenes bleibt erhalten.</translation>
    </message>
    <message>
      <source>The local copy “%1” is damaged.</source>
      <translation>Die lokale Kopie „%1“ ist beschädigt.</translation>
    </message>
    <message>
      <source>The local copy “%1” is in use by another program.</source>
      <translation>Die lokale Kopie „%1“ wird von einem anderen Programm verwendet.</translation>
    </message>
    <message>
      <source>The local copy “%1” cannot be used.</source>
      <translation>Die lokale Kopie „%1“ kann nicht verwendet werden.</translation>
    </message>
    <message>
      <source>The local copy “%1” was written by a newer Quarterdeck and is left as it is. Use that version, or move the file away.</source>
      <translation>Die lokale Kopie „%1“ wurde von einem neueren Quarterdeck geschrieben und bleibt unverändert. Verwenden Sie jene Version, oder verschieben Sie die Datei.</translation>
    </message>
    <message>
      <source>The local copy “%1” is damaged and will be read again from the database.</source>
      <translation>Die lokale Kopie „%1“ ist beschädigt und wird neu aus der Datenbank gelesen.</translation>
    </message>
    <message>
      <source>The local copy “%1” is damaged and could not be set aside. Move it away by hand.</source>
      <translation>Die lokale Kopie „%1“ ist beschädigt und konnte nicht beiseitegelegt werden. Verschieben Sie sie von Hand.</translation>
    </message>
    <message>
      <source>The local copy was damaged. It has been set aside as “%1” and is being read again from the database.</source>
      <translation>Die lokale Kopie war beschädigt. Sie wurde als „%1“ beiseitegelegt und wird neu aus der Datenbank gelesen.</translation>
    </message>
    <message>
      <source>The local copy was damaged. It has been set aside and is being read again from the database.</source>
      <translation>Die lokale Kopie war beschädigt. Sie wurde beiseitegelegt und wird neu aus der Datenbank gelesen.</translation>
    </message>
    <message>
      <source>A part of the local copy was damaged, %1; it is left out until it has been read again.</source>
      <translation>Ein Teil der lokalen Kopie war beschädigt, %1; er wird ausgelassen, bis er neu gelesen ist.</translation>
    </message>
  </context>
  <context>
    <name>MirrorWriter</name>
    <message>
      <source>Another Quarterdeck keeps the local copy up to date; this one follows it.</source>
      <translation>Ein anderes Quarterdeck hält die lokale Kopie aktuell; dieses folgt ihr.</translation>
    </message>
  </context>
  <context>
    <name>Money</name>
    <message>
      <source>“%1” is not an amount of money.</source>
      <translation>„%1“ ist kein Geldbetrag.</translation>
    </message>
    <message>
      <source>%1 dollars is more than Quarterdeck can count.</source>
      <translation>%1 Dollar sind mehr, als Quarterdeck zählen kann.</translation>
    </message>
  </context>
  <context>
    <name>Odd</name>
    <message>
      <source>Clock</source>
      <translation>Uhr</translation>
    </message>
    <message>
      <source>The database's clock is %1 ahead of this computer's.</source>
      <translation>Die Uhr der Datenbank geht der dieses Rechners %1 vor.</translation>
    </message>
    <message>
      <source>The database's clock is %1 behind this computer's.</source>
      <translation>Die Uhr der Datenbank geht der dieses Rechners %1 nach.</translation>
    </message>
    <message>
      <source>Set the clocks by a time server; until then the newest calls seem to be missing or late.</source>
      <translation>Stellen Sie die Uhren nach einem Zeitserver; bis dahin scheinen die neuesten Aufrufe zu fehlen oder verspätet zu sein.</translation>
    </message>
    <message>
      <source>Costs</source>
      <translation>Kosten</translation>
    </message>
    <message numerus="yes">
      <source>%n cost(s) are negative or no number and left out.</source>
      <translation>
        <numerusform>%n Kostenwert ist negativ oder keine Zahl und bleibt außen vor.</numerusform>
        <numerusform>%n Kostenwerte sind negativ oder keine Zahl und bleiben außen vor.</numerusform>
      </translation>
    </message>
    <message>
      <source>Latencies</source>
      <translation>Latenzen</translation>
    </message>
    <message numerus="yes">
      <source>%n latency value(s) are negative or no number and left out.</source>
      <translation>
        <numerusform>%n Latenzwert ist negativ oder keine Zahl und bleibt außen vor.</numerusform>
        <numerusform>%n Latenzwerte sind negativ oder keine Zahl und bleiben außen vor.</numerusform>
      </translation>
    </message>
    <message>
      <source>Ids</source>
      <translation>Kennungen</translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) repeat the id of another and are counted once.</source>
      <translation>
        <numerusform>%n Zeile wiederholt die Kennung einer anderen und zählt einmal.</numerusform>
        <numerusform>%n Zeilen wiederholen die Kennung einer anderen und zählen einmal.</numerusform>
      </translation>
    </message>
    <message>
      <source>Times</source>
      <translation>Zeiten</translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) are dated in the future and count when their time has come.</source>
      <translation>
        <numerusform>%n Zeile liegt in der Zukunft und zählt, wenn ihre Zeit gekommen ist.</numerusform>
        <numerusform>%n Zeilen liegen in der Zukunft und zählen, wenn ihre Zeit gekommen ist.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OverviewReport</name>
    <message>
      <source>no data</source>
      <translation>keine Daten</translation>
    </message>
    <message>
      <source>status page</source>
      <translation>Statusseite</translation>
    </message>
    <message>
      <source>not asked</source>
      <translation>nicht abgefragt</translation>
    </message>
    <message>
      <source>no answer</source>
      <translation>keine Antwort</translation>
    </message>
    <message>
      <source>%1 is the slow part.</source>
      <translation>Langsam ist %1.</translation>
    </message>
    <message>
      <source>Began with deploy %1 at %2.</source>
      <translation>Begann mit Deploy %1 (%2).</translation>
    </message>
    <message numerus="yes">
      <source>Began %n min after deploy %1 at %2.</source>
      <translation>
        <numerusform>Begann %n min nach Deploy %1 (%2).</numerusform>
        <numerusform>Begann %n min nach Deploy %1 (%2).</numerusform>
      </translation>
    </message>
    <message>
      <source>%1 against %2</source>
      <extracomment>"2.31 s against 2 s"</extracomment>
      <translation>%1 gegenüber %2</translation>
    </message>
    <message>
      <source>p95 response over target</source>
      <translation>p95-Antwortzeit über Ziel</translation>
    </message>
    <message>
      <source>%1 over target</source>
      <translation>%1 über Ziel</translation>
    </message>
    <message>
      <source>Error rate over its limit</source>
      <translation>Fehlerrate über dem Limit</translation>
    </message>
    <message>
      <source>Cost today over the alert line</source>
      <translation>Kosten heute über der Alarmschwelle</translation>
    </message>
    <message>
      <source>Cost today over budget</source>
      <translation>Kosten heute über Budget</translation>
    </message>
    <message>
      <source>Cost today on track over budget</source>
      <translation>Kosten heute voraussichtlich über Budget</translation>
    </message>
    <message>
      <source>Cost of the month over budget</source>
      <translation>Kosten des Monats über Budget</translation>
    </message>
    <message>
      <source>Cost of the month on track over budget</source>
      <translation>Kosten des Monats voraussichtlich über Budget</translation>
    </message>
    <message>
      <source>%1 reports a problem</source>
      <translation>%1 meldet ein Problem</translation>
    </message>
    <message>
      <source>p95 is %1 against a %2 target since %3</source>
      <translation>p95 ist %1 seit %3 (Ziel %2)</translation>
    </message>
    <message>
      <source>p95 %1, errors %2</source>
      <translation>p95 %1, Fehler %2</translation>
    </message>
    <message>
      <source>p95 %1</source>
      <translation>p95 %1</translation>
    </message>
    <message>
      <source>errors %1</source>
      <translation>Fehler %1</translation>
    </message>
    <message>
      <source>Latency and errors are not recorded.</source>
      <translation>Latenz und Fehler werden nicht erfasst.</translation>
    </message>
    <message>
      <source>Latency and cost are not recorded.</source>
      <translation>Latenz und Kosten werden nicht erfasst.</translation>
    </message>
    <message>
      <source>Latency is not recorded.</source>
      <translation>Die Latenz wird nicht erfasst.</translation>
    </message>
    <message>
      <source>Cost is not recorded.</source>
      <translation>Die Kosten werden nicht erfasst.</translation>
    </message>
    <message>
      <source>Errors are not recorded.</source>
      <translation>Fehler werden nicht erfasst.</translation>
    </message>
    <message>
      <source>%1; %2.</source>
      <extracomment>two statements about different things in one sentence</extracomment>
      <translation>%1; %2.</translation>
    </message>
    <message>
      <source>What is shown in grey is from then.</source>
      <translation>Was grau dargestellt ist, stammt von damals.</translation>
    </message>
    <message>
      <source>Nothing newer is known.</source>
      <translation>Neueres ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
      <source>%n over target.</source>
      <translation>
        <numerusform>%n über Ziel.</numerusform>
        <numerusform>%n über Ziel.</numerusform>
      </translation>
    </message>
    <message>
      <source>%1: %2</source>
      <translation>%1: %2</translation>
    </message>
    <message>
      <source>Nothing was asked in the last 24 hours.</source>
      <translation>Keine Anfrage in den letzten 24 Stunden.</translation>
    </message>
    <message>
      <source>Too little to judge.</source>
      <translation>Zu wenig für eine Bewertung.</translation>
    </message>
    <message>
      <source>All within target.</source>
      <translation>Alles im Ziel.</translation>
    </message>
    <message>
      <source>What is recorded is within target.</source>
      <translation>Was erfasst wird, ist im Ziel.</translation>
    </message>
    <message>
      <source>now</source>
      <translation>jetzt</translation>
    </message>
    <message>
      <source>in %1 s</source>
      <translation>in %1 s</translation>
    </message>
    <message>
      <source>in %1</source>
      <translation>in %1</translation>
    </message>
    <message>
      <source>Database %1</source>
      <translation>Datenbank %1</translation>
    </message>
    <message>
      <source>not yet</source>
      <translation>noch nicht</translation>
    </message>
    <message>
      <source>live</source>
      <translation>live</translation>
    </message>
    <message>
      <source>Local copy</source>
      <translation>Lokale Kopie</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>leer</translation>
    </message>
    <message>
      <source>always there</source>
      <translation>immer verfügbar</translation>
    </message>
    <message>
      <source>Vercel deployments</source>
      <translation>Vercel-Deployments</translation>
    </message>
    <message>
      <source>%1 status page</source>
      <translation>Statusseite von %1</translation>
    </message>
    <message>
      <source>%1, %2</source>
      <translation>%1, %2</translation>
    </message>
    <message>
      <source>p95 &gt; %1</source>
      <translation>p95 &gt; %1</translation>
    </message>
    <message>
      <source>%1 &gt; %2</source>
      <translation>%1 &gt; %2</translation>
    </message>
    <message>
      <source>errors &gt; %1</source>
      <translation>Fehler &gt; %1</translation>
    </message>
    <message>
      <source>%1 today</source>
      <extracomment>%1 is "Requests" or another word for them</extracomment>
      <translation>%1 heute</translation>
    </message>
    <message>
      <source>%1 per min now</source>
      <translation>derzeit %1 pro min</translation>
    </message>
    <message>
      <source>Rows that count as a request since midnight (%1). The change is against yesterday up to this time of day.</source>
      <translation>Zeilen, die seit Mitternacht (%1) als Anfrage zählen. Die Veränderung bezieht sich auf gestern bis zur gleichen Uhrzeit.</translation>
    </message>
    <message>
      <source>exact</source>
      <translation>exakt</translation>
    </message>
    <message>
      <source>%1 p95</source>
      <extracomment>%1 is a step such as "RAG retrieval"</extracomment>
      <translation>%1 p95</translation>
    </message>
    <message>
      <source>p95 response</source>
      <translation>p95-Antwortzeit</translation>
    </message>
    <message>
      <source>latency not recorded</source>
      <translation>Latenz nicht erfasst</translation>
    </message>
    <message>
      <source>Error rate</source>
      <translation>Fehlerrate</translation>
    </message>
    <message>
      <source>errors not recorded</source>
      <translation>Fehler nicht erfasst</translation>
    </message>
    <message>
      <source>Requests today</source>
      <translation>Anfragen heute</translation>
    </message>
    <message numerus="yes">
      <source>over %n h</source>
      <translation>
        <numerusform>über %n h</numerusform>
        <numerusform>über %n h</numerusform>
      </translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>limit %1</source>
      <translation>Grenzwert %1</translation>
    </message>
    <message>
      <source>Postgres</source>
      <translation>Postgres</translation>
    </message>
    <message>
      <source>took writes</source>
      <translation>nahm Schreibzugriffe an</translation>
    </message>
    <message>
      <source>refused us</source>
      <translation>Zugriff abgewiesen</translation>
    </message>
    <message>
      <source>unreachable</source>
      <translation>nicht erreichbar</translation>
    </message>
    <message>
      <source>answers in %1</source>
      <translation>antwortet in %1</translation>
    </message>
    <message>
      <source>connecting</source>
      <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
      <source>operational</source>
      <translation>betriebsbereit</translation>
    </message>
    <message>
      <source>p95 since %3 is %1 against a %2 target</source>
      <translation>p95 ist seit %3 %1 (Ziel %2)</translation>
    </message>
  </context>
  <context>
    <name>Pages</name>
    <message>
      <source>Watch</source>
      <translation>Überwachung</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>Übersicht</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <source>Latency</source>
      <translation>Latenz</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>Inspect</source>
      <translation>Untersuchung</translation>
    </message>
    <message>
      <source>Retrieval</source>
      <translation>Retrieval</translation>
    </message>
  </context>
  <context>
    <name>Parameters</name>
    <message>
      <source>“%1” is not a port. A port is a number from 1 to 65535; Postgres usually has 5432.</source>
      <translation>„%1“ ist kein Port. Ein Port ist eine Zahl von 1 bis 65535; bei Postgres ist es meist 5432.</translation>
    </message>
    <message>
      <source>“%1” is not an sslmode. It is one of disable, allow, prefer, require, verify-ca and verify-full.</source>
      <translation>„%1“ ist kein sslmode. Möglich sind disable, allow, prefer, require, verify-ca und verify-full.</translation>
    </message>
    <message>
      <source>The parameter sslpassword cannot be kept safely. Use a client key without a passphrase that only you can read.</source>
      <translation>Der Parameter sslpassword lässt sich nicht sicher aufbewahren. Verwenden Sie einen Client-Schlüssel ohne Passphrase, den nur Sie lesen können.</translation>
    </message>
    <message>
      <source>“%1” is not a parameter that Postgres understands. Correct or remove it.</source>
      <translation>„%1“ ist kein Parameter, den Postgres versteht. Korrigieren oder entfernen Sie ihn.</translation>
    </message>
    <message>
      <source>not encrypted: everybody on the way can read along</source>
      <translation>nicht verschlüsselt: Jeder auf dem Weg kann mitlesen</translation>
    </message>
    <message>
      <source>not encrypted unless the server insists</source>
      <translation>nicht verschlüsselt, sofern der Server nicht darauf besteht</translation>
    </message>
    <message>
      <source>encrypted if the server can, identity not checked</source>
      <translation>verschlüsselt, wenn der Server es kann; Identität nicht geprüft</translation>
    </message>
    <message>
      <source>encrypted, identity not checked</source>
      <translation>verschlüsselt, Identität nicht geprüft</translation>
    </message>
    <message>
      <source>encrypted, and the certificate comes from a known authority</source>
      <translation>verschlüsselt, und das Zertifikat stammt von einer bekannten Zertifizierungsstelle</translation>
    </message>
    <message>
      <source>encrypted, and nobody else can pose as the server</source>
      <translation>verschlüsselt, und niemand sonst kann sich als der Server ausgeben</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <source>There is no address. An example: postgres://user@db.example:5432/app</source>
      <translation>Es gibt keine Adresse. Ein Beispiel: postgres://user@db.example:5432/app</translation>
    </message>
    <message>
      <source>this computer</source>
      <translation>dieser Computer</translation>
    </message>
    <message>
      <source>%1 as %2</source>
      <extracomment>%1 is an address such as db.example:5432/app, %2 the name of a role</extracomment>
      <translation>%1 als %2</translation>
    </message>
  </context>
  <context>
    <name>Paths</name>
    <message>
      <source>The folder %1 cannot be made. Check that the disk is not full and that you may write there.</source>
      <translation>Der Ordner %1 kann nicht angelegt werden. Prüfen Sie, ob der Datenträger voll ist und ob Sie dort schreiben dürfen.</translation>
    </message>
  </context>
  <context>
    <name>Postgres</name>
    <message>
      <source>%1 did not accept the password of the role %2.</source>
      <translation>%1 hat das Passwort der Rolle %2 nicht akzeptiert.</translation>
    </message>
    <message>
      <source>The pooler at %1 does not know the role %2. There it is written postgres.PROJECT, with the reference of the project.</source>
      <translation>Der Pooler an %1 kennt die Rolle %2 nicht. Dort schreibt man sie postgres.PROJECT, mit der Referenz des Projekts.</translation>
    </message>
    <message>
      <source>The role %1 may not log in. An administrator can allow it: alter role %2 login;</source>
      <translation>Die Rolle %1 darf sich nicht anmelden. Ein Administrator kann es erlauben: alter role %2 login;</translation>
    </message>
    <message>
      <source>There is no role %1 at %2.</source>
      <translation>An %2 gibt es keine Rolle %1.</translation>
    </message>
    <message>
      <source>%1 demands encryption, and this deployment is set to do without. Choose another SSL mode.</source>
      <translation>%1 verlangt Verschlüsselung, dieses Deployment ist aber ohne eingerichtet. Wählen Sie einen anderen SSL-Modus.</translation>
    </message>
    <message>
      <source>%1 does not let the role %2 into the database %3 from this computer: pg_hba.conf has no entry for it. Allow this network address at the server or its provider.</source>
      <translation>%1 lässt die Rolle %2 von diesem Computer aus nicht in die Datenbank %3: pg_hba.conf enthält keinen Eintrag dafür. Lassen Sie diese Netzwerkadresse am Server oder bei seinem Anbieter zu.</translation>
    </message>
    <message>
      <source>%1 does not let the role %2 in without encryption, or not at all.</source>
      <translation>%1 lässt die Rolle %2 ohne Verschlüsselung oder überhaupt nicht zu.</translation>
    </message>
    <message>
      <source>%1 refused the login of the role %2.</source>
      <translation>%1 hat die Anmeldung der Rolle %2 abgelehnt.</translation>
    </message>
    <message>
      <source>There is no database %1 at %2.</source>
      <translation>An %2 gibt es keine Datenbank %1.</translation>
    </message>
    <message>
      <source>The role %1 may not connect to the database %2. The missing grant: %3</source>
      <translation>Die Rolle %1 darf sich nicht mit der Datenbank %2 verbinden. Der fehlende Grant: %3</translation>
    </message>
    <message>
      <source>%1 ended the connection during the login.</source>
      <translation>%1 hat die Verbindung während der Anmeldung beendet.</translation>
    </message>
    <message>
      <source>%1 does not encrypt, but this deployment demands it. Turn on TLS at the server, or choose another SSL mode if the network in between is yours.</source>
      <translation>%1 verschlüsselt nicht, dieses Deployment verlangt es aber. Schalten Sie TLS am Server ein, oder wählen Sie einen anderen SSL-Modus, wenn das Netz dazwischen Ihr eigenes ist.</translation>
    </message>
    <message>
      <source>The certificate of %1 has expired.</source>
      <translation>Das Zertifikat von %1 ist abgelaufen.</translation>
    </message>
    <message>
      <source>The certificate of %1 comes from an authority that this computer does not know. Choose the certificate of the provider, or continue with “require”: encrypted, identity not checked.</source>
      <translation>Das Zertifikat von %1 stammt von einer Zertifizierungsstelle, die dieser Computer nicht kennt. Wählen Sie das Zertifikat des Anbieters, oder fahren Sie mit „require“ fort: verschlüsselt, Identität nicht geprüft.</translation>
    </message>
    <message>
      <source>The certificate of %1 is made out to another name, so it could be somebody else.</source>
      <translation>Das Zertifikat von %1 ist auf einen anderen Namen ausgestellt, es könnte sich also um jemand anderen handeln.</translation>
    </message>
    <message>
      <source>The file with the root certificate cannot be read. Choose another file, or leave it out to use the certificates of this computer.</source>
      <translation>Die Datei mit dem Stammzertifikat kann nicht gelesen werden. Wählen Sie eine andere Datei, oder lassen Sie sie weg, um die Zertifikate dieses Computers zu verwenden.</translation>
    </message>
    <message>
      <source>The certificate or key that this computer should show to the server cannot be used.</source>
      <translation>Das Zertifikat oder der Schlüssel, womit sich dieser Computer am Server ausweisen soll, ist nicht verwendbar.</translation>
    </message>
    <message>
      <source>No encrypted connection to %1 came about.</source>
      <translation>Es kam keine verschlüsselte Verbindung zu %1 zustande.</translation>
    </message>
    <message>
      <source>%1 does not answer. Check the address, the network, and any firewall in between.</source>
      <translation>%1 antwortet nicht. Prüfen Sie die Adresse, das Netzwerk und eine mögliche Firewall dazwischen.</translation>
    </message>
    <message>
      <source>Something at %1 took the connection, but did not answer as a Postgres server does.</source>
      <translation>An %1 hat etwas die Verbindung angenommen, aber nicht wie ein Postgres-Server geantwortet.</translation>
    </message>
    <message>
      <source>Nothing listens at %1. Check the port, and that the server runs.</source>
      <translation>An %1 lauscht nichts. Prüfen Sie den Port und ob der Server läuft.</translation>
    </message>
    <message>
      <source>No server listens at the socket %1. Check the folder and the port, and that the server runs.</source>
      <translation>Am Socket %1 lauscht kein Server. Prüfen Sie den Ordner und den Port und ob der Server läuft.</translation>
    </message>
    <message>
      <source>%1 cannot be reached from this network.</source>
      <translation>%1 ist aus diesem Netzwerk nicht erreichbar.</translation>
    </message>
    <message>
      <source>What answers at %1 is not a Postgres server, or it broke off at once.</source>
      <translation>Was an %1 antwortet, ist kein Postgres-Server, oder es hat sofort abgebrochen.</translation>
    </message>
    <message>
      <source>%1 asks for the password of the role %2, and none was given.</source>
      <translation>%1 fragt nach dem Passwort der Rolle %2, es wurde aber keines angegeben.</translation>
    </message>
    <message>
      <source>The role may not do that. The details name the privilege that is missing.</source>
      <translation>Die Rolle darf das nicht. Die Details nennen das fehlende Recht.</translation>
    </message>
    <message>
      <source>this role</source>
      <translation>Diese Rolle</translation>
    </message>
    <message>
      <source>%1 may not look into the schema %2. The missing grant: %3</source>
      <translation>%1 darf nicht auf das Schema %2 zugreifen. Der fehlende Grant: %3</translation>
    </message>
    <message>
      <source>%1 may not read %2. The missing grant: %3</source>
      <translation>%1 darf %2 nicht lesen. Der fehlende Grant: %3</translation>
    </message>
    <message>
      <source>a table it needs</source>
      <translation>einer benötigten Tabelle</translation>
    </message>
    <message>
      <source>The database did not accept the password of this role.</source>
      <translation>Die Datenbank hat das Passwort dieser Rolle nicht akzeptiert.</translation>
    </message>
    <message>
      <source>Somebody holds a lock that this read would have to wait for. It was given up at once instead.</source>
      <translation>Jemand hält eine Sperre, auf die dieser Lesevorgang warten müsste. Stattdessen wurde er sofort aufgegeben.</translation>
    </message>
    <message>
      <source>Somebody holds a lock on %1 that this read would have to wait for. It was given up at once instead.</source>
      <translation>Jemand hält eine Sperre auf %1, auf die dieser Lesevorgang warten müsste. Stattdessen wurde er sofort aufgegeben.</translation>
    </message>
    <message>
      <source>The database stopped the query because it took too long.</source>
      <translation>Die Datenbank hat die Abfrage abgebrochen, weil sie zu lange dauerte.</translation>
    </message>
    <message>
      <source>A table that this query reads does not exist. The details name it.</source>
      <translation>Eine Tabelle, die diese Abfrage liest, existiert nicht. Die Details nennen sie.</translation>
    </message>
    <message>
      <source>The table %1 does not exist.</source>
      <translation>Die Tabelle %1 existiert nicht.</translation>
    </message>
    <message>
      <source>A column that this query reads does not exist in %1. The details name it.</source>
      <translation>Eine Spalte, die diese Abfrage liest, existiert nicht in %1. Die Details nennen sie.</translation>
    </message>
    <message>
      <source>A function that this query uses does not exist on this server. The details name it.</source>
      <translation>Eine Funktion, die diese Abfrage verwendet, existiert auf diesem Server nicht. Die Details nennen sie.</translation>
    </message>
    <message>
      <source>A schema that this query reads does not exist. The details name it.</source>
      <translation>Ein Schema, das diese Abfrage liest, existiert nicht. Die Details nennen es.</translation>
    </message>
    <message>
      <source>There is no database of this name on the server.</source>
      <translation>Auf dem Server gibt es keine Datenbank dieses Namens.</translation>
    </message>
    <message>
      <source>The server refused to change anything: this connection only reads.</source>
      <translation>Der Server hat jede Änderung abgelehnt: Diese Verbindung liest nur.</translation>
    </message>
    <message>
      <source>The server has no connection left for this role. Close some, or raise the limit.</source>
      <translation>Der Server hat für diese Rolle keine freie Verbindung mehr. Schließen Sie einige, oder erhöhen Sie das Limit.</translation>
    </message>
    <message>
      <source>The disk of the database server is full.</source>
      <translation>Der Datenträger des Datenbankservers ist voll.</translation>
    </message>
    <message>
      <source>The server ended the connection, because it was shut down or by an administrator.</source>
      <translation>Der Server hat die Verbindung beendet, weil er heruntergefahren wurde oder ein Administrator sie getrennt hat.</translation>
    </message>
    <message>
      <source>The server is starting or shutting down and takes no connections yet.</source>
      <translation>Der Server fährt gerade hoch oder herunter und nimmt noch keine Verbindungen an.</translation>
    </message>
    <message>
      <source>The server ended the connection because it was idle for too long.</source>
      <translation>Der Server hat die Verbindung beendet, weil sie zu lange ungenutzt war.</translation>
    </message>
    <message>
      <source>The connection to the database was interrupted.</source>
      <translation>Die Verbindung zur Datenbank wurde unterbrochen.</translation>
    </message>
    <message>
      <source>The query got in the way of another transaction. The same query may work later.</source>
      <translation>Die Abfrage kam einer anderen Transaktion in die Quere. Dieselbe Abfrage kann später gelingen.</translation>
    </message>
    <message>
      <source>The database server has run out of memory or other resources.</source>
      <translation>Dem Datenbankserver ist der Arbeitsspeicher oder eine andere Ressource ausgegangen.</translation>
    </message>
    <message>
      <source>The database did not understand the query.</source>
      <translation>Die Datenbank hat die Abfrage nicht verstanden.</translation>
    </message>
    <message>
      <source>The database refused the query. The details hold its own words.</source>
      <translation>Die Datenbank hat die Abfrage abgelehnt. Der Wortlaut steht in den Details.</translation>
    </message>
    <message>
      <source>The connection to %1 was interrupted.</source>
      <translation>Die Verbindung zu %1 wurde unterbrochen.</translation>
    </message>
  </context>
  <context>
    <name>PriceBook</name>
    <message>
      <source>“%1” in the column “%2” is not a price. Write dollars per million tokens with at most six decimals, for example 2.50.</source>
      <translation>„%1“ in der Spalte „%2“ ist kein Preis. Geben Sie Dollar pro Million Tokens mit höchstens sechs Nachkommastellen an, zum Beispiel 2.50.</translation>
    </message>
    <message>
      <source>“%1” in the column “%2” is not a day. Write it like 2026-03-13.</source>
      <translation>„%1“ in der Spalte „%2“ ist kein Datum. Schreiben Sie es wie 2026-03-13.</translation>
    </message>
    <message>
      <source>“%1” in the column “%2” is neither true nor false.</source>
      <translation>„%1“ in der Spalte „%2“ ist weder true noch false.</translation>
    </message>
    <message>
      <source>“%1” in the column “%2” is not a number of tokens.</source>
      <translation>„%1“ in der Spalte „%2“ ist keine Anzahl von Tokens.</translation>
    </message>
    <message>
      <source>A price cannot be negative.</source>
      <translation>Ein Preis darf nicht negativ sein.</translation>
    </message>
    <message>
      <source>%1 per million tokens is more than $1,000; is it a price for another number of tokens?</source>
      <translation>%1 pro Million Tokens ist mehr als 1.000 $; gilt der Preis für eine andere Anzahl von Tokens?</translation>
    </message>
    <message>
      <source>%1 per million tokens is less than any model costs; is it a price per token? Write 0 if it is free.</source>
      <translation>%1 pro Million Tokens ist weniger, als irgendein Modell kostet; ist es ein Preis pro Token? Schreiben Sie 0, wenn es kostenlos ist.</translation>
    </message>
    <message>
      <source>%1, line %2: %3</source>
      <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
      <source>The column “%1” is there twice.</source>
      <translation>Die Spalte „%1“ ist doppelt vorhanden.</translation>
    </message>
    <message>
      <source>There is no column “%1”.</source>
      <translation>Es gibt keine Spalte „%1“.</translation>
    </message>
    <message>
      <source>The first line must name the columns; “model” is missing.</source>
      <translation>Die erste Zeile muss die Spalten benennen; „model“ fehlt.</translation>
    </message>
    <message>
      <source>%1 has no price for input of long prompts on %2</source>
      <translation>%1 hat am %2 keinen Preis für die Eingabe langer Prompts</translation>
    </message>
    <message>
      <source>%1 has no price for input on %2</source>
      <translation>%1 hat am %2 keinen Preis für die Eingabe</translation>
    </message>
    <message>
      <source>%1 has no price for the output of long prompts on %2</source>
      <translation>%1 hat am %2 keinen Preis für die Ausgabe bei langen Prompts</translation>
    </message>
    <message>
      <source>%1 has no price for output on %2</source>
      <translation>%1 hat am %2 keinen Preis für die Ausgabe</translation>
    </message>
    <message>
      <source>%1 has no price for cached tokens of long prompts on %2</source>
      <translation>%1 hat am %2 keinen Preis für Cache-Tokens langer Prompts</translation>
    </message>
    <message>
      <source>%1 has no price for cached tokens on %2</source>
      <translation>%1 hat am %2 keinen Preis für Cache-Tokens</translation>
    </message>
    <message>
      <source>%1 has no price for writing long prompts to the cache on %2</source>
      <translation>%1 hat am %2 keinen Preis für das Schreiben langer Prompts in den Cache</translation>
    </message>
    <message>
      <source>%1 has no price for writing to the cache on %2</source>
      <translation>%1 hat am %2 keinen Preis für das Schreiben in den Cache</translation>
    </message>
    <message>
      <source>The prices in %1 cannot be read.</source>
      <translation>Die Preise in %1 können nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The name of the model is missing.</source>
      <translation>Der Name des Modells fehlt.</translation>
    </message>
    <message>
      <source>There is no price in this line.</source>
      <translation>In dieser Zeile steht kein Preis.</translation>
    </message>
    <message>
      <source>Output costs less than a twentieth of input. If this is an embedding model, write true in the column “embedding”.</source>
      <translation>Die Ausgabe kostet weniger als ein Zwanzigstel der Eingabe. Wenn dies ein Embedding-Modell ist, schreiben Sie true in die Spalte „embedding“.</translation>
    </message>
    <message>
      <source>Cached input costs more than new input.</source>
      <translation>Eingabe aus dem Cache kostet mehr als neue Eingabe.</translation>
    </message>
    <message>
      <source>Writing to the cache costs more than four times new input.</source>
      <translation>Das Schreiben in den Cache kostet mehr als das Vierfache neuer Eingabe.</translation>
    </message>
    <message>
      <source>The price ends before it begins.</source>
      <translation>Der Preis endet, bevor er beginnt.</translation>
    </message>
    <message>
      <source>Prices change at midnight UTC.</source>
      <translation>Preise ändern sich um Mitternacht UTC.</translation>
    </message>
    <message>
      <source>A price for long prompts needs both the number of tokens and its prices.</source>
      <translation>Ein Preis für lange Prompts braucht sowohl die Anzahl der Tokens als auch die zugehörigen Preise.</translation>
    </message>
    <message>
      <source>Prices for long prompts can begin above %1, %2 or %3 tokens.</source>
      <translation>Preise für lange Prompts können ab mehr als %1, %2 oder %3 Tokens gelten.</translation>
    </message>
    <message>
      <source>A quotation mark is not closed.</source>
      <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
      <source>There are more fields than columns.</source>
      <translation>Es gibt mehr Felder als Spalten.</translation>
    </message>
    <message>
      <source>A line that names another model under “same_as” has a model and nothing else.</source>
      <translation>Eine Zeile, die unter „same_as“ ein anderes Modell nennt, enthält ein Modell und sonst nichts.</translation>
    </message>
    <message>
      <source>“%1” is named twice.</source>
      <translation>„%1“ ist doppelt genannt.</translation>
    </message>
    <message>
      <source>“%1” already has a price for this time in line %2.</source>
      <translation>„%1“ hat für diese Zeit schon einen Preis in Zeile %2.</translation>
    </message>
    <message>
      <source>%1, line %2: There is no model “%3” that “%4” could be another name of.</source>
      <translation>%1, Zeile %2: Es gibt kein Modell „%3“, für das „%4“ ein anderer Name sein könnte.</translation>
    </message>
    <message>
      <source>no model was recorded</source>
      <translation>es wurde kein Modell aufgezeichnet</translation>
    </message>
    <message>
      <source>%1 has no price on %2</source>
      <translation>%1 hat am %2 keinen Preis</translation>
    </message>
    <message>
      <source>%1 has no price</source>
      <translation>%1 hat keinen Preis</translation>
    </message>
    <message>
      <source>a negative number of tokens was recorded for %1</source>
      <translation>für %1 wurde eine negative Anzahl von Tokens aufgezeichnet</translation>
    </message>
    <message>
      <source>This changes the price of %1 more than three times. Is that right?</source>
      <translation>Damit ändert sich der Preis von %1 um mehr als das Dreifache. Stimmt das?</translation>
    </message>
    <message>
      <source>“%1” already has a price of yours for a part of this time. Give the day on which this one ends.</source>
      <translation>Für „%1“ gibt es in einem Teil dieser Zeit schon einen eigenen Preis. Geben Sie den Tag an, an dem dieser Preis endet.</translation>
    </message>
  </context>
  <context>
    <name>Process</name>
    <message>
      <source>The program %1 could not be started. Check that it is installed.</source>
      <translation>Das Programm %1 konnte nicht gestartet werden. Prüfen Sie, ob es installiert ist.</translation>
    </message>
    <message>
      <source>%1 was stopped.</source>
      <translation>%1 wurde angehalten.</translation>
    </message>
    <message>
      <source>%1 did not finish in time and was stopped.</source>
      <translation>%1 wurde nicht rechtzeitig fertig und wurde angehalten.</translation>
    </message>
    <message>
      <source>%1 ended unexpectedly.</source>
      <translation>%1 wurde unerwartet beendet.</translation>
    </message>
  </context>
  <context>
    <name>Profile</name>
    <message>
      <source>The file cannot be read: %1.</source>
      <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
      <source>The file is too large to be a profile.</source>
      <translation>Die Datei ist zu groß für ein Profil.</translation>
    </message>
    <message>
      <source>%1, line %2: %3</source>
      <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
      <source>“%1” is not usable: %2</source>
      <translation>„%1“ ist nicht verwendbar: %2</translation>
    </message>
    <message>
      <source>“id” is missing here: a column that tells one row from another is needed.</source>
      <translation>Hier fehlt „id“: Es braucht eine Spalte, die die Zeilen voneinander unterscheidet.</translation>
    </message>
    <message>
      <source>“time” should be the column that says when the row was written.</source>
      <translation>„time“ sollte die Spalte sein, die angibt, wann die Zeile geschrieben wurde.</translation>
    </message>
    <message>
      <source>“time_zone” should be a time zone such as UTC or Europe/Berlin.</source>
      <translation>„time_zone“ sollte eine Zeitzone wie UTC oder Europe/Berlin sein.</translation>
    </message>
    <message>
      <source>“status” needs “error_statuses” beside it: which words mean that a call failed.</source>
      <translation>„status“ braucht daneben „error_statuses“: welche Wörter bedeuten, dass ein Aufruf fehlgeschlagen ist.</translation>
    </message>
    <message>
      <source>“error_statuses” needs “status” beside it: where the words are found.</source>
      <translation>„error_statuses“ braucht daneben „status“: wo die Wörter zu finden sind.</translation>
    </message>
    <message>
      <source>Either “success” or “status” tells whether a call failed; both are given.</source>
      <translation>Ob ein Aufruf fehlgeschlagen ist, sagt entweder „success“ oder „status“; angegeben sind beide.</translation>
    </message>
    <message>
      <source>“kind” is missing here: lists of kinds need to know where the kind is found.</source>
      <translation>Hier fehlt „kind“: Listen von Arten müssen wissen, wo die Art zu finden ist.</translation>
    </message>
    <message>
      <source>“input_kinds” and “output_kinds” belong together, beside “tokens_total”.</source>
      <translation>„input_kinds“ und „output_kinds“ gehören zusammen, neben „tokens_total“.</translation>
    </message>
    <message>
      <source>“%1” cannot be both an input kind and an output kind.</source>
      <translation>„%1“ kann nicht zugleich Eingabe- und Ausgabeart sein.</translation>
    </message>
    <message>
      <source>“where” should be one condition without semicolons or comments, and with its quotes and brackets closed.</source>
      <translation>„where“ sollte eine einzige Bedingung sein, ohne Semikolons oder Kommentare und mit geschlossenen Anführungszeichen und Klammern.</translation>
    </message>
    <message>
      <source>“%1” is missing here; it is needed.</source>
      <translation>Hier fehlt „%1“; die Angabe ist erforderlich.</translation>
    </message>
    <message>
      <source>A target needs either “at_most” or “at_least”.</source>
      <translation>Ein Ziel braucht entweder „at_most“ oder „at_least“.</translation>
    </message>
    <message>
      <source>“path” should begin with a slash; the host belongs to the deployment.</source>
      <translation>„path“ sollte mit einem Schrägstrich beginnen; der Host gehört zum Deployment.</translation>
    </message>
    <message>
      <source>“pattern” should be a regular expression: %1.</source>
      <translation>„pattern“ sollte ein regulärer Ausdruck sein: %1.</translation>
    </message>
    <message>
      <source>There are two checklist items with the id “%1”.</source>
      <translation>Es gibt zwei Einträge der Checkliste mit der ID „%1“.</translation>
    </message>
    <message>
      <source>“status_page” should be an address that begins with https://.</source>
      <translation>„status_page“ sollte eine Adresse sein, die mit https:// beginnt.</translation>
    </message>
    <message>
      <source>“id” should be small letters, digits and dashes, such as my-app.</source>
      <translation>„id“ sollte aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen, etwa my-app.</translation>
    </message>
    <message>
      <source>“%1” should be a column.</source>
      <translation>„%1“ sollte eine Spalte sein.</translation>
    </message>
    <message>
      <source>“%1” should be one expression without semicolons or comments, and with its quotes and brackets closed.</source>
      <translation>„%1“ sollte ein einziger Ausdruck sein, ohne Semikolons oder Kommentare und mit geschlossenen Anführungszeichen und Klammern.</translation>
    </message>
    <message>
      <source>“documents” needs “document” beside it: the column that refers to the document.</source>
      <translation>„documents“ braucht daneben „document“: die Spalte, die auf das Dokument verweist.</translation>
    </message>
    <message>
      <source>“%1” is the chunk's own or the document's; both are given.</source>
      <translation>„%1“ gehört entweder zum Chunk oder zum Dokument; angegeben ist beides.</translation>
    </message>
    <message>
      <source>Either “tsvector” or “analysed” tells what is searched by words; both are given.</source>
      <translation>Was über Wörter durchsucht wird, sagt entweder „tsvector“ oder „analysed“; angegeben sind beide.</translation>
    </message>
    <message>
      <source>“analysed” needs “configuration” beside it, such as "english".</source>
      <translation>„analysed“ braucht daneben „configuration“, etwa "english".</translation>
    </message>
    <message>
      <source>A search needs either “function” or “statement”.</source>
      <translation>Eine Suche braucht entweder „function“ oder „statement“.</translation>
    </message>
    <message>
      <source>“%1” should be a constant such as "=0.7", or one of: %2.</source>
      <translation>„%1“ sollte eine Konstante wie "=0.7" sein oder eines von diesen: %2.</translation>
    </message>
    <message>
      <source>“%1” should be a grade from 0 to 10.</source>
      <translation>„%1“ sollte eine Note von 0 bis 10 sein.</translation>
    </message>
    <message>
      <source>Feedback needs “question”, “rating” and “grades”: what each rating says of the sources of an answer.</source>
      <translation>Feedback braucht „question“, „rating“ und „grades“: was jedes Rating über die Quellen einer Antwort aussagt.</translation>
    </message>
    <message>
      <source>A search needs a source, written [[retrieval.sources]].</source>
      <translation>Eine Suche braucht eine Quelle der Form [[retrieval.sources]].</translation>
    </message>
    <message>
      <source>There is no source “%1”.</source>
      <translation>Es gibt keine Quelle „%1“.</translation>
    </message>
    <message>
      <source>The key of a cached answer has to contain the question, written {text}.</source>
      <translation>Der Schlüssel einer behaltenen Antwort muss die Frage enthalten, geschrieben {text}.</translation>
    </message>
  </context>
  <context>
    <name>QObject</name>
    <message>
      <source>%1 of the target</source>
      <translation>%1 des Ziels</translation>
    </message>
    <message>
      <source>no reading</source>
      <translation>kein Messwert</translation>
    </message>
  </context>
  <context>
    <name>Question</name>
    <message>
      <source>The question's embedding has %1 dimensions, the chunks' have %2.</source>
      <translation>Das Embedding der Frage hat %1 Dimensionen, die der Chunks haben %2.</translation>
    </message>
    <message>
      <source>The question's embedding holds a value that is no finite number; the server refuses such a vector.</source>
      <translation>Das Embedding der Frage enthält einen Wert, der keine endliche Zahl ist; der Server lehnt einen solchen Vektor ab.</translation>
    </message>
    <message>
      <source>The question's embedding holds a value that halfvec cannot hold; the server refuses it.</source>
      <translation>Das Embedding der Frage enthält einen Wert, den halfvec nicht fassen kann; der Server lehnt es ab.</translation>
    </message>
    <message>
      <source>The snapshot has no embeddings; search its texts instead.</source>
      <translation>Der Schnappschuss enthält keine Embeddings; stattdessen seine Texte durchsuchen.</translation>
    </message>
    <message>
      <source>The chunk “%1” has no embedding, so nothing can be found that is like it.</source>
      <translation>Der Chunk „%1“ hat kein Embedding, daher lässt sich nichts Ähnliches finden.</translation>
    </message>
    <message>
      <source>The question was embedded with “%1”, the chunks with “%2”: such vectors cannot be compared.</source>
      <translation>Das Embedding der Frage stammt von „%1“, die der Chunks von „%2“: Solche Vektoren sind nicht vergleichbar.</translation>
    </message>
    <message>
      <source>No embedding of this question is recorded in the snapshot; give one, set up an embedding endpoint, or search the texts only.</source>
      <translation>Im Schnappschuss ist kein Embedding dieser Frage aufgezeichnet; eines angeben, einen Embedding-Endpunkt einrichten oder nur die Texte durchsuchen.</translation>
    </message>
    <message>
      <source>No embedding of this question by “%1” is recorded in the snapshot; give one, set up an embedding endpoint, or search the texts only.</source>
      <translation>Im Schnappschuss ist kein Embedding dieser Frage von „%1“ aufgezeichnet; eines angeben, einen Embedding-Endpunkt einrichten oder nur die Texte durchsuchen.</translation>
    </message>
    <message>
      <source>Asking the questions</source>
      <translation>Die Fragen werden gestellt</translation>
    </message>
  </context>
  <context>
    <name>RangeRequest</name>
    <message>
      <source>“%1” is not a time range. Write for example 24h, now-6h, yesterday, last month or 2026-11-01..07.</source>
      <translation>„%1“ ist kein Zeitraum. Schreiben Sie zum Beispiel 24h, now-6h, yesterday, last month oder 2026-11-01..07.</translation>
    </message>
    <message>
      <source>“%1” ends before it begins. Write the earlier time first.</source>
      <translation>„%1“ endet, bevor es beginnt. Schreiben Sie den früheren Zeitpunkt zuerst.</translation>
    </message>
  </context>
  <context>
    <name>RecordedQueries</name>
    <message>
      <source>The recorded questions of this snapshot cannot be read.</source>
      <translation>Die aufgezeichneten Fragen dieses Schnappschusses sind nicht lesbar.</translation>
    </message>
  </context>
  <context>
    <name>RelationPages</name>
    <message>
      <source>The index pages are cut off: %1 bytes are not a whole number of pages of 8,192.</source>
      <translation>Die Indexseiten sind abgeschnitten: %1 Bytes sind keine ganze Zahl von Seiten zu 8.192.</translation>
    </message>
  </context>
  <context>
    <name>Report</name>
    <message>
      <source>s</source>
      <translation>s</translation>
    </message>
    <message>
      <source>ms</source>
      <translation>ms</translation>
    </message>
    <message>
      <source>pp</source>
      <comment>percentage points</comment>
      <translation>PP</translation>
    </message>
    <message>
      <source>≥ %1</source>
      <extracomment>%1 is an amount of money; some of the calls have no known price</extracomment>
      <translation>≥ %1</translation>
    </message>
    <message>
      <source>the %1 deploy</source>
      <extracomment>completes "over the 2 s target since …"; %1 is a time</extracomment>
      <translation>dem Deploy von %1</translation>
    </message>
    <message>
      <source>Nothing has been read yet.</source>
      <translation>Es wurde noch nichts gelesen.</translation>
    </message>
    <message>
      <source>Not instrumented.</source>
      <translation>Nicht instrumentiert.</translation>
    </message>
    <message>
      <source>Not visible to this role.</source>
      <translation>Für diese Rolle nicht sichtbar.</translation>
    </message>
    <message>
      <source>read at %1</source>
      <translation>Stand %1</translation>
    </message>
    <message>
      <source>%1: %2 ms for %3 rows, %4 of them new</source>
      <extracomment>what the newest read of a table cost the server</extracomment>
      <translation>%1: %2 ms für %3 Zeilen, davon %4 neu</translation>
    </message>
  </context>
  <context>
    <name>ReportText</name>
    <message>
      <source>day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <source>calls</source>
      <translation>Aufrufe</translation>
    </message>
    <message>
      <source>so far</source>
      <translation>bisher</translation>
    </message>
    <message>
      <source>before the first row</source>
      <translation>vor der ersten Zeile</translation>
    </message>
    <message>
      <source>not read yet</source>
      <translation>noch nicht gelesen</translation>
    </message>
    <message>
      <source>%1 tokens without a price</source>
      <translation>%1 Tokens ohne Preis</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <source>share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <source>change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <source>per 1,000</source>
      <translation>pro 1.000</translation>
    </message>
    <message numerus="yes">
      <source>… %n more</source>
      <translation>
        <numerusform>… %n weitere</numerusform>
        <numerusform>… %n weitere</numerusform>
      </translation>
    </message>
    <message>
      <source>Total</source>
      <translation>Summe</translation>
    </message>
    <message>
      <source>Forecast</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <source>%1 will cost %2 (so far %3), with 80 % certainty between %4 and %5.</source>
      <translation>%1 wird %2 kosten (bisher %3), mit 80 % Sicherheit zwischen %4 und %5.</translation>
    </message>
    <message>
      <source>Still to come in %1: %2, with 80 % certainty between %3 and %4.</source>
      <translation>Noch ausstehend im %1: %2, mit 80 % Sicherheit zwischen %3 und %4.</translation>
    </message>
    <message>
      <source>by model</source>
      <translation>nach Modell</translation>
    </message>
    <message>
      <source>by tool</source>
      <translation>nach Tool</translation>
    </message>
    <message>
      <source>by kind</source>
      <translation>nach Art</translation>
    </message>
    <message>
      <source>class</source>
      <translation>Klasse</translation>
    </message>
    <message>
      <source>errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>count</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>users</source>
      <translation>Nutzer</translation>
    </message>
    <message>
      <source>message</source>
      <translation>Meldung</translation>
    </message>
    <message>
      <source>first</source>
      <translation>erste</translation>
    </message>
    <message>
      <source>last</source>
      <translation>letzte</translation>
    </message>
    <message>
      <source>since deploy</source>
      <translation>seit Deploy</translation>
    </message>
    <message>
      <source>Groups of equal messages</source>
      <translation>Gruppen gleicher Meldungen</translation>
    </message>
    <message>
      <source>operation</source>
      <translation>Operation</translation>
    </message>
    <message>
      <source>target</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <source>few</source>
      <translation>wenige</translation>
    </message>
    <message>
      <source>Operations</source>
      <translation>Operationen</translation>
    </message>
    <message>
      <source>up to %1</source>
      <translation>bis %1</translation>
    </message>
    <message>
      <source>Over target</source>
      <translation>Über Ziel</translation>
    </message>
    <message>
      <source>%1, since %2 (%3)</source>
      <translation>%1, seit %2 (%3)</translation>
    </message>
    <message numerus="yes">
      <source>last %n h</source>
      <translation>
        <numerusform>letzte %n h</numerusform>
        <numerusform>letzte %n h</numerusform>
      </translation>
    </message>
    <message>
      <source>now</source>
      <translation>jetzt</translation>
    </message>
    <message>
      <source>in target</source>
      <translation>im Ziel</translation>
    </message>
    <message>
      <source>Health</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>last answer</source>
      <translation>letzte Antwort</translation>
    </message>
    <message>
      <source>next try</source>
      <translation>nächster Versuch</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Quellen</translation>
    </message>
    <message>
      <source>%1 to %2, %3</source>
      <translation>%1 bis %2, %3</translation>
    </message>
    <message>
      <source>Read %1.</source>
      <translation>Gelesen %1.</translation>
    </message>
    <message>
      <source>Never read.</source>
      <translation>Nie gelesen.</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>Ereignisse</translation>
    </message>
    <message>
      <source>Worth knowing</source>
      <translation>Gut zu wissen</translation>
    </message>
  </context>
  <context>
    <name>Retrieval</name>
    <message>
      <source>%1 %2 #%3</source>
      <extracomment>a leg's score and rank in a list: "cos 0.812 #1"</extracomment>
      <translation>%1 %2 #%3</translation>
    </message>
    <message>
      <source>exact %1</source>
      <comment>exact search by an operator</comment>
      <translation>exakt %1</translation>
    </message>
    <message>
      <source>bit-identical</source>
      <translation>bitgleich</translation>
    </message>
    <message>
      <source>same order</source>
      <translation>gleiche Reihenfolge</translation>
    </message>
    <message>
      <source>statistical</source>
      <translation>statistisch</translation>
    </message>
    <message>
      <source>%1 p. %2</source>
      <comment>section and page</comment>
      <translation>%1 S. %2</translation>
    </message>
    <message>
      <source>Searched by words only. %1</source>
      <translation>Nur über Wörter gesucht. %1</translation>
    </message>
    <message>
      <source>no score</source>
      <translation>kein Score</translation>
    </message>
    <message>
      <source>%1. %2 %3, score %4, %5</source>
      <extracomment>for screen readers: rank, title, place, score, parts</extracomment>
      <translation>%1. %2 %3, Score %4, %5</translation>
    </message>
    <message>
      <source>a chunk without a key</source>
      <translation>ein Chunk ohne Schlüssel</translation>
    </message>
    <message>
      <source>not in the snapshot</source>
      <translation>nicht im Schnappschuss</translation>
    </message>
    <message>
      <source>%1. %2 %3, score %4</source>
      <translation>%1. %2 %3, Score %4</translation>
    </message>
    <message>
      <source>“%1” is no way to search. Write exact, hnsw, ivfflat, text, bm25 or hybrid.</source>
      <translation>„%1“ ist keine Suchart. Möglich sind exact, hnsw, ivfflat, text, bm25 oder hybrid.</translation>
    </message>
    <message>
      <source>--%1 takes a number from 1 on, and “%2” is none.</source>
      <translation>--%1 nimmt eine Zahl ab 1 an, und „%2“ ist keine.</translation>
    </message>
    <message>
      <source>--set takes KEY=VALUE, such as k=50, and “%1” is not that.</source>
      <translation>--set nimmt KEY=VALUE an, etwa k=50, und „%1“ hat nicht diese Form.</translation>
    </message>
    <message>
      <source>%1 ms</source>
      <translation>%1 ms</translation>
    </message>
    <message>
      <source>Not looked at</source>
      <translation>Nicht geprüft</translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s)</source>
      <translation>
        <numerusform>%n Chunk</numerusform>
        <numerusform>%n Chunks</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing is wrong with what was looked at.</source>
      <translation>An dem, was geprüft wurde, ist nichts auszusetzen.</translation>
    </message>
    <message>
      <source>There is no chunk to look at.</source>
      <translation>Es gibt keinen Chunk zu prüfen.</translation>
    </message>
    <message>
      <source>chunk</source>
      <translation>Chunk</translation>
    </message>
    <message>
      <source>score</source>
      <translation>Score</translation>
    </message>
    <message>
      <source>parts</source>
      <translation>Teile</translation>
    </message>
    <message>
      <source>text</source>
      <translation>Text</translation>
    </message>
    <message numerus="yes">
      <source>Nothing was found: %n chunk(s) passed the filters.</source>
      <translation>
        <numerusform>Nichts gefunden: %n Chunk hat die Filter passiert.</numerusform>
        <numerusform>Nichts gefunden: %n Chunks haben die Filter passiert.</numerusform>
      </translation>
    </message>
    <message>
      <source>%1, %2. %3</source>
      <translation>%1, %2. %3</translation>
    </message>
    <message>
      <source>  similarity %1, exact rank %2</source>
      <translation>  Ähnlichkeit %1, exakter Rang %2</translation>
    </message>
    <message>
      <source>  distance %1, exact rank %2</source>
      <translation>  Distanz %1, exakter Rang %2</translation>
    </message>
    <message>
      <source>  %1 = %2, rank %3</source>
      <translation>  %1 = %2, Rang %3</translation>
    </message>
    <message>
      <source>    %1: %2 × in the chunk, in %3 chunks, adds %4</source>
      <translation>    %1: %2 × im Chunk, in %3 Chunks, trägt %4 bei</translation>
    </message>
    <message>
      <source>  page %1, characters %2 to %3</source>
      <translation>  Seite %1, Zeichen %2 bis %3</translation>
    </message>
    <message>
      <source>  page %1</source>
      <translation>  Seite %1</translation>
    </message>
    <message>
      <source>  “%1” is cited but not there.</source>
      <translation>  „%1“ ist zitiert, aber nicht vorhanden.</translation>
    </message>
    <message>
      <source>  “%1” is there word for word.</source>
      <translation>  „%1“ ist wörtlich vorhanden.</translation>
    </message>
    <message>
      <source>  The words of “%1” are there, written differently.</source>
      <translation>  Die Wörter von „%1“ sind vorhanden, aber anders geschrieben.</translation>
    </message>
    <message>
      <source>  %1 It then has rank %2: %3</source>
      <translation>  %1 Der Rang ist dann %2: %3</translation>
    </message>
    <message>
      <source>  together: %1 %2</source>
      <translation>  zusammen: %1 %2</translation>
    </message>
    <message>
      <source>  No setting brings it back.</source>
      <translation>  Keine Einstellung bringt ihn zurück.</translation>
    </message>
    <message>
      <source>measure</source>
      <translation>Maß</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>Mittel</translation>
    </message>
    <message numerus="yes">
      <source>%n judged question(s).</source>
      <translation>
        <numerusform>%n bewertete Frage.</numerusform>
        <numerusform>%n bewertete Fragen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n question(s) without judgements left out.</source>
      <translation>
        <numerusform>%n Frage ohne Bewertungen ausgelassen.</numerusform>
        <numerusform>%n Fragen ohne Bewertungen ausgelassen.</numerusform>
      </translation>
    </message>
    <message>
      <source>setting</source>
      <translation>Einstellung</translation>
    </message>
    <message>
      <source>value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <source>worst</source>
      <translation>schlechtester</translation>
    </message>
    <message>
      <source>nDCG</source>
      <translation>nDCG</translation>
    </message>
    <message>
      <source>visited</source>
      <translation>besucht</translation>
    </message>
    <message>
      <source>rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <source>None of these settings reaches the wanted recall.</source>
      <translation>Keine dieser Einstellungen erreicht den gewünschten Recall.</translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) imported, %1 of them with an embedding.</source>
      <translation>
        <numerusform>%n Chunk importiert, davon %1 mit Embedding.</numerusform>
        <numerusform>%n Chunks importiert, davon %1 mit Embedding.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n question(s), %1 judgements.</source>
      <translation>
        <numerusform>%n Frage, %1 Bewertungen.</numerusform>
        <numerusform>%n Fragen, %1 Bewertungen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Nothing was found: %n chunk(s) passed the filters, but none the threshold.</source>
      <translation>
        <numerusform>Nichts gefunden: %n Chunk kam durch die Filter, aber keiner über die Schwelle.</numerusform>
        <numerusform>Nichts gefunden: %n Chunks kamen durch die Filter, aber keiner über die Schwelle.</numerusform>
      </translation>
    </message>
    <message>
      <source>not a number</source>
      <translation>keine Zahl</translation>
    </message>
    <message>
      <source>%1 says %2, was #%3</source>
      <translation>%1 sagt %2, war #%3</translation>
    </message>
    <message>
      <source>None of the candidates has text that %1 could read.</source>
      <translation>Keiner der Kandidaten hat Text, den %1 lesen könnte.</translation>
    </message>
    <message>
      <source>Production and the search have it at rank %1; only the reranker put it below the limit.</source>
      <translation>Produktion und Suche haben ihn auf Rang %1; erst der Reranker hat ihn unter die Grenze gesetzt.</translation>
    </message>
    <message>
      <source>Neither production nor the search returns it: the search has it at rank %1, and only the reranker put it at rank %2.</source>
      <translation>Weder die Produktion noch die Suche gibt ihn zurück: Die Suche hat ihn auf Rang %1, und erst der Reranker hat ihn auf Rang %2 gesetzt.</translation>
    </message>
    <message>
      <source>Production and the search have it at rank %1; only the reranker moved it, to rank %2.</source>
      <translation>Produktion und Suche haben ihn auf Rang %1; erst der Reranker hat ihn verschoben, auf Rang %2.</translation>
    </message>
    <message>
      <source>%1 Then the reranker moved it from rank %2 to rank %3.</source>
      <comment>after a whole sentence</comment>
      <translation>%1 Dann hat ihn der Reranker von Rang %2 auf Rang %3 gesetzt.</translation>
    </message>
    <message>
      <source>rerank %1, was #%2</source>
      <extracomment>in a list: what a reranker said and the rank before it</extracomment>
      <translation>Reranker %1, war #%2</translation>
    </message>
    <message>
      <source>no text to rerank, was #%1</source>
      <translation>kein Text zum Ordnen, war #%1</translation>
    </message>
    <message>
      <source>  reranked: %1, from rank %2 to rank %3</source>
      <translation>  neu geordnet: %1, von Rang %2 auf Rang %3</translation>
    </message>
    <message>
      <source>  not judged by the reranker, which reads text: from rank %1 to rank %2</source>
      <translation>  vom Reranker nicht beurteilt, der Text liest: von Rang %1 auf Rang %2</translation>
    </message>
  </context>
  <context>
    <name>RetrievalSweep</name>
    <message>
      <source>%1 and %2</source>
      <comment>two settings</comment>
      <translation>%1 und %2</translation>
    </message>
    <message>
      <source>%1 of a new index</source>
      <translation>%1 eines neuen Index</translation>
    </message>
    <message>
      <source>Half precision in a new index</source>
      <translation>Halbe Genauigkeit in einem neuen Index</translation>
    </message>
    <message>
      <source>Threshold of similarity</source>
      <translation>Schwelle der Ähnlichkeit</translation>
    </message>
    <message>
      <source>Number of results</source>
      <translation>Anzahl der Ergebnisse</translation>
    </message>
    <message>
      <source>Constant k of the fusion</source>
      <translation>Konstante k der Fusion</translation>
    </message>
    <message>
      <source>Weight of the vectors</source>
      <translation>Gewicht der Vektoren</translation>
    </message>
    <message>
      <source>An index of half precision</source>
      <translation>Ein Index mit halber Genauigkeit</translation>
    </message>
    <message>
      <source>An index of full precision</source>
      <translation>Ein Index mit voller Genauigkeit</translation>
    </message>
    <message>
      <source>%1 %2</source>
      <extracomment>a setting and its value</extracomment>
      <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
      <source>A threshold of %1 keeps a recall of %2 and returns %3 rows in the mean; %n question(s) get nothing.</source>
      <translation>
        <numerusform>Eine Schwelle von %1 behält einen Recall von %2 und gibt im Mittel %3 Zeilen zurück; %n Frage bekommt nichts.</numerusform>
        <numerusform>Eine Schwelle von %1 behält einen Recall von %2 und gibt im Mittel %3 Zeilen zurück; %n Fragen bekommen nichts.</numerusform>
      </translation>
    </message>
    <message>
      <source>%1 is what is set already: no other value that was tried has a better nDCG than %2.</source>
      <translation>%1 ist schon eingestellt: kein anderer versuchter Wert hat ein besseres nDCG als %2.</translation>
    </message>
    <message>
      <source>%1 has an nDCG of %2 (now %3).</source>
      <translation>%1 hat ein nDCG von %2 (jetzt %3).</translation>
    </message>
    <message>
      <source>%1 has an nDCG of %2.</source>
      <translation>%1 hat ein nDCG von %2.</translation>
    </message>
    <message>
      <source>%1 is what production has already: a recall of %2 at a p95 of %3, %4 rows returned in the mean.</source>
      <translation>%1 hat die Produktion schon: einen Recall von %2 bei einem p95 von %3, im Mittel %4 Zeilen.</translation>
    </message>
    <message>
      <source>%1 reaches a recall of %2 (now %3) at a p95 of %4 (now %5) and returns %6 rows in the mean.</source>
      <translation>%1 erreicht einen Recall von %2 (jetzt %3) bei einem p95 von %4 (jetzt %5) und gibt im Mittel %6 Zeilen zurück.</translation>
    </message>
    <message>
      <source>%1 reaches a recall of %2 at a p95 of %3 and returns %4 rows in the mean.</source>
      <translation>%1 erreicht einen Recall von %2 bei einem p95 von %3 und gibt im Mittel %4 Zeilen zurück.</translation>
    </message>
    <message>
      <source>An index like this takes %1 and about %2 to build; %3 of maintenance_work_mem keep the build in memory.</source>
      <translation>Ein solcher Index belegt %1, sein Aufbau dauert etwa %2; mit %3 maintenance_work_mem bleibt der Aufbau im Speicher.</translation>
    </message>
    <message>
      <source>Without judged questions nothing says which value is better.</source>
      <translation>Ohne bewertete Fragen sagt nichts, welcher Wert besser ist.</translation>
    </message>
    <message>
      <source>No setting that was tried reaches a recall of %1 for every user.</source>
      <translation>Keine versuchte Einstellung erreicht für jeden Benutzer einen Recall von %1.</translation>
    </message>
    <message>
      <source>No setting that was tried reaches a recall of %1.</source>
      <translation>Keine der probierten Einstellungen erreicht einen Recall von %1.</translation>
    </message>
  </context>
  <context>
    <name>SampleCorpus</name>
    <message>
      <source>The file “%1” cannot be read.</source>
      <translation>Die Datei „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
      <source>The sample corpus is not here: this program was built without the PostgreSQL manual. Install the package postgresql-doc-15 (or that of another version) and build again.</source>
      <translation>Der Beispielkorpus ist nicht vorhanden: Dieses Programm wurde ohne das PostgreSQL-Handbuch gebaut. Das Paket postgresql-doc-15 (oder das einer anderen Version) installieren und neu bauen.</translation>
    </message>
    <message>
      <source>“%1” does not hold the PostgreSQL manual: its index.html leads to no other page.</source>
      <translation>„%1“ enthält nicht das PostgreSQL-Handbuch: Von seiner index.html führt kein Weg zu einer anderen Seite.</translation>
    </message>
    <message>
      <source>Line %1 of the judgements names no query, page, anchor and grade.</source>
      <translation>Zeile %1 der Bewertungen nennt nicht Frage, Seite, Anker und Note.</translation>
    </message>
    <message>
      <source>Line %1 of the judgements: there is no chunk of “%2#%3” with “%4”.</source>
      <translation>Zeile %1 der Bewertungen: Es gibt keinen Chunk von „%2#%3“ mit „%4“.</translation>
    </message>
    <message>
      <source>”, “</source>
      <comment>between two words in quotation marks</comment>
      <translation>“, „</translation>
    </message>
  </context>
  <context>
    <name>SaveFile</name>
    <message>
      <source>%1 cannot be written; what was there is unchanged. Check that the disk is not full and that you may write there.</source>
      <translation>%1 kann nicht geschrieben werden; was dort war, ist unverändert. Prüfen Sie, ob die Platte voll ist und ob Sie dort schreiben dürfen.</translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message>
      <source>%1 %2</source>
      <comment>two sentences, one after the other</comment>
      <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) that the index gave out are not in the snapshot.</source>
      <translation>
        <numerusform>%n Zeile, die der Index lieferte, fehlt im Schnappschuss.</numerusform>
        <numerusform>%n Zeilen, die der Index lieferte, fehlen im Schnappschuss.</numerusform>
      </translation>
    </message>
    <message>
      <source>The index gave out %1 rows and the filter took %2 of them afterwards, so only %3 of %4 were returned.</source>
      <translation>Der Index lieferte %1 Zeilen, und der Filter verwarf danach %2 davon, daher wurden nur %3 von %4 zurückgegeben.</translation>
    </message>
    <message>
      <source>The threshold applies to the similarity of the vector leg; a fused score is never more than %1.</source>
      <translation>Die Schwelle gilt für die Ähnlichkeit des Vektorzweigs; ein fusionierter Score ist nie größer als %1.</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <source>Filters</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Vectors</source>
      <translation>Vektoren</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Fusion</source>
      <translation>Fusion</translation>
    </message>
    <message>
      <source>A limit of 0 returns nothing.</source>
      <translation>Ein Limit von 0 gibt nichts zurück.</translation>
    </message>
    <message>
      <source>The candidates are production's own, bit for bit; their order is what %1 said of them, and it may say otherwise another time.</source>
      <translation>Die Kandidaten sind Bit für Bit die der Produktion; ihre Reihenfolge ist, was %1 von ihnen sagte, und es kann ein andermal anders urteilen.</translation>
    </message>
    <message>
      <source>The candidates are production's own; their order is what %1 said of them, and it may say otherwise another time.</source>
      <translation>Die Kandidaten sind die der Produktion; ihre Reihenfolge ist, was %1 von ihnen sagte, und es kann ein andermal anders urteilen.</translation>
    </message>
    <message>
      <source>The candidates are those of the offline search, which may differ from production's; their order is what %1 said of them.</source>
      <translation>Die Kandidaten sind die der Offline-Suche, die von denen der Produktion abweichen können; ihre Reihenfolge ist, was %1 von ihnen sagte.</translation>
    </message>
    <message>
      <source>%1 did not give one score to each of the %2 candidates, so its order is not used.</source>
      <translation>%1 gab nicht jedem der %2 Kandidaten einen Wert, deshalb wird seine Reihenfolge nicht verwendet.</translation>
    </message>
    <message numerus="yes">
      <source>Raise the limit from %1 to %2, with the same %n candidate(s).</source>
      <translation>
        <numerusform>Die Grenze von %1 auf %2 anheben, mit demselben %n Kandidaten.</numerusform>
        <numerusform>Die Grenze von %1 auf %2 anheben, mit denselben %n Kandidaten.</numerusform>
      </translation>
    </message>
    <message>
      <source>It has no text that %1 could judge, so it comes after all that have one, at rank %2 of %3; the limit is %4.</source>
      <translation>Er hat keinen Text, den %1 beurteilen könnte, und kommt daher nach allen, die einen haben, auf Rang %2 von %3; die Grenze ist %4.</translation>
    </message>
    <message>
      <source>%1 gave it %2, as much as the last row returned, which the search had further up: it has rank %3, and the limit is %4.</source>
      <translation>%1 hat ihm %2 gegeben, so viel wie der letzten zurückgegebenen Zeile, die bei der Suche weiter oben stand: Er hat Rang %3, und die Grenze ist %4.</translation>
    </message>
    <message>
      <source>%1 gave it %2, which is rank %3 of %4; the limit is %5, and the last row returned has %6. The search had it at rank %7.</source>
      <translation>%1 hat ihm %2 gegeben, das ist Rang %3 von %4; die Grenze ist %5, und die letzte zurückgegebene Zeile hat %6. Die Suche hatte ihn auf Rang %7.</translation>
    </message>
    <message>
      <source>It is in the answer, at rank %1: %2 gave it %3, and the search had it at rank %4.</source>
      <translation>Er ist in der Antwort, auf Rang %1: %2 hat ihm %3 gegeben, und die Suche hatte ihn auf Rang %4.</translation>
    </message>
    <message>
      <source>It is in the answer, at rank %1, without text that %2 could judge; the search had it at rank %3.</source>
      <translation>Er ist in der Antwort, auf Rang %1, ohne Text, den %2 beurteilen könnte; die Suche hatte ihn auf Rang %3.</translation>
    </message>
    <message>
      <source>Give the reranker %1 candidates instead of %2.</source>
      <translation>Dem Reranker %1 Kandidaten statt %2 geben.</translation>
    </message>
    <message>
      <source>%1 It is candidate %2 then, and %3 still decides whether it is returned.</source>
      <comment>after a whole sentence</comment>
      <translation>%1 Dann ist er Kandidat %2, und %3 entscheidet noch, ob er zurückgegeben wird.</translation>
    </message>
    <message numerus="yes">
      <source>It is not among the %n candidate(s) that %1 was given. %2</source>
      <comment>followed by a whole sentence</comment>
      <translation>
        <numerusform>Er ist nicht der eine Kandidat, den %1 bekommen hat. %2</numerusform>
        <numerusform>Er ist nicht unter den %n Kandidaten, die %1 bekommen hat. %2</numerusform>
      </translation>
    </message>
    <message>
      <source>What is like a chunk was asked for, and no words, so the text search finds nothing.</source>
      <translation>Gefragt war, was einem Chunk ähnelt, und keine Wörter; die Textsuche findet daher nichts.</translation>
    </message>
    <message>
      <source>The question holds no word that is searched for (stop words, signs and words of more than 2,046 bytes are not), so the text search finds nothing.</source>
      <translation>Die Frage enthält kein Wort, nach dem gesucht wird (Stoppwörter, Zeichen und Wörter über 2.046 Byte zählen nicht); die Textsuche findet daher nichts.</translation>
    </message>
    <message>
      <source>No similarity is a number, as when the question's embedding is all zeros: the order is chance, in production too.</source>
      <translation>Keine Ähnlichkeit ist eine Zahl, wie bei einem Embedding der Frage aus lauter Nullen: Die Reihenfolge ist Zufall, auch in der Produktion.</translation>
    </message>
    <message numerus="yes">
      <source>Of %n row(s) the similarity is no number, because their embedding is all zeros; that passes every threshold, in production too.</source>
      <translation>
        <numerusform>Von %n Zeile ist die Ähnlichkeit keine Zahl, weil ihr Embedding aus lauter Nullen besteht; das passiert jeden Schwellenwert, auch in der Produktion.</numerusform>
        <numerusform>Von %n Zeilen ist die Ähnlichkeit keine Zahl, weil ihr Embedding aus lauter Nullen besteht; das passiert jeden Schwellenwert, auch in der Produktion.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SearchSettings</name>
    <message>
      <source>The search setting “%1” cannot be used: %2</source>
      <translation>Die Sucheinstellung „%1“ ist nicht verwendbar: %2</translation>
    </message>
    <message>
      <source>it must be one of %1.</source>
      <translation>sie muss eines von diesen sein: %1.</translation>
    </message>
    <message>
      <source>it must be a number from %1 to %2.</source>
      <translation>sie muss eine Zahl von %1 bis %2 sein.</translation>
    </message>
    <message>
      <source>it must be true or false.</source>
      <translation>sie muss true oder false sein.</translation>
    </message>
    <message>
      <source>it must be a text.</source>
      <translation>sie muss ein Text sein.</translation>
    </message>
    <message>
      <source>it must be a list of texts.</source>
      <translation>sie muss eine Liste von Texten sein.</translation>
    </message>
    <message>
      <source>it must be an object.</source>
      <translation>sie muss ein Objekt sein.</translation>
    </message>
    <message>
      <source>there is no such setting.</source>
      <translation>eine solche Einstellung gibt es nicht.</translation>
    </message>
    <message>
      <source>it must be four numbers, none above 1, for D, C, B and A.</source>
      <translation>sie muss aus vier Zahlen für D, C, B und A bestehen, keine über 1.</translation>
    </message>
    <message>
      <source>The search settings are not a JSON object.</source>
      <translation>Die Sucheinstellungen sind kein JSON-Objekt.</translation>
    </message>
  </context>
  <context>
    <name>SecretStore</name>
    <message>
      <source>The keychain has no secret for this deployment. Enter it once more.</source>
      <translation>Der Schlüsselbund enthält kein Geheimnis für dieses Deployment. Geben Sie es noch einmal ein.</translation>
    </message>
    <message>
      <source>The keychain is locked. Unlock it, or enter the secret for this run.</source>
      <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn, oder geben Sie das Geheimnis für diese Sitzung ein.</translation>
    </message>
    <message>
      <source>This desktop has no keychain that answers. Enter the secret for this run, or keep it in ~/.pgpass or in an environment variable.</source>
      <translation>Auf diesem Desktop antwortet kein Schlüsselbund. Geben Sie das Geheimnis für diese Sitzung ein, oder legen Sie es in ~/.pgpass oder in einer Umgebungsvariablen ab.</translation>
    </message>
    <message>
      <source>The environment variable %1 is not set in this session. Set it before starting Quarterdeck.</source>
      <translation>Die Umgebungsvariable %1 ist in dieser Sitzung nicht gesetzt. Setzen Sie sie, bevor Sie Quarterdeck starten.</translation>
    </message>
    <message>
      <source>A secret should be kept as keychain, env:NAME, pgpass or none.</source>
      <translation>Ein Geheimnis sollte als keychain, env:NAME, pgpass oder none abgelegt sein.</translation>
    </message>
  </context>
  <context>
    <name>Snapshot</name>
    <message>
      <source>The snapshot “%1” is damaged or cut off; take it again.</source>
      <translation>Der Schnappschuss „%1“ ist beschädigt oder abgeschnitten; nehmen Sie ihn neu auf.</translation>
    </message>
    <message>
      <source>The snapshot “%1” was written by a newer Quarterdeck; update to open it.</source>
      <translation>Der Schnappschuss „%1“ stammt von einem neueren Quarterdeck; aktualisieren Sie, um ihn zu öffnen.</translation>
    </message>
    <message>
      <source>There is no snapshot file “%1”.</source>
      <translation>Es gibt keine Schnappschussdatei „%1“.</translation>
    </message>
    <message>
      <source>The snapshot file “%1” cannot be read.</source>
      <translation>Die Schnappschussdatei „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
      <source>The snapshot file “%1” cannot be mapped.</source>
      <translation>Die Schnappschussdatei „%1“ lässt sich nicht einblenden.</translation>
    </message>
    <message>
      <source>The file “%1” belongs to another snapshot than “%2”.</source>
      <translation>Die Datei „%1“ gehört zu einem anderen Schnappschuss als „%2“.</translation>
    </message>
    <message>
      <source>The snapshot “%1” holds no “%2”.</source>
      <translation>Der Schnappschuss „%1“ enthält kein „%2“.</translation>
    </message>
    <message>
      <source>The file “%1” is no snapshot of Quarterdeck.</source>
      <translation>Die Datei „%1“ ist kein Snapshot von Quarterdeck.</translation>
    </message>
    <message>
      <source>The snapshot “%1” was written by an earlier Quarterdeck in a form that is no longer read; delete it and take it again.</source>
      <translation>Der Snapshot „%1“ wurde von einem früheren Quarterdeck in einer Form geschrieben, die nicht mehr gelesen wird; löschen Sie ihn und nehmen Sie ihn neu auf.</translation>
    </message>
  </context>
  <context>
    <name>SnapshotWriter</name>
    <message>
      <source>The snapshot file “%1” could not be written; what was there before is unchanged.</source>
      <translation>Die Schnappschussdatei „%1“ konnte nicht geschrieben werden; was vorher dort war, ist unverändert.</translation>
    </message>
    <message>
      <source>Another Quarterdeck is writing the snapshot “%1”.</source>
      <translation>Ein anderes Quarterdeck schreibt den Schnappschuss „%1“.</translation>
    </message>
    <message>
      <source>The snapshot “%1” changed while it was opened.</source>
      <translation>Der Schnappschuss „%1“ änderte sich beim Öffnen.</translation>
    </message>
    <message>
      <source>An embedding of %1 bytes does not fit a snapshot of %2 dimensions.</source>
      <translation>Ein Embedding von %1 Bytes passt nicht zu einem Schnappschuss mit %2 Dimensionen.</translation>
    </message>
    <message>
      <source>A row of %1 columns does not fit a snapshot of %2.</source>
      <translation>Eine Zeile mit %1 Spalten passt nicht zu einem Schnappschuss mit %2.</translation>
    </message>
    <message>
      <source>A value of column “%1” is of another kind than the snapshot's.</source>
      <translation>Ein Wert der Spalte „%1“ ist von anderer Art als im Schnappschuss.</translation>
    </message>
    <message>
      <source>The snapshot “%1” cannot be written: its folder is missing or closed to you.</source>
      <translation>Der Schnappschuss „%1“ kann nicht geschrieben werden: Sein Ordner fehlt oder ist nicht zugänglich.</translation>
    </message>
    <message>
      <source>The snapshot “%1” cannot be written: no file could be made in its folder. Is its disk full?</source>
      <translation>Der Snapshot „%1“ kann nicht geschrieben werden: In seinem Ordner ließ sich keine Datei anlegen. Ist der Datenträger voll?</translation>
    </message>
  </context>
  <context>
    <name>Startup</name>
    <message>
      <source>There is no display for the window here. “quarterdeck show overview” says the same in words, “quarterdeck capture DIR” in pictures.</source>
      <translation>Hier gibt es keine Anzeige für das Fenster. „quarterdeck show overview“ sagt dasselbe in Worten, „quarterdeck capture DIR“ in Bildern.</translation>
    </message>
  </context>
  <context>
    <name>State</name>
    <message>
      <source>ok</source>
      <translation>ok</translation>
    </message>
    <message>
      <source>warning</source>
      <translation>Warnung</translation>
    </message>
    <message>
      <source>failing</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <source>needs a person</source>
      <translation>manuell zu prüfen</translation>
    </message>
  </context>
  <context>
    <name>Statement</name>
    <message>
      <source>The SQL needs a value for “%1”, and none was given.</source>
      <translation>Das SQL braucht einen Wert für „%1“, es wurde aber keiner angegeben.</translation>
    </message>
  </context>
  <context>
    <name>Sweep</name>
    <message>
      <source>There are no questions to try settings with.</source>
      <translation>Es gibt keine Fragen, mit denen sich Einstellungen durchprobieren ließen.</translation>
    </message>
    <message>
      <source>Trying settings</source>
      <translation>Einstellungen werden durchprobiert</translation>
    </message>
    <message>
      <source>The snapshot has no embeddings.</source>
      <translation>Der Schnappschuss enthält keine Embeddings.</translation>
    </message>
    <message>
      <source>Size: one entry of %1 bytes per row in the pages of %2 lists, with the last page of each list counted whole. Time: %3 comparisons (rows sampled and all rows against every centre) at what one takes on this computer.</source>
      <translation>Größe: je Zeile ein Eintrag von %1 Bytes auf den Seiten von %2 Listen, die letzte Seite jeder Liste voll gezählt. Zeit: %3 Vergleiche (Zeilen der Stichprobe und alle Zeilen mit jedem Zentrum), jeder so lang wie auf diesem Computer.</translation>
    </message>
    <message>
      <source>Size: an element of %1 bytes and %2 links per row on pgvector's pages. Time: %3 rows were inserted here in %4 s; scaled to %5 rows with their logarithm, and times %6, which is what one process of pgvector takes longer.</source>
      <translation>Größe: je Zeile ein Element von %1 Bytes und %2 Verbindungen auf den Seiten von pgvector. Zeit: %3 Zeilen wurden hier in %4 s eingefügt; mit ihrem Logarithmus auf %5 Zeilen hochgerechnet, und mal %6, denn so viel länger braucht ein einzelner Prozess von pgvector.</translation>
    </message>
    <message>
      <source>Comparing questions with chunks</source>
      <translation>Fragen werden mit Chunks verglichen</translation>
    </message>
    <message>
      <source>threshold</source>
      <translation>Schwelle</translation>
    </message>
    <message>
      <source>weight of the vectors</source>
      <translation>Gewicht der Vektoren</translation>
    </message>
    <message>
      <source>%1 %2</source>
      <comment>a setting and its value</comment>
      <translation>%1 %2</translation>
    </message>
    <message>
      <source>%1 is what production has already: a recall of %2 at %3 ms.</source>
      <translation>%1 hat die Produktion bereits: ein Recall von %2 bei %3 ms.</translation>
    </message>
    <message>
      <source>%1 reaches a recall of %2 (now %3) at %4 ms (now %5 ms).</source>
      <translation>%1 erreicht einen Recall von %2 (jetzt %3) bei %4 ms (jetzt %5 ms).</translation>
    </message>
    <message>
      <source>%1 reaches a recall of %2 at %3 ms.</source>
      <translation>%1 erreicht einen Recall von %2 bei %3 ms.</translation>
    </message>
  </context>
  <context>
    <name>Toml</name>
    <message>
      <source>This is not valid TOML: %1.</source>
      <translation>Das ist kein gültiges TOML: %1.</translation>
    </message>
    <message>
      <source>“%1” should be %2.</source>
      <translation>„%1“ sollte %2 sein.</translation>
    </message>
    <message>
      <source>text in double quotes</source>
      <translation>ein Text in doppelten Anführungszeichen</translation>
    </message>
    <message>
      <source>“%1” contains a NUL character, which no name can.</source>
      <translation>„%1“ enthält ein NUL-Zeichen, was in keinem Namen erlaubt ist.</translation>
    </message>
    <message>
      <source>“%1” is missing here; it is needed.</source>
      <translation>Hier fehlt „%1“; die Angabe ist erforderlich.</translation>
    </message>
    <message>
      <source>a list of texts, such as ["one", "two"]</source>
      <translation>eine Liste von Texten wie ["one", "two"]</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>wahr oder falsch</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>eine Zahl</translation>
    </message>
    <message>
      <source>a list of whole numbers, such as [200, 204]</source>
      <translation>eine Liste ganzer Zahlen wie [200, 204]</translation>
    </message>
    <message>
      <source>dollars, such as 66.50</source>
      <translation>ein Dollarbetrag wie 66.50</translation>
    </message>
    <message>
      <source>a time such as "30s", "5m" or "1h"</source>
      <translation>eine Zeitangabe wie "30s", "5m" oder "1h"</translation>
    </message>
    <message>
      <source>a list of tables, written [[%1]]</source>
      <translation>eine Liste von Tabellen der Form [[%1]]</translation>
    </message>
    <message>
      <source>a table, written [%1]</source>
      <translation>eine Tabelle der Form [%1]</translation>
    </message>
    <message>
      <source>“%1” should be one of: %2.</source>
      <translation>„%1“ sollte eines von diesen sein: %2.</translation>
    </message>
    <message>
      <source>The key “%1” is not known here.</source>
      <translation>Der Schlüssel „%1“ ist hier nicht bekannt.</translation>
    </message>
    <message>
      <source>The key “%1” is not known here; did you mean “%2”?</source>
      <translation>Der Schlüssel „%1“ ist hier nicht bekannt; meinten Sie „%2“?</translation>
    </message>
  </context>
  <context>
    <name>TsQuery</name>
    <message>
      <source>PostgreSQL refuses this search: its operators, brackets or quotes do not fit together, or it is nested too deeply.</source>
      <translation>PostgreSQL lehnt diese Suche ab: Operatoren, Klammern oder Anführungszeichen passen nicht zusammen, oder sie ist zu tief verschachtelt.</translation>
    </message>
    <message>
      <source>“%1” cannot find the documents that name it: a colon ends a word of this search, so the host “%2” that documents are indexed by is never asked for. Put it into quotation marks.</source>
      <translation>„%1“ findet die Dokumente nicht, die es nennen: ein Doppelpunkt beendet ein Wort dieser Suche, daher wird nach dem Host „%2“, unter dem Dokumente verzeichnet sind, nie gefragt. Setzen Sie es in Anführungszeichen.</translation>
    </message>
  </context>
  <context>
    <name>TsVector</name>
    <message>
      <source>This is not the text of a tsvector.</source>
      <translation>Das ist nicht der Text eines tsvector.</translation>
    </message>
    <message>
      <source>The binary tsvector is damaged.</source>
      <translation>Der binäre tsvector ist beschädigt.</translation>
    </message>
    <message>
      <source>The text is too long for text search: its lexemes need %1 bytes and the server allows %2.</source>
      <translation>Der Text ist zu lang für die Textsuche: seine Lexeme brauchen %1 Bytes, der Server erlaubt %2.</translation>
    </message>
  </context>
  <context>
    <name>Url</name>
    <message>
      <source>There is a %-sign in %1 that is not followed by two hexadecimal digits. Write %25 for a %-sign.</source>
      <translation>In %1 steht ein %-Zeichen, auf das nicht zwei Hexadezimalziffern folgen. Schreiben Sie %25 für ein %-Zeichen.</translation>
    </message>
    <message>
      <source>There is a zero byte in %1, which Postgres does not allow.</source>
      <translation>In %1 steht ein Nullbyte, was Postgres nicht erlaubt.</translation>
    </message>
    <message>
      <source>The IPv6 address %1 has no closing bracket.</source>
      <translation>Der IPv6-Adresse %1 fehlt die schließende Klammer.</translation>
    </message>
    <message>
      <source>“%1” after the IPv6 address is not understood. A port is written :5432.</source>
      <translation>„%1“ nach der IPv6-Adresse ist nicht verständlich. Ein Port wird als :5432 geschrieben.</translation>
    </message>
    <message>
      <source>the name of the host</source>
      <translation>dem Hostnamen</translation>
    </message>
    <message>
      <source>“%1” is not the name of a host.</source>
      <translation>„%1“ ist kein Hostname.</translation>
    </message>
    <message>
      <source>the name of the role</source>
      <translation>dem Rollennamen</translation>
    </message>
    <message>
      <source>the password</source>
      <translation>dem Passwort</translation>
    </message>
    <message>
      <source>The parameter “%1” of the address has no value.</source>
      <translation>Der Parameter „%1“ der Adresse hat keinen Wert.</translation>
    </message>
    <message>
      <source>the parameter %1</source>
      <translation>dem Parameter %1</translation>
    </message>
    <message>
      <source>An address that begins with %1:// is not one of Postgres. It begins with postgres:// or postgresql://.</source>
      <translation>Eine Adresse, die mit %1:// beginnt, ist keine Postgres-Adresse. Diese beginnt mit postgres:// oder postgresql://.</translation>
    </message>
    <message>
      <source>the name of the database</source>
      <translation>dem Datenbanknamen</translation>
    </message>
    <message>
      <source>This is not an address of Postgres. Examples: postgres://user@db.example:5432/app, or host=db.example dbname=app user=me</source>
      <translation>Das ist keine Postgres-Adresse. Beispiele: postgres://user@db.example:5432/app oder host=db.example dbname=app user=me</translation>
    </message>
    <message>
      <source>After the value of “%1” something follows that is not keyword=value. A value with blanks needs single quotes.</source>
      <translation>Nach dem Wert von „%1“ folgt etwas, das nicht keyword=value ist. Ein Wert mit Leerzeichen braucht einfache Anführungszeichen.</translation>
    </message>
    <message>
      <source>The value of “%1” has no closing quote.</source>
      <translation>Dem Wert von „%1“ fehlt das schließende Anführungszeichen.</translation>
    </message>
  </context>
  <context>
    <name>VectorFile</name>
    <message>
      <source>it does not begin like a NumPy file.</source>
      <translation>sie beginnt nicht wie eine NumPy-Datei.</translation>
    </message>
    <message>
      <source>its format has version %1; 1, 2 and 3 are known.</source>
      <translation>ihr Format hat die Version %1; bekannt sind 1, 2 und 3.</translation>
    </message>
    <message>
      <source>it ends inside its header.</source>
      <translation>sie endet innerhalb ihres Headers.</translation>
    </message>
    <message>
      <source>its numbers are “%1”; little-endian float16, float32 and float64 (&lt;f2, &lt;f4, &lt;f8) can be read.</source>
      <translation>ihre Zahlen sind „%1“; lesbar sind float16, float32 und float64 in Little-Endian (&lt;f2, &lt;f4, &lt;f8).</translation>
    </message>
    <message>
      <source>its numbers are stored column by column; save it in C order (numpy.ascontiguousarray).</source>
      <translation>ihre Zahlen sind spaltenweise gespeichert; sie muss in C-Ordnung gespeichert werden (numpy.ascontiguousarray).</translation>
    </message>
    <message>
      <source>it is no table of two axes, rows and dimensions.</source>
      <translation>sie ist keine Tabelle mit zwei Achsen, Zeilen und Dimensionen.</translation>
    </message>
    <message>
      <source>The vectors “%1” cannot be used: %2</source>
      <translation>Die Vektordatei „%1“ ist nicht verwendbar: %2</translation>
    </message>
    <message>
      <source>“%1” has %2 rows and the corpus beside it %3 lines; there must be one row for each line.</source>
      <translation>„%1“ hat %2 Zeilen und der Korpus daneben %3; zu jeder Zeile des Korpus muss es genau eine geben.</translation>
    </message>
    <message>
      <source>they have %1 dimensions; 1 to 16,000 are possible.</source>
      <translation>ihre Vektoren haben %1 Dimensionen; möglich sind 1 bis 16.000.</translation>
    </message>
    <message>
      <source>“%1” should hold %2 bytes of numbers behind its header and holds %3.</source>
      <translation>„%1“ sollte nach dem Header %2 Bytes mit Zahlen enthalten, enthält aber %3.</translation>
    </message>
    <message>
      <source>“%1” has %2 bytes, which are not the same number of float32 for each of the %3 lines of the corpus beside it.</source>
      <translation>„%1“ hat %2 Bytes; das ist nicht für jede der %3 Zeilen des Korpus daneben dieselbe Anzahl float32.</translation>
    </message>
    <message>
      <source>The vectors “%1” cannot be read.</source>
      <translation>Die Vektordatei „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
      <source>The file of vectors “%1” is empty.</source>
      <translation>Die Vektordatei „%1“ ist leer.</translation>
    </message>
  </context>
  <context>
    <name>VectorSearch</name>
    <message>
      <source>Every row that passes the filters was compared.</source>
      <translation>Alle Zeilen, die die Filter passieren, wurden verglichen.</translation>
    </message>
    <message>
      <source>Replayed from the pages of %1 at ef_search %2.</source>
      <translation>Nachgespielt anhand der Seiten von %1 bei ef_search %2.</translation>
    </message>
    <message>
      <source>Searched a graph %1, at ef_search %2.</source>
      <translation>Durchsucht wurde ein Graph (%1) bei ef_search %2.</translation>
    </message>
    <message>
      <source>Replayed from the pages of %1 at ef_search %2 with iterative scan %3.</source>
      <translation>Nachgespielt anhand der Seiten von %1 bei ef_search %2 mit iterativem Scan %3.</translation>
    </message>
    <message>
      <source>Searched a graph %1, at ef_search %2 with iterative scan %3.</source>
      <translation>Durchsucht wurde ein Graph (%1) bei ef_search %2 mit iterativem Scan %3.</translation>
    </message>
    <message>
      <source>The server may have stopped this iterative scan earlier, for work_mem times hnsw.scan_mem_multiplier.</source>
      <translation>Der Server hat diesen iterativen Scan womöglich früher beendet, wegen work_mem mal hnsw.scan_mem_multiplier.</translation>
    </message>
    <message>
      <source>Replayed from the pages of %1 at %2 probes.</source>
      <translation>Nachgespielt anhand der Seiten von %1 bei %2 probes.</translation>
    </message>
    <message>
      <source>Searched an index %1, at %2 probes.</source>
      <translation>Durchsucht wurde ein Index (%1) mit %2 Probes.</translation>
    </message>
  </context>
  <context>
    <name>WhyNot</name>
    <message>
      <source>“%1”</source>
      <translation>„%1“</translation>
    </message>
    <message>
      <source>not set</source>
      <translation>nicht gesetzt</translation>
    </message>
    <message>
      <source>Asked as “%1”; the owner of this chunk is %2.</source>
      <translation>Gefragt wurde als „%1“; der Eigentümer dieses Chunks ist %2.</translation>
    </message>
    <message>
      <source>Its status is %2; only %1 is searched.</source>
      <translation>Sein Status ist %2; durchsucht wird nur %1.</translation>
    </message>
    <message>
      <source>Its document is %2; only %1 is searched.</source>
      <translation>Sein Dokument ist %2; durchsucht wird nur %1.</translation>
    </message>
    <message>
      <source>Its metadata does not contain %1.</source>
      <translation>Seine Metadaten enthalten %1 nicht.</translation>
    </message>
    <message>
      <source>It has rank %1 in its list, whose limit is %2.</source>
      <translation>Er hat Rang %1 in seiner Liste, deren Limit %2 ist.</translation>
    </message>
    <message>
      <source>It has rank %1, the limit is %2.</source>
      <translation>Er hat Rang %1, das Limit ist %2.</translation>
    </message>
    <message numerus="yes">
      <source>It shares rank %1 with %n other row(s) of equal distance, and the limit is %2.</source>
      <translation>
        <numerusform>Er teilt sich Rang %1 mit %n anderen Zeile gleicher Distanz, und das Limit ist %2.</numerusform>
        <numerusform>Er teilt sich Rang %1 mit %n anderen Zeilen gleicher Distanz, und das Limit ist %2.</numerusform>
      </translation>
    </message>
    <message>
      <source>The index gave out the %1 nearest rows it found and the filter took %2 of them afterwards; this chunk has rank %3 among those that pass, but rank %4 among all.</source>
      <translation>Der Index lieferte die %1 nächsten Zeilen, die er fand, und der Filter verwarf danach %2 davon; dieser Chunk hat Rang %3 unter denen, die passieren, aber Rang %4 unter allen.</translation>
    </message>
    <message>
      <source>The index skipped it at %1: it has rank %2 in an exact search.</source>
      <translation>Der Index hat ihn bei %1 übersprungen: In einer exakten Suche hat er Rang %2.</translation>
    </message>
    <message>
      <source>The index has no entry for it.</source>
      <translation>Der Index hat keinen Eintrag für ihn.</translation>
    </message>
    <message>
      <source>Its embedding is all zeros; an index by cosine does not hold such rows.</source>
      <translation>Sein Embedding besteht nur aus Nullen; ein Kosinus-Index enthält solche Zeilen nicht.</translation>
    </message>
    <message>
      <source>Its similarity is %1, the threshold %2: %3 too little.</source>
      <translation>Seine Ähnlichkeit ist %1, die Schwelle %2: %3 zu wenig.</translation>
    </message>
    <message>
      <source>Its distance is %1, the threshold %2: %3 too much.</source>
      <translation>Seine Distanz ist %1, die Schwelle %2: %3 zu viel.</translation>
    </message>
    <message>
      <source>Its tsvector is empty (NULL), so no words are found in it.</source>
      <translation>Sein tsvector ist leer (NULL), daher werden keine Wörter darin gefunden.</translation>
    </message>
    <message>
      <source>The query does not match its words.</source>
      <translation>Die Frage passt nicht zu seinen Wörtern.</translation>
    </message>
    <message>
      <source>It does not hold “%1”.</source>
      <translation>Er enthält „%1“ nicht.</translation>
    </message>
    <message>
      <source>Both lists have it, but its fused score %1 gives it rank %2; the limit is %3.</source>
      <translation>Beide Listen enthalten ihn, aber sein fusionierter Score %1 ergibt Rang %2; das Limit ist %3.</translation>
    </message>
    <message>
      <source>Only the list of vectors has it (rank %1), which gives it rank %2 of the fused list; the limit is %3.</source>
      <translation>Nur die Liste der Vektoren enthält ihn (Rang %1), das ergibt Rang %2 in der fusionierten Liste; das Limit ist %3.</translation>
    </message>
    <message>
      <source>Only the list of texts has it (rank %1), which gives it rank %2 of the fused list; the limit is %3.</source>
      <translation>Nur die Liste der Texte enthält ihn (Rang %1), das ergibt Rang %2 in der fusionierten Liste; das Limit ist %3.</translation>
    </message>
    <message>
      <source>The snapshot has no such chunk any more.</source>
      <translation>Im Schnappschuss gibt es diesen Chunk nicht mehr.</translation>
    </message>
    <message>
      <source>It is in the answer, at rank %1.</source>
      <translation>Er ist in der Antwort, auf Rang %1.</translation>
    </message>
    <message>
      <source>Raise hnsw.ef_search from %1 to %2.</source>
      <translation>hnsw.ef_search von %1 auf %2 erhöhen.</translation>
    </message>
    <message>
      <source>Raise ivfflat.probes from %1 to %2.</source>
      <translation>ivfflat.probes von %1 auf %2 erhöhen.</translation>
    </message>
    <message>
      <source>Let the scan go on until enough rows pass (iterative scan).</source>
      <translation>Den Scan fortsetzen, bis genügend Zeilen passieren (iterativer Scan).</translation>
    </message>
    <message>
      <source>Raise hnsw.max_scan_tuples from %1 to %2.</source>
      <translation>hnsw.max_scan_tuples von %1 auf %2 erhöhen.</translation>
    </message>
    <message>
      <source>Compare every row, without the index.</source>
      <translation>Alle Zeilen vergleichen, ohne den Index.</translation>
    </message>
    <message>
      <source>Lower the threshold from %1 to %2.</source>
      <translation>Die Schwelle von %1 auf %2 senken.</translation>
    </message>
    <message>
      <source>Raise the threshold from %1 to %2.</source>
      <translation>Die Schwelle von %1 auf %2 erhöhen.</translation>
    </message>
    <message>
      <source>Ask without a threshold.</source>
      <translation>Ohne Schwelle fragen.</translation>
    </message>
    <message>
      <source>Ask as its owner, “%1”.</source>
      <translation>Als sein Eigentümer „%1“ fragen.</translation>
    </message>
    <message>
      <source>Accept the status “%1” too.</source>
      <translation>Auch den Status „%1“ zulassen.</translation>
    </message>
    <message>
      <source>Search its document “%1” too.</source>
      <translation>Auch sein Dokument „%1“ durchsuchen.</translation>
    </message>
    <message>
      <source>Ask without a condition on the metadata.</source>
      <translation>Ohne Bedingung an die Metadaten fragen.</translation>
    </message>
    <message>
      <source>Raise the limit of the vector leg from %1 to %2.</source>
      <translation>Das Limit des Vektorzweigs von %1 auf %2 erhöhen.</translation>
    </message>
    <message>
      <source>Raise the limit of the text leg from %1 to %2.</source>
      <translation>Das Limit des Textzweigs von %1 auf %2 erhöhen.</translation>
    </message>
    <message>
      <source>Raise the limit from %1 to %2.</source>
      <translation>Das Limit von %1 auf %2 erhöhen.</translation>
    </message>
    <message numerus="yes">
      <source>The snapshot has no chunk “%1”. Row security hid %n row(s) from whoever took it.</source>
      <translation>
        <numerusform>Im Schnappschuss gibt es keinen Chunk „%1“. Row-Level Security verbarg %n Zeile vor der Rolle, die ihn aufgenommen hat.</numerusform>
        <numerusform>Im Schnappschuss gibt es keinen Chunk „%1“. Row-Level Security verbarg %n Zeilen vor der Rolle, die ihn aufgenommen hat.</numerusform>
      </translation>
    </message>
    <message>
      <source>The snapshot has no chunk “%1”: it is newer, gone, or was hidden from whoever took the snapshot.</source>
      <translation>Im Schnappschuss gibt es keinen Chunk „%1“: Er ist neuer, verschwunden oder war vor der Rolle verborgen, die den Schnappschuss aufgenommen hat.</translation>
    </message>
    <message>
      <source>”, “</source>
      <comment>between two words in quotation marks</comment>
      <translation>“, „</translation>
    </message>
    <message>
      <source>It has no embedding that can be searched (none, or one of another dimension than the others), so it cannot be found by meaning.</source>
      <translation>Er hat kein Embedding, das durchsucht werden kann (keines oder eines anderer Dimension als die übrigen), und kann daher nicht nach Bedeutung gefunden werden.</translation>
    </message>
    <message numerus="yes">
      <source>That may be any of %n chunk(s), among them %1: ask for one of these.</source>
      <translation>
        <numerusform>Das kann %n Chunk sein: %1.</numerusform>
        <numerusform>Das kann jeder von %n Chunks sein, darunter %1: Fragen Sie nach einem davon.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>It shares rank %1 with %n other row(s) of equal distance, which come in any order; the limit is %2.</source>
      <translation>
        <numerusform>Er teilt sich Rang %1 mit %n anderen Zeile gleicher Distanz, und die beiden kommen in beliebiger Reihenfolge; das Limit ist %2.</numerusform>
        <numerusform>Er teilt sich Rang %1 mit %n anderen Zeilen gleicher Distanz, die in beliebiger Reihenfolge kommen; das Limit ist %2.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>qd::AddressField</name>
    <message>
      <source>Show the password</source>
      <translation>Passwort anzeigen</translation>
    </message>
    <message>
      <source>Connection string</source>
      <translation>Verbindungszeichenfolge</translation>
    </message>
    <message>
      <source>Hide the password</source>
      <translation>Passwort verbergen</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Leeren</translation>
    </message>
  </context>
  <context>
    <name>qd::AdvancedConnection</name>
    <message>
      <source>decided by the host (verify-full elsewhere, prefer on this computer)</source>
      <translation>je nach Host (sonst verify-full, auf diesem Computer prefer)</translation>
    </message>
    <message>
      <source>%1: %2</source>
      <translation>%1: %2</translation>
    </message>
    <message>
      <source>Encryption</source>
      <translation>Verschlüsselung</translation>
    </message>
    <message>
      <source>host of ~/.ssh/config; empty: direct</source>
      <translation>Host aus ~/.ssh/config; leer: direkt</translation>
    </message>
    <message>
      <source>SSH tunnel</source>
      <translation>SSH-Tunnel</translation>
    </message>
    <message>
      <source>the system keychain</source>
      <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
      <source>an environment variable</source>
      <translation>Umgebungsvariable</translation>
    </message>
    <message>
      <source>there is none</source>
      <translation>kein Passwort</translation>
    </message>
    <message>
      <source>Password from</source>
      <translation>Passwortquelle</translation>
    </message>
    <message>
      <source>Variable</source>
      <translation>Variable</translation>
    </message>
    <message>
      <source>Keyword</source>
      <translation>Schlüsselwort</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Every keyword of libpq</source>
      <translation>Alle Schlüsselwörter von libpq</translation>
    </message>
  </context>
  <context>
    <name>qd::AnswerList</name>
    <message>
      <source>The result is copied.</source>
      <translation>Das Ergebnis ist kopiert.</translation>
    </message>
  </context>
  <context>
    <name>qd::AnswerRows</name>
    <message>
      <source>%1 %2
%3
score %4</source>
      <translation>%1 %2
%3
Score %4</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
  </context>
  <context>
    <name>qd::CallsDialog</name>
    <message>
      <source>Filter calls</source>
      <translation>Aufrufe filtern</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Aufrufe</translation>
    </message>
    <message>
      <source>Single calls of this time are no longer kept.</source>
      <translation>Einzelne Aufrufe aus dieser Zeit sind nicht mehr gespeichert.</translation>
    </message>
    <message>
      <source>They are kept for seven days, back to %1; the sums of older days stay.</source>
      <translation>Sie werden sieben Tage aufbewahrt, zurück bis %1; die Summen älterer Tage bleiben erhalten.</translation>
    </message>
    <message>
      <source>No calls here.</source>
      <translation>Keine Aufrufe.</translation>
    </message>
    <message>
      <source>Nothing in the chosen time fits the filter.</source>
      <translation>Im gewählten Zeitraum passt nichts zum Filter.</translation>
    </message>
    <message>
      <source>the first %1</source>
      <translation>die ersten %1</translation>
    </message>
    <message numerus="yes">
      <source>%n call(s)</source>
      <translation>
        <numerusform>%n Aufruf</numerusform>
        <numerusform>%n Aufrufe</numerusform>
      </translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
  </context>
  <context>
    <name>qd::ChangeBars</name>
    <message>
      <source>%1 better, %2 equal, %3 worse</source>
      <translation>%1 besser, %2 gleich, %3 schlechter</translation>
    </message>
    <message>
      <source>%1: %2</source>
      <extracomment>a question and the change of its measure</extracomment>
      <translation>%1: %2</translation>
    </message>
    <message>
      <source>%1 better</source>
      <translation>%1 besser</translation>
    </message>
    <message>
      <source>%1 equal</source>
      <translation>%1 gleich</translation>
    </message>
    <message>
      <source>%1 worse</source>
      <translation>%1 schlechter</translation>
    </message>
    <message>
      <source>The changes are copied.</source>
      <translation>Die Änderungen sind kopiert.</translation>
    </message>
  </context>
  <context>
    <name>qd::ChartFrame</name>
    <message>
      <source>%1, %2: %3</source>
      <translation>%1, %2: %3</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>%1 %2</source>
      <translation>%1 %2</translation>
    </message>
  </context>
  <context>
    <name>qd::ChunkText</name>
    <message>
      <source>Text of the chunk</source>
      <translation>Text des Chunks</translation>
    </message>
  </context>
  <context>
    <name>qd::CodeView</name>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
  </context>
  <context>
    <name>qd::CommandPalette</name>
    <message>
      <source>Go to anything</source>
      <translation>Alles finden und öffnen</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Ergebnisse</translation>
    </message>
    <message>
      <source>Enter opens    Tab narrows to one group    &gt; actions    @ deployments    # tables</source>
      <translation>Enter öffnet    Tab grenzt auf eine Gruppe ein    &gt; Aktionen    @ Deployments    # Tabellen</translation>
    </message>
    <message>
      <source>%1, %2</source>
      <translation>%1, %2</translation>
    </message>
    <message>
      <source>%1, not possible: %2</source>
      <translation>%1, nicht möglich: %2</translation>
    </message>
    <message numerus="yes">
      <source>%n result(s)</source>
      <translation>
        <numerusform>%n Ergebnis</numerusform>
        <numerusform>%n Ergebnisse</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>qd::ConnectForm</name>
    <message>
      <source>Profile</source>
      <translation>Profil</translation>
    </message>
    <message>
      <source>A profile only says where to look: table names, targets and alert rules. Everything can be changed later.</source>
      <translation>Ein Profil legt nur fest, wo gesucht wird: Tabellennamen, Ziele und Alarmregeln. Alles lässt sich später ändern.</translation>
    </message>
    <message>
      <source>Connection string</source>
      <translation>Verbindungszeichenfolge</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Environment</source>
      <translation>Umgebung</translation>
    </message>
    <message>
      <source>The password goes into the system keychain, never into a file. Also accepts a pasted DATABASE_URL=… line or a whole .env.</source>
      <translation>Das Passwort kommt in den Schlüsselbund des Systems, nie in eine Datei. Auch eine eingefügte Zeile DATABASE_URL=… oder eine ganze .env wird angenommen.</translation>
    </message>
    <message>
      <source>Paste the address of a database first.</source>
      <translation>Fügen Sie zuerst die Adresse einer Datenbank ein.</translation>
    </message>
    <message>
      <source>Give the deployment a name.</source>
      <translation>Geben Sie dem Deployment einen Namen.</translation>
    </message>
    <message>
      <source>Found:</source>
      <translation>Gefunden:</translation>
    </message>
    <message>
      <source>%1, from %2</source>
      <translation>%1, aus %2</translation>
    </message>
  </context>
  <context>
    <name>qd::ConnectionTest</name>
    <message>
      <source>The test was stopped.</source>
      <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
      <source>Not tried, because the step “%1” did not succeed.</source>
      <translation>Nicht versucht, weil der Schritt „%1“ nicht gelungen ist.</translation>
    </message>
    <message>
      <source>Check that “ssh %1” works in a terminal without asking anything: keys in the agent, host in known_hosts.</source>
      <translation>Prüfen Sie, ob „ssh %1“ in einem Terminal ohne jede Rückfrage funktioniert: Schlüssel im Agent, Host in known_hosts.</translation>
    </message>
    <message>
      <source>The tunnel through %1 is open.</source>
      <translation>Der Tunnel über %1 steht.</translation>
    </message>
    <message>
      <source>%1 is looked up at the other end of the tunnel.</source>
      <translation>%1 wird am anderen Ende des Tunnels aufgelöst.</translation>
    </message>
    <message>
      <source>A socket of this computer; there is no name to look up.</source>
      <translation>Ein Socket dieses Computers; es gibt keinen Namen aufzulösen.</translation>
    </message>
    <message>
      <source>An address; there is no name to look up.</source>
      <translation>Eine Adresse; es gibt keinen Namen aufzulösen.</translation>
    </message>
    <message>
      <source>%1 takes connections.</source>
      <translation>%1 nimmt Verbindungen an.</translation>
    </message>
    <message>
      <source>Nothing takes connections at %1.</source>
      <translation>An %1 nimmt nichts Verbindungen an.</translation>
    </message>
    <message>
      <source>Check the port and that the server runs. If it does, a firewall or the provider's list of allowed addresses is in the way.</source>
      <translation>Prüfen Sie den Port und ob der Server läuft. Wenn ja, ist eine Firewall oder die Liste zugelassener Adressen des Anbieters im Weg.</translation>
    </message>
    <message>
      <source>no answer in time</source>
      <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
      <source>No server listens at the socket %1.</source>
      <translation>Am Socket %1 lauscht kein Server.</translation>
    </message>
    <message>
      <source>Check the folder and the port, and that the server runs.</source>
      <translation>Prüfen Sie den Ordner und den Port und ob der Server läuft.</translation>
    </message>
    <message>
      <source>The socket %1 takes connections.</source>
      <translation>Der Socket %1 nimmt Verbindungen an.</translation>
    </message>
    <message>
      <source>Try again. If it happens again, look into the log of the server.</source>
      <translation>Versuchen Sie es noch einmal. Wenn es wieder geschieht, sehen Sie im Log des Servers nach.</translation>
    </message>
    <message>
      <source>The profile %1 names no telemetry tables.</source>
      <translation>Das Profil %1 nennt keine Telemetrietabellen.</translation>
    </message>
    <message>
      <source>No profile is chosen yet, so there is nothing to look for.</source>
      <translation>Es ist noch kein Profil gewählt, deshalb gibt es nichts zu suchen.</translation>
    </message>
    <message>
      <source>Check the name of the service, and that PGSERVICEFILE or ~/.pg_service.conf is the file you mean.</source>
      <translation>Prüfen Sie den Namen des Dienstes und ob PGSERVICEFILE oder ~/.pg_service.conf die gemeinte Datei ist.</translation>
    </message>
  </context>
  <context>
    <name>qd::CostPage</name>
    <message>
      <source>%1–%2</source>
      <comment>first and last day</comment>
      <translation>%1–%2</translation>
    </message>
    <message>
      <source>Daily cost</source>
      <translation>Kosten pro Tag</translation>
    </message>
    <message>
      <source>by model</source>
      <translation>nach Modell</translation>
    </message>
    <message>
      <source>by tool</source>
      <translation>nach Tool</translation>
    </message>
    <message>
      <source>by user</source>
      <translation>nach Benutzer</translation>
    </message>
    <message>
      <source>by kind of call</source>
      <translation>nach Aufrufart</translation>
    </message>
    <message>
      <source>Stack the bars by</source>
      <translation>Balken stapeln nach</translation>
    </message>
    <message>
      <source>By tool</source>
      <translation>Nach Tool</translation>
    </message>
    <message>
      <source>Break down by</source>
      <translation>Aufschlüsseln nach</translation>
    </message>
    <message>
      <source>Tool</source>
      <translation>Tool</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Filter rows</source>
      <translation>Zeilen filtern</translation>
    </message>
    <message>
      <source>Cost by tool</source>
      <translation>Kosten nach Tool</translation>
    </message>
    <message>
      <source>Cost by kind of call</source>
      <translation>Kosten nach Aufrufart</translation>
    </message>
    <message>
      <source>By kind of call</source>
      <translation>Nach Aufrufart</translation>
    </message>
    <message>
      <source>How the money is known</source>
      <translation>Woher die Kosten bekannt sind</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>Enter a price…</source>
      <translation>Preis eingeben…</translation>
    </message>
    <message>
      <source>By model</source>
      <translation>Nach Modell</translation>
    </message>
    <message>
      <source>Cost by model</source>
      <translation>Kosten nach Modell</translation>
    </message>
    <message>
      <source>By user</source>
      <translation>Nach Benutzer</translation>
    </message>
    <message>
      <source>Cost by user</source>
      <translation>Kosten nach Benutzer</translation>
    </message>
    <message>
      <source>%1 tokens have no price</source>
      <translation>%1 Tokens ohne Preis</translation>
    </message>
    <message>
      <source>the telemetry begins later</source>
      <translation>die Telemetrie beginnt später</translation>
    </message>
    <message>
      <source>not read yet</source>
      <translation>noch nicht gelesen</translation>
    </message>
    <message>
      <source>budget %1</source>
      <translation>Budget %1</translation>
    </message>
    <message>
      <source>alert %1</source>
      <translation>Alarm %1</translation>
    </message>
    <message>
      <source>without</source>
      <translation>ohne</translation>
    </message>
    <message>
      <source>unpriced</source>
      <translation>ohne Preis</translation>
    </message>
    <message>
      <source>forecast</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <source>only %1</source>
      <translation>nur %1</translation>
    </message>
    <message>
      <source>calls without a tool</source>
      <translation>Aufrufe ohne Tool</translation>
    </message>
    <message>
      <source>all of %1</source>
      <comment>a month</comment>
      <translation>ganzer %1</translation>
    </message>
    <message>
      <source>vs %1</source>
      <extracomment>Heading of a column that compares with the period before; %1 is that period: "vs Oct"</extracomment>
      <translation>ggü. %1</translation>
    </message>
    <message>
      <source>%1 to %2; Enter filters the chart by the selected row</source>
      <translation>%1 bis %2; Enter filtert das Diagramm nach der gewählten Zeile</translation>
    </message>
    <message numerus="yes">
      <source>%n model(s)</source>
      <translation>
        <numerusform>%n Modell</numerusform>
        <numerusform>%n Modelle</numerusform>
      </translation>
    </message>
    <message>
      <source>of ≈ %1</source>
      <translation>von ≈ %1</translation>
    </message>
    <message>
      <source>of %1</source>
      <translation>von %1</translation>
    </message>
    <message>
      <source>Recorded by the application</source>
      <translation>Von der Anwendung erfasst</translation>
    </message>
    <message>
      <source>Tokens × price book</source>
      <translation>Tokens × Preisliste</translation>
    </message>
    <message>
      <source>Known together</source>
      <translation>Insgesamt bekannt</translation>
    </message>
    <message>
      <source>%1 tokens have no price.</source>
      <translation>%1 Tokens haben keinen Preis.</translation>
    </message>
    <message numerus="yes">
      <source>%n call(s) of %1; the true cost is higher.</source>
      <translation>
        <numerusform>%n Aufruf von %1; die wahren Kosten sind höher.</numerusform>
        <numerusform>%n Aufrufe von %1; die wahren Kosten sind höher.</numerusform>
      </translation>
    </message>
    <message>
      <source>Forecast: %1</source>
      <translation>Vorhersage: %1</translation>
    </message>
    <message>
      <source>Costliest calls of %1</source>
      <translation>Teuerste Aufrufe: %1</translation>
    </message>
    <message>
      <source>%1 deployed %2</source>
      <comment>time and commit</comment>
      <translation>%1 Deploy %2</translation>
    </message>
    <message numerus="yes">
      <source>%n deploy(s)</source>
      <translation>
        <numerusform>%n Deploy</numerusform>
        <numerusform>%n Deploys</numerusform>
      </translation>
    </message>
    <message>
      <source>being counted</source>
      <translation>wird gezählt</translation>
    </message>
    <message>
      <source>not recorded</source>
      <comment>the users</comment>
      <translation>nicht aufgezeichnet</translation>
    </message>
  </context>
  <context>
    <name>qd::DataPage</name>
    <message>
      <source>Retry Now</source>
      <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
      <source>Diagnose</source>
      <translation>Diagnose</translation>
    </message>
    <message>
      <source>Grey values were read at %1. Attempt %2 failed: %3</source>
      <extracomment>%1 is a time; %2 the number of the attempt, %3 why it failed</extracomment>
      <translation>Graue Werte: Stand %1. Versuch %2 fehlgeschlagen: %3</translation>
    </message>
    <message>
      <source>Grey values were read at %1.</source>
      <translation>Graue Werte: Stand %1.</translation>
    </message>
    <message>
      <source>next try in %1</source>
      <translation>nächster Versuch in %1</translation>
    </message>
    <message>
      <source>The database has not answered since %1.</source>
      <translation>Die Datenbank antwortet seit %1 nicht.</translation>
    </message>
    <message>
      <source>Look Again</source>
      <translation>Erneut prüfen</translation>
    </message>
    <message>
      <source>Edit Connection…</source>
      <translation>Verbindung bearbeiten…</translation>
    </message>
    <message>
      <source>What Is Seen as CSV…</source>
      <translation>Sichtbares als CSV…</translation>
    </message>
    <message>
      <source>What Is Seen as JSON…</source>
      <translation>Sichtbares als JSON…</translation>
    </message>
    <message>
      <source>Chart as PNG…</source>
      <translation>Diagramm als PNG…</translation>
    </message>
    <message>
      <source>Chart as SVG…</source>
      <translation>Diagramm als SVG…</translation>
    </message>
    <message>
      <source>%1: %2</source>
      <comment>table and what is odd about it</comment>
      <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>und %n weiteres</numerusform>
        <numerusform>und %n weitere</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>qd::DeploymentSwitcher</name>
    <message>
      <source>No deployment</source>
      <translation>Kein Deployment</translation>
    </message>
    <message>
      <source>connect one or explore the demo</source>
      <translation>eines verbinden oder die Demo erkunden</translation>
    </message>
    <message>
      <source>Deployment %1</source>
      <translation>Deployment %1</translation>
    </message>
    <message>
      <source>Switch deployment (Ctrl+D)</source>
      <translation>Deployment wechseln (Strg+D)</translation>
    </message>
  </context>
  <context>
    <name>qd::Drawer</name>
    <message>
      <source>Previous</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Close (Esc)</source>
      <translation>Schließen (Esc)</translation>
    </message>
    <message>
      <source>%1 of %2</source>
      <translation>%1 von %2</translation>
    </message>
  </context>
  <context>
    <name>qd::EnvironmentChip</name>
    <message>
      <source>PRODUCTION</source>
      <translation>PRODUKTION</translation>
    </message>
    <message>
      <source>STAGING</source>
      <translation>STAGING</translation>
    </message>
    <message>
      <source>PREVIEW</source>
      <translation>PREVIEW</translation>
    </message>
    <message>
      <source>LOCAL</source>
      <translation>LOKAL</translation>
    </message>
    <message>
      <source>Connect a deployment (Ctrl+O)</source>
      <translation>Deployment verbinden (Strg+O)</translation>
    </message>
    <message>
      <source>Open for changes. Click to lock (Ctrl+L)</source>
      <translation>Für Änderungen entsperrt. Klicken zum Sperren (Strg+L)</translation>
    </message>
    <message>
      <source>Nothing can be changed. Click to unlock for ten minutes (Ctrl+L)</source>
      <translation>Nichts kann geändert werden. Klicken, um für zehn Minuten zu entsperren (Strg+L)</translation>
    </message>
    <message>
      <source>not connected</source>
      <translation>nicht verbunden</translation>
    </message>
    <message>
      <source>%1 · read-only</source>
      <translation>%1 · lesend</translation>
    </message>
    <message>
      <source>%1 open %2</source>
      <translation>%1 entsperrt %2</translation>
    </message>
  </context>
  <context>
    <name>qd::ErrorsPage</name>
    <message>
      <source>Error group</source>
      <translation>Fehlergruppe</translation>
    </message>
    <message>
      <source>Error rate</source>
      <translation>Fehlerrate</translation>
    </message>
    <message>
      <source>all errors</source>
      <translation>alle Fehler</translation>
    </message>
    <message>
      <source>HTTP status alone</source>
      <translation>nur HTTP-Status</translation>
    </message>
    <message>
      <source>limit</source>
      <translation>Grenzwert</translation>
    </message>
    <message>
      <source>by status</source>
      <translation>nach Status</translation>
    </message>
    <message>
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <source>Errors by class</source>
      <translation>Fehler nach Klasse</translation>
    </message>
    <message>
      <source>Error groups</source>
      <translation>Fehlergruppen</translation>
    </message>
    <message>
      <source>Filter error groups</source>
      <translation>Fehlergruppen filtern</translation>
    </message>
    <message>
      <source>This system records no errors in its telemetry. Map a status or a success column in the profile once it does.</source>
      <translation>Dieses System erfasst in seiner Telemetrie keine Fehler. Sobald es das tut, ordnen Sie im Profil eine Status- oder Erfolgsspalte zu.</translation>
    </message>
    <message numerus="yes">
      <source>%n; same message after removing ids and numbers</source>
      <translation>
        <numerusform>%n; gleiche Meldung nach Entfernen von IDs und Zahlen</numerusform>
        <numerusform>%n; gleiche Meldung nach Entfernen von IDs und Zahlen</numerusform>
      </translation>
    </message>
    <message>
      <source>limit %1</source>
      <translation>Grenzwert %1</translation>
    </message>
    <message>
      <source>share of requests, windows of %1</source>
      <translation>Anteil der Anfragen, Fenster von %1</translation>
    </message>
    <message>
      <source>errors per window</source>
      <translation>Fehler pro Fenster</translation>
    </message>
    <message numerus="yes">
      <source>errors, %n user(s)</source>
      <translation>
        <numerusform>Fehler, %n Benutzer</numerusform>
        <numerusform>Fehler, %n Benutzer</numerusform>
      </translation>
    </message>
    <message>
      <source>errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>%1 to %2</source>
      <translation>%1 bis %2</translation>
    </message>
    <message>
      <source>Sample requests</source>
      <translation>Beispielanfragen</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Took</source>
      <translation>Dauer</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Benutzer</translation>
    </message>
    <message>
      <source>What is different</source>
      <translation>Was anders ist</translation>
    </message>
  </context>
  <context>
    <name>qd::ExplainDialog</name>
    <message>
      <source>Explain this number</source>
      <translation>Diese Zahl erklären</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <source>Bins</source>
      <translation>Bins</translation>
    </message>
    <message>
      <source>%1 of 15 minutes</source>
      <translation>%1 zu je 15 Minuten</translation>
    </message>
    <message>
      <source>Can be off by</source>
      <translation>Mögliche Abweichung</translation>
    </message>
    <message>
      <source>Prices</source>
      <translation>Preise</translation>
    </message>
    <message>
      <source>Read at</source>
      <translation>Gelesen um</translation>
    </message>
    <message>
      <source>Cost of reading</source>
      <translation>Leseaufwand</translation>
    </message>
    <message>
      <source>The newest part was read with</source>
      <translation>Der neueste Teil wurde gelesen mit</translation>
    </message>
    <message>
      <source>SQL that read the newest part</source>
      <translation>SQL, mit dem der neueste Teil gelesen wurde</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
  </context>
  <context>
    <name>qd::FilterChip</name>
    <message>
      <source>Remove the filter %1</source>
      <translation>Filter %1 entfernen</translation>
    </message>
  </context>
  <context>
    <name>qd::FilterField</name>
    <message>
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
  </context>
  <context>
    <name>qd::FirstRunPage</name>
    <message>
      <source>Test</source>
      <translation>Testen</translation>
    </message>
    <message>
      <source>More settings…</source>
      <translation>Weitere Einstellungen…</translation>
    </message>
    <message>
      <source>Connect read-only</source>
      <translation>Nur lesend verbinden</translation>
    </message>
    <message>
      <source>Connect without a test</source>
      <translation>Ohne Test verbinden</translation>
    </message>
    <message>
      <source>Explore the demo</source>
      <translation>Demo erkunden</translation>
    </message>
    <message>
      <source>Welcome to Quarterdeck</source>
      <translation>Willkommen bei Quarterdeck</translation>
    </message>
    <message>
      <source>Cost, latency and errors of your AI deployments in one window.</source>
      <translation>Kosten, Latenz und Fehler Ihrer KI-Deployments in einem Fenster.</translation>
    </message>
    <message>
      <source>Connect a deployment</source>
      <translation>Deployment verbinden</translation>
    </message>
    <message>
      <source>Quarterdeck only reads your Postgres. Nothing is installed in it.</source>
      <translation>Quarterdeck liest Ihr Postgres nur. Es wird nichts darin installiert.</translation>
    </message>
    <message>
      <source>Deployments with 30 days of data and a few things gone wrong, on databases of its own that are started on this computer. It needs no network and touches nothing else.</source>
      <translation>Deployments mit Daten aus 30 Tagen, in denen einiges schiefgegangen ist, auf eigenen Datenbanken, die auf diesem Computer gestartet werden. Die Demo braucht kein Netzwerk und rührt sonst nichts an.</translation>
    </message>
    <message>
      <source>What Quarterdeck does to your database</source>
      <translation>Was Quarterdeck mit Ihrer Datenbank macht</translation>
    </message>
    <message>
      <source>Reads only</source>
      <translation>Liest nur</translation>
    </message>
    <message>
      <source>Every question is a read-only transaction of its own; nothing is set on the session. Acting needs an unlock that ends by itself after 10 minutes. Only a role that can only read makes it certain.</source>
      <translation>Jede Frage ist eine eigene, nur lesende Transaktion; an der Sitzung wird nichts gesetzt. Handeln verlangt eine Freigabe, die nach 10 Minuten von selbst endet. Gewiss ist es nur mit einer Rolle, die nur lesen kann.</translation>
    </message>
    <message>
      <source>Stays small</source>
      <translation>Bleibt sparsam</translation>
    </message>
    <message>
      <source>At most two connections, no waiting behind locks, and under 1 % of one core after the first fill. The strip at the bottom always shows what it costs you.</source>
      <translation>Höchstens zwei Verbindungen, kein Warten hinter Sperren und nach dem ersten Füllen unter 1 % eines Kerns. Die Leiste unten zeigt stets, was es Sie kostet.</translation>
    </message>
    <message>
      <source>What is kept on this computer</source>
      <translation>Was auf diesem Computer aufbewahrt wird</translation>
    </message>
    <message>
      <source>Timings, costs, counts and error texts always; chunk text and embeddings only when you take a retrieval snapshot. Passwords go to the keychain.</source>
      <translation>Zeiten, Kosten, Anzahlen und Fehlertexte immer; Chunk-Texte und Embeddings nur, wenn Sie einen Retrieval-Snapshot anlegen. Passwörter kommen in den Schlüsselbund.</translation>
    </message>
    <message>
      <source>Writes down what you do</source>
      <translation>Protokolliert, was Sie tun</translation>
    </message>
    <message>
      <source>Every unlock with its reason goes to a journal on this computer.</source>
      <translation>Jede Entsperrung wird mit ihrem Grund in einem Journal auf diesem Computer festgehalten.</translation>
    </message>
    <message>
      <source>No read-only role yet?</source>
      <translation>Noch keine Nur-Lese-Rolle?</translation>
    </message>
    <message>
      <source>SQL that makes a read-only role</source>
      <translation>SQL zum Anlegen einer Nur-Lese-Rolle</translation>
    </message>
    <message>
      <source>Save and connect</source>
      <translation>Speichern und verbinden</translation>
    </message>
    <message>
      <source>Test again</source>
      <translation>Erneut testen</translation>
    </message>
    <message>
      <source>Test the connection first</source>
      <translation>Zuerst die Verbindung testen</translation>
    </message>
    <message>
      <source>Testing %1</source>
      <translation>%1 wird getestet</translation>
    </message>
    <message>
      <source>looking at the schema</source>
      <translation>Schema wird geprüft</translation>
    </message>
    <message numerus="yes">
      <source>found %1 of %n %2 table(s)</source>
      <translation>
        <numerusform>%1 von %n Tabelle für %2 gefunden</numerusform>
        <numerusform>%1 von %n Tabellen für %2 gefunden</numerusform>
      </translation>
    </message>
    <message>
      <source>no known system; looking for tables that resemble telemetry</source>
      <translation>kein bekanntes System; Suche nach Tabellen, die Telemetrie ähneln</translation>
    </message>
    <message>
      <source>no table that looks like telemetry; choose a profile</source>
      <translation>keine Tabelle, die nach Telemetrie aussieht; wählen Sie ein Profil</translation>
    </message>
    <message>
      <source>%1.%2 looks like telemetry</source>
      <translation>%1.%2 sieht nach Telemetrie aus</translation>
    </message>
    <message>
      <source>mapping saved as profile %1</source>
      <translation>Zuordnung als Profil %1 gespeichert</translation>
    </message>
    <message>
      <source>starting; about 20 seconds the first time</source>
      <translation>startet; beim ersten Mal etwa 20 Sekunden</translation>
    </message>
    <message>
      <source>running</source>
      <translation>läuft</translation>
    </message>
    <message>
      <source>There is no database address in what was dropped.</source>
      <translation>Das Abgelegte enthält keine Datenbankadresse.</translation>
    </message>
    <message>
      <source>Use %1.%2</source>
      <translation>%1.%2 verwenden</translation>
    </message>
    <message>
      <source>%1.%2 looks like telemetry. %3</source>
      <extracomment>%1 a schema, %2 a table, %3 whole sentences that say why: "It has created_at, model and latency_ms."</extracomment>
      <translation>%1.%2 sieht nach Telemetrie aus. %3</translation>
    </message>
  </context>
  <context>
    <name>qd::HealthStrips</name>
    <message>
      <source>Service health</source>
      <translation>Dienstzustand</translation>
    </message>
    <message>
      <source>%1: old, %2</source>
      <translation>%1: veraltet, %2</translation>
    </message>
    <message>
      <source>%1: %2, %3, %4 in target</source>
      <translation>%1: %2, %3, %4 im Ziel</translation>
    </message>
    <message>
      <source>%1 %2</source>
      <translation>%1 %2</translation>
    </message>
    <message>
      <source>now</source>
      <translation>jetzt</translation>
    </message>
    <message>
      <source>in target</source>
      <translation>im Ziel</translation>
    </message>
    <message>
      <source>%1, %2 to %3: %4</source>
      <translation>%1, %2 bis %3: %4</translation>
    </message>
    <message>
      <source>no data</source>
      <translation>keine Daten</translation>
    </message>
  </context>
  <context>
    <name>qd::HoldButton</name>
    <message>
      <source>Hold for 3 seconds</source>
      <translation>3 Sekunden gedrückt halten</translation>
    </message>
    <message>
      <source>%1 (%2)</source>
      <translation>%1 (%2)</translation>
    </message>
  </context>
  <context>
    <name>qd::Journal</name>
    <message numerus="yes">
      <source>%n line(s) of the journal could not be read, because writing was interrupted there. Everything else is complete.</source>
      <translation>
        <numerusform>%n Zeile des Journals konnte nicht gelesen werden, weil das Schreiben dort unterbrochen wurde. Alles andere ist vollständig.</numerusform>
        <numerusform>%n Zeilen des Journals konnten nicht gelesen werden, weil das Schreiben dort unterbrochen wurde. Alles andere ist vollständig.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>qd::KpiTile</name>
    <message>
      <source>%1: loading</source>
      <translation>%1: wird geladen</translation>
    </message>
  </context>
  <context>
    <name>qd::LatencyPage</name>
    <message>
      <source>s</source>
      <translation>s</translation>
    </message>
    <message>
      <source>%1 h</source>
      <translation>%1 h</translation>
    </message>
    <message>
      <source>Response time</source>
      <translation>Antwortzeit</translation>
    </message>
    <message>
      <source>p50</source>
      <translation>p50</translation>
    </message>
    <message>
      <source>p95</source>
      <translation>p95</translation>
    </message>
    <message>
      <source>p99</source>
      <translation>p99</translation>
    </message>
    <message>
      <source>target</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Verteilung</translation>
    </message>
    <message>
      <source>Distribution of response times</source>
      <translation>Verteilung der Antwortzeiten</translation>
    </message>
    <message>
      <source>Operations against targets</source>
      <translation>Operationen gegenüber ihren Zielen</translation>
    </message>
    <message>
      <source>Filter operations</source>
      <translation>Operationen filtern</translation>
    </message>
    <message>
      <source>Time that the operations are of</source>
      <translation>Zeitraum der Operationen</translation>
    </message>
    <message>
      <source>This system records no latency. Add a duration to its telemetry and map it in the profile.</source>
      <translation>Dieses System erfasst keine Latenz. Ergänzen Sie seine Telemetrie um eine Dauer und ordnen Sie diese im Profil zu.</translation>
    </message>
    <message>
      <source>since %1</source>
      <translation>seit %1</translation>
    </message>
    <message>
      <source>%1 of %2 over target; change is against the same time before; Enter opens the slowest</source>
      <translation>%1 von %2 über Ziel; Änderung gegenüber gleich langer Zeit davor; Eingabe öffnet die langsamste</translation>
    </message>
    <message>
      <source>p95 target %1</source>
      <translation>p95-Ziel %1</translation>
    </message>
    <message>
      <source>all requests, windows of %1</source>
      <translation>alle Anfragen, Fenster von %1</translation>
    </message>
    <message>
      <source>target %1</source>
      <translation>Ziel %1</translation>
    </message>
    <message>
      <source>%1 requests over the target</source>
      <translation>%1 Anfragen über dem Ziel</translation>
    </message>
    <message>
      <source>same time axis, logarithmic duration; %1 over target; drag a box to ask what is different</source>
      <translation>gleiche Zeitachse, logarithmische Dauer; %1 über Ziel; Ausschnitt aufziehen, um nach Unterschieden zu fragen</translation>
    </message>
    <message>
      <source>same time axis, logarithmic duration; drag a box to ask what is different</source>
      <translation>gleiche Zeitachse, logarithmische Dauer; Ausschnitt aufziehen, um nach Unterschieden zu fragen</translation>
    </message>
  </context>
  <context>
    <name>qd::Legend</name>
    <message>
      <source>Legend</source>
      <translation>Legende</translation>
    </message>
  </context>
  <context>
    <name>qd::Lock</name>
    <message>
      <source>Say why %1 is unlocked; the reason is written to the journal.</source>
      <translation>Geben Sie an, warum %1 entsperrt wird; die Begründung wird ins Journal geschrieben.</translation>
    </message>
    <message>
      <source>There is no journal to write the reason to, so %1 stays locked.</source>
      <translation>Es gibt kein Journal für die Begründung, deshalb bleibt %1 gesperrt.</translation>
    </message>
    <message numerus="yes">
      <source>Unlocked for %n minute(s)</source>
      <translation>
        <numerusform>Für %n Minute entsperrt</numerusform>
        <numerusform>Für %n Minuten entsperrt</numerusform>
      </translation>
    </message>
    <message>
      <source>Locked</source>
      <translation>Gesperrt</translation>
    </message>
  </context>
  <context>
    <name>qd::MainWindow</name>
    <message>
      <source>Connect a deployment</source>
      <translation>Deployment verbinden</translation>
    </message>
    <message>
      <source>Go to Anything</source>
      <translation>Alles finden und öffnen</translation>
    </message>
    <message>
      <source>Refresh Now</source>
      <translation>Jetzt aktualisieren</translation>
    </message>
    <message>
      <source>Pause Refreshing</source>
      <translation>Aktualisierung anhalten</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtern</translation>
    </message>
    <message>
      <source>Switch Deployment</source>
      <translation>Deployment wechseln</translation>
    </message>
    <message>
      <source>Connect a Deployment…</source>
      <translation>Deployment verbinden…</translation>
    </message>
    <message>
      <source>Lock or Unlock</source>
      <translation>Sperren oder entsperren</translation>
    </message>
    <message>
      <source>Shorter Range</source>
      <translation>Kürzerer Zeitraum</translation>
    </message>
    <message>
      <source>Longer Range</source>
      <translation>Längerer Zeitraum</translation>
    </message>
    <message>
      <source>Earlier by Half a Range</source>
      <translation>Halben Zeitraum zurück</translation>
    </message>
    <message>
      <source>Later by Half a Range</source>
      <translation>Halben Zeitraum vor</translation>
    </message>
    <message>
      <source>Copy Table as Markdown</source>
      <translation>Tabelle als Markdown kopieren</translation>
    </message>
    <message>
      <source>Next Pane</source>
      <translation>Nächster Bereich</translation>
    </message>
    <message>
      <source>Previous Pane</source>
      <translation>Vorheriger Bereich</translation>
    </message>
    <message>
      <source>Larger Text</source>
      <translation>Größerer Text</translation>
    </message>
    <message>
      <source>Smaller Text</source>
      <translation>Kleinerer Text</translation>
    </message>
    <message>
      <source>Normal Text</source>
      <translation>Normaler Text</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>Menü</translation>
    </message>
    <message>
      <source>Settings…</source>
      <translation>Einstellungen…</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>Copied as Markdown</source>
      <translation>Als Markdown kopiert</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>Aktualisieren</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <source>Written to %1</source>
      <translation>Nach %1 geschrieben</translation>
    </message>
    <message>
      <source>Deployments</source>
      <translation>Deployments</translation>
    </message>
    <message>
      <source>shown now</source>
      <translation>wird gerade angezeigt</translation>
    </message>
    <message>
      <source>connect a deployment first</source>
      <translation>zuerst ein Deployment verbinden</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>Tabellen</translation>
    </message>
    <message>
      <source>%1 – Quarterdeck</source>
      <translation>%1 – Quarterdeck</translation>
    </message>
    <message>
      <source>There is nothing to unlock: %1 is not connected.</source>
      <translation>Es gibt nichts zu entsperren: %1 ist nicht verbunden.</translation>
    </message>
    <message>
      <source>%1 · %2</source>
      <translation>%1 · %2</translation>
    </message>
    <message>
      <source>Through a transaction pooler. PostgreSQL %1</source>
      <translation>Über einen Transaktions-Pooler. PostgreSQL %1</translation>
    </message>
    <message>
      <source>PostgreSQL %1</source>
      <translation>PostgreSQL %1</translation>
    </message>
    <message>
      <source>%1 · no answer</source>
      <translation>%1 · keine Antwort</translation>
    </message>
    <message>
      <source>%1 · no answer for %2</source>
      <translation>%1 · seit %2 keine Antwort</translation>
    </message>
    <message>
      <source>connecting to %1</source>
      <translation>Verbindung zu %1 wird aufgebaut</translation>
    </message>
    <message>
      <source>no connection</source>
      <translation>keine Verbindung</translation>
    </message>
    <message>
      <source>%1 · not connected</source>
      <translation>%1 · nicht verbunden</translation>
    </message>
    <message>
      <source>Ctrl+O opens this page again</source>
      <translation>Strg+O öffnet diese Seite wieder</translation>
    </message>
    <message>
      <source>%1: %2</source>
      <translation>%1: %2</translation>
    </message>
    <message>
      <source>reconnecting, attempt %1</source>
      <translation>neuer Verbindungsaufbau, Versuch %1</translation>
    </message>
    <message>
      <source>%1 s</source>
      <translation>%1 s</translation>
    </message>
    <message>
      <source>last refresh %1 %2</source>
      <extracomment>time and zone: "last refresh 14:52:08 UTC"</extracomment>
      <translation>zuletzt aktualisiert %1 %2</translation>
    </message>
    <message>
      <source>never refreshed</source>
      <translation>nie aktualisiert</translation>
    </message>
    <message>
      <source>Switch deployment</source>
      <translation>Deployment wechseln</translation>
    </message>
  </context>
  <context>
    <name>qd::MarkLabel</name>
    <message>
      <source>%1: %2</source>
      <translation>%1: %2</translation>
    </message>
  </context>
  <context>
    <name>qd::OverviewPage</name>
    <message>
      <source>Service health</source>
      <translation>Dienstzustand</translation>
    </message>
    <message>
      <source>within target</source>
      <translation>im Ziel</translation>
    </message>
    <message>
      <source>over target</source>
      <translation>über Ziel</translation>
    </message>
    <message>
      <source>failing</source>
      <translation>gestört</translation>
    </message>
    <message>
      <source>Over target</source>
      <translation>Über Ziel</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>Ereignisse</translation>
    </message>
    <message>
      <source>Fleet</source>
      <translation>Flotte</translation>
    </message>
    <message>
      <source>Enter opens a deployment</source>
      <translation>Enter öffnet ein Deployment</translation>
    </message>
    <message>
      <source>cells of %1</source>
      <translation>Felder zu je %1</translation>
    </message>
    <message>
      <source>What still answers</source>
      <translation>Was noch antwortet</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Last answer</source>
      <translation>Letzte Antwort</translation>
    </message>
    <message>
      <source>Next try</source>
      <translation>Nächster Versuch</translation>
    </message>
    <message>
      <source>Nothing that is measured is over its target.</source>
      <translation>Kein gemessener Wert liegt über seinem Ziel.</translation>
    </message>
    <message>
      <source>Nothing is measured yet, so nothing can be said.</source>
      <translation>Noch ist nichts gemessen, deshalb ist keine Aussage möglich.</translation>
    </message>
    <message>
      <source>since %1</source>
      <translation>seit %1</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Open %1</source>
      <translation>%1 öffnen</translation>
    </message>
    <message>
      <source>%1 of %2 sources</source>
      <translation>%1 von %2 Quellen</translation>
    </message>
    <message numerus="yes">
      <source>%n now</source>
      <translation>
        <numerusform>derzeit %n</numerusform>
        <numerusform>derzeit %n</numerusform>
      </translation>
    </message>
    <message>
      <source>Deploys</source>
      <translation>Deploys</translation>
    </message>
    <message>
      <source>Providers</source>
      <translation>Anbieter</translation>
    </message>
    <message>
      <source>Operations</source>
      <translation>Operationen</translation>
    </message>
    <message>
      <source>target %1</source>
      <translation>Ziel %1</translation>
    </message>
    <message>
      <source>database lanes are old after %1</source>
      <translation>Datenbankspuren nach %1 veraltet</translation>
    </message>
    <message>
      <source>what happened, and p95 beside it</source>
      <translation>was geschah, und p95 daneben</translation>
    </message>
    <message numerus="yes">
      <source>%1, %n need(s) attention</source>
      <translation>
        <numerusform>%1, %n braucht Aufmerksamkeit</numerusform>
        <numerusform>%1, %n brauchen Aufmerksamkeit</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n deployment(s)</source>
      <translation>
        <numerusform>%n Deployment</numerusform>
        <numerusform>%n Deployments</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>qd::PageHeader</name>
    <message>
      <source>This page shows the present.</source>
      <translation>Diese Seite zeigt den aktuellen Stand.</translation>
    </message>
  </context>
  <context>
    <name>qd::PriceDialog</name>
    <message>
      <source>Price of a model</source>
      <translation>Preis eines Modells</translation>
    </message>
    <message>
      <source>Enter the price of a model</source>
      <translation>Preis eines Modells eingeben</translation>
    </message>
    <message>
      <source>Dollars per million tokens, as the provider's price list has them. History is priced anew.</source>
      <translation>Dollar pro Million Tokens, wie in der Preisliste des Anbieters. Die Historie wird neu bepreist.</translation>
    </message>
    <message>
      <source>&amp;Model</source>
      <translation>&amp;Modell</translation>
    </message>
    <message>
      <source>&amp;Input</source>
      <translation>&amp;Eingabe</translation>
    </message>
    <message>
      <source>&amp;Output</source>
      <translation>&amp;Ausgabe</translation>
    </message>
    <message>
      <source>&amp;Cached input</source>
      <translation>Eingabe aus dem &amp;Cache</translation>
    </message>
    <message>
      <source>&amp;Valid from</source>
      <translation>&amp;Gültig ab</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>nicht bekannt</translation>
    </message>
    <message>
      <source>2026-11-01; empty: always</source>
      <translation>2026-11-01; leer: immer</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Save Price</source>
      <translation>Preis speichern</translation>
    </message>
    <message>
      <source>“%1” is not a price.</source>
      <translation>„%1“ ist kein Preis.</translation>
    </message>
    <message>
      <source>Write dollars per million tokens, for example 2.50.</source>
      <translation>Geben Sie Dollar pro Million Tokens an, zum Beispiel 2.50.</translation>
    </message>
    <message>
      <source>A price needs the model's name and the price of its input.</source>
      <translation>Ein Preis braucht den Namen des Modells und den Preis der Eingabe.</translation>
    </message>
    <message>
      <source>“%1” is not a day.</source>
      <translation>„%1“ ist kein Datum.</translation>
    </message>
    <message>
      <source>Write it as 2026-11-01.</source>
      <translation>Schreiben Sie es wie 2026-11-01.</translation>
    </message>
    <message>
      <source>Press Save Price again if it is right.</source>
      <translation>Wenn es stimmt, drücken Sie noch einmal „Preis speichern“.</translation>
    </message>
  </context>
  <context>
    <name>qd::ProfileList</name>
    <message>
      <source>Profile</source>
      <translation>Profil</translation>
    </message>
    <message>
      <source>%1, %2</source>
      <translation>%1, %2</translation>
    </message>
    <message>
      <source>Detect from the schema</source>
      <translation>Aus dem Schema erkennen</translation>
    </message>
    <message>
      <source>looks for tables it knows, after the test</source>
      <translation>sucht nach dem Test die Tabellen, die es kennt</translation>
    </message>
  </context>
  <context>
    <name>qd::QuestionField</name>
    <message>
      <source>Question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <source>Ask as a user would; ↑ shows what was asked before</source>
      <translation>Fragen, wie ein Benutzer es täte; ↑ zeigt frühere Fragen</translation>
    </message>
  </context>
  <context>
    <name>qd::RangePicker</name>
    <message>
      <source>Time range</source>
      <translation>Zeitraum</translation>
    </message>
    <message>
      <source>Other range</source>
      <translation>Anderer Zeitraum</translation>
    </message>
    <message>
      <source>%1 to %2</source>
      <extracomment>days of one month: "1 to 31 Jan"</extracomment>
      <translation>%1 bis %2</translation>
    </message>
  </context>
  <context>
    <name>qd::RangePopup</name>
    <message>
      <source>Range, typed</source>
      <translation>Zeitraum als Text</translation>
    </message>
    <message>
      <source>now-6h, yesterday, 2026-11-01..07</source>
      <translation>now-6h, yesterday, 2026-11-01..07</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>Gestern</translation>
    </message>
    <message>
      <source>This week</source>
      <translation>Diese Woche</translation>
    </message>
    <message>
      <source>Last week</source>
      <translation>Letzte Woche</translation>
    </message>
    <message>
      <source>This month</source>
      <translation>Dieser Monat</translation>
    </message>
    <message>
      <source>Last month</source>
      <translation>Letzter Monat</translation>
    </message>
    <message>
      <source>First and last day</source>
      <translation>Erster und letzter Tag</translation>
    </message>
    <message>
      <source>Click the first day, then the last.</source>
      <translation>Klicken Sie auf den ersten Tag, dann auf den letzten.</translation>
    </message>
  </context>
  <context>
    <name>qd::RefreshControl</name>
    <message>
      <source>Refreshing</source>
      <translation>Wird aktualisiert</translation>
    </message>
    <message>
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <source>%1 min</source>
      <translation>%1 min</translation>
    </message>
    <message>
      <source>%1 s</source>
      <translation>%1 s</translation>
    </message>
    <message>
      <source>retry %1 s</source>
      <translation>erneut in %1 s</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>pausiert</translation>
    </message>
    <message>
      <source>Refresh now</source>
      <translation>Jetzt aktualisieren</translation>
    </message>
    <message>
      <source>Refresh now (F5). Right click: how often.</source>
      <translation>Jetzt aktualisieren (F5). Rechtsklick: wie oft.</translation>
    </message>
    <message>
      <source>Go on refreshing</source>
      <translation>Aktualisierung fortsetzen</translation>
    </message>
    <message>
      <source>Pause refreshing</source>
      <translation>Aktualisierung pausieren</translation>
    </message>
    <message>
      <source>%1 (Ctrl+Shift+P)</source>
      <translation>%1 (Strg+Umschalt+P)</translation>
    </message>
    <message>
      <source>Every %1</source>
      <translation>Alle %1</translation>
    </message>
    <message>
      <source>Only When Asked</source>
      <translation>Nur auf Anforderung</translation>
    </message>
  </context>
  <context>
    <name>qd::RequestDrawer</name>
    <message>
      <source>What is different</source>
      <translation>Was anders ist</translation>
    </message>
    <message>
      <source>Dimension</source>
      <translation>Dimension</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>here</source>
      <translation>hier</translation>
    </message>
    <message>
      <source>elsewhere</source>
      <translation>sonst</translation>
    </message>
    <message>
      <source>Nothing that is recorded sets these calls apart from the others.</source>
      <translation>Nichts Aufgezeichnetes unterscheidet diese Aufrufe von den übrigen.</translation>
    </message>
    <message>
      <source>Slow request</source>
      <translation>Langsame Anfrage</translation>
    </message>
    <message>
      <source>Single calls are kept for seven days; in this range there is none.</source>
      <translation>Einzelne Aufrufe werden sieben Tage lang aufbewahrt; in diesem Zeitraum gibt es keinen.</translation>
    </message>
    <message>
      <source>between %1 and %2, %3 to %4, against %5 others</source>
      <translation>zwischen %1 und %2, %3 bis %4, gegenüber %5 anderen</translation>
    </message>
    <message>
      <source>Slowest of them</source>
      <translation>Die langsamsten davon</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Took</source>
      <translation>Dauer</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>%1 times the %2 target</source>
      <translation>das %1-Fache des Ziels von %2</translation>
    </message>
    <message>
      <source>median of this step %1</source>
      <translation>Median dieses Schritts %1</translation>
    </message>
    <message numerus="yes">
      <source>%n request(s)</source>
      <translation>
        <numerusform>%n Anfrage</numerusform>
        <numerusform>%n Anfragen</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalAnswers</name>
    <message>
      <source>%1 (tied)</source>
      <translation>%1 (gleichauf)</translation>
    </message>
    <message>
      <source>How both answers are joined</source>
      <translation>Wie beide Antworten verbunden sind</translation>
    </message>
    <message>
      <source>Same question, two engines</source>
      <translation>Gleiche Frage, zwei Engines</translation>
    </message>
    <message>
      <source>Production's answer</source>
      <translation>Antwort der Produktion</translation>
    </message>
    <message>
      <source>Offline answer</source>
      <translation>Offline-Antwort</translation>
    </message>
    <message>
      <source>vector part</source>
      <translation>Vektoranteil</translation>
    </message>
    <message>
      <source>text part</source>
      <translation>Textanteil</translation>
    </message>
    <message>
      <source>equal</source>
      <translation>gleich</translation>
    </message>
    <message>
      <source>moved</source>
      <translation>verschoben</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>fehlt</translation>
    </message>
    <message>
      <source>Production</source>
      <translation>Produktion</translation>
    </message>
    <message>
      <source>Offline engine</source>
      <translation>Offline-Engine</translation>
    </message>
    <message>
      <source>Production is being asked.</source>
      <translation>Die Produktion wird gefragt.</translation>
    </message>
    <message>
      <source>%1
%2</source>
      <comment>what failed and the server's words</comment>
      <translation>%1
%2</translation>
    </message>
    <message>
      <source>Production found nothing.</source>
      <translation>Die Produktion hat nichts gefunden.</translation>
    </message>
    <message>
      <source>Nothing answers this question.</source>
      <translation>Auf diese Frage gibt es keine Antwort.</translation>
    </message>
    <message>
      <source>%1 of %2 chunks pass the filters; none of them is found.</source>
      <translation>%1 von %2 Chunks passieren die Filter; keiner davon wird gefunden.</translation>
    </message>
    <message>
      <source>%1 of %2 at the same rank</source>
      <translation>%1 von %2 auf demselben Rang</translation>
    </message>
    <message numerus="yes">
      <source>%n result(s)</source>
      <translation>
        <numerusform>%n Ergebnis</numerusform>
        <numerusform>%n Ergebnisse</numerusform>
      </translation>
    </message>
    <message>
      <source>%1 Its key does not tell users apart, so an answer of one may be given to another.</source>
      <comment>what a cache holds</comment>
      <translation>%1 Sein Schlüssel unterscheidet keine Benutzer, die Antwort des einen kann also ein anderer bekommen.</translation>
    </message>
    <message>
      <source>vector</source>
      <translation>Vektor</translation>
    </message>
    <message>
      <source>text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>reranked</source>
      <translation>neu geordnet</translation>
    </message>
    <message numerus="yes">
      <source>reranked by %1, %n candidate(s), %2</source>
      <comment>%2: how they were searched</comment>
      <translation>
        <numerusform>neu geordnet von %1, %n Kandidat, %2</numerusform>
        <numerusform>neu geordnet von %1, %n Kandidaten, %2</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%1 is reading %n candidate(s), %2</source>
      <comment>%2: how they were searched</comment>
      <translation>
        <numerusform>%1 liest %n Kandidaten, %2</numerusform>
        <numerusform>%1 liest %n Kandidaten, %2</numerusform>
      </translation>
    </message>
    <message>
      <source>Before reranking: %1</source>
      <comment>followed by a whole sentence</comment>
      <translation>Vor dem Reranker: %1</translation>
    </message>
    <message>
      <source>search: %1 of %2 equal</source>
      <comment>before a reranker</comment>
      <translation>Suche: %1 von %2 gleich</translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalAskBar</name>
    <message>
      <source>How to search</source>
      <translation>Suchart</translation>
    </message>
    <message>
      <source>Ask</source>
      <translation>Fragen</translation>
    </message>
    <message>
      <source>Question and how it is asked</source>
      <translation>Die Frage und wie sie gestellt wird</translation>
    </message>
    <message>
      <source>Hybrid</source>
      <translation>Hybrid</translation>
    </message>
    <message>
      <source>Vector</source>
      <translation>Vektor</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Ask Both</source>
      <translation>Beide fragen</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>top %1</source>
      <translation>Top %1</translation>
    </message>
    <message>
      <source>Number of results, %1</source>
      <translation>Anzahl der Ergebnisse, %1</translation>
    </message>
    <message>
      <source>RRF k %1</source>
      <translation>RRF k %1</translation>
    </message>
    <message>
      <source>as %1</source>
      <comment>asked as a user</comment>
      <translation>als %1</translation>
    </message>
    <message numerus="yes">
      <source>%n document(s)</source>
      <translation>
        <numerusform>%n Dokument</numerusform>
        <numerusform>%n Dokumente</numerusform>
      </translation>
    </message>
    <message>
      <source>status: %1</source>
      <translation>Status: %1</translation>
    </message>
    <message>
      <source>any</source>
      <translation>beliebig</translation>
    </message>
    <message>
      <source>no threshold</source>
      <translation>keine Schwelle</translation>
    </message>
    <message>
      <source>user: any</source>
      <translation>Benutzer: beliebig</translation>
    </message>
    <message numerus="yes">
      <source>%n filter(s)</source>
      <translation>
        <numerusform>%n Filter</numerusform>
        <numerusform>%n Filter</numerusform>
      </translation>
    </message>
    <message>
      <source>Filters: %1</source>
      <translation>Filter: %1</translation>
    </message>
    <message>
      <source>Constant k of reciprocal rank fusion, %1</source>
      <translation>Konstante k der Reciprocal Rank Fusion, %1</translation>
    </message>
    <message>
      <source>Any</source>
      <translation>Beliebig</translation>
    </message>
    <message>
      <source>%1 (%2)</source>
      <comment>value and how many chunks have it</comment>
      <translation>%1 (%2)</translation>
    </message>
    <message>
      <source>As User</source>
      <translation>Als Benutzer</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>Dokument</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>As Production Searches</source>
      <translation>Wie die Produktion sucht</translation>
    </message>
    <message>
      <source>Scan of the Vectors</source>
      <translation>Scan der Vektoren</translation>
    </message>
    <message>
      <source>Exact: every row that passes the filters</source>
      <translation>Exakt: jede Zeile, die die Filter passiert</translation>
    </message>
    <message>
      <source>%1, as production</source>
      <translation>%1, wie die Produktion</translation>
    </message>
    <message>
      <source>Without Production's Threshold</source>
      <translation>Ohne die Schwelle der Produktion</translation>
    </message>
    <message>
      <source>Embeddings of Questions…</source>
      <translation>Embeddings von Fragen …</translation>
    </message>
    <message>
      <source>Production's Search</source>
      <translation>Suche der Produktion</translation>
    </message>
    <message>
      <source>Snapshots</source>
      <translation>Schnappschüsse</translation>
    </message>
    <message>
      <source>Which snapshot is searched</source>
      <translation>Welcher Schnappschuss durchsucht wird</translation>
    </message>
    <message>
      <source>Reranking…</source>
      <translation>Reranker …</translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalEndpointDialog</name>
    <message>
      <source>Embeddings of Questions</source>
      <translation>Embeddings von Fragen</translation>
    </message>
    <message>
      <source>Embeddings of questions</source>
      <translation>Embeddings von Fragen</translation>
    </message>
    <message>
      <source>Questions whose embedding is not recorded are sent to an OpenAI-compatible endpoint, for instance http://127.0.0.1:11434/v1 of Ollama. Without an address none are sent.</source>
      <translation>Fragen, deren Embedding nicht aufgezeichnet ist, gehen an einen OpenAI-kompatiblen Endpunkt, etwa http://127.0.0.1:11434/v1 von Ollama. Ohne Adresse wird keine gesendet.</translation>
    </message>
    <message>
      <source>&amp;Address</source>
      <translation>&amp;Adresse</translation>
    </message>
    <message>
      <source>Its &amp;key</source>
      <translation>Sein &amp;Schlüssel</translation>
    </message>
    <message>
      <source>K&amp;ey</source>
      <translation>Schlüss&amp;el</translation>
    </message>
    <message>
      <source>&amp;Variable</source>
      <translation>&amp;Variable</translation>
    </message>
    <message>
      <source>needs none</source>
      <translation>braucht keinen</translation>
    </message>
    <message>
      <source>is kept in the keychain</source>
      <translation>liegt im Schlüsselbund</translation>
    </message>
    <message>
      <source>is in an environment variable</source>
      <translation>steht in einer Umgebungsvariablen</translation>
    </message>
    <message>
      <source>unchanged</source>
      <translation>unverändert</translation>
    </message>
    <message>
      <source>Address of the endpoint</source>
      <translation>Adresse des Endpunkts</translation>
    </message>
    <message>
      <source>Where its key is</source>
      <translation>Wo sein Schlüssel ist</translation>
    </message>
    <message>
      <source>Key of the endpoint</source>
      <translation>Schlüssel des Endpunkts</translation>
    </message>
    <message>
      <source>Name of the environment variable</source>
      <translation>Name der Umgebungsvariablen</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Sichern</translation>
    </message>
    <message>
      <source>A key is sent to %1 only by https://; anybody on the way could read it.</source>
      <translation>Ein Schlüssel geht an %1 nur über https://; unterwegs könnte ihn sonst jeder lesen.</translation>
    </message>
    <message>
      <source>This is not the address of an endpoint.</source>
      <translation>Das ist keine Adresse eines Endpunkts.</translation>
    </message>
    <message>
      <source>It begins with http:// or https:// and holds neither password nor key.</source>
      <translation>Sie beginnt mit http:// oder https:// und enthält weder Passwort noch Schlüssel.</translation>
    </message>
    <message>
      <source>This is not the name of an environment variable.</source>
      <translation>Das ist kein Name einer Umgebungsvariablen.</translation>
    </message>
    <message>
      <source>The name is meant, such as OPENAI_API_KEY, never the key itself.</source>
      <translation>Gemeint ist der Name, etwa OPENAI_API_KEY, nie der Schlüssel selbst.</translation>
    </message>
    <message>
      <source>The keychain has no key for this endpoint. Enter it.</source>
      <translation>Der Schlüsselbund hat keinen Schlüssel für diesen Endpunkt. Geben Sie ihn ein.</translation>
    </message>
    <message>
      <source>Reranking</source>
      <translation>Reranker</translation>
    </message>
    <message>
      <source>A model reads each candidate beside the question and puts them in its own order. Both are sent to an endpoint that knows /v1/rerank, for instance http://127.0.0.1:8080/v1 of llama.cpp. Without a model nothing is reranked; without an address only what the model ranked before.</source>
      <translation>Ein Modell liest jeden Kandidaten neben der Frage und ordnet sie neu. Beides wird an einen Endpunkt geschickt, der /v1/rerank kennt, zum Beispiel http://127.0.0.1:8080/v1 von llama.cpp. Ohne Modell wird nichts neu geordnet; ohne Adresse nur, was das Modell schon einmal geordnet hat.</translation>
    </message>
    <message>
      <source>&amp;Model</source>
      <translation>&amp;Modell</translation>
    </message>
    <message>
      <source>Ca&amp;ndidates</source>
      <translation>Ka&amp;ndidaten</translation>
    </message>
    <message>
      <source>four times as many as are returned</source>
      <translation>viermal so viele, wie zurückgegeben werden</translation>
    </message>
    <message>
      <source>Model that reranks</source>
      <translation>Modell, das neu ordnet</translation>
    </message>
    <message>
      <source>Candidates that it is given</source>
      <translation>Kandidaten, die es bekommt</translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalEvaluation</name>
    <message>
      <source>Evaluation</source>
      <translation>Auswertung</translation>
    </message>
    <message>
      <source>Change of nDCG@10 per question</source>
      <translation>Änderung von nDCG@10 je Frage</translation>
    </message>
    <message>
      <source>Questions and their change</source>
      <translation>Fragen und ihre Änderung</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Jetzt</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Ausführen</translation>
    </message>
    <message>
      <source>Keep This Run</source>
      <translation>Diesen Lauf behalten</translation>
    </message>
    <message>
      <source>Judgements…</source>
      <translation>Bewertungen…</translation>
    </message>
    <message>
      <source>Later runs are held against this one.</source>
      <translation>Spätere Läufe werden mit diesem verglichen.</translation>
    </message>
    <message>
      <source>Judges by a file: TREC qrels, CSV or JSONL.</source>
      <translation>Bewertet anhand einer Datei: TREC qrels, CSV oder JSONL.</translation>
    </message>
    <message>
      <source>There is nothing to judge by.</source>
      <translation>Es gibt nichts, wonach sich bewerten ließe.</translation>
    </message>
    <message>
      <source>The snapshot has no questions with their texts. A profile that names a feedback table brings them with the next snapshot.</source>
      <translation>Der Schnappschuss enthält keine Fragen mit ihren Texten. Ein Profil, das eine Feedback-Tabelle nennt, bringt sie mit dem nächsten Schnappschuss mit.</translation>
    </message>
    <message>
      <source>No answer was judged.</source>
      <translation>Keine Antwort wurde bewertet.</translation>
    </message>
    <message numerus="yes">
      <source>The snapshot has %n question(s) but no judgements; they can come from a file of TREC qrels, CSV or JSONL.</source>
      <translation>
        <numerusform>Der Schnappschuss enthält %n Frage, aber keine Bewertungen; sie können aus einer Datei kommen: TREC qrels, CSV oder JSONL.</numerusform>
        <numerusform>Der Schnappschuss enthält %n Fragen, aber keine Bewertungen; sie können aus einer Datei kommen: TREC qrels, CSV oder JSONL.</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing was evaluated yet.</source>
      <translation>Noch wurde nichts ausgewertet.</translation>
    </message>
    <message numerus="yes">
      <source>Asks the %n judged question(s) offline with the settings above. Production is not asked.</source>
      <translation>
        <numerusform>Stellt die %n bewertete Frage offline mit den Einstellungen oben. Die Produktion wird nicht gefragt.</numerusform>
        <numerusform>Stellt die %n bewerteten Fragen offline mit den Einstellungen oben. Die Produktion wird nicht gefragt.</numerusform>
      </translation>
    </message>
    <message>
      <source>The file “%1” cannot be read.</source>
      <translation>Die Datei „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
      <source>Asking the judged questions</source>
      <translation>Die bewerteten Fragen werden gestellt</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Run Again</source>
      <translation>Erneut ausführen</translation>
    </message>
    <message>
      <source>The run is kept; later runs are held against it.</source>
      <translation>Der Lauf wird behalten; spätere Läufe werden mit ihm verglichen.</translation>
    </message>
    <message>
      <source>nDCG@10 is %1.</source>
      <translation>nDCG@10 ist %1.</translation>
    </message>
    <message>
      <source>nDCG@10 is %1, as before.</source>
      <translation>nDCG@10 ist %1, wie zuvor.</translation>
    </message>
    <message>
      <source>nDCG@10 is %1, up %2.</source>
      <translation>nDCG@10 ist %1, gestiegen um %2.</translation>
    </message>
    <message>
      <source>nDCG@10 is %1, down %2.</source>
      <translation>nDCG@10 ist %1, gesunken um %2.</translation>
    </message>
    <message numerus="yes">
      <source>%n judged question(s)</source>
      <translation>
        <numerusform>%n bewertete Frage</numerusform>
        <numerusform>%n bewertete Fragen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n question(s) judged by %1</source>
      <translation>
        <numerusform>%n Frage, bewertet nach %1</numerusform>
        <numerusform>%n Fragen, bewertet nach %1</numerusform>
      </translation>
    </message>
    <message>
      <source>production settings</source>
      <translation>Einstellungen der Produktion</translation>
    </message>
    <message>
      <source>%1, %2 against the run of %3</source>
      <translation>%1, %2, verglichen mit dem Lauf vom %3</translation>
    </message>
    <message>
      <source>%1, %2</source>
      <translation>%1, %2</translation>
    </message>
    <message>
      <source>Normalised discounted cumulative gain of the first ten, by the rules of trec_eval: the grade over log2(rank + 1), over the best possible order of all judged chunks.</source>
      <translation>Normalised Discounted Cumulative Gain der ersten zehn, nach den Regeln von trec_eval: Note durch log2(Rang + 1), geteilt durch den Wert der bestmöglichen Reihenfolge aller bewerteten Chunks.</translation>
    </message>
    <message>
      <source>The mean of 1 / rank of the first relevant chunk, 0 where there is none.</source>
      <translation>Das Mittel von 1 / Rang des ersten relevanten Chunks, 0, wo es keinen gibt.</translation>
    </message>
    <message>
      <source>The share of all relevant chunks that is among the first ten.</source>
      <translation>Der Anteil aller relevanten Chunks, der unter den ersten zehn ist.</translation>
    </message>
    <message>
      <source>The share of all relevant chunks that is among the first fifty.</source>
      <translation>Der Anteil aller relevanten Chunks, der unter den ersten fünfzig ist.</translation>
    </message>
    <message>
      <source>The mean over questions of the average precision: the precision at the rank of each relevant chunk.</source>
      <translation>Das Mittel der Average Precision über alle Fragen: die Precision auf dem Rang jedes relevanten Chunks.</translation>
    </message>
    <message>
      <source>Change of nDCG@10 per question, sorted</source>
      <translation>Änderung von nDCG@10 je Frage, sortiert</translation>
    </message>
    <message>
      <source>Before: %1, %2.</source>
      <translation>Zuvor: %1, %2.</translation>
    </message>
    <message>
      <source>Mean change %1, 95 % between %2 and %3; paired test p = %4.</source>
      <translation>Mittlere Änderung %1, 95 % zwischen %2 und %3; gepaarter Test p = %4.</translation>
    </message>
    <message numerus="yes">
      <source>%n question(s) have no embedding and were asked by words only.</source>
      <translation>
        <numerusform>%n Frage hat kein Embedding; für sie wurde nur über Wörter gesucht.</numerusform>
        <numerusform>%n Fragen haben kein Embedding; für sie wurde nur über Wörter gesucht.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n question(s) could not be asked and are left out.</source>
      <translation>
        <numerusform>%n Frage ließ sich nicht stellen und ist ausgelassen.</numerusform>
        <numerusform>%n Fragen ließen sich nicht stellen und sind ausgelassen.</numerusform>
      </translation>
    </message>
    <message>
      <source>Enter opens a question.</source>
      <translation>Die Eingabetaste öffnet eine Frage.</translation>
    </message>
    <message>
      <source>Keep this run to see with the next one how each question changes.</source>
      <translation>Diesen Lauf behalten, um beim nächsten zu sehen, wie sich jede Frage ändert.</translation>
    </message>
    <message>
      <source>The run that was kept is of other questions, so nothing is held against it.</source>
      <translation>Der aufbewahrte Lauf gilt anderen Fragen, darum wird nichts mit ihm verglichen.</translation>
    </message>
    <message numerus="yes">
      <source>Held against each other over the %n question(s) that both runs have.</source>
      <translation>
        <numerusform>Verglichen über die eine Frage, die beide Läufe haben.</numerusform>
        <numerusform>Verglichen über die %n Fragen, die beide Läufe haben.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalOpenDialog</name>
    <message>
      <source>Open a Snapshot</source>
      <translation>Schnappschuss öffnen</translation>
    </message>
    <message>
      <source>Open a snapshot</source>
      <translation>Schnappschuss öffnen</translation>
    </message>
    <message>
      <source>The file that “quarterdeck retrieval snapshot” or “import” wrote, or one of another computer. It is only read.</source>
      <translation>Die Datei, die „quarterdeck retrieval snapshot“ oder „import“ geschrieben hat, oder die eines anderen Rechners. Sie wird nur gelesen.</translation>
    </message>
    <message>
      <source>Path of the snapshot</source>
      <translation>Pfad des Schnappschusses</translation>
    </message>
    <message>
      <source>Type its path, or drop it here</source>
      <translation>Pfad eintippen oder Datei hierher ziehen</translation>
    </message>
    <message>
      <source>Browse…</source>
      <translation>Durchsuchen …</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Snapshots (*.qdsnap *.qdsnapshot);;All files (*)</source>
      <translation>Schnappschüsse (*.qdsnap *.qdsnapshot);;Alle Dateien (*)</translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalPage</name>
    <message>
      <source>Opening the snapshot</source>
      <translation>Der Schnappschuss wird geöffnet</translation>
    </message>
    <message>
      <source>There is nothing to search yet.</source>
      <translation>Es gibt noch nichts zu durchsuchen.</translation>
    </message>
    <message>
      <source>Sample: the PostgreSQL manual.</source>
      <translation>Beispiel: das PostgreSQL-Handbuch.</translation>
    </message>
    <message>
      <source>No deployment is connected.</source>
      <translation>Es ist kein Deployment verbunden.</translation>
    </message>
    <message>
      <source>No snapshot of %1 has been taken.</source>
      <translation>Von %1 wurde noch kein Schnappschuss aufgenommen.</translation>
    </message>
    <message>
      <source>The snapshot's own search settings cannot be read; these are defaults.</source>
      <translation>Die Sucheinstellungen des Schnappschusses selbst sind nicht lesbar; dies sind Vorgaben.</translation>
    </message>
    <message>
      <source>“%1”</source>
      <comment>a question</comment>
      <translation>„%1“</translation>
    </message>
    <message>
      <source>Ask a question.</source>
      <translation>Stellen Sie eine Frage.</translation>
    </message>
    <message>
      <source>Write it as a user of the application would.</source>
      <translation>Schreiben Sie sie so, wie ein Benutzer der Anwendung es täte.</translation>
    </message>
    <message>
      <source>For example: %1</source>
      <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Looking for the reason</source>
      <translation>Der Grund wird gesucht</translation>
    </message>
    <message>
      <source>Why it is missing</source>
      <translation>Warum er fehlt</translation>
    </message>
    <message>
      <source>%1 chunks can be searched.</source>
      <translation>%1 Chunks sind durchsuchbar.</translation>
    </message>
    <message>
      <source>%1 chunks can be searched, taken at %2.</source>
      <translation>%1 Chunks sind durchsuchbar, Stand %2.</translation>
    </message>
    <message>
      <source>Searching.</source>
      <translation>Die Suche läuft.</translation>
    </message>
    <message>
      <source>The question could not be asked.</source>
      <translation>Die Frage ließ sich nicht stellen.</translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) answer, %1.</source>
      <translation>
        <numerusform>%n Chunk antwortet, %1.</numerusform>
        <numerusform>%n Chunks antworten, %1.</numerusform>
      </translation>
    </message>
    <message>
      <source>Answers as CSV…</source>
      <translation>Antworten als CSV…</translation>
    </message>
    <message>
      <source>Take Snapshot</source>
      <translation>Schnappschuss aufnehmen</translation>
    </message>
    <message>
      <source>Production could not be asked. %1</source>
      <translation>Die Produktion konnte nicht gefragt werden. %1</translation>
    </message>
    <message>
      <source>Production was not asked. %1</source>
      <translation>Die Produktion wurde nicht gefragt. %1</translation>
    </message>
    <message>
      <source>The snapshot is taken: %1 chunks.</source>
      <translation>Der Schnappschuss ist aufgenommen: %1 Chunks.</translation>
    </message>
    <message>
      <source>The snapshot was not taken.</source>
      <translation>Der Schnappschuss wurde nicht aufgenommen.</translation>
    </message>
    <message>
      <source>Stop</source>
      <extracomment>takes a snapshot on from where it was stopped</extracomment>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>A snapshot of %1 is being taken.</source>
      <translation>Ein Schnappschuss von %1 wird aufgenommen.</translation>
    </message>
    <message>
      <source>The profile of %1 names no table of chunks.</source>
      <translation>Das Profil von %1 nennt keine Tabelle mit Chunks.</translation>
    </message>
    <message>
      <source>There is no connection to %1.</source>
      <translation>Es gibt keine Verbindung zu %1.</translation>
    </message>
    <message>
      <source>Judgements</source>
      <translation>Bewertungen</translation>
    </message>
    <message>
      <source>Judgements (*.qrels *.txt *.csv *.tsv *.jsonl);;All files (*)</source>
      <translation>Bewertungen (*.qrels *.txt *.csv *.tsv *.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Judged; the next evaluation counts it.</source>
      <translation>Bewertet; die nächste Auswertung zählt es mit.</translation>
    </message>
    <message>
      <source>Offline Answer as JSON…</source>
      <translation>Offline-Antwort als JSON …</translation>
    </message>
    <message>
      <source>Evaluation by Question as CSV…</source>
      <translation>Auswertung nach Fragen als CSV …</translation>
    </message>
    <message>
      <source>Run in TREC Format…</source>
      <translation>Lauf im TREC-Format …</translation>
    </message>
    <message>
      <source>Ask a Question</source>
      <translation>Eine Frage stellen</translation>
    </message>
    <message>
      <source>Why Is a Chunk Missing?</source>
      <translation>Warum fehlt ein Chunk?</translation>
    </message>
    <message>
      <source>Ask a question first.</source>
      <translation>Zuerst eine Frage stellen.</translation>
    </message>
    <message>
      <source>Measure Recall and Speed</source>
      <translation>Recall und Tempo messen</translation>
    </message>
    <message>
      <source>Evaluate the Judged Questions</source>
      <translation>Die bewerteten Fragen auswerten</translation>
    </message>
    <message>
      <source>Keep This Run</source>
      <translation>Diesen Lauf behalten</translation>
    </message>
    <message>
      <source>Nothing was evaluated yet.</source>
      <translation>Noch wurde nichts ausgewertet.</translation>
    </message>
    <message>
      <source>Check the Chunks</source>
      <translation>Die Chunks prüfen</translation>
    </message>
    <message>
      <source>Update the Snapshot</source>
      <translation>Den Schnappschuss aktualisieren</translation>
    </message>
    <message>
      <source>Take a Snapshot</source>
      <translation>Einen Schnappschuss aufnehmen</translation>
    </message>
    <message>
      <source>Close File</source>
      <translation>Datei schließen</translation>
    </message>
    <message>
      <source>Looking for the quotation</source>
      <translation>Das Zitat wird gesucht</translation>
    </message>
    <message>
      <source>Quotation</source>
      <translation>Zitat</translation>
    </message>
    <message>
      <source>%1 chunks can be searched, of a snapshot that is not finished.</source>
      <translation>%1 Chunks können durchsucht werden, aus einem Schnappschuss, der nicht fertig ist.</translation>
    </message>
    <message>
      <source>The snapshot is not finished.</source>
      <translation>Der Schnappschuss ist nicht fertig.</translation>
    </message>
    <message>
      <source>Is a Quotation There?</source>
      <translation>Steht ein Zitat da?</translation>
    </message>
    <message>
      <source>Open a Snapshot File…</source>
      <translation>Schnappschuss-Datei öffnen …</translation>
    </message>
    <message>
      <source>Embeddings of Questions…</source>
      <translation>Embeddings von Fragen …</translation>
    </message>
    <message>
      <source>%1 was not opened.</source>
      <translation>%1 wurde nicht geöffnet.</translation>
    </message>
    <message>
      <source>The key of the endpoint was not kept.</source>
      <translation>Der Schlüssel des Endpunkts wurde nicht behalten.</translation>
    </message>
    <message>
      <source>Snapshot of %1</source>
      <translation>Schnappschuss von %1</translation>
    </message>
    <message>
      <source>Sample: the PostgreSQL Manual</source>
      <translation>Beispiel: das PostgreSQL-Handbuch</translation>
    </message>
    <message>
      <source>%1 in %2</source>
      <extracomment>a snapshot file and its folder</extracomment>
      <translation>%1 in %2</translation>
    </message>
    <message>
      <source>Stop Taking the Snapshot</source>
      <translation>Aufnahme des Schnappschusses anhalten</translation>
    </message>
    <message>
      <source>%1 of %2</source>
      <comment>a table of a deployment</comment>
      <translation>%1 von %2</translation>
    </message>
    <message>
      <source>It is not finished: it was stopped after %1 chunks.</source>
      <translation>Er ist nicht fertig: nach %1 Chunks wurde angehalten.</translation>
    </message>
    <message>
      <source>It does not say where it comes from.</source>
      <translation>Er sagt nicht, woher er stammt.</translation>
    </message>
    <message>
      <source>It comes from %1.</source>
      <translation>Er stammt aus %1.</translation>
    </message>
    <message>
      <source>It was taken on %1.</source>
      <translation>Er wurde am %1 aufgenommen.</translation>
    </message>
    <message>
      <source>It was taken on %1 from %2.</source>
      <translation>Er wurde am %1 aus %2 aufgenommen.</translation>
    </message>
    <message>
      <source>Go On</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <source>The snapshot of %1 is not finished.</source>
      <translation>Der Schnappschuss von %1 ist nicht fertig.</translation>
    </message>
    <message>
      <source>Only %1 chunks were read before it was stopped; what is missing is not found.</source>
      <translation>Nur %1 Chunks wurden gelesen, bevor angehalten wurde; was fehlt, wird nicht gefunden.</translation>
    </message>
    <message>
      <source>Snapshot file %1.</source>
      <translation>Schnappschuss-Datei %1.</translation>
    </message>
    <message>
      <source>Not reranked: the order is the search's own.</source>
      <translation>Nicht neu geordnet: Die Reihenfolge ist die der Suche.</translation>
    </message>
    <message>
      <source>%1 is reading the candidates.</source>
      <translation>%1 liest die Kandidaten.</translation>
    </message>
    <message>
      <source>Before reranking: %1</source>
      <comment>followed by a whole sentence</comment>
      <translation>Vor dem Reranker: %1</translation>
    </message>
    <message>
      <source>Reranking…</source>
      <translation>Reranker …</translation>
    </message>
    <message numerus="yes">
      <source>This text stands in %n chunks; which one is meant?</source>
      <translation>
        <numerusform>Dieser Text steht in %n Chunk.</numerusform>
        <numerusform>Dieser Text steht in %n Chunks; welcher ist gemeint?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The keys of %n chunks begin like this; which one is meant?</source>
      <translation>
        <numerusform>Der Schlüssel von %n Chunk beginnt so.</numerusform>
        <numerusform>Die Schlüssel von %n Chunks beginnen so; welcher ist gemeint?</numerusform>
      </translation>
    </message>
    <message>
      <source>No chunk of the snapshot has this key, and none holds this text.</source>
      <translation>Kein Chunk des Snapshots hat diesen Schlüssel, und keiner enthält diesen Text.</translation>
    </message>
    <message>
      <source>The snapshot is damaged.</source>
      <translation>Der Schnappschuss ist beschädigt.</translation>
    </message>
    <message>
      <source>The sample is being opened.</source>
      <translation>Das Beispiel wird geöffnet.</translation>
    </message>
    <message>
      <source>The snapshot of %1 is being opened.</source>
      <translation>Der Schnappschuss von %1 wird geöffnet.</translation>
    </message>
    <message>
      <source>%1 is being opened.</source>
      <comment>a file</comment>
      <translation>%1 wird geöffnet.</translation>
    </message>
    <message>
      <source>Until then the page shows what was open before.</source>
      <translation>Bis dahin zeigt die Seite, was vorher offen war.</translation>
    </message>
    <message>
      <source>What it answers may be wrong.</source>
      <translation>Seine Antworten können falsch sein.</translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalQuality</name>
    <message>
      <source>Chunk quality</source>
      <translation>Qualität der Chunks</translation>
    </message>
    <message>
      <source>Findings about chunks</source>
      <translation>Befunde zu Chunks</translation>
    </message>
    <message>
      <source>Chunks</source>
      <translation>Chunks</translation>
    </message>
    <message>
      <source>For example</source>
      <translation>Zum Beispiel</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <source>Nothing was checked yet.</source>
      <translation>Noch wurde nichts geprüft.</translation>
    </message>
    <message>
      <source>Looks for chunks that cost answers without an error: missing or odd embeddings, duplicates, placeholders, wrong offsets, stuck documents.</source>
      <translation>Sucht nach Chunks, die ohne Fehlermeldung Antworten kosten: fehlende oder auffällige Embeddings, Duplikate, Platzhalter, falsche Offsets, hängen gebliebene Dokumente.</translation>
    </message>
    <message>
      <source>Looking at every chunk</source>
      <translation>Alle Chunks werden geprüft</translation>
    </message>
    <message>
      <source>Check Again</source>
      <translation>Erneut prüfen</translation>
    </message>
    <message numerus="yes">
      <source>%1 chunks, %n kind(s) of finding</source>
      <translation>
        <numerusform>%1 Chunks, %n Art von Befund</numerusform>
        <numerusform>%1 Chunks, %n Arten von Befunden</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing odd was found in %1 chunks.</source>
      <translation>In %1 Chunks wurde nichts Auffälliges gefunden.</translation>
    </message>
    <message>
      <source>Finding and what it does to answers</source>
      <translation>Befund und seine Wirkung auf Antworten</translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalQuotationBar</name>
    <message>
      <source>A quotation without a word cannot be looked for.</source>
      <translation>Ein Zitat ohne ein Wort kann nicht gesucht werden.</translation>
    </message>
    <message>
      <source>Is It There?</source>
      <translation>Steht es da?</translation>
    </message>
    <message>
      <source>Quotation to look for</source>
      <translation>Zitat, das gesucht wird</translation>
    </message>
    <message>
      <source>Quotation of an answer</source>
      <translation>Zitat einer Antwort</translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalResult</name>
    <message>
      <source>rank %1</source>
      <translation>Rang %1</translation>
    </message>
    <message>
      <source>no rank</source>
      <translation>kein Rang</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Find Like This</source>
      <translation>Ähnliche finden</translation>
    </message>
    <message>
      <source>Searches with this chunk's own embedding; no question has to be embedded for that.</source>
      <translation>Sucht mit dem Embedding dieses Chunks selbst; dafür braucht keine Frage ein Embedding.</translation>
    </message>
    <message>
      <source>The explanation is copied.</source>
      <translation>Die Erklärung ist kopiert.</translation>
    </message>
    <message>
      <source>%1 %2, %3</source>
      <translation>%1 %2, %3</translation>
    </message>
    <message>
      <source>Vector similarity</source>
      <translation>Vektorähnlichkeit</translation>
    </message>
    <message>
      <source>Vector distance %1</source>
      <translation>Vektordistanz %1</translation>
    </message>
    <message>
      <source>Text %1</source>
      <translation>Text %1</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>no match</source>
      <translation>kein Treffer</translation>
    </message>
    <message>
      <source>Weighted sum</source>
      <translation>Gewichtete Summe</translation>
    </message>
    <message>
      <source>Fused by RRF</source>
      <translation>Fusioniert mit RRF</translation>
    </message>
    <message>
      <source>The highest score this fusion can give is %1: it is no similarity.</source>
      <translation>Der höchste Score, den diese Fusion ergeben kann, ist %1: Er ist keine Ähnlichkeit.</translation>
    </message>
    <message>
      <source>Page %1</source>
      <translation>Seite %1</translation>
    </message>
    <message>
      <source>characters %1 to %2 of its document</source>
      <translation>Zeichen %1 bis %2 seines Dokuments</translation>
    </message>
    <message>
      <source>Citation found word for word at %1 to %2.</source>
      <translation>Zitat wörtlich gefunden, bei %1 bis %2.</translation>
    </message>
    <message>
      <source>Citation found with the same words; only case, spacing or punctuation differ.</source>
      <translation>Zitat mit denselben Wörtern gefunden; nur Groß-/Kleinschreibung, Leerraum oder Satzzeichen weichen ab.</translation>
    </message>
    <message>
      <source>Cited but not there: at most %1 of its %2 words stand here in a row.</source>
      <translation>Zitiert, aber nicht vorhanden: Höchstens %1 seiner %2 Wörter stehen hier hintereinander.</translation>
    </message>
    <message>
      <source>Terms of the question</source>
      <translation>Terme der Frage</translation>
    </message>
    <message>
      <source>Term</source>
      <translation>Term</translation>
    </message>
    <message>
      <source>Here</source>
      <translation>Hier</translation>
    </message>
    <message>
      <source>In chunks</source>
      <translation>In Chunks</translation>
    </message>
    <message>
      <source>Adds</source>
      <translation>Beitrag</translation>
    </message>
    <message>
      <source>Its loss</source>
      <translation>Verlust</translation>
    </message>
    <message>
      <source>What the score loses without this term in the chunk</source>
      <translation>Was der Score ohne diesen Term im Chunk verliert</translation>
    </message>
    <message>
      <source>not %1</source>
      <translation>nicht %1</translation>
    </message>
    <message>
      <source>Without it the chunk would not match at all.</source>
      <translation>Ohne ihn würde der Chunk gar nicht passen.</translation>
    </message>
    <message>
      <source>Weights %1</source>
      <translation>Gewichte %1</translation>
    </message>
    <message>
      <source>%1: wanted %2, it has %3.</source>
      <translation>%1: verlangt %2, vorhanden %3.</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>It passes the threshold.</source>
      <translation>Er passiert die Schwelle.</translation>
    </message>
    <message>
      <source>It does not pass the threshold.</source>
      <translation>Er passiert die Schwelle nicht.</translation>
    </message>
    <message>
      <source>Result %1</source>
      <translation>Ergebnis %1</translation>
    </message>
    <message>
      <source>Not in the answer</source>
      <translation>Nicht in der Antwort</translation>
    </message>
    <message>
      <source>%1 It is at rank %2 then.</source>
      <translation>%1 Er steht dann auf Rang %2.</translation>
    </message>
    <message>
      <source>Try It</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <source>Try it: %1</source>
      <translation>Ausprobieren: %1</translation>
    </message>
    <message>
      <source>SQL of the change</source>
      <translation>SQL der Änderung</translation>
    </message>
    <message>
      <source>It is in the answer</source>
      <translation>Er ist in der Antwort</translation>
    </message>
    <message>
      <source>Why it is missing</source>
      <translation>Warum er fehlt</translation>
    </message>
    <message>
      <source>Its rank</source>
      <translation>Sein Rang</translation>
    </message>
    <message>
      <source>%1, where %2 is needed</source>
      <translation>%1, nötig ist %2</translation>
    </message>
    <message>
      <source>Its score</source>
      <translation>Sein Score</translation>
    </message>
    <message>
      <source>Needed</source>
      <translation>Nötig</translation>
    </message>
    <message>
      <source>It lacks</source>
      <translation>Es fehlen</translation>
    </message>
    <message>
      <source>What brings it back</source>
      <translation>Was ihn zurückbringt</translation>
    </message>
    <message>
      <source>What brings it back, one after the other</source>
      <translation>Was ihn zurückbringt, nacheinander</translation>
    </message>
    <message>
      <source>No change of a setting that was tried brings it back.</source>
      <translation>Keine der probierten Änderungen einer Einstellung bringt ihn zurück.</translation>
    </message>
    <message>
      <source>Like This</source>
      <translation>Ähnliche</translation>
    </message>
    <message>
      <source>Copy the Explanation</source>
      <translation>Die Erklärung kopieren</translation>
    </message>
    <message>
      <source>Relevant</source>
      <translation>Relevant</translation>
    </message>
    <message>
      <source>Not Relevant</source>
      <translation>Nicht relevant</translation>
    </message>
    <message>
      <source>✓ Relevant</source>
      <translation>✓ Relevant</translation>
    </message>
    <message>
      <source>✓ Not Relevant</source>
      <translation>✓ Nicht relevant</translation>
    </message>
    <message>
      <source>Chunk</source>
      <translation>Chunk</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Schlüssel</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>Dokument</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Eigentümer</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Embedding</source>
      <translation>Embedding</translation>
    </message>
    <message numerus="yes">
      <source>%n dimension(s)</source>
      <translation>
        <numerusform>%n Dimension</numerusform>
        <numerusform>%n Dimensionen</numerusform>
      </translation>
    </message>
    <message>
      <source>page %1, characters %2 to %3 of its document</source>
      <translation>Seite %1, Zeichen %2 bis %3 des Dokuments</translation>
    </message>
    <message>
      <source>page %1, characters %2 to %3 of the chunk</source>
      <translation>Seite %1, Zeichen %2 bis %3 des Chunks</translation>
    </message>
    <message>
      <source>characters %1 to %2 of the chunk</source>
      <translation>Zeichen %1 bis %2 des Chunks</translation>
    </message>
    <message>
      <source>Quotation</source>
      <translation>Zitat</translation>
    </message>
    <message>
      <source>Found word for word in %1: %2.</source>
      <translation>Wörtlich gefunden in %1: %2.</translation>
    </message>
    <message>
      <source>All its words stand in their order in %1: %2. Only case, spacing or punctuation differ.</source>
      <translation>Alle Wörter stehen in ihrer Reihenfolge in %1: %2. Nur Groß- und Kleinschreibung, Abstände oder Satzzeichen weichen ab.</translation>
    </message>
    <message>
      <source>Cited, but not there: no chunk of the snapshot holds it.</source>
      <translation>Zitiert, aber nicht da: kein Chunk des Schnappschusses enthält es.</translation>
    </message>
    <message numerus="yes">
      <source>Nearest is %1: %2 of its %n word(s) in a row, %3.</source>
      <translation>
        <numerusform>Am nächsten ist %1: %2 seines einen Wortes in Folge, %3.</numerusform>
        <numerusform>Am nächsten ist %1: %2 seiner %n Wörter in Folge, %3.</numerusform>
      </translation>
    </message>
    <message>
      <source>This chunk is not in the answer to the question, so the answer cannot have it from there.</source>
      <translation>Dieser Chunk ist nicht unter den Ergebnissen der Frage, die Antwort kann es also nicht von dort haben.</translation>
    </message>
    <message>
      <source>This chunk does not pass the filters of the question.</source>
      <translation>Dieser Chunk kommt nicht durch die Filter der Frage.</translation>
    </message>
    <message numerus="yes">
      <source>It stands word for word in %n other chunk(s), too.</source>
      <translation>
        <numerusform>Es steht wörtlich auch in %n anderen Chunk.</numerusform>
        <numerusform>Es steht wörtlich auch in %n anderen Chunks.</numerusform>
      </translation>
    </message>
    <message>
      <source>%1 could not judge it, as it has no text: from rank %2 to rank %3.</source>
      <translation>%1 konnte ihn nicht beurteilen, da er keinen Text hat: von Rang %2 auf Rang %3.</translation>
    </message>
    <message>
      <source>%1 gave it %2 and left it at rank %3.</source>
      <translation>%1 hat ihm %2 gegeben und ihn auf Rang %3 gelassen.</translation>
    </message>
    <message>
      <source>%1 gave it %2 and moved it from rank %3 to rank %4.</source>
      <translation>%1 hat ihm %2 gegeben und ihn von Rang %3 auf Rang %4 gesetzt.</translation>
    </message>
    <message>
      <source>Reranked</source>
      <translation>Neu geordnet</translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalSession</name>
    <message>
      <source>%1, %2</source>
      <comment>what is being done, how far</comment>
      <translation>%1, %2</translation>
    </message>
    <message>
      <source>The sample has no production behind it. With a snapshot of a deployment its own search is asked too.</source>
      <translation>Hinter dem Beispiel steht keine Produktion. Mit dem Schnappschuss eines Deployments wird auch dessen eigene Suche gefragt.</translation>
    </message>
    <message>
      <source>This snapshot belongs to no deployment that is connected.</source>
      <translation>Dieser Schnappschuss gehört zu keinem verbundenen Deployment.</translation>
    </message>
    <message>
      <source>The profile of %1 names no search of production.</source>
      <translation>Das Profil von %1 nennt keine Suche der Produktion.</translation>
    </message>
    <message>
      <source>There is no connection to production. The offline engine answers without one.</source>
      <translation>Es gibt keine Verbindung zur Produktion. Die Offline-Engine antwortet auch ohne.</translation>
    </message>
    <message>
      <source>Production's search takes a question, not a chunk.</source>
      <translation>Die Suche der Produktion nimmt eine Frage an, keinen Chunk.</translation>
    </message>
    <message>
      <source>%1 has not ranked these chunks for this question before, and there is no address where it could be asked.</source>
      <translation>%1 hat diese Chunks für diese Frage noch nicht geordnet, und es gibt keine Adresse, an der es gefragt werden könnte.</translation>
    </message>
    <message>
      <source>It was stopped before %1 answered.</source>
      <translation>Es wurde angehalten, bevor %1 geantwortet hat.</translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalSimilarities</name>
    <message>
      <source>Similarities of the question</source>
      <translation>Ähnlichkeiten der Frage</translation>
    </message>
    <message>
      <source>No question was asked yet.</source>
      <translation>Noch wurde nichts gefragt.</translation>
    </message>
    <message>
      <source>Shows how similar a question is to every row that passes the filters, and what a threshold cuts.</source>
      <translation>Zeigt, wie ähnlich eine Frage jeder Zeile ist, die durch die Filter kommt, und was eine Schwelle abschneidet.</translation>
    </message>
    <message>
      <source>The question was searched by words.</source>
      <translation>Die Frage wurde mit Wörtern gesucht.</translation>
    </message>
    <message>
      <source>Words have no similarity that a threshold could cut.</source>
      <translation>Wörter haben keine Ähnlichkeit, die eine Schwelle abschneiden könnte.</translation>
    </message>
    <message>
      <source>Nothing was counted yet.</source>
      <translation>Noch wurde nichts gezählt.</translation>
    </message>
    <message>
      <source>Compares the question with every row that passes the filters; in a snapshot of this size that takes a while.</source>
      <translation>Vergleicht die Frage mit jeder Zeile, die durch die Filter kommt; bei einem Schnappschuss dieser Größe dauert das eine Weile.</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>Distances of the question</source>
      <translation>Abstände der Frage</translation>
    </message>
    <message>
      <source>%1 rows pass the filters</source>
      <translation>%1 Zeilen kommen durch die Filter</translation>
    </message>
    <message>
      <source>No row that passes the filters can be compared.</source>
      <translation>Keine Zeile, die durch die Filter kommt, kann verglichen werden.</translation>
    </message>
    <message>
      <source>%1 of them have no embedding.</source>
      <translation>%1 davon haben kein Embedding.</translation>
    </message>
    <message>
      <source>No threshold is set: only the number of results cuts.</source>
      <translation>Keine Schwelle ist gesetzt: nur die Anzahl der Ergebnisse schneidet ab.</translation>
    </message>
    <message>
      <source>The threshold of %1 cuts all %2 rows.</source>
      <translation>Die Schwelle von %1 schneidet alle %2 Zeilen ab.</translation>
    </message>
    <message>
      <source>The threshold of %1 lets %2 rows pass and cuts %3.</source>
      <translation>Die Schwelle von %1 lässt %2 Zeilen durch und schneidet %3 ab.</translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) have a zero vector, which has no similarity.</source>
      <translation>
        <numerusform>%n Zeile hat einen Nullvektor, der keine Ähnlichkeit hat.</numerusform>
        <numerusform>%n Zeilen haben einen Nullvektor, der keine Ähnlichkeit hat.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) have no embedding and are not drawn.</source>
      <translation>
        <numerusform>%n Zeile hat kein Embedding und ist nicht gezeichnet.</numerusform>
        <numerusform>%n Zeilen haben kein Embedding und sind nicht gezeichnet.</numerusform>
      </translation>
    </message>
    <message>
      <source>The threshold of %1 lets one row pass and cuts %2.</source>
      <translation>Die Schwelle von %1 lässt eine Zeile durch und schneidet %2 ab.</translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalSweep</name>
    <message>
      <source>Recall and speed</source>
      <translation>Recall und Geschwindigkeit</translation>
    </message>
    <message>
      <source>Recall against the time of a search</source>
      <translation>Recall gegen die Zeit einer Suche</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>Messen</translation>
    </message>
    <message>
      <source>Search Like That</source>
      <translation>So suchen</translation>
    </message>
    <message>
      <source>≥ %1 within %2</source>
      <translation>≥ %1 in %2</translation>
    </message>
    <message>
      <source>p95 of the vector search, logarithmic</source>
      <translation>p95 der Vektorsuche, logarithmisch</translation>
    </message>
    <message>
      <source>SQL of the suggestion</source>
      <translation>SQL des Vorschlags</translation>
    </message>
    <message>
      <source>Recall@%1 and speed</source>
      <translation>Recall@%1 und Geschwindigkeit</translation>
    </message>
    <message>
      <source>There is nothing to measure.</source>
      <translation>Es gibt nichts zu messen.</translation>
    </message>
    <message>
      <source>The snapshot has no embeddings, so no index skips any of them.</source>
      <translation>Der Schnappschuss enthält keine Embeddings, daher überspringt kein Index welche.</translation>
    </message>
    <message>
      <source>Nothing was measured yet.</source>
      <translation>Noch wurde nichts gemessen.</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Measure Again</source>
      <translation>Erneut messen</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>angehalten</translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) asked for their like, %1</source>
      <extracomment>how many questions were asked, how far the answers can be trusted</extracomment>
      <translation>
        <numerusform>Ähnliche zu %n Chunk gesucht, %1</numerusform>
        <numerusform>Ähnliche zu %n Chunks gesucht, %1</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n question(s), %1</source>
      <translation>
        <numerusform>%n Frage, %1</numerusform>
        <numerusform>%n Fragen, %1</numerusform>
      </translation>
    </message>
    <message>
      <source>Recall by group of questions</source>
      <translation>Recall nach Gruppen von Fragen</translation>
    </message>
    <message>
      <source>Recall of</source>
      <translation>Recall von</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>Fragen</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <source>Least</source>
      <translation>Kleinste</translation>
    </message>
    <message>
      <source>As Each User</source>
      <translation>Als jeder Benutzer</translation>
    </message>
    <message>
      <source>Asks every question once as each of the users who have the most chunks: what one of them does not find is lost in a mean.</source>
      <translation>Stellt jede Frage einmal als jeder der Benutzer mit den meisten Chunks: was einer von ihnen nicht findet, geht in einem Mittel unter.</translation>
    </message>
    <message>
      <source>What is varied: %1</source>
      <translation>Was verändert wird: %1</translation>
    </message>
    <message>
      <source>✓ As Each User</source>
      <translation>✓ Als jeder Benutzer</translation>
    </message>
    <message>
      <source>Asks all questions at many values of a setting and compares each answer with the exact one. Production is not asked.</source>
      <translation>Stellt alle Fragen mit vielen Werten einer Einstellung und vergleicht jede Antwort mit der exakten. Die Produktion wird nicht gefragt.</translation>
    </message>
    <message>
      <source>Recall and nDCG against the value of a setting</source>
      <translation>Recall und nDCG über dem Wert einer Einstellung</translation>
    </message>
    <message>
      <source>%1 ms</source>
      <translation>%1 ms</translation>
    </message>
    <message>
      <source>%1 %2</source>
      <comment>a setting and its value</comment>
      <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
      <source>%1: recall %2 at a p95 of %3, least recall of a question %4, %5 rows returned, %n question(s)</source>
      <translation>
        <numerusform>%1: Recall %2 bei einem p95 von %3, kleinster einer Frage %4, %5 Zeilen, %n Frage</numerusform>
        <numerusform>%1: Recall %2 bei einem p95 von %3, kleinster einer Frage %4, %5 Zeilen, %n Fragen</numerusform>
      </translation>
    </message>
    <message>
      <source>%1, nDCG %2</source>
      <translation>%1, nDCG %2</translation>
    </message>
    <message>
      <source>recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <source>all questions</source>
      <translation>alle Fragen</translation>
    </message>
    <message>
      <source>user %1</source>
      <translation>Benutzer %1</translation>
    </message>
    <message>
      <source>filters that pass up to %1</source>
      <translation>Filter, die bis zu %1 durchlassen</translation>
    </message>
    <message numerus="yes">
      <source>At %1: p50 %2, p95 %3, %4 distances, %n answer(s) empty</source>
      <translation>
        <numerusform>Bei %1: p50 %2, p95 %3, %4 Abstände, %n Antwort leer</numerusform>
        <numerusform>Bei %1: p50 %2, p95 %3, %4 Abstände, %n Antworten leer</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>qd::RetrievalWhyNotBar</name>
    <message>
      <source>Why Not?</source>
      <translation>Warum nicht?</translation>
    </message>
    <message>
      <source>Key of the missing chunk</source>
      <translation>Schlüssel des fehlenden Chunks</translation>
    </message>
    <message numerus="yes">
      <source>%n judged chunk(s) missing</source>
      <translation>
        <numerusform>%n bewerteter Chunk fehlt</numerusform>
        <numerusform>%n bewertete Chunks fehlen</numerusform>
      </translation>
    </message>
    <message>
      <source>Key of a missing chunk</source>
      <translation>Fehlender Chunk</translation>
    </message>
    <message numerus="yes">
      <source>%n missing</source>
      <extracomment>short: so many judged chunks are missing</extracomment>
      <translation>
        <numerusform>%n fehlt</numerusform>
        <numerusform>%n fehlen</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>qd::SearchPopup</name>
    <message>
      <source>%1, %2, %3</source>
      <translation>%1, %2, %3</translation>
    </message>
  </context>
  <context>
    <name>qd::SettingsDialog</name>
    <message>
      <source>Theme</source>
      <translation>Farbschema</translation>
    </message>
    <message>
      <source>Nothing moves: words instead of motion</source>
      <translation>Keine Bewegung: Worte statt Animation</translation>
    </message>
    <message>
      <source>The language changes at the next start.</source>
      <translation>Die Sprache ändert sich beim nächsten Start.</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Textgröße</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Zeitzone</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>Aktualisierung</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>System</source>
      <translation>System</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Every %1</source>
      <translation>Alle %1</translation>
    </message>
    <message>
      <source>Only when asked</source>
      <translation>Nur auf Anforderung</translation>
    </message>
  </context>
  <context>
    <name>qd::Sidebar</name>
    <message>
      <source>Go to anything</source>
      <translation>Gehe zu …</translation>
    </message>
    <message>
      <source>Ctrl+K</source>
      <translation>Strg+K</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>Menü</translation>
    </message>
    <message>
      <source>F10</source>
      <translation>F10</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Navigation</source>
      <translation>Navigation</translation>
    </message>
    <message>
      <source>Ctrl K</source>
      <translation>Strg K</translation>
    </message>
  </context>
  <context>
    <name>qd::SidebarItem</name>
    <message>
      <source>%1 (%2)</source>
      <translation>%1 (%2)</translation>
    </message>
    <message>
      <source>%1 open, %2</source>
      <translation>%1 offen, %2</translation>
    </message>
  </context>
  <context>
    <name>qd::SimilarityBars</name>
    <message>
      <source>Rows by their similarity to the question</source>
      <translation>Zeilen nach ihrer Ähnlichkeit zur Frage</translation>
    </message>
    <message>
      <source>%1 cut</source>
      <translation>%1 abgeschnitten</translation>
    </message>
    <message>
      <source>%1 pass</source>
      <translation>%1 kommen durch</translation>
    </message>
    <message>
      <source>%1 to %2: %3 rows; %4 rows from %1 on</source>
      <translation>%1 bis %2: %3 Zeilen; %4 Zeilen ab %1</translation>
    </message>
    <message>
      <source>%1 to %2: %3 rows; %4 rows up to %2</source>
      <translation>%1 bis %2: %3 Zeilen; %4 Zeilen bis %2</translation>
    </message>
    <message>
      <source>Similarity from</source>
      <translation>Ähnlichkeit ab</translation>
    </message>
    <message>
      <source>Distance from</source>
      <translation>Abstand ab</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <source>The values of the chart are copied.</source>
      <translation>Die Werte des Diagramms sind kopiert.</translation>
    </message>
  </context>
  <context>
    <name>qd::StatePane</name>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>This has taken 5 seconds so far. The server or the network is slow; you can cancel and keep what is on this computer.</source>
      <translation>Dies dauert schon 5 Sekunden. Der Server oder das Netz ist langsam; Sie können abbrechen und behalten, was auf diesem Rechner liegt.</translation>
    </message>
    <message>
      <source>%1 (%2)</source>
      <translation>%1 (%2)</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
  </context>
  <context>
    <name>qd::StatusStrip</name>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>load on %1</source>
      <translation>Last auf %1</translation>
    </message>
    <message>
      <source>cap %1</source>
      <translation>Limit %1</translation>
    </message>
  </context>
  <context>
    <name>qd::Table</name>
    <message numerus="yes">
      <source>%n row(s) are hidden by the filter. Esc clears it.</source>
      <translation>
        <numerusform>%n Zeile ist durch den Filter ausgeblendet. Esc hebt ihn auf.</numerusform>
        <numerusform>%n Zeilen sind durch den Filter ausgeblendet. Esc hebt ihn auf.</numerusform>
      </translation>
    </message>
    <message>
      <source>Row copied</source>
      <translation>Zeile kopiert</translation>
    </message>
    <message>
      <source>Copy Table As</source>
      <translation>Tabelle kopieren als</translation>
    </message>
  </context>
  <context>
    <name>qd::Target</name>
    <message>
      <source>The connections to %1 are closed while this computer sleeps.</source>
      <translation>Die Verbindungen zu %1 sind geschlossen, solange dieser Rechner im Ruhezustand ist.</translation>
    </message>
    <message>
      <source>connecting</source>
      <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
      <source>The connections to %1 were closed.</source>
      <translation>Die Verbindungen zu %1 wurden geschlossen.</translation>
    </message>
  </context>
  <context>
    <name>qd::TestSteps</name>
    <message>
      <source>Connection test</source>
      <translation>Verbindungstest</translation>
    </message>
    <message>
      <source>%1: %2</source>
      <translation>%1: %2</translation>
    </message>
    <message>
      <source>%1: %2, %3</source>
      <translation>%1: %2, %3</translation>
    </message>
  </context>
  <context>
    <name>qd::TradeoffChart</name>
    <message>
      <source>now, %1</source>
      <translation>jetzt, %1</translation>
    </message>
    <message>
      <source>suggested %1</source>
      <translation>vorgeschlagen %1</translation>
    </message>
    <message>
      <source>The values of the chart are copied.</source>
      <translation>Die Werte des Diagramms sind kopiert.</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>Linie</translation>
    </message>
    <message>
      <source>Setting</source>
      <translation>Einstellung</translation>
    </message>
    <message>
      <source>Gain</source>
      <translation>Nutzen</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
  </context>
  <context>
    <name>qd::Tunnel</name>
    <message>
      <source>The SSH tunnel through %1 did not come about in time. Check that “ssh %1” works in a terminal.</source>
      <translation>Der SSH-Tunnel über %1 kam nicht rechtzeitig zustande. Prüfen Sie, ob „ssh %1“ in einem Terminal funktioniert.</translation>
    </message>
    <message>
      <source>“%1” is not the name of a host for the SSH tunnel.</source>
      <translation>„%1“ ist kein Hostname für den SSH-Tunnel.</translation>
    </message>
    <message>
      <source>An SSH tunnel leads to one host and port, not to a list or a socket.</source>
      <translation>Ein SSH-Tunnel führt zu einem einzigen Host und Port, nicht zu einer Liste oder einem Socket.</translation>
    </message>
    <message>
      <source>The program ssh is not installed, and this deployment is reached through an SSH tunnel.</source>
      <translation>Das Programm ssh ist nicht installiert, und dieses Deployment wird über einen SSH-Tunnel erreicht.</translation>
    </message>
    <message>
      <source>The SSH tunnel through %1 was interrupted.</source>
      <translation>Der SSH-Tunnel über %1 wurde unterbrochen.</translation>
    </message>
    <message>
      <source>The SSH tunnel through %1 could not be opened. Check that “ssh %1” works in a terminal without asking anything.</source>
      <translation>Der SSH-Tunnel über %1 konnte nicht geöffnet werden. Prüfen Sie, ob „ssh %1“ in einem Terminal ohne jede Rückfrage funktioniert.</translation>
    </message>
  </context>
  <context>
    <name>qd::UnlockDialog</name>
    <message>
      <source>Unlock</source>
      <translation>Entsperren</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Unlock %1 for 10 minutes?</source>
      <translation>%1 für 10 Minuten entsperren?</translation>
    </message>
    <message>
      <source>production</source>
      <translation>Produktion</translation>
    </message>
    <message>
      <source>%1, %2. What changes something will be possible until the time is up, the computer sleeps or you switch the deployment. Each of these still asks once more.</source>
      <translation>%1, %2. Änderungen sind möglich, bis die Zeit abgelaufen ist, der Rechner in den Ruhezustand geht oder Sie das Deployment wechseln. Jede davon fragt trotzdem noch einmal nach.</translation>
    </message>
    <message>
      <source>Reason, goes into the journal</source>
      <translation>Grund, kommt ins Journal</translation>
    </message>
    <message>
      <source>Type %1 to confirm</source>
      <translation>Zur Bestätigung %1 eingeben</translation>
    </message>
    <message>
      <source>Esc cancels</source>
      <translation>Esc bricht ab</translation>
    </message>
    <message>
      <source>Say why first</source>
      <translation>Geben Sie zuerst den Grund an</translation>
    </message>
    <message>
      <source>Type the name of the deployment first</source>
      <translation>Geben Sie zuerst den Namen des Deployments ein</translation>
    </message>
  </context>
  <context>
    <name>qd::Waterfall</name>
    <message>
      <source>Steps of the request</source>
      <translation>Schritte der Anfrage</translation>
    </message>
  </context>
  <context>
    <name>qd::ZonePicker</name>
    <message>
      <source>Time zone %1</source>
      <translation>Zeitzone %1</translation>
    </message>
    <message>
      <source>Times and days are shown in %1</source>
      <translation>Uhrzeiten und Tage werden in %1 angezeigt</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Zeitzone</translation>
    </message>
    <message>
      <source>UTC</source>
      <translation>UTC</translation>
    </message>
    <message>
      <source>this computer</source>
      <translation>dieser Rechner</translation>
    </message>
  </context>
  <context>
    <name>qd::app::Add</name>
    <message>
      <source>“%1” cannot be the name of a deployment: use lower-case letters, digits, dots, dashes and underscores.</source>
      <translation>„%1“ ist kein zulässiger Name für ein Deployment: Verwenden Sie Kleinbuchstaben, Ziffern, Punkte, Bindestriche und Unterstriche.</translation>
    </message>
    <message>
      <source>There is a deployment called “%1” already. --replace replaces it.</source>
      <translation>Es gibt schon ein Deployment namens „%1“. --replace ersetzt es.</translation>
    </message>
    <message>
      <source>There is no environment “%1”. There are: production, staging, preview, local.</source>
      <translation>Es gibt keine Umgebung „%1“. Möglich sind: production, staging, preview, local.</translation>
    </message>
    <message>
      <source>--password says where the password is, not what it is: keychain, env:NAME, pgpass or none.</source>
      <translation>--password gibt an, wo das Passwort liegt, nicht, wie es lautet: keychain, env:NAME, pgpass oder none.</translation>
    </message>
    <message>
      <source>“--set %1” is not understood. Example: --set vercel.project=app</source>
      <translation>„--set %1“ ist nicht verständlich. Beispiel: --set vercel.project=app</translation>
    </message>
    <message>
      <source>A token on the command line is seen by everybody on this computer, so it is refused here. Use --set %1=env:NAME.</source>
      <translation>Ein Token auf der Befehlszeile ist für alle auf diesem Computer sichtbar und wird deshalb hier abgelehnt. Verwenden Sie --set %1=env:NAME.</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Passwort</translation>
    </message>
    <message>
      <source>The password is in the keychain.</source>
      <translation>Das Passwort liegt im Schlüsselbund.</translation>
    </message>
    <message>
      <source>There is no keychain on this computer, so the password was not kept. Put it into ~/.pgpass, or into a variable and add --password env:NAME.</source>
      <translation>Auf diesem Computer gibt es keinen Schlüsselbund, deshalb wurde das Passwort nicht gespeichert. Tragen Sie es in ~/.pgpass ein, oder legen Sie es in eine Variable und ergänzen Sie --password env:NAME.</translation>
    </message>
    <message>
      <source>Added %1: %2, profile %3. “quarterdeck test %1” tests it.</source>
      <translation>%1 hinzugefügt: %2, Profil %3. „quarterdeck test %1“ prüft die Verbindung.</translation>
    </message>
  </context>
  <context>
    <name>qd::app::Application</name>
    <message>
      <source>There is no keychain on this computer, so the password is kept only until Quarterdeck is closed.</source>
      <translation>Auf diesem Computer gibt es keinen Schlüsselbund, deshalb bleibt das Passwort nur bis zum Beenden von Quarterdeck gespeichert.</translation>
    </message>
    <message>
      <source>There is no deployment called “%1”.</source>
      <translation>Es gibt kein Deployment namens „%1“.</translation>
    </message>
  </context>
  <context>
    <name>qd::app::Capture</name>
    <message>
      <source>“%1” is not a theme. Write light, dark or both.</source>
      <translation>„%1“ ist kein Farbschema. Schreiben Sie light, dark oder both.</translation>
    </message>
    <message>
      <source>“%1” is not a size. Write width and height as 1440x900.</source>
      <translation>„%1“ ist keine Größe. Schreiben Sie Breite und Höhe in der Form 1440x900.</translation>
    </message>
    <message>
      <source>The folder %1 cannot be made. Check that you may write there.</source>
      <translation>Der Ordner %1 kann nicht angelegt werden. Prüfen Sie, ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
      <source>There is no page “%1”. There are: %2.</source>
      <translation>Es gibt keine Seite „%1“. Möglich sind: %2.</translation>
    </message>
    <message>
      <source>%1 could not be written. Check that the disk is not full and that you may write there.</source>
      <translation>%1 konnte nicht geschrieben werden. Prüfen Sie, ob der Datenträger voll ist und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
      <source>The window is not made for less than %1x%2.</source>
      <translation>Das Fenster ist nicht für weniger als %1x%2 gemacht.</translation>
    </message>
  </context>
  <context>
    <name>qd::app::Command</name>
    <message>
      <source>There is no deployment called “%1”. Did you mean “%2”?</source>
      <translation>Es gibt kein Deployment namens „%1“. Meinten Sie „%2“?</translation>
    </message>
    <message>
      <source>There is no deployment called “%1”, and none is configured yet. “quarterdeck add” adds one.</source>
      <translation>Es gibt kein Deployment namens „%1“, und es ist noch keines eingerichtet. „quarterdeck add“ fügt eines hinzu.</translation>
    </message>
    <message>
      <source>There is no deployment called “%1”. There are: %2.</source>
      <translation>Es gibt kein Deployment namens „%1“. Vorhanden sind: %2.</translation>
    </message>
    <message>
      <source>The answer could not be written: %1. Check that the disk is not full.</source>
      <translation>Die Antwort konnte nicht geschrieben werden: %1. Prüfen Sie, ob die Platte voll ist.</translation>
    </message>
  </context>
  <context>
    <name>qd::app::Demo</name>
    <message>
      <source>The demo cannot “%1”. It can: %2.</source>
      <translation>Die Demo kennt „%1“ nicht. Möglich sind: %2.</translation>
    </message>
    <message>
      <source>The demo cannot “%1”. Did you mean “%2”?</source>
      <translation>Die Demo kennt „%1“ nicht. Meinten Sie „%2“?</translation>
    </message>
    <message>
      <source>Say which database: quarterdeck demo %1 NAME</source>
      <translation>Geben Sie die Datenbank an: quarterdeck demo %1 NAME</translation>
    </message>
    <message>
      <source>“%1” is one word too many for “%2”.</source>
      <translation>„%1“ ist ein Wort zu viel für „%2“.</translation>
    </message>
    <message>
      <source>The fleet is running. Ctrl+C, or “quarterdeck demo stop” elsewhere, stops it and leaves nothing behind.</source>
      <translation>Die Demo-Flotte läuft. Strg+C oder „quarterdeck demo stop“ an anderer Stelle beendet sie, ohne etwas zurückzulassen.</translation>
    </message>
    <message>
      <source>The demo fleet does not answer. Stop the program that started it.</source>
      <translation>Die Demo-Flotte antwortet nicht. Beenden Sie das Programm, das sie gestartet hat.</translation>
    </message>
    <message>
      <source>The demo fleet was asked to stop and has not within 30 s.</source>
      <translation>Die Demo-Flotte wurde zum Beenden aufgefordert, hat sich aber nicht innerhalb von 30 s beendet.</translation>
    </message>
    <message>
      <source>The demo fleet is stopped.</source>
      <translation>Die Demo-Flotte ist beendet.</translation>
    </message>
    <message>
      <source>No demo fleet is running.</source>
      <translation>Es läuft keine Demo-Flotte.</translation>
    </message>
    <message>
      <source>%1 is cut off. The others go on.</source>
      <translation>%1 ist abgeschnitten. Die anderen laufen weiter.</translation>
    </message>
    <message>
      <source>%1 is back.</source>
      <translation>%1 ist wieder da.</translation>
    </message>
    <message>
      <source>name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>profile</source>
      <translation>Profil</translation>
    </message>
    <message>
      <source>address</source>
      <translation>Adresse</translation>
    </message>
  </context>
  <context>
    <name>qd::app::FleetRun</name>
    <message>
      <source>No demo fleet is running. “quarterdeck demo start” starts one.</source>
      <translation>Es läuft keine Demo-Flotte. „quarterdeck demo start“ startet eine.</translation>
    </message>
  </context>
  <context>
    <name>qd::app::Help</name>
    <message>
      <source>There is no command “%1”. “quarterdeck help” lists them.</source>
      <translation>Es gibt keinen Befehl „%1“. „quarterdeck help“ listet alle auf.</translation>
    </message>
    <message>
      <source>There is no command “%1”. Did you mean “%2”?</source>
      <translation>Es gibt keinen Befehl „%1“. Meinten Sie „%2“?</translation>
    </message>
    <message>
      <source>Quarterdeck shows what AI applications on Postgres cost, how fast and how wrong they are, since when and with which deploy. It reads only.</source>
      <translation>Quarterdeck zeigt, was KI-Anwendungen auf Postgres kosten, wie schnell und wie fehlerhaft sie sind, seit wann und mit welchem Deploy. Es liest nur.</translation>
    </message>
    <message>
      <source>“quarterdeck help COMMAND” says what a command takes, “quarterdeck help json” what every key of --json means.</source>
      <translation>„quarterdeck help BEFEHL“ zeigt, was ein Befehl annimmt, „quarterdeck help json“, was jeder Schlüssel von --json bedeutet.</translation>
    </message>
    <message>
      <source>It ends with</source>
      <translation>Exit-Codes</translation>
    </message>
    <message>
      <source>everything asked for is ok or warning (--strict: ok only)</source>
      <translation>alles Abgefragte ist ok oder warning (mit --strict: nur ok)</translation>
    </message>
    <message>
      <source>something fails, or an operation did not succeed</source>
      <translation>etwas ist gestört, oder eine Operation ist nicht gelungen</translation>
    </message>
    <message>
      <source>wrong usage</source>
      <translation>falscher Aufruf</translation>
    </message>
    <message>
      <source>nothing could be read, not even from the mirror</source>
      <translation>nichts konnte gelesen werden, auch nicht aus der lokalen Kopie</translation>
    </message>
    <message>
      <source>refused: locked, guard, missing confirmation</source>
      <translation>abgelehnt: gesperrt, Schutzregel, fehlende Bestätigung</translation>
    </message>
    <message>
      <source>nothing fails, but something is unknown, too old or needs a person</source>
      <translation>nichts ist gestört, aber etwas ist unbekannt, zu alt oder erfordert Eingreifen</translation>
    </message>
    <message>
      <source>command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <source>key</source>
      <translation>Schlüssel</translation>
    </message>
    <message>
      <source>type</source>
      <translation>Typ</translation>
    </message>
    <message>
      <source>meaning</source>
      <translation>Bedeutung</translation>
    </message>
  </context>
  <context>
    <name>qd::app::JournalList</name>
    <message>
      <source>%1 (%2)</source>
      <translation>%1 (%2)</translation>
    </message>
    <message>
      <source>Nothing is written in the journal since %1.</source>
      <translation>Seit %1 steht nichts im Journal.</translation>
    </message>
  </context>
  <context>
    <name>qd::app::List</name>
    <message>
      <source>never read on this computer</source>
      <translation>auf diesem Computer noch nie gelesen</translation>
    </message>
    <message>
      <source>name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>environment</source>
      <translation>Umgebung</translation>
    </message>
    <message>
      <source>p95</source>
      <translation>p95</translation>
    </message>
    <message>
      <source>errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>cost today</source>
      <translation>Kosten heute</translation>
    </message>
    <message>
      <source>says</source>
      <translation>Befund</translation>
    </message>
    <message>
      <source>read</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>No deployment is configured yet. “quarterdeck add NAME --profile P --url URL” adds one; “quarterdeck --demo” shows the demo.</source>
      <translation>Es ist noch kein Deployment eingerichtet. „quarterdeck add NAME --profile P --url URL“ fügt eines hinzu; „quarterdeck --demo“ zeigt die Demo.</translation>
    </message>
  </context>
  <context>
    <name>qd::app::ProviderWatch</name>
    <message>
      <source>%1: %2</source>
      <extracomment>%1 is a provider, %2 what its status page says: "Supabase: Database: partial outage"</extracomment>
      <translation>%1: %2</translation>
    </message>
  </context>
  <context>
    <name>qd::app::Remove</name>
    <message>
      <source>Nothing was removed. --yes removes it without asking.</source>
      <translation>Es wurde nichts entfernt. --yes entfernt ohne Rückfrage.</translation>
    </message>
    <message>
      <source>This removes %1 (%2) from the list, its mirror %3 and its password. The database itself is not touched.</source>
      <translation>Dies entfernt %1 (%2) aus der Liste, dazu die lokale Kopie %3 und das Passwort. Die Datenbank selbst bleibt unberührt.</translation>
    </message>
    <message>
      <source>Type its name to go on:</source>
      <translation>Zum Fortfahren den Namen eingeben:</translation>
    </message>
    <message>
      <source>%1 was removed from Quarterdeck</source>
      <translation>%1 wurde aus Quarterdeck entfernt</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Passwort</translation>
    </message>
    <message>
      <source>The password is gone from the keychain.</source>
      <translation>Das Passwort wurde aus dem Schlüsselbund entfernt.</translation>
    </message>
    <message>
      <source>Removed %1.</source>
      <translation>%1 entfernt.</translation>
    </message>
  </context>
  <context>
    <name>qd::app::Retrieval</name>
    <message>
      <source>“%1” is nothing that retrieval does. Write snapshot, query, compare, evaluate, sweep, check or import.</source>
      <translation>„%1“ gibt es bei retrieval nicht. Möglich sind snapshot, query, compare, evaluate, sweep, check oder import.</translation>
    </message>
    <message>
      <source>“%1” is nothing that retrieval does. Did you mean “%2”?</source>
      <translation>„%1“ gibt es bei retrieval nicht. Meinten Sie „%2“?</translation>
    </message>
    <message>
      <source>Something is missing: quarterdeck retrieval import DIR FILE</source>
      <translation>Es fehlt etwas: quarterdeck retrieval import DIR FILE</translation>
    </message>
    <message>
      <source>Something is missing: quarterdeck retrieval query FILE "TEXT"</source>
      <translation>Es fehlt etwas: quarterdeck retrieval query FILE "TEXT"</translation>
    </message>
    <message>
      <source>Something is missing: quarterdeck retrieval %1 FILE</source>
      <translation>Es fehlt etwas: quarterdeck retrieval %1 FILE</translation>
    </message>
    <message>
      <source>The configurations known here are english and simple, and “%1” is neither.</source>
      <translation>Bekannt sind hier die Konfigurationen english und simple, und „%1“ ist keine davon.</translation>
    </message>
    <message>
      <source>Reading the files.</source>
      <translation>Die Dateien werden gelesen.</translation>
    </message>
    <message>
      <source>Writing the snapshot.</source>
      <translation>Der Schnappschuss wird geschrieben.</translation>
    </message>
    <message>
      <source>This snapshot has no chunk with the key “%1”.</source>
      <translation>In diesem Schnappschuss gibt es keinen Chunk mit dem Schlüssel „%1“.</translation>
    </message>
    <message>
      <source>“%1” is nothing to sweep over. There are: %2.</source>
      <translation>„%1“ lässt sich nicht durchprobieren. Möglich sind: %2.</translation>
    </message>
    <message>
      <source>--values takes numbers with commas between them, and “%1” is none.</source>
      <translation>--values nimmt Zahlen mit Kommas dazwischen an, und „%1“ ist keine.</translation>
    </message>
    <message>
      <source>--recall takes a share between 0 and 1, such as 0.95.</source>
      <translation>--recall nimmt einen Anteil zwischen 0 und 1 an, etwa 0.95.</translation>
    </message>
    <message>
      <source>%1 %2 %</source>
      <translation>%1 %2 %</translation>
    </message>
    <message>
      <source>nDCG@%9 against %1: %2 better, %3 equal, %4 worse; mean difference %5 (95 %: %6 to %7), p = %8.</source>
      <translation>nDCG@%9 gegen %1: %2 besser, %3 gleich, %4 schlechter; mittlerer Unterschied %5 (95 %: %6 bis %7), p = %8.</translation>
    </message>
    <message>
      <source>Say which model reranks: --rerank-model NAME.</source>
      <translation>Sagen Sie, welches Modell neu ordnet: --rerank-model NAME.</translation>
    </message>
    <message>
      <source>--candidates takes a number from the limit (%1) on, and “%2” is none.</source>
      <translation>--candidates nimmt eine Zahl ab der Anzahl der Ergebnisse (%1), und „%2“ ist keine.</translation>
    </message>
    <message>
      <source>A reranker compares texts with a question, and a chunk is none. Leave out --like or --rerank.</source>
      <translation>Ein Reranker vergleicht Texte mit einer Frage, und ein Chunk ist keine. Lassen Sie --like oder --rerank weg.</translation>
    </message>
    <message>
      <source>%1 has not ranked these chunks for this question before. Say with --rerank URL where it can be asked.</source>
      <translation>%1 hat diese Chunks für diese Frage noch nicht geordnet. Sagen Sie mit --rerank URL, wo es gefragt werden kann.</translation>
    </message>
    <message>
      <source>The question is empty. Write what to search for, or --like KEY for what is like a chunk.</source>
      <translation>Die Frage ist leer. Schreiben Sie, wonach gesucht werden soll, oder --like KEY für das, was einem Chunk ähnelt.</translation>
    </message>
    <message>
      <source>The chunks were embedded with “%1”; a question embedded with “%2” cannot be compared with them.</source>
      <translation>Die Embeddings der Chunks stammen von „%1“; eine mit „%2“ eingebettete Frage ist mit ihnen nicht vergleichbar.</translation>
    </message>
  </context>
  <context>
    <name>qd::app::RetrievalLive</name>
    <message>
      <source>Something is missing: quarterdeck retrieval compare FILE "TEXT" -d NAME</source>
      <translation>Es fehlt etwas: quarterdeck retrieval compare FILE "TEXT" -d NAME</translation>
    </message>
    <message>
      <source>The profile %1 names no table of chunks, so there is nothing to take or to ask.</source>
      <translation>Das Profil %1 nennt keine Tabelle mit Chunks, daher gibt es nichts aufzunehmen und nichts zu fragen.</translation>
    </message>
    <message>
      <source>The folder of %1 cannot be made. Check that you may write there.</source>
      <translation>Der Ordner von %1 kann nicht angelegt werden. Prüfen Sie, ob Sie dort schreiben dürfen.</translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) in %1: %2 new, %3 changed, %4 gone.</source>
      <translation>
        <numerusform>%n Chunk in %1: %2 neu, %3 geändert, %4 verschwunden.</numerusform>
        <numerusform>%n Chunks in %1: %2 neu, %3 geändert, %4 verschwunden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) in %1, taken in %2.</source>
      <translation>
        <numerusform>%n Chunk in %1, aufgenommen in %2.</numerusform>
        <numerusform>%n Chunks in %1, aufgenommen in %2.</numerusform>
      </translation>
    </message>
    <message>
      <source>production</source>
      <translation>Produktion</translation>
    </message>
    <message>
      <source>offline</source>
      <translation>offline</translation>
    </message>
    <message>
      <source>chunk</source>
      <translation>Chunk</translation>
    </message>
    <message>
      <source>score</source>
      <translation>Score</translation>
    </message>
    <message>
      <source>why they differ</source>
      <translation>warum sie sich unterscheiden</translation>
    </message>
    <message>
      <source>Production %1, offline %2; %3. %4</source>
      <translation>Produktion %1, offline %2; %3. %4</translation>
    </message>
    <message>
      <source>The key of the cache does not tell users apart, so an answer of one may be given to another.</source>
      <translation>Der Schlüssel des Caches unterscheidet keine Benutzer, die Antwort des einen kann also ein anderer bekommen.</translation>
    </message>
  </context>
  <context>
    <name>qd::app::Setup</name>
    <message>
      <source>Deployments</source>
      <translation>Deployments</translation>
    </message>
    <message>
      <source>Prices</source>
      <translation>Preise</translation>
    </message>
    <message>
      <source>Journal</source>
      <translation>Journal</translation>
    </message>
    <message>
      <source>Profile</source>
      <translation>Profil</translation>
    </message>
    <message>
      <source>%1, line %2: %3</source>
      <extracomment>%1 is a file, %2 a line in it, %3 what is wrong there</extracomment>
      <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
      <source>“%1” cannot be the name of a deployment: use lower-case letters, digits, dots, dashes and underscores.</source>
      <translation>„%1“ kann nicht der Name eines Deployments sein: Verwenden Sie Kleinbuchstaben, Ziffern, Punkte, Bindestriche und Unterstriche.</translation>
    </message>
    <message>
      <source>“%1” cannot be the name of a profile: use lower-case letters, digits, dots, dashes and underscores.</source>
      <translation>„%1“ kann nicht der Name eines Profils sein: Verwenden Sie Kleinbuchstaben, Ziffern, Punkte, Bindestriche und Unterstriche.</translation>
    </message>
    <message>
      <source>Another Quarterdeck is writing to %1 right now. Try again.</source>
      <translation>Ein anderes Quarterdeck schreibt gerade in %1. Versuchen Sie es noch einmal.</translation>
    </message>
  </context>
  <context>
    <name>qd::app::Show</name>
    <message>
      <source>There is no page “%1”. There are: %2.</source>
      <translation>Die Seite „%1“ gibt es nicht. Vorhanden sind: %2.</translation>
    </message>
    <message>
      <source>There is no page “%1”. Did you mean “%2”?</source>
      <translation>Die Seite „%1“ gibt es nicht. Meinten Sie „%2“?</translation>
    </message>
    <message>
      <source>CSV is the table of cost, latency or errors, and not together with JSON.</source>
      <translation>CSV ist die Tabelle von cost, latency oder errors und geht nicht zusammen mit JSON.</translation>
    </message>
    <message>
      <source>The profile “%1” cannot be used, so nothing is mapped. “quarterdeck list” says why.</source>
      <translation>Das Profil „%1“ kann nicht verwendet werden, daher ist nichts zugeordnet. „quarterdeck list“ nennt den Grund.</translation>
    </message>
  </context>
  <context>
    <name>qd::app::Subject</name>
    <message>
      <source>An address and a name, or the demo, do not go together: give one of them.</source>
      <translation>Eine Adresse und ein Name oder die Demo passen nicht zusammen: Geben Sie nur eines davon an.</translation>
    </message>
    <message>
      <source>No deployment is configured yet. “quarterdeck add” adds one, and --demo shows the demo.</source>
      <translation>Es ist noch kein Deployment konfiguriert. „quarterdeck add“ fügt eines hinzu, und --demo zeigt die Demo.</translation>
    </message>
    <message>
      <source>Say which deployment with -d NAME. There are: %1.</source>
      <translation>Geben Sie das Deployment mit -d NAME an. Vorhanden sind: %1.</translation>
    </message>
    <message>
      <source>There is no deployment called “%1”. There are: %2.</source>
      <translation>Es gibt kein Deployment namens „%1“. Vorhanden sind: %2.</translation>
    </message>
    <message>
      <source>There is no deployment called “%1”. Did you mean “%2”?</source>
      <translation>Es gibt kein Deployment namens „%1“. Meinten Sie „%2“?</translation>
    </message>
    <message>
      <source>No temporary folder can be made. Check that the disk is not full.</source>
      <translation>Es kann kein temporärer Ordner angelegt werden. Prüfen Sie, ob der Datenträger voll ist.</translation>
    </message>
    <message>
      <source>Give the address once: with --url or with --url-stdin.</source>
      <translation>Geben Sie die Adresse einmal an: mit --url oder mit --url-stdin.</translation>
    </message>
    <message>
      <source>Standard input held no address. Example: echo "$DATABASE_URL" | quarterdeck test --url-stdin</source>
      <translation>Die Standardeingabe enthielt keine Adresse. Beispiel: echo "$DATABASE_URL" | quarterdeck test --url-stdin</translation>
    </message>
    <message>
      <source>There is no address: --url is empty, or the variable it names is not set.</source>
      <translation>Es gibt keine Adresse: --url ist leer, oder die darin genannte Variable ist nicht gesetzt.</translation>
    </message>
    <message>
      <source>There is no profile “%1”. There are: %2.</source>
      <translation>Es gibt kein Profil „%1“. Vorhanden sind: %2.</translation>
    </message>
    <message>
      <source>There is no profile “%1”. Did you mean “%2”?</source>
      <translation>Es gibt kein Profil „%1“. Meinten Sie „%2“?</translation>
    </message>
  </context>
  <context>
    <name>qd::app::Test</name>
    <message>
      <source>Two names are given, %1 and %2. One test at a time.</source>
      <translation>Es sind zwei Namen angegeben, %1 und %2. Nur ein Test auf einmal.</translation>
    </message>
    <message>
      <source>Testing %1</source>
      <translation>%1 wird getestet</translation>
    </message>
  </context>
  <context>
    <name>qd::capture::AnswerCache</name>
    <message>
      <source>The cache in front holds no answer to this question, so production searches.</source>
      <translation>Der Cache davor hat keine Antwort auf diese Frage, die Produktion sucht also.</translation>
    </message>
    <message>
      <source>Users get an answer that was kept %1 ago, without a search, for another %2.</source>
      <translation>Wer fragt, bekommt ohne Suche eine Antwort, die vor %1 behalten wurde, noch %2 lang.</translation>
    </message>
    <message>
      <source>Users get an answer that was kept before, without a search, for another %1.</source>
      <translation>Wer fragt, bekommt ohne Suche eine früher behaltene Antwort, noch %1 lang.</translation>
    </message>
    <message>
      <source>Users get an answer that was kept before, without a search; it never expires.</source>
      <translation>Wer fragt, bekommt ohne Suche eine früher behaltene Antwort; sie läuft nie ab.</translation>
    </message>
    <message>
      <source>Production keeps answers in a cache that is not connected here, so a user may see an older answer than this. Set upstash.base and upstash.secret to look into it.</source>
      <translation>Die Produktion behält Antworten in einem Cache, der hier nicht verbunden ist; wer fragt, sieht vielleicht eine ältere Antwort als diese. Setzen Sie upstash.base und upstash.secret, um hineinzusehen.</translation>
    </message>
  </context>
  <context>
    <name>qd::capture::CaptureRun</name>
    <message numerus="yes">
      <source>%1 has sent nothing for %n second(s), so the snapshot was given up. Take it again to go on.</source>
      <translation>
        <numerusform>%1 hat seit %n Sekunde nichts gesendet, daher wurde der Schnappschuss aufgegeben. Zum Fortsetzen noch einmal aufnehmen.</numerusform>
        <numerusform>%1 hat seit %n Sekunden nichts gesendet, daher wurde der Schnappschuss aufgegeben. Zum Fortsetzen noch einmal aufnehmen.</numerusform>
      </translation>
    </message>
    <message>
      <source>The snapshot was cancelled.</source>
      <translation>Der Schnappschuss wurde abgebrochen.</translation>
    </message>
    <message>
      <source>The profile of this deployment names no table of chunks.</source>
      <translation>Das Profil dieses Deployments nennt keine Tabelle mit Chunks.</translation>
    </message>
    <message>
      <source>The profile has no source “%1”.</source>
      <translation>Das Profil hat keine Quelle „%1“.</translation>
    </message>
    <message>
      <source>retrieval snapshot</source>
      <translation>Retrieval-Schnappschuss</translation>
    </message>
    <message>
      <source>Looking at %1.</source>
      <translation>%1 wird geprüft.</translation>
    </message>
    <message>
      <source>Reading %1: %2 of about %3 rows.</source>
      <translation>%1 wird gelesen: %2 von etwa %3 Zeilen.</translation>
    </message>
    <message>
      <source>Reading %1: %2 rows.</source>
      <translation>%1 wird gelesen: %2 Zeilen.</translation>
    </message>
    <message>
      <source>Reading the pages of %1: %2.</source>
      <translation>Die Seiten von %1 werden gelesen: %2.</translation>
    </message>
    <message>
      <source>Writing the snapshot to the disk.</source>
      <translation>Der Schnappschuss wird auf den Datenträger geschrieben.</translation>
    </message>
    <message>
      <source>The dimension of the embeddings could not be asked, so they are left out.</source>
      <translation>Die Dimension der Embeddings ließ sich nicht abfragen, daher fehlen sie.</translation>
    </message>
    <message>
      <source>%1 (%2)</source>
      <translation>%1 (%2)</translation>
    </message>
    <message>
      <source>The server's settings could not be read, so probes, ef_search and the locale are unknown.</source>
      <translation>Die Einstellungen des Servers waren nicht lesbar, daher sind probes, ef_search und die Locale unbekannt.</translation>
    </message>
    <message>
      <source>The definitions of indexes and search functions could not be read.</source>
      <translation>Die Definitionen von Indizes und Suchfunktionen waren nicht lesbar.</translation>
    </message>
    <message>
      <source>There is no function %1.%2 that takes what the profile says; its settings here are the profile's.</source>
      <translation>Es gibt keine Funktion %1.%2, die annimmt, was das Profil angibt; ihre Einstellungen hier sind die des Profils.</translation>
    </message>
    <message>
      <source>pgvector is not installed in this database, so there is no arithmetic of the server to agree with.</source>
      <translation>pgvector ist in dieser Datenbank nicht installiert, daher gibt es keine Arithmetik des Servers, mit der etwas übereinstimmen könnte.</translation>
    </message>
    <message>
      <source>The server's arithmetic could not be asked, so scores may differ in their last digits.</source>
      <translation>Die Arithmetik des Servers ließ sich nicht abfragen, daher können Scores in den letzten Stellen abweichen.</translation>
    </message>
    <message>
      <source>What people said of answers could not be read, so there are no judged questions.</source>
      <translation>Was zu Antworten gesagt wurde, war nicht lesbar, daher gibt es keine bewerteten Fragen.</translation>
    </message>
    <message>
      <source>The statement inside %1 could not be told apart, so how the planner runs it is unknown.</source>
      <translation>Die Anweisung in %1 ließ sich nicht herauslösen, daher ist unbekannt, wie der Planner sie ausführt.</translation>
    </message>
    <message>
      <source>How the planner runs %1 could not be asked.</source>
      <translation>Wie der Planner %1 ausführt, ließ sich nicht abfragen.</translation>
    </message>
    <message>
      <source>Row security hides about %1 of %2 rows of %3 from %4: they are not in the snapshot. A role with bypassrls sees them.</source>
      <translation>Row-Level Security verbirgt etwa %1 von %2 Zeilen von %3 vor %4: Sie fehlen im Schnappschuss. Eine Rolle mit bypassrls sieht sie.</translation>
    </message>
    <message>
      <source>Row security applies to %1 in %2: rows that it hides are not in the snapshot, and how many there are is unknown.</source>
      <translation>Row-Level Security gilt für die Rolle %1 auf %2: Zeilen, die sie verbirgt, fehlen im Schnappschuss, und wie viele es sind, ist unbekannt.</translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) have no embedding and are never found by meaning.</source>
      <translation>
        <numerusform>%n Chunk hat kein Embedding und wird über die Bedeutung nie gefunden.</numerusform>
        <numerusform>%n Chunks haben kein Embedding und werden über die Bedeutung nie gefunden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n embedding(s) have another dimension than most, %1, and were left out.</source>
      <translation>
        <numerusform>%n Embedding hat eine andere Dimension als die meisten, %1, und wurde ausgelassen.</numerusform>
        <numerusform>%n Embeddings haben eine andere Dimension als die meisten, %1, und wurden ausgelassen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) have no text.</source>
      <translation>
        <numerusform>%n Chunk hat keinen Text.</numerusform>
        <numerusform>%n Chunks haben keinen Text.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n chunk(s) have a text but no words to search.</source>
      <translation>
        <numerusform>%n Chunk hat einen Text, aber keine Wörter zum Suchen.</numerusform>
        <numerusform>%n Chunks haben einen Text, aber keine Wörter zum Suchen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) share their key with another, so the key does not tell rows apart.</source>
      <translation>
        <numerusform>%n Zeile teilt ihren Schlüssel mit einer anderen, daher unterscheidet der Schlüssel die Zeilen nicht.</numerusform>
        <numerusform>%n Zeilen teilen ihren Schlüssel mit einer anderen, daher unterscheidet der Schlüssel die Zeilen nicht.</numerusform>
      </translation>
    </message>
    <message>
      <source>The pages of %1 were left out: %2 is more than allowed.</source>
      <translation>Die Seiten von %1 wurden ausgelassen: %2 ist mehr als erlaubt.</translation>
    </message>
    <message>
      <source>Somebody holds a lock on %1 or on a table that belongs to it, so no snapshot was taken: Quarterdeck does not wait behind locks of production. Try again when it is gone.</source>
      <translation>Jemand hält eine Sperre auf %1 oder auf einer zugehörigen Tabelle, deshalb wurde kein Schnappschuss aufgenommen: Quarterdeck wartet nicht hinter Sperren der Produktion. Noch einmal versuchen, wenn sie weg ist.</translation>
    </message>
    <message numerus="yes">
      <source>%1 has sent nothing for %n second(s).</source>
      <translation>
        <numerusform>%1 hat seit %n Sekunde nichts gesendet.</numerusform>
        <numerusform>%1 hat seit %n Sekunden nichts gesendet.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>qd::demo::Cluster</name>
    <message>
      <source>The demo fleet could not write %1.</source>
      <translation>Die Demo-Flotte konnte %1 nicht schreiben.</translation>
    </message>
    <message>
      <source>The demo fleet could not hand %1 to its server.</source>
      <translation>Die Demo-Flotte konnte %1 nicht an ihren Server übergeben.</translation>
    </message>
    <message>
      <source>The demo needs a PostgreSQL server, and %1 was not found. Install the package postgresql.</source>
      <translation>Die Demo braucht einen PostgreSQL-Server, und %1 wurde nicht gefunden. Installieren Sie das Paket postgresql.</translation>
    </message>
    <message>
      <source>PostgreSQL does not run as root, and there is no other user to run it. Start Quarterdeck as an ordinary user.</source>
      <translation>PostgreSQL läuft nicht als root, und es gibt keinen anderen Benutzer, der es ausführen könnte. Starten Sie Quarterdeck als gewöhnlicher Benutzer.</translation>
    </message>
    <message>
      <source>The demo fleet could not make the folder %1.</source>
      <translation>Die Demo-Flotte konnte den Ordner %1 nicht anlegen.</translation>
    </message>
    <message>
      <source>The demo's PostgreSQL cluster could not be created.</source>
      <translation>Der PostgreSQL-Cluster der Demo konnte nicht angelegt werden.</translation>
    </message>
    <message>
      <source>The demo's PostgreSQL server did not start.</source>
      <translation>Der PostgreSQL-Server der Demo ist nicht gestartet.</translation>
    </message>
    <message>
      <source>The demo database %1 could not be prepared.</source>
      <translation>Die Demo-Datenbank %1 konnte nicht vorbereitet werden.</translation>
    </message>
    <message>
      <source>The demo database %1 did not answer.</source>
      <translation>Die Demo-Datenbank %1 hat nicht geantwortet.</translation>
    </message>
    <message>
      <source>The demo fleet was stopped.</source>
      <translation>Die Demo-Flotte wurde angehalten.</translation>
    </message>
  </context>
  <context>
    <name>qd::demo::Control</name>
    <message>
      <source>The demo fleet could not listen at %1.</source>
      <translation>Die Demo-Flotte konnte nicht an %1 lauschen.</translation>
    </message>
    <message>
      <source>The demo fleet does not answer. Start it again.</source>
      <translation>Die Demo-Flotte antwortet nicht. Starten Sie sie neu.</translation>
    </message>
  </context>
  <context>
    <name>qd::demo::Fleet</name>
    <message>
      <source>Demo · Supabase-like</source>
      <translation>Demo · Supabase-ähnlich</translation>
    </message>
    <message>
      <source>Demo · plain Postgres</source>
      <translation>Demo · reines Postgres</translation>
    </message>
    <message>
      <source>The demo fleet needs a new or empty folder, and %1 is not.</source>
      <translation>Die Demo-Flotte braucht einen neuen oder leeren Ordner, und %1 ist keiner.</translation>
    </message>
    <message>
      <source>The demo fleet could not make a folder in %1.</source>
      <translation>Die Demo-Flotte konnte in %1 keinen Ordner anlegen.</translation>
    </message>
    <message>
      <source>The folder %1 has too long a name for the demo's sockets. Choose a shorter one.</source>
      <translation>Der Name des Ordners %1 ist für die Sockets der Demo zu lang. Wählen Sie einen kürzeren.</translation>
    </message>
    <message>
      <source>Filling the databases.</source>
      <translation>Die Datenbanken werden befüllt.</translation>
    </message>
    <message>
      <source>Filling the databases. pgvector is not installed: embeddings are kept in plain arrays, without an index.</source>
      <translation>Die Datenbanken werden befüllt. pgvector ist nicht installiert: Embeddings werden in einfachen Arrays ohne Index gehalten.</translation>
    </message>
    <message>
      <source>The demo fleet has no database called “%1”.</source>
      <translation>Die Demo-Flotte hat keine Datenbank namens „%1“.</translation>
    </message>
    <message>
      <source>The demo fleet does not know the command “%1”.</source>
      <translation>Die Demo-Flotte kennt den Befehl „%1“ nicht.</translation>
    </message>
    <message>
      <source>The demo fleet is already running.</source>
      <translation>Die Demo-Flotte läuft bereits.</translation>
    </message>
    <message>
      <source>Creating two private PostgreSQL clusters.</source>
      <translation>Zwei private PostgreSQL-Cluster werden angelegt.</translation>
    </message>
    <message numerus="yes">
      <source>Writing %n day(s) of telemetry.</source>
      <translation>
        <numerusform>Telemetrie für %n Tag wird geschrieben.</numerusform>
        <numerusform>Telemetrie für %n Tage wird geschrieben.</numerusform>
      </translation>
    </message>
    <message>
      <source>The demo fleet is running.</source>
      <translation>Die Demo-Flotte läuft.</translation>
    </message>
    <message>
      <source>The demo fleet was stopped, but its folder %1 could not be removed.</source>
      <translation>Die Demo-Flotte wurde beendet, aber ihr Ordner %1 konnte nicht entfernt werden.</translation>
    </message>
    <message>
      <source>No demo fleet is running. Start one with: quarterdeck demo start</source>
      <translation>Es läuft keine Demo-Flotte. Starten Sie eine mit: quarterdeck demo start</translation>
    </message>
  </context>
  <context>
    <name>qd::demo::HttpServer</name>
    <message>
      <source>The demo's provider simulator found no free port.</source>
      <translation>Der Anbietersimulator der Demo hat keinen freien Port gefunden.</translation>
    </message>
  </context>
  <context>
    <name>qd::demo::Relay</name>
    <message>
      <source>The demo fleet found no free port on this computer.</source>
      <translation>Die Demo-Flotte hat auf diesem Rechner keinen freien Port gefunden.</translation>
    </message>
  </context>
  <context>
    <name>qd::pg::Connection</name>
    <message>
      <source>The database is not connected.</source>
      <translation>Die Datenbank ist nicht verbunden.</translation>
    </message>
    <message>
      <source>The connection to %1 was closed.</source>
      <translation>Die Verbindung zu %1 wurde geschlossen.</translation>
    </message>
    <message>
      <source>The connection was given up.</source>
      <translation>Die Verbindung wurde aufgegeben.</translation>
    </message>
    <message>
      <source>The service %1 is not in your pg_service.conf.</source>
      <translation>Der Dienst %1 steht nicht in Ihrer pg_service.conf.</translation>
    </message>
    <message>
      <source>There is no host called “%1”. Check the spelling and the network.</source>
      <translation>Es gibt keinen Host namens „%1“. Prüfen Sie die Schreibweise und das Netzwerk.</translation>
    </message>
    <message>
      <source>The address of “%1” could not be found in time. Check the network and its name server.</source>
      <translation>Die Adresse von „%1“ konnte nicht rechtzeitig ermittelt werden. Prüfen Sie das Netzwerk und seinen Nameserver.</translation>
    </message>
    <message>
      <source>%1 has stopped answering. The connection was given up.</source>
      <translation>%1 antwortet nicht mehr. Die Verbindung wurde aufgegeben.</translation>
    </message>
    <message>
      <source>The query was cancelled.</source>
      <translation>Die Abfrage wurde abgebrochen.</translation>
    </message>
    <message>
      <source>Somebody else cancelled the query on the server.</source>
      <translation>Die Abfrage wurde auf dem Server von jemand anderem abgebrochen.</translation>
    </message>
  </context>
  <context>
    <name>qd::providers::Embeddings</name>
    <message>
      <source>%1 answered in a shape that is not known, so its embeddings are not used.</source>
      <translation>%1 hat in einer unbekannten Form geantwortet, daher werden die Embeddings nicht verwendet.</translation>
    </message>
    <message>
      <source>%1 answered with the model “%2” where “%3” was asked for; what different models return cannot be compared.</source>
      <translation>%1 hat mit dem Modell „%2“ geantwortet, angefragt war „%3“; was verschiedene Modelle zurückgeben, ist nicht vergleichbar.</translation>
    </message>
    <message>
      <source>%1 answered with %2 dimensions where the index has %3; they cannot be compared.</source>
      <translation>%1 hat mit %2 Dimensionen geantwortet, der Index hat %3; sie sind nicht vergleichbar.</translation>
    </message>
    <message>
      <source>An empty text has no embedding.</source>
      <translation>Ein leerer Text hat kein Embedding.</translation>
    </message>
  </context>
  <context>
    <name>qd::providers::Exchange</name>
    <message>
      <source>%1 sent more than 16 MB, which no answer of its kind should be.</source>
      <translation>%1 hat mehr als 16 MB gesendet; so groß sollte keine Antwort dieser Art sein.</translation>
    </message>
  </context>
  <context>
    <name>qd::providers::Http</name>
    <message>
      <source>%1 asks us to wait; it will be asked again in %2.</source>
      <translation>%1 verlangt eine Wartezeit; die nächste Anfrage folgt in %2.</translation>
    </message>
    <message>
      <source>The address of %1 is not an http or https address.</source>
      <translation>Die Adresse von %1 ist keine http- oder https-Adresse.</translation>
    </message>
    <message>
      <source>%1 answered, but not with JSON that can be read. Is its address right?</source>
      <translation>%1 hat geantwortet, aber nicht mit lesbarem JSON. Stimmt die Adresse?</translation>
    </message>
  </context>
  <context>
    <name>qd::providers::Reranker</name>
    <message>
      <source>%1 answered in a shape that is not known, so its ranking is not used.</source>
      <translation>%1 hat in einer unbekannten Form geantwortet, daher wird die Rangfolge nicht verwendet.</translation>
    </message>
    <message>
      <source>%1 ranked %2 of %3 documents, so its ranking is not used.</source>
      <translation>%1 hat %2 von %3 Dokumenten eingestuft, daher wird die Rangfolge nicht verwendet.</translation>
    </message>
  </context>
  <context>
    <name>qd::providers::Statuspage</name>
    <message>
      <source>operational</source>
      <translation>betriebsbereit</translation>
    </message>
    <message>
      <source>degraded performance</source>
      <translation>beeinträchtigte Leistung</translation>
    </message>
    <message>
      <source>under maintenance</source>
      <translation>in Wartung</translation>
    </message>
    <message>
      <source>partial outage</source>
      <translation>Teilausfall</translation>
    </message>
    <message>
      <source>major outage</source>
      <translation>größerer Ausfall</translation>
    </message>
    <message>
      <source>%1: not on the page</source>
      <translation>%1: nicht auf der Seite</translation>
    </message>
    <message>
      <source>%1: %2</source>
      <extracomment>%1 is a part of a provider, %2 its state: "Database: partial outage"</extracomment>
      <translation>%1: %2</translation>
    </message>
    <message>
      <source>the page lists no components</source>
      <translation>die Seite führt keine Komponenten auf</translation>
    </message>
    <message>
      <source>all named components operational</source>
      <translation>alle genannten Komponenten betriebsbereit</translation>
    </message>
    <message>
      <source>all components operational</source>
      <translation>alle Komponenten betriebsbereit</translation>
    </message>
    <message>
      <source>The status page of %1 answered in a shape that is not known, so nothing is concluded from it.</source>
      <translation>Die Statusseite von %1 hat in einer unbekannten Form geantwortet, daher wird nichts daraus geschlossen.</translation>
    </message>
  </context>
  <context>
    <name>qd::providers::Upstash</name>
    <message>
      <source>Upstash cannot read this key as text.</source>
      <translation>Upstash kann diesen Schlüssel nicht als Text lesen.</translation>
    </message>
    <message>
      <source>Upstash answered in a shape that is not known, so it is not said whether the key is there.</source>
      <translation>Upstash antwortete in einer unbekannten Form, ob der Schlüssel da ist, bleibt also offen.</translation>
    </message>
  </context>
  <context>
    <name>qd::providers::Vercel</name>
    <message>
      <source>Vercel answered in a shape that is not known, so its list of deployments is not used.</source>
      <translation>Vercel hat in einer unbekannten Form geantwortet, daher wird seine Liste der Deployments nicht verwendet.</translation>
    </message>
  </context>
  <context>
    <name>qd::tables::CallsModel</name>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Tool</source>
      <translation>Tool</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Nutzer</translation>
    </message>
    <message>
      <source>Tokens in</source>
      <translation>Tokens ein</translation>
    </message>
    <message>
      <source>Tokens out</source>
      <translation>Tokens aus</translation>
    </message>
    <message>
      <source>Duration</source>
      <translation>Dauer</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>no price</source>
      <translation>ohne Preis</translation>
    </message>
    <message>
      <source>≥ %1</source>
      <translation>≥ %1</translation>
    </message>
    <message>
      <source>neither cost nor tokens recorded</source>
      <translation>weder Kosten noch Tokens erfasst</translation>
    </message>
    <message>
      <source>recorded</source>
      <translation>erfasst</translation>
    </message>
    <message>
      <source>computed from tokens and the price valid then</source>
      <translation>berechnet aus Tokens und dem damals gültigen Preis</translation>
    </message>
    <message>
      <source>the price book has no price for it</source>
      <translation>die Preisliste enthält keinen Preis dafür</translation>
    </message>
  </context>
  <context>
    <name>qd::tables::ChecksModel</name>
    <message>
      <source>Check</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <source>Object</source>
      <translation>Objekt</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Befund</translation>
    </message>
    <message>
      <source>Measured</source>
      <translation>Gemessen</translation>
    </message>
    <message>
      <source>never</source>
      <translation>nie</translation>
    </message>
  </context>
  <context>
    <name>qd::tables::CostModel</name>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <source>Share of cost</source>
      <translation>Kostenanteil</translation>
    </message>
    <message>
      <source>vs before</source>
      <translation>ggü. zuvor</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Aufrufe</translation>
    </message>
    <message>
      <source>Tokens in</source>
      <translation>Tokens ein</translation>
    </message>
    <message>
      <source>Tokens out</source>
      <translation>Tokens aus</translation>
    </message>
    <message>
      <source>per 1 k</source>
      <translation>pro 1.000</translation>
    </message>
    <message>
      <source>Per day</source>
      <translation>Pro Tag</translation>
    </message>
    <message>
      <source>no price</source>
      <translation>ohne Preis</translation>
    </message>
    <message>
      <source>≥ %1</source>
      <translation>≥ %1</translation>
    </message>
    <message>
      <source>The range before is not in the local copy.</source>
      <translation>Der Zeitraum davor ist nicht in der lokalen Kopie.</translation>
    </message>
    <message>
      <source>%1 before, %2 now: %3 of the change</source>
      <translation>%1 vorher, %2 jetzt: %3 der Veränderung</translation>
    </message>
    <message>
      <source>recorded $%1, computed from tokens $%2</source>
      <translation>erfasst $%1, aus Tokens berechnet $%2</translation>
    </message>
    <message>
      <source>%1; %2 tokens in %3 calls have no price</source>
      <translation>%1; %2 Tokens in %3 Aufrufen ohne Preis</translation>
    </message>
    <message>
      <source>Cost of each day of the range</source>
      <translation>Kosten an jedem Tag des Zeitraums</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Tool</source>
      <translation>Tool</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Benutzer</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
  </context>
  <context>
    <name>qd::tables::ErrorGroupsModel</name>
    <message>
      <source>Message</source>
      <translation>Meldung</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Klasse</translation>
    </message>
    <message>
      <source>HTTP</source>
      <translation>HTTP</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>Users</source>
      <translation>Nutzer</translation>
    </message>
    <message>
      <source>First</source>
      <translation>Erste</translation>
    </message>
    <message>
      <source>Last</source>
      <translation>Letzte</translation>
    </message>
    <message>
      <source>Since</source>
      <translation>Seit</translation>
    </message>
    <message>
      <source>In the range</source>
      <translation>Im Zeitraum</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>without a message</source>
      <translation>ohne Meldung</translation>
    </message>
    <message>
      <source>older</source>
      <translation>älter</translation>
    </message>
    <message numerus="yes">
      <source>%n error(s)</source>
      <translation>
        <numerusform>%n Fehler</numerusform>
        <numerusform>%n Fehler</numerusform>
      </translation>
    </message>
    <message>
      <source>new</source>
      <translation>neu</translation>
    </message>
    <message>
      <source>known</source>
      <translation>bekannt</translation>
    </message>
  </context>
  <context>
    <name>qd::tables::FleetModel</name>
    <message>
      <source>Deployment</source>
      <translation>Deployment</translation>
    </message>
    <message>
      <source>Environment</source>
      <translation>Umgebung</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>p95 / target</source>
      <translation>p95 / Ziel</translation>
    </message>
    <message>
      <source>Cost today / budget</source>
      <translation>Kosten heute / Budget</translation>
    </message>
    <message>
      <source>Deployed</source>
      <translation>Deployt</translation>
    </message>
    <message>
      <source>%1 / %2</source>
      <comment>value and target</comment>
      <translation>%1 / %2</translation>
    </message>
    <message>
      <source>≥ %1</source>
      <translation>≥ %1</translation>
    </message>
    <message>
      <source>%1. %2</source>
      <comment>state and how fresh it is</comment>
      <translation>%1. %2</translation>
    </message>
  </context>
  <context>
    <name>qd::tables::OperationsModel</name>
    <message>
      <source>Operation</source>
      <translation>Operation</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Aufrufe</translation>
    </message>
    <message>
      <source>p50</source>
      <translation>p50</translation>
    </message>
    <message>
      <source>p95</source>
      <translation>p95</translation>
    </message>
    <message>
      <source>p99</source>
      <translation>p99</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <source>p95 against target</source>
      <translation>p95 ggü. Ziel</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>no target</source>
      <translation>kein Ziel</translation>
    </message>
    <message>
      <source>few</source>
      <translation>wenige</translation>
    </message>
    <message>
      <source>p95 not measured</source>
      <translation>p95 nicht gemessen</translation>
    </message>
    <message>
      <source>p95 %1, from few calls</source>
      <translation>p95 %1, aus wenigen Aufrufen</translation>
    </message>
    <message>
      <source>p95 %1, no target</source>
      <translation>p95 %1, kein Ziel</translation>
    </message>
    <message>
      <source>p95 %1, within target</source>
      <translation>p95 %1, im Ziel</translation>
    </message>
    <message>
      <source>p95 %1, over target</source>
      <translation>p95 %1, über Ziel</translation>
    </message>
  </context>
  <context>
    <name>qd::tables::TableModel</name>
    <message>
      <source>%1 %2</source>
      <comment>heading and value, read aloud</comment>
      <translation>%1 %2</translation>
    </message>
    <message>
      <source>%1, %2</source>
      <comment>value and remark, read aloud</comment>
      <translation>%1, %2</translation>
    </message>
  </context>
  <context>
    <name>qd::telemetry::Follower</name>
    <message>
      <source>Paused</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <source>Another Quarterdeck reads this database; this one follows it</source>
      <translation>Ein anderes Quarterdeck liest diese Datenbank; dieses folgt ihm</translation>
    </message>
    <message>
      <source>Reading history, back to %1</source>
      <extracomment>%1 is a day such as 14 Nov or, on the first day, a time</extracomment>
      <translation>Verlauf wird gelesen, zurück bis %1</translation>
    </message>
    <message>
      <source>Comparing with the database</source>
      <translation>Abgleich mit der Datenbank</translation>
    </message>
    <message>
      <source>Reading new calls</source>
      <translation>Neue Aufrufe werden gelesen</translation>
    </message>
    <message>
      <source>telemetry: audit</source>
      <translation>Telemetrie: Audit</translation>
    </message>
    <message>
      <source>telemetry: history</source>
      <translation>Telemetrie: Verlauf</translation>
    </message>
    <message>
      <source>telemetry: clock</source>
      <translation>Telemetrie: Uhr</translation>
    </message>
    <message>
      <source>The database did not say what time it is.</source>
      <translation>Die Datenbank hat nicht mitgeteilt, wie spät es ist.</translation>
    </message>
    <message>
      <source>“%1” has no index to read by, and is too large to be read whole. Create the index that its check names.</source>
      <translation>„%1“ hat keinen Index, nach dem gelesen werden kann, und ist zu groß, um ganz gelesen zu werden. Legen Sie den Index an, den die zugehörige Prüfung nennt.</translation>
    </message>
    <message>
      <source>telemetry: refresh</source>
      <translation>Telemetrie: Aktualisierung</translation>
    </message>
    <message>
      <source>Rows that are changed or added more than ten minutes late are found by the catch-up of the last day and the nightly audit.</source>
      <translation>Zeilen, die mehr als zehn Minuten verspätet geändert oder hinzugefügt werden, finden das Nachlesen des letzten Tages und das nächtliche Audit.</translation>
    </message>
    <message>
      <source>This role may not see other sessions' transactions, so the last ten minutes are read again each time. Grant pg_monitor to it to read less.</source>
      <translation>Diese Rolle darf die Transaktionen anderer Sitzungen nicht sehen, daher werden die letzten zehn Minuten jedes Mal erneut gelesen. Erteilen Sie ihr pg_monitor, um weniger zu lesen.</translation>
    </message>
  </context>
</TS>