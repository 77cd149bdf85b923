import type { Look } from '#shared/look/look.ts'

/** What a look uses of the file system. */
export type LookRole = 'background' | 'logo' | 'music'

/** The files of a look with what they are there for. */
export function filesOf({ background, logo, music }: Look): { role: LookRole; file: string }[] {
  return [
    ...(background.kind === 'picture' ? [{ role: 'background' as const, file: background.file }] : []),
    ...(logo ? [{ role: 'logo' as const, file: logo.file }] : []),
    ...(music ? [{ role: 'music' as const, file: music.file }] : []),
  ]
}

/** The same look with other paths for its files. */
export function withFiles(look: Look, path: (file: string) => string): Look {
  const { background, logo, music } = look
  return {
    ...look,
    ...(background.kind === 'picture' && { background: { ...background, file: path(background.file) } }),
    ...(logo && { logo: { ...logo, file: path(logo.file) } }),
    ...(music && { music: { ...music, file: path(music.file) } }),
  }
}
