/** How the names of files and folders begin that are still being made; they lie beside the final ones. */
export const hiddenPrefix = '.pausecut-'

const hidden = new RegExp(`[\\\\/]${hiddenPrefix.replace('.', '\\.')}.*$`, 's')

/** The part of a path that a person knows: without what is still being made, and all below it. */
export const visiblePart = (path: string): string => path.replace(hidden, '')
