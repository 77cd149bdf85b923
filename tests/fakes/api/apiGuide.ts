import { readFileSync } from 'node:fs'

/** The API guide as it is: the product is measured by its text. */
export const guide = readFileSync(new URL('../../../docs/api-guide.md', import.meta.url), 'utf8')

/** One fenced block of the guide and the heading and words that stand before it. */
export interface GuideBlock {
  readonly language: string
  readonly content: string
  /** The last `##` or `###` heading above it. */
  readonly heading: string
  /** The last line of text above it, such as `**Response (Failed):**`. */
  readonly lead: string
}

/** The guide's fenced blocks, in order. */
export function guideBlocks(): GuideBlock[] {
  const blocks: GuideBlock[] = []
  let heading = ''
  let lead = ''
  for (const [whole, language, content, title] of guide.matchAll(
    /^```(\w*)\n([\s\S]*?)^```$|^#{2,3} (.+)$|^[^\n]+$/gm,
  )) {
    if (content !== undefined) blocks.push({ language: language ?? '', content, heading, lead })
    else if (title !== undefined) heading = title
    else lead = whole
  }
  return blocks
}

/** `POST /api/v1/generate-shorts` and the others that the guide names as endpoints. */
export function guideEndpoints(): { method: string; path: string }[] {
  return [...guide.matchAll(/^\*\*Endpoint:\*\* `(\w+) (\S+)`$/gm)].map(([, method = '', path = '']) => ({
    method,
    path,
  }))
}

/** The four client programs, with the server's and the picture's host in place of the guide's, else unchanged. */
export function guideClients(
  server: string,
  pictures: string,
): { language: 'python' | 'javascript'; program: string }[] {
  return guideBlocks()
    .filter(({ language }) => language === 'python' || language === 'javascript')
    .map(({ language, content }) => ({
      language: language as 'python' | 'javascript',
      program: content.replaceAll('https://your-domain.com', server).replaceAll('https://example.com', pictures),
    }))
}

/** The text of one `###` section. */
export function guideSection(title: string): string {
  const start = guide.indexOf(`### ${title}\n`)
  if (start < 0) throw new Error(`The guide has no section ${title}`)
  const end = guide.slice(start + 4).search(/^#{2,3} /m)
  return guide.slice(start, end < 0 ? undefined : start + 4 + end)
}
