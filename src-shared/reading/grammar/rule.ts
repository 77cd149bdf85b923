import type { ReadingClass } from '../reading.ts'
import type { Rule } from './language.ts'

/** No letter and no figure before, or after. */
export const begin = '(?<![\\p{L}\\p{Nd}])'
export const end = '(?![\\p{L}\\p{Nd}])'

/**
 * Makes a rule of a pattern's source.
 * @param flags `i` where capitals make no difference
 */
export const rule = (kind: ReadingClass, source: string, read: Rule['read'], flags: '' | 'i' = ''): Rule => ({
  class: kind,
  pattern: new RegExp(source, `duy${flags}`),
  read,
})
