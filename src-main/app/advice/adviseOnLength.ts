import type { JobKind } from '#shared/domain.ts'
import { clock } from '#shared/format.ts'
import type { Advice } from '#shared/job/advice.ts'
import { type ShortLength, shortLengthOf } from '#shared/job/shortLength.ts'
import { type PhraseCode, phrase } from '#shared/phrases.ts'

const sentences = {
  short: 'PARTS_SHORT',
  long: 'PARTS_LONG',
  'too-long': 'PARTS_TOO_LONG',
} as const satisfies Record<Exclude<ShortLength, 'fine'>, PhraseCode>

/**
 * What platforms will say to Shorts of such lengths, one sentence for each kind of length.
 *
 * @param seconds about, of each segment in order
 */
export function adviseOnLength(kind: JobKind, seconds: readonly number[]): Advice[] {
  const lengths = seconds.map((length) => shortLengthOf(length, kind))
  return (['too-long', 'long', 'short'] as const).flatMap((length) => {
    const segments = lengths.flatMap((of, at) => (of === length ? [at + 1] : []))
    if (segments.length === 0) return []
    const parts = segments.map((segment) => `${segment} (${clock(Math.round(seconds[segment - 1]!))})`).join(', ')
    return [{ message: phrase(sentences[length], { parts }), segments }]
  })
}
