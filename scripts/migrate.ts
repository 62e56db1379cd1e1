import { databaseUrl } from '@/config/env'
import { migrate } from '@/db/migrate'

/* Brings the database at DATABASE_URL to this release's schema: npm run db:migrate. */
await migrate(databaseUrl())
