const set = (words: string) => new Set(words.split('|'))

// What chat programs and screenplays write before or between spoken words. `plain` words are known however they are
// written; `marked` ones are usual words too, and count only in capitals, bold, as a heading, in brackets or with a time.

/** Before words that are spoken: who speaks, and which part of the script it is. */
export const speakers = {
  plain: set(
    'narrator|narration|host|co-host|cohost|vo|v.o.|v.o|v/o|voiceover|voice-over|voice over|speaker|presenter|announcer|' +
      'interviewer|interviewee|on-camera|on camera|talking head|cta|call to action|hook|cold open|spoken words|' +
      'sprecher|sprecherin|sprechertext|sprechtext|erzähler|erzählerin|moderator|moderatorin|off-stimme|off-text|off-sprecher|off-sprecherin|' +
      'narrador|narradora|narración|locutor|locutora|locución|presentador|presentadora|voz en off|llamada a la acción|llamado a la acción|' +
      "narrateur|narratrice|voix off|voix-off|présentateur|présentatrice|appel à l’action|appel à l'action|" +
      "narratore|narratrice|voce fuori campo|voce narrante|invito all’azione|invito all'azione|" +
      'voz off|narração|locução|apresentador|apresentadora|chamada para ação|verteller|presentatrice|lektor|' +
      'anlatıcı|seslendiren|seslendirme|dış ses|sunucu|harekete geçirici mesaj|диктор|рассказчик|ведущий|голос за кадром|закадровый голос|' +
      'الراوي|المعلق|المقدم|المذيع|التعليق الصوتي|वक्ता|कथावाचक|सूत्रधार|वाचक|' +
      'ナレーター|ナレーション|語り手|司会|话外音|画外音|旁白|解说|主持人|配音|口播|내레이션|나레이션|내레이터|나레이터|진행자|해설',
  ),
  marked: set(
    'intro|introduction|outro|opening|closing|body|main|main content|main body|script|full script|dialogue|dialog|spoken|audio|conclusion|man|woman|guest|caller|anchor|reporter|' +
      'problem|solution|teaser|punchline|recap|transition|value|payoff|setup|end|ending|opening hook|the hook|moderator|off|einleitung|einstieg|hauptteil|schluss|fazit|' +
      'introducción|gancho|cierre|desarrollo|conclusión|accroche|chute|expert|interview|introdução|desenvolvimento|fechamento|gancio|conclusione|chiusura|' +
      'giriş|kanca|kapanış|المقدمة|الخاتمة',
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
      'on-screen text|on screen text|onscreen text|text on screen|text on-screen|screen text|text overlay|on-screen|onscreen|on screen|on-screen graphic|on-screen graphics|' +
      'stage direction|stage directions|camera|camera angle|camera movement|background music|bgm|music cue|cut to|fade to|opening shot|closing shot|final shot|' +
      'scene description|shot list|image prompt|video description|thumbnail|thumbnail text|hashtags|editing notes|' +
      "editor's note|editor’s note|director's note|director’s note|" +
      'bildtext|text im bild|bildbeschreibung|einblendung|bauchbinde|hintergrundmusik|texteinblendung|toneffekt|soundeffekt|' +
      'texto en pantalla|música de fondo|efecto de sonido|efectos de sonido|' +
      "texte à l’écran|texte à l'écran|musique de fond|effet sonore|effets sonores|" +
      'texto na tela|efeito sonoro|efeitos sonoros|trilha sonora|testo a schermo|testo sullo schermo|testo in sovrimpressione|effetto sonoro|musica di sottofondo|' +
      'görsel|görseller|ekran yazısı|ekrandaki yazı|ses efekti|fon müziği|текст на экране|видеоряд|' +
      'نص على الشاشة|مؤثر صوتي|موسيقى خلفية|स्क्रीन पर टेक्स्ट|पृष्ठभूमि संगीत|ध्वनि प्रभाव|' +
      'テロップ|効果音|背景音楽|画面文字|音效|背景音乐|配乐|자막|효과음|배경음악',
  ),
  marked: set(
    'music|sound|video|image|images|picture|footage|graphic|graphics|animation|text|caption|captions|subtitle|action|' +
      'setting|location|scene|szene|escena|scène|scena|cena|title|video title|video script|short script|shorts script|youtube short script|youtube shorts script|youtube script|tiktok script|reel script|duration|length|runtime|tone|style|format|platform|target audience|audience|mood|overlay|effects|' +
      'fx|keywords|description|tags|note|notes|lower third|super|insert|shot|clip|transition effect|' +
      'bild|bilder|musik|geräusch|ton|schnitt|untertitel|titel|toma|música|imagen|título|visuel|visuels|musique|image|son|titre|' +
      'imagem|immagine|musica|titolo|müzik|başlık|музыка|изображение|موسيقى|الصورة|العنوان|संगीत|शीर्षक|' +
      '映像|画面|字幕|音楽|タイトル|镜头|音乐|标题|화면|음악|제목',
  ),
}

/** With a number behind them: parts of a script that are not read out. */
export const numbered = {
  scenes: set(
    'scene|shot|frame|szene|escena|scène|scena|cena|toma|sahne|сцена|المشهد|مشهد|दृश्य|シーン|カット|场景|場景|镜头|장면',
  ),
  plain: set('speaker|host|narrator|sprecher|voice|person'),
  marked: set(
    'part|section|segment|clip|slide|beat|act|point|tip|hook|step|teil|kapitel|parte|guest|caller|man|woman|b-roll|broll|visual',
  ),
}

