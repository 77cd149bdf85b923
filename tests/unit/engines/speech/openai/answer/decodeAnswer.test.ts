import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Answer, decodeAnswer } from '#engines/speech/openai/answer/decodeAnswer.ts'
import { appError, englishSentence } from '#shared/errors.ts'
import { fail, ok } from '#shared/result.ts'
import { encodePcm16 } from '#shared/wav.ts'
import { chunk, dataChunk, formatChunk, pieces, plainWav, riff, sizedWav } from '#tests/fakes/api/quirkySounds.ts'

const never = new AbortController().signal
/** A tone that no rounding changes. */
const samples = Float32Array.from({ length: 3000 }, (_, at) => (Math.round(8000 * Math.sin(at / 20)) + 0) / 2 ** 15)
const decoded = { samples: Float32Array.of(0.5), sampleRate: 48_000 }
/** Stands for ffmpeg, which takes everything here. */
const decoder = { decode: async () => ok(decoded) }

const decode = (bytes: Uint8Array, more: Partial<Answer> = {}, reader: typeof decoder | typeof broken = decoder) =>
  decodeAnswer({ bytes, contentType: 'audio/wav', asked: 'wav', key: null, ...more }, reader, never)
const broken = { decode: async () => fail(appError('FFMPEG_MISSING')) }

async function refusal(bytes: Uint8Array | string, more: Partial<Answer> = {}) {
  const outcome = await decode(Buffer.from(bytes), more)
  if (!('error' in outcome)) throw new Error('it was taken for sound')
  const { error, ...rest } = outcome
  return { ...rest, code: error(1).code, sentence: englishSentence(error(1)) }
}

const halves = pieces(samples, 2)
const wholeSize = 2 * samples.length
test.each<[string, Uint8Array]>([
  ['whole', plainWav(samples)],
  ...[0, 0xffffffff, 0x7fffffff, 0x7fffffff - 36, 0xffffffff - 36, 2e9, 1e9, 999_999_999].map(
    (size): [string, Uint8Array] => [`with the size ${size}`, sizedWav(samples, size)],
  ),
  ['whose size counts its header', sizedWav(samples, wholeSize + 36)],
  ['whose size is that of a first piece', riff([formatChunk, dataChunk(samples, 1000)])],
  [
    'with LIST and fact first',
    riff([chunk('LIST', Buffer.from('INFOx')), chunk('fact', Buffer.alloc(4)), formatChunk, dataChunk(samples)]),
  ],
  ['with its data before its format', riff([dataChunk(samples), formatChunk])],
  ['with its data of no known size before its format', riff([dataChunk(samples, 0xffffffff), formatChunk])],
  [
    'with an odd chunk that is not filled up',
    riff([chunk('LIST', Buffer.from('INFOx'), { padded: false }), formatChunk, dataChunk(samples)]),
  ],
  ['with rubbish behind it', Buffer.concat([plainWav(samples), Buffer.from([1, 2, 3, 250, 251])])],
  ['with a LIST behind it', riff([formatChunk, dataChunk(samples), chunk('LIST', Buffer.from('INFOISFT....'))])],
  [
    'of no known size with a LIST behind it',
    riff([
      formatChunk,
      dataChunk(samples, 0xffffffff),
      chunk('LIST', Buffer.from('INFOISFT\x03\0\0\0Lav\0', 'latin1')),
    ]),
  ],
  [
    'as RF64',
    riff(
      [chunk('ds64', sizes(wholeSize)), formatChunk, dataChunk(samples, 0xffffffff), chunk('JUNK', Buffer.alloc(9))],
      'RF64',
    ),
  ],
  ['twice, with true sizes', Buffer.concat(halves.map((half) => plainWav(half)))],
  ['twice, with placeholders', Buffer.concat(halves.map((half) => sizedWav(half, 0xffffffff)))],
  ['twice, with sizes of 0', Buffer.concat(halves.map((half) => sizedWav(half, 0)))],
  ['twice, the size of both in the first', Buffer.concat([sizedWav(halves[0]!, wholeSize + 44), plainWav(halves[1]!)])],
  [
    'twice, with a LIST each',
    Buffer.concat(
      halves.map((half) =>
        riff([formatChunk, dataChunk(half, 0xffffffff), chunk('LIST', Buffer.from('INFOISFT....'))]),
      ),
    ),
  ],
  ['behind a header alone', Buffer.concat([sizedWav(new Float32Array(), 0), plainWav(samples)])],
  ['behind a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plainWav(samples)])],
  ['in gzip', gzipSync(plainWav(samples))],
  ['in base64', Buffer.from(plainWav(samples).toString('base64'))],
  ['in base64 with line ends', Buffer.from(plainWav(samples).toString('base64').replace(/.{76}/g, '$&\r\n'))],
  ['in base64 as JSON', Buffer.from(JSON.stringify(plainWav(samples).toString('base64')))],
  ['in a data: URI', Buffer.from(`data:audio/wav;base64,${plainWav(samples).toString('base64')}`)],
])('a WAV %s is heard to the sample', async (_, bytes) => {
  for (const contentType of ['audio/wav', 'audio/mpeg', 'text/plain', '']) {
    expect(await decode(bytes, { contentType })).toEqual({ samples, sampleRate: 24_000 })
  }
})

/** `ds64` (EBU Tech 3306): sizes of the file, of the data, and the number of samples. */
function sizes(data: number): Buffer {
  const content = Buffer.alloc(28)
  content.writeUInt32LE(data + 100, 0)
  content.writeUInt32LE(data, 8)
  return content
}

test('WAVs of several rates are joined at the first one’s', async () => {
  const sound = await decode(Buffer.concat([plainWav(samples), plainWav(samples, 12_000)]))
  expect('samples' in sound && sound.samples.length).toBe(3 * samples.length)
  expect(sound).toMatchObject({ sampleRate: 24_000 })
})

test('a WAV that stops early is asked for again', async () => {
  expect(await refusal(plainWav(samples).subarray(0, 4000))).toMatchObject({ again: true, code: 'SPEECH_BAD_ANSWER' })
  const second = Buffer.concat([plainWav(samples), plainWav(samples).subarray(0, 4000)])
  expect(await refusal(second)).toMatchObject({ again: true })
})

const mpegFrame = Buffer.concat([Buffer.from([0xff, 0xf3, 0x84, 0xc4]), Buffer.alloc(188)])
test.each<[string, Uint8Array]>([
  ['MP3 with ID3', Buffer.from('ID3\x04\0\0\0\0\0\0......')],
  ['MP3 without', Buffer.concat([mpegFrame, mpegFrame, mpegFrame])],
  ['FLAC', Buffer.from('fLaC\0\0\0\x22............')],
  ['Ogg', Buffer.from('OggS\0\x02..............')],
  ['MP4', Buffer.from('\0\0\0\x1cftypM4A ........', 'latin1')],
  ['WebM', Buffer.from('\x1a\x45\xdf\xa3............', 'latin1')],
  ['AIFF', Buffer.from('FORM....AIFFCOMM')],
  ['CAF', Buffer.from('caff\0\x01\0\0desc....')],
  ['W64', Buffer.from('riff\x2e\x91\xcf\x11........', 'latin1')],
  ['AU', Buffer.from('.snd\0\0\0\x18........')],
  ['a WAV in A-law', riff([Buffer.from(formatChunk.map((byte, at) => (at === 8 ? 6 : byte))), dataChunk(samples)])],
])('%s under the name of WAV is decoded, and where it can not be, another format is asked for', async (_, bytes) => {
  expect(await decode(bytes)).toEqual(decoded)
  expect(await decode(bytes, {}, broken)).toMatchObject({ again: false, mend: 'format' })
})

const pcm = encodePcm16(samples)
test('bare samples are taken where they were asked for, and not under the name of WAV', async () => {
  expect(await decode(pcm, { asked: 'pcm' })).toEqual({ samples, sampleRate: 24_000 })
  expect(await refusal(pcm)).toMatchObject({
    mend: 'format',
    sentence: expect.stringContaining('its first bytes are those of no sound'),
  })
})

test('a label of samples is heard: rate, width and channels', async () => {
  expect(await decode(pcm, { contentType: 'audio/pcm;rate=16000' })).toEqual({ samples, sampleRate: 16_000 })
  const big = Buffer.from(pcm).swap16()
  for (const bytes of [big, pcm]) {
    const contentType = 'audio/L16; rate=22050; channels=1'
    expect(await decode(bytes, { contentType })).toEqual({ samples, sampleRate: 22_050 })
  }
  const floats = Buffer.from(samples.buffer)
  expect(await decode(floats, { contentType: 'audio/x-raw, format=F32LE, rate=48000' })).toEqual({
    samples,
    sampleRate: 48_000,
  })
})

test('samples that begin as a frame of MP3 begins are samples', async () => {
  const odd = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x44]), pcm])
  const sound = await decode(odd, { asked: 'pcm' })
  expect('samples' in sound && sound.samples.length).toBe(samples.length + 2)
})

