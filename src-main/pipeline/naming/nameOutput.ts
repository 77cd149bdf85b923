import { randomBytes, randomUUID } from 'node:crypto'
import type { Format, JobKind } from '#shared/domain.ts'
import type { Segment } from '#shared/script/segment.ts'
import { meaningfulWords } from './meaningfulWords.ts'

const mostWords = 4
const wordsOfMore = 3

// File systems take 255 bytes; this leaves room for a number, an ending, and the folders before it on Windows (260).
const mostBytes = 120

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A new job's id, in the API guide's way. */
export function newJobId(kind: JobKind): string {
  return kind === 'shorts' ? `api_${randomUUID()}` : `api_voiceover_${randomUUID()}`
}

/**
 * File names of a job's Shorts, one per segment in the same order, after its title or text:
 * `api_Apple_Reported_Strong.mp4`. No two are the
 * same, even where case and accents' spelling do not count; all are safe on Windows, macOS and Linux. Letters of every
 * script stay.
 */
export function nameShorts(segments: readonly Segment[]): string[] {
  const taken = new Set<string>()
  // How far each name was counted: thousands of parts may begin alike.
  const counted = new Map<string, number>()
  return segments.map((segment) => {
    const words = keywords(segment.title ?? segment.text).map(capitalise)
    const stem = `api_${joinWithin(words.length > 0 ? words : [`Part_${segment.index}`])}`
    let unique = stem
    let count = counted.get(folded(stem)) ?? 1
    while (taken.has(folded(unique))) unique = `${stem}_${++count}`
    counted.set(folded(stem), count)
    taken.add(folded(unique))
    return `${unique}.mp4`
  })
}

/** File name of a voiceover, after its title or text: `quarterly_business_review_7f3b2a18.mp4`. */
export function nameVoiceover(text: string, id: string, format: Format): string {
  const words = keywords(text).map((word) => word.toLowerCase().normalize('NFC'))
  return `${joinWithin(words.length > 0 ? words : ['voiceover'])}_${shortId(id)}.${format}`
}

/** File name of the ZIP with all of a job's Shorts: `api_shorts_581cfa84_ab12cd34.zip`; the end is random. */
export function nameZip(id: string): string {
  return `api_shorts_${shortId(id)}_${randomBytes(4).toString('hex')}.zip`
}

/** The first eight digits of the job's UUID. */
function shortId(id: string): string {
  return id.replace(/^api_(voiceover_)?/, '').slice(0, 8)
}

/** All the words that carry meaning where there are four or fewer, else the first three (API guide, "File Naming"). */
function keywords(text: string): string[] {
  const words = meaningfulWords(text)
  return words.length > mostWords ? words.slice(0, wordsOfMore) : words
}

function capitalise(word: string): string {
  const [first = '', ...rest] = word
  return first.toUpperCase() + rest.join('')
}

function joinWithin(words: readonly string[]): string {
  let name = ''
  let bytes = 0
  for (const { segment } of graphemes.segment(words.join('_').normalize('NFC'))) {
    bytes += Buffer.byteLength(segment)
    if (bytes > mostBytes) break
    name += segment
  }
  return name.replace(/[_.]+$/, '')
}

const folded = (name: string) => name.normalize('NFC').toUpperCase().toLowerCase()
