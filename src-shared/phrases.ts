/**
 * What is told besides errors, or inside of their sentences: reasons, stages, warnings. Each has a code, so that it can
 * be said in any language; `{name}` is filled from its facts.
 */
const reasons = {
  /** Somebody else's words as they are: a service's, a program's, the system's. */
  WORDS: '{text}',

  // Files
  FILE_IN_USE: 'another program has it open',
  FOLDER_IN_PLACE: 'a folder of that name is in its place',
  NAME_TOO_LONG: 'its name is too long',
  FOLDER_GONE: 'its folder is gone',
  TOO_MANY_OPEN: 'too many files are open',
  NOT_ALLOWED: 'not allowed',
  FILE_UNREADABLE: 'the file can not be read',
  DISK_UNREADABLE: 'the disk can not be read',
  NO_SUCH_FILE: 'there is no such file',
  NOT_WRITABLE: 'it may not write',
  FILE_IN_THE_WAY: 'a file is in the way',
  NO_FOLDER: 'no folder can be made',
  OTHER_PROGRAM: 'it belongs to another program',
  LOG_WITHOUT_DATABASE: 'the database that it belongs to is not there',
  EMPTY_BESIDE_JOBS: 'it is empty, while there are jobs beside it',
  LARGER_THAN: 'it is larger than {limit}',
  EMPTY: 'it is empty',
  FOLDER: 'it is a folder',
  PERMISSIONS: 'its permissions do not allow it',

  // Pictures
  DAMAGED: 'it is cut off or damaged',
  FORMAT_A: 'it is a {format}',
  FORMAT_AN: 'it is an {format}',
  PHOTOSHOP: 'it is a Photoshop file',
  HEIC: 'it is a HEIC picture',
  AVIF: 'it is an AVIF picture',
  VIDEO: 'it is a video',
  WEB_PAGE: 'it is a web page',
  NO_PICTURE: 'it is no picture',
  NO_SOUND: 'it is no sound file',
  OTHER_PICTURE: 'it is no PNG, JPEG or WebP picture',
  MORE_MEGAPIXELS: 'it has more than {limit} megapixels',

  // Looks
  NOT_JSON: 'it is not JSON',
  NO_LOOK: 'it is no look',
  LINE_NO_PAIR: 'line {line} is not a word and how it is said, in up to 100 characters each',
  ENTRY_NO_PAIR: 'entry {entry} is not a word and how it is said, in up to 100 characters each',
  MORE_ENTRIES: 'it has more than {limit} entries',
  NO_TEXT: 'it is no text',
  XML_BROKEN: 'line {line} is not XML',
  NO_LEXICON: 'it is no PLS lexicon',
  LOOK_FIELD: '{field} is not as it should be',
  LOOK_FIELD_CHOICE: '{field} is none of {choices}',
  LOOK_WITHOUT_BACKGROUND: 'its background is missing',
  LOOK_WITHOUT_LOGO: 'its logo is missing',
  LOOK_WITHOUT_MUSIC: 'its music is missing',

  // Addresses
  BACKGROUND_ADDRESS: 'background picture',
  WEBHOOK_ADDRESS: 'webhook',
  ADDRESS_TOO_LONG: 'it is longer than {limit} characters',
  NO_ADDRESS: 'it is no web address; write it whole, like https://example.com/name',
  OTHER_PROTOCOL: 'only http and https addresses can be used',
  CREDENTIALS: 'it holds a user name or a password; leave them out',
  PRIVATE_HOST:
    '{host} is on this machine or in a private network; where that is meant, start Pausecut with --allow-host {host}',
  SERVER_STATUS: 'its server answered with status {status}',
  REDIRECT_NOWHERE: 'its server redirects to no web address',
  REDIRECTS: 'its server redirects more than {limit} times',
  TOO_SLOW: 'it did not come within {seconds} seconds',
  CONNECTION_FAILED: 'the connection failed ({code})',
  SERVER_UNKNOWN: 'its server is not known',
  NO_LOOKUP: 'its server can not be looked up now',
  CONNECTION_REFUSED: 'its server refuses connections',
  CONNECTION_BROKEN: 'its server broke the connection off',
  SERVER_SILENT: 'its server does not answer',
  NO_NETWORK: 'no network leads there',
  NOT_TRUSTED: 'its certificate is not trusted here ({code})',
  PROXY_REFUSED: 'the proxy in the environment opens no way to it',
  PROXY_NO_ADDRESS: 'the proxy in the environment is no web address',

  // Voice packs
  FILE_LACKING: '{file} is not in it, or not as it should be',
  NEITHER_FOLDER_NOR_ZIP: 'it is neither a folder nor a zip',

  // The keychain
  NO_DBUS: 'there is no D-Bus session',
  KEYCHAIN_LOCKED: 'it is locked',
  NO_KEYRING: 'it holds no keyring',
  NOT_SUPPORTED: 'it is not supported on this system',
  NO_ANSWER: 'it does not answer',

  // What a speech service answers
  HTTP_STATUS: 'HTTP status {status}',
  ANSWER_ENDLESS: 'it does not end',
  ANSWER_STOPPED: 'it stopped half-way',
  ANSWER_BROKEN: 'it broke off',
  ANSWER_SILENT: 'it is silent or too short for the text',
  ANSWER_WITHOUT_TIMES: 'it has no words with their times',
  ANSWER_UNKNOWN: 'its first bytes are those of no sound that is known, and it calls itself {type}',
  ANSWER_NOISE: 'it is noise',
  ANSWER_STREAM: 'it is a stream of events; the server streams where it should send a file',
  ANSWER_PAGE: 'it is a web page: {words}',
  ANSWER_TEXT: 'it is text: {words}',
  ANSWER_NO_WORDS: 'it is empty text',
  WAV_OTHER: 'it is not a WAV',
  WAV_HEADER: 'its header is broken',
  WAV_CODING: 'its coding {coding} is unknown',
  PROGRAM_SLOW: 'it has not ended after {seconds} seconds',
  PROGRAM_ENDED: 'it ended with {status}',
  PROGRAM_WROTE_NO_SOUND: 'it wrote no sound',
  WAV_SILENT: 'it holds no sound',
  WAV_TRUNCATED: 'it is truncated',

  // How a recording differs from its text
  WORDS_NOT_HEARD: '“{text}” is not heard',
  TEXT_REPEATED: '“{text}” is said {times} times',
  OTHER_WORDS: 'something else is heard than “{text}”',
  ONLY_NOISE: 'noise is heard instead of “{text}”',
  ONLY_SILENCE: 'nothing is heard instead of “{text}”',
  WRONG_LENGTH: '{seconds} s can not be “{text}”',

  // Programs
  VOICE_UNREADABLE: 'its file can not be read',
  VOICE_OTHER_BUILD: 'its file is not the pinned build',
  NO_FFMPEG: 'it is no ffmpeg',
  FFMPEG_LACKS: 'it lacks {parts}',
  FFMPEG_CHANGED: 'it is not the one that was shipped',
  NO_SUCH_PROGRAM: 'there is no such program',
  NO_PROGRAM: 'it may not be run, or is no program',
  DOES_NOT_RUN: 'it does not run',
  DOES_NOT_START: 'it does not start',
  NO_REASON: 'it gave no reason.',
  NO_SUMMARY: 'it printed no summary.',
  FILE_WITHOUT_SOUND: 'it holds no sound.',
  FILE_NOT_WHOLE: 'what it wrote is not whole.',

  // How a finished file misses the specification
  MISSED_LOUDNESS: 'a loudness of {loudness} LUFS',
  MISSED_PEAK: 'a true peak of {peak} dBTP',
  MISSED_PICTURE: 'no picture',
  MISSED_SIZE: '{width}x{height} pixels',
  MISSED_RATE: '{rate} pictures a second',
  MISSED_LENGTH: 'picture and sound {seconds} s apart',

  // Ends of a job
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
} as const

