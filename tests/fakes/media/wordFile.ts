import { buffer } from 'node:stream/consumers'
import { ZipArchive } from 'archiver'

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** The least that is a Word document: one paragraph per entry. */
export const wordFile = (paragraphs: readonly string[]): Promise<Uint8Array> =>
  wordDocument(paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join(''))

/** A Word document with this XML as its body, and with other parts by their names in it. */
export async function wordDocument(body: string, parts: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
  const archive = new ZipArchive()
  archive.append(types, { name: '[Content_Types].xml' })
  archive.append(relations, { name: '_rels/.rels' })
  archive.append(`<w:document ${namespace}><w:body>${body}</w:body></w:document>`, { name: 'word/document.xml' })
  for (const [name, content] of Object.entries(parts)) archive.append(content, { name })
  await archive.finalize()
  return new Uint8Array(await buffer(archive))
}
