/** Bytes for people, in the API guide's way: `12.8 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const units = ['kB', 'MB', 'GB', 'TB']
  let size = bytes / 1000
  let unit = 0
  // 999.95 would be shown as 1000.0.
  for (; size >= 999.95 && unit < units.length - 1; unit++) size /= 1000
  return `${size.toFixed(1)} ${units[unit]}`
}

/** Seconds for people: `8.5 s`, from a minute on `1:32`, from an hour on `1:02:05`. */
export function formatDuration(seconds: number): string {
  const tenths = Math.round(seconds * 10)
  if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`
  const whole = Math.round(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`
}

/** Whole seconds as a clock has them: `0:08`, `4:04`. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
