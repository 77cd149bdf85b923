import { expect, test } from 'vitest'
import { powershell } from '#engines/speech/system/programs/powershell.ts'

const list = JSON.stringify([
  { name: 'Microsoft Hedda Desktop', culture: 'de-DE', gender: 'Female' },
  { name: 'Microsoft David Desktop', culture: 'en-US', gender: 'Male' },
  { name: 'Voice of another maker', culture: '', gender: 'Neutral' },
])

test('the list of Windows’ voices gives names, languages and sexes', () => {
  expect(powershell.parseVoices(`${list}\r\n`)).toEqual([
    { id: 'Microsoft Hedda Desktop', name: 'Hedda', languages: ['de-DE'], sex: 'female', rank: 0 },
    { id: 'Microsoft David Desktop', name: 'David', languages: ['en-US'], sex: 'male', rank: 1 },
    { id: 'Voice of another maker', name: 'Voice of another maker', languages: [], rank: 0 },
  ])
  expect(powershell.parseVoices('not allowed')).toEqual([])
  expect(powershell.parseVoices('{"name":"one that is no list"}')).toEqual([])
})

test('neither voice nor file is part of what PowerShell is told to do', () => {
  const voice = '"; Remove-Item C:\\ -Recurse; "'
  const { args, env } = powershell.speak(voice, 'C:\\speech.wav')
  const told = Buffer.from(args.at(-1)!, 'base64').toString('utf16le')
  expect(args).not.toContain(voice)
  expect(told).not.toContain('Remove-Item')
  expect(told).toContain('$env:PAUSECUT_SYSTEM_VOICE')
  expect(env).toEqual({ PAUSECUT_SYSTEM_VOICE: voice, PAUSECUT_SYSTEM_WAV: 'C:\\speech.wav' })
  expect(args).toEqual(powershell.speak('another', 'C:\\other.wav').args)
})
