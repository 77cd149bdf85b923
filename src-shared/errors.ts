import { englishWording, type FactArguments, type Facts, fillSentence } from './phrases.ts'

/**
 * The one catalogue of expected failures. A message is one sentence for a person: what happened and what to do.
 * `{name}` is filled from the error's facts (`reason`, `doing`,
 * `state` and `what` are phrases of their own); `status` is the HTTP status that the REST API answers with.
 */
export const catalogue = {
  // What was asked for
  SCRIPT_REQUIRED: { status: 400, message: 'Script is required' },
  SCRIPT_TOO_LONG: {
    status: 400,
    message: 'The script has {length} characters and {limit} are the most; cut it into several jobs.',
  },
  SCRIPT_NOT_FOUND: {
    status: 404,
    message: 'There is no file {path}; check the name, or use - to read standard input.',
  },
  SCRIPT_IS_FOLDER: { status: 400, message: '{path} is a folder; name the script file in it.' },
  SCRIPT_UNREADABLE: { status: 400, message: '{path} could not be read ({reason}); check its permissions.' },
  SCRIPT_NOT_TEXT: { status: 400, message: '{path} is not a text file; save the script as plain text and try again.' },
  SCRIPT_OTHER_KIND: {
    status: 400,
    message: '{path} can not be read ({kind}); save its text as .docx, .txt or .srt and open that.',
  },
  SCRIPT_WORD_BROKEN: {
    status: 400,
    message: '{path} is no Word document, or not a whole one; save it anew as .docx or as plain text.',
  },
  SCRIPT_EMPTY: { status: 400, message: '{path} holds no words to speak; write a script into it and try again.' },
  VOICE_INVALID: { status: 400, message: 'Invalid voice. Available voices: {voices}' },
  VOICE_OTHER_MODEL: {
    status: 400,
    message: "The model {model} has no voice '{voice}'; take the model {models}, or another voice.",
  },
  VOICE_REFUSED: {
    status: 400,
    message: "The speech server refused the voice '{voice}' ({reason}); it has these: {voices}.",
  },
  VOICE_UNKNOWN: {
    status: 400,
    message: "The script asks for the voice '{voice}', which there is not; the voices are {voices}.",
  },
  PRONUNCIATIONS_UNREADABLE: {
    status: 400,
    message: '{path} can not be used as a pronunciation list ({reason}); write a word and how it is said on each line.',
  },
  SPEED_INVALID: { status: 400, message: 'Speed must be between 0.25 and 4.0' },
  FORMAT_INVALID: { status: 400, message: "Format '{format}' not supported. Use: mp3, wav, mp4" },
  CAPTIONS_NO_FONT: {
    status: 400,
    message:
      'No font here can show {writings}, so captions would be missing; install Noto fonts for that, or turn captions off.',
  },
  LOOK_UNKNOWN: { status: 400, message: "There is no look '{name}'; `pausecut looks` lists those there are." },
  BACKGROUND_UNKNOWN: {
    status: 400,
    message:
      "The script asks for the background '{name}', which can not be had here; name a picture beside the script, an address, a drawn background or a colour.",
  },
  REQUEST_INVALID: { status: 400, message: '{reason}' },
  INPUT_REFUSED: { status: 400, message: 'This can not be used as it is; change it and try again.' },

  // Speech
  KEY_MISSING: {
    status: 400,
    message: 'The OpenAI voice needs a key; add one with `pausecut key set`, or choose the built-in voice.',
  },
  KEY_REFUSED: { status: 401, message: 'The speech service refused the key; check it with `pausecut key status`.' },
  KEYCHAIN_UNAVAILABLE: {
    status: 503,
    message: 'The keychain of this system is not available ({reason}); unlock it, or set OPENAI_API_KEY.',
  },
  SPEECH_NO_CREDIT: {
    status: 402,
    message:
      'The speech service has no credit left on this key; add credit with the provider, or choose the built-in voice.',
  },
  KEY_WANTED: {
    status: 401,
    message: 'The speech server at {address} wants a key; add one with `pausecut key set`, or set OPENAI_API_KEY.',
  },
  SPEECH_REFUSED: { status: 400, message: 'The speech service refused the request: {reason}' },
  SPEECH_NOT_THERE: {
    status: 502,
    message:
      'Nothing speaks at {address} ({reason}); check whether the address should end in /v1, and whether the server knows the model and the voice.',
  },
  SPEECH_FAILED: {
    status: 502,
    message: 'The speech service failed ({reason}); check its own log, the model and the voice.',
  },
  SPEECH_BUSY: {
    status: 503,
    message: 'The speech service stayed too busy after {attempts} attempts; try again later.',
  },
  SPEECH_UNREACHABLE: {
    status: 503,
    message:
      'The speech service at {host} could not be reached after {attempts} attempts; check the network and the address.',
  },
  SPEECH_BAD_ANSWER: {
    status: 502,
    message: 'The speech service answered with something that is not sound ({reason}); check its address and model.',
  },
  SPEECH_NOT_THE_TEXT: {
    status: 502,
    message:
      'The voice did not say the text, also when it was asked again: {reason}; try again, word it otherwise, or choose another voice or model.',
  },
  SPEECH_ENGLISH_ONLY: {
    status: 400,
    message: 'This voice reads English and can not say “{text}”; choose an OpenAI voice for other languages.',
  },
  SPEECH_NOTHING_TO_SAY: {
    status: 400,
    message: 'The voice found nothing to say in “{text}”; write it in words and try again.',
  },
  VOICE_BROKEN: {
    status: 503,
    message: 'The natural voice can not use the pack {name}; mend it with `pausecut voices add {name}`.',
  },
  VOICE_NO_RUNTIME: {
    status: 503,
    message:
      'The natural voice needs ONNX Runtime, which is missing here or does not load; install Pausecut again with its optional packages, or choose the built-in voice.',
  },
  VOICE_CRASHED: {
    status: 503,
    message:
      'The natural voice ended while it spoke, most likely for want of memory; close other programs and try again, or take the smaller pack with `pausecut voices add kokoro-small`.',
  },
  VOICE_SILENT: {
    status: 504,
    message:
      'The natural voice has not answered for {seconds} seconds; close other programs and try again, or choose the built-in voice.',
  },
  SYSTEM_VOICES_MISSING: {
    status: 503,
    message:
      'This computer has no voices of its own that Pausecut can use; on Linux install espeak-ng, or choose another engine.',
  },
  SYSTEM_VOICE_FAILED: {
    status: 502,
    message: 'The voice of this computer failed ({reason}); choose another voice, or another engine.',
  },
  BUILTIN_VOICE_BROKEN: {
    status: 503,
    message: 'The built-in voice can not be used ({reason}); install Pausecut again.',
  },

  // Voice packs
  VOICE_PACK_UNKNOWN: { status: 404, message: 'There is no voice pack {name}; there are {packs}.' },
  VOICE_PACK_MISSING: {
    status: 404,
    message: 'The voice pack {name} is not on this machine; fetch it with `pausecut voices add {name}`.',
  },
  VOICE_PACK_DAMAGED: {
    status: 500,
    message: 'The voice pack {name} is not whole ({files}); mend it with `pausecut voices add {name}`.',
  },
  VOICE_PACK_BUSY: {
    status: 409,
    message: 'Pausecut is at work on the voice pack {name} already; wait until that has ended.',
  },
  VOICE_PACK_UNREACHABLE: {
    status: 503,
    message: '{host} could not be reached ({reason}); check the network and try again.',
  },
  VOICE_PACK_CUT: {
    status: 502,
    message: 'The download from {host} broke off; try again, and it goes on where it stopped.',
  },
  VOICE_PACK_STALLED: {
    status: 504,
    message: '{host} sent next to nothing for {seconds} seconds; try again, and it goes on where it stopped.',
  },
  VOICE_PACK_REFUSED: {
    status: 502,
    message: '{host} did not send {file} (HTTP status {status}); try again later, or bring the files with --from.',
  },
  VOICE_PACK_OTHER_FILE: {
    status: 502,
    message:
      'What {host} sent is not {file} and was thrown away; try again, from another network or with --from where it stays so.',
  },
  VOICE_PACK_NO_ROOM: {
    status: 507,
    message: '{needed} are needed in {path} and {free} are free; free some space and try again.',
  },
  VOICE_PACK_SOURCE: {
    status: 400,
    message: '{path} does not hold the voice pack {name} ({reason}); name a folder or a zip with all of its files.',
  },

  // Pictures and sound
  PICTURE_NOT_FOUND: { status: 400, message: 'There is no picture {path}; check its name.' },
  PICTURE_UNREADABLE: {
    status: 400,
    message: '{path} could not be read as a picture ({reason}); use a whole PNG, JPEG or WebP.',
  },
  PICTURE_TOO_LARGE: {
    status: 400,
    message: '{path} has more than {limit} megapixels; make it smaller and try again.',
  },
  PICTURE_FILE_TOO_LARGE: { status: 400, message: '{path} is larger than {limit} MB; make it smaller and try again.' },
  MUSIC_UNREADABLE: {
    status: 400,
    message: '{path} can not be used as music ({reason}); use an MP3, M4A, AAC, WAV, FLAC or Ogg file.',
  },
  MUSIC_NOT_FOUND: { status: 400, message: 'There is no music {path}; check its name.' },
  FFMPEG_MISSING: {
    status: 503,
    message: 'No ffmpeg was found; install it with your package manager, or set FFMPEG_PATH to the program.',
  },
  FFMPEG_BROKEN: {
    status: 503,
    message: 'The ffmpeg at {path} can not be used ({reason}); install a full one, or set FFMPEG_PATH to it.',
  },
  FFMPEG_FAILED: { status: 500, message: 'ffmpeg stopped while {doing}: {reason}' },
  SPEC_MISSED: {
    status: 500,
    message: '{file} misses the specification ({what}), so it was not kept; please report this.',
  },

  // Files
  DISK_FULL: { status: 507, message: 'The disk is full at {path}; free some space and try again.' },
  FOLDER_READ_ONLY: { status: 403, message: '{path} can not be written to; choose another folder with --out.' },
  DATA_FOLDER_UNUSABLE: {
    status: 503,
    message: 'Pausecut keeps its own files in {path}, where {reason}; set PAUSECUT_HOME to another folder.',
  },
  FOLDER_IS_FILE: { status: 400, message: '{path} is a file; choose a folder for the results.' },
  FILE_UNREADABLE: {
    status: 500,
    message:
      '{path} could not be read ({reason}) and was left as it is; check its permissions, or close what has it open.',
  },
  FILE_DAMAGED: {
    status: 500,
    message: '{path} was damaged, so Pausecut goes on without it; what it held lies in {aside}.',
  },
  FILE_FAILED: { status: 500, message: '{path} could not be written ({reason}); choose another folder and try again.' },

  // Jobs
  CANCELLED: { status: 409, message: 'Cancelled' },
  JOB_NOT_FOUND: { status: 404, message: 'Session not found' },
  JOB_NOT_ENDED: { status: 409, message: 'This job has not ended yet; wait for it, or cancel it first.' },
  JOB_ENDED: { status: 409, message: 'This job has already ended ({state}).' },
  JOB_COMPLETED: { status: 409, message: 'This job is complete; there is nothing left to retry.' },
  RENDER_LOST: {
    status: 500,
    message: 'The command line ended before this job did; try again to make the rest of it here.',
  },
  QUEUE_FULL: { status: 429, message: 'The queue is full ({limit} jobs wait); try again in {seconds} seconds.' },
  KEY_REUSED: {
    status: 409,
    message: 'This Idempotency-Key was used for another request; send a new key, or the same request again.',
  },
  CLOSING: { status: 503, message: 'Pausecut is closing; try again when it is back.' },
  DELIVERY_NOT_FOUND: { status: 404, message: 'This job has no such webhook delivery.' },
  UNEXPECTED: { status: 500, message: 'Something unexpected went wrong; the log of Pausecut says what.' },

  // Downloads
  NOT_COMPLETED: { status: 400, message: 'Generation not completed yet' },
  NO_FILE: { status: 404, message: 'No file URL available' },
  FILE_NOT_FOUND: { status: 404, message: 'Generated file not found' },
  DOWNLOAD_FAILED: { status: 500, message: 'Download failed: {reason}' },

  // The local API
  PORT_TAKEN: { status: 503, message: 'Port {port} is taken or may not be used; choose another with --port.' },
  HOST_UNUSABLE: { status: 503, message: 'This machine has no address {host}; choose another with --host.' },
  TOKEN_MISSING: { status: 503, message: 'There is no token in the keychain; make one with `pausecut token new`.' },
  TOKEN_REQUIRED: {
    status: 400,
    message:
      'Others can reach {host}, so a token is needed: add --token or --token-from-keychain, or leave {flag} out.',
  },

  // Requests to it
  HOST_REFUSED: {
    status: 421,
    message: 'This server answers to {hosts} only; send the request to one of these.',
  },
  ORIGIN_REFUSED: { status: 403, message: 'Pages of other sites may not use this server.' },
  TOKEN_NEEDED: { status: 401, message: 'Send the token of this server as Authorization: Bearer <token>.' },
  BODY_TOO_LARGE: { status: 413, message: 'The body has more than 1 MiB; cut the script into several jobs.' },
  NOT_JSON: { status: 415, message: 'Send the body as JSON, with Content-Type: application/json.' },
  NOT_UTF8: { status: 400, message: 'The body is not UTF-8; save or send the text in that encoding.' },
  JSON_BROKEN: { status: 400, message: 'The body is not valid JSON; check quotes, commas and brackets.' },
  ROUTE_UNKNOWN: {
    status: 404,
    message: 'There is nothing at this address; /api/v1/openapi.json lists what there is.',
  },
  METHOD_NOT_ALLOWED: { status: 405, message: 'This address takes {methods} only.' },
  REQUEST_MALFORMED: { status: 400, message: 'The request could not be read as HTTP.' },
  HEADERS_TOO_LARGE: { status: 431, message: 'The headers of the request have more than 16 KiB.' },
  TOO_MANY_HELD: {
    status: 503,
    message:
      'Too many of these calls are held open at this moment; close those that are not needed, or try again later.',
  },
  REQUEST_TIMEOUT: { status: 408, message: 'The request took too long to arrive; send it again.' },

  // The desktop app
  DRAFT_NOT_FOUND: { status: 404, message: 'This script is not kept here any more; open another one.' },
  LOOK_NOT_FOUND: { status: 404, message: 'There is no look called {name}.' },
  LOOK_BUILT_IN: {
    status: 409,
    message: '{name} comes with Pausecut and stays as it is; save your look under another name.',
  },
  LOOK_UNREADABLE: { status: 400, message: '{path} holds no look that Pausecut can read ({reason}).' },
  UPDATE_FAILED: { status: 503, message: 'The new version could not be fetched; it is tried again later.' },
  FILE_NOT_OURS: { status: 403, message: '{path} was not chosen in this app; choose it again.' },
  FILE_GONE: { status: 404, message: '{name} is not where it was made any more; somebody moved or removed it.' },
  FILES_NOT_REMOVED: {
    status: 500,
    message: 'The files could not be removed ({reason}); close the programs that use them and try again.',
  },
  KEY_IN_ENVIRONMENT: {
    status: 409,
    message: 'The key comes from OPENAI_API_KEY; take it out of the environment to use another one.',
  },

  // Addresses given by a caller
  ADDRESS_REFUSED: { status: 400, message: 'The address of the {what} may not be used: {reason}' },
  PICTURE_NOT_FETCHED: { status: 502, message: 'The background picture could not be fetched: {reason}' },

  // The store
  STORE_TOO_NEW: {
    status: 503,
    message:
      '{path} was written by a newer Pausecut (version {found}; this one knows {known}); update Pausecut, or set PAUSECUT_HOME to another folder.',
  },
  STORE_UNREADABLE: {
    status: 503,
    message: '{path} can not be used for jobs ({reason}); move it away, or set PAUSECUT_HOME to another folder.',
  },
  STORE_BUSY: {
    status: 503,
    message: 'Another program holds the database of jobs locked; end what it does there, then try again.',
  },
  STORE_FAILED: {
    status: 503,
    message: 'The database of jobs can not be read or written ({reason}); check the disk it is on, then try again.',
  },
  STORE_IN_USE: {
    status: 503,
    message: 'Another Pausecut is at work in {path}; end it, or set PAUSECUT_HOME to another folder.',
  },
} as const satisfies Record<string, { status: number; message: string }>

