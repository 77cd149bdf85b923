// @ts-check
// The few things the try-it page does with its document.

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 */
export function element(selector, within = document) {
  const found = within.querySelector(selector)
  if (!(found instanceof HTMLElement)) throw new Error(`The page has no ${selector}`)
  return found
}

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 */
export const field = (selector, within = document) =>
  /** @type {HTMLInputElement | HTMLTextAreaElement} */ (element(selector, within))

/**
 * The first element of a template, as a copy.
 *
 * @param {string} selector
 */
export function copyOf(selector) {
  const template = /** @type {HTMLTemplateElement} */ (element(selector))
  return element('*', /** @type {DocumentFragment} */ (template.content.cloneNode(true)))
}

/**
 * A new element; what it holds is set as text or as elements, never as markup.
 *
 * @param {string} name
 * @param {string} className
 * @param {...(string | Node)} content
 */
export function make(name, className, ...content) {
  const made = document.createElement(name)
  made.className = className
  made.append(...content)
  return made
}
