/** The commonest words of languages in Latin script. */
const commonWords = new Map(
  Object.entries({
    en: 'the of and a an i under over new just also very any only even most here there where to in is that it was for on are with as his they at be this have from or had by not but what all were we when your can said there each which she do how their if will up about out many then them these so some her would make like him into has look more go see no way could my than been who its now did get you',
    de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ihr ihre wir ich kein keine wenn was',
    es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien',
    fr: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec elle son aux mais ou si leur cette été ces être nous comme tout on ses lui ont fait même y était très je d' l' c'est qu'il",
    it: 'di e il la che in a per un è del non sono una della con si le da i come anche dei al ha nel più alla gli lo ma su delle questo o era se suo ci loro essere molto mi cosa chi tutti',
    pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos são está foi ser',
    nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit wordt naar heeft door over ze zich hij tot je die deze worden geen wat kan ik wel haar zo',
    sv: 'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år hon under också efter eller nu där vid mot ska',
    pl: 'w i na z się do nie to że jest o jak za po co tak ale od przez są być dla czy był już tym tylko jego ich może które tego przed bez pod ma',
  }).map(([language, words]) => [language, new Set(words.split(' '))] as const),
)

const scripts: readonly (readonly [script: RegExp, language: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
]

/** A language, and whether there is enough of it in a text to rule out most others. */
interface FoundLanguage {
  /** ISO 639-1. */
  readonly language: string
  readonly sure: boolean
}

/**
 * Share of a text's words that are among the commonest of its language: of English and German sentences of ten words
 * nearly all have more, of languages that are none of these (Finnish, Danish, Indonesian) nearly none. Spanish shares
 * its commonest words with its neighbours.
 */
const leastCommon = (language: string) => (language === 'es' ? 0.25 : 0.15)

/** The language of a text, ISO 639-1: by its script, else by its commonest words, else English. */
export const findLanguage = (text: string): string => guessLanguage(text).language

/** The same, and whether it is sure. */
export function guessLanguage(text: string): FoundLanguage {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  for (const [script, language] of scripts)
    if ((text.match(script)?.length ?? 0) > latin) return { language, sure: true }
  const words = text.toLowerCase().match(/(?<![\p{L}\p{N}])[\p{L}']+(?!\p{N})/gu) ?? []
  const counts = Array.from(commonWords, ([language, common]) => ({
    language,
    hits: words.filter((word) => common.has(word)).length,
  }))
  // English stands first, so it wins where others have no more.
  const [best, next] = counts.toSorted((a, b) => b.hits - a.hits) as [(typeof counts)[0], (typeof counts)[0]]
  const { language, hits } = best
  return { language, sure: hits > next.hits && hits >= leastCommon(language) * words.length }
}
