const shape = /^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/
const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }

/** The number of a Roman numeral in capitals, below 4000; undefined when it is none. */
export function romanValue(numeral: string): number | undefined {
  if (numeral === '' || !shape.test(numeral)) return undefined
  return [...numeral].reduce((sum, letter, i) => {
    const value = values[letter]!
    return sum + (value < (values[numeral[i + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)
}
