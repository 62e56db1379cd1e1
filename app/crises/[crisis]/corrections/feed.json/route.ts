import { makeCorrectionsFeed } from '@/app/_pages/corrections-feed'
import { feedRoute } from '@/app/_pages/feed-route'

export const GET = feedRoute('feed.json', makeCorrectionsFeed)
