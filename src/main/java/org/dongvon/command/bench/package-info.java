/** Benchmarks: each measures its own baseline in the same run and prints the ratio, never a bare time. */
@NullMarked
package org.dongvon.command.bench;

import org.jspecify.annotations.NullMarked;
