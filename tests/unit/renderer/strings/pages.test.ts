import { expect, test } from 'vitest'
import { de } from '#renderer/strings/de.ts'
import { en } from '#renderer/strings/en.ts'
import { shellTexts } from '#shell/window/texts.ts'

test.each([en, de])('in $locale the places of the page have the names that the menu has for them', (strings) => {
  const { editor, library, automation, settings } = shellTexts[strings.locale].commands
  expect(strings.pages).toEqual({ editor, library, automation, settings: settings.replace(/\s?…/, '') })
})
