// @ts-check
// One call: its form, what it sends, what came back.

import { jsonLines, player } from './answer.js'
import { copyOf, element, field, make } from './dom.js'
import { describeBody, parameterInput } from './fields.js'
import { ask, authorization, events } from './server.js'
import { watch } from './watch.js'

/**
 * @typedef {import('./fields.js').Parameter} Parameter
 * @typedef {import('./fields.js').Schema} Schema
 * @typedef {{ operationId: string, summary: string, tags: string[], parameters: Parameter[],
 *   requestBody?: { content: { 'application/json': { schema: Schema } } } }} Operation
 * @typedef {{ method: string, path: string, operation: Operation, body?: Schema }} Call
 * @typedef {{ open: (address: string) => void, heard: (answer: Record<string, unknown>) => void }} Page
 */

/**
 * @param {Call} call
 * @param {Page} page
 */
export function card(call, page) {
  const { method, path, operation, body } = call
  const details = copyOf('#card')
  details.id = operation.operationId
  element('.method', details).textContent = method
  element('.method', details).classList.toggle('removes', method === 'DELETE')
  element('.path', details).textContent = path
  element('.says', details).textContent = operation.summary
  element('.answer', details).setAttribute('aria-label', `Answer of ${method} ${path}`)
  element('.inputs', details).append(...operation.parameters.map(parameterInput))
  if (body) {
    field('textarea', details).value = describeBody(body, element('.fields', details))
    element('.body', details).hidden = false
  }
  element('form', details).addEventListener('submit', (event) => {
    event.preventDefault()
    send(call, details, page)
  })
  const copied = element('.copied', details)
  element('.copy', details).addEventListener('click', async () => {
    await navigator.clipboard.writeText(curl(request(call, details)))
    copied.textContent = 'Copied'
  })
  details.addEventListener('input', () => {
    copied.textContent = ''
  })
  return details
}

/**
 * What the form asks for.
 *
 * @param {Call} call
 * @param {HTMLElement} details
 */
function request({ method, path, body }, details) {
  /** @type {Record<string, string>} */
  const headers = body ? { 'content-type': 'application/json' } : {}
  const query = new URLSearchParams()
  let target = path
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (details.querySelectorAll('[data-name]'))) {
    const { name = '', place } = input.dataset
    if (input.value === '') continue
    if (place === 'path') target = target.replace(`{${name}}`, encodeURIComponent(input.value))
    else if (place === 'query') query.set(name, input.value)
    else headers[name] = input.value
  }
  const url = query.size > 0 ? `${target}?${query}` : target
  return body ? { method, url, headers, body: field('textarea', details).value } : { method, url, headers }
}

/**
 * @param {Call} call
 * @param {HTMLElement} details
 * @param {Page} page
 */
async function send(call, details, page) {
  const { url, ...options } = request(call, details)
  const status = element('.status', details)
  const stop = element('.stop', details)
  const controller = new AbortController()
  element('.answer', details).hidden = false
  element('pre', details).replaceChildren()
  element('.media', details).replaceChildren()
  status.classList.remove('refused')
  status.textContent = 'Sent'
  stop.hidden = false
  stop.onclick = () => controller.abort()
  try {
    const begun = performance.now()
    const response = await ask(url, { ...options, signal: controller.signal })
    status.textContent = `${response.status} ${response.statusText}, ${Math.round(performance.now() - begun)} ms`
    status.classList.toggle('refused', !response.ok)
    await show(response, url, details, page, controller.signal)
  } catch (error) {
    status.classList.toggle('refused', !controller.signal.aborted)
    status.textContent = controller.signal.aborted ? 'Stopped' : `No answer: ${error}`
  } finally {
    stop.hidden = true
  }
}

/**
 * @param {Response} response
 * @param {string} url
 * @param {HTMLElement} details
 * @param {Page} page
 * @param {AbortSignal} signal
 */
async function show(response, url, details, page, signal) {
  const output = element('pre', details)
  const type = response.headers.get('content-type') ?? ''
  const disposition = response.headers.get('content-disposition')
  if (disposition !== null) {
    await response.body?.cancel()
    const name = /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'file'
    element('.media', details).replaceChildren(await player(url, type, name))
  } else if (type.startsWith('text/event-stream')) {
    for await (const { text } of events(response)) output.append(`${text}\n\n`)
  } else if (type.startsWith('application/json')) {
    const answer = await response.json()
    output.replaceChildren(...jsonLines(answer, page.open))
    page.heard(answer)
    if (response.ok && answer.status_url && answer.success) await follow(answer, details, page, signal)
  }
}

/**
 * What a job came to that was just started.
 *
 * @param {{ session_id: string, status_url: string }} started
 * @param {HTMLElement} details
 * @param {Page} page
 * @param {AbortSignal} signal
 */
async function follow({ session_id, status_url }, details, page, signal) {
  await watch(session_id, element('.watch', details), signal)
  const status = await (await ask(status_url, { signal })).json()
  const made = make('div', 'then', `GET ${status_url}`)
  element('pre', details).append('\n\n', made, '\n', ...jsonLines(status, page.open))
  page.heard(status)
}

/**
 * The token is left to the reader to fill in: what is copied may be shown.
 *
 * @param {ReturnType<typeof request>} wish
 */
function curl({ method, url, headers, body }) {
  const quote = (/** @type {string} */ text) => `'${text.replaceAll("'", "'\\''")}'`
  const lines = [`curl -X ${method} ${quote(location.origin + url)}`]
  if ('authorization' in authorization()) lines.push('-H "Authorization: Bearer $TOKEN"')
  for (const [name, value] of Object.entries(headers)) lines.push(`-H ${quote(`${name}: ${value}`)}`)
  if (body !== undefined) lines.push(`-d ${quote(body)}`)
  return lines.join(' \\\n  ')
}
