import { EngineName } from '#shared/domain.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { anyEngine, type EngineOption, engines, engineTaking } from '#shared/speech/engines.ts'

/** What of `render` and `serve` concerns the engine, as it was typed. */
interface EngineFlags extends Partial<Record<EngineOption, string>> {
  readonly engine?: string
}

const flagOf: Record<EngineOption, string> = {
  model: '--model',
  instructions: '--instructions',
  baseUrl: '--base-url',
}

/**
 * The engine that was named, else the one that the other flags can only mean; undefined where none of them was typed.
 * Every failure is wrong use.
 */
export function planEngine(flags: EngineFlags): Result<EngineName | undefined> {
  const typed = (Object.keys(flagOf) as EngineOption[]).filter((option) => flags[option])
  if (flags.engine === undefined) return ok(engineTaking(typed))
  const engine = EngineName.safeParse(flags.engine)
  if (!engine.success) return wrong(`There is no engine '${flags.engine}'; use ${anyEngine}.`)
  const strange = typed.find((option) => !engines[engine.data].takes[option])
  const meant = engineTaking(typed)
  if (strange && meant) {
    return wrong(
      `${flagOf[strange]} is for ${engines[meant].speaker}'s voices; leave it out, or use --engine ${meant}.`,
    )
  }
  return ok(engine.data)
}

/**
 * The address of the speech server: `--base-url`, else OPENAI_BASE_URL as OpenAI's own tools have it, which chooses no
 * engine by itself; undefined for the engine's usual one. Every failure is wrong use.
 */
export function planBaseUrl(
  flags: Pick<EngineFlags, 'baseUrl'>,
  engine: EngineName | undefined,
  env: NodeJS.ProcessEnv,
): Result<string | undefined> {
  const usual = engine === undefined || engines[engine].takes.baseUrl ? env.OPENAI_BASE_URL : undefined
  const baseUrl = flags.baseUrl ?? (usual || undefined)
  if (baseUrl === undefined || isWebAddress(baseUrl)) return ok(baseUrl)
  return wrong(`'${baseUrl}' is no address of a speech server; write one such as http://localhost:8880/v1.`)
}

const wrong = (reason: string) => fail(appError('REQUEST_INVALID', { reason: words(reason) }))

/** Whether a text is a whole http or https address. */
export function isWebAddress(text: string): boolean {
  const address = URL.parse(text)
  return address?.protocol === 'http:' || address?.protocol === 'https:'
}
