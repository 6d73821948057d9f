package org.dongvon.archrules.engine;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Breaks no rule. */
record Alone(@Nullable BigInteger number) {}
