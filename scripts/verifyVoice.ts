import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolder } from '#app/data/dataFolder.ts'
import { addPack } from '#app/voices/addPack.ts'
import { openGivenFiles } from '#app/voices/files/givenFiles.ts'
import { findWholePack } from '#app/voices/findWholePack.ts'
import { openDownload } from '#app/voices/openDownload.ts'
import { version } from '#cli/machine/version.ts'
import { packProgress } from '#cli/terminal/progress/packProgress.ts'
import { openScreen } from '#cli/terminal/screen.ts'
import { createFliteAligner } from '#engines/align/fliteAligner.ts'
import { createNaturalSpeech } from '#engines/speech/natural/naturalSpeech.ts'
import { writeWav } from '#files/wavFile.ts'
import type { Aligner } from '#ports/Aligner.ts'
import type { Speech } from '#ports/SpeechEngine.ts'
import { type AppError, englishSentence } from '#shared/errors.ts'
import { formatSize } from '#shared/format.ts'
import type { Result } from '#shared/result.ts'
import { deliveryOf, SpokenAs } from '#shared/speech/spokenAs.ts'
import { packSize, voicePacks } from '#shared/speech/voicePacks.ts'
import { writeMadePack } from '#tests/fakes/voice/madePack.ts'
import { isGood, type Spoken, summarise, type VoiceReport } from './voiceReport.ts'

// npm run verify-voice -- kokoro
//
// For a machine with internet: fetches a voice pack, checks every hash, speaks with every voice, holds the model's word
// times against what the aligner hears, and leaves WAVs with a report in JSON and in words. Nothing is sent anywhere.
// --from FILE|FOLDER takes the files from there; --out FOLDER says where the report goes; --made speaks with the made
// model of the tests instead, without a network: that shows only that the script itself works.

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { made: { type: 'boolean', default: false }, from: { type: 'string' }, out: { type: 'string' } },
})
const [name = 'kokoro'] = positionals
const pack = voicePacks.find((one) => one.name === name)
if (!pack) end(`There is no voice pack ${name}; there are ${voicePacks.map((one) => one.name).join(', ')}.`)
const { signal } = new AbortController()
const out = resolve(flags.out ?? join('voice-reports', flags.made ? `${name}-made` : name))

const texts = {
  story: 'The first thing you notice is the quiet. No engines, no phones; only the wind, and far below, the river.',
  numbers: 'In 2019, Dr. Smith paid $3.50 for 12 records, a bargain! The meeting is at 4:45 PM on April 3rd.',
  names: 'Kubernetes, Nvidia and TikTok met in Leipzig; Zbigniew said nothing.',
  short: 'Beauty.',
}

const made = flags.made ? await mkdtemp(join(tmpdir(), 'pausecut-made-')) : undefined
if (made === undefined) await fetchPack()
else writeMadePack(join(made, 'voices', name))
const home = made ?? dataFolder()
const engine = createNaturalSpeech({ pack: () => findWholePack(home, [name]) })
const aligner = createFliteAligner()
await mkdir(out, { recursive: true })
const report: VoiceReport = {
  pack: name,
  made: flags.made,
  version: version(),
  at: new Date().toISOString(),
  machine: {
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memory: totalmem(),
    node: process.versions.node,
  },
  spoken: [],
  failed: [],
}
// The first word loads the model, which is no part of how fast it speaks.
await speak(engine.facts.guide.nova, 'Ready.', 1)
for (const { id } of engine.facts.voices)
  for (const [what, text] of Object.entries(texts)) await say(`${id}-${what}`, id, text)
