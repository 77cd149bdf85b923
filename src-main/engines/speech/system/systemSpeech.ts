import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { release, tmpdir } from 'node:os'
import { join } from 'node:path'
import { cutText } from '#engines/speech/cutText.ts'
import { stretchSpeech } from '#engines/speech/stretchSpeech.ts'
import { readWav } from '#files/wavFile.ts'
import type { Speech, SpeechEngine, SpeechRequest } from '#ports/SpeechEngine.ts'
import { appError } from '#shared/errors.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { engines, type VoiceFacts } from '#shared/speech/engines.ts'
import { byLanguage, guideVoices } from './guideVoices.ts'
import { plainText } from './plainText.ts'
import { espeak } from './programs/espeak.ts'
import { powershell } from './programs/powershell.ts'
import { say } from './programs/say.ts'
import type { Call, SystemProgram, SystemVoice } from './programs/systemProgram.ts'
import { runProgram } from './runProgram.ts'

export interface SystemSpeechOptions {
  /** Absent: the one of this operating system. */
  readonly program?: SystemProgram
}

/** Milliseconds that a program has to list its voices, and to speak a piece: PowerShell alone takes some seconds to start. */
const limits = { list: 30_000, speak: 180_000 } as const
/** Milliseconds for which a list of voices is true; voices are installed while the app is open. */
const listLife = 60_000
/** Which language's voices the guide's names mean where the text's is not known. */
const usualLanguage = 'en'
/** What is quieter is silence, of 1. */
const leastPeak = 0.002

const programs: Partial<Record<NodeJS.Platform, SystemProgram>> = { darwin: say, win32: powershell }

/**
 * The voices that this computer has of its own: macOS' by `say`, Windows' by PowerShell, elsewhere those of espeak-ng.
 * Text is their input and never an option. They don't say when a word is heard; the aligner does.
 */
export function createSystemSpeech(options: SystemSpeechOptions = {}): SpeechEngine {
  const program = options.program ?? programs[process.platform] ?? espeak
  let known = { voices: [] as readonly SystemVoice[], version: release(), until: 0 }

  const run = (call: Call & { input?: string }, limit: number, signal: AbortSignal) =>
    runProgram({ command: program.command, ...call, limit }, signal)

  async function voices(signal: AbortSignal): Promise<Result<readonly VoiceFacts[]>> {
    if (Date.now() < known.until) return ok(known.voices)
    const [listed, told] = await Promise.all([
      run(program.list, limits.list, signal),
      program.version ? run(program.version, limits.list, signal) : ok(release()),
    ])
    if (!listed.ok) return listed
    if (!told.ok) return told
    const found = program.parseVoices(listed.value)
    if (found.length === 0) return fail(appError('SYSTEM_VOICES_MISSING'))
    known = { voices: found, version: told.value, until: Date.now() + listLife }
    return ok(found)
  }

  async function speak({ text, as }: SpeechRequest, signal: AbortSignal): Promise<Result<Speech>> {
    const folder = await mkdtemp(join(tmpdir(), 'pausecut-voice-'))
    try {
      const wav = join(folder, 'speech.wav')
      const call = { ...program.speak(as.voice, wav), input: plainText(text) }
      const spoken = await run(call, limits.speak, signal)
      if (!spoken.ok) return spoken
      return hear(await readSound(wav), { text, as })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  return {
    get facts() {
      return factsOf(known.voices)
    },
    get version() {
      const parts = JSON.stringify([program.command, known.version])
      return `system-${createHash('sha256').update(parts).digest('hex').slice(0, 12)}`
    },
    voices,
    cut: (text) => cutText(text, engines.system.budget),
    speak,
    async close() {},
  }
}

/** What the engine is with these voices; while none are known any name may be asked for, and speaking says what is wrong. */
function factsOf(voices: readonly SystemVoice[]): SpeechEngine['facts'] {
  if (voices.length === 0) return { ...engines.system, anyVoice: true }
  const languages = byLanguage(voices)
  const guides = Object.fromEntries([...languages].map(([language, own]) => [language, guideVoices(own)]))
  return {
    ...engines.system,
    voices: voices.map(({ id, name, languages }) => ({ id, name, languages })),
    languages: [...languages.keys()],
    guides,
    guide: guides[usualLanguage] ?? guideVoices(voices),
  }
}

async function readSound(wav: string) {
  try {
    return await readWav(wav)
  } catch {
    return undefined
  }
}

function hear(sound: Awaited<ReturnType<typeof readSound>>, { text, as }: SpeechRequest): Result<Speech> {
  if (!sound) return fail(appError('SYSTEM_VOICE_FAILED', { reason: phrase('PROGRAM_WROTE_NO_SOUND') }))
  const { samples, sampleRate } = sound
  if (samples.every((sample) => Math.abs(sample) < leastPeak)) return fail(appError('SPEECH_NOTHING_TO_SAY', { text }))
  return ok({ samples: as.speed === 1 ? samples : stretchSpeech(samples, sampleRate, as.speed), sampleRate })
}
