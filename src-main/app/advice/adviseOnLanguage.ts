import type { Advice } from '#shared/job/advice.ts'
import { phrase } from '#shared/phrases.ts'
import type { Segment } from '#shared/script/segment.ts'
import type { EngineFacts } from '#shared/speech/engines.ts'
import { identifyLanguage } from './identifyLanguage.ts'

/** Of each language that the engine does not speak, one sentence that says what would help. */
export async function adviseOnLanguage(
  segments: readonly Pick<Segment, 'index' | 'text'>[],
  { languages }: Pick<EngineFacts, 'languages'>,
  identify = identifyLanguage,
): Promise<Advice[]> {
  if (languages === 'any') return []
  const unspoken = new Map<string, number[]>()
  for (const { index, text } of segments) {
    const language = await identify(text)
    if (language === undefined || languages.includes(language)) continue
    unspoken.set(language, [...(unspoken.get(language) ?? []), index])
  }
  return [...unspoken].map(([language, inSegments]) => ({
    message: phrase('LANGUAGE_UNSPOKEN', { language }),
    ...(inSegments.length < segments.length && { segments: inSegments }),
  }))
}
