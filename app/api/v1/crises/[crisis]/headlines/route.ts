import { crisisLists } from '@/app/api/v1/_answers/crisis-lists'

export const { GET } = crisisLists.headlines
