import { directions, numbered, speakers } from './directionWords.ts'

/**
 * What a label before a colon is: of a direction, whose words are not spoken, or of words that are.
 * @param isMarked whether more than its words tells that it is a label: a heading, a time, bold letters, capitals
 */
export function kindOfLabel(said: string, isMarked: boolean): 'speaker' | 'direction' | undefined {
  const key = keyOf(said)
  if (directions.plain.has(key) || (isMarked && directions.marked.has(key))) return 'direction'
  if (speakers.plain.has(key) || (isMarked && speakers.marked.has(key))) return 'speaker'
  return isNumbered(key, isMarked) ? 'speaker' : undefined
}

/** A label as the lists have it. */
export const keyOf = (said: string): string => said.trim().toLowerCase().replace(/\s+/g, ' ')

/** Whether a label is a known word with a number behind it. */
export function isNumbered(key: string, isMarked: boolean): boolean {
  const [, word] = /^(.*?)\s*#?\s*(?:\d{1,3}|one|two|three|four|five|i{1,3}|iv|v)$/.exec(key) ?? []
  if (word === undefined) return false
  return numbered.plain.has(word) || numbered.scenes.has(word) || (isMarked && numbered.marked.has(word))
}

export const isShouted = (text: string): boolean => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase()
