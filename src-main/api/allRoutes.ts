import type { Route } from './route.ts'
import { createRoutes } from './routes/createRoutes.ts'
import { downloadRoutes } from './routes/downloadRoutes.ts'
import { eventRoutes } from './routes/eventRoutes.ts'
import { infoRoutes } from './routes/infoRoutes.ts'
import { jobRoutes } from './routes/jobRoutes.ts'
import { statusRoutes } from './routes/statusRoutes.ts'

/** Everything that the API answers to, the guide's calls first. OpenAPI describes exactly these. */
export const allRoutes: readonly Route[] = [
  ...createRoutes,
  ...statusRoutes,
  ...downloadRoutes,
  ...jobRoutes,
  ...eventRoutes,
  ...infoRoutes,
]
