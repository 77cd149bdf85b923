import type { Path, SetLine, Typesetter } from '#ports/Typesetter.ts'

/** A typesetter whose letters are blocks half an em wide: what a layout does is easy to foresee. It lacks `ꙮ`. */
export const blockType: Typesetter = {
  setLine(pieces, style): SetLine {
    let pen = 0
    const set = pieces.map(({ text, spaced }, index) => {
      if (spaced && index > 0) pen += style.size * (0.5 + (style.wordSpace ?? 0))
      const left = pen
      pen += [...text.replaceAll('ꙮ', '')].length * style.size * 0.5
      return { left, right: pen, path: block(left, pen, style.size * 0.7), emoji: [] }
    })
    const missing = pieces.flatMap(({ text }) => [...text].filter((letter) => letter === 'ꙮ'))
    return { width: pen, pieces: set, missing }
  },
  hyphenate: (word) => [word],
  heights: ({ size }) => ({ capital: size * 0.7, ascent: size, descent: size * 0.25 }),
}

const block = (left: number, right: number, height: number): Path =>
  right > left
    ? [
        ['M', left, 0],
        ['L', left, -height],
        ['L', right, -height],
        ['L', right, 0],
      ]
    : []
