const helping =
  /^(?:have|has|had|having|been|was|were|is|are|am|be|being|got|gets?|(?:i|you|we|they)'ve|(?:he|she|it)'s|\w+'re|i'm)$/
const leading =
  /^(?:to|will|would|can|could|shall|should|must|may|might|do|does|did|let's|please|i|you|we|they|who|don't|doesn't|didn't|won't|can't|cannot|couldn't|wouldn't|shouldn't|\w+'ll|\w+'d)$/
const naming =
  /^(?:a|an|the|this|that|these|those|my|your|his|her|its|our|their|some|any|no|every|each|another|one|of|\w+'s)$/
/** What may stand between the word that tells and the one that is told of. */
const between = /^(?:not|never|ever|just|already|always|also|only|often|\w+ly)$/

/**
 * What part of speech a word may be, by the word before it that tells: `read` is a participle after `have` and a verb
 * after `to`. In the tags of misaki's dictionaries, the likeliest first; empty where nothing tells.
 *
 * This is no tagger: it tells the homographs apart whose place shows what they are, and leaves the others to what is
 * usual.
 * @param before the spoken words before it in its sentence
 */
export function partsOfSpeech(before: readonly string[]): readonly string[] {
  const telling = before.findLast((word) => !between.test(word))
  if (telling === undefined) return []
  if (helping.test(telling)) return ['VBN', 'VBD', 'ADJ']
  if (leading.test(telling)) return ['VBP', 'VB', 'VERB']
  if (naming.test(telling)) return ['NN', 'NOUN', 'ADJ']
  return []
}
