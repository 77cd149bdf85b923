import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { z } from 'zod'
import { appError } from '#shared/errors.ts'
import { Look, NamedLook } from '#shared/look/look.ts'
import { type Phrase, type PhraseCode, phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { filesOf, type LookRole, withFiles } from './lookFiles.ts'

/** A look as it travels: one JSON file that holds its pictures and its music, named in it as plain names. */
const Bundle = NamedLook.extend({
  pausecut: z.literal('look'),
  version: z.literal(1),
  files: z.record(z.string().regex(/^[a-z]+(\.[a-z0-9]{1,5})?$/), z.base64()),
})
const mostBytes = 80 * 1024 * 1024

/** Packs a look whose files are absolute paths. Rejects with what the file system says. */
export async function packLook({ name, description, look }: NamedLook): Promise<string> {
  const names = new Map<string, string>()
  const files: Record<string, string> = {}
  for (const { role, file } of filesOf(look)) {
    const short = `${role}${plainEnding(file)}`
    names.set(file, short)
    files[short] = (await readFile(file)).toString('base64')
  }
  const packed = withFiles(look, (file) => names.get(file)!)
  return `${JSON.stringify({ pausecut: 'look', version: 1, name, description, look: packed, files }, null, 2)}\n`
}

/** An ending that every file system takes. */
export const plainEnding = (file: string) => /^\.[a-z0-9]{1,5}$/.exec(extname(file).toLowerCase())?.[0] ?? ''

export interface UnpackedLook extends NamedLook {
  /** The bytes of the files that the look names; the look of a bare JSON file names files of this machine instead. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Reads an exported look, or a bare look as a person writes it. Fails with LOOK_UNREADABLE. */
export function unpackLook(bytes: Uint8Array, path: string): Result<UnpackedLook> {
  const unreadable = (reason: Phrase, detail?: string) => fail(appError('LOOK_UNREADABLE', { path, reason }, detail))
  if (bytes.length > mostBytes) return unreadable(phrase('LARGER_THAN', { limit: '80 MB' }))
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return unreadable(phrase('NOT_JSON'))
  }
  const bundle = Bundle.safeParse(value)
  if (bundle.success) {
    const { name, description, look } = bundle.data
    const files = new Map(Object.entries(bundle.data.files).map(([key, text]) => [key, Buffer.from(text, 'base64')]))
    const lost = filesOf(look).find(({ file }) => !files.has(file))
    return lost ? unreadable(phrase(withoutFile[lost.role])) : ok({ name, description, look, files })
  }
  if (typeof value === 'object' && value !== null && 'pausecut' in value)
    return unreadable(whatIsWrong(bundle.error), z.prettifyError(bundle.error))
  const bare = Look.safeParse(value)
  if (!bare.success) return unreadable(whatIsWrong(bare.error), z.prettifyError(bare.error))
  return ok({ name: nameOf(path), description: '', look: bare.data, files: new Map() })
}

const withoutFile = {
  background: 'LOOK_WITHOUT_BACKGROUND',
  logo: 'LOOK_WITHOUT_LOGO',
  music: 'LOOK_WITHOUT_MUSIC',
} as const satisfies Record<LookRole, PhraseCode>

function whatIsWrong({ issues }: z.ZodError): Phrase {
  const [first] = issues
  const field = first?.code === 'unrecognized_keys' ? [...first.path, ...first.keys].join('.') : first?.path.join('.')
  if (!first || !field) return phrase('NO_LOOK')
  if (first.code === 'invalid_value')
    return phrase('LOOK_FIELD_CHOICE', { field, choices: first.values.map(String).join(', ') })
  return phrase('LOOK_FIELD', { field })
}

/** `/home/ann/My look!.json` is called `My look`. */
function nameOf(path: string): string {
  const plain = basename(path, extname(path))
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .trim()
    .slice(0, 60)
  return /^[\p{L}\p{N}]/u.test(plain) ? plain : 'look'
}
