/** What the template of names makes of a first video. */
export function exportedName(template: string): string {
  const filled = template
    .replaceAll('{date}', new Date().toISOString().slice(0, 10))
    .replaceAll('{index}', '01')
    .replaceAll('{keywords}', 'Apple Reported Strong')
  return `${filled}.mp4`
}
