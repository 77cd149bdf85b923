import type { PackState } from '#shared/desktop/desktop.ts'
import type { Strings } from '../../../strings/en.ts'

/** Bytes as whole megabytes: a size that moves by tenths can't be read. */
export function megabytes(bytes: number, { locale }: Strings): string {
  const unit = { style: 'unit', unit: 'megabyte', unitDisplay: 'short', maximumFractionDigits: 0 } as const
  return new Intl.NumberFormat(locale, unit).format(bytes / 1e6)
}

/** The languages that a pack speaks, in the reader's own. */
export function languagesOf({ languages }: PackState, { locale }: Strings): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return new Intl.ListFormat(locale).format(languages.map((code) => names.of(code) ?? code))
}
