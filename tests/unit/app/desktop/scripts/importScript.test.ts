import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importScript, importScriptFile } from '#app/desktop/scripts/importScript.ts'
import { readDocx } from '#engines/docx/readDocx.ts'
import { draftLimit } from '#shared/desktop/desktop.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['plain text', 'a.txt', bytes('Hello.\r\nYou.'), 'Hello.\nYou.'],
  ['UTF-16', 'a.txt', new Uint8Array(Buffer.from('\ufeffGrüße', 'utf16le')), 'Grüße'],
  ['Markdown', 'a.MD', bytes('# Hello'), 'Hello'],
  ['subtitles', 'a.srt', bytes('1\n00:00:00,000 --> 00:00:01,000\nHello.'), 'Hello.'],
])('%s is read by its ending', async (_, name, content, script) => {
  expect(await importScript(name, content, readDocx)).toEqual({ ok: true, value: script })
})

test.each([
  ['a picture', 'a.txt', new Uint8Array([0x89, 0x50, 0, 0, 1, 2]), 'SCRIPT_NOT_TEXT'],
  ['a broken Word file', 'a.docx', bytes('not a zip'), 'SCRIPT_NOT_TEXT'],
  ['an empty file', 'a.txt', bytes(' \n'), 'SCRIPT_EMPTY'],
  ['far too long a text', 'a.txt', bytes('a'.repeat(draftLimit + 1)), 'SCRIPT_TOO_LONG'],
])('%s is refused in words', async (_, name, content, code) => {
  expect(await importScript(name, content, readDocx)).toMatchObject({ ok: false, error: { code } })
})

test('a file on the disk that is no script says why', async () => {
  const folder = scratch()
  mkdirSync(join(folder, 'a.txt'))
  writeFileSync(join(folder, 'b.txt'), 'Hello.')
  expect(await importScriptFile(join(folder, 'b.txt'), readDocx)).toEqual({ ok: true, value: 'Hello.' })
  expect(await importScriptFile(join(folder, 'a.txt'), readDocx)).toMatchObject({ error: { code: 'SCRIPT_IS_FOLDER' } })
  expect(await importScriptFile(join(folder, 'c.txt'), readDocx)).toMatchObject({ error: { code: 'SCRIPT_NOT_FOUND' } })
})
