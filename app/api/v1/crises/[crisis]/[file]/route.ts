import { crisisLists } from '@/app/api/v1/_answers/crisis-lists'
import { fileRoute } from '@/app/api/v1/_answers/file-route'

/** Any list of a crisis as a file: `figures.csv`, `figures.xlsx`... */
export const GET = fileRoute(crisisLists)
