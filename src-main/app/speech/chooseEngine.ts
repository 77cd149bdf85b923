import type { EngineName } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { KeyWhereabouts } from './findKey.ts'

/** What was asked for. */
interface Asked {
  readonly engine?: EngineName
  /** Of a server that speaks OpenAI's speech API; absent: OpenAI itself. */
  readonly baseUrl?: string
}

/**
 * The engine that a job takes, for every way in: the one it was asked for, else OpenAI's where there is a key, else the
 * built-in one. Fails with KEY_MISSING or KEYCHAIN_UNAVAILABLE where OpenAI's was asked for and can not speak.
 *
 * @param findKey where the key for this server is; called only where that decides
 */
export async function chooseEngine(
  { engine, baseUrl }: Asked,
  findKey: () => Promise<KeyWhereabouts>,
): Promise<Result<EngineName>> {
  // A server of one's own may need no key; it says so itself when it does.
  if (engine === 'builtin' || (engine === 'openai' && baseUrl)) return ok(engine)
  const { place, problem } = await findKey()
  if (place !== 'nowhere') return ok('openai')
  if (engine === undefined) return ok('builtin')
  return fail(problem ?? appError('KEY_MISSING'))
}
