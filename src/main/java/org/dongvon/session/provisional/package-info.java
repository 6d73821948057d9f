/**
 * What a group head takes in the village before the session: her debt by name and age, in no account, until the teller has
 * counted it with the group's sheet. docs/domain/provisional.md. Start with {@code RecordCollections}.
 */
@NamedInterface("provisional")
@NullMarked
package org.dongvon.session.provisional;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
