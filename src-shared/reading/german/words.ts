import type { Capitals, Near } from '../grammar/language.ts'
import { wordSet } from '../grammar/wordSet.ts'

type Reader = (near: Near) => string | undefined

const beforeFigure =
  (words: string): Reader =>
  ({ after }) =>
    /^ ?\d/.test(after) ? words : undefined
const beforeName =
  (words: string): Reader =>
  ({ after }) =>
    /^ ?["'(]?\p{Lu}/u.test(after) ? words : undefined

/** Written apart or together: `z. B.`, `z.B.`. */
const apart = (entries: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(entries).flatMap(([key, words]): [string, string][] => [
    [key, words],
    [key.replace(/\.(?=.)/g, '. '), words],
  ])

/** Words of German abbreviations, by their lower-case spelling. */
export const germanAbbreviations: ReadonlyMap<string, string | Reader> = new Map<string, string | Reader>([
  ...apart({
    'z.b.': 'zum beispiel',
    'd.h.': 'das heißt',
    'u.a.': 'unter anderem',
    'u.u.': 'unter umständen',
    'o.ä.': 'oder ähnliches',
    'z.t.': 'zum teil',
    'i.d.r.': 'in der regel',
    'u.v.m.': 'und vieles mehr',
    'v.chr.': 'vor christus',
    'n.chr.': 'nach christus',
    's.o.': 'siehe oben',
    's.u.': 'siehe unten',
    'm.e.': 'meines erachtens',
    'v.a.': 'vor allem',
    'e.v.': 'e v',
  }),
  ...Object.entries({
    'usw.': 'und so weiter',
    'bzw.': 'beziehungsweise',
    'ca.': 'circa',
    'dr.': 'doktor',
    'prof.': 'professor',
    'dipl.': 'diplom',
    'ing.': 'ingenieur',
    'hr.': 'herr',
    'hrn.': 'herrn',
    'fr.': beforeName('frau'),
    'mr.': 'mister',
    'mrs.': 'misses',
    'ms.': 'miss',
    'st.': beforeName('sankt'),
    'str.': 'straße',
    'nr.': 'nummer',
    'bspw.': 'beispielsweise',
    'evtl.': 'eventuell',
    'ggf.': 'gegebenenfalls',
    'inkl.': 'inklusive',
    'exkl.': 'exklusive',
    'zzgl.': 'zuzüglich',
    'vgl.': 'vergleiche',
    'etc.': 'et cetera',
    'sog.': 'so genannte',
    'max.': 'maximal',
    'mind.': 'mindestens',
    'durchschn.': 'durchschnittlich',
    'tel.': 'telefon',
    'abs.': beforeFigure('absatz'),
    'art.': beforeFigure('artikel'),
    'abb.': beforeFigure('abbildung'),
    'kap.': beforeFigure('kapitel'),
    'bd.': beforeFigure('band'),
    's.': beforeFigure('seite'),
    'aufl.': 'auflage',
    'hrsg.': 'herausgeber',
    'jh.': 'jahrhundert',
    'jhd.': 'jahrhundert',
    'geb.': 'geboren',
    'gest.': 'gestorben',
    'vs.': 'versus',
    vs: 'versus',
    'mio.': 'millionen',
    'mrd.': 'milliarden',
    'jan.': 'januar',
    'feb.': 'februar',
    'apr.': 'april',
    'aug.': 'august',
    'sep.': 'september',
    'sept.': 'september',
    'okt.': 'oktober',
    'nov.': 'november',
    'dez.': 'dezember',
    '§': 'paragraf',
  }),
])

export const germanCapitals: Capitals = {
  words:
    wordSet(`ja nein ne na so da du er es ich sie wir ihr wer was wie wo man nur nie neu alt gut und der die das den dem des ein
    am an ab im in zu um auf aus bei bis mit von vor zum zur als ob oh ach aha hey hallo tag weg rot blau gar sei ist
    war hat tun kam gib geh los ruf top ihn ihm uns euch mir dir mal hin her nun tat ort art uhr gut mut rat hof
    nato nasa uno uefa fifa unesco unicef aids din tüv wlan pin ikea lego lidl aldi rewe edeka asap pisa kita saas isis`),
  initials:
    wordSet(`ki eu usa uk un ard zdf wdr ndr rtl ag kg pc tv lkw pkw bmw vw ddr brd spd cdu csu fdp bka bnd bgh dsgvo
    faq url api cd dvd usb cpu gpu pdf html css sms gps ceo cfo dna ekg mrt ct iq id it ip wm em db adac dfb dhl dlf
    vip diy fbi cia bbc cnn gmbh`),
  names: new Map(
    Object.entries({
      gmbh: 'g m b h',
      afd: 'a f d',
      chatgpt: 'chat g p t',
      iphone: 'i phone',
      ios: 'i o s',
      macos: 'mac o s',
    }),
  ),
}
