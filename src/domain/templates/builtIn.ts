import type { Template } from '../template.ts'
import { integrationDeliverables } from './integrationDeliverables.ts'

/** The templates that come with the app, the one proposed first at the front. */
export const builtIn: readonly Template[] = [integrationDeliverables]
