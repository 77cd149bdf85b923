import type { Capitals } from '../grammar/language.ts'
import { wordSet } from '../grammar/wordSet.ts'

/** Short words that are written in capitals for emphasis; two and three letters are spelled otherwise. */
const shortWords = `
  ok ah am an as at aw ax be by do eh er ex go ha he hi if in is it me my no of oh on or ow ox so to um up us we ye yo
  act ad add age ago aid aim air ale all and ant any ape apt arc are ark arm art ash ask ate awe axe aye bad bag ban bar
  bat bay bed bee beg bet bib bid big bin bit boo bow box boy bra bro bud bug bum bun bus but buy bye cab can cap car
  cat caw cop cot cow coy cry cub cue cup cut dad dam day deaf den dew did die dig dim din dip doe dog don dot dry due
  dug dye ear eat ebb eel egg ego elf elk elm end era eve ewe eye fad fan far fat fax fed fee few fib fig fin fir fit
  fix flu fly foe fog for fox fry fun fur gag gap gas gay gel gem get gig gin god got gum gun gut guy gym had ham has
  hat hay hem hen her hey hid him hip his hit hog hop hot how hub hue hug huh hum hut ice icy ill imp ink inn ion its
  ivy jab jam jar jaw jay jet jig job jog joy jug key kid kin kit lab lad lag lap law lay leg let lid lie lip lit log
  lot low mad man map mat max may men met mid mix mob mom mop mud mug mum nah nap net new nil nod nor not now nun nut
  oak oar oat odd off oil old one opt orb ore our out owe owl own pad pal pan par pat paw pay pea peg pen pep per pet
  pie pig pin pit ply pod pop pot pow pro pub pug pun pup put rag ran rap rat raw ray red rib rid rig rim rip rob rod
  rot row rub rug rum run rut rye sad sat saw say sea see set sew sex she shy sin sip sir sit six ski sky sly sob son
  soy spa spy sub sue sum sun tab tag tan tap tar tax tea ten the tie tin tip toe ton too top tow toy try tub tug two
  use van vet vow wag wan war was wax way web wed wee wet who why wig win wit wok won woo wow yak yam yay yeah yep yes
  yet you yum zap zip zoo
`

/** Short for something, but read as words. */
const acronyms = `
  nasa nato unesco unicef opec aids covid ram rom laser sim gif jpeg zip pin radar sonar scuba fifa uefa nascar
  ikea lego asap yolo wasp swat cobol fomo opa oled ufo ebitda java imax asus acer sega nike saas paas pisa gan lan wan
  bios moma soho nato interpol rip spac nafta mercosur nvidia xbox cern esa dos asic sars mers pac
`

/** Read letter by letter, though some could be words. */
const initials = `
  ai ar vr xr ui ux id iq eq uk eu un uae usa usb url api sdk cia fbi nsa irs ceo cfo cto coo cmo cio vip diy faq
  fyi omg btw tba tbd eta aka hiv dna rna mri icu atm gps gpt sms sos led lcd hd hdr uhd cd dvd tv pc
  hr pr qa kpi roi seo crm erp ipo etf gdp imf wto nyc dc ny nj sf mba phd bbc cnn nbc abc cbs hbo mtv espn
  nba nfl nhl mlb ufc wwe ncaa pga mma aarp aclu ieee isbn imdb ikr afk rpg fps gta pvp npc dlc ios aws gcp ibm amd hp
  lg bmw vw kfc ups usps dhl mit ucla nyu usc suv ev awd rpm bpm mph kph aqi uv ac dc pm ad bc ce bce est pst gmt
  utc etc eg ie op ed ot pt rn md dj mc mp osx ip tcp udp http https ssh ssl tls vpn dns html css php sql xml
  pdf csv ocr nlp llm agi gpu cpu tpu ssd hdd nas nft dao btc eth usd eur gbp iou rsvp llc plc ngo esg
  lgbt lgbtq ptsd adhd ocd iv ivf bmi spf ph bbq blt aaa afaik imo imho tbh idk wtf ftw
`

export const englishCapitals: Capitals = {
  words: new Set([...wordSet(shortWords), ...wordSet(acronyms)]),
  initials: wordSet(initials),
  names: new Map(
    Object.entries({
      chatgpt: 'chat g p t',
      openai: 'open a i',
      ios: 'i o s',
      ipad: 'i pad',
      ipados: 'i pad o s',
      macos: 'mac o s',
      iphone: 'i phone',
      ebay: 'e bay',
      ecommerce: 'e commerce',
      github: 'git hub',
      wifi: 'wi fi',
    }),
  ),
}
