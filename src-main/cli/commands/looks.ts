import { resolve } from 'node:path'
import { dataFolder, looksFolder } from '#app/data/dataFolder.ts'
import { type LookLibrary, openLooks } from '#app/looks/lookLibrary.ts'
import { appError } from '#shared/errors.ts'
import { NamedLook } from '#shared/look/look.ts'
import { words } from '#shared/phrases.ts'
import { fail, type Result } from '#shared/result.ts'
import { printError } from '../terminal/printError.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

const out = openScreen(process.stdout)
const err = openScreen(process.stderr)
const library = (): LookLibrary => openLooks(looksFolder(dataFolder()))

/** `pausecut looks`: the built-in ones, then those that were saved here. */
export async function listLooks(): Promise<number> {
  const looks = await library().list()
  const width = Math.max(...looks.map(({ name }) => name.length)) + 2
  for (const { name, description, builtIn } of looks) {
    const about = description || (builtIn ? '' : 'your own')
    out.write(`${out.paint('bold', name)}${' '.repeat(width - name.length)}${about}\n`)
  }
  return exitCodes.done
}

/** `pausecut looks save NAME FILE`. */
export async function saveLook(name: string, file: string): Promise<number> {
  const look = await library().choose(resolve(file))
  if (!look.ok) return finish(look, '')
  const named = NamedLook.safeParse({ name, look: look.value })
  if (!named.success) {
    const reason = `${named.error.issues[0]?.message ?? 'That is no name for a look'}.`
    return finish(fail(appError('REQUEST_INVALID', { reason: words(reason) })), '')
  }
  return finish(await library().save(named.data), `The look is kept; use it with --look "${name}".`)
}

/** `pausecut looks export NAME FILE`. */
export async function exportLook(name: string, file: string): Promise<number> {
  return finish(await library().exportTo(name, resolve(file)), `The look is in ${file}, with everything it needs.`)
}

/** `pausecut looks import FILE`. */
export async function importLook(file: string): Promise<number> {
  const look = await library().importFrom(resolve(file))
  return finish(look, look.ok ? `The look is kept; use it with --look "${look.value.name}".` : '')
}

/** `pausecut looks remove NAME`. */
export async function removeLook(name: string): Promise<number> {
  return finish(await library().remove(name), `The look ${name} is gone.`)
}

function finish(result: Result<unknown>, sentence: string): number {
  if (!result.ok) {
    printError(result.error, err)
    return exitCodes.failed
  }
  out.write(`${sentence}\n`)
  return exitCodes.done
}
