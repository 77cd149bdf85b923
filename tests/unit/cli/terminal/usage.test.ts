import { CommanderError } from 'commander'
import { expect, test } from 'vitest'
import { usageExitCode, usageSentence } from '#cli/terminal/usage.ts'

test.each([
  ["error: unknown option '--voic'\n(Did you mean --voice?)\n", "Unknown option '--voic'; did you mean --voice?"],
  ["error: unknown command 'x'\n(Did you mean one of key, y?)", "Unknown command 'x'; did you mean key, y?"],
  ["error: missing required argument 'script'\n", "Missing required argument 'script'; see pausecut render --help."],
])('%j becomes %j', (complaint, sentence) => {
  expect(usageSentence(complaint, 'pausecut render')).toBe(sentence)
})

test('help and version are no wrong use, all else of commander is, and what is not commander’s is not judged', () => {
  expect(usageExitCode(new CommanderError(0, 'commander.version', ''))).toBe(0)
  expect(usageExitCode(new CommanderError(0, 'commander.helpDisplayed', ''))).toBe(0)
  expect(usageExitCode(new CommanderError(1, 'commander.unknownOption', ''))).toBe(2)
  expect(usageExitCode(new Error('else'))).toBeUndefined()
})
