import { expect, test } from 'vitest'
import { presets } from '#pipeline/captions/presets.ts'
import { presetColours } from '#renderer/features/look/presetColours.ts'
import { captionPresets } from '#shared/look/look.ts'

test.each(captionPresets.filter((name) => name !== 'off'))(
  'the colours shown for %s are those it is drawn with',
  (name) => {
    const { text, lit } = presets[name].colours
    expect(presetColours(name)).toEqual({ text, lit })
  },
)