for (const speed of [0.7, 1.5, 2]) await say(`af_heart-${speed}`, 'af_heart', texts.story, speed)
if (engine.speaksWith) report.runtime = engine.speaksWith
await Promise.all([engine.close(), aligner.close()])
await writeFile(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
await writeFile(join(out, 'report.txt'), summarise(report))
if (made !== undefined) await rm(made, { recursive: true, force: true })
console.log(`\n${summarise(report)}\nThe WAVs and report.json are in ${out}.`)
process.exit(isGood(report) ? 0 : 1)

function end(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}

/** Brings the pack into the data folder, whose every file is then known by its hash. */
async function fetchPack(): Promise<void> {
  console.log(`${pack!.name}: ${formatSize(packSize(pack!))}, licence ${pack!.licence.name} (${pack!.licence.url})`)
  const source = flags.from ? openGivenFiles(pack!, resolve(flags.from), signal) : openDownload(pack!, { signal })
  const progress = packProgress(openScreen(process.stderr), name)
  const added = await addPack(pack!, { home: dataFolder(), source, signal, told: progress.told })
  progress.close()
  await source.close()
  if (!added.ok) end(englishSentence(added.error))
  console.log('Every file is there with its hash.')
}

function speak(voice: string, text: string, speed: number): Promise<Result<Speech>> {
  const as = deliveryOf(engine.facts, SpokenAs.parse({ engine: 'natural', voice, speed }))
  return as.ok ? engine.speak({ text, as: as.value }, signal) : Promise.resolve(as)
}

async function say(file: string, voice: string, text: string, speed = 1): Promise<void> {
  const began = performance.now()
  const speech = await speak(voice, text, speed)
  const took = (performance.now() - began) / 1000
  if (!speech.ok) return void failed(voice, text, speech.error)
  const { samples, sampleRate, words = [] } = speech.value
  await writeWav(join(out, `${file}.wav`), sampleRate, [samples])
  const seconds = samples.length / sampleRate
  const { peak, level } = loudness(samples)
  const difference = isListenedTo(file, text) ? await compare(aligner, speech.value, text) : undefined
  const problems = [
    ...(Number.isFinite(level) ? [] : ['it holds samples that are no numbers']),
    ...(peak > 1.5 || peak < 0.02 ? [`its peak is ${peak.toFixed(3)}`] : []),
    ...(level < 0.003 ? ['it is next to silent'] : []),
    ...(words.length === text.split(/\s+/).length ? [] : [`it has the times of ${words.length} words`]),
    ...(words.every(({ start, end }, at) => start <= end && start >= (words[at - 1]?.start ?? 0))
      ? []
      : ['its word times are not in order']),
    ...((words.at(-1)?.end ?? 0) > seconds + 0.05 ? ['its last word ends behind its sound'] : []),
    // What a made model says is not speech that an aligner could follow.
    ...(difference && !flags.made && difference.median > 0.15
      ? [`the aligner hears its words ${difference.median.toFixed(2)} s elsewhere`]
      : []),
    ...(difference?.check?.verdict === 'failed' && !flags.made ? ['it does not say its text'] : []),
  ]
  const spoken: Spoken = {
    file,
    voice,
    speed,
    text,
    seconds,
    realTime: took / seconds,
    peak,
    level,
    words: [...words],
    ...(difference && { difference }),
    problems,
  }
  report.spoken.push(spoken)
  console.log(`${problems.length > 0 ? '✗' : '✓'} ${file}: ${seconds.toFixed(1)} s`)
}

/** One word alone tells nothing; a made model's sound is no speech, over which the aligner takes long: once is enough. */
function isListenedTo(file: string, text: string): boolean {
  return flags.made ? file === 'af_heart-2' : text !== texts.short
}

function failed(voice: string, text: string, error: AppError): void {
  report.failed.push({ voice, text, error })
  console.log(`✗ ${voice}: ${englishSentence(error)}`)
}

function loudness(samples: Float32Array): { peak: number; level: number } {
  let [peak, squares] = [0, 0]
  for (const sample of samples) {
    peak = Math.max(peak, Math.abs(sample))
    squares += sample * sample
  }
  return { peak, level: Math.sqrt(squares / samples.length) }
}

/** The model's word times against the aligner's; undefined where the aligner can't follow. */
async function compare(
  aligner: Aligner,
  { samples, sampleRate, words = [] }: Speech,
  text: string,
): Promise<Spoken['difference']> {
  const aligned = await aligner.align(text, { samples, sampleRate }, signal, 'en')
  if (!aligned.ok || aligned.value.timing !== 'aligned') return undefined
  const { confidence = 0, check } = aligned.value
  const away = aligned.value.words
    .map(({ start }, at) => Math.abs(start - (words[at]?.start ?? Number.POSITIVE_INFINITY)))
    .toSorted((one, other) => one - other)
  const at = (share: number) => away[Math.min(away.length - 1, Math.floor(away.length * share))] ?? 0
  return { words: away.length, median: at(0.5), most: at(0.9), confidence, ...(check && { check }) }
}
