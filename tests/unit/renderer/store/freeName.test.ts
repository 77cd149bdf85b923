import { expect, test } from 'vitest'
import { freeName } from '#renderer/store/freeName.ts'

test('an image keeps its name, and none takes another’s or a drawn background’s', () => {
  const images = { 'beach.jpg': '/a', 'beach-2.jpg': '/b' }
  expect(freeName(images, '/a', 'other.jpg')).toBe('beach.jpg')
  expect(freeName(images, '/c', 'sea.jpg')).toBe('sea.jpg')
  expect(freeName(images, '/c', 'beach.jpg')).toBe('beach-3.jpg')
  expect(freeName(images, '/c', 'Dusk')).toBe('Dusk-2')
  expect(freeName({}, '/c', ' ')).toBe('image')
})
