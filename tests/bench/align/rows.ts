import { atSpeed, throughMp3, withNoise, withPause } from './conditions.ts'
import { festivalTrials, hasFestival } from './festivalSpeech.ts'
import { heldOutEnglish, heldOutGerman, heldOutReadings, heldOutSpanish } from './heldOut.ts'
import type { Trial } from './measureAligner.ts'
import { english, german, otherReadings, others, spanish } from './passages.ts'
import { changedTrials, passageTrials, readingTrials } from './trials.ts'

export interface Row {
  readonly name: string
  /** Undefined where the speaker is not on this machine. */
  readonly trials: () => readonly Trial[] | undefined
  /** Most that median, 95th percentile and share over 200 ms (per cent) may be. */
  readonly bounds?: readonly [median: number, p95: number, over200: number]
}

type Bounds = NonNullable<Row['bounds']>

const englishBounds: Bounds = [10, 40, 0.5]
const germanBounds: Bounds = [20, 200, 5]
const spanishBounds: Bounds = [10, 60, 0.5]
/** No word beside a number may be pulled by more than 200 ms. */
const besideBounds: Bounds = [10, 60, 0]
/** Festival puts the borders of its sounds about 10 ms beside where espeak-ng puts them. */
const festivalBounds: Bounds = [15, 50, 0.5]

const plain = () => passageTrials(english, [{ voice: 'en-us' }, { voice: 'en+f2' }])
/** Texts and voices of which nothing was tuned (see heldOut.ts). */
const heldOut = (voice: string) => () => passageTrials(heldOutEnglish, [{ voice }])
const ascii = heldOutEnglish.filter((text) => /^[\x20-\x7e]+$/.test(text))
const festival = (voice: string) => () => (hasFestival() ? festivalTrials(ascii, voice) : undefined)

const row = (name: string, bounds: Bounds | undefined, trials: Row['trials']): Row => ({
  ...{ name, trials },
  ...(bounds && { bounds }),
})

export const rows: readonly Row[] = [
  ...['en', 'en-us', 'en-us+f3', 'en-gb-scotland+m3', 'en+klatt'].map((voice) =>
    row(`English, ${voice}`, englishBounds, () => passageTrials(english, [{ voice }])),
  ),
  ...[120, 250].map((wpm) =>
    row(`English, ${wpm} words a minute`, englishBounds, () => passageTrials(english, [{ voice: 'en-us+m2', wpm }])),
  ),
  row('English, low and high pitch', englishBounds, () =>
    passageTrials(
      english,
      [20, 85].map((pitch) => ({ voice: 'en+f2', pitch })),
    ),
  ),
  row('English, pink noise 17 dB below', englishBounds, () => plain().map((t) => ({ ...t, ...withNoise(t, 17) }))),
  row('English, MP3 64 kb/s', englishBounds, () => plain().map((t) => ({ ...t, ...throughMp3(t) }))),
  row('English, pitch and formants -13 %', englishBounds, () => plain().map((t) => ({ ...t, ...atSpeed(t, 0.87) }))),
  row('English, pitch and formants +13 %', englishBounds, () => plain().map((t) => ({ ...t, ...atSpeed(t, 1.13) }))),
  row('English, a pause of ten seconds', englishBounds, () => plain().map((t) => ({ ...t, ...withPause(t, 10) }))),
  row('Numbers read another way: words beside', besideBounds, () =>
    readingTrials(otherReadings, [{ voice: 'en+f3' }, { voice: 'en-us' }]),
  ),
  row('German', germanBounds, () => passageTrials(german, [{ voice: 'de' }, { voice: 'de+f3' }])),
  row('Spanish', spanishBounds, () => passageTrials(spanish, [{ voice: 'es' }, { voice: 'es-419+f3' }])),
  ...['en-029', 'en-gb-x-rp', 'en-us+m5', 'en+f5'].map((voice) =>
    row(`Held out: English, ${voice}`, englishBounds, heldOut(voice)),
  ),
  row('Held out: numbers read another way', besideBounds, () =>
    readingTrials(heldOutReadings, [{ voice: 'en-gb-x-rp' }, { voice: 'en-us+m5' }]),
  ),
  row('Held out: German', germanBounds, () => passageTrials(heldOutGerman, [{ voice: 'de+m3' }, { voice: 'de+f5' }])),
  row('Held out: Spanish', spanishBounds, () =>
    passageTrials(heldOutSpanish, [{ voice: 'es+m3' }, { voice: 'es-419+f5' }]),
  ),
  row('Held out: Festival, diphones', festivalBounds, festival('ked_diphone')),
  row('Held out: Festival, hidden Markov model', festivalBounds, festival('cmu_us_slt_arctic_hts')),
  row('A clause of six words left out', undefined, () => changedTrials(english, 'en-us', { leaveOut: 6 })),
  row('Four words added', undefined, () => changedTrials(english, 'en-us', { add: 'um, you know, like' })),
  ...Object.entries(others).map(([voice, texts]) =>
    row(`Without rules of its own: ${voice}`, undefined, () => passageTrials(texts, [{ voice }])),
  ),
  row('A long piece (four minutes)', englishBounds, () => passageTrials([english.join(' ')], [{ voice: 'en-us' }])),
]
