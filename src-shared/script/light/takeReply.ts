import { blanks, type Piece } from '../piece/piece.ts'

const script = String.raw`(?:script|screenplay|version|draft|voice-?over|narration|short|video|reel|skript|drehbuch|gui[oó]n|texte|roteiro|copione|senaryo)\p{L}{0,3}`
// What chat programs write above a script and below it. Each is a line that says it is about one.
const above = new RegExp(
  String.raw`^(?:¡?(?:sure|certainly|absolutely|of course|great|klar|gerne|natürlich|claro|por supuesto|bien sûr|certo|tabii)\b[^\n:]{0,60}[!.,—–-]\s*)?(?:here(?:['’]s| is| are)|below (?:is|are)|hier (?:ist|kommt)|aquí (?:tienes|está)|voici|aqui está|ecco|işte)(?!\p{L})(?! (?:my|our|his|her|mein|mi|mon|ma)\b)[^\n]{0,160}${script}(?!\p{L})[^\n]{0,80}:\**\s*$`,
  'iu',
)
const below =
  /^(?:let me know if|would you like|want me to|do you want me to|if you(?:['’]d| would) like|feel free to|i can also|möchtest du|sag (?:mir )?bescheid|soll ich|¿(?:quieres|te gustaría)|souhaite[sz]-(?:tu|vous)|voulez-vous|veux-tu)(?!\p{L})[^\n]{0,200}(?:scripts?|skript|drehbuch|gui[oó]n|roteiro|versions?|versión|voice-?overs?|drafts?|tone|adjust|tweak|shorter|longer|changes|captions?|thumbnail|hashtags?|visuals|anpassen|kürzer|länger|ändern|ajust\p{L}+|cambi\p{L}+|adapt\p{L}+)(?!\p{L})[^\n]{0,200}[.!?…😊🎬✨]*\s*$/iu

/** Takes out what a chat program says to the one who asked it for a script: the line above it and the one below. */
export function takeReply(piece: Piece): void {
  const lines = piece.text.split('\n')
  const filled = lines.flatMap((line, at) => (/\p{L}/u.test(line) ? [at] : []))
  if (filled.length < 2) return
  const [first, last] = [filled[0]!, filled.at(-1)!]
  const taken = [
    ...(above.test(visible(lines[first]!)) ? [first] : []),
    ...(below.test(visible(lines[last]!)) ? [last] : []),
  ]
  for (const line of taken) {
    const at = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0)
    piece.told.push({
      kind: 'direction',
      at,
      text: piece.source
        .slice(at, at + lines[line]!.length)
        .trim()
        .slice(0, 80),
    })
    lines[line] = blanks(lines[line]!)
  }
  if (taken.length > 0) piece.text = lines.join('\n')
}

const visible = (line: string) =>
  line.length > 600 ? '' : line.replace(/[\uFDD0-\uFDEF]+/g, '').replace(/^[\s>#*_]+|[\s*_]+$/g, '')
