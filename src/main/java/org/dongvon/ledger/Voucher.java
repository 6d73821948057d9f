package org.dongvon.ledger;

/**
 * A journal as written.
 *
 * @param journalId its identifier
 * @param number serial within the office and calendar year, without a gap
 */
public record Voucher(long journalId, int number) {}
