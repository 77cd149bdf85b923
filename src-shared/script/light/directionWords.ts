const set = (words: string) => new Set(words.split('|'))

// What chat programs and screenplays write before or between spoken words. `plain` words are known however they are
// written; `marked` ones are usual words too, and count only in capitals, bold, as a heading, in brackets or with a time.

/** Before words that are spoken: who speaks, and which part of the script it is. */
export const speakers = {
  plain: set(
    'narrator|narration|host|co-host|cohost|vo|v.o.|v.o|v/o|voiceover|voice-over|voice over|speaker|presenter|announcer|' +
      'interviewer|interviewee|on-camera|on camera|talking head|cta|call to action|hook|cold open|spoken words|' +
      'sprecher|sprecherin|erzähler|erzählerin|moderator|moderatorin|off-stimme|' +
      'narrador|narradora|locutor|locutora|presentador|presentadora|voz en off|' +
      'narrateur|narratrice|voix off|voix-off|présentateur|présentatrice|narratore|narratrice|voce fuori campo|voz off',
  ),
  marked: set(
    'intro|introduction|outro|opening|closing|body|main|main content|main body|script|full script|dialogue|dialog|spoken|audio|conclusion|man|woman|guest|caller|anchor|reporter|' +
      'problem|solution|teaser|punchline|recap|transition|value|payoff|setup|end|ending|opening hook|the hook|moderator|off|einleitung|hauptteil|schluss|' +
      'introducción|gancho|cierre|desarrollo|accroche|chute|expert|interview',
  ),
}

/** Alone on a line: names of the parts of a script. */
export const sections = set(
  'hook|the hook|opening hook|intro|outro|cta|call to action|body|main content|main body|cold open|teaser|opening|closing|' +
    'voiceover|voice-over|voice over|script|full script|narration|narrator|host|gancho|cierre|accroche',
)

/** Before words that are not spoken: what is seen or heard. */
export const directions = {
  plain: set(
    'visual|visuals|suggested visuals|visual cue|visual cues|b-roll|broll|b roll|sfx|sound effect|sound effects|' +
      'on-screen text|on screen text|onscreen text|text on screen|text on-screen|screen text|text overlay|on-screen|onscreen|on-screen graphic|on-screen graphics|' +
      'stage direction|stage directions|camera|camera angle|camera movement|background music|bgm|music cue|cut to|fade to|' +
      'scene description|shot list|image prompt|video description|thumbnail|thumbnail text|hashtags|editing notes|' +
      "editor's note|editor’s note|director's note|director’s note|" +
      'bildtext|einblendung|bauchbinde|hintergrundmusik|texteinblendung|texto en pantalla|música de fondo|' +
      "texte à l’écran|texte à l'écran|musique de fond",
  ),
  marked: set(
    'music|sound|video|image|images|picture|footage|graphic|graphics|animation|text|caption|captions|subtitle|action|' +
      'setting|location|title|video title|duration|length|runtime|tone|style|format|platform|target audience|audience|mood|overlay|effects|' +
      'fx|keywords|description|tags|note|notes|lower third|super|insert|shot|clip|transition effect|' +
      'bild|bilder|musik|geräusch|ton|schnitt|toma|música|imagen|visuel|musique|image|son',
  ),
}

/** With a number behind them: parts of a script that are not read out. */
export const numbered = {
  plain: set('scene|shot|speaker|host|narrator|frame|szene|escena|scène|scena|cena|toma|sprecher|voice|person'),
  marked: set(
    'part|section|segment|clip|slide|beat|act|point|tip|hook|step|teil|kapitel|parte|guest|caller|man|woman|b-roll|broll|visual',
  ),
}

