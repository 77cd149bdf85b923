import type { JobKind } from '#shared/domain.ts'
import type { Advice } from '#shared/job/advice.ts'
import type { ParsedScript } from '#shared/script/parseScript.ts'
import type { EngineFacts } from '#shared/speech/engines.ts'
import { adviseOnLanguage } from './adviseOnLanguage.ts'
import { adviseOnLength } from './adviseOnLength.ts'
import { adviseOnVoices } from './adviseOnVoices.ts'
import { identifyLanguage } from './identifyLanguage.ts'

/** What is known of a job before it is made. */
export interface Planned extends ParsedScript {
  readonly kind: JobKind
  /** How long each takes to say, about. */
  readonly seconds: readonly number[]
  /** Of the engine that speaks. */
  readonly facts: EngineFacts
  /** Who speaks where the script says nothing else. */
  readonly voice: string
}

/** All that can be told before the work of what a job will not do as its script may mean it. */
export async function adviseOn({ kind, segments, notes, seconds, facts, voice }: Planned): Promise<Advice[]> {
  const identify = onceEach(identifyLanguage)
  return [
    ...notes.map((message) => ({ message })),
    ...(await adviseOnLanguage(segments, facts, identify)),
    ...(await adviseOnVoices(segments, facts, voice, identify)),
    ...adviseOnLength(kind, seconds),
  ]
}

/** The same, but of a text that it was asked about before it gives what it found then. */
function onceEach<Found>(find: (text: string) => Promise<Found>): (text: string) => Promise<Found> {
  const found = new Map<string, Promise<Found>>()
  return (text) => {
    const known = found.get(text) ?? find(text)
    found.set(text, known)
    return known
  }
}