/** What ffmpeg was doing: it completes "ffmpeg stopped while …". */
const steps = {
  DRAWING: 'drawing the video',
  TAKING_STILL: 'taking a still of a video',
  ENCODING_SOUND: 'encoding the sound',
  MEASURING: 'measuring the loudness',
  DECODING: 'decoding the sound',
  MIXING: 'laying the music under the voice',
  JOINING: 'putting picture and sound together',
  FINISHING: 'finishing the file',
} as const

/** What a job says while it runs, in the API guide's words where it has some. */
const stages = {
  STARTING: 'Starting',
  SPEAKING: 'Generating speech...',
  SPEAKING_PART: 'Speaking part {part} of {parts}: {opening}',
  DRAWING_WAVEFORM: 'Generating video with audio waveform...',
  DRAWING_PART: 'Generating video {part} of {parts}: {opening}',
  LEVELLING: 'Levelling the sound...',
  PACKING: 'Packing the videos...',
  SPEECH_WAITS: 'The speech service is busy: it is asked again after {seconds} s',
  SPEECH_WAITS_PART: 'The speech service is busy, part {part} of {parts}: it is asked again after {seconds} s',
} as const

/** What a person should know of a file that is made all the same. */
const warnings = {
  LANGUAGE_UNSPOKEN:
    'This looks like {language}, which the chosen voice can not speak; take an OpenAI voice or a speech server of your own.',
  VOICE_OF_OTHER_LANGUAGE:
    'This looks like {language}, which the voice {voice} was not made for; take another voice or speech server.',
  VOICE_OF_OTHER_LANGUAGE_THAN:
    'This looks like {language}, which the voice {voice} was not made for; these were: {others}.',
  PARTS_TOO_LONG: 'YouTube takes no Shorts of more than 3:00; cut these parts: {parts}.',
  PARTS_LONG: 'Of more than 1:00, YouTube blocks a Short whose music somebody claims: part {parts}.',
  PARTS_SHORT: 'Instagram takes no Reels of less than 3 seconds: part {parts}.',
  LEFT_OUT: 'Neither read aloud nor shown: {what}.',
  CAPTIONS_WITHOUT: 'No font here has “{glyph}”, so the captions leave it out.',
  CAPTIONS_WITHOUT_SEVERAL: 'No font here has {words}, so the captions leave them out.',
  CAPTIONS_WITHOUT_MANY: 'No font here has {words} and {count} more, so the captions leave them out.',
  TITLE_WITHOUT: 'No font here has “{glyph}”, so the title leaves it out.',
  TITLE_WITHOUT_SEVERAL: 'No font here has {words}, so the title leaves them out.',
  TITLE_WITHOUT_MANY: 'No font here has {words} and {count} more, so the title leaves them out.',
  WORD_SHRUNK: '“{text}” is too long for a line of captions and is shown at {percent} % of their size.',
  WORDS_SHRUNK: '{words} are too long for a line of captions and are shown at {percent} % of their size or more.',
  WORDS_UNSAID: 'The voice can not read {words}, so that stays unsaid.',
  SPEECH_UNSURE: 'The voice may have said something else than “{text}”; listen to it before you publish.',
  SPEECH_UNCHECKED:
    'Nobody here understands {language}, so it was not checked that the voice says “{text}”; listen to it before you publish.',
  MORE_UNSAID: 'The voice can not read {words} and {more} more, so that stays unsaid.',
} as const

