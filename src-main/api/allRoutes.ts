import type { RouteGroup } from './route.ts'
import { createRoutes } from './routes/createRoutes.ts'
import { deliveryRoutes } from './routes/deliveryRoutes.ts'
import { downloadRoutes } from './routes/downloadRoutes.ts'
import { eventRoutes } from './routes/eventRoutes.ts'
import { infoRoutes } from './routes/infoRoutes.ts'
import { jobRoutes } from './routes/jobRoutes.ts'
import { statusRoutes } from './routes/statusRoutes.ts'

/** Everything that the API answers to, by what it is for, the guide's calls first. OpenAPI describes exactly these. */
export const routeGroups: readonly RouteGroup[] = [
  { name: 'Make', about: 'Turn a script into videos or sound.', routes: createRoutes },
  { name: 'Follow', about: 'See how far a job is.', routes: [...statusRoutes, ...eventRoutes] },
  { name: 'Download', about: 'Fetch what was made.', routes: downloadRoutes },
  { name: 'Jobs', about: 'List, stop, repair and remove jobs.', routes: jobRoutes },
  { name: 'Webhooks', about: 'See what became of the calls that tell of a job’s end.', routes: deliveryRoutes },
  { name: 'Ask', about: 'Know before anything is made.', routes: infoRoutes },
]

export const allRoutes = routeGroups.flatMap(({ routes }) => routes)
