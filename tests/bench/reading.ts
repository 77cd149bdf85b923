import { isRight, readingCases, readingsLeft, say } from './reading/cases.ts'

// How many public cases of how written things are read aloud are right, by language and class:
// `npm run bench reading`, or `node tests/bench/reading.ts de` for one language with what is wrong in it.

const wanted = process.argv.slice(2)
for (const language of ['en', 'de', 'es', 'fr', 'it', 'pt']) {
  if (wanted.length > 0 && !wanted.includes(language)) continue
  const cases = readingCases(language).map((each) => ({ ...each, right: isRight(each, language) }))
  const shares = Map.groupBy(cases, ({ kind }) => kind)
  console.log(`${language}  ${share(cases)}`)
  for (const [kind, of] of shares) console.log(`    ${kind.padEnd(22)} ${share(of)}`)
  if (wanted.length === 0) continue
  const left = readingsLeft(language)
  for (const { written, readings, right } of cases)
    if (!right)
      console.log(
        `${written}\n    said   ${say(written, language)}\n    asked  ${readings.join(' | ')}\n    ${left.get(written) ?? 'NOT LISTED'}`,
      )
}

function share(cases: readonly { readonly right: boolean }[]): string {
  const right = cases.filter((each) => each.right).length
  return `${right} of ${cases.length}`.padStart(10) + `${((100 * right) / cases.length).toFixed(1)} %`.padStart(9)
}
