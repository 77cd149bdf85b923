import { createInterface } from 'node:readline/promises'

/** Asks a person a question, and returns what they type. Rejects where the signal aborts. */
export async function askOnTerminal(question: string, signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  // Ctrl-C comes to the reader of lines first.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  try {
    return await lines.question(question, { signal })
  } finally {
    lines.close()
  }
}
