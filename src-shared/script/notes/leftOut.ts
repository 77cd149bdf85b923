import { type Phrase, type PhraseCode, phrase } from '../../phrases.ts'

/** What of a script may be left out, each kind with its words for one and for several, in the order of telling. */
const words = {
  code: ['ONE_CODE_BLOCK', 'CODE_BLOCKS'],
  table: ['ONE_TABLE', 'TABLES'],
  picture: ['ONE_PICTURE', 'PICTURES'],
  formula: ['ONE_FORMULA', 'FORMULAS'],
  footnote: ['ONE_FOOTNOTE', 'FOOTNOTES'],
  comment: ['ONE_COMMENT', 'COMMENTS'],
  link: ['ONE_LINK_ADDRESS', 'LINK_ADDRESSES'],
  hidden: ['ONE_HIDDEN_PASSAGE', 'HIDDEN_PASSAGES'],
  field: ['ONE_JSON_FIELD', 'JSON_FIELDS'],
} as const satisfies Record<string, readonly [PhraseCode, PhraseCode]>

export type LeftOutKind = keyof typeof words

/** How many of each kind were left out. */
export type LeftOut = Partial<Record<LeftOutKind, number>>

/** Says in one sentence what was left out of a script; nothing where nothing was. */
export function tellLeftOut(leftOut: LeftOut): Phrase[] {
  const what = (Object.keys(words) as LeftOutKind[]).flatMap((kind) => {
    const count = leftOut[kind] ?? 0
    const [one, several] = words[kind]
    if (count === 0) return []
    return [count === 1 ? phrase(one) : phrase(several, { count })]
  })
  return what.length === 0 ? [] : [phrase('LEFT_OUT', { what })]
}
