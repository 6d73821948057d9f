package org.dongvon.archrules.engine;

import org.springframework.stereotype.Component;

/** Breaks the rule that the engine stands alone. */
@Component
class LeansOnSpring {}
