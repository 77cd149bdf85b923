import { engines, type GuideVoice, guideVoiceNames, itself, type VoiceFacts } from '#shared/speech/engines.ts'

// The natural voice is Kokoro too, and has its best voices for the guide's names; those of the same names are its worst.
const { guide: kokoro } = engines.natural

/** Edge's voices, whose servers know the names of the guide without listing them. */
const edgeId = /^[a-z]{2,3}(-\w+)?-[A-Z]{2}(-\w+)?-\w+Neural$/

/** Whether the guide has a woman or a man in mind: as Kokoro's voices above are. */
const isWoman = (name: GuideVoice) => name === 'nova' || name === 'shimmer'

/**
 * Which of a server's voices speaks for each name of the guide: the one that was chosen, else its own of that name,
 * Kokoro's by quality, or of other servers one that speaks English, another for each name as long as there are some. A
 * server that lists none is asked for the name itself.
 * @param chosen by a person; what the server does not list counts too, since lists are not always whole
 */
export function mapGuide(
  listed: readonly VoiceFacts[],
  chosen: Partial<Record<GuideVoice, string>> = {},
): Record<GuideVoice, string> {
  const has = (name: string) => listed.some(({ id }) => id === name)
  const knowsNames = listed.length === 0 || listed.some(({ id }) => edgeId.test(id))
  const speakers = englishOf(listed)
  const stands = (name: GuideVoice): string => {
    if (knowsNames || has(name)) return name
    if (has(kokoro[name])) return kokoro[name]
    const alike = speakers.filter(({ sex }) => sex === (isWoman(name) ? 'female' : 'male'))
    const choice = alike.length > 0 ? alike : speakers
    const before = guideVoiceNames.filter((other) => alike.length === 0 || isWoman(other) === isWoman(name))
    return choice[before.indexOf(name) % choice.length]?.id ?? name
  }
  const map = { ...itself }
  for (const name of guideVoiceNames) map[name] = chosen[name] ?? stands(name)
  return map
}

/** Those that speak English, or may; all where none does. */
function englishOf(listed: readonly VoiceFacts[]): readonly VoiceFacts[] {
  const english = listed.filter(({ languages }) => languages.some((tag) => /^en\b/.test(tag)))
  if (english.length > 0) return english
  const unknown = listed.filter(({ languages }) => languages.length === 0)
  return unknown.length > 0 ? unknown : listed
}
