import { isPronounceable } from '../../pronounceable.ts'
import { spell } from '../../spell.ts'
import type { GrammarTools, Rule } from '../language.ts'
import { sayDigits } from '../numerals.ts'
import { end, rule } from '../rule.ts'

/** Ends of addresses that are said as words; other short ones are spelled. */
const spokenEnds = new Set(
  'com org net info edu gov biz app dev online shop store blog news pro name web site tech'.split(' '),
)
const endings =
  'com|org|net|info|edu|gov|io|ai|co|app|dev|tv|me|eu|de|at|ch|uk|us|fr|es|it|pt|nl|be|pl|se|no|dk|fi|ie|ca|au|nz|in|jp|cn|br|mx|ar|cl|ru|ua|tr|gr|cz|hu|ro|xyz|online|shop|store|blog|news|tech|site|club|live|fm|gg|ly|to|sh|so|cc'
const fileEndings =
  'txt|md|pdf|docx?|xlsx?|pptx?|csv|json|ya?ml|xml|html?|css|js|ts|jsx|tsx|py|rb|rs|go|java|cpp|sh|exe|zip|tar|gz|rar|7z|png|jpe?g|gif|webp|svg|bmp|mp[34]|wav|mov|avi|mkv|srt|vtt|iso|dmg|apk|log|ini|cfg|toml|sql|db'

/** Addresses of pages, mail, files and people: names as words where they can be, else by letter; figures one by one. */
export function electronicRules({ language, parse, say }: GrammarTools): Rule[] {
  const { signs, numbers } = language
  const names: Readonly<Record<string, string>> = {
    '.': signs.dot,
    '/': signs.slash,
    '-': signs.dash,
    '@': signs.at,
    _: signs.underscore,
    ':': signs.colon,
    '?': signs.question,
    '!': signs.exclamation,
    '=': signs.equals,
    '&': signs.and,
    '#': signs.hash,
    '|': signs.bar,
    '~': signs.tilde,
    '%': signs.percent,
    '+': signs.plus,
  }
  const sayRun = (run: string): string => {
    if (/^\d/.test(run)) return /^[1-9]0{3,}$/.test(run) ? say(parse(run)) : sayDigits(numbers.digits, run)
    const lower = run.toLowerCase()
    if (lower === 'jpg') return 'jpeg'
    // A longer one with two vowels is a name, however it begins.
    const name = lower.length > 4 && /[aeiouy].*[aeiouy]/.test(lower)
    return name || isPronounceable(lower) || spokenEnds.has(lower) ? lower : spell(lower)
  }
  const sayAddress = (address: string): string => {
    const [shown = ''] = address.replace(/^(?:https?:\/\/|mailto:)/i, '').split(/\?/)
    const plain = shown.replace(/(?<=.)\/+$/, '')
    const last = /\.([\p{L}]{2,3})(?=\/|$)/u.exec(plain)
    const parts = plain.match(/\p{L}[\p{L}\p{M}']*|\d+|[^\p{L}\d]/gu) ?? []
    let at = 0
    return parts
      .map((part) => {
        const here = at
        at += part.length
        if (/[\p{L}\d]/u.test(part)) {
          const isEnd =
            last && here === last.index + 1 && !spokenEnds.has(part.toLowerCase()) && part.toLowerCase() !== 'jpg'
          return isEnd ? spell(part) : sayRun(part)
        }
        return names[part] ?? ''
      })
      .join(' ')
  }
  const whole: Rule['read'] = (part) => sayAddress(part.address!)
  // A full stop or a bracket at the end is the sentence's.
  const tail = '[^\\s<>"]*[\\p{L}\\d/]'
  const before = '(?<![\\p{L}\\d@])'
  const name = '[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?'
  const path = `(?:/(?:${tail})?)?`
  return [
    rule('electronic', `${before}(?<address>(?:[a-z]{2,8}://|mailto:|www\\.)${tail})`, whole, 'i'),
    rule('electronic', `${before}(?<address>[\\p{L}\\d._%+!-]*[\\p{L}\\d]@${name}(?:[._]${name})+${path})`, whole, 'i'),
    rule('electronic', `${before}(?<address>@[\\p{L}\\d](?:[\\p{L}\\d._]*[\\p{L}\\d])?)`, whole),
    rule(
      'electronic',
      `${before}(?<address>(?:${name}\\.)+(?:${endings})(?::\\d+)?(?:/(?:${tail})?)?)${end}`,
      (part) =>
        /^(?:[\p{L}\d]{1,2}\.)+\p{L}{1,2}$/u.test(part.address!) && !/^[a-z]{2}\.[a-z]{2}$/.test(part.address!)
          ? undefined
          : sayAddress(part.address!),
    ),
    rule('electronic', `${before}(?<address>(?:[\\p{L}\\d_-]+\\.)+(?:${fileEndings}))${end}`, whole, 'i'),
    // Any two words in lower case with a full stop and no space, the second one short.
    rule('electronic', `${before}(?<address>[\\p{Ll}][\\p{Ll}\\d-]{2,}\\.\\p{Ll}{2,3}${path})${end}`, (part) =>
      language.abbreviations.has(part.address!) ? undefined : sayAddress(part.address!),
    ),
    rule(
      'electronic',
      `${before}#(?<tag>[\\p{L}\\d_]*\\p{L}[\\p{L}\\d_]*)(?![\\p{L}\\d_#])`,
      (part) => `${signs.hashtag} ${sayTag(part.tag!, sayRun)}`,
    ),
  ]
}

/** A tag's words, as its capitals, underscores and figures part them. */
const sayTag = (tag: string, sayRun: (run: string) => string): string =>
  (tag.match(/\p{Lu}{2,}(?!\p{Ll})|\p{L}\p{Ll}*|\d+/gu) ?? []).map(sayRun).join(' ')
