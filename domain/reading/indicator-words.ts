import { casualtyWords } from '@/domain/reading/words-of-indicators/casualty-words'
import { displacementWords } from '@/domain/reading/words-of-indicators/displacement-words'
import { protectionWords } from '@/domain/reading/words-of-indicators/protection-words'

/**
 * Words that say what a number counts: `indicator` is a key of the codelist, or null for what the codelist has no row for (rescued,
 * affected, abducted), which is proposed without one. Stems are pieces of patterns, matched from the beginning of a word.
 */
export interface IndicatorWords {
  indicator: string | null
  stems: readonly string[]
}

/** Words that name the people rather than what happened to them: "48,000 refugees are accommodated" counts the accommodated. */
export const weakWords =
  /^(?:refugees?|evacuees?|returnees?|asylum.seekers?|victims?|martyrs?|prisoners?|captives?|hostages?|forcibly displaced|internally displaced|bod(?:y|ies)|беженц|վիրավորներ|փախստական|لاجئ|ضحايا|refugiad|réfugié|flüchtlinge|rifugiati|sfollati|ձերբակալվածներ)/iu

export const indicatorWords: readonly IndicatorWords[] = [...casualtyWords, ...displacementWords, ...protectionWords]

/** Nouns of what is counted and is no person: a number before one of them is no figure of people. Stems. */
export const thingWords =
  /^(?:apartments?|buildings?|houses?|homes?|schools?|hospitals?|clinics?|centers?|centres?|camps?|shelters?|tents?|posts?|points?|services?|facilit|vehicles?|cars?|trucks?|buses?|tanks?|jets?|planes?|aircraft|helicopters?|drones?|missiles?|rockets?|shells?|bombs?|mines?|rounds?|weapons?|guns?|rifles?|attacks?|strikes?|airstrikes?|raids?|incidents?|explosions?|clashes|cities|towns?|villages?|settlements?|districts?|regions?|countries|states?|provinces?|governorates?|municipalit|communit|times?|places?|percent|points?|votes?|seats?|articles?|pages?|meetings?|trees|animals?|cattle|sheep|cows|goats|boxes|packages|parcels|meals|litres|windows|rooms|beds?|flights?|ships?|boats?|vessels?|sites?|locations?|areas?|streets?|floors?|storeys?|stories|groups?|organi[sz]ations?|agencies|companies|parties|sides?|steps?|ways|cases? of (?:cholera|measles)|дом|здани|квартир|школ|больниц|машин|автомоб|танк|ракет|снаряд|дрон|беспилот|пост|населённ|населенн|сёл|город|район|раз(?:а)?$|շենք|տուն|դպրոց|հրթիռ|գյուղ|անգամ|մեքենա|منزل|منازل|مبنى|مباني|مدرسة|مدارس|صاروخ|صواريخ|قرية|قرى|سيارة|مرة|مرات|طائرة)/iu

/** Where a number is what a place could hold, or what somebody brought: no count of people. */
export const noFigureWords =
  /(?:capacity|can hold|designed (?:for|to)|built (?:for|to)|to accommodate|able to (?:host|accommodate|hold)|room for|rated for|рассчитан|вместимост|سعة)/iu
