import { z } from 'zod'
import { EngineName } from '../domain.ts'
import { Advice } from './advice.ts'

/** What one segment will cost, before it is made. */
const SegmentEstimate = z.object({
  segment: z.number().int().positive(),
  /** Its first words. */
  opening: z.string(),
  characters: z.number().int().nonnegative(),
  /** Of speech, guessed from the text and the speed. */
  seconds: z.number().nonnegative(),
})

/** What speaking the script would cost with one model; only what the cache does not hold is bought. */
export const ModelEstimate = z.object({
  engine: EngineName,
  /** Absent for the built-in voice. */
  model: z.string().optional(),
  /** Characters that would be sent to a paid service. */
  charactersBilled: z.number().int().nonnegative(),
  /** Characters whose speech the cache already holds. */
  charactersCached: z.number().int().nonnegative(),
  /** US dollars; absent where the price is not known. */
  cost: z.number().nonnegative().optional(),
})

export const Estimate = z.object({
  segments: z.array(SegmentEstimate),
  /** Of speech, all segments together. */
  seconds: z.number().nonnegative(),
  characters: z.number().int().nonnegative(),
  /** The engine, and the model, that the job would use as things are. */
  engine: EngineName,
  model: z.string().optional(),
  models: z.array(ModelEstimate),
  advice: z.array(Advice),
})
export type Estimate = z.infer<typeof Estimate>
export type ModelEstimate = z.infer<typeof ModelEstimate>
