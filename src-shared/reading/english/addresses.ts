import type { GrammarTools, Rule } from '../grammar/language.ts'
import { alternation, sayDigits } from '../grammar/numerals.ts'
import { begin, end, rule } from '../grammar/rule.ts'
import { paired } from './numbers.ts'

const streets = new Map(
  Object.entries({
    st: 'street',
    ave: 'avenue',
    av: 'avenue',
    rd: 'road',
    blvd: 'boulevard',
    dr: 'drive',
    ln: 'lane',
    ct: 'court',
    pl: 'place',
    sq: 'square',
    hwy: 'highway',
    pkwy: 'parkway',
    expy: 'expressway',
    expwy: 'expressway',
    ter: 'terrace',
    cir: 'circle',
  }),
)
const wholeStreets =
  'street|avenue|road|boulevard|drive|lane|court|place|square|highway|parkway|expressway|terrace|way|row|mews|close'
const directions = new Map(
  Object.entries({
    N: 'north',
    S: 'south',
    E: 'east',
    W: 'west',
    NE: 'northeast',
    NW: 'northwest',
    SE: 'southeast',
    SW: 'southwest',
  }),
)
const states = new Map(
  (
    'AL alabama,AK alaska,AZ arizona,AR arkansas,CA california,CO colorado,CT connecticut,DE delaware,DC d c,FL florida,' +
    'GA georgia,HI hawaii,ID idaho,IL illinois,IN indiana,IA iowa,KS kansas,KY kentucky,LA louisiana,ME maine,MD maryland,' +
    'MA massachusetts,MI michigan,MN minnesota,MS mississippi,MO missouri,MT montana,NE nebraska,NV nevada,' +
    'NH new hampshire,NJ new jersey,NM new mexico,NY new york,NC north carolina,ND north dakota,OH ohio,OK oklahoma,' +
    'OR oregon,PA pennsylvania,RI rhode island,SC south carolina,SD south dakota,TN tennessee,TX texas,UT utah,' +
    'VT vermont,VA virginia,WA washington,WV west virginia,WI wisconsin,WY wyoming'
  )
    .split(',')
    .map((entry) => [entry.slice(0, 2), entry.slice(3)] as const),
)

/** House numbers before a street, kinds of streets, points of the compass, states behind a town, and their ZIP codes. */
export function addressRules({ language }: GrammarTools): Rule[] {
  const written = [...streets.keys()].flatMap((kind) => [kind, titled(kind), kind.toUpperCase()])
  const kinds = alternation([...written, ...wholeStreets.split('|').map(titled)])
  const name = "(?: (?:[\\p{Lu}][\\p{L}'.]*|\\d+(?:st|nd|rd|th)))"
  const street = `(?=${name}{1,4}? (?:${kinds})${end})`
  const state = alternation([...states.keys()])
  const digits = (written: string): string => sayDigits(language.numbers.digits, written)
  const house = "(?<=\\d[a-z]?(?: [\\p{Lu}\\d][\\p{L}\\d'.]*){1,4} )"
  return [
    rule('address', `${begin}(?<number>\\d{1,5})${street}`, (part) =>
      part.number!.length > 4 ? digits(part.number!) : paired(Number(part.number)),
    ),
    rule('address', `${house}(?<kind>${alternation(written)})${end}\\.?`, (part) =>
      streets.get(part.kind!.toLowerCase()),
    ),
    rule('address', `(?<=\\d )(?<direction>${alternation([...directions.keys()])})${end}\\.?(?=${name})`, (part) =>
      directions.get(part.direction!),
    ),
    rule('address', `(?<=\\p{Lu}[\\p{L}.]*, )(?<state>${state})(?= \\d{5}${end}|$|[.,;!?])`, (part) =>
      states.get(part.state!),
    ),
    rule('address', `(?<=${begin}(?:${state}) )(?<zip>\\d{5}(?:-\\d{4})?)${end}`, (part) => digits(part.zip!)),
  ]
}

const titled = (word: string): string => word[0]!.toUpperCase() + word.slice(1)
