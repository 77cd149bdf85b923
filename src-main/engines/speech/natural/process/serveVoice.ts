import { join } from 'node:path'
import { loadFliteModule } from '#engines/flite/fliteModule.ts'
import { type Kokoro, openKokoro } from '../model/openKokoro.ts'
import { speakText } from '../model/speakText.ts'
import { type Lexicon, openLexicon } from '../phonemes/lexicon.ts'
import { phonemize } from '../phonemes/phonemize.ts'
import { createSoundOut, type SoundOut } from '../phonemes/soundOut.ts'
import { openRuntime } from '../runtime/openRuntime.ts'
import type { Runtime } from '../runtime/runtime.ts'
import { type VoiceOptions, VoiceOrder, type VoiceWord } from './protocol.ts'

/** The process's end of the line to the engine. */
export interface EngineLine {
  send(word: VoiceWord): void
  onOrder(listener: (order: unknown) => void): void
}

interface Opened {
  readonly kokoro: Kokoro
  readonly soundOut: SoundOut
  readonly american: Lexicon
  readonly british: Lexicon
}

/** The process's side: loads the pack, says that it is ready, and speaks what it is told to, one text after the other. */
export function serveVoice(line: EngineLine, { folder, only, threads }: VoiceOptions): void {
  const runtimes = openRuntime(threads, only)
  const opened = runtimes.then(async (runtime) => {
    const pack = await openPack(folder, runtime)
    line.send({ type: 'ready', runtime: runtime.name, ...(runtime.lack !== undefined && { lack: runtime.lack }) })
    return pack
  })
  const tell = (what: 'runtime' | 'pack') => (error: unknown) =>
    line.send({ type: 'broken', what, detail: wordsOf(error) })
  runtimes.then(() => opened.catch(tell('pack')), tell('runtime'))
  let before: Promise<unknown> = opened.catch(() => {})
  line.onOrder((message) => {
    const order = VoiceOrder.parse(message)
    before = before.then(async () => line.send(await speak(await opened, order))).catch(tell('pack'))
  })
}

async function openPack(folder: string, runtime: Runtime): Promise<Opened> {
  const book = (name: string) => join(folder, 'lexicon', `${name}.json`)
  const [kokoro, american, british, flite] = await Promise.all([
    openKokoro(folder, runtime),
    openLexicon([book('us_gold'), book('us_silver')], false),
    openLexicon([book('gb_gold'), book('us_gold'), book('us_silver')], true),
    loadFliteModule(),
  ])
  if (!flite.ok) throw new Error(flite.error.detail ?? flite.error.code)
  return { kokoro, american, british, soundOut: createSoundOut(flite.value) }
}

async function speak(
  { kokoro, american, british, soundOut }: Opened,
  { text, voice, speed }: VoiceOrder,
): Promise<VoiceWord> {
  // Kokoro's British voices are called so: bf_emma, bm_fable.
  const words = phonemize(text, voice.startsWith('b') ? british : american, soundOut)
  if (words.every(({ signs }) => signs === '')) return { type: 'silent' }
  const { samples, words: timings } = await speakText(kokoro, words, { voice, speed })
  return { type: 'spoken', samples, words: [...timings] }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500)
