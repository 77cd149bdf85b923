/** Letters that Unicode does not decompose, punctuation that typesetters prefer, and two alphabets letter by letter. */
const letters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'th', þ: 'th', ł: 'l', ı: 'i', ħ: 'h', ŋ: 'ng' },
  ...{ '‘': "'", '’': "'", ʼ: "'", '′': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '⁄': '/', '−': '-' },
  ...{ '‐': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '。': '.', '、': ',', '،': ',', '؟': '?', '؛': ';' },
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n' },
  ...{ о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', і: 'i', є: 'ye', ґ: 'g', ј: 'y', љ: 'ly', њ: 'ny', ђ: 'j' },
  ...{ ћ: 'ch', џ: 'j', ѕ: 'dz' },
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n' },
  ...{ ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'kh', ψ: 'ps', ω: 'o' },
}

function plain(character: string): string {
  const lower = character.toLowerCase()
  const letter = letters[lower]
  if (letter === undefined) return character
  return lower === character ? letter : letter.charAt(0).toUpperCase() + letter.slice(1)
}

/**
 * Text in printable ASCII: accents fall off, Cyrillic and Greek go letter by letter, other scripts and emoji vanish.
 * White space of any kind becomes a space.
 */
export function transliterate(text: string): string {
  const decomposed = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s/gu, ' ')
  return [...decomposed]
    .map(plain)
    .join('')
    .replace(/[^\x20-\x7e]/g, '')
}
