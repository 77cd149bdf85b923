/** Bytes from the beginning that tell text from sound. */
const head = 1024

/** What a service said in place of sound. */
export type TextAnswer =
  | { readonly kind: 'json'; readonly body: unknown; readonly text: string }
  | { readonly kind: 'page' | 'text' | 'events'; readonly text: string }

/**
 * Reads an answer that is text: JSON, a web page (its title), a stream of server-sent events, or just text. Undefined
 * where it is none by its bytes; samples and coded sound hold bytes that no text has.
 */
export function readText(bytes: Uint8Array): TextAnswer | undefined {
  try {
    const start = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, head), { stream: true })
    if (start.trim() === '' || /[^\P{Cc}\t\r\n\f]/u.test(start)) return undefined
    const text = new TextDecoder().decode(bytes.subarray(0, 64 * head))
    if (/^\s*</.test(start)) return { kind: 'page', text: titleOf(text) }
    if (/^\s*[[{"]/.test(start) || text.trim() === 'null') return { kind: 'json', body: parsed(text), text }
    if (/^(event|data|id|retry|):[ \w{["]/.test(start) || start.startsWith(':')) return { kind: 'events', text }
    return { kind: 'text', text }
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A page's title, or its first heading, or all of it, as it stands there. */
function titleOf(text: string): string {
  const found = /<(title|h1)\b[^>]*>([^<]*[^<\s][^<]*)</i.exec(text)?.[2]
  return found ?? text.replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, ' ')
}
