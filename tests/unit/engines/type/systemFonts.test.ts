import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openTypesetter } from '#engines/type/openTypesetter.ts'
import { readCoverage } from '#engines/type/readCoverage.ts'
import { openSystemFonts } from '#engines/type/systemFonts.ts'

const fonts = join(import.meta.dirname, '../../../../assets/fonts')
const [thai, hebrew] = [join(fonts, 'anchor/NotoSansThai-Bold.ttf'), join(fonts, 'NotoSansHebrew-Bold.ttf')]
const folder = mkdtempSync(join(tmpdir(), 'pausecut-fonts-'))
afterAll(() => rmSync(folder, { recursive: true }))
const code = (letter: string) => letter.codePointAt(0)!

test('a font file tells its characters, how heavy it is, and nothing where it is no font', () => {
  const [font, ...more] = readCoverage(thai)
  expect(more).toEqual([])
  expect(font).toMatchObject({ file: thai, index: 0, weight: 700, slanted: false })
  expect([...'กขฮ'].map((letter) => font!.has(code(letter)))).toEqual([true, true, true])
  expect(['\u05d0', '\u05d1', '\u4e00', '\ud55c'].map((letter) => font!.has(code(letter)))).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(readCoverage(join(folder, 'absent.ttf'))).toEqual([])
  const broken = join(folder, 'broken.ttf')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      writeFileSync(broken, Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 3]), bytes]))
      expect(readCoverage(broken).some((font) => font.has(code('ก')))).toBe(false)
    }),
    { numRuns: 50 },
  )
})

test('the machine’s fonts are asked only for what is missing, and listed once', () => {
  let listed = 0
  const system = openSystemFonts(() => {
    listed++
    return [hebrew, thai, join(folder, 'absent.ttf')]
  })
  expect(system.fontsFor([code('ก'), code('ข')]).map(({ file }) => file)).toEqual([thai])
  expect(system.fontsFor([code('א')]).map(({ file }) => file)).toEqual([hebrew])
  expect(system.fontsFor([code('א'), code('ก')])).toEqual([])
  expect(system.fontsFor([code('ꙮ')])).toEqual([])
  expect(listed).toBe(1)
})

test('a letter that no shipped font has is set in one of the machine’s', () => {
  const style = { face: 'Inter', size: 100, direction: 'ltr' } as const
  const line = [{ text: 'กข', spaced: false }]
  // As if Thai were not shipped.
  const shipped = join(folder, 'shipped')
  cpSync(fonts, shipped, { recursive: true })
  cpSync(hebrew, join(shipped, 'anchor/NotoSansThai-Bold.ttf'))
  expect(openTypesetter(shipped).setLine(line, style).missing).toEqual(['ก', 'ข'])
  const set = openTypesetter(
    shipped,
    openSystemFonts(() => [hebrew, thai]),
  ).setLine(line, style)
  expect(set).toEqual(openTypesetter(fonts).setLine(line, style))
  expect(set.missing).toEqual([])
})

test('a font that does not draw a letter is not taken, and private letters are nobody’s', () => {
  const style = { face: 'Inter', size: 100, direction: 'ltr' } as const
  const asked: number[][] = []
  const system = {
    fontsFor: (characters: readonly number[]) => {
      asked.push([...characters])
      return readCoverage(thai)
    },
  }
  const missingOf = (text: string) => openTypesetter(fonts, system).setLine([{ text, spaced: false }], style).missing
  expect(missingOf('a \u{1d518}')).toEqual(['\u{1d518}'])
  expect(missingOf('\u{f0000}')).toEqual(['\u{f0000}'])
  expect(asked).toEqual([[0x1d518]])
})
