import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { importWord } from '#app/source/word/importWord.ts'
import { wordDocument, wordFile } from '#tests/fakes/media/wordFile.ts'

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
const hidden = (text: string, value = '') => `<w:r><w:rPr><w:vanish${value}/></w:rPr><w:t>${text}</w:t></w:r>`
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

test('the paragraphs of a Word document', async () => {
  expect(await importWord(await wordFile(['Hello, Wörld &amp; all.', '— pause —', 'The end.']))).toEqual({
    script: 'Hello, Wörld & all.\n\n— pause —\n\nThe end.',
    leftOut: {},
  })
})

test('a line break keeps words apart, a tab is a space, and what is deleted or hidden is not read', async () => {
  const body = [
    paragraph(run('Intro line one'), '<w:r><w:br/></w:r>', run('line two.')),
    paragraph(
      run('1'),
      '<w:r><w:tab/></w:r>',
      run('Point one'),
      '<w:r><w:cr/></w:r>',
      run('and'),
      '<w:r><w:ptab/></w:r>',
      run('two'),
    ),
    paragraph(
      run('We keep '),
      '<w:del w:id="1" w:author="a"><w:r><w:delText>old words </w:delText></w:r></w:del>',
      `<w:ins w:id="2" w:author="a">${run('new words ')}</w:ins>`,
      run('here.'),
    ),
    paragraph(run('A note'), '<w:r><w:footnoteReference w:id="2"/></w:r>', run('.')),
    paragraph(run('Co'), '<w:r><w:softHyphen/></w:r>', run('operate.')),
    paragraph(hidden('hidden text'), hidden('shown again ', ' w:val="0"'), run('visible.')),
    paragraph('<w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>by style</w:t></w:r>', run('end')),
  ].join('')
  const styles =
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="Plain"/><w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
  expect(await importWord(await wordDocument(body, { 'word/styles.xml': styles }))).toEqual({
    script: [
      'Intro line one\nline two.',
      '1 Point one\nand two',
      'We keep new words here.',
      'A note.',
      'Cooperate.',
      'shown again visible.',
      'end',
    ].join('\n\n'),
    leftOut: { footnote: 1, hidden: 2 },
  })
})

test('a table of figures is left out and counted, one of sentences is read row by row', async () => {
  expect(await importWord(await wordDocument(paragraph(run('So:')) + table(['Mon', '9,500'], ['Tue', '8'])))).toEqual({
    script: 'So:',
    leftOut: { table: 1 },
  })
  const layout = table(['Left', 'Right'], ['A city', 'Every morning the whole city wakes up.'])
  expect(await importWord(await wordDocument(layout))).toEqual({
    script: 'Left\n\nRight\n\nA city\n\nEvery morning the whole city wakes up.',
    leftOut: {},
  })
})

test('a picture is counted and its address never asked', async () => {
  const drawing =
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/hostname" TargetMode="External"/></Relationships>'
  const bytes = await wordDocument(paragraph(run('Look.'), drawing), { 'word/_rels/document.xml.rels': relations })
  expect(await importWord(bytes)).toEqual({ script: 'Look.', leftOut: { picture: 1 } })
})

test('what is no Word document, a broken one, or one that unpacks to gigabytes is told apart', async () => {
  expect(await importWord(new TextEncoder().encode('PK\u0003\u0004 cut off'))).toBe('NOT_ZIP')
  expect(
    await importWord(new Uint8Array(await new JSZip().file('a.txt', 'words').generateAsync({ type: 'uint8array' }))),
  ).toBe('NOT_WORD')
  expect(await importWord(await wordDocument('<w:p><w:r>'))).toBe('NOT_WORD')
  const bomb = await wordDocument('', { 'word/comments.xml': ' '.repeat(51 * 2 ** 20) })
  expect(bomb.length).toBeLessThan(2 ** 20)
  expect(await importWord(bomb)).toBe('TOO_LARGE')
})

test('a table of what is seen and what is said is left to the parser of scripts', async () => {
  expect(await importWord(await wordDocument(table(['Visual', 'Voiceover'], ['A cup', 'Hi.'])))).toEqual({
    script: '| Visual | Voiceover |\n| A cup | Hi. |',
    leftOut: {},
  })
})
