import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Blob, Face, Font } from 'harfbuzzjs'
import type { FaceName } from '#shared/look/look.ts'
import { glyphPath } from './paths.ts'
import type { Coverage } from './readCoverage.ts'
import type { SystemFonts } from './systemFonts.ts'

/** A font that is open: outlines in font units, and which characters it has. */
export interface OpenFont {
  readonly name: string
  readonly font: Font
  readonly unitsPerEm: number
  readonly characters: ReadonlySet<number>
  /** Its glyphs are painted in colours. */
  readonly colour: boolean
}

const faces: Record<FaceName, string> = {
  Montserrat: 'Montserrat-ExtraBold.ttf',
  Anton: 'Anton-Regular.ttf',
  Inter: 'Inter-SemiBold.ttf',
  Newsreader: 'Newsreader-SemiBold.ttf',
}
const emojiFont = 'NotoColorEmoji-Regular.ttf'

/** Asked in this order for what the face lacks; the heavy Latin first, so that a Greek word looks like its neighbours. */
const wide = [
  'NotoSansArabic-Bold.ttf',
  'NotoSansHebrew-Bold.ttf',
  'NotoSansDevanagari-Bold.ttf',
  'anchor/NotoSansThai-Bold.ttf',
  'NotoSansSC-Bold-subset.ttf',
  'NotoSansKR-Bold-subset.ttf',
]
const fallbacks: Record<FaceName, readonly string[]> = {
  Montserrat: ['Inter-ExtraBold.ttf', ...wide],
  Anton: ['Inter-ExtraBold.ttf', ...wide],
  Inter: wide,
  Newsreader: ['Inter-SemiBold.ttf', ...wide],
}

/** Opens the shipped fonts, and those of the machine that have what they lack, each when it is first needed. */
export class FontCache {
  readonly #folder: string
  readonly #system: SystemFonts | undefined
  readonly #open = new Map<string, OpenFont>()

  /**
   * @param folder the folder that holds the shipped font files
   * @param system without them, the shipped fonts are all that there are
   */
  constructor(folder: string, system?: SystemFonts) {
    this.#folder = folder
    this.#system = system
  }

  face(name: FaceName): OpenFont {
    return this.#font(faces[name])
  }

  emoji(): OpenFont {
    return this.#font(emojiFont)
  }

  /** The first shipped font that has every one of these characters, the face itself asked first. */
  fontFor(name: FaceName, characters: readonly number[]): OpenFont | undefined {
    for (const file of [faces[name], ...fallbacks[name]]) {
      const font = this.#font(file)
      if (characters.every((character) => font.characters.has(character))) return font
    }
    return undefined
  }

  /** A font of the machine that has every one of these characters and draws them. */
  systemFontFor(characters: readonly number[]): OpenFont | undefined {
    // What private characters mean is between a font and who wrote them.
    if (!this.#system || characters.some(isPrivate)) return undefined
    for (const coverage of this.#system.fontsFor(characters)) {
      const font = this.#systemFont(coverage)
      if (font && characters.every((character) => draws(font, character))) return font
    }
    return undefined
  }

  #systemFont({ file, index }: Coverage): OpenFont | undefined {
    const name = `${file}#${index}`
    const known = this.#open.get(name)
    if (known) return known
    try {
      const opened = openFont(readFileSync(file), name, index)
      this.#open.set(name, opened)
      return opened
    } catch {
      // It was there when fonts were listed.
      return undefined
    }
  }

  #font(file: string): OpenFont {
    const known = this.#open.get(file)
    if (known) return known
    const opened = openFont(readFileSync(join(this.#folder, file)), file)
    this.#open.set(file, opened)
    return opened
  }
}

const isPrivate = (character: number) => (character >= 0xe000 && character <= 0xf8ff) || character >= 0xf0000

/** Whether a font has an outline for a character: some have pictures only. A mark or a space may have none by itself. */
function draws({ font }: OpenFont, character: number): boolean {
  const glyph = font.nominalGlyph(character)
  if (glyph === undefined || glyph === 0) return false
  return !/^[\p{L}\p{N}\p{S}]$/u.test(String.fromCodePoint(character)) || glyphPath(font, glyph).length > 0
}

function openFont(bytes: Uint8Array, name: string, index = 0): OpenFont {
  const face = new Face(new Blob(bytes), index)
  return {
    name,
    font: new Font(face),
    unitsPerEm: face.upem,
    characters: new Set(face.collectUnicodes()),
    colour: face.hasColorPaint(),
  }
}
