package org.hutong.kernel;

/** What became of reading a value: the {@link Value}, or the {@link ValueFault} that says why there is none. */
public sealed interface ValueOrFault permits Value, ValueFault {
}
