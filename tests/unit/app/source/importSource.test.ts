import { expect, test } from 'vitest'
import { type ImportChoices, importSource } from '#app/source/importSource.ts'
import { englishSentence } from '#shared/errors.ts'
import { sayPhrase } from '#shared/phrases.ts'
import { parseScript } from '#shared/script/parseScript.ts'
import { wordFile } from '#tests/fakes/media/wordFile.ts'

const choices: ImportChoices = { limit: 1000, markup: 'light' }
const bytes = (text: string) => new TextEncoder().encode(text)

async function imported(name: string, content: string | Uint8Array, changes: Partial<ImportChoices> = {}) {
  const source = { name, bytes: typeof content === 'string' ? bytes(content) : content }
  const result = await importSource(source, { ...choices, ...changes })
  if (!result.ok) return result.error.code
  return { script: result.value.script, notes: result.value.notes.map((note) => sayPhrase(note)) }
}

const markdown = `---
title: "Five habits"
voice: nova
---
# Five habits

Hey, **welcome back**!

| Day | Steps |
|-----|-------|
| Mon | 9,500 |

\`\`\`bash
npm install
\`\`\`

![cover](cover.png)

---

That is it.[^1]

[^1]: Someone said so.
`
const script = '[title: Five habits]\n\n# Five habits\n\nHey, **welcome back**!\n\n— pause —\n\nThat is it.'

test('a Markdown file is a script, its front matter the title of the first part, and what is left out is told once', async () => {
  const note = 'Neither read aloud nor shown: 1 code block, 1 table, 1 picture, 1 footnote.'
  expect(await imported('habits.md', markdown)).toEqual({ script, notes: [note] })
  expect(await imported('HABITS.MARKDOWN', `\uFEFF${markdown.replaceAll('\n', '\r\n')}`)).toEqual({
    script,
    notes: [note],
  })
})

test('literally, a text passes as it was typed', async () => {
  expect(await imported('habits.md', markdown, { markup: 'none' })).toEqual({ script: markdown, notes: [] })
})

test('plain text passes as it was typed, but for front matter', async () => {
  const text = '# A *plain* text\n\n— pause —\n\n[its](links)\n'
  expect(await imported('a.txt', text)).toEqual({ script: text, notes: [] })
  expect(await imported('Standard input', text)).toEqual({ script: text, notes: [] })
  expect(await imported('a.txt', `---\ntitle: A ] bracket\n---\n${text}`)).toEqual({
    script: `[title: A \\] bracket]\n\n${text}`,
    notes: [],
  })
})

test('a title that holds a pause marker cuts nothing', async () => {
  const read = await imported('a.txt', '---\ntitle: Rewind — pause — go\n---\nWords here.')
  const { segments } = parseScript((read as { script: string }).script)
  expect(segments).toEqual([{ index: 1, title: 'Rewind — pause — go', text: 'Words here.' }])
})

test('subtitles are known by their content, whatever the file is called', async () => {
  const srt = '1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:02,100 --> 00:00:03,000\nthere.\n'
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\n00:02.000 --> 00:03.000\nthere.\n'
  for (const name of ['a.srt', 'a.txt', 'a.vtt', 'Standard input'])
    for (const text of [srt, vtt, `\uFEFF${srt.replaceAll('\n', '\r\n')}`])
      expect(await imported(name, text)).toEqual({ script: 'Hello there.', notes: [] })
  expect(await imported('a.srt', 'Only words.')).toEqual({ script: 'Only words.', notes: [] })
})

test('a Word document is known by its content, whatever the file is called', async () => {
  const word = await wordFile(['Hello.', '— pause —', 'Bye.'])
  for (const name of ['a.docx', 'a.txt', 'Standard input'])
    expect(await imported(name, word)).toEqual({ script: 'Hello.\n\n— pause —\n\nBye.', notes: [] })
})

test.each([
  ['a.pdf', '%PDF-1.7 …', 'SCRIPT_OTHER_KIND'],
  ['a.txt', '%PDF-1.7 …', 'SCRIPT_OTHER_KIND'],
  ['a.rtf', '{\\rtf1 words}', 'SCRIPT_OTHER_KIND'],
  ['a.html', '<!DOCTYPE html><p>Words.', 'SCRIPT_OTHER_KIND'],
  ['a.doc', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'SCRIPT_OTHER_KIND'],
  ['a.docx', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'SCRIPT_OTHER_KIND'],
  ['a.ass', '[Script Info]\nTitle: x', 'SCRIPT_OTHER_KIND'],
  ['a.docx', 'not a zip', 'SCRIPT_WORD_BROKEN'],
  ['a.docx', 'PK\u0003\u0004 cut off', 'SCRIPT_WORD_BROKEN'],
  ['a.txt', new Uint8Array([0x89, 0x50, 0, 0, 1, 2]), 'SCRIPT_NOT_TEXT'],
  ['a.md', '```js\nonly code\n```', 'SCRIPT_EMPTY'],
  ['a.txt', ' \n— pause —\n', 'SCRIPT_EMPTY'],
  ['a.srt', '1\n00:00:01,000 --> 00:00:02,000\n<i></i>\n', 'SCRIPT_EMPTY'],
  ['a.txt', 'a'.repeat(1001), 'SCRIPT_TOO_LONG'],
  ['a.md', 'a'.repeat(4001), 'SCRIPT_TOO_LONG'],
])('%s with %j is refused', async (name, content, code) => {
  expect(await imported(name, content)).toBe(code)
})

test('what is refused is called by its name, with the way out', async () => {
  const result = await importSource({ name: 'talk.odt', bytes: await zipOf('content.xml') }, choices)
  expect(result.ok || englishSentence(result.error)).toBe(
    'talk.odt can not be read (OpenDocument); save its text as .docx, .txt or .srt and open that.',
  )
})

async function zipOf(name: string): Promise<Uint8Array> {
  const { default: JSZip } = await import('jszip')
  return new JSZip().file(name, '<x/>').generateAsync({ type: 'uint8array' })
}
