import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { type Coverage, readCoverage } from './readCoverage.ts'

/** The fonts that are installed on this machine. */
export interface SystemFonts {
  /** The fonts that have all of these characters, the best one for captions first. */
  fontsFor(characters: readonly number[]): readonly Coverage[]
}

/** After so many milliseconds it is looked again whether somebody has installed what was missing. */
const lookAgain = 5000
/** What fontconfig may take to list its fonts, in milliseconds. */
const patience = 5000

/**
 * The fonts of this machine, listed when the first character is asked for that the shipped ones lack, and again where one
 * was not found then. Nothing is fetched over a network.
 *
 * @param listFiles paths of font files
 */
export function openSystemFonts(listFiles: () => readonly string[] = listFontFiles): SystemFonts {
  const known = new Map<string, readonly Coverage[]>()
  const answers = new Map<string, readonly Coverage[]>()
  let listed = Number.NEGATIVE_INFINITY
  const list = () => {
    if (performance.now() - listed < lookAgain) return
    for (const file of listFiles()) if (!known.has(file)) known.set(file, readCoverage(file))
    for (const [asked, fonts] of answers) if (fonts.length === 0) answers.delete(asked)
    listed = performance.now()
  }
  return {
    fontsFor(characters) {
      const asked = characters.join()
      const answer = answers.get(asked)
      if (answer && answer.length > 0) return answer
      list()
      const found = answers.get(asked) ?? search([...known.values()].flat(), characters)
      answers.set(asked, found)
      return found
    },
  }
}

const search = (fonts: readonly Coverage[], characters: readonly number[]) =>
  fonts
    .filter((font) => characters.every((character) => font.has(character)))
    .toSorted((a, b) => unlikeness(a) - unlikeness(b) || (a.file < b.file ? -1 : 1))

/** How far a font is from the shipped ones: upright, bold, without serifs. */
function unlikeness({ file, weight, slanted }: Coverage): number {
  const name = basename(file)
  return (
    Math.abs(weight - 700) / 100 +
    (slanted ? 20 : 0) +
    (/noto/i.test(name) ? 0 : 2) +
    (/serif|mono|condensed|display|looped|unjoined|UI\b/i.test(name) ? 5 : 0)
  )
}

/** Fonts that show a box, or nothing, for every character. */
const placeholder = /lastresort|unifont|adobeblank|notdef/i
const isFont = (file: string) => /\.(?:ttf|otf|ttc|otc)$/i.test(file) && !placeholder.test(basename(file))

function listFontFiles(): string[] {
  return [...new Set([...listByFontconfig(), ...fontFolders().flatMap(listFolder)])].filter(isFont).toSorted()
}

/** What fontconfig knows, which may be in folders of its own; nothing where it is not installed. */
function listByFontconfig(): string[] {
  try {
    const listed = execFileSync('fc-list', ['--format', '%{file}\n'], {
      timeout: patience,
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return listed.toString().split('\n').filter(Boolean)
  } catch {
    return []
  }
}

function fontFolders(): string[] {
  const home = homedir()
  const { WINDIR, LOCALAPPDATA, XDG_DATA_HOME } = process.env
  switch (process.platform) {
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library/Fonts')]
    case 'win32':
      return [
        join(WINDIR ?? 'C:\\Windows', 'Fonts'),
        ...(LOCALAPPDATA === undefined ? [] : [join(LOCALAPPDATA, 'Microsoft\\Windows\\Fonts')]),
      ]
    default:
      return [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(home, '.fonts'),
        join(XDG_DATA_HOME || join(home, '.local/share'), 'fonts'),
      ]
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  } catch {
    return []
  }
}
