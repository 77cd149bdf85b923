import { extname, isAbsolute, relative, sep } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Artifact } from '#shared/domain.ts'

interface Owner {
  /** The job's row. */
  readonly number: number
  readonly id: string
}

/**
 * Returns a function that keeps a job's finished file under a download name that no other file has: its own where that
 * is free, else with the first eight digits of the job's id behind it, then counted. A file kept before keeps its name.
 * Paths below `home` are kept relative to it.
 */
export function prepareKeepArtifact(database: DatabaseSync, home: string): (owner: Owner, artifact: Artifact) => void {
  const taken = database.prepare('SELECT 1 FROM artifacts WHERE download_name = ?')
  const renew = database.prepare('UPDATE artifacts SET size = ?, body = ? WHERE job = ? AND path = ?')
  const insert = database.prepare(
    'INSERT INTO artifacts (download_name, job, segment, path, size, body) VALUES (?, ?, ?, ?, ?, ?)',
  )

  return (owner, artifact) => {
    const path = keptPath(home, artifact.path)
    const body = JSON.stringify({ ...artifact, path })
    if (renew.run(artifact.size, body, owner.number, path).changes > 0) return
    const free = candidates(artifact.name, owner.id).find((candidate) => taken.get(candidate) === undefined)
    if (free === undefined) throw new Error(`No download name is free for ${artifact.name}`)
    insert.run(free, owner.number, artifact.segment ?? null, path, artifact.size, body)
  }
}

function keptPath(home: string, path: string): string {
  const inside = relative(home, path)
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.split(sep).join('/')
}

function candidates(name: string, id: string): string[] {
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  const short = /[0-9a-f]{8}/.exec(id)?.[0] ?? id
  const counted = Array.from({ length: 98 }, (_, index) => `${stem}_${short}_${index + 2}${ending}`)
  return [name, `${stem}_${short}${ending}`, ...counted]
}
