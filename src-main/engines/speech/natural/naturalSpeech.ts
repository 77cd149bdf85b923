import { availableParallelism } from 'node:os'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { engines } from '#shared/speech/engines.ts'
import { cutText } from '../cutText.ts'
import { kokoroRate } from './model/openKokoro.ts'
import { forkVoice, type StartVoice } from './process/forkVoice.ts'
import { openVoice } from './process/openVoice.ts'

/** Raise it whenever a text is given to the model in other signs than before. */
const formRevision = 2

/** A voice pack on this machine. */
interface Pack {
  readonly name: string
  readonly folder: string
  /** Changes with every file of it. */
  readonly digest: string
}

export interface NaturalSpeechOptions {
  /** The pack to speak with, as it is now. Fails with VOICE_PACK_MISSING or VOICE_PACK_DAMAGED. */
  readonly pack: () => Result<Pack>
  /** How a voice process is started; absent: as a child of this process. */
  readonly start?: StartVoice | undefined
  /** On how many threads the model computes; absent: half of this machine's cores. */
  readonly threads?: number
}

/** With more it was slower on every machine that somebody measured. */
const mostThreads = 8
/**
 * Half of the cores: the next part is spoken while this one is drawn. Of four parts on two busy cores all took 29 and
 * 36 s with one thread, 47 and 58 s with two.
 */
const usualThreads = Math.min(mostThreads, Math.max(1, Math.floor(availableParallelism() / 2)))

/**
 * The natural voice: Kokoro on this machine, with exact word times, in a process of its own. It speaks with a pack that
 * was fetched, and fails without one; it never speaks in another voice's place. Nothing is loaded before `wake` or the
 * first piece.
 */
export function createNaturalSpeech({
  pack,
  start = forkVoice,
  threads = usualThreads,
}: NaturalSpeechOptions): SpeechEngine {
  const voice = openVoice(start, threads)
  return {
    facts: engines.natural,
    get version() {
      const found = pack()
      return `kokoro-${formRevision}-${found.ok ? found.value.digest.slice(0, 12) : 'none'}`
    },
    get speaksWith() {
      const found = pack()
      return voice.loaded && found.ok ? { pack: found.value.name, ...voice.loaded } : undefined
    },
    cut: (text) => joinShort(text, cutText(text, engines.natural.budget)),
    wake: () => {
      const found = pack()
      if (found.ok) voice.wake(found.value.folder)
    },
    speak: async ({ text, as }, signal) => {
      const found = pack()
      if (!found.ok) return found
      const order = { folder: found.value.folder, text, voice: as.voice, speed: as.speed }
      const spoken = await voice.speak(order, signal)
      if (!spoken.ok) return spoken
      if (spoken.value) return ok({ ...spoken.value, sampleRate: kokoroRate })
      const code = /\p{L}/u.test(text) ? 'SPEECH_ENGLISH_ONLY' : 'SPEECH_NOTHING_TO_SAY'
      return fail(appError(code, { text: text.trim().slice(0, 60) }))
    },
    close: async () => voice.close(),
  }
}

/** Of fewer words the model mumbles. */
const fewestWords = 5

/**
 * Pieces of a text of which none is too short to be said well: it goes with the one behind it, the last one with the one
 * before, a few words beyond the budget.
 */
function joinShort(text: string, pieces: readonly string[]): string[] {
  const joined: string[] = []
  let at = 0
  for (const piece of pieces) {
    const from = text.indexOf(piece, at)
    const gap = text.slice(at, from)
    at = from + piece.length
    const before = joined.at(-1)
    const short = (words: string) => words.split(/\s+/).length < fewestWords
    if (before !== undefined && (short(before) || (at === text.trimEnd().length && short(piece))))
      joined[joined.length - 1] = before + gap + piece
    else joined.push(piece)
  }
  return joined
}
