/** Beginnings and ends of words that English mouths make; others hint at letters that are spelled. */
const onset =
  /^(?:[bcdfghjklmnpqrstvwxyz]|[bcfgkps]l|[bcdfgkptw]r|ch|sh|th|ph|wh|gh|kn|wr|gn|ps|qu|sc|sk|sm|sn|sp|st|sw|tw|dw|zh|kh|rh|sch|scr|shr|spl|spr|squ|str|thr|chr|phr)?$/
const vowels = 'aeiouyáàâäãåéèêëíìîïóòôöõøúùûüýæœ'
const onsetOf = new RegExp(`^[^${vowels}]*`)
const cluster = new RegExp(`[^${vowels}']{5}`)
const codaOf = new RegExp(`[^${vowels}']{4}$`)

/** Whether letters in lower case can be said as one word: `gmail`, not `abc`, `www` or `https`. */
export function isPronounceable(letters: string): boolean {
  if (letters.length < 4 && !/^[bcdfghjklmnprstvwz]?[aeiou]{1,2}[bdgklmnprstxz]?$/.test(letters)) return false
  return (
    new RegExp(`[${vowels}]`).test(letters) &&
    onset.test(onsetOf.exec(letters)![0]) &&
    !cluster.test(letters) &&
    !codaOf.test(letters)
  )
}
