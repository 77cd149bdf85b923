import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { DeliveryStore } from '#ports/JobStore.ts'
import type { Delivery } from '#shared/job/job.ts'
import { transact } from './openDatabase.ts'
import { readDelivery } from './rows.ts'
import { withStoreFailures } from './sqliteFailure.ts'

const columns = `deliveries.id, jobs.id AS job_id, url, event, deliveries.state, deliveries.created_at,
  asked_at, due_at, attempts`
const from = 'FROM deliveries JOIN jobs ON jobs.number = deliveries.job'

const Payload = z.object({ payload: z.string().nullable() })

// A log is for people: what a receiver did long ago says nothing more.
const attemptsKept = 50

/** The webhook calls on an open database; `clock` gives milliseconds since 1970. */
export function sqliteDeliveryStore(
  database: DatabaseSync,
  home: string,
  clock: () => number = Date.now,
): DeliveryStore {
  const sql = {
    of: database.prepare(`SELECT ${columns} ${from} WHERE jobs.id = ? ORDER BY deliveries.created_at DESC`),
    find: database.prepare(`SELECT ${columns} ${from} WHERE deliveries.id = ?`),
    due: database.prepare(`SELECT ${columns} ${from} WHERE due_at <= ? ORDER BY due_at LIMIT ?`),
    payload: database.prepare('SELECT payload FROM deliveries WHERE id = ?'),
    keepPayload: database.prepare('UPDATE deliveries SET payload = ? WHERE id = ?'),
    attempted: database.prepare('UPDATE deliveries SET state = ?, due_at = ?, attempts = ? WHERE id = ?'),
    renew: database.prepare(`UPDATE deliveries SET state = 'pending', asked_at = ?, due_at = ? WHERE id = ?`),
  }
  const find = (id: string): Delivery | undefined => {
    const row = sql.find.get(id)
    return row && readDelivery(row)
  }

  const store: DeliveryStore = {
    find,
    of: (job) => sql.of.all(job).map(readDelivery),
    due: (now, limit) => sql.due.all(now.getTime(), limit).map(readDelivery),
    payload: (id, make) =>
      transact(database, () => {
        const stored = Payload.parse(sql.payload.get(id)).payload
        if (stored !== null) return stored
        const payload = make()
        sql.keepPayload.run(payload, id)
        return payload
      }),
    attempted: (id, attempt, then) =>
      transact(database, () => {
        const delivery = find(id)
        if (!delivery) return
        const attempts = JSON.stringify([...delivery.attempts, attempt].slice(-attemptsKept))
        if ('dueAt' in then) sql.attempted.run('pending', then.dueAt.getTime(), attempts, id)
        else sql.attempted.run(then.state, null, attempts, id)
      }),
    renew: (id) => {
      const now = clock()
      sql.renew.run(now, now, id)
      return find(id)
    },
  }
  return withStoreFailures(store, home)
}
