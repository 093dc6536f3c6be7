import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { QUEUE_SORTS, type ReviewQueue } from '#lib/domain/review/review-queue.ts';
import { ALL_AREAS, queueHref, type ReviewQueueInput, WHOLE_QUEUE } from '#lib/schemas/review-bench.ts';

type Props = { readonly queue: ReviewQueue; readonly filter: ReviewQueueInput };

/** Whether anything but the view is asked for. */
export function isFiltered(filter: ReviewQueueInput): boolean {
  return queueHref(filter, { page: 1, show: 'all' }) !== queueHref(WHOLE_QUEUE);
}

/** Finds one's own part of the queue. */
export function QueueFilters({ queue, filter }: Props) {
  const t = useTranslations('review-bench');
  const hasOwn = queue.ownAreas.length > 0;
  return (
    <FilterBar
      action="/review"
      label={t('filter')}
      clearHref={isFiltered(filter) ? queueHref(WHOLE_QUEUE, { show: filter.show }) : undefined}
    >
      <input type="hidden" name="show" value={filter.show} />
      <input type="hidden" name="kind" value={filter.kind} />
      <Field name="q" label={t('search')} className="sm:w-120">
        {(control) => <TextInput {...control} type="search" defaultValue={filter.q} autoComplete="off" />}
      </Field>
      <Field name="area" label={t('area')} className="sm:w-52">
        {(control) => (
          <Select
            {...control}
            defaultValue={filter.area}
            empty={hasOwn ? t('areaOwn') : t('allAreas')}
            options={[
              ...(hasOwn ? [{ value: ALL_AREAS, label: t('allAreas') }] : []),
              ...queue.areas.map((area) => ({ value: area, label: area })),
            ]}
          />
        )}
      </Field>
      <Field name="provider" label={t('provider')} className="sm:w-60">
        {(control) => (
          <Select
            {...control}
            defaultValue={filter.provider}
            empty={t('allProviders')}
            options={queue.providers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <Field name="due" label={t('due')} className="sm:w-52">
        {(control) => (
          <Select
            {...control}
            defaultValue={filter.due}
            empty={t('dueAny')}
            options={[
              { value: 'passed', label: t('duePassed') },
              { value: 'today', label: t('dueToday') },
              { value: 'week', label: t('dueWeek') },
            ]}
          />
        )}
      </Field>
      <Field name="sort" label={t('sort')} className="sm:w-72">
        {(control) => (
          <Select
            {...control}
            defaultValue={filter.sort}
            options={QUEUE_SORTS.map((sort) => ({ value: sort, label: t(`sortBy.${sort}`) }))}
          />
        )}
      </Field>
    </FilterBar>
  );
}
