import { extname, resolve } from 'node:path'
import { scriptEndings } from '#shared/script/scriptEndings.ts'

/** The script files that a start was given: arguments that are no switches and end like scripts, as absolute paths. */
export function scriptsIn(argv: readonly string[], cwd: string): string[] {
  const endings = new Set<string>(scriptEndings.map((ending) => `.${ending}`))
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && endings.has(extname(argument).toLowerCase()))
    .map((argument) => resolve(cwd, argument))
}
