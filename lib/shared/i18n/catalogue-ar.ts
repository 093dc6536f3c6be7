// Made by scripts/i18n-missing.ts from PARTICIPANT_FEATURES.
import auth from '#lib/shared/i18n/ar/auth.json' with { type: 'json' };
import choice from '#lib/shared/i18n/ar/choice.json' with { type: 'json' };
import failure from '#lib/shared/i18n/ar/failure.json' with { type: 'json' };
import frame from '#lib/shared/i18n/ar/frame.json' with { type: 'json' };
import languages from '#lib/shared/i18n/ar/languages.json' with { type: 'json' };
import notification from '#lib/shared/i18n/ar/notification.json' with { type: 'json' };
import ownAccess from '#lib/shared/i18n/ar/own-access.json' with { type: 'json' };
import ownActivities from '#lib/shared/i18n/ar/own-activities.json' with { type: 'json' };
import ownData from '#lib/shared/i18n/ar/own-data.json' with { type: 'json' };
import ownDocuments from '#lib/shared/i18n/ar/own-documents.json' with { type: 'json' };
import ownExperience from '#lib/shared/i18n/ar/own-experience.json' with { type: 'json' };
import ownNotification from '#lib/shared/i18n/ar/own-notification.json' with { type: 'json' };
import ownPlan from '#lib/shared/i18n/ar/own-plan.json' with { type: 'json' };
import ownProblem from '#lib/shared/i18n/ar/own-problem.json' with { type: 'json' };
import ownRights from '#lib/shared/i18n/ar/own-rights.json' with { type: 'json' };
import paperCode from '#lib/shared/i18n/ar/paper-code.json' with { type: 'json' };
import participant from '#lib/shared/i18n/ar/participant.json' with { type: 'json' };
import problem from '#lib/shared/i18n/ar/problem.json' with { type: 'json' };
import providerSearch from '#lib/shared/i18n/ar/provider-search.json' with { type: 'json' };
import rating from '#lib/shared/i18n/ar/rating.json' with { type: 'json' };
import receipt from '#lib/shared/i18n/ar/receipt.json' with { type: 'json' };
import ui from '#lib/shared/i18n/ar/ui.json' with { type: 'json' };
import wordList from '#lib/shared/i18n/ar/word-list.json' with { type: 'json' };

export const AR = {
  auth,
  choice,
  failure,
  frame,
  languages,
  notification,
  'own-access': ownAccess,
  'own-activities': ownActivities,
  'own-data': ownData,
  'own-documents': ownDocuments,
  'own-experience': ownExperience,
  'own-notification': ownNotification,
  'own-plan': ownPlan,
  'own-problem': ownProblem,
  'own-rights': ownRights,
  'paper-code': paperCode,
  participant,
  problem,
  'provider-search': providerSearch,
  rating,
  receipt,
  ui,
  'word-list': wordList,
};
