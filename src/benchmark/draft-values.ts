/** Values for what drafts that ship leave open: plausible ones, and not the awarding organisation's. */
export const DRAFT_VALUES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'level-2-diploma-customer-service': {
    'B&A 38.credit': 10,
    'B&A 38.glh': 74,
    'a-credits': 25,
    'c-minimum': 10,
    'd-maximum': 6,
  },
  'level-3-diploma-customer-service': {
    'B&A 38.credit': 10,
    'B&A 38.glh': 74,
    'a-credits': 26,
    'b-minimum': 15,
    'c-minimum': 5,
  },
};
