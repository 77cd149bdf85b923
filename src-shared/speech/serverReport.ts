import { z } from 'zod'
import { GuideVoice } from '../domain.ts'
import { WireError } from '../wireError.ts'

/** What can be asked for with `response_format`, in the order in which it is tried. */
export const askedFormats = ['wav', 'flac', 'mp3', 'pcm'] as const
export type AskedFormat = (typeof askedFormats)[number]

/** What a speech server really does, as it was measured. Of what it refused there is the error. */
export const ServerReport = z.object({
  /** Base URL. */
  server: z.string(),
  model: z.string(),
  /** What was sent in all. */
  requests: z.number().int(),
  characters: z.number().int(),
  /** Ids of the voices that it lists. */
  voices: z.array(z.string()),
  /** Whether the names that every engine knows work, and which of its voices speaks for each. */
  names: z.array(z.object({ name: GuideVoice, voice: z.string(), error: WireError.optional() })),
  /** What came where each format was asked for, and its samples a second. */
  formats: z.array(
    z.object({
      asked: z.enum(askedFormats),
      got: z.string().optional(),
      sampleRate: z.number().optional(),
      error: WireError.optional(),
    }),
  ),
  /** By how many times the speech was faster than at speed 1. */
  speeds: z.array(z.object({ asked: z.number(), measured: z.number().optional(), error: WireError.optional() })),
  /** Texts in one request. `skipped`: there was no time for it. `lost`: words that were not heard. */
  lengths: z.array(
    z.object({
      characters: z.number().int(),
      state: z.enum(['whole', 'unsure', 'lost', 'differs', 'refused', 'skipped']),
      /** Seconds of sound. */
      seconds: z.number().optional(),
      lost: z.string().optional(),
      error: WireError.optional(),
    }),
  ),
  /** Seconds to the first byte of sound, the first request, which may load the model, left out. */
  firstByte: z.number().optional(),
  /** Length of the speech by the time that it took, of the longest text. */
  timesRealTime: z.number().optional(),
})
export type ServerReport = z.infer<typeof ServerReport>

/** By how much a speed may be missed and still be kept: pauses do not shrink with it. */
const closeTo = 0.2

/** What a server makes of a speed that it was asked for, by how much faster it really spoke. */
export function keepsSpeed(asked: number, measured: number): 'kept' | 'ignored' | 'other' {
  if (Math.abs(measured / asked - 1) <= closeTo) return 'kept'
  return Math.abs(measured - 1) <= closeTo / 2 ? 'ignored' : 'other'
}
