import sax from 'sax'
import { type Phrase, phrase } from '#shared/phrases.ts'
import { ipaOfXSampa, respellIpa } from '#shared/speech/ipa.ts'
import { Pronunciation } from '#shared/speech/pronunciations.ts'
import type { ParsedList } from './readPronunciations.ts'

/** One lexeme as it is read. */
interface Lexeme {
  readonly graphemes: string[]
  readonly aliases: string[]
  /** In IPA. */
  readonly phonemes: string[]
}

/**
 * A lexicon of the Pronunciation Lexicon Specification 1.0 (W3C, 2008): of each lexeme all graphemes, and its first
 * alias or else its first phoneme, in IPA or X-SAMPA. What else it holds is passed over.
 */
export function parsePls(text: string): ParsedList {
  const parser = sax.parser(true, { xmlns: true, position: true })
  const list: Pronunciation[] = []
  let problem: Phrase | undefined
  let count = 0
  let root = ''
  let alphabets: string[] = []
  let lexeme: Lexeme = { graphemes: [], aliases: [], phonemes: [] }
  let own = ''
  parser.onerror = () => {
    problem ??= phrase('XML_BROKEN', { line: parser.line + 1 })
    parser.resume()
  }
  parser.onopentag = (tag) => {
    const name = 'local' in tag ? tag.local : tag.name
    root ||= name
    const alphabet = tag.attributes.alphabet
    alphabets.push((typeof alphabet === 'string' ? alphabet : alphabet?.value) ?? alphabets.at(-1) ?? 'ipa')
    own = ''
    if (name === 'lexeme') lexeme = { graphemes: [], aliases: [], phonemes: [] }
  }
  const hear = (part: string) => {
    own += part
  }
  parser.ontext = hear
  parser.oncdata = hear
  parser.onclosetag = (tag) => {
    const name = tag.replace(/^.*:/, '')
    const alphabet = alphabets.at(-1) ?? ''
    alphabets = alphabets.slice(0, -1)
    const words = own.trim()
    if (name === 'grapheme') lexeme.graphemes.push(words)
    if (name === 'alias') lexeme.aliases.push(words)
    if (name === 'phoneme') lexeme.phonemes.push(/x-?sampa/i.test(alphabet) ? ipaOfXSampa(words) : words)
    if (name !== 'lexeme') return
    const pairs = Pronunciation.array().min(1).safeParse(entriesOf(lexeme))
    count++
    if (pairs.success) list.push(...pairs.data)
    else problem ??= phrase('ENTRY_NO_PAIR', { entry: count })
  }
  parser.write(text).close()
  if (problem) return problem
  return root === 'lexicon' ? list : phrase('NO_LEXICON')
}

function entriesOf({ graphemes, aliases: [alias], phonemes: [ipa] }: Lexeme) {
  if (alias !== undefined) return graphemes.map((written) => ({ written, said: alias }))
  return graphemes.map((written) => ({ written, said: respellIpa(ipa ?? ''), ...(ipa !== undefined && { ipa }) }))
}
