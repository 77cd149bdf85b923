import { win32 } from 'node:path'
import { z } from 'zod'
import type { SystemProgram } from './systemProgram.ts'

/** As `ConvertTo-Json` writes what the list below selects. */
const Listed = z.array(z.object({ name: z.string().min(1), culture: z.string(), gender: z.string() }))

/**
 * What PowerShell is told is fixed: voice, file and text come by environment and input, so that none of them can be taken
 * for a command. Given in UTF-16, in base64, no quoting stands between.
 */
const program = (script: string): readonly string[] => [
  '-NoLogo',
  '-NoProfile',
  '-NonInteractive',
  '-EncodedCommand',
  Buffer.from(
    `$ErrorActionPreference = 'Stop'\n$ProgressPreference = 'SilentlyContinue'\n${script}`,
    'utf16le',
  ).toString('base64'),
]

const listing = program(`
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
Add-Type -AssemblyName System.Speech
$voices = @((New-Object System.Speech.Synthesis.SpeechSynthesizer).GetInstalledVoices() | Where-Object { $_.Enabled } |
  ForEach-Object { @{ name = $_.VoiceInfo.Name; culture = $_.VoiceInfo.Culture.Name; gender = "$($_.VoiceInfo.Gender)" } })
ConvertTo-Json -InputObject $voices -Compress`)

// Speak takes plain text; what reads markup is SpeakSsml.
const speaking = program(`
[Console]::InputEncoding = New-Object System.Text.UTF8Encoding $false
$text = [Console]::In.ReadToEnd()
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$voice.SelectVoice($env:PAUSECUT_SYSTEM_VOICE)
$form = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo 22050, ([System.Speech.AudioFormat.AudioBitsPerSample]::Sixteen), ([System.Speech.AudioFormat.AudioChannel]::Mono)
$voice.SetOutputToWaveFile($env:PAUSECUT_SYSTEM_WAV, $form)
$voice.Speak($text)
$voice.Dispose()`)

/** Windows' desktop voices, by .NET's System.Speech in the PowerShell that every Windows has. */
export const powershell: SystemProgram = {
  // By its full path: a program of this name in the folder that one is in is not it.
  command: win32.join(
    process.env.SystemRoot ?? 'C:\\Windows',
    'System32',
    'WindowsPowerShell',
    'v1.0',
    'powershell.exe',
  ),
  list: { args: listing },
  parseVoices: (output) => {
    const listed = Listed.safeParse(readJson(output))
    if (!listed.success) return []
    return listed.data.map(({ name, culture, gender }) => ({
      id: name,
      name: name.replace(/^Microsoft (.*) Desktop$/, '$1'),
      languages: culture === '' ? [] : [culture],
      ...(gender === 'Female' && { sex: 'female' as const }),
      ...(gender === 'Male' && { sex: 'male' as const }),
      rank: culture === 'en-US' ? 1 : 0,
    }))
  },
  speak: (voice, wav) => ({
    args: speaking,
    env: { PAUSECUT_SYSTEM_VOICE: voice, PAUSECUT_SYSTEM_WAV: wav },
  }),
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.trim())
  } catch {
    return undefined
  }
}
