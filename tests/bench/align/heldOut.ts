/**
 * Texts on which no constant, rule or reading of the aligner was tuned, for voices that are in no other row. (The first
 * and the eighth English one also served to see what words left out and added do.) Whoever improves the aligner by
 * looking at these rows writes new texts first.
 */
export const heldOutEnglish: readonly string[] = [
  `Octopuses have three hearts and blue blood. Two of the hearts pump blood past the gills, and the third sends it round the body. When an octopus swims, that third heart stops, which is why it would rather crawl.`,
  `In 1969, the computer that guided Apollo 11 had about 72 kilobytes of memory. A musical greeting card holds more than that today. Margaret Hamilton's team wrote its programs on paper, tested them for years, and still brought the crew home.`,
  `Stop scrolling for a second. If you save just $5 a day, that is $1,825 a year. Put it away at 4% and you'll have over $22,000 in ten years. Nobody gets rich overnight, but almost anybody can get started tonight.`,
  `Why do cats purr? For a long time, scientists weren't sure. The sound comes from the larynx, twenty-five times a second or so. Cats purr when they're happy; they also purr when they're hurt, perhaps to calm themselves.`,
  `The Great Wall isn't visible from the Moon. Astronauts can't even see it easily from low orbit, roughly 400 km up. What they do see, clearly, are city lights, motorways, and greenhouses in southern Spain.`,
  `Here's the trick: chop the onions first, then salt them, and wait. Ten minutes later they'll be sweet, soft and golden. My aunt Beatrix taught me that in Zagreb, in a kitchen no bigger than a cupboard.`,
  `Shares of the chipmaker fell 6.3% on Thursday after it cut its forecast for the quarter. Revenue came in at €18.4 billion, short of what analysts expected. The CEO blamed weak demand, and promised a better second half.`,
  `Wait! Before you throw away that banana peel, listen. Polish your shoes with it. Feed it to your roses. Or simply bury it, half an inch deep, and let the worms do the rest.`,
  `Queen Nzinga ruled Ndongo for nearly forty years. Portuguese envoys once refused her a chair, so an attendant knelt down and she sat on his back. She negotiated as an equal, and she never let them forget it.`,
  `Okay. So. What happens when you hold your breath? Carbon dioxide builds up, and your brain panics. It isn't the lack of oxygen that hurts at first. Free divers learn to ignore that alarm, slowly, and never alone.`,
  `Ms. O'Neill bought the lighthouse on Dec. 21st, 1998, for £85,000. It had no heating, no road, and 117 steps. "I count them every morning," she says, "and every morning I get a different number."`,
  `Thunder is the sound of air exploding. A bolt heats it to about 30,000 degrees Celsius, five times hotter than the surface of the Sun. Count the seconds after the flash, divide by three, and you know how many kilometres away it struck.`,
]

export const heldOutGerman: readonly string[] = [
  `Tintenfische haben drei Herzen und blaues Blut. Zwei der Herzen pumpen das Blut durch die Kiemen, das dritte versorgt den Körper. Beim Schwimmen bleibt es stehen, deshalb kriechen sie lieber.`,
  `Hör kurz auf zu scrollen. Wer jeden Tag nur fünf Euro spart, hat nach einem Jahr 1.825 Euro. Niemand wird über Nacht reich, aber fast jeder kann heute Abend damit anfangen.`,
  `Warum schnurren Katzen? Lange wusste man es nicht genau. Das Geräusch entsteht im Kehlkopf, etwa fünfundzwanzig Mal in der Sekunde. Sie schnurren, wenn sie glücklich sind, und auch, wenn ihnen etwas wehtut.`,
  `Die Chinesische Mauer ist vom Mond aus nicht zu sehen. Schon aus 400 Kilometern Höhe erkennt man sie kaum. Gut zu sehen sind dagegen Städte bei Nacht, Autobahnen und die Gewächshäuser in Südspanien.`,
  `Der Trick ist ganz einfach: Zuerst die Zwiebeln schneiden, dann salzen und warten. Zehn Minuten später sind sie weich, süß und goldgelb. Das hat mir meine Tante in Zagreb beigebracht.`,
  `Am 21. Dezember 1998 kaufte sie den Leuchtturm für 85.000 Mark. Er hatte keine Heizung, keine Straße und 117 Stufen. Ich zähle sie jeden Morgen, sagt sie, und jedes Mal kommt etwas anderes heraus.`,
  `Donner ist das Geräusch explodierender Luft. Ein Blitz erhitzt sie auf etwa 30.000 Grad, fünfmal heißer als die Oberfläche der Sonne. Zählen Sie die Sekunden und teilen Sie durch drei.`,
  `Was passiert eigentlich, wenn man die Luft anhält? Kohlendioxid sammelt sich an, und das Gehirn schlägt Alarm. Apnoetaucher lernen, diesen Alarm zu überhören, langsam und niemals allein.`,
]

