import type { Advice } from '#shared/job/advice.ts'
import { phrase } from '#shared/phrases.ts'
import type { Segment } from '#shared/script/segment.ts'
import type { EngineFacts, VoiceFacts } from '#shared/speech/engines.ts'
import { maySpeak } from '#shared/speech/engineVoices.ts'
import { voiceOf } from '#shared/speech/spokenAs.ts'
import { identifyLanguage } from './identifyLanguage.ts'

/** Voices that are proposed. */
const mostNamed = 6

/**
 * Of each voice that is to say a language it was not made for, one sentence with others that were. Nothing is said of
 * voices whose languages are not known, nor of an engine that speaks the language in no voice: that is told of the
 * engine.
 * @param voice who speaks where no mark says another
 */
export async function adviseOnVoices(
  segments: readonly Pick<Segment, 'index' | 'text' | 'marks'>[],
  facts: EngineFacts,
  voice: string,
  identify = identifyLanguage,
): Promise<Advice[]> {
  if (facts.voices.every(({ languages }) => languages.length === 0)) return []
  const strange = new Map<string, { language: string; speaker: VoiceFacts; inSegments: number[] }>()
  for (const segment of segments) {
    const speaker = listed(facts, speakerOf(segment, voice))
    if (!speaker || speaker.languages.length === 0) continue
    const language = await identify(segment.text)
    if (language === undefined || maySpeak(speaker, language) || !isSpoken(facts, language)) continue
    const key = `${speaker.id} ${language}`
    const before = strange.get(key)?.inSegments ?? []
    strange.set(key, { language, speaker, inSegments: [...before, segment.index] })
  }
  return [...strange.values()].map(({ language, speaker, inSegments }) => ({
    message: explain(language, speaker, facts),
    ...(inSegments.length < segments.length && { segments: inSegments }),
  }))
}

const isSpoken = ({ languages }: EngineFacts, language: string) => languages === 'any' || languages.includes(language)

const listed = (facts: EngineFacts, voice: string) => {
  const own = voiceOf(facts, voice)
  return facts.voices.find(({ id }) => id === own)
}

/** Who says most of a segment: a mark before its first word, else the one that is chosen. */
function speakerOf({ marks = [] }: Pick<Segment, 'marks'>, voice: string): string {
  const first = marks.findLast((mark) => mark.kind === 'voice' && mark.at === 0)
  return (first?.kind === 'voice' && first.voice) || voice
}

function explain(language: string, { id: voice }: VoiceFacts, { voices }: EngineFacts) {
  const speaking = voices.filter((other) => other.languages.length > 0 && maySpeak(other, language))
  const others = speaking
    .slice(0, mostNamed)
    .map(({ id }) => id)
    .join(', ')
  return others === ''
    ? phrase('VOICE_OF_OTHER_LANGUAGE', { language, voice })
    : phrase('VOICE_OF_OTHER_LANGUAGE_THAN', { language, voice, others })
}
