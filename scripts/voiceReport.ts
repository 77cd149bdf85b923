import { z } from 'zod'
import { SpeechCheck, WordTiming } from '#shared/domain.ts'
import { englishSentence } from '#shared/errors.ts'
import { WireError } from '#shared/wireError.ts'

/** How far the aligner's word times are from the model's own, in seconds. */
const Difference = z.object({
  words: z.number().int(),
  median: z.number(),
  /** Nine of ten words are nearer. */
  most: z.number(),
  confidence: z.number(),
  check: SpeechCheck.optional(),
})

/** One text, spoken by one voice. */
const Spoken = z.object({
  /** Of the WAV beside the report. */
  file: z.string(),
  voice: z.string(),
  speed: z.number(),
  text: z.string(),
  seconds: z.number(),
  /** Time that it took by time that it lasts; below 1 is faster than it is heard. */
  realTime: z.number(),
  peak: z.number(),
  /** Root of the mean square. */
  level: z.number(),
  words: z.array(WordTiming),
  /** Absent where the aligner was not asked, or could not follow. */
  difference: Difference.optional(),
  problems: z.array(z.string()),
})
export type Spoken = z.infer<typeof Spoken>

/** What `npm run verify-voice` leaves: report.json. */
export const VoiceReport = z.object({
  pack: z.string(),
  /** With a made model, which shows that the script works and nothing else. */
  made: z.boolean(),
  version: z.string(),
  at: z.iso.datetime(),
  machine: z.object({
    platform: z.string(),
    cpu: z.string(),
    cores: z.number().int(),
    /** Bytes. */
    memory: z.number(),
    node: z.string(),
  }),
  /** What computed it, and why not natively; absent where nothing was spoken. */
  runtime: z.object({ runtime: z.string(), lack: z.string().optional() }).optional(),
  spoken: z.array(Spoken),
  /** What could not be spoken at all. */
  failed: z.array(z.object({ voice: z.string(), text: z.string(), error: WireError })),
})
export type VoiceReport = z.infer<typeof VoiceReport>

/** Whether nothing that can be seen without ears speaks against the pack. */
export function isGood({ made, spoken, failed }: VoiceReport): boolean {
  const followed = spoken.filter(({ difference }) => difference).length
  // Of four texts the aligner listens to three.
  const isFollowed = made || followed * 2 >= spoken.length
  return failed.length === 0 && spoken.length > 0 && isFollowed && spoken.every(({ problems }) => problems.length === 0)
}

/** The report for people. */
export function summarise(report: VoiceReport): string {
  const { pack, made, machine, runtime, spoken, failed } = report
  const problems = spoken.flatMap(({ file, problems }) => problems.map((problem) => `  ${file}: ${problem}`))
  const differences = spoken.flatMap(({ difference }) => difference ?? [])
  const speeds = spoken.map(({ realTime }) => realTime).toSorted((one, other) => one - other)
  const lines = [
    `Voice pack ${pack}${made ? ', with a made model: this shows that the script works, and nothing of the voice' : ''}`,
    `${machine.platform}, ${machine.cpu}, ${machine.cores} cores, ${(machine.memory / 1e9).toFixed(0)} GB, Node ${machine.node}`,
    runtime
      ? `Computed by the ${runtime.runtime} runtime${runtime.lack ? ` (${runtime.lack})` : ''}`
      : 'Nothing was computed',
    '',
    `${spoken.length} recordings of ${new Set(spoken.map(({ voice }) => voice)).size} voices`,
    ...(speeds.length > 0
      ? [`Times real time: median ${middle(speeds).toFixed(2)}, slowest ${speeds.at(-1)!.toFixed(2)}`]
      : []),
    differences.length > 0
      ? `Word times, aligner against model: median ${middle(differences.map(({ median }) => median)).toFixed(3)} s in ${differences.length} recordings`
      : 'Word times: the aligner could follow none of the recordings',
    ...spoken.map(describe),
    ...failed.map(({ voice, text, error }) => `  ${voice} could not say “${text}”: ${englishSentence(error)}`),
    '',
    ...(problems.length > 0 ? ['Problems:', ...problems] : []),
    isGood(report)
      ? 'Nothing speaks against it; please listen to the recordings.'
      : 'Something is wrong with it, see above.',
  ]
  return `${lines.join('\n')}\n`
}

function describe({ file, seconds, realTime, level, difference }: Spoken): string {
  const figures = `${seconds.toFixed(1)} s, ${realTime.toFixed(2)} of real time, ${(20 * Math.log10(level)).toFixed(0)} dBFS`
  return `  ${file.padEnd(24)}${figures}${difference ? `, times within ${difference.most.toFixed(2)} s` : ''}`
}

const middle = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN
