/** Bytes: more than an hour of the widest samples that a server sends; what is larger is no answer to 4,096 characters. */
export const largestAnswer = 512 * 1024 * 1024
