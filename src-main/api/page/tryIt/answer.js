// @ts-check
// What came back, made to be read: JSON in colours, its addresses to be clicked, files to be played and saved.

import { make } from './dom.js'
import { ask, hasToken } from './server.js'

const longestColoured = 200_000
const tokens = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*/g

/**
 * A JSON value as coloured lines. `open` is told when an address of this server is clicked.
 *
 * @param {unknown} value
 * @param {(address: string) => void} open
 */
export function jsonLines(value, open) {
  const text = JSON.stringify(value, null, 2)
  if (text.length > longestColoured) return [text]
  /** @type {(string | Node)[]} */
  const lines = []
  let last = 0
  for (const match of text.matchAll(tokens)) {
    const [whole, quoted, colon] = match
    lines.push(text.slice(last, match.index), token(whole, quoted, colon !== undefined, open))
    last = match.index + whole.length
  }
  return [...lines, text.slice(last)]
}

/**
 * @param {string} whole
 * @param {string | undefined} quoted
 * @param {boolean} isName
 * @param {(address: string) => void} open
 */
function token(whole, quoted, isName, open) {
  if (isName) return make('span', 'name', whole)
  if (quoted === undefined) return make('span', 'number', whole)
  const path = pathOf(JSON.parse(quoted))
  if (path === undefined) return make('span', 'text', whole)
  const link = make('button', 'link', whole)
  Object.assign(link, { type: 'button', onclick: () => open(path) })
  return link
}

/**
 * The path of an address of this server; undefined for other text.
 *
 * @param {string} text
 */
export function pathOf(text) {
  const path = text.startsWith(`${location.origin}/`) ? text.slice(location.origin.length) : text
  return /^\/(?:api\/v1|download-voiceover)\/\S+$/.test(path) ? path : undefined
}

/**
 * A file, as something to play and to save.
 *
 * @param {string} path
 * @param {string} type of its content
 * @param {string} name
 */
export async function player(path, type, name) {
  // A player sends no token, so the file is fetched for it.
  const url = hasToken() ? URL.createObjectURL(await (await ask(path)).blob()) : path
  const save = make('a', 'save', `Save ${name}`)
  Object.assign(save, { href: url, download: name })
  const kind = type.split('/')[0]
  if (kind !== 'video' && kind !== 'audio') return make('figure', '', save)
  const media = document.createElement(kind)
  Object.assign(media, { src: url, controls: true, preload: 'metadata' })
  media.setAttribute('aria-label', name)
  return make('figure', '', media, save)
}
