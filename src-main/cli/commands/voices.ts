import { listVoices } from '#app/speech/listVoices.ts'
import { closeSpeechEngines } from '#engines/speech/openSpeechEngines.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { LanguageTag } from '#shared/speech/engineVoices.ts'
import { openSpeech } from '../machine/openSpeech.ts'
import { stopSignals } from '../machine/stopSignals.ts'
import { planBaseUrl } from '../plans/planEngine.ts'
import { printError } from '../terminal/printError.ts'
import { showVoices } from '../terminal/reports/voiceTable.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

/** The flags of `pausecut voices` as they were typed. */
export interface VoicesFlags {
  readonly baseUrl?: string
  readonly language?: string
  readonly json?: boolean
}

/** `pausecut voices`: those of every engine, a speech server asked for its own. */
export async function voices(
  flags: VoicesFlags,
  out = openScreen(process.stdout),
  err = openScreen(process.stderr),
): Promise<number> {
  const baseUrl = planBaseUrl(flags, undefined, process.env)
  const language = planLanguage(flags.language)
  for (const plan of [baseUrl, language]) {
    if (plan.ok) continue
    printError(plan.error, err)
    return exitCodes.wrongUse
  }
  const speech = openSpeech(baseUrl.ok ? baseUrl.value : undefined)
  const stop = stopSignals()
  const asked = language.ok ? language.value : undefined
  const listed = await listVoices(speech, { language: asked }, stop.signal)
  await closeSpeechEngines(speech)
  if (!listed.ok || stop.signal.aborted) return stop.exitCode() ?? exitCodes.failed
  out.write(flags.json ? `${JSON.stringify(listed.value, null, 2)}\n` : showVoices(listed.value, out, asked))
  return exitCodes.done
}

function planLanguage(typed: string | undefined): Result<string | undefined> {
  if (LanguageTag.optional().safeParse(typed).success) return ok(typed?.replaceAll('_', '-'))
  return fail(appError('REQUEST_INVALID', { reason: words(`'${typed}' is no language; write it as de, en or pt-BR.`) }))
}