/** What was left out of a script; they stand in LEFT_OUT. */
const parts = {
  ONE_CODE_BLOCK: '1 code block',
  CODE_BLOCKS: '{count} code blocks',
  ONE_TABLE: '1 table',
  TABLES: '{count} tables',
  ONE_PICTURE: '1 picture',
  PICTURES: '{count} pictures',
  ONE_FORMULA: '1 formula',
  FORMULAS: '{count} formulas',
  ONE_FOOTNOTE: '1 footnote',
  FOOTNOTES: '{count} footnotes',
  ONE_COMMENT: '1 comment',
  COMMENTS: '{count} comments',
  ONE_LINK_ADDRESS: '1 link address',
  LINK_ADDRESSES: '{count} link addresses',
  ONE_HIDDEN_PASSAGE: '1 hidden passage',
  HIDDEN_PASSAGES: '{count} hidden passages',
  ONE_JSON_FIELD: '1 field of JSON',
  JSON_FIELDS: '{count} fields of JSON',
} as const

/** What was made of a script before anything is spoken, and how else it may have been meant. */
const scriptNotes = {
  NEARLY_A_MARKER: '“{text}” is nearly a pause marker and is spoken; write — pause — where the script is to be cut.',
  ONE_DIRECTION: '“{text}” was taken for a stage direction or a label and left out.',
  DIRECTIONS: '{count} stage directions and labels were left out, the first of them “{text}”.',
  NOTHING_TO_SAY: '“{text}” holds nothing to say and was left out.',
  SPEED_LEFT_OUT: '“{text}” was left out: a speed is a number from {min} to {max}.',
  SILENCE_LEFT_OUT: '“{text}” was left out: a silence is a number of seconds, as in [pause 1.5s].',
  SILENCE_SHORTENED: '“{text}” became {limit} s, the longest silence that there is.',
} as const