export type ErrorCode = keyof typeof catalogue

/** An expected failure: plain data, so that it crosses IPC, HTTP and the database as it is (see WireError). */
export interface AppError {
  readonly code: ErrorCode
  /** What the sentence is filled with, where it is shown. */
  readonly facts: Facts
  /** The English sentence of an error that was kept before errors had facts. */
  readonly sentence?: string
  /** What lies behind it, for --verbose and logs only (ffmpeg's last lines, a status code). Never a secret. */
  readonly detail?: string
}

type MessageOf<Code extends ErrorCode> = (typeof catalogue)[Code]['message']

/** An error of the catalogue with the facts that its sentence needs. `detail` is for logs, never for the sentence. */
export function appError<Code extends ErrorCode>(
  code: Code,
  ...given: [...FactArguments<MessageOf<Code>>, detail?: string | undefined]
): AppError
export function appError(code: ErrorCode, facts: Facts = {}, detail?: string): AppError {
  return detail === undefined ? { code, facts } : { code, facts, detail }
}

/** The catalogue's sentence: what the command line and the REST API say. */
export function englishSentence({ code, facts, sentence }: AppError): string {
  return sentence ?? fillSentence(catalogue[code].message, facts, englishWording)
}

/** The error as it is kept: without what is for the log only. */
export function withoutDetail({ detail: _, ...error }: AppError): AppError {
  return error
}
