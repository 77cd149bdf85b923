/** The value of a highlight that marks hidden text; Word's own are names of colours. */
export const hiddenHighlight = 'pausecut-hidden'

const vanish = /<(\w+):vanish((?:\s[^<>]*)?)\/>/g
const off = /val\s*=\s*["'](?:0|false|off)["']/

/** The XML of a document with its hidden text highlighted in a way that mammoth, which knows no hidden text, passes on. */
export const markHidden = (xml: string): string =>
  xml.replace(vanish, (whole, prefix: string, attributes: string) =>
    off.test(attributes) ? whole : `<${prefix}:highlight ${prefix}:val="${hiddenHighlight}"/>`,
  )

/** The ids of the styles in the XML of a document's styles that hide what they are given to. */
export function hidingStyles(xml: string): ReadonlySet<string> {
  const styles = xml.split(/(?=<\w+:style\s)/).filter((style) => markHidden(style) !== style)
  return new Set(styles.flatMap((style) => /styleId\s*=\s*["']([^"']+)["']/.exec(style)?.[1] ?? []))
}
