package org.dongvon.loan.application;

import org.dongvon.engine.money.Dong;

/**
 * What an office may lend out of.
 *
 * @param contract the code of the capital contract
 * @param owner who entrusts it
 * @param free what of the allotment is not lent
 */
public record SourceOfMoney(long allotmentId, String contract, String owner, Dong free) {}
