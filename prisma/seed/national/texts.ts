import type { Random } from '#prisma/seed/national/random.ts';

// What coaches write: sentences of many turns, so that two that were written apart seldom run alike.

const PLACES =
  'lagret på Hacksta|bageriet vid torget|äldreboendet på Älvgatan|verkstaden i hamnen|skolköket|byggvaruhuset|hotellet vid stationen|tryckeriet på Berga|butiken i centrum|trädgården vid slottet|kontoret på Norra|tvätteriet'.split(
    '|',
  );
const THINGS =
  'ett nytt cv|tre ansökningar|ett personligt brev|en lista över arbetsgivare|en plan för veckan|frågor till intervjun|ett brev till komvux|en film om yrket|betygen från hemlandet|körkortsteorin|ett bildkort med yrkesord|e-legitimationen'.split(
    '|',
  );
const TIMES =
  'på tisdagar|varje vecka|två gånger i månaden|i början av mars|efter sommaren|på eftermiddagarna|under hela hösten|den första tiden|varannan torsdag|före semestern|sedan i våras|de sista veckorna'.split(
    '|',
  );
const PEOPLE =
  'arbetsledaren|rektorn|en tidigare kollega|studievägledaren|personalchefen|en handledare på plats|bemanningsföretaget|facket|kommunens vägledare|en granne|mentorn|chefen'.split(
    '|',
  );
const WHYS =
  'bussarna går för sällan|barnen ska hämtas|värken kom tillbaka|datorn gick sönder|svaren dröjde|kursen var full|språket inte räckte till|telefonen var avstängd|tiderna krockade med praktiken|intygen saknades|resan blev för lång|ingen annan kunde|det var svårt att sova'.split(
    '|',
  );
const STEPS =
  'ringa|besöka|skriva till|boka tid hos|visa betygen för|följa upp med|tacka|fråga ut|träffa|bjuda in|påminna|lyssna på'.split(
    '|',
  );

type Slots = { readonly name: string; readonly random: Random };

const SENTENCES: readonly ((slots: Slots) => string)[] = [
  ({ name, random }) =>
    `${name} gjorde ${pick(random, THINGS)} tillsammans med ${pick(random, PEOPLE)} ${pick(random, TIMES)}.`,
  ({ random }) =>
    `Vi besökte ${pick(random, PLACES)} ${pick(random, TIMES)} och talade med ${pick(random, PEOPLE)} om arbetet.`,
  ({ random }) =>
    `Det som hjälpte mest var ${pick(random, THINGS)}, som vi gick igenom ${pick(random, TIMES)}.`,
  ({ name, random }) =>
    `${pick(random, TIMES, true)} kom ${name} inte, eftersom ${pick(random, WHYS)}, men ringde själv dagen efter.`,
  ({ random }) =>
    `Nästa handledare bör ${pick(random, STEPS)} ${pick(random, PEOPLE)} vid ${pick(random, PLACES)} så snart det går.`,
  ({ name, random }) =>
    `Först när ${pick(random, PEOPLE)} var med vågade ${name} pröva, och sedan gick det av sig självt.`,
  ({ random }) =>
    `Provdagarna vid ${pick(random, PLACES)} gick bra, fast ${pick(random, WHYS)} och den sista dagen blev kort.`,
  ({ name, random }) =>
    `Av det som planerades blev ${pick(random, THINGS)} kvar, och det vill ${name} ta upp igen ${pick(random, TIMES)}.`,
  ({ random }) =>
    `Att ${pick(random, STEPS)} ${pick(random, PEOPLE)} i förväg sparade tid, särskilt när ${pick(random, WHYS)}.`,
  ({ name, random }) =>
    `${name} har fått ett muntligt löfte från ${pick(random, PEOPLE)} vid ${pick(random, PLACES)} om timmar ${pick(random, TIMES)}.`,
  ({ random }) =>
    `Vi slutade med ${pick(random, THINGS)} när ${pick(random, WHYS)}, och tog i stället fram ${pick(random, THINGS)}.`,
  ({ name, random }) =>
    `För ${name} fungerar korta möten bäst, helst ${pick(random, TIMES)} och nära ${pick(random, PLACES)}.`,
];

function pick(random: Random, words: readonly string[], first = false): string {
  const word = random.one(words);
  return first ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
}

/** So many sentences about somebody, no two of one turn. */
export function sentencesAbout(name: string, count: number, random: Random): readonly string[] {
  return random
    .shuffled(SENTENCES)
    .slice(0, count)
    .map((sentence) => sentence({ name, random }));
}
