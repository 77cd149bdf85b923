import { expect, test } from 'vitest'
import { hasCues, isSubtitles, plainSubtitles } from '#app/source/subtitles.ts'

test('SubRip: words only, joined, and a new paragraph after a rest of two seconds', () => {
  const srt = `1
00:00:01,000 --> 00:00:03,500
Hello and <i>welcome</i>
to the channel.

2
00:00:03,600 --> 00:00:06,000 X1:40 X2:600
{\\an8}Today we bake bread.

3
0:00:08.0 --> 0:00:09.5
- It is 10 o’clock.
- No &amp; 5 < 6.
`
  expect(isSubtitles(srt)).toBe(true)
  expect(plainSubtitles(srt)).toBe(
    'Hello and welcome to the channel. Today we bake bread.\n\nIt is 10 o’clock. No & 5 < 6.',
  )
})

test('SubRip as careless programs write it: no empty lines between cues, or some within them', () => {
  const srt = '1\n00:00:01,000 --> 00:00:02,000\nOne\n\nmore.\n2\n00:00:02,000 --> 00:00:03,000\nTwo: 42\n7'
  expect(plainSubtitles(srt)).toBe('One more. Two: 42 7')
})

test('WebVTT: no header, notes, styles, names, settings, speakers or tags', () => {
  const vtt = `WEBVTT - A talk
Kind: captions

STYLE
::cue { color: red }

NOTE this is
not said

intro
00:01.000 --> 00:02.500 align:start position:0%
<v Roger Bingham>We are in <c.yellow>New</c> York
<00:02.000>City&lrm; &lt;3

00:02.600 --> 00:04.000
<v Neil>Thanks.`
  expect(isSubtitles(vtt)).toBe(true)
  expect(plainSubtitles(vtt)).toBe('We are in New York City\u200E \\<3 Thanks.')
})

test('automatic captions that roll are said once', () => {
  const vtt = `WEBVTT

00:00:00.000 --> 00:00:02.000 align:start
 
hello<00:00:00.500><c> world</c><00:00:00.900><c> and</c>

00:00:02.000 --> 00:00:02.010
hello world and
 

00:00:02.010 --> 00:00:04.000
hello world and
welcome<00:00:02.500><c> to</c><00:00:03.000><c> my</c>

00:00:04.000 --> 00:00:04.010
welcome to my
 

00:00:04.010 --> 00:00:06.000
welcome to my
show show
`
  expect(plainSubtitles(vtt)).toBe('hello world and welcome to my show show')
})

test('words that somebody says twice stay, a cue that is shown twice at once does not', () => {
  const cue = (from: number, to: number, text: string) => `1\n00:00:0${from},000 --> 00:00:0${to},000\n${text}\n\n`
  expect(plainSubtitles(cue(1, 2, 'No.') + cue(2, 3, 'No.') + cue(3, 4, 'No.'))).toBe('No. No. No.')
  expect(plainSubtitles(cue(1, 3, 'No.') + cue(1, 3, 'No.'))).toBe('No.')
})

test('plain text is no subtitles, and a marker no dash of a speaker', () => {
  expect(isSubtitles('1\nOne hour.')).toBe(false)
  expect(hasCues('Just words.\n\nMore words.')).toBe(false)
  expect(plainSubtitles('1\n00:01:00,000 --> 00:01:01,000\n— pause —')).toBe('— pause —')
})

test('subtitles as YouTube exports them (.sbv) are read like the others', () => {
  const sbv = '0:00:01.000,0:00:03.000\nHello there.\n\n0:00:03.500,0:00:05.000\nBye now.\n'
  expect(isSubtitles(sbv)).toBe(true)
  expect(plainSubtitles(sbv)).toBe('Hello there. Bye now.')
})
