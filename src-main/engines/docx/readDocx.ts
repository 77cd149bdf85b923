import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'

/** The text of a Word document, its paragraphs apart by an empty line. Fails with SCRIPT_NOT_TEXT. */
export async function readDocx(name: string, bytes: Uint8Array): Promise<Result<string>> {
  // Loaded when it is needed: start-up does not wait for it.
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    return ok(value.replace(/\n{3,}/g, '\n\n').trim())
  } catch (error) {
    return fail(appError('SCRIPT_NOT_TEXT', { path: name }, String(error)))
  }
}
