import type { ErrorCode } from '#shared/errors.ts'

/** The failures that somebody can meet in the app, in German. */
export const germanErrors: Partial<Record<ErrorCode, string>> = {
  SCRIPT_REQUIRED: 'Es fehlt ein Skript.',
  SCRIPT_TOO_LONG: 'Das Skript hat {length} Zeichen, höchstens {limit} gehen; teile es in mehrere Skripte.',
  SCRIPT_IS_FOLDER: '{path} ist ein Ordner; öffne die Skriptdatei darin.',
  SCRIPT_UNREADABLE: '{path} ließ sich nicht lesen ({reason}); prüfe die Zugriffsrechte.',
  SCRIPT_NOT_TEXT: '{path} ist keine Textdatei; speichere das Skript als reinen Text und versuche es noch einmal.',
  SCRIPT_EMPTY: '{path} enthält nichts zum Sprechen; schreibe ein Skript hinein und versuche es noch einmal.',
  KEY_MISSING:
    'Die Stimmen von OpenAI brauchen einen Schlüssel; trage ihn in den Einstellungen ein oder nimm die eingebaute Stimme.',
  KEY_REFUSED: 'Der Sprachdienst hat den Schlüssel abgelehnt; prüfe ihn in den Einstellungen.',
  KEYCHAIN_UNAVAILABLE:
    'Der Schlüsselbund dieses Systems ist nicht verfügbar ({reason}), darum lässt sich kein Schlüssel aufbewahren; entsperre ihn.',
  KEY_IN_ENVIRONMENT: 'Der Schlüssel kommt aus OPENAI_API_KEY; nimm ihn aus der Umgebung, um einen anderen zu nutzen.',
  SPEECH_NO_CREDIT:
    'Auf diesem Schlüssel ist kein Guthaben mehr; lade es beim Anbieter auf oder nimm die eingebaute Stimme.',
  SPEECH_REFUSED: 'Der Sprachdienst hat diesen Text abgelehnt: {reason}',
  SPEECH_BUSY: 'Der Sprachdienst war auch nach {attempts} Versuchen überlastet; versuche es später noch einmal.',
  SPEECH_UNREACHABLE:
    'Der Sprachdienst unter {host} ist nicht erreichbar; prüfe das Netz und seine Adresse in den Einstellungen.',
  SPEECH_BAD_ANSWER:
    'Der Sprachdienst hat etwas geantwortet, das kein Ton ist ({reason}); prüfe seine Adresse und das Modell.',
  SPEECH_ENGLISH_ONLY:
    'Die eingebaute Stimme liest Englisch und kann „{text}“ nicht sprechen; nimm für andere Sprachen eine Stimme von OpenAI.',
  SPEECH_NOTHING_TO_SAY: 'In „{text}“ fand die Stimme nichts zu sagen; schreibe es in Worten.',
  BUILTIN_VOICE_BROKEN: 'Die eingebaute Stimme lässt sich nicht nutzen ({reason}); installiere Pausecut neu.',
  PICTURE_NOT_FOUND: 'Das Bild {path} gibt es nicht mehr; wähle ein anderes.',
  PICTURE_UNREADABLE: '{path} ließ sich nicht als Bild lesen ({reason}); nimm ein ganzes PNG, JPEG oder WebP.',
  PICTURE_TOO_LARGE: '{path} hat mehr als {limit} Megapixel; verkleinere das Bild und versuche es noch einmal.',
  PICTURE_NOT_FETCHED: 'Das Hintergrundbild ließ sich nicht holen: {reason}',
  MUSIC_NOT_FOUND: 'Die Musik {path} gibt es nicht mehr; wähle eine andere.',
  ADDRESS_REFUSED: 'Diese Adresse darf nicht benutzt werden: {reason}',
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
  FILE_FAILED: '{path} ließ sich nicht schreiben ({reason}); wähle einen anderen Ordner und versuche es noch einmal.',
  FILE_GONE: '{name} ist nicht mehr dort, wo es entstand; jemand hat es verschoben oder gelöscht.',
  FILE_NOT_OURS: '{path} wurde nicht in dieser App gewählt; wähle es noch einmal.',
  CANCELLED: 'Abgebrochen',
  JOB_NOT_FOUND: 'Diesen Auftrag gibt es nicht mehr.',
  RENDER_LOST: 'Die Befehlszeile endete vor diesem Auftrag; versuche es noch einmal, dann entsteht der Rest hier.',
  JOB_ENDED: 'Dieser Auftrag ist schon zu Ende.',
  JOB_COMPLETED: 'Dieser Auftrag ist fertig; es gibt nichts zu wiederholen.',
  QUEUE_FULL: 'Die Warteschlange ist voll ({limit} Aufträge warten); versuche es in {seconds} Sekunden noch einmal.',
  CLOSING: 'Pausecut wird gerade beendet; versuche es nach dem nächsten Start.',
  PORT_TAKEN: 'Port {port} ist belegt oder darf nicht benutzt werden; wähle einen anderen.',
  DRAFT_NOT_FOUND: 'Dieses Skript ist nicht mehr hier; öffne ein anderes.',
  LOOK_NOT_FOUND: 'Einen Look namens {name} gibt es nicht.',
  LOOK_BUILT_IN: '{name} gehört zu Pausecut und bleibt, wie er ist; sichere deinen Look unter einem anderen Namen.',
  LOOK_UNREADABLE: '{path} enthält keinen Look, den Pausecut lesen kann ({reason}).',
  UPDATE_FAILED: 'Die neue Version ließ sich nicht laden; später wird es noch einmal versucht.',
  UNEXPECTED: 'Etwas Unerwartetes ging schief; das Protokoll sagt, was. Von deinem Text geht nichts verloren.',
}
