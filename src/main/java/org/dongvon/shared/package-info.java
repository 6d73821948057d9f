/**
 * What every module may use: refusals, who is acting and in which scope, transactions, submissions with their
 * idempotency keys, the steps of the close of a day. No rule of the field lives here.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "engine")
@NullMarked
package org.dongvon.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
