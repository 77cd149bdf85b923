import { expect, test } from 'vitest'
import { parseScript } from '#shared/script/parseScript.ts'

const texts = (script: string) => parseScript(script).segments.map(({ text }) => text)

test('the cues of a production are neither read nor shown, and told in one sentence', () => {
  const script =
    '[HOOK - 0:00-0:05]\nNARRATOR: Did you know this?\n(B-roll: city at night)\nHOST: Here is the trick.\n[Sound effect: whoosh]\n[CTA] Follow for more!\n'
  expect(texts(script).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'Did you know this? Here is the trick. Follow for more!',
  ])
  expect(parseScript(script).notes).toEqual([{ code: 'DIRECTIONS', facts: { count: 6, text: '[HOOK - 0:00-0:05]' } }])
})

test.each([
  '[SFX: whoosh]',
  '[Music fades]',
  '[B-ROLL: city at night]',
  '(upbeat music)',
  '[0:00-0:03]',
  '(0:00 - 0:03)',
  'HOOK (0:00-0:03)',
  '**HOOK (0-3 seconds):**',
  '### Hook',
  '**[INTRO]**',
  'Scene 1:',
  'NARRATOR:',
  '**Narrator (V.O.):**',
  'Host:',
  'VO:',
  'Voiceover:',
  '**Visual:** A cat sleeps.',
  'Visuals: a cat, a dog',
  'On-screen text: WOW',
  'CTA:',
  '[CUT TO: a dog]',
  '*(camera pans)*',
  '(laughs)',
  '*sighs*',
  '[He walks to the window]',
  '0:00 - 0:05',
  '🎬 HOOK:',
  '🎥 Visual: a cat',
  '### 🎬 Scene 1: The Hook (0–3s)',
  '**🎬 Szene 2 – Lösung (3–10 Sek.)**',
  '### The Problem (3–15s)',
  '**Escena 1 (0:00–0:05)**',
  'Scene 2',
  '🎬 Scene 2',
  '1. Cut to: coffee machine',
  '**(0:00-0:03) Visual:** A cookie falls.',
  '*Visual: primer plano de un reloj*',
  "🎬 *Quick zoom on host's face*",
  '**Text im Bild:** „Stopp!“',
  '**Texte à l’écran :** 3 astuces',
  '**Texto na tela:** 3 dicas',
  '**Testo a schermo:** Tre consigli',
  '**Görsel:** Kahve fincanı',
  '**Llamada a la acción:**',
  '(Musik wird lauter)',
  '[Müzik yükselir]',
  'テロップ：「フォローしてね」',
  '【シーン1】',
  '（BGM）',
  'ナレーター：',
  'الراوي:',
  '(موسيقى)',
  'वक्ता:',
  '[दृश्य 1]',
  '旁白：',
  '<sigh>',
  '📖 STORY (3–20 sec)',
  '♪ music playing ♪',
])('left out: %s', (cue) => {
  expect(texts(`Before.\n${cue}\nAfter.`)).toEqual([expect.stringMatching(/^Before\.\s+After\.$/)])
  expect(parseScript(`Before.\n${cue}\nAfter.`).notes).toEqual([expect.objectContaining({ code: 'ONE_DIRECTION' })])
})

test('a direction alone on its line takes what stands below it along', () => {
  expect(texts('One.\n\n**Visuals:**\n- a cat\n- a dog\n\nTwo.')).toEqual(['One.\n\nTwo.'])
})

test('a direction in brackets ends with its bracket', () => {
  expect(texts('[SFX: whoosh] Hello, all of you.')).toEqual(['Hello, all of you.'])
  expect(texts('(B-roll: a city) Hello.\n**[Visual: a cat]** Good night.')).toEqual(['Hello. Good night.'])
  expect(texts('[SFX: a whoosh\nBye.')).toEqual(['Bye.'])
})

test('labels go alone, and the words behind them stay', () => {
  expect(texts('[0:00-0:10] Host: Hello.')).toEqual(['Hello.'])
  expect(texts('SARAH: Hi.\nMIKE (V.O.): Hello.\nSARAH: Bye.')).toEqual(['Hi. Hello. Bye.'])
  expect(texts('🎙️ Voiceover: Hi.\n**0:00–0:05** – Go on.')).toEqual(['Hi. Go on.'])
  expect(texts('Well (laughs), all right.')).toEqual(['Well, all right.'])
})

test('behind a label another may stand, and bold letters end where their words do', () => {
  expect(texts('**Audio:** (Dramatic music) Narrator: "Wrong."')).toEqual(['"Wrong."'])
  expect(texts('**[0:00]** **HOST** (smiling)\nHey.')).toEqual(['Hey.'])
  expect(parseScript('**Hello (laughs)** you').segments).toEqual([
    { index: 1, text: 'Hello you', marks: [{ kind: 'emphasis', at: 0, to: 1 }] },
  ])
})

test('a bold word before a colon is no label where nothing else is one', () => {
  expect(texts('**Note:** by default, it is on.\n\n**Title:** it counts.')).toEqual([
    'Note: by default, it is on.\n\nTitle: it counts.',
  ])
  expect(texts('**Note:** cut here.\nNarrator: Hello.\nVisual: a cat')).toEqual(['Hello.'])
})

test('two labels that are sure make usual words before a colon labels too', () => {
  expect(texts('Scene: kitchen\nCamera: slow\nDialogue: "Ready!"\nSFX: sizzle')).toEqual(['"Ready!"'])
  expect(texts('🎯 HOOK (0–3 sec)\nStop!\n\n📖 STORY (3–9 sec)\nGo.\n\n🎵 Music: soft\n📝 Caption: Hack!')).toEqual([
    'Stop!\n\nGo.',
  ])
  expect(texts('**Audio:** Purring.\n**Voiceover:** Why do cats purr?')).toEqual(['Why do cats purr?'])
  expect(texts('**Audio:** Why do cats purr?')).toEqual(['Why do cats purr?'])
})

test('where several cues stand in square brackets, others like them are some too', () => {
  expect(
    texts('[excited] Hi. [whispers] Psst. [strong French accent] Bonjour. [1] [see the long list of all names]'),
  ).toEqual(['Hi. Psst. Bonjour. [1] [see the long list of all names]'])
})

test.each([
  'Note: this matters',
  'Remember: to breathe',
  'Breaking: the news',
  'Apple: the story',
  'BREAKING: the news is out.',
  'NASA: an agency.',
  'Music: it was his life (and music was everything to him).',
  'The track (3:45) is long.',
  'We open 9:00-17:00 today.',
  'It was 10:30: time to go.',
  'A [very] good idea (as she said).',
  'He had a cold open mind.',
  'Scene 2 was shot in Rome.',
  'I (heart) you, [strong] man.',
  '比如：这样。',
  'He wrote <hello> to her.',
  'NOTE: by default it is off.',
  'Hold it (20-30 seconds) and rest.',
])('stays: %s', (script) => {
  expect(parseScript(script)).toEqual({ segments: [{ index: 1, text: script }], notes: [] })
})
