import { expect, test } from 'vitest'
import { identifyLanguage } from '#app/advice/identifyLanguage.ts'

test.each([
  ['de', 'Ich heiße Anna und komme aus München. Heute zeige ich euch drei Tricks für bessere Videos.'],
  ['de', 'Hallo zusammen, heute geht es um drei Tricks'],
  ['es', 'Hola amigos, ¿cómo están?'],
  ['fr', "Bonjour à tous, aujourd'hui on parle de cuisine."],
  ['pt', 'Olá pessoal, hoje vamos falar de café.'],
  ['vi', 'Xin chào các bạn, hôm nay chúng ta nói về cà phê.'],
  ['tr', 'Merhaba arkadaşlar, bugün kahve hakkında konuşacağız.'],
  ['pl', 'Dzień dobry państwu, dzisiaj o kawie.'],
  ['ja', 'こんにちは、今日はコーヒーの話です'],
  ['uk', 'Привіт друзі, сьогодні поговоримо про каву'],
  ['bn', 'আজ আমরা কফি নিয়ে কথা বলব'],
  ['en', "Welcome to today's market update. Tech stocks are rallying"],
  ['en', 'Mise en place is the secret of a great kitchen.'],
])('%s: %s', async (language, text) => {
  expect(await identifyLanguage(text)).toBe(language)
})

test.each([
  '',
  'Wow!',
  'Das Auto',
  'GTA VI, iPhone 17 Pro, Tesla Model Y',
  'Nvidia, Mbappé, Tchaikovsky, Lviv, Nguyen.',
  'Kubernetes pods: nginx, redis, postgres.',
  '2788 San Tomas Expy, Santa Clara, CA 95051',
  'twenty dollars fifty cents',
  'Fox jumps. Dog sleeps.',
  '100 000 000',
])('names, figures and a few words are no language for sure: %s', async (text) => {
  expect([undefined, 'en']).toContain(await identifyLanguage(text))
})
