import { type Background, Colour, GradientName } from './look.ts'

/** The background that a word stands for, a drawn one's name or a colour (`#1b2a4a`); undefined where it is neither. */
export function drawnBackground(word: string): Background | undefined {
  const name = GradientName.safeParse(word.toLowerCase())
  if (name.success) return { kind: 'gradient', name: name.data }
  const colour = Colour.safeParse(word)
  return colour.success ? { kind: 'solid', colour: colour.data } : undefined
}