const cue =
  /\b(?:sfx|vfx|b-?roll|bgm|music|sound(?:s|track)?|audio|camera|cut(?:s|ting)? (?:to|back|away|in)|smash cut|jump cut|match cut|fade[sd]?|fading|dissolves?|zoom(?:s|ing)?|pan(?:s|ning)? (?:to|left|right|across|up|down|over|out|in)|tilts?|close-?up|wide shot|medium shot|establishing shot|tracking shot|drone shot|aerial|transitions?|swipe|on-?screen|text (?:appears|overlay|on)|overlay|lower third|voice-?over|v\.?o\.?|narrator|host|applause|laugh(?:s|ter|ing)?|giggl(?:es?|ing)|sigh(?:s|ing)?|chuckl(?:es?|ing)|whoosh|swoosh|ding|bell rings?|door (?:slams|opens|closes)|intro|outro|scene|shot|footage|clip|montage|graphics?|animation|image|screenshot|logo|smil(?:es|ing)|nods?|shrugs?|gestur(?:es?|ing)|points? (?:to|at|up|down)|looks? (?:at|into|up|down)|holds? up|leans? in|shows?|insert|jingle|drum ?roll|crowd|cheer(?:s|ing|ful)?|gasps?|whisper(?:s|ing)?|shout(?:s|ing)?|clears? (?:his |her |their |the )?throat|inhales?|exhales?|claps?|inaudible|unintelligible|crosstalk|excited(?:ly)?|sarcastic(?:ally)?|curious(?:ly)?|mischievous(?:ly)?|crying|sobb?(?:s|ing)|sings?|singing|gulps?|coughs?|groans?|yawns?|accent|angry|angrily|nervous(?:ly)?|dramatic(?:ally)?|serious(?:ly)?|calm(?:ly)?|thoughtful(?:ly)?|surprised|confident(?:ly)?|softly|loudly|upbeat|musik|geräusch|applaus|lacht|lachen|seufzt|flüstert|música|risas|aplausos|musique|rires|applaudissements|instrumental|chorus|verse \d)\b/iu

const sounds =
  /^(?:(?:[\p{L}-]+,?\s+){0,4}(?:music|musik|música|musique|musica|müzik|музыка|موسيقى|संगीत|音楽|音乐|음악|jingle|soundtrack|beat|bgm)(?:\s+(?:wird|läuft|setzt|blendet|suave|comienza|monte|yükselir|başlar|fades?|plays?|playing|swells?|starts?|stops?|begins?|ends?|continues?|builds?|intensifies|cue|cuts?|drops?|in|out|up|under|softly|quietly|loudly|slowly|down|spielt|sube|baja)\b[\p{L}\s,-]{0,30})?|(?:soft |loud |upbeat |dramatic |crowd |audience |polite |canned )*(?:applause|laughter|cheering|cheers|crowd cheers|whoosh|swoosh|ding|record scratch|drum ?roll|door slams|phone rings|bell rings|applaus|gelächter|aplausos|risas|applaudissements|rires|applausi|risate|alkış|gülüşmeler|аплодисменты|смех|تصفيق|ضحك|तालियाँ|हँसी|拍手|笑|笑い|掌声|笑声|박수|웃음))$/iu
const manners =
  /^(?:(?:\p{L}+ly|leise|laut)\s+)?(?:laughs?|laughing|giggles?|giggling|sighs?|sighing|chuckles?|chuckling|whispers?|whispering|gasps?|gasping|smiles?|smiling|grins?|grinning|nods?|nodding|shrugs?|winks?|winking|clears? (?:his |her |their |the )?throat|crying|cries|sobs?|sobbing|shouts?|shouting|yells?|yelling|excited|excitedly|enthusiastic|enthusiastically|sarcastic|sarcastically|dramatic|dramatically|cheerful|cheerfully|serious|seriously|softly|loudly|quietly|calmly|confidently|inhales?|exhales?|deep breath|takes a (?:deep )?breath|points? (?:up|down|at camera|to camera)|looks? (?:at|into) (?:the )?camera|inaudible|crosstalk|lacht|seufzt|flüstert|lächelt|sings?|singing|hums?|humming|gulps?|gulping|coughs?|coughing|groans?|yawns?|sniffs?|sniffles?|snorts?|pauses|risas|ríe|suspira|rit|soupire)(?:\s+(?:softly|loudly|nervously|quietly|again|warmly|slightly))?$/iu
const offScreen =
  /^(?:v\.?\s?o\.?|o\.?\s?s\.?|o\.?\s?c\.?|off[- ]?screen|off[- ]?camera|cont['’]?d\.?|continued|voice-?over|on[- ]camera|to (?:the )?camera)$/i
const shots =
  /^(?:camera|b-?roll|sfx|vfx|cuts? (?:to|back|away)|smash cut|jump cut|fades? (?:in|out|to|from)|zooms? (?:in|out|on|to)|slow zoom|quick zoom|pans? (?:to|left|right|across|up|down|over)|close-?up|wide shot|medium shot|establishing shot|tracking shot|drone shot|over-the-shoulder|transition|shows? (?:text|screen|graphic|image|clip|footage)|on-?screen|text (?:on screen|on-screen|appears|overlay|reads)|quick cuts|montage|screen recording|split screen|end screen|title card|lower third|stock footage)\b/i

/** Whether words in round brackets or stars are about what is seen or heard, or how something is said. */
export const isStaged = (words: string): boolean =>
  sounds.test(words) || manners.test(words) || offScreen.test(words) || (shots.test(words) && countWords(words) <= 12)

/** The same of words in square brackets, which nobody speaks as often. */
export const isCue = (words: string): boolean => isStaged(words) || (cue.test(words) && countWords(words) <= 12)

const countWords = (words: string) => words.split(/\s+/).length
