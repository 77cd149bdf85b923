import { appError } from '#shared/errors.ts'
import { fail } from '#shared/result.ts'

/** What the natural voice has where nobody has fetched a pack. */
export const noPack = { pack: () => fail(appError('VOICE_PACK_MISSING', { name: 'kokoro' })) }
