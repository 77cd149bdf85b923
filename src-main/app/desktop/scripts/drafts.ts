import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type JsonFile, openJsonFile } from '#files/jsonFile.ts'
import { openingWords } from '#pipeline/naming/openingWords.ts'
import { Draft, type DraftSummary, type NamedImages } from '#shared/desktop/desktop.ts'
import { Choices } from '#shared/desktop/settings.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { upgradeChoices } from '#shared/job/formerForms.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { parseScript } from '#shared/script/parseScript.ts'
import type { Handlers, Publish } from '../handlers.ts'

const Current = z.preprocess(upgradeChoices, z.object({ id: z.uuid().optional(), choices: Choices }))
const StoredDraft = z.preprocess(upgradeChoices, Draft)

interface Entry {
  readonly file: JsonFile<Draft>
  updatedAt: Date
}

export interface Drafts {
  readonly current: Draft
  readonly list: readonly DraftSummary[]
  /** Of drafts that can't be read or were damaged: they are not listed, and nothing of theirs is lost. */
  readonly problems: readonly AppError[]
  /** Opens a new draft and tells the windows. */
  begin(name: string, script: string, images?: NamedImages): Promise<Result<Draft>>
  readonly handlers: Pick<Handlers, 'saveDraft' | 'newDraft' | 'openDraft' | 'deleteDraft' | 'restoreDraft'>
}

/**
 * Keeps scripts in work, each in a file of its own that is written whole at every change, so that what was typed is
 * there again after any end. The first one ever holds the sample.
 */
export function openDrafts(folder: string, sample: { name: string; script: string }, publish: Publish): Drafts {
  mkdirSync(folder, { recursive: true })
  const { drafts, problems } = readDrafts(folder)
  const deletions = new Map<string, Promise<Result<Record<string, never>>>>()
  const state = openJsonFile(join(folder, 'current.json'), Current, { choices: Choices.parse({}) })
  if (state.problem) problems.push(state.problem)
  const newest = [...drafts.keys()].sort((a, b) => +drafts.get(b)!.updatedAt - +drafts.get(a)!.updatedAt)[0]
  let currentId = state.value.id ?? newest ?? ''
  if (!drafts.has(currentId)) currentId = newest ?? addFirst().id

  function addFirst(): Draft {
    // Who has drafts already, though none that can be read, would take the sample for what became of them.
    return problems.length > 0 ? add('', '') : add(sample.name, sample.script)
  }

  function add(name: string, script: string, images?: NamedImages): Draft {
    return hold({ id: randomUUID(), name, script, choices: state.value.choices, ...(images && { images }) })
  }
  function hold(draft: Draft): Draft {
    drafts.set(draft.id, { file: openJsonFile(fileOf(folder, draft.id), StoredDraft, draft), updatedAt: new Date() })
    return draft
  }
  const current = () => drafts.get(currentId)!.file.value
  const list = () =>
    [...drafts.values()]
      .sort((a, b) => +b.updatedAt - +a.updatedAt)
      .map(({ file: { value }, updatedAt }) => summaryOf(value, updatedAt))
  const rememberCurrent = () => state.change({ ...state.value, id: currentId, choices: current().choices })

  async function open(id: string): Promise<Result<Draft>> {
    // An empty draft is removed when another one is opened.
    const left = current()
    currentId = id
    if (left.id !== id && left.script.trim() === '') await forget(left.id)
    publish({ type: 'drafts', drafts: list() })
    const remembered = await rememberCurrent()
    return remembered.ok ? ok(current()) : remembered
  }
  const begin = (name: string, script: string, images?: NamedImages) => keep(add(name, script, images))
  async function keep(draft: Draft): Promise<Result<Draft>> {
    const saved = await drafts.get(draft.id)!.file.change(draft)
    return saved.ok ? open(draft.id) : saved
  }
  async function forget(id: string): Promise<Result<void>> {
    const entry = drafts.get(id)!
    drafts.delete(id)
    const removed = await entry.file.remove()
    if (!removed.ok) drafts.set(id, entry)
    return removed
  }
  async function deleteDraft(id: string): Promise<Result<Record<string, never>>> {
    if (!drafts.has(id)) return fail(appError('DRAFT_NOT_FOUND'))
    if (id === currentId) {
      const next = list().find((other) => other.id !== id)?.id ?? add('', '').id
      await open(next)
      publish({ type: 'draft', draft: current() })
    }
    // Opening another one has removed it where it was empty.
    const removed = drafts.has(id) ? await forget(id) : ok(undefined)
    publish({ type: 'drafts', drafts: list() })
    return removed.ok ? ok({}) : removed
  }

  return {
    get current() {
      return current()
    },
    get list() {
      return list()
    },
    problems,
    begin: async (name, script, images) => {
      const draft = await begin(name, script, images)
      if (draft.ok) publish({ type: 'draft', draft: draft.value })
      return draft
    },
    handlers: {
      saveDraft: async (draft) => {
        const entry = drafts.get(draft.id)
        if (!entry) return fail(appError('DRAFT_NOT_FOUND'))
        const before = entry.file.value
        entry.updatedAt = new Date()
        const saved = await entry.file.change(draft)
        if (!saved.ok) return saved
        if (draft.id === currentId && !same(before.choices, draft.choices)) await rememberCurrent()
        if (summaryChanged(before, draft)) publish({ type: 'drafts', drafts: list() })
        return ok({})
      },
      newDraft: () => begin('', ''),
      openDraft: async ({ id }) => (drafts.has(id) ? open(id) : fail(appError('DRAFT_NOT_FOUND'))),
      deleteDraft: async ({ id }) => {
        const deletion = deletions.get(id) ?? deleteDraft(id)
        deletions.set(id, deletion)
        return deletion.finally(() => deletions.delete(id))
      },
      restoreDraft: async (draft) => {
        // What is being deleted is restored when it is gone, or the deletion would take the restored file.
        await deletions.get(draft.id)
        return keep(drafts.has(draft.id) ? draft : hold(draft))
      },
    },
  }
}

const fileOf = (folder: string, id: string) => join(folder, `${id}.json`)

function readDrafts(folder: string): { drafts: Map<string, Entry>; problems: AppError[] } {
  const drafts = new Map<string, Entry>()
  const problems: AppError[] = []
  for (const name of readdirSync(folder)) {
    const id = /^([0-9a-f-]{36})\.json$/.exec(name)?.[1]
    if (id === undefined) continue
    const empty: Draft = { id, name: '', script: '', choices: Choices.parse({}) }
    const file = openJsonFile(join(folder, name), StoredDraft, empty)
    const { problem } = file
    if (problem) problems.push(problem)
    else drafts.set(id, { file, updatedAt: statSync(join(folder, name)).mtime })
  }
  return { drafts, problems }
}

function summaryOf({ id, name, script }: Draft, updatedAt: Date): DraftSummary {
  const opening = openingWords(parseScript(script).segments[0]?.text ?? '')
  return { id, name, opening, characters: script.length, updatedAt: updatedAt.toISOString() }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The list shows names and first words; a change of other letters needs no event. */
const summaryChanged = (before: Draft, after: Draft) =>
  before.name !== after.name || before.script.slice(0, 200) !== after.script.slice(0, 200)
