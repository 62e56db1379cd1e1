import { NotFoundText } from '@/app/_pages/not-found-text'

/** The crisis is there, what was asked of it is not. */
export default function CrisisNotFound() {
  return <NotFoundText isInCrisis />
}
