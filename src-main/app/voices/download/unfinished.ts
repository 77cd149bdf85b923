/** Where a file's bytes are while they are fetched; they stay there when that ends half-way. */
export const unfinished = (path: string): string => `${path}.part`
