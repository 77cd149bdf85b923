// In other languages too, where it is no name of anything else in brackets.
const pauses = 'pause|beat|pausa|pauze|paus|pauza|duraklama|пауза|وقفة|विराम|停顿|暂停|間|ポーズ|휴지'
const words = `${pauses}|break|silence|wait`
const why =
  /^(?:here|(?:a |an |one )?(?:dramatic |comic |comedic )?(?:effect|emphasis|beat|moment|breath|laughs?|laughter|applause))$/iu
const units =
  'ms|msecs?|milliseconds?|millisekunden?|s|secs?|seconds?|sek|sekunden?|segundos?|secondes?|secondi|m|mins?|minutes?|minuten?'
const number = String.raw`\d+(?:[.,]\d+)?|[.,]\d+`

const wordFirst = new RegExp(
  String.raw`^(?:(short|brief|quick|small|tiny|slight|long|big|dramatic|medium)[\s-]+)?(${words})(?:(?:\s*[:=]\s*|\s+[-–—]\s+|\s+)(?:(?:for|of)\s+)?(.*)|(\d.*))?$`,
  'isu',
)
const numberFirst = new RegExp(
  String.raw`^(${number})[\s-]*(${units})\.?[\s-]+(?:of\s+)?(?:pause|silence|break)$`,
  'iu',
)
const amount = new RegExp(String.raw`^(?:~|about\s+)?(${number})\s*(${units})?\.?$`, 'iu')
const broken = /^[-+]?[\d.,:=]|^$/

const isPause = new RegExp(`^(?:${pauses})$`, 'iu')
const inSeconds = { usual: 0.7, short: 0.35, long: 1.5 }

/**
 * How long the silence is that a mark's words ask for, in seconds: `pause 1s`, `pause: 500 ms`, `long pause`.
 * NaN for what asks for one without telling how long in a way that can be read, undefined for other words.
 * @param bare whether each of the words does without a length; else only pause and beat do
 */
export function readSilence(written: string, bare: boolean): number | undefined {
  const said = written.trim()
  const first = numberFirst.exec(said)
  if (first) return secondsOf(first[1]!, first[2])
  const [, size, word = '', spaced, glued] = wordFirst.exec(said.replace(/[.!…]+$/, '')) ?? []
  if (word === '') return undefined
  const length = (spaced ?? glued)?.trim()
  if (length === undefined || length === '') {
    const known = isPause.test(word) || (bare && !/^wait$/i.test(word)) || size !== undefined
    return known && !(length === '' && /^wait$/i.test(word)) ? usual(size) : undefined
  }
  if (why.test(length) && isPause.test(word)) return usual(size)
  const told = amount.exec(length)
  if (told) return secondsOf(told[1]!, told[2])
  return broken.test(length) || /[:=]/.test(said) ? Number.NaN : undefined
}

function usual(size: string | undefined): number {
  if (size === undefined || /^medium$/i.test(size)) return inSeconds.usual
  return /^(?:long|big|dramatic)$/i.test(size) ? inSeconds.long : inSeconds.short
}

function secondsOf(figure: string, unit = ''): number {
  const value = Number(figure.replace(',', '.'))
  if (/^m(?:s|il)/i.test(unit)) return value / 1000
  if (/^m/i.test(unit)) return value * 60
  // Without a unit nobody means minutes of silence: they are milliseconds.
  return unit === '' && value >= 50 ? value / 1000 : value
}

const strengths: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 0.2,
  weak: 0.35,
  medium: 0.7,
  strong: 1,
  'x-strong': 1.5,
}

/** The silence of SSML's `<break …>` in seconds, by what stands between its name and its end. */
export function readBreak(attributes: string): number {
  const time = /time\s*=\s*["'“”‘’]?\s*\+?([\d.,]+)\s*(ms|s)?/i.exec(attributes)
  if (time) return secondsOf(time[1]!, time[2])
  if (/time\s*=/i.test(attributes)) return Number.NaN
  const strength = /strength\s*=\s*["'“”‘’]?([\w-]+)/i.exec(attributes)?.[1]?.toLowerCase()
  return strengths[strength ?? 'medium'] ?? inSeconds.usual
}
