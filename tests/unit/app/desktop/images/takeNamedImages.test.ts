import { expect, test } from 'vitest'
import { takeNamedImages } from '#app/desktop/images/takeNamedImages.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok } from '#shared/result.ts'

const image = { name: '', width: 1, height: 1, url: '', thumbnail: '' }

test('images beside the script and below are taken in, once; others and drawn backgrounds are not asked for', async () => {
  const asked: string[] = []
  const takeFile = async (path: string) => {
    asked.push(path)
    if (path.endsWith('gone.png')) return fail(appError('PICTURE_NOT_FOUND', { path }))
    return ok({ ...image, file: `/taken/${path.length}` })
  }
  const names = [
    'beach.jpg',
    'more/sea.png',
    'beach.jpg',
    'gone.png',
    '../private.png',
    '/etc/passwd',
    'aurora',
    '#112233',
  ]
  const script = names.map((name) => `[background: ${name}] One two.`).join(' ')
  expect(
    await takeNamedImages(`${script} [background: https://example.com/a.png] End.`, '/scripts', { takeFile }),
  ).toEqual({
    'beach.jpg': '/taken/18',
    'more/sea.png': '/taken/21',
  })
  expect(asked).toEqual(['/scripts/beach.jpg', '/scripts/more/sea.png', '/scripts/gone.png'])
})
