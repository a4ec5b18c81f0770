/** How often the model was right, as far as a person has looked in this sitting. */

const RIGHT = {
  garment: (before, named) => named.garment === before.garment,
  group: (before, named) => named.group === before.group,
};

/**
 * Counts decisions by the level that the model answered at.
 *
 * @param decided `[{before, class}]`: the photo as it was shown, and what the person said
 * @param classes the taxonomy by class id
 * @returns `{reviewed, first, levels: [{level, reviewed, right}]}`; `first`: its most probable class was the one; no `right` where the model
 *     had left the photo unanswered
 */
export function tally(decided, classes) {
  const levels = ['garment', 'group', 'none'].map((level) => {
    const there = decided.filter(({ before }) => before.level === level);
    const right = RIGHT[level] && there.filter(({ before, class: named }) => RIGHT[level](before, classes.get(named) ?? {})).length;
    return { level, reviewed: there.length, right };
  });
  return {
    reviewed: decided.length,
    first: decided.filter(({ before, class: named }) => before.top[0]?.class === named).length,
    levels: levels.filter(({ reviewed }) => reviewed),
  };
}
