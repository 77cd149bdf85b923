import { z } from 'zod'
import { serveRenders } from '#app/hosts/serveRenders.ts'
import type { RunJob } from '#app/run/jobRunner.ts'
import { runJob } from '#app/run/runJob.ts'
import { keyReader } from '#app/speech/findKey.ts'
import { createKeychain } from '#engines/keychain/keychain.ts'
import { closeSpeechEngines } from '#engines/speech/openSpeechEngines.ts'
import { TranscriptionPlan } from '../plans/planTranscription.ts'
import { openSpeech } from './openSpeech.ts'
import { openAligner, openTools } from './tools.ts'

// The program of a render host (see forkHost): opens this machine's tools and runs the jobs that the service sends.

/** What a render host is started with, as JSON in its one argument. */
export const HostOptions = z.object({
  /** The data folder. */
  home: z.string(),
  /** Of the speech server; absent: OpenAI's. */
  baseUrl: z.string().optional(),
  transcription: TranscriptionPlan.optional(),
})
export type HostOptions = z.infer<typeof HostOptions>

// The service has set this mask too; a host that another program forks sets it all the same.
process.umask(0o077)

const { home, baseUrl, transcription } = HostOptions.parse(JSON.parse(process.argv[2] ?? ''))
const keychain = createKeychain('openai-key')
const speech = openSpeech(baseUrl, keychain)
const aligner = openAligner(keyReader(keychain), transcription)
const tools = openTools(aligner, home)

const runOn =
  (cores: number): RunJob =>
  async (spec, watch) => {
    const opened = await tools
    if (!opened.ok) return opened
    return runJob(spec, { ...opened.value, speech: speech[spec.spokenAs.engine], cores }, watch)
  }

const { stop } = serveRenders(
  {
    // What can't be sent because the service is gone is of no use to anyone; `disconnect` follows.
    send: (word) => void (process.connected && process.send?.(word, undefined, undefined, () => {})),
    onOrder: (listener) => void process.on('message', listener),
  },
  runOn,
)

/** Milliseconds for the programs that a job has started to be ended. */
const patience = 1_000

// The service is gone: what it would do with the result, it does anew when it is back.
process.on('disconnect', () => {
  stop()
  setTimeout(() => process.exit(), patience).unref()
  setImmediate(() => void Promise.all([closeSpeechEngines(speech), aligner.close()]))
})
