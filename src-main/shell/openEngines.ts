import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { openCaches } from '#app/run/openCaches.ts'
import { openGuideChoices } from '#app/speech/guideChoices.ts'
import { speechTimeout } from '#app/speech/speechTimeout.ts'
import { withVoices } from '#app/speech/withVoices.ts'
import { findWholePack } from '#app/voices/findWholePack.ts'
import type { SoundDecoder } from '#ports/SoundDecoder.ts'
import type { CaptionRequest } from '#shared/desktop/appContract.ts'
import type { PaintedWindow } from '#shared/desktop/desktop.ts'
import { fail, ok } from '#shared/result.ts'
import { deliveryOf, SpokenAs } from '#shared/speech/spokenAs.ts'
import type { CaptionWorkerData } from './captionWorker.ts'
import type { EngineSettings, OpenEngines } from './service/engines.ts'
import { onceSucceeded } from './service/onceSucceeded.ts'
import type { UtilityChild } from './service/startUtility.ts'

/** How the app starts a program of its own as a process; absent: as a child of Node's. */
type StartProgram = (program: URL, argument: string) => UtilityChild

/** Opens this machine's engines. They are loaded while the page is being painted: nothing of that needs them. */
export const openEngines = async (settings: EngineSettings, start?: StartProgram): ReturnType<OpenEngines> => {
  const { home, fonts } = settings
  const { openStore } = await import('#engines/sqlite/openStore.ts')
  const store = openStore(home)
  if (!store.ok) return store
  const { jobs, deliveries, close: closeStore } = store.value
  const ffmpeg = await openFfmpeg(settings)
  const [{ openImages }, { openTypesetter }, { openSystemFonts }, aligner, speech, captions] = await Promise.all([
    import('#engines/images/openImages.ts'),
    import('#engines/type/openTypesetter.ts'),
    import('#engines/type/systemFonts.ts'),
    openAligner(settings),
    openSpeech(settings, ffmpeg.decoder, start),
    openCaptions(fonts),
  ])
  const images = openImages()
  const type = openTypesetter(fonts, openSystemFonts())
  const shared = { ...openCaches(home), images, type, aligner, anchorFonts: join(fonts, 'anchor') }
  return ok({
    jobs,
    deliveries,
    images,
    type,
    captions,
    aligner,
    speechCache: shared.speechCache,
    speech: speech.engines,
    testSpeech: speech.test,
    probeSpeech: speech.probe,
    grabStill: ffmpeg.grabStill,
    tools: async () => {
      const tools = await ffmpeg.tools()
      return tools.ok ? ok({ ...shared, ...tools.value, cores: availableParallelism() }) : tools
    },
    close: async () => {
      await Promise.all([speech.close(), aligner.close(), captions.close()])
      closeStore()
    },
  })
}

/** Megabytes that the thread which lays out captions for the preview may take. */
const captionMemory = 256

async function openCaptions(fonts: string) {
  const { openStepWorker } = await import('#engines/workers/openStepWorker.ts')
  const data: CaptionWorkerData = { fonts }
  const script = new URL('./captionWorker.ts', import.meta.url)
  const worker = openStepWorker<CaptionRequest, PaintedWindow>(script, data, captionMemory)
  worker.wake()
  return worker
}

async function openAligner({ readKey, speechUrl, transcriptionModel }: EngineSettings) {
  const [{ createFliteAligner }, { withTranscription }, { openAiBaseUrl }] = await Promise.all([
    import('#engines/align/fliteAligner.ts'),
    import('#engines/transcription/withTranscription.ts'),
    import('#shared/speech/engines.ts'),
  ])
  return withTranscription(createFliteAligner(), () => {
    const model = transcriptionModel()
    return model === '' ? undefined : { model, baseUrl: speechUrl() || openAiBaseUrl, key: readKey }
  })
}

async function openSpeech({ home, readKey, speechUrl }: EngineSettings, decoder: SoundDecoder, start?: StartProgram) {
  const [{ closeSpeechEngines, openSpeechEngines }, { createSpeechProbe }, { voiceProgram }] = await Promise.all([
    import('#engines/speech/openSpeechEngines.ts'),
    import('#engines/speech/openai/probeServer.ts'),
    import('#engines/speech/natural/process/forkVoice.ts'),
  ])
  const startVoice = start && ((voice: object) => start(voiceProgram, JSON.stringify(voice)))
  const { of: guide } = openGuideChoices(home)
  const natural = { pack: () => findWholePack(home), start: startVoice }
  const options = { key: readKey, baseUrl: () => speechUrl() || undefined, decoder, guide, natural, ...speechTimeout() }
  const engines = openSpeechEngines(options)
  const impatient = openSpeechEngines({ ...options, silence: 30_000, patience: { attempts: 1 } })
  return {
    engines,
    test: async () => {
      const signal = AbortSignal.timeout(60_000)
      const openai = await withVoices(impatient.openai, signal)
      const as = deliveryOf(openai.facts, SpokenAs.parse({}))
      return as.ok ? openai.speak({ text: 'Hello.', as: as.value }, signal) : as
    },
    probe: () =>
      createSpeechProbe({ baseUrl: speechUrl() || undefined, key: readKey, decoder, engine: engines.openai }),
    close: () => closeSpeechEngines(engines),
  }
}

async function openFfmpeg({ checkFfmpeg }: EngineSettings) {
  const [{ locateFfmpeg }, { createVideoEncoder }, sound, { createSoundDecoder }, { createMediaFiles }, { grabStill }] =
    await Promise.all([
      import('#engines/ffmpeg/process/locateFfmpeg.ts'),
      import('#engines/ffmpeg/videoEncoder.ts'),
      import('#engines/ffmpeg/sound/masterSound.ts'),
      import('#engines/ffmpeg/sound/soundDecoder.ts'),
      import('#engines/ffmpeg/mediaFiles.ts'),
      import('#engines/ffmpeg/grabStill.ts'),
    ])
  const locate = onceSucceeded(async () => {
    const checked = await checkFfmpeg()
    return checked.ok ? locateFfmpeg() : checked
  })
  return {
    tools: async () => {
      const ffmpeg = await locate()
      if (!ffmpeg.ok) return ffmpeg
      return ok({
        encoder: createVideoEncoder(ffmpeg.value),
        sound: sound.createSoundMaster(ffmpeg.value),
        files: createMediaFiles(ffmpeg.value),
      })
    },
    decoder: createSoundDecoder(locate),
    grabStill: async (video: string, out: string) => {
      const ffmpeg = await locate()
      return ffmpeg.ok ? grabStill(ffmpeg.value, video, out) : fail(ffmpeg.error)
    },
  }
}
