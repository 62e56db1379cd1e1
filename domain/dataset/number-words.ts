/** One to twelve by language, as they occur before a noun in the news; forms of one number are separated by a bar. */
const rows = [
  'a|an|one ein|eine|einen|einer|eines un|une|una|uno один|одна|одного|одной|однa един|една бір bir واحد|واحدة|طفل մեկ',
  'two|both|pair zwei deux dos два|две|двое|двух дві|двоє двама|двете iki اثنان|اثنين|شخصين երկու',
  'three drei trois tres tre три|трое|трех|трёх троє трима üç ثلاثة|ثلاث երեք',
  'four vier quatre cuatro quattro четыре|четверо|четырех|четырёх чотири|четверо четирима|четири dört أربعة|أربع չորս',
  'five fünf cinq cinco cinque пять|пятеро|пяти п’ять|пятеро петима|пет beş خمسة|خمس հինգ',
  'six sechs seis sei шесть|шестеро|шести шість шестима|шест altı ستة|ست վեց',
  'seven sieben sept siete sette семь|семеро|семи сім седем yedi سبعة|سبع յոթ',
  'eight acht huit ocho otto восемь|восемьмеро|восьми вісім осем sekiz ثمانية|ثماني ութ',
  'nine neun neuf nueve nove девять|девяти дев’ять девет dokuz تسعة|تسع ինը',
  'ten zehn dix diez dieci десять|десяти десять десет عشرة|عشر տասը',
  'eleven elf onze once undici одиннадцать одинадцять единадесет أحد տասնմեկ',
  'twelve zwölf douze doce dodici двенадцать дванадцять дванадесет اثنا տասներկու',
]

/** The value of a small number's word, or of an article, in the languages of the sources. */
export const smallNumberWords: ReadonlyMap<string, number> = new Map(
  rows.flatMap((row, index) => row.split(/[ |]/).map((word): [string, number] => [word, index + 1])),
)
