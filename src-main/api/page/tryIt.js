// @ts-check
// The try-it page: draws a form for every operation of openapi.json and sends it. Everything that comes back is shown
// as text; the token stays in this page's memory.

/**
 * @typedef {{ name: string, in: 'path' | 'query' | 'header', required?: boolean, description?: string }} Parameter
 * @typedef {{ summary: string, parameters: Parameter[], requestBody?: object, responses: Record<string, { content?: object }> }} Operation
 */

const examples = /** @type {Record<string, object>} */ ({
  '/api/v1/generate-shorts': {
    script: 'Tech stocks are rallying — pause — Apple reported strong earnings today',
    voice: 'nova',
    speed: 1.2,
  },
  '/api/v1/voiceover/generate': { script: 'Welcome to our quarterly business review.', format: 'mp4' },
  '/api/v1/estimate': { script: 'Tech stocks are rallying — pause — Apple reported strong earnings today' },
})

const token = field('#token')

load()

async function load() {
  const response = await fetch('/api/v1/openapi.json', { headers: authorization() })
  element('#token-field').hidden = response.status !== 401 && token.value === ''
  if (response.status === 401) {
    say(token.value === '' ? 'This server asks for its token.' : 'This is not the token of this server.')
    token.addEventListener('change', load, { once: true })
    return
  }
  say('')
  draw(await response.json())
}

/** @param {{ paths: Record<string, Record<string, Operation>> }} api */
function draw({ paths }) {
  const cards = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => card(method.toUpperCase(), path, operation)),
  )
  element('#operations').replaceChildren(...cards)
}

/**
 * @param {string} method
 * @param {string} path
 * @param {Operation} operation
 */
function card(method, path, operation) {
  const template = /** @type {HTMLTemplateElement} */ (element('#operation'))
  const details = /** @type {HTMLElement} */ (template.content.cloneNode(true)).querySelector('details')
  if (!details) throw new Error('The template holds no details')
  element('.method', details).textContent = method
  element('.path', details).textContent = path
  element('.summary', details).textContent = operation.summary
  element('.fields', details).append(...operation.parameters.map(parameterField))
  const body = field('textarea', details)
  if (operation.requestBody) {
    body.value = JSON.stringify(examples[path] ?? {}, null, 2)
    element('.body', details).hidden = false
  }
  const wish = () => request(method, path, operation, details)
  details.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    send(wish(), details)
  })
  element('.copy', details).addEventListener('click', () => navigator.clipboard.writeText(curl(wish())))
  return details
}

/** @param {Parameter} parameter */
function parameterField({ name, in: place, required = false, description = '' }) {
  const label = document.createElement('label')
  const input = document.createElement('input')
  const hint = document.createElement('small')
  label.textContent = name
  hint.textContent = description
  Object.assign(input.dataset, { name, place })
  input.required = required
  input.spellcheck = false
  label.append(input, hint)
  return label
}

/**
 * What the form asks for.
 *
 * @param {string} method
 * @param {string} path
 * @param {Operation} operation
 * @param {Element} details
 */
function request(method, path, operation, details) {
  const headers = new Headers(authorization())
  const query = new URLSearchParams()
  let target = path
  for (const input of details.querySelectorAll('input')) {
    const { name = '', place } = input.dataset
    if (input.value === '') continue
    if (place === 'path') target = target.replace(`{${name}}`, encodeURIComponent(input.value))
    else if (place === 'query') query.set(name, input.value)
    else headers.set(name, input.value)
  }
  const body = operation.requestBody ? field('textarea', details).value : undefined
  if (body !== undefined) headers.set('content-type', 'application/json')
  return { method, url: query.size > 0 ? `${target}?${query}` : target, headers, body }
}

/**
 * @param {ReturnType<typeof request>} wish
 * @param {Element} details
 */
async function send({ method, url, headers, body }, details) {
  const status = element('.status', details)
  const output = element('pre', details)
  const stop = element('.stop', details)
  const controller = new AbortController()
  element('.answer', details).hidden = false
  status.classList.remove('refused')
  status.textContent = 'Sent'
  output.textContent = ''
  stop.hidden = false
  stop.onclick = () => controller.abort()
  try {
    const response = await fetch(url, {
      method,
      headers,
      signal: controller.signal,
      ...(body === undefined ? {} : { body }),
    })
    status.textContent = `${response.status} ${response.statusText}`
    status.classList.toggle('refused', !response.ok)
    await show(response, output)
  } catch (error) {
    status.textContent = controller.signal.aborted ? 'Stopped' : `No answer: ${error}`
  } finally {
    stop.hidden = true
  }
}

/**
 * JSON is shown in lines, events as they come, files are handed to the browser.
 *
 * @param {Response} response
 * @param {HTMLElement} output
 */
async function show(response, output) {
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/json') && !response.headers.has('content-disposition')) {
    output.textContent = JSON.stringify(await response.json(), null, 2)
  } else if (type.startsWith('text/event-stream') && response.body) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) output.append(part.value)
  } else if (response.status === 200) {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file'
    link.textContent = `Save ${link.download}`
    output.replaceChildren(link)
  }
}

/**
 * The token is left to the reader to fill in: what is copied may be shown.
 *
 * @param {ReturnType<typeof request>} wish
 */
function curl({ method, url, headers, body }) {
  const quote = (/** @type {string} */ text) => `'${text.replaceAll("'", "'\\''")}'`
  const lines = [`curl -X ${method} ${quote(location.origin + url)}`]
  for (const [name, value] of headers)
    lines.push(name === 'authorization' ? '-H "Authorization: Bearer $TOKEN"' : `-H ${quote(`${name}: ${value}`)}`)
  if (body !== undefined) lines.push(`-d ${quote(body)}`)
  return lines.join(' \\\n  ')
}

function authorization() {
  return /** @type {Record<string, string>} */ (token.value === '' ? {} : { authorization: `Bearer ${token.value}` })
}

/** @param {string} text */
function say(text) {
  element('#notice').textContent = text
}

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 */
function element(selector, within = document) {
  return /** @type {HTMLElement} */ (within.querySelector(selector))
}

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 */
function field(selector, within = document) {
  return /** @type {HTMLInputElement} */ (within.querySelector(selector))
}