test('noise for samples is refused', async () => {
  const noise = Uint8Array.from({ length: 24_000 }, (_, at) => (Math.imul(at + 1, 2654435761) >>> 13) & 255)
  expect(await refusal(noise, { asked: 'pcm' })).toMatchObject({ code: 'SPEECH_BAD_ANSWER', mend: 'format' })
})

test.each([
  [
    '{"error":{"message":"model not loaded"}}',
    'SPEECH_REFUSED',
    'The speech service refused the request: model not loaded',
  ],
  ['{"detail":"sk-secret99 is wrong"}', 'SPEECH_REFUSED', 'The speech service refused the request: (key) is wrong'],
  ['{"state":1}', 'SPEECH_BAD_ANSWER', '(it is text: “{"state":1}”)'],
  ['null', 'SPEECH_BAD_ANSWER', '(it is text: “null”)'],
  ['Internal Server Error', 'SPEECH_BAD_ANSWER', '(it is text: “Internal Server Error”)'],
  ['<!doctype html><html><head><title>Open WebUI</title>', 'SPEECH_BAD_ANSWER', '(it is a web page: “Open WebUI”)'],
  ['data: {"type":"speech.audio.delta"}\n\n', 'SPEECH_BAD_ANSWER', '(it is a stream of events'],
  ['event: speech.audio.delta\ndata: {}\n\n', 'SPEECH_BAD_ANSWER', '(it is a stream of events'],
])('%s is refused by name, whatever it is called and was asked for', async (text, code, words) => {
  for (const contentType of ['audio/wav', 'audio/pcm', 'text/html', '']) {
    const refused = await refusal(text, { contentType, asked: 'pcm', key: 'sk-secret99' })
    expect(refused).toMatchObject({ again: false, code })
    expect(refused.sentence).toContain(words)
  }
})

test('nothing at all is asked for again', async () => {
  expect(await refusal('')).toMatchObject({ again: true, code: 'SPEECH_BAD_ANSWER' })
})
