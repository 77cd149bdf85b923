import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { createMediaFiles } from '#engines/ffmpeg/mediaFiles.ts'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { englishSentence } from '#shared/errors.ts'
import { guideClients } from '#tests/fakes/api/apiGuide.ts'
import { serve } from '#tests/fakes/api/serve.ts'
import { webServer } from '#tests/fakes/api/webServer.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { testWith } from '#tests/programs.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** Runs a client program as the guide has it, in a folder of its own. */
async function runClient(language: 'python' | 'javascript', program: string, folder: string): Promise<string> {
  mkdirSync(folder)
  const file = join(folder, language === 'python' ? 'client.py' : 'client.cjs')
  writeFileSync(file, program)
  // Where `require('axios')` finds it.
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
  const command = language === 'python' ? '/usr/bin/python3' : process.execPath
  const child = spawn(command, [file], { cwd: folder, env: { PATH: process.env.PATH, PYTHONIOENCODING: 'utf8' } })
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return `${said}\n${complained}`
}

/** What somebody else's reader of ZIP files finds in it. */
function namesInZip(path: string): string[] {
  const list = 'import sys, zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))'
  return execFileSync('/usr/bin/python3', ['-c', list, path], { encoding: 'utf8' }).trim().split('\n')
}

testWith('python3-requests', 'ffmpeg')(
  'the four clients of the guide, as they stand, get their files from the real product',
  async () => {
    const picture = readFileSync(join(project, 'assets', 'icons', 'pausecut.png'))
    const fetched: (string | undefined)[] = []
    const pictures = await webServer((request, response) => {
      fetched.push(request.url)
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture)
    })
    const folder = scratch()
    const { origin } = await serve(join(folder, 'home'), ['--allow-host', '127.0.0.1', '--engine', 'builtin'])
    const clients = guideClients(origin, pictures)
    const said = await Promise.all(
      clients.map(({ language, program }, index) => runClient(language, program, join(folder, `client-${index}`))),
    )
    const [pythonShorts, pythonVoiceover, nodeShorts, nodeVoiceover] = said as [string, string, string, string]
    for (const output of said) expect(output).not.toMatch(/❌|Traceback/)

    expect(pythonShorts).toContain('✅ Generated 3 videos successfully!')
    expect(pythonShorts).toMatch(/🎥 Video 1: api_\w+\.mp4 \(\d+(\.\d+)?s\)/)
    expect(pythonVoiceover).toContain('✅ Voiceover generated successfully!')
    expect(pythonVoiceover).toMatch(/📦 Size: \d+\.\d [kM]B/)
    expect(nodeShorts).toContain('🎉 Success! Generated 3 videos')
    expect(nodeShorts).toContain('✅ ZIP downloaded: youtube_shorts.zip')
    expect(nodeVoiceover).toContain('🎉 Success! Generated voiceover')
    expect(nodeVoiceover).toMatch(/🔗 Download URL: http:\/\/127\.0\.0\.1:\d+\/download-voiceover\/\w+\.mp4/)
    expect(fetched.sort()).toEqual(['/corporate-bg.jpg', '/presentation-bg.jpg'])

    for (const index of [0, 2]) {
      const names = namesInZip(join(folder, `client-${index}`, 'youtube_shorts.zip'))
      expect(names.filter((name) => /^api_\w+\.mp4$/.test(name))).toHaveLength(3)
    }
    const ffmpeg = await locateFfmpeg()
    if (!ffmpeg.ok) throw new Error(englishSentence(ffmpeg.error))
    for (const index of [1, 3]) {
      const facts = await createMediaFiles(ffmpeg.value).probe(join(folder, `client-${index}`, 'output.mp4'))
      expect(facts).toMatchObject({ ok: true, value: { video: { width: 1920, height: 1080 } } })
    }
  },
)
