import { z } from 'zod'

// What earlier versions wrote, read as what is written today. Nothing else needs to know that it was ever otherwise.

/** Until version 0.1 a request held each field of how to speak by itself, and two things beside its look. */
const Flat = z.looseObject({
  voice: z.unknown().optional(),
  speed: z.unknown().optional(),
  engine: z.unknown().optional(),
  model: z.string().optional(),
  instructions: z.string().optional(),
  background: z.string().optional(),
  captions: z.string().optional(),
  look: z.looseObject({ captions: z.looseObject({}).optional() }).optional(),
})

/** A job's request, or the choices of a draft, in today's form; anything else as it is. */
export function upgradeRequest(stored: unknown): unknown {
  const flat = Flat.safeParse(stored)
  if (!flat.success || 'spokenAs' in flat.data) return stored
  const { voice, speed, engine, model, instructions, background, captions, look, ...rest } = flat.data
  return {
    ...rest,
    // Nobody checked the length of these two.
    spokenAs: { voice, speed, engine, model: upTo(100, model), instructions: upTo(4096, instructions) },
    look: {
      ...look,
      ...(background !== undefined && { background: { kind: 'picture', file: background } }),
      ...(captions !== undefined && { captions: { ...look?.captions, preset: captions } }),
    },
  }
}

/** A value whose `choices` may have been written by an earlier version. */
export function upgradeChoices(stored: unknown): unknown {
  const holder = z.looseObject({ choices: z.unknown() }).safeParse(stored)
  return holder.success ? { ...holder.data, choices: upgradeRequest(holder.data.choices) } : stored
}

const upTo = (most: number, text: string | undefined) => text?.slice(0, most) || undefined
