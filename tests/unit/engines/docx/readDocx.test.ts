import { expect, test } from 'vitest'
import { readDocx } from '#engines/docx/readDocx.ts'
import { wordFile } from '#tests/fakes/media/wordFile.ts'

test('the paragraphs of a Word document', async () => {
  const bytes = await wordFile(['Hello, Wörld &amp; all.', '— pause —', 'The end.'])
  expect(await readDocx('a.docx', bytes)).toEqual({
    ok: true,
    value: 'Hello, Wörld & all.\n\n— pause —\n\nThe end.',
  })
})

test('what is no Word document is refused by name', async () => {
  expect(await readDocx('a.docx', new Uint8Array([1, 2, 3]))).toMatchObject({
    ok: false,
    error: { code: 'SCRIPT_NOT_TEXT', facts: { path: 'a.docx' } },
  })
})
