package org.hutong.kernel;

/** What became of reading a criterion: the {@link Criterion}, or the {@link CriterionFaults} that say why there is none. */
public sealed interface CriterionOrFaults permits Criterion, CriterionFaults {
}
