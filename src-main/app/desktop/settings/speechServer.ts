import type { Aligner } from '#ports/Aligner.ts'
import type { SpeechEngine } from '#ports/SpeechEngine.ts'
import type { SpeechProbe } from '#ports/SpeechProbe.ts'
import { ok } from '#shared/result.ts'
import { openAiBaseUrl } from '#shared/speech/engines.ts'
import { checkServer } from '../../speech/checkServer.ts'
import { openGuideChoices } from '../../speech/guideChoices.ts'
import type { Handlers } from '../handlers.ts'
import { openLatestOnly } from '../preview/latestOnly.ts'

export interface SpeechServerParts {
  readonly home: string
  readonly speech: { readonly openai: SpeechEngine }
  readonly aligner: Aligner
  /** A look at the speech server as it is set now. */
  readonly probeSpeech: () => SpeechProbe
}

/** What the settings do with the speech server: measure it, and choose whom the guide's names mean there. */
export function createSpeechServerHandlers({
  home,
  speech,
  aligner,
  probeSpeech,
}: SpeechServerParts): Pick<Handlers, 'checkServer' | 'stopServerCheck' | 'chooseGuideVoice'> {
  const checks = openLatestOnly()
  const choices = openGuideChoices(home)
  return {
    checkServer: () => checks.run((signal) => checkServer({ probe: probeSpeech(), aligner }, signal)),
    stopServerCheck: async () => {
      checks.stop()
      return ok({})
    },
    chooseGuideVoice: async ({ name, voice }) => {
      const server = speech.openai.facts.server ?? openAiBaseUrl
      const { [name]: _, ...others } = choices.of(server)
      const changed = await choices.change(server, voice === null ? others : { ...others, [name]: voice })
      return changed.ok ? ok({}) : changed
    },
  }
}
