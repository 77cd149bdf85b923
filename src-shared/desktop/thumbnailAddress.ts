/** Where the page finds the small picture of one that the app took in, by the name of its file. */
export function thumbnailAddress(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? ''
  return `/pictures/${name.replace(/\.\w+$/, '')}.thumbnail.png`
}
