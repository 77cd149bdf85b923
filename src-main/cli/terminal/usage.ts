import { CommanderError } from 'commander'

/** Exit codes of every command; 130 and 143 follow SIGINT and SIGTERM. */
export const exitCodes = { done: 0, failed: 1, wrongUse: 2 } as const

/** Turns commander's complaint (`error: unknown option '--voic'`, and a guess on a second line) into one sentence. */
export function usageSentence(complaint: string, command: string): string {
  const [first = '', guess] = complaint.trim().split('\n')
  const what = first.replace(/^error: /, '').replace(/\.$/, '')
  const meant = guess?.match(/Did you mean (?:one of )?(.+?)\?\)?$/)?.[1]
  const advice = meant ? `did you mean ${meant}?` : `see ${command} --help.`
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}; ${advice}`
}

/** The exit code for what commander threw, undefined for what somebody else did. Asking for help is no wrong use. */
export function usageExitCode(error: unknown): number | undefined {
  if (!(error instanceof CommanderError)) return undefined
  const help = ['commander.helpDisplayed', 'commander.version']
  return help.includes(error.code) ? exitCodes.done : exitCodes.wrongUse
}
