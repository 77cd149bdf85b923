export type Example = 'curl' | 'python'

interface Call {
  readonly url: string
  /** Whether callers must send one; it is named, never shown. */
  readonly token: boolean
  readonly script: string
  readonly voice: string
  readonly speed: number
}

/** A call of the local API that works as it stands. */
export function exampleOf(example: Example, call: Call): string {
  return example === 'curl' ? curl(call) : python(call)
}

const curl = ({ url, token, script, voice, speed }: Call) =>
  [
    `curl ${url}/api/v1/generate-shorts \\`,
    ...(token ? [`  -H "Authorization: Bearer $PAUSECUT_TOKEN" \\`] : []),
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify({ script, voice, speed }).replaceAll("'", "'\\''")}'`,
  ].join('\n')

const python = ({ url, token, script, voice, speed }: Call) =>
  [
    ...(token ? ['import os'] : []),
    'import time',
    'import requests',
    '',
    `api = ${JSON.stringify(url)}`,
    ...(token ? [`headers = {"Authorization": f"Bearer {os.environ['PAUSECUT_TOKEN']}"}`] : ['headers = {}']),
    '',
    'job = requests.post(f"{api}/api/v1/generate-shorts", headers=headers, json={',
    `    "script": ${JSON.stringify(script)},`,
    `    "voice": ${JSON.stringify(voice)},`,
    `    "speed": ${speed},`,
    '}).json()',
    '',
    'status = {"status": "processing"}',
    'while status["status"] == "processing":',
    '    time.sleep(1)',
    '    status = requests.get(api + job["status_url"], headers=headers).json()',
    '',
    'if status["status"] == "failed":',
    '    raise SystemExit(status["error"])',
    'for video in status["videos"]:',
    '    with open(video["download_name"], "wb") as file:',
    '        file.write(requests.get(api + video["file_url"], headers=headers).content)',
  ].join('\n')
