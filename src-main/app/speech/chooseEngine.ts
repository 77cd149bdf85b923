import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { type EngineName, engineNames, engines } from '#shared/speech/engines.ts'
import type { KeyWhereabouts } from './findKey.ts'

/** What was asked for. */
/** Which speech engine a job takes. */
export interface EngineChoice {
  /** The engine of this name, else the one that is set, else the best one that can speak. Fails as `chooseEngine`. */
  choose(name?: EngineName): Promise<Result<EngineName>>
}

interface EngineRequest {
  readonly engine?: EngineName | undefined
  /** Of a speech server of one's own; absent: the engine's usual one. */
  readonly baseUrl?: string | undefined
}

/**
 * The engine that a job takes, for every way in: the one it was asked for, else the best one that has the key that it
 * needs. Fails with KEY_MISSING or KEYCHAIN_UNAVAILABLE where one was asked for that can not speak without.
 *
 * @param findKey where the key for this server is; called only where that decides
 */
export async function chooseEngine(
  { engine, baseUrl }: EngineRequest,
  findKey: () => Promise<KeyWhereabouts>,
): Promise<Result<EngineName>> {
  if (engine && !needsKey(engine, baseUrl)) return ok(engine)
  const { place, problem } = await findKey()
  const hasKey = place !== 'nowhere'
  if (engine) return hasKey ? ok(engine) : fail(problem ?? appError('KEY_MISSING'))
  const best = engineNames.findLast((name) => hasKey || !engines[name].needsKey)
  return best ? ok(best) : fail(problem ?? appError('KEY_MISSING'))
}

/** A server of one's own may need no key; it says so itself when it does. */
const needsKey = (engine: EngineName, baseUrl: string | undefined) =>
  engines[engine].needsKey && !(baseUrl && engines[engine].takes.baseUrl)
