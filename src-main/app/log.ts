/** One line in the log: what happened, and its facts. Never a secret, never a script's text. */
export type Log = (what: string, facts?: Readonly<Record<string, string | number | boolean | undefined>>) => void

/** A log of one JSON object per line, so that nothing a caller sends can break out of its line or its field. */
export function jsonLog(write: (line: string) => void, clock: () => Date = () => new Date()): Log {
  return (what, facts = {}) =>
    write(`${escapeControls(JSON.stringify({ at: clock().toISOString(), what, ...facts }))}\n`)
}

// JSON leaves these as they are: DEL, the C1 controls (terminals obey them), line separators and direction overrides.
const leftBare = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

const escapeControls = (text: string) =>
  text.replace(leftBare, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
