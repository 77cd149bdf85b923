import { expect, test } from 'vitest'
import { parseLoudness } from '#engines/ffmpeg/sound/measureLoudness.ts'

const summary = (integrated: string, peak: string) => `[Parsed_ebur128_0 @ 0x5651] Summary:

  Integrated loudness:
    I:         ${integrated} LUFS
    Threshold: -31.4 LUFS

  Loudness range:
    LRA:         1.7 LU

  True peak:
    Peak:       ${peak} dBFS
`

test('reads integrated loudness and true peak from the last summary', () => {
  expect(parseLoudness(summary('-30.0', '-9.0') + summary('-21.4', '-2.0'))).toEqual({
    integrated: -21.4,
    truePeak: -2,
  })
})

test('peaks may be above full scale, and silence has none', () => {
  expect(parseLoudness(summary('-9.1', '3.0'))?.truePeak).toBe(3)
  expect(parseLoudness(summary('-70.0', '-inf'))).toEqual({ integrated: -70, truePeak: Number.NEGATIVE_INFINITY })
})

test('no summary is no measurement', () => {
  expect(parseLoudness('Conversion failed!')).toBeNull()
})
