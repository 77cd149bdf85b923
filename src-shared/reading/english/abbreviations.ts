import type { Near } from '../grammar/language.ts'

type Reader = (near: Near) => string | undefined

const beforeName =
  (words: string): Reader =>
  ({ after }) =>
    /^ ?["'(]?\p{Lu}/u.test(after) ? words : undefined
/** With its full stop it may stand before a name in small letters. */
const title =
  (words: string): Reader =>
  ({ after }) =>
    /^ \p{L}/u.test(after) ? words : undefined
const beforeFigure =
  (words: string): Reader =>
  ({ after }) =>
    /^ ?\d/.test(after) ? words : undefined
const afterName =
  (words: string): Reader =>
  ({ before }) =>
    /\p{Lu}[\p{L}'.]* $/u.test(before) ? words : undefined
const atName =
  (before: string, behind: string): Reader =>
  (near) =>
    beforeName(before)(near) ?? afterName(behind)(near)

/** With and without their full stop. */
const both = (entries: Readonly<Record<string, string | Reader>>): [string, string | Reader][] =>
  Object.entries(entries).flatMap(([key, words]): [string, string | Reader][] => [
    [`${key}.`, words],
    [key, words],
  ])
const dotted = (entries: Readonly<Record<string, string | Reader>>): [string, string | Reader][] =>
  Object.entries(entries).map(([key, words]) => [`${key}.`, words])

/** Words of English abbreviations, by their lower-case spelling. */
export const englishAbbreviations: ReadonlyMap<string, string | Reader> = new Map<string, string | Reader>([
  ...both({
    mr: 'mister',
    mrs: 'misses',
    ms: beforeName('miz'),
    dr: atName('doctor', 'drive'),
    prof: beforeName('professor'),
    vs: 'versus',
    jr: afterName('junior'),
    etc: 'et cetera',
    approx: 'approximately',
    st: atName('saint', 'street'),
    mt: beforeName('mount'),
    sgt: 'sergeant',
    blvd: 'boulevard',
    dept: 'department',
    govt: 'government',
    messrs: 'messers',
    feat: 'featuring',
    'e.g': 'for example',
    'i.e': 'that is',
    'ph.d': 'p h d',
  }),
  ...dotted({
    dr: (near) => beforeName('doctor')(near) ?? afterName('drive')(near) ?? title('doctor')(near),
    prof: title('professor'),
    ms: title('miz'),
    mt: title('mount'),
    sr: afterName('senior'),
    lt: title('lieutenant'),
    gov: title('governor'),
    sen: title('senator'),
    rep: title('representative'),
    gen: title('general'),
    col: title('colonel'),
    capt: title('captain'),
    cpt: title('captain'),
    cpl: 'corporal',
    cmdr: 'commander',
    maj: title('major'),
    adm: title('admiral'),
    rev: title('reverend'),
    hon: title('honorable'),
    pres: title('president'),
    supt: 'superintendent',
    fr: title('father'),
    ft: title('fort'),
    pvt: title('private'),
    esq: 'esquire',
    inc: 'incorporated',
    ltd: 'limited',
    corp: 'corporation',
    co: 'company',
    bros: 'brothers',
    univ: 'university',
    assn: 'association',
    assoc: 'associates',
    intl: 'international',
    natl: 'national',
    ave: 'avenue',
    rd: afterName('road'),
    ln: afterName('lane'),
    pkwy: 'parkway',
    hwy: 'highway',
    sq: afterName('square'),
    no: beforeFigure('number'),
    nos: beforeFigure('numbers'),
    vol: beforeFigure('volume'),
    fig: beforeFigure('figure'),
    figs: beforeFigure('figures'),
    ch: beforeFigure('chapter'),
    sec: beforeFigure('section'),
    p: beforeFigure('page'),
    pp: beforeFigure('pages'),
    ed: beforeFigure('edition'),
    apt: beforeFigure('apartment'),
    ext: beforeFigure('extension'),
    tel: beforeFigure('telephone'),
    ca: beforeFigure('circa'),
    c: beforeFigure('circa'),
    est: beforeFigure('established'),
    min: 'minutes',
    max: 'maximum',
    avg: 'average',
    temp: beforeFigure('temperature'),
    incl: 'including',
    excl: 'excluding',
    misc: 'miscellaneous',
    abbr: 'abbreviated',
    al: ({ before }) => (/\bet $/i.test(before) ? 'al' : undefined),
    jan: 'january',
    feb: 'february',
    mar: 'march',
    apr: 'april',
    jun: 'june',
    jul: 'july',
    aug: 'august',
    sep: 'september',
    sept: 'september',
    oct: 'october',
    nov: 'november',
    dec: 'december',
    mon: 'monday',
    tue: 'tuesday',
    tues: 'tuesday',
    wed: ({ after }) => (/^,/.test(after) ? 'wednesday' : undefined),
    thu: 'thursday',
    thur: 'thursday',
    thurs: 'thursday',
    fri: 'friday',
  }),
  ['w/o', 'without'],
  ['w/', 'with'],
  ['b/c', 'because'],
  ['c/o', 'care of'],
  ['n/a', 'not applicable'],
  ['&c.', 'et cetera'],
  ['phd', 'p h d'],
  ['phds', "p h d's"],
])