export const heldOutSpanish: readonly string[] = [
  `Los pulpos tienen tres corazones y la sangre azul. Dos de ellos bombean la sangre por las branquias y el tercero la reparte por el cuerpo. Cuando nadan, ese corazón se detiene; por eso prefieren arrastrarse.`,
  `Deja de mirar el móvil un segundo. Si ahorras cinco euros al día, en un año tendrás 1.825 euros. Nadie se hace rico de la noche a la mañana, pero casi cualquiera puede empezar hoy.`,
  `¿Por qué ronronean los gatos? Durante mucho tiempo no se supo. El sonido nace en la laringe, unas veinticinco veces por segundo. Ronronean cuando están contentos, y también cuando algo les duele.`,
  `La Gran Muralla no se ve desde la Luna. Ni siquiera es fácil distinguirla desde 400 kilómetros de altura. Lo que sí se ve son las ciudades de noche, las autopistas y los invernaderos de Almería.`,
  `El truco es sencillo: primero corta las cebollas, luego échales sal y espera. Diez minutos después estarán dulces, blandas y doradas. Me lo enseñó mi tía en Zagreb, en una cocina muy pequeña.`,
  `El 21 de diciembre de 1998 compró el faro por 85.000 libras. No tenía calefacción ni camino, y sí 117 escalones. Los cuento cada mañana, dice, y cada mañana me sale un número distinto.`,
  `El trueno es el ruido del aire que explota. Un rayo lo calienta hasta unos 30.000 grados, cinco veces más que la superficie del Sol. Cuente los segundos y divida entre tres.`,
  `¿Qué ocurre cuando aguantas la respiración? El dióxido de carbono se acumula y el cerebro se asusta. Los buceadores aprenden a no hacer caso de esa alarma, poco a poco y nunca solos.`,
]

/** As in `otherReadings`. */
export const heldOutReadings: readonly string[] = [
  `The bridge was opened in {1932|one thousand nine hundred and thirty two|nineteen hundred thirty two} by a man on a horse.`,
  `They paid {$1.2|one point two|dollars one point two} {billion|billion|billion dollars} for a company without customers.`,
  `A ticket costs {€12.50|twelve fifty|twelve euros and fifty cents|twelve and a half euros} and children go in free.`,
  `The shop opens at {8:30|half past eight|eight thirty|half eight} and closes when the bread is gone.`,
  `My grandmother was born on {June|June|June the} {3rd,|third,|third,} {1924,|nineteen twenty four,|one thousand nine hundred and twenty four,} in a village by the sea.`,
  `About {2/3|two thirds|two out of three|two over three} of the planet is covered by water.`,
  `We drove {250km|two hundred and fifty kilometres|two fifty k|two hundred fifty kilometers} through the night without a word.`,
  `Page {307|three hundred and seven|three oh seven|three zero seven} explains how the engine is taken apart.`,
  `The new phone has {8GB|eight gigabytes|eight gigs|eight G B} of memory and a very good camera.`,
  `Chapter {IV|four|the fourth} is where the story finally begins to move.`,
  `Her number is {020-7946|zero two zero seven nine four six|oh two oh seven nine four six} so please write it down now.`,
  `Prices rose {12%|twelve percent|twelve per cent|by twelve percent} last year, faster than anybody had expected.`,
  `Between {2010-2020|twenty ten and twenty twenty|two thousand and ten to two thousand and twenty} the lake lost half its water.`,
  `He ran {42.2|forty two point two|forty two and a bit} {km|kilometres|k|kilometers} in the rain and smiled at the end.`,
  `The {USA|U S A|United States|United States of America} and the {UK|U K|United Kingdom} signed the paper that evening.`,
  `It weighs {3.5kg|three and a half kilos|three point five kilograms|three point five K G} without the battery.`,
]
