/** Whether a text's sentences are written in capitals, by place: two words of them at least, and hardly one that is not. */
export function shoutedPlaces(text: string): (at: number) => boolean {
  const ends = [...text.matchAll(/[.!?…]["')\]]*(?= |$)/gu)].map(({ index }) => index)
  const sentences: { readonly end: number; readonly shouted: boolean }[] = []
  let start = 0
  for (const end of [...ends, text.length]) {
    const words = text.slice(start, end).match(/\p{L}[\p{L}']+/gu) ?? []
    const capitals = words.filter((word) => word === word.toUpperCase()).length
    sentences.push({ end, shouted: capitals >= 2 && capitals >= 0.7 * words.length })
    start = end
  }
  let sentence = 0
  return (at) => {
    if (sentence > 0 && at <= sentences[sentence - 1]!.end) sentence = 0
    while (sentence + 1 < sentences.length && at > sentences[sentence]!.end) sentence++
    return sentences[sentence]?.shouted ?? false
  }
}
