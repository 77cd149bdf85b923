import { blanks, type Piece, paragraphEnd } from '../piece/piece.ts'
import { directions, speakers } from './directionWords.ts'
import { keyOf } from './kindOfLabel.ts'

const set = (words: string) => new Set(words.split('|'))
// What a column is called that is spoken, surest first.
const spoken = [
  speakers.plain,
  set(
    'narration|spoken text|spoken|dialogue|dialog|script|speech|what you say|what to say|words|audio|text to speak|gesprochener text|diálogo|dialogue parlé|ses|音声|セリフ|台词|대사|오디오|الصوت|الحوار|ऑडियो|संवाद|аудио|текст диктора',
  ),
] as const
const others = set(
  'time|times|timing|timestamp|time stamp|timecode|time code|duration|seconds|length|scene|shot|section|segment|part|#|no|no.|nr.|frame|' +
    'zeit|dauer|szene|tiempo|duración|escena|temps|durée|scène|tempo|cena|scena|durata|süre|zaman|sahne|時間|シーン|时间|场景|シーン番号|시간|장면|الوقت|المشهد|समय|दृश्य|время|сцена',
)

/**
 * Which column of a table holds what is spoken, by the names of its columns: `Visual | Audio`. Undefined for a table of
 * anything else.
 */
export function spokenColumn(names: readonly string[]): number | undefined {
  const keys = names.map(keysOf)
  for (const known of spoken) {
    const column = keys.findIndex((of) => of.some((key) => known.has(key)))
    const isScript = keys.some((of, at) => at !== column && of.some(isOfScript))
    if (column >= 0 && isScript) return column
  }
  return undefined
}

const isOfScript = (key: string) => directions.plain.has(key) || directions.marked.has(key) || others.has(key)

/** `**Audio / Narration**` is called two things, and `Visual (B-roll)` too. */
const keysOf = (name: string): string[] => {
  const bare = name.replace(/[\uFDD0-\uFDEF*_~`\p{Extended_Pictographic}]|\uFE0F/gu, '')
  return [bare, ...bare.split(/[/()&+,|:]|\band\b/)].map(keyOf).filter((key) => key !== '')
}

const separator = /^[\s\uFDD0>]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t\uFDD0]*$/

/** Takes tables whose columns are what is seen and what is said: of each row what is said stays, as a paragraph. */
export function takeColumns(piece: Piece): void {
  if (!/[|\t]/.test(piece.text)) return
  const lines = piece.text.split('\n')
  let from = 0
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    const sign = signOf(line, lines[index + 1])
    const column = sign && line.length < 500 ? spokenColumn(cellsOf(line, sign).map(({ text }) => text)) : undefined
    if (column === undefined) {
      from += line.length + 1
      continue
    }
    const text = piece.source
      .slice(from, from + line.length)
      .trim()
      .slice(0, 80)
    piece.told.push({ kind: 'direction', at: from, text })
    const begin = index
    for (; index < lines.length && lines[index]!.includes(sign!); index++) {
      from += lines[index]!.length + 1
      lines[index] =
        index === begin || separator.test(lines[index]!) ? blanks(lines[index]!) : only(lines[index]!, sign!, column)
    }
    index--
  }
  piece.text = lines.join('\n')
}

/** What stands between the cells of a table that begins with a line: a bar, or a tab as spreadsheets and pages copy it. */
function signOf(line: string, next = ''): '|' | '\t' | undefined {
  if (line.includes('|')) return next.includes('|') ? '|' : undefined
  return line.includes('\t') && next.includes('\t') ? '\t' : undefined
}

interface Cell {
  readonly at: number
  readonly text: string
}

function cellsOf(line: string, sign: '|' | '\t'): Cell[] {
  const begin = sign === '|' ? (/^[\s\uFDD0>]*\|/.exec(line)?.[0].length ?? 0) : 0
  let at = begin
  return line
    .slice(begin)
    .split(sign)
    .map((text) => {
      const cell = { at, text }
      at += text.length + 1
      return cell
    })
}

function only(line: string, sign: '|' | '\t', column: number): string {
  const cell = cellsOf(line, sign)[column]
  if (!cell) return blanks(line)
  const inside = cell.text.replace(/^\s+|\s+$/g, blanks)
  const before = cell.at > 0 ? paragraphEnd + blanks(line.slice(1, cell.at)) : ''
  return before + inside + blanks(line.slice(cell.at + cell.text.length))
}
