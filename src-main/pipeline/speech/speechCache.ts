import { createHash } from 'node:crypto'
import { access, readFile, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { placeFile } from '#files/placeFile.ts'
import type { Aligner, Alignment } from '#ports/Aligner.ts'
import type { Speech, SpeechEngine, SpeechRequest } from '#ports/SpeechEngine.ts'
import { SpeechCheck, SpeechFault, TimingFallback, TimingSource, WordTiming } from '#shared/domain.ts'
import { ok, type Result } from '#shared/result.ts'
import { encodePcm16, wavHeader } from '#shared/wav.ts'
import type { SpeechPlan } from './planSpeech.ts'

/** Raise it when what is kept changes its meaning. */
const formatVersion = 1

/** SHA-256 of the WAV beside the entry, which is its name too. */
const Named = z.object({ wav: z.string().regex(/^[0-9a-f]{64}$/) })

const Entry = Named.extend({
  sampleRate: z.number().int().positive(),
  /** As the engine gave them, seconds from the WAV's first sample. */
  words: z.array(WordTiming).readonly().optional(),
})

const Times = z.object({
  words: z.array(WordTiming).readonly(),
  timing: TimingSource.exclude(['engine']),
  fallback: TimingFallback.optional(),
  language: z.string().optional(),
  check: SpeechCheck.optional(),
})

/** Speech that did not say its text: it is told what was wrong, and not kept. */
const Refusal = z.object({
  fault: SpeechFault,
  /** When it was refused, and when before, in milliseconds since 1970. */
  refused: z.array(z.number()),
})
export type Refusal = z.infer<typeof Refusal>

/** Speech that is kept: the engine's own sound, untrimmed. */
export interface StoredSpeech extends Omit<z.infer<typeof Entry>, 'wav'> {
  /** Path of a mono 16-bit WAV. */
  readonly wav: string
}

/** Keeps every spoken piece by all that decides how it sounds, so that nothing is bought twice. */
export interface SpeechCache {
  /** Undefined where the piece was never spoken, or is not whole any more. */
  find(key: string): Promise<StoredSpeech | undefined>
  /** Whether the piece and its sound are there. Reads no sound, so a damaged one counts: for estimates. */
  has(key: string): Promise<boolean>
  /** Fails with DISK_FULL, FOLDER_READ_ONLY, FOLDER_IS_FILE or FILE_FAILED. */
  keep(key: string, speech: Speech): Promise<Result<StoredSpeech>>
  /** Puts a refusal in the place of a kept sound, so that nobody is given it again; `before` is the one before. Fails as `keep` does. */
  refuse(key: string, fault: SpeechFault, before?: Refusal): Promise<Result<void>>
  /** The refusal that stands in the place of a sound; undefined once the piece was spoken well, or never. */
  findRefusal(key: string): Promise<Refusal | undefined>
  /** What an aligner heard in a kept sound; undefined where none listened. */
  findTimes(key: string): Promise<Alignment | undefined>
  /** Fails as `keep` does. */
  keepTimes(key: string, times: Alignment): Promise<Result<void>>
}

/** Refusals of one piece that are remembered. */
const mostRemembered = 10

/** The key of one piece: everything that changes its sound. */
export function speechKey({ facts, version }: SpeechEngine, { text, as }: SpeechRequest): string {
  const { voice, speed, model = null, instructions = null } = as
  return digest(JSON.stringify([formatVersion, facts.name, version, text, voice, speed, model, instructions]))
}

/** The key of all that is said by a plan: everything that changes its sound. */
export function planKey(engine: SpeechEngine, { utterances, ending }: SpeechPlan): string {
  const said = utterances.map(({ rest, silence, ...request }) => [speechKey(engine, request), rest, silence])
  return digest(JSON.stringify([said, ending]))
}

/** The key of what an aligner hears in a kept piece. */
export function timesKey(aligner: Aligner, stored: Pick<StoredSpeech, 'wav'>, text: string): string {
  return digest(JSON.stringify([formatVersion, aligner.version, basename(stored.wav), text]))
}

/**
 * A sound lies under the digest of its bytes, and the entry that names it is written last. So two processes that
 * speak the same piece at once, and get two sounds (a paid voice never says a thing twice alike), can not mix them
 * up.
 */
export function openSpeechCache(folder: string): SpeechCache {
  const soundPath = (wav: string) => join(folder, `${wav}.wav`)
  const entryPath = (key: string) => join(folder, `${key}.json`)
  // What was bought is kept, even when the job is cancelled while it is written.
  const write = (path: string, data: string | Uint8Array) =>
    placeFile(path, async (partial) => ok(await writeFile(partial, data)), new AbortController().signal)

  return {
    find: async (key) => {
      try {
        const { wav, ...facts } = Entry.parse(JSON.parse(await readFile(entryPath(key), 'utf8')))
        if (digest(await readFile(soundPath(wav))) !== wav) return undefined
        await Promise.all([touch(entryPath(key)), touch(soundPath(wav))])
        return { wav: soundPath(wav), ...facts }
      } catch {
        // Missing or damaged: either way the piece is spoken again.
        return undefined
      }
    },
    has: async (key) => {
      try {
        const { wav } = Named.parse(JSON.parse(await readFile(entryPath(key), 'utf8')))
        await access(soundPath(wav))
        return true
      } catch {
        return false
      }
    },
    keep: async (key, { samples, sampleRate, words }) => {
      const bytes = Buffer.concat([wavHeader(sampleRate, samples.length), encodePcm16(samples)])
      const wav = digest(bytes)
      const sound = await write(soundPath(wav), bytes)
      if (!sound.ok) return sound
      const facts = { sampleRate, ...(words ? { words } : {}) }
      const entry = await write(entryPath(key), JSON.stringify({ wav, ...facts } satisfies z.input<typeof Entry>))
      return entry.ok ? ok({ wav: soundPath(wav), ...facts }) : entry
    },
    refuse: (key, fault, before) => {
      const refusal: Refusal = { fault, refused: [...(before?.refused ?? []).slice(1 - mostRemembered), Date.now()] }
      return write(entryPath(key), JSON.stringify(refusal))
    },
    findRefusal: async (key) => {
      try {
        return Refusal.parse(JSON.parse(await readFile(entryPath(key), 'utf8')))
      } catch {
        return undefined
      }
    },
    findTimes: async (key) => {
      try {
        const times = Times.parse(JSON.parse(await readFile(entryPath(key), 'utf8')))
        await touch(entryPath(key))
        return times
      } catch {
        return undefined
      }
    },
    keepTimes: (key, times) => write(entryPath(key), JSON.stringify(times satisfies z.input<typeof Times>)),
  }
}

/** What is used stays longest (see pruneFolder). */
const touch = (path: string) => utimes(path, new Date(), new Date()).catch(() => {})

const digest = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
