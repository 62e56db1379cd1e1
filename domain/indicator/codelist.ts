import type { Indicator, IndicatorGroup, Unit } from '@/domain/indicator/indicator'

type Row = [key: string, group: IndicatorGroup, unit: Unit, measure: Indicator['measure'], windowHours: number, staleHours: number, label: string, definition: string]

/** The codelist every new ledger begins with. It is data: an office may add rows; the keys here never change their meaning. */
const rows: Row[] = [
  ['killed', 'casualties', 'persons', 'running-total', 24, 96, 'Killed', 'People who died by the violence of the event. Deaths of another circumstance are other indicators.'],
  ['injured', 'casualties', 'persons', 'running-total', 24, 96, 'Injured', 'People wounded by the violence of the event.'],
  ['missing', 'casualties', 'persons', 'running-total', 24, 96, 'Missing', 'People whose whereabouts were not known to the claimant.'],
  ['detained', 'casualties', 'persons', 'stock', 24, 168, 'Detained', 'People held at the as-of.'],
  ['newly-detained', 'casualties', 'persons', 'flow', 24, 168, 'Newly detained', 'People taken into detention in the period.'],
  ['ill-treated', 'casualties', 'persons', 'running-total', 24, 168, 'Ill-treated', 'People who were ill-treated, as the claimant words it.'],
  ['casualties', 'casualties', 'persons', 'running-total', 24, 96, 'Casualties', 'Killed and injured in one number; never split and never added to its parts.'],
  ['remains-recovered', 'casualties', 'persons', 'running-total', 24, 96, 'Remains recovered', 'Remains or bodies found or removed.'],
  ['bodies-awaiting-recovery', 'casualties', 'persons', 'stock', 24, 96, 'Bodies awaiting recovery', 'Bodies known of and not yet brought away.'],
  ['died-during-displacement', 'casualties', 'persons', 'running-total', 24, 168, 'Died during displacement', 'Deaths on the road to exile or because of it; never added to killed.'],
  ['displaced', 'displacement', 'persons', 'flow', 24, 96, 'Displaced', 'People forced from their homes in the period.'],
  ['evacuated', 'displacement', 'persons', 'running-total', 24, 96, 'Evacuated', 'People moved away from danger by an organised effort.'],
  ['idps', 'displacement', 'persons', 'stock', 24, 168, 'Internally displaced', 'People displaced within their own country at the as-of.'],
  ['arrived', 'displacement', 'persons', 'running-total', 6, 48, 'Arrived', 'People who crossed a border to safety.'],
  ['registered', 'displacement', 'persons', 'running-total', 24, 96, 'Registered', 'People registered on arrival or as refugees.'],
  ['returned', 'displacement', 'persons', 'running-total', 24, 168, 'Returned', 'People who went back.'],
  ['remaining', 'displacement', 'persons', 'stock', 24, 168, 'Remaining', 'People still there at the as-of.'],
  ['sheltering', 'displacement', 'persons', 'stock', 24, 96, 'Sheltering', 'People in a shelter or at a place of refuge at the as-of.'],
  ['accommodated', 'displacement', 'persons', 'running-total', 24, 96, 'Accommodated', 'People for whom accommodation was arranged.'],
  ['residence-applications', 'displacement', 'persons', 'running-total', 24, 168, 'Residence applications', 'People who applied for residence or protection.'],
  ['transferred-to-hospital', 'displacement', 'persons', 'running-total', 24, 96, 'Transferred to hospital', 'Wounded or ill people moved to hospitals.'],
  ['in-treatment', 'displacement', 'persons', 'stock', 24, 96, 'In treatment', 'Patients in treatment at the as-of.'],
  ['complaints-received', 'ombudsman', 'complaints', 'running-total', 24, 744, 'Complaints received', 'Complaints that reached the office.'],
  ['complaints-open', 'ombudsman', 'complaints', 'stock', 24, 744, 'Complaints open', 'Complaints not yet answered at the as-of.'],
  ['complaints-resolved', 'ombudsman', 'complaints', 'running-total', 24, 744, 'Complaints resolved', 'Complaints the office closed with a decision.'],
  ['separated-families', 'protection', 'households', 'running-total', 24, 168, 'Separated families', 'Families whose members lost each other.'],
  ['unaccompanied-children', 'protection', 'children', 'running-total', 24, 168, 'Unaccompanied children', 'Children without a parent or guardian with them.'],
  ['settlements-shelled', 'protection', 'settlements', 'running-total', 24, 168, 'Settlements shelled', 'Settlements that came under fire.'],
  ['civilian-objects-damaged', 'protection', 'objects', 'running-total', 24, 168, 'Civilian objects damaged', 'Homes, schools, ambulances and other civilian objects damaged.'],
  ['without-water', 'protection', 'persons', 'stock', 24, 96, 'People without water', 'People without running or safe water at the as-of.'],
  ['without-power', 'protection', 'persons', 'stock', 24, 96, 'People without power', 'People without electricity at the as-of.'],
  ['without-food', 'protection', 'persons', 'stock', 24, 96, 'People without food', 'People without enough food at the as-of.'],
  ['without-medicine', 'protection', 'persons', 'stock', 24, 96, 'People without medicine', 'People without the medicine they need at the as-of.'],
  ['population-before', 'displacement', 'persons', 'stock', 24, 8760, 'Residents before', 'People who lived there before; a baseline, never a position.'],
]

/** The rows as indicators, English labels. */
export const codelist: readonly Indicator[] = rows.map(([key, group, unit, measure, windowHours, staleHours, en, definition]) => ({
  key,
  group,
  unit,
  measure,
  windowHours,
  staleHours,
  labels: { en },
  definition,
}))
