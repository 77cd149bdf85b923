import { ok, type Result } from '#shared/result.ts'
import type { MonoSound } from '#shared/wav.ts'
import { cutText } from '../cutText.ts'
import { joinSounds } from './answer/decodeAnswer.ts'
import type { ServerMemory } from './serverMemory.ts'

/** Characters of a piece that is not cut any further: what is refused then is not its length. */
const shortest = 40

export interface SpokenPiece {
  readonly spoken: Result<MonoSound>
  /** Whether the server refused it as too long. */
  readonly tooLong: boolean
}

/**
 * Speaks a text in one piece, or in as many as the server is known to need. A piece that it refuses as too long is
 * halved, and so is everything of that length from then on. Fails as the first piece does that fails.
 */
export async function speakInPieces(
  text: string,
  memory: Pick<ServerMemory, 'longest'>,
  speakPiece: (piece: string) => Promise<SpokenPiece>,
): Promise<Result<MonoSound>> {
  const pieces = Number.isFinite(memory.longest) ? cutText(text, { characters: memory.longest }) : [text]
  if (pieces.length > 1) {
    const sounds: MonoSound[] = []
    for (const piece of pieces) {
      const sound = await speakInPieces(piece, memory, speakPiece)
      if (!sound.ok) return sound
      sounds.push(sound.value)
    }
    return ok(joinSounds(sounds))
  }
  const { spoken, tooLong } = await speakPiece(text)
  const half = Math.ceil(Array.from(text).length / 2)
  if (spoken.ok || !tooLong || half < shortest) return spoken
  memory.longest = Math.min(memory.longest, half)
  return speakInPieces(text, memory, speakPiece)
}
