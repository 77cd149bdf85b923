import { link, mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { copyAsNew } from '#files/copyAsNew.ts'
import type { Artifact } from '#shared/domain.ts'
import { fileError } from '#shared/fileError.ts'
import { fail, ok, type Result } from '#shared/result.ts'

/**
 * Takes a finished file into a folder of the job service, under a second name of the same bytes where the file system
 * has such, so that the person may do with theirs what they like. Fails as writing a file does.
 */
export async function importArtifact(artifact: Artifact, folder: string): Promise<Result<Artifact>> {
  const path = join(folder, basename(artifact.path))
  try {
    await mkdir(folder, { recursive: true })
    await rm(path, { force: true })
    await link(artifact.path, path).catch(() => copyAsNew(artifact.path, path))
    return ok({ ...artifact, path })
  } catch (error) {
    return fail(fileError(error, path))
  }
}
