/** Small words of many languages, lower case, by what they do to a line's end. One list for all: a script may mix them. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Articles: the last thing that may stand at a line's end. */
export const articles = words(`
  a an the
  der die das den dem des ein eine einen einem einer eines
  le la les un une des  el los las una lo  gli il uno  os um uma  het een de
  en ett et  az egy  ο η το οι τα του της των τον την
`)

/** Words that lean on the next one: prepositions, possessives, conjunctions, negations, auxiliaries. */
export const leaning = words(`
  my your his her its our their this that these those some any no every each
  of in on at to for from with by as into onto over under about after before between through during without within
  against toward towards across near since until upon per via than like
  and or but nor so if when while because although though unless whether which who whose where why how
  is are was were be been am will would can could should may might must shall do does did has have had not very too
  i i'm we we're you you're he he's she she's they they're it it's there there's let's who's what's
  kein keine im am zum zur vom beim ins und oder aber dass weil
  wenn für mit von zu aus bei nach über unter vor durch ohne gegen seit sein seine ihr ihre mein meine nicht sehr
  du au aux ce cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
  et ou mais que qui dont où dans sur sous avec sans pour par chez vers ne pas très
  unos unas del al su sus mi mis tu tus este esta estos estas y o pero con sin por para entre desde hasta muy
  dei degli delle della dello nel nella nei sul sulla per tra fra che di da è non
  uns umas do dos das na nos nas ao à em com sem sob e mas não
  van op aan met voor bij maar dat niet
  i på av för med till och att som inte af og ikke
  în din pe pentru și sau că nu  és hogy nem  ve bir  di ke dari yang dan untuk dengan pada  của và với trong cho các những là một ở
  w we z ze od po przy dla bez pod nad przed oraz lub że żeby jak nie  v ve s se k ke pro před nebo aby
  в во на с со к ко у о об от до из за по под над при про для без через между и а но или что чтобы как если когда не ни
  з зі й та але що від  σε στο στη στην στον στις στα από με για και ή να θα δεν
  في من إلى على عن مع أن إن أو ثم لا ما لم لن هذا هذه  של את על עם אל לא כי או אם גם  और या एक
  การ ความ ที่ ใน ของ และ สู่ กับ จาก เป็น โดย เพื่อ ไม่ จะ
`)

/** Words that lean on the one before: postpositions, particles, endings that are written as words of their own. */
export const clinging = words(`
  का की के को में से पर ने तक है हैं था थी थे भी ही तो
  的 了 着 过 吗 呢 吧 们 地 得
  の は が を に へ で と も や か ね よ な から まで より って です ます でした ました さん
`)

/** Words that open a new thought, so that a break before them reads well. */
export const openingWords = words(`
  and but or because although though while when where which who that if unless until since so than as
  in on at with without for from by into after before during between through about over under
  und oder aber weil wenn dass  et mais ou que qui parce pour avec dans  y pero porque con para en  e ma che perché per mas
  и а но или что чтобы если когда  و في من إلى على  και ή
`)
