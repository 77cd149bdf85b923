import { expect, test } from 'vitest'
import { parseScript } from '#shared/script/parseScript.ts'

test.each([
  ["Here's a 60-second YouTube Shorts script:", "Let me know if you'd like me to adjust the tone!"],
  ['Sure! Here is a short script for your video:', 'Would you like me to make it shorter?'],
  ['**Here’s your script:**', 'Want me to create captions and hashtags for it as well?'],
  ['Klar! Hier ist dein Skript:', 'Möchtest du, dass ich das Skript kürzer mache?'],
  ['¡Claro! Aquí tienes el guion:', '¿Quieres que ajuste el tono?'],
  ['Voici le script de votre vidéo :', 'Souhaitez-vous une version plus courte ?'],
])('what a chat program says around a script is not read, and told: %s', (above, below) => {
  const { segments, notes } = parseScript(`${above}\n\nBees can count.\n\n${below}`)
  expect(segments).toEqual([{ index: 1, text: 'Bees can count.' }])
  expect(notes).toEqual([{ code: 'DIRECTIONS', facts: expect.objectContaining({ count: 2 }) }])
})

test.each([
  'Here is the thing:\n\nBees can count.',
  'Here are three facts about bees:\n\nThey count.',
  'Bees can count.\n\nLet me know if you agree!',
  'Bees can count.\n\nWould you like honey?',
  "Here's my favorite short video:\n\nBees.",
  'Bees.\n\nLet me know if you want more videos like this!',
  "Here's a 60-second script:",
])('stays: %j', (script) => {
  expect(parseScript(script)).toEqual({ segments: [{ index: 1, text: script }], notes: [] })
})