export const phrases = { ...reasons, ...steps, ...stages, ...warnings, ...parts, ...scriptNotes } as const

export type PhraseCode = keyof typeof phrases
export type FfmpegStep = keyof typeof steps

/** What a sentence is filled with: a name or a number, words that are quoted one by one, or phrases. */
export type Fact = string | number | Phrase | readonly string[] | readonly Phrase[]
export type Facts = Readonly<Record<string, Fact>>

/** A phrase as it is carried: its words are made where it is shown. */
export interface Phrase {
  readonly code: PhraseCode
  readonly facts: Facts
}

/** The names of the places in a sentence: `'{path} is a folder'` has `'path'`. */
type PlacesIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesIn<Rest>
  : never

/** These places hold phrases, so that no sentence of one language stands in one of another. */
interface PhrasePlaces {
  readonly reason: Phrase
  readonly doing: Phrase
  readonly state: Phrase
  readonly what: Phrase | readonly Phrase[]
  readonly words: readonly string[]
}

/** What a sentence has to be filled with. */
type FactsOf<Sentence extends string> = {
  readonly [Name in PlacesIn<Sentence>]: Name extends keyof PhrasePlaces ? PhrasePlaces[Name] : string | number
}

/** The facts of a sentence as arguments: none where it has no places. */
export type FactArguments<Sentence extends string> = [PlacesIn<Sentence>] extends [never]
  ? [facts?: Record<string, never>]
  : [facts: FactsOf<Sentence>]

/** A phrase with the facts that its words need. */
export function phrase<Code extends PhraseCode>(code: Code, ...given: FactArguments<(typeof phrases)[Code]>): Phrase
export function phrase(code: PhraseCode, facts: Facts = {}): Phrase {
  return { code, facts }
}

/** Somebody else's words as a phrase. */
export const words = (text: string): Phrase => phrase('WORDS', { text })

/** How a language says what stands in its sentences. */
export interface Wording {
  readonly phrases: Readonly<Record<PhraseCode, string>>
  /** BCP 47. */
  readonly language: string
  /** What stands around a quoted word. */
  readonly quotes: readonly [opening: string, closing: string]
}

export const englishWording: Wording = { phrases, language: 'en', quotes: ['“', '”'] }

/** A sentence with its facts in their places. One whose fact is missing keeps its `{name}`. */
export function fillSentence(sentence: string, facts: Facts, wording: Wording): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const fact = facts[name]
    if (fact === undefined) return place
    return name === 'language' ? languageName(String(fact), wording) : sayFact(fact, wording)
  })
}

/** The words of a phrase; the code of one that nobody here knows. */
export function sayPhrase({ code, facts }: Phrase, wording: Wording = englishWording): string {
  return fillSentence(wording.phrases[code] ?? code, facts, wording)
}

/** The name of a language, ISO 639-1 or BCP 47, in the reader's own. */
const languageName = (code: string, { language }: Wording) =>
  new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code

function sayFact(fact: Fact, wording: Wording): string {
  if (typeof fact === 'string' || typeof fact === 'number') return String(fact)
  if (!isList(fact)) return sayPhrase(fact, wording)
  const [opening, closing] = wording.quotes
  return fact.map((one) => (typeof one === 'string' ? opening + one + closing : sayPhrase(one, wording))).join(', ')
}

const isList = (fact: Fact): fact is readonly string[] | readonly Phrase[] => Array.isArray(fact)
