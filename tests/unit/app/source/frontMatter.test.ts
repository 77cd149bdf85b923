import { expect, test } from 'vitest'
import { takeFrontMatter } from '#app/source/frontMatter.ts'

test.each([
  ['YAML', '---\ntitle: "Five habits"\nvoice: nova\n---\nHello.', { title: 'Five habits', body: 'Hello.' }],
  [
    'YAML over lines',
    '\n---\ntitle: >-\n  Five\n  habits\ntags: [a, b]\n...\nHello.',
    { title: 'Five habits', body: 'Hello.' },
  ],
  ['YAML without a title', '---\ndate: 2026-11-27\n---\n\nHello.', { body: '\nHello.' }],
  ['nothing', '---\n---\nHello.', { body: 'Hello.' }],
  ['TOML', '+++\ntitle = "Five habits"\ndraft = true\n+++\nHello.', { title: 'Five habits', body: 'Hello.' }],
])('%s at the top is taken off', (_, text, expected) => {
  expect(takeFrontMatter(text)).toEqual(expected)
})

test.each([
  'Hello.\n---\ntitle: not at the top\n---\n',
  '---\nHello there.\n---\nThe second part.',
  '---\nRemember this one: it is a sentence.\n---\nThe second part.',
  '---\npause\n---\nTwo.',
  '--- pause ---\nTwo.',
  '---\ntitle: never closed',
  '+++\nwords\n+++\nmore',
])('%j has none', (text) => {
  expect(takeFrontMatter(text)).toEqual({ body: text })
})
