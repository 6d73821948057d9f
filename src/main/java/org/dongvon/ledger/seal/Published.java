package org.dongvon.ledger.seal;

import java.util.List;
import java.util.Optional;

/**
 * A seal as somebody outside holds it.
 *
 * @param contents the vouchers and records under it, by which a breach can be named; none in the smaller file
 */
public record Published(Seal seal, Optional<List<SealedVoucher>> contents) {}
