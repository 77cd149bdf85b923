import { z } from 'zod'
import { WirePhrase } from '../wireError.ts'

/** What a person should know before a job is made, which can be made all the same. */
export const Advice = z.object({
  message: WirePhrase,
  /** The segments that it is about, from 1; absent where it is about all. */
  segments: z.array(z.int().positive()).optional(),
})
export type Advice = z.infer<typeof Advice>
