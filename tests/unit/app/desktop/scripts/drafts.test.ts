import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDrafts } from '#app/desktop/scripts/drafts.ts'
import type { AppEvent } from '#shared/desktop/appContract.ts'
import type { Draft } from '#shared/desktop/desktop.ts'
import { ok } from '#shared/result.ts'
import { unwrap } from '#tests/fakes/service/openTestJobService.ts'
import { scratch } from '#tests/fakes/service/scratch.ts'
import { makeUnreadable } from '#tests/fakes/service/unreadableFile.ts'

const sample = { name: 'sample.txt', script: 'A sample.\n\n— pause —\n\nIts end.' }

function open(folder = scratch()) {
  const events: AppEvent[] = []
  return { folder, events, drafts: openDrafts(folder, sample, (event) => events.push(event)) }
}

test('the first start has the sample in the editor', () => {
  const { drafts } = open()
  expect(drafts.current).toMatchObject(sample)
  expect(drafts.list).toEqual([
    expect.objectContaining({ name: 'sample.txt', opening: 'A sample.', characters: sample.script.length }),
  ])
})

test('what was typed is there after the next start, with its choices', async () => {
  const { folder, drafts } = open()
  const typed: Draft = {
    ...drafts.current,
    script: 'Typed.',
    choices: { ...drafts.current.choices, kind: 'voiceover' },
  }
  unwrap(await drafts.handlers.saveDraft(typed))
  expect(open(folder).drafts.current).toEqual(typed)
})

test('a draft of an earlier version opens with its words and choices, and so does what was chosen last', async () => {
  const { folder, drafts } = open()
  const { id } = drafts.current
  const { spokenAs: _, ...rest } = drafts.current.choices
  const choices = { ...rest, voice: 'echo', speed: 0.9, engine: 'openai', instructions: 'Calmly.' }
  const kept = { id, name: 'old.txt', script: 'Old words.', choices }
  writeFileSync(join(folder, `${id}.json`), JSON.stringify(kept))
  writeFileSync(join(folder, 'current.json'), JSON.stringify({ id, choices }))
  const again = open(folder).drafts
  const spokenAs = { voice: 'echo', speed: 0.9, engine: 'openai', instructions: 'Calmly.' }
  expect(again.current).toMatchObject({ id, script: 'Old words.', choices: { ...rest, spokenAs } })
  expect(unwrap(await again.handlers.newDraft({})).choices.spokenAs).toEqual(spokenAs)
})

test('a new script begins with what was chosen last, and an empty one leaves no trace', async () => {
  const { folder, drafts } = open()
  unwrap(
    await drafts.handlers.saveDraft({ ...drafts.current, choices: { ...drafts.current.choices, kind: 'voiceover' } }),
  )
  const first = drafts.current.id
  const empty = unwrap(await drafts.handlers.newDraft({}))
  expect(empty).toMatchObject({ name: '', script: '', choices: { kind: 'voiceover' } })
  unwrap(await drafts.handlers.openDraft({ id: first }))
  expect(drafts.list.map(({ id }) => id)).toEqual([first])
  expect(readdirSync(folder).sort()).toEqual([`${first}.json`, 'current.json'].sort())
})

test('an opened file is a draft of its own, and the windows are told', async () => {
  const { drafts, events } = open()
  const opened = unwrap(await drafts.begin('talk.md', 'My talk.'))
  expect(drafts.current).toEqual(opened)
  expect(drafts.list.map(({ name }) => name).sort()).toEqual(['sample.txt', 'talk.md'])
  expect(events).toContainEqual({ type: 'draft', draft: opened })
})

test('the list is told anew when a beginning changes, not for every letter', async () => {
  const { drafts, events } = open()
  const long = `${'word '.repeat(100)}end`
  unwrap(await drafts.handlers.saveDraft({ ...drafts.current, script: long }))
  expect(events.filter(({ type }) => type === 'drafts')).toHaveLength(1)
  unwrap(await drafts.handlers.saveDraft({ ...drafts.current, script: `${long}.` }))
  expect(events.filter(({ type }) => type === 'drafts')).toHaveLength(1)
})

test('removing the open draft opens the next one, or an empty one', async () => {
  const { drafts, events } = open()
  const first = drafts.current.id
  const second = unwrap(await drafts.begin('b.txt', 'B.'))
  unwrap(await drafts.handlers.deleteDraft({ id: second.id }))
  expect(drafts.current.id).toBe(first)
  unwrap(await drafts.handlers.deleteDraft({ id: first }))
  expect(drafts.current).toMatchObject({ name: '', script: '' })
  expect(events.at(-1)).toMatchObject({ type: 'drafts', drafts: [{ characters: 0 }] })
  expect(await drafts.handlers.saveDraft({ ...second, script: 'too late' })).toMatchObject({
    error: { code: 'DRAFT_NOT_FOUND' },
  })
})

