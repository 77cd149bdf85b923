import type { Strings } from './en.ts'

/** Seconds that were guessed, for people: `8 s`, from a minute on `1:04`. */
export function shortTime(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`
}

export const count = (value: number, { locale }: Strings) => value.toLocaleString(locale)

/** US dollars; what is less than a cent is not made to look like nothing. */
export function money(dollars: number, { locale }: Strings): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' })
  return dollars > 0 && dollars < 0.01 ? `< ${format.format(0.01)}` : format.format(dollars)
}

/** Bytes in the reader's own way of writing numbers. */
export function size(bytes: number, { locale }: Strings): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step]!,
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step)
}

/** When something happened: the hour today, else the day too. */
export function moment(iso: string, strings: Strings, now = new Date()): string {
  const at = new Date(iso)
  const time = at.toLocaleTimeString(strings.locale, { hour: 'numeric', minute: '2-digit' })
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000)
  if (days === 0) return `${strings.library.today}, ${time}`
  if (days === 1) return `${strings.library.yesterday}, ${time}`
  return `${at.toLocaleDateString(strings.locale, { day: 'numeric', month: 'short', year: 'numeric' })}, ${time}`
}

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** A shortcut with the names that this system's keys have, separated by spaces. */
export function keysOf(accelerator: string, platform: string): string {
  const mac = platform === 'darwin'
  const names: Record<string, string> = mac
    ? { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Backspace: '⌫', Up: '↑', Down: '↓' }
    : { CmdOrCtrl: 'Ctrl', Enter: '↵', Backspace: '⌫', Up: '↑', Down: '↓' }
  return accelerator
    .split('+')
    .map((key) => names[key] ?? key)
    .join(' ')
}
