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

/** What this machine has for engines to speak with. */
interface Resources {
  /** Where the key for this server is; called only where that decides. */
  readonly findKey: () => Promise<KeyWhereabouts>
  /** The voice pack. Fails with VOICE_PACK_MISSING or VOICE_PACK_DAMAGED. */
  readonly pack: () => Result<unknown>
}

/**
 * The engine that a job takes, for every way in: the one it was asked for, else the best one that has the voice and the
 * key or the pack that it needs; of a voice that nobody knows, the best one with its key. Fails with KEY_MISSING,
 * KEYCHAIN_UNAVAILABLE, VOICE_PACK_MISSING or VOICE_PACK_DAMAGED where one was asked for, or alone has the voice, that
 * can not speak without. A damaged pack is told, not passed over: the job would have another voice than the one before.
 */
export async function chooseEngine(
  { engine, baseUrl, voice }: EngineRequest,
  { findKey, pack }: Resources,
): Promise<Result<EngineName>> {
  const packed = pack()
  const lacksPack = (name: EngineName) => engines[name].needsPack === true && !packed.ok
  if (engine && lacksPack(engine) && !packed.ok) return packed
  if (engine && !needsKey(engine, baseUrl)) return ok(engine)
  const { place, problem } = await findKey()
  const hasKey = place !== 'nowhere'
  if (engine) return hasKey ? ok(engine) : fail(problem ?? appError('KEY_MISSING'))
  const isDamaged = !packed.ok && packed.error.code === 'VOICE_PACK_DAMAGED'
  const ready = engineNames.filter((name) => (hasKey || !engines[name].needsKey) && (isDamaged || !lacksPack(name)))
  const knowing = engineNames.filter((name) => voice === undefined || mayHave(name, voice, baseUrl))
  const best = ready.findLast((name) => knowing.includes(name)) ?? knowing.find((name) => !needsKey(name, baseUrl))
  if (best && lacksPack(best) && !packed.ok) return packed
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
