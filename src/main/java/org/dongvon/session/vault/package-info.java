/** Cash between the bank and an office's vault. Start with {@link org.dongvon.session.vault.VaultChange}. */
@NamedInterface("vault")
@NullMarked
package org.dongvon.session.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
