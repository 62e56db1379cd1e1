import type { DemoCrisis } from '@/tests/support/demo-slice'

interface GoldenDay {
  name: string
  crisis: DemoCrisis
  day: string
  number: number
}

const days = (crisis: DemoCrisis, ...own: string[]): GoldenDay[] =>
  own.map((day, index) => ({ name: `${crisis}-${day}`, crisis, day, number: index + 1 }))

/** Three days of each demo crisis: its first, one in the middle with corrections and disputes, its last. */
export const goldenDays = [
  ...days('nagorno-karabakh-2023', '2023-09-19', '2023-09-25', '2023-09-30'),
  ...days('exercise-merrowen-valley', '2025-10-16', '2025-10-22', '2025-11-02'),
]
