/** Words before a number that make it a part of the one said before. */
export const partWords =
  /(?:including|among (?:them|whom|these|the)|of (?:whom|them|these|those|which)|out of (?:them|whom)|in particular|made up of|comprising|along with|из них|из которых|среди (?:них|которых)|в том числе|включая|որից|որոնցից|այդ թվում|ներառյալ|բینهم|بينهم|من بينهم|بينها|منهم|من ضمنهم|aralarında|entre ellos|incluid\p{L}+|dont|darunter|tra cui)(?!\p{L})/iu

/** Words that make a number one that is not there yet. */
export const projectionWords =
  /(?<!\p{L})(?:(?:could|may|might|can|would|will|is expected to|are expected to|is feared to|is likely to) (?:\p{L}+ )?(?:reach|rise|exceed|climb|increase|grow|flee|arrive|be as high|cross)|expect(?:s|ed|ing)?|projected|projection|forecast|может (?:достичь|вырасти)|ожида\p{L}+|կարող է հասնել|سيصل|قد يصل|يتوقع)(?!\p{L})/iu

/** Words that open a sentence about an older number. */
export const supersededWords =
  /^\W*(?:earlier|previously|before that|initially|at first|the previous (?:figure|toll)|ранее|прежде|ավելի վաղ|նախկինում|في وقت سابق|سابقا|daha önce|anteriormente)(?!\p{L})/iu

/** Words that make a number one of a short time: "in the past 24 hours", "3,000 more since yesterday". */
export const newWords =
  /(?<!\p{L})(?:(?:past|last|previous) (?:24|48|twenty-four|few|day|night)|since (?:yesterday|last night|this morning|the last)|overnight|(?<!earlier )in the day|(?:in|over) (?:a|one) (?:single )?day|last week|this week|increased by|rose by|grew by|up by|another|additional|newly|за (?:последние )?(?:сутки|день|ночь)|за минувшие|с утра|ещё|եւս|ևս|վերջին (?:օր|24)|خلال (?:الساعات|الـ)|الماضية|son 24)(?!\p{L})/iu

/** Words that make a number a total so far. */
export const cumulativeWords =
  /(?<!\p{L})(?:so far|to date|thus far|in total|a total of|total(?:ing|ling|led)?|altogether|overall|since (?!yesterday)|death toll|as of|as at|until now|up to now|cumulative|has (?:risen|reached|climbed|exceeded|jumped)|have (?:arrived|crossed)|на данный момент|по состоянию|всего|с начала|в общей сложности|ընդհանուր|մինչ այժմ|առ այս պահը|դրությամբ|حتى الآن|إجمالي|منذ|toplam|hasta el momento|bislang|insgesamt)(?!\p{L})/iu

/** A number is refuted here, not stated. */
export const denialWords =
  /(?<!\p{L})(?:den(?:y|ied|ies|ying)|disput(?:ed|es)|reject(?:ed|s)|refut(?:ed|es)|dismiss(?:ed|es)|is (?:wrong|false|untrue)|called .{0,30}false|опроверг\p{L}*|отрица\p{L}*|отверг\p{L}*|հերք\p{L}*|مرفوض|نفت|نفى|ينفي|تنفي|yalanla\p{L}*|desmint\p{L}*|neg(?:ó|aron)|dementi\p{L}*)(?!\p{L})/iu

/** A sentence that goes on about the number said before: "This number increased by 3,000", "Of these, 800,000 are ..." */
export const goingOnWords =
  /(?<!\p{L})(?:(?:this|the|that) (?:number|figure|total|toll)|of (?:these|them|those|whom)|among (?:them|these|those)|increased by|rose by|the (?:rest|others|remaining)|из них|среди них|это число|այդ թիվը|նրանցից|منهم|هذا العدد)(?!\p{L})/iu
