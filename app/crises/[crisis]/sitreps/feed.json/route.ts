import { feedRoute } from '@/app/_pages/feed-route'
import { makeSitrepsFeed } from '@/app/_pages/sitreps-feed'

export const GET = feedRoute('feed.json', makeSitrepsFeed)
