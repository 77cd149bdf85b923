import type { Cards, Caret } from './cards.ts'

/** The editor at one moment. */
export interface Moment {
  readonly cards: Cards
  readonly caret: Caret
}

/** What was before and what was undone, both the nearest last. */
export interface History {
  readonly past: readonly Moment[]
  readonly future: readonly Moment[]
  /** Typing in one card goes on as one step while this holds. */
  readonly typing?: { readonly card: string; readonly began: number; readonly last: number }
}

export const noHistory: History = { past: [], future: [] }

const mostSteps = 500
/** Milliseconds: a rest in typing, or a long stretch of it, begins another step. */
const rest = 900
const stretch = 6000

/** Notes the moment before an edit. `typing` names the card that a keystroke went to; other edits are steps of their own. */
export function note(history: History, before: Moment, now: number, typing?: string): History {
  const goesOn = history.typing
  if (goesOn && goesOn.card === typing && now - goesOn.last < rest && now - goesOn.began < stretch)
    return { past: history.past, future: [], typing: { ...goesOn, last: now } }
  return {
    past: [...history.past, before].slice(-mostSteps),
    future: [],
    ...(typing !== undefined && { typing: { card: typing, began: now, last: now } }),
  }
}

/** Goes one step back; undefined at the beginning. */
export function undo(history: History, now: Moment): { history: History; moment: Moment } | undefined {
  const moment = history.past.at(-1)
  return moment && { moment, history: { past: history.past.slice(0, -1), future: [...history.future, now] } }
}

/** Goes one step forward again; undefined at the end. */
export function redo(history: History, now: Moment): { history: History; moment: Moment } | undefined {
  const moment = history.future.at(-1)
  return moment && { moment, history: { past: [...history.past, now], future: history.future.slice(0, -1) } }
}
