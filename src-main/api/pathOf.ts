/** The path that was asked for, for logs: a query may hold what is not meant for them. */
export const pathOf = ({ url }: { readonly url: string }) => url.replace(/[?#].*$/s, '')
