import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { scriptsIn } from '#shell/openedFiles.ts'

test('the scripts that a start was given, as absolute paths', () => {
  const argv = ['/opt/pausecut', '--inspect=0', '.', 'talk.TXT', '/home/a/b c.md', 'film.mp4', '-x.txt', 'a.docx']
  expect(scriptsIn(argv, '/home/me')).toEqual([
    resolve('/home/me/talk.TXT'),
    resolve('/home/a/b c.md'),
    resolve('/home/me/a.docx'),
  ])
  expect(scriptsIn(['pausecut.txt'], '/')).toEqual([])
})
