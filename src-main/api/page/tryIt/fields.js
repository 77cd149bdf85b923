// @ts-check
// What goes into a call, from its description.

import { element, make } from './dom.js'

/**
 * @typedef {{ $ref?: string, type?: string, enum?: unknown[], const?: unknown, default?: unknown, description?: string,
 *   minimum?: number, maximum?: number, maxLength?: number, properties?: Record<string, Schema>, required?: string[],
 *   items?: Schema, anyOf?: Schema[], examples?: unknown[] }} Schema
 * @typedef {{ name: string, in: 'path' | 'query' | 'header', required?: boolean, description?: string, schema: Schema }} Parameter
 */

/**
 * A field for a parameter: a choice where its values are known.
 *
 * @param {Parameter} parameter
 */
export function parameterInput({ name, in: place, required = false, description = '', schema }) {
  const input = document.createElement(schema.enum ? 'select' : 'input')
  if (schema.enum) input.append(...['', ...schema.enum].map((value) => new Option(String(value))))
  else Object.assign(input, { spellcheck: false, autocomplete: 'off' })
  Object.assign(input.dataset, { name, place })
  input.required = required
  return make('label', 'input', name, input, make('small', '', description))
}

/**
 * Lists the fields of a body below `within`, and returns an example of it.
 *
 * @param {Schema} schema
 * @param {HTMLElement} within
 */
export function describeBody({ properties = {}, required = [], examples = [] }, within) {
  const rows = Object.entries(properties).flatMap(([name, field]) => [
    make('dt', '', make('code', '', name), make('span', 'kind', kindOf(field, required.includes(name)))),
    make('dd', '', field.description ?? ''),
  ])
  element('dl', within).append(...rows)
  within.hidden = false
  return JSON.stringify(examples[0] ?? {}, null, 2)
}

/**
 * `text, required`; `0.25 to 4, 1 at first`.
 *
 * @param {Schema} field
 * @param {boolean} required
 */
function kindOf(field, required) {
  const notes = [valuesOf(field)]
  if (required && field.default === undefined) notes.push('required')
  if (field.default !== undefined) notes.push(`${JSON.stringify(field.default)} at first`)
  return notes.join(', ')
}

/**
 * @param {Schema} field
 * @returns {string}
 */
function valuesOf(field) {
  if (field.anyOf) return field.anyOf.map(valuesOf).join(' or ')
  if (field.enum) return field.enum.join(' | ')
  if (field.type === 'array') return `list of ${field.items ? valuesOf(field.items) : 'anything'}`
  if (field.minimum !== undefined && field.maximum !== undefined) return `${field.minimum} to ${field.maximum}`
  return field.type === 'string' ? 'text' : (field.type ?? 'anything')
}
