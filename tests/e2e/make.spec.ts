import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, expect, onTestFinished } from 'vitest'
import { startSpeechServer } from '#tests/fakes/api/speechServer.ts'
import { testWith } from '#tests/programs.ts'
import { dropFiles, editor, writeScript } from './editor.ts'
import { shareApp } from './launchApp.ts'
import { type DesktopCalls, recordDesktop } from './recordDesktop.ts'

const test = testWith('chromium', 'ffmpeg')

// Each test goes on where the one before stopped.
const shared = shareApp()
let desktopCalls: () => Promise<DesktopCalls>
beforeAll(async () => {
  desktopCalls = await recordDesktop(shared().electron)
})

const tile = (text: string) => shared().page.getByRole('row', { name: text })

test('three clicks from a script to finished Shorts, with progress, taskbar and a notification', async () => {
  const { page } = shared()
  await writeScript(page, 'The sea is deep.\n\n— pause —\n\nAnd it is cold.')
  await expect.poll(() => editor(page).parts().count()).toBe(2)
  await editor(page).make().click()
  await page.getByRole('button', { name: 'Cancel' }).waitFor()
  await page.getByText('2 Shorts are ready').waitFor()
  const { notifications, bar } = await desktopCalls()
  expect(notifications).toEqual(['Ready'])
  expect(bar.slice(0, -1).every((share, at) => share >= (bar[at - 1] ?? 0))).toBe(true)
  expect(bar.at(-1)).toBe(-1)
})

test('the library shows them with stills, a player that seeks, and a receipt', async () => {
  const { page } = shared()
  await editor(page).go('Library')
  await tile('And it is cold.').click()
  const panel = page.getByRole('complementary')
  await panel.getByText('LUFS').waitFor()
  await expect.poll(() => panel.innerText()).toMatch(/1080 × 1920, 30\/s/)
  const facts = await panel.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.currentTime = 0.9
    await new Promise((seeked) => video.addEventListener('seeked', seeked, { once: true }))
    return { width: video.videoWidth, height: video.videoHeight, at: video.currentTime }
  })
  expect(facts).toEqual({ width: 1080, height: 1920, at: 0.9 })
  for (const text of ['The sea is deep.', 'And it is cold.'])
    await expect
      .poll(() =>
        tile(text)
          .locator('img')
          .evaluate((still: HTMLImageElement) => still.naturalHeight),
      )
      .toBe(480)
})

test('files leave the window: one, several or the ZIP by drag, the rest by folder and path', async () => {
  const { page } = shared()
  await page.getByRole('button', { name: 'Show in folder' }).click()
  await page.getByRole('button', { name: 'Copy path' }).click()
  await expect.poll(async () => (await desktopCalls()).copied.length).toBe(1)
  const { shown, copied } = await desktopCalls()
  expect(basename(shown[0]!)).toBe('api_Cold.mp4')
  expect(copied).toEqual(shown)
  expect(existsSync(shown[0]!)).toBe(true)

  await dragAway(tile('The sea is deep.').locator('figure'))
  await expect
    .poll(async () => (await desktopCalls()).dragged.map((files) => files.map((file) => basename(file))))
    .toEqual([['api_Sea_Deep.mp4']])
  await tile('The sea is deep.').click()
  await tile('And it is cold.').click({ modifiers: ['ControlOrMeta'] })
  await page.getByText('2 selected').waitFor()
  await dragAway(tile('And it is cold.').locator('figure'))
  await dragAway(page.getByRole('button', { name: 'ZIP' }))
  await expect.poll(async () => (await desktopCalls()).dragged.slice(1).map((files) => files.length)).toEqual([2, 1])
  expect((await desktopCalls()).dragged.at(-1)?.[0]).toMatch(/\.zip$/)
})

test('a dropped folder becomes the export folder, and what is made next lands there', async () => {
  const { page, home } = shared()
  const folder = join(home, 'My videos')
  mkdirSync(folder)
  await dropFiles(page, [folder])
  await editor(page).messages().getByText(folder).waitFor()
  await editor(page).go('Studio')
  await writeScript(page, 'A third thing.')
  await editor(page).make().click()
  await page.getByText('1 Short is ready').waitFor()
  await expect.poll(() => readdirSync(folder).sort()).toHaveLength(4)
  expect(readdirSync(folder).find((name) => name.endsWith('.mp4'))).toMatch(/^\d{4}-\d\d-\d\d 1 Third Thing\.mp4$/)
})

test('search finds by the script; what is deleted can come back', async () => {
  const { page } = shared()
  await editor(page).go('Library')
  await expect.poll(() => page.getByRole('grid').count()).toBe(2)
  await page.getByRole('searchbox').fill('COLD')
  await expect.poll(() => page.getByRole('grid').count()).toBe(1)
  await page.getByRole('button', { name: 'More for The sea is deep.' }).click()
  await page.getByRole('menuitem', { name: 'Delete these files' }).click()
  await page.getByText('Nothing here matches “COLD”.').waitFor()
  await editor(page).messages().getByRole('button', { name: 'Undo' }).click()
  await tile('The sea is deep.').waitFor()
})

test('what failed says why, keeps what worked, and only that is made again', async () => {
  const { page } = shared()
  const server = await startSpeechServer()
  onTestFinished(() => server.close())
  await editor(page).go('Settings')
  await page.getByRole('textbox', { name: 'Speech server' }).fill(server.url)
  await page.getByRole('textbox', { name: 'Speech server' }).press('Enter')
  await editor(page).go('Studio')
  await writeScript(page, 'This can be said.\n\n— pause —\n\nThis can be said too.')
  server.fail({ status: 400, body: { message: 'That voice is away today.', type: 'invalid_request_error' } })
  await editor(page).make().click()
  await page.getByText('1 of 2 parts could not be made').waitFor()
  await editor(page).parts().getByText('That voice is away today.').waitFor()
  await page.getByRole('button', { name: 'Try the failed parts again' }).click()
  await page.getByText('2 Shorts are ready').waitFor()
  expect(server.requests).toHaveLength(3)
  await expect
    .poll(async () => (await desktopCalls()).notifications.slice(-2))
    .toEqual(['Not everything could be made', 'Ready'])
  // A voice that tells no word times is listened to.
  await editor(page).go('Library')
  await page.getByRole('searchbox').fill('said too')
  await tile('This can be said too.').click()
  await page.getByRole('complementary').getByText('by listening').waitFor()
  await editor(page).go('Studio')
})

test('a job under way is cancelled at once and leaves nothing half made', async () => {
  const { page, call } = shared()
  await writeScript(
    page,
    Array.from({ length: 6 }, (_, part) => `Part ${part} takes a while.`).join('\n\n— pause —\n\n'),
  )
  await editor(page).make().click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await editor(page).make().waitFor()
  const jobs = await call('listJobs', { states: ['cancelled'] })
  expect(jobs).toMatchObject({ ok: true, value: { jobs: [{ state: 'cancelled' }] } })
})

/** As a person does: press, move, and the system's own drag begins. */
async function dragAway(what: ReturnType<typeof tile>): Promise<void> {
  await what.hover()
  await shared().page.mouse.down()
  await shared().page.mouse.move(600, 600, { steps: 4 })
  await shared().page.mouse.up()
}
