/** Random lawful and unlawful events over the use cases of lending, held against the books' rules and a plain oracle. */
@NullMarked
package org.dongvon.command.torture;

import org.jspecify.annotations.NullMarked;
