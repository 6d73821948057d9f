package org.dongvon.notice.making;

import org.springframework.stereotype.Component;

/** Where messages come from. */
@Component
record Sources(Recipients recipients, Posted posted, Ahead ahead) {}
