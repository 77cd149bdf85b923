import type { ErrorCode } from '../errors.ts'

/** The catalogue's failures in German, as the app says them. */
export const germanErrors: Readonly<Record<ErrorCode, string>> = {
  SCRIPT_REQUIRED: 'Es fehlt ein Skript.',
  SCRIPT_TOO_LONG: 'Das Skript hat {length} Zeichen, höchstens {limit} gehen; teile es in mehrere Skripte.',
  SCRIPT_NOT_FOUND: 'Eine Datei {path} gibt es nicht; prüfe ihren Namen.',
  SCRIPT_IS_FOLDER: '{path} ist ein Ordner; öffne die Skriptdatei darin.',
  SCRIPT_UNREADABLE: '{path} ließ sich nicht lesen ({reason}); prüfe die Zugriffsrechte.',
  SCRIPT_NOT_TEXT: '{path} ist keine Textdatei; speichere das Skript als reinen Text und versuche es noch einmal.',
  SCRIPT_OTHER_KIND:
    '{path} lässt sich nicht lesen ({kind}); speichere den Text als .docx, .txt oder .srt und öffne das.',
  SCRIPT_WORD_BROKEN:
    '{path} ist kein oder kein ganzes Word-Dokument; speichere es neu als .docx oder als reinen Text.',
  SCRIPT_EMPTY: '{path} enthält nichts zum Sprechen; schreibe ein Skript hinein und versuche es noch einmal.',
  VOICE_INVALID: 'Diese Stimme gibt es nicht. Es gibt: {voices}',
  VOICE_OTHER_MODEL: 'Das Modell {model} hat keine Stimme {voice}; nimm das Modell {models} oder eine andere Stimme.',
  VOICE_REFUSED: 'Der Sprachserver hat die Stimme {voice} abgelehnt ({reason}); er hat diese: {voices}.',
  VOICE_UNKNOWN: 'Das Skript verlangt die Stimme {voice}, die es nicht gibt. Es gibt: {voices}',
  PRONUNCIATIONS_UNREADABLE:
    '{path} lässt sich nicht als Ausspracheliste lesen ({reason}); schreibe in jede Zeile ein Wort und wie man es sagt.',
  SPEED_INVALID: 'Das Tempo muss zwischen 0,25 und 4,0 liegen.',
  FORMAT_INVALID: 'Das Format „{format}“ gibt es nicht. Es gibt: mp3, wav, mp4',
  CAPTIONS_NO_FONT:
    'Keine Schrift hier kann {writings} zeigen, die Untertitel würden fehlen; installiere Noto-Schriften dafür oder schalte die Untertitel aus.',
  LOOK_UNKNOWN: 'Einen Look „{name}“ gibt es nicht; `pausecut looks` zeigt die vorhandenen.',
  BACKGROUND_UNKNOWN:
    'Das Skript verlangt den Hintergrund „{name}“, den es hier nicht gibt; nenne ein Bild neben dem Skript, eine Adresse, einen gezeichneten Hintergrund oder eine Farbe.',
  REQUEST_INVALID: 'Das lässt sich so nicht ausführen: {reason}',
  INPUT_REFUSED: 'So lässt sich das nicht verwenden; ändere es und versuche es noch einmal.',
  KEY_MISSING:
    'Die Stimmen von OpenAI brauchen einen Schlüssel; trage ihn in den Einstellungen ein oder nimm die eingebaute Stimme.',
  KEY_REFUSED: 'Der Sprachdienst hat den Schlüssel abgelehnt; prüfe ihn in den Einstellungen.',
  KEYCHAIN_UNAVAILABLE:
    'Der Schlüsselbund dieses Systems ist nicht verfügbar ({reason}), darum lässt sich kein Schlüssel aufbewahren; entsperre ihn.',
  KEY_IN_ENVIRONMENT: 'Der Schlüssel kommt aus OPENAI_API_KEY; nimm ihn aus der Umgebung, um einen anderen zu nutzen.',
  SPEECH_NO_CREDIT:
    'Auf diesem Schlüssel ist kein Guthaben mehr; lade es beim Anbieter auf oder nimm die eingebaute Stimme.',
  KEY_WANTED: 'Der Sprachserver unter {address} verlangt einen Schlüssel; trage ihn in den Einstellungen ein.',
  SPEECH_REFUSED: 'Der Sprachdienst hat die Anfrage abgelehnt: {reason}',
  SPEECH_NOT_THERE:
    'Unter {address} spricht niemand ({reason}); prüfe, ob die Adresse auf /v1 enden sollte, und ob der Server das Modell und die Stimme kennt.',
  SPEECH_FAILED: 'Der Sprachdienst ist gescheitert ({reason}); sieh in sein Protokoll, prüfe Modell und Stimme.',
  SPEECH_BUSY: 'Der Sprachdienst war auch nach {attempts} Versuchen überlastet; versuche es später noch einmal.',
  SPEECH_UNREACHABLE:
    'Der Sprachdienst unter {host} ist nicht erreichbar; prüfe das Netz und seine Adresse in den Einstellungen.',
  SPEECH_BAD_ANSWER:
    'Der Sprachdienst hat etwas geantwortet, das kein Ton ist ({reason}); prüfe seine Adresse und das Modell.',
  SPEECH_NOT_THE_TEXT:
    'Die Stimme hat den Text nicht gesagt, auch beim zweiten Mal nicht: {reason}; versuche es noch einmal, formuliere es anders oder nimm eine andere Stimme oder ein anderes Modell.',
  SPEECH_ENGLISH_ONLY:
    'Diese Stimme liest Englisch und kann „{text}“ nicht sprechen; nimm für andere Sprachen eine Stimme von OpenAI.',
  SPEECH_NOTHING_TO_SAY: 'In „{text}“ fand die Stimme nichts zu sagen; schreibe es in Worten.',
  VOICE_PACK_UNKNOWN: 'Ein Stimmpaket {name} gibt es nicht. Es gibt: {packs}',
  VOICE_PACK_MISSING: 'Das Stimmpaket {name} ist nicht auf diesem Rechner; lade es bei den Stimmen.',
  VOICE_PACK_DAMAGED: 'Das Stimmpaket {name} ist nicht vollständig ({files}); lade es bei den Stimmen noch einmal.',
  VOICE_PACK_BUSY: 'Pausecut arbeitet schon an dem Stimmpaket {name}; warte, bis das fertig ist.',
  VOICE_PACK_UNREACHABLE: '{host} ist nicht zu erreichen ({reason}); prüfe das Netz und versuche es noch einmal.',
  VOICE_PACK_CUT:
    'Der Download von {host} ist abgebrochen; versuche es noch einmal, dann geht er dort weiter, wo er aufgehört hat.',
  VOICE_PACK_STALLED:
    '{host} hat {seconds} Sekunden lang so gut wie nichts geschickt; versuche es noch einmal, dann geht der Download dort weiter, wo er aufgehört hat.',
  VOICE_PACK_REFUSED: '{host} hat {file} nicht geschickt (HTTP-Status {status}); versuche es später noch einmal.',
  VOICE_PACK_OTHER_FILE:
    'Was {host} geschickt hat, ist nicht {file} und wurde verworfen; versuche es noch einmal, und bleibt es so, in einem anderen Netz.',
  VOICE_PACK_NO_ROOM:
    'In {path} werden {needed} gebraucht und {free} sind frei; mache Platz und versuche es noch einmal.',
  VOICE_PACK_SOURCE:
    '{path} enthält nicht das Stimmpaket {name} ({reason}); nenne einen Ordner oder ein ZIP mit allen seinen Dateien.',
  VOICE_BROKEN: 'Die natürliche Stimme kann das Stimmpaket {name} nicht nutzen; lade es bei den Stimmen noch einmal.',
  VOICE_NO_RUNTIME:
    'Die natürliche Stimme braucht die ONNX Runtime, und die fehlt hier oder lädt nicht; installiere Pausecut neu oder wähle die eingebaute Stimme.',
  VOICE_CRASHED:
    'Die natürliche Stimme ist beim Sprechen abgebrochen, wohl weil der Arbeitsspeicher nicht reichte; schließe andere Programme und versuche es noch einmal, oder nimm das kleinere Stimmpaket.',
  VOICE_SILENT:
    'Die natürliche Stimme hat {seconds} Sekunden lang nicht geantwortet; schließe andere Programme und versuche es noch einmal, oder wähle die eingebaute Stimme.',
  SYSTEM_VOICES_MISSING:
    'Dieser Computer hat keine eigenen Stimmen, die Pausecut nutzen kann; installiere unter Linux espeak-ng, oder wähle eine andere Sprachausgabe.',
  SYSTEM_VOICE_FAILED:
    'Die Stimme dieses Computers ist gescheitert ({reason}); wähle eine andere Stimme oder eine andere Sprachausgabe.',
  BUILTIN_VOICE_BROKEN: 'Die eingebaute Stimme lässt sich nicht nutzen ({reason}); installiere Pausecut neu.',
  PICTURE_NOT_FOUND: 'Das Bild {path} gibt es nicht mehr; wähle ein anderes.',
  PICTURE_UNREADABLE: '{path} ließ sich nicht als Bild lesen ({reason}); nimm ein ganzes PNG, JPEG oder WebP.',
  PICTURE_TOO_LARGE: '{path} hat mehr als {limit} Megapixel; verkleinere das Bild und versuche es noch einmal.',
  PICTURE_FILE_TOO_LARGE: '{path} ist größer als {limit} MB; verkleinere das Bild und versuche es noch einmal.',
  PICTURE_NOT_FETCHED: 'Das Hintergrundbild ließ sich nicht holen: {reason}',
  MUSIC_UNREADABLE:
    '{path} lässt sich nicht als Musik verwenden ({reason}); nimm eine MP3-, M4A-, AAC-, WAV-, FLAC- oder Ogg-Datei.',
  MUSIC_NOT_FOUND: 'Die Musik {path} gibt es nicht mehr; wähle eine andere.',
  ADDRESS_REFUSED: 'Die Adresse {what} darf nicht benutzt werden: {reason}',
  FFMPEG_MISSING:
    'Es wurde kein ffmpeg gefunden; installiere es mit der Paketverwaltung oder setze FFMPEG_PATH auf das Programm.',
  FFMPEG_BROKEN:
    'Das ffmpeg unter {path} lässt sich nicht nutzen ({reason}); installiere ein vollständiges oder setze FFMPEG_PATH.',
  FFMPEG_FAILED: 'ffmpeg brach ab ({doing}): {reason}',
  SPEC_MISSED: '{file} verfehlt die Vorgaben ({what}) und wurde nicht behalten; bitte melde das.',
  DISK_FULL: 'Der Datenträger ist voll ({path}); schaffe Platz und versuche es noch einmal.',
  FOLDER_READ_ONLY: 'In {path} lässt sich nichts schreiben; wähle einen anderen Ordner.',
  DATA_FOLDER_UNUSABLE:
    'Pausecut kann seine eigenen Dateien nicht in {path} aufbewahren ({reason}); setze PAUSECUT_HOME auf einen anderen Ordner.',
  FOLDER_IS_FILE: '{path} ist eine Datei; wähle einen Ordner.',
  FILE_UNREADABLE:
    '{path} ließ sich nicht lesen ({reason}) und blieb, wie es ist; prüfe die Zugriffsrechte oder schließe das Programm, das es offen hält.',
  FILE_DAMAGED: '{path} war beschädigt, deshalb geht es ohne die Datei weiter; was darin stand, liegt in {aside}.',
  FILE_FAILED: '{path} ließ sich nicht schreiben ({reason}); wähle einen anderen Ordner und versuche es noch einmal.',
  FILE_GONE: '{name} ist nicht mehr dort, wo es entstand; jemand hat es verschoben oder gelöscht.',
  FILES_NOT_REMOVED:
    'Die Dateien ließen sich nicht löschen ({reason}); schließe die Programme, die sie benutzen, und versuche es noch einmal.',
  FILE_NOT_OURS: '{path} wurde nicht in dieser App gewählt; wähle es noch einmal.',
  CANCELLED: 'Abgebrochen',
  JOB_NOT_FOUND: 'Diesen Auftrag gibt es nicht mehr.',
  RENDER_LOST: 'Die Befehlszeile endete vor diesem Auftrag; versuche es noch einmal, dann entsteht der Rest hier.',
  JOB_ENDED: 'Dieser Auftrag ist schon zu Ende ({state}).',
  JOB_NOT_ENDED: 'Dieser Auftrag läuft noch; warte auf ihn oder brich ihn zuerst ab.',
  JOB_COMPLETED: 'Dieser Auftrag ist fertig; es gibt nichts zu wiederholen.',
  QUEUE_FULL: 'Die Warteschlange ist voll ({limit} Aufträge warten); versuche es in {seconds} Sekunden noch einmal.',
  KEY_REUSED:
    'Dieser Idempotency-Key gehört zu einer anderen Anfrage; sende einen neuen Schlüssel oder noch einmal dieselbe Anfrage.',
  DELIVERY_NOT_FOUND: 'Dieser Auftrag hat keinen solchen Webhook-Aufruf.',
  NOT_COMPLETED: 'Das ist noch nicht fertig.',
  NO_FILE: 'Dazu gibt es keine Datei.',
  FILE_NOT_FOUND: 'Die fertige Datei ist nicht mehr da.',
  DOWNLOAD_FAILED: 'Das Herunterladen misslang: {reason}',
  CLOSING: 'Pausecut wird gerade beendet; versuche es nach dem nächsten Start.',
  PORT_TAKEN: 'Port {port} ist belegt oder darf nicht benutzt werden; wähle einen anderen.',
  HOST_UNUSABLE: 'Dieser Rechner hat keine Adresse {host}; wähle eine andere mit --host.',
  TOKEN_MISSING: 'Im Schlüsselbund ist kein Token; erzeuge eines mit `pausecut token new`.',
  TOKEN_REQUIRED:
    'Andere erreichen {host}, darum braucht es ein Token: setze --token oder --token-from-keychain, oder lass {flag} weg.',
  HOST_REFUSED: 'Dieser Server antwortet nur als {hosts}; sende die Anfrage dorthin.',
  ORIGIN_REFUSED: 'Seiten anderer Herkunft dürfen diesen Server nicht benutzen.',
  TOKEN_NEEDED: 'Sende das Token dieses Servers als Authorization: Bearer <token>.',
  BODY_TOO_LARGE: 'Die Anfrage hat mehr als 1 MiB; teile das Skript in mehrere Aufträge.',
  NOT_JSON: 'Sende die Anfrage als JSON mit Content-Type: application/json.',
  NOT_UTF8: 'Die Anfrage ist nicht in UTF-8; sichere oder sende den Text in dieser Kodierung.',
  JSON_BROKEN: 'Die Anfrage ist kein gültiges JSON; prüfe Anführungszeichen, Kommas und Klammern.',
  ROUTE_UNKNOWN: 'Unter dieser Adresse gibt es nichts; /api/v1/openapi.json zählt auf, was es gibt.',
  METHOD_NOT_ALLOWED: 'Diese Adresse nimmt nur {methods}.',
  REQUEST_MALFORMED: 'Die Anfrage ließ sich nicht als HTTP lesen.',
  HEADERS_TOO_LARGE: 'Die Kopfzeilen der Anfrage haben mehr als 16 KiB.',
  TOO_MANY_HELD:
    'Zu viele solche Aufrufe sind gerade offen; schließe die, die nicht gebraucht werden, oder versuche es später.',
  REQUEST_TIMEOUT: 'Die Anfrage kam nicht rechtzeitig an; sende sie noch einmal.',
  DRAFT_NOT_FOUND: 'Dieses Skript ist nicht mehr hier; öffne ein anderes.',
  LOOK_NOT_FOUND: 'Einen Look namens {name} gibt es nicht.',
  LOOK_BUILT_IN: '{name} gehört zu Pausecut und bleibt, wie er ist; sichere deinen Look unter einem anderen Namen.',
  LOOK_UNREADABLE: '{path} enthält keinen Look, den Pausecut lesen kann ({reason}).',
  UPDATE_FAILED: 'Die neue Version ließ sich nicht laden; später wird es noch einmal versucht.',
  STORE_TOO_NEW:
    '{path} stammt von einem neueren Pausecut (Version {found}; dieses kennt {known}); aktualisiere Pausecut oder setze PAUSECUT_HOME auf einen anderen Ordner.',
  STORE_UNREADABLE:
    '{path} lässt sich nicht für Aufträge nutzen ({reason}); verschiebe es oder setze PAUSECUT_HOME auf einen anderen Ordner.',
  STORE_BUSY:
    'Ein anderes Programm hält die Datenbank der Aufträge gesperrt; beende dort, was es tut, und versuche es noch einmal.',
  STORE_FAILED:
    'Die Datenbank der Aufträge lässt sich nicht lesen oder schreiben ({reason}); prüfe ihren Datenträger und versuche es noch einmal.',
  STORE_IN_USE: 'Ein anderes Pausecut arbeitet in {path}; beende es oder setze PAUSECUT_HOME auf einen anderen Ordner.',
  UNEXPECTED: 'Etwas Unerwartetes ging schief; das Protokoll sagt, was. Von deinem Text geht nichts verloren.',
}
