import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { copyAsNew } from '#files/copyAsNew.ts'
import { digestFile } from '#files/digestFile.ts'
import { flushFile, partialName, placeFile } from '#files/placeFile.ts'
import { Receipt } from '#shared/domain.ts'
import { ok, type Result } from '#shared/result.ts'
import { WireMessage } from '#shared/wireError.ts'

const Entry = z.object({
  /** Seconds. */
  duration: z.number(),
  receipt: Receipt,
  warnings: z.array(WireMessage),
  /** SHA-256 of each file, by its ending. */
  digests: z.record(z.string(), z.string()),
})
type Entry = z.infer<typeof Entry>

/** A finished segment: its files by ending (`mp4`, `srt`, …), and what is known of them. */
export interface StoredRender extends Omit<Entry, 'digests'> {
  readonly files: ReadonlyMap<string, string>
}

/** Finished segments by all that went into them, so that what did not change is not made again. */
export interface RenderCache {
  /** Copies a kept segment's files to `place(ending)`; undefined when there is none, or a byte of it is another. */
  recall(key: string, place: (ending: string) => string, signal: AbortSignal): Promise<Result<StoredRender | undefined>>
  /** Keeps copies. Where there is no room for them, nothing is kept and nothing fails. */
  keep(key: string, render: StoredRender): Promise<void>
}

/** The key of everything that decides a segment's files: the value's JSON. */
export function renderKey(facts: unknown): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

export function openRenderCache(folder: string): RenderCache {
  return {
    recall: (key, place, signal) => recall(join(folder, key), place, signal),
    keep: (key, render) => keep(join(folder, key), render),
  }
}

async function recall(
  folder: string,
  place: (ending: string) => string,
  signal: AbortSignal,
): Promise<Result<StoredRender | undefined>> {
  const entry = await readEntry(folder)
  if (!entry) return ok(undefined)
  const files = new Map<string, string>()
  for (const ending of Object.keys(entry.digests)) {
    const out = place(ending)
    const placed = await placeFile(out, async (partial) => ok(await copyAsNew(fileIn(folder, ending), partial)), signal)
    if (!placed.ok) return placed
    files.set(ending, out)
  }
  const now = new Date()
  // The entries that are used stay longest (see pruneFolder).
  await utimes(folder, now, now).catch(() => {})
  const { duration, receipt, warnings } = entry
  return ok({ duration, receipt, warnings, files })
}

async function readEntry(folder: string): Promise<Entry | undefined> {
  try {
    const entry = Entry.parse(JSON.parse(await readFile(join(folder, 'entry.json'), 'utf8')))
    for (const [ending, digest] of Object.entries(entry.digests)) {
      if ((await digestFile(fileIn(folder, ending))) !== digest) return undefined
    }
    return entry
  } catch {
    // Missing or damaged: either way the segment is made again.
    return undefined
  }
}

async function keep(folder: string, { files, ...facts }: StoredRender): Promise<void> {
  const partial = join(dirname(folder), partialName())
  try {
    await mkdir(partial, { recursive: true })
    const digests: Record<string, string> = {}
    for (const [ending, path] of files) {
      await copyAsNew(path, fileIn(partial, ending))
      await flushFile(fileIn(partial, ending))
      digests[ending] = await digestFile(path)
    }
    const entry = join(partial, 'entry.json')
    await writeFile(entry, JSON.stringify({ ...facts, digests } satisfies Entry))
    await flushFile(entry)
    await rm(folder, { recursive: true, force: true })
    await rename(partial, folder)
  } catch {
    await rm(partial, { recursive: true, force: true }).catch(() => {})
  }
}

const fileIn = (folder: string, ending: string) => join(folder, `segment.${ending}`)
