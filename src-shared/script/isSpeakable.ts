import { parsePiece } from './parsePiece.ts'

const spoken = /[\p{L}\p{N}\p{Sc}]/u

/** Whether a text, as it is spoken, holds anything that a voice can say. */
export const hasWords = (text: string): boolean => spoken.test(text)

/** Tells which pieces of a script become its parts: those that are speakable or, where none is, those that hold words. */
export const speakableAmong = (pieces: readonly string[]): ((piece: string) => boolean) =>
  pieces.some(isSpeakable) ? isSpeakable : hasWords

/** Whether a piece of a script holds anything that a voice can say, besides marks and what is left out. */
export const isSpeakable = (piece: string): boolean => hasWords(piece) && hasWords(parsePiece(piece, 'light').text)
