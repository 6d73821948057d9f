/** The commands of the launcher {@code ./dongvon}. They parse, call a module and print; they hold no rule. */
@ApplicationModule
@NullMarked
package org.dongvon.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
