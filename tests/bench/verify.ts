import { appendFileSync } from 'node:fs'
import { findLengthFault } from '#pipeline/speech/findLengthFault.ts'
import { type Align, openAligner } from './align/measureAligner.ts'
import { type BenchRecording, badRecordings, goodRecordings, type Kind } from './verify/recordings.ts'
import { lengths } from './verify/texts.ts'

// How many recordings that do not say their text are seen through, and how many that do are accused:
// `node tests/bench/verify.ts [texts of each length] [file for the figures]`. To reach: 95 % of the former at the least,
// 1 in 300 of the latter at the most.

const [count = '24', log] = process.argv.slice(2)
const align = await openAligner()

const judged = [...(await goodRecordings(Number(count))), ...badRecordings(Math.ceil(Number(count) / 2))].map(
  (recording) => {
    const verdict = judge(align, recording)
    if (log) appendFileSync(log, `${JSON.stringify({ ...recording, sound: undefined, ...verdict })}\n`)
    return { ...recording, ...verdict }
  },
)

console.log(`${''.padEnd(22)}${lengths.map((most) => `to ${most} words`.padStart(14)).join('')}           all`)
const kinds: readonly Kind[] = ['good', 'third missing', 'said twice or more', 'another text', 'noise or silence']
for (const kind of kinds) {
  for (const verdict of kind === 'good' ? (['failed', 'unsure'] as const) : (['failed', 'unsure'] as const)) {
    const cells = [...lengths, undefined].map((length) => {
      const of = judged.filter((one) => one.kind === kind && (length === undefined || one.length === length))
      return `${of.filter((one) => one.verdict === verdict).length} of ${of.length}`.padStart(14)
    })
    console.log(`${`${kind}: ${verdict}`.padEnd(30).slice(0, 30)}${cells.join('')}`)
  }
}

const good = judged.filter(({ kind }) => kind === 'good')
const bad = judged.filter(({ kind }) => kind !== 'good')
const accused = good.filter(({ verdict }) => verdict === 'failed')
const caught = bad.filter(({ verdict }) => verdict === 'failed')
const passed = bad.filter(({ verdict }) => verdict !== 'failed')
for (const one of [...accused, ...passed]) console.log(describe(one))
console.log(`caught ${caught.length} of ${bad.length} (${((100 * caught.length) / bad.length).toFixed(1)} %)`)
console.log(`accused ${accused.length} of ${good.length}`)
const kept = caught.length >= 0.95 * bad.length && accused.length * 300 <= good.length
if (!kept) console.log('MISSED: 95 % caught, 1 in 300 accused')
process.exitCode = kept ? 0 : 1

/** As the product does: the length first, then the aligner. */
function judge(align: Align, { sound, text, speed }: BenchRecording) {
  const fault = findLengthFault(sound, text, speed)
  if (fault) return { verdict: 'failed' as const, fault }
  const { check, fallback } = align(text, sound)
  return { ...check, verdict: check?.verdict ?? 'unsure', fallback }
}

function describe({ kind, verdict, about, text, ...figures }: (typeof judged)[number]): string {
  const { margin, confidence, scatter } = { margin: undefined, confidence: undefined, scatter: undefined, ...figures }
  const numbers = [margin, confidence, scatter].map((figure) => figure?.toFixed(3) ?? '-').join(' ')
  return `  ${kind} ${verdict}: ${about}, ${numbers}, “${text.slice(0, 60)}”`
}
