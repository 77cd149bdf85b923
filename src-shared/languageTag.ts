/** The language of a tag of BCP 47, without script and region: `de` of `de-AT`, `de_AT` and `DE`. */
export const baseLanguage = (tag: string): string => tag.split(/[-_]/)[0]!.toLowerCase()
