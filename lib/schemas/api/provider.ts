import { z } from 'zod';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { NO_RATING_BECAUSE } from '#lib/domain/rating/rating.ts';
import { defineOperation } from '#lib/schemas/api/operation.ts';
import { kaNumberText } from '#lib/schemas/provider-search.ts';

const searchAddress = z.object({
  q: z.string().trim().max(100).optional().describe('providerName'),
  area: z.string().max(100).optional().describe('deliveryArea'),
  near: z
    .string()
    .regex(/^-?(90(\.0{1,8})?|[0-8]?\d(\.\d{1,8})?),-?(180(\.0{1,8})?|(1[0-7]\d|0?\d{1,2})(\.\d{1,8})?)$/)
    .optional()
    .describe('near'),
  page: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .optional()
    .describe('page'),
});

const office = z
  .object({
    street: z.string().describe('street'),
    place: z.string().describe('place'),
    lat: z.number().describe('lat'),
    lon: z.number().describe('lon'),
    phone: z.string().nullable().describe('phone'),
    openingHours: z.string().nullable().describe('openingHours'),
    forms: z.array(z.enum(ACTIVITY_FORMS)).describe('forms'),
    accessibility: z.array(z.string()).describe('accessibility'),
  })
  .describe('premises');

const tenths = z.int().min(0).max(10);
const rating = z
  .object({
    stars: z.int().min(1).max(4).describe('stars'),
    betterThanTenths: tenths.describe('betterThanTenths'),
    low: tenths.describe('ratingLow'),
    high: tenths.describe('ratingHigh'),
    participants: z.int().min(18).describe('ratedParticipants'),
    reached: z.int().min(10).nullable().describe('ratedReached'),
    preliminary: z.int().min(10).nullable().describe('ratedPreliminary'),
  })
  .describe('rating');

export const publicProvider = z
  .object({
    kaNumber: kaNumberText.describe('kaNumber'),
    name: z.string().describe('providerName'),
    deliveryArea: z.string().describe('deliveryArea'),
    from: z.iso.date().describe('contractFrom'),
    to: z.iso.date().nullable().describe('contractTo'),
    languages: z.array(z.string()).describe('languages'),
    ownWords: z.string().describe('ownWords'),
    offices: z.array(office).describe('offices'),
    metres: z.int().min(0).nullable().describe('metres'),
    rating: rating.nullable().describe('ratingOrNull'),
    noRatingBecause: z.enum(NO_RATING_BECAUSE).nullable().describe('noRatingBecause'),
  })
  .describe('publicProvider');

export const providerPage = z
  .object({
    providers: z.array(publicProvider).describe('providers'),
    total: z.int().min(0).describe('total'),
    page: z.int().min(1).describe('page'),
    pages: z.int().min(1).describe('pages'),
  })
  .describe('providerPage');

const example: z.input<typeof publicProvider> = {
  kaNumber: '12345678',
  name: 'Exempelsteget AB',
  deliveryArea: 'Blekinge',
  from: '2024-06-05',
  to: null,
  languages: ['sv', 'en', 'ar'],
  ownWords: 'Vi känner arbetsgivarna inom verkstad och vård.',
  offices: [
    {
      street: 'Exempelgatan 1',
      place: 'Karlskrona',
      lat: 56.1612,
      lon: 15.5869,
      phone: '0455-40 00 00',
      openingHours: 'måndag–fredag 8–16',
      forms: ['onSite', 'video'],
      accessibility: ['stepFree', 'accessibleToilet'],
    },
  ],
  metres: 1240,
  rating: {
    stars: 3,
    betterThanTenths: 7,
    low: 5,
    high: 9,
    participants: 64,
    reached: 25,
    preliminary: 30,
  },
  noRatingBecause: null,
};

export const listProviders = defineOperation({
  id: 'listProviders',
  method: 'get',
  path: '/api/v1/providers',
  tag: 'providers',
  scopes: null,
  address: searchAddress,
  answer: { schema: providerPage, example: { providers: [example], total: 1, page: 1, pages: 1 } },
  problems: ['invalidInput'],
});

export const showProvider = defineOperation({
  id: 'showProvider',
  method: 'get',
  path: '/api/v1/providers/{kaNumber}',
  tag: 'providers',
  scopes: null,
  address: z.object({ kaNumber: kaNumberText.describe('kaNumber') }),
  answer: { schema: publicProvider, example: { ...example, metres: null } },
  problems: ['invalidInput', 'notFound'],
});
