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
    /^ ?["'(]?\p{L}/u.test(after) ? words : undefined
const era =
  (words: string): Reader =>
  ({ before }) =>
    /(?:\d|siglo \p{L}+) $/iu.test(before) ? words : undefined

/** Words of Spanish abbreviations, by their lower-case spelling. */
export const spanishAbbreviations: ReadonlyMap<string, string | Reader> = new Map<string, string | Reader>(
  Object.entries({
    'sr.': 'señor',
    'sra.': 'señora',
    'srta.': 'señorita',
    'sres.': 'señores',
    'dr.': 'doctor',
    'dra.': 'doctora',
    'd.': beforeName('don'),
    'da.': 'doña',
    'd.ª': 'doña',
    dª: 'doña',
    'prof.': 'profesor',
    'profa.': 'profesora',
    'lic.': 'licenciado',
    'ing.': 'ingeniero',
    'arq.': 'arquitecto',
    'gral.': 'general',
    'sto.': 'santo',
    'sta.': 'santa',
    'ud.': 'usted',
    'uds.': 'ustedes',
    'vd.': 'usted',
    'vds.': 'ustedes',
    'etc.': 'etcétera',
    'p.ej.': 'por ejemplo',
    'p. ej.': 'por ejemplo',
    'núm.': 'número',
    'n.º': 'número',
    nº: 'número',
    'n.°': 'número',
    'nro.': 'número',
    'no.': beforeFigure('número'),
    'aprox.': 'aproximadamente',
    'ee.uu.': 'estados unidos',
    'ee. uu.': 'estados unidos',
    'ee uu': 'estados unidos',
    'av.': 'avenida',
    'avda.': 'avenida',
    'c/': 'calle',
    'pza.': 'plaza',
    'c.º': 'camino',
    'b.': ({ before }: Near) => (/c\.º $/iu.test(before) ? 'bajo' : undefined),
    'tel.': 'teléfono',
    'ext.': beforeFigure('extensión'),
    'pág.': 'página',
    'págs.': 'páginas',
    'p.': beforeFigure('página'),
    'vol.': beforeFigure('volumen'),
    'cap.': beforeFigure('capítulo'),
    'art.': beforeFigure('artículo'),
    'fig.': beforeFigure('figura'),
    'depto.': 'departamento',
    'dpto.': 'departamento',
    'cía.': 'compañía',
    'hnos.': 'hermanos',
    'máx.': 'máximo',
    'mín.': 'mínimo',
    'vs.': 'versus',
    vs: 'versus',
    's.a.': 's a',
    'a.c.': 'antes de cristo',
    'a. c.': 'antes de cristo',
    'd.c.': 'después de cristo',
    'd. c.': 'después de cristo',
    'e.c.': 'era común',
    ec: era('era común'),
    'ene.': 'enero',
    'feb.': 'febrero',
    'abr.': 'abril',
    'ago.': 'agosto',
    'sept.': 'septiembre',
    'oct.': 'octubre',
    'nov.': 'noviembre',
    'dic.': 'diciembre',
  }),
)

export const spanishCapitals: Capitals = {
  words:
    wordSet(`a al ante así aún ay con cómo da das de del di día dos dr e el ella en era es eso esa fin fue ha he hay hoy hola
    id ir ja la las le les lo los luz mal mar mas más me mes mi mí mil muy ni no nos o oh ojo os otra paz peor pie por pues
    que qué red rey se sé sea ser si sí sin sol son su sus tal tan te ten ti tu tú un una uno uy va van ve ver vez vi vio
    vos voz y ya yo usar nasa otan onu unesco unicef uefa fifa ovni sida pin sim led ikea lego pyme isis dana inem`),
  initials:
    wordSet(`ue uu usa eu ia pp psoe rtve tve bbc cnn fbi cia ceo url api cd dvd tv pc usb cpu gpu pdf html css sms gps adn
    arn dni nif cif iva irpf ong rae aeat ocu mba tdah itv ave sl sa wc rrhh ok ip`),
  names: new Map(Object.entries({ chatgpt: 'chat g p t', iphone: 'i phone', ios: 'i o s', macos: 'mac o s' })),
}
