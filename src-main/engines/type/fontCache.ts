import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Blob, Face, Font } from 'harfbuzzjs'
import type { FaceName } from '#shared/look/look.ts'

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

/** Opens the shipped fonts, each when it is first needed. */
export class FontCache {
  readonly #folder: string
  readonly #open = new Map<string, OpenFont>()

  /** @param folder the folder that holds the shipped font files */
  constructor(folder: string) {
    this.#folder = folder
  }

  face(name: FaceName): OpenFont {
    return this.#font(faces[name])
  }

  emoji(): OpenFont {
    return this.#font(emojiFont)
  }

  /** The first font that has every one of these characters, the face itself asked first. */
  fontFor(name: FaceName, characters: readonly number[]): OpenFont | undefined {
    for (const file of [faces[name], ...fallbacks[name]]) {
      const font = this.#font(file)
      if (characters.every((character) => font.characters.has(character))) return font
    }
    return undefined
  }

  #font(file: string): OpenFont {
    const known = this.#open.get(file)
    if (known) return known
    const opened = openFont(readFileSync(join(this.#folder, file)), file)
    this.#open.set(file, opened)
    return opened
  }
}

function openFont(bytes: Uint8Array, name: string): OpenFont {
  const face = new Face(new Blob(bytes))
  return {
    name,
    font: new Font(face),
    unitsPerEm: face.upem,
    characters: new Set(face.collectUnicodes()),
    colour: face.hasColorPaint(),
  }
}
