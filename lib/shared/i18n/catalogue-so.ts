// Made by scripts/i18n-missing.ts from PARTICIPANT_FEATURES.
import auth from '#lib/shared/i18n/so/auth.json' with { type: 'json' };
import choice from '#lib/shared/i18n/so/choice.json' with { type: 'json' };
import frame from '#lib/shared/i18n/so/frame.json' with { type: 'json' };
import notification from '#lib/shared/i18n/so/notification.json' with { type: 'json' };
import participant from '#lib/shared/i18n/so/participant.json' with { type: 'json' };
import plan from '#lib/shared/i18n/so/plan.json' with { type: 'json' };
import problem from '#lib/shared/i18n/so/problem.json' with { type: 'json' };
import providerSearch from '#lib/shared/i18n/so/provider-search.json' with { type: 'json' };
import rating from '#lib/shared/i18n/so/rating.json' with { type: 'json' };
import ui from '#lib/shared/i18n/so/ui.json' with { type: 'json' };

export const SO = {
  auth,
  choice,
  frame,
  notification,
  participant,
  plan,
  problem,
  'provider-search': providerSearch,
  rating,
  ui,
};
