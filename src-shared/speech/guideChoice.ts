import { z } from 'zod'
import { GuideVoice } from '../domain.ts'

/** Whom a person chose for names of the API guide; a name that is absent is whom the engine has for it. */
export const GuideChoice = z.partialRecord(GuideVoice, z.string().trim().min(1).max(100))
export type GuideChoice = z.infer<typeof GuideChoice>
