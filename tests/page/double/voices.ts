import { describeVoice } from '#engines/speech/describeVoice.ts'
import { mapGuide } from '#engines/speech/openai/voices/mapGuide.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { engineNames, engines, type GuideVoice } from '#shared/speech/engines.ts'
import type { ServerReport } from '#shared/speech/serverReport.ts'
import { options } from './state.ts'

const kokoro =
  'af_alloy af_aoede af_bella af_heart af_jessica af_kore af_nicole af_nova af_river af_sarah af_sky am_adam am_echo am_eric am_fenrir am_liam am_michael am_onyx am_puck am_santa bf_alice bf_emma bf_isabella bf_lily bm_daniel bm_fable bm_george bm_lewis ef_dora em_alex em_santa ff_siwis hf_alpha hf_beta hm_omega hm_psi if_sara im_nicola jf_alpha jf_gongitsune jm_kumo pf_dora pm_alex pm_santa zf_xiaobei zf_xiaoni zm_yunjian zm_yunxi'
const server = 'http://localhost:8880/v1'
const chosen: Partial<Record<GuideVoice, string>> = {}

export function chooseGuideVoice(name: GuideVoice, voice: string | null): void {
  if (voice === null) delete chosen[name]
  else chosen[name] = voice
}

/** What the main process tells of voices: with ?server=kokoro those of a Kokoro, with ?server=silent none. */
export function listVoices() {
  const own = options.get('server')
  return engineNames.map((engine) => {
    if (engine !== 'openai' || !own) return { engine, anyVoice: false, ...engines[engine] }
    const voices = own === 'kokoro' ? kokoro.split(' ').map(describeVoice) : []
    return { engine, server, voices, anyVoice: voices.length === 0, guide: mapGuide(voices, chosen) }
  })
}

export const sampleReport = (): ServerReport => ({
  server,
  model: 'gpt-4o-mini-tts',
  requests: 15,
  characters: 3523,
  voices: kokoro.split(' '),
  formats: [
    { asked: 'wav', got: 'wav', sampleRate: 24_000 },
    {
      asked: 'flac',
      error: appError('SPEECH_REFUSED', { reason: words('response_format: Input should be wav or mp3') }),
    },
    { asked: 'mp3', got: 'mp3', sampleRate: 24_000 },
    { asked: 'pcm', got: 'wav', sampleRate: 24_000 },
  ],
  names: [
    { name: 'nova', voice: 'af_heart' },
    { name: 'alloy', voice: 'am_michael' },
    { name: 'echo', voice: 'am_puck' },
    { name: 'fable', voice: 'bm_fable' },
    { name: 'onyx', voice: 'am_fenrir' },
    { name: 'shimmer', voice: 'af_bella' },
  ],
  speeds: [
    { asked: 0.5, measured: 0.51 },
    { asked: 2, measured: 1 },
  ],
  lengths: [
    { characters: 180, state: 'whole', seconds: 11 },
    { characters: 444, state: 'whole', seconds: 26 },
    { characters: 798, state: 'lost', seconds: 41, lost: 'a long grey cloud' },
    { characters: 1574, state: 'skipped' },
  ],
  firstByte: 0.31,
  timesRealTime: 4.2,
})
