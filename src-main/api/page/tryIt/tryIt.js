// @ts-check
// The try-it page: draws a form for every call of openapi.json and sends it. Everything that comes back is shown as
// text; nothing but this server is needed.

import { card } from './card.js'
import { copyOf, element, field } from './dom.js'
import { ask, useToken } from './server.js'

/**
 * @typedef {import('./card.js').Call} Call
 * @typedef {import('./card.js').Operation} Operation
 * @typedef {import('./fields.js').Schema} Schema
 * @typedef {{ tags: { name: string, description: string }[], paths: Record<string, Record<string, Operation>>,
 *   components: { schemas: Record<string, Schema> } }} Api
 */

const token = field('#token')
element('#token-form').addEventListener('submit', (event) => {
  event.preventDefault()
  useToken(token.value)
  load()
})
load()

async function load() {
  const response = await ask('/api/v1/openapi.json')
  const refused = response.status === 401
  element('#token-form').hidden = !refused
  if (refused) {
    element('#token-said').textContent =
      token.value === '' ? 'This server asks for its token.' : 'This is not the token of this server.'
    token.focus()
    return
  }
  draw(await response.json())
  tellHealth()
}

/** @param {Api} api */
function draw(api) {
  const calls = callsOf(api)
  const page = { open: (/** @type {string} */ address) => open(address, calls), heard }
  const groups = api.tags.map(({ name, description }) => {
    const group = copyOf('#group')
    element('h2', group).textContent = name
    element('.about', group).textContent = description
    const own = calls.filter(({ operation }) => operation.tags.includes(name))
    element('.cards', group).append(...own.map((call) => card(call, page)))
    return group
  })
  element('#calls').replaceChildren(...groups)
  const first = document.querySelector(location.hash || 'details') ?? document.querySelector('details')
  if (first instanceof HTMLDetailsElement) first.open = true
}

/**
 * @param {Api} api
 * @returns {Call[]}
 */
function callsOf({ paths, components }) {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const { $ref = '', ...own } = operation.requestBody?.content['application/json'].schema ?? {}
      const body = components.schemas[$ref.split('/').at(-1) ?? ''] ?? own
      // A body without fields may as well be left out.
      const hasFields = Object.keys(body.properties ?? {}).length > 0
      return { method: method.toUpperCase(), path, operation, ...(hasFields ? { body } : {}) }
    }),
  )
}

/**
 * Sends the call that an address belongs to, with what stands in it.
 *
 * @param {string} address
 * @param {readonly Call[]} calls
 */
function open(address, calls) {
  for (const { method, path, operation } of calls) {
    const pattern = new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/?]+)')}$`)
    const found = method === 'GET' ? pattern.exec(address) : null
    if (!found) continue
    const details = element(`#${operation.operationId}`)
    for (const [name, value] of Object.entries(found.groups ?? {}))
      field(`[data-name="${name}"]`, details).value = decodeURIComponent(value)
    Object.assign(details, { open: true })
    details.scrollIntoView({ block: 'nearest' })
    const form = /** @type {HTMLFormElement} */ (element('form', details))
    form.requestSubmit()
    return
  }
}

/**
 * Ids that an answer names are put where the next calls need them.
 *
 * @param {Record<string, unknown>} answer
 */
function heard(answer) {
  for (const name of ['session_id', 'delivery_id']) {
    const id = answer[name]
    if (typeof id !== 'string') continue
    const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(`[data-name="${name}"]`))
    for (const input of inputs) input.value = id
  }
  tellHealth()
}

async function tellHealth() {
  const { status, version, engine, queue } = await (await ask('/api/v1/health')).json()
  element('#service').textContent =
    status === undefined
      ? 'No speech engine is ready'
      : `${status === 'ok' ? 'Ready' : 'Closing'} · ${version} · engine ${engine} · ${queue.running} running, ${queue.waiting} waiting`
}
