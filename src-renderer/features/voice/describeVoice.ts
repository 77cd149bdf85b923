import type { EngineFacts, VoiceFacts } from '#shared/speech/engines.ts'
import type { Strings } from '../../strings/en.ts'

/** What a voice is like, in a few words: what its engine says of it, and what it speaks where that tells voices apart. */
export function describeVoice(
  { id, languages, sex, description }: VoiceFacts,
  { server, voices }: Pick<EngineFacts, 'server' | 'voices'>,
  { voice, locale }: Strings,
): string {
  const known = new Set(voices.flatMap((each) => each.languages))
  const names = known.size > 1 ? languages.map((tag) => languageName(tag, locale)) : []
  const words = server ? description : (voice.descriptions[id] ?? description)
  return [...names, ...(server && sex ? [voice.sexes[sex]] : []), ...(words ? [words] : [])].join(' · ')
}

/** The name of a language, BCP 47, in the reader's own. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language', style: 'short' }).of(tag) ?? tag
  } catch {
    // What a server or a system calls a language may be no tag.
    return tag
  }
}
