import { z } from 'zod'
import { WordTiming } from '#shared/domain.ts'

// What the engine and its voice process say to each other: one text at a time, answered by its sound.

/** What a voice process is started with, as JSON in its one argument. */
export const VoiceOptions = z.object({
  /** The pack's folder. */
  folder: z.string(),
  /** Whether the native runtime is not to be tried. */
  only: z.literal('wasm').optional(),
  threads: z.number().int().positive(),
})
export type VoiceOptions = z.infer<typeof VoiceOptions>

/** To the process. */
export const VoiceOrder = z.object({
  text: z.string(),
  /** The name of one of the pack's voices. */
  voice: z.string().regex(/^[a-z_]+$/),
  speed: z.number().positive(),
})
export type VoiceOrder = z.infer<typeof VoiceOrder>

/** Which runtime loaded, and why it is not the native one. */
const Loaded = z.object({ runtime: z.enum(['native', 'wasm']), lack: z.string().optional() })
export type Loaded = z.infer<typeof Loaded>

/** From the process: `ready` once, then an answer to each order. */
export const VoiceWord = z.discriminatedUnion('type', [
  Loaded.extend({ type: z.literal('ready') }),
  z.object({
    type: z.literal('spoken'),
    samples: z.custom<Float32Array>((value) => value instanceof Float32Array),
    words: z.array(WordTiming),
  }),
  /** The text holds nothing that this voice can say. */
  z.object({ type: z.literal('silent') }),
  /** No runtime loads here, or the pack can't be used: in the words of who found out. */
  z.object({ type: z.literal('broken'), what: z.enum(['runtime', 'pack']), detail: z.string() }),
])
export type VoiceWord = z.infer<typeof VoiceWord>
