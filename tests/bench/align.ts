import { type Figures, measure, openAligner } from './align/measureAligner.ts'
import { english, german } from './align/passages.ts'
import { rows } from './align/rows.ts'
import { mismatched, passageTrials } from './align/trials.ts'

// How near the aligner comes to the true word starts, on speech by espeak-ng and Festival, which know them themselves:
// `node tests/bench/align.ts [word of a row]`. Each row gives absolute errors of word starts in milliseconds, and the
// bounds it must keep; `cost` is seconds of one core for a second of sound (to reach: 0.15), and only on an idle machine
// what it says.

const only = process.argv[2] ?? ''
const align = await openAligner()
console.log(`${''.padEnd(40)} words  median   p95  worst  over 200  shares  least trust  cost`)
let missed = 0
for (const { name, trials, bounds } of rows.filter((row) => row.name.toLowerCase().includes(only.toLowerCase()))) {
  const found = trials()
  if (!found) {
    console.log(`${name.padEnd(40)} MISSING: Festival (apt-get install festival festvox-kdlpc16k festvox-us-slt-hts)`)
    continue
  }
  const figures = measure(align, found)
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
