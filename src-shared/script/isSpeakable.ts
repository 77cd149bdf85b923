import { parsePiece } from './parsePiece.ts'

const spoken = /[\p{L}\p{N}\p{Sc}]/u

/** Whether a text, as it is spoken, holds anything that a voice can say. */
export const hasWords = (text: string): boolean => spoken.test(text)

/** Whether a piece of a script holds anything that a voice can say, besides marks and what is left out. */
export const isSpeakable = (piece: string): boolean => hasWords(piece) && hasWords(parsePiece(piece, 'light').text)
