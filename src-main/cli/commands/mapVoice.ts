import { dataFolder } from '#app/data/dataFolder.ts'
import { makeDataFolder } from '#app/data/makeDataFolder.ts'
import { openGuideChoices } from '#app/speech/guideChoices.ts'
import { closeSpeechEngines } from '#engines/speech/openSpeechEngines.ts'
import { serverAddress } from '#engines/speech/serverAddress.ts'
import { GuideVoice } from '#shared/domain.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { guideVoiceNames } from '#shared/speech/engines.ts'
import { voiceOf } from '#shared/speech/spokenAs.ts'
import { openSpeech } from '../machine/openSpeech.ts'
import { stopSignals } from '../machine/stopSignals.ts'
import { planBaseUrl } from '../plans/planEngine.ts'
import { printError } from '../terminal/printError.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

/**
 * `pausecut voices map`: keeps whom a name of the guide means with a speech server, for every way in.
 * @param voice absent: whom the engine itself has for it
 */
export async function mapVoice(
  typed: string,
  voice: string | undefined,
  flags: { readonly baseUrl?: string },
  out = openScreen(process.stdout),
  err = openScreen(process.stderr),
): Promise<number> {
  const refuse = (error: AppError, code: number = exitCodes.wrongUse) => {
    printError(error, err)
    return code
  }
  const baseUrl = planBaseUrl(flags, undefined, process.env)
  if (!baseUrl.ok) return refuse(baseUrl.error)
  const name = GuideVoice.safeParse(typed)
  if (!name.success) return refuse(appError('VOICE_INVALID', { voices: guideVoiceNames.join(', ') }))
  const speech = openSpeech(baseUrl.value)
  await speech.openai.voices?.(stopSignals().signal)
  const { facts } = speech.openai
  await closeSpeechEngines(speech)
  // A name of the guide would mean whom it stands for, and that may be this very one.
  const isKnown = voice === undefined || facts.voices.some(({ id }) => id === voice) || voiceOf(facts, voice) === voice
  if (!isKnown) return refuse(appError('VOICE_INVALID', { voices: facts.voices.map(({ id }) => id).join(', ') }))
  const home = dataFolder()
  makeDataFolder(home)
  const choices = openGuideChoices(home)
  const server = serverAddress(baseUrl.value)
  const { [name.data]: _, ...others } = choices.of(server)
  const kept = await choices.change(server, voice === undefined ? others : { ...others, [name.data]: voice })
  if (!kept.ok) return refuse(kept.error, exitCodes.failed)
  out.write(`${name.data} is ${voice ?? 'as usual'} with ${server} from now on.\n`)
  return exitCodes.done
}
