import { expect, test } from 'vitest'
import { readWords } from '#shared/reading/readWords.ts'

const read = (text: string) => readWords(text.split(/\s+/), 'es').words
const say = (text: string) =>
  read(text)
    .flatMap(({ spoken }) => spoken.map((word) => word.text))
    .join(' ')

test.each([
  [
    'Cuesta 19,99 € o 1.234,56 €.',
    'cuesta diecinueve euros noventa y nueve céntimos o mil doscientos treinta y cuatro euros cincuenta y seis céntimos',
  ],
  ['2,5 millones de euros, €3 millones, $5', 'dos coma cinco millones de euros tres millones de euros cinco dólares'],
  ['21 personas, 1 hora, 31 días, 201 libras', 'veintiuna personas una hora treinta y un días doscientas una libras'],
  ['tengo 21 y 1 de ellos', 'tengo veintiuno y uno de ellos'],
  [
    'El 24 de julio de 2013, el 1 de mayo, 12/10/1492',
    'el veinticuatro de julio de dos mil trece el primero de mayo doce de octubre de mil cuatrocientos noventa y dos',
  ],
  [
    'a las 14:30, 9:05 a.m. o 10:15 p. m.',
    'a las catorce y media nueve y cinco de la mañana o diez y cuarto de la noche',
  ],
  ['siglo XXI, Felipe II y Alfonso XIII', 'siglo veintiuno felipe segundo y alfonso trece'],
  ['10–15 minutos, 3:1, 24/7', 'diez a quince minutos tres a uno veinticuatro siete'],
  [
    '100 km/h, -5 °C, 3 m², 50 %',
    'cien kilómetros por hora menos cinco grados celsius tres metros cuadrados cincuenta por ciento',
  ],
  ['el 3.º y la 2.ª', 'el tercero y la segunda'],
  ['La UE, EE. UU., la OTAN y la IA', 'la u e estados unidos la otan y la i a'],
  ['¡NO TE LO PIERDAS! ESTO ES BUENO.', 'no te lo pierdas esto es bueno'],
  ['El Sr. García, p. ej., vive en la C/ Mayor', 'el señor garcía por ejemplo vive en la calle mayor'],
  ['Tel. 912 345 678', 'teléfono nueve uno dos tres cuatro cinco seis siete ocho'],
  ['info@empresa.es', 'info arroba empresa punto e s'],
  ['x² + 5 > 3, 2½ horas, 3/4', 'x al cuadrado más cinco es mayor que tres dos y medio horas tres cuartos'],
])('%s is said as %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})

test('words between a day, its month and its year stay with what they stand for', () => {
  expect(read('24 de julio de 2013').map(({ spoken }) => spoken.map(({ text }) => text).join(' '))).toEqual([
    'veinticuatro',
    'de',
    'julio',
    'de',
    'dos mil trece',
  ])
})
