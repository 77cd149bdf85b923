import { atSpeed, throughMp3, withNoise } from './align/conditions.ts'
import { type Figures, measure, openAligner, type Trial } from './align/measureAligner.ts'
import { english, german, otherReadings, others, spanish } from './align/passages.ts'
import { mismatched, passageTrials, readingTrials } from './align/trials.ts'

// How near the aligner comes to the true word starts, on speech by espeak-ng: `node tests/bench/align.ts [word of a row]`.
// Each row gives absolute errors of word starts in milliseconds, and the bounds it must keep.

interface Row {
  readonly name: string
  readonly trials: () => readonly Trial[]
  /** Most that median, 95th percentile and share over 200 ms (per cent) may be. */
  readonly bounds?: readonly [median: number, p95: number, over200: number]
}

const plain = () => passageTrials(english, [{ voice: 'en-us' }, { voice: 'en+f2' }])
const englishBounds = [10, 40, 0.5] as const
const voices = ['en', 'en-us', 'en-us+f3', 'en-gb-scotland+m3', 'en+klatt']

const rows: readonly Row[] = [
  ...voices.map((voice) => ({
    ...{ name: `English, ${voice}`, bounds: englishBounds },
    trials: () => passageTrials(english, [{ voice }]),
  })),
  ...[120, 250].map((wpm) => ({
    ...{ name: `English, ${wpm} words a minute`, bounds: englishBounds },
    trials: () => passageTrials(english, [{ voice: 'en-us+m2', wpm }]),
  })),
  {
    ...{ name: 'English, low and high pitch', bounds: englishBounds },
    trials: () =>
      passageTrials(
        english,
        [20, 85].map((pitch) => ({ voice: 'en+f2', pitch })),
      ),
  },
  {
    name: 'English, pink noise 17 dB below',
    bounds: englishBounds,
    trials: () => plain().map((t) => ({ ...t, ...withNoise(t, 17) })),
  },
  {
    name: 'English, MP3 64 kb/s',
    bounds: englishBounds,
    trials: () => plain().map((t) => ({ ...t, ...throughMp3(t) })),
  },
  {
    name: 'English, pitch and formants -13 %',
    bounds: englishBounds,
    trials: () => plain().map((t) => ({ ...t, ...atSpeed(t, 0.87) })),
  },
  {
    name: 'English, pitch and formants +13 %',
    bounds: englishBounds,
    trials: () => plain().map((t) => ({ ...t, ...atSpeed(t, 1.13) })),
  },
  {
    name: 'Numbers read another way: words beside',
    bounds: [10, 60, 0.5],
    trials: () => readingTrials(otherReadings, [{ voice: 'en+f3' }, { voice: 'en-us' }]),
  },
  { name: 'German', bounds: [20, 200, 5], trials: () => passageTrials(german, [{ voice: 'de' }, { voice: 'de+f3' }]) },
  {
    name: 'Spanish',
    bounds: [10, 60, 0.5],
    trials: () => passageTrials(spanish, [{ voice: 'es' }, { voice: 'es-419+f3' }]),
  },
  ...Object.entries(others).map(([voice, texts]) => ({
    name: `Without rules of its own: ${voice}`,
    trials: () => passageTrials(texts, [{ voice }]),
  })),
  {
    name: 'A long piece (four minutes)',
    bounds: englishBounds,
    trials: () => passageTrials([english.join(' ')], [{ voice: 'en-us' }]),
  },
]

const only = process.argv[2] ?? ''
const align = await openAligner()
console.log(`${''.padEnd(40)} words  median   p95  worst  over 200  shares  least trust  cost`)
let missed = 0
for (const { name, trials, bounds } of rows.filter((row) => row.name.toLowerCase().includes(only.toLowerCase()))) {
  const figures = measure(align, trials())
  const [median, p95, over200] = bounds ?? []
  const kept = bounds === undefined || (figures.median <= median! && figures.p95 <= p95! && figures.over200 <= over200!)
  if (!kept) missed++
  console.log(`${line(name, figures)}${kept ? '' : `  MISSED ${bounds?.join(' / ')}`}`)
}
if (only === '') {
  const wrong = measure(align, [
    ...mismatched(passageTrials(english, [{ voice: 'en' }]), passageTrials(english, [{ voice: 'en' }])),
    ...mismatched(passageTrials(english.slice(0, 16), [{ voice: 'en' }]), passageTrials(german, [{ voice: 'de' }])),
  ])
  console.log(`Recordings of another text: ${wrong.shares} of ${wrong.trials} seen through`)
  if (wrong.shares < wrong.trials) missed++
}
process.exitCode = missed > 0 ? 1 : 0

function line(name: string, f: Figures): string {
  const numbers = [f.median.toFixed(0).padStart(6), f.p95.toFixed(0).padStart(6), f.worst.toFixed(0).padStart(6)]
  const rest = [
    `${f.over200.toFixed(2)} %`.padStart(8),
    `${f.shares}/${f.trials}`.padStart(8),
    f.leastConfidence.toFixed(2).padStart(10),
  ]
  return [name.padEnd(40), String(f.words).padStart(5), ...numbers, ...rest, f.cost.toFixed(3).padStart(8)].join(' ')
}
