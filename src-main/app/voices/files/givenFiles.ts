import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { flushFile } from '#files/placeFile.ts'
import { appError } from '#shared/errors.ts'
import { fileError } from '#shared/fileError.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { VoicePack } from '#shared/speech/voicePacks.ts'
import type { PackSource } from '../addPack.ts'
import { unfinished } from '../download/unfinished.ts'

/** A file that somebody brought. */
export interface GivenFile {
  readonly name: string
  /** Bytes; absent where that is known only when it has been read. */
  readonly size?: number
  read(): Readable
}

/** Files of a folder that are looked at, and how far down. */
const most = { files: 5000, depth: 5 }

/**
 * A pack's files from a folder or a ZIP. They are known by their bytes: whatever they are called there, and wherever
 * they lie, each is the one that has its hash.
 * Bringing one fails with VOICE_PACK_SOURCE where none has, CANCELLED, and the codes of writing a file.
 *
 * @param path of the folder or the ZIP
 */
export function openGivenFiles(pack: VoicePack, path: string, signal: AbortSignal): PackSource {
  let listing: Promise<readonly GivenFile[] | undefined> | undefined
  return {
    async bring(file, to, told) {
      listing ??= list(path)
      const given = await listing
      const facts = { path, name: pack.name }
      if (!given) return fail(appError('VOICE_PACK_SOURCE', { ...facts, reason: phrase('NEITHER_FOLDER_NOR_ZIP') }))
      const names = new Set([file.path, ...file.addresses].map((address) => basename(address)))
      // Those that are called like it first: the others need not be read then.
      const likely = given
        .filter(({ size = file.bytes }) => size === file.bytes)
        .toSorted((one, other) => Number(names.has(other.name)) - Number(names.has(one.name)))
      for (const candidate of likely) {
        const taken = await take(candidate, file, to, { signal, told })
        if (!taken.ok || taken.value) return taken.ok ? ok(undefined) : taken
      }
      return fail(appError('VOICE_PACK_SOURCE', { ...facts, reason: phrase('FILE_LACKING', { file: file.path }) }))
    },
    close: async () => {},
  }
}

/** Undefined for what is neither a folder nor a ZIP. */
async function list(path: string): Promise<readonly GivenFile[] | undefined> {
  const facts = await stat(path).catch(() => undefined)
  if (facts?.isDirectory()) return listFolder(path, most.depth)
  if (!facts?.isFile()) return undefined
  const { openZip } = await import('./openZip.ts')
  return openZip(path).catch(() => undefined)
}

async function listFolder(folder: string, depth: number): Promise<GivenFile[]> {
  const files: GivenFile[] = []
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && depth > 0) files.push(...(await listFolder(path, depth - 1)))
    const facts = entry.isDirectory() ? undefined : await stat(path).catch(() => undefined)
    if (facts?.isFile()) files.push({ name: entry.name, size: facts.size, read: () => createReadStream(path) })
    if (files.length >= most.files) break
  }
  return files
}

interface TakeParts {
  readonly signal: AbortSignal
  readonly told: (bytes: number) => void
}

/** Copies a file where its bytes are the right ones; whether they are. */
async function take(
  given: GivenFile,
  file: VoicePack['files'][number],
  path: string,
  { signal, told }: TakeParts,
): Promise<Result<boolean>> {
  const part = unfinished(path)
  try {
    const hash = createHash('sha256')
    const out = await open(part, 'w')
    const source = given.read()
    let have = 0
    try {
      for await (const bytes of source as AsyncIterable<Buffer>) {
        if (signal.aborted) return fail(appError('CANCELLED'))
        have += bytes.length
        // A few kilobytes of an archive may unpack to gigabytes.
        if (have > file.bytes) break
        hash.update(bytes)
        await out.writeFile(bytes)
        told(have)
      }
    } finally {
      source.destroy()
      await out.close()
    }
    if (have !== file.bytes || hash.digest('hex') !== file.sha256) {
      await rm(part)
      return ok(false)
    }
    await flushFile(part)
    await rename(part, path)
    return ok(true)
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    // A damaged archive says so in words of its own.
    return isSystem(error) ? fail(fileError(error, path)) : ok(false)
  }
}

const isSystem = (error: unknown) => error instanceof Error && 'syscall' in error