const cue =
  /\b(?:sfx|vfx|b-?roll|bgm|music|sound(?:s|track)?|audio|camera|cut(?:s|ting)? (?:to|back|away|in)|smash cut|jump cut|match cut|fade[sd]?|fading|dissolves?|zoom(?:s|ing)?|pan(?:s|ning)? (?:to|left|right|across|up|down|over|out|in)|tilts?|close-?up|wide shot|medium shot|establishing shot|tracking shot|drone shot|aerial|transitions?|swipe|on-?screen|text (?:appears|overlay|on)|overlay|lower third|voice-?over|v\.?o\.?|narrator|host|applause|laugh(?:s|ter|ing)?|giggl(?:es?|ing)|sigh(?:s|ing)?|chuckl(?:es?|ing)|whoosh|swoosh|ding|bell rings?|door (?:slams|opens|closes)|intro|outro|scene|shot|footage|clip|montage|graphics?|animation|image|screenshot|logo|smil(?:es|ing)|nods?|shrugs?|gestur(?:es?|ing)|points? (?:to|at|up|down)|looks? (?:at|into|up|down)|holds? up|leans? in|shows?|insert|jingle|drum ?roll|crowd|cheer(?:s|ing|ful)?|gasps?|whisper(?:s|ing)?|shout(?:s|ing)?|clears? (?:his |her |their |the )?throat|inhales?|exhales?|claps?|inaudible|unintelligible|crosstalk|excited(?:ly)?|sarcastic(?:ally)?|curious(?:ly)?|mischievous(?:ly)?|crying|sobb?(?:s|ing)|angry|angrily|nervous(?:ly)?|dramatic(?:ally)?|serious(?:ly)?|calm(?:ly)?|thoughtful(?:ly)?|surprised|confident(?:ly)?|softly|loudly|upbeat|musik|geräusch|applaus|lacht|lachen|seufzt|flüstert|música|risas|aplausos|musique|rires|applaudissements|instrumental|chorus|verse \d)\b/iu

const sounds =
  /^(?:(?:[\p{L}-]+,?\s+){0,4}(?:music|musik|música|musique|jingle|soundtrack|beat|bgm)(?:\s+(?:fades?|plays?|playing|swells?|starts?|stops?|begins?|ends?|continues?|builds?|intensifies|cue|cuts?|drops?|in|out|up|under|softly|quietly|loudly|slowly|down|spielt|sube|baja)\b[\p{L}\s,-]{0,30})?|(?:soft |loud |upbeat |dramatic |crowd |audience |polite |canned )*(?:applause|laughter|cheering|cheers|crowd cheers|whoosh|swoosh|ding|record scratch|drum ?roll|door slams|phone rings|bell rings|applaus|aplausos|risas|applaudissements|rires))$/iu
const manners =
  /^(?:(?:\p{L}+ly|leise|laut)\s+)?(?:laughs?|laughing|giggles?|giggling|sighs?|sighing|chuckles?|chuckling|whispers?|whispering|gasps?|gasping|smiles?|smiling|grins?|grinning|nods?|nodding|shrugs?|winks?|winking|clears? (?:his |her |their |the )?throat|crying|cries|sobs?|sobbing|shouts?|shouting|yells?|yelling|excited|excitedly|enthusiastic|enthusiastically|sarcastic|sarcastically|dramatic|dramatically|cheerful|cheerfully|serious|seriously|softly|loudly|quietly|calmly|confidently|inhales?|exhales?|deep breath|takes a (?:deep )?breath|points? (?:up|down|at camera|to camera)|looks? (?:at|into) (?:the )?camera|inaudible|crosstalk|lacht|seufzt|flüstert|lächelt|risas|ríe|suspira|rit|soupire)(?:\s+(?:softly|loudly|nervously|quietly|again|warmly|slightly))?$/iu
const offScreen =
  /^(?:v\.?\s?o\.?|o\.?\s?s\.?|o\.?\s?c\.?|off[- ]?screen|off[- ]?camera|cont['’]?d\.?|continued|voice-?over|on[- ]camera|to (?:the )?camera)$/i
const shots =
  /^(?:camera|b-?roll|sfx|vfx|cuts? (?:to|back|away)|smash cut|jump cut|fades? (?:in|out|to|from)|zooms? (?:in|out|on|to)|slow zoom|quick zoom|pans? (?:to|left|right|across|up|down|over)|close-?up|wide shot|medium shot|establishing shot|tracking shot|drone shot|over-the-shoulder|transition|shows? (?:text|screen|graphic|image|clip|footage)|on-?screen|text (?:on screen|on-screen|appears|overlay|reads)|quick cuts|montage|screen recording|split screen|lower third|stock footage)\b/i

/** Whether words in round brackets or stars are about what is seen or heard, or how something is said. */
export const isStaged = (words: string): boolean =>
  sounds.test(words) || manners.test(words) || offScreen.test(words) || (shots.test(words) && countWords(words) <= 12)

/** The same of words in square brackets, which nobody speaks as often. */
export const isCue = (words: string): boolean => isStaged(words) || (cue.test(words) && countWords(words) <= 12)

const countWords = (words: string) => words.split(/\s+/).length
