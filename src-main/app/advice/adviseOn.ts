import type { JobKind } from '#shared/domain.ts'
import type { Advice } from '#shared/job/advice.ts'
import type { ParsedScript } from '#shared/script/parseScript.ts'
import type { EngineFacts } from '#shared/speech/engines.ts'
import { adviseOnLanguage } from './adviseOnLanguage.ts'
import { adviseOnLength } from './adviseOnLength.ts'
import { adviseOnVoices } from './adviseOnVoices.ts'

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
  return [
    ...notes.map((message) => ({ message })),
    ...(await adviseOnLanguage(segments, facts)),
    ...(await adviseOnVoices(segments, facts, voice)),
    ...adviseOnLength(kind, seconds),
  ]
}
