/**
 * Donations: campaigns, promises, gifts with their receipts, what becomes capital of a contract and what is given back. Rules
 * and worked numbers: docs/domain/donations.md.
 */
@NullMarked
package org.dongvon.capital.gift;

import org.jspecify.annotations.NullMarked;
