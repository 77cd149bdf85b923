import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { type EngineName, engineNames, engines } from '#shared/speech/engines.ts'
import { voiceOf } from '#shared/speech/spokenAs.ts'
import type { KeyWhereabouts } from './findKey.ts'

/** Which speech engine a job takes. */
export interface EngineChoice {
  /** The engine of this name, else the one that is set, else as `chooseEngine` finds it for the voice. Fails as that does. */
  choose(name?: EngineName, voice?: string): Promise<Result<EngineName>>
}

/** What was asked for. */
interface EngineRequest {
  readonly engine?: EngineName | undefined
  /** Of a speech server of one's own; absent: the engine's usual one. */
  readonly baseUrl?: string | undefined
  /** Who shall speak. */
  readonly voice?: string | undefined
}

/**
 * The engine that a job takes, for every way in: the one it was asked for, else the best one that has the voice and the
 * key that it needs; of a voice that nobody knows, the best one with its key. Fails with KEY_MISSING or
 * KEYCHAIN_UNAVAILABLE where one was asked for, or alone has the voice, that can not speak without.
 *
 * @param findKey where the key for this server is; called only where that decides
 */
export async function chooseEngine(
  { engine, baseUrl, voice }: EngineRequest,
  findKey: () => Promise<KeyWhereabouts>,
): Promise<Result<EngineName>> {
  if (engine && !needsKey(engine, baseUrl)) return ok(engine)
  const { place, problem } = await findKey()
  const hasKey = place !== 'nowhere'
  if (engine) return hasKey ? ok(engine) : fail(problem ?? appError('KEY_MISSING'))
  const ready = engineNames.filter((name) => hasKey || !engines[name].needsKey)
  const knowing = engineNames.filter((name) => voice === undefined || mayHave(name, voice, baseUrl))
  const best = ready.findLast((name) => knowing.includes(name)) ?? knowing.find((name) => !needsKey(name, baseUrl))
  if (best) return ok(best)
  const plain = knowing.length === 0 ? ready.at(-1) : undefined
  return plain ? ok(plain) : fail(problem ?? appError('KEY_MISSING'))
}

/** A server of one's own may need no key; it says so itself when it does. */
const needsKey = (engine: EngineName, baseUrl: string | undefined) =>
  engines[engine].needsKey && !(baseUrl && engines[engine].takes.baseUrl)

/** Whether an engine may have a voice; a server of one's own is asked later. */
const mayHave = (engine: EngineName, voice: string, baseUrl: string | undefined) =>
  voiceOf(engines[engine], voice) !== undefined || Boolean(baseUrl && engines[engine].takes.baseUrl)
