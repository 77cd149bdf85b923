/** Whether a text is a whole http or https address. */
export function isWebAddress(text: string): boolean {
  const address = URL.parse(text)
  return address?.protocol === 'http:' || address?.protocol === 'https:'
}