test('a draft that was deleted comes back as it was, and is in the editor', async () => {
  const { folder, drafts } = open()
  const second = unwrap(await drafts.begin('b.txt', 'B.'))
  unwrap(await drafts.handlers.deleteDraft({ id: second.id }))
  expect(unwrap(await drafts.handlers.restoreDraft(second))).toEqual(second)
  expect(drafts.current).toEqual(second)
  expect(open(folder).drafts.list.map(({ name }) => name)).toContain('b.txt')
})

test('a damaged draft is put aside and harms no other', async () => {
  const { folder, drafts } = open()
  const kept = unwrap(await drafts.begin('b.txt', 'B.'))
  const other = drafts.list.find(({ id }) => id !== kept.id)!
  unwrap(await drafts.handlers.saveDraft({ ...kept, script: 'B!' }))
  writeFileSync(join(folder, `${other.id}.json`), '{')
  const later = open(folder).drafts
  expect(later.current.script).toBe('B!')
  expect(later.list.map(({ id }) => id)).toEqual([kept.id])
  expect(later.problems).toMatchObject([{ code: 'FILE_DAMAGED' }])
  expect(readdirSync(folder)).toContain(`${other.id}.json.broken`)
})

test('a draft that can not be read is not shown empty, is told, and is there again after the next start', async () => {
  const { folder, drafts } = open()
  const typed = { ...drafts.current, script: 'A long script that somebody wrote.' }
  unwrap(await drafts.handlers.saveDraft(typed))
  unwrap(await drafts.handlers.newDraft({}))
  unwrap(await drafts.handlers.openDraft({ id: typed.id }))
  const path = join(folder, `${typed.id}.json`)
  const giveBack = makeUnreadable(path)

  const without = open(folder).drafts
  expect(without.problems).toMatchObject([{ code: 'FILE_UNREADABLE', facts: { path } }])
  expect(without.list.map(({ id }) => id)).not.toContain(typed.id)
  // Not the sample either: it would look as if it were what became of the script.
  expect(without.current).toMatchObject({ name: '', script: '' })
  unwrap(await without.handlers.newDraft({}))
  expect(await without.handlers.deleteDraft({ id: typed.id })).toMatchObject({ error: { code: 'DRAFT_NOT_FOUND' } })
  expect(await without.handlers.restoreDraft({ ...typed, script: 'old' })).toMatchObject({
    error: { code: 'FILE_UNREADABLE' },
  })

  giveBack()
  const later = open(folder).drafts
  expect(unwrap(await later.handlers.openDraft({ id: typed.id }))).toEqual(typed)
})

test('a draft that is deleted while it is saved stays deleted', async () => {
  const { folder, drafts } = open()
  const second = unwrap(await drafts.begin('b.txt', 'B.'))
  // One save is under way, another waits behind it.
  const saves = [1, 2].map((count) => drafts.handlers.saveDraft({ ...second, script: `B. ${count}` }))
  unwrap(await drafts.handlers.deleteDraft({ id: second.id }))
  await Promise.all(saves)
  expect(readdirSync(folder)).not.toContain(`${second.id}.json`)
  expect(open(folder).drafts.list.map(({ name }) => name)).not.toContain('b.txt')
})

test('a draft that is restored while its file is still being removed is kept', async () => {
  const { folder, drafts } = open()
  const second = unwrap(await drafts.begin('b.txt', 'B.'))
  const saving = drafts.handlers.saveDraft({ ...second, script: 'B. more' })
  const deleting = drafts.handlers.deleteDraft({ id: second.id })
  const restored = drafts.handlers.restoreDraft(second)
  await Promise.all([saving, deleting, restored])
  expect(unwrap(await restored)).toEqual(second)
  expect(open(folder).drafts.list.map(({ name }) => name)).toContain('b.txt')
})

test('two deletions of one draft are one', async () => {
  const { drafts } = open()
  const { id } = unwrap(await drafts.begin('b.txt', 'B.'))
  const both = [drafts.handlers.deleteDraft({ id }), drafts.handlers.deleteDraft({ id })]
  expect(await Promise.all(both)).toEqual([ok({}), ok({})])
})

test('while an empty draft is removed, another one is open', async () => {
  const { drafts } = open()
  const first = drafts.current
  unwrap(await drafts.handlers.newDraft({}))
  const opening = drafts.handlers.openDraft({ id: first.id })
  expect(drafts.current).toEqual(first)
  unwrap(await opening)
})
