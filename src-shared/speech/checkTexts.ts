import { guideVoiceNames } from './engines.ts'
import { askedFormats } from './serverReport.ts'

/** Speeds that are tried: slower than the slowest that some servers know, and faster than the fastest. */
export const speeds = [0.5, 2] as const

/** Characters of the texts that are tried in one request, about: what is sent to a server of one's own, and more. */
export const lengths = [200, 400, 800, 1600] as const

/** Plain sentences of words that every voice knows, none of them twice, so that what is lost is found. */
const sentences = [
  'The market opened early this morning, and fishermen brought their boxes up from the harbour.',
  'Nobody expected rain, but a long grey cloud was already hanging over the western hills.',
  'My sister bought seven apples, half a loaf of bread, and a small jar of yellow honey.',
  'When the old clock struck nine, the teacher closed her book and looked out of the window.',
  'Two young dogs were chasing each other around the fountain in the middle of the square.',
  'A train arrived late, so the passengers walked slowly across the bridge to the hotel.',
  'Later in the day, the painter cleaned his brushes and covered the picture with a sheet.',
  'Most of the children had never seen snow before, and they could hardly believe their eyes.',
  'The farmer repaired the wooden gate, because three of his horses had escaped last night.',
  'On Friday we are going to visit the museum, where a new exhibition about ships has begun.',
  'She wrote a letter to her uncle in Canada and told him everything about the garden.',
  'In the kitchen, water was boiling, and the smell of fresh coffee filled the whole house.',
  'Our neighbour plays the piano every evening, usually quiet songs from another century.',
  'The doctor said that he should rest for a week and drink a lot of warm tea with lemon.',
  'After the concert, people stood in the street and talked about the singer and her voice.',
  'High above the valley, an eagle turned in wide circles without moving its wings.',
  'The library keeps maps of the coast that sailors drew by hand long before our time.',
  'Winter came suddenly, and by the end of November the lake was covered with thin ice.',
  'He could not find his keys, although they had been lying on the table all along.',
  'Finally the lights went out, everyone became silent, and the film was about to start.',
] as const

const plain = 'The quick brown fox jumps over the lazy dog, and then it sleeps under a tree.'
const name = 'Good morning.'

/** What is said to a server that is looked at. `lengths` are as long as `lengths` above, about. */
export const checkTexts = { plain, name, lengths: lengths.map(textOf) } as const

function textOf(characters: number): string {
  let text = ''
  for (const sentence of sentences) {
    if (text.length + sentence.length / 2 > characters) break
    text = `${text} ${sentence}`.trim()
  }
  return text
}

/** What a whole check sends at the most. */
export const checkCost = {
  requests: askedFormats.length + guideVoiceNames.length - 1 + speeds.length + lengths.length,
  characters:
    (askedFormats.length + speeds.length) * plain.length +
    (guideVoiceNames.length - 1) * name.length +
    checkTexts.lengths.reduce((sum, text) => sum + text.length, 0),
} as const
