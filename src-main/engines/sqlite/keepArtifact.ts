import { extname, isAbsolute, relative, sep } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Artifact } from '#shared/domain.ts'
import { prepareUsedNames } from './usedNames.ts'

interface Owner {
  /** The job's row. */
  readonly number: number
  readonly id: string
}

/**
 * Returns a function that keeps a job's finished file under a download name that no other job's file has or had: its own
 * where that is free, else with the first eight digits of the job's id behind it, then counted, at last with the whole
 * id. A file kept before keeps its name. Paths below `home` are kept relative to it.
 */
export function prepareKeepArtifact(database: DatabaseSync, home: string): (owner: Owner, artifact: Artifact) => void {
  const used = prepareUsedNames(database)
  const taken = database.prepare('SELECT 1 FROM artifacts WHERE download_name = ?')
  const renew = database.prepare('UPDATE artifacts SET size = ?, body = ? WHERE job = ? AND path = ?')
  const insert = database.prepare(
    'INSERT INTO artifacts (download_name, job, segment, path, size, body) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const searchable = database.prepare(`UPDATE searches SET text = text || char(10) || folded(?) WHERE job = ?`)
  const isFree = (name: string) => taken.get(name) === undefined && !used.has(name)

  return (owner, artifact) => {
    const path = keptPath(home, artifact.path)
    const body = JSON.stringify({ ...artifact, path })
    if (renew.run(artifact.size, body, owner.number, path).changes > 0) return
    // No other job has this id, so the last one needs no look at the names of others.
    const free =
      candidates(artifact.name, owner.id).find(isFree) ?? behindStem(artifact.name, owner.id.replace(/^.*_/, ''))
    insert.run(free, owner.number, artifact.segment ?? null, path, artifact.size, body)
    searchable.run(artifact.name, owner.number)
  }
}

function keptPath(home: string, path: string): string {
  const inside = relative(home, path)
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.split(sep).join('/')
}

function candidates(name: string, id: string): string[] {
  const short = /[0-9a-f]{8}/.exec(id)?.[0] ?? id
  const counted = Array.from({ length: 98 }, (_, index) => behindStem(name, `${short}_${index + 2}`))
  return [name, behindStem(name, short), ...counted]
}

function behindStem(name: string, more: string): string {
  const ending = extname(name)
  return `${name.slice(0, name.length - ending.length)}_${more}${ending}`
}
