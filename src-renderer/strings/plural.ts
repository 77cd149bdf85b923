/** The words for one thing, or those for none or several; English and German agree on that. */
export const plural = (count: number, one: string, more: string) => (count === 1 ? one : more)
