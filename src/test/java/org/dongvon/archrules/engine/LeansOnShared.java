package org.dongvon.archrules.engine;

import org.dongvon.shared.Actor;

/** Breaks the rule that the engine stands alone. */
record LeansOnShared(Actor actor) {}
