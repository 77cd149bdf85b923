import { expect, test } from 'vitest'
import { englishSentence } from '#shared/errors.ts'
import { fileError, folderError } from '#shared/fileError.ts'

const said = (code: string, path?: string) =>
  Object.assign(new Error(code), { code, syscall: 'open', ...(path && { path }) })

const attempt = (action: () => unknown) => {
  try {
    return action()
  } catch (error) {
    return error
  }
}

test.each([
  ['/out/talk/a.mp4', '/out/talk'],
  ['/out/talk/.pausecut-12-0123abcd.mp4', '/out/talk'],
  ['/home/work/.pausecut-12-0123abcd/part-1/picture.mp4', '/home/work'],
  ['C:\\out\\.pausecut-12-0123abcd.mp4', 'C:\\out'],
  ['/a.mp4', '/'],
])('a full disk under %s is said of %s, and names nothing that is still being made', (path, folder) => {
  expect(fileError(said('ENOSPC'), path)).toEqual({ code: 'DISK_FULL', facts: { path: folder }, detail: 'ENOSPC' })
})

test('of a folder the folder itself is named', () => {
  expect(englishSentence(folderError(said('EROFS'), '/out/talk'))).toMatch(/^\/out\/talk can not be written to/)
  expect(englishSentence(folderError(said('EIO'), '/out/talk'))).toMatch(/^\/out\/talk could not be written \(EIO\)/)
  expect(englishSentence(folderError(said('ENOSPC'), '/home/work/.pausecut-12-0123abcd/part-1'))).toContain(
    'at /home/work;',
  )
})

test('the file that is in the way of a folder is named', () => {
  expect(englishSentence(folderError(said('ENOTDIR', '/out'), '/out/talk'))).toMatch(/^\/out is a file/)
})

test('what no file system says is thrown on, Node’s own errors with a code among them', () => {
  const wrongType = () => Buffer.alloc('x' as never)
  expect(wrongType).toThrow(expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }))
  const thrown = attempt(wrongType)
  expect(() => fileError(thrown, '/a')).toThrow(TypeError)
  expect(() => folderError(thrown, '/a')).toThrow(TypeError)
  expect(() => fileError(new TypeError('a mistake in the program'), '/a')).toThrow('a mistake')
})
