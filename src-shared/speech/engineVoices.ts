import { z } from 'zod'
import { EngineName, GuideVoice } from '../domain.ts'
import type { VoiceFacts } from './engines.ts'

/** `VoiceFacts` as they cross IPC and HTTP. */
const Voice = z.object({
  id: z.string(),
  name: z.string(),
  languages: z.array(z.string()),
  sex: z.enum(['female', 'male']).optional(),
  description: z.string().optional(),
  sample: z.string().optional(),
  models: z.array(z.string()).optional(),
})

/** A language as BCP 47 writes it: `de`, `en-GB`. */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i, 'Write it as de, en or pt-BR')

/** The voices that an engine has here and now. */
export const EngineVoices = z.object({
  engine: EngineName,
  /** Base URL of the server that speaks for it, where that is one of the user's own. */
  server: z.string().optional(),
  voices: z.array(Voice),
  /** Whether it may have others besides, since it can't be asked. */
  anyVoice: z.boolean(),
  /** Which of them speaks for each name of the guide. */
  guide: z.record(GuideVoice, z.string()),
})
export type EngineVoices = z.infer<typeof EngineVoices>

const region = (tag: string) => tag.toLowerCase().replaceAll('_', '-')

/**
 * Whether a voice may speak a language: one of its own is the same, or the same without regard to regions where one of
 * the two names none. Of a voice whose languages are not known: yes.
 * @param language BCP 47
 */
export function maySpeak({ languages }: Pick<VoiceFacts, 'languages'>, language: string): boolean {
  const asked = region(language)
  return (
    languages.length === 0 ||
    languages.map(region).some((tag) => tag === asked || tag.startsWith(`${asked}-`) || asked.startsWith(`${tag}-`))
  )
}
