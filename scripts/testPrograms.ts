import { execFileSync } from 'node:child_process'

/** A program that some tests need beyond npm, how to see that it is there, and the Debian packages that bring it. */
export interface TestProgram {
  readonly name: string
  readonly probe: readonly [command: string, ...args: string[]]
  readonly packages: readonly string[]
}

export const testPrograms = [
  { name: 'ffmpeg', probe: ['ffmpeg', '-version'], packages: ['ffmpeg'] },
  { name: 'tesseract', probe: ['tesseract', '--version'], packages: ['tesseract-ocr'] },
  {
    name: 'openh264dec',
    probe: ['gst-inspect-1.0', 'openh264dec'],
    packages: ['gstreamer1.0-tools', 'gstreamer1.0-plugins-base', 'gstreamer1.0-plugins-bad'],
  },
  { name: 'espeak-ng', probe: ['espeak-ng', '--version'], packages: ['espeak-ng'] },
  {
    name: 'keyring',
    probe: ['sh', '-c', 'command -v gnome-keyring-daemon && command -v dbus-run-session'],
    packages: ['gnome-keyring', 'dbus'],
  },
  { name: 'chromium', probe: ['chromium', '--version'], packages: ['chromium'] },
  { name: 'python3-requests', probe: ['/usr/bin/python3', '-c', 'import requests'], packages: ['python3-requests'] },
] as const satisfies readonly TestProgram[]

export type TestProgramName = (typeof testPrograms)[number]['name']

/** Whether a program of the list runs here. */
export function isThere(name: TestProgramName): boolean {
  const [command, ...args] = testPrograms.find((program) => program.name === name)!.probe
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
}
