/** Cash between the bank and an office's vault. Start with {@link org.dongvon.session.vault.MoveVaultCash}. */
@NullMarked
package org.dongvon.session.vault;

import org.jspecify.annotations.NullMarked;
